"""Whatever stands in a cell, the table opens and holds no formula."""

import csv
import io
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import load_workbook

from ingest.spreadsheets import Value, to_csv, to_xlsx

HEAD = ("name", "value")


def from_csv(*row: Value) -> list[str]:
    return list(csv.reader(io.StringIO(to_csv([HEAD, row]).decode("utf-8-sig"), newline="")))[1]


def from_xlsx(*row: Value) -> list[Any]:
    sheet = load_workbook(io.BytesIO(to_xlsx([HEAD, row], "rows"))).active
    assert sheet is not None
    return [(cell.value, cell.data_type) for cell in list(sheet.iter_rows(max_col=len(row)))[1]]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "\x00=1+1"])
def test_no_text_is_a_formula(text: str) -> None:
    assert from_csv(text) == ["'" + text.replace("\x00", "")]
    assert from_xlsx(text)[0][1] == "s"


def test_other_text_is_kept_as_it_is() -> None:
    text = "Tỷ lệ hộ nghèo = 1,2%;\ncòn lại"
    assert from_csv(text) == [text]
    assert from_xlsx(text) == [(text, "s")]


def test_a_cell_holds_no_more_than_a_spreadsheet_takes() -> None:
    assert from_csv("x" * 40_000) == ["x" * 32_000]
    assert from_xlsx("x" * 40_000) == [("x" * 32_000, "s")]


def test_control_characters_and_half_pairs_are_left_out() -> None:
    assert from_csv("hộ\x00 \x0bnghèo\ud800") == ["hộ nghèo\ufffd"]
    assert from_xlsx("hộ\x00 \x0bnghèo\ud800") == [("hộ nghèo\ufffd", "s")]


@pytest.mark.parametrize(
    ("value", "written"),
    [(Decimal("-0.63"), "-0.63"), (Decimal("9.484E+12"), "9484000000000"), (Decimal("0.10"), "0.10"), (-5, "-5")],
)
def test_numbers_stay_numbers(value: Decimal | int, written: str) -> None:
    assert from_csv(value) == [written]
    assert from_xlsx(value) == [(float(value), "n")]


def test_an_empty_cell_stays_empty() -> None:
    assert from_csv("x", None) == ["x", ""]
    assert from_xlsx("x", None)[1][0] is None


def test_csv_begins_with_the_mark_that_spreadsheet_programs_need() -> None:
    assert to_csv([HEAD]) == b"\xef\xbb\xbfname,value\r\n"


def test_the_head_is_bold_and_stays_in_sight_and_columns_are_as_wide_as_told() -> None:
    sheet = load_workbook(io.BytesIO(to_xlsx([HEAD, ("x", 1)], "rows", (48,)))).active
    assert sheet is not None
    assert sheet.title == "rows"
    assert sheet.freeze_panes == "A2"
    assert sheet["A1"].font.bold
    assert not sheet["A2"].font.bold
    assert sheet.column_dimensions["A"].width == 48
