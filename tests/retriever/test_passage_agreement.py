"""What a passage has of the place, year and number that a question states."""

from __future__ import annotations

from pathlib import Path

import pytest

from plans.document import Document, Passage, Span
from retriever.agreement import Agreement
from retriever.query import Query
from retriever.store import Store, StoreWriter


@pytest.mark.parametrize(
    ("number", "text", "agrees"),
    [
        ("9/KH-UBND", "Kế hoạch của xã.", 1.0),
        (None, "Căn cứ Kế hoạch số 9/KH-UBND của huyện.", 0.5),
        (None, "Căn cứ Kế hoạch số 159/KH-UBND của huyện.", 0.0),
        ("159/KH-UBND", "Kế hoạch của xã.", 0.0),
    ],
)
def test_a_document_number_agrees_as_a_whole(tmp_path: Path, number: str | None, text: str, agrees: float) -> None:
    passage = Passage("d:0", "d", Span(0, len(text)), text)
    writer = StoreWriter(tmp_path / "store.sqlite")
    writer.add(Document("d", "d.txt", "D", text, number=number), [passage], [])
    writer.close()
    query = Query("9/KH-UBND", "9/KH-UBND", document_numbers=("9/KH-UBND",))
    assert Agreement(Store(tmp_path / "store.sqlite")).of(query, [passage])["number"].tolist() == [agrees]
