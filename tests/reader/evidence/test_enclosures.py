"""What stands between quotation marks or brackets is one thing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.document import Span
from reader.evidence.enclosures import enclosures, is_torn, without_lone_marks

THEME = "Chủ đề năm 2024 là “Thu hút đầu tư, tạo đột phá” (mười chữ) của huyện"


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def test_each_pair_of_marks_encloses_one_thing() -> None:
    assert [one.of(THEME) for one in enclosures(THEME)] == ["“Thu hút đầu tư, tạo đột phá”", "(mười chữ)"]


@pytest.mark.parametrize(
    "words", ["“Thu hút đầu tư", "Thu hút đầu tư", "tạo đột phá", "đột phá”", "là “Thu hút", "phá” (mười"]
)
def test_a_stretch_that_takes_a_part_of_it_is_torn(words: str) -> None:
    assert is_torn(THEME, _span(THEME, words))


@pytest.mark.parametrize(
    "words",
    [
        "Thu hút đầu tư, tạo đột phá",
        "“Thu hút đầu tư, tạo đột phá”",
        "năm 2024",
        "đầu tư",
        "là “Thu hút đầu tư, tạo đột phá”",
    ],
)
def test_the_whole_and_what_is_well_inside_are_not(words: str) -> None:
    assert not is_torn(THEME, _span(THEME, words))


def test_a_lone_mark_encloses_nothing() -> None:
    assert not enclosures('a) mục "tiêu; 5 m2)')
    assert not is_torn("a) mục tiêu", Span(0, 6))


def test_a_mark_without_its_partner_is_left_out_at_the_ends() -> None:
    for words, left in (("“Thu hút đầu tư", "Thu hút đầu tư"), ("đột phá” (", "đột phá"), ("(mười chữ)", "(mười chữ)")):
        assert without_lone_marks(THEME, _span(THEME, words)).of(THEME) == left


@given(st.text(alphabet='ab “”"()[]«»', max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_the_whole_text_is_never_torn_and_nothing_grows(text: str, a: int, b: int) -> None:
    assert not is_torn(text, Span(0, len(text)))
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    kept = without_lone_marks(text, Span(start, end))
    assert start <= kept.start <= kept.end <= end
