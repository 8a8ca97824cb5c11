"""Does a candidate speak of the place, the year and the kind that were asked? Each is read nearest first.

A level that names a place (or year, or kind) of its own decides; levels further out are asked only when it names none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from plans.dates import find_dates
from plans.document import Document, Span
from plans.document_numbers import find_document_numbers
from plans.indicator import Kind
from plans.place import PlaceMention
from plans.place_words import COUNTRY, MADE_FROM, MERGED_WITH
from plans.text import canonical, fold
from plans.year_parts import Months, name_of, parts_of_year
from reader.evidence.candidates import Candidate
from reader.evidence.units import Unit
from reader.lexicon.names import CAPITAL, persons_named
from reader.lexicon.ordinals import WITH_NOUN
from reader.lexicon.places import meant, names, narrowest, of_their_time, places_in, relation, spoken_of, written_on
from reader.lexicon.years import Said, governing, said_in, without_asides
from reader.questions.question import Question
from retriever.kinds import PLANNED

_CUES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("estimate", re.compile(r"\b(ước|ước tính|dự kiến|dự báo|dự tính|khả năng đạt)\b")),
    (
        "target",
        re.compile(
            r"\b(phấn đấu|chỉ tiêu|mục tiêu|kế hoạch|đề ra|đặt ra|được giao|giao|dự toán|sẽ|nhiệm vụ|đến năm"
            r"|tối thiểu|ít nhất|quyết tâm"
            r"|phương hướng|thông qua|sang năm|năm tới)\b"
        ),
    ),
    (
        "result",
        re.compile(
            r"\b(đã|đạt|(thực hiện|thu|lấy|làm|trồng|đưa|tạo|giải quyết|xây|bán|kết nạp|huy động|dạy|cấp) được"
            r"|kết quả|giảm còn|hoàn thành|(?<!tốc độ )(?<!mức )(?<!tỷ lệ )(?<!tỉ lệ )tăng|thực tế|hiện có|hiện nay|hiện"
            r"|tính đến|trong năm|cuối năm|có)\b"
        ),
    ),
)
_COMPARED_KIND = re.compile(r"\b(?:so với|vượt|bằng|đạt [\d.,]+ ?% (?:so với )?)[^,;.]*")
# "bằng 84,9% dự toán", "so với mức tỉnh giao lên tới 317%": how far a plan is fulfilled is a result, whatever it names.
OF_A_PLAN = re.compile(rf"\s*(?:so với |của )?(?:{PLANNED}|KH|NQ)\b", re.IGNORECASE)
_HELD_AGAINST = re.compile(rf"\bso với [^,;.]{{0,20}}{PLANNED}[^,;.]{{0,25}}$", re.IGNORECASE)
_ROUGH = re.compile(r"\bước\b")
_RANGE = re.compile(r"((?:19|20)\d\d)-((?:19|20)\d\d)$")
_COMPARED_RANGE = re.compile(
    r"\b(?:so với|hơn|bằng|cùng kỳ)\s+(?:của\s+)?(?:năm học|niên vụ|giai đoạn|nhiệm kỳ)\s+\d{4}\s*[-–]\s*\d{4}",
    re.IGNORECASE,
)
_NEXT_YEAR = re.compile(r"\b(sang năm|năm tới|năm sau|năm tiếp theo)\b(?!\s+(?:19|20)\d\d)")
_MONTHLY = re.compile(r"\b(?:họp|hội nghị|báo cáo|giao ban|kết luận)\b[^,;]{0,40}\btháng \d")
_UNTIL = re.compile(r"\b(?:đến|tới) (?:hết )?(?:ngày )?(\d{1,2})(?:[/.]| tháng )(\d{1,2})(?!\d)", re.IGNORECASE)
_OPENED = 0.9
"""Weight of the month or quarter with which a sentence of the paragraph opens."""
_AROUND = 0.8
"""Weight up to which a part of the year is told of all that a paragraph or a document says."""
_NARRATED = 0.6
"""Weight of the part of the year last named in the running text before it."""
OF_ANOTHER_PART = -0.7
"""Agreement of parts of the year from which a figure is of another, be it told in the title alone. Of six such answers to
questions on twenty-four sets of documents none was right."""
_UNTOLD = -0.4
"""The same where no part is told."""
_NO_MONTH: Months = (0, 0)
_THIS_MONTH = re.compile(r"\b(?:trong|riêng) tháng(?: này| qua)?(?=\s*[,:]|\s+(?:ước|đạt|có|đã|cả|toàn|tỉnh|huyện|xã)\b)")
"""What is told is of the month that was spoken of, or that the text is about: "Trong tháng, doanh thu đạt ..."."""
_TOTAL_SO_FAR = re.compile(r"\([^()\n]*\b(?:lũy kế|luỹ kế|cộng dồn|tính chung)\b[^()\n]*\)", re.IGNORECASE)
_ON_DAY = re.compile(r"\b(?:thời điểm|ngày|đến|hết)\s+\d{1,2}[/.](0?[1-9]|1[0-2])[/.](?:19|20)\d\d\b", re.IGNORECASE)
_UNTIL_DAY = re.compile(r"\b(?:đến|hết)(?: ngày)? \d{1,2}[/.](0?[1-9]|1[0-2])(?!\d)", re.IGNORECASE)
_OPENS_WITH_MONTH = re.compile(
    r"(?:^|[.!?]\s+)(?:(?:cũng|riêng|tính|chỉ)\s+)*(?:trong\s+)?(tháng\s+\d{1,2}(?!\d)|quý\s+(?:[1-4]|iv|i{1,3})\b)",
    re.IGNORECASE,
)
"""A sentence that is of one month, and with it what the next ones say: "Tính trong tháng 5/2024, toàn tỉnh đón ..."."""
_NEXT = re.compile(r"[,;](?!\d)")
_MUCH = 2
"""Years from the first to the last that two ranges have in common."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far the candidate agrees with what was asked: each in [-1, 1]; 0 when not asked or not said anywhere.

    A clash is a contradiction said in so many words near the candidate, or nothing that agrees anywhere.
    """

    place: float
    year: float
    kind: float
    place_clash: bool
    year_clash: bool


def agreement(question: Question, candidate: Candidate) -> Agreement:
    places = of_their_time(question.places, question.years)
    inside = question.wanted in ("place", "list") or _is_of_who_is_named(question, candidate)
    place, place_clash = place_agreement(places, candidate, inside=inside, heads=question.role, said=question.focus)
    year, year_clash = year_agreement(question, candidate)
    return Agreement(place, year, kind_agreement(question.kind, candidate), place_clash, year_clash)


def _is_of_who_is_named(question: Question, candidate: Candidate) -> bool:
    """Whether a figure is said of the very person whom the question names: what "ông Vũ Văn Bàn ở Đắk Song" grows lies in
    one of its communes."""
    if candidate.kind != "quantity":
        return False
    names = persons_named(question.query.text)
    return bool(names) and any(name in fold(candidate.levels[1].text) for name in names)


_WITHOUT_KIND = ("person", "office", "body", "code", "ordinal")
_OWN_SENTENCE = 0.95
"""Weight of a place that the candidate's own sentence names; of what stands around that it is lower."""
_SAME = ("same", "successor", "predecessor")
_AND = re.compile(r"\s*(?:,|,?\s*và)\s*")
_EACH = re.compile(r"\b(?:mỗi|từng|đều|lần lượt|tương ứng)\b")
_WAY = re.compile(r"\b(?:đường|tuyến|cầu|kênh|cao tốc|quốc lộ|tỉnh lộ|hương lộ|ql|đt|đh)\b")
_DATE_OF_DOCUMENT = re.compile(r"(?<=\d/[A-ZĐ])\S*\s+ngày\s+\d{1,2}(?:\s+tháng\s+|[/.-])\d{1,2}(?:\s+năm\s+|[/.-])\d{4}")
_DAY = re.compile(r"(?<!\d)(?:\d{1,2}/)?\d{1,2}/(?:19|20)\d\d(?!\d)")
_BASIS = re.compile(r"[\s*–-]*căn cứ\b", re.IGNORECASE)
_BORDERS = re.compile(
    r"\bgiáp\b(?:[^.;:\n]|\.(?=\S))*$|\((?:chỉ |đứng |xếp )*(?:sau|trước|trên|cùng)\b[^()\n]*$", re.IGNORECASE
)
"""In front of a neighbour, and of another in the same row: "xếp thứ 2 toàn vùng (sau thành phố Huế)"."""
_MADE_FROM = re.compile(MADE_FROM, re.IGNORECASE)
_MERGED_WITH = re.compile(rf"{MERGED_WITH}$|\((?:bao )?gồm[^()\d\n]*$", re.IGNORECASE)
_REACH = 80
"""Characters in front of a name in which it is said that it was merged, or borders on what is told of."""
_THING = re.compile(
    r"\b(?:hợp tác xã|htx|công ty|tập đoàn|nhà máy|cụm công nghiệp|khu công nghiệp|ccn|kcn|khu kinh tế|khu du lịch"
    r"|thôn|ấp|bản|buôn|xóm|làng|khóm|khu phố|tổ dân phố|tiểu khu|sóc|phum|trường|bệnh viện|chợ|cầu|cảng|hồ|đập|sông|kênh"
    r"|đèo|núi|vịnh|đền|chùa|đình|đường|tuyến|phố|quảng trường|kè|bến|ga|cao tốc|sân bay|vườn quốc gia|khu di tích"
    r"|trung tâm|khu vực|ban chỉ huy|báo|đài|tạp chí)"
    r"(?:\s+\w+){0,3}\s*$|\b(?:dự án|gói thầu|công trình|khu dân cư|khu tái định cư)\s*$",
    re.IGNORECASE,
)


