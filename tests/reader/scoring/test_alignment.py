"""Words in a row around the gap of a question and around a candidate."""

import pytest

from plans.document import Span
from reader.scoring.alignment import alignment, gap_in

TEXT = "Giải quyết việc làm cho 870 lao động, trong đó tạo việc làm mới 360 lao động."


def aligned(question: str, value: str) -> float:
    start = TEXT.index(value)
    return alignment(gap_in(question, ()), TEXT, Span(start, start + len(value)), Span(0, len(TEXT)))


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        ("Phấn đấu giải quyết việc làm cho bao nhiêu lao động?", "870", "360"),
        ("Tạo việc làm mới mấy lao động?", "360", "870"),
    ],
)
def test_the_candidate_whose_neighbours_run_like_the_question_is_aligned_best(
    question: str, right: str, wrong: str
) -> None:
    assert aligned(question, right) > aligned(question, wrong)


def test_a_place_set_aside_does_not_break_the_row() -> None:
    question = "Giải quyết việc làm Cai Lậy cho bao nhiêu lao động?"
    place = Span(question.index("Cai"), question.index(" cho"))
    gap = gap_in(question, (place,))
    assert gap is not None
    assert gap[0][-2:] == ("viec", "lam")


def test_a_question_without_a_question_word_aligns_with_nothing() -> None:
    assert aligned("Việc làm năm 2024", "870") == 0.0


def test_what_stands_behind_a_long_answer_counts_as_behind_a_short_one() -> None:
    text = "Người dân bị thu hồi đất trồng lúa nước được học nghề trồng rau sạch."
    gap = gap_in("Ai được học nghề trồng rau sạch?", ())
    whole = Span(0, text.index(" được"))
    assert alignment(gap, text, whole, Span(0, len(text))) >= alignment(gap, text, Span(25, whole.end), Span(0, len(text)))
    assert alignment(gap, text, whole, Span(0, len(text))) == 0.5  # "học nghề ... rau sạch": four words of eight
