"""Indicators from tables."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from ingest.indicators import extract
from ingest.readers import read
from plans.indicator import Indicator

Extract = Callable[[str], list[Indicator]]

YEARS = """KẾ HOẠCH PHÁT TRIỂN KINH TẾ - XÃ HỘI

| STT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2024 | Kế hoạch năm 2025 | So sánh (%) |
|---|---|---|---|---|---|
| I | Kinh tế | | | | |
| 1 | Tổng thu ngân sách | Tỷ đồng | 640,706 | 9.484 | 148,0 |
| 2 | Tỷ lệ hộ nghèo | % | 0,69 | 0,63 | |
| | Trong đó: | | | | |
| | - Khu vực nông thôn | % | 0,8 | 0,7 | |
| 3 | Dân số | Nghìn người | 120,5 | 121 | |
"""

GROUPS = """Đơn vị tính: triệu đồng

| TT | Nội dung | Dự toán 2025 | Ước thực hiện 2025 |
|---|---|---|---|
| A | Tổng chi | 26.811 | 27.535 |
| 1 | Chi đầu tư | 5.937 | 5.817 |
| 2 | Chi thường xuyên | 14.635 | 15.942 |
"""

PLACES = """Diện tích, dân số các xã

| STT | Tên xã | Diện tích (km2) | Dân số (người) |
|---|---|---|---|
| 1 | Xã Canh Liên | 331,67 | 4.512 |
| 2 | Xã Mỹ Quý | 25,4 | 12.345 |
"""


@pytest.fixture
def extracted(tmp_path: Path) -> Extract:
    def run(text: str) -> list[Indicator]:
        path = tmp_path / "bieu.md"
        path.write_text(text, encoding="utf-8")
        return extract(read(path, tmp_path))

    return run


def named(records: list[Indicator], label: str) -> list[Indicator]:
    return [one for one in records if one.label.split(": ")[-1] == label]


def test_year_and_kind_come_from_the_column(extracted: Extract) -> None:
    found = named(extracted(YEARS), "Tổng thu ngân sách")
    assert [(one.year, one.kind) for one in found] == [(2024, "result"), (2025, "target")]


def test_the_unit_column_scales_the_value(extracted: Extract) -> None:
    records = extracted(YEARS)
    money, people = named(records, "Tổng thu ngân sách"), named(records, "Dân số")
    assert [(one.quantity.value, one.quantity.unit) for one in money] == [
        (Decimal("640706000000"), "đồng"),
        (Decimal("9484000000000"), "đồng"),
    ]
    assert people[0].quantity.value == Decimal(120500)


def test_a_ratio_column_keeps_its_name_and_percent(extracted: Extract) -> None:
    ratio = [one for one in extracted(YEARS) if "So sánh" in one.label]
    assert [(one.quantity.value, one.quantity.unit) for one in ratio] == [(Decimal(148), "%")]


def test_a_part_is_labelled_under_its_whole(extracted: Extract) -> None:
    part = [one for one in extracted(YEARS) if "Khu vực nông thôn" in one.label]
    assert len(part) == 2
    assert all("Tỷ lệ hộ nghèo" in one.label for one in part)


def test_the_unit_above_the_table_holds_for_its_cells(extracted: Extract) -> None:
    total = named(extracted(GROUPS), "Tổng chi")
    assert [(one.quantity.value, one.quantity.unit, one.kind) for one in total] == [
        (Decimal(26811000000), "đồng", "target"),
        (Decimal(27535000000), "đồng", "estimate"),
    ]


def test_a_row_that_is_a_place_gives_the_place_and_the_column_the_name(extracted: Extract) -> None:
    records = [one for one in extracted(PLACES) if one.place == "xã Canh Liên"]
    assert [(one.quantity.value, one.quantity.unit) for one in records] == [
        (Decimal("331.67"), "km2"),
        (Decimal(4512), "người"),
    ]
    assert "Diện tích" in records[0].label
    assert "Dân số" in records[1].label


def test_every_cell_is_quoted_as_it_stands(extracted: Extract) -> None:
    for one in extracted(YEARS):
        assert one.citation.quote == one.quantity.raw


def test_numbering_and_empty_cells_give_nothing(extracted: Extract) -> None:
    assert len(extracted(YEARS)) == 9


WORDS = """KẾ HOẠCH NĂM 2025

