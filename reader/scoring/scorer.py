"""The model over the named features: a linear part that can be read, and a few hidden units for what they say together.

`logit(x) = bias + linear . x + out . tanh(hidden x + hidden_bias)`. Fitted by `python -m reader.fit` on development
questions, kept in `weights.json`. No feature knows a document, a place or an indicator.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

WEIGHTS = Path(__file__).with_name("weights.json")
Group = Literal["typed", "words"]
"""Quantities, dates, persons and document numbers; or stretches of words."""
Sort = Literal["full", "plain"]
"""With what the span reader says, or without."""
Values = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Scorer:
    """Shapes: `linear` [features], `hidden` [units, features], `hidden_bias` and `out` [units]."""

    features: tuple[str, ...]
    bias: float
    linear: Values
    hidden: Values
    hidden_bias: Values
    out: Values

    @classmethod
    def load(cls, group: Group, sort: Sort) -> Scorer:
        return _load(group, sort)

    @classmethod
    def from_json(cls, record: Mapping[str, Any]) -> Scorer:
        parts = {name: np.array(record[name], np.float64) for name in ("linear", "hidden", "hidden_bias", "out")}
        return cls(tuple(record["features"]), float(record["bias"]), **parts)

    def to_json(self) -> dict[str, Any]:
        return {
            "features": list(self.features),
            "bias": round(self.bias, 4),
            **{name: np.round(getattr(self, name), 4).tolist() for name in ("linear", "hidden", "hidden_bias", "out")},
        }

    def logits(self, candidates: Sequence[Mapping[str, float]]) -> Values:
        """[candidates], from their features by name; a feature that is not given is 0."""
        values = np.array([[one.get(name, 0.0) for name in self.features] for one in candidates], np.float64)
        values = values.reshape(len(candidates), len(self.features))
        scores: Values = self.bias + values @ self.linear + np.tanh(values @ self.hidden.T + self.hidden_bias) @ self.out
        return scores


@cache
def _load(group: Group, sort: Sort) -> Scorer:
    return Scorer.from_json(json.loads(WEIGHTS.read_text(encoding="utf-8"))[sort][group])
