"""Years and periods that a question states."""

from datetime import date

import pytest

from retriever.times import periods_of, years_of

TODAY = date(2024, 3, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("thu ngân sách năm 2016", (2016,)),
        ("đến cuối năm 2016", (2016,)),
        ("năm 2014, 2015 và 2016", (2014, 2015, 2016)),
        ("ngày 21/11/2025", (2025,)),
        ("tháng 4/2025", (2025,)),
        ("6 tháng đầu năm 2024", (2024,)),
        ("năm nay", (2024,)),
        ("năm ngoái", (2023,)),
        ("năm tới", (2025,)),
        ("thế sang năm 2026 thì sao", (2026,)),
        ("tháng 9/2020 tăng mấy phần trăm so với năm ngoái", (2020,)),
        ("nhích lên bao nhiêu so với năm ngoái", ()),
        ("thu nhiều hơn năm ngoái bao nhiêu", ()),
        ("năm 2023 thu bao nhiêu, để đối chiếu với năm 2024", (2023,)),
        ("để so sánh với năm 2024", (2024,)),
        ("năm nay so với 2020", (2024, 2020)),
        ("trong những năm tới", ()),
        ("this year", (2024,)),
        ("the 2030 target", (2030,)),
        ("giai đoạn 2021-2025", ()),
        ("năm học 2025-2026", ()),
        ("có 2030 hộ nghèo", ()),
        ("năm 2030 hộ nghèo còn bao nhiêu", (2030,)),
        ("1.2016 và 2016,5", ()),
        ("8,3-8,5%", ()),
        ("Thu ngân sách 2024 tỉnh Cà Mau", (2024,)),
        ("Đến 2030 tỷ lệ đô thị hóa", (2030,)),
        ("GRDP 2024 Đồng Nai", (2024,)),
        ("Năm 2021, 2022 và 2023 tỷ lệ hộ nghèo", (2021, 2022, 2023)),
        ("cần 2000 căn nhà", ()),
    ],
)
def test_years(text: str, expected: tuple[int, ...]) -> None:
    assert years_of(text, TODAY) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("giai đoạn 2021 - 2025", ("giai đoạn 2021-2025",)),
        ("nhiệm kỳ 2020–2025", ("nhiệm kỳ 2020-2025",)),
        ("năm học 2025-2026", ("năm học 2025-2026",)),
        ("từ 2016 đến 2020", ("2016-2020",)),
        ("6 tháng đầu năm", ("6 tháng đầu năm",)),
        ("sáu tháng cuối năm 2023", ("6 tháng cuối năm",)),
        ("quý III năm 2026", ("quý III",)),
        ("năm 2016", ()),
    ],
)
def test_periods(text: str, expected: tuple[str, ...]) -> None:
    assert periods_of(text) == expected


def test_the_bare_number_of_a_decision_is_no_year() -> None:
    assert years_of("Theo QĐ 1994, tỉnh chuyển bao nhiêu đất lúa tới 2025?", date(2026, 1, 1)) == (2025,)
