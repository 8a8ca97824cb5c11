"""The table of indicators as CSV and XLSX, with source and quote beside every figure."""

from __future__ import annotations

from collections.abc import Iterable

from ingest import spreadsheets
from ingest.spreadsheets import Value
from plans.indicator import Indicator
from plans.text import flatten
from ui.strings import Strings

CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_WIDTHS = (48, 14, 14, 16, 10, 24, 12, 14, 80, 48, 32, 12)


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
    return spreadsheets.to_csv(rows(indicators, words))


def to_xlsx(indicators: Iterable[Indicator], words: Strings) -> bytes:
    return spreadsheets.to_xlsx(rows(indicators, words), words.tab_indicators, _WIDTHS)
