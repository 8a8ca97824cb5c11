"""Whether the rules alone settle a question, so that the span reader, which takes most of the time, need not read."""

from __future__ import annotations

from collections.abc import Sequence

from reader.choosing.confidence import says_same, value_mass
from reader.questions.question import Question
from reader.scoring.features import group_of
from reader.scoring.scored import Scored

SURE, SURE_OF_WORDS = 0.7, 0.8
"""Mass on one value from which it is settled. A stretch of words is more easily cut at a wrong place than a figure."""
LEAD = 1.5
"""Logits by which it is before every other value. A contest is the reader's."""
UNTOLD = 0.4
"""Share of the question's words, at most, that nothing around the value says. More of them may be said in other words
elsewhere, which the reader knows."""
UNLIKELY = 0.05
"""Mass below which a figure of another place, year or kind leaves nothing to be read for."""


def is_foregone(question: Question, ranked: Sequence[Scored]) -> bool:
    """Whether the span reader would hardly change what is answered from `ranked`, which rests on the rules alone."""
    return nothing_to_read_for(question, ranked) or said_plainly(question, ranked)


def nothing_to_read_for(question: Question, ranked: Sequence[Scored]) -> bool:
    """Whether a figure is asked for and there is none, or all are barred, or the likeliest is of another place, year or
    kind. Figures are what the rules find all of; of names they may miss one."""
    if question.wanted != "quantity":
        return False
    if not ranked or ranked[0].barred:
        return True
    best = ranked[0]
    of_another = best.features["place"] < 0.0 or best.features["year_clash"] or best.features["kind_clash"]
    return bool(of_another) and value_mass(ranked) < UNLIKELY


def said_plainly(question: Question, ranked: Sequence[Scored]) -> bool:
    """Whether one value is likely, before all others, and told in the question's words. Not of yes and no, which a clause
    may say or not whatever its mass, nor of a body where a person may be meant whose name no rule knows."""
    if not ranked or ranked[0].barred or question.wanted == "yesno":
        return False
    best = ranked[0]
    if question.wanted == "person" and best.candidate.kind != "person":
        return False
    if best.features["absent"] > UNTOLD or best.features["kind_clash"]:
        return False
    if value_mass(ranked) < (SURE_OF_WORDS if group_of(question) == "words" else SURE):
        return False
    return all(best.logit - one.logit >= LEAD or says_same(one.candidate, best.candidate) for one in ranked[1:])
