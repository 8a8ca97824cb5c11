"""Robustness suites run end to end, each summed up by the same few rates.

A suite changes some of the questions, not all. What they come to as they were typed stands beside it, so that the two lines
differ by the change alone.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from evals.distractors import near_duplicates
from evals.perturb import SUITES, World, perturb
from evals.questions import Question
from evals.runs import Row, mean
from evals.score import score_all
from evals.system import System, Told, open_system, predict_all
from plans.errors import EvaluationError

NEAR = "near_duplicates"
RATES = ("right", "wrong", "abstention", "passage.success@1", "passage.success@5", "passage.MRR@10")


def rates(rows: Sequence[Row]) -> dict[str, float]:
    """How many questions there are, and the mean of every measure of `RATES` that applies to some."""
    held = {name: [row.scores[name] for row in rows if name in row.scores] for name in RATES}
    return {"questions": float(len(rows))} | {name: mean(values) for name, values in held.items() if values}


def ask_all(system: System, questions: Sequence[Question], told: Told | None = None) -> dict[str, float]:
    predictions = predict_all(system, questions, told)
    return rates(score_all(questions, predictions, system.texts, system.passages))


def run_suites(
    system: System,
    questions: Sequence[Question],
    names: Sequence[str],
    seed: int,
    plain: Mapping[str, Row],
    told: Told | None = None,
) -> Mapping[str, Mapping[str, float]]:
    """The rates of each suite by name; "all" names every suite. Raises `EvaluationError` for a name that is none.

    `plain` holds the scores of the unchanged questions by id. Where a suite keeps their answers, the rates of the same
    questions as typed follow it.
    """
    known = (*SUITES, NEAR)
    wanted = known if "all" in names else tuple(names)
    for name in wanted:
        if name not in known:
            raise EvaluationError(f'There is no suite "{name}": use all or some of {", ".join(known)}.')
    world = World.of(system.texts.values()) if wanted else None
    found: dict[str, Mapping[str, float]] = {}
    for name in wanted:
        assert world is not None
        if name == NEAR:
            found[name] = _among_near_duplicates(system, questions, world, seed, told)
        elif made := perturb(questions, name, world, seed):
            found[name] = ask_all(system, made, told)
            if before := _as_typed(made, questions, plain):
                found[f"{name}, as typed"] = rates(before)
    return found


def _as_typed(made: Sequence[Question], questions: Sequence[Question], plain: Mapping[str, Row]) -> list[Row]:
    """The rows of the questions that a suite was made of; none for a suite that takes their answers away."""
    before = {one.question_id: one for one in questions}
    origins = {one.question_id: before[one.question_id.rpartition("/")[0]] for one in made}
    if any(one.answerable != origins[one.question_id].answerable for one in made):
        return []
    return [plain[one.question_id] for one in origins.values()]


def _among_near_duplicates(
    system: System, questions: Sequence[Question], world: World, seed: int, told: Told | None
) -> dict[str, float]:
    with tempfile.TemporaryDirectory(prefix="tracuu-near-") as made:
        corpus = Path(made) / "corpus"
        for path, text in (dict(system.texts) | near_duplicates(system.texts, world, seed)).items():
            target = (corpus / path).with_suffix(".txt") if (corpus / path).suffix not in (".txt", ".md") else corpus / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text.encode("utf-8"))
        index = Path(made) / "index"
        shutil.copytree(system.index.folder, index)  # vectors that are there already need not be computed again
        return ask_all(open_system(corpus, index), questions, told)
