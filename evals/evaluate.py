"""A whole evaluation: questions asked, scored, compared with the baseline, written to a folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from evals.compare import Change, Difference, changed_questions, compare
from evals.gate import Failure, gate
from evals.jsonl import write_jsonl
from evals.measures.cost import folder_bytes, latency, peak_rss_mb
from evals.measures.trust import expected_calibration_error
from evals.predictions import Prediction
from evals.questions import Question
from evals.report import Report, html
from evals.runs import Row, Run, commit, load_run, save_run
from evals.score import score_all
from evals.slices import Slice, slices
from evals.summary import markdown
from evals.system import System, Told, predict_all
from plans.errors import EvaluationError

RUN, PREDICTIONS, PAGE, SUMMARY = "run.json", "predictions.jsonl", "report.html", "summary.md"
_EARLIER = 20  # runs shown in the trend


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A run with everything said about it."""

    run: Run
    predictions: Mapping[str, Prediction]
    slices: Sequence[Slice]
    differences: Sequence[Difference]
    changes: Sequence[Change]
    failures: Sequence[Failure]


def make_run(
    system: System, questions: Sequence[Question], name: str, settings: Mapping[str, Any], told: Told | None = None
) -> tuple[Run, dict[str, Prediction]]:
    predictions = predict_all(system, questions, told)
    rows = score_all(questions, predictions, system.texts, system.passages)
    manifest = system.index.manifest
    made = {
        "model": manifest.model,
        "fingerprint": manifest.fingerprint,
        "index": manifest.generation,
        **{f"index {key}": value for key, value in manifest.counts.items()},
        "commit": commit(),
        **settings,
    }
    created = datetime.now(UTC).isoformat(timespec="seconds")
    return Run(name, created, made, rows, cost(system, rows, predictions)), predictions


def cost(system: System, rows: Sequence[Row], predictions: Mapping[str, Prediction]) -> dict[str, float]:
    """Latency of whole answers and of each stage, memory, size of the index, and the calibration error."""
    given = list(predictions.values())
    costs = {f"answer {name}": value for name, value in latency([one.seconds for one in given]).items()}
    for stage in dict.fromkeys(stage for one in given for stage in one.stages):
        times = latency([one.stages[stage] for one in given if stage in one.stages])
        costs |= {f"{stage} {name}": value for name, value in times.items()}
    answered = [
        (predictions[row.question_id].confidence, row.verdict == "right") for row in rows if _answered(row, predictions)
    ]
    costs["ECE"] = expected_calibration_error([sure for sure, _ in answered], [right for _, right in answered])
    costs["index_mb"] = folder_bytes(system.index.folder) / (1 << 20)
    costs["peak_rss_mb"] = peak_rss_mb()
    return {name: round(value, 4) for name, value in costs.items()}


def _answered(row: Row, predictions: Mapping[str, Prediction]) -> bool:
    return row.question_id in predictions and predictions[row.question_id].answered


def evaluate(
    system: System,
    questions: Sequence[Question],
    name: str,
    settings: Mapping[str, Any],
    baseline: Path | None,
    told: Told | None = None,
) -> Evaluation:
    """Runs and compares. Without a baseline file there are no differences and only the limits can fail."""
    run, predictions = make_run(system, questions, name, settings, told)
    before = load_run(baseline) if baseline is not None and baseline.is_file() else None
    places = {one.path: one.places[0] for one in system.index.documents() if one.places}
    must_pass = {one.question_id for one in questions if one.must_pass}
    return Evaluation(
        run=run,
        predictions=predictions,
        slices=slices(questions, run, places),
        differences=compare(before, run) if before else (),
        changes=changed_questions(before, run) if before else (),
        failures=gate(before or Run("none", "", {}, ()), run, must_pass=must_pass),
    )


def write(
    evaluation: Evaluation,
    questions: Sequence[Question],
    system: System,
    folder: Path,
    suites: Mapping[str, Mapping[str, float]],
) -> None:
    """`run.json`, `predictions.jsonl`, `report.html` and `summary.md`; runs beside the folder make the trend."""
    save_run(evaluation.run, folder / RUN)
    write_jsonl(folder / PREDICTIONS, (one.to_json() for one in evaluation.predictions.values()))
    report = Report(
        run=evaluation.run,
        questions=questions,
        predictions=evaluation.predictions,
        slices=evaluation.slices,
        texts=system.texts,
        differences=evaluation.differences,
        failures=evaluation.failures,
        earlier=earlier_runs(folder, len(questions)),
        suites=suites,
    )
    (folder / PAGE).write_text(html(report), encoding="utf-8")
    text = markdown(evaluation.run, evaluation.slices, evaluation.differences, evaluation.failures, evaluation.changes)
    (folder / SUMMARY).write_text(text, encoding="utf-8")


def earlier_runs(folder: Path, count: int) -> list[Run]:
    """The runs in the folders beside this one over as many questions, oldest first; files of other formats are passed."""
    runs = []
    for path in folder.parent.glob(f"*/{RUN}"):
        if path.parent == folder:
            continue
        try:
            runs.append(load_run(path))
        except EvaluationError:
            continue
    return sorted((run for run in runs if len(run.rows) == count), key=lambda run: run.created)[-_EARLIER:]
