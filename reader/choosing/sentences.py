"""The sentences likeliest to hold the answer, whether or not one is sure enough to be given: those of the best candidates,
and those in which the span reader marks a stretch though no candidate of the sort that is asked for stands there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf

from plans.answer import Citation
from reader.evidence.units import Unit
from reader.scoring.scored import Scored

MARKED_STRETCHES = 8
"""Of each passage that the span reader reads, as many stretches are looked at."""
_SLOPE, _OFFSET = 0.5, -5.0
"""The logit that a marked stretch is worth by its score, beside those of the candidates. On the 511 questions of MLQA-vi
that brought a gold answer into the best three sentences for 0.80 where the candidates alone have 0.775; offsets of -6 to -4
did as well."""


NEAR = -6.0
"""What a sentence must be worth to be shown beside an answer that is not given. Over the missed questions of three sets
of documents that nothing was fitted on, 24 in 26 had the answer in the best three so shown, as many as with no bound at
all; of the questions without an answer a third are shown nothing."""


def best_sentences(
    ranked: Sequence[Scored], marked: Iterable[tuple[Unit, float]], count: int, least: float = -inf
) -> list[Citation]:
    """The `count` best sentences or rows worth `least`, best first. `ranked` are the candidates, `marked` the units in
    which the span reader marks a stretch, each with its score."""
    worth: dict[tuple[str, int], float] = {}
    units: dict[tuple[str, int], Unit] = {}
    valued = [*((one.candidate.unit, one.logit) for one in ranked), *((unit, _SLOPE * at + _OFFSET) for unit, at in marked)]
    for unit, logit in valued:
        key = (unit.document.doc_id, unit.span.start)
        units.setdefault(key, unit)
        worth[key] = max(logit, worth.get(key, logit))
    best = sorted((key for key in worth if worth[key] >= least), key=lambda key: -worth[key])[:count]
    return [Citation.of(units[key].document, units[key].span) for key in best]
