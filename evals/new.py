"""Helps a person write questions over their own documents: drafts from the indicators, and spans found for answers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from evals.importers import guess_type, locate_answer
from evals.indicators import quantity_span
from evals.jsonl import write_jsonl
from evals.questions import Question, check_questions, load_questions
from evals.texts import corpus_texts
from ingest import indicators, readers
from plans.errors import EvaluationError
from plans.indicator import Indicator
from plans.text import canonical, flatten, nfc

DRAFT = "draft"
"""Tag of a question that a person has yet to reword."""

_ASK = {"target": "Chỉ tiêu", "result": "Kết quả thực hiện", "estimate": "Ước thực hiện"}


def drafts(corpus: Path, document: str | None, limit: int) -> list[Question]:
    """One question for each indicator, whose answer is the quantity as it stands; at most `limit`."""
    names = [document] if document else sorted(corpus_texts(corpus))
    made: list[Question] = []
    for name in names:
        if not (corpus / name).is_file():
            raise EvaluationError(f"The corpus {corpus} has no document {name}.")
        source = readers.read(corpus / name, corpus)
        for record in indicators.extract(source):
            span = quantity_span(source, record)
            answer = span.of(source.text)
            kind = guess_type(record.quantity.raw)
            question_id = f"{Path(name).stem}-{span.start}"
            made.append(Question(question_id, wording(record), kind, True, nfc(name), span, answer, tags=(DRAFT,)))
            if len(made) == limit:
                return made
    return made


def wording(record: Indicator) -> str:
    """A stiff but whole question, for a person to reword."""
    of = f" của {record.place}" if record.place else ""
    when = f" {record.period}" if record.period else f" năm {record.year}" if record.year else ""
    head = f"{_ASK[record.kind]} {record.label}" if record.kind else record.label[:1].upper() + record.label[1:]
    return f"{flatten(head)}{of}{when} là bao nhiêu?"


def add(path: Path, corpus: Path, document: str | None, question: str, answer: str) -> Question:
    """Adds one question, its span found in the document. Without a document it is one that the corpus does not answer.

    Raises `EvaluationError`: the answer is not there, or more than once, or the question is asked already.
    """
    held = load_questions(path) if path.is_file() else []
    number = f"q-{len(held) + 1:03d}"
    if document is None:
        if answer:
            raise EvaluationError("An answer needs the document that it stands in: add --document.")
        made = Question(number, question.strip(), "unanswerable", False)
    else:
        texts = corpus_texts(corpus)
        text = texts.get(nfc(document))
        if text is None:
            raise EvaluationError(f'The corpus {corpus} has no document "{document}".')
        span = locate_answer(text, nfc(answer), None, document)
        made = Question(number, question.strip(), guess_type(answer), True, nfc(document), span, span.of(text))
        problems = check_questions([made], texts)
        if problems:
            raise EvaluationError(str(problems[0]))
    append(path, [made])
    return made


def append(path: Path, questions: Sequence[Question]) -> int:
    """Adds the questions whose text and id the file does not hold yet; returns how many. `EvaluationError` for none."""
    held = load_questions(path) if path.is_file() else []
    asked = {canonical(flatten(one.question)) for one in held}
    ids = {one.question_id for one in held}
    fresh = [one for one in questions if canonical(flatten(one.question)) not in asked and one.question_id not in ids]
    if not fresh:
        raise EvaluationError(f"{path} asks this already; nothing was added.")
    write_jsonl(path, (one.to_json() for one in [*held, *fresh]))
    return len(fresh)
