"""The product as the evaluation runs it: a corpus ingested, the index opened, the assistant asked."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.predictions import Prediction, Quote, RankedPassage
from evals.questions import Question
from evals.texts import file_text
from ingest import pipeline
from plans.document import Span
from plans.errors import EvaluationError, QuestionError
from plans.hit import Hit
from reader import Assistant
from reader.questions.conversation import in_context
from retriever import Index
from retriever.index import default_encoder

HITS = 10

Told = Callable[[int, int], None]
"""Told how many questions are done, and of how many."""


@dataclass(frozen=True, slots=True)
class System:
    """An index with the assistant over it. `paths` maps document ids to paths, `texts` paths to texts (aliases too)."""

    index: Index
    assistant: Assistant
    paths: Mapping[str, str]
    texts: Mapping[str, str]
    passages: Mapping[str, Sequence[Span]]


def open_system(corpus: Path, folder: Path) -> System:
    """Brings the index in `folder` in line with `corpus` and opens it. Files that cannot be read are told on stderr."""
    if not corpus.exists():
        raise EvaluationError(f"There is no corpus at {corpus}: give a folder of documents with --corpus.")
    report = pipeline.mirror([corpus], folder, default_encoder())
    for failure in report.failures:
        print(failure.reason, file=sys.stderr)
    return attach(Index.open(folder), corpus)


def attach(index: Index, corpus: Path) -> System:
    """A system over an index that is there already."""
    documents = index.documents()
    paths = {one.doc_id: one.path for one in documents}
    texts: dict[str, str] = {}
    passages: dict[str, Sequence[Span]] = {}
    for one in documents:
        text = index.document(one.doc_id).text
        spans = [passage.span for passage in index.passages(one.doc_id)]
        for path in (one.path, *one.aliases):
            texts[path] = file_text(corpus / path) or text
            passages[path] = spans
    return System(index, Assistant(index), paths, texts, passages)


def predict(system: System, question: Question) -> Prediction:
    """One answer in the form of the contract, timed by stage: understanding, search and reading, in seconds."""
    started = time.perf_counter()
    answer = system.assistant.ask(question.question, question.history)
    seconds = time.perf_counter() - started
    hits, stages = _hits(system, question)
    stages["read"] = max(seconds - sum(stages.values()), 0.0)
    return Prediction(
        question_id=question.question_id,
        status=answer.status,
        answer=answer.short,
        text=answer.text,
        confidence=answer.confidence,
        citations=tuple(Quote(one.path, one.span, one.quote) for one in answer.citations),
        hits=tuple(
            RankedPassage(system.paths[one.passage.doc_id], one.passage.span, one.passage.text, one.score) for one in hits
        ),
        seconds=seconds,
        stages=stages,
    )


def _hits(system: System, question: Question) -> tuple[list[Hit], dict[str, float]]:
    """The passages for the question as the assistant understands it, history included."""
    started = time.perf_counter()
    try:
        asked = in_context(question.question, question.history, system.index.understand)
        understood = time.perf_counter()
        system.index.search(asked.query, k=HITS)  # for its time alone
        searched = time.perf_counter()
        hits = system.assistant.passages(question.question, question.history, k=HITS)
    except QuestionError:
        return [], {"understand": time.perf_counter() - started}
    return hits, {"understand": understood - started, "search": searched - understood}


def predict_all(system: System, questions: Iterable[Question], told: Told | None = None) -> dict[str, Prediction]:
    """Predictions by question id. A question that breaks the assistant is told on stderr and counts as not answered."""
    asked = list(questions)
    predictions: dict[str, Prediction] = {}
    for number, question in enumerate(asked, start=1):
        try:
            predictions[question.question_id] = predict(system, question)
        except Exception as error:  # one defect must not lose a thousand other answers; it is told and scored as a miss
            print(f"{question.question_id}: the assistant failed ({type(error).__name__}: {error})", file=sys.stderr)
            predictions[question.question_id] = Prediction(question.question_id, "not_found", "", "", 0.0)
        if told is not None:
            told(number, len(asked))
    return predictions
