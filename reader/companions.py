"""Names in a row: where one of them is the answer ("xã Tân Phong"), all are ("xã Tân Phong, Ngũ Hiệp, Hội Xuân")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plans.admin_units import split_long_name
from reader.candidates import Candidate
from reader.scoring import Scored
from reader.villages import WORDS

AMONG = 12
"""Of the candidates, as many are looked at."""
WITHIN = 5.0
"""How far the row may be behind its member, in logits."""
_VILLAGE = re.compile(rf"({WORDS})\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[,;]\s*(?:và\s+)?|\s+và\s+")


def in_company(scored: Sequence[Scored]) -> Candidate:
    """The best of candidates in order, or the longest row of names that it is one of, among those that are likely too."""
    best = scored[0]
    if best.candidate.kind not in ("place", "text") or is_row(best.candidate.short):
        return best.candidate
    near = [one.candidate for one in scored[1:AMONG] if best.logit - one.logit <= WITHIN]
    document = best.candidate.unit.document
    rows = [one for one in near if one.unit.document is document and _holds(one, best.candidate)]
    return max(rows, key=lambda row: len(row.span), default=best.candidate)


def is_row(words: str) -> bool:
    """Whether `words` are two or more names of units of one level, or villages, said of the first, of each or of none."""
    names = [_parted(name) for name in _BETWEEN.split(words)]
    levels = {level for level, _ in names[1:]}
    return len(names) > 1 and levels <= {None, names[0][0]} and all(_is_name(name) for _, name in names)


def _parted(name: str) -> tuple[str | None, str]:
    """The level, or the word for a village, and the name."""
    village = _VILLAGE.match(name)
    return (village[1].lower(), name[village.end() :]) if village is not None else split_long_name(name)


def _holds(row: Candidate, member: Candidate) -> bool:
    return row.span.contains(member.span) and is_row(row.short)


def _is_name(words: str) -> bool:
    parts = words.strip("“”\"'").split()
    return bool(parts) and all(part[0].isupper() or part[0].isdigit() for part in parts)