_OF_A_REGION = re.compile(
    r"(?:^|[,;:.(]|\d)\s*(?:[Cc]ả |[Tt]oàn )?[Vv]ùng "
    rf"(?:(?:{CAPITAL}\w+[ -]?){{2,}}|{CAPITAL}{{3,}}\b|[Đđ]ồng bằng|[Dd]uyên hải)"
)
"""In front of a figure that is of a part of the country: "năm 2013, vùng ĐBSCL đạt ..."."""


def place_agreement(
    asked: tuple[PlaceMention, ...],
    candidate: Candidate,
    *,
    inside: bool = False,
    heads: bool = True,
    said: Collection[str] = (),
) -> tuple[float, bool]:
    """1 the place asked for, nearby; 0.7 by the document alone; a clash when another place is named instead.

    With `inside`, a place that lies in the one asked about will do ("xã nào của huyện ..."); without `heads`, a person who
    holds no office asked for may live in a part of it. `said` are the folded words of the question: what is called after
    the place is not the place itself where it asks for no such thing.
    """
    same = (*_SAME, "inside") if inside else _SAME
    if not asked:
        return 0.0, False
    wanted = narrowest(asked)
    document = candidate.unit.document
    day = written_on(document)
    texts = [level.text for level in candidate.levels]
    subject = _speaking(texts[0])
    # bare names in the answer itself are part of what is told: "tuyến Bạch Đằng nối dài"
    told = {one.name for one in places_in(candidate.short) if one.level is None} if candidate.kind == "text" else set()
    other = False
    around = zip((1.0, 1.0, 0.95, 0.9, 0.8), texts, (subject, *map(_speaking, texts[1:])), strict=True)
    signed = candidate.unit.signed  # for the place of the document
    if _names_the_way(wanted, texts[1]):
        return 0.9, False
    record_place = candidate.record.place if candidate.record else None
    if candidate.kind == "quantity" and _is_wider(candidate, record_place) and not _named_in(candidate.unit, wanted):
        return -0.8, True
    recorded = {relation(one, meant(record_place, document), day) for one in wanted} if record_place else set()
    of_its_head = heads and candidate.kind in ("person", "office")  # who headed what a place was made from heads no more
    for weight, said_there, given in () if signed else around:
        at_subject = given is subject
        levelled = candidate.kind == "quantity" and all(one.level is not None for one in wanted)
        met = [one for one in given if not (levelled and _called_after(said_there, one, said))]
        if (
            recorded == {"other"} and weight < _OWN_SENTENCE
        ):  # what was read of the value itself outranks what is said around it
            return -0.8, not any(names(document, one) for one in wanted)
        if candidate.kind == "quantity" and recorded == {"contains"} and weight < _OWN_SENTENCE:
            return -0.7, False
        if candidate.column and recorded == {"inside"} and not inside:  # nor is a cell on a commune one of its district
            return -0.8, False
        pairs = [(relation(one, meant(name, document), day), name) for one in wanted for name in met]
        how = {how for how, name in pairs if how != "other" or not (name.name in told or _other_thing(said_there, name))}
        if how & {"same"}:
            same_names = [name for how, name in pairs if how == "same"]
            if weight >= _OWN_SENTENCE and _named_behind(candidate, same_names):
                return -0.3, False
            if candidate.kind == "quantity" and (
                _shared_behind(candidate, same_names) or _shared_in_front(candidate, same_names)
            ):
                return -0.7, True
            return weight * (0.6 if other else 1.0), False
        if how & set(same):
            if of_its_head and how & set(same) == {"predecessor"}:
                return -0.8, True
            return 0.8 * weight * (0.6 if other else 1.0), False
        if candidate.kind == "code" and how == {"contains"} and _BASIS.match(candidate.unit.text):
            return -0.7, True  # what a commune rests its resolution on is none of its own
        if "other" in how and "contains" not in how and weight >= 0.9:
            other = True
            if weight >= 1.0:
                return -1.0, True
        if candidate.kind == "quantity" and how == recorded == {"contains"} and weight >= _OWN_SENTENCE:
            return -0.7, True  # "huyện đón 312.000 lượt" under a heading on one of its communes
        if weight == 1.0 and at_subject and "inside" in how:
            return -0.4, heads and candidate.kind in ("person", "office")  # who heads a commune does not head its district
    if "same" in recorded:
        return (0.3 if other else 0.7), False
    main = document.places[:1] or ((record_place,) if record_place else ())
    how = {relation(one, meant(name, document), day) for one in wanted for name in main}
    if of_its_head and how & set(same) == {"predecessor"}:
        return -0.8, True
    if how & set(same):
        return (0.3 if other else 0.7), False
    if not how:
        return (-0.3 if other else 0.0), other
    named = any(names(document, one) for one in wanted)
    if "contains" in how:  # a figure of a province is none of its district
        if candidate.kind in ("quantity", "person"):
            return -0.7, other or not named or recorded == {"contains"}
        return (-0.3 if named else -0.7), other
    if not named:
        return -0.8, True
    own = (record_place,) if record_place else main
    part = any(relation(one, meant(name, document), day) == "inside" for one in wanted for name in own)
    if part and candidate.kind == "quantity" and not inside:  # nor is a figure of a district one of its province
        return -0.8, False
    if record_place and how == {"other"} and record_place == document.places[0]:  # it only mentions the one asked for
        return -0.8, False
    if candidate.kind in ("person", "office") and how == {"other"}:  # nor does who heads a commune head its neighbour
        return -0.8, True
    return (-0.6 if other else -0.4), False  # what a document of several places is about is a guess


