"""When something begins is no answer to when it ends."""

from __future__ import annotations

import pytest

from plans.document import Block, Document, Passage, Span
from reader.contrasts.aspects import tells_another_aspect
from reader.evidence.candidates import candidates_of
from reader.evidence.units import units_of
from reader.questions.question import analyse
from retriever.query import understand

TEXT = (
    "Khởi công đường liên xã dài 9,7 km trong quý III/2022, hoàn thành trước ngày 30/6/2024; "
    "ngày 5/9/2023 khai giảng trường mới; họp chợ ngày 2/9/2023."
)


def kept(question: str, text: str = TEXT, kind: str = "date") -> list[str]:
    """The candidates of a kind in `text` that may answer."""
    span = Span(0, len(text))
    document = Document("d", "d.txt", "Báo cáo", text, blocks=(Block("paragraph", span),))
    units = units_of(document, Passage("p", "d", span, text))
    dates = [one for unit in units for one in candidates_of(unit, {}) if one.kind == kind]
    return [one.short for one in dates if not tells_another_aspect(analyse(understand(question)), one)]


@pytest.mark.parametrize(
    ("question", "dates"),
    [
        ("Đường liên xã bao giờ hoàn thành?", ["ngày 30/6/2024", "ngày 2/9/2023"]),
        ("Đường liên xã khởi công khi nào?", ["quý III/2022", "ngày 5/9/2023", "ngày 2/9/2023"]),
        ("When will the road be finished?", ["ngày 30/6/2024", "ngày 2/9/2023"]),
    ],
)
def test_of_a_beginning_and_an_end_the_one_asked_for_is_kept(question: str, dates: list[str]) -> None:
    assert kept(question) == dates


FIGURES = "Số lồng bè giảm từ 978 lồng xuống còn 490 lồng. Có thêm 7 sản phẩm, nâng tổng số lên 52 sản phẩm."
JOINED = "Kết nạp 60 đảng viên mới, toàn đảng bộ có 4.120 đảng viên."


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("Số lồng bè phải giảm xuống còn bao nhiêu?", ["490 lồng", "7 sản phẩm", "52 sản phẩm"]),
        ("Số lồng bè giảm từ bao nhiêu?", ["978 lồng", "7 sản phẩm", "52 sản phẩm"]),
        ("Xã có tổng cộng bao nhiêu sản phẩm?", ["978 lồng", "490 lồng", "52 sản phẩm"]),
        ("Xã có thêm bao nhiêu sản phẩm?", ["978 lồng", "490 lồng", "7 sản phẩm"]),
        ("Xã có bao nhiêu sản phẩm?", ["978 lồng", "490 lồng", "7 sản phẩm", "52 sản phẩm"]),
    ],
)
def test_what_a_figure_fell_from_or_was_added_is_not_what_it_came_to(question: str, figures: list[str]) -> None:
    assert kept(question, FIGURES, "quantity") == figures


def test_who_joined_is_not_the_total() -> None:
    assert kept("Đảng bộ có tổng cộng bao nhiêu đảng viên?", JOINED, "quantity") == ["4.120 đảng viên"]


@pytest.mark.parametrize("question", ["Họp chợ ngày nào?", "Đường liên xã khởi công và hoàn thành khi nào?", ""])
def test_a_question_for_neither_or_both_keeps_every_date(question: str) -> None:
    assert len(kept(question)) == 4


def test_what_is_now_is_what_it_fell_to() -> None:
    text = "Tỷ lệ hộ nghèo giảm từ 11,4% (đầu năm 2030) xuống còn 3,8%."
    assert kept("Tỷ lệ hộ nghèo hiện nay?", text, "quantity") == ["3,8%"]


def test_a_new_rural_commune_is_not_asked_for_as_one_more() -> None:
    text = "Trong năm có thêm 4 xã, nâng tổng số lên 109 xã đạt chuẩn nông thôn mới."
    assert "109 xã" in kept("Có mấy xã đạt chuẩn nông thôn mới?", text, "quantity")


def test_to_begin_to_work_is_an_end_in_whatever_words() -> None:
    text = "Nhà máy khởi công ngày 5/1/2031, chính thức đi vào hoạt động từ ngày 1/7/2032."
    assert kept("Nhà máy bắt đầu hoạt động từ ngày nào?", text) == ["ngày 1/7/2032"]
    assert kept("Nhà máy bắt đầu xây ngày nào?", text) == ["ngày 5/1/2031"]


def test_what_starts_to_run_is_finished_in_everyday_words_too() -> None:
    text = "Ngày 19/5/2023, nhà máy chính thức đi vào hoạt động."
    assert kept("Nhà máy bắt đầu chạy từ hôm nào?", text) == ["Ngày 19/5/2023"]


def test_what_there_was_before_an_arrangement_is_not_what_is_left() -> None:
    text = "Tỉnh sắp xếp 161 xã, phường, thị trấn còn 56 đơn vị."
    assert kept("Tỉnh còn lại bao nhiêu đơn vị?", text, "quantity") == ["56 đơn vị"]


def test_the_share_in_brackets_is_of_what_it_fell_from() -> None:
    text = "Hộ nghèo từ 171 hộ (1,74%) giảm còn 139 hộ (1,41%)."
    assert kept("Tỷ lệ hộ nghèo còn bao nhiêu?", text, "quantity") == ["139 hộ", "1,41%"]
