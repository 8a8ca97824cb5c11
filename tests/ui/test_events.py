"""The events over the real index of the shipped articles (`served`), without a browser."""

import json
import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from ingest import pipeline
from retriever import Index, generation
from retriever.index import default_encoder
from tests.ui.conftest import Served
from ui.chat import Exchange
from ui.events import Events, View, selected
from ui.strings import ENGLISH, VIETNAMESE
from ui.workspace import Workspace


@pytest.fixture(scope="module")
def events(served: Served) -> Events:
    return Events(Workspace(Index.open(served.index), served.corpus), Path("none"))


def sent(**data: Any) -> Any:
    """What the page sends with an event."""
    return SimpleNamespace(_data=data)


def test_a_question_is_shown_at_once_and_answered_next(events: Events) -> None:
    first, last = events.ask("", [], "vi")
    assert VIETNAMESE.searching in first[1]
    assert len(first[2]) == len(last[2]) == 1
    assert VIETNAMESE.searching not in last[1]


def test_data_that_a_page_never_sends_changes_nothing(events: Events) -> None:
    assert VIETNAMESE.article_empty in events.cite([], "vi", sent(turn="7", citation="3"))[2]
    assert list(events.drop([Exchange("?")], "vi", sent(turn="0", part="__class__", value="x"))) == []
    assert VIETNAMESE.gone in events.open("vi", sent(document="../../etc/passwd"))
    assert events.sort(View(), "vi", sent(column="__class__"))[0].filter.column is None


def test_the_nearest_sentences_are_offered_only_where_nothing_is_found(events: Events) -> None:
    *_, missed = events.ask("Năm 2024 ai phụ trách giảm nghèo ở thị xã Cai Lậy?", [], "vi")
    *_, given = events.ask("Chỉ tiêu hộ nghèo của Cai Lậy năm 2024 là bao nhiêu?", missed[2], "vi")
    assert VIETNAMESE.nearest in missed[1]
    assert missed[3] is None
    assert [bool(one.nearest) for one in given[2]] == [True, False]


def test_a_nearest_sentence_opens_its_source(events: Events) -> None:
    *_, missed = events.ask("Năm 2024 ai phụ trách giảm nghèo ở thị xã Cai Lậy?", [], "vi")
    chat, on_view, pane = events.cite(missed[2], "vi", sent(turn="0", citation="0"))
    assert on_view == (0, 0)
    assert 'class="source open"' in chat
    assert 'id="cited"' in pane


def test_a_follow_up_takes_over_nothing_that_was_taken_back(events: Events) -> None:
    *_, first = events.ask("Tỷ lệ hộ nghèo của thị xã Cai Lậy năm 2024 là bao nhiêu?", [], "vi")
    *_, second = events.drop(first[2], "vi", sent(turn="0", part="year", value="2024"))
    *_, third = events.ask("Còn hộ cận nghèo?", second[2], "vi")
    assert ("year", "2024") in third[2][0].understood.parts
    for one in third[2][1:]:
        assert ("place", "thị xã Cai Lậy") in one.understood.parts
        assert not any(name == "year" for name, _ in one.understood.parts)
        assert not any("2024" in note for note in one.answer.notes)


def test_a_question_asked_again_is_the_one_that_the_next_follows(events: Events) -> None:
    *_, first = events.ask("Tỷ lệ hộ nghèo năm 2024 là bao nhiêu?", [], "vi")
    *_, second = events.ask("Hội nghị của huyện Thọ Xuân diễn ra khi nào?", first[2], "vi")
    *_, third = events.drop(second[2], "vi", sent(turn="0", part="year", value="2024"))
    *_, fourth = events.ask("Còn hộ cận nghèo?", third[2], "vi")
    assert fourth[2][-1].understood.parts == ()


def test_a_row_of_an_earlier_generation_opens_nothing(events: Events) -> None:
    assert events.row(View(generation="gone"), "vi", sent(position="0"))[0].chosen is None


def test_a_row_opens_its_own_source(events: Events) -> None:
    view, _, _, _ = events.rows("ho ngheo", "", "", "", None, "vi")
    rows = view.filter.select(events.workspace.snapshot().indicators)
    position, one = rows[0]
    *_, pane = events.row(view, "vi", sent(position=str(position)))
    assert 'id="cited"' in pane
    assert one.quantity.raw in pane


