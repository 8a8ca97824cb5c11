"""Tables of plain text without bars: cells parted by tabs, as spreadsheets and Word copy them, cells that stand under each
other, as tools lay out the pages of a PDF, and rows whose columns were lost, as pages are copied."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.table_grid import is_numeric, is_ordinal
from plans.document import Span

LEAST = 3
"""Rows, and columns, that make a table."""
_GUTTER = 2
"""Characters that are blank on every line between two columns."""
_HEADING = 120
"""Characters of a line that heads some rows of a table, at most."""
_FIGURES = 0.25
"""Share of the cells under each other that must be figures: prose with wide gaps is no table."""
_RULE = re.compile(r"[\s\-–—_=+.|]*[-–—_=]{3}[\s\-–—_=+.|]*")
_WIDE = re.compile(r"\S {3,}\S")
_FIGURE = re.compile(r"[+\-–]?\d[\d.,]*%?|[-–]")
_ENDS_HEADING = re.compile(r"\)|(?<!\d)(?:19|20)\d\d(?!\d)")
"""What a heading over figures ends with where nothing parts it from the next: a unit in parentheses, a year."""
_OVER_NAMES = re.compile(
    r"(?:(?:TT|STT)\s+)?(?:(?:tên )?(?:địa phương|đơn vị(?! tính)|chỉ tiêu|nội dung|hạng mục|lĩnh vực|danh mục|khoản mục"
    r"|dự án)"
    r"|xã, (?:phường|thị trấn)|huyện, (?:thị xã, )?thành phố)\b",
    re.IGNORECASE,
)
"""What may stand over the names of the rows."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Rows of cells; `headings` of them are headings, None when nothing says how many."""

    span: Span
    rows: tuple[tuple[Span, ...], ...]
    headings: int | None = None


def find(text: str) -> list[Columns]:
    """The tables of `text`, in reading order."""
    lines = list(_lines(text))
    return sorted([*_tabbed(text, lines), *_aligned(text, lines), *_run_together(text, lines)], key=lambda one: one.span)


def _lines(text: str) -> Iterator[Span]:
    at = 0
    for line in text.splitlines(keepends=True):
        yield Span(at, at + len(line.rstrip("\r\n")))
        at += len(line)


def _tabbed(text: str, lines: Sequence[Span]) -> Iterator[Columns]:
    """Runs of lines with as many tabs each; a line with fewer cells between them heads the rows below it ("A", "CHỈ TIÊU
    KINH TẾ")."""
    rows: list[tuple[Span, ...]] = []
    heads: list[tuple[Span, ...]] = []  # lines that may head what follows
    for line in [*lines, Span(len(text), len(text))]:
        words = line.of(text)
        marks = [-1, *(found.start() for found in re.finditer("\t", words)), len(words)]
        edges = pairwise(marks) if "|" not in words else ()
        cells = tuple(Span(line.start + a + 1, line.start + b).trimmed(text) for a, b in edges)
        if rows and len(cells) == len(rows[0]) and words.strip():
            rows += [*heads, cells]
            heads = []
            continue
        if rows and not heads and len(cells) < len(rows[0]) and heads_rows(words, len(cells)):
            heads = [(*cells, *(Span(line.end, line.end),) * (len(rows[0]) - len(cells)))]
            continue
        if len(rows) >= LEAST:
            yield Columns(Span(rows[0][0].start, rows[-1][-1].end), tuple(rows))
        rows, heads = ([cells] if len(cells) >= LEAST and words.strip() else []), []


def heads_rows(words: str, cells: int) -> bool:
    """Whether a line of so many cells among the rows of a table can head some of them: "II. XÃ HỘI"."""
    return bool(words.strip()) and len(words) <= _HEADING and (cells > 1 or words.isupper())


def _aligned(text: str, lines: Sequence[Span]) -> Iterator[Columns]:
    """Runs of lines, rules aside, over all of which the same columns are blank."""
    run: list[Span] = []
    ruled: list[int] = []  # how many lines stand above each rule
    for line in [*lines, Span(len(text), len(text))]:
        words = line.of(text)
        if run and _RULE.fullmatch(words):
            ruled.append(len(run))
        elif (
            words.strip() and "\t" not in words and "|" not in words and (_WIDE.search(words) or (run and words[:1] == " "))
        ):
            run.append(line)
        else:
            if (found := _table(text, run, ruled)) is not None:
                yield found
            run, ruled = [], []


