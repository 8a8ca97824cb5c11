"""Tables of plain text without bars."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.tables import find_tables
from ingest.text_columns import find
from plans.text import flatten

BODY = [["Chỉ tiêu", "ĐVT", "TH 2031", "KH 2032"], ["Thịt hơi", "tấn", "4.210", "4.800"], ["Gạch", "viên", "-", "165"]]
WORKS = """
STT  Tên công trình                Tổng mức   Vốn năm   Nguồn vốn
                                   đầu tư     2032
-------------------------------------------------------------------
1    Kè sông Trắng                 148.000    48.000    NS tỉnh
2    Cải tạo thoát nước đường      36.500               NS xã
     Hàng Dừa - Bến Đá
3    Nhà văn hóa thôn Thượng       9.800      9.800     Xã hội hóa
-------------------------------------------------------------------
     Tổng cộng                     194.300    57.800
"""


def grid(text: str) -> list[list[str]]:
    (found,) = find(text)
    return [[flatten(cell.of(text)) for cell in row] for row in found.rows]


def test_cells_parted_by_tabs_are_a_table() -> None:
    text = "Kết quả:\n" + "\n".join("\t".join(row) for row in BODY) + "\nNhận xét chung.\n"
    assert grid(text) == BODY
    (region,) = find_tables(text)
    assert region.table is not None
    assert region.table.header_rows == 1


def test_cells_under_each_other_are_a_table() -> None:
    rows = grid(WORKS)
    assert rows[:2] == [["STT", "Tên công trình", "Tổng mức", "Vốn năm", "Nguồn vốn"], ["", "", "đầu tư", "2032", ""]]
    assert rows[3] == ["2", "Cải tạo thoát nước đường", "36.500", "", "NS xã"]
    assert rows[-1] == ["", "Tổng cộng", "194.300", "57.800", ""]


def test_the_rule_under_the_headings_says_where_they_end() -> None:
    assert find(WORKS)[0].headings == 2


def test_a_line_that_only_goes_on_with_the_row_above_is_no_row() -> None:
    assert not any("Hàng Dừa" in cell for row in grid(WORKS) for cell in row)


@pytest.mark.parametrize(
    "text",
    [
        "HỘI ĐỒNG NHÂN DÂN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n  XÃ SÔNG TRẮNG                Độc lập - Tự do",
        "Nơi nhận:                   CHỦ TỊCH\n- Như trên;\n- Lưu: VT.                  Lê Văn Mẫu",
        "Một câu    có khe rộng,    viết trên\nba dòng    cho đủ,    nhưng không\ncó số    nào ở    trong.",
        "Họp ngày 5/1\tlúc 8 giờ\nXong lúc\t10 giờ",
        "",
    ],
)
def test_letterheads_signatures_and_prose_are_no_tables(text: str) -> None:
    assert find(text) == []


@given(st.lists(st.lists(st.from_regex(r"[a-z0-9.]{0,8}", fullmatch=True), min_size=3, max_size=6), max_size=8))
def test_every_cell_stands_in_the_text_within_its_table(rows: list[list[str]]) -> None:
    text = "\n".join("\t".join(row) for row in rows)
    for one in find(text):
        assert all(one.span.contains(cell) for row in one.rows for cell in row if len(cell))
        assert {len(row) for row in one.rows} == {len(one.rows[0])}


SECTIONS = (
    "TT\tChỉ tiêu\tĐVT\tThực hiện 2031\tKế hoạch 2032\nA\tKINH TẾ\n1\tRừng trồng\tha\t210\t240\n"
    "B\tXÃ HỘI\n1\tHộ nghèo\t%\t5\t4"
)


def test_a_line_with_fewer_cells_heads_the_rows_below_it() -> None:
    assert [row[:2] for row in grid(SECTIONS)] == [
        ["TT", "Chỉ tiêu"],
        ["A", "KINH TẾ"],
        ["1", "Rừng trồng"],
        ["B", "XÃ HỘI"],
        ["1", "Hộ nghèo"],
    ]


def test_a_line_without_bars_heads_the_rows_of_a_table_of_bars_between_cells() -> None:
    text = SECTIONS.replace("A\t", "I. ").replace("B\t", "II. ").replace("\t", " | ")
    (region,) = find_tables(text)
    assert region.table is not None
    assert region.span.of(text) == text
    assert region.table.header_rows == 1


def test_a_line_in_capitals_behind_a_table_is_none_of_it() -> None:
    assert find(f"{SECTIONS}\nNƠI NHẬN")[0].span.of(SECTIONS) == SECTIONS


COPIED = """Bảng giải ngân theo địa phương
Địa phương Kế hoạch (tỷ đồng) Giải ngân (tỷ đồng) Tỷ lệ (%)
Thành phố Gia Hòa 296 131 44,3
Huyện Cư Mốt 1.141 87 -
Huyện Đắk Tư 163 79 48,5

Đánh giá chung."""


def test_rows_that_end_in_figures_below_as_many_headings_are_a_table() -> None:
    assert grid(COPIED) == [
        ["Địa phương", "Kế hoạch (tỷ đồng)", "Giải ngân (tỷ đồng)", "Tỷ lệ (%)"],
        ["Thành phố Gia Hòa", "296", "131", "44,3"],
        ["Huyện Cư Mốt", "1.141", "87", "-"],
        ["Huyện Đắk Tư", "163", "79", "48,5"],
    ]


def test_headings_may_end_in_years() -> None:
    rows = "\n".join(f"{name} 12 14" for name in ("Lúa (ha)", "Ngô (ha)", "Sắn (ha)"))
    assert grid(f"Chỉ tiêu TH 2031 KH 2032\n{rows}")[0] == ["Chỉ tiêu", "TH 2031", "KH 2032"]


@pytest.mark.parametrize(
    "text",
    [
        COPIED.replace("Địa phương Kế hoạch (tỷ đồng) Giải ngân (tỷ đồng) Tỷ lệ (%)", "Địa phương, kế hoạch, giải ngân"),
        COPIED.replace("Huyện Cư Mốt 1.141 87 -\n", ""),
        COPIED.replace("Tỷ lệ (%)\n", "Tỷ lệ (%)\n\n"),
        "Giai đoạn (1) năm 2031 và 2032\nThu được 12 15\nChi 12\nNợ 4 5 6",
        "1 2 3\n4 5 6\n7 8 9",
    ],
)
def test_rows_without_headings_of_their_own_or_too_few_are_none(text: str) -> None:
    assert find(text) == []
