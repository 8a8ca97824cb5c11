from pathlib import Path

import pytest

from evals.questions import Question
from evals.runs import Row, Run, load_run, save_run
from evals.slices import slices
from plans.errors import EvaluationError

RUN = Run(
    "base",
    "2026-01-01T00:00:00Z",
    {"model": "m", "seed": 0},
    (
        Row("q1", "right", {"right": 1.0, "F1": 0.5}, "0,63%", 0.9),
        Row("q2", "wrong", {"right": 0.0, "F1": 0.25}, "một", 0.4),
        Row("q3", "abstained", {"abstention": 1.0}),
    ),
    {"p50_ms": 12.5},
)


def test_a_saved_run_is_read_back_the_same(tmp_path: Path) -> None:
    save_run(RUN, tmp_path / "deep" / "run.json")
    assert load_run(tmp_path / "deep" / "run.json") == RUN


def test_a_saved_run_has_one_row_a_line(tmp_path: Path) -> None:
    save_run(RUN, tmp_path / "run.json")
    lines = (tmp_path / "run.json").read_text(encoding="utf-8").splitlines()
    assert sum('"question_id"' in line for line in lines) == 3


def test_means_are_over_the_questions_that_a_measure_applies_to() -> None:
    assert RUN.means() == {"right": 0.5, "F1": 0.375, "abstention": 1.0}


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"format": 99}', '{"format": 1, "name": "x"}'])
def test_a_file_that_is_no_run_is_refused_with_the_command(tmp_path: Path, content: str) -> None:
    path = tmp_path / "run.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(EvaluationError, match="python -m evals run"):
        load_run(path)


def test_slices_count_every_question_once_in_each_dimension() -> None:
    questions = [
        Question("q1", "?", "percent", True, "a.txt", tags=("no_accent", "table")),
        Question("q2", "?", "percent", True, "a.txt", history=("x",)),
        Question("q3", "?", "unanswerable", False),
    ]
    found = {(one.dimension, one.name): one for one in slices(questions, RUN, {"a.txt": "huyện Tam Nông"})}
    percent = found["type", "percent"]
    assert (percent.count, percent.right, percent.wrong, percent.abstained) == (2, 1, 1, 0)
    assert percent.means["F1"] == 0.375
    assert found["type", "unanswerable"].abstained == 1
    assert found["document", "a.txt"].count == found["place", "huyện Tam Nông"].count == 2
    assert {name for dimension, name in found if dimension == "tag"} == {"no_accent", "table", "followup"}
