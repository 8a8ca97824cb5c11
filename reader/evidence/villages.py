"""Units below the commune, which no gazetteer lists: "xóm Minh Tiến xã Cát Ngạn" asks for a figure of that hamlet alone."""

from __future__ import annotations

import re

from plans.text import fold
from reader.evidence.candidates import Candidate
from reader.lexicon.names import CAPITAL
from reader.questions.question import Question

_NAME = rf"(?:{CAPITAL}[^\W_]*|\d{{1,2}}(?![\d.,%/]))"
WORDS = "thôn|ấp|bản|buôn|bon|xóm|làng|khóm|khu phố|tổ dân phố|tiểu khu|sóc|phum|khu dân cư"
"""What such units are called, as a pattern."""
_VILLAGE = re.compile(
    rf"\b(?i:{WORDS})"
    rf"\s+(?P<name>{_NAME}(?:\s+{_NAME})*)"
)

_PARTS = re.compile(r"[,;](?!\d)")


def of_another_village(question: Question, candidate: Candidate) -> bool:
    """Whether the question names a village and nothing around a figure, a day or a person does."""
    if candidate.kind not in ("quantity", "date", "person"):
        return False
    units = [one.span for one in question.places]
    named = [  # "Sóc Trăng" and "Bản Phùng" are units of their own
        one for one in _VILLAGE.finditer(question.text) if not any(span.start <= one.start() < span.end for span in units)
    ]
    if not named:
        return False
    several = len({one["name"] for one in _VILLAGE.finditer(candidate.levels[1].text)}) > 1
    told = [_part(candidate)] if several else [level.text for level in candidate.levels]
    return any(not any(fold(one["name"]) in fold(text) for text in told) for one in named)


def _part(candidate: Candidate) -> str:
    """What stands between commas around a figure: of several villages in a row, it is of the one beside it."""
    text, unit, span = candidate.unit.document.text, candidate.unit.span, candidate.span
    *_, before = _PARTS.split(text[unit.start : span.start])
    after, *_ = _PARTS.split(text[span.end : unit.end])
    return f"{before}{span.of(text)}{after}"
