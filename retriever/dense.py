"""Vectors: FAISS in 16 bits, inner product, exact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

import faiss
import numpy as np
import numpy.typing as npt

from retriever.encoder import Vectors

Rows = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float32]

_FEW = 20_000  # allowed rows up to which a gathered scan beats a selector over everything
# Rows up to which one thread does the scan: on a machine that was busy, 100,000 took it 4 ms, and 20 ms two that waited for
# each other.
_MANY = 1_000_000


def build(file: Path, dimension: int, batches: Iterable[npt.NDArray[np.float16]]) -> None:
    """Writes the vectors, in row order, to `file`."""
    index = faiss.IndexScalarQuantizer(dimension, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT)
    for batch in batches:
        index.add(batch.astype(np.float32))
    faiss.write_index(index, str(file))


@contextmanager
def _by_one_thread() -> Iterator[None]:
    """The number of threads is a setting of the calling thread, which PyTorch shares."""
    threads = faiss.omp_get_max_threads()
    faiss.omp_set_num_threads(1)
    try:
        yield
    finally:
        faiss.omp_set_num_threads(threads)


class DenseIndex:
    """A built file, read-only and thread-safe."""

    def __init__(self, file: Path) -> None:
        index: Any = faiss.read_index(str(file))
        codes = faiss.rev_swig_ptr(index.codes.data(), index.codes.size())  # the same memory, seen by numpy
        self._vectors = codes.view(np.float16).reshape(-1, index.d)
        self._index = index

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
        parameters: Any = None
        if rows is not None:
            parameters = faiss.SearchParameters()
            parameters.sel = faiss.IDSelectorBatch(rows)
        with _by_one_thread() if len(self) <= _MANY else nullcontext():
            scores, found = self._index.search(vector[None], min(k, max(1, len(self))), params=parameters)
        kept = found[0] >= 0
        return found[0][kept], scores[0][kept]

    def scores(self, vector: npt.NDArray[np.float32], rows: Rows) -> Scores:
        """Inner products of the vector with the given rows, in their order."""
        return self.vectors(rows) @ vector

    def vectors(self, rows: Rows) -> Vectors:
        return self._vectors[rows].astype(np.float32)
