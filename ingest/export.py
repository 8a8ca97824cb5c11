"""The indicators of an index as a table for spreadsheets."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from ingest.spreadsheets import Value, to_csv, to_xlsx
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
    """Writes every indicator of the index in `folder`, one a row, as CSV or XLSX."""
    manifest = read_manifest(folder)
    rows = (_COLUMNS, *_rows(Store(folder / manifest.generation / generation.STORE).indicators()))
    out.write_bytes(to_csv(rows) if out.suffix.lower() == ".csv" else to_xlsx(rows, "indicators"))


def _rows(indicators: Iterable[Indicator]) -> Iterator[tuple[Value, ...]]:
    for one in indicators:
        quantity, citation = one.quantity, one.citation
        yield (
            *(one.label, quantity.value, quantity.high, quantity.total, quantity.unit, quantity.comparator, quantity.raw),
            *(one.kind, one.change, one.year, one.period, one.place, citation.path, citation.title, citation.locator),
            *(citation.span.start, citation.span.end, citation.quote),
        )