| TT | Chỉ tiêu | Đơn vị tính | Thực hiện 2024 | Kế hoạch 2025 |
|---|---|---|---|---|
| 1 | Tỷ lệ hộ nghèo | % | 3,2 | Giảm 1-1,5%/năm |
| 2 | Tỷ lệ che phủ rừng | % | 54,5 | Duy trì trên 55% |
| 3 | Số xã đạt chuẩn | Xã | 10/15 | 12/15 |
| 4 | Việc làm mới | Người | 2.300 | Tạo việc làm mới cho 2.500 lao động |
"""


def test_a_cell_may_say_in_words_how_its_value_is_reached(extracted: Extract) -> None:
    records = extracted(WORDS)
    (falls,) = (one for one in named(records, "Tỷ lệ hộ nghèo") if one.year == 2025)
    assert (falls.change, falls.kind, falls.quantity.unit) == ("decrease", "target", "%/năm")
    (kept,) = (one for one in named(records, "Tỷ lệ che phủ rừng") if one.year == 2025)
    assert (kept.quantity.comparator, kept.quantity.value) == (">", Decimal(55))


def test_a_cell_of_text_is_named_by_its_row_and_dated_by_its_column(extracted: Extract) -> None:
    (jobs,) = (one for one in extracted(WORDS) if one.quantity.value == 2500)
    assert jobs.label.startswith("Việc làm mới")
    assert (jobs.year, jobs.kind) == (2025, "target")


def test_so_many_of_so_many_is_one_quantity(extracted: Extract) -> None:
    reached = named(extracted(WORDS), "Số xã đạt chuẩn")
    assert [(one.quantity.value, one.quantity.total, one.quantity.unit) for one in reached] == [
        (10, 15, "xã"),
        (12, 15, "xã"),
    ]


def test_a_row_that_is_a_year_dates_its_cells(extracted: Extract) -> None:
    records = extracted("| Năm | GRDP (tỷ đồng) |\n|---|---|\n| 2020 | 12.345 |\n| 2021 | 13.345 |\n")
    assert [(one.label, one.year) for one in records] == [("GRDP", 2020), ("GRDP", 2021)]


def test_a_column_of_names_headed_don_vi_gives_no_units(extracted: Extract) -> None:
    records = extracted("| Đơn vị | Thu (tỷ đồng) |\n|---|---|\n| Xã Ba Trại | 12,5 |\n| Tổng cộng | 217,5 |\n")
    assert {one.quantity.unit for one in records} == {"đồng"}


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("Số hộ nghèo", "hộ"),
        ("Số tiêu chí đạt", "tiêu chí"),
        ("Tổng số lao động", "lao động"),
        ("Số liệu rà soát", None),
        ("Số còn lại", None),
    ],
)
def test_a_number_of_things_counts_them(extracted: Extract, heading: str, unit: str | None) -> None:
    (record,) = extracted(f"Rà soát các thôn\n\n| TT | Thôn | {heading} |\n|---|---|---|\n| 1 | Thôn Đông | 37 |\n")
    assert record.quantity.unit == unit


TOTALS = """KẾ HOẠCH ĐẦU TƯ GIAI ĐOẠN 2031 - 2035

