"""What a passage has of the place, year and number that a question states."""

from __future__ import annotations

from pathlib import Path

import pytest

from plans.document import Document, Passage, Span
from retriever.agreement import Agreement
from retriever.query import Query, understand
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


def test_a_passage_that_names_a_part_of_what_its_document_is_about_agrees_with_that_part(tmp_path: Path) -> None:
    rows = ["8 | Đức Xuân | 51,21", "9 | Hùng An | 8,54"]
    text = "\n".join(rows)
    spans = [Span(0, len(rows[0])), Span(len(rows[0]) + 1, len(text))]
    passages = [Passage(f"d:{at}", "d", span, span.of(text)) for at, span in enumerate(spans)]
    writer = StoreWriter(tmp_path / "store.sqlite")
    writer.add(Document("d", "d.txt", "D", text, places=("huyện Bắc Quang", "tỉnh Hà Giang")), passages, [])
    writer.close()
    query = understand("Tỷ lệ hộ nghèo xã Hùng An, huyện Bắc Quang?")
    other, named = Agreement(Store(tmp_path / "store.sqlite")).of(query, passages)["place"].tolist()
    assert named > 0.9 > 0.6 > other
