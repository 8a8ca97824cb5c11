"""The index: written, published, opened, swapped. Real model, real SQLite, FAISS and tantivy."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from plans.document import Block, Document, Passage, Span
from plans.errors import IndexMismatch, IndexMissing, QuestionError, TracuuError
from retriever import Index, generation
from retriever.encoder import Encoder
from retriever.index import default_encoder
from retriever.settings import Fusion
from retriever.writer import IndexWriter

TEXTS = {
    "a": "Tỷ lệ hộ nghèo của xã năm 2024 là 2,5%.",
    "b": "Trường mầm non Hoa Sen khai giảng ngày 5/9/2023.",
    "c": "Thu ngân sách nhà nước đạt 186 tỷ đồng.",
}


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return default_encoder()


def document(name: str, text: str) -> tuple[Document, list[Passage]]:
    span = Span(0, len(text))
    made = Document(name, f"{name}.txt", f"Bài {name}", text, blocks=(Block("paragraph", span),), years=(2024,))
    return made, [Passage(f"{name}:0-{len(text)}", name, span, text, context=made.title)]


def publish(folder: Path, encoder: Encoder, names: str) -> int:
    """Publishes the named texts; returns how many passages the model ran on."""
    with IndexWriter(folder, encoder) as writer:
        for name in names:
            writer.add(*document(name, TEXTS[name]))
        writer.publish()
        return writer.embedded


@pytest.fixture(scope="module")
def published(encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("index")
    publish(folder, encoder, "abc")
    return folder


@pytest.fixture
def folder(published: Path, tmp_path: Path) -> Path:
    """A copy that a test may change."""
    return Path(shutil.copytree(published, tmp_path / "index"))


@pytest.mark.parametrize("question", ["tỷ lệ hộ nghèo năm 2024", "ty le ho ngheo nam 2024", "poverty rate in 2024"])
def test_a_question_finds_its_passage_with_accents_without_and_in_english(
    published: Path, encoder: Encoder, question: str
) -> None:
    hits = Index.open(published, encoder).search(question, k=3)
    assert hits[0].passage.doc_id == "a"
    assert [hit.rank for hit in hits] == [1, 2, 3]
    assert hits[0].score >= hits[1].score >= hits[2].score


def test_a_search_stays_within_the_given_documents(published: Path, encoder: Encoder) -> None:
    index = Index.open(published, encoder)
    assert {hit.passage.doc_id for hit in index.search("tỷ lệ hộ nghèo", documents=["b", "c"])} == {"b", "c"}
    assert index.search("tỷ lệ hộ nghèo", documents=[]) == []


PLAN = (
    "Ủy ban nhân dân {place} giao các phòng, ban theo chức năng, nhiệm vụ được giao triển khai thực hiện nghiêm túc các "
    "nhiệm vụ và giải pháp chủ yếu của kế hoạch phát triển kinh tế - xã hội năm {year}, phấn đấu thu ngân sách địa bàn "
    "đạt {money} tỷ đồng và báo cáo kết quả về Phòng Tài chính - Kế hoạch trước ngày 15 hằng tháng để tổng hợp{end}"
)
FILLED = {"place": "xã An Bình", "year": 2024, "money": "186", "end": "."}


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({}, 1),
        ({"end": " chung."}, 1),
        ({"year": 2025}, 2),
        ({"money": "18,6"}, 2),
        ({"place": "xã An Hòa"}, 2),
    ],
)
def test_passages_are_one_hit_only_where_numbers_and_names_are_the_same(
    encoder: Encoder, tmp_path: Path, changed: dict[str, object], found: int
) -> None:
    with IndexWriter(tmp_path, encoder) as writer:
        writer.add(*document("a", PLAN.format(**FILLED)))
        writer.add(*document("b", PLAN.format(**{**FILLED, **changed})))
        writer.publish()
    assert len(Index.open(tmp_path, encoder).search("thu ngân sách trên địa bàn")) == found


def test_the_same_words_in_plans_of_two_years_are_two_hits(encoder: Encoder, tmp_path: Path) -> None:
    with IndexWriter(tmp_path, encoder) as writer:
        for name, year in (("a", 2024), ("b", 2025)):
            made, passages = document(name, TEXTS["c"])
            writer.add(replace(made, years=(year,)), passages)
        writer.publish()
    assert len(Index.open(tmp_path, encoder).search("thu ngân sách")) == 2


@pytest.mark.parametrize("question", ["", "  \n", "\x00\x07", "🙂🙂", "x" * 20_000])
def test_what_cannot_be_searched_is_said(published: Path, encoder: Encoder, question: str) -> None:
    with pytest.raises(QuestionError, match="hãy"):
        Index.open(published, encoder).search(question)


def test_texts_that_are_the_same_are_embedded_once(encoder: Encoder, folder: Path) -> None:
    assert publish(folder, encoder, "abc") == 0


def test_what_is_not_added_again_is_gone(encoder: Encoder, folder: Path) -> None:
    publish(folder, encoder, "ab")
    index = Index.open(folder, encoder)
    assert {one.doc_id for one in index.documents()} == {"a", "b"}
    assert {hit.passage.doc_id for hit in index.search("thu ngân sách", k=5)} == {"a", "b"}


def test_a_running_index_takes_up_a_new_generation(encoder: Encoder, folder: Path) -> None:
    index = Index.open(folder, encoder)
    assert not index.refresh()
    publish(folder, encoder, "ab")
    assert len(index.documents()) == 3
    assert index.refresh()
    assert len(index.documents()) == 2
    assert index.document("c").text == TEXTS["c"], "a question under way still finds what it cites"


def test_a_document_that_is_read_anew_replaces_the_one_before(encoder: Encoder, folder: Path) -> None:
    index = Index.open(folder, encoder)
    assert (index.document("a").years, index.documents()[0].years) == ((2024,), (2024,))
    with IndexWriter(folder, encoder) as writer:
        made, passages = document("a", TEXTS["a"])
        writer.add(replace(made, years=(2025,)), passages)
        writer.publish()
    assert index.refresh()
    assert (index.document("a").years, index.documents()[0].years) == ((2025,), (2025,))


def test_the_documents_listed_are_the_callers_own(published: Path, encoder: Encoder) -> None:
    index = Index.open(published, encoder)
    index.documents().clear()
    assert len(index.documents()) == 3


@pytest.mark.parametrize("below", ["", "deeper"])
def test_a_file_in_the_place_of_the_folder_is_said(encoder: Encoder, tmp_path: Path, below: str) -> None:
    (tmp_path / "index").write_text("", "utf-8")
    with pytest.raises(TracuuError, match="--index"):
        IndexWriter(tmp_path / "index" / below, encoder)


def test_the_weights_given_are_those_that_searches_run_with(published: Path, encoder: Encoder) -> None:
    index = Index.open(published, encoder, Fusion(dense=1.0))
    hits = index.search("thu ngân sách", k=3)
    assert [hit.passage.doc_id for hit in hits] == [
        hit.passage.doc_id for hit in sorted(hits, key=lambda hit: -hit.parts["dense"])
    ]
    assert index.fusion.dense == 1.0


def test_a_writer_that_stops_half_way_leaves_the_last_generation(encoder: Encoder, folder: Path) -> None:
    with IndexWriter(folder, encoder) as writer:
        writer.add(*document("a", TEXTS["a"]))
    assert len(Index.open(folder, encoder).documents()) == 3


def test_a_draft_left_by_a_killed_writer_is_swept(encoder: Encoder, folder: Path) -> None:
    (folder / ".generation-000002").mkdir()
    (folder / ".generation-000002" / generation.STORE).write_bytes(b"half")
    publish(folder, encoder, "a")
    assert not (folder / ".generation-000002").exists()
    assert len(Index.open(folder, encoder).documents()) == 1


def test_one_writer_at_a_time(encoder: Encoder, folder: Path) -> None:
    with IndexWriter(folder, encoder), pytest.raises(TracuuError, match="Another ingest"):
        IndexWriter(folder, encoder)


def test_neighbours_are_those_around_in_the_document(encoder: Encoder, tmp_path: Path) -> None:
    text = "Một.\nHai.\nBa."
    spans = Span(0, 4), Span(5, 9), Span(10, 13)
    passages = [Passage(f"d:{one.start}-{one.end}", "d", one, one.of(text)) for one in spans]
    with IndexWriter(tmp_path, encoder) as writer:
        writer.add(Document("d", "d.txt", "D", text), passages)
        writer.publish()
    index = Index.open(tmp_path, encoder)
    assert index.neighbours(passages[1]) == [passages[0], passages[2]]
    assert index.neighbours(passages[0]) == [passages[1]]


def test_a_missing_index_names_the_command(tmp_path: Path, encoder: Encoder) -> None:
    with pytest.raises(IndexMissing, match="python -m ingest --index"):
        Index.open(tmp_path / "nowhere", encoder)


@pytest.mark.parametrize(("field", "value"), [("format", 0), ("fingerprint", "another"), ("dimension", 7)])
def test_an_index_of_another_format_or_model_is_refused(folder: Path, encoder: Encoder, field: str, value: object) -> None:
    file = folder / str(generation.current(folder)) / generation.MANIFEST
    manifest = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps({**manifest, field: value}), "utf-8")
    with pytest.raises(IndexMismatch, match="python -m ingest --index"):
        Index.open(folder, encoder)


@pytest.mark.parametrize("name", [generation.DENSE, generation.STORE])
def test_a_cut_file_is_noticed(folder: Path, encoder: Encoder, name: str) -> None:
    file = folder / str(generation.current(folder)) / name
    file.write_bytes(file.read_bytes()[:-10])
    with pytest.raises(IndexMismatch, match="damaged"):
        Index.open(folder, encoder)
