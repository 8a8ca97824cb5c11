"""Fits the scorer's weights and the calibration: `python -m reader.fit --set CORPUS_INDEX=QUESTIONS.jsonl ...`.

Each question gives one softmax over its candidates and "none" (logit 0); the target is the set of right candidates, or
"none" when the question has no answer or retrieval did not bring it. Questions with a year or a place are asked a second
time for a year or place that has no answer (target: none), which is how the price of a clash is learned. L2-regularised,
full-batch L-BFGS. Questions are split by gold document: weights from one half, calibration and the printed figures from
the other half, both ways; `--final` then refits on all and writes weights.json.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import numpy as np
import torch
import typer

from plans.numbers import parse_quantity, same_value
from plans.place import PlaceMention
from plans.text import canonical, flatten
from reader.agreement import narrowest, relation
from reader.assistant import Assistant
from reader.confidence import Calibration, calibrated, value_mass
from reader.conversation import in_context
from reader.question import Question
from reader.scoring import WEIGHTS, Group, Scored, group_of
from retriever import Index

CANDIDATES = 60
LEVELS = (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8)
"""Thresholds shown."""
app = typer.Typer(add_completion=False)
GROUPS: tuple[Group, ...] = ("typed", "words")
Model = dict[Group, tuple[np.ndarray, float]]
"""Weights and bias of each group."""


@dataclass
class Example:
    question: dict[str, object]
    held_out: bool
    twin: bool  # asked for a year or place without an answer
    scored: list[Scored]
    matrix: np.ndarray  # [candidates, features]
    right: np.ndarray  # [candidates] bool
    group: Group


def is_right(one: Scored, gold: dict[str, object]) -> bool:
    """Same value, or overlapping the gold span, in the gold document."""
    document = gold.get("document") or gold.get("doc")
    if not gold.get("answerable") or one.candidate.unit.document.path != document:
        return False
    answer = flatten(str(gold["answer"]))
    start, end = gold.get("start"), gold.get("end")
    if isinstance(start, int) and isinstance(end, int):
        span = one.candidate.span
        overlap = min(span.end, end) - max(span.start, start)
        if overlap > 0.5 * min(len(span), end - start) and (len(span) < 3 * (end - start) + 8):
            return True
    wanted, given = parse_quantity(answer), one.candidate.quantity
    if wanted is not None and given is not None and same_value(wanted, given):
        return True
    return canonical(answer) == canonical(one.candidate.short)


def read_examples(index: Path, questions: Path, names: dict[Group, list[str]]) -> list[Example]:
    assistant = Assistant(Index.open(index))
    examples = []
    places: list[PlaceMention] = []
    for line in questions.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        asked = in_context(gold["question"], tuple(gold.get("history") or ()), assistant.index.understand)
        places.extend(narrowest(asked.places))
        columns = names[group_of(asked)]
        key = str(gold.get("document") or gold.get("doc") or (gold.get("near_docs") or [gold.get("near") or gold["id"]])[0])
        held_out = zlib.crc32(key.encode()) % 2 == 1
        for twin, one in enumerate((asked, *(without_answer(asked, places) if gold["answerable"] else ()))):
            scored = assistant.rank(one)[:CANDIDATES]
            right = [twin == 0 and is_right(candidate, gold) for candidate in scored]
            matrix = [[candidate.features.get(name, 0.0) for name in columns] for candidate in scored]
            examples.append(
                Example(
                    gold,
                    held_out,
                    bool(twin),
                    scored,
                    np.array(matrix, dtype=np.float64).reshape(len(scored), len(columns)),
                    np.array(right, dtype=bool),
                    group_of(asked),
                )
            )
    return examples


def without_answer(question: Question, others: list[PlaceMention]) -> Iterator[Question]:
    """The question for a year far off, and for another place of the same level: both have no answer."""
    if question.years:
        years = tuple(year + 23 for year in question.years)
        yield replace(question, years=years, query=replace(question.query, years=years))
    named = narrowest(question.places)
    if named:
        swapped = [
            one for one in others if all(relation(one, place) == "other" and one.level == place.level for place in named)
        ]
        if swapped:
            chosen = (swapped[zlib.crc32(question.text.encode()) % len(swapped)],)
            yield replace(question, places=chosen, query=replace(question.query, places=chosen))


def fit_weights(examples: list[Example], width: int, ridge: float) -> tuple[np.ndarray, float]:
    weights = torch.zeros(width, dtype=torch.float64, requires_grad=True)
    bias = torch.tensor(-3.0, dtype=torch.float64, requires_grad=True)
    data = [(torch.from_numpy(one.matrix), torch.from_numpy(one.right)) for one in examples if len(one.scored)]
    optimiser = torch.optim.LBFGS([weights, bias], max_iter=300, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimiser.zero_grad()
        total = ridge * (weights**2).sum()
        for matrix, right in data:
            logits = matrix @ weights + bias
            everything = torch.logsumexp(torch.cat([logits, torch.zeros(1, dtype=torch.float64)]), 0)
            target = torch.logsumexp(logits[right], 0) if bool(right.any()) else torch.zeros((), dtype=torch.float64)
            total = total + everything - target
        total.backward()  # type: ignore[no-untyped-call]
        return total

    optimiser.step(loss)  # type: ignore[no-untyped-call]
    return weights.detach().numpy(), float(bias)


@dataclass(frozen=True)
class Outcome:
    """Mass on the best value, whether that value is right, and whether the question has an answer."""

    mass: float
    right: bool
    answerable: bool
    group: Group


def outcomes(examples: list[Example], model: Model) -> list[Outcome]:
    found = []
    for one in examples:
        answerable = bool(one.question["answerable"]) and not one.twin
        weights, bias = model[one.group]
        logits = one.matrix @ weights + bias
        order = [int(position) for position in (-logits).argsort()]
        ranked = [replace(one.scored[position], logit=float(logits[position])) for position in order]
        right = bool(order) and bool(one.right[order[0]])
        found.append(Outcome(value_mass(ranked), right, answerable, one.group))
    return found


def platt(results: list[Outcome], threshold: float) -> Calibration:
    """Slope and offset on held-out outcomes (Platt 1999), weakly held to the identity."""
    mass = torch.tensor([min(max(one.mass, 1e-6), 1 - 1e-6) for one in results], dtype=torch.float64)
    right = torch.tensor([float(one.right) for one in results], dtype=torch.float64)
    odds = torch.log(mass / (1 - mass))
    line = torch.tensor([1.0, 0.0], dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.LBFGS([line], max_iter=100, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimiser.zero_grad()
        value = torch.nn.functional.binary_cross_entropy_with_logits(line[0] * odds + line[1], right, reduction="sum")
        value = value + 0.1 * ((line[0] - 1) ** 2 + line[1] ** 2)
        value.backward()  # type: ignore[no-untyped-call]
        return value

    optimiser.step(loss)  # type: ignore[no-untyped-call]
    return Calibration(float(line[0].detach()), float(line[1].detach()), threshold)


def report(name: str, results: list[Outcome], calibration: dict[Group, Calibration]) -> None:
    given = [calibrated(one.mass, calibration[one.group]) >= calibration[one.group].threshold for one in results]
    answerable = [(said, one.right) for said, one in zip(given, results, strict=True) if one.answerable]
    without = [said for said, one in zip(given, results, strict=True) if not one.answerable]
    right = sum(said and ok for said, ok in answerable)
    wrong = sum(said and not ok for said, ok in answerable)
    count = max(1, len(answerable))
    typer.echo(
        f"{name}: {len(answerable)} answerable: right {right / count:.3f} wrong {wrong / count:.3f} "
        f"best-is-right {sum(ok for _, ok in answerable) / count:.3f}; "
        f"{len(without)} unanswerable: abstained {sum(not said for said in without) / max(1, len(without)):.3f}"
    )


@app.command()
def main(
    sets: Annotated[list[str], typer.Option("--set", help="INDEX_FOLDER=QUESTIONS.jsonl; may be given several times.")],
    ridge: Annotated[float, typer.Option(help="L2 strength.")] = 1.0,
    threshold: Annotated[float, typer.Option(help="Confidence below which no answer is given.")] = 0.5,
    final: Annotated[bool, typer.Option("--final", help="Refit on all questions and write weights.json.")] = False,
    show: Annotated[bool, typer.Option("--show", help="Print each held-out question that is not right.")] = False,
) -> None:
    before = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    names: dict[Group, list[str]] = {group: [name for name in before[group] if name != "bias"] for group in GROUPS}
    groups = {pair: read_examples(Path(pair.split("=")[0]), Path(pair.split("=")[1]), names) for pair in sets}
    everything = [one for examples in groups.values() for one in examples]
    reachable = [bool(one.right.any()) for one in everything if one.question["answerable"] and not one.twin]
    typer.echo(
        f"{len(everything)} questions; a right candidate is there for {np.mean(reachable):.3f} of the answerable ones"
    )
    pooled: dict[str, list[Outcome]] = {pair: [] for pair in sets}
    asked_wrongly: dict[str, list[Outcome]] = {pair: [] for pair in sets}
    for held in (True, False):
        model = fit_groups([one for one in everything if one.held_out != held], names, ridge)
        for pair, examples in groups.items():
            rest = [one for one in examples if one.held_out == held and not one.twin]
            twins = [one for one in examples if one.held_out == held and one.twin]
            pooled[pair] += outcomes(rest, model)
            asked_wrongly[pair] += outcomes(twins, model)
            if show:
                show_failures(rest, model)
    together = [one for results in pooled.values() for one in results]
    calibration: dict[Group, Calibration] = {
        group: platt([one for one in together if one.group == group], threshold) for group in GROUPS
    }
    for pair, results in pooled.items():
        report(f"held-out {pair.split('=')[1]}", results, calibration)
        report("  its twins", asked_wrongly[pair], calibration)
    for group in GROUPS:
        report(f"held-out {group}", [one for one in together if one.group == group], calibration)
    for level in LEVELS:
        moved = {group: replace(one, threshold=level) for group, one in calibration.items()}
        for group in GROUPS:
            report(f"{group} at {level:.2f}", [one for one in together if one.group == group], moved)
    if final:
        model = fit_groups(everything, names, ridge)
        data: dict[str, object] = {}
        for group, (weights, bias) in model.items():
            fitted = {name: round(float(weight), 4) for name, weight in zip(names[group], weights, strict=True)}
            data[group] = {"bias": round(bias, 4)} | fitted
        data["confidence"] = {
            group: {"slope": round(one.slope, 4), "offset": round(one.offset, 4), "threshold": one.threshold}
            for group, one in calibration.items()
        }
        WEIGHTS.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")


def fit_groups(examples: list[Example], names: dict[Group, list[str]], ridge: float) -> Model:
    return {
        group: fit_weights([one for one in examples if one.group == group], len(names[group]), ridge) for group in names
    }


def show_failures(examples: list[Example], model: Model) -> None:
    for one, outcome in zip(examples, outcomes(examples, model), strict=True):
        if outcome.right or (not outcome.answerable and outcome.mass < 0.3):
            continue
        weights, bias = model[one.group]
        logits = one.matrix @ weights + bias
        gold, reach = one.question.get("answer"), bool(one.right.any())
        twin = " (twin)" if one.twin else ""
        typer.echo(f"  {one.question['id']}{twin} {one.question['question']} | gold {gold!r} | reach {reach}")
        shown = [int(position) for position in (-logits).argsort()[:2]]
        if reach:
            shown.append(max(np.flatnonzero(one.right).tolist(), key=lambda position: float(logits[position])))
        for position in shown:
            scored = one.scored[position]
            mark = "RIGHT" if one.right[position] else f"{outcome.mass:.2f}"
            values = " ".join(f"{name}={value:.2f}" for name, value in scored.features.items() if abs(value) > 0.005)
            source = scored.candidate.unit.document.path[:8]
            typer.echo(f"      {mark} {logits[position]:.1f} {scored.candidate.short!r} {source} {values}")


if __name__ == "__main__":
    app()
