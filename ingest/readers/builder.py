"""The text of a file that is no text file, put together with its tables, structure and locators."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest import limits
from ingest.compose import FileFacts, compose
from ingest.structure import Unit
from ingest.table_grid import is_numbering
from ingest.tables import TableRegion
from plans.document import Cell, Document, Locator, Span, Table
from plans.errors import LimitError
from plans.text import flatten, nfc


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a table as a file gives it; merged cells come once, with their extent."""

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    locator: str | None = None  # "B7" in a spreadsheet
    heading: bool = False  # the file marks its row as one that heads the table


class Builder:
    """Collects paragraphs and tables in reading order."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._parts: list[str] = []
        self._length = 0
        self._cells = 0
        self.units: list[Unit] = []
        self.regions: list[TableRegion] = []
        self.locators: list[Locator] = []

    @property
    def length(self) -> int:
        return self._length

    def paragraph(
        self, text: str, *, heading: int = 0, bold: bool = False, listed: bool = False, titled: bool = False
    ) -> Span | None:
        """Add a paragraph (`heading`: its level when the file says it is one, `titled`: the file says it is the title);
        None when there is nothing in it."""
        line = " ".join(nfc(text).split())
        if not line:
            return None
        span = self._append(line, "\n")
        self.units.append(Unit(span, flatten(line), bold, heading, listed, titled=titled))
        return span

    def lines(self, text: str) -> Span:
        """Add text as it stands; its units are found later (see `document`)."""
        return self._append(nfc(text), "\n")

    def table(self, cells: Sequence[GridCell], headings: int | None = None, sheet: str | None = None) -> Span | None:
        """Add a table, a line a row. With `sheet`, every cell gets a locator."""
        self._cells += len(cells)
        if self._cells > limits.MAX_CELLS:
            raise LimitError(f"{self._path} has more than {limits.MAX_CELLS} table cells; split the file.")
        rows: dict[int, list[GridCell]] = {}
        for cell in sorted(cells, key=lambda one: (one.row, one.column)):
            rows.setdefault(cell.row, []).append(cell)
        if not any(flatten(cell.text) for cell in cells):
            return None
        start = self._length
        placed: list[Cell] = []
        for row in rows.values():
            self._append("|", "")
            for cell in row:
                words = " ".join(nfc(cell.text).replace("|", "/").split())
                self._append(" ", "")
                span = self._append(words, "")
                self._append(" |" if words else "|", "")
                placed.append(Cell(span, cell.row, cell.column, cell.row_span, cell.column_span))
                if sheet is not None and cell.locator:
                    self.locators.append(Locator(span, sheet=sheet, cell=cell.locator))
            self._append("\n", "")
        span = Span(start, self._length - 1)
        count = headings if headings is not None else _heading_rows(cells)
        table = Table(span, tuple(placed), count)
        self.regions.append(TableRegion(span, table, ()))
        return span

    def _append(self, text: str, end: str) -> Span:
        if self._length + len(text) > limits.MAX_TEXT_CHARACTERS:
            raise LimitError(f"{self._path} holds more than {limits.MAX_TEXT_CHARACTERS} characters; split the file.")
        start = self._length
        self._parts += (text, end) if end else (text,)
        self._length += len(text) + len(end)
        return Span(start, start + len(text))

    def document(
        self,
        facts: FileFacts | None = None,
        *,
        find_units: bool = False,
        machine_read: bool = False,
        furnished: bool = True,
    ) -> Document:
        """The document; with `find_units` its paragraphs are found in the text instead of taken as they were added.
        `furnished`: the file may hold the menus of a web page."""
        return compose(
            "".join(self._parts),
            self._path,
            regions=self.regions,
            prose=None if find_units else self.units,
            locators=tuple(self.locators),
            facts=facts,
            machine_read=machine_read,
            furnished=furnished,
        )


def _heading_rows(cells: Sequence[GridCell]) -> int:
    """Rows that head a table whose merged cells are known: those marked by the file, those that the cells of the first row
    reach down to or span over, and the row below that numbers the columns."""
    rows = max(cell.row for cell in cells) + 1
    marked = [cell.row for cell in cells if cell.heading]
    if rows < 2:
        return 0
    count = max(marked) + 1 if marked else 1
    if not marked:
        while count < min(rows - 1, 4):
            above = [cell for cell in cells if cell.row == count - 1]
            deep = max((cell.row + cell.row_span for cell in cells if cell.row < count), default=count)
            wide = any(cell.column_span > 1 for cell in above) and len(above) > 1
            if deep <= count and not wide:
                break
            count = max(count + 1, min(deep, rows - 1)) if deep > count else count + 1
    following = [" ".join(cell.text.split()) for cell in cells if cell.row == count]
    if count < rows - 1 and is_numbering(following):
        count += 1
    return min(count, rows)
