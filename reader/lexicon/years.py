"""Which year a value belongs to.

A year right after a value belongs to that value alone ("28,1% năm 2011"). Otherwise the last year before the value in its
sentence governs it, unless that year stands in brackets already closed or belongs to another value. Years that are only
compared with ("so với năm 2022", "thấp hơn năm 2022") belong to no value.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from plans.document import Span
from plans.year_parts import FIGURE_ASIDE

_YEAR = re.compile(r"(?<![\d.,/])((?:19|20)\d\d)(?:\s*[-–—]\s*((?:19|20)\d\d)(?!\d))?(?![\d.,]*\d|/NQ|/QĐ|/NĐ|/TT)")
_DATE_YEAR = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]((?:19|20)\d\d)|tháng\s*\d{1,2}\s*[/-]\s*((?:19|20)\d\d)")
_COMPARED = re.compile(
    r"(?:so với|so cùng kỳ|cùng kỳ|hơn so|hơn (?:mức )?(?:của )?năm|giá so sánh)[^,;.()]*", re.IGNORECASE
)
_JOINED = re.compile(r"^\s*[(*]*\s*(?:vào|trong|của|ở)?\s*(?:cuối|đầu|giữa|đến|hết)?\s*(?:năm|năm học)?\s*$", re.IGNORECASE)
_OPENS = re.compile(r"\s*(?:là|đạt|có|chỉ|:)(?:\s+(?:là|đạt|có|khoảng|gần|trên|hơn))*\s*\d", re.IGNORECASE)
"""What makes of a year the begin of another statement: "đạt 75% (năm 2024 là 61,7%)"."""
_ASIDE_OF = re.compile(r"\bnăm\s+((?:19|20)\d\d)\s*\(\s*(?:là|đạt|khoảng|hơn)?\s*$", re.IGNORECASE)
"""A year right before the bracket in which a value stands: "gấp 1,6 lần so với năm 2020 (41,2 triệu đồng)"."""
_ASIDE_ON = re.compile(r"\(\s*(?:(?:cuối|đầu|giữa|hết)\s+)?năm\s+((?:19|20)\d\d)(?![\d/–-])[^,;()\d]*$", re.IGNORECASE)
"""A year that opens the bracket in which a value stands: "8,7% (năm 2023 ước thực hiện 12,27%)"."""
_LISTED = re.compile(r"^\s*(?:,|và|-|–)\s*(?:năm\s*)?$")


@dataclass(frozen=True, slots=True)
class Said:
    """A year, or a range of years, said at `start`-`end` of a text."""

    start: int
    end: int
    low: int
    high: int

    def covers(self, year: int) -> bool:
        return self.low <= year <= self.high

    @property
    def single(self) -> bool:
        return self.low == self.high


@lru_cache(maxsize=8192)
def said_in(text: str) -> tuple[Said, ...]:
    """Years of `text` in order, comparisons left out."""
    masked = _COMPARED.sub(lambda match: " " * len(match.group()), text)
    found = [Said(match.start(), match.end(), int(match[1]), int(match[2] or match[1])) for match in _YEAR.finditer(masked)]
    for match in _DATE_YEAR.finditer(masked):
        year = int(match[1] or match[2])
        found.append(Said(match.start(), match.end(), year, year))
    return tuple(sorted(set(found), key=lambda one: one.start))


def without_asides(text: str) -> str:
    """`text`, as long, with the brackets blanked out in which a figure of a year stands beside one of its sentence: "tăng
    8,93% (9 tháng năm 2023 tăng 7,15%)" says nothing of the year of what is told around it."""
    return FIGURE_ASIDE.sub(lambda match: " " * len(match.group()), text)


def owned(text: str, marks: list[Span]) -> dict[Span, Said]:
    """Values (spans into `text`) that a year right behind them, or right before their bracket, belongs to."""
    found: dict[Span, Said] = {}
    for mark in marks:
        if (aside := _ASIDE_OF.search(text, 0, mark.start)) and text[mark.end : mark.end + 1] == ")":
            found[mark] = Said(*aside.span(1), int(aside[1]), int(aside[1]))
            continue
        if opened := _ASIDE_ON.search(text, 0, mark.start):
            found[mark] = Said(*opened.span(1), int(opened[1]), int(opened[1]))
            continue
        for year in said_in(text):
            joined = mark.end <= year.start <= mark.end + 24 and _JOINED.match(text[mark.end : year.start])
            if joined and not _OPENS.match(text, year.end) and not _of_an_aside(text, mark, year, marks):
                found[mark] = year
                break
    return found


def _of_an_aside(text: str, mark: Span, year: Said, marks: list[Span]) -> bool:
    """Whether a year behind a value opens a bracket that tells of that year: "8,7% (năm 2023 ước thực hiện 12,27%)"."""
    end = text.find(")", year.end)
    inside = (one for one in marks if year.end <= one.start and one.end <= end)
    return "(" in text[mark.end : year.start] and any("," not in text[year.end : one.start] for one in inside)


def governing(text: str, span: Span, taken: frozenset[Said]) -> tuple[Said, ...]:
    """The year, or the years listed together, that last stand before `span` and belong to no other value."""
    before = [
        one
        for one in said_in(text)
        if one.end <= span.start and one not in taken and not _closed(text, one.end, span.start)
    ]
    if not before:
        return ()
    group = [before[-1]]
    for one in reversed(before[:-1]):
        if not _LISTED.match(text[one.end : group[0].start]):
            break
        group.insert(0, one)
    return tuple(group)


def _closed(text: str, start: int, end: int) -> bool:
    """Whether a bracket that was open at `start` closes before `end`."""
    depth = 0
    for character in text[start:end]:
        depth += character == "("
        depth -= character == ")"
        if depth < 0:
            return True
    return False
