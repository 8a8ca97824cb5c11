"""The passages for a question, those first in which an answer is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from plans.hit import Hit
from reader.scoring.scored import strength
from reader.spans import Reading

MARKED_WORTH = 0.5
"""Of the span reader's word against the whole score of the best passage. Of 0.2, 0.5, 0.8 and 1.2 it brought the most
right passages to the front in three sets of development questions (4 to 10 in a hundred more)."""
ANSWER_WORTH = 1.0
"""Of the whole mass of the candidate answers: place, year and kind tell passages apart that read alike. Of 0.25 to 2 all
brought 1 to 5 more of a hundred right passages to the front, and 1 or more the most, on questions not fitted on."""


def reranked(hits: Sequence[Hit], readings: Mapping[str, Reading], masses: Mapping[str, float]) -> list[Hit]:
    """`hits` in a new order. `readings` and `masses` (in [0, 1]) are by passage id; what is not there holds no answer."""
    top = max((hit.score for hit in hits), default=0.0)
    top = top if top > 0.0 else 1.0
    scored = []
    for hit in hits:
        reading = readings.get(hit.passage.passage_id)
        span = max((strength(score) for _, score in reading.best(1)), default=-1.0) if reading else -1.0
        answer = masses.get(hit.passage.passage_id, 0.0)
        scored.append((hit.score / top + MARKED_WORTH * span + ANSWER_WORTH * answer, span, answer, hit))
    scored.sort(key=lambda one: -one[0])  # stable: equal ones stay in their order
    last = min((score for score, *_ in scored), default=0.0)
    return [
        replace(hit, score=score - last, rank=rank, parts=hit.parts | {"span": span, "answer": answer})
        for rank, (score, span, answer, hit) in enumerate(scored, 1)
    ]
