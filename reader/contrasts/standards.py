"""The three standards of the new rural programme: "nông thôn mới", "nâng cao", "kiểu mẫu". One is not the other."""

from __future__ import annotations

import re
from functools import lru_cache

from plans.text import canonical
from retriever.abbreviations import spell_out

_LEVEL = "nâng cao|kiểu mẫu"
_NAMED = re.compile(
    rf"\b(?:nông thôn mới|ntm)(?P<levels>(?:(?:\s*[,/]| và| hoặc)? (?:{_LEVEL})\b)*)"
    rf"|\b(?:chuẩn (?P<reached>{_LEVEL})|(?:xã|thôn|bản|ấp|khu dân cư|phường|lên) (?P<model>kiểu mẫu))\b"
    r"|\b(?P<english>(?:advanced |model )*)new(?:-style)? rural\b"
)
_ENGLISH = {"advanced": "nâng cao", "model": "kiểu mẫu"}


@lru_cache(maxsize=4096)
def standards(text: str) -> frozenset[str]:
    """Those that `text` names; "" for the plain one."""
    found: set[str] = set()
    for match in _NAMED.finditer(canonical(spell_out(text))):
        english = (match["english"] or "").split()
        said = re.findall(_LEVEL, match.group()) or [_ENGLISH[one] for one in english]
        found.update(said or [""])
    return frozenset(found)


def another_standard(question: str, clause: str) -> bool:
    """Whether the clause of an answer speaks of standards, and of none that is asked for."""
    asked, said = standards(question), standards(clause)
    return bool(asked and said) and not asked & said
