"""The seam between search and the stores that answer it: a distributed engine implements `Backend` and nothing else."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Literal, Protocol

import numpy as np
import numpy.typing as npt

Field = Literal["accented", "folded"]
Rows = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float32]


class Backend(Protocol):
    """Ranks passages by their row. Thread-safe. `documents` bounds a search to the passages of those documents; a bound
    that holds nothing gives nothing."""

    def nearest(
        self, vector: npt.NDArray[np.float32], k: int, documents: Collection[str] | None = None
    ) -> tuple[Rows, Scores]:
        """The `k` rows with the highest inner product, best first."""
        ...

    def similarities(self, vector: npt.NDArray[np.float32], rows: Rows) -> Scores:
        """Inner products with the given rows, in their order."""
        ...

    def matching(
        self,
        terms: Sequence[str],
        field: Field,
        k: int,
        documents: Collection[str] | None = None,
        weights: Mapping[str, float] | None = None,
    ) -> tuple[Rows, Scores]:
        """The `k` rows with the highest BM25 for any of `terms`, best first."""
        ...

    def matches(self, terms: Sequence[str], field: Field, rows: Rows, weights: Mapping[str, float] | None = None) -> Scores:
        """BM25 of the given rows, in their order; 0 where no term occurs."""
        ...
