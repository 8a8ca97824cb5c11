"""The events over the real index of the shipped articles (`served`), without a browser."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from retriever import Index
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
        assert events.workspace.ask(question, []).status == "answered"


def test_an_original_outside_the_corpus_is_not_served(events: Events, served: Served) -> None:
    workspace = events.workspace
    doc_id = next(iter(workspace.snapshot().documents))
    assert workspace.original(doc_id) is not None
    assert workspace.original("../../pyproject.toml") is None
    assert Workspace(workspace.index, served.corpus / "elsewhere").original(doc_id) is None
