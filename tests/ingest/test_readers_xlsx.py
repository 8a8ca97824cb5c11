"""Spreadsheets: where on a sheet the table begins and ends."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from ingest.readers import read
from plans.document import Document
from plans.text import flatten

HEAD = [("TT", "Chỉ tiêu", "ĐVT", "Năm 2025", None, "KH 2026"), (None, None, None, "Kế hoạch", "Ước TH", None)]
BODY = [
    ("I", "Kinh tế", None, None, None, None),
    (1, "Thu ngân sách", "tỷ đồng", 300, 315, 330),
    (2, "Hộ nghèo", "hộ", 30, 28, 20),
]
NAME = "CÁC CHỈ TIÊU KINH TẾ - XÃ HỘI NĂM 2026"
BELOW = (None, "Người lập biểu", None, None, "TM. ỦY BAN NHÂN DÂN", None)


def sheet(tmp_path: Path, above: list[dict[str, str]], merged: list[str], below: list[tuple[str | None, ...]]) -> Document:
    """A workbook with these rows above the head, these merged ranges among them, and these rows below the table."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for number, cells in enumerate(above, start=1):
        for column, words in cells.items():
            page[f"{column}{number}"] = words
    first = len(above) + 1
    for number, row in enumerate([*HEAD, *BODY, *below], start=first):
        for column, value in enumerate(row, start=1):
            if value is not None:
                page.cell(number, column, value)
    heads = [f"{column}{first}:{column}{first + 1}" for column in "ABCF"]
    for extent in [*merged, *heads, f"D{first}:E{first}"]:
        page.merge_cells(extent)
    book.save(tmp_path / "bieu.xlsx")
    return read(tmp_path / "bieu.xlsx", tmp_path)


@pytest.mark.parametrize(
    ("above", "merged"),
    [
        (
            [
                {"A": "ỦY BAN NHÂN DÂN XÃ MẬN", "D": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
                {"D": "Độc lập - Tự do - Hạnh phúc"},
                {"A": NAME},
            ],
            ["A1:C1", "D1:F1", "D2:F2", "A3:F3"],
        ),
        ([{"A": "UBND XÃ MẬN", "F": "Biểu số 01"}, {"A": NAME}, {"F": "Đơn vị: triệu đồng"}], ["A2:F2"]),
        ([{"A": NAME}], ["A1:F1"]),
    ],
)
def test_lines_right_above_a_table_and_a_signature_right_below_it_are_text(
    tmp_path: Path, above: list[dict[str, str]], merged: list[str]
) -> None:
    found = sheet(tmp_path, above, merged, [BELOW])
    (table,) = found.tables
    assert (table.header_rows, max(cell.row for cell in table.cells)) == (2, len(HEAD) + len(BODY) - 1)
    assert flatten(table.cells[0].span.of(found.text)) == "TT"
    assert found.title == NAME
    said = [flatten(block.span.of(found.text)) for block in found.blocks if block.kind != "table"]
    assert "Người lập biểu" in said


def test_a_heading_over_all_columns_but_the_first_stays_with_the_table(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in (("UBND XÃ MẬN",), ("Chỉ tiêu", "Năm 2026"), (None, "Thôn 1", "Thôn 2", "Thôn 3"), ("Hộ nghèo", 3, 4, 5)):
        page.append(row)
    page.merge_cells("B2:D2")
    page.merge_cells("A2:A3")
    book.save(tmp_path / "bieu.xlsx")
    found = read(tmp_path / "bieu.xlsx", tmp_path)
    assert [flatten(cell.span.of(found.text)) for cell in found.tables[0].cells[:2]] == ["Chỉ tiêu", "Năm 2026"]


def test_what_stands_above_the_title_of_a_sheet_is_no_furniture(tmp_path: Path) -> None:
    found = sheet(tmp_path, [{"A": "Biểu 01"}, {"A": NAME}], ["A2:F2"], [])
    assert found.title == NAME
    assert "furniture" not in [block.kind for block in found.blocks]


def test_the_name_of_a_sheet_is_no_part_of_the_letterhead_below_it(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = "Biểu 1"
    for row in (("ỦY BAN NHÂN DÂN XÃ MẬN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), (NAME,), *HEAD, *BODY):
        page.append(row)
    book.save(tmp_path / "bieu.xlsx")
    found = read(tmp_path / "bieu.xlsx", tmp_path)
    assert flatten(found.blocks[0].span.of(found.text)) == "Biểu 1"


@pytest.mark.parametrize("title", ["DỰ TOÁN CHI CÁC THÔN NĂM 2026", "Dự toán chi các thôn năm 2026"])
@pytest.mark.parametrize("remarks", [(), (("Đơn vị tính: triệu đồng",),), (("(Kèm theo tờ trình)",), ("ĐVT: triệu đồng",))])
def test_each_sheet_has_its_own_title(tmp_path: Path, title: str, remarks: tuple[tuple[str], ...]) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in ((NAME,), ("Chỉ tiêu", "Kế hoạch", "Ước TH"), ("Hộ nghèo", 3, 4)):
        page.append(row)
    second = book.create_sheet("Chi thon")
    for row in ((title,), *remarks, ("Thôn", "Tổng chi", "Chi lương"), ("Thôn Đông", 30, 20), ("Thôn Tây", 40, 25)):
        second.append(row)
    book.save(tmp_path / "bieu.xlsx")
    found = read(tmp_path / "bieu.xlsx", tmp_path)
    caption = found.tables[1].caption
    assert caption is not None
    assert caption.of(found.text) == title
