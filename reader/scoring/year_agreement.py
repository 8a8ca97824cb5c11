"""Does a candidate speak of the year, or the range of years, that was asked?"""

from __future__ import annotations

import re
from functools import lru_cache

from plans.dates import find_dates
from plans.document import Document
from plans.document_numbers import find_document_numbers
from plans.text import canonical
from reader.evidence.candidates import Candidate
from reader.evidence.quotations import quotation_asked, without_quotations
from reader.lexicon.ordinals import WITH_NOUN
from reader.lexicon.years import Said, governing, said_in, without_asides
from reader.questions.question import Question

_RANGE = re.compile(r"((?:19|20)\d\d)-((?:19|20)\d\d)$")
_COMPARED_RANGE = re.compile(
    r"\b(?:so với|hơn|bằng|cùng kỳ)\s+(?:của\s+)?(?:năm học|niên vụ|giai đoạn|nhiệm kỳ)\s+\d{4}\s*[-–]\s*\d{4}",
    re.IGNORECASE,
)
_NEXT_YEAR = re.compile(r"\b(sang năm|năm tới|năm sau|năm tiếp theo)\b(?!\s+(?:19|20)\d\d)")
_NEXT = re.compile(r"[,;](?!\d)")
_MUCH = 2
"""Years from the first to the last that two ranges have in common."""
_DATE_OF_DOCUMENT = re.compile(r"(?<=\d/[A-ZĐ])\S*\s+ngày\s+\d{1,2}(?:\s+tháng\s+|[/.-])\d{1,2}(?:\s+năm\s+|[/.-])\d{4}")
_DAY = re.compile(r"(?<!\d)(?:\d{1,2}/)?\d{1,2}/(?:19|20)\d\d(?!\d)")


_MADE_PUBLIC = re.compile(
    r"\b(?:được )?(?:công bố|phê duyệt|ban hành)(?: (?:vào|ngày|tháng|hồi|trong|đầu|cuối|năm|quý))*[\s\d/IVX]{0,10}"
    r"(?:19|20)\d\d\b",
    re.IGNORECASE,
)
"""When a rank was made public, which is not the year that it is of."""


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
        around = _without_own(question, candidate, around)
        near = near or said_in(around)
    if near:
        found = _covered(asked, near)
        if found > 0:
            return 0.95 * found, False
        if any(one.single for one in near):
            beside = any(
                one.single and one.low in asked for one in said_in(_without_own(question, candidate, candidate.unit.text))
            )
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
        told_there = _without_own(question, candidate, told_there)
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


def _without_own(question: Question, candidate: Candidate, around: str) -> str:
    """What is said around a list or a theme without their own words: of "đã chi cho: khắc phục mưa lũ năm 2023; chống dịch"
    and "chủ đề “khắc phục tồn tại năm 2023”" no year is that of the whole."""
    if question.wanted == "list":
        return around.replace(candidate.span.of(candidate.unit.document.text), " ")
    unit = candidate.unit
    return without_quotations(unit.text) if quotation_asked(question, candidate) is not None else around


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


def _covered(asked: frozenset[int], said: tuple[Said, ...]) -> float:
    """1 when an asked year is said by itself, 0.5 when only within a range, 0 when not at all."""
    if any(one.single and one.low in asked for one in said):
        return 1.0 if len([one for one in said if one.single]) == 1 else 0.9
    return 0.5 if any(one.covers(year) for one in said for year in asked) else 0.0


def _column_year(candidate: Candidate) -> int | None:
    """The year in the heading of the candidate's own column, which outranks everything else in a table."""
    years = {one.low for one in said_in(candidate.column) if one.single}
    return years.pop() if len(years) == 1 else None
