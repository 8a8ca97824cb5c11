"""Units of Vietnamese quantities: scale words, measures, and the nouns that counts are counts of (an open class)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from plans.admin_units import TIERS
from plans.text import canonical, fold
from plans.tokens import Tokens, Vocabulary, tokenise

SCALES: dict[str, Decimal] = {
    "tỷ": Decimal(10**9),
    "tỉ": Decimal(10**9),
    "triệu": Decimal(10**6),
    "tr": Decimal(10**6),
    "nghìn": Decimal(1000),
    "ngàn": Decimal(1000),
    "vạn": Decimal(10**4),
    "trăm": Decimal(100),
    "chục": Decimal(10),
}
_BARE_SCALES = {fold(word): value for word, value in SCALES.items()}

# Name of the measure -> how it is written. Nouns that begin like one ("đồng chí") are in COUNTED and win by length.
_MEASURES: dict[str, tuple[str, ...]] = {
    "đồng": ("đồng", "đ", "vnđ", "vnd", "đồng việt nam", "việt nam đồng"),
    "USD": ("usd", "đô la", "đô la mỹ", "đô-la mỹ", "us$", "$", "đôla"),
    "euro": ("euro", "eur", "€"),
    "yên Nhật": ("yên", "yên nhật", "jpy", "¥"),
    "nhân dân tệ": ("nhân dân tệ", "cny", "rmb"),
    "bảng Anh": ("bảng anh", "gbp", "£"),
    "won": ("won", "krw"),
    "%": ("%", "phần trăm"),
    "‰": ("‰", "phần nghìn"),
    "điểm %": ("điểm %", "điểm phần trăm"),
    "ha": ("ha", "hecta", "héc ta", "héc - ta", "hec ta", "héc-ta", "hécta"),
    "m2": ("m2", "m²", "mét vuông"),
    "km2": ("km2", "km²", "ki lô mét vuông", "kilômét vuông", "cây số vuông"),
    "m3": ("m3", "m³", "mét khối"),
    "km": ("km", "ki lô mét", "kilômét", "ki-lô-mét", "cây số"),
    "m": ("m", "mét"),
    "cm": ("cm",),
    "mm": ("mm",),
    "hải lý": ("hải lý",),
    "lít": ("lít",),
    "tấn": ("tấn",),
    "tạ": ("tạ",),
    "yến": ("yến",),
    "kg": ("kg", "ki lô gam", "kilôgam", "ki-lô-gam"),
    "g": ("gam",),
    "kW": ("kw",),
    "MW": ("mw",),
    "MWp": ("mwp",),
    "GW": ("gw",),
    "kWh": ("kwh",),
    "MWh": ("mwh",),
    "GWh": ("gwh",),
    "kV": ("kv",),
    "kVA": ("kva",),
    "MVA": ("mva",),
    "Mb": ("mb",),
    "Gb": ("gb", "gigabit"),
    "Mbps": ("mbps",),
    "Gbps": ("gbps",),
    "teu": ("teu", "teus"),
    "DWT": ("dwt",),
    "°C": ("°c", "° c", "ºc", "º c", "độ c"),
    "tuổi": ("tuổi",),
    "tháng tuổi": ("tháng tuổi",),
    "ngày tuổi": ("ngày tuổi",),
    "giây": ("giây",),
    "phút": ("phút",),
    "giờ": ("giờ",),
    "ngày": ("ngày",),
    "tuần": ("tuần",),
    "tháng": ("tháng",),
    "quý": ("quý",),
    "năm": ("năm",),
    "lần": ("lần",),
}

# Nouns longer than two syllables, and nouns that begin with a measure or a one-syllable noun and are something else.
_PHRASES = """
đồng chí; đ / c; đồng bào; đồng hồ; nhà máy; nhà văn hóa; nhà văn hoá; nhà khoa học; nhà đầu tư; nhà trẻ; nhà ở; nhà ở
xã hội; nhà công vụ; tổ chức; tổ hợp tác; tổ dân phố; tổ công nghệ số cộng đồng; tổ chức cơ sở đảng; hợp tác xã; liên
hiệp hợp tác xã; liên hiệp htx; khu công nghiệp; khu kinh tế; khu dân cư; khu đô thị; khu vực; khu phố; cụm công
nghiệp; đơn vị hành chính; đơn vị sự nghiệp; cơ sở sản xuất; cơ sở giáo dục; người có công; hộ kinh doanh; lượt khách;
lượt người; lượt hộ; tập thể; tập đoàn; bộ phận; bộ thủ tục; cây cầu; cầu thủ; điểm trường; điểm đến; em học sinh; con
số; con đường; trẻ em; trẻ sơ sinh; bản đồ; bản tin; thôn bản; lớp học; lớp tập huấn; nhóm trẻ; nhóm nhiệm vụ; trung
tâm y tế; trang thiết bị; trang trại; ca mắc; giường bệnh; đội viên; máy móc; tàu cá; đề án; ca nô; buổi lễ; mẹ việt
nam anh hùng; chỉ tiêu; chỉ số; tổng công ty; đầu việc; đầu sách; năm học; tháng tuổi; ngày công; ngày làm việc; giờ
học; giờ làm việc; hội viên; đội ngũ; dân tộc; dân quân;
đoàn thể thao; trung tâm thương mại; trung tâm văn hóa; trung tâm văn hoá
"""
_COMMON = """
doanh nghiệp; dự án; công trình; tiêu chí; lao động; học sinh; sinh viên; sản phẩm; mô hình; chương trình; nhiệm vụ;
giải pháp; mục tiêu; nghị quyết; kế hoạch; quy hoạch; cán bộ; đảng viên; chi bộ; đảng bộ; cơ sở; bác sĩ; giáo viên; cá
nhân; gia đình; vị trí; trụ cột; lĩnh vực; nội dung; địa phương; đơn vị; cửa sông; thành viên; hội nghị; phong trào;
di tích; lễ hội; thủ tục; hồ sơ; văn bản; sáng kiến; hạng mục; thị trấn; thị xã; thành phố; quốc gia; công nhân; nông
dân; thanh niên; phụ nữ
"""
_PHRASES += ";" + _COMMON
COUNTED = Vocabulary(phrase.strip() for phrase in _PHRASES.replace("\n", " ").split(";"))
"""Nouns of counts that the two-syllable reading would cut in the wrong place."""

_SINGLES = """
xã phường huyện quận tỉnh thôn ấp bản khóm khu làng xóm hộ người em cháu bà ông mẹ trường trạm lớp vụ ca cặp con cây nhà căn
bộ cái chiếc đợt lượt suất mẫu tuyến cầu chợ đội tổ nhóm vùng loại cấp bậc phòng máy xe tàu nước giải tập trẻ dân sào buổi
cuộc bài tin gói kỳ cụm hồ đập kênh cống điểm đường chuyến túi suối sông đảo rừng giống lô dòng bước khâu nghề ngành môn
tủ quyển cuốn bếp giếng vé kho bến cảng lò lồng bè ao mục thẻ dn htx tổ bảng hạng
"""
_SINGLE = Vocabulary(_SINGLES.split())

# Words that end a noun or cannot begin one.
_FUNCTION = """
của và trong ngoài theo so với để được bị đã sẽ là tại ở trên dưới cho từ đến tới về do nên mà thì có không chưa đạt tăng
giảm vượt chiếm bằng còn gồm như nhưng hoặc hay cũng đang mỗi các những khi sau trước này đó kia lên xuống hơn kém thuộc
nhằm qua vào ra nếu tuy vì bởi cùng cả tất mọi từng lại nữa thêm rồi đều chỉ riêng nhất gần khoảng ước tính nhờ giữa
phải cần khóa khoá mới cũ khác lớn nhỏ đầu cuối hàng hằng
"""
_DOER = "viên"
"""The syllable that makes of two others one who does it: "vận động viên", "tuyên truyền viên"."""
_FUNCTION_PHRASES = (
    "trở lên",
    "thực hiện",
    "hoàn thành",
    "tương ứng",
    "lần lượt",
    "bình quân",
    "tham gia",
    "quy định",
    "đối với",
    "tương đương",
)
_STOP = Vocabulary([*_FUNCTION.split(), *_FUNCTION_PHRASES])
_TIME = frozenset({"tuổi", "tháng tuổi", "ngày tuổi", "giây", "phút", "giờ", "ngày", "tuần", "tháng", "quý", "năm"})

_BY_FORM = {form: name for name, forms in _MEASURES.items() for form in forms}
_MEASURE = Vocabulary(_BY_FORM)
_NAMES = (
    {tuple(canonical(form).split()): name for form, name in _BY_FORM.items()},
    {tuple(fold(form).split()): name for form, name in _BY_FORM.items()},
)


@dataclass(frozen=True, slots=True)
class Unit:
    """`name` in its one spelling ("đồng/người/năm"); `scale` multiplies the number; `end` is the token after the unit."""

    name: str | None
    scale: Decimal
    end: int
    measured: bool = False  # in the table of measures, so not a count of things


def read_scale(tokens: Tokens, index: int) -> tuple[Decimal, int]:
    """Multiplies the scale words from `index` on ("triệu tỷ"); returns the scale and the token after them."""
    scale, table = Decimal(1), _BARE_SCALES if tokens.bare else SCALES
    while tokens.kind(index) == "word" and (factor := table.get(tokens.form(index))):
        scale *= factor
        index += 1
    return scale, index


def read_unit(tokens: Tokens, index: int) -> Unit:
    """The scale words and the unit that start at `index`; `name` is None when no unit stands there."""
    return read_scaled_unit(tokens, *read_scale(tokens, index))


def read_scaled_unit(tokens: Tokens, scale: Decimal, after: int) -> Unit:
    """The unit that starts at `after`, behind scale words that were read."""
    name: str | None
    if tokens.form(after) in ("trđ", "tr.đ", "tr.đồng", "trd"):
        name, end, measured = "đồng", after + 1, True
        scale *= 10**6
    else:
        name, end, measured = _noun(tokens, after)
    if name is None and scale >= 10**6 and not _scale_only(tokens, after):
        name, measured = "đồng", True  # "211 tỷ", "28 triệu/người/năm": money is what is left unsaid
    if name is None:
        return Unit(None, scale, after)
    name, end = _per(tokens, name, end)
    return Unit(name, scale, end, measured)


def parse_unit(text: str) -> Unit | None:
    """The unit a heading names: "triệu đồng", "1.000 đồng/trẻ, học sinh/tháng", "(%)", "Tạ/ha"; None if it names none."""
    tokens = tokenise(text.strip(" \t\n*():.;-"))
    start, factor = 0, Decimal(1)
    if tokens.kind(0) == "number":
        digits = tokens.form(0).replace(".", "").replace(",", "")
        if not digits.startswith("1") or digits.strip("0") != "1":
            return None
        factor, start = Decimal(digits), 1
    unit = read_unit(tokens, start)
    if unit.name is None and unit.scale == 1:
        return None
    if unit.end < len(tokens) and not unit.measured:
        return None  # more words than a noun: a heading, not a unit
    return Unit(unit.name, unit.scale * factor, unit.end, unit.measured)


def is_known(tokens: Tokens, index: int) -> bool:
    """Whether a measure or a noun of the lists stands at `index`, scale words aside."""
    _, index = read_scale(tokens, index)
    single = tokens.kind(index) == "word" and _SINGLE.has(tokens.form(index), tokens.bare)
    return single or bool(COUNTED.longest(tokens, index) or _MEASURE.longest(tokens, index))


def is_time(name: str | None) -> bool:
    """Whether a unit counts time or age."""
    return name is not None and name.split("/")[0] in _TIME


_AREA = re.compile(rf"(?:đơn vị hành chính|{'|'.join(TIERS)})\b(?! (?:viên|đội|hội|ủy|uỷ)\b)")


def is_unit_of_area(unit: str | None) -> bool:
    """Whether a unit counts administrative areas: that of "21 phường", not that of "356 đơn vị" or "40 xã viên"."""
    return unit is not None and _AREA.match(canonical(unit)) is not None


def is_measure(name: str | None) -> bool:
    """Whether a unit measures (money, share, area...), so that its number need not be whole."""
    return name is not None and name.split("/")[0] in _MEASURES


def same_unit(one: str | None, other: str | None) -> bool:
    """Whether two unit names can stand for one another: equal, unknown, or one the longer name of the other."""
    if one is None or other is None:
        return True
    first, second = canonical(one), canonical(other)
    short, long = sorted((first, second), key=len)
    return short == long or (long.startswith(short) and long[len(short)] in " /")


def ends_noun(tokens: Tokens, index: int) -> bool:
    """Whether the word at `index` cannot belong to a noun."""
    return tokens.kind(index) != "word" or bool(_STOP.longest(tokens, index))


def _scale_only(tokens: Tokens, after: int) -> bool:
    return tokens.kind(after) == "word" and not ends_noun(tokens, after)


def _noun(tokens: Tokens, index: int) -> tuple[str | None, int, bool]:
    counted, measured = COUNTED.longest(tokens, index), _MEASURE.longest(tokens, index)
    if measured and measured >= counted:
        form = tuple(tokens.form(index + i) for i in range(measured))
        return _NAMES[tokens.bare][form], index + measured, True
    if counted and tokens.form(index + 1) == "/":
        return "đồng chí", index + counted, False
    if counted:
        return _name(tokens, index, counted), index + counted, False
    single = _SINGLE.has(tokens.form(index), tokens.bare)
    if tokens.kind(index) != "word" or (ends_noun(tokens, index) and not (single and tokens.bare)):
        return None, index, False  # in bare letters "con" may be "con" or "còn": after a number it is the noun
    word = tokens.items[index].text
    if word.isupper() and len(word) > 1:  # an abbreviation stands for a whole noun
        return word, index + 1, False
    following = index + 1
    if word[0].isupper() and tokens.kind(following) == "word" and tokens.items[following].text.istitle():
        return None, index, False  # a proper name ("Sư đoàn 3 Sao Vàng")
    if single or ends_noun(tokens, following) or (word[0].islower() and tokens.items[following].text[0].isupper()):
        return _name(tokens, index, 1), following, False
    length = 3 if tokens.form(index + 2) == _DOER else 2
    return _name(tokens, index, length), index + length, False


def _name(tokens: Tokens, index: int, length: int) -> str:
    """The noun in one spelling: lower case, but for names and abbreviations inside it."""
    forms = [tokens.form(index + i) for i in range(length)]
    texts = [tokens.items[index + i].text for i in range(length)]
    if tokens.bare or all(text.isupper() for text in texts):
        return " ".join(forms)
    rest = [
        t if t.isupper() and len(t) > 1 else f.capitalize() if t[0].isupper() else f
        for f, t in zip(forms, texts, strict=True)
    ]
    return " ".join([forms[0], *rest[1:]])


def _per(tokens: Tokens, name: str, end: int) -> tuple[str, int]:
    """Reads what a unit is per: "/người/năm", "/trẻ, học sinh/tháng", "/100 bé gái"."""
    while tokens.form(end) == "/":
        after, head = end + 1, ""
        if tokens.kind(after) == "number" and _grows(tokens, after):
            head, after = tokens.form(after) + " ", after + 1
        scale, noun_at = read_scale(tokens, after)
        noun, stop, _ = _noun(tokens, noun_at)
        if noun is None and scale == 1:
            break
        words = [tokens.form(i) for i in range(after, noun_at)] + ([noun] if noun else [])
        if noun is not None and tokens.form(stop) == ",":  # "/trẻ, học sinh/tháng"
            second, further, _ = _noun(tokens, stop + 1)
            if second is not None and tokens.form(further) == "/":
                words, stop = [noun + ",", second], further
        name, end = f"{name}/{head}{' '.join(words)}", stop if noun is not None else noun_at
    return name, end


def _grows(tokens: Tokens, index: int) -> bool:
    """Whether the number is a round base ("100 bé gái", "10.000 dân", "1.000 dân")."""
    digits = tokens.form(index).replace(".", "")
    return digits.startswith("1") and digits.strip("0") == "1" and not tokens.glued(index + 1)