def test_the_export_holds_the_rows_that_are_shown(events: Events) -> None:
    snapshot = events.workspace.snapshot()
    shown = events.rows("ho ngheo", "", "", "", None, "vi")[0].filter.select(snapshot.indicators)
    assert selected(snapshot, {"text": "ho ngheo"}) == [one for _, one in shown]
    assert selected(snapshot, {"year": "x"}) == list(snapshot.indicators)


def test_every_component_is_relabelled_in_the_language_chosen(events: Events) -> None:
    language, header, *_ = events.switch([], None, sent(language="en"))
    assert language == "en"
    assert ENGLISH.tagline in header
    assert events.switch([], None, sent(language="<b>"))[0] == "vi"


def test_the_examples_are_questions_that_are_answered(events: Events) -> None:
    examples = events.workspace.examples()
    assert examples
    for question in examples:
        assert events.workspace.ask(question).answer.status == "answered"


def test_an_original_outside_the_corpus_is_not_served(events: Events, tmp_path: Path) -> None:
    one = next(iter(events.workspace.snapshot().documents.values()))
    outside = tmp_path / "outside.txt"
    outside.write_text("Không thuộc kho tài liệu.", "utf-8")
    workspace = Workspace(events.workspace.index, tmp_path / "corpus")
    path = workspace.corpus / one.path
    path.parent.mkdir(parents=True)
    path.symlink_to(outside)
    assert workspace.original(one.doc_id) is None
    path.unlink()
    path.write_text("Thuộc kho tài liệu.", "utf-8")
    assert workspace.original(one.doc_id) == path
    assert workspace.original("../outside.txt") is None


def test_a_list_of_documents_is_as_long_as_asked_for(events: Events) -> None:
    every = events.find("", "vi")
    assert events.more_documents("", "vi", sent(limit="400")) == every
    assert events.more_documents("", "vi", sent(limit="1")).count('data-event="document"') == 1
    assert events.more_documents("", "vi", sent(limit="9" * 5000)) == every
    assert events.more_documents("", "vi", sent()) == every


@pytest.mark.parametrize("year", ["9" * 5000, "x", "-1", ""])
def test_what_is_no_year_filters_nothing(events: Events, year: str) -> None:
    snapshot = events.workspace.snapshot()
    assert selected(snapshot, {"year": year}) == list(snapshot.indicators)


@pytest.fixture
def copied(served: Served, tmp_path: Path) -> Path:
    """An index that a test may change."""
    return Path(shutil.copytree(served.index, tmp_path / "index"))


def test_a_chosen_row_is_forgotten_when_the_records_change(copied: Path, served: Served, tmp_path: Path) -> None:
    events = Events(Workspace(Index.open(copied), served.corpus), Path("none"))
    view = events.rows("", "", "", "", None, "vi")[0]
    last = len(events.workspace.snapshot().indicators) - 1
    view = events.row(view, "vi", sent(position=str(last)))[0]
    assert view.chosen == last
    (tmp_path / "one.txt").write_text("Năm 2024, xã Phú Lộc phấn đấu trồng 4.321 cây xanh.", "utf-8")
    pipeline.mirror([tmp_path / "one.txt"], copied, default_encoder())
    for changed in (events.sort(view, "vi", sent(column="value"))[0], events.more(view, "vi")[0]):
        assert changed.chosen is None
        assert changed.generation == events.workspace.snapshot().generation


def test_an_index_of_another_model_is_told_once_and_the_page_goes_on(
    copied: Path, served: Served, caplog: pytest.LogCaptureFixture
) -> None:
    workspace = Workspace(Index.open(copied), served.corpus)
    before = workspace.snapshot()
    name = "generation-000099"
    made = Path(shutil.copytree(copied / before.generation, copied / name))
    manifest = json.loads((made / generation.MANIFEST).read_text("utf-8"))
    other = {**manifest, "generation": name, "fingerprint": "another"}
    (made / generation.MANIFEST).write_text(json.dumps(other), "utf-8")
    (copied / generation.POINTER).write_text(name, "utf-8")
    assert workspace.snapshot() is before
    assert workspace.ask("Chỉ tiêu hộ nghèo của Cai Lậy năm 2024 là bao nhiêu?").answer.short == "0,63%"
    assert [record.levelname for record in caplog.records if "TRACUU_MODEL" in record.message] == ["WARNING"]
