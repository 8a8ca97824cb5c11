"""When something begins is not when it ends: "khởi công trong quý III/2022" does not tell when it will be finished."""

from __future__ import annotations

import re
from typing import Literal

from plans.text import canonical
from reader.candidates import Candidate
from reader.question import Question

Aspect = Literal["begin", "end"]
_BEGIN = (
    r"khởi công|động thổ|bắt đầu|khởi động|khai mạc|khai trương|khai giảng|mở màn"
    r"|groundbreaking|(?:start|begin|began|open)\w*"
)
_END = (
    r"hoàn thành|hoàn thiện|hoàn tất|xong|kết thúc|bế mạc|khánh thành|bàn giao|thông xe|nghiệm thu|về đích"
    r"|đưa vào (?:sử dụng|vận hành|khai thác|hoạt động)|(?:đi )?vào (?:hoạt động|vận hành)"
    r"|(?:complet|finish|end|clos)(?:s|es|ed|e)?"
)
_CUE = re.compile(rf"\b(?:(?P<begin>{_BEGIN})|(?P<end>{_END}))\b")


def tells_another_aspect(question: Question, candidate: Candidate) -> bool:
    """Whether a date is told of a beginning where the question asks for an end, or the reverse."""
    if candidate.kind != "date":
        return False
    asked = set(_aspects(question.spelled))
    told = _aspect_of(candidate)
    return len(asked) == 1 and told is not None and told not in asked


def _aspect_of(candidate: Candidate) -> Aspect | None:
    """That of the nearest word in the date's clause in front of it, else behind it; in a table that of its column."""
    if candidate.unit.kind == "row":
        return next(iter(_aspects(candidate.column)), None)
    text, clause = candidate.unit.document.text, candidate.clause
    before = _aspects(text[clause.start : candidate.span.start])
    after = _aspects(text[candidate.span.end : clause.end])
    return next(iter((*before[::-1], *after)), None)


def _aspects(text: str) -> list[Aspect]:
    return ["begin" if match["begin"] else "end" for match in _CUE.finditer(canonical(text))]
