"""The sort of document that is to tell a figure."""

import pytest

from plans.document import Document
from reader.questions.document_sorts import sort_of, sort_of_number, sorts_asked
from reader.questions.question import analyse
from retriever.query import understand


@pytest.mark.parametrize(
    ("question", "sorts"),
    [
        ("Hội đồng nhân dân xã chốt thu ngân sách bao nhiêu?", {"nghị quyết"}),
        ("Ủy ban lúc trình thì xin thu bao nhiêu?", {"tờ trình"}),
        ("Theo tờ trình, tổng thu là bao nhiêu?", {"tờ trình"}),
        ("Trong kế hoạch của UBND tỉnh, thu bao nhiêu?", {"kế hoạch"}),
        ("Nghị quyết đặt mức tăng bao nhiêu?", {"nghị quyết"}),
        ("Theo kế hoạch năm 2032, thu bao nhiêu?", set()),
        ("Trong kế hoạch do UBND xã lập (chưa phải nghị quyết HĐND), thu bao nhiêu?", {"kế hoạch"}),
        ("HĐND xã có bao nhiêu đại biểu?", set()),
    ],
)
def test_a_question_says_which_sort_of_document_is_to_tell_it(question: str, sorts: set[str]) -> None:
    assert sorts_asked(analyse(understand(question))) == sorts


@pytest.mark.parametrize(
    ("number", "title", "sort"),
    [
        ("27/NQ-HĐND", "Về nhiệm vụ năm 2032", "nghị quyết"),
        ("12/2032/QĐ-UBND", "Giao chỉ tiêu", "quyết định"),
        (None, "TỜ TRÌNH Về kế hoạch năm 2032", "tờ trình"),
        (None, "Huyện A trồng rau", None),
    ],
)
def test_the_sort_of_a_document_is_told_by_its_number_or_title(number: str | None, title: str, sort: str | None) -> None:
    assert sort_of(Document("d", "d.txt", title, "", number=number)) == sort


@pytest.mark.parametrize(("number", "sort"), [("156/TTr-UBND", "tờ trình"), ("41/NQ-HĐND", "nghị quyết"), ("12", None)])
def test_a_number_tells_the_sort(number: str, sort: str | None) -> None:
    assert sort_of_number(number) == sort