def _is_wider(candidate: Candidate, record_place: str | None) -> bool:
    """Whether a figure is of the country, or of a part of it that holds several provinces."""
    return record_place == COUNTRY or _OF_A_REGION.search(candidate.in_front) is not None


def _named_in(unit: Unit, wanted: Sequence[PlaceMention]) -> bool:
    """Whether a sentence or row speaks of one of the places `wanted`, and not only of something called after it."""
    day = written_on(unit.document)
    told = [one for one in _speaking(unit.text) if not _other_thing(unit.text, one)]
    return any(relation(place, meant(one, unit.document), day) in _SAME for place in wanted for one in told)


def _named_behind(candidate: Candidate, asked: Sequence[PlaceMention]) -> bool:
    """Whether a sentence names the place asked for behind a figure only, which was read as one of another place: "toàn tỉnh
    còn 42%, trong đó huyện Đông Sa 60%"."""
    record = candidate.record
    if record is None or record.place is None:
        return False
    document = candidate.unit.document
    names = {one.name for one in asked}
    named = [one for one in spoken_of(candidate.unit.text) if one.name in names]
    behind = all(candidate.unit.span.start + one.span.start >= candidate.span.end for one in named)
    return behind and not any(relation(one, meant(record.place, document), written_on(document)) == "same" for one in asked)


