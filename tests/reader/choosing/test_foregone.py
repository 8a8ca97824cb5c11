"""Which questions the rules alone settle."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from reader import Assistant
from reader.choosing.foregone import LEAD, nothing_to_read_for, said_plainly
from reader.questions.question import Question, analyse
from reader.scoring.scored import BARRED, Scored
from retriever.query import understand

PLAIN = {"absent": 0.0, "kind_clash": 0.0, "year_clash": 0.0, "place": 1.0}


def asked(question: str) -> Question:
    return analyse(understand(question))


RATE = asked("Tỷ lệ hộ nghèo của thị xã Cai Lậy năm 2024 là bao nhiêu?")


@pytest.fixture
def figures(assistant: Assistant) -> Iterator[Scored]:
    """Real candidates of different values, of which the tests change the logit and the features."""
    ranked = assistant.rank(analyse(assistant.index.understand(RATE.text)))
    return iter({one.candidate.short: one for one in ranked}.values())


def scored(one: Scored, logit: float, **features: float) -> Scored:
    return Scored(one.candidate, one.hit, PLAIN | features, logit)


def test_a_likely_value_far_before_the_next_needs_no_reading(figures: Iterator[Scored]) -> None:
    best, next_one = next(figures), next(figures)
    assert said_plainly(RATE, [scored(best, 4.0), scored(next_one, 4.0 - LEAD - 0.1)])


def test_a_value_that_another_comes_near_is_read_for(figures: Iterator[Scored]) -> None:
    best, next_one = next(figures), next(figures)
    assert not said_plainly(RATE, [scored(best, 6.0), scored(next_one, 6.0 - LEAD + 0.1)])


def test_a_rival_that_says_the_same_is_none(figures: Iterator[Scored]) -> None:
    best = next(figures)
    assert said_plainly(RATE, [scored(best, 4.0), scored(best, 4.0)])


@pytest.mark.parametrize("features", [{"absent": 0.5}, {"kind_clash": 1.0}])
def test_a_value_told_in_other_words_or_of_another_kind_is_read_for(
    figures: Iterator[Scored], features: dict[str, float]
) -> None:
    assert not said_plainly(RATE, [scored(next(figures), 4.0, **features)])


def test_an_unlikely_value_is_read_for(figures: Iterator[Scored]) -> None:
    assert not said_plainly(RATE, [scored(next(figures), 0.5)])


def test_yes_or_no_is_always_read_for(figures: Iterator[Scored]) -> None:
    question = asked("Tỷ lệ hộ nghèo của thị xã Cai Lậy năm 2024 có giảm không?")
    assert question.wanted == "yesno"
    assert not said_plainly(question, [scored(next(figures), 9.0)])


def test_there_is_nothing_to_read_for_where_all_figures_are_barred(figures: Iterator[Scored]) -> None:
    assert nothing_to_read_for(RATE, [scored(next(figures), BARRED)])
    assert nothing_to_read_for(RATE, [])


@pytest.mark.parametrize("features", [{"place": -1.0}, {"year_clash": 1.0}, {"kind_clash": 1.0}])
def test_nor_where_the_likeliest_is_of_another_place_year_or_kind(
    figures: Iterator[Scored], features: dict[str, float]
) -> None:
    best = next(figures)
    assert nothing_to_read_for(RATE, [scored(best, -4.0, **features)])
    assert not nothing_to_read_for(RATE, [scored(best, -4.0)])
    assert not nothing_to_read_for(RATE, [scored(best, 0.0, **features)])


def test_words_and_names_are_read_for_though_no_rule_finds_any() -> None:
    assert not nothing_to_read_for(asked("Lúc nào thì đóng cống?"), [])
    assert not nothing_to_read_for(asked("Ai là Chủ tịch HĐND huyện?"), [])


def test_the_network_reads_only_for_what_is_not_said_plainly(assistant_over: Callable[[str], Assistant]) -> None:
    reader = assistant_over("# Kế hoạch năm 2031 của xã Tân Phú\n\nTỷ lệ hộ nghèo năm 2031 của xã Tân Phú còn 2,5%.\n")
    assert reader.ask("Tỷ lệ hộ nghèo năm 2031 của xã Tân Phú là bao nhiêu?").short == "2,5%"
    assert reader._ranker._read.cache_info().misses == 0
    reader.ask("Xã Tân Phú sang năm 2031 còn mấy phần trăm bà con thiếu thốn?")
    assert reader._ranker._read.cache_info().misses == 1
