"""Tables written as HTML inside a plain text, as converters leave those whose cells are merged.

Only the tags of tables are looked at; what stands between them is the text as it is, with offsets into the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest import limits
from ingest.table_grid import header_rows, is_numbering, place_merged
from plans.document import Cell, Span, Table
from plans.errors import LimitError
from plans.text import flatten

_END = re.compile(r"</table\s*>", re.IGNORECASE)
_TABLE = re.compile(r"<table\b[^<>]*>(.*?)</table\s*>", re.IGNORECASE | re.DOTALL)
_ROW = re.compile(r"<tr\b[^<>]*>(.*?)(?=</tr|<tr\b|\Z)", re.IGNORECASE | re.DOTALL)
_CELL = re.compile(
    r"<t(?P<sort>[dh])\b(?P<attributes>[^<>]*)>(?P<words>.*?)(?=</t[dh]|<t[dh]\b|\Z)", re.IGNORECASE | re.DOTALL
)
_MERGED = re.compile(r"\b(row|col)span\s*=\s*[\"']?(\d+)", re.IGNORECASE)
_TAGS = re.compile(r"(?:\s|</?[a-z][^<>]*>)+", re.IGNORECASE)
_MOST = 100
"""Rows or columns that one cell may take up; more is a slip."""


def find(text: str) -> Iterator[Table]:
    """The tables in order; one without a second row or column is no table. Raises `LimitError` for merged cells that take
    up more places than a file may have."""
    ends = [one.end() for one in _END.finditer(text)]
    for found in _TABLE.finditer(text, 0, max(ends, default=0)):
        cells: list[Cell] = []
        taken: set[tuple[int, int]] = set()
        marked: list[bool] = []
        for row, line in enumerate(_ROW.finditer(text, *found.span(1))):
            column = 0
            heads = []
            for cell in _CELL.finditer(text, *line.span(1)):
                over = {name.lower(): min(int(count), _MOST) for name, count in _MERGED.findall(cell["attributes"])}
                high, wide = max(1, over.get("row", 1)), max(1, over.get("col", 1))
                place = place_merged(row, column, high, wide, taken)
                if place is None:
                    break
                if len(taken) > limits.MAX_CELLS:
                    raise LimitError(f"The text has more than {limits.MAX_CELLS} table cells; split the file.")
                cells.append(Cell(_words(text, Span(*cell.span("words"))), row, place.column, high, wide))
                heads.append(cell["sort"].lower() == "h")
                column = place.column + wide
            marked.append(bool(heads) and all(heads))
        if len(marked) > 1 and max((one.column for one in cells), default=0) > 0:
            yield Table(Span(*found.span()), tuple(cells), _headings(text, cells, marked))


def _words(text: str, span: Span) -> Span:
    """`span` without the blanks and tags at its ends."""
    before = _TAGS.match(text, span.start, span.end)
    start = before.end() if before is not None else span.start
    ends = [found.start() for found in _TAGS.finditer(text, start, span.end) if found.end() == span.end]
    return Span(start, ends[0] if ends else span.end)


def _headings(text: str, cells: list[Cell], marked: list[bool]) -> int:
    """How many of the first rows are headings: those of heading cells, else those that merged cells of the first row reach
    into; and the row below them that numbers the columns."""
    rows: list[list[str]] = [[] for _ in marked]
    for one in cells:
        rows[one.row].append(flatten(one.span.of(text)))
    count = next((at for at, one in enumerate(marked) if not one), len(marked))
    if count == 0:
        count = max((one.row + one.row_span for one in cells if one.row == 0), default=1)
        count = count if count > 1 else header_rows(rows, max(map(len, rows)))
    if count < len(rows) and is_numbering(rows[count]):
        count += 1
    return min(count, len(rows) - 1)
