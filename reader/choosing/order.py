"""Ranked candidates put in another order: one moved up, one that gives way, those close behind."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from reader.scoring.scored import BARRED, Scored

OF_ONE_SENTENCE = 1.0
"""Difference of logits up to which one clause goes before another because it says yes or no, or is of the place itself."""
NEARLY_AS_LIKELY = 1.5
"""Difference of logits up to which a whole may be meant and not the part behind it."""
LESS_LIKELY = 3.0
"""The same where the part has a name that the question does not say."""
FEW_WORDS, MOST_WORDS, AS_SURE = 0.3, 0.4, 0.1
"""Share of the question's words that is few, how many more are most, and by how much agreements may differ and be as sure.
On 1,445 questions of twenty sets that puts two right figures first and no wrong one."""
OF_WHAT_IS_ASKED = ("place", "year", "kind", "part")


def moved_up(ranked: list[Scored], one: Scored) -> list[Scored]:
    """`ranked` with `one` of them in front, as likely as what was first."""
    return [replace(one, logit=ranked[0].logit), *(other for other in ranked if other is not one)]


def given_way(ranked: list[Scored], one: Scored) -> list[Scored]:
    """`ranked` with `one` of them in the place of the first, which is barred."""
    first, others = ranked[0], [other for other in ranked[1:] if other is not one]
    return [replace(one, logit=first.logit), *others, replace(first, logit=first.logit + BARRED)]


def behind(ranked: list[Scored], reach: float = math.inf) -> Iterator[Scored]:
    """Those behind the first that are not barred, best first, up to `reach` logits less likely than it."""
    for one in ranked[1:]:
        if ranked[0].logit - one.logit > reach:
            return
        if not one.barred:
            yield one
