"""Things told apart by a number."""

from __future__ import annotations

import pytest

from reader.contrasts.numbered import another_code, another_number, comes_first, comes_later


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Đề án 02 nói về việc gì?", "Triển khai Đề án 01 về quản lý đảng viên"),
        ("Kỳ họp thứ 18 diễn ra khi nào?", "Tại kỳ họp thứ 17, HĐND huyện đã thông qua"),
        ("Nhiệm kỳ khóa XIII bắt đầu năm nào?", "Đại biểu HĐND khóa XII"),
        ("Nghị quyết 05 giao việc gì?", "Theo Nghị quyết số 7 của Đảng bộ"),
        ("Lễ hội Cua lần thứ hai mở khi nào?", "Lễ hội Cua lần thứ ba dự kiến mở vào tháng 11"),
        ("Đại hội lần thứ II họp ở đâu?", "Đại hội lần thứ 3 họp tại hội trường xã"),
        ("Lớp dệt khóa 2 mở ngày nào?", "mở lớp dệt, khóa đầu ngày 14/6/2025 có 27 em"),
        ("Đợt đầu tiên giải ngân bao nhiêu?", "Đợt 2 giải ngân 3 tỷ đồng"),
    ],
)
def test_another_number_is_another_thing(question: str, text: str) -> None:
    assert another_number(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Đề án 02 nói về việc gì?", "Đề án 2 và Đề án 01 cùng triển khai"),
        ("Ngày 5 họp gì?", "Ngày 7 huyện tổ chức họp"),
        ("Đại hội lần thứ II họp ở đâu?", "Đại hội lần thứ hai họp tại hội trường xã"),
        ("Chợ họp vào thứ hai phải không?", "Chợ họp vào thứ năm hằng tuần"),
        ("Có phải hộ nghèo còn 3 hộ?", "Hộ nghèo còn 5 hộ"),
        ("Thu ngân sách bao nhiêu?", "Đề án 01"),
        ("Khóa 1 mở khi nào?", "khóa đầu mở ngày 14/6/2025"),
        ("Đợt 2 xong khi nào?", "đợt đầu năm đã xong"),
        ("Còn mẫu giáo 3 đến 5 tuổi?", "riêng mẫu giáo 5 tuổi đạt 100%"),
        ("", ""),
    ],
)
def test_the_same_number_or_a_count_is_not(question: str, text: str) -> None:
    assert not another_number(question, text)


def test_the_second_of_a_kind_is_not_the_first() -> None:
    assert comes_later("Xã nào đạt chuẩn đầu tiên?", "Xã Hòa Đông đạt chuẩn, là xã thứ hai của huyện")
    assert not comes_later("Xã nào đạt chuẩn đầu tiên?", "Xã Ea Kly đạt chuẩn đầu tiên, sau đó là xã thứ hai")
    assert not comes_later("Xã nào đạt chuẩn?", "Xã Hòa Đông đạt chuẩn, là xã thứ hai của huyện")


def test_a_road_is_told_apart_by_its_number() -> None:
    assert another_number("ĐT.630 nâng lên cấp mấy?", "Nâng cấp ĐT. 629 đạt cấp IV.")
    assert not another_number("ĐT.630 nâng lên cấp mấy?", "Nâng cấp ĐT 630 đạt cấp III.")


def test_the_first_text_that_names_it_tells_the_number() -> None:
    question = "Đại hội lần thứ VIII giành mấy huy chương?"
    assert another_number(question, "đoàn đạt 18 huy chương", "Mừng công đại hội lần thứ IX")
    assert not another_number(question, "đại hội lần thứ 8 có 18 huy chương", "Mừng công đại hội lần thứ IX")


@pytest.mark.parametrize(("text", "another"), [("52 sản phẩm từ 3 sao trở lên", True), ("6 sản phẩm 5 sao", False)])
def test_a_grade_is_told_by_its_stars(text: str, another: bool) -> None:
    assert another_number("Bao nhiêu sản phẩm OCOP 5 sao?", text) is another


@pytest.mark.parametrize(
    ("question", "text", "other"),
    [
        ("Chuyển bao nhiêu từ LN-04 sang LN-01?", "dự án LN-02 (800 triệu đồng)", True),
        ("Chuyển bao nhiêu từ LN-04 sang LN-01?", "từ dự án LN-04 sang dự án LN-01 (1.500 triệu đồng)", False),
        ("Chuyển bao nhiêu từ LN-04 sang LN-01?", "theo mẫu B-12", False),
        ("Chuyển bao nhiêu?", "dự án LN-02 (800 triệu đồng)", False),
    ],
)
def test_another_code_is_another_thing(question: str, text: str, other: bool) -> None:
    assert another_code(question, text) is other


@pytest.mark.parametrize(
    ("question", "before", "first"),
    [
        ("Thị trường nào đông thứ hai?", "thị trường dẫn đầu là ", True),
        ("Which market comes second?", "nhiều nhất vẫn là ", True),
        ("Thị trường nào đông thứ hai?", "dẫn đầu là Hàn Quốc, tiếp theo là ", False),
        ("Thị trường nào dẫn đầu?", "thị trường dẫn đầu là ", False),
    ],
)
def test_what_leads_does_not_come_second(question: str, before: str, first: bool) -> None:
    assert comes_first(question, before) is first
