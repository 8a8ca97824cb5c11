"""Sides of one whole that are told in the same words but one: revenue and expenditure, exports and imports, seasons, ages,
the beginning and the end of a year, budgets, unions.

A figure of the one side is no answer to a question for the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from plans.numbers import find_quantities
from plans.text import canonical
from reader.lexicon.countries import countries_in
from reader.lexicon.names import CAPITAL
from reader.questions.question import Question
from reader.questions.question_words import LEFT_OUT
from retriever.abbreviations import spell_out
from retriever.synonyms import official

_BUDGET = "ngân sách|nsnn|cân đối|thường xuyên|đầu tư phát triển|nội địa|thuế|tiền sử dụng đất|tiền thuê đất"
_AND = r"(?: ?[-–] ?| )"
_SIDES: dict[str, tuple[str, ...]] = {
    "budget": (
        rf"(?:tổng )?(?:số )?(?<!nguồn )(?<!từ )thu (?:{_BUDGET})|tổng thu|revenues?",
        rf"(?:tổng )?(?:số )?chi (?:{_BUDGET}|từ nguồn)|tổng chi|expenditures?",
    ),
    "trade": ("xuất (?:khẩu|và nhập khẩu|nhập khẩu)|exports?", "nhập khẩu|imports?"),
    "season": (
        rf"(?:đông|chiêm){_AND}xuân|(?:vụ|lúa) xuân(?!{_AND}hè)|winter-spring|spring (?:rice|crop)",
        rf"hè{_AND}thu|summer-autumn",
        rf"thu{_AND}đông|autumn-winter",
        "(?:vụ|lúa) mùa",
        rf"xuân{_AND}hè|spring-summer",
    ),
    "livestock": ("gia súc|cattle", "gia cầm|poultry"),
    "herd": ("(?:đàn|con) (?:trâu|bò)", "(?:đàn|con) (?:lợn|heo)", "(?:đàn|con) dê"),
    "area": ("thành thị|urban", "nông thôn(?! mới)|rural"),
    "home or abroad": (
        "(?<!ngập )(?<!chìm )(?<!ngâm )trong nước(?! (?:lũ|biển|ngọt|mặn|lợ))|nội địa|domestic (?:tourist|visitor|guest)s?",
        "ngoài nước|nước ngoài|quốc tế|xuất khẩu.{0,12} lao động"
        "|(?:foreign|international|overseas) (?:tourist|visitor|guest)s?",
    ),
    "province": ("trong tỉnh", "ngoài tỉnh"),
    "migration": ("nhập cư|chuyển đến", "xuất cư|chuyển đi"),
    "building": (
        "(?:xây|làm|dựng)(?: nhà)? mới|buil[dt](?:ing)? anew|new-built",
        "sửa (?:chữa|chửa|lại|sang)|cải tạo|nâng cấp|repair(?:s|ed|ing)?",
    ),
    "business": (
        "(?:doanh nghiệp|hợp tác xã|hộ kinh doanh).{0,20}(?:thành lập|đăng ký) mới",
        "(?:doanh nghiệp|hợp tác xã|hộ kinh doanh).{0,20}(?:giải thể|phá sản|ngừng hoạt động|ngừng kinh doanh)",
    ),
    "current expenditure": (r"(?:chi|kinh phí)(?: \w+){0,3} thường xuyên",),
    "recurrent funds": ("(?:vốn|kinh phí) sự nghiệp",),
    "investment": ("vốn đầu tư", "(?:vốn|kinh phí) sự nghiệp"),
    "fishery": ("nuôi trồng|aquaculture", "khai thác|đánh bắt|fishing"),
    "insurance": ("tự nguyện|voluntary", "bắt buộc|compulsory|mandatory"),
    "union": (
        r"hội (?:liên hiệp )?phụ nữ|women'?s union",
        "hội nông dân|farmers'? union",
        "hội cựu chiến binh|veterans",
        "đoàn thanh niên|đoàn tncs|youth union",
        "liên đoàn lao động|công đoàn",
        "hội người cao tuổi",
        "hội chữ thập đỏ|red cross",
    ),
    "ethnic minority": ("dân tộc thiểu số|đồng bào dân tộc|ethnic minorit(?:y|ies)",),
    "women": ("(?<!phụ )nữ(?! sinh)|female",),
    "bound": ("tối đa|maximum", "tối thiểu|minimum"),
    "project funds": ("tổng mức đầu tư|total investment", "kế hoạch vốn|vốn (?:giao|bố trí)|giải ngân"),
    "towns": ("thành thị|đô thị hóa|urban(?:i[sz]ation)?",),
    "disbursed": ("giải ngân|disburs(?:ed?|ement)",),
    "vehicle": (r"ô tô|xe hơi|xe con|cars?", r"xe (?:gắn )?máy|mô tô|motor(?:bikes?|cycles?)", r"xe đạp|bicycles?"),
}
"""The wholes by name, and the patterns of their sides."""
_TOLD_ALONE = (
    "season",
    "livestock",
    "home or abroad",
    "province",
    "current expenditure",
    "recurrent funds",
    "insurance",
    "ethnic minority",
    "women",
    "towns",
    "disbursed",
)
"""Those of which one side is often told without the other."""
_WHOLE_YEAR = re.compile(r"\b(?:(?:tính chung |lúa |tổng )*(?:cả|trọn|toàn) năm|(?:cả )?(?:hai|ba|2|3) vụ)\b")
"""What is told of all seasons together."""
_BOUND = tuple(
    re.compile(rf"\b(?:{side})\b(?=[^,;:.\d]{{0,30}}(?!(?:19|20)\d\d\b|\d{{1,2}}/\d)\d)")
    for name in _TOLD_ALONE
    for side in _SIDES[name]
)
"""Such a side with a number of its own behind it, which is no year or day."""
_PATTERNS = {name: tuple(re.compile(rf"\b(?:{side})\b") for side in sides) for name, sides in _SIDES.items()}


_EXTREMES = (
    re.compile(
        r"\b(?:(?:cao|lớn|nhiều|đông|mạnh|nhanh|tốt|dài|rộng) nhất|dẫn đầu|đứng đầu|most|highest|largest|greatest"
        r"|biggest)\b"
    ),
    re.compile(
        r"\b(?:(?:thấp|nhỏ|kém|yếu|ngắn|hẹp|bét|bết|tệ|ì ạch) nhất|đội sổ"
        r"|ít nhất(?! (?:là |có |phải |đạt )?(?:\d|một|hai|ba)\b)|đứng cuối|fewest"
        r"|lowest|smallest)\b"
    ),
)
_MOMENTS = (
    re.compile(r"\b(?<!tháng )(?<!quý )đầu (?:năm|kỳ|nhiệm kỳ|giai đoạn|20\d\d)\b"),
    re.compile(r"\b(?<!tháng )(?<!quý )(?<!họp )cuối (?:năm|kỳ|nhiệm kỳ|giai đoạn|quý|tháng|20\d\d)\b"),
)
_BUDGETS = "trung ương|tỉnh|huyện|thị xã|thành phố|xã|phường|cấp trên|địa phương"
_FUND = re.compile(
    rf"\b(?:từ|bằng|do|nguồn|vốn) (?:nguồn )?(?:vốn )?ngân sách ({_BUDGETS})\b"
    rf"|\bngân sách ({_BUDGETS})(?: \w+){{0,3}}? (?:hỗ trợ|bố trí|cấp|bỏ|đầu tư)\b"
    rf"|\b({_BUDGETS}) (?:hỗ trợ|bỏ ra|tự bỏ|rót|bổ sung|cấp thêm|cho(?= (?:bao nhiêu|mấy|\d)))\b"
)
_NAMED_FUND = re.compile(rf"\b(?:ngân sách|vốn) ({_BUDGETS})\b|\b({_BUDGETS}) hỗ trợ\b")
_ACRONYM = re.compile(r"(?<![\w/.-])[A-Z]{4,}(?![\w/-])")


def another_moment(question: Question, told: str) -> bool:
    """Whether a figure is `told` of the beginning of the year, by the heading over it or in its sentence, where its end is
    asked for, or the reverse."""
    if not told:
        return False
    asked, said = ([bool(one.search(canonical(text))) for one in _MOMENTS] for text in (question.query.text, told))
    return sum(asked) == sum(said) == 1 and asked != said


def another_fund(question: Question, own: str, told: str) -> bool:
    """Whether it is asked what comes from one budget ("từ ngân sách tỉnh"), and a sum's own words name another, or nothing
    `told` around it names that."""
    asked = _funds_asked(question)
    return bool(asked) and not asked & (_funds(own) or _funds(told))


def of_fund_asked(question: Question, name: str) -> bool:
    """Whether the name of a sum is that of the budget from which it is asked what comes: "ngân sách tỉnh"."""
    return bool(_funds_asked(question) & _funds(name))


def _funds_asked(question: Question) -> set[str]:
    return {fund for match in _FUND.findall(question.spelled) for fund in match if fund}


def _funds(text: str) -> set[str]:
    return {fund for match in _NAMED_FUND.findall(canonical(spell_out(text))) for fund in match if fund}


def another_acronym(question: Question, own: str, told: str) -> bool:
    """Whether a figure's own words name an index by its letters, and neither they nor what is `told` around them the one
    that the question names: PAR INDEX is not SIPAS."""
    asked = _indices(question.text)
    if not asked or not _indices(own):
        return False
    said = canonical(told)
    return not any(canonical(form) in said for one in asked for form in (one, spell_out(one)))


def _indices(text: str) -> set[str]:
    """What is named by letters, of which none writes anything else short: TTHC and UBND are no indices."""
    known = {one: spell_out(one) for one in _ACRONYM.findall(text)}
    return {one for one, form in known.items() if form == one or form.startswith("chỉ số")}


def another_extreme(question: Question, around: Sequence[str]) -> bool:
    """Whether the highest is asked for and the nearest of the texts `around` an answer that names an end of a row names the
    lowest alone, or the reverse."""
    asked = _extremes(question.query.text)
    said = next((one for one in map(_extremes, around) if one), frozenset[int]())
    return bool(asked and said) and not asked & said


@lru_cache(maxsize=4096)
def _extremes(text: str) -> frozenset[int]:
    """Which ends of a row a text names: 0 the top, 1 the bottom."""
    plain = canonical(text)
    return frozenset(at for at, end in enumerate(_EXTREMES) if end.search(plain))


def another_country(question: Question, own: str, told: str) -> bool:
    """Whether the question names a country, and neither a figure's own words nor what is `told` around it name that."""
    asked = countries_in(question.query.text)
    return bool(asked) and not asked & (countries_in(own) or countries_in(told))


