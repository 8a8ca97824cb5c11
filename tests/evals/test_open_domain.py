"""Open-domain reading with the real reader, and bad query files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals.beir import BeirDocument
from evals.open_domain import load_answers, read_all
from evals.retrieve import build
from plans.errors import EvaluationError
from reader import Assistant
from retriever import Index
from retriever.index import default_encoder


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = [
        BeirDocument("one", "Vườn rau", "Vườn rau Hòa An trồng năm 2031. Chủ vườn là bà Lê Thị Mận. Vườn rộng 12 ha."),
        BeirDocument("two", "Ao cá", "Ao cá Tân Hòa đào năm 2032. Chủ ao là ông Vũ Văn Hải."),
    ]
    folder = tmp_path_factory.mktemp("open") / "index"
    build(documents, folder, default_encoder(), lambda *_: None)
    return Assistant(Index.open(folder, default_encoder()))


def test_the_answer_is_found_and_its_share_told(assistant: Assistant) -> None:
    asked = {"1": ("Ai là chủ vườn rau Hòa An?", ("Lê Thị Mận",)), "2": ("Vườn rau Hòa An rộng bao nhiêu?", ("99 ha",))}
    found = read_all(assistant, asked, lambda *_: None)
    assert (found.questions, found.best, found.among) == (2, 0.5, 0.5)
    assert 0.5 <= found.f1 < 1.0


def test_a_question_that_cannot_be_read_has_no_sentence(assistant: Assistant) -> None:
    assert read_all(assistant, {"1": ("?", ("x",))}, lambda *_: None).best == 0.0


@pytest.mark.parametrize(
    ("record", "told"),
    [
        ({"_id": "1", "text": "?"}, "no gold answers"),
        ({"_id": "1", "text": "?", "answers": ["x"]}, 'list of objects with a "text"'),
    ],
)
def test_queries_without_answers_are_refused(tmp_path: Path, record: dict[str, object], told: str) -> None:
    path = tmp_path / "queries.jsonl"
    path.write_text(json.dumps(record), encoding="utf-8")
    with pytest.raises(EvaluationError, match=told):
        load_answers(path)
