"""Vectors: what a scan in 8 bits brings is put in the order of the 16 bits."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from retriever import dense
from retriever.dense import DenseIndex
from retriever.encoder import Vectors

DIMENSION = 96


def _near_others(count: int, seed: int) -> Vectors:
    """Vectors in groups, as passages that resemble each other."""
    rng = np.random.default_rng(seed)
    centres = rng.normal(size=(40, DIMENSION))
    vectors = centres[rng.integers(0, 40, count)] + rng.normal(0, 0.4, (count, DIMENSION))
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> DenseIndex:
    """Enough rows for a scan in 8 bits."""
    file = tmp_path_factory.mktemp("dense") / "dense.faiss"
    dense.build(file, DIMENSION, [_near_others(dense._MANY + 500, 1).astype(np.float16)])
    return DenseIndex(file)


def test_many_rows_are_found_as_by_the_whole_product(many: DenseIndex) -> None:
    everything = many.vectors(np.arange(len(many), dtype=np.int64))
    agreed = 0
    for query in _near_others(20, 2):
        rows, scores = many.search(query, 50)
        exact = everything @ query
        assert np.allclose(scores, exact[rows], atol=1e-6)
        assert (np.diff(scores) <= 0).all()
        agreed += len(set(rows.tolist()) & set(np.argsort(-exact)[:50].tolist()))
    assert agreed >= 995, f"{1000 - agreed} of 1000 nearest rows were missed"


def test_only_the_allowed_rows_are_found_among_many(many: DenseIndex) -> None:
    allowed = np.arange(100, len(many), dtype=np.int64)
    rows, _ = many.search(many.vectors(np.array([5]))[0], 30, allowed)
    assert len(rows) == 30
    assert rows.min() >= 100


def test_a_vector_of_nothing_is_no_error(many: DenseIndex) -> None:
    rows, scores = many.search(np.zeros(DIMENSION, np.float32), 5)
    assert len(rows) == 5
    assert not scores.any()


def test_more_rows_than_there_are(tmp_path: Path) -> None:
    vectors = _near_others(7, 3)
    dense.build(tmp_path / "dense.faiss", DIMENSION, [vectors.astype(np.float16)])
    rows, _ = DenseIndex(tmp_path / "dense.faiss").search(vectors[3], 100)
    assert sorted(rows.tolist()) == list(range(7))
    assert rows[0] == 3
