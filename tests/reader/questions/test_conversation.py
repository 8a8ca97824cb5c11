"""What a follow-up takes over from the question before."""

import pytest

from plans.answer import PartName, Turn
from plans.year_parts import parts_of_year
from reader import Assistant
from reader.questions.conversation import in_context
from retriever.query import understand

POOR = "Tỷ lệ hộ nghèo năm 2023 của thị xã Cai Lậy là bao nhiêu?"


@pytest.mark.parametrize(
    ("before", "after", "kept"),
    [
        ("Thị trấn Trung Phước đạt bao nhiêu chỉ tiêu?", "Which town plans to build 3 schools in 2024?", []),
        ("Tỷ lệ hộ nghèo của thị xã Cai Lậy là bao nhiêu?", "Thị xã nào xây dựng 3 trường đạt chuẩn?", []),
        (POOR, "Nơi nào đặt chỉ tiêu hộ nghèo 0,63%?", []),
        ("Tỉnh Tiền Giang có bao nhiêu xã đạt chuẩn?", "Thế huyện nào có nhiều xã nhất?", ["tỉnh Tiền Giang"]),
        ("Hội nghị của thị xã Cai Lậy diễn ra khi nào?", "Ở đâu?", ["thị xã Cai Lậy"]),
    ],
)
def test_a_question_after_a_place_is_not_bound_to_the_place_before(
    assistant: Assistant, before: str, after: str, kept: list[str]
) -> None:
    asked = in_context(after, [before], assistant.index.understand)
    assert [one.name for one in asked.places] == kept


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        (POOR, "Có đạt kế hoạch không?", "yesno"),
        (POOR, "Vì sao?", "text"),
        (POOR, "Còn năm 2024?", "quantity"),
        ("Dự án khởi công ngày nào?", "Kinh phí?", "quantity"),
        ("Bí thư Huyện ủy Tháp Mười là ai?", "con chu tich thi tran My An?", "person"),
        ("Hội nghị họp khi nào?", "Địa điểm?", "place"),
        ("Ai ký kế hoạch?", "Ngày ký?", "date"),
        ("Dân xã Mai Hóa sơ tán ở đâu?", "Thế Tiến Hóa thì sao?", "place"),
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


@pytest.mark.parametrize("after", ["Cùng kỳ năm ngoái thì sao?", "Còn cùng kỳ năm trước?", "cung ky nam truoc thi sao"])
def test_the_same_time_last_year_is_counted_from_the_year_asked_for(assistant: Assistant, after: str) -> None:
    asked = in_context(after, [POOR], assistant.index.understand)
    assert asked.years == (2022,)
    assert asked.focus.get("ho_ngheo") == 1.0


def test_what_was_a_plan_for_one_year_may_be_a_result_of_the_year_before(assistant: Assistant) -> None:
    before = "Chỉ tiêu hộ nghèo năm 2024 của thị xã Cai Lậy là bao nhiêu?"
    assert assistant.ask("Cùng kỳ năm trước thì sao?", [before]).short == "0,69%"


def test_a_question_for_a_place_with_a_subject_of_its_own_takes_no_year_over(assistant: Assistant) -> None:
    asked = in_context("Thu hút đầu tư là chủ đề của huyện nào?", [POOR], assistant.index.understand)
    assert (asked.years, asked.places) == ((), ())
    assert in_context("Xã nào cao nhất?", [POOR], assistant.index.understand).years == (2023,)


def test_an_office_after_the_office_of_somebody_asks_who_holds_it(assistant: Assistant) -> None:
    before = "Ông Nguyễn Văn Vũ Minh giữ chức vụ gì?"
    assert in_context("Thế phó bí thư?", [before], assistant.index.understand).wanted == "person"
    assert assistant.ask("Thế phó bí thư?", [before]).status == "not_found"


def test_a_name_alone_is_that_of_a_unit_of_the_level_asked_about(assistant: Assistant) -> None:
    before = "Xã Mỹ Đông năm 2023 có bao nhiêu hộ nghèo?"
    asked = in_context("Còn Cao Sơn?", [before], assistant.index.understand)
    assert [one.name for one in asked.places] == ["xã Cao Sơn"]
    assert asked.query.text == "xã Cao Sơn năm 2023 có bao nhiêu hộ nghèo?"


def test_a_name_that_no_unit_bears_is_left_as_it_is(assistant: Assistant) -> None:
    asked = in_context("Còn Phan Quốc Bảo?", ["Ai là Chủ tịch xã Mỹ Đông?"], assistant.index.understand)
    assert [one.name for one in asked.places] == ["xã Mỹ Đông"]


