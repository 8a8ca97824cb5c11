"""Figures of things whose names begin alike: "hộ nghèo" and "hộ cận nghèo", "sản lượng cà phê" and "sản lượng hồ tiêu"."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from plans.text import canonical, fold, syllables
from reader.evidence.candidates import Candidate
from reader.lexicon.rarity import Rarity
from reader.lexicon.terms import terms_of_document
from reader.questions.question import Question
from reader.questions.question_words import BARE_STOP, WEAK

_NAME = re.compile(r"(?<=[^.?!\s]\s)[A-ZĐ][^\W_]*")
"""A word with a capital, not the first of a sentence."""
_CLASSIFIERS = frozenset({"cay", "chiec", "ngoi"})
"""Words before a noun that only say of what sort a thing is, and without accents are no others: "cây cầu" is "cầu"."""
_GO_WITHOUT_SAYING = frozenset({"dan"})
"""Whom a plan is for, said or not: "hỗ trợ dân phát triển sản xuất" is "hỗ trợ phát triển sản xuất"."""
Following = dict[str, set[str]]
"""By word, the words that stand right after it in a candidate's own words."""


def has_another_modifier(question: Question, candidate: Candidate, rarity: Rarity) -> bool:
    """Whether a candidate is of another thing than the question, the names of the two having words in common."""
    following = _following(candidate.levels[0].terms)
    return _leaves_out(question, candidate, following, rarity) or _goes_on_otherwise(question, candidate, following)


def _leaves_out(question: Question, candidate: Candidate, following: Following, rarity: Rarity) -> bool:
    """Whether a word inside a phrase of the question is left out or replaced in the candidate's own words ("sản xuất công
    nghiệp" is not "sản xuất nông nghiệp"), or one is put in although passages have the phrase without it: "hộ nghèo" is not
    "hộ cận nghèo"."""
    own = candidate.levels[0].terms
    named = {fold(name) for name in _NAME.findall(question.text)}
    for term, weight in question.focus.items():
        left, _, word = term.partition("_")
        if weight < 1.0 or not word:
            continue
        if word in _CLASSIFIERS or word in _GO_WITHOUT_SAYING:
            continue
        beside = following.get(left, set())
        if word in own:
            if (
                term not in own
                and word not in named  # "gói XL-02" is "gói thầu XL-02"
                and rarity.known(term)
                and any(word in following.get(one, ()) and _sets_apart(question, one) for one in beside)
            ):
                return True
            continue
        if word in candidate.levels[1].terms:
            continue
        for other in (after.partition("_")[2] for after in question.focus if after.startswith(f"{word}_")):
            if other in beside or any(other in following.get(instead, set()) for instead in beside):
                return True
    return False


def _goes_on_otherwise(question: Question, candidate: Candidate, following: Following) -> bool:
    """Whether the candidate's own words go on in another way after words of the question, and the document has the words
    that the question goes on with elsewhere, or neither of them: a row "sản lượng cà phê" for "sản lượng mắc ca"; or, of
    a single word that the question ends with, does not have it at all."""
    own = candidate.levels[0].terms
    strong = {term for term, weight in question.focus.items() if weight >= 1.0}
    pairs = [(left, word) for left, _, word in (term.partition("_") for term in strong) if word]
    for head, last in pairs:
        behind = following.get(last, set())
        if not last.isalpha() or f"{head}_{last}" not in own or behind & strong:
            continue
        if not any(_sets_apart(question, one) for one in behind):
            continue
        ends = [word for one, word in pairs if one == last and not any(word == left for left, _ in pairs)]
        if (
            ends
            and not {*ends} & candidate.levels[2].terms
            and not {*ends} & terms_of_document(candidate.unit.document.text)
        ):
            return True  # "sản lượng lúa" for "sản lượng muối", of which the document says nothing
        for word, second in pairs:
            if f"{last}_{word}" not in question.focus or {word, second} & candidate.levels[1].terms:
                continue
            text = candidate.unit.document.text
            if f"{word}_{second}" in terms_of_document(text) or not _written(question, word, second) & _words_of(text):
                return True
    return False


def _written(question: Question, first: str, second: str) -> frozenset[str]:
    """Two folded words that follow each other in the question, as they are written in it."""
    asked = pairwise(syllables(question.spelled))
    return frozenset(next((pair for pair in asked if [*map(fold, pair)] == [first, second]), (first, second)))


@lru_cache(maxsize=64)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(syllables(canonical(text)))


def _following(terms: frozenset[str]) -> Following:
    found: Following = {}
    for term in terms:
        first, _, second = term.partition("_")
        if second:
            found.setdefault(first, set()).add(second)
    return found


def _sets_apart(question: Question, word: str) -> bool:
    """Whether a word that the question does not have makes another thing of what it stands in: "cận" in "hộ cận nghèo"."""
    return word.isalpha() and word not in BARE_STOP and word not in question.focus and word not in WEAK
