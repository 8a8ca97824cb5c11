"""Whether of two things told in one clause the one asked about is the greater: "khách quốc tế có nhiều hơn khách nội địa
không?"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plans.numbers import FoundQuantity, find_quantities
from plans.text import canonical
from reader.questions.question_words import STOP
from retriever.synonyms import settled

_ASKED = re.compile(
    r"^(?P<one>.+?)\s(?:có\s)?(?:tăng\s|đạt\s|chiếm\s)?"
    r"(?:(?P<more>nhiều|cao|lớn|đông|nhanh|mạnh|dài|rộng)|ít|thấp|nhỏ|chậm|ngắn|kém) hơn (?:so với |cả )?"
    r"(?P<other>.+?)(?:\s(?:hay )?(?:không|chưa|đúng không|phải không))?\W*$"
)
_WORD = re.compile(r"[^\W\d_]+")
_TOLD = re.compile(r"\b(?:hơn|vượt|nhất|kém|bằng|gấp|giảm|tăng)\b")
_OF_BEFORE = re.compile(r"^(?:năm|cùng kỳ|kỳ|vụ|tháng|quý|hồi|trước|kế hoạch|chỉ tiêu|mục tiêu|dự toán|mức|bình quân|\d)")
"""How what something is held against begins that is no second thing: last year, a plan."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The words of the two things alone, and whether the first is asked to be more."""

    one: frozenset[str]
    other: frozenset[str]
    more: bool


def compared_in(question: str) -> Compared | None:
    """The two things that a question compares; None where it compares none, or one with itself at another time."""
    match = _ASKED.match(canonical(settled(question)))
    if match is None or _OF_BEFORE.match(match["other"]):
        return None
    one, other = (_content(match[name]) for name in ("one", "other"))
    return Compared(one - other, other - one, match["more"] is not None) if other - one else None


def says_more(question: str, clause: str) -> bool | None:
    """Whether the figures that `clause` gives for the two things stand as `question` asks; None where it gives none."""
    asked = compared_in(question)
    if asked is None:
        return None
    told = _with_words(clause)
    best = max(
        ((one, other) for one in told for other in told if _alike(one, other)),
        key=lambda two: _fit(asked, *two),
        default=None,
    )
    if best is None or not _fit(asked, *best):
        return None
    (first, _), (second, _) = best
    if first.quantity.value == second.quantity.value:
        return False
    return (first.quantity.value > second.quantity.value) == asked.more


def leaves_open(question: str, clause: str) -> bool:
    """Whether two things are compared, and a clause says neither both figures nor which is more."""
    return compared_in(question) is not None and says_more(question, clause) is None and not _TOLD.search(canonical(clause))


_Told = tuple[FoundQuantity, frozenset[str]]


def _with_words(clause: str) -> list[_Told]:
    """Each figure with the words in front of it, back to the figure before."""
    text = settled(clause)
    found = find_quantities(text)
    edges = [0, *(one.span.end for one in found)]
    return [(one, _content(text[start : one.span.start])) for start, one in zip(edges[:-1], found, strict=True)]


def _alike(one: _Told, other: _Told) -> bool:
    return one is not other and one[0].quantity.unit == other[0].quantity.unit


def _fit(asked: Compared, one: _Told, other: _Told) -> float:
    """How surely two figures are those of the two things: 0 unless each has words of its own thing, and none of the other's
    alone."""
    own, others = len(asked.one & one[1]), len(asked.other & other[1])
    crossed = len(asked.other & one[1]) + len(asked.one & other[1])
    return max(0.0, own / len(asked.one) + others / len(asked.other) - crossed) if own and others else 0.0


def _content(text: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(canonical(text)) if word not in STOP)
