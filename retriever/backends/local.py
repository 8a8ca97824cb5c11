"""FAISS and tantivy on this machine, over one generation."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from retriever import generation
from retriever.backends.base import Field, Rows, Scores
from retriever.dense import DenseIndex
from retriever.lexical import LexicalIndex
from retriever.store import Store


class LocalBackend:
    """Implements `retriever.backends.base.Backend`."""

    def __init__(self, folder: Path, store: Store) -> None:
        self._store = store
        self._dense = DenseIndex(folder / generation.DENSE)
        self._lexical = LexicalIndex(folder / generation.LEXICAL)

    def nearest(
        self, vector: npt.NDArray[np.float32], k: int, documents: Collection[str] | None = None
    ) -> tuple[Rows, Scores]:
        rows = None if documents is None else np.array(self._store.rows(documents), np.int64)
        return self._dense.search(vector, k, rows)

    def similarities(self, vector: npt.NDArray[np.float32], rows: Rows) -> Scores:
        return self._dense.scores(vector, rows)

    def matching(
        self,
        terms: Sequence[str],
        field: Field,
        k: int,
        documents: Collection[str] | None = None,
        weights: Mapping[str, float] | None = None,
    ) -> tuple[Rows, Scores]:
        return self._lexical.search(terms, field, k, documents=documents, weights=weights)

    def matches(self, terms: Sequence[str], field: Field, rows: Rows, weights: Mapping[str, float] | None = None) -> Scores:
        found, scores = self._lexical.search(terms, field, max(1, len(rows)), rows=rows.tolist(), weights=weights)
        by_row = dict(zip(found.tolist(), scores.tolist(), strict=True))
        return np.array([by_row.get(row, 0.0) for row in rows.tolist()], np.float32)
