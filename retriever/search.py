"""A query to ranked passages: candidates from vectors and from words, every candidate scored by every side, fused."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from plans.document import Document, Passage
from plans.hit import Hit
from plans.text import syllables
from retriever.agreement import Agreement, states_facts
from retriever.backends.base import Backend, Field, Rows, Scores
from retriever.encoder import Encoder
from retriever.fusion import weighted
from retriever.lexical import accented_terms, folded_terms
from retriever.query import Query
from retriever.settings import Fusion
from retriever.store import Store

_READ_AHEAD = 20  # passages read at once, where nothing but their rank matters
_SAME = 0.95  # share of syllables from which two passages with the same facts count as one
_NUMBER = re.compile(r"\d+(?:[.,/-]\d+)*")

FIELDS: tuple[Field, ...] = ("accented", "folded")
Facts = tuple[tuple[str, ...], frozenset[str], tuple[str, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Candidates:
    """Rows [n] found by any side, with each side's score [n] for every one of them, and the passages read so far."""

    rows: Rows
    sides: dict[str, Scores]
    passages: dict[int, Passage]


@dataclass(frozen=True, slots=True)
class _Terms:
    """What is looked up in each field, and the weights of the terms that are not the question's own words."""

    accented: list[str]
    folded: list[str]
    weights: dict[str, float]

    def of(self, field: Field) -> tuple[list[str], Field]:
        return (self.accented if field == "accented" else self.folded), field


