"""How telling a term is: inverse document frequency over the passages of the index."""

from __future__ import annotations

import math
from collections import Counter

from reader.lexicon.terms import terms_of
from retriever import Index

SAMPLE = 20_000
"""Passages counted at most; more change the frequencies of common words little."""


class Rarity:
    """Counted once for a generation of the index, on first use."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._generation: str | None = None
        self._rarities: dict[str, float] = {}

    def __call__(self, term: str) -> float:
        """In (0, 1]: 1 for a term of no passage, near 0 for one of every passage. `term` is folded, or a bigram "a_b"."""
        if self._generation != self._index.generation:
            self._count()
        return self._rarities.get(term, 1.0)

    def known(self, term: str) -> bool:
        """Whether any passage has the term."""
        return self(term) < 1.0

    def _count(self) -> None:
        generation, counts, total = self._index.generation, Counter[str](), 0
        for document in self._index.documents():
            for passage in self._index.passages(document.doc_id):
                counts.update(terms_of(passage.text))
                total += 1
            if total >= SAMPLE:
                break
        top = math.log(1.0 + total)
        self._rarities = {term: max(0.02, math.log((1.0 + total) / (1.0 + at)) / top) for term, at in counts.items()}
        self._generation = generation
