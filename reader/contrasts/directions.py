"""What rises and what falls, told in one sentence: of "tăng tỷ trọng dịch vụ, giảm tỷ trọng nông nghiệp" agriculture is
what falls."""

from __future__ import annotations

import re

from plans.text import canonical
from reader.evidence.candidates import Candidate
from reader.questions.question import Question

_DIRECTIONS = re.compile(r"\b(?P<down>giảm|bớt|hạ(?! (?:tầng|lưu|long)))\b|\b(?P<up>tăng|nâng)\b")
_WAYS = ("down", "up")
_NAMED_SO = re.compile(r"\b(?:tăng trưởng|tăng cường|giảm nghèo|gia tăng|tốc độ tăng|giá trị tăng thêm|nâng cao)\b")
"""Words in which nothing rises or falls."""
_STOP = re.compile(r"[,;.:]|\bvà\b")
_BEHIND = 25
"""Characters behind a thing in which it is told that it rises or falls."""
_FOR_WHAT = re.compile(r"\b(?:để|nhằm) (?:làm )?gì\b|\b(?:vì|tại) sao\b")
_ASKED_FOR = ("text", "place", "list", "person")


def in_another_direction(question: Question, candidate: Candidate) -> bool:
    """Whether a sentence tells both what rises and what falls, and the candidate is not of the one that is asked for alone:
    "giảm tỷ trọng nông nghiệp", "nông nghiệp giảm nhẹ"."""
    if question.wanted not in _ASKED_FOR or not candidate.unit.span.contains(candidate.span):
        return False
    asked = {*_ways(question.spelled)}
    if len(asked) != 1 or _FOR_WHAT.search(question.spelled) or len({*_ways(candidate.unit.text)}) != len(_WAYS):
        return False
    own = _ways(candidate.short)
    if own and _DIRECTIONS.match(canonical(candidate.short)):
        return {*own} != asked
    behind = candidate.unit.document.text[candidate.span.end : candidate.unit.span.end]
    near = _ways(_STOP.split(behind, maxsplit=1)[0][:_BEHIND])[:1] or _ways(candidate.in_front)[-1:]
    return {*near, *own} != asked


def _ways(text: str) -> list[str]:
    """The directions that a text tells, in order."""
    plain = _NAMED_SO.sub(" ", canonical(text))
    return [match.lastgroup or "" for match in _DIRECTIONS.finditer(plain)]
