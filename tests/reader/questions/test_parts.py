"""Questions that ask several things, and the answer made of the answers to their parts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plans.answer import Answer, Citation
from plans.document import Span
from reader import Assistant
from reader.questions.parts import Part, asks_one_by_one, names_several
from reader.questions.question import analyse
from reader.wording.joining import covers, joined
from retriever.query import understand

TEXT = """# Báo cáo xã Tân Hội năm 2031

Xã có diện tích tự nhiên 58,42 km2; dân số 41.257 người; 19 ấp.

Thu ngân sách nhà nước 42,6 tỷ đồng, đạt 118,3% dự toán; chi ngân sách 131,5 tỷ đồng. Toàn xã có 12 trường, trong đó
5 trường mầm non, 4 trường tiểu học và 3 trường THCS.

Nâng cấp đường ĐH.58 xong trước ngày 30/6/2032, do Phòng Kinh tế chủ trì. Có 11/12 trường đạt chuẩn quốc gia.
"""


@pytest.fixture(scope="module")
def reader(assistant_over: Callable[[str], Assistant]) -> Assistant:
    return assistant_over(TEXT)


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("Ai chủ trì làm đường và khi nào phải xong?", ["Ai chủ trì làm đường?", "khi nào phải xong?"]),
        (
            "Năm 2031 giải ngân được bao nhiêu, đạt bao nhiêu phần trăm?",
            ["Năm 2031 giải ngân được bao nhiêu?", "đạt bao nhiêu phần trăm?"],
        ),
        ("Ai chủ trì làm đường và cầu?", []),
        ("Sở Kế hoạch và Đầu tư giao bao nhiêu vốn?", []),
    ],
)
def test_a_question_is_cut_between_its_question_words(question: str, parts: list[str]) -> None:
    assert [one.question for one in asks_one_by_one(analyse(understand(question)))] == parts


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        (
            "Tỷ lệ hộ nghèo, hộ cận nghèo của xã Tân Hội năm 2031?",
            ["Tỷ lệ hộ nghèo của xã Tân Hội năm 2031?", "Tỷ lệ hộ cận nghèo của xã Tân Hội năm 2031?"],
        ),
        (
            "Thu và chi ngân sách năm 2031 là bao nhiêu?",
            ["Thu ngân sách năm 2031 là bao nhiêu?", "chi ngân sách năm 2031 là bao nhiêu?"],
        ),
        (
            "Tổng thu và tổng chi ngân sách năm 2031 là bao nhiêu?",
            ["Tổng thu năm 2031 là bao nhiêu?", "tổng chi ngân sách năm 2031 là bao nhiêu?"],
        ),
        ("Chênh lệch giữa thu và chi ngân sách là bao nhiêu?", []),
        ("Tổng thu và chi ngân sách là bao nhiêu?", []),
        ("Thu ngân sách năm 2031 là bao nhiêu?", []),
    ],
)
def test_things_asked_after_together_are_asked_after_one_by_one(question: str, parts: list[str]) -> None:
    assert [one.question for one in names_several(analyse(understand(question)))] == parts


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Diện tích và dân số xã Tân Hội là bao nhiêu?", "58,42 km2; 41.257 người"),
        ("Thu và chi ngân sách xã Tân Hội năm 2031 là bao nhiêu?", "42,6 tỷ đồng; 131,5 tỷ đồng"),
        ("Ai chủ trì nâng cấp đường ĐH.58 và khi nào phải xong?", "Phòng Kinh tế; ngày 30/6/2032"),
        ("Xã Tân Hội có bao nhiêu trường tiểu học, trường mầm non?", "5 trường mầm non, 4 trường tiểu học"),
        ("Số trường từng cấp học của xã Tân Hội là bao nhiêu?", "5 trường mầm non, 4 trường tiểu học và 3 trường THCS"),
    ],
)
def test_each_thing_that_is_asked_is_answered(reader: Assistant, question: str, short: str) -> None:
    answer = reader.ask(question)
    assert answer.status == "answered"
    assert answer.short == " ".join(short.split())
    for number in (one for one in short.split() if one[0].isdigit()):
        assert any(number in citation.quote for citation in answer.citations)


def test_what_was_not_found_is_said(reader: Assistant) -> None:
    answer = reader.ask("Diện tích và số lượng tàu cá của xã Tân Hội là bao nhiêu?")
    assert "58,42 km2" in answer.short or answer.status == "not_found"
    assert answer.status == "not_found" or any("Không tìm thấy" in note for note in answer.notes)


def test_those_that_have_not_are_not_counted_by_those_that_have(reader: Assistant) -> None:
    assert reader.ask("Xã Tân Hội có mấy trường đạt chuẩn quốc gia?").short == "11/12 trường"
    assert reader.ask("Xã Tân Hội có mấy trường chưa đạt chuẩn quốc gia?").status == "not_found"


def _answer(short: str, at: int, text: str = "") -> Answer:
    citation = Citation("d", "d.txt", "", Span(at, at + 5), "12345", "dòng 1")
    return Answer("answered", short, text or f"{short} [1].", (citation,), confidence=0.9)


NOTHING = Answer("not_found", "", "Không tìm thấy.")
PARTS = (Part("Thu?", "thu ngân sách"), Part("Chi?", "chi ngân sách"))


def test_marks_are_those_of_the_citations_together() -> None:
    answer = joined(PARTS, [_answer("3 tỷ đồng", 0), _answer("2 tỷ đồng", 9)])
    assert answer is not None
    assert answer.text == "3 tỷ đồng [1].\n2 tỷ đồng [2]."
    assert len(answer.citations) == 2


def test_a_part_without_an_answer_is_named() -> None:
    answer = joined(PARTS, [_answer("3 tỷ đồng", 0), NOTHING])
    assert answer is not None
    assert answer.short == "3 tỷ đồng"
    assert "chi ngân sách" in answer.notes[0]


def test_one_answer_to_two_parts_is_none_to_either() -> None:
    assert joined(PARTS, [_answer("3 tỷ đồng", 0), _answer("3 tỷ đồng", 0)]) is None
    assert joined(PARTS, [NOTHING, NOTHING]) is None


def test_an_answer_with_a_figure_for_each_covers_all_parts() -> None:
    assert covers(_answer("thu 3 tỷ đồng, chi 2 tỷ đồng", 0), PARTS)
    assert not covers(_answer("3 tỷ đồng", 0), PARTS)
    assert not covers(NOTHING, PARTS)


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        (
            "Số hộ nghèo của xã Khánh Lâm và xã U Minh năm 2031 là bao nhiêu?",
            ["Số hộ nghèo của xã Khánh Lâm năm 2031 là bao nhiêu?", "Số hộ nghèo của xã U Minh năm 2031 là bao nhiêu?"],
        ),
        (
            "Thu ngân sách xã Khánh Lâm năm 2024 và năm 2025?",
            ["Thu ngân sách xã Khánh Lâm năm 2024?", "Thu ngân sách xã Khánh Lâm năm 2025?"],
        ),
        (
            "Diện tích, sản lượng nuôi tôm là bao nhiêu?",
            ["Diện tích nuôi tôm là bao nhiêu?", "sản lượng nuôi tôm là bao nhiêu?"],
        ),
        ("Bí thư và chủ tịch xã U Minh là ai?", ["Bí thư xã U Minh là ai?", "chủ tịch xã U Minh là ai?"]),
        ("Đồng chí nào là Giám đốc Sở Y tế, tham dự ở xã U Minh?", []),
        ("Hộ nghèo xã Khánh Lâm chênh xã U Minh bao nhiêu?", []),
        ("Thu ngân sách giai đoạn 2024 - 2025 là bao nhiêu?", []),
        ("Hộ nghèo của xã Khánh Lâm, huyện U Minh là bao nhiêu?", []),
    ],
)
def test_places_years_and_offices_are_asked_after_one_by_one(question: str, parts: list[str]) -> None:
    assert [one.question for one in names_several(analyse(understand(question)))] == parts


def test_a_follow_up_to_several_things_asks_for_each_again(assistant_over: Callable[[str], Assistant]) -> None:
    text = "# Báo cáo xã Tân Hội\n\nNăm 2031, xã thu ngân sách 42,6 tỷ đồng, chi ngân sách 131,5 tỷ đồng.\n\n"
    asked = assistant_over(text + "Năm 2030, xã thu ngân sách 39,1 tỷ đồng, chi ngân sách 120,4 tỷ đồng.\n")
    answer = asked.ask("Còn năm 2030?", ["Thu và chi ngân sách xã Tân Hội năm 2031 là bao nhiêu?"])
    assert answer.short == "39,1 tỷ đồng; 120,4 tỷ đồng"


def test_what_may_be_one_thing_keeps_the_answer_to_the_whole(assistant_over: Callable[[str], Assistant]) -> None:
    text = "# Báo cáo xã Tân Hội năm 2031\n\nVốn hỗ trợ phát triển sản xuất là 2 tỷ 735 triệu đồng, trong khi đó vốn hỗ trợ"
    asked = assistant_over(f"{text} xây dựng cơ sở hạ tầng nông thôn là 85 tỷ đồng.\n")
    answer = asked.ask("Năm 2031 xã Tân Hội bỏ bao nhiêu tiền giúp dân làm ăn, sản xuất trong chương trình NTM?")
    assert answer.short in ("2 tỷ 735 triệu đồng", "")


def test_what_stands_in_parentheses_of_the_past_is_no_part() -> None:
    asked = analyse(understand("Tỉnh Vĩnh Long (sáp nhập từ Bến Tre và Trà Vinh) có bao nhiêu xã?"))
    assert names_several(asked) == ()
