"""Units below the commune, which no gazetteer lists: "xóm Minh Tiến xã Cát Ngạn" asks for a figure of that hamlet alone."""

from __future__ import annotations

import re

from plans.text import fold
from reader.candidates import Candidate
from reader.names import CAPITAL
from reader.question import Question

_NAME = rf"(?:{CAPITAL}[^\W_]*|\d{{1,2}}(?![\d.,%/]))"
_VILLAGE = re.compile(
    r"\b(?i:thôn|ấp|bản|buôn|bon|xóm|làng|khóm|khu phố|tổ dân phố|tiểu khu|sóc|phum|khu dân cư)"
    rf"\s+(?P<name>{_NAME}(?:\s+{_NAME})*)"
)


def of_another_village(question: Question, candidate: Candidate) -> bool:
    """Whether the question names a village and nothing around a figure or a person does."""
    if candidate.kind not in ("quantity", "person"):
        return False
    units = [one.span for one in question.places]
    named = [  # "Sóc Trăng" and "Bản Phùng" are units of their own
        one for one in _VILLAGE.finditer(question.text) if not any(span.start <= one.start() < span.end for span in units)
    ]
    if not named:
        return False
    own, segment, unit, *around = (fold(level.text) for level in candidate.levels)
    several = len({one["name"] for one in _VILLAGE.finditer(candidate.unit.text)}) > 1
    told = [own, segment, *([] if several else [unit]), *around]  # of several in a sentence, the one beside the figure
    return any(not any(fold(one["name"]) in text for text in told) for one in named)