def _run_together(text: str, lines: Sequence[Span]) -> Iterator[Columns]:
    """Runs of lines that each end in as many figures with single blanks between ("Huyện Cư Jút 141 87 61,7"), below a line
    of as many headings."""
    rows: list[tuple[Span, ...]] = []
    above = Span(0, 0)
    for line in [*lines, Span(len(text), len(text))]:
        cells = _name_and_figures(text, line)
        if rows and len(cells) == len(rows[-1]):
            rows.append(cells)
            continue
        headings = _headings(text, above, len(rows[0])) if len(rows) >= LEAST else ()
        if headings:
            yield Columns(Span(above.start, rows[-1][-1].end), (headings, *rows), 1)
        rows = [cells] if len(cells) >= LEAST else []
        above = line if not rows else above
        if rows and above.end + 1 < line.start:
            rows = []


def _name_and_figures(text: str, line: Span) -> tuple[Span, ...]:
    """The name of a row, which has a letter and no figure at its end, and the figures behind it; () for other lines."""
    words = line.of(text)
    if "\t" in words or "|" in words or "  " in words.strip():
        return ()
    found = [Span(line.start + one.start(), line.start + one.end()) for one in re.finditer(r"\S+", words)]
    first = len(found)
    while first and _FIGURE.fullmatch(found[first - 1].of(text)):
        first -= 1
    name = Span(found[0].start, found[first - 1].end) if first else Span(line.start, line.start)
    return (name, *found[first:]) if re.search(r"[^\W\d_]", name.of(text)) else ()


def _headings(text: str, line: Span, columns: int) -> tuple[Span, ...]:
    """The headings that a line holds over names and figures; () where it does not tell them apart."""
    words = line.of(text)
    ends = [one.end() for one in _ENDS_HEADING.finditer(words)]
    if len(ends) != columns - 1 or ends[-1] != len(words.rstrip()):
        return ()
    names = _OVER_NAMES.match(words.lstrip())
    start = len(words) - len(words.lstrip()) + (names.end() if names else 0)
    edges = [0, start, *ends]
    return tuple(Span(line.start + a, line.start + b).trimmed(text) for a, b in pairwise(edges))


def _table(text: str, run: Sequence[Span], ruled: Sequence[int]) -> Columns | None:
    """The table whose rows are these lines; None where they have no columns, or too few figures."""
    if len(run) < LEAST:
        return None
    cuts = _gutters([line.of(text) for line in run])
    if len(cuts) + 1 < LEAST:
        return None
    rows = []
    for line in run:
        edges = [0, *cuts, max(len(line), cuts[-1])]
        places = [min(line.start + edge, line.end) for edge in edges]
        rows.append(tuple(Span(*pair).trimmed(text) for pair in pairwise(places)))
    headings = next((count for count in ruled if 0 < count < len(rows)), None)
    counted = sum(is_ordinal(row[0].of(text)) for row in rows) > len(rows) / 3
    body = [row for row in rows[headings or 1 :] if not (counted and _goes_on(text, row))]
    filled = [cell.of(text) for row in body for cell in row[1:] if len(cell)]
    if len(body) < LEAST - 1 or sum(map(is_numeric, filled)) < _FIGURES * max(1, len(filled)):
        return None
    return Columns(Span(run[0].start, run[-1].end), (*rows[: headings or 1], *body), headings)


def _goes_on(text: str, row: Sequence[Span]) -> bool:
    """Whether a line among rows that are counted only goes on with the words above: it has no number of its own, and no
    figure."""
    return not len(row[0]) and not any(is_numeric(cell.of(text)) for cell in row if len(cell))


def _gutters(lines: Sequence[str]) -> list[int]:
    """Where columns are parted: the middle of each stretch that is blank on every line, text standing on both sides."""
    width = max(map(len, lines))
    blank = [all(line[at : at + 1].isspace() or at >= len(line) for line in lines) for at in range(width)]
    first = next((at for at, empty in enumerate(blank) if not empty), width)
    cuts, start = [], None
    for at in range(first, width):
        if blank[at]:
            start = at if start is None else start
        elif start is not None:
            if at - start >= _GUTTER:
                cuts.append((start + at) // 2)
            start = None
    return cuts
