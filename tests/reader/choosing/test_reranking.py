"""The order of passages after they were read."""

from __future__ import annotations

import numpy as np
import pytest

from plans.document import Passage, Span
from plans.errors import QuestionError
from plans.hit import Hit
from reader import Assistant
from reader.choosing.reranking import reranked
from reader.spans import Reading


def hit(name: str, score: float, rank: int) -> Hit:
    return Hit(Passage(name, "d", Span(0, 9), "Một đoạn."), score, rank, {"dense": 0.5})


def reading(log_odds: float) -> Reading:
    return Reading((Span(0, 3),), np.full(1, log_odds, np.float32), np.full(1, log_odds, np.float32))


def test_a_passage_with_an_answer_comes_before_a_better_one_without() -> None:
    hits = [hit("a", 1.0, 1), hit("b", 0.9, 2), hit("c", 0.1, 3)]
    found = reranked(hits, {"a": reading(-6.0), "b": reading(5.0)}, {})
    assert [one.passage.passage_id for one in found] == ["b", "a", "c"]
    assert [one.rank for one in found] == [1, 2, 3]
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert found[0].parts == {"dense": 0.5, "span": 0.5, "answer": 0.0}


def test_a_passage_far_behind_stays_behind_whatever_was_read() -> None:
    found = reranked([hit("a", 1.0, 1), hit("b", 0.1, 2)], {"a": reading(1.0), "b": reading(6.0)}, {})
    assert [one.passage.passage_id for one in found] == ["a", "b"]


def test_of_two_passages_that_read_alike_the_one_with_the_answer_comes_first() -> None:
    hits = [hit("a", 1.0, 1), hit("b", 0.9, 2)]
    found = reranked(hits, {"a": reading(4.0), "b": reading(4.0)}, {"a": 0.1, "b": 0.8})
    assert [one.passage.passage_id for one in found] == ["b", "a"]


def test_nothing_found_is_nothing_ranked() -> None:
    assert reranked([], {}, {}) == []


def test_the_assistant_puts_the_passage_with_the_answer_in_front(assistant: Assistant) -> None:
    found = assistant.passages("chỉ tiêu hộ nghèo của Cai Lậy năm 2024 là bao nhiêu?", k=5)
    assert len(found) == 5
    assert "0,63%" in found[0].passage.text
    assert all("span" in one.parts for one in found)


def test_an_empty_question_has_no_passages_and_says_why(assistant: Assistant) -> None:
    with pytest.raises(QuestionError):
        assistant.passages("   ")
