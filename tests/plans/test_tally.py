"""Things told one behind the other with a figure each."""

from __future__ import annotations

import pytest

from plans.tally import tally_at


def told(sentence: str, figure: str) -> list[str]:
    return [one.span.of(sentence) for one in tally_at(sentence, sentence.index(figure))]


@pytest.mark.parametrize(
    ("sentence", "figure", "row"),
    [
        (
            "Tỉnh có 99 đơn vị cấp xã (gồm 81 xã, 15 phường và 3 đặc khu).",
            "15",
            ["81 xã", "15 phường", "3 đặc khu"],
        ),
        ("Đàn vật nuôi: dê 310 con, ngựa 25 con.", "25", ["dê 310 con", "ngựa 25 con"]),
        (
            "Có 112 trường mầm non, 89 trường tiểu học và 33 trường THCS trên toàn địa bàn.",
            "89",
            ["112 trường mầm non", "89 trường tiểu học", "33 trường THCS"],
        ),
        (
            "Cơ cấu: nông, lâm nghiệp 41%; công nghiệp, xây dựng 24%; dịch vụ 35%.",
            "24",
            ["nông, lâm nghiệp 41%", "công nghiệp, xây dựng 24%", "dịch vụ 35%"],
        ),
    ],
)
def test_a_row_is_cut_into_what_is_told_of_each(sentence: str, figure: str, row: list[str]) -> None:
    assert told(sentence, figure) == row


def test_how_much_more_it_is_belongs_to_the_figure_before() -> None:
    sentence = "Thu nội địa 310 tỷ đồng, tăng 5% so với cùng kỳ; thu xuất nhập khẩu 90 tỷ đồng, bằng 80% dự toán."
    assert told(sentence, "90 tỷ") == ["Thu nội địa 310 tỷ đồng", "thu xuất nhập khẩu 90 tỷ đồng"]


def test_a_row_in_brackets_and_the_figures_around_them_are_apart() -> None:
    sentence = "Đã dạy nghề cho 900 người (trung cấp 300 người, sơ cấp 600 người), 12 lớp."
    assert told(sentence, "300") == ["trung cấp 300 người", "sơ cấp 600 người"]
    assert "trung cấp 300 người" not in told(sentence, "900")


def test_how_long_something_lasts_is_part_of_a_name() -> None:
    sentence = "Tuyển sinh: sơ cấp 300 người, dạy nghề dưới 3 tháng 600 người."
    assert told(sentence, "600") == ["sơ cấp 300 người", "dạy nghề dưới 3 tháng 600 người"]


@pytest.mark.parametrize("sentence", ["Thu ngân sách 310 tỷ đồng.", "Năm 2031 có 5 xã, trong đó tỷ lệ hộ nghèo 4%."])
def test_a_figure_alone_is_no_row(sentence: str) -> None:
    assert told(sentence, "310" if "310" in sentence else "5 xã") == []


def test_behind_the_last_figure_there_is_none() -> None:
    assert tally_at("Có 5 xã, 3 phường.", 17) == ()