def _shared_behind(candidate: Candidate, asked: Sequence[PlaceMention]) -> bool:
    """Whether the place asked for stands among several behind a figure, which is then of all of them: "trồng mới 320 ha quế
    tại các xã Trà Thủy, Trà Hiệp, Trà Sơn"."""
    start, text = candidate.unit.span.start, candidate.unit.text
    names = {one.name for one in asked}
    behind = [one for one in _speaking(text) if start + one.span.start >= candidate.span.end]
    joined = [(one, other) for one, other in pairwise(behind) if _AND.fullmatch(text, one.span.end, other.span.start)]
    return any(pair[0].name in names or pair[1].name in names for pair in joined)


def _shared_in_front(candidate: Candidate, asked: Sequence[PlaceMention]) -> bool:
    """The same where they stand in front of it, and none of them has a figure of its own: "Tiểu vùng 3 gồm các xã Ân Nghĩa,
    Ân Hữu, Bok Tới; dân số 25.500 người"."""
    unit, text = candidate.unit.span, candidate.unit.text
    names = {one.name for one in asked}
    front = [one for one in _speaking(text) if unit.start + one.span.end <= candidate.span.start]
    group = front[-1:]
    for before, after in pairwise(front[::-1]):
        if not _AND.fullmatch(text, after.span.end, before.span.start):
            break
        group.append(after)
    if len(group) < 2 or not any(one.name in names for one in group):
        return False
    between = text[group[0].span.end : candidate.span.start - unit.start]
    return not _EACH.search(canonical(between)) and not _EACH.search(canonical(text[: group[-1].span.start]))


def _names_the_way(asked: Sequence[PlaceMention], text: str) -> bool:
    """Whether the bare names asked about are those that a road, a line or a canal is called after."""
    if len(asked) < 2 or any(one.level is not None for one in asked):
        return False
    said = canonical(text)
    return _WAY.search(said) is not None and all(canonical(one.name) in said for one in asked)


def _is_ahead(candidate: Candidate) -> bool:
    """Whether a figure is of a year, or of years that end, after its document was published."""
    record, published = candidate.record, candidate.unit.document.published
    if record is None or published is None:
        return False
    ends = [last for _, last in ranges_in((record.period or "",))] or [record.year or 0]
    return max(ends) > published.year


