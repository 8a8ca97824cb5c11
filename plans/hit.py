"""A passage as ranked for one query."""

from __future__ import annotations

from dataclasses import dataclass, field

from plans.document import Passage


@dataclass(frozen=True, slots=True)
class Hit:
    """`score`: higher is better, comparable within one query only. `rank` counts from 1.

    `parts` names what made up the score (`dense`, `accented`, `folded`, ...), for `--explain` and the reader's features.
    """

    passage: Passage
    score: float
    rank: int
    parts: dict[str, float] = field(default_factory=dict)
