"""In what a thing is told."""

import pytest

from reader.lexicon.dimensions import DIMENSIONS, asked_in_another, dimension_of, told_in


@pytest.mark.parametrize(
    ("unit", "name"),
    [
        ("%", "share"),
        ("điểm %", "share"),
        ("đồng", "money"),
        ("đồng/người/năm", "money"),
        ("đồng/kg", "money each"),
        ("tạ/ha", "yield"),
        ("tấn", "mass"),
        ("ngày làm việc", "time"),
        ("lồng", "count"),
        ("nhân dân tệ", "money"),
        ("nhân dân", "count"),
        ("đồng chí", "count"),
        ("", None),
        (None, None),
    ],
)
def test_units_have_a_dimension(unit: str | None, name: str | None) -> None:
    assert dimension_of(unit) == name
    assert name is None or name in DIMENSIONS


@pytest.mark.parametrize(
    ("question", "likely", "unlikely"),
    [
        ("Năng suất lúa vụ đông xuân ở xã Hòa Phú?", "tạ/ha", "ha"),
        ("Tỷ lệ hộ nghèo cuối năm của huyện?", "%", "m2"),
        ("Thu ngân sách năm 2024 đạt bao nhiêu?", "đồng", "xã"),
        ("dien tich rung trong moi", "ha", "đồng"),
        ("How many households escaped poverty?", "hộ", "đồng"),
    ],
)
def test_a_unit_in_which_it_is_told_is_likelier(question: str, likely: str, unlikely: str) -> None:
    assert told_in(question, likely) > told_in(question, unlikely)


def test_a_number_without_a_unit_is_neither_likely_nor_unlikely() -> None:
    assert told_in("Dân số của xã?", None) == 0.0


@pytest.mark.parametrize(
    ("asked", "unit", "other"),
    [
        ("tấn mận", "hộ", True),
        ("tan man", "ha", True),
        ("%", "hộ", True),
        ("tấn", "kg", False),
        ("tạ", "tạ/ha", False),
        ("tỷ", "USD", False),
        ("hộ", "%", False),
        ("triệu lượt khách", "lượt khách", False),
        ("tấn", None, False),
        (None, "ha", False),
    ],
)
def test_so_many_of_a_measure_is_not_told_in_another_dimension(asked: str | None, unit: str | None, other: bool) -> None:
    assert asked_in_another(asked, unit) is other
