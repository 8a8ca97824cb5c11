"""What a question asks for: the sort of answer, its subject, and the words that must be matched.

Works on the restored question (`Query.text`), so accents may be assumed; English questions are recognised by their own
words. Place, year and kind come from the retriever's `Query` and are not part of the subject.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Literal

from plans.indicator import Kind
from plans.place import PlaceMention
from plans.text import canonical, fold, has_accents, syllables
from reader.names import person_spans
from reader.ordinals import ordinal_asked
from retriever.query import PartName, Query
from retriever.terms import translate

Wanted = Literal["quantity", "date", "person", "office", "place", "code", "ordinal", "list", "yesno", "text"]
Measure = Literal["percent", "money", "count", "any"]

# The sort of answer, and the words (canonical Vietnamese or lower-case English) that ask for it. First match wins.
_RULES: tuple[tuple[Wanted, str], ...] = (
    ("yesno", r"\b(có phải|phải không|đúng không|hay chưa|hay không|được không|có .+ không\??$|chưa\W*$)"),
    ("yesno", r"^(is|are|was|were|does|do(?! (ai|đâu|đơn vị|cơ quan))|did|has|have|will|can)\b(?! \w+ (nào|gì)\b)"),
    (
        "text",
        r"\b(vì sao|tại sao|vì đâu|do đâu|(?<!có )(?<!những )(lý do|lí do|nguyên nhân|nguyên do) (nào|gì|vì))\b|\bwhy\b",
    ),
    (
        "code",
        r"\b(mang số|số hiệu|ký hiệu|số kế hoạch|số nghị quyết|số quyết định|số văn bản)\b"
        r"|\b(kế hoạch|nghị quyết|quyết định|thông tư|nghị định|công văn|chỉ thị|kết luận|tờ trình|văn bản)\b.*"
        r"(?<!dân )(?<!chỉ )(?<!đổi )\bsố (mấy|bao nhiêu|nào)\b"
        r"|\bsố (kế hoạch|nghị quyết|quyết định|thông tư|nghị định|công văn|chỉ thị|kết luận|đề án)\b"
        r"|\bwhich (resolution|decision|circular|decree|directive)\b|\b(plan|resolution|decision|document"
        r"|programme|program) number\b",
    ),
    (
        "office",
        r"\b(chức vụ|chức danh|cương vị|chức) (gì|nào)|\bgiữ (những )?chức\b|^(chức vụ|chức danh)\b"
        r"|\b(what|which) (position|office|role)",
    ),
    (
        "person",
        r"\b((?<!những )ai|(người|ông|bà|đồng chí|anh|chị|cụ|nghệ nhân|(?<!đơn )vị) nào)\b|(?<![\w-])(who|whom|whose)\b"
        r"|\bwhich (\w+ ){0,4}(chair(man|woman|person)|secretary|director|leader|official|man|woman|artisan|farmer)\b"
        r"|\b(chủ tịch|bí thư|giám đốc|trưởng ban|trưởng phòng|bộ trưởng|thứ trưởng)\b"
        r"(?!.*\b(ở|tại|xã|phường|huyện|tỉnh|thành phố|thị xã|địa phương|đơn vị|cơ quan|ngày|năm|tháng"
        r"|khi|lúc|thế|điều|việc) nào)[^,;]{0,12} nào\b"
        r"|\b(vị|người|ông|bà|đồng chí|tác giả)\b.+\btên (là )?gì\b",
    ),
    (
        "date",
        r"\b(khi nào|bao giờ|lúc nào|hôm nào|(ngày|tháng|năm|năm học|thời gian|thời điểm|quý|hạn|thời hạn"
        r"|nhiệm kỳ|giai đoạn|thời kỳ) (nào|những ngày nào))\b"
        r"|(?<!mỗi )(?<!một )(?<!hằng )(?<!hàng )(?<!\d )(?<!cả )(?<!đầu )(?<!cuối )(?<!dự toán )(?<!lương )"
        r"\b(ngày|tháng|năm|quý) (bao nhiêu|mấy)\b(?!\s+(%|phần trăm|[^\W\d_]))"
        r"|\bngày tháng năm nào\b|\bnhững ngày nào\b"
        r"|\bwhen\b|\b(what|which) (date|day|month|year|period|term)\b|\bdeadline\b|^(hạn|thời hạn|mốc thời gian)\b",
    ),
    (
        "quantity",
        r"\b(bao nhiêu|mấy|bao lâu|(mức|tỷ lệ|tỉ lệ|hệ số|chừng|cỡ) nào|mấy %|%\W*$)"
        r"|\bhow (many|much|large|high|big|fast|far|tall|deep|heavy|old)\b|\bhow long (is|are|was|were)\b"
        r"|\b(tăng|giảm) (thế nào|ra sao)\b",
    ),
    (
        "place",
        r"\b(ở đâu|tại đâu|nơi nào|nơi đâu|vào đâu|địa chỉ nào|chỗ nào|về đâu)\b|\bwhere\b"
        r"|\b(xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|địa phương|trường|khu vực|thôn|ấp|bệnh viện"
        r"|khu phố|địa bàn|nơi)( đại học)? nào\b"
        r"|\b(which|what) (commune|ward|town|township|district|province|city|place|school|locality|area)\b",
    ),
    (
        "list",
        r"\b(những ai|những .+ nào|những .+ gì|gồm những|bao gồm|gồm các|gồm (những )?gì|liệt kê|kể tên|nêu"
        r"|các .+ là gì|những gì|lần lượt là|nào\?? những)\b"
        r"|\b(list|what are|which .+s are)\b",
    ),
    (
        "quantity",
        r"\b(what|which|what is|what was|what's)\b.{0,60}\b(share|percentage|proportion|rate|number|population"
        r"|area|total|amount|value|revenue"
        r"|expenditure|budget|income|debt|growth|output|ratio|coefficient|level)\b",
    ),
    ("text", r"(?<!\d )\b(gì|nào|sao|đâu)\b|\b(what|which|why|how)\b"),
)
_NAME_ASKED = re.compile(r"\b(họ tên|tên|name)\b")
_ROLE = re.compile(
    r"\b(bí thư|chủ tịch|giám đốc|trưởng (ban|phòng|công an|đoàn)|chánh văn phòng|chủ nhiệm|hiệu trưởng"
    r"|thị trưởng|bộ trưởng|thủ tướng"
    r"|đại biểu|cựu chiến binh|đồng chí|ông|bà|secretary|chairman|chairwoman|chairperson|director|head of|mayor)\b"
)
# How a question without a question word begins that asks for somebody ("Người ký kế hoạch?") or for several things ("Ba xã
# về đích năm 2023?").
_SOMEBODY = re.compile(
    r"(tác giả|phóng viên|người (?!dân|nghèo|lao động|cao tuổi|có|khuyết tật|dùng|nộp|mắc|nhiễm|thái|kinh|mông))\b"
)
_SEVERAL = re.compile(
    r"(các|những|(hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d{1,2}) (?!(tháng|quý|năm|ngày|tuần|nay|ngoái|trước|sau|tới|học|vừa"
    r"|qua|phần trăm|giờ|người|hộ)\b)[^\W\d_]+) "
)
# The first noun of a question without a question word, and what it asks for.
_HEADS: tuple[tuple[Wanted, re.Pattern[str]], ...] = (
    ("date", re.compile(r"(ngày|thời gian|thời điểm|thời hạn|hạn|mốc thời gian)\b(?! (qua|tới|gần đây))")),
    ("place", re.compile(r"(địa điểm|trụ sở|nơi)\b")),
    ("text", re.compile(r"(nguyên nhân|nguyên do|lý do|lí do|nội dung|chủ đề|mục đích|ý nghĩa|phương châm|quan điểm)\b")),
    ("list", re.compile(r"(nhiệm vụ(?! (thu|chi)\b)|phương hướng|giải pháp|khó khăn|hạn chế|tồn tại|danh sách)\b")),
)
_QUANTITY_HEAD = re.compile(
    r"^hộ (cận )?nghèo\b|^(giá|tiền|thu|chi|lãi|lương|phí|phần|lượng|(chiều|độ) (dài|rộng|cao|sâu|tuổi)|công suất|mật độ"
    r"|dung tích|khoảng cách|nhiệt độ|trọng lượng)\b"
    r"|^(\w+ ){0,4}(rate|ratio|share|percentage|proportion|number|price|amount|total|volume|area|length|population|norm"
    r"|budget|revenue|output|yield|income)\b"
    r"|\b(tỷ lệ|tỉ lệ|tỷ suất|tỷ số|tỷ trọng"
    r"|số (?!hiệu|nghị quyết|quyết định|kế hoạch|văn bản|công văn|chỉ thị|thông tư|tờ trình)|tổng|dân số|diện tích|mức"
    r"|thu nhập"
    r"|thu ngân sách|chi ngân sách|tăng trưởng|tốc độ|sản lượng|giá trị|grdp|kim ngạch|doanh thu|vốn|học phí"
    r"|chỉ tiêu|quy mô|hệ số|chỉ số"
    r"|năng suất|kinh phí|nợ|dư nợ)\b"
)
_PERCENT = re.compile(
    r"%|\b(phần trăm|tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|tỉ suất|percent(age)?|share|proportion"
    r"|rate|cơ cấu)\b"
)
_GROWTH = re.compile(r"\b(tốc độ tăng|tăng trưởng|tăng grdp|tăng gdp|tăng bao nhiêu|giảm bao nhiêu|growth|grow)\b")
_COUNTED = re.compile(
    r"\b(dân số|diện tích|sản lượng|năng suất|số lượng|quy mô dân số|số (hộ|người|xã|trường|giường|dân|vụ"
    r"|lao động|học sinh|giáo viên|mẫu|doanh nghiệp)"
    r"|population|area|number of)\b"
)
_MONEY = re.compile(
    r"\b(đồng(?! chí)|tiền|usd|đô la|kinh phí|vốn|thu ngân sách|chi ngân sách|tổng thu|tổng chi|thu nhập|học phí"
    r"|trợ cấp|nợ|dư nợ|doanh thu|giá trị|grdp"
    r"|kim ngạch|mức chuẩn|tổng mức|money|budget|revenue|expenditure|spend|income|cost|dong)\b"
)
_WHOLE = "(dự toán|kế hoạch|chỉ tiêu giao|grdp|dân số|nhu cầu|khối lượng)"
"""Of these one reaches or makes up a share."""
_NOT_A_UNIT = re.compile(
    r"(thì|và|trong|so|là|ở|tại|năm|vào|cho|của|theo|một|mỗi|để|từ|khi|nữa|vậy|đến|tới|sau|trước|trên|dưới|với|đối|về"
    r"|bình quân|hằng|hàng|hiện|tính|nếu|qua|làm|xây|mà|dự toán|kế hoạch|grdp|did|does|do|is|was|of|the)\b"
)
_UNIT = re.compile(r"\b(?:bao nhiêu|mấy|how many|how much)\s+((?:[^\W\d_]+\s*){1,3})")
_CHANGE = re.compile(
    r"\b(tăng|giảm|tăng thêm|increase|decrease|grow|rise|fall)(?=\s+(thêm\s+)?(bao nhiêu|mấy|how))"
    r"|\bhow much .*(grow|rise|fall|increase)"
)
_HEAD = re.compile(r"((?:[^\W\d_]+\s+){1,4})(?:nào|gì|mấy)\b")

OPEN_HEADS = frozenset("viec dieu la lam nhung cac".split())
"""Words before "gì" that name no sort of thing."""
CONNECTIVES = frozenset(
    """
    la dat va cua o tai cho voi con duoc co den tu trong tren khoang hon gan uoc giam tang len xuong de do
    nam theo cac nhung mot ve thi
    da se dang nay do bang vao ra khi nhu cung
    """.split()
)
"""Folded words that hold a sentence together; they never make an answer on their own."""

# Words that carry no subject: question words, connectives, auxiliaries. Told by their accents where the question has any:
# "đầu tư" is no "đâu", "trồng" no "trong".
_STOP = frozenset(
    """
    là có của và ở tại cho với về thì bị được do từ đến trong ngoài trên dưới nào gì ai đâu mấy bao nhiêu thế còn hay hoặc
    các những một số này kia ấy đây rồi sao như khi lúc vào ra lên xuống cùng cũng đã đang sẽ vừa mới rằng mà bởi theo hiện
    tính hết cuối năm ngày tháng quý phải không chưa biết hỏi xin vui lòng tôi mình bạn giúp nữa đạt giao ước khoảng tổng
    toàn người tên để bằng
    the of in on at for to a an is are was were be been what which who whom when where how many much does did
    do has have had will would
    and or by from with as per its it this that there year target plan planned people please tell me about
    """.split()
)
_BARE_STOP = frozenset(fold(word) for word in _STOP)
# Stop words that do carry a subject when nothing stronger is left ("tổng thu", "số người").
_WEAK = frozenset("so tong toan nguoi ten nam ngay thang quy moi".split())
_LEFT = 0.25
"""What a word without a subject of its own counts, and any word where there is no other."""
# Phrases that frame a question; they say the kind of value asked for, not its subject.
_FRAMES = (
    "chỉ tiêu", "kế hoạch", "phấn đấu", "mục tiêu", "thực hiện", "dự kiến", "dự báo", "kết quả", "thực tế",
    "địa bàn", "đặt ra", "đề ra",
    "cho biết", "cho hỏi", "bao nhiêu", "như thế nào", "thế nào", "tính đến", "hiện nay", "hiện tại", "đến cuối", "đến hết",
)  # fmt: skip
_GLOSS = 0.6
"""Weight of the Vietnamese for an English word, which may be meant otherwise, against that of a term."""
_ORDINALS = {
    "nhat": "1",
    "hai": "2",
    "ba": "3",
    "tu": "4",
    "nam": "5",
    "sau": "6",
    "bay": "7",
    "tam": "8",
    "chin": "9",
    "muoi": "10",
}


@dataclass(frozen=True, slots=True)
class Question:
    """An analysed question. `focus` maps a folded syllable, or a bigram "a_b", to its weight before idf."""

    query: Query
    text: str
    wanted: Wanted
    measure: Measure = "any"
    unit: str | None = None  # folded noun counted: "lao dong" of "bao nhiêu lao động"
    head: str | None = None  # noun asked about, folded: "mo hinh" of "mô hình gì"
    role: bool = False  # a person by office
    change: bool = False  # asks for an increase or a decrease
    focus: dict[str, float] = field(default_factory=dict)
    places: tuple[PlaceMention, ...] = ()
    years: tuple[int, ...] = ()
    kind: Kind | None = None
    carried: tuple[str, ...] = ()  # what was taken over from earlier questions, for the reader's eye

    @property
    def actual(self) -> bool:
        """Whether the question insists on what came about, not on what was planned."""
        return self.wanted == "quantity" and _ACTUAL.search(canonical(self.text)) is not None

    @property
    def grain(self) -> tuple[str, ...] | None:
        """The forms of date that will do: "ngày nào" wants a day, "nhiệm kỳ nào" a period; None when any will."""
        text = canonical(self.text)
        return next((forms for pattern, forms in _GRAINS if pattern.search(text)), None)

    @property
    def unit_given(self) -> bool:
        """Whether the question names the unit: "bao nhiêu tỷ đồng", "mấy phần trăm", "bao nhiêu lao động"."""
        return self.wanted == "quantity" and (
            self.unit is not None or _PERCENT_ASKED.search(canonical(self.text)) is not None
        )

    @property
    def noun_asked(self) -> list[str]:
        """The last word of `head`, which what is asked for may begin with or follow; [] for "việc gì", "điều gì"."""
        words = (self.head or "").split()[-1:]
        return [] if words and words[0] in OPEN_HEADS else words

    @property
    def english(self) -> bool:
        return self.query.language == "en"

    def without(self, name: PartName, value: str) -> Question:
        """The question less one part that was understood (`Query.parts`), own or carried over."""
        query = self.query.without(name, value)
        if name == "text":
            return analyse(query)
        return replace(self, query=query, places=query.places, years=query.years, kind=query.kind)


def wanted_of(text: str, *, named: bool = False) -> Wanted:
    """The sort of answer a canonical question asks for; `named` says that it is "... là ai" of a person it names."""
    if re.search(r"\blà ai\b", text) and named:
        return "office"
    if _NAME_ASKED.search(text) and _ROLE.search(text):
        return "person"
    if ordinal_asked(text) is not None:
        return "ordinal"
    for wanted, pattern in _RULES:
        if re.search(pattern, text):
            if wanted == "code" and re.search(r"\b(bao nhiêu|mấy) (chỉ tiêu|tiền|phần trăm|%|đồng|người|xã|hộ)", text):
                continue
            if (
                wanted in ("list", "text")
                and re.search(
                    r"^(các |những )?(chỉ tiêu"
                    r"|tỷ lệ) ",
                    text,
                )
                and "bao nhiêu" in text
            ):
                return "quantity"
            return wanted
    if _ROLE.match(text) or _SOMEBODY.match(text):
        return "person"
    for wanted, heads in _HEADS:
        if heads.match(text):
            return wanted
    if _SEVERAL.match(text):
        return "list"
    if _QUANTITY_HEAD.search(text):
        return "quantity"
    return "quantity" if re.search(r"\b(19|20)\d\d\b", text) else "text"


def says_sort(text: str) -> bool:
    """Whether the words of a canonical question, perhaps a follow-up, ask for a sort of answer of their own."""
    rules = any(re.search(pattern, text) for _, pattern in _RULES) or ordinal_asked(text) is not None
    heads = any(pattern.match(text) for _, pattern in _HEADS)
    return rules or heads or any(pattern.match(text) for pattern in (_ROLE, _SOMEBODY, _SEVERAL, _QUANTITY_HEAD))


_PERCENT_ASKED = re.compile(r"(bao nhiêu|mấy) ?(%|phần trăm)|%\W*$|\bpercent|\bshare\b")
_GRAINS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile(r"\b(nhiệm kỳ|giai đoạn|thời kỳ|năm học) (nào|mấy)\b|\bwhich (period|term)\b"), ("period",)),
    (re.compile(r"\bngày (nào|mấy|bao nhiêu)\b|\bnhững ngày nào\b|\b(what|which) (date|day)\b"), ("day",)),
    (re.compile(r"\btháng (nào|mấy)\b|\bwhich month\b"), ("day", "month")),
)
_ACTUAL = re.compile(
    r"\b(thực tế|trên thực tế|đã (thu|chi|đạt|thực hiện|giải quyết|có|xây dựng|kết nạp|giảm)|actual|actually|in fact)\b"
)
_LEVEL_ASKED = re.compile(
    r"\b(xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|commune|ward|township|district|town|city"
    r"|province)\b(?=\s+nào\b)|(?<=which )(commune|ward|township|district|town|city|province)"
)
_LEVEL_ENGLISH = {
    "commune": "xã", "ward": "phường", "township": "thị trấn", "district": "huyện", "town": "thị xã", "city":
    "thành phố", "province": "tỉnh",
}  # fmt: skip


def _names_a_person(query: Query) -> bool:
    """Whether what is asked about ("Lê Hải là ai?") is somebody's name rather than an office or a deed."""
    subject = re.split(r"\s+là ai\b", query.text, maxsplit=1, flags=re.IGNORECASE)[0].strip()
    subject = re.sub(r"^(?:ông|bà|đồng chí|đ/c)\s+", "", subject, flags=re.IGNORECASE)
    if subject.islower():
        subject = subject.title()
    names = list(person_spans(subject, [one.span for one in query.places]))
    return bool(names) and names[0].start == 0 and len(names[0]) >= len(subject) - 1


