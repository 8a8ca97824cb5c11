from retriever.query import Query
from ui.strings import VIETNAMESE
from ui.understood import Understood, chips


def test_nothing_understood_shows_nothing() -> None:
    assert chips(Understood(), 0, VIETNAMESE) is None


def test_every_part_is_a_chip_with_a_named_button() -> None:
    shown = chips(Understood((("place", "xã An Bình"), ("year", "2024"), ("kind", "target"))), 3, VIETNAMESE)
    assert shown is not None
    assert shown.count('class="chip"') == 3
    assert 'data-turn="3"' in shown
    assert 'aria-label="Bỏ điều kiện năm 2024 rồi tìm lại"' in shown
    assert "<span>Kế hoạch</span>" in shown


def test_a_restored_question_is_shown_and_can_be_taken_as_typed() -> None:
    understood = Understood.of(Query("ho ngheo 2024", "hộ nghèo 2024", years=(2024,), restored=True))
    shown = chips(understood, 0, VIETNAMESE)
    assert understood.parts == (("year", "2024"),)
    assert shown is not None
    assert "<q>hộ nghèo 2024</q>" in shown
    assert 'data-part="text"' in shown
    assert "Đã tìm theo:" in shown


def test_a_question_searched_as_typed_says_nothing_of_it() -> None:
    assert Understood.of(Query("hộ nghèo", "hộ nghèo")) == Understood()
