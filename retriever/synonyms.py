"""Words of one meaning: an everyday or regional word finds the passage that has the official one, and the reverse.

The table is data/synonyms.tsv.
"""

from __future__ import annotations

import functools
import re
from pathlib import Path

from plans.text import canonical

TABLE = Path(__file__).resolve().parent / "data" / "synonyms.tsv"


@functools.cache
def _groups() -> tuple[tuple[str, ...], ...]:
    """Each group in its order, the form that stands for all first."""
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return tuple((first, *others.split("|")) for first, others in (line.split("\t") for line in lines))


@functools.cache
def _pattern() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    """Any form, the longest first, and the group of each."""
    groups = {canonical(form): group for group in _groups() for form in group}
    listed = "|".join(map(re.escape, sorted(groups, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)"), groups


def settled(text: str) -> str:
    """`text` in its canonical form, with one word for all of one meaning: "nuôi heo" is "nuôi lợn"."""
    pattern, groups = _pattern()
    return pattern.sub(lambda match: canonical(groups[match.group()][0]), canonical(text))


def expansions(text: str) -> tuple[str, ...]:
    """The other forms to search for."""
    pattern, groups = _pattern()
    found = [form for match in pattern.finditer(canonical(text)) for form in groups[match.group()] if form != match.group()]
    return tuple(dict.fromkeys(found))
