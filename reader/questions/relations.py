"""Questions that ask how two or more values stand to one another: which relation, and between what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from plans.place import PlaceMention
from plans.text import syllables
from reader.lexicon.places import narrowest
from reader.questions.question import Question
from reader.questions.subject import Subject, asked_subject, place_words, subject_of

Relation = Literal["difference", "change", "growth", "ratio", "sum", "higher", "lower", "compare"]

_HIGH = r"(?:cao|lớn|nhiều|nhanh|dài|rộng|đông)"
_LOW = r"(?:thấp|nhỏ|ít|chậm|kém|ngắn|hẹp)"
_MANY = r"(?:bao nhiêu|mấy)"
_RISES = r"(?<!tốc độ )(?<!mức )(?<!tỷ lệ )\b(?:tăng|giảm)"
_NO_LEVEL = r"(?:(?! còn | đạt | lên | xuống ).){0,50}"
_PERCENT = r"(?: ?%| phần trăm| percent)"
# In this order: a question that names a difference and a direction asks for the difference.
_RELATIONS: tuple[tuple[Relation, re.Pattern[str]], ...] = (
    (
        "ratio",
        re.compile(
            rf"\bgấp (?:khoảng )?{_MANY}(?: lần)?\b|\bbằng {_MANY} lần\b|\bhow many times\b(?: (?:as|more|larger|higher))?"
        ),
    ),
    (
        "growth",
        re.compile(
            rf"\b(?:tăng|giảm)(?: thêm| hay giảm)? {_MANY}{_PERCENT}|\bby what percent(?:age)?\b|\bhow many percent\b"
        ),
    ),
    (
        "difference",
        re.compile(
            rf"\bchênh lệch\b|\bchênh(?: nhau)?\b|\bcách biệt\b|\b(?:{_HIGH}|{_LOW}) hơn\b.{{0,50}} {_MANY}\b"
            rf"|\b(?:hơn|kém)(?: nhau)? {_MANY}\b|\b(?:what is )?the (?:difference|gap)\b"
            r"|\bhow much (?:higher|lower|more|less|larger|smaller)\b"
        ),
    ),
    (
        "change",
        re.compile(
            rf"\btăng hay giảm\b|{_RISES} (?:thêm )?{_MANY}\b(?! lần)|{_RISES} (?:hơn )?so với\b{_NO_LEVEL} {_MANY}\b"
            r"|\bincreased? or decreased?\b|\brise or fall\b"
            r"|\bhow much (?:did|does|will|has)\b.*\b(?:increase|decrease|rise|fall|change|drop)\b"
        ),
    ),
    ("sum", re.compile(r"\btổng cộng\b|\bcộng lại\b|\btổng(?: số)? của\b|\b(?:total|sum) of\b|\bcombined\b|\btogether\b")),
    (
        "higher",
        re.compile(
            rf"\b{_HIGH} (?:hơn|nhất)\b|\bnhiều .{{1,40}} (?:hơn|nhất)\b"
            r"|\b(?:higher|greater|larger|bigger|highest|greatest|largest|more|most)\b"
        ),
    ),
    (
        "lower",
        re.compile(
            rf"\b{_LOW} (?:hơn|nhất)\b|\bít .{{1,40}} (?:hơn|nhất)\b|\b(?:lower|smaller|less|fewer|lowest|smallest|least)\b"
        ),
    ),
    ("compare", re.compile(r"^(?:hãy )?so sánh\b|\bcompare\b")),
)
_OVER_TIME = ("change", "growth")
_WHICH = re.compile(r"\b(?:nào|hay|hoặc|giữa|đâu)\b|\b(?:which|or|between)\b")
_OPERATION = re.compile(  # what is to be done, no part of the subject
    rf"\bgấp(?: khoảng)?(?: {_MANY})?(?: lần)?\b|\bbằng {_MANY} lần\b|\b(?:{_HIGH}|{_LOW}) (?:hơn|nhất)\b"
    r"|\b(?:điểm )?phần trăm\b|\bđiểm ?%"
    r"|\b(?:mức |sự |độ )?chênh lệch\b|\bchênh\b|\bcách biệt\b|\bhơn kém\b|\btổng cộng\b|\bcộng lại\b|\btổng(?: số)? của\b"
    r"|\bso với(?: cùng kỳ)?\b|\bso sánh\b|\b(?:trong|giữa) (?:hai|ba|số các|các) (?:địa phương|đơn vị|xã|huyện|tỉnh|năm)\b"
    rf"|{_RISES}\b(?! trưởng)"
)
_BETWEEN = re.compile(r"\bgiữa (?P<a>.+?) (?:và|với|so với) (?P<b>.+)")
_AGAINST = re.compile(
    rf"(?P<a>.+?) (?:gấp(?: khoảng)? {_MANY} lần|bằng {_MANY} lần|(?:{_HIGH}|{_LOW}) hơn(?: {_MANY})?(?: so với)?"
    r"|so với|hay|và|cộng với) (?P<b>.+)"
)
_FROM_TO = re.compile(
    r"\b(?:từ|from) (?:cuối )?(?:năm )?((?:19|20)\d\d) (?:đến|tới|to) (?:cuối )?(?:năm )?((?:19|20)\d\d)\b"
)
_TWO_YEARS = re.compile(r"\b((?:19|20)\d\d),? (?:hay|hoặc|và|với|so với|or|and|to|than) (?:năm |in )?((?:19|20)\d\d)\b")


@dataclass(frozen=True, slots=True)
class Operand:
    """One of the values to be related: the subject, and the place or year where the question says one for it."""

    subject: Subject
    place: PlaceMention | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A relation and its operands, in the order of the question (years in the order of time)."""

    relation: Relation
    operands: tuple[Operand, ...]
    by: Literal["place", "year", "subject"]
    wants_direction: bool = False  # "tăng hay giảm", "cao hơn hay thấp hơn"


