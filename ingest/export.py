"""The indicators of an index as a table for spreadsheets."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from plans.errors import TracuuError
from plans.indicator import Indicator
from retriever import generation
from retriever.generation import read_manifest
from retriever.store import Store

_COLUMNS = (
    *("label", "value", "high", "total", "unit", "comparator", "raw", "kind", "change", "year", "period", "place"),
    *("document", "title", "locator", "start", "end", "quote"),
)


def check_table(out: Path) -> None:
    """Raises `TracuuError` where no table can be written to `out`."""
    if out.suffix.lower() not in (".csv", ".xlsx"):
        raise TracuuError(f"{out} is neither .csv nor .xlsx: name the table accordingly.")
    if not out.parent.is_dir():
        raise TracuuError(f"There is no folder {out.parent} for the table {out.name}: make it, or name another.")
    if out.is_dir() or not os.access(out if out.exists() else out.parent, os.W_OK):
        raise TracuuError(f"{out} cannot be written: name another table.")


def write_indicators(folder: Path, out: Path) -> None:
    """Writes every indicator of the index in `folder`, one a row, as CSV (UTF-8 with a mark, as Excel wants) or XLSX."""
    manifest = read_manifest(folder)
    rows = _rows(Store(folder / manifest.generation / generation.STORE).indicators())
    if out.suffix.lower() == ".csv":
        with out.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(_COLUMNS)
            writer.writerows([_harmless(value) for value in row] for row in rows)
        return
    book = Workbook(write_only=True)
    sheet = book.create_sheet("indicators")
    sheet.append(_COLUMNS)
    for row in rows:
        cells = [WriteOnlyCell(sheet, value) for value in row]
        for cell in cells:
            if cell.data_type == "f":  # what a document says is never a formula
                cell.data_type = "s"
        sheet.append(cells)
    book.save(out)


def _rows(indicators: Iterable[Indicator]) -> Iterator[tuple[str | int | float | None, ...]]:
    for one in indicators:
        quantity, citation = one.quantity, one.citation
        high = None if quantity.high is None else float(quantity.high)
        total = None if quantity.total is None else float(quantity.total)
        yield (
            *(one.label, float(quantity.value), high, total, quantity.unit, quantity.comparator, quantity.raw),
            *(one.kind, one.change, one.year, one.period, one.place, citation.path, citation.title, citation.locator),
            *(citation.span.start, citation.span.end, citation.quote),
        )


def _harmless(value: str | int | float | None) -> str | int | float | None:
    """Text that a spreadsheet would run as a formula gets an apostrophe in front."""
    return f"'{value}" if isinstance(value, str) and value[:1] in "=+-@\t\r" and value[:1] else value
