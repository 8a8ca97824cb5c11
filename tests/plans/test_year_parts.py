"""Parts of a year in texts and questions."""

import pytest

from reader.periods import parts_of_year


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("6 tháng đầu năm 2024", [(1, 6)]),
        ("Sáu tháng cuối năm", [(7, 12)]),
        ("9 tháng 2022 thu 5 tỷ đồng", [(1, 9)]),
        ("Quý III/2024 tăng, quý 4 giảm", [(7, 9), (10, 12)]),
        ("cả năm 2024", [(1, 12)]),
        ("nửa đầu năm 2018", [(1, 6)]),
        ("the first nine months of 2024", [(1, 9)]),
        ("tăng 5% so với 6 tháng đầu năm 2023", []),
        ("đạt 52% kế hoạch cả năm", []),
        ("thuê 6 tháng", []),
        ("trên 13 tháng năm 2024", []),
    ],
)
def test_parts_are_read_and_comparisons_left_out(text: str, parts: list[tuple[int, int]]) -> None:
    assert list(parts_of_year(text)) == parts


def test_a_month_is_a_part_where_asked_for_and_a_day_is_none() -> None:
    assert parts_of_year("Tháng 6/2025 nhận bao nhiêu hồ sơ?", months=True) == ((6, 6),)
    assert parts_of_year("Tháng 6/2025 nhận bao nhiêu hồ sơ?") == ()
    assert parts_of_year("ngày 5 tháng 6", months=True) == ()
