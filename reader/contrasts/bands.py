"""Sizes to which a support or a fee is tied: "lồng từ 100 m3 trở lên" holds for one of 120 m3, "từ 50 m3 đến dưới 100 m3"
does not."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from plans.indicator import Quantity
from plans.numbers import find_quantities
from plans.text import fold
from reader.evidence.candidates import Candidate
from reader.lexicon.dimensions import dimension_of
from reader.questions.question import Question

_SIZES = ("count", "area", "length", "volume", "power", "mass")
"""Dimensions of which bands are told."""
_COMPARED: dict[str, Callable[[Decimal, Decimal], bool]] = {
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
}
_SPOKEN = {"khoi": "m3"}
"""Folded, since what an official types without accents may be restored to another word."""


def of_another_band(question: Question, candidate: Candidate) -> bool:
    """Whether the clause of an amount says for which sizes it holds, and the size in the question is none of them."""
    if candidate.kind != "quantity":
        return False
    asked = [one for one in _sizes(question.query.text) if not _is_band(one)]
    if not asked:
        return False
    document, clause = candidate.unit.document, candidate.clause
    told = [one for one in _sizes(clause.of(document.text)) if _is_band(one)]
    bands = {size: [one for one in told if one.unit == size.unit] for size in asked}
    return any(held and not any(_holds(one, size) for one in held) for size, held in bands.items())


@lru_cache(maxsize=4096)  # the question's are asked for with every candidate
def _sizes(text: str) -> tuple[Quantity, ...]:
    """The sizes that a text tells, each in its unit."""
    return tuple(_read(text))


def _read(text: str) -> Iterator[Quantity]:
    for found in find_quantities(text):
        first, *_ = fold(found.quantity.unit or "").split() or [""]
        unit = _SPOKEN.get(first, found.quantity.unit)
        if unit is not None and "/" not in unit and dimension_of(unit) in _SIZES:
            yield replace(found.quantity, unit=unit)


def _is_band(one: Quantity) -> bool:
    return one.high is not None or one.comparator not in ("=", "~")


def _holds(band: Quantity, size: Quantity) -> bool:
    if band.high is not None:
        return band.value <= size.value <= band.high
    return _COMPARED[band.comparator](size.value, band.value)