| Nguồn vốn | Tổng số (tỷ đồng) | Giai đoạn 2031 - 2035 | Giai đoạn 2036 - 2040 |
|---|---|---|---|
| Ngân sách tỉnh | 90 | 30 | 60 |
"""


def test_the_parts_of_a_total_have_its_unit_and_the_total_their_time(extracted: Extract) -> None:
    records = extracted(TOTALS)
    assert [(one.quantity.unit, one.period) for one in records] == [
        ("đồng", "giai đoạn 2031-2040"),
        ("đồng", "giai đoạn 2031-2035"),
        ("đồng", "giai đoạn 2036-2040"),
    ]


def test_what_stands_behind_a_total_and_is_no_part_of_it_has_not_its_unit(extracted: Extract) -> None:
    records = extracted("Vốn\n\n| Dự án | Tổng số (tỷ đồng) | Quy mô | \n|---|---|---|\n| Cầu Đông | 90 | 30 |\n")
    assert [one.quantity.unit for one in records] == ["đồng", None]


def communes(heading: str) -> str:
    rows = "| Xuân Lương | 14 |\n| Canh Nậu | 15 |\n| TT Bố Hạ | 16 |\n| Tổng cộng | 45 |\n"
    return (
        "ỦY BAN NHÂN DÂN\nHUYỆN YÊN THẾ\nSố: 9/BC-UBND\nYên Thế, ngày 5 tháng 7 năm 2024\n\n"
        f"BÁO CÁO\nTình hình huyện Yên Thế\n\n| {heading} | Trồng rừng (ha) |\n|---|---|\n{rows}"
    )


@pytest.mark.parametrize("heading", ["Xã, thị trấn", "Tên xã", "Các xã và thị trấn"])
def test_bare_names_under_a_head_of_levels_are_units_of_the_district(extracted: Extract, heading: str) -> None:
    places = [one.place for one in extracted(communes(heading))]
    assert places == ["xã Xuân Lương", "xã Canh Nậu", "thị trấn Bố Hạ", "huyện Yên Thế"]


def test_bare_names_under_another_head_are_no_places(extracted: Extract) -> None:
    assert extracted(communes("Chủ rừng"))[0].place == "huyện Yên Thế"


def test_bare_names_are_sought_in_the_district_of_the_commune_named_first(extracted: Extract) -> None:
    rows = "| TT Bố Hạ | 5 |\n| Canh Nậu | 14 |\n"
    records = extracted(f"Kết quả trồng rừng\n\n| Xã, thị trấn | Trồng rừng (ha) |\n|---|---|\n{rows}")
    assert [one.place for one in records] == ["thị trấn Bố Hạ", "xã Canh Nậu"]


ASSIGNED = """# Chỉ tiêu giao các xã của huyện Đô Lương, tỉnh Nghệ An năm 2031

| TT | Xã, thị trấn | Thu ngân sách (triệu đồng) | Trong đó: tiền sử dụng đất | Giao quân 2031 (người) |
|---|---|---|---|---|
| 1 | Đông Sơn | 5.150 | 2.100 | 6 |
| 2 | Tràng Sơn | 4.870 | 1.950 | 5 |
| | TỔNG CỘNG / TOÀN HUYỆN | 10.020 | 4.050 | 11 |
"""

HALF_YEARS = """Tình hình thực hiện

| TT | Chỉ tiêu | ĐVT | Kế hoạch 2031 | Thực hiện 6 tháng đầu năm 2031 | % so kế hoạch 2031 | DT 2032/DT 2031 |
|---|---|---|---|---|---|---|
| 1 | Khách du lịch | lượt | 1.000 | 547 | 54,7 | 103 |
"""


def test_in_a_column_of_places_the_heading_alone_names_the_figure(extracted: Extract) -> None:
    records = extracted(ASSIGNED)
    assert {one.label for one in records} == {"Thu ngân sách", "tiền sử dụng đất", "Giao quân"}
    assert {one.place for one in records} == {"xã Đông Sơn", "xã Tràng Sơn", "huyện Đô Lương"}


def test_a_column_of_a_part_of_the_year_gives_the_part(extracted: Extract) -> None:
    periods = {one.quantity.raw: one.period for one in extracted(HALF_YEARS)}
    assert periods["547"] == "6 tháng đầu năm"
    assert periods["1.000"] is None


def test_what_is_held_against_a_plan_is_a_result_but_one_plan_over_another_is_none(extracted: Extract) -> None:
    kinds = {one.quantity.raw: one.kind for one in extracted(HALF_YEARS)}
    assert kinds["54,7"] == "result"
    assert kinds["103"] == "target"


@pytest.mark.parametrize(
    ("over", "places"),
    [
        ("Toàn tỉnh | Xã Tháp Mười - 2026 | Phường Cao Lãnh - 2026", ["tỉnh Đồng Tháp", "xã Tháp Mười", "phường Cao Lãnh"]),
        ("Toàn tỉnh | Tháp Mười | Cao Lãnh", ["tỉnh Đồng Tháp", "xã Tháp Mười", "phường Cao Lãnh"]),
        ("Thực hiện 2025 | 4 | 5", ["tỉnh Đồng Tháp"] * 3),
    ],
)
def test_a_place_over_a_column_is_that_of_its_figures(extracted: Extract, over: str, places: list[str]) -> None:
    made = extracted(
        f"""KẾ HOẠCH CỦA TỈNH ĐỒNG THÁP NĂM 2026

