"""Does a candidate speak of the part of a year, or the day, that was asked?"""

from __future__ import annotations

import re
from functools import lru_cache

from plans.document import Span
from plans.text import canonical
from plans.year_parts import Months, name_of, parts_of_year
from reader.evidence.candidates import Candidate
from reader.questions.question import Question

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


_SINCE_EVENT = re.compile(r"^sau (?:khi|lần|đợt|kỳ họp)\b[^,]*,")
"""What a question begins with that tells since when something is so, and of no part of a year."""
_UP_TO = re.compile(r"(?<!từ tháng \d )(?<!từ tháng \d\d )\b(?:đến|tới) tháng (\d{1,2})\b(?! sau)")


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
    asked = _days_until(question.text)
    if not asked:
        return False
    told = _days_until(f"{candidate.levels[0].text} . {candidate.column} . {_columns_before(candidate)}")
    told = told or _days_until(candidate.in_front)[-1:]
    return bool(told) and not {*asked} & {*told}


def _days_until(text: str) -> list[tuple[int, int]]:
    """The days and months up to which a text says that something is told."""
    return [(int(day), int(month)) for day, month in _UNTIL.findall(text)]


def _share(one: Months, other: Months) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def part_unasked(question: Question, candidate: Candidate) -> float:
    """How near a part of a year is said of a figure when the question asks for none."""
    if candidate.kind != "quantity" or _parts_asked(question):
        return 0.0
    weight, given = _part_given(candidate)
    return weight if given and (1, 12) not in given else 0.0


def _parts_asked(question: Question) -> frozenset[Months]:
    dropped = frozenset(value for name, value in question.query.dropped if name == "period")
    said = (question.query.spelled_out or question.text, *question.query.periods)
    return _parts_named(said, question.spelled, dropped)


@lru_cache(maxsize=256)
def _parts_named(said: tuple[str, ...], spelled: str, dropped: frozenset[str]) -> frozenset[Months]:
    """The parts of a year in what a question says, but those that were taken back; asked for every candidate."""
    asked = [part for words in said for part in parts_of_year(_SINCE_EVENT.sub(" ", canonical(words)), months=True)]
    asked += [(1, int(month)) for month in _UP_TO.findall(spelled)]
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
