"""Rows as CSV and XLSX: whatever a document says is text in the cell, never a formula, and numbers stay numbers."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from plans.text import clean

Value = str | int | Decimal | None
_CELL_LIMIT = 32_000  # characters that a spreadsheet cell holds
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_csv(rows: Iterable[Sequence[Value]]) -> bytes:
    """UTF-8 with a byte-order mark, which spreadsheet programs need to show Vietnamese.

    A text that such a program would run as a formula gets an apostrophe in front.
    """
    stream = io.StringIO()
    csv.writer(stream).writerows([_plain(value) for value in row] for row in rows)
    return stream.getvalue().encode("utf-8-sig")


def to_xlsx(rows: Iterable[Sequence[Value]], title: str, widths: Sequence[int] = ()) -> bytes:
    """A workbook of one sheet; the first of the rows is its head and stays in sight."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    for i, row in enumerate(rows):
        sheet.append([_cell(sheet, value, bold=i == 0) for value in row])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _cell(sheet: object, value: Value, *, bold: bool) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=_text(value) if isinstance(value, str) else value)
    if isinstance(value, str):
        cell.data_type = "s"  # a text that begins with "=" is no formula
    if bold:
        cell.font = Font(bold=True)
    return cell


def _plain(value: Value) -> str | int | None:
    """A cell of a CSV file; a number is written without an exponent."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if not isinstance(value, str):
        return value
    text = _text(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _text(value: str) -> str:
    return clean(value)[:_CELL_LIMIT]
