from dataclasses import replace

from plans.answer import Citation
from tests.ui.examples import answer, document, indicator, span
from ui.chat import Exchange, conversation, plain
from ui.strings import ENGLISH, VIETNAMESE
from ui.understood import Understood

DOCUMENTS = {"d1": document()}


def shown(*exchanges: Exchange, opened: tuple[int, int] | None = None) -> str:
    return conversation(exchanges, VIETNAMESE, DOCUMENTS, opened=opened)


def test_an_empty_conversation_welcomes_with_examples() -> None:
    page = conversation([], VIETNAMESE, {}, ["Hộ nghèo <b>?"])
    assert VIETNAMESE.welcome in page
    assert 'data-event="again" data-question="Hộ nghèo &lt;b&gt;?"' in page


def test_an_answer_shows_its_short_form_its_sentence_and_a_chip_a_citation() -> None:
    page = shown(Exchange("hộ nghèo?", answer()))
    assert '<p class="headline">1,2%</p>' in page
    assert "xã An Bình còn 1,2%." in page
    assert page.count('class="cite"') == 1
    assert "Báo An Bình" in page
    assert "dòng" in page


def test_a_reference_in_the_sentence_becomes_its_chip() -> None:
    page = shown(Exchange("?", answer(text="Còn 1,2% [1], theo kế hoạch [9].")))
    assert page.index("Còn 1,2% <button") < page.index("theo kế hoạch")
    assert page.count('class="cite"') == 1
    assert "[9]" in page


def test_the_open_citation_is_pressed() -> None:
    other = Citation.of(document(), span("3,5 tỷ đồng"))
    two = answer(citations=(*answer().citations, other))
    page = shown(Exchange("?", two), opened=(0, 1))
    assert page.count('aria-pressed="true"') == 1
    assert page.count('class="source open"') == 1


def test_each_part_of_an_answer_is_set_strong_in_its_quote() -> None:
    other = Citation.of(document(), span("3,5 tỷ đồng"))
    page = shown(Exchange("?", answer(short="1,2%; 3,5 tỷ đồng", citations=(*answer().citations, other))))
    assert "<strong>1,2%</strong>" in page
    assert "<strong>3,5 tỷ đồng</strong>" in page


def test_question_and_answer_are_escaped() -> None:
    page = shown(Exchange("<script>alert(1)</script>", answer(text="<img src=x>", short="<b>")))
    assert "<script" not in page
    assert "<img" not in page


def test_a_long_question_is_cut_and_its_length_told() -> None:
    page = shown(Exchange("x" * 20_000, error="Câu hỏi quá dài."))
    assert len(page) < 3000
    assert "20.000 ký tự" in page


def test_an_error_is_a_sentence_in_the_conversation() -> None:
    page = shown(Exchange("\x00\x01", error="Câu hỏi chưa có chữ nào."))
    assert "Câu hỏi chưa có chữ nào." in page
    assert "\x00" not in page


def test_not_found_offers_questions_and_no_confidence() -> None:
    page = shown(Exchange("?", answer(status="not_found", short="", citations=(), suggestions=("Câu khác?",))))
    assert VIETNAMESE.not_found in page
    assert 'data-question="Câu khác?"' in page
    assert VIETNAMESE.confidence not in page


def test_where_nothing_is_found_the_nearest_sentences_are_cards_with_nothing_set_strong() -> None:
    near = Citation.of(document(), span("3,5 tỷ đồng"))
    missed = Exchange("?", answer(status="not_found", short="", citations=()), (near,))
    page = shown(missed, opened=(0, 0))
    assert VIETNAMESE.nearest in page
    assert page.count('class="source open"') == 1
    assert "<strong>" not in page
    assert VIETNAMESE.nearest not in shown(Exchange("?", answer(), (near,)))


def test_notes_are_shown_and_machine_reading_is_one() -> None:
    scanned = {"d1": replace(document(), machine_read=True)}
    page = conversation([Exchange("?", answer(notes=("Đổi tên từ 2025.",)))], VIETNAMESE, scanned)
    assert "<li>Đổi tên từ 2025.</li>" in page
    assert VIETNAMESE.unverified in page


def test_several_records_are_tabled() -> None:
    page = shown(Exchange("?", answer(indicators=(indicator(), indicator(raw="1,5%", year=2023, kind="result")))))
    assert page.count('<td class="figure">') == 2
    assert "Thực hiện" in page


def test_what_was_understood_can_be_dropped() -> None:
    understood = Understood((("year", "2024"),), "hộ nghèo năm 2024")
    page = shown(Exchange("ho ngheo nam 2024", answer(), understood=understood))
    assert 'data-event="drop" data-turn="0" data-part="year" data-value="2024"' in page
    assert "hộ nghèo năm 2024" in page


def test_a_question_without_an_answer_is_being_searched() -> None:
    assert VIETNAMESE.searching in shown(Exchange("?"))


def test_the_copied_text_carries_the_quote_and_where_it_stands() -> None:
    text = plain(answer(text="Còn 1,2% [1]."), VIETNAMESE, DOCUMENTS)
    assert text.startswith("Còn 1,2%")
    assert "[1]" not in text
    assert "“tỷ lệ hộ nghèo còn 1,2%”" in text
    assert "Báo An Bình" in text
    assert "31/01/2024" in text


def test_both_languages_hold_every_string() -> None:
    for words in (VIETNAMESE, ENGLISH):
        for name in words.__slots__:
            assert getattr(words, name), name
