"""What each part is worth: the same questions with one part taken out at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

import numpy as np

from evals.questions import Question
from evals.robustness import ask_all
from evals.system import System, Told, attach, open_system
from plans.hit import Hit
from reader import Assistant
from retriever import Index
from retriever.fusion import weighted
from retriever.query import Query
from retriever.writer import IndexWriter

_DEPTH = 100  # hits that are ranked anew
_WORDS = {"accented": 0.4, "folded": 0.6}  # the weights of the two lexical sides among themselves


@dataclass(frozen=True, slots=True)
class Ablation:
    """A part taken out of the query, out of the ranking, or out of the reading."""

    on_query: Callable[[Query], Query] = lambda query: query
    on_hits: Callable[[list[Hit]], list[Hit]] | None = None
    plain: bool = False  # without the span reader


def without_bounds(query: Query) -> Query:
    return replace(query, places=(), years=(), periods=(), document_numbers=())


def without_restoration(query: Query) -> Query:
    return query.without("text", query.text) if query.restored else query


def without_expansions(query: Query) -> Query:
    return replace(query, expansions=(), spelled_out=query.text)


def ranked_by(weights: Mapping[str, float]) -> Callable[[list[Hit]], list[Hit]]:
    """Hits in the order of some of their sides only; `Hit.parts` holds what each side gave."""

    def ranked(hits: list[Hit]) -> list[Hit]:
        if not hits:
            return hits
        sides = {name: np.array([hit.parts.get(name, 0.0) for hit in hits], np.float32) for name in weights}
        scores = weighted(sides, dict(weights))
        order = np.argsort(-scores, kind="stable")
        return [replace(hits[at], score=float(scores[at]), rank=rank) for rank, at in enumerate(order, start=1)]

    return ranked


ABLATIONS: Mapping[str, Ablation] = {
    "everything": Ablation(),
    "no accent restoration": Ablation(on_query=without_restoration),
    "no expansions": Ablation(on_query=without_expansions),
    "no place, year, period or number": Ablation(on_query=without_bounds),
    "no lexical search": Ablation(on_hits=ranked_by({"dense": 1.0})),
    "no dense search": Ablation(on_hits=ranked_by(_WORDS)),
    "no span reader": Ablation(plain=True),
}


class AblatedIndex:
    """An index that is asked through an ablation; everything else is the index itself."""

    def __init__(self, index: Index, ablation: Ablation) -> None:
        self._index = index
        self._ablation = ablation

    def understand(self, question: str) -> Query:
        return self._ablation.on_query(self._index.understand(question))

    def search(self, question: str | Query, k: int = 10, **bounds: Any) -> list[Hit]:
        query = self.understand(question) if isinstance(question, str) else question
        if self._ablation.on_hits is None:
            return self._index.search(query, k, **bounds)
        return self._ablation.on_hits(self._index.search(query, max(k, _DEPTH), **bounds))[:k]

    def __getattr__(self, name: str) -> Any:
        return getattr(self._index, name)


def ablated(system: System, ablation: Ablation) -> System:
    """The same system, its index asked through an ablation."""
    index = cast(Index, AblatedIndex(system.index, ablation))
    return replace(system, index=index, assistant=Assistant(index, plain=ablation.plain))


def ablations(
    questions: Sequence[Question], corpus: Path, folder: Path, told: Told | None = None
) -> dict[str, dict[str, float]]:
    """The rates with everything, and without each part. Indexes are made in `folder`."""
    system = open_system(corpus, folder / "whole")
    found = {name: ask_all(ablated(system, one), questions, told) for name, one in ABLATIONS.items()}
    bare = attach(without_context(system.index, folder / "bare"), corpus)
    return found | {"no context in front": ask_all(bare, questions, told)}


def without_context(index: Index, folder: Path) -> Index:
    """The same documents and passages, embedded and indexed without what stands in front of them."""
    with IndexWriter(folder, index.encoder) as writer:
        for head in index.documents():
            passages = [replace(one, context="") for one in index.passages(head.doc_id)]
            writer.add(index.document(head.doc_id), passages, index.indicators(head.doc_id))
        writer.publish()
    return Index.open(folder, index.encoder)
