"""Open-domain reading on a BEIR folder whose queries carry gold answers: the passage is found, and then the answer in it.

What is measured is what the reader ranks first, whether or not the assistant would have given it: a sentence counts as
right when a gold answer stands in it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.jsonl import read_jsonl
from evals.measures.reading import answer_in_top, token_f1
from plans.errors import EvaluationError, QuestionError
from plans.text import flatten
from reader import Assistant

SENTENCES = 3
"""Of the best sentences, as many may hold the answer."""


@dataclass(frozen=True, slots=True)
class Read:
    """`best` and `among` are shares of the questions whose best sentence, and one of the best three, holds a gold answer;
    `f1` is the mean token F1 of the best short answer."""

    questions: int
    best: float
    among: float
    f1: float


def load_answers(path: Path) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Query id to the question and its gold answers (`answers`: [{"text": ...}, ...]).

    Raises `EvaluationError` where no query has answers, or one is not of that form.
    """
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for number, record in read_jsonl(path):
        answers = _answers(record, f"{path} line {number}")
        if answers:
            found[str(record.get("_id", number))] = (str(record.get("text", "")), answers)
    if not found:
        raise EvaluationError(f'{path} holds no gold answers: give each query "answers": [{{"text": ...}}].')
    return found


def _answers(record: dict[str, Any], where: str) -> tuple[str, ...]:
    given = record.get("answers") or []
    if not isinstance(given, list) or not all(isinstance(one, dict) and isinstance(one.get("text"), str) for one in given):
        raise EvaluationError(f'{where}: "answers" must be a list of objects with a "text".')
    return tuple(one["text"] for one in given)


def read_all(
    assistant: Assistant,
    asked: dict[str, tuple[str, tuple[str, ...]]],
    progress: Callable[[str, int, int], None],
) -> Read:
    """Reads every question; one that cannot be read has no sentence."""
    best = among = f1 = 0.0
    for number, (question, golds) in enumerate(asked.values(), 1):
        short, sentences = _read(assistant, question)
        best += answer_in_top(sentences, golds, 1)
        among += answer_in_top(sentences, golds, SENTENCES)
        f1 += token_f1(short, golds)
        progress("questions", number, len(asked))
    return Read(len(asked), best / len(asked), among / len(asked), f1 / len(asked))


def _read(assistant: Assistant, question: str) -> tuple[str, Sequence[str]]:
    """The best short answer, and the best sentences."""
    try:
        understood = assistant.understand(question)
    except QuestionError:
        return "", ()
    ranked = assistant.rank(understood)
    sentences = [flatten(one.quote) for one in assistant.sentences(understood, ranked, k=SENTENCES)]
    return (ranked[0].candidate.short if ranked else ""), sentences
