"""What a follow-up takes over from the question before."""

import pytest

from plans.year_parts import parts_of_year
from reader import Assistant
from reader.conversation import in_context


@pytest.mark.parametrize(
    ("before", "after", "kept"),
    [
        ("Thị trấn Trung Phước đạt bao nhiêu chỉ tiêu?", "Which town plans to build 3 schools in 2024?", []),
        ("Tỷ lệ hộ nghèo của thị xã Cai Lậy là bao nhiêu?", "Thị xã nào xây dựng 3 trường đạt chuẩn?", []),
        ("Tỉnh Tiền Giang có bao nhiêu xã đạt chuẩn?", "Thế huyện nào có nhiều xã nhất?", ["tỉnh Tiền Giang"]),
        ("Hội nghị của thị xã Cai Lậy diễn ra khi nào?", "Ở đâu?", ["thị xã Cai Lậy"]),
    ],
)
def test_a_question_after_a_place_is_not_bound_to_the_place_before(
    assistant: Assistant, before: str, after: str, kept: list[str]
) -> None:
    asked = in_context(after, [before], assistant.index.understand)
    assert [one.name for one in asked.places] == kept


POOR = "Tỷ lệ hộ nghèo năm 2023 của thị xã Cai Lậy là bao nhiêu?"


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        (POOR, "Có đạt kế hoạch không?", "yesno"),
        (POOR, "Vì sao?", "text"),
        (POOR, "Còn năm 2024?", "quantity"),
        ("Dự án khởi công ngày nào?", "Kinh phí?", "quantity"),
        ("Hội nghị họp khi nào?", "Địa điểm?", "place"),
        ("Ai ký kế hoạch?", "Ngày ký?", "date"),
    ],
)
def test_a_follow_up_that_asks_for_a_sort_of_its_own_gets_it(
    assistant: Assistant, before: str, after: str, wanted: str
) -> None:
    assert in_context(after, [before], assistant.index.understand).wanted == wanted


def test_the_part_of_the_year_is_carried_unless_another_is_named(assistant: Assistant) -> None:
    before = ["Thu ngân sách 6 tháng đầu năm 2024 của Thọ Xuân là bao nhiêu?"]
    assert in_context("Còn Cai Lậy?", before, assistant.index.understand).query.periods == ("6 tháng đầu năm",)
    whole = in_context("Cả năm thì sao?", before, assistant.index.understand)
    assert whole.query.periods == ()
    assert parts_of_year(whole.query.spelled_out) == ((1, 12),)
    assert whole.focus.get("ngan_sach") == 1.0


def test_what_is_searched_for_holds_the_subject_carried_over(assistant: Assistant) -> None:
    asked = in_context("Còn năm 2024?", [POOR], assistant.index.understand)
    assert "hộ nghèo" in asked.query.spelled_out
    assert "2023" not in asked.query.spelled_out


def test_the_year_before_and_after_are_counted_from_the_one_asked_for(assistant: Assistant) -> None:
    assert in_context("Năm trước đó thì sao?", [POOR], assistant.index.understand).years == (2022,)
    assert in_context("Năm sau thì sao?", [POOR], assistant.index.understand).years == (2024,)


def test_a_question_about_a_numbered_document_takes_nothing_over(assistant: Assistant) -> None:
    asked = in_context("Nghị quyết số 36/2025/NQ-HĐND do ai ký?", [POOR], assistant.index.understand)
    assert asked.places == ()
    assert asked.years == ()


def test_why_alone_asks_after_the_whole_subject_before(assistant: Assistant) -> None:
    asked = in_context("Vì sao?", [POOR], assistant.index.understand)
    assert asked.focus.get("ho_ngheo") == 1.0
    assert any("hộ nghèo" in one for one in asked.carried)
