"""Two runs side by side: the questions that changed, and a paired bootstrap interval for every measure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from evals.runs import Run, mean

RESAMPLES = 5000
LEVEL = 0.95
LOWER_IS_BETTER = frozenset({"wrong"})
"""Measures in which a smaller value is the better one."""


@dataclass(frozen=True, slots=True)
class Difference:
    """`new - old` for one measure over the questions both runs hold, with the bootstrap interval of the mean."""

    measure: str
    old: float
    new: float
    low: float
    high: float
    count: int

    @property
    def change(self) -> float:
        return self.new - self.old

    @property
    def worse(self) -> bool:
        """Worse by more than resampling the questions explains."""
        return self.low > 0 if self.measure in LOWER_IS_BETTER else self.high < 0

    @property
    def better(self) -> bool:
        return self.high < 0 if self.measure in LOWER_IS_BETTER else self.low > 0


@dataclass(frozen=True, slots=True)
class Change:
    """One question whose verdict or answer differs."""

    question_id: str
    old_verdict: str
    new_verdict: str
    old_answer: str
    new_answer: str


def paired_interval(
    old: Mapping[str, float], new: Mapping[str, float], *, seed: int = 0, resamples: int = RESAMPLES
) -> tuple[float, float]:
    """The `LEVEL` percentile interval of the mean of `new - old`, questions drawn with replacement (Efron 1979; for
    retrieval, Sakai 2006). (0, 0) when no question is shared."""
    shared = sorted(old.keys() & new.keys())
    if not shared:
        return 0.0, 0.0
    differences = np.array([new[one] - old[one] for one in shared])
    if not differences.any():
        return 0.0, 0.0
    draws = np.random.default_rng(seed).integers(0, len(shared), size=(resamples, len(shared)))
    means = differences[draws].mean(axis=1)
    tail = (1 - LEVEL) / 2
    low, high = np.quantile(means, [tail, 1 - tail])
    return float(low), float(high)


def compare(old: Run, new: Run, *, seed: int = 0) -> list[Difference]:
    """Every measure that both runs hold, over the questions that both hold."""
    differences = []
    for measure in new.measures:
        before, after = old.values(measure), new.values(measure)
        shared = before.keys() & after.keys()
        if not shared:
            continue
        low, high = paired_interval(before, after, seed=seed)
        differences.append(
            Difference(
                measure=measure,
                old=mean([before[one] for one in shared]),
                new=mean([after[one] for one in shared]),
                low=low,
                high=high,
                count=len(shared),
            )
        )
    return differences


def changed_questions(old: Run, new: Run) -> list[Change]:
    """Verdict changes first, then other answers that differ, in the order of the new run."""
    before = old.by_id()
    changes = [
        Change(row.question_id, before[row.question_id].verdict, row.verdict, before[row.question_id].answer, row.answer)
        for row in new.rows
        if row.question_id in before
        and (before[row.question_id].verdict, before[row.question_id].answer) != (row.verdict, row.answer)
    ]
    return sorted(changes, key=lambda one: one.old_verdict == one.new_verdict)