@lru_cache(maxsize=65536)
def _speaking(text: str) -> tuple[PlaceMention, ...]:
    """The places that `text` speaks of, less those that only tell which became one: "tỉnh (sau hợp nhất Long An và Tây
    Ninh)", "xã A được thành lập trên cơ sở sắp xếp xã B và xã C"."""
    found = [
        one for one in spoken_of(text) if not _MERGED_WITH.search(text, max(0, one.span.start - _REACH), one.span.start)
    ]
    origins = [match for match in _MADE_FROM.finditer(text) if any(one.span.end <= match.start() for one in found)]
    return tuple(one for one in found if not any(made.start() <= one.span.start < made.end() for made in origins))


def _other_thing(text: str, name: PlaceMention) -> bool:
    """Whether a name is that of a neighbour ("phía Tây giáp xã Mỹ Chánh"), or a bare one that of a thing called after a
    place: "Hợp tác xã Sơn Trà", "cầu Cần Thơ"."""
    start = name.span.start
    if _BORDERS.search(text, max(0, start - _REACH), start):
        return True
    return name.level is None and _THING.search(text, max(0, start - 40), start) is not None


def _called_after(text: str, name: PlaceMention, asked: Collection[str]) -> bool:
    """Whether a bare name is that of a thing called after a place ("Trường THCS Tam Quan Bắc"), and of no such thing is
    asked."""
    thing = _THING.search(text, max(0, name.span.start - 40), name.span.start) if name.level is None else None
    return thing is not None and not any(fold(word) in asked for word in thing.group().split())


def year_agreement(question: Question, candidate: Candidate) -> tuple[float, bool]:
    """1 the year asked for, said of this value; lower the further away it is said; a clash when another year governs it."""
    asked = frozenset(question.years)
    if candidate.kind in ("person", "office"):  # who held an office then is not told by a document of another year
        document = candidate.unit.document
        of_document = {*document.years, *_written_in(document)}
        return (-0.5, True) if asked and of_document and not asked & of_document else (0.0, False)
    if candidate.kind == "ordinal":
        return _year_of_rank(asked, candidate)
    if candidate.kind == "code" or question.wanted == "date":
        return 0.0, False
    if not asked:
        return range_agreement(ranges_in(question.query.periods), candidate)
    exact = candidate.year if candidate.year is not None else _column_year(candidate)
    if exact is not None:
        return (1.0, False) if exact in asked else (-1.0, True)
    document = candidate.unit.document
    main = document.years[0] if document.years else document.published.year if document.published else None
    if main is not None and _NEXT_YEAR.search(canonical(candidate.levels[0].text)):
        return (0.9, False) if main + 1 in asked else (-0.8, True)
    if candidate.kind == "quantity":
        near = candidate.governed or _said_besides(candidate.elsewhere, candidate.levels[0].text)
    else:
        near = _said_of_place(candidate) if candidate.kind == "place" else ()
        around = candidate.levels[1].text
        if any(find_document_numbers(candidate.short)):  # what it replaces is of another year
            around = _DATE_OF_DOCUMENT.sub(" ", around)
        if question.wanted == "list":  # "đã chi cho: khắc phục mưa lũ năm 2023; chống dịch": none is that of the whole
            around = around.replace(candidate.span.of(document.text), " ")
        near = near or said_in(around)
    if near:
        found = _covered(asked, near)
        if found > 0:
            return 0.95 * found, False
        if any(one.single for one in near):
            beside = any(one.single and one.low in asked for one in said_in(candidate.unit.text))
            return (-0.3, False) if beside and candidate.kind != "place" else (-0.9, True)
    recorded = candidate.record.year if candidate.record is not None else None
    soft = nearer = recorded is not None
    if recorded in asked:
        return 0.85, False
    if recorded is not None and any(one.covers(recorded) for one in said_in(candidate.unit.text)):
        return -0.7, True
    further = candidate.levels[2:] if recorded is None else candidate.levels[2:3]  # a record has read headings itself
    for weight, level in zip((0.85, 0.8, 0.7), further, strict=False):
        told_there = _DAY.sub(" ", level.text) if candidate.unit.kind == "row" else level.text  # when it is to be done
        said = tuple(one for one in _said_besides(candidate.elsewhere, without_asides(told_there)) if one.single)
        if any(one.low in asked for one in said):
            return weight * (0.5 if soft else 1.0), False
        nearer, soft = soft, soft or bool(said)
    told = candidate.unit.told_year
    if told in asked and not nearer:
        return 0.5, False  # said in the text after the title, which may name another
    soft = soft or told is not None
    if recorded is not None:
        return -0.6, True
    if asked & frozenset(document.years):
        first = bool(asked & frozenset(document.years[:1]))
        if first:
            return 0.1 if soft else 0.6, False
        return (-0.5, True) if soft else (-0.2, False)
    if document.published and document.published.year in asked and not soft:
        return 0.3, False
    return -0.7, True


