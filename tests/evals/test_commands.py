"""The commands that need no model: what they write, and that what a user can mend is one line and status 2."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from evals.__main__ import app
from evals.questions import load_questions
from evals.runs import Row, Run, save_run

TEXT = "Năm 2024 thị xã Cai Lậy phấn đấu tỷ lệ hộ nghèo còn 0,63%.\n"
QUESTION = {"id": "q1", "question": "Tỷ lệ hộ nghèo của thị xã Cai Lậy năm 2024?", "document": "a.txt", "answer": "0,63%"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_bytes(TEXT.encode("utf-8"))
    start = TEXT.index("0,63%")
    record = QUESTION | {"type": "percent", "start": start, "end": start + 5}
    (tmp_path / "q.jsonl").write_text(json.dumps(record), encoding="utf-8")
    return tmp_path


def called(*arguments: str | Path) -> tuple[int, str, str]:
    made = CliRunner().invoke(app, [str(one) for one in arguments])
    return made.exit_code, made.stdout, made.stderr


def test_check_passes_a_good_set(folder: Path) -> None:
    status, out, _ = called("check", "--questions", folder / "q.jsonl", "--corpus", folder / "corpus")
    assert (status, out.strip()) == (0, "1 questions, 0 unanswerable, 0 problems.")


def test_check_fails_a_set_whose_span_moved(folder: Path) -> None:
    (folder / "corpus" / "a.txt").write_text("Mới. " + TEXT, encoding="utf-8")
    status, _, errors = called("check", "--questions", folder / "q.jsonl", "--corpus", folder / "corpus")
    assert status == 1
    assert errors.startswith("q1: [")


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--questions", "none.jsonl"),
        ("check", "--corpus", "none"),
        ("predict", "--corpus", "none", "--questions", "none.jsonl", "--out", "out.jsonl"),
        ("retrieve", "--beir", "none", "--run", "out.trec"),
        ("compare", "none.json", "none.json"),
        ("import", "none.json", "--out", "made"),
        ("perturb", "no_such_suite", "--out", "out.jsonl"),
        ("perturb", "telex"),
        ("indicators", "--gold", "none.jsonl"),
    ],
)
def test_what_a_user_can_mend_is_one_line_and_status_2(folder: Path, arguments: tuple[str, ...]) -> None:
    given = [
        folder / one if one.startswith("none") or one in ("out.jsonl", "out.trec", "made") else one for one in arguments
    ]
    if arguments[0] in ("check", "perturb") and "--questions" not in arguments:
        given += ["--questions", folder / "q.jsonl"]
    status, _, errors = called(*given)
    assert status == 2
    assert len(errors.strip().splitlines()) == 1
    assert "Traceback" not in errors


def test_perturb_writes_a_suite(folder: Path) -> None:
    out = folder / "made" / "bare.jsonl"
    status, *_ = called(
        "perturb", "no_accents", "--out", out, "--questions", folder / "q.jsonl", "--corpus", folder / "corpus"
    )
    assert status == 0
    (made,) = load_questions(out)
    assert made.question == "ty le ho ngheo cua thi xa cai lay nam 2024?"


def test_import_writes_questions_and_corpus_that_check(folder: Path) -> None:
    squad = {
        "title": "T",
        "paragraphs": [
            {"context": TEXT, "qas": [{"id": "s", "question": "Năm?", "answers": [{"text": "2024", "answer_start": 4}]}]}
        ],
    }
    (folder / "squad.json").write_text(json.dumps({"data": [squad]}), encoding="utf-8")
    assert called("import", folder / "squad.json", "--out", folder / "set")[0] == 0
    assert called("check", "--questions", folder / "set" / "questions.jsonl", "--corpus", folder / "set" / "corpus")[0] == 0


def test_compare_shows_what_changed(folder: Path) -> None:
    for name, verdict in (("old", "right"), ("new", "wrong")):
        row = Row("q1", verdict, {"right": float(verdict == "right")}, name)
        save_run(Run(name, "", {}, (row,)), folder / name / "run.json")
    status, out, _ = called("compare", folder / "old", folder / "new" / "run.json")
    assert status == 0
    assert "| q1       | right | wrong |" in out
