"""Stretches of words that may answer."""

import pytest

from plans.document import Block, Document, Passage, Span
from reader.evidence.phrases import led_by, marked_phrases, place_alone, says_more, series
from reader.evidence.units import Unit, units_of
from reader.questions.question import analyse
from retriever.query import understand


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Các huyện Mỹ Hào,\nVăn Giang, Yên Mỹ và Khoái Châu về đích.", ["huyện Mỹ Hào,\nVăn Giang, Yên Mỹ và Khoái Châu"]),
        ("Giao Sở Tài chính, Sở Nội vụ phối hợp.", ["Sở Tài chính, Sở Nội vụ"]),
        ("Ông Trần Hòa và bà Lê Thị Mai dự.", ["Trần Hòa và bà Lê Thị Mai"]),
        ("Huyện Mỹ Hào đạt chuẩn. Văn Giang chưa.", []),
        ("Thu ngân sách đạt 5 tỷ đồng, tăng 3%.", []),
        ("", []),
    ],
)
def test_names_in_a_row_are_one_stretch(text: str, rows: list[str]) -> None:
    assert [span.of(text) for span in series(text)] == rows


@pytest.mark.parametrize(
    ("marked", "given"),
    [("Kế hoạch của", "Kế hoạch"), ("kho và bến do", "kho và bến"), ("của huyện", "của huyện"), ("Kế hoạch", "Kế hoạch")],
)
def test_words_that_only_lead_on_are_cut_off_the_end_of_a_stretch(marked: str, given: str) -> None:
    text = "Kế hoạch của huyện nêu kho và bến do xã quản lý."
    document = Document("d", "d.txt", "Tin", text, blocks=(Block("paragraph", Span(0, len(text))),))
    units = units_of(document, Passage("p", "d", Span(0, len(text)), text))
    start = text.index(marked)
    (found,) = marked_phrases(units, [Span(start, start + len(marked))])
    assert found.short == given


def test_a_stretch_of_words_and_years_of_the_question_says_nothing_more() -> None:
    asked = analyse(understand("Xã nào phấn đấu thành xã kiểu mẫu trong năm 2031?"))
    assert not says_more(asked, "xã Kiểu mẫu năm 2031")
    assert says_more(asked, "xã Hòa Phú năm 2031")


@pytest.mark.parametrize(
    ("question", "given"),
    [
        ("Cơ quan nào hướng dẫn nhập dự toán?", "Sở Tài chính"),
        ("Việc nhập dự toán làm thế nào?", "Sở Tài chính chủ trì, phối hợp với Sở Nội vụ"),
    ],
)
def test_of_a_body_that_leads_and_its_partners_the_first_is_the_answer(question: str, given: str) -> None:
    text = "Sở Tài chính chủ trì, phối hợp với Sở Nội vụ hướng dẫn nhập dự toán."
    whole = Span(0, len(text))
    unit = Unit(Document("d", "d.txt", "Tin", text), Passage("p", "d", whole, text), whole, "sentence")
    marked = next(marked_phrases([unit], [Span(0, text.index(" hướng"))]))
    assert led_by(analyse(understand(question)), marked).short == given


@pytest.mark.parametrize(
    ("text", "marked", "given"),
    [
        ("Làm du lịch tại thôn Cây Xe gắn với đồi chè.", "Cây Xe gắn với đồi chè", "thôn Cây Xe"),
        (
            "Đặt tại Trường Mầm non Sao Mai có sân rộng.",
            "Trường Mầm non Sao Mai có sân rộng",
            "Trường Mầm non Sao Mai có sân rộng",
        ),
        ("Làm ở Lâm Đồng và Đắk Nông.", "Lâm Đồng và Đắk Nông", "Lâm Đồng và Đắk Nông"),
    ],
)
def test_a_place_is_named_without_what_is_told_of_it(text: str, marked: str, given: str) -> None:
    whole, start = Span(0, len(text)), text.index(marked)
    unit = Unit(Document("d", "d.txt", "Tin", text), Passage("p", "d", whole, text), whole, "sentence")
    found = next(marked_phrases([unit], [Span(start, start + len(marked))]))
    assert place_alone(analyse(understand("Where is tourism piloted?")), found).short == given
