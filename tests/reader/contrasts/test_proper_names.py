"""What the question names and the source does not."""

from __future__ import annotations

import pytest

from plans.document import Document, Passage, Span
from plans.numbers import find_quantities
from reader.contrasts.proper_names import is_beside_what_is_named, is_of_another_name, is_of_another_person
from reader.evidence.candidates import Candidate, Level
from reader.evidence.units import Unit
from reader.questions.question import analyse
from retriever.query import understand


@pytest.mark.parametrize(
    ("question", "text", "another"),
    [
        ("Đồng bào Khmer trồng bao nhiêu rau?", "Toàn xã trồng 12 tấn rau.", True),
        ("Đồng bào Khmer trồng bao nhiêu rau?", "Bà con Khmer trồng 12 tấn rau.", False),
        ("Khu di tích Pác Mây đón bao nhiêu khách?", "Toàn xã đón 12 lượt khách.", True),
        ("Khu di tích Pác Thanh đón bao nhiêu khách?", "Xã đón 12 khách, có thanh niên.", True),
        ("How many people visited the Pác Mây site?", "Toàn xã đón 12 lượt khách.", True),
        ("How many people visited the garden in July?", "Toàn xã đón 12 lượt khách.", False),
        ("Đảng bộ xã có bao nhiêu đảng viên?", "Toàn xã có 12 đảng viên.", False),
        ("Tỷ lệ BHYT của xã là bao nhiêu?", "Bảo hiểm y tế đạt 12%.", False),
        ("Huyện Cai Lậy trồng bao nhiêu rau?", "Toàn huyện trồng 12 tấn rau.", False),  # a place is read as such
        ("dong bao khmer trong bao nhieu rau", "Toàn xã trồng 12 tấn rau.", False),  # no name is told by its letters
    ],
)
def test_a_figure_around_which_a_name_is_not_said_is_of_something_else(question: str, text: str, another: bool) -> None:
    whole, found = Span(0, len(text)), find_quantities(text)[0]
    unit = Unit(Document("d", "d.txt", "Kế hoạch", text), Passage("d:0", "d", whole, text), whole, "sentence")
    figure = Candidate("quantity", unit, found.span, whole, (Level(text),) * 5, found.quantity)
    assert is_of_another_name(analyse(understand(question)), figure) is another


@pytest.mark.parametrize(
    ("question", "another"),
    [
        ("Ông Lê Văn Tùng thôi việc do chuyển công tác, đúng không?", True),
        ("Ông Lê Hoàng Nghi thôi việc do chuyển công tác, đúng không?", False),
        ("Có ai thôi việc do chuyển công tác không?", False),
    ],
)
def test_a_clause_on_another_person_says_nothing_of_the_one_named(question: str, another: bool) -> None:
    text = "Lê Hoàng Nghi đã chuyển công tác khác"
    whole = Span(0, len(text))
    unit = Unit(Document("d", "d.txt", "Tin", text), Passage("d:0", "d", whole, text), whole, "sentence")
    clause = Candidate("text", unit, whole, whole, (Level(text),) * 5)
    assert is_of_another_person(analyse(understand(question)), clause) is another


@pytest.mark.parametrize(
    ("question", "beside"),
    [
        ('Đề án "Chợ Yên văn minh" cần bao nhiêu kinh phí?', True),
        ('Đề án "Xóm số" cần bao nhiêu kinh phí?', False),
        ("Mức hỗ trợ cải tạo trụ sở là bao nhiêu?", False),
    ],
)
def test_a_figure_of_another_item_is_none_of_what_is_named_in_marks(question: str, beside: bool) -> None:
    text = 'Thông qua kế hoạch; Đề án "Chợ Yên văn minh"; Đề án "Xóm số" hỗ trợ 15 triệu đồng mỗi xóm.'
    whole, found = Span(0, len(text)), find_quantities(text)[0]
    unit = Unit(Document("d", "d.txt", "Tin", text), Passage("d:0", "d", whole, text), whole, "sentence")
    figure = Candidate("quantity", unit, found.span, whole, (Level(text),) * 5, found.quantity)
    assert is_beside_what_is_named(analyse(understand(question)), figure) is beside
