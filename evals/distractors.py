"""Distracting documents: near copies about other places with other numbers, to prove that an answer comes from the source
that was asked about."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping

from evals.perturb import World, named_like, splice, strange_place
from plans.document import Span
from plans.text import canonical

_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGITS = re.compile(r"(?<![\d/:-])\d+(?![\d/:-])")  # dates, clock times and document numbers stay


def near_duplicates(texts: Mapping[str, str], world: World, seed: int = 0) -> dict[str, str]:
    """A near copy of each document, by a new path: places swapped for ones the corpus does not name, numbers changed.

    Every gold answer still stands in the original only.
    """
    return {_near_path(path): _near(text, world, random.Random(f"{seed}/{path}")) for path, text in texts.items()}


def _near(text: str, world: World, rng: random.Random) -> str:
    swapped: dict[str, str] = {}
    changes: list[tuple[Span, str]] = []
    for mention in world.gazetteer.mentions(text):
        if not mention.candidates:
            continue
        written = mention.span.of(text)
        key = canonical(written)
        if key not in swapped:
            other = strange_place(mention.candidates[0], rng, world)
            swapped[key] = named_like(written, mention.candidates[0], other) if other else written
        changes.append((mention.span, swapped[key]))
    return _DIGITS.sub(lambda run: _other_digits(run.group(), rng), splice(text, changes))


def _other_digits(digits: str, rng: random.Random) -> str:
    """Another number of the same length; years stay, and single digits, which mostly count things off."""
    if len(digits) < 2 or _YEAR.fullmatch(digits):
        return digits
    return str(rng.randint(1, 9)) + "".join(rng.choice("0123456789") for _ in digits[1:])


def _near_path(path: str) -> str:
    stem, dot, ending = path.rpartition(".")
    return f"{stem}_near.{ending}" if dot and "/" not in ending else f"{path}_near"
