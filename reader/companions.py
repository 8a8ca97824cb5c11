"""Names in a row: where one of them is the answer ("xã Tân Phong"), all are ("xã Tân Phong, Ngũ Hiệp, Hội Xuân")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plans.admin_units import split_long_name
from reader.candidates import Candidate
from reader.scoring import Scored

AMONG = 12
"""Of the candidates, as many are looked at."""
WITHIN = 5.0
"""How far the row may be behind its member, in logits."""
_BETWEEN = re.compile(r"\s*[,;]\s*(?:và\s+)?|\s+và\s+")


def in_company(scored: Sequence[Scored]) -> Candidate:
    """The best of candidates in order, or the row of names that it is one of, where the row is a likely candidate too."""
    best = scored[0]
    if best.candidate.kind not in ("place", "text") or is_row(best.candidate.short):
        return best.candidate
    for one in scored[1:AMONG]:
        if best.logit - one.logit > WITHIN:
            break
        if one.candidate.unit.document is best.candidate.unit.document and _holds(one.candidate, best.candidate):
            return one.candidate
    return best.candidate


def is_row(words: str) -> bool:
    """Whether `words` are two or more names of units of one level, said of the first, of each or of none."""
    names = [split_long_name(name) for name in _BETWEEN.split(words)]
    levels = {level for level, _ in names[1:]}
    return len(names) > 1 and levels <= {None, names[0][0]} and all(_is_name(name) for _, name in names)


def _holds(row: Candidate, member: Candidate) -> bool:
    return row.span.contains(member.span) and is_row(row.short)


def _is_name(words: str) -> bool:
    parts = words.strip("“”\"'").split()
    return bool(parts) and all(part[0].isupper() or part[0].isdigit() for part in parts)