_MISSED = re.compile(
    r"\b(?:không|chưa|chẳng) (?:thể )?(?:hoàn thành|đạt|vượt|đảm bảo|bảo đảm)\b|\b(?:bị )?hụt\b|\bthấp hơn (?:kế|chỉ)"
    r"|\b(?:fail(?:s|ed)? to|not|missed|unmet)\b"
)
_REACHED = re.compile(r"(?<!không )(?<!chưa )(?<!thể )(?<!chẳng )\b(?:hoàn thành|đạt|vượt|met|meet|reached|reach)\b")
_AIMED = re.compile(r"\b(?:chỉ tiêu|tiêu chí|mục tiêu|kế hoạch)\b|\b(?:which|what) (?:targets|goals|criteria)\b")


def another_outcome(question: Question, clause: str) -> bool:
    """Whether the question asks which targets were missed and the clause tells of those reached, or the reverse."""
    if question.wanted not in ("list", "text") or not _AIMED.search(question.spelled):
        return False
    asked, told = canonical(question.spelled), canonical(clause)
    missed, reached = bool(_MISSED.search(told)), bool(_REACHED.search(told))
    if _MISSED.search(asked):
        return reached and not missed
    return bool(_REACHED.search(asked)) and missed and not reached


_HELPING = re.compile(r"\bphối hợp (?:chặt chẽ |đồng bộ )?(?:cùng với|với|cùng)\s+(?:(?:các|những)\s+)?")
_ADVISED = re.compile(r"\b(?P<how>tham mưu|giúp|trình|báo cáo)(?: (?:cho|giúp))?\s+$", re.IGNORECASE)
_PARTNERS = re.compile(r",\s*|\b(?:và|với|cùng)\s+")
_HELP = re.compile(r"\b(?:phối hợp|cùng|với|hỗ trợ)\b|\bwith\b")