def level_asked(text: str) -> str | None:
    """The administrative level of "xã nào", "which district"; None when any place will do."""
    found = _LEVEL_ASKED.search(canonical(text))
    return _LEVEL_ENGLISH.get(found.group(), found.group()) if found else None


def measure_of(text: str) -> Measure:
    """What a quantity is counted in, from the words nearest before "bao nhiêu" first."""
    unit = _UNIT.search(text)
    if re.search(r"\b(bao nhiêu|mấy) (%|phần trăm)|\bphần trăm\b|\bpercent|\bshare\b|%\W*$", text):
        return "percent"
    if re.search(rf"\b(đạt|chiếm|bằng|được) (bao nhiêu|mấy) {_WHOLE}\b", text):
        return "percent"
    if unit and (re.match(r"(triệu|tỷ|tỉ|nghìn|đô|ngân sách)\b", unit.group(1)) or _MONEY.match(unit.group(1))):
        return "money"
    if unit and not unit.group(0).startswith("how much") and not _NOT_A_UNIT.match(unit.group(1)):
        return "count"
    asked = re.search(r"\b(bao nhiêu|mấy|mức nào)\b", text)
    for part in (text[: asked.end()].split(",")[-1] if asked else "", text):
        if _PERCENT.search(part) or _GROWTH.search(part):
            return "percent"
        if _COUNTED.search(part):
            return "count"
        if _MONEY.search(part):
            return "money"
    return "any"


