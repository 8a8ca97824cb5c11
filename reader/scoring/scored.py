"""A candidate with its features and what the scorer makes of them; and what the span reader says of it."""

from __future__ import annotations

from dataclasses import dataclass

from plans.hit import Hit
from reader.evidence.candidates import Candidate

SPAN_SCALE = 10.0
"""Log-odds that count as certain."""
BARRED = -60.0
"""Added to the logit of what is no answer whatever else speaks for it; it may still be named as the nearest there is."""


@dataclass(frozen=True, slots=True)
class Scored:
    candidate: Candidate
    hit: Hit
    features: dict[str, float]
    logit: float

    @property
    def barred(self) -> bool:
        """Whether it is no answer whatever else speaks for it (`is_barred`)."""
        return self.logit < BARRED / 2

    @property
    def nearness(self) -> float:
        """The logit it would have were it not barred: how near it comes to what was asked."""
        return self.logit - BARRED if self.barred else self.logit


@dataclass(frozen=True, slots=True)
class SpanEvidence:
    """What the span reader says of a candidate, beside what it says of the likeliest stretch of all; None when not read."""

    score: float | None
    likeliest: float

    @property
    def strength(self) -> float:
        """Its log-odds as a feature, 0 when not read."""
        return 0.0 if self.score is None else strength(self.score)

    @property
    def behind(self) -> float:
        """How far it is behind the likeliest stretch, in [-1, 0]."""
        return -1.0 if self.score is None else max(-1.0, min(0.0, (self.score - self.likeliest) / SPAN_SCALE))


UNREAD = SpanEvidence(None, 0.0)
"""Of what the span reader did not read."""


def strength(score: float) -> float:
    """The span reader's log-odds, a tenth of them, in [-1, 1]."""
    return max(-1.0, min(1.0, score / SPAN_SCALE))
