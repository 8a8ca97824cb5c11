"""What each part is worth: the same questions with one part taken out at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

from evals.questions import Question
from evals.robustness import ask_all
from evals.system import System, Told, attach, open_system
from plans.hit import Hit
from reader import Assistant
from retriever import Index
from retriever.query import Query
from retriever.settings import Fusion
from retriever.writer import IndexWriter

_DEPTH = 100  # hits that `on_hits` is given


@dataclass(frozen=True, slots=True)
class Ablation:
    """A part taken out of the query, out of the ranking, or out of the reading."""

    on_query: Callable[[Query], Query] = lambda query: query
    on_fusion: Callable[[Fusion], Fusion] | None = None
    on_hits: Callable[[list[Hit]], list[Hit]] | None = None
    plain: bool = False  # without the span reader


def without_bounds(query: Query) -> Query:
    return replace(query, places=(), years=(), periods=(), document_numbers=())


def without_restoration(query: Query) -> Query:
    return query.without("text", query.text) if query.restored else query


def without_expansions(query: Query) -> Query:
    return replace(query, expansions=(), spelled_out=query.text)


def without_words(fusion: Fusion) -> Fusion:
    """The words weigh nothing; place, year and number add what they did. What only words found is ranked by meaning."""
    return replace(fusion, dense_named=1.0, dense=1.0, dense_english=1.0)


def without_vectors(fusion: Fusion) -> Fusion:
    """Likewise with the meaning."""
    return replace(fusion, dense_named=0.0, dense=0.0, dense_english=0.0)


def found_by_words(hits: list[Hit]) -> list[Hit]:
    """Without the hits that hold no word of the question: only vectors could find them."""
    found = (hit for hit in hits if hit.parts["accented"] or hit.parts["folded"])
    return [replace(hit, rank=rank) for rank, hit in enumerate(found, start=1)]


ABLATIONS: Mapping[str, Ablation] = {
    "everything": Ablation(),
    "no accent restoration": Ablation(on_query=without_restoration),
    "no expansions": Ablation(on_query=without_expansions),
    "no place, year, period or number": Ablation(on_query=without_bounds),
    "no lexical search": Ablation(on_fusion=without_words),
    "no dense search": Ablation(on_fusion=without_vectors, on_hits=found_by_words),
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
    whole = system.index
    if ablation.on_fusion is not None:
        whole = Index.open(whole.folder, whole.encoder, ablation.on_fusion(whole.fusion))
    index = cast(Index, AblatedIndex(whole, ablation))
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