class Searcher:
    """Searches one generation. Thread-safe."""

    def __init__(self, store: Store, backend: Backend, encoder: Encoder, fusion: Fusion | None = None) -> None:
        self._store = store
        self._backend = backend
        self._encoder = encoder
        self._agreement = Agreement(store)
        # words are looked up in two fields at once, and while the question is encoded
        self._beside = ThreadPoolExecutor(1, "search")
        self.fusion = fusion or Fusion()

    def search(self, query: Query, k: int, *, documents: Collection[str] | None = None, collapse: bool = True) -> list[Hit]:
        """The `k` best passages, best first; only among `documents` where given, near-duplicates once if `collapse`.

        The place, the years and the document number that the query states steer the ranking and do not bound it: a
        passage about another place or year ranks lower, and is still a hit. Whoever answers must check; the reader does.
        Scores are from 0 for the weakest candidate; `parts` holds what each side said before weighing.
        """
        candidates = self.candidates(query, max(k, self.fusion.candidates), documents)
        if not len(candidates.rows):
            return []
        total = self.fuse(candidates, query)
        total -= total.min()
        hits: list[Hit] = []
        for at, passage in self._ranked(candidates, total, collapse):
            parts = {side: float(scores[at]) for side, scores in candidates.sides.items()}
            hits.append(Hit(passage, float(total[at]), len(hits) + 1, parts))
            if len(hits) == k:
                break
        return hits

    def candidates(self, query: Query, depth: int, documents: Collection[str] | None = None) -> Candidates:
        """The `depth` best of each side, joined."""
        encoded = self._beside.submit(self._encoder.encode_queries, [query.spelled_out or query.text])
        asked = self._terms(query)
        # while the question is encoded
        known: dict[Field, tuple[Rows, Scores]] = {
            field: self._backend.matching(*asked.of(field), depth, documents, asked.weights) for field in FIELDS
        }
        named = np.unique(np.concatenate([rows for rows, _ in known.values()]))
        passages = self._store.passages(named.tolist()) if states_facts(query) else {}
        vector = encoded.result()[0]
        near, _ = self._backend.nearest(vector, depth, documents)
        rows = np.union1d(named, near)
        accented = self._beside.submit(self._matches, asked, "accented", rows, known["accented"])
        folded = self._matches(asked, "folded", rows, known["folded"])
        if states_facts(query):
            passages |= self._store.passages(np.setdiff1d(near, named).tolist())
        sides = {
            "dense": self._backend.similarities(vector, rows),
            "accented": accented.result(),
            "folded": folded,
        }
        if states_facts(query):
            sides |= self._agreement.of(query, [passages[row] for row in rows.tolist()])
        return Candidates(rows, sides, passages)

    def _matches(self, asked: _Terms, field: Field, rows: Rows, known: tuple[Rows, Scores]) -> Scores:
        """BM25 of the given rows, sorted, in order; only those are looked up of which the score is not `known`."""
        found, scores = known
        total = np.zeros(len(rows), np.float32)
        total[np.searchsorted(rows, found)] = scores
        others = np.setdiff1d(rows, found, assume_unique=True)
        if len(others):
            total[np.searchsorted(rows, others)] = self._backend.matches(*asked.of(field), others, asked.weights)
        return total

    def fuse(self, candidates: Candidates, query: Query) -> Scores:
        """One score for each candidate."""
        fusion = self.fusion
        if states_facts(query):
            dense, accented = fusion.dense_named, fusion.accented_named
        else:
            dense, accented = (fusion.dense if query.language == "vi" else fusion.dense_english), fusion.accented
        words = 1.0 - dense
        weights = {"dense": dense, "accented": words * accented, "folded": words * (1.0 - accented)}
        total = weighted({side: candidates.sides[side] for side in weights}, weights)
        for side, bonus in (("place", fusion.place), ("year", fusion.year), ("number", fusion.number)):
            if side in candidates.sides:
                total = total + np.float32(bonus) * candidates.sides[side]
        return total

    def _terms(self, query: Query) -> _Terms:
        own = query.text if query.language == "vi" else " ".join(_names_and_numbers(query.text))
        accented, folded = accented_terms(own), folded_terms(own)
        known = {*accented, *folded}
        # of an English question the translations are all that Vietnamese passages can match
        worth = self.fusion.expansion if query.language == "vi" else 1.0
        weights: dict[str, float] = {}
        for words, weight in (
            *((one, worth) for one in query.expansions),
            *((one, self.fusion.gloss) for one in query.glosses),
        ):
            for terms, extra in zip((accented, folded), (accented_terms(words), folded_terms(words)), strict=True):
                fresh = [term for term in dict.fromkeys(extra) if term not in known]
                terms.extend(fresh)
                known.update(fresh)
                weights.update(dict.fromkeys(fresh, weight))
        return _Terms(accented, folded, weights)

    def _ranked(self, candidates: Candidates, total: Scores, collapse: bool) -> Iterator[tuple[int, Passage]]:
        """(place among the candidates, passage), best first."""
        seen: dict[Facts, list[list[str]]] = {}
        order = np.argsort(-total, kind="stable").tolist()
        read = candidates.passages
        for number, at in enumerate(order):
            row = int(candidates.rows[at])
            if row not in read:  # with the next ones
                read |= self._store.passages(candidates.rows[order[number : number + _READ_AHEAD]].tolist())
            passage = read[row]
            if collapse:
                words = syllables(passage.text)
                others = seen.setdefault(_facts(passage, words, self._agreement.head(passage.doc_id)), [])
                if any(_alike(words, other) for other in others):
                    continue
                others.append(words)
            yield at, passage


def _names_and_numbers(text: str) -> list[str]:
    """The words of an English question that a Vietnamese passage may hold: names and numbers."""
    return [word for word in syllables(text) if not word.islower()]


def _facts(passage: Passage, words: list[str], head: Document) -> Facts:
    """What may not differ in passages that count as one: numbers, capitalised words, and what their documents are about.

    A plan is often last year's with other figures in it, and shares nearly all of its syllables.
    """
    names = frozenset(word for word in words if word[0].isupper())
    return tuple(_NUMBER.findall(passage.text)), names, head.places, head.years


def _alike(words: list[str], others: list[str]) -> bool:
    """Whether two passages of the same facts say the same: nearly all syllables are shared."""
    one, other = ({word.lower() for word in text} for text in (words, others))
    return len(one & other) >= _SAME * max(len(one | other), 1)
