"""The terms that questions and evidence are matched by: folded syllables, and pairs of them."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from plans.text import fold, syllables
from retriever.abbreviations import spell_out
from retriever.synonyms import settled

_ORDINALS = {
    word: str(value)
    for value, word in enumerate(("nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi"), start=1)
}
_APART = re.compile(r"\s\.\s|[()]")
"""Where texts of several places were put together, and brackets: no pair of syllables reaches over it."""
_ORDINAL = re.compile(rf"\bthu ({'|'.join(_ORDINALS)})\b")


@lru_cache(maxsize=32768)
def terms_of(text: str) -> frozenset[str]:
    """Folded syllables and bigrams of `text`, abbreviations written out, one word for all of one meaning."""
    return _terms(text)


@lru_cache(maxsize=64)
def terms_of_document(text: str) -> frozenset[str]:
    """The same of a whole document; few of these are remembered."""
    return _terms(text)


def _terms(text: str) -> frozenset[str]:
    found: set[str] = set()
    for part in _APART.split(spell_out(text)):
        words = with_ordinals(" ".join(syllables(fold(settled(part))))).split()
        found |= {*words, *(f"{a}_{b}" for a, b in pairwise(words))}
    return frozenset(found)


def with_ordinals(folded: str) -> str:
    """ "thu ba" as "thu 3", so that both spellings of an ordinal are one term."""
    return _ORDINAL.sub(lambda found: f"thu {_ORDINALS[found[1]]}", folded)
