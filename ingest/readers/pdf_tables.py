"""Ruled tables of a PDF page: cells from the rules (pdfplumber), their text from pdfium, and tables that run over pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from ingest.readers.builder import GridCell
from ingest.table_grid import is_numbering, is_numeric, is_ordinal

_SNAP = 3.0  # points within which two rules are one
_INSET = 0.8  # points cut off a cell before its text is taken, so that the neighbour's strokes stay out


@dataclass(frozen=True, slots=True)
class PdfTable:
    """A table of one page, or joined over several; y grows upwards. `pages` holds the page of every row."""

    cells: tuple[GridCell, ...]
    left: float
    right: float
    bottom: float
    top: float
    edges: tuple[float, ...]  # x of the column rules
    pages: tuple[int, ...]

    @property
    def rows(self) -> int:
        return max((cell.row for cell in self.cells), default=-1) + 1

    def row(self, index: int) -> list[GridCell]:
        return [cell for cell in self.cells if cell.row == index]

    def holds(self, x: float, y: float) -> bool:
        return self.left - 1 <= x <= self.right + 1 and self.bottom - 1 <= y <= self.top + 1


def page_tables(plumber_page: Any, textpage: Any, number: int) -> list[PdfTable]:
    """The ruled tables of a page from top to bottom: at least two rows and columns, half of the cells filled or more."""
    height = float(plumber_page.height)
    found: list[PdfTable] = []
    for table in plumber_page.find_tables({"snap_tolerance": _SNAP, "join_tolerance": _SNAP}):
        boxes = [tuple(map(float, box)) for box in table.cells]
        columns = _edges([x for box in boxes for x in (box[0], box[2])])
        lines = _edges([y for box in boxes for y in (box[1], box[3])])
        if len(columns) < 3 or len(lines) < 3:
            continue
        cells = []
        for x0, top, x1, bottom in boxes:
            column, row = _index(columns, x0), _index(lines, top)
            words = textpage.get_text_bounded(x0 + _INSET, height - bottom + _INSET, x1 - _INSET, height - top - _INSET)
            extent = max(1, _index(lines, bottom) - row), max(1, _index(columns, x1) - column)
            cells.append(GridCell(_joined(words), row, column, *extent))
        filled = sum(bool(cell.text) for cell in cells)
        if filled < 4 or filled < len(cells) / 4:
            continue
        x0, top, x1, bottom = map(float, table.bbox)
        pages = (number,) * (len(lines) - 1)
        found.append(PdfTable(tuple(cells), x0, x1, height - bottom, height - top, tuple(columns), pages))
    return sorted(found, key=lambda one: -one.top)


def _joined(words: str) -> str:
    """Cell text on one line; a number broken over two lines by a narrow column is not glued, a word is not either."""
    return " ".join(words.replace("\x02", "-").replace("\ufffe", "-").split())


def _edges(values: list[float]) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _SNAP:
            edges.append(value)
    return edges


def _index(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - value))


def continues(above: PdfTable, below: PdfTable) -> bool:
    """Whether a table at the top of a page goes on from the one at the end of the page before: the same column rules."""
    return len(above.edges) == len(below.edges) and all(
        abs(a - b) <= 2 * _SNAP for a, b in zip(above.edges, below.edges, strict=True)
    )


def join(above: PdfTable, below: PdfTable) -> PdfTable:
    """One table of two; the heading rows repeated on the second page are dropped, a row split by the page is made whole."""
    skip = 0
    while skip < min(below.rows, above.rows) and _words(below.row(skip)) == _words(above.row(skip)):
        skip += 1
    rest = [replace(cell, row=cell.row - skip) for cell in below.cells if cell.row >= skip]
    cells, pages = list(above.cells), list(below.pages[skip:])
    first = [cell for cell in rest if cell.row == 0]
    if first and _is_split(above.row(above.rows - 1), first):
        last = above.rows - 1
        for part in first:
            at = next((i for i, cell in enumerate(cells) if cell.row == last and cell.column == part.column), None)
            if at is not None:
                cells[at] = replace(cells[at], text=f"{cells[at].text} {part.text}".strip())
        rest = [replace(cell, row=cell.row - 1) for cell in rest if cell.row > 0]
        pages = pages[1:]
    cells.extend(replace(cell, row=cell.row + above.rows) for cell in rest)
    return replace(above, cells=tuple(cells), bottom=below.bottom, pages=(*above.pages, *pages))


def _words(row: Sequence[GridCell]) -> list[str]:
    return [cell.text for cell in row]


def _is_split(last: Sequence[GridCell], first: Sequence[GridCell]) -> bool:
    """Whether the first row of a page is the rest of the last row of the page before: it starts with no number of its own,
    and no column has a figure in both parts."""
    upper = {cell.column: cell.text for cell in last}
    if is_numbering(_words(first)) or not first or is_ordinal(first[0].text) or set(upper) != {c.column for c in first}:
        return False
    if any(is_numeric(cell.text) and is_numeric(upper[cell.column]) for cell in first):
        return False
    texts = [cell for cell in first if cell.text and not is_numeric(cell.text)]
    return bool(texts) and all(
        cell.text[:1].islower() or cell.text[:1] in "()%-" or cell.text[:1].isdigit() for cell in texts
    )