def with_ordinals(folded: str) -> str:
    """ "thu ba" as "thu 3", so that both spellings of an ordinal are one term."""
    return re.sub(
        r"\bthu (nhat|hai|ba|tu|nam|sau|bay|tam|chin"
        r"|muoi)\b",
        lambda found: f"thu {_ORDINALS[found[1]]}",
        folded,
    )


def syllables_and_stops(text: str) -> list[str]:
    """Syllables, with a lone dot where the text has one between spaces (a cut that no bigram crosses)."""
    return [word for part in re.split(r"\s(\.)\s", text) for word in ([part] if part == "." else syllables(part))]


def focus_of(text: str, drop: list[str]) -> dict[str, float]:
    """Folded syllables and bigrams that say what the question is about; `drop` are phrases handled elsewhere (places)."""
    weights: dict[str, float] = {}
    accented = has_accents(text)
    for frame in _FRAMES:
        found = frame if accented else fold(frame)
        if re.search(rf"\b{found}\b", text):
            text = re.sub(rf"\b{found}\b", " . ", text)
            weights[fold(frame).replace(" ", "_")] = 0.2
    spelled = syllables_and_stops(text)
    folded = with_ordinals(" ".join(fold(word) for word in spelled)).split()
    stops = [word in _STOP if accented else fold(word) in _BARE_STOP for word in spelled]
    words = _blanked(folded, [syllables(fold(one)) for one in drop])
    for position, word in enumerate(words):
        if word == ".":
            continue
        strong = not stops[position]
        weights[word] = max(weights.get(word, 0.0), 1.0 if strong else _LEFT if word in _WEAK else 0.0)
        following = words[position + 1] if position + 1 < len(words) else "."
        if following != "." and (strong or not stops[position + 1]):
            both = strong and not stops[position + 1]
            weights[f"{word}_{following}"] = 1.0 if both else 0.3
    found_any = {term: weight for term, weight in weights.items() if weight > 0.0}
    return found_any or {word: _LEFT for word in words if word != "."}


