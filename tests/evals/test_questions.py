import json
from pathlib import Path

import pytest

from evals.questions import Question, check_questions, load_questions
from plans.document import Span
from plans.errors import EvaluationError

GOOD = {"id": "q1", "question": "Tỷ lệ?", "document": "a.txt", "start": 4, "end": 9, "answer": "0,63%", "type": "percent"}


def write(folder: Path, *lines: object) -> Path:
    path = folder / "questions.jsonl"
    path.write_text("\n".join(one if isinstance(one, str) else json.dumps(one) for one in lines), encoding="utf-8")
    return path


def test_a_question_is_read_with_its_gold(tmp_path: Path) -> None:
    (question,) = load_questions(write(tmp_path, GOOD | {"tags": ["no_accent"], "also": ["0,63 %"], "history": ["Trước?"]}))
    assert (question.document, question.span, question.golds) == ("a.txt", Span(4, 9), ("0,63%", "0,63 %"))
    assert (question.answerable, question.tags, question.history) == (True, ("no_accent",), ("Trước?",))


def test_the_older_key_doc_is_read_and_an_empty_one_means_no_answer(tmp_path: Path) -> None:
    old = {key: value for key, value in GOOD.items() if key != "document"} | {"doc": "a.txt"}
    nothing = {"id": "q2", "question": "?", "doc": "", "answer": "", "start": None, "end": None, "type": "unanswerable"}
    first, second = load_questions(write(tmp_path, old, nothing | {"answerable": False}))
    assert first.document == "a.txt"
    assert (second.answerable, second.document, second.span) == (False, None, None)


def test_what_is_written_is_read_back_the_same(tmp_path: Path) -> None:
    question = Question(
        "q", "?", "yesno", True, "a.txt", Span(1, 3), "có", ("rồi",), ("x",), ("h",), "1", "%", "có", "dev", "w"
    )
    assert load_questions(write(tmp_path, question.to_json())) == [question]


def test_only_id_and_question_are_needed_for_predicting(tmp_path: Path) -> None:
    (question,) = load_questions(write(tmp_path, {"id": 7, "question": "Ai ký?", "type": 3, "start": "x"}), gold=False)
    assert (question.question_id, question.question) == ("7", "Ai ký?")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{not json", "line 2: not JSON"),
        ("[1]", "line 2: need a JSON object"),
        ({"question": "?"}, 'line 2: "id" must be'),
        ({"id": "q2", "question": 3}, 'line 2: "question" must be a string'),
        (GOOD, 'line 2: the id "q1" is already used on line 1'),
        (GOOD | {"id": "q2", "start": 9, "end": 4}, "line 2: .*start < end"),
        (GOOD | {"id": "q2", "start": "4"}, "line 2: .*whole numbers"),
        (GOOD | {"id": "q2", "type": "colour"}, "line 2: \"type\" is 'colour'; use one of"),
        (GOOD | {"id": "q2", "answer": ""}, 'line 2: an answerable question needs "answer"'),
        (GOOD | {"id": "q2", "answerable": False}, 'line 2: "answerable" must be'),
        (GOOD | {"id": "q2", "tags": "no_accent"}, 'line 2: "tags" must be a list'),
        (GOOD | {"id": "q2", "history": [1]}, 'line 2: "history" must be a list'),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: object, message: str) -> None:
    with pytest.raises(EvaluationError, match=message):
        load_questions(write(tmp_path, GOOD, line))


def test_an_empty_or_missing_or_wrongly_encoded_file_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="holds no question"):
        load_questions(write(tmp_path))
    with pytest.raises(EvaluationError, match="Cannot read"):
        load_questions(tmp_path / "none.jsonl")
    (tmp_path / "latin.jsonl").write_bytes(b'{"id": "\xe9"}')
    with pytest.raises(EvaluationError, match="not UTF-8"):
        load_questions(tmp_path / "latin.jsonl")


def test_a_set_that_reads_its_answers_word_for_word_has_no_problem() -> None:
    question = Question("q", "Tỷ lệ?", "percent", True, "a.txt", Span(4, 9), "0,63%")
    assert check_questions([question], {"a.txt": "còn 0,63%."}) == []


def test_every_problem_of_a_set_is_found() -> None:
    questions = [
        Question("shifted", "Tỷ lệ?", "percent", True, "a.txt", Span(3, 8), "0,63%"),
        Question("gone", "Ai?", "person", True, "b.txt", Span(0, 2), "An"),
        Question("twice", "tỷ lệ ?".replace(" ?", "?"), "percent", True, "a.txt", Span(4, 9), "0,63%"),
        Question("spanless", "Đâu?", "place", True, "a.txt", None, "Huế"),
        Question("empty", " ", "unanswerable", False),
    ]
    found = {problem.question_id: str(problem) for problem in check_questions(questions, {"a.txt": "còn 0,63%."})}
    assert "reads ' 0,63'" in found["shifted"]
    assert "no document b.txt" in found["gone"]
    assert 'same as "shifted"' in found["twice"]
    assert "needs" in found["spanless"]
    assert "empty" in found["empty"]
