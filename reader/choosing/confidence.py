"""How sure an answer is: the share of the probability mass on one value, calibrated.

The scorer is a softmax over the candidates and one more option, "none of them" at logit 0, so that the mass on a value and
the mass on silence come from one model. Candidates that say the same value add up. Platt scaling (Platt 1999) on held-out
questions makes 0.9 mean nine in ten.
"""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache

from plans.numbers import same_value
from plans.text import canonical
from plans.year_parts import parts_of_year
from reader.evidence.candidates import Candidate
from reader.lexicon.names import FULL_NAME
from reader.questions.question import Question
from reader.scoring.scored import Scored
from reader.scoring.scorer import WEIGHTS, Group, Sort

OUTRIGHT = 0.95
"""Confidence at least where a figure is said outright. Of 205 such answers to development questions, own ones and those of
fourteen sets of other documents, 202 were right (0.985), and of the five that the mass alone kept back all."""
_GIVEN_SLOPE, _GIVEN_OFFSET = 0.916, 1.246
"""Of answers that are given. What contradicts the question is held back after the mass was calibrated, so that those
which remain are right more often than it says. Fitted (Platt 1999) on 705 answers over fifty documents that no weight was
fitted on, though rules were mended by them; the calibration error fell from 0.090 to 0.031 on the own set and from 0.034 to
0.022 on the official plans, which are not among them."""
_NAMED_PLACE, _NAMED_YEAR = 0.6, 0.8
_ABOUT_A_RESULT = -0.3
"""Agreement of an estimate with a result: what a half-year comes to is hardly known better in its report."""
_OWN_SHARE, _ABSENT_SHARE = 0.6, 0.05
"""Of the question's words those that the record's own words hold, at least, and those that nothing around it does."""
_FITTING = 0.2
"""Agreement of the unit with what is asked, at least."""
_LITTLE, _HARDLY_VOUCHED = 0.25, 0.1
"""Share of the question's words that is little, and the span reader's score up to which it does not vouch."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """`probability = sigmoid(slope * logit(mass) + offset)`; answers below `threshold` are not given."""

    slope: float
    offset: float
    threshold: float

    @classmethod
    def load(cls, group: Group, sort: Sort = "full") -> Calibration:
        return _load(group, sort)


@cache
def _load(group: Group, sort: Sort) -> Calibration:
    values = json.loads(WEIGHTS.read_text(encoding="utf-8"))[sort]["confidence"][group]
    return Calibration(values["slope"], values["offset"], values["threshold"])


def confidence(scored: Sequence[Scored], calibration: Calibration) -> float:
    """Calibrated probability in [0, 1] that the best candidate's value is the right answer."""
    return calibrated(value_mass(scored), calibration)


def confidence_in(given: Collection[Scored], scored: Sequence[Scored], calibration: Calibration) -> float:
    """The same where the answer holds all of `given`, each of which is one of `scored`."""
    masses = zip(scored, _masses(scored), strict=True)
    spans = {(one.candidate.unit.document.doc_id, one.candidate.span) for one in given}
    return calibrated(
        sum(mass for one, mass in masses if (one.candidate.unit.document.doc_id, one.candidate.span) in spans), calibration
    )


def said_outright(question: Question, best: Scored) -> bool:
    """Whether the record of a figure names all that the question does, its subject, the place and the year; or an office
    stands beside the full name asked about."""
    values = best.features
    if question.wanted == "office":
        name = canonical(best.candidate.levels[0].text)
        return best.candidate.kind == "office" and len(name.split()) >= FULL_NAME and name in question.spelled
    if question.wanted != "quantity" or (values["part"] <= 0.0 and any(parts_of_year(question.spelled, months=True))):
        return False
    if best.candidate.record is None or best.barred or values["year_clash"] or values["kind_clash"] or values["lacks"]:
        return False
    of_kind = values["kind"] >= (_ABOUT_A_RESULT if values["part"] > 0.0 else 0.0)
    named = values["place"] >= _NAMED_PLACE and values["year"] >= _NAMED_YEAR and of_kind
    return named and values["own"] >= _OWN_SHARE and values["absent"] <= _ABSENT_SHARE and values["type"] >= _FITTING


def is_barely_told(question: Question, best: Scored) -> bool:
    """Whether the word of the question that says most is said nowhere around a figure, which has few of the others, and the
    span reader does not vouch for it."""
    values = best.features
    barely = values["missing"] >= 1.0 and values["own"] < _LITTLE and values["span"] <= _HARDLY_VOUCHED
    return question.wanted == "quantity" and barely


def once_given(probability: float) -> float:
    """The probability in [0, 1] that an answer which nothing holds back is right."""
    odds = _GIVEN_SLOPE * _log_odds(probability) + _GIVEN_OFFSET
    return 1.0 / (1.0 + math.exp(-odds))


def calibrated(mass: float, calibration: Calibration) -> float:
    return 1.0 / (1.0 + math.exp(-(calibration.slope * _log_odds(mass) + calibration.offset)))


def _log_odds(probability: float) -> float:
    bounded = min(max(probability, 1e-6), 1.0 - 1e-6)
    return math.log(bounded / (1.0 - bounded))


def value_mass(scored: Sequence[Scored]) -> float:
    """Softmax mass, "none" included, of all candidates that say the same as the best one."""
    masses = zip(scored, _masses(scored), strict=True)
    return sum(mass for one, mass in masses if says_same(one.candidate, scored[0].candidate))


def passage_masses(scored: Sequence[Scored]) -> dict[str, float]:
    """Softmax mass, "none" included, of the candidates in each passage, by passage id."""
    found: dict[str, float] = {}
    for one, mass in zip(scored, _masses(scored), strict=True):
        name = one.hit.passage.passage_id
        found[name] = found.get(name, 0.0) + mass
    return found


def _masses(scored: Sequence[Scored]) -> list[float]:
    """Of each candidate: the softmax over all of them and "none of them"."""
    top = max([0.0, *(one.logit for one in scored)])
    exponents = [math.exp(one.logit - top) for one in scored]
    total = math.exp(-top) + sum(exponents)
    return [one / total for one in exponents]


def says_same(a: Candidate, b: Candidate) -> bool:
    """Whether two candidates give one and the same answer."""
    if a.unit.document.doc_id == b.unit.document.doc_id and a.span.overlaps(b.span):
        shared = min(a.span.end, b.span.end) - max(a.span.start, b.span.start)
        return 2 * shared >= min(len(a.span), len(b.span))
    if a.quantity is not None and b.quantity is not None:
        return same_value(a.quantity, b.quantity)
    return a.kind == b.kind and canonical(a.short) == canonical(b.short)
