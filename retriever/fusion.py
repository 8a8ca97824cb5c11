"""Joins the candidates of several sides into one ranking."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]


def weighted(sides: Mapping[str, Scores], weights: Mapping[str, float]) -> Scores:
    """The weighted sum of each side's z-scores over the same candidates [n]; a side with no spread adds nothing."""
    total = np.zeros(len(next(iter(sides.values()))), np.float32)
    for name, scores in sides.items():
        total += weights[name] * standardised(scores)
    return total


def standardised(scores: Scores) -> Scores:
    """(score - mean) / standard deviation, in 32 bits."""
    if not len(scores):
        return scores
    spread = float(scores.std())
    return np.zeros_like(scores) if spread < 1e-9 else ((scores - scores.mean()) / spread).astype(np.float32)
