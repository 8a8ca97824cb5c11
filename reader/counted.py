"""Sorts of what is counted: people, households, units, organisations. A number of the one is none of the other."""

from __future__ import annotations

import re

from plans.text import fold

_SORTS = tuple(
    re.compile(rf"(?:{nouns})\b")
    for nouns in (
        "dan toc",
        "nguoi|dan|nhan khau|khau|dai bieu|lao dong|hoc sinh|can bo|(?:cong|vien) chuc|(?:dang|giao|doan|hoi) vien",
        "ho",
        "xa|phuong|thi tran|thon|ap|ban|buon|khu pho|to dan pho",
        "doanh nghiep|hop tac xa|truong|chi bo|to chuc",
    )
)
"""The nouns of each sort, folded; what is of none of them may be anything."""


def of_one_sort(one: str | None, other: str | None) -> bool:
    """Whether two units count the same: the same noun, or two of one sort ("lao động", "người")."""
    return one == other or (_sort_of(one) is not None and _sort_of(one) == _sort_of(other))


def of_two_sorts(one: str | None, other: str | None) -> bool:
    """Whether two units surely do not: people are asked for and households are counted."""
    return None not in (_sort_of(one), _sort_of(other)) and _sort_of(one) != _sort_of(other)


def _sort_of(unit: str | None) -> int | None:
    folded = fold(unit or "").strip()
    return next((at for at, sort in enumerate(_SORTS) if sort.match(folded)), None)
