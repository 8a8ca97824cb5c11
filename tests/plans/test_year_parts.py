"""Parts of a year in texts and questions."""

import pytest

from plans.year_parts import find_year_parts, name_of, parts_of_year


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("6 tháng đầu năm 2024", [(1, 6)]),
        ("Sáu tháng cuối năm", [(7, 12)]),
        ("Cộng dồn 7 tháng, thành phố đón 3 triệu lượt", [(1, 7)]),
        ("Lũy kế 24 tháng", []),
        ("exports in January-July 2017", [(1, 7)]),
        ("9 tháng 2022 thu 5 tỷ đồng", [(1, 9)]),
        ("Quý III/2024 tăng, quý 4 giảm", [(7, 9), (10, 12)]),
        ("cả năm 2024", [(1, 12)]),
        ("nửa đầu năm 2018", [(1, 6)]),
        ("nửa đầu 2024", [(1, 6)]),
        ("nửa cuối 2024", [(7, 12)]),
        ("nửa đầu tháng 5", []),
        ("sau 3 quý năm 2024", [(1, 9)]),
        ("hai quý liên tiếp", []),
        ("the first nine months of 2024", [(1, 9)]),
        ("tăng 5% so với 6 tháng đầu năm 2023", []),
        ("đạt 52% kế hoạch cả năm", []),
        ("thuê 6 tháng", []),
        ("GRDP 9 tháng tăng 6,84% so với cùng kỳ", [(1, 9)]),
        ("9T/2025", [(1, 9)]),
        ("9 tháng qua", [(1, 9)]),
        ("trên 13 tháng năm 2024", []),
        ("6 thang dau nam 2024", [(1, 6)]),
        ("quý\nIII/2026", [(7, 9)]),
        ("thuê 6 tháng, 200000 đồng", []),
        ("họp mỗi quý một lần", []),
        ("Từ tháng 1 đến tháng 7/2019", [(1, 7)]),
        ("từ đầu năm đến hết tháng 9", [(1, 9)]),
        ("trong nửa tháng đầu năm 2019", [(1, 1)]),
        ("từ tháng 11 đến tháng 12", []),
    ],
)
def test_parts_are_read_and_comparisons_left_out(text: str, parts: list[tuple[int, int]]) -> None:
    assert list(parts_of_year(text)) == parts


def test_a_month_is_a_part_where_asked_for_and_a_day_is_none() -> None:
    assert parts_of_year("Tháng 6/2025 nhận bao nhiêu hồ sơ?", months=True) == ((6, 6),)
    assert parts_of_year("Tháng 6/2025 nhận bao nhiêu hồ sơ?") == ()
    assert parts_of_year("ngày 5 tháng 6", months=True) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Thu ngân sách quý 3 năm 2024?", "quý III"),
        ("ba tháng đầu năm", "quý I"),
        ("nửa cuối năm 2023", "6 tháng cuối năm"),
        ("chín tháng đầu năm", "9 tháng đầu năm"),
        ("cả năm 2024", "cả năm"),
    ],
)
def test_a_part_has_one_name_however_it_is_written(text: str, name: str) -> None:
    assert [name_of(part) for part in parts_of_year(text)] == [name]


def test_until_the_end_of_a_month_is_all_up_to_it() -> None:
    assert parts_of_year("Đến hết tháng 9/2025", months=True) == ((1, 9),)
    assert parts_of_year("năm 2025, tính hết tháng 10, đón 9 nghìn khách", months=True) == ((1, 10),)
    assert parts_of_year("từ tháng 3 đến tháng 9", months=True) == ((3, 3), (9, 9))


def test_a_month_has_its_name() -> None:
    assert name_of((6, 6)) == "tháng 6"


def test_a_part_stands_in_the_text_with_its_year() -> None:
    text = "Thu **9 tháng\nnăm 2024**, quý IV tăng so với quý III/2023"
    found = find_year_parts(text, compared=True)
    assert [(one.span.of(text), one.months, one.year) for one in found] == [
        ("9 tháng\nnăm 2024", (1, 9), 2024),
        ("quý IV", (10, 12), None),
        ("quý III/2023", (7, 9), 2023),
    ]
    assert find_year_parts(text) == found[:2]


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("handled in August 2025", [(8, 8)]),
        ("by the end of September 2025", [(1, 9)]),
        ("may 2025 begin", [(5, 5)]),
        ("it may be asked", []),
        ("on 31 August 2025", []),
    ],
)
def test_an_english_month_is_read_before_its_year(text: str, months: list[tuple[int, int]]) -> None:
    assert [one.months for one in find_year_parts(text, months=True)] == months


def test_the_first_quarters_are_so_many_months() -> None:
    assert parts_of_year("Ba quý đầu năm 2032 thu được bao nhiêu?") == ((1, 9),)
    assert parts_of_year("Hai quý đầu 2032") == ((1, 6),)


def test_the_months_at_both_ends_of_a_part_are_none_by_themselves() -> None:
    assert [one.months for one in find_year_parts("từ tháng 1 đến tháng 7", months=True)] == [(1, 7)]
