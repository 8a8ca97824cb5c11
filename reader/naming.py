"""How well the name of a figure is the name asked for, whatever place, year and kind it is of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reader.candidates import Candidate
from reader.places import meant, narrowest, relation
from reader.question import Question
from reader.subject import Subject, label_terms, terms


@dataclass(frozen=True, slots=True)
class Naming:
    """`named` in [0, 1]: the share, by weight, of the words asked for that name the figure; `said`: of the words of its
    label, the share that was asked for. `exact`: every word names it, and its record is of the place, year and kind."""

    named: float = 0.0
    said: float = 0.0
    exact: bool = False


NAMELESS = Naming()


def naming(question: Question, subject: Subject, candidate: Candidate, weigh: Callable[[str], float]) -> Naming:
    """How the record of a candidate is named; `subject` is the question's. `NAMELESS` for what has no record."""
    record = candidate.record
    asked = {term for term in terms(subject.words) if "_" not in term}
    if record is None or not asked:
        return NAMELESS
    unit = record.quantity.unit or ""
    words = label_terms(f"{record.label} {unit}") | candidate.levels[0].terms
    whole = sum(map(weigh, asked))
    named = sum(weigh(term) for term in asked if term in words) / whole if whole else 0.0
    fit = subject.fit(f"{record.label} {unit}", weigh)
    return Naming(named, fit.said, fit.full and _of_it(question, candidate))


def _of_it(question: Question, candidate: Candidate) -> bool:
    """Whether the record says the place, the year and the kind that the question says."""
    record = candidate.record
    if record is None or record.year not in (question.years or (record.year,)):
        return False
    if question.kind is not None and record.kind != question.kind:
        return False
    if not question.places:
        return True
    place = meant(record.place, candidate.unit.document) if record.place else None
    return place is not None and any(relation(one, place) == "same" for one in narrowest(question.places))
