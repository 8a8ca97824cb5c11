"""Tables written in plain text: Markdown rows, HTML (`tagged_tables.py`), columns of plain text (`text_columns.py`), and
cells on lines of their own between lone "|" lines.

In the last form, which HTML-to-text tools leave behind, an empty cell and the end of a row are both written "|" newline
"|", so the rows must be inferred: the number of columns is the one under which most rows come out whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest import limits, tagged_tables, text_columns
from ingest.letterhead import says_head_or_foot
from ingest.table_grid import (
    header_rows,
    header_rows_below,
    is_numbering,
    is_numeric,
    is_ordinal,
    lay_out,
    merged_headings,
)
from plans.document import Cell, Span, Table
from plans.errors import LimitError
from plans.text import flatten

_UNIT = re.compile(r"(?:^|[(*_\s])(?:đơn\s+vị(?:\s+tính)?|đvt)\s*:\s*([^\n|()]+?)\s*[)*_.]*\s*$", re.IGNORECASE)
_ROW_NUMBER = re.compile(r"^(?:\d+(?:\.\d+)*|I|[A1])[.)]?$")
_DELIMITER = re.compile(r"^\|?\s*(?::?-{2,}:?|:-:?|-:)\s*(?:\|\s*(?::?-{2,}:?|:-:?|-:)\s*)*\|?$")
_RULE = re.compile(r"\+(?:[-=]+\+)+")  # above, between and below the rows of a drawn table
_SHORT_DELIMITER = re.compile(r"^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$")  # of single dashes: only below the first row
_OPEN_COLUMNS, _OPEN_ALIKE = 3, 0.8
"""Of a table without bars around its rows: the fewest columns, and the least share of rows as long as the first."""
_SHORT_HEADER, _SHORT_ROW, _EMPTY_CELL, _NO_ORDINAL, _UNNATURAL = 0.8, 1.6, 0.06, 0.2, 1000.0


@dataclass(frozen=True, slots=True)
class TableRegion:
    """Where a table stands in the text. `table` is None for a letterhead or a signature laid out with "|": its `cells`,
    in reading order, are then ordinary text."""

    span: Span
    table: Table | None
    cells: tuple[Span, ...]


def unit_line(text: str) -> str | None:
    """The unit a line above a table gives for the whole of it: "Đơn vị tính: triệu đồng" is "triệu đồng"."""
    line = flatten(text)
    found = _UNIT.search(line)
    return found.group(1).strip(" .*_;,") or None if found and len(line) <= 90 else None


def find_tables(text: str) -> list[TableRegion]:
    """The tables of a plain text in reading order, captions and units not yet known. Raises `LimitError` for too many
    cells."""
    marked = _markdown(text) if "|" in text else []
    lone = _cell_lines(text, [one.span for one in marked]) if "|" in text else []
    tagged = [TableRegion(one.span, one, ()) for one in tagged_tables.find(text)]
    marked = [*tagged, *(one for one in marked if not any(one.span.overlaps(other.span) for other in tagged))]
    found = [one for one in text_columns.find(text) if not says_head_or_foot(flatten(one.span.of(text)))]
    found = [one for one in found if not any(one.span.overlaps(other.span) for other in marked)]
    columns = [TableRegion(one.span, build_table(text, one.rows, one.span, one.headings), ()) for one in found]
    regions = sorted([*lone, *marked, *columns], key=lambda region: region.span)
    if sum(len(region.table.cells) for region in regions if region.table) > limits.MAX_CELLS:
        raise LimitError(f"The text has more than {limits.MAX_CELLS} table cells; split the file.")
    return regions


def build_table(text: str, rows: Sequence[Sequence[Span]], span: Span, headings: int | None = None) -> Table:
    """The table whose rows are these cell spans; short rows are laid out as `table_grid` says."""
    words = [[flatten(cell.of(text)) for cell in row] for row in rows]
    columns = max(map(len, words), default=0)
    if headings is None:
        headings = header_rows(words, columns)
    cells = [
        Cell(span, place.row, place.column, place.row_span, place.column_span)
        for row, places in zip(rows, lay_out(words, columns, headings), strict=True)
        for span, place in zip(row, places, strict=True)
    ]
    return Table(span, tuple(cells), headings)


def _marked_table(text: str, rows: Sequence[Sequence[Span]], span: Span, marked: int) -> Table:
    """The table whose first `marked` rows stand above the delimiter; the heading may go on below it."""
    words = [[flatten(cell.of(text)) for cell in row] for row in rows]
    headings = header_rows_below(words, marked)
    table = build_table(text, rows, span, headings)
    numbered = headings > 0 and is_numbering(words[headings - 1])
    merged = merged_headings(words[: headings - 1 if numbered else headings])
    if len(merged) < 2 or len(set(map(len, merged))) > 1:
        return table
    heads = [
        Cell(cell, place.row, place.column, place.row_span, place.column_span)
        for row, places in zip(rows, merged, strict=False)
        for cell, place in zip(row, places, strict=True)
        if place is not None
    ]
    return Table(span, (*heads, *(cell for cell in table.cells if cell.row >= len(merged))), headings)


def _markdown(text: str) -> list[TableRegion]:
    """Tables of rows with bars around them, and of rows with bars between their cells alone."""
    regions: list[TableRegion] = []
    run: list[tuple[int, str]] = []  # where each line of a table starts, and the line
    heading: list[tuple[int, str]] = []  # a line that may head the rows below it
    at = 0
    for line in [*text.splitlines(keepends=True), ""]:
        if run and not _goes_on(run[0][1], line):
            if not heading and not _closed(run[0][1]) and "\t" not in line and text_columns.heads_rows(line, 1):
                heading = [(at, line)]
                at += len(line)
                continue
            regions.extend(_rowed(text, run))
            run = []
        elif run:
            run += heading
        heading = []
        if (len(_bars(line)) > _closed(line) and len(line.strip()) > 1) or _RULE.fullmatch(line.strip()):
            run.append((at, line))
        at += len(line)
    return regions


def _bars(line: str) -> list[int]:
    return [found.start() for found in re.finditer(r"(?<!\\)\|", line)]


def _closed(line: str) -> bool:
    return line.lstrip().startswith("|") or _RULE.fullmatch(line.strip()) is not None


def _goes_on(first: str, line: str) -> bool:
    """Whether a line is a row as the first is: with bars around it, or without (a bar at its start then ends a first cell
    that is empty)."""
    bars = len(_bars(line))
    if _closed(first):
        return _closed(line) and (bars > 1 or bars == 0)
    return bars == len(_bars(first)) or (bars > 0 and not _closed(line))


def _rowed(text: str, run: Sequence[tuple[int, str]]) -> Iterator[TableRegion]:
    """The table of lines that are rows of cells. Without bars around them, rows are of a table where a line of dashes
    stands below the first, or where they have three cells or more, the most of them as many as the first."""
    rows: list[list[Span]] = []
    headings: int | None = None
    closed = _closed(run[0][1])
    for at, line in run:
        bare = line.strip()
        short = len(rows) == 1 and headings is None and _SHORT_DELIMITER.match(bare)
        if short or _DELIMITER.match(bare) or _RULE.fullmatch(bare):
            headings = headings or len(rows) or None
        else:
            rows.append(_split_row(line, at, closed))
    if len(rows) < 2:
        return
    parted = [len(row) for row in rows if len(row) > 1]
    alike = sum(count == len(rows[0]) for count in parted)
    if not (closed or headings or (len(rows[0]) >= _OPEN_COLUMNS and alike >= _OPEN_ALIKE * len(parted))):
        return
    span = Span(run[0][0], run[-1][0] + len(run[-1][1].rstrip()))
    yield TableRegion(span, _marked_table(text, rows, span, headings) if headings else build_table(text, rows, span), ())


def _split_row(line: str, at: int, closed: bool) -> list[Span]:
    bars = _bars(line) if closed else [-1, *_bars(line)]
    if line[bars[-1] + 1 :].strip() or not closed:
        bars.append(max(bars[-1] + 1, len(line.rstrip())))
    return [Span(a + 1, b).trimmed(line).shifted(at) for a, b in pairwise(bars)]


@dataclass(slots=True)
class _Slot:
    """What stands between two lone bars; `breaks` where a blank line says that a row must end."""

    span: Span
    words: str
    breaks: bool


def _cell_lines(text: str, taken: Sequence[Span]) -> list[TableRegion]:
    """The tables between lone bars; none goes across what is `taken`."""
    bars = [found.start() for found in re.finditer(r"^[ \t]*\|[ \t\r]*$", text, re.MULTILINE)]
    if len(bars) < 3:
        return []
    regions: list[TableRegion] = []
    slots: list[_Slot] = []
    first = bars[0]
    for a, b in zip(bars, [*bars[1:], len(text)], strict=True):
        start = text.index("|", a) + 1
        span = Span(start, b).trimmed(text)
        between = text[start:b]
        blank = re.search(r"\n[ \t\r]*\n", between)
        if b == len(text) or (blank and len(span)) or any(span.overlaps(one) for one in taken):
            if len(slots) >= 2:
                regions.append(_region(text, Span(first, start), slots))
            slots, first = [], b
        else:
            slots.append(_Slot(span, flatten(span.of(text)), bool(blank)))
    return regions


def _region(text: str, span: Span, slots: list[_Slot]) -> TableRegion:
    cells = tuple(slot.span for slot in slots if slot.words)
    if len(slots) <= 12 and says_head_or_foot(" ".join(slot.words for slot in slots)):
        return TableRegion(span, None, cells)
    rows = _rows(slots)
    if not rows or len(rows) < 2 or max(map(len, rows)) < 2:
        return TableRegion(span, None, cells)
    return TableRegion(span, build_table(text, [[slot.span for slot in row] for row in rows], span), cells)


def _rows(slots: list[_Slot]) -> list[list[_Slot]]:
    """The rows under the cheapest number of columns."""
    runs = _runs(slots)
    longest, first = max(runs, default=0), runs[0] if slots[0].words else 0
    headed = bool(first) and _header_continues(slots, first)
    best: tuple[float, list[list[_Slot]]] | None = None
    for columns in range(max(2, longest), min(longest + 8, limits.MAX_COLUMNS, len(slots)) + 1):
        found = _partition(slots, columns, first)
        if found is None:
            continue
        below = runs[1] if len(runs) > 1 else 0
        natural = columns == first or not first or (headed and columns < first + below + (runs[2] if len(runs) > 2 else 0))
        cost = found[0] + (0.0 if natural else _UNNATURAL)
        if best is None or cost < best[0] - 1e-9:
            best = (cost, found[1])
    return best[1] if best else []


def _runs(slots: list[_Slot]) -> list[int]:
    """Lengths of the runs of filled slots."""
    runs: list[int] = []
    inside = False
    for slot in slots:
        if slot.words and inside:
            runs[-1] += 1
        elif slot.words:
            runs.append(1)
        inside = bool(slot.words)
    return runs


def _header_continues(slots: list[_Slot], first: int) -> bool:
    """Whether the row after the first may be a second row of headings: neither numbered nor numeric."""
    below = [slot.words for slot in slots[first + 1 : first + 1 + 3]]
    return bool(below) and bool(below[0]) and not _ROW_NUMBER.match(below[0]) and not any(map(is_numeric, below))


def _partition(slots: list[_Slot], columns: int, first: int) -> tuple[float, list[list[_Slot]]] | None:
    """Cheapest cut into rows of at most `columns` cells; two rows are parted by an empty slot."""
    count = len(slots)
    never = float("inf")
    cost = [never] * (count + 2)
    back = [0] * (count + 2)
    cost[0] = 0.0
    empties = [0]
    for slot in slots:
        empties.append(empties[-1] + (not slot.words))
    numbered = _numbered(slots, columns)
    ordinals = sum(is_ordinal(slot.words) for slot in slots) > count / (3 * columns)
    for end in range(1, count + 1):  # a row is slots[begin:end], and slots[end] (empty) parts it from the next
        if end < count and slots[end].words:
            continue
        for begin in range(end - 1, max(-1, end - columns - 1), -1):
            if slots[begin].breaks:  # a blank line stands inside: only the end of a row may be there
                break
            if cost[begin] == never or (first and begin == 0 and end != first):  # the first run of cells is the first row
                continue
            step = _row_cost(slots, begin, end, columns, empties, numbered, ordinals)
            if cost[begin] + step < cost[end + 1]:
                cost[end + 1] = cost[begin] + step
                back[end + 1] = begin
    if cost[count + 1] == never:
        return None
    rows: list[list[_Slot]] = []
    at = count + 1
    while at > 0:
        rows.append(slots[back[at] : at - 1])
        at = back[at]
    return cost[count + 1], rows[::-1]


def _row_cost(
    slots: list[_Slot], begin: int, end: int, columns: int, empties: list[int], numbered: set[int], ordinals: bool
) -> float:
    length, empty = end - begin, empties[end] - empties[begin]
    first = slots[begin].words
    cost = _EMPTY_CELL * empty + (3.0 if empty == length else 0.0)
    if length < columns:
        cost += _SHORT_HEADER if begin <= 3 * columns else _SHORT_ROW
        if length <= 2 and first and (length == 1 or is_ordinal(first)):
            cost -= 0.5  # a section heading over the whole width
    elif begin in numbered:
        cost -= 2.0
    if ordinals and begin and not is_ordinal(first):
        cost += _NO_ORDINAL if first else _NO_ORDINAL / 2
    return cost


def _numbered(slots: list[_Slot], columns: int) -> set[int]:
    """Where a row that counts the columns ("1 2 3 ...") would begin."""
    window = range(0, min(len(slots) - columns, 6 * columns) + 1)
    return {at for at in window if is_numbering([slot.words for slot in slots[at : at + columns]])}