@pytest.mark.parametrize(
    ("before", "after", "searched"),
    [
        ("Ai là Trưởng phòng Y tế huyện Tháp Mười?", "Thế phó phòng?", "Ai là phó phòng Y tế huyện Tháp Mười?"),
        ("Ai là Phó Chủ tịch Thường trực UBND xã?", "Còn Chủ tịch?", "Ai là Chủ tịch UBND xã?"),
    ],
)
def test_another_office_alone_takes_the_place_of_the_one_before(
    assistant: Assistant, before: str, after: str, searched: str
) -> None:
    assert in_context(after, [before], assistant.index.understand).query.text == searched


def test_a_question_about_a_numbered_document_takes_nothing_over(assistant: Assistant) -> None:
    asked = in_context("Nghị quyết số 36/2025/NQ-HĐND do ai ký?", [POOR], assistant.index.understand)
    assert asked.places == ()
    assert asked.years == ()


def test_why_alone_asks_after_the_whole_subject_before(assistant: Assistant) -> None:
    asked = in_context("Vì sao?", [POOR], assistant.index.understand)
    assert asked.focus.get("ho_ngheo") == 1.0
    assert any("hộ nghèo" in one for one in asked.carried)


@pytest.mark.parametrize(
    ("before", "shown"),
    [
        (["Cai Lậy dự kiến dạy nghề cho mấy lao động năm 2024?"], "dự kiến dạy nghề cho … lao động"),
        ([POOR], "Tỷ lệ hộ nghèo"),
        ([POOR, "Còn năm 2024?"], "Tỷ lệ hộ nghèo"),
        (["Thu ngân sách 6 tháng đầu năm 2024 của Thọ Xuân đạt bao nhiêu?"], "Thu ngân sách"),
        (["Ai ký kế hoạch của Thọ Xuân?"], "… ký kế hoạch"),
        (["Ở Cai Lậy, tỷ lệ ứng dụng AI đến năm 2025 đạt bao nhiêu?"], "tỷ lệ ứng dụng AI"),
    ],
)
def test_the_subject_carried_over_reads_naturally(assistant: Assistant, before: list[str], shown: str) -> None:
    assert in_context("Còn năm 2022?", before, assistant.index.understand).carried[-1] == shown


@pytest.mark.parametrize(
    ("part", "value", "words"),
    [
        ("year", "2024", "2024"),
        ("place", "huyện Thọ Xuân", "Thọ Xuân"),
        ("period", "6 tháng đầu năm", "6 tháng"),
    ],
)
def test_what_was_taken_back_of_a_question_is_not_carried_over(
    assistant: Assistant, part: PartName, value: str, words: str
) -> None:
    question = "Thu ngân sách 6 tháng đầu năm 2024 của huyện Thọ Xuân là bao nhiêu?"
    assert (part, value) in in_context(question, [], assistant.index.understand).query.parts()
    turn = Turn(question, dropped=((part, value),))
    for history in ([turn], [turn, Turn("Còn hộ nghèo?")]):
        asked = in_context("Còn chi ngân sách?", history, assistant.index.understand)
        assert part not in dict(asked.query.parts())
        assert words not in asked.query.text
        assert not any(words in one for one in asked.carried)


def test_what_was_taken_back_may_have_been_carried_over_itself(assistant: Assistant) -> None:
    history = [POOR, Turn("Còn hộ cận nghèo?", dropped=(("year", "2023"),))]
    asked = in_context("Còn số hộ?", history, assistant.index.understand)
    assert asked.years == ()
    assert [one.name for one in asked.places] == ["thị xã Cai Lậy"]
    own = in_context("Còn hộ cận nghèo năm 2023?", history, assistant.index.understand)
    assert own.years == (2023,)


@pytest.mark.parametrize(
    ("before", "after", "year"),
    [
        ("Tỷ lệ hộ nghèo năm 2024 của thị xã Cai Lậy là bao nhiêu?", "Năm trước đó thì sao?", 2023),
        ("What is the poverty rate of Cai Lậy town in 2023?", "And the goal for 2024?", 2024),
    ],
)
def test_a_time_or_a_kind_alone_is_no_subject_of_its_own(assistant: Assistant, before: str, after: str, year: int) -> None:
    first = in_context(before, [], assistant.index.understand)
    asked = in_context(after, [before], assistant.index.understand)
    assert asked.focus == first.focus
    assert asked.years == (year,)


@pytest.mark.parametrize(
    ("before", "after", "searched"),
    [
        ("Tỷ lệ hộ nghèo năm 2024 của xã Ninh Hòa, huyện Hồng Dân?", "Thế xã Lộc Ninh thì sao?", "xã Lộc Ninh?"),
        (POOR, "Năm 2024 thì sao?", "Tỷ lệ hộ nghèo năm 2024 của thị xã Cai Lậy là bao nhiêu?"),
        ("What is the poverty rate of Cai Lậy for 2023?", "And for 2024?", "What is the poverty rate of Cai Lậy for 2024?"),
    ],
)
def test_another_place_or_year_alone_takes_the_place_of_the_one_before(
    assistant: Assistant, before: str, after: str, searched: str
) -> None:
    assert in_context(after, [before], assistant.index.understand).query.text.endswith(searched)


