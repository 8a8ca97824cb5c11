"""Tables in plain text: rows, columns, headings."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.table_grid import header_rows, is_numbering, lay_out, merged_headings
from ingest.tables import find_tables, unit_line
from plans.document import Table
from plans.text import flatten


def lined(rows: list[list[str]]) -> str:
    """Cells on lines of their own between lone bars."""
    return "\n".join("|\n" + "\n".join(f"{cell}\n|" if cell else "|" for cell in row) for row in rows) + "\n"


def table(text: str) -> Table:
    (region,) = find_tables(text)
    assert region.table is not None
    return region.table


def by_place(text: str) -> dict[tuple[int, int], str]:
    return {(cell.row, cell.column): flatten(cell.span.of(text)) for cell in table(text).cells}


BODY = [
    ["1", "Dân số", "người", "41.200", "41.900"],
    ["2", "Hộ nghèo", "hộ", "", "118"],
    ["", "- Cận nghèo", "hộ", "240", ""],
]


def test_empty_cells_do_not_shift_a_row() -> None:
    text = lined([["STT", "Chỉ tiêu", "ĐVT", "2024", "2025"], *BODY])
    places = by_place(text)
    assert places[2, 3] == ""
    assert places[2, 4] == "118"
    assert places[3, 0] == ""
    assert places[3, 1] == "- Cận nghèo"


def test_a_heading_over_two_columns_is_laid_out() -> None:
    text = lined([["STT", "Chỉ tiêu", "ĐVT", "Năm 2025"], ["Kế hoạch", "Thực hiện"], ["1", "2", "3", "4", "5"], *BODY])
    found = table(text)
    spans = {flatten(cell.span.of(text)): (cell.column, cell.column_span, cell.row_span) for cell in found.cells[:6]}
    assert spans["Năm 2025"] == (3, 2, 1)
    assert spans["Chỉ tiêu"] == (1, 1, 2)
    assert (spans["Kế hoạch"][0], spans["Thực hiện"][0]) == (3, 4)
    assert found.header_rows == 3


def test_a_year_is_parted_into_plan_and_result_before_a_comparison_is() -> None:
    head = [["STT", "Nội dung", "Năm 2025", "Dự toán 2026", "So sánh (%)"], ["Dự toán", "Ước thực hiện"]]
    rows = [[str(n), f"Khoản {n}", "100", "120", "130", "108,3"] for n in range(1, 5)]
    text = lined([*head, ["A", "B", "1", "2", "3", "4=3/2"], *rows])
    spanning = [flatten(cell.span.of(text)) for cell in table(text).cells if cell.column_span > 1]
    assert spanning == ["Năm 2025"]


def test_alike_headings_span_alike() -> None:
    head = [["TT", "Tên", "Kế hoạch năm 2024", "Năm 2025", "Năm 2026", "Năm 2027"], ["Giao", "Điều chỉnh"]]
    rows = [[str(n), f"Xã {n}", "1", "2", "3", "4", "5"] for n in range(1, 5)]
    spanning = [flatten(c.span.of(lined([*head, *rows]))) for c in table(lined([*head, *rows])).cells if c.column_span > 1]
    assert spanning == ["Kế hoạch năm 2024"]


def test_a_section_row_takes_the_whole_width() -> None:
    text = lined(
        [["STT", "Nhiệm vụ", "Chủ trì"], ["I", "Thể chế"], ["1", "Ban hành quy chế", "Văn phòng"], ["II", "Hạ tầng"]]
    )
    cells = [cell for cell in table(text).cells if cell.row in (1, 3)]
    assert [(cell.column, cell.column_span) for cell in cells] == [(0, 1), (1, 2), (0, 1), (1, 2)]


def test_a_label_over_two_rows_hangs_down() -> None:
    rows = [["1", "Ao tôm", "Độ mặn", "15", "240"], ["Kim loại", "15", "30"], ["2", "Bãi ngao", "Độ mặn", "4", "64"]]
    text = lined([["TT", "Đối tượng", "Thông số", "Mẫu", "Tổng"], *rows, ["3", "Lồng cá", "Khí độc", "3", "48"]])
    found = {flatten(cell.span.of(text)): (cell.row, cell.column, cell.row_span) for cell in table(text).cells}
    assert found["Ao tôm"] == (1, 1, 2)
    assert found["Kim loại"] == (2, 2, 1)
    assert found["30"] == (2, 4, 1)


def test_a_letterhead_is_no_table() -> None:
    text = lined([["ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], ["Số: 1/KH-UBND", "Sông Trầu, ngày 1"]])
    (region,) = find_tables(text)
    assert region.table is None
    assert [cell.of(text) for cell in region.cells][2] == "Số: 1/KH-UBND"


def test_cells_are_spans_of_the_text() -> None:
    text = "Bảng\n\n| Chỉ tiêu | 2025 |\n|---|---|\n| Hộ nghèo | **118** |\n"
    assert [cell.span.of(text) for cell in table(text).cells] == ["Chỉ tiêu", "2025", "Hộ nghèo", "**118**"]
    assert table(text).header_rows == 1


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("Đơn vị tính: triệu đồng", "triệu đồng"),
        ("*ĐVT: ha*", "ha"),
        ("(Đơn vị: 1.000 đồng)", "1.000 đồng"),
        ("Đơn vị chủ trì: Sở Y tế", None),
        ("Dân số năm 2025", None),
    ],
)
def test_the_unit_line_above_a_table(line: str, unit: str | None) -> None:
    assert unit_line(line) == unit


def test_a_row_that_counts_the_columns_ends_the_heading() -> None:
    assert is_numbering(["A", "B", "1", "2", "3", "4=3/2"])
    assert not is_numbering(["1", "Dân số", "người"])
    assert header_rows([["STT", "Tên", "Số"], ["1", "2", "3"], ["1", "Mận", "9"]], 3) == 2


def test_a_three_level_heading_is_laid_out() -> None:
    rows = [["STT", "Tên", "Giai đoạn 2024 - 2026"], ["Năm 2024", "Năm 2025"], ["KH", "TH", "KH", "TH"]]
    places = lay_out([*rows, ["1", "Xã Mận", "1", "2", "3", "4"]], 6, 3)
    assert [(place.column, place.column_span) for place in places[0]] == [(0, 1), (1, 1), (2, 4)]
    assert [(place.column, place.column_span) for place in places[1]] == [(2, 2), (4, 2)]
    assert [place.column for place in places[2]] == [2, 3, 4, 5]


@given(
    st.lists(
        st.sampled_from(["|", "", "| Hộ nghèo | 1,84 | 0,85 |", "|---|---|---|", "Kế hoạch năm 2026.", "Số: 1 | 2"]),
        max_size=40,
    )
)
def test_tables_follow_one_another(lines: list[str]) -> None:
    regions = find_tables("\n".join(lines))
    assert all(before.span.end <= after.span.start for before, after in pairwise(regions))


PLAN = """
| TT | Chỉ tiêu | ĐVT | Năm 2025 | | Kế hoạch 2026 | So sánh (%) |
|:-:|-|-|-:|-:|-:|-:|
| | | | Kế hoạch | Ước thực hiện | | |
| 1 | 2 | 3 | 4 | 5 | 6 | 7=6/5 |
| 1 | Thu ngân sách | tỷ đồng | 300 | 315 | 330 | 104,8 |
| | Trong đó: thu đất | tỷ đồng | | 20 | 25 | |
"""


def test_the_heading_of_a_markdown_table_goes_on_below_the_delimiter() -> None:
    found = table(PLAN)
    assert found.header_rows == 3
    heads = {c.span.of(PLAN): (c.row, c.column, c.row_span, c.column_span) for c in found.cells if c.row < 2}
    assert heads == {
        "TT": (0, 0, 2, 1),
        "Chỉ tiêu": (0, 1, 2, 1),
        "ĐVT": (0, 2, 2, 1),
        "Năm 2025": (0, 3, 1, 2),
        "Kế hoạch 2026": (0, 5, 2, 1),
        "So sánh (%)": (0, 6, 2, 1),
        "Kế hoạch": (1, 3, 1, 1),
        "Ước thực hiện": (1, 4, 1, 1),
    }
    assert [c.column for c in found.cells if c.row == 4] == list(range(7))


@pytest.mark.parametrize("row", ["| | Kinh tế | | |", "| Xã Mận | Có | Không | Có |", "| | Hộ nghèo | 118 | 3 |"])
def test_a_first_row_of_data_is_no_heading(row: str) -> None:
    text = f"| TT | Chỉ tiêu | Năm 2025 | |\n|---|---|---|---|\n{row}\n| 1 | Hộ nghèo | 118 | 97 |\n"
    assert table(text).header_rows == 1


@given(st.lists(st.lists(st.sampled_from(["", "Năm 2025", "Kế hoạch"]), min_size=5, max_size=5), min_size=1, max_size=4))
def test_merged_headings_cover_each_place_once(rows: list[list[str]]) -> None:
    covered = [
        (place.row + down, place.column + across)
        for row in merged_headings(rows)
        for place in row
        if place is not None
        for down in range(place.row_span)
        for across in range(place.column_span)
    ]
    assert sorted(covered) == [(row, column) for row in range(len(rows)) for column in range(5)]


def test_a_row_of_dashes_in_the_data_is_no_delimiter() -> None:
    assert len({cell.row for cell in table("| A | B |\n|---|---|\n| 1 | 2 |\n| - | - |\n| 3 | 4 |\n").cells}) == 4


OPEN_ROWS = (
    "TT | Chỉ tiêu | ĐVT | TH 2023 | KH 2024\n"
    "1 | Thu ngân sách | tỷ đồng | 1.486 | 1.915\n"
    "  | Trong đó: tiền đất | tỷ đồng | 410 | 620\n"
    "2 | Tỷ lệ hộ nghèo | % | 0,94 | dưới 0,7\n"
)


def test_rows_with_bars_between_their_cells_alone_are_a_table() -> None:
    text = f"II. CHỈ TIÊU\n\n{OPEN_ROWS}\nHết."
    (region,) = find_tables(text)
    assert region.table is not None
    assert [cell.span.of(text) for cell in region.table.cells if cell.row == 3] == [
        "2",
        "Tỷ lệ hộ nghèo",
        "%",
        "0,94",
        "dưới 0,7",
    ]
    assert region.span.of(text) == OPEN_ROWS.rstrip()


def test_an_empty_first_cell_of_such_a_row_is_a_cell() -> None:
    text = OPEN_ROWS.replace("  | Trong", "| Trong")
    (region,) = find_tables(text)
    assert region.table is not None
    assert [cell.span.of(text) for cell in region.table.cells if cell.row == 2][1] == "Trong đó: tiền đất"


@pytest.mark.parametrize(
    "text", ["Trang chủ | Tin tức\nLiên hệ | Sơ đồ\n", "Số 1 | Số 2 | Số 3\nĐiện thoại | Thư\nMột | hai\n"]
)
def test_a_few_bars_in_lines_make_no_table(text: str) -> None:
    assert find_tables(text) == []


def test_a_drawn_table_has_its_headings_above_the_first_rule_inside() -> None:
    rule = "+------------+-----------+---------+\n"
    text = (
        f"{rule}| Xã         | Vườn mẫu  | Đường   |\n|            | mới       | (km)    |\n{rule}"
        f"| Lộc Yên    | 21        | 4,1     |\n| Phúc Trạch | 25        | 2,2     |\n{rule}"
    )
    found = table(text)
    assert found.header_rows == 2
    assert [cell.span.of(text) for cell in found.cells if cell.row == 3] == ["Phúc Trạch", "25", "2,2"]
