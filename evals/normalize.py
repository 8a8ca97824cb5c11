"""Vietnamese-safe answer normalisation.

SQuAD's own drops "an" as an English article ("Nghệ An" becomes "nghệ"), deletes every punctuation mark ("12,5%" becomes
"125%") and breaks decomposed text. Here accents stay, marks inside a word or number stay, and only the edges are trimmed;
numbers are compared as values with units in `evals.verdict`.
"""

from __future__ import annotations

import re
import unicodedata

from plans.text import canonical, flatten, syllables

_QUOTES = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "–": "-", "—": "-", "−": "-"})
_SPACED_SIGN = re.compile(r"(?<=\d)\s+(?=%)")


def normalize_answer(text: str) -> str:
    """One form for one answer: `normalize_answer(" “Nghệ An”. ") == "nghệ an"`, `"12,5 %"` and `"12,5%"` are the same."""
    words = canonical(flatten(text)).translate(_QUOTES).split()
    return _SPACED_SIGN.sub("", _trim(" ".join(words)))


def answer_tokens(text: str) -> list[str]:
    """The syllables and whole numbers of the normal form, in order; what F1 counts."""
    return syllables(normalize_answer(text))


def _trim(text: str) -> str:
    """Drops punctuation and white space at both ends; "%" is no punctuation mark here, it changes a value."""
    start, end = 0, len(text)
    while start < end and _is_edge(text[start]) and not _signs_number(text, start):
        start += 1
    while end > start and _is_edge(text[end - 1]):
        end -= 1
    return text[start:end]


def _is_edge(character: str) -> bool:
    return character.isspace() or character == "|" or (character != "%" and unicodedata.category(character)[0] in "PZ")


def _signs_number(text: str, position: int) -> bool:
    return text[position] == "-" and text[position + 1 : position + 2].isdigit()
