"""The table of indicators as CSV and XLSX, with source and quote beside every figure."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from plans.indicator import Indicator
from plans.text import flatten
from ui.html import clean
from ui.strings import Strings

CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Value = str | int | Decimal
_CELL_LIMIT = 32_000  # characters that a spreadsheet cell holds


def header(words: Strings) -> list[Value]:
    return [
        words.indicator,
        words.value,
        words.unit,
        words.quote_value,
        words.change,
        words.place,
        words.year,
        words.kind,
        words.quote,
        words.source,
        words.file,
        words.locator,
    ]


def record(one: Indicator, words: Strings) -> list[Value]:
    """What it is, its value as a number and as it stands, and where it comes from; the columns of `header`."""
    return [
        flatten(one.label),
        one.quantity.value,
        one.quantity.unit or "",
        flatten(one.quantity.raw),
        words.changes[one.change],
        one.place or "",
        one.period or one.year or "",
        words.kinds[one.kind] if one.kind else "",
        flatten(one.citation.quote),
        flatten(one.citation.title),
        one.citation.path,
        one.citation.locator,
    ]


def rows(indicators: Iterable[Indicator], words: Strings) -> list[list[Value]]:
    return [header(words), *(record(one, words) for one in indicators)]


def to_csv(indicators: Iterable[Indicator], words: Strings) -> bytes:
    """UTF-8 with a byte-order mark, which spreadsheet programs need to show Vietnamese."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    for row in rows(indicators, words):
        writer.writerow([_plain(cell) for cell in row])
    return stream.getvalue().encode("utf-8-sig")


def to_xlsx(indicators: Iterable[Indicator], words: Strings) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(words.tab_indicators)
    sheet.freeze_panes = "A2"
    for column, width in zip("ABCDEFGHIJKL", (48, 14, 14, 16, 10, 24, 12, 14, 80, 48, 32, 12), strict=True):
        sheet.column_dimensions[column].width = width
    for i, row in enumerate(rows(indicators, words)):
        sheet.append(_cells(sheet, row, bold=i == 0))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _cells(sheet: object, row: Sequence[Value], bold: bool) -> list[WriteOnlyCell]:
    cells = []
    for value in row:
        cell = WriteOnlyCell(sheet, value=clean(value)[:_CELL_LIMIT] if isinstance(value, str) else value)
        if isinstance(value, str):
            cell.data_type = "s"  # a text that begins with "=" is no formula
        if bold:
            cell.font = Font(bold=True)
        cells.append(cell)
    return cells


def _plain(value: Value) -> str | int:
    """A quotation mark before what a spreadsheet program would take for a formula; a number without an exponent."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t")) else value
