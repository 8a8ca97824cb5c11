"""Yes or no, read off the clause that settles the question; None where it may settle nothing.

A linear model of three answers (yes, no, open) weighs the signs (`signs.py`), fitted by `scripts/fit_polarity.py` on
data/training/yes_no.tsv. Where neither side is likely enough the clause itself is the answer: a wrong "Có" is worse than
the source's own words.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Literal

import numpy as np

from plans.admin_units import split_long_name
from plans.text import canonical
from reader.evidence.candidates import Candidate
from reader.polarity.more_or_less import leaves_open
from reader.polarity.patterns import CONFIRM
from reader.polarity.signs import signs
from reader.questions.question import Question

Polarity = Literal["yes", "no", "open"]
POLARITIES: tuple[Polarity, ...] = ("yes", "no", "open")
WEIGHTS = Path(__file__).with_name("signs.tsv")
BIAS = "(bias)"
LIKELY = 0.55
"""Probability from which yes or no is said."""
_SENTENCE = 250
"""Characters of a sentence that is quoted whole, at most."""
_NEXT_SENTENCE = re.compile(r"\.\s+\S")
_STOPS_OF_ROWS = re.compile(r"[,;:.]|\bvà (?=\d)")
_LEADS_IN = re.compile(r"\s*(?:(?:bao )?gồm(?: có)?|(?:đó )?là)?\s*$")
"""What may stand between a comma and the colon behind which a row of things begins."""
_DENIES = re.compile(r"\b(?:không|chưa)\b")
_COMPARES = re.compile(r"\bhơn\b|\b(?:more|less|fewer|\w+er) than\b")
_FIRST_ASKED = re.compile(r"\b(?:đầu tiên|sớm nhất|duy nhất|first|only)\b")
_FIRST = re.compile(rf"{_FIRST_ASKED.pattern}|\b(?:thứ|nhất|đầu|trước|hạng|sau|chỉ)\b")
_MOSTLY = re.compile(r"\b(?:phần lớn|đa số|đa phần|phần nhiều|chủ yếu|hầu hết|quá nửa|hơn nửa)\b")
_MOST = re.compile(rf"{_MOSTLY.pattern}|\b(?:cao|lớn|nhiều) nhất\b|%|\bmột nửa\b")
_BRACKETS = re.compile(r"\s*\([^()]*\)")


@lru_cache(maxsize=256)
def polarity(question: str, clause: str) -> Polarity:
    """What a clause says to a yes-no question; asked twice for an answer, whether and what it says."""
    names, weights, bias = _model()
    values = signs(question, clause)
    logits = bias + weights @ np.array([values[name] for name in names])
    chances = np.exp(logits - logits.max())
    chances /= chances.sum()
    likeliest = int(chances[:2].argmax())
    return POLARITIES[likeliest] if chances[likeliest] >= LIKELY else "open"


def settles(question: Question, candidate: Candidate) -> bool:
    """Whether the candidate's clause says yes or no."""
    return _says(question, candidate) != "open"


def asks_to_confirm(question: Question) -> bool:
    """Whether something is said and only to be confirmed: "có phải do Công an tỉnh chủ trì không?"."""
    return CONFIRM.search(question.spelled) is not None


def yes_or_no(question: Question, candidate: Candidate) -> str:
    """ "Có", "Không", or the clause where it is open which."""
    words = {"yes": "Yes", "no": "No"} if question.english else {"yes": "Có", "no": "Không"}
    return words.get(_says(question, candidate), candidate.short)


def in_full(question: Question, candidate: Candidate) -> Candidate:
    """The sentence of a clause that says neither yes nor no, unless that is long: a part of it tells too little."""
    unit = candidate.unit
    if settles(question, candidate) or len(unit.span) > _SENTENCE or not unit.span.contains(candidate.span):
        return candidate
    return replace(candidate, span=unit.span, clause=unit.span)


def _says(question: Question, candidate: Candidate) -> Polarity:
    """What a candidate says to the question; of two places or things that are compared, a clause on one of them says
    nothing, nor does one that tells no shares of what most of something is, or no place in a row of what is the first."""
    clause = _stated(candidate)
    names = [canonical(split_long_name(one.name)[1]) for one in question.places]
    if len(names) > 1 and _COMPARES.search(question.spelled) and not all(name in canonical(clause) for name in names):
        return "open"
    if _FIRST_ASKED.search(question.spelled) and not _FIRST.search(canonical(clause)):
        return "open"
    if leaves_open(question.spelled, clause) or (_MOSTLY.search(question.spelled) and not _MOST.search(canonical(clause))):
        return "open"
    return polarity(question.text, clause)


def _stated(candidate: Candidate) -> str:
    """The candidate's clause; one of a row that is denied as a whole, with that: "4 chỉ tiêu không đạt, gồm: A; B; C"."""
    text, unit, clause = candidate.unit.document.text, candidate.unit.span, candidate.clause
    own = clause.of(text)
    if aside := _BRACKETS.match(text, clause.end, unit.end):  # "đạt 24,6 triệu đồng (kế hoạch 25 triệu đồng)"
        own += aside.group()
    before, colon, row = text[unit.start : clause.end].rpartition(":")
    parts = [part for part in _STOPS_OF_ROWS.split(before) if not _LEADS_IN.fullmatch(part)] if colon else []
    if not parts or _NEXT_SENTENCE.search(row) or not _DENIES.search(parts[-1]):
        return own
    return f"{parts[-1].strip()}: {row if clause.start <= unit.start + len(before) else own}"


@lru_cache(maxsize=1)
def _model() -> tuple[tuple[str, ...], np.ndarray, np.ndarray]:
    """Names of the signs, weights [polarities, signs] and bias [polarities]."""
    rows = [line.split("\t") for line in WEIGHTS.read_text("utf-8").splitlines()[1:]]
    table = {name: np.array([float(one) for one in weights]) for name, *weights in rows}
    bias = table.pop(BIAS)
    return tuple(table), np.stack(list(table.values()), axis=1), bias
