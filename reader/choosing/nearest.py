"""The clause on the place, the person or the thing itself, or the one that settles a yes-no question, before its like."""

from __future__ import annotations

from reader.choosing.order import (
    AS_SURE,
    FEW_WORDS,
    LESS_LIKELY,
    MOST_WORDS,
    OF_ONE_SENTENCE,
    OF_WHAT_IS_ASKED,
    behind,
    moved_up,
)
from reader.contrasts.proper_names import is_of_another_person
from reader.lexicon.names import persons_named
from reader.polarity.verdict import settles
from reader.questions.question import Question
from reader.scoring.scored import Scored

_FAR_MORE_WORDS = 0.3
"""Share of the question's words that a clause has more than another of its sentence, from which it is what is asked."""


def own_place_first(question: Question, ranked: list[Scored]) -> list[Scored]:
    """`ranked`, best first, but for a clause that is to say yes or no and is told of what the place lies in: one of the
    place itself goes before it."""
    first = ranked[0] if ranked else None
    if question.wanted != "yesno" or first is None or first.features["place"] >= 0.0:
        return ranked
    for one in behind(ranked, OF_ONE_SENTENCE):
        if one.features["place"] > 0.0:
            return moved_up(ranked, one)
    return ranked


def own_person_first(question: Question, ranked: list[Scored]) -> list[Scored]:
    """`ranked`, best first, but for a clause that is to say yes or no and is told of another person than the one named: one
    of that person goes before it."""
    first = ranked[0] if ranked else None
    if question.wanted != "yesno" or first is None or not is_of_another_person(question, first.candidate):
        return ranked
    named = {*persons_named(question.query.text)}
    for one in behind(ranked, LESS_LIKELY):
        if named & {*persons_named(one.candidate.clause.of(one.candidate.unit.document.text))}:
            return moved_up(ranked, one)
    return ranked


def settling_first(question: Question, ranked: list[Scored]) -> list[Scored]:
    """`ranked`, best first, but for a clause that says yes or no, which goes before one of its sentence that does not; and
    before one that has far fewer of the question's words."""
    first = ranked[0] if ranked else None
    if question.wanted != "yesno" or first is None:
        return ranked
    settled = settles(question, first.candidate)
    for one in behind(ranked, OF_ONE_SENTENCE):
        beside = one.candidate.unit.span == first.candidate.unit.span
        if settled:
            worded = one.features["own"] >= first.features["own"] + _FAR_MORE_WORDS
            beside = worded and one.candidate.unit == first.candidate.unit
        if beside and settles(question, one.candidate):
            return moved_up(ranked, one)
    return ranked


def worded_first(question: Question, ranked: list[Scored]) -> list[Scored]:
    """`ranked`, best first, but for a figure of which hardly a word of the question is said, where most of them are said of
    another in its unit, of no other place or time: that goes first."""
    first = ranked[0] if ranked else None
    if question.wanted != "quantity" or question.english or first is None or first.features["own"] > FEW_WORDS:
        return ranked
    for one in behind(ranked, LESS_LIKELY):
        alike = one.candidate.kind == "quantity" and one.candidate.counted_in == first.candidate.counted_in
        worded = one.features["own"] >= first.features["own"] + MOST_WORDS
        if alike and worded and all(one.features[name] >= first.features[name] - AS_SURE for name in OF_WHAT_IS_ASKED):
            return moved_up(ranked, one)
    return ranked