def test_a_number_of_points_is_a_list(assistant: Assistant) -> None:
    asked = in_context("Còn bốn trụ cột?", ["Ba khâu đột phá của huyện là gì?"], assistant.index.understand)
    assert asked.wanted == "list"


@pytest.mark.parametrize(
    ("before", "then", "meant"),
    [
        ("Năm 2032 xã Hòa An thu ngân sách được bao nhiêu?", "Còn chi thì sao?", "chi ngân sách"),
        ("Kim ngạch xuất khẩu năm 2032 là bao nhiêu?", "Thế nhập khẩu?", "nhập khẩu"),
        ("Tỷ lệ hộ nghèo xã Hòa An năm 2032?", "Còn hộ cận nghèo?", "hộ cận nghèo"),
        ("Năm 2032 thu ngân sách đạt bao nhiêu % dự toán?", "Còn phần chi thì sao?", "chi ngân sách đạt"),
        ("Chi đầu tư phát triển năm 2032 là bao nhiêu?", "Còn chi thường xuyên?", "chi thường xuyên năm 2032"),
    ],
)
def test_the_other_side_of_a_whole_takes_the_place_of_the_first(before: str, then: str, meant: str) -> None:
    question = in_context(then, (before,), understand)
    assert meant in question.query.text
    assert question.years == (2032,)
    assert question.wanted == "quantity"


@pytest.mark.parametrize(
    ("after", "years"),
    [
        ("Tăng hay giảm bao nhiêu so với năm trước?", (2023,)),
        ("So với cùng kỳ tăng bao nhiêu?", (2023,)),
        ("Hơn năm trước bao nhiêu?", (2023,)),
        ("Tăng hay giảm bao nhiêu so với 2021?", (2021, 2023)),
        ("Năm trước thì sao?", (2022,)),
    ],
)
def test_what_a_change_is_told_against_dates_nothing(assistant: Assistant, after: str, years: tuple[int, ...]) -> None:
    before = "Giá trị sản xuất công nghiệp của thị xã Cai Lậy năm 2023 đạt bao nhiêu?"
    asked = in_context(after, [before], assistant.index.understand)
    assert asked.years == years
    assert {"cong_nghiep", "san_xuat"} <= asked.focus.keys()


@pytest.mark.parametrize(
    ("after", "kept"), [("Còn lượng khách thì sao?", False), ("Còn khách thì sao?", True), ("Còn năm 2030?", True)]
)
def test_another_measure_gives_up_what_was_measured_before(after: str, kept: bool) -> None:
    before = "Từ tháng 1 đến tháng 7/2031 tỉnh Đắk Nông tốn bao nhiêu tiền làm du lịch?"
    asked = in_context(after, [before], understand)
    assert ("bao nhiêu tiền" in asked.query.text) is kept
    assert ("tien" in asked.focus) is kept


def test_the_year_after_is_counted_from_the_one_asked_about_before(assistant: Assistant) -> None:
    before = ["Tổng vốn năm 2031 của thị xã Cai Lậy là bao nhiêu?"]
    assert in_context("Vậy sang năm sau dự kiến bao nhiêu?", before, assistant.index.understand).years == (2032,)


def test_the_number_of_a_document_is_not_kept_for_another_sort(assistant: Assistant) -> None:
    before = ["Nghị quyết 87/NQ-HĐND đặt mục tiêu đón bao nhiêu khách?"]
    kept = in_context("Còn doanh thu?", before, assistant.index.understand)
    assert kept.query.document_numbers == ("87/NQ-HĐND",)
    other = in_context("Còn trong kế hoạch của mình thì UBND phấn đấu bao nhiêu?", before, assistant.index.understand)
    assert other.query.document_numbers == ()


@pytest.mark.parametrize(
    "after", ["còn huyện Cao Lãnh thì sao ạ", "còn bên huyện Cao Lãnh thì sao", "Dạ, thế huyện Cao Lãnh thì sao ạ?"]
)
def test_courtesies_of_a_follow_up_are_no_subject_of_its_own(assistant: Assistant, after: str) -> None:
    before = ["Thu ngân sách trên địa bàn huyện Tháp Mười năm 2024 được bao nhiêu?"]
    asked = in_context(after, before, assistant.index.understand)
    assert asked.query.text == "Thu ngân sách trên địa bàn huyện Cao Lãnh năm 2024 được bao nhiêu?"


@pytest.mark.parametrize(
    ("before", "tiers"),
    [("huyện Yên Thế", {"district"}), ("Yên Thế", {"district", "commune"})],
)
def test_a_place_without_its_level_is_of_the_tier_that_was_asked_about(before: str, tiers: set[str]) -> None:
    asked = in_context("Còn Hữu Lũng thì sao?", [f"Tỷ lệ hộ nghèo năm 2024 của {before} là bao nhiêu?"], understand)
    assert {unit.tier for one in asked.places for unit in one.candidates} == tiers
