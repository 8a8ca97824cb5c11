"""The measures by type of question, tag, split, place and document, each with its count: a good mean hides nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from evals.questions import Question
from evals.runs import Row, Run, mean


@dataclass(frozen=True, slots=True)
class Slice:
    """`dimension` is "type", "tag", "split", "place" or "document"; counts are of questions."""

    dimension: str
    name: str
    count: int
    right: int
    wrong: int
    abstained: int
    means: dict[str, float]


def slices(questions: Sequence[Question], run: Run, places: Mapping[str, str] | None = None) -> list[Slice]:
    """Every slice of the run's questions, largest first within its dimension. `places` maps documents to their places."""
    members: dict[tuple[str, str], list[str]] = {}
    for question in questions:
        for key in _keys(question, places or {}):
            members.setdefault(key, []).append(question.question_id)
    rows = run.by_id()
    made = [
        _slice(dimension, name, [rows[one] for one in ids if one in rows]) for (dimension, name), ids in members.items()
    ]
    order = {"type": 0, "tag": 1, "split": 2, "place": 3, "document": 4}
    return sorted((one for one in made if one.count), key=lambda one: (order[one.dimension], -one.count, one.name))


def _keys(question: Question, places: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield "type", question.type
    if question.split:
        yield "split", question.split
    if question.document:
        yield "document", question.document
        if question.document in places:
            yield "place", places[question.document]
    for tag in dict.fromkeys(question.tags):
        yield "tag", tag
    if question.history and "followup" not in question.tags:
        yield "tag", "followup"


def _slice(dimension: str, name: str, rows: Sequence[Row]) -> Slice:
    verdicts = [row.verdict for row in rows]
    measures = dict.fromkeys(measure for row in rows for measure in row.scores)
    return Slice(
        dimension=dimension,
        name=name,
        count=len(rows),
        right=verdicts.count("right"),
        wrong=verdicts.count("wrong"),
        abstained=verdicts.count("abstained"),
        means={one: mean([row.scores[one] for row in rows if one in row.scores]) for one in measures},
    )
