"""Dates and periods in all the ways plans write them."""

from __future__ import annotations

import pytest

from plans.dates import find_dates, find_periods

WRITTEN = [
    ("31/01/2024", 2024, 1, 31),
    ("19-4-2023", 2023, 4, 19),
    ("ngày 18-5- 2021", 2021, 5, 18),
    ("ngày 05 tháng 02 năm 2024", 2024, 2, 5),
    ("ngày 24\ntháng 11 năm 2025", 2025, 11, 24),
    ("*ngày 27 tháng 11\nnăm 2025*", 2025, 11, 27),
    ("ngay 05 thang 02 nam 2024", 2024, 2, 5),
    ("tháng 10/2025", 2025, 10, None),
    ("tháng7/1931", 1931, 7, None),
    ("tháng 3-2018", 2018, 3, None),
    ("12/2024", 2024, 12, None),
    ("2023-12", 2023, 12, None),
    ("Quý III năm 2026", 2026, None, None),
    ("quý 2/2025", 2025, None, None),
    ("năm 2015", 2015, None, None),
    ("ngày 15/12", None, 12, 15),
    ("Chiều 29/12", None, 12, 29),
    ("đến 2030", 2030, None, None),
]


@pytest.mark.parametrize(("text", "year", "month", "day"), WRITTEN, ids=[one[0] for one in WRITTEN])
def test_a_date_gives_the_parts_it_names(text: str, year: int | None, month: int | None, day: int | None) -> None:
    found = find_dates(text)
    assert [(one.year, one.month, one.day) for one in found] == [(year, month, day)]
    assert found[0].raw in text


def test_years_and_days_in_a_list_are_each_a_date() -> None:
    assert [one.year for one in find_dates("năm 2016, 2017 và 2018")] == [2016, 2017, 2018]
    assert [(one.day, one.month) for one in find_dates("vào ngày 05/3 và 20/9 mỗi năm")] == [(5, 3), (20, 9)]


@pytest.mark.parametrize("text", ["31/02/2024", "ngày 45/13/2024", "15/19 tiêu chí", "7,5%", "159/KH-UBND", "năm 20255"])
def test_what_cannot_be_a_date_is_none(text: str) -> None:
    assert find_dates(text) == []


def test_only_a_full_date_has_a_calendar_day() -> None:
    assert find_dates("ngày 15/12/2026")[0].date is not None
    assert find_dates("ngày 15/12")[0].date is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("nhiệm kỳ 2020 - 2025", 2020, 2025),
        ("giai đoạn 2026–2030", 2026, 2030),
        ("từ năm 2021 đến năm 2025", 2021, 2025),
        ("6 tháng đầu năm 2024", 2024, 2024),
        ("6 tháng đầu năm", None, None),
        ("*6 tháng\nđầu năm* **2024**", 2024, 2024),
        ("6 thang dau nam 2024", 2024, 2024),
        ("mười tháng năm 2024", 2024, 2024),
        ("9 tháng 2024", 2024, 2024),
        ("nửa đầu năm 2025", 2025, 2025),
    ],
)
def test_a_period_has_its_first_and_last_year(text: str, first: int | None, last: int | None) -> None:
    assert [(one.first, one.last) for one in find_periods(text)] == [(first, last)]
    assert find_dates(text) == []


def test_a_part_of_a_year_has_its_months_and_a_range_of_years_none() -> None:
    assert [one.months for one in find_periods("giai đoạn 2021 - 2025, 9 tháng\nnăm 2024")] == [None, (1, 9)]


def test_months_that_are_no_part_of_a_year_are_no_period() -> None:
    assert [one.raw for one in find_dates("trước ngày 20 tháng cuối quý")] == ["ngày 20"]
    assert find_periods("trong 36 tháng đầu") == []
    assert find_periods("trong 6 tháng. Năm 2024, tỉnh") == []


def test_a_quarter_is_a_date_and_goes_no_further_than_its_paragraph() -> None:
    assert [(one.year, one.raw) for one in find_dates("quý III\n\nNăm 2025")] == [(None, "quý III"), (2025, "Năm 2025")]
    assert [one.year for one in find_dates("quý một năm 2024")] == [2024]
    assert find_dates("mỗi quý một lần") == []