def only_helps(question: Question, before: str) -> bool:
    """Whether `before`, what stands in front of a body's name, makes it a partner of the one that leads: "Sở A chủ trì,
    phối hợp với Sở B và Sở C"; or the one that is advised or told: "tham mưu Thường trực Huyện ủy", "báo cáo UBND huyện".
    Of use where the question asks for no partner."""
    advised = _ADVISED.search(before)
    if advised is not None and f"{canonical(advised['how'])} " not in question.spelled:
        return True
    leads = list(_HELPING.finditer(before))
    if not leads or _HELP.search(question.spelled):
        return False
    *partners, last = _PARTNERS.split(before[leads[-1].end() :])
    return not last.strip() and all(re.match(CAPITAL, one) and not re.search(r"[;:.()]", one) for one in partners)


def another_side(question: Question, clause: str, around: Sequence[str] = ()) -> bool:
    """Whether the clause of an answer speaks of another side, or of other ages, than the question, and not of the one
    asked; or whether the question names one of the sides of a whole that is often told alone, and neither the clause nor
    what stands `around` it names any: "khách quốc tế" is not "khách". What a follow-up names itself counts before what is
    carried over."""
    own = any(_sides(question.text).values()) or bool(_ages(question.text))
    asked = _wanted(question.text if own else question.query.text)
    asked_sides = _sides(asked)
    said_sides = _sides(clause)
    pairs = [*((asked_sides[name], said_sides[name]) for name in _SIDES), (_ages(asked), _ages(clause))]
    if any(wanted and said and not wanted & said for wanted, said in pairs):
        return True
    if not around:
        return False
    if asked_sides["trade"] and not said_sides["trade"]:  # "Về xuất khẩu, kim ngạch đạt ..."
        said = next((named for named in (_sides(text)["trade"] for text in around) if named), asked_sides["trade"])
        if not asked_sides["trade"] & said:
            return True
    alone = [name for name in _TOLD_ALONE if asked_sides[name]]
    if not alone:
        return False
    if asked_sides["season"] and not _WHOLE_YEAR.search(canonical(asked)) and _of_all_seasons((clause, *around)):
        return True
    told = _sides(" . ".join((clause, *map(_unbound, around))))
    return any(not asked_sides[name] & told[name] for name in alone)


