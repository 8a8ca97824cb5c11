"""Yes or no, read off the clause that settles the question."""

from __future__ import annotations

import re

from plans.numbers import find_quantities, same_value
from plans.text import canonical, syllables
from reader.candidates import Candidate
from reader.question import Question

_NEGATION = re.compile(r"\b(không|chưa|chẳng|không được|chưa được|mất|ngừng|dừng|not|no)\b")
_TAG = re.compile(r"\b(hay không|hay chưa|phải không|đúng không|được không|có phải|không|chưa|rồi)\b\W*$|^có phải\b")
_REACH = 4
"""Syllables between a negation and a word of the question that it negates."""


def holds(question: Question, candidate: Candidate) -> bool:
    """Whether the clause affirms what is asked. A number in the question must be the clause's number."""
    clause = candidate.clause.of(candidate.unit.document.text)
    asked = [one.quantity for one in find_quantities(_TAG.sub("", question.text))]
    said = [one.quantity for one in find_quantities(clause)]
    if asked and said:
        return any(same_value(a, b) for a in asked for b in said)
    return _negated(_TAG.sub("", canonical(question.text)), set()) == _negated(canonical(clause), _content(question))


def yes_or_no(question: Question, candidate: Candidate) -> str:
    if question.english:
        return "Yes" if holds(question, candidate) else "No"
    return "Có" if holds(question, candidate) else "Không"


def _content(question: Question) -> set[str]:
    return {word for word in syllables(canonical(question.text)) if len(word) > 1}


def _negated(text: str, near: set[str]) -> bool:
    """Whether a negation stands in `text`, next to a word of `near` where any are given."""
    words = syllables(text)
    for position, word in enumerate(words):
        if _NEGATION.fullmatch(word) and (not near or near & set(words[position + 1 : position + 1 + _REACH])):
            return True
    return False
