"""Fits the scorer's weights and the calibration: `python -m reader.fit --set CORPUS_INDEX=QUESTIONS.jsonl ...`.

Each question gives one softmax over its candidates and "none" (logit 0); the target is the set of right candidates, or
"none" when the question has no answer or retrieval did not bring it. Questions with a year or a place are asked a second time
for a year or place that has no answer (target: none), which is how the price of a clash is learned. L2-regularised, full-batch L-BFGS. Questions are split
by gold document: weights from one half, calibration and the printed figures from the other; `--final` then refits on all.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
import typer

from plans.numbers import parse_quantity, same_value
from plans.place import PlaceMention
from plans.text import canonical, flatten
from reader.agreement import narrowest, relation
from reader.assistant import Assistant
from reader.conversation import in_context
from reader.question import Question
from reader.scoring import WEIGHTS, Group, Scored, group_of
from retriever import Index

CANDIDATES = 60
app = typer.Typer(add_completion=False)
Model = dict[str, tuple[np.ndarray, float]]
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


def read_examples(index: Path, questions: Path, names: dict[str, list[str]]) -> list[Example]:
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
        total.backward()
        return total

    optimiser.step(loss)
    return weights.detach().numpy(), float(bias)


def outcomes(examples: list[Example], model: Model) -> list[tuple[float, bool, bool]]:
    """For each question: mass on the best value, whether it is right, whether the question has an answer."""
    found = []
    for one in examples:
        if not len(one.scored):
            found.append((0.0, False, bool(one.question["answerable"])))
            continue
        weights, bias = model[one.group]
        logits = one.matrix @ weights + bias
        best = int(logits.argmax())
        top = max(0.0, float(logits[best]))
        exponents = np.exp(logits - top)
        same = one.right if one.right[best] else np.arange(len(logits)) == best
        mass = float(exponents[same].sum() / (exponents.sum() + np.exp(-top)))
        found.append((mass, bool(one.right[best]), bool(one.question["answerable"])))
    return found


def platt(results: list[tuple[float, bool, bool]]) -> tuple[float, float]:
    mass = torch.tensor([min(max(one[0], 1e-6), 1 - 1e-6) for one in results], dtype=torch.float64)
    right = torch.tensor([float(one[1]) for one in results], dtype=torch.float64)
    logit = torch.log(mass / (1 - mass))
    line = torch.tensor([1.0, 0.0], dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.LBFGS([line], max_iter=100, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimiser.zero_grad()
        value = torch.nn.functional.binary_cross_entropy_with_logits(line[0] * logit + line[1], right, reduction="sum")
        value = value + 0.1 * ((line[0] - 1) ** 2 + line[1] ** 2)
        value.backward()
        return value

    optimiser.step(loss)
    return float(line[0].detach()), float(line[1].detach())


def report(name: str, results: list[tuple[float, bool, bool]], slope: float, offset: float, threshold: float) -> None:
    sure = [1 / (1 + np.exp(-(slope * np.log(max(m, 1e-6) / max(1 - m, 1e-6)) + offset))) for m, _, _ in results]
    answerable = [(p, ok) for p, (_, ok, has) in zip(sure, results, strict=True) if has]
    without = [p for p, (_, _, has) in zip(sure, results, strict=True) if not has]
    given = [ok for p, ok in answerable if p >= threshold]
    typer.echo(
        f"{name}: {len(answerable)} answerable: right {sum(given) / max(1, len(answerable)):.3f} "
        f"wrong {(len(given) - sum(given)) / max(1, len(answerable)):.3f} best-is-right {sum(ok for _, ok in answerable) / max(1, len(answerable)):.3f}; "
        f"{len(without)} unanswerable: abstained {sum(p < threshold for p in without) / max(1, len(without)):.3f}"
    )


@app.command()
def main(
    sets: list[str] = typer.Option(..., "--set", help="INDEX_FOLDER=QUESTIONS.jsonl; may be given several times."),
    ridge: float = typer.Option(1.0, help="L2 strength."),
    threshold: float = typer.Option(0.5, help="Confidence below which no answer is given."),
    final: bool = typer.Option(False, "--final", help="Refit on all questions and write weights.json."),
    show: bool = typer.Option(False, "--show", help="Print each held-out question that is not right."),
) -> None:
    before = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    names = {group: [name for name in before[group] if name != "bias"] for group in ("typed", "words")}
    groups = {pair: read_examples(Path(pair.split("=")[0]), Path(pair.split("=")[1]), names) for pair in sets}
    everything = [one for group in groups.values() for one in group]
    reachable = [bool(one.right.any()) for one in everything if one.question["answerable"] and not one.twin]
    typer.echo(
        f"{len(everything)} questions; a right candidate is there for {np.mean(reachable):.3f} of the answerable ones"
    )
    pooled = []
    for held in (True, False):
        model = fit_groups([one for one in everything if one.held_out != held], names, ridge)
        for pair, group in groups.items():
            rest = [one for one in group if one.held_out == held and not one.twin]
            results = outcomes(rest, model)
            pooled += results
            twins = outcomes([one for one in group if one.held_out == held and one.twin], model)
            typer.echo(
                f"twins without an answer: abstained {np.mean([mass < threshold for mass, _, _ in twins]):.3f} of {len(twins)}"
            )
            report(f"held-out {Path(pair).name}", results, 1.0, 0.0, threshold)
            if show:
                show_failures(rest, model)
    slope, offset = platt(pooled)
    typer.echo(f"calibration slope {slope:.3f} offset {offset:.3f}")
    report("held-out, calibrated, all", pooled, slope, offset, threshold)
    if final:
        model = fit_groups(everything, names, ridge)
        data: dict[str, dict[str, float]] = {}
        for group, (weights, bias) in model.items():
            data[group] = {"bias": round(bias, 4)} | {
                n: round(float(w), 4) for n, w in zip(names[group], weights, strict=True)
            }
        data["confidence"] = {"slope": round(slope, 4), "offset": round(offset, 4), "threshold": threshold}
        WEIGHTS.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")


def fit_groups(examples: list[Example], names: dict[str, list[str]], ridge: float) -> Model:
    return {
        group: fit_weights([one for one in examples if one.group == group], len(names[group]), ridge) for group in names
    }


def show_failures(examples: list[Example], model: Model) -> None:
    for one, (mass, right, has) in zip(examples, outcomes(examples, model), strict=True):
        if right or (not has and mass < 0.4):
            continue
        weights, bias = model[one.group]
        logits = one.matrix @ weights + bias if len(one.scored) else np.zeros(0)
        order = logits.argsort()[::-1][:2]
        typer.echo(
            f"  {one.question['id']} {one.question['question']} | gold {one.question.get('answer')!r} | reach {bool(one.right.any())}"
        )
        for position in order:
            scored = one.scored[position]
            typer.echo(
                f"      {mass:.2f} {scored.candidate.short!r} {scored.candidate.unit.document.path[:8]} "
                + " ".join(f"{k}={v:.2f}" for k, v in scored.features.items() if abs(v) > 0.005)
            )
        if one.right.any():
            scored = one.scored[int(np.flatnonzero(one.right)[0])]
            typer.echo(
                f"      RIGHT {scored.candidate.short!r} "
                + " ".join(f"{k}={v:.2f}" for k, v in scored.features.items() if abs(v) > 0.005)
            )


if __name__ == "__main__":
    app()
