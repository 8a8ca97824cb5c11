"""Does a candidate speak of the place, the year and the kind that were asked? Each is read nearest first.

A level that names a place (or year, or kind) of its own decides; levels further out are asked only when it names none.
"""

from __future__ import annotations

from dataclasses import dataclass

from plans.text import fold
from reader.evidence.candidates import Candidate
from reader.lexicon.names import persons_named
from reader.lexicon.places import of_their_time
from reader.questions.question import Question
from reader.scoring.kind_agreement import kind_agreement
from reader.scoring.place_agreement import place_agreement
from reader.scoring.year_agreement import year_agreement


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far the candidate agrees with what was asked: each in [-1, 1]; 0 when not asked or not said anywhere.

    A clash is a contradiction said in so many words near the candidate, or nothing that agrees anywhere.
    """

    place: float
    year: float
    kind: float
    place_clash: bool
    year_clash: bool


def agreement(question: Question, candidate: Candidate) -> Agreement:
    places = of_their_time(question.places, question.years)
    inside = question.wanted in ("place", "list") or _is_of_who_is_named(question, candidate)
    place, place_clash = place_agreement(places, candidate, inside=inside, heads=question.role, said=question.focus)
    year, year_clash = year_agreement(question, candidate)
    return Agreement(place, year, kind_agreement(question.kind, candidate), place_clash, year_clash)


def _is_of_who_is_named(question: Question, candidate: Candidate) -> bool:
    """Whether a figure is said of the very person whom the question names: what "ông Vũ Văn Bàn ở Đắk Song" grows lies in
    one of its communes."""
    if candidate.kind != "quantity":
        return False
    names = persons_named(question.query.text)
    return bool(names) and any(name in fold(candidate.levels[1].text) for name in names)
