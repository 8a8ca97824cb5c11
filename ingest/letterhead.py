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


_ABOUT = re.compile(r"^[^\w\n]*(?:số\s*:?[^\n]*?\W)?[^\w\n]*(?:v/v|về việc)\b[\s:*_]*", re.IGNORECASE | re.MULTILINE)
_ADDRESSED = re.compile(r"^[^\w\n]*kính gửi\b", re.IGNORECASE | re.MULTILINE)
_SUBJECT_ENDS = re.compile(r"\n[^\w\n]*\n|\||<br|\n[^\n]*, ngày\b|\t| {3,}(?=\S)")
_BESIDE = re.compile(r"(?<=\S) {3,}\S[^\n]*")
"""What stands in the right one of two columns."""
_READ = 2_500


def letter_subject(text: str) -> tuple[int, str] | None:
    """Where an official letter says what it is about ("V/v thẩm định ..."), and that subject on one line; None when the
    text is no letter."""
    about = _ABOUT.search(text, 0, _READ)
    addressed = _ADDRESSED.search(text, about.end(), _READ) if about is not None else None
    if about is None or addressed is None:
        return None
    below = _BESIDE.sub("", text[about.end() : addressed.start()])
    subject = flatten(_SUBJECT_ENDS.split(below, maxsplit=1)[0].replace("*", " ").replace("_", " "))
    return (about.start(), subject) if subject else None
