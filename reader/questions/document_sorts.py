"""Documents by their sort: what the people's council resolved is not what the committee had proposed."""

from __future__ import annotations

import re
from functools import lru_cache

from plans.document import Document
from plans.text import canonical, fold
from reader.questions.question import Question
from reader.questions.question_words import LEFT_OUT

_CODES = {
    "nq": "nghị quyết", "ttr": "tờ trình", "kh": "kế hoạch", "bc": "báo cáo", "qd": "quyết định", "tb": "thông báo",
    "ct": "chỉ thị", "ctr": "chương trình", "da": "đề án",
}  # fmt: skip
RESOLUTION, PROPOSAL = _CODES["nq"], _CODES["ttr"]
ALL_SORTS = frozenset(_CODES.values())
SORTS = "|".join(_CODES.values())
"""Sorts of documents, as a pattern."""
_NUMBER = re.compile(r"/(?:(?:19|20)\d\d/)?([a-z]{2,3})\b")
_TITLE = re.compile(rf"\W*({SORTS})\b")
_ASKED = re.compile(
    rf"\b(?:theo|trong|tại) (?:bản )?({SORTS.replace('kế hoạch|', '')})\b"
    rf"|\b(?:trong|tại|theo) (kế hoạch) (?:số|của|do|mà|ủy ban|hội đồng)\b"
    rf"|^({SORTS})\b(?=.*\b(?:đặt|đề ra|giao|xác định|nêu|đưa ra|ghi)\b)"
)
_RESOLVED = re.compile(
    r"\bhội đồng(?: nhân dân)?\b[^?.]{0,60}\b(?:chốt|quyết|quyết nghị|quyết định|thông qua|ấn định|biểu quyết)\b"
    r"|\b(?:chốt|(?<!nghị )quyết|ấn định)\b[^?.]{0,30}\bhội đồng(?: nhân dân)?\b"
)
_PROPOSED = re.compile(r"\bủy ban(?: nhân dân)?\b[^?.]{0,40}\b(?:trình|xin|đề xuất)\b")


def sorts_asked(question: Question) -> frozenset[str]:
    """The sorts of documents of which a question says that they are to tell it; of a follow-up, what it says itself."""
    own = LEFT_OUT.sub(" ", question.own_words)
    asked = {sort for found in _ASKED.findall(own) for sort in found if sort}
    asked |= {RESOLUTION} if _RESOLVED.search(own) else set()
    return frozenset(asked | ({PROPOSAL} if _PROPOSED.search(own) else set()))


def sort_of(document: Document) -> str | None:
    """The sort of a document, by its number or else its title; None where neither tells."""
    return _sort_of(document.number or "", document.title)


def sort_of_number(number: str) -> str | None:
    """The sort of the document with such a number ("27/NQ-HĐND"); None where it has no known code."""
    coded = _NUMBER.search(fold(number).lower())
    return _CODES.get(coded[1]) if coded is not None else None


@lru_cache(maxsize=4096)
def _sort_of(number: str, title: str) -> str | None:
    if (coded := sort_of_number(number)) is not None:
        return coded
    titled = _TITLE.match(canonical(title))
    return titled[1] if titled is not None else None