| TT | Chỉ tiêu | Đơn vị | {over} |
|---|---|---|---|---|---|
| 1 | Diện tích lúa | ha | 400 | 120 | 80 |
"""
    )
    assert [one.place for one in made] == places


def test_a_first_column_that_numbers_the_rows_holds_no_values(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "# Kế hoạch năm 2031\n\n| Dự án | Nội dung | Kế hoạch 2031 |\n|---|---|---|\n| 1 | Nhà ở hộ nghèo | 640 |\n"
        "| 2 | Đường bản | 390 |\n| 3 | Nước sạch | 120 |\n",
        encoding="utf-8",
    )
    document = read(tmp_path / "a.md", tmp_path)
    assert document.tables[0].counts_rows(document.text)
    assert [one.quantity.raw for one in extract(document)] == ["640", "390", "120"]


def test_a_caption_of_results_and_targets_gives_each_year_its_kind(extracted: Extract) -> None:
    records = extracted(
        "KẾ HOẠCH\n\nBiểu 1. Kết quả năm 2031 và chỉ tiêu trồng rau năm 2032\n\n"
        "| Xã | Rau cuối 2031 (ha) | Rau cuối 2032 (ha) |\n|---|---|---|\n| Xã Hòa An | 12 | 15 |\n| Xã Tân Hòa | 7 | 9 |\n"
    )
    assert {(one.year, one.kind) for one in records} == {(2031, "result"), (2032, "target")}


@pytest.mark.parametrize(("heading", "year"), [("Cùng kỳ", 2031), ("So với cùng kỳ (%)", 2032), ("Thực hiện", 2032)])
def test_a_column_of_the_same_time_is_of_the_year_before(extracted: Extract, heading: str, year: int) -> None:
    table = f"| Chỉ tiêu | Đơn vị | {heading} |\n|---|---|---|\n| Rau | ha | 12 |\n| Hoa | ha | 15 |\n"
    records = extracted(f"BÁO CÁO\nTình hình 6 tháng đầu năm 2032\n\nBảng 1. Trồng trọt 6 tháng đầu năm 2032\n\n{table}")
    assert {one.year for one in records} == {year}


def test_a_bare_name_in_a_column_of_communes_is_no_district(extracted: Extract) -> None:
    records = extracted(
        "# Nghị quyết về giảm nghèo năm 2023 huyện Sốp Cộp, tỉnh Sơn La\n\n"
        "| Xã | Số hộ nghèo |\n|---|---|\n| Sốp Cộp | 262 |\n| Mường Và | 745 |\n| Toàn huyện | 1.007 |\n"
    )
    assert [one.place for one in records] == ["xã Sốp Cộp", "xã Mường Và", "huyện Sốp Cộp"]


def test_a_column_of_bare_shares_is_of_the_count_in_front_of_it(extracted: Extract) -> None:
    records = extracted(
        "# Giao chỉ tiêu năm 2032\n\n"
        "| STT | Đơn vị | Số hộ nghèo năm 2031 | Tỷ lệ (%) | Kế hoạch giảm năm 2032 |\n|---|---|---|---|---|\n"
        "| 1 | Xã Khánh Lâm | 312 | 3,21 | 85 |\n| 2 | Xã U Minh | 287 | 2,95 | 70 |\n"
    )
    assert {(one.label, one.year) for one in records if one.quantity.raw == "3,21"} == {("Tỷ lệ hộ nghèo", 2031)}


def test_a_column_of_what_is_to_fall_in_a_year_is_one_of_changes(tmp_path: Path) -> None:
    head = "# Kế hoạch huyện Ba Bể năm 2032\n\n| Xã | Số hộ nghèo | Số hộ nghèo phải giảm năm 2032 |\n|---|---|---|\n"
    text = f"{head}| Quảng Khê | 233 | 38 |\n"
    (tmp_path / "bang.md").write_text(text, encoding="utf-8")
    assert [one.change for one in extract(read(tmp_path / "bang.md", tmp_path))] == ["level", "decrease"]
