"""Spreadsheets: every visible sheet, its texts and tables, values as the sheet shows them."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

import openpyxl
from openpyxl.cell.cell import MergedCell
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ingest import limits
from ingest.compose import FileFacts
from ingest.letterhead import says_head
from ingest.readers.archive import check_archive
from ingest.readers.builder import Builder, GridCell
from ingest.readers.number_format import shown
from ingest.table_grid import is_numeric
from plans.document import Document, Locator
from plans.errors import LimitError

_MERGED = re.compile(rb'<mergeCell\b[^>]*\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_CELL = re.compile(rb"<c[ >/]")
_DEFAULT_NAME = re.compile(r"^(?:sheet|trang tính|trang_tính|bảng)\s*\d*$", re.IGNORECASE)
_COVERED = 0.6  # of the columns with figures, the least that the head of a table stands over
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class _Row:
    """One sheet row: its filled cells; `number` counts from 1 as the sheet does."""

    number: int
    cells: tuple[GridCell, ...]

    @property
    def filled(self) -> int:
        return sum(bool(cell.text) for cell in self.cells)


def read_xlsx(path: Path, name: str) -> Document:
    """`name` is the path that the document will carry. Formulas are read by their cached values; macros and links to other
    files are not touched."""
    with check_archive(path, name) as archive:
        _check_sheets(archive, name)
    book = openpyxl.load_workbook(path, data_only=True, keep_links=False, keep_vba=False)
    builder = Builder(name)
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            _add_sheet(builder, sheet, name)
    title = book.properties.title if book.properties else None
    return builder.document(FileFacts(title=title or None), furnished=False)


def _check_sheets(archive: zipfile.ZipFile, name: str) -> None:
    """Counts cells and merged ranges before the workbook is built in memory."""
    sheets = [member for member in archive.infolist() if re.match(r"xl/worksheets/[^/]+\.xml$", member.filename)]
    if len(sheets) > limits.MAX_SHEETS:
        raise LimitError(f"{name} has {len(sheets)} sheets, more than {limits.MAX_SHEETS}; split the file.")
    cells = 0
    for member in sheets:
        tail = b""
        with archive.open(member) as part:
            while chunk := part.read(_CHUNK):
                window = tail + chunk
                cells += len(_CELL.findall(window))
                for left, top, right, bottom in _MERGED.findall(window):
                    width = column_index_from_string(right.decode()) - column_index_from_string(left.decode()) + 1
                    cells += width * (int(bottom) - int(top) + 1)
                cut = window.rfind(b"<")
                tail = window[cut:] if cut > 0 and len(window) - cut < _CHUNK else b""
                if cells > limits.MAX_CELLS:
                    raise LimitError(f"{name} has more than {limits.MAX_CELLS} cells; split the file.")


def _add_sheet(builder: Builder, sheet: Worksheet, name: str) -> None:
    if not _DEFAULT_NAME.match(sheet.title):
        span = builder.paragraph(sheet.title, heading=2)
        if span:
            builder.locators.append(Locator(span, sheet=sheet.title))
    for group in _groups(_rows(sheet, name)):
        above, table, below = _parted(group)
        for row in above:
            _add_texts(builder, sheet.title, row)
        if table:
            builder.table(_from_corner(table, name), sheet=sheet.title)
        for row in below:
            _add_texts(builder, sheet.title, row)


def _rows(sheet: Worksheet, name: str) -> list[_Row]:
    """Visible rows that hold cells; a merged range comes once, at its first cell. Columns count from 0.

    Goes over the cells that exist: `iter_rows` would lay out the whole rectangle up to the furthest one.
    """
    hidden = _hidden_columns(sheet)
    extents = {(one.min_row, one.min_col): one for one in sheet.merged_cells.ranges}
    rows: dict[int, list[GridCell]] = {}
    for (number, column), cell in sorted(sheet._cells.items()):
        row_dimension = sheet.row_dimensions.get(number)
        if isinstance(cell, MergedCell) or column in hidden or (row_dimension is not None and row_dimension.hidden):
            continue
        words = " ".join(shown(cell.value, cell.number_format or "General").split())
        if words and column > limits.MAX_COLUMNS:
            raise LimitError(f"{name} has a sheet of more than {limits.MAX_COLUMNS} columns; split the file.")
        extent = extents.get((number, column))
        height, width = (extent.size["rows"], extent.size["columns"]) if extent else (1, 1)
        label = f"{get_column_letter(column)}{number}"
        rows.setdefault(number, []).append(GridCell(words, number, column - 1, height, width, label))
        if len(rows) > limits.MAX_ROWS:
            raise LimitError(f"{name} has a sheet of more than {limits.MAX_ROWS} rows; split the file.")
    return [_Row(number, tuple(cells)) for number, cells in rows.items()]


def _hidden_columns(sheet: Worksheet) -> set[int]:
    hidden: set[int] = set()
    for letter, dimension in sheet.column_dimensions.items():
        if dimension.hidden:
            first = dimension.min or column_index_from_string(letter)
            hidden.update(range(first, min(dimension.max or first, 16_384) + 1))
    return hidden


def _groups(rows: list[_Row]) -> list[list[_Row]]:
    """Runs of rows without an empty row between; a run of figures without a heading continues the run before it."""
    groups: list[list[_Row]] = [[]]
    for row in rows:
        if not row.filled:
            continue
        if groups[-1] and row.number > groups[-1][-1].number + 1:
            groups.append([])
        groups[-1].append(row)
    joined: list[list[_Row]] = []
    for group in filter(None, groups):
        if joined and _is_data(group[0]) and max(row.filled for row in joined[-1]) > 2:
            joined[-1].extend(group)
        else:
            joined.append(group)
    return joined


def _is_data(row: _Row) -> bool:
    return row.filled > 2 and sum(is_numeric(cell.text) for cell in row.cells) >= 1


def _parted(group: list[_Row]) -> tuple[list[_Row], list[_Row], list[_Row]]:
    """The lines of text above a table, the table, the lines below it."""
    figured = [index for index, row in enumerate(group) if _has_figures(row)]
    if len(group) < 2 or max(row.filled for row in group) < 2 or (not figured and any(map(_is_letterhead, group[:3]))):
        return group, [], []
    used = set().union(*(_covered(group[index]) for index in figured))
    first = _head(group, figured[0], used) if figured else next(i for i, row in enumerate(group) if row.filled >= 2)
    last = max(index for index, row in enumerate(group) if row.filled >= 2)
    while last > first and figured and 2 * group[last].filled <= len(used) and not _numeric(group[last]):
        last -= 1  # a signature
    return group[:first], group[first : last + 1], group[last + 1 :]


def _head(group: list[_Row], figures: int, used: set[int]) -> int:
    """The index of the first row of a table: the first that stands over most of the columns `used` by the rows of figures
    (they begin at `figures`), or the one above it whose cells stand over the columns that it leaves free."""
    first = next(index for index in range(figures + 1) if index == figures or _stands_over(group[index], used))
    while first and group[first - 1].filled > 1 and not _is_letterhead(group[first - 1]):
        free = used - _covered(group[first])
        if not free or not free & _covered(group[first - 1]):
            break
        first -= 1
    return first


def _stands_over(row: _Row, used: set[int]) -> bool:
    several = row.filled >= min(3, len(used))  # a line of text is one or two merged cells
    return several and len(_covered(row) & used) >= _COVERED * len(used) and not _is_letterhead(row)


def _covered(row: _Row) -> set[int]:
    """The columns that the filled cells of a row stand in."""
    return {cell.column + across for cell in row.cells if cell.text for across in range(cell.column_span)}


def _has_figures(row: _Row) -> bool:
    """Whether a figure stands beside its name, or a number before several cells: a row of a table."""
    filled = [cell for cell in row.cells if cell.text]
    return _is_data(row) or (len(filled) == 2 and is_numeric(filled[1].text))


def _numeric(row: _Row) -> bool:
    return any(is_numeric(cell.text) for cell in row.cells)


def _is_letterhead(row: _Row) -> bool:
    return any(says_head(cell.text) for cell in row.cells)


def _from_corner(rows: list[_Row], name: str) -> list[GridCell]:
    """Cells counted from the upper left corner of the filled part, empty ones put where the sheet has none."""
    filled = [cell for row in rows for cell in row.cells if cell.text]
    left = min(cell.column for cell in filled)
    right = max(min(cell.column + cell.column_span, limits.MAX_COLUMNS) for cell in filled)
    if len(rows) * (right - left) > limits.MAX_CELLS:
        raise LimitError(f"{name} has a table of more than {limits.MAX_CELLS} cells; split the file.")
    line = {row.number: index for index, row in enumerate(rows)}
    taken: set[tuple[int, int]] = set()
    cells: list[GridCell] = []
    for cell in filled:
        index, column = line[cell.row], cell.column - left
        height = sum(number in line for number in range(cell.row, cell.row + cell.row_span))
        width = min(cell.column_span, right - cell.column)
        cells.append(GridCell(cell.text, index, column, height, width, cell.locator))
        taken.update((index + down, column + across) for down in range(height) for across in range(width))
    empty = [(row, column) for row in range(len(rows)) for column in range(right - left) if (row, column) not in taken]
    return cells + [GridCell("", row, column) for row, column in empty]


def _add_texts(builder: Builder, sheet: str, row: _Row) -> None:
    for cell in row.cells:
        span = builder.paragraph(cell.text)
        if span:
            builder.locators.append(Locator(span, sheet=sheet, cell=cell.locator))
