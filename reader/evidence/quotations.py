"""What stands in quotation marks as the theme or the motto of a year: one answer, whole, whose own words date nothing."""

from __future__ import annotations

import re
from dataclasses import replace

from plans.document import Span
from reader.evidence.candidates import Candidate
from reader.questions.question import Question

_ASKED = re.compile(r"\b(?:chủ đề|phương châm|khẩu hiệu|theme|motto|slogan)\b")
_QUOTATION = re.compile('“(?P<curly>[^”]*)”|"(?P<plain>[^"]*)"')


def quotation_asked(question: Question, candidate: Candidate) -> Span | None:
    """The inside of the quotation that a candidate is part of, where a theme or a motto is asked for; else None."""
    unit = candidate.unit
    if _ASKED.search(question.spelled) is None or not unit.span.contains(candidate.span):
        return None
    for match in _QUOTATION.finditer(unit.text):
        whole, inside = (Span(*match.span(group)).shifted(unit.span.start) for group in (0, match.lastgroup or 0))
        if whole.contains(candidate.span):
            return inside
    return None


def without_quotations(text: str) -> str:
    """`text` without what stands in quotation marks."""
    return _QUOTATION.sub(" ", text)


def quotation_in_full(question: Question, candidate: Candidate) -> Candidate:
    """The whole theme or motto that is asked for, of a part of it; any other candidate as it is."""
    whole = quotation_asked(question, candidate)
    if whole is None or candidate.kind != "text":
        return candidate
    clause = Span(min(candidate.clause.start, whole.start), max(candidate.clause.end, whole.end))
    return replace(candidate, span=whole, clause=clause)
