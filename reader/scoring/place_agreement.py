"""Does a candidate speak of the place that was asked?"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import pairwise

from plans.admin_units import TIERS, Tier
from plans.place import PlaceMention
from plans.place_words import COUNTRY, MADE_FROM, MERGED_WITH
from plans.text import canonical, fold
from reader.evidence.candidates import Candidate
from reader.evidence.units import Unit
from reader.lexicon.names import CAPITAL
from reader.lexicon.places import meant, names, narrowest, places_in, relation, spoken_of, written_on

_OWN_SENTENCE = 0.95
"""Weight of a place that the candidate's own sentence names; of what stands around that it is lower."""
_SAME = ("same", "successor", "predecessor")
_AND = re.compile(r"\s*(?:,|,?\s*và)\s*")
_EACH = re.compile(r"\b(?:mỗi|từng|đều|lần lượt|tương ứng)\b")
_WAY = re.compile(r"\b(?:đường|tuyến|cầu|kênh|cao tốc|quốc lộ|tỉnh lộ|hương lộ|ql|đt|đh)\b")
_BASIS = re.compile(r"[\s*–-]*căn cứ\b", re.IGNORECASE)
_BORDERS = re.compile(
    r"\bgiáp\b(?:[^.;:\n]|\.(?=\S))*$|\((?:chỉ |đứng |xếp )*(?:sau|trước|trên|cùng)\b[^()\n]*$", re.IGNORECASE
)
"""In front of a neighbour, and of another in the same row: "xếp thứ 2 toàn vùng (sau thành phố Huế)"."""
_MADE_FROM = re.compile(MADE_FROM, re.IGNORECASE)
_MERGED_WITH = re.compile(rf"{MERGED_WITH}$|\((?:bao )?gồm[^()\d\n]*$", re.IGNORECASE)
_WIDER_SUBJECT = re.compile(
    r"\W*(?:toàn |cả )?(?P<level>tỉnh|huyện)(?: (?:mới|ta|này))?"
    r" (?=(?:có|đã|còn|đạt|hiện|rộng|diện tích|dân số|thu|chi|đón)\b)"
)
_AS_WIDE: dict[str, tuple[Tier, ...]] = {"tỉnh": ("province",), "huyện": ("province", "district")}
"""Tiers that are not below such a subject."""
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
    if candidate.kind == "quantity" and _of_wider_subject(candidate, wanted, said):
        return -0.7, True
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


def _of_wider_subject(candidate: Candidate, wanted: Sequence[PlaceMention], said: Collection[str]) -> bool:
    """Whether a sentence begins with the province or the district as what it tells of ("Tỉnh mới có dân số ..."), and units
    of a lower level are asked about, none of which it names."""
    subject = _WIDER_SUBJECT.match(canonical(candidate.unit.text))
    if subject is None or fold(subject["level"]) in said or _named_in(candidate.unit, wanted):
        return False
    return all(one.level is not None and not {*TIERS[one.level]} & {*_AS_WIDE[subject["level"]]} for one in wanted)


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