_MADE_PUBLIC = re.compile(
    r"\b(?:được )?(?:công bố|phê duyệt|ban hành)(?: (?:vào|ngày|tháng|hồi|trong|đầu|cuối|năm|quý))*[\s\d/IVX]{0,10}"
    r"(?:19|20)\d\d\b",
    re.IGNORECASE,
)
"""When a rank was made public, which is not the year that it is of."""


def _year_of_rank(asked: frozenset[int], candidate: Candidate) -> tuple[float, bool]:
    """Of a rank ("xếp thứ 5/13") the year that governs it in its sentence, or else the one that is told before it or in the
    title; the number of a session or a term has none."""
    unit, span = candidate.unit, candidate.span
    if not asked or candidate.form in WITH_NOUN or not unit.span.contains(span):
        return 0.0, False
    told = _MADE_PUBLIC.sub(lambda found: " " * len(found.group()), unit.text)
    near = governing(told, span.shifted(-unit.span.start), frozenset())
    found = _covered(asked, near)
    if found > 0 or near:
        return (0.95 * found, False) if found > 0 else (-0.9, True)
    for level in candidate.levels[3:]:
        said = tuple(one for one in said_in(without_asides(level.text)) if one.single)
        if said:
            return (0.7, False) if any(one.low in asked for one in said) else (-0.7, True)
    return (0.0, False) if asked & {*unit.document.years} or not unit.document.years else (-0.5, True)


def _said_of_place(candidate: Candidate) -> tuple[Said, ...]:
    """The years said behind a place up to a comma, else in its clause: "xã A đạt chuẩn năm 2024, xã B năm 2025"."""
    behind, *_ = _NEXT.split(candidate.unit.document.text[candidate.span.end : candidate.unit.span.end])
    return said_in(behind) or said_in(candidate.levels[0].text)


def _said_besides(others: frozenset[tuple[int, int]], text: str) -> tuple[Said, ...]:
    """The years of `text` but those of other values: B of "giảm từ A cuối năm 2022 xuống còn B" is not of 2022."""
    return tuple(one for one in said_in(text) if (one.low, one.high) not in others)


def range_agreement(asked: frozenset[tuple[int, int]], candidate: Candidate) -> tuple[float, bool]:
    """As `year_agreement` for ranges of years ("giai đoạn 2026 - 2030"): 1 the one asked for, nearby; a clash when one that
    hardly meets it is said instead."""
    if not asked:
        return 0.0, False
    recorded = candidate.record.period if candidate.record is not None else None
    told = (candidate.column, recorded or "", *(_COMPARED_RANGE.sub(" ", one.text) for one in candidate.levels))
    for weight, text in zip((1.0, 1.0, 1.0, 0.95, 0.9, 0.8, 0.7), told, strict=True):
        said = {(one.low, one.high) for one in said_in(text) if not one.single}
        if said & asked:
            return weight * (1.0 if said <= asked else 0.6), False
        if said and not any(_meet(one, other) for one in asked for other in said):
            return -0.9 * weight, weight >= 0.9
    return 0.0, False


