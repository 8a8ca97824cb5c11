"""Does a candidate speak of the place, the year and the kind that were asked? Each is read nearest first.

A level that names a place (or year, or kind) of its own decides; levels further out are asked only when it names none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from plans.admin_units import name_key, split_long_name
from plans.document import Document, Span
from plans.indicator import Kind
from plans.place import TWO_LEVELS, Gazetteer, Place, PlaceMention
from plans.text import canonical
from reader.candidates import Candidate
from reader.names import person_spans
from reader.question import Question
from reader.years import Said, said_in

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
            r"\b(đã|đạt|thực hiện được|kết quả|giảm còn|hoàn thành|tăng|thực tế|hiện có|hiện nay|hiện|tính đến"
            r"|trong năm|cuối năm|có)\b"
        ),
    ),
)
_COMPARED_KIND = re.compile(r"\b(?:so với|vượt|bằng|đạt [\d.,]+ ?% (?:so với )?)[^,;.]*")
_NEXT_YEAR = re.compile(r"\b(sang năm|năm tới|năm sau|năm tiếp theo)\b")


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
    place, place_clash = place_agreement(question.places, candidate, inside=question.wanted in ("place", "list"))
    year, year_clash = year_agreement(question, candidate)
    return Agreement(place, year, kind_agreement(question.kind, candidate), place_clash, year_clash)


@lru_cache(maxsize=65536)
def places_in(text: str) -> tuple[PlaceMention, ...]:
    """The places named in `text`, in capitals too, but for those inside a person's name ("Trần Trung Hiếu" is
    not xã Trung Hiếu)."""
    text = _CAPITALS.sub(lambda found: found.group().title(), text)  # of the same length
    persons = list(person_spans(text))
    return tuple(
        one
        for one in Gazetteer.load().mentions(text)
        if not any(one.span.overlaps(name) and len(one.span) < len(name) for name in persons)
    )


def relation(asked: PlaceMention, given: PlaceMention | str, on: date | None = None) -> str:
    """What `given`, written on the day `on`, is to `asked`; remembered by name and candidates, wherever the two stand."""
    return _relation(*_key(asked), *_key(given), on)


def written_on(document: Document) -> date | None:
    """The day of a document, or one of the year it reports on; None where that may be on either side of July 2025."""
    if document.published is not None:
        return document.published
    year = document.years[0] if document.years else None
    return date(year, 12, 31) if year is not None and year < TWO_LEVELS.year else None


def _key(place: PlaceMention | str) -> tuple[str, tuple[Place, ...] | None]:
    return (place, None) if isinstance(place, str) else (place.name, place.candidates)


@lru_cache(maxsize=65536)
def _relation(
    asked: str, units: tuple[Place, ...] | None, given: str, given_units: tuple[Place, ...] | None, on: date | None
) -> str:
    def rebuilt(name: str, candidates: tuple[Place, ...] | None) -> PlaceMention | str:
        return name if candidates is None else PlaceMention(Span(0, 0), name, split_long_name(name)[0], candidates)

    return Gazetteer.load().relation(rebuilt(asked, units), rebuilt(given, given_units), on)


_THING = re.compile(
    r"\b(?:hợp tác xã|htx|công ty|nhà máy|cụm công nghiệp|khu công nghiệp|ccn|kcn|khu kinh tế|khu du lịch|trường|bệnh viện"
    r"|chợ|cầu|cảng|hồ|đập|sông|kênh|đèo|núi|vịnh|đền|chùa|đường|cao tốc|sân bay|vườn quốc gia)(?:\s+\w+){0,3}\s*$",
    re.IGNORECASE,
)
_UPPER = r"[A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ]+"
_CAPITALS = re.compile(rf"\b{_UPPER}(?:[ \n]{_UPPER})+\b")
_READ = 60_000
"""Characters of a document in which places are looked for."""
_SAME = ("same", "successor", "predecessor")


def narrowest(places: tuple[PlaceMention, ...]) -> tuple[PlaceMention, ...]:
    """The places asked about: "huyện Đức Thọ" of "huyện Đức Thọ, tỉnh Hà Tĩnh", whose province only says which."""
    kept = tuple(one for one in places if not any(relation(one, other) == "inside" for other in places if other is not one))
    return kept or places


def place_agreement(asked: tuple[PlaceMention, ...], candidate: Candidate, *, inside: bool = False) -> tuple[float, bool]:
    """1 the place asked for, nearby; 0.7 by the document alone; a clash when another place is named instead.

    With `inside`, a place that lies in the one asked about will do ("xã nào của huyện ...").
    """
    same = (*_SAME, "inside") if inside else _SAME
    if not asked:
        return 0.0, False
    wanted = narrowest(asked)
    document = candidate.unit.document
    day = written_on(document)
    texts = [level.text for level in candidate.levels]
    subject = places_in(texts[0])
    other = False
    around = zip((1.0, 1.0, 0.95, 0.9, 0.8), texts, (subject, *map(places_in, texts[1:])), strict=True)
    signed = candidate.unit.kind == "signature"  # for the place of the document
    for weight, text, given in () if signed else around:
        pairs = [(relation(one, name, day), name) for one in wanted for name in given]
        how = {how for how, name in pairs if how != "other" or not _other_thing(text, name)}
        if how & {"same"}:
            return weight * (0.6 if other else 1.0), False
        if how & set(same):
            return 0.8 * weight * (0.6 if other else 1.0), False
        if "other" in how and "contains" not in how and weight >= 0.9:
            other = True
            if weight >= 1.0:
                return -1.0, True
        if weight == 1.0 and given is subject and "inside" in how:
            return -0.4, candidate.kind in ("person", "office")  # who heads a commune does not head its district
    record_place = candidate.record.place if candidate.record else None
    if record_place and any(relation(one, record_place, day) == "same" for one in wanted):
        return (0.3 if other else 0.7), False
    main = document.places[:1] or ((record_place,) if record_place else ())
    how = {relation(one, name, day) for one in wanted for name in main}
    if how & set(same):
        return (0.3 if other else 0.7), False
    if "contains" in how or not how:
        return (-0.3 if other else 0.0), other
    if any(names(document, one) for one in wanted):  # what a document of several places is about is a guess
        return (-0.6 if other else -0.4), False
    return -0.8, True


def names(document: Document, asked: PlaceMention) -> bool:
    """Whether the document names the place anywhere: at the level asked for, or with no level where it gives the name none.

    "Cai Lậy" in an article that says "thị xã Cai Lậy" once is not huyện Cai Lậy.
    """
    return _named(document.text, asked.name, asked.candidates, written_on(document))


@lru_cache(maxsize=4096)
def _named(text: str, asked: str, units: tuple[Place, ...], on: date | None) -> bool:
    level, name = split_long_name(asked)
    place = PlaceMention(Span(0, 0), asked, level, units)
    mentions = places_in(text[:_READ])
    levels = {one.level for one in mentions if name_key(split_long_name(one.name)[1]) == name_key(name)}
    return any(
        relation(place, one, on) == "same" and (level is None or one.level is not None or levels == {None})
        for one in mentions
    )


def _other_thing(text: str, name: PlaceMention) -> bool:
    """Whether a bare name is that of a thing called after a place: "Hợp tác xã Sơn Trà", "cầu Cần Thơ"."""
    return name.level is None and _THING.search(text, max(0, name.span.start - 40), name.span.start) is not None


def year_agreement(question: Question, candidate: Candidate) -> tuple[float, bool]:
    """1 the year asked for, said of this value; lower the further away it is said; a clash when another year governs it."""
    asked = frozenset(question.years)
    if not asked or candidate.kind in ("person", "office", "code") or question.wanted == "date":
        return 0.0, False
    exact = candidate.year if candidate.year is not None else _column_year(candidate)
    if exact is not None:
        return (1.0, False) if exact in asked else (-1.0, True)
    document = candidate.unit.document
    main = document.years[0] if document.years else document.published.year if document.published else None
    if main is not None and _NEXT_YEAR.search(canonical(candidate.levels[0].text)):
        return (0.9, False) if main + 1 in asked else (-0.8, True)
    if candidate.kind == "quantity":
        near = candidate.governed or said_in(candidate.levels[0].text)
    else:
        near = said_in(candidate.levels[1].text)
    if near:
        found = _covered(asked, near)
        if found > 0:
            return 0.95 * found, False
        if any(one.single for one in near):
            beside = any(one.single and one.low in asked for one in said_in(candidate.unit.text))
            return (-0.3, False) if beside else (-0.9, True)
    soft = False
    if candidate.record is not None and candidate.record.year is not None:
        year = candidate.record.year
        if year in asked:
            return 0.85, False
        if any(one.covers(year) for one in said_in(candidate.unit.text)):
            return -0.7, True
        soft = True
    for weight, level in zip((0.85, 0.8, 0.7), candidate.levels[2:], strict=True):
        said = tuple(one for one in said_in(level.text) if one.single)
        if any(one.low in asked for one in said):
            return weight * (0.5 if soft else 1.0), False
        soft = soft or bool(said)
    told = candidate.unit.told_year
    if told is not None and not soft:
        if told in asked:
            return 0.5, False
        soft = True
    if asked & frozenset(document.years):
        first = bool(asked & frozenset(document.years[:1]))
        if first:
            return 0.1 if soft else 0.6, False
        return (-0.5, True) if soft else (-0.2, False)
    if document.published and document.published.year in asked and not soft:
        return 0.3, False
    return -0.7, True


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
    """1 the same, -1 target against result; an estimate is close to both."""
    if asked is None:
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
    earlier = text[candidate.unit.span.start : candidate.span.start]
    if found := _cue(candidate.column):
        return found
    if candidate.record and candidate.record.kind:
        return candidate.record.kind
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
