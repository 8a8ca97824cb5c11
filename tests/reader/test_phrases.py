"""Stretches of words that may answer."""

import pytest

from plans.document import Block, Document, Passage, Span
from reader.evidence import units_of
from reader.phrases import marked_phrases, says_more, series
from reader.question import analyse
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