def _blanked(words: list[str], phrases: list[list[str]]) -> list[str]:
    """`words` with a dot for every word of a year or of one of the phrases."""
    kept = ["." if re.fullmatch(r"(19|20)\d\d", word) else word for word in words]
    for phrase in phrases:
        for start in range(len(words) - len(phrase) + 1):
            if phrase and words[start : start + len(phrase)] == phrase:
                kept[start : start + len(phrase)] = ["."] * len(phrase)
    return kept


def _without_numbers(text: str, numbers: tuple[str, ...]) -> str:
    """A document number ("36/2025/NQ-HĐND") is no year and counts nothing."""
    for number in numbers:
        text = text.replace(canonical(number), "_")
    return text


def analyse(query: Query) -> Question:
    """Reads one stand-alone question."""
    text = " ".join(canonical(query.text).split())
    spelled = " ".join(canonical(query.spelled_out or query.text).split())
    wanted = wanted_of(_without_numbers(spelled, query.document_numbers), named=_names_a_person(query))
    unit = _UNIT.search(text)
    head = _HEAD.search(text)
    mentioned = [query.text[one.span.start : one.span.end] for one in query.places]
    focus = focus_of(spelled, [*mentioned, *query.document_numbers])
    if query.language == "en":
        for term in translate(query.text):
            focus |= focus_of(term, [])
        for word in query.glosses:
            for term, weight in focus_of(word, []).items():
                focus.setdefault(term, _GLOSS * weight)
    return Question(
        query=query,
        text=query.text,
        wanted=wanted,
        measure=measure_of(spelled) if wanted == "quantity" else "any",
        unit=fold(unit.group(1)).strip() if unit and not _NOT_A_UNIT.match(unit.group(1)) else None,
        head=fold(head.group(1)).strip() if head else None,
        role=bool(_ROLE.search(spelled)),
        change=bool(_CHANGE.search(text)),
        focus=focus,
        places=query.places,
        years=query.years,
        kind=query.kind,
    )