def relations_asked(question: Question) -> Iterator[Asked]:
    """Each way to read the question as one for a relation, the likelier first; none when it is not one."""
    text = question.spelled.rstrip(" ?.!")
    relation = next((name for name, pattern in _RELATIONS if pattern.search(text)), None)
    if relation is None or _other_period(question, text) or question.wanted == "yesno":
        return
    directed = bool(re.search(r"\b(?:tăng hay giảm|hơn hay|increased? or|rise or)\b", text))
    places = narrowest(question.places)
    years = tuple(sorted({*question.years, *(int(year) for pair in _TWO_YEARS.findall(text) for year in pair)}))
    if relation in _OVER_TIME and not years and (span := _FROM_TO.search(text)):
        years = (int(span[1]), int(span[2]))
    operations = [one.group() for one in _OPERATION.finditer(text)]
    subject = asked_subject(question, operations)
    comparison = relation in ("higher", "lower")
    if comparison and not _WHICH.search(text):
        return
    if len(places) >= 2 and len(years) <= 1 and subject.words:
        year = years[0] if years else None
        if relation not in _OVER_TIME:
            yield Asked(relation, tuple(Operand(subject, one, year) for one in places), "place", directed)
    elif len(places) <= 1 and len(years) >= 2 and (relation == "sum" or comparison or len(years) == 2):
        place = places[0] if places else None
        yield Asked(relation, tuple(Operand(subject, place, year) for year in years), "year", directed)
    elif len(places) <= 1 and len(years) <= 1 and relation not in _OVER_TIME and not question.english:
        for a, b in _two_subjects(text, place_words(question), operations):
            place, year = (places[0] if places else None), (years[0] if years else None)
            yield Asked(relation, (Operand(a, place, year), Operand(b, place, year)), "subject", directed)


def _other_period(question: Question, text: str) -> bool:
    """Whether a time other than single years is asked; "từ năm 2023 đến năm 2024" names two years."""
    ends = set(found.groups()) if (found := _FROM_TO.search(text)) else set()
    return any(set(re.findall(r"\d+", period)) != ends for period in question.query.periods)


def _two_subjects(text: str, drop: list[str], operations: list[str]) -> Iterator[tuple[Subject, Subject]]:
    """ "giữa tổng thu và tổng chi ngân sách" names two things, of which the first may lend its end from the second."""
    found = _BETWEEN.search(text) or _AGAINST.search(text)
    if not found:
        return
    first, second = (subject_of(found[side], [*drop, *operations]) for side in ("a", "b"))
    if not first.text or not second.text:
        return
    shorter, longer = syllables(first.text), syllables(second.text)
    if len(shorter) < len(longer):
        yield subject_of(" ".join([*shorter, *longer[len(shorter) :]])), second
    yield first, second
