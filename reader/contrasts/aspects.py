"""When something begins is not when it ends: "khởi công trong quý III/2022" does not tell when it will be finished. Nor is
what a figure fell from what it fell to, or what was added the total.
"""

from __future__ import annotations

import re
from typing import Literal

from plans.text import canonical
from reader.evidence.candidates import Candidate
from reader.questions.question import Question
from retriever.synonyms import settled

Aspect = Literal["begin", "end", "added", "total"]
_USE = r"(?:(?:đi |đưa )?vào )?(?:hoạt động|vận hành|sử dụng|khai thác)"
"""What begins when a thing is finished, in whatever words: "chính thức đi vào hoạt động", "bắt đầu hoạt động"."""
_BEGIN = (
    rf"khởi công|động thổ|bắt đầu(?! {_USE})|khởi động|khai mạc|khai trương|khai giảng|mở màn"
    r"|groundbreaking|(?:start|begin|began|open)\w*"
)
_END = (
    r"hoàn thành|hoàn thiện|hoàn tất|xong|kết thúc|bế mạc|khánh thành|bàn giao|thông xe|nghiệm thu|về đích"
    rf"|bắt đầu {_USE}|đưa vào (?:sử dụng|vận hành|khai thác|hoạt động)|(?:đi )?vào (?:hoạt động|vận hành)"
    r"|(?:complet|finish|end|clos)(?:s|es|ed|e)?"
)
_CUE = re.compile(rf"\b(?:(?P<begin>{_BEGIN})|(?P<end>{_END}))\b")
_UNTIL_ASKED = re.compile(
    r"\b(?:tới|đến)(?: hết)? (?:khi nào|bao giờ|lúc nào|(?:ngày|tháng|năm) nào|ngày mấy)\b|\buntil when\b"
)
_NOT_UNTIL = re.compile(r"\b(?:trước|từ|kể từ|sau|vào)(?: ngày| tháng| năm)?\s*$")
"""In front of a day that something lasts not until."""
_FROM_ASKED = re.compile(r"\btừ (?:mức |con số )?(?:bao nhiêu|mấy|mức nào)\b|\b(?:ban đầu|trước đó|trước khi|from how)\b")
_TO_ASKED = re.compile(
    r"\b(?:xuống|lên|giảm còn|tăng đến|tăng lên|hiện nay|hiện tại|hiện còn|đến nay|sau khi|còn lại|còn (?:bao nhiêu|mấy))\b"
)
_ADDED_ASKED = re.compile(r"\b(?:thêm|bổ sung|(?<!nông thôn )mới)\b")
_TOTAL_ASKED = re.compile(r"\b(?:tổng cộng|tổng số|tất cả|cả thảy|lũy kế|in total|altogether)\b")
_FROM = re.compile(r"(?<!\w)từ\s(?:\d[\d.,]*\s\w+(?:\s\w+)?\s?\()?\s*$")
"""In front of what something fell from, be it in brackets: "từ 171 hộ (1,74%) giảm còn 139 hộ (1,41%)"."""
_ARRANGED = re.compile(r"\b(?:sắp xếp|sáp nhập|nhập|tinh gọn|gộp)\s*$")
_ARRANGED_INTO = re.compile(r"[^.;:\d]{0,40}?\b(?:còn|thành|xuống)\s+(?:còn\s+)?\d")
"""Behind what there was before: "sắp xếp 161 xã, phường, thị trấn còn 56 đơn vị"."""
_ON_TO = re.compile(r"(?:\s*\([^()]{1,30}\))?[^,;.]{0,30}?\b(?:xuống|lên|còn|thành)\b")
_TO = re.compile(r"(?<!\w)từ\s.*\b(?:xuống|lên|còn|thành)\b[^\d]{0,20}$")
_ADDED = re.compile(r"\b(?:thêm|bổ sung)\s*$")
_NEW = re.compile(r"[^,;.\d]{0,25}?(?<!nông thôn )\bmới\b")
_TOTAL = re.compile(r"\b(?:tổng cộng|tổng số|lũy kế)\b[^\d,;.]*$")
_BEFORE = 20
_PAIRS: tuple[dict[Aspect, re.Pattern[str]], ...] = (
    {"begin": _FROM_ASKED, "end": _TO_ASKED},
    {"added": _ADDED_ASKED, "total": _TOTAL_ASKED},
)
"""What questions ask of figures, one or the other of a pair."""


def tells_another_aspect(question: Question, candidate: Candidate) -> bool:
    """Whether a date or a figure is told of a beginning where the question asks for an end, of what was added where it
    asks for the total, or the reverse."""
    if candidate.kind == "date":
        opened = canonical(candidate.in_front[-_BEFORE:] + candidate.short.split(" ")[0])
        if _UNTIL_ASKED.search(question.spelled) and _NOT_UNTIL.search(opened):
            return True
        asked, told = set(_aspects(question.spelled)), _aspect_of(candidate)
        return len(asked) == 1 and told is not None and told not in asked
    if candidate.kind != "quantity":
        return False
    text = canonical(question.spelled)
    wanted = [[aspect for aspect, pattern in pair.items() if pattern.search(text)] for pair in _PAIRS]
    if not any(len(one) == 1 for one in wanted):
        return False
    if candidate.year is not None and candidate.year in question.years:
        return False  # "từ 31,17% cuối năm 2018 xuống còn ..." is what was left in 2018
    figure = _aspect_of_figure(candidate)
    return any(len(one) == 1 and figure in pair and figure not in one for pair, one in zip(_PAIRS, wanted, strict=True))


def _aspect_of_figure(candidate: Candidate) -> Aspect | None:
    """What the words right around a figure say that it is."""
    text, unit, span = candidate.unit.document.text, candidate.unit.span, candidate.span
    before, after = canonical(text[unit.start : span.start]), canonical(text[span.end : unit.end])
    if _FROM.search(before):
        return "begin" if _ON_TO.match(after) else None
    if _ARRANGED.search(before) and _ARRANGED_INTO.match(after):
        return "begin"
    if _ADDED.search(before) or _NEW.match(after):
        return "added"
    if _TOTAL.search(before):
        return "total"
    return "end" if _TO.search(before) else None


def _aspect_of(candidate: Candidate) -> Aspect | None:
    """That of the nearest word in the date's clause in front of it, else behind it; in a table that of its column."""
    if candidate.unit.kind == "row":
        return next(iter(_aspects(candidate.column)), None)
    text, clause = candidate.unit.document.text, candidate.clause
    before = _aspects(text[clause.start : candidate.span.start])
    after = _aspects(text[candidate.span.end : clause.end])
    return next(iter((*before[::-1], *after)), None)


def _aspects(text: str) -> list[Aspect]:
    return ["begin" if match["begin"] else "end" for match in _CUE.finditer(settled(text))]
