"""What the head and the foot of an official document say, whoever sends it: state or party, motto, addressees."""

from __future__ import annotations

import re

from plans.text import flatten, fold

MOTTO = re.compile(
    r"cộng h(?:oà|òa) xã hội chủ nghĩa việt nam|(?<!đảng bộ )đảng cộng sản việt nam(?! quang vinh| muôn năm)"
    r"|(?P<motto>độc lập\s*[-–]\s*tự do\s*[-–]\s*hạnh phúc)",
    re.IGNORECASE,
)
"""The state, the party or (group `motto`) the motto in full, to be found in running text. A newspaper is the "cơ quan của
Đảng bộ Đảng Cộng sản Việt Nam tỉnh ...", and says so under its name."""
_HEAD = re.compile(r"cong hoa xa hoi|dang cong san viet nam|doc lap\s*[-–]\s*tu do")
_FOOT = re.compile(r"\bnoi nhan\b(?! (?:dan|manh)\b)")  # "nơi nhân dân", "nói nhấn mạnh"


def says_head(words: str) -> bool:
    """Whether a cell or a small table names the state, the party or the motto, as the head of a document does."""
    return _HEAD.search(fold(flatten(words))) is not None


def says_head_or_foot(words: str) -> bool:
    """Whether a small table lays out the head of a document, or the addressees and signature at its foot."""
    return says_head(words) or _FOOT.search(fold(flatten(words))) is not None
