"""Vectors: FAISS in 16 bits, inner product; many of them are looked through in 8 bits first, and ordered in 16."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
_MANY = 20_000  # rows from which a scan in 8 bits first is worth its memory
_A_SHARE = 50_000
"""Rows that are worth a thread of their own: what FAISS runs in parallel is queries, and there is one."""
_OVERSAMPLED = 2
"""Times `k` that the scan in 8 bits brings for the 16 bits to put in order. Of 1, 1.5 and 2, the last two gave the very
rows of a scan in 16 bits, for 200 questions over 7,000 passages and 60 vectors over 100,000, in a third of its time."""
_AT_ONCE = 50_000  # rows turned into 8 bits together
_STEPS = 127  # of 8 bits with a sign


def build(file: Path, dimension: int, batches: Iterable[npt.NDArray[np.float16]]) -> None:
    """Writes the vectors, in row order, to `file`."""
    index = faiss.IndexScalarQuantizer(dimension, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT)
    for batch in batches:
        index.add(batch.astype(np.float32))
    faiss.write_index(index, str(file))


class DenseIndex:
    """A built file, read-only and thread-safe. Many rows are scanned in 8 bits first, a copy made when it is opened."""

    def __init__(self, file: Path) -> None:
        index: Any = faiss.read_index(str(file))
        codes = faiss.rev_swig_ptr(index.codes.data(), index.codes.size())  # the same memory, seen by numpy
        self._vectors = codes.view(np.float16).reshape(-1, index.d)
        self._index = index  # owns that memory
        self._coarse = _in_8_bits(self._vectors) if len(self) > _MANY else None
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
            near = rows
        elif self._coarse is None:
            return self._scan(self._index, vector, k, rows)
        else:
            # in their order, so that of equal ones the first comes first, as everywhere
            near = np.sort(self._scan(self._coarse, _steps(vector), k * _OVERSAMPLED, rows)[0])
        scores = self.scores(vector, near)
        best = np.argsort(-scores, kind="stable")[:k]
        return near[best], scores[best]

    def _scan(self, index: Any, vector: npt.NDArray[np.float32], k: int, rows: Rows | None) -> tuple[Rows, Scores]:
        """The `k` best of an index, several threads looking through a share each."""
        selectors = self._shares if rows is None else [faiss.IDSelectorBatch(rows)]
        parts = self._threads.map(partial(_selected, index, vector, min(k, max(1, len(self)))), selectors)
        near, found = (np.concatenate(one, axis=1)[0] for one in zip(*parts, strict=True))
        best = np.argsort(-near, kind="stable")
        best = best[found[best] >= 0][:k]
        return found[best], near[best]

    def scores(self, vector: npt.NDArray[np.float32], rows: Rows) -> Scores:
        """Inner products of the vector with the given rows, in their order."""
        return self.vectors(rows) @ vector

    def vectors(self, rows: Rows) -> Vectors:
        return self._vectors[rows].astype(np.float32)


def _selected(index: Any, vector: npt.NDArray[np.float32], k: int, selector: Any) -> Any:
    parameters: Any = faiss.SearchParameters()
    parameters.sel = selector
    return index.search(vector[None], k, params=parameters)


def _steps(vector: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """A query in 8 bits: whole numbers from -127 to 127."""
    return np.round(vector * (_STEPS / max(float(np.abs(vector).max()), 1e-9))).astype(np.float32)


def _in_8_bits(vectors: npt.NDArray[np.float16]) -> Any:
    """An index of the vectors in steps of the greatest value's 127th part."""
    coarse: Any = faiss.IndexScalarQuantizer(
        vectors.shape[1], faiss.ScalarQuantizer.QT_8bit_direct_signed, faiss.METRIC_INNER_PRODUCT
    )
    scale = _STEPS / max((float(np.abs(part).max()) for part in _parts(vectors)), default=1.0)
    for part in _parts(vectors):
        coarse.add(np.round(part.astype(np.float32) * scale))
    return coarse


def _parts(vectors: npt.NDArray[np.float16]) -> Iterator[npt.NDArray[np.float16]]:
    for start in range(0, len(vectors), _AT_ONCE):
        yield vectors[start : start + _AT_ONCE]