def ranges_in(periods: tuple[str, ...]) -> frozenset[tuple[int, int]]:
    """The first and last years of those that end in a range of years: "giai đoạn 2021-2025"."""
    found = filter(None, map(_RANGE.search, periods))
    return frozenset((int(match[1]), int(match[2])) for match in found)


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two ranges are of much the same time: a term of 2020 - 2025 and the plan for 2021 - 2025."""
    return min(one[1], other[1]) - max(one[0], other[0]) >= _MUCH


def part_agreement(question: Question, candidate: Candidate) -> float:
    """For a figure: 1 the part of the year asked for ("6 tháng đầu năm"), -1 another one nearby; 0 when none is asked."""
    asked = _parts_asked(question)
    if not asked or candidate.kind != "quantity":
        return 0.0
    dated = _months_of_days(candidate)
    weight, given = (1.0, dated) if dated else _part_given(candidate)
    if not given and candidate.column:  # "Kết quả theo địa bàn (đến 30/6/2025)"
        weight, given = 0.9, _until_months(f"{candidate.levels[3].text} . {candidate.levels[4].text}")
        given = given or _until_months(_columns_before(candidate))
    if not given and not candidate.column:  # "giải ngân đến hết ngày 30/11 được 28,7 tỷ đồng, đạt 91,4%"
        weight, given = 0.9, _until_months(candidate.in_front)
        dated = given
    planned = candidate.record is not None and candidate.record.kind == "target"
    if (1, 12) in asked and planned and weight <= _AROUND:
        return 0.0  # what the year is to bring, in the report of its half
    if not given and (1, 12) in asked:
        return 0.0
    if not given:
        told = () if planned else parts_of_year(candidate.unit.narrated)[-1:]
        return _NARRATED if asked & {*told} else _UNTOLD
    on_days = dated or candidate.column  # "đến 30 tháng 11" is what "đến cuối tháng 11" asks for
    until = {last for first, last in given if first == last} if on_days else set()
    agrees = asked & given or any(first == 1 and last in until for first, last in asked)
    return weight if agrees else -weight


def part_untold(question: Question, candidate: Candidate) -> bool:
    """Whether the document names nowhere a part of the year that ends as the one asked for does: a figure of the year is
    none of its half. A single month may be when something happened, and need not be told."""
    asked = {last for first, last in _parts_asked(question) if first < last}
    told = {part[1] for part in parts_of_year(candidate.unit.document.text, months=True)}
    return bool(asked) and 12 not in asked and not asked & told


def _written_in(document: Document) -> tuple[int, ...]:
    """The year in which a document was published, or the last of the days that it names, which tells about when."""
    if document.published is not None:
        return (document.published.year,)
    return _last_day(document.text)


@lru_cache(maxsize=256)
def _last_day(text: str) -> tuple[int, ...]:
    years = [one.year for one in find_dates(text) if one.day is not None and one.year is not None]
    return (max(years),) if years else ()


def year_untold(question: Question, candidate: Candidate) -> bool:
    """Whether the document names none of the years asked about at all, nor was published in one."""
    document = candidate.unit.document
    told = document.published is not None and document.published.year in question.years
    return bool(question.years) and not told and not any(str(year) in document.text for year in question.years)


def of_another_month(question: Question, candidate: Candidate) -> bool:
    """Whether words stand in the record of a month's meeting, and the question asks about another month's that nothing
    around them names: "phiên họp tháng 6" tells nothing of what was decided in May."""
    if candidate.kind in ("quantity", "date") or not _MONTHLY.search(question.spelled):
        return False
    asked = {part for part in _parts_asked(question) if part[0] == part[1]}
    of_document = parts_of_year(candidate.unit.document.title, months=True)
    near = {part for level in candidate.levels[:3] for part in parts_of_year(level.text, months=True)}
    return bool(asked and of_document) and not any(_share(one, other) for one in asked for other in (*of_document, *near))


def until_another_day(question: Question, candidate: Candidate) -> bool:
    """Whether a figure is told up to another day than the question names ("đến 30/11" for "đến 31/12")."""
    if candidate.kind != "quantity":
        return False
    asked = {match.groups() for match in _UNTIL.finditer(question.text)}
    if not asked:
        return False
    around = f"{candidate.levels[0].text} . {candidate.column} . {_columns_before(candidate)}"
    told = {match.groups() for match in _UNTIL.finditer(around)}
    days = [{(int(day), int(month)) for day, month in one} for one in (asked, told)]
    return bool(told) and not days[0] & days[1]


def _share(one: Months, other: Months) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def part_unasked(question: Question, candidate: Candidate) -> float:
    """How near a part of a year is said of a figure when the question asks for none."""
    if candidate.kind != "quantity" or _parts_asked(question):
        return 0.0
    weight, given = _part_given(candidate)
    return weight if given and (1, 12) not in given else 0.0


_SINCE_EVENT = re.compile(r"^sau (?:khi|lần|đợt|kỳ họp)\b[^,]*,")
"""What a question begins with that tells since when something is so, and of no part of a year."""
_UP_TO = re.compile(r"(?<!từ tháng \d )(?<!từ tháng \d\d )\b(?:đến|tới) tháng (\d{1,2})\b(?! sau)")


def _parts_asked(question: Question) -> frozenset[Months]:
    dropped = {value for name, value in question.query.dropped if name == "period"}
    said = (question.query.spelled_out or question.text, *question.query.periods)
    asked = [part for words in said for part in parts_of_year(_SINCE_EVENT.sub(" ", canonical(words)), months=True)]
    asked += [(1, int(month)) for month in _UP_TO.findall(question.spelled)]
    return frozenset(part for part in asked if name_of(part) not in dropped)


def _months_of_days(candidate: Candidate) -> frozenset[Months]:
    """The months of the days said in front of the candidate in its clause ("đến 30/6/2025", "tại thời điểm 01/12/2024"), or
    over its column."""
    if candidate.column:
        return _until_months(candidate.column)
    before = candidate.unit.document.text[candidate.clause.start : max(candidate.clause.start, candidate.span.start)]
    return frozenset((int(month), int(month)) for month in _ON_DAY.findall(before))


def _until_months(text: str) -> frozenset[Months]:
    """The months of the days up to which something is told: "đến 30/6/2025"."""
    return frozenset((int(month), int(month)) for month in _UNTIL_DAY.findall(text))


def _columns_before(candidate: Candidate) -> str:
    """The headings of the columns in front of a cell, the nearest that tells a day: a ratio is of what stands before it."""
    unit = candidate.unit
    before = [heading for cell, heading in zip(unit.cells, unit.columns, strict=True) if cell.end <= candidate.span.start]
    return next((heading for heading in reversed(before) if _UNTIL_DAY.search(heading)), "")


def _part_given(candidate: Candidate) -> tuple[float, frozenset[Months]]:
    """The parts of a year said nearest to the candidate, and how near. Months in headings and titles are mere dates."""
    recorded = candidate.record.period if candidate.record is not None and candidate.column else None
    before = Span(candidate.clause.start, max(candidate.clause.start, candidate.span.start)).of(
        candidate.unit.document.text
    )
    # what stands in front is said of it: "9 tháng tăng 6,84% (quý I tăng 5,62%, ...)"
    if given := parts_of_year(recorded or "") or parts_of_year(before, months=True):
        return 1.0, frozenset(given)
    for weight, level, months in zip(
        (1.0, 1.0, 0.9, 0.8, 0.7), candidate.levels, (True, True, True, False, False), strict=True
    ):
        if level is candidate.levels[3] and _THIS_MONTH.search(canonical(candidate.in_front)):
            return _OPENED, frozenset([_month_before(candidate)])
        if level is candidate.levels[3] and (opened := _OPENS_WITH_MONTH.findall(candidate.unit.before)):
            return _OPENED, frozenset(parts_of_year(opened[-1], months=True))
        if given := parts_of_year(_without_totals(level.text, candidate.short), months=months):
            return weight, frozenset(given)
    return 0.0, frozenset()


def _month_before(candidate: Candidate) -> Months:
    """The month that the sentences before, or the title, named last; none of a year where they name none."""
    told = (candidate.unit.document.title, candidate.unit.narrated)
    named = [part for text in told for part in parts_of_year(text, months=True) if part[0] == part[1]]
    return named[-1] if named else _NO_MONTH


def _without_totals(text: str, figure: str) -> str:
    """`text` without the parentheses that tell of something since the year began, but for those that hold the figure:
    "tăng 31,8% (lũy kế 2 tháng tăng 37,6%)"."""
    return _TOTAL_SO_FAR.sub(lambda aside: aside[0] if figure in aside[0] else " ", text)


def _covered(asked: frozenset[int], said: tuple[Said, ...]) -> float:
    """1 when an asked year is said by itself, 0.5 when only within a range, 0 when not at all."""
    if any(one.single and one.low in asked for one in said):
        return 1.0 if len([one for one in said if one.single]) == 1 else 0.9
    return 0.5 if any(one.covers(year) for one in said for year in asked) else 0.0


def _column_year(candidate: Candidate) -> int | None:
    """The year in the heading of the candidate's own column, which outranks everything else in a table."""
    years = {one.low for one in said_in(candidate.column) if one.single}
    return years.pop() if len(years) == 1 else None


