"""Quantities as written in Vietnamese plans, and what looks like one and is not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from plans.numbers import find_quantities, parse_quantity, same_value

WRITTEN = [
    # text, value, unit, comparator, high, total
    ("1038,5ha", "1038.5", "ha", "=", None, None),
    ("78.043.245 triệu đồng", "78043245000000", "đồng", "=", None, None),
    ("10.367,700 tỷ đồng", "10367700000000", "đồng", "=", None, None),
    ("33,448.222 km2", "33448.222", "km2", "=", None, None),
    ("640,706 tỷ đồng", "640706000000", "đồng", "=", None, None),
    ("9.484 tỷ đồng", "9484000000000", "đồng", "=", None, None),
    ("12.428 tỉ\nđồng", "12428000000000", "đồng", "=", None, None),
    ("1,024 triệu tỷ đồng", "1024000000000000", "đồng", "=", None, None),
    ("825 tỷ 776 triệu đồng", "825776000000", "đồng", "=", None, None),
    ("20,5 tr.đ", "20500000", "đồng", "=", None, None),
    ("211 tỷ", "211000000000", "đồng", "=", None, None),
    ("8,1 triệu lượt khách", "8100000", "lượt khách", "=", None, None),
    ("47,067 người", "47067", "người", "=", None, None),
    ("47.067 người", "47067", "người", "=", None, None),
    ("36,36 km²", "36.36", "km2", "=", None, None),
    ("khoảng 165 nghìn hecta", "165000", "ha", "~", None, None),
    ("tăng 2,5 điểm %", "2.5", "điểm %", "=", None, None),
    ("7/25 chỉ tiêu", "7", "chỉ tiêu", "=", None, "25"),
    ("12 xã/25 xã", "12", "xã", "=", None, "25"),
    ("12.375,3/10.200 triệu đồng", "12375300000", "đồng", "=", None, "10200000000"),
    ("3 - 5 tuổi", "3", "tuổi", "=", "5", None),
    ("từ 6,5 đến 7%", "6.5", "%", "=", "7", None),
    ("8,3%-8,5%", "8.3", "%", "=", "8.5", None),
    ("8.300- 8.500 USD", "8300", "USD", "=", "8500", None),
    ("7 - 7,2%/năm", "7", "%/năm", "=", "7.2", None),
    ("từ 86 đến 88 triệu đồng", "86000000", "đồng", "=", "88000000", None),
    ("từ 500 triệu đến 1 tỷ đồng", "500000000", "đồng", "=", "1000000000", None),
    ("khoảng 3,1-3,2 triệu tỷ đồng", "3100000000000000", "đồng", "~", "3200000000000000", None),
    ("hệ số 1-1,5", "1", None, "=", "1.5", None),
    ("trên 98% đảng viên", "98", "%", ">", None, None),
    ("ít nhất từ 5%", "5", "%", ">=", None, None),
    ("99,6% trở lên", "99.6", "%", ">=", None, None),
    ("từ đủ 80 tuổi trở lên", "80", "tuổi", ">=", None, None),
    ("không quá 9 tháng/năm học", "9", "tháng/năm học", "<=", None, None),
    ("cao hơn 5%", "5", "%", "=", None, None),
    ("33,8 triệu đồng/người/năm", "33800000", "đồng/người/năm", "=", None, None),
    ("2,1 con/phụ nữ", "2.1", "con/phụ nữ", "=", None, None),
    ("dưới 109 bé trai/100 bé gái", "109", "bé trai/100 bé gái", "<", None, None),
    ("26 bác sĩ/10.000 dân", "26", "bác sĩ/10.000 dân", "=", None, None),
    ("650.000 đồng/tháng", "650000", "đồng/tháng", "=", None, None),
    ("07 cửa sông", "7", "cửa sông", "=", None, None),
    ("6 đồng chí đảng viên", "6", "đồng chí", "=", None, None),
    ("có hai xã về đích", "2", "xã", "=", None, None),
    ("Bằng chữ: Ba nghìn sáu trăm năm mươi tỷ đồng", "3650000000000", "đồng", "=", None, None),
    ("hai nghìn ba trăm hộ", "2300", "hộ", "=", None, None),
    ("Một tỷ hai trăm triệu đồng", "1200000000", "đồng", "=", None, None),
    ("mười lăm thôn", "15", "thôn", "=", None, None),
    ("hai mươi mốt trường", "21", "trường", "=", None, None),
    ("tăng trưởng -0,97% so với", "-0.97", "%", "=", None, None),
    ("hệ số 2.5 đối với", "2.5", None, "=", None, None),
    ("**30%** dân số", "30", "%", "=", None, None),
    ("tong chi 12.428 ti dong nam 2019", "12428000000000", "đồng", "=", None, None),
    ("hon 400 ty dong", "400000000000", "đồng", ">", None, None),
]


@pytest.mark.parametrize(("text", "value", "unit", "comparator", "high", "total"), WRITTEN, ids=[one[0] for one in WRITTEN])
def test_a_quantity_is_read_with_its_scale_unit_and_bounds(
    text: str, value: str, unit: str | None, comparator: str, high: str | None, total: str | None
) -> None:
    found = find_quantities(text)
    assert len(found) == 1
    quantity = found[0].quantity
    assert quantity.value == Decimal(value)
    assert quantity.unit == unit
    assert quantity.comparator == comparator
    assert quantity.high == (None if high is None else Decimal(high))
    assert quantity.total == (None if total is None else Decimal(total))


@pytest.mark.parametrize(
    "text",
    [
        "nhiệm kỳ 2020 - 2025",
        "Cập nhật: 10:33, 31/01/2024 (GMT+7)",
        "Kế hoạch số 159/KH-UBND, Chỉ thị 05-CT/ TW, Nghị quyết 36/2025/NQ-HĐND, Quyết định 2270/QĐ-TTg",
        "tại các Điều 3, 4, 5 và 6 Nghị quyết này",
        "khoản 1 Điều 2, Phụ lục số 6",
        "Đại hội lần thứ 14, khóa XIII",
        "Hội nghị Trung ương 4 khóa XIII",
        "1. Mục tiêu chung\n2.1. Chỉ tiêu cụ thể\n3) Giải pháp",
        "Điện thoại: 0912 345 678",
        "kế hoạch 5 năm 2021 - 2025",
        "6 tháng đầu năm 2024",
        "hạ tầng 5G và công nghệ 4.0, dịch Covid-19",
        "Tổng giá trị sản xuất (giá so sánh 2010)",
        "trực 24/24, báo cáo trước 9h00 hằng ngày",
        "ngày 01/6 và 15/11 hằng năm",
        "quận 1, phường 5, quý 3",
        "chú thích[1] https://a.vn/2024/15-xa",
        "kinh tế tăng trưởng hai con số, tăng 2 con số",
        "thứ hai, tháng ba, hàng trăm hộ, một số xã",
    ],
)
def test_dates_numbers_of_documents_and_ordinals_are_not_quantities(text: str) -> None:
    assert find_quantities(text) == []


def test_a_clause_with_many_quantities_gives_each_of_them() -> None:
    text = "trước có 64 đơn vị, nay huyện còn 24 đơn vị, gồm 21 xã và 3 thị trấn, bớt đi 40 đơn vị (62,5%)"
    assert [str(one.quantity.value) for one in find_quantities(text)] == ["64", "24", "21", "3", "40", "62.5"]


def test_spans_are_shifted_by_the_offset() -> None:
    text = "đạt 97,5% và 20 hộ"
    plain, shifted = find_quantities(text), find_quantities(text, offset=100)
    assert [one.span.start + 100 for one in plain] == [one.span.start for one in shifted]
    assert [one.span.of(text) for one in plain] == [one.quantity.raw for one in plain]


def test_a_quantity_may_run_over_a_line_end_but_not_over_a_paragraph() -> None:
    assert find_quantities("ước đạt 11.580 tỷ\nđồng")[0].quantity.unit == "đồng"
    assert [one.quantity.raw for one in find_quantities("ước đạt 11.580\n\ntỷ đồng")] == ["11.580"]


@pytest.mark.parametrize(
    ("cell", "value"), [("7.060", "7060"), ("-8,45", "-8.45"), ("247.907", "247907"), ("34,86", "34.86")]
)
def test_a_bare_cell_is_a_quantity_without_a_unit(cell: str, value: str) -> None:
    quantity = parse_quantity(cell)
    assert quantity is not None
    assert (quantity.value, quantity.unit) == (Decimal(value), None)


def test_a_text_without_a_quantity_parses_to_none() -> None:
    assert parse_quantity("trước ngày 25/12 hằng năm") is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("9.484 tỷ đồng", "9484 tỷ đồng", True),
        ("640,706 tỷ đồng", "640.706 triệu đồng", True),
        ("12 xã", "12 xã nông thôn mới", True),
        ("12,5%", "125%", False),
        ("12,5%", "12,5 ha", False),
        ("7/25 chỉ tiêu", "7 chỉ tiêu", False),
        ("8,3-8,5%", "8,3%", False),
    ],
)
def test_quantities_are_compared_by_value_and_unit_not_by_spelling(one: str, other: str, same: bool) -> None:
    first, second = parse_quantity(one), parse_quantity(other)
    assert first is not None
    assert second is not None
    assert same_value(first, second) is same


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kinh phí chuyển đổi số 4,6 tỷ đồng", "4,6 tỷ đồng"),
        ("Kinh tế số 14% GRDP", "14%"),
        ("Hạ tầng số 35 tỷ đồng", "35 tỷ đồng"),
        ("kinh te so 14%", "14%"),
    ],
)
def test_so_may_mean_digital(text: str, expected: str) -> None:
    assert [one.quantity.raw for one in find_quantities(text)] == [expected]


@pytest.mark.parametrize("text", ["Nhà văn hóa số 5", "Bản tin số 3 tháng này", "Hộ số 12 xóm Đông", "Mẫu số 2.1 kèm theo"])
def test_so_counts_off(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vụ hè thu 2023 toàn xã gieo 45 ha", ["45 ha"]),
        ("Mùa khô 2022 nhiều nơi thiếu nước", []),
        ("Toàn tỉnh 2015 hộ thiếu đất", ["2015 hộ"]),
        ("Cải tạo được 1985 vườn tạp", ["1985 vườn tạp"]),
    ],
)
def test_a_bare_year_counts_nothing_but_known_things(text: str, expected: list[str]) -> None:
    assert [one.quantity.raw for one in find_quantities(text)] == expected


def test_peoples_are_no_people() -> None:
    assert [one.quantity.unit for one in find_quantities("Có 7 dân tộc và 25.460 dân.")] == ["dân tộc", "dân"]


@pytest.mark.parametrize(
    ("text", "raws"),
    [
        ("xã Mỹ Quý 423 hộ", ["423 hộ"]),
        ("quý 4 trồng 12 ha", ["12 ha"]),
        ("ngân sách phường 3.240 triệu đồng, thôn 12 triệu đồng", ["3.240 triệu đồng", "12 triệu đồng"]),
        ("phường 3 có 12 hộ", ["12 hộ"]),
    ],
)
def test_a_sum_behind_a_word_that_may_count_is_no_number_of_it(text: str, raws: list[str]) -> None:
    assert [one.quantity.raw for one in find_quantities(text)] == raws


@pytest.mark.parametrize(
    ("text", "raw", "unit"),
    [
        ("Di tích bao gồm sáu tháp gạch.", "sáu tháp gạch", "tháp gạch"),
        ("để lại 779 bảng Anh", "779 bảng Anh", "bảng Anh"),
        ("vốn vay 2,3 tỷ JPY", "2,3 tỷ JPY", "yên Nhật"),
        ("phạt 300 nhân dân tệ", "300 nhân dân tệ", "nhân dân tệ"),
        ("có 12 bảng tin", "12 bảng", "bảng"),
    ],
)
def test_what_is_made_up_of_so_many_and_money_of_other_countries(text: str, raw: str, unit: str) -> None:
    (found,) = find_quantities(text)
    assert (found.quantity.raw, found.quantity.unit) == (raw, unit)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("thiệt hại chừng hai tỷ ba trăm triệu đồng", "2300000000"),
        ("chi hai tỷ 300 triệu đồng", "2300000000"),
        ("ba tỷ bảy trăm năm mươi triệu đồng", "3750000000"),
        ("hai trăm linh năm hộ", "205"),
        ("có năm mươi hộ, trong đó hai trăm người", "50"),
    ],
)
def test_a_number_in_words_goes_on_below_its_scale(text: str, value: str) -> None:
    assert find_quantities(text)[0].quantity.value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("có 188 vận động viên góp mặt", "vận động viên"),
        ("65 đoàn thể thao tham gia", "đoàn thể thao"),
        ("5 đoàn thể chính trị", "đoàn thể"),
        ("60 trung tâm thương mại", "trung tâm thương mại"),
    ],
)
def test_a_noun_of_three_syllables_is_not_cut(text: str, unit: str) -> None:
    assert find_quantities(text)[0].quantity.unit == unit


@pytest.mark.parametrize(
    ("text", "raw", "value", "unit", "comparator"),
    [
        ("chiếm gần một nửa số khách", "gần một nửa", Decimal(50), "%", "~"),
        ("đã giải ngân quá nửa số vốn", "quá nửa", Decimal(50), "%", ">"),
        ("da giai ngan qua nua so von", "qua nua", Decimal(50), "%", ">"),
        ("Ba phần tư số xã đạt chuẩn", "Ba phần tư", Decimal(75), "%", "="),
        ("không quá một nửa", "không quá một nửa", Decimal(50), "%", "<="),
        ("gấp đôi chỉ tiêu", "gấp đôi", Decimal(2), "lần", "="),
        ("cao gấp rưỡi cùng kỳ", "gấp rưỡi", Decimal("1.5"), "lần", "="),
        ("gấp ba lần năm trước", "ba lần", Decimal(3), "lần", "="),
    ],
)
def test_shares_and_multiples_in_words_are_quantities(
    text: str, raw: str, value: Decimal, unit: str, comparator: str
) -> None:
    (found,) = find_quantities(text)
    assert (found.quantity.raw, found.quantity.value, found.quantity.unit) == (raw, value, unit)
    assert found.quantity.comparator == comparator


@pytest.mark.parametrize(
    ("text", "raw", "value", "unit", "comparator"),
    [
        ("chi 2 tỷ rưỡi đồng", "2 tỷ rưỡi đồng", "2500000000", "đồng", "="),
        ("hai triệu rưỡi/người/tháng", "hai triệu rưỡi/người/tháng", "2500000", "đồng/người/tháng", "="),
        ("một tỷ rưỡi", "một tỷ rưỡi", "1500000000", "đồng", "="),
        ("được 3 nghìn rưỡi tấn lúa", "3 nghìn rưỡi tấn", "3500", "tấn", "="),
        ("5 ta ruoi/ha", "5 ta ruoi", "5.5", "tạ", "="),
        ("thu hơn nửa nghìn tỷ đồng", "hơn nửa nghìn tỷ đồng", "500000000000", "đồng", ">"),
        ("đón nửa triệu lượt khách", "nửa triệu lượt khách", "500000", "lượt khách", "="),
    ],
)
def test_a_half_of_the_scale_or_the_measure_counts(text: str, raw: str, value: str, unit: str, comparator: str) -> None:
    found = find_quantities(text)[0].quantity
    assert (found.raw, found.value, found.unit, found.comparator) == (raw, Decimal(value), unit, comparator)


@pytest.mark.parametrize("text", ["hơn nửa tháng nay", "nửa đầu nhiệm kỳ", "hai phần mềm", "phần hai của kế hoạch", "nửa"])
def test_half_a_time_and_a_part_are_no_shares(text: str) -> None:
    assert find_quantities(text) == []
