"""Spreadsheet values as the sheet shows them."""

from __future__ import annotations

import datetime

import pytest

from ingest.readers.number_format import shown


@pytest.mark.parametrize(
    ("value", "number_format", "expected"),
    [
        (0.0063, "0.00%", "0,63%"),
        (0.285, "0.0%", "28,5%"),
        (0.975, "0%", "98%"),
        (97.5, '0.0"%"', "97,5%"),
        (9484, "#,##0", "9.484"),
        (640.706, "#,##0.000", "640,706"),
        (1234567.5, "#,##0.0", "1.234.567,5"),
        (41_250_000_000, "#,##0.0,,", "41.250,0"),
        (870, '0 "lao động"', "870 lao động"),
        (28, "00000", "00028"),
        (1.5, "0.##", "1,5"),
        (2, "0.##", "2"),
        (-5, "#,##0_);(#,##0)", "(5)"),
        (-5, "#,##0;[Red]-#,##0", "-5"),
        (0, '#,##0;-#,##0;"-"', "-"),
        (3, "[$-42A]#,##0", "3"),
        (0, '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', "-"),
        (315000, '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', "315.000"),
        (0, "#,###", ""),
        (1234567, "#\\ ##0", "1.234.567"),
        (1234.5, "# ##0.0", "1.234,5"),
        (0.5, "# ???/???", "0,5"),
        (28.5, "General", "28,5"),
        (0.1 + 0.2, "General", "0,3"),
        (2024, "0", "2024"),
        (0.5, "# ?/?", "0,5"),
        ("0,63%", "@", "0,63%"),
        ("#DIV/0!", "General", ""),
        (None, "General", ""),
        (True, "General", "Đúng"),
        (datetime.date(2026, 4, 6), "yyyy-mm-dd", "06/04/2026"),
        (datetime.datetime(2026, 4, 1), "mm/yyyy", "04/2026"),
    ],
)
def test_a_value_reads_as_the_sheet_shows_it(value: object, number_format: str, expected: str) -> None:
    assert shown(value, number_format) == expected
