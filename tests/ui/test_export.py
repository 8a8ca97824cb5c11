import csv
import io
from decimal import Decimal

from openpyxl import load_workbook

from tests.ui.examples import indicator
from ui import export
from ui.strings import VIETNAMESE

ROWS = [indicator(), indicator("=1+1", "3,5 tỷ đồng", "3500000000", "đồng", place=None, year=None, kind=None)]


def test_csv_has_source_and_quote_and_opens_in_a_spreadsheet_program() -> None:
    body = export.to_csv(ROWS, VIETNAMESE)
    assert body.startswith(b"\xef\xbb\xbf")
    table = list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"))))
    assert table[0]["Chỉ tiêu"] == "tỷ lệ hộ nghèo"
    assert table[0]["Giá trị"] == "1.2"
    assert table[0]["Trích dẫn"] == "tỷ lệ hộ nghèo còn 1,2%"
    assert table[0]["Tệp"] == "an-binh.txt"
    assert table[1]["Giá trị"] == "3500000000"


def test_xlsx_has_the_same_columns_with_numbers_as_numbers() -> None:
    sheet = load_workbook(io.BytesIO(export.to_xlsx(ROWS, VIETNAMESE))).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][0] == "Chỉ tiêu"
    assert Decimal(str(rows[1][1])) == Decimal("1.2")
    assert rows[2][0] == "=1+1"
    assert len(rows[0]) == len(export.header(VIETNAMESE))
