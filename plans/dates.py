"""Dates, years, periods and clock times as Vietnamese documents write them; none of them is a quantity."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from plans.document import Span
from plans.year_parts import Months, find_year_parts

_S = r"[\s*]*"  # a line may break, or Markdown stars stand, inside a date
_SEP = r"\s?[/.\-–]\s?"
_NGAY, _THANG, _NAM = r"ng[àa]y", r"th[áa]ng", r"n[ăa]m"
_DAY, _MONTH, _YEAR = r"(?P<day>[0-3]?[0-9])", r"(?P<month>[01]?[0-9])", r"(?P<year>(?:19|20)[0-9]{2})"
_DAYTIME = r"(?:(?<=sáng )|(?<=chiều )|(?<=tối )|(?<=trưa )|(?<=đêm )|(?<=hôm )|(?<=sang )|(?<=chieu )|(?<=toi ))"
_EDGE = r"(?![0-9]|[.,/][0-9])"
_START = r"(?<![0-9\w])(?<![0-9][.,/\-])"
_I = re.IGNORECASE

_FORMS = tuple(
    re.compile(_START + form + _EDGE, _I)
    for form in (
        rf"(?:{_NGAY}{_S})?{_DAY}{_S}{_THANG}{_S}{_MONTH}(?:{_S},?{_S}{_NAM}{_S}|{_SEP}){_YEAR}",
        rf"{_NGAY}{_S}{_DAY}{_S}{_THANG}{_S}{_MONTH}",
        rf"(?:{_NGAY}{_S})?{_DAY}{_SEP}{_MONTH}{_SEP}{_YEAR}",
        rf"{_NGAY}{_S}{_DAY}{_SEP}{_MONTH}{_SEP}(?P<short>[0-9]{{2}})",
        rf"{_THANG}{_S}{_MONTH}(?:{_S},?{_S}{_NAM}{_S}|\s?[/\-–.]\s?){_YEAR}",
        rf"{_MONTH}/{_YEAR}",
        rf"{_YEAR}-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>[0-3][0-9]))?",
        rf"{_NGAY}{_S}{_DAY}{_SEP}{_MONTH}",
        rf"{_DAYTIME}{_DAY}[/.\-]{_MONTH}",
        rf"{_DAY}/{_MONTH}(?=\s+(?:hằng|hàng|hang)\s+n[ăa]m)",
        rf"{_THANG}{_S}{_MONTH}(?!\w)",
        rf"{_NGAY}{_S}{_DAY}(?!\w)",
        rf"{_NAM}{_S}{_YEAR}(?!\w)",
    )
)
_MORE_YEARS = re.compile(
    rf"(?:{_S}(?:,|và|va|hoặc){_S}(?:{_NAM}{_S})?)((?:19|20)[0-9]{{2}}){_EDGE}(?![\w/\-–]|\s?[–-]\s?[0-9])", _I
)
_MORE_DAYS = re.compile(rf"{_S}(?:,|và|va){_S}{_DAY}/{_MONTH}{_EDGE}(?!\s*%)", _I)
_CUED_YEAR = re.compile(
    r"(?<!\w)(?:đến|từ|trước|sau|cuối|đầu|giữa|năm|với|hết|den|tu|truoc|cuoi|het|nam)"
    rf"{_S}{_YEAR}{_EDGE}(?![%/\-–]|\s[%–-])",
    _I,
)
_YEARS = re.compile(
    rf"{_START}(?P<first>(?:19|20)[0-9]{{2}}){_S}(?:[-–—]|đến|den|tới){_S}(?:{_NAM}{_S})?"
    rf"(?P<last>(?:19|20)[0-9]{{2}}){_EDGE}(?![\w%])",
    _I,
)
_TERM = re.compile(rf"(?<![0-9][.,])(?<![0-9])0?[35]{_S}{_NAM}(?={_S}\(?(?:từ{_S})?(?:19|20)[0-9]{{2}}{_S}[-–])", _I)
_CLOCK = re.compile(
    r"(?<![0-9\w.,])(?:[01]?[0-9]|2[0-4])(?:\s?:\s?[0-5][0-9](?::[0-5][0-9])?|\s?(?:h|g)(?:\s?[0-5][0-9])?|"
    r"\s?giờ\s?[0-5]?[0-9](?:\s?phút)?)[’'′p]?(?![\w%])|(?<![0-9])24/(?:24|7)(?:/[0-9]+)?(?![0-9])"
    r"|(?:(?<=lúc )|(?<=vào ))[0-9]{1,2}\s?giờ",
    _I,
)


_MONTH_OF = rf"(?:{_S}{_THANG}{_S}[01]?[0-9]|{_SEP}[01]?[0-9])(?:(?:{_S},?{_S}{_NAM}{_S}|{_SEP})(?:19|20)[0-9]{{2}})?"
_OF_MONTHS = rf"{_THANG}{_S}[01]?[0-9](?:(?:{_S},?{_S}{_NAM}{_S}|{_SEP})(?:19|20)[0-9]{{2}})?"
_RANGE = re.compile(
    rf"(?:{_START}t[ừu]{_S})?(?<!\w)(?:(?:{_NGAY}{_S}|(?<=từ ))[0-3]?[0-9](?:{_MONTH_OF})?|{_OF_MONTHS})"
    rf"{_S}(?:đến|den|tới|[-–]|và){_S}(?:hết{_S})?(?:(?:{_NGAY}{_S})?[0-3]?[0-9]{_MONTH_OF}|{_OF_MONTHS}){_EDGE}",
    _I,
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A day, month, quarter or year that a text names. `date` is set when day, month and year are all given."""

    span: Span
    date: date | None
    year: int | None
    month: int | None
    day: int | None
    raw: str