@lru_cache(maxsize=256)
def _wanted(question: str) -> str:
    """A question as plans write it, less what it leaves out; asked for every candidate."""
    return LEFT_OUT.sub(" ", canonical(official(question)))


def _of_all_seasons(texts: Iterable[str]) -> bool:
    """Whether the first of the texts that names a season or all of them together names all of them alone."""
    for text in texts:
        if _sides(text)["season"]:
            return False
        if _WHOLE_YEAR.search(canonical(text)):
            return True
    return False


def _unbound(text: str) -> str:
    """`text` without the sides that are told of a number right behind them: "trong số này khách quốc tế mới có 4.650 lượt"
    says nothing of the next number."""
    plain = canonical(text)
    for bound in _BOUND:
        plain = bound.sub(" ", plain)
    return plain


@lru_cache(maxsize=4096)
def _sides(text: str) -> dict[str, frozenset[int]]:
    """Of each whole, which of its sides the text names."""
    plain = canonical(spell_out(text))
    return {name: frozenset(at for at, side in enumerate(sides) if side.search(plain)) for name, sides in _PATTERNS.items()}


@lru_cache(maxsize=4096)
def _ages(text: str) -> frozenset[tuple[str, str]]:
    """From and to which age: "3 đến 5 tuổi" is not "5 tuổi"."""
    found = [one.quantity for one in find_quantities(text) if one.quantity.unit == "tuổi"]
    return frozenset((str(one.value), str(one.high)) for one in found)
