"""The levels of schools: "trung học cơ sở" is not "trung học phổ thông"."""

from __future__ import annotations

import re
from functools import lru_cache

from plans.text import canonical
from retriever.abbreviations import spell_out

_LEVELS = {
    "nursery": "nhà trẻ|creche|nursery",
    "kindergarten": "mẫu giáo|kindergartens?",
    "preschool": "mầm non|pre-?schools?",
    "primary": "tiểu học|(?:trường|học sinh|giáo viên) cấp (?:1|i|một)|primary schools?",
    "lower": "trung học cơ sở|thcs|(?:trường|học sinh|giáo viên) cấp (?:2|ii|hai)|(?:lower|junior) (?:secondary|high)",
    "upper": "trung học phổ thông|thpt|(?:trường|học sinh|giáo viên) cấp (?:3|iii|ba)|(?:upper|senior) (?:secondary|high)",
}
_NAMED = re.compile(r"\b(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _LEVELS.items()) + r")\b")
_HOLDS = {"preschool": {"nursery", "kindergarten"}}
"""Levels that are parts of another."""


@lru_cache(maxsize=4096)
def school_levels(text: str) -> frozenset[str]:
    """Those that `text` names, with the parts of each."""
    found = {str(match.lastgroup) for match in _NAMED.finditer(canonical(spell_out(text)))}
    return frozenset(found.union(*(_HOLDS.get(one, set()) for one in found)))


def another_school_level(question: str, clause: str, around: str | None = None) -> bool:
    """Whether the clause of an answer speaks of levels of schools, and of none that is asked for; or whether neither it nor
    what stands `around` it, where given, speaks of any: of schools of all levels."""
    asked, said = school_levels(question), school_levels(clause)
    if not said and around is not None:
        return bool(asked) and not school_levels(around)
    return bool(asked and said) and not asked & said
