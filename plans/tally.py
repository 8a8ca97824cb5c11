"""Things told one behind the other with a figure each: "85 xã, 14 phường và 3 đặc khu", "trâu 2.310 con, bò 1.025 con"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from plans.document import Span
from plans.indicator import Quantity
from plans.numbers import FoundQuantity, find_quantities

_AND = r"(?:[,;]|\b(?:và|còn|cùng)\b)"
_LIGHT = r"(?:(?:và|còn|cùng|có|với|khoảng|trên|gần|hơn|được|đạt)\s+)"
_BEGINS = re.compile(rf"\s*{_AND}[\s,;]*{_LIGHT}*", re.IGNORECASE)
_ENDS = re.compile(rf"(?:[,;]|\b(?:và|cùng)\b)[\s,;]*{_LIGHT}*$", re.IGNORECASE)
_TURNS = re.compile(
    r"[:()]|\.\s|\b(?:trong đó|gồm|cụ thể|lần lượt|tương ứng|so với|nhưng|song|từ|đến|mỗi|bằng|vượt)\b"
    r"|\b(?:năm|tháng|quý) \d",
    re.IGNORECASE,
)
"""What ends a row."""
_SAID_OF_IT = re.compile(
    r"(?:\s+[^\W\d]+){0,5}?[\s,]*(?:và\s+)?"
    r"(?:tăng|giảm|bằng|đạt|vượt|hụt|chiếm|tương đương|tương ứng|cao hơn|thấp hơn|gấp)\b[^,;:()\d]{0,24}",
    re.IGNORECASE,
)
"""Between a figure and one that says how much more it is than before, or how far it got with the plan."""
_LEADS = re.compile(r"[:;(]|\b(?:gồm|trong đó|cụ thể|có|là|được|tổ chức|thành lập|tiếp nhận|bầu|khoảng)\b", re.IGNORECASE)
_COMMA = re.compile(r",\s*")
_WORD = re.compile(r"\w+")
_BEHIND = re.compile(
    r"(?:\s+(?!(?:so|trên|trong|tại|ở|được|đã|với|của|để|cho|theo|tăng|giảm|đạt|chiếm|có|từ|là|và|còn)\b)[\w-]+){0,6}",
    re.IGNORECASE,
)
"""Words behind the last figure that say what is counted."""
_LASTS = frozenset({"tháng", "năm", "ngày", "giờ", "tuần", "quý", "phút"})
"""What tells how long something takes: in the name of another figure ("dạy nghề dưới 3 tháng 34.626 người")."""
_MOST_WORDS = 12
"""Words between two figures of a row."""


@dataclass(frozen=True, slots=True)
class Told:
    """One thing with its figure: `span` holds both, `name` is what is told of, with what is counted."""

    span: Span
    name: str
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class _Figure:
    span: Span
    quantity: Quantity
    end: int
    """Where what is said of it ends: "12 tỷ đồng, tăng 5%"."""


@lru_cache(maxsize=4096)
def tally_at(sentence: str, position: int) -> tuple[Told, ...]:
    """The row of two and more in `sentence` that holds the figure at or next behind `position`; else empty."""
    text = _one_level(sentence, position)
    figures = _figures(text, find_quantities(text))
    at = next((at for at, one in enumerate(figures) if one.span.end > position), None)
    if at is None:
        return ()
    for fits, told in ((_is_figure_first, _figure_first), (_is_name_first, _name_first)):
        row = _row(text, figures, at, fits)
        if len(row) > 1:
            return told(text, row)
    return ()


def _one_level(sentence: str, position: int) -> str:
    """The words inside the brackets that `position` is in, or those outside of all; blanks in place of the rest."""
    opened = sentence.rfind("(", 0, position + 1)
    if opened >= 0 and sentence.find(")", opened, position) < 0:
        closed = sentence.find(")", position)
        closed = len(sentence) if closed < 0 else closed
        return " " * opened + "(" + sentence[opened + 1 : closed] + " " * (len(sentence) - closed)
    return re.sub(r"\([^()]*\)", lambda found: " " * len(found.group()), sentence)


def _figures(text: str, found: Sequence[FoundQuantity]) -> list[_Figure]:
    figures: list[_Figure] = []
    for one in found:
        if one.quantity.unit in _LASTS:
            continue
        if figures and _SAID_OF_IT.fullmatch(text, figures[-1].end, one.span.start):
            last = figures.pop()
            figures.append(_Figure(last.span, last.quantity, one.span.end))
        else:
            figures.append(_Figure(one.span, one.quantity, one.span.end))
    return figures


def _row(text: str, figures: Sequence[_Figure], at: int, fits: Callable[[str], bool]) -> Sequence[_Figure]:
    """The figures around the one at `at` between which the words are as in one row."""
    first = last = at
    while first > 0 and fits(_gap(text, figures[first - 1], figures[first])):
        first -= 1
    while last + 1 < len(figures) and fits(_gap(text, figures[last], figures[last + 1])):
        last += 1
    return figures[first : last + 1]


def _gap(text: str, one: _Figure, following: _Figure) -> str:
    """The words between two figures, without what is still said of the first ("so với cùng kỳ")."""
    said = text[one.end : following.span.start]
    if one.end == one.span.end:
        return said
    mark = re.search(r"[,;]", said)
    return said[mark.start() :] if mark else ""


def _is_figure_first(gap: str) -> bool:
    return _ENDS.search(gap) is not None and _is_short(gap)


def _is_name_first(gap: str) -> bool:
    return _BEGINS.match(gap) is not None and _ENDS.search(gap) is None and _is_short(gap)


def _is_short(gap: str) -> bool:
    return len(_WORD.findall(gap)) <= _MOST_WORDS and _TURNS.search(gap) is None


def _figure_first(text: str, row: Sequence[_Figure]) -> tuple[Told, ...]:
    found: list[Told] = []
    most = 0
    for one, following in pairwise(row):
        gap = _ENDS.sub("", text[one.span.end : following.span.start])
        most = max(most, len(_WORD.findall(gap)))
        found.append(_told(text, one, Span(one.span.start, one.span.end + len(gap.rstrip()))))
    last = row[-1]
    behind = _BEHIND.match(text, last.span.end)
    end = behind.end() if behind and most else last.span.end
    return (*found, _told(text, last, Span(last.span.start, end)))


def _name_first(text: str, row: Sequence[_Figure]) -> tuple[Told, ...]:
    starts = [_first_name(text, row[0])]
    for one, following in pairwise(row):
        gap = _gap(text, one, following)
        mark = _BEGINS.match(gap)
        starts.append(following.span.start - len(gap) + (mark.end() if mark else 0))
    return tuple(_told(text, one, Span(start, one.span.end)) for start, one in zip(starts, row, strict=True))


def _first_name(text: str, first: _Figure) -> int:
    """Where the name of the first figure begins: behind what leads the row in, or behind a comma that is not inside a
    word ("nông, lâm nghiệp")."""
    low = max((match.end() for match in _LEADS.finditer(text, 0, first.span.start)), default=0)
    while low < first.span.start and not text[low].isalnum():
        low += 1
    if not _WORD.search(text, low, first.span.start):
        return first.span.start
    for comma in _COMMA.finditer(text, low, first.span.start):
        if len(_WORD.findall(text[low : comma.start()])) > 1:
            low = comma.end()
    return low


def _told(text: str, one: _Figure, span: Span) -> Told:
    words = f"{text[span.start : one.span.start]} {one.quantity.unit or ''} {text[one.span.end : span.end]}"
    return Told(span, " ".join(words.split()), one.quantity)