def kind_agreement(asked: Kind | None, candidate: Candidate) -> float:
    """1 the same, -1 target against result; an estimate is close to both. Names and numbers of documents have none."""
    if asked is None or candidate.kind in _WITHOUT_KIND:
        return 0.0
    given = kind_of(candidate)
    if given is None or given == asked:
        return 0.0 if given is None else 1.0
    pair = {given, asked}
    return -0.1 if pair == {"estimate", "target"} else -0.3 if pair == {"estimate", "result"} else -1.0


def kind_of(candidate: Candidate) -> Kind | None:
    """target, result or estimate: by the column, the record, the words before the value, then further out."""
    text = candidate.unit.document.text
    before = text[candidate.clause.start : candidate.span.start] if candidate.clause.start <= candidate.span.start else ""
    earlier = candidate.in_front
    recorded = candidate.record.kind if candidate.record is not None else None
    if found := (candidate.column and recorded) or _cue(candidate.column):
        return found
    if candidate.quantity is not None and (candidate.quantity.unit or "").startswith("%"):
        after = text[candidate.span.end : candidate.unit.span.end]
        if OF_A_PLAN.match(after) or _HELD_AGAINST.search(earlier):
            return "estimate" if _ROUGH.search(canonical(before)) else "result"
    if recorded is not None:
        return recorded
    if _is_ahead(candidate):
        return "target"
    said = (candidate.levels[0].text.split(candidate.short)[0] if candidate.short else "", before, earlier)
    for words in (*said, candidate.unit.text, candidate.levels[3].text, candidate.levels[4].text):
        found = _cue(words)
        if found:
            return found
    return None


@lru_cache(maxsize=65536)
def _cue(text: str) -> Kind | None:
    words = _COMPARED_KIND.sub(" ", canonical(text))
    return next((kind for kind, pattern in _CUES if pattern.search(words)), None)
