"""Candidates of every side, each scored by every side. Real model, real SQLite, FAISS and tantivy."""

from __future__ import annotations

import numpy as np
import pytest

from plans.document import Block, Document, Passage, Span
from retriever import generation
from retriever.backends.local import LocalBackend
from retriever.index import default_encoder
from retriever.query import understand
from retriever.search import FIELDS, Searcher
from retriever.store import Store
from retriever.writer import IndexWriter

TEXTS = (
    "Tỷ lệ hộ nghèo giảm còn 2,5%.",
    "Trường mầm non khai giảng.",
    "Thu ngân sách nhà nước đạt 186 tỷ đồng.",
    "Giải quyết việc làm cho lao động nghèo.",
    "Hộ cận nghèo còn 3%.",
)


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> tuple[Searcher, LocalBackend]:
    folder = tmp_path_factory.mktemp("index")
    encoder = default_encoder()
    with IndexWriter(folder, encoder) as writer:
        for number, text in enumerate(TEXTS):
            span = Span(0, len(text))
            document = Document(f"d{number}", f"{number}.txt", "Bài", text, blocks=(Block("paragraph", span),))
            writer.add(document, [Passage(f"d{number}:0-{len(text)}", f"d{number}", span, text)])
        writer.publish()
    current = folder / generation.read_manifest(folder).generation
    store = Store(current / generation.STORE)
    backend = LocalBackend(current, store)
    return Searcher(store, backend, encoder), backend


@pytest.mark.parametrize("depth", [1, 2, 5])
@pytest.mark.parametrize("question", ["tỷ lệ hộ nghèo", "thu ngân sách", "mầm non", "xyz"])
def test_every_candidate_has_the_score_that_a_full_look_up_gives(
    parts: tuple[Searcher, LocalBackend], question: str, depth: int
) -> None:
    searcher, backend = parts
    query = understand(question)
    asked = searcher._terms(query)
    found = searcher.candidates(query, depth)
    assert len(found.rows) >= depth
    for field in FIELDS:
        full = backend.matches(*asked.of(field), found.rows, asked.weights)
        np.testing.assert_allclose(found.sides[field], full, rtol=1e-5, err_msg=field)
