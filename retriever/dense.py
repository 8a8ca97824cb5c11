"""Vectors: FAISS in 16 bits, inner product, exact."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import faiss
import numpy as np
import numpy.typing as npt

from retriever.encoder import Vectors

Rows = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float32]

_FEW = 20_000  # allowed rows up to which a gathered scan beats a selector over everything
_A_SHARE = 10_000
"""Rows that are worth a thread of their own: what FAISS runs in parallel is queries, and there is one."""


def build(file: Path, dimension: int, batches: Iterable[npt.NDArray[np.float16]]) -> None:
    """Writes the vectors, in row order, to `file`."""
    index = faiss.IndexScalarQuantizer(dimension, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT)
    for batch in batches:
        index.add(batch.astype(np.float32))
    faiss.write_index(index, str(file))


class DenseIndex:
    """A built file, read-only and thread-safe."""

    def __init__(self, file: Path) -> None:
        index: Any = faiss.read_index(str(file))
        codes = faiss.rev_swig_ptr(index.codes.data(), index.codes.size())  # the same memory, seen by numpy
        self._vectors = codes.view(np.float16).reshape(-1, index.d)
        self._index = index
        threads = min(faiss.omp_get_max_threads(), 1 + len(self) // _A_SHARE)
        edges = [len(self) * at // threads for at in range(threads + 1)]
        self._shares = [faiss.IDSelectorRange(start, end) for start, end in pairwise(edges)]
        self._threads = ThreadPoolExecutor(threads, "scan", initializer=faiss.omp_set_num_threads, initargs=(1,))

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def dimension(self) -> int:
        return int(self._index.d)

    def search(self, vector: npt.NDArray[np.float32], k: int, rows: Rows | None = None) -> tuple[Rows, Scores]:
        """The `k` rows nearest to a vector [dimension], best first; only among `rows` where given."""
        if rows is not None and len(rows) <= _FEW:
            scores = self.scores(vector, rows)
            best = np.argsort(-scores, kind="stable")[:k]
            return rows[best], scores[best]
        shares = self._shares if rows is None else [faiss.IDSelectorBatch(rows)]
        parts = self._threads.map(partial(self._scan, vector, min(k, max(1, len(self)))), shares)
        near, found = (np.concatenate(one, axis=1)[0] for one in zip(*parts, strict=True))
        best = np.argsort(-near, kind="stable")
        best = best[found[best] >= 0][:k]
        return found[best], near[best]

    def _scan(self, vector: npt.NDArray[np.float32], k: int, selected: Any) -> Any:
        parameters: Any = faiss.SearchParameters()
        parameters.sel = selected
        return self._index.search(vector[None], k, params=parameters)

    def scores(self, vector: npt.NDArray[np.float32], rows: Rows) -> Scores:
        """Inner products of the vector with the given rows, in their order."""
        return self.vectors(rows) @ vector

    def vectors(self, rows: Rows) -> Vectors:
        return self._vectors[rows].astype(np.float32)