@dataclass(frozen=True, slots=True)
class FoundPeriod:
    """A stretch of time: "giai đoạn 2021 - 2025" (the years alone), "6 tháng đầu năm 2024" (first == last == 2024, with its
    `months`)."""

    span: Span
    first: int | None
    last: int | None
    months: Months | None
    raw: str


def find_dates(text: str, offset: int = 0) -> list[FoundDate]:
    """Every date of `text`, longest reading first, in order of place; `offset` is added to every span.

    Day and month without a year count as a date only after a word for it ("ngày", "chiều") or before "hằng năm". The two
    years of a range are a period, not dates.
    """
    found: dict[int, FoundDate] = {}
    claimed = _Claims((one.span.start, one.span.end) for one in find_periods(text))
    quarters = (one for one in find_year_parts(text, compared=True) if one.form == "quarter")
    read = [FoundDate(one.span, None, one.year, None, None, one.span.of(text)) for one in quarters]
    read += [made for form in _FORMS for match in form.finditer(text) if (made := _date(match)) is not None]
    for made in read:
        if claimed.free((made.span.start, made.span.end)):
            found[made.span.start] = made
            claimed.add((made.span.start, made.span.end))
            _continue(text, made, found, claimed)
    for match in _CUED_YEAR.finditer(text):
        if claimed.free(match.span("year")):
            span = Span(*match.span("year"))
            found[span.start] = FoundDate(span, None, int(match["year"]), None, None, match["year"])
            claimed.add(match.span("year"))
    dates = [found[start] for start in sorted(found)]
    return [replace(one, span=one.span.shifted(offset)) for one in dates] if offset else dates


def find_periods(text: str) -> list[FoundPeriod]:
    """Ranges of years and parts of a year, quarters (which are dates) aside, in order of place."""
    periods = [
        FoundPeriod(one.span, one.year, one.year, one.months, one.span.of(text))
        for one in find_year_parts(text, compared=True)
        if one.form == "months"
    ]
    for match in _YEARS.finditer(text):
        first, last = int(match["first"]), int(match["last"])
        if first < last:
            periods.append(FoundPeriod(Span(*match.span()), first, last, None, match.group()))
    return sorted(periods, key=lambda one: one.span)


def find_day_ranges(text: str) -> list[Span]:
    """From which day or month to which ("từ ngày 13 đến ngày 19/11/2026"), and days together ("ngày 22 và 23/7")."""
    return [Span(*match.span()) for match in _RANGE.finditer(text)]


def time_ranges(text: str) -> list[tuple[int, int]]:
    """The ranges of `text` that speak of time: dates, periods, plan terms ("5 năm 2021 - 2025") and clock times."""
    ranges = [(one.span.start, one.span.end) for one in find_dates(text)]
    ranges += [(one.span.start, one.span.end) for one in find_periods(text)]
    ranges += [match.span() for pattern in (_TERM, _CLOCK) for match in pattern.finditer(text)]
    return ranges


class _Claims:
    """Ranges that do not overlap, kept sorted."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        self._ranges = sorted(ranges)

    def free(self, span: tuple[int, int]) -> bool:
        at = bisect_left(self._ranges, span)
        before = at == 0 or self._ranges[at - 1][1] <= span[0]
        return before and (at == len(self._ranges) or span[1] <= self._ranges[at][0])

    def add(self, span: tuple[int, int]) -> None:
        insort(self._ranges, span)


def _date(match: re.Match[str]) -> FoundDate | None:
    parts = match.groupdict()
    day, month = (int(parts[name]) if parts.get(name) else None for name in ("day", "month"))
    year = int(parts["year"]) if parts.get("year") else 2000 + int(parts["short"]) if parts.get("short") else None
    if (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31):
        return None
    exact = None
    if day and month:
        try:
            exact = date(year or 2000, month, day)  # a leap year when none is given: "ngày 29/2"
        except ValueError:
            return None
    return FoundDate(Span(*match.span()), exact if year else None, year, month, day, match.group())


def _continue(text: str, made: FoundDate, found: dict[int, FoundDate], claimed: _Claims) -> None:
    """Takes in what a date is listed with: "năm 2017 và 2018", "ngày 01/6 và 15/11"."""
    end = made.span.end
    pattern = _MORE_DAYS if made.day and made.month and not made.year else _MORE_YEARS
    if pattern is _MORE_YEARS and (made.month or made.day or not made.year):
        return
    while match := pattern.match(text, end):
        end = match.end()
        if pattern is _MORE_YEARS:
            span = Span(*match.span(1))
            one: FoundDate | None = FoundDate(span, None, int(match[1]), None, None, match[1])
        else:
            span = Span(match.start("day"), end)
            day, month = int(match["day"]), int(match["month"])
            one = FoundDate(span, None, None, month, day, span.of(text)) if month <= 12 and 0 < day <= 31 else None
        if one is None or not claimed.free((span.start, span.end)):
            return
        found[span.start] = one
        claimed.add((span.start, span.end))
