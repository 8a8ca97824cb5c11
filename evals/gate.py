"""The gate: may this change be merged? It compares a run with the committed baseline, question by question.

It fails on a measure that lost more than noise (the paired bootstrap interval lies wholly on the wrong side of zero, and
the loss is of 0.02 or more), on a measure below a floor or above a ceiling that holds whatever the baseline, on any
must-pass question that is wrong and was not in the baseline, and on any question of the baseline that is gone.
Questions that were added since the baseline are held to the floors, and to being right where they must pass.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from evals.compare import LOWER_IS_BETTER, compare
from evals.runs import Run

SMALLEST_LOSS = 0.02
"""Smaller losses pass: the encoder's arithmetic (bf16, int8 or fp32, by the CPU) moves single ranks between machines."""
LIMITS: Mapping[str, float] = {"verbatim": 1.0}
"""Floors (ceilings for `LOWER_IS_BETTER`) that no run may cross: a quote that is not in its source is never noise."""


@dataclass(frozen=True, slots=True)
class Failure:
    """One reason to stop; `str(failure)` names the measure or the question."""

    name: str
    message: str

    def __str__(self) -> str:
        return f"{self.name}: {self.message}"


def gate(
    baseline: Run, run: Run, *, must_pass: Collection[str] = (), limits: Mapping[str, float] = LIMITS
) -> list[Failure]:
    """The reasons why `run` may not pass; none when it may. `must_pass` holds question ids."""
    failures = [
        Failure(
            one.measure,
            f"{one.new:.3f} after {one.old:.3f} on {one.count} questions "
            f"(95% interval of the change {one.low:+.3f} to {one.high:+.3f})",
        )
        for one in compare(baseline, run)
        if one.worse and abs(one.new - one.old) >= SMALLEST_LOSS
    ]
    means = run.means()
    for measure, limit in limits.items():
        if measure not in means:
            continue
        beyond = means[measure] > limit if measure in LOWER_IS_BETTER else means[measure] < limit
        if beyond:
            failures.append(Failure(measure, f"{means[measure]:.3f} crosses the limit {limit:.3f}"))
    failures.extend(_newly_failed(baseline, run, must_pass))
    failures.extend(_missing(baseline, run))
    return failures


def _newly_failed(baseline: Run, run: Run, must_pass: Collection[str]) -> list[Failure]:
    """Must-pass questions that are wrong now and were not wrong in the baseline; those added since among them."""
    before = baseline.by_id()
    return [
        Failure(row.question_id, f'a must-pass question is newly wrong (answer: "{row.answer}")')
        for row in run.rows
        if row.question_id in must_pass
        and row.verdict == "wrong"
        and (row.question_id not in before or before[row.question_id].verdict != "wrong")
    ]


def _missing(baseline: Run, run: Run) -> list[Failure]:
    """A gate that passes because questions vanished would prove nothing."""
    held = run.by_id()
    gone = [row.question_id for row in baseline.rows if row.question_id not in held]
    if not gone:
        return []
    return [Failure("questions", f"{len(gone)} of the baseline's are gone ({', '.join(gone[:5])}); renew the baseline")]
