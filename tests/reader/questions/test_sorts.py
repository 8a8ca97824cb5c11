"""Whether a question that no question word gives away asks for a quantity."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.questions.sorts import SURE, quantity_chance


@given(st.text(max_size=200))
def test_it_is_a_probability(question: str) -> None:
    assert 0.0 <= quantity_chance(question) <= 1.0


@pytest.mark.parametrize(
    "question", ["Phụ cấp tháng cho trưởng ấp Đông Sa?", "Độ che phủ rừng huyện Đông Sa", "What's the stunting target?"]
)
def test_what_is_told_in_numbers_asks_for_one(question: str) -> None:
    assert quantity_chance(question) >= SURE


@pytest.mark.parametrize(
    "question",
    ["Nguyên nhân thu ngân sách giảm?", "Chủ đề năm học của huyện Đông Sa", "What caused the fall in tea output?"],
)
def test_what_is_told_in_words_does_not(question: str) -> None:
    assert quantity_chance(question) < SURE


def test_nothing_is_said_where_no_word_is_known() -> None:
    assert quantity_chance("") == 0.0
    assert quantity_chance("zzxq 2024") == 0.0


def test_accents_make_no_difference() -> None:
    assert quantity_chance("Lượt khám của trạm y tế") == quantity_chance("luot kham cua tram y te")
