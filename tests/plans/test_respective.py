"""Names and values that a sentence pairs off in order."""

from __future__ import annotations

import pytest

from plans.respective import pairings


def told(sentence: str) -> list[list[tuple[str, str]]]:
    return [[(name.of(sentence), value.of(sentence)) for name, value in row] for row in pairings(sentence)]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Diện tích lúa, ngô và sắn lần lượt là 50 ha, 9 ha và 4 ha.", ["Diện tích lúa", "ngô", "sắn"]),
        (
            "Trong đó, công nghiệp - xây dựng, dịch vụ và nông, lâm, thủy sản tăng lần lượt 12%, 8% và 4%.",
            ["công nghiệp - xây dựng", "dịch vụ", "nông, lâm, thủy sản"],
        ),
        (
            "Về cơ cấu, nông nghiệp và thủy sản, công nghiệp và xây dựng, thương mại lần lượt chiếm 30%, 22% và 48%.",
            ["nông nghiệp và thủy sản", "công nghiệp và xây dựng", "thương mại"],
        ),
        (
            "Qua các bến Rạch Gốc, Cái Đôi và Hòn Khoai, doanh thu đạt lần lượt 3 tỷ đồng, 2 tỷ đồng, 1 tỷ đồng.",
            ["Qua các bến Rạch Gốc", "Cái Đôi", "Hòn Khoai"],
        ),
        ("Hộ nghèo và hộ cận nghèo giảm, lần lượt còn 6% và 9%; 94% dân số có thẻ.", ["Hộ nghèo", "hộ cận nghèo"]),
        ("85 tuổi, 80 tuổi: lần lượt 650.000 đồng và 560.000 đồng.", ["85 tuổi", "80 tuổi"]),
    ],
)
def test_names_are_cut_where_there_are_as_many_as_values(sentence: str, names: list[str]) -> None:
    assert [name for name, _ in told(sentence)[0]] == names


def test_figures_told_before_are_what_later_ones_belong_to() -> None:
    row = told("Agribank cho vay 215 tỷ đồng, quỹ tín dụng 94 tỷ đồng; nợ xấu lần lượt là 0,7% và 1,1%.")
    assert row == [[("Agribank cho vay 215 tỷ đồng", "0,7%"), ("quỹ tín dụng 94 tỷ đồng", "1,1%")]]


def test_a_row_of_every_place_and_one_that_goes_on_are_paired() -> None:
    places = told("Diện tích, năng suất của các xã lần lượt là: xã An 12 ha, 50 tạ/ha; xã Bình 36 ha, 54 tạ/ha.")
    assert [[value for _, value in row] for row in places] == [["12 ha", "50 tạ/ha"], ["36 ha", "54 tạ/ha"]]
    further = told("Đàn trâu, đàn bò lần lượt là 500 con và 900 con, bằng 98% và 103% so với cùng kỳ.")
    assert further[1] == [("Đàn trâu", "98%"), ("đàn bò", "103%")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tỷ lệ lần lượt là: lúa 52%; ngô 30%; sắn 18%.",  # each is named where it stands
        "Hộ nghèo giảm 4 điểm phần trăm, tương ứng 120 hộ.",
        "Diện tích lần lượt là 50 ha và 9 ha.",  # of what, another sentence says
        "Đại biểu lần lượt phát biểu trong 15 phút.",
    ],
)
def test_nothing_is_paired_where_names_and_values_do_not_match(sentence: str) -> None:
    assert told(sentence) == []
