"""How well a passage agrees with the place, the years and the document number that a question states."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from plans.admin_units import split_long_name
from plans.document import Document, Passage
from plans.document_numbers import has_number
from plans.place import Gazetteer, PlaceMention
from retriever.backends.base import Scores
from retriever.query import Query
from retriever.store import Store, searched_text

# What a document about a place is worth to a question about another, by how the places are related.
_RELATION = {"same": 1.0, "successor": 0.9, "predecessor": 0.9, "inside": 0.5, "contains": 0.4}
_NAMED = 0.6  # the passage names the place, though its document is about another
_NAMED_WITHIN = 0.95  # the passage names it, and its document is about what it lies in: one row of a table of communes
_HOLDER = 0.3  # weight of a place that only says where another lies
_YEAR_OF_DOCUMENT = 0.5  # the document is about the year, the passage does not name it


def states_facts(query: Query) -> bool:
    """Whether the question states anything that a passage may agree with."""
    return bool(query.places or query.years or query.document_numbers)


class Agreement:
    """Reads what documents are about from the store. Thread-safe."""

    def __init__(self, store: Store, gazetteer: Gazetteer | None = None) -> None:
        self._gazetteer = gazetteer or Gazetteer.load()
        self.head = lru_cache(maxsize=100_000)(store.head)
        self._relation = lru_cache(maxsize=10_000)(self._read_relation)

    def of(self, query: Query, passages: Sequence[Passage]) -> dict[str, Scores]:
        """`place`, `year` and `number`, each [n] in [0, 1]; only those that the question states."""
        heads = [self.head(passage.doc_id) for passage in passages]
        sides: dict[str, list[float]] = {}
        if query.places:
            each = [self._place(mention, heads, passages) for mention in query.places]
            weights = [_HOLDER if self._holds(mention, query.places) else 1.0 for mention in query.places]
            sides["place"] = [float(np.average(values, weights=weights)) for values in zip(*each, strict=True)]
        if query.years:
            sides["year"] = [_year(query.years, *pair) for pair in zip(heads, passages, strict=True)]
        if query.document_numbers:
            sides["number"] = [_number(query.document_numbers, *pair) for pair in zip(heads, passages, strict=True)]
        return {side: np.array(values, np.float32) for side, values in sides.items()}

    def _holds(self, mention: PlaceMention, named: Sequence[PlaceMention]) -> bool:
        """Whether another of the places named lies in this one, which then only says which: "xã A, huyện B"."""
        return any(self._gazetteer.relation(mention, other) == "inside" for other in named if other is not mention)

    def _place(self, asked: PlaceMention, heads: Sequence[Document], passages: Sequence[Passage]) -> list[float]:
        name = split_long_name(asked.name)[1].lower()
        given = {place for head in heads for place in head.places}
        relations = {place: self._relation(asked, place) for place in given}

        def worth(head: Document, passage: Passage) -> float:
            of_document = [_RELATION.get(relations[place], 0.0) for place in head.places]
            if name not in passage.text.lower():
                return max(of_document, default=0.0)
            within = any(relations[place] == "contains" for place in head.places)
            return max([_NAMED_WITHIN if within else _NAMED, *of_document])

        return [worth(head, passage) for head, passage in zip(heads, passages, strict=True)]

    def _read_relation(self, asked: PlaceMention, given: str) -> str:
        return self._gazetteer.relation(asked, given)


def _year(asked: Sequence[int], head: Document, passage: Passage) -> float:
    text = searched_text(passage)
    named = sum(1.0 if str(year) in text else _YEAR_OF_DOCUMENT if year in head.years else 0.0 for year in asked)
    return named / len(asked)


def _number(asked: Sequence[str], head: Document, passage: Passage) -> float:
    if head.number is not None and any(has_number(head.number, number) for number in asked):
        return 1.0
    return 0.5 if any(has_number(passage.text, number) for number in asked) else 0.0
