"""Question sets: one JSON object a line.

    {"id": "q1", "question": "...", "document": "a.txt", "start": 10, "end": 15, "answer": "0,63%",
     "type": "percent", "answerable": true, "tags": ["no_accent"], "history": ["..."], "also": ["0,63 %"]}

`document` is relative to the corpus (null when unanswerable; the older key "doc" is read too); `start` and `end` are
half-open code-point offsets into the document's text (the file read as UTF-8, line ends kept, NFC), `answer` the text
between them. Optional: `answer_norm` (white space collapsed), `history` (earlier questions of the conversation), `also`
(other acceptable answers), `expected` ("có" or "không", for yes/no questions whose span is the proof), `value` and `unit`,
`split`, `why` (what makes it unanswerable or hard). The tag `must_pass` makes the gate refuse any run in which the question
is newly wrong. Other keys are ignored.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.jsonl import read_jsonl
from plans.document import Span
from plans.errors import EvaluationError
from plans.text import canonical, flatten, nfc

TYPES = ("percent", "number", "money", "date", "person", "place", "text", "list", "yesno", "unanswerable")
MUST_PASS = "must_pass"


@dataclass(frozen=True, slots=True)
class Question:
    """One question with its gold. `document`, `span` and `answer` are None, None and "" when it has no answer."""

    question_id: str
    question: str
    type: str
    answerable: bool
    document: str | None = None
    span: Span | None = None
    answer: str = ""
    also: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    history: tuple[str, ...] = ()
    value: str | None = None
    unit: str | None = None
    expected: str = ""
    split: str = ""
    why: str = ""

    @property
    def golds(self) -> tuple[str, ...]:
        """Every acceptable answer, the one with the span first."""
        return (self.answer, *self.also) if self.answer else self.also

    @property
    def must_pass(self) -> bool:
        return MUST_PASS in self.tags

    def to_json(self) -> dict[str, Any]:
        record: dict[str, Any] = {
            "id": self.question_id,
            "question": self.question,
            "document": self.document,
            "start": self.span.start if self.span else None,
            "end": self.span.end if self.span else None,
            "answer": self.answer,
            "answer_norm": flatten(self.answer),
            "type": self.type,
            "answerable": self.answerable,
            "tags": list(self.tags),
        }
        optional = {
            "history": list(self.history),
            "also": list(self.also),
            "value": self.value,
            "unit": self.unit,
            "expected": self.expected,
            "split": self.split,
            "why": self.why,
        }
        return record | {key: value for key, value in optional.items() if value}


def load_questions(path: Path, *, gold: bool = True) -> list[Question]:
    """Reads a question set. With `gold=False` only `id`, `question` and `history` are needed and kept.

    Raises `EvaluationError` naming the line: no id or question, the same id twice, a span without a document.
    """
    questions: list[Question] = []
    seen: dict[str, int] = {}
    for number, record in read_jsonl(path):
        where = f"{path} line {number}"
        question = _parse(record, where) if gold else _bare(record, where)
        if question.question_id in seen:
            raise EvaluationError(
                f'{where}: the id "{question.question_id}" is already used on line {seen[question.question_id]}; '
                "give every question its own id."
            )
        seen[question.question_id] = number
        questions.append(question)
    if not questions:
        raise EvaluationError(f"{path} holds no question: write one JSON object a line.")
    return questions


def _bare(record: dict[str, Any], where: str) -> Question:
    question_id = record.get("id")
    if isinstance(question_id, int) and not isinstance(question_id, bool):
        question_id = str(question_id)
    if not isinstance(question_id, str) or not question_id.strip():
        raise EvaluationError(f'{where}: "id" must be a non-empty string.')
    text = record.get("question")
    if not isinstance(text, str):
        raise EvaluationError(f'{where}: "question" must be a string.')
    return Question(question_id, text, "text", True, history=_strings(record, "history", where))


def _parse(record: dict[str, Any], where: str) -> Question:
    bare = _bare(record, where)
    document = record.get("document", record.get("doc")) or None
    kind = record.get("type", "text" if document else "unanswerable")
    if kind not in TYPES:
        raise EvaluationError(f'{where}: "type" is {kind!r}; use one of {", ".join(TYPES)}.')
    answerable = record.get("answerable", kind != "unanswerable")
    if not isinstance(answerable, bool) or answerable == (kind == "unanswerable"):
        raise EvaluationError(f'{where}: "answerable" must be true or false and agree with "type" {kind!r}.')
    if document is not None and not isinstance(document, str):
        raise EvaluationError(f'{where}: "document" must be a path relative to the corpus, or null.')
    answer = record.get("answer") or ""
    if not isinstance(answer, str):
        raise EvaluationError(f'{where}: "answer" must be a string.')
    also = _strings(record, "also", where)
    if answerable and not answer and not also:
        raise EvaluationError(f'{where}: an answerable question needs "answer".')
    return Question(
        question_id=bare.question_id,
        question=bare.question,
        type=kind,
        answerable=answerable,
        document=nfc(document) if document and answerable else None,
        span=_span(record, where) if document and answerable else None,
        answer=nfc(answer) if answerable else "",
        also=tuple(nfc(one) for one in also),
        tags=_strings(record, "tags", where),
        history=bare.history,
        value=None if record.get("value") is None else str(record["value"]),
        unit=record.get("unit"),
        expected=str(record.get("expected") or ""),
        split=str(record.get("split") or ""),
        why=str(record.get("why") or ""),
    )


def _span(record: dict[str, Any], where: str) -> Span | None:
    start, end = record.get("start"), record.get("end")
    if start is None and end is None:
        return None
    if type(start) is not int or type(end) is not int or not 0 <= start < end:
        raise EvaluationError(f'{where}: "start" and "end" must be whole numbers with 0 <= start < end.')
    return Span(start, end)


def _strings(record: dict[str, Any], key: str, where: str) -> tuple[str, ...]:
    value = record.get(key) or []
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise EvaluationError(f'{where}: "{key}" must be a list of strings.')
    return tuple(value)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with one question of a set: `str(problem)` is one line for the terminal."""

    question_id: str
    message: str

    def __str__(self) -> str:
        return f"{self.question_id}: {self.message}"


def check_questions(questions: list[Question], texts: dict[str, str]) -> list[Problem]:
    """Proves a set against its corpus: every document is there and every span reads its answer, word for word.

    `texts` maps the path of a document to its text. Also reports questions that are asked twice with the same history.
    """
    problems: list[Problem] = []
    asked: dict[tuple[str, tuple[str, ...]], str] = {}
    for question in questions:
        key = (canonical(flatten(question.question)), question.history)
        if not question.question.strip():
            problems.append(Problem(question.question_id, "the question is empty"))
        elif key in asked:
            problems.append(Problem(question.question_id, f'asks the same as "{asked[key]}"'))
        asked.setdefault(key, question.question_id)
        if not question.answerable:
            continue
        if question.document is None or question.span is None:
            problems.append(Problem(question.question_id, 'an answerable question needs "document", "start" and "end"'))
        elif question.document not in texts:
            problems.append(Problem(question.question_id, f"the corpus has no document {question.document}"))
        elif (found := question.span.of(texts[question.document])) != question.answer:
            problems.append(
                Problem(
                    question.question_id,
                    f"[{question.span.start}, {question.span.end}) of {question.document} reads {found!r}, "
                    f"the answer is {question.answer!r}",
                )
            )
    return problems
