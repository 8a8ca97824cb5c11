"""Fits the scorer's weights and the calibration: `python -m reader.fit --set CORPUS_INDEX=QUESTIONS.jsonl ...`.

Each question gives one softmax over its candidates and "none" (logit 0); the target is the set of right candidates, or
"none" when the question has no answer or retrieval did not bring it. Questions with a year or a place are asked a second
time for a year or place that has no answer (target: none), which is how the price of a clash is learned. Full-batch Adam
with weight decay, the mean of a few models that began differently. Questions are parted by gold document: each part is
answered with weights from the others, and calibration and the printed figures come from those answers; `--final` then
refits on all and writes weights.json. With `--keep` the weights stay as they are, and only calibration is fitted. Questions
of a set's split "test" are left out altogether. Every model is fitted twice, with what the span reader says and without
(`plain`: for a machine on which the embedded model is not installed).
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, get_args

import numpy as np
import torch
import typer

from plans.admin_units import split_long_name
from plans.numbers import parse_quantity, same_value
from plans.place import PlaceMention
from plans.text import canonical, flatten
from reader.assistant import Assistant
from reader.choosing.confidence import Calibration, calibrated, value_mass
from reader.lexicon.places import narrowest, relation
from reader.questions.conversation import in_context
from reader.questions.question import Question
from reader.scoring.features import SPAN_FEATURES, group_of
from reader.scoring.scored import Scored
from reader.scoring.scorer import WEIGHTS, Group, Scorer, Sort
from retriever import Index

CANDIDATES = 60
ACCEPTED = 0.5
"""Likeness to the gold from which an evaluation lets an answer pass."""
LIKE_ENOUGH = 0.6
"""Likeness to the gold from which a candidate is right."""
NEARLY = 0.8
"""Of the likeness of the best: a stretch that stops a word early is not right where one does not."""
LEVELS = (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8)
"""Thresholds shown."""
app = typer.Typer(add_completion=False)
PARTS = 4
HIDDEN = 12
"""Hidden units of each model."""
SEEDS = 3
"""Models whose mean is taken."""
STEPS = 200
RATE = 0.02
Model = dict[Group, Scorer]
Names = dict[Group, list[str]]
"""The features of each group, in the order of the columns."""


@dataclass
class Example:
    question: dict[str, object]
    part: int
    twin: bool  # asked for a year or place without an answer
    scored: list[Scored]
    right: np.ndarray  # [candidates] bool: what is learned
    accepted: np.ndarray  # [candidates] bool: what an evaluation would let pass
    group: Group


def likeness(one: Scored, gold: dict[str, object]) -> float:
    """1 for the gold's value or words in the gold document, else the share of characters that the two spans have in common
    (twice the common ones by the sum of both)."""
    document = gold.get("document") or gold.get("doc")
    if not gold.get("answerable") or one.candidate.unit.document.path != document:
        return 0.0
    answer = flatten(str(gold["answer"]))
    wanted, given = parse_quantity(answer), one.candidate.quantity
    if wanted is not None and given is not None and same_value(wanted, given):
        return 1.0
    if canonical(answer) == canonical(one.candidate.short):
        return 1.0
    start, end, span = gold.get("start"), gold.get("end"), one.candidate.span
    if not isinstance(start, int) or not isinstance(end, int):
        return 0.0
    return 2.0 * max(0, min(span.end, end) - max(span.start, start)) / (len(span) + end - start)


def right_ones(alike: np.ndarray) -> np.ndarray:
    """[candidates] bool: like enough to the gold, and not much less so than the one that is most like it."""
    best = float(alike.max(initial=0.0))
    right: np.ndarray = alike >= max(LIKE_ENOUGH, NEARLY * best)
    return right


def read_examples(index: Path, questions: Path) -> list[Example]:
    assistant = Assistant(Index.open(index))
    examples = []
    places: list[PlaceMention] = []
    for line in questions.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        if gold.get("split") == "test":
            continue
        asked = in_context(gold["question"], tuple(gold.get("history") or ()), assistant.index.understand)
        places.extend(narrowest(asked.places))
        key = str(gold.get("document") or gold.get("doc") or (gold.get("near_docs") or [gold.get("near") or gold["id"]])[0])
        part = zlib.crc32(key.encode()) % PARTS
        for twin, one in enumerate((asked, *(without_answer(asked, places) if gold["answerable"] else ()))):
            scored = [candidate for candidate in assistant.rank(one)[:CANDIDATES] if not candidate.barred]
            alike = np.array([0.0 if twin else likeness(candidate, gold) for candidate in scored])
            examples.append(Example(gold, part, bool(twin), scored, right_ones(alike), alike >= ACCEPTED, group_of(asked)))
    return examples


def without_answer(question: Question, others: list[PlaceMention]) -> Iterator[Question]:
    """The question for a year far off, and for another place of the same level: both have no answer."""
    if question.years:
        years = tuple(year + 23 for year in question.years)
        text = re.sub(r"\b(?:19|20)\d\d\b", lambda found: str(int(found.group()) + 23), question.query.text)
        yield replace(question, years=years, query=replace(question.query, years=years, text=text))
    named = narrowest(question.places)
    if named:
        swapped = [
            one for one in others if all(relation(one, place) == "other" and one.level == place.level for place in named)
        ]
        if swapped:
            other = swapped[zlib.crc32(question.text.encode()) % len(swapped)]
            text = question.query.text
            for place in named:
                text = re.sub(re.escape(split_long_name(place.name)[1]), split_long_name(other.name)[1], text, flags=re.I)
            yield replace(question, places=(other,), query=replace(question.query, places=(other,), text=text))


def fit_scorer(examples: list[Example], names: list[str], decay: float) -> Scorer:
    """The scorer of one group. Features are standardised for fitting, and the weights turned back to the features given."""
    kept = [one for one in examples if one.scored]
    rows = [[one.features.get(name, 0.0) for name in names] for example in kept for one in example.scored]
    values = torch.tensor(rows, dtype=torch.float32).reshape(len(rows), len(names))
    mean, spread = values.mean(0), values.std(0) + 1e-3
    values = (values - mean) / spread
    right = torch.tensor(np.concatenate([one.right for one in kept]), dtype=torch.float32)
    question = torch.cat([torch.full((len(one.scored),), at) for at, one in enumerate(kept)])
    parts = [_fit_one(values, right, question, len(kept), decay, seed) for seed in range(SEEDS)]
    linear = torch.stack([one.linear for one in parts]).mean(0) / spread
    hidden = torch.cat([one.hidden for one in parts]) / spread
    return Scorer(
        features=tuple(names),
        bias=float(torch.stack([one.bias for one in parts]).mean() - linear @ mean),
        linear=linear.double().numpy(),
        hidden=hidden.double().numpy(),
        hidden_bias=(torch.cat([one.hidden_bias for one in parts]) - hidden @ mean).double().numpy(),
        out=(torch.cat([one.out for one in parts]) / SEEDS).double().numpy(),
    )


@dataclass(frozen=True)
class Part:
    """One fitted model over standardised features, as tensors; shapes as in `Scorer`."""

    bias: torch.Tensor
    linear: torch.Tensor
    hidden: torch.Tensor
    hidden_bias: torch.Tensor
    out: torch.Tensor


def _fit_one(
    values: torch.Tensor, right: torch.Tensor, question: torch.Tensor, questions: int, decay: float, seed: int
) -> Part:
    torch.manual_seed(seed)
    linear, hidden = torch.nn.Linear(values.shape[1], 1), torch.nn.Linear(values.shape[1], HIDDEN)
    out = torch.nn.Linear(HIDDEN, 1, bias=False)
    with torch.no_grad():
        out.weight.mul_(0.1)
        linear.bias.fill_(-3.0)
    optimiser = torch.optim.Adam([*linear.parameters(), *hidden.parameters(), *out.parameters()], lr=RATE)
    answered = torch.zeros(questions).scatter_add(0, question, right) > 0
    for _ in range(STEPS):
        logits = (linear(values) + out(torch.tanh(hidden(values)))).squeeze(1)
        top = torch.zeros(questions).scatter_reduce(0, question, logits.detach(), "amax", include_self=True)
        masses = torch.exp(logits - top[question])
        everything = torch.log(torch.zeros(questions).scatter_add(0, question, masses) + torch.exp(-top)) + top
        gold = torch.zeros(questions).scatter_add(0, question, masses * right).clamp_min(1e-30)
        target = torch.where(answered, torch.log(gold) + top, torch.zeros(questions))
        size = sum((layer.weight**2).sum() for layer in (linear, hidden, out))
        loss = (everything - target).mean() + decay * size
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
    return Part(
        linear.bias.detach()[0],
        linear.weight.detach()[0],
        hidden.weight.detach(),
        hidden.bias.detach(),
        out.weight.detach()[0],
    )


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
        logits = model[one.group].logits([scored.features for scored in one.scored])
        order = [int(position) for position in (-logits).argsort()]
        ranked = [replace(one.scored[position], logit=float(logits[position])) for position in order]
        right = bool(order) and bool(one.accepted[order[0]])
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
    decay: Annotated[float, typer.Option(help="Weight decay.")] = 0.006,
    threshold: Annotated[float, typer.Option(help="Confidence below which no answer is given.")] = 0.5,
    final: Annotated[bool, typer.Option("--final", help="Refit on all questions and write weights.json.")] = False,
    keep: Annotated[
        bool, typer.Option("--keep", help="Leave the weights of weights.json, calibrate them on all questions.")
    ] = False,
    show: Annotated[bool, typer.Option("--show", help="Print each held-out question that is not right.")] = False,
    learn: Annotated[
        list[str] | None,
        typer.Option(help="As --set, for the weights alone: questions that tempt more than those of daily use."),
    ] = None,
) -> None:
    groups = {pair: read_examples(Path(pair.split("=")[0]), Path(pair.split("=")[1])) for pair in sets}
    taught = [one for pair in learn or () for one in read_examples(*map(Path, pair.split("=")))]
    everything = [*taught, *(one for examples in groups.values() for one in examples)]
    reachable = [bool(one.right.any()) for one in everything if one.question["answerable"] and not one.twin]
    typer.echo(
        f"{len(everything)} questions; a right candidate is there for {np.mean(reachable):.3f} of the answerable ones"
    )
    fitted: dict[str, object] = {}
    for plain in (True, False):
        typer.echo("without the span reader" if plain else "with the span reader")
        asked = {pair: [without_marks(one) for one in listed] if plain else listed for pair, listed in groups.items()}
        beside = [without_marks(one) for one in taught] if plain else taught
        examples = [*beside, *(one for listed in asked.values() for one in listed)]
        names = {group: names_of(examples, group, plain=plain) for group in get_args(Group)}
        sort: Sort = "plain" if plain else "full"
        if keep:
            kept: Model = {group: Scorer.load(group, sort) for group in get_args(Group)}
            calibration = calibrate_kept(asked, kept, threshold)
        else:
            calibration = calibrate(asked, beside, names, decay, threshold, show=show and not plain)
        if final:
            fitted[sort] = written(kept if keep else fit_groups(examples, names, decay), calibration)
    if final:
        WEIGHTS.write_text(_lines(fitted) + "\n", encoding="utf-8")


def without_marks(example: Example) -> Example:
    """The example as it is on a machine without the span reader: without the stretches that only that marks."""
    kept = [not one.features["marked"] for one in example.scored]
    scored = [one for one, keep in zip(example.scored, kept, strict=True) if keep]
    chosen = np.array(kept, dtype=bool)
    return replace(example, scored=scored, right=example.right[chosen], accepted=example.accepted[chosen])


def names_of(examples: list[Example], group: Group, *, plain: bool) -> list[str]:
    """The features that occur in a group, those of the span reader left out of a plain model."""
    names = {name: None for one in examples if one.group == group for scored in one.scored[:1] for name in scored.features}
    return [name for name in names if not (plain and name in SPAN_FEATURES)]


def calibrate(
    groups: dict[str, list[Example]], taught: list[Example], names: Names, decay: float, threshold: float, *, show: bool
) -> dict[Group, Calibration]:
    """Answers every part of `groups` with weights from the others and from `taught`, prints how that went, and calibrates
    on it."""
    everything = [*taught, *(one for examples in groups.values() for one in examples)]
    pooled: dict[str, list[Outcome]] = {pair: [] for pair in groups}
    asked_wrongly: dict[str, list[Outcome]] = {pair: [] for pair in groups}
    for part in range(PARTS):
        model = fit_groups([one for one in everything if one.part != part], names, decay)
        for pair, examples in groups.items():
            rest = [one for one in examples if one.part == part and not one.twin]
            twins = [one for one in examples if one.part == part and one.twin]
            pooled[pair] += outcomes(rest, model)
            asked_wrongly[pair] += outcomes(twins, model)
            if show:
                show_failures(rest, model)
    together = [one for results in pooled.values() for one in results]
    calibration: dict[Group, Calibration] = {
        group: platt([one for one in together if one.group == group], threshold) for group in names
    }
    for pair, results in pooled.items():
        report(f"held-out {pair.split('=')[1]}", results, calibration)
        report("  its twins", asked_wrongly[pair], calibration)
    for level in LEVELS:
        moved = {group: replace(one, threshold=level) for group, one in calibration.items()}
        for group in names:
            report(f"{group} at {level:.2f}", [one for one in together if one.group == group], moved)
    return calibration


def calibrate_kept(groups: dict[str, list[Example]], model: Model, threshold: float) -> dict[Group, Calibration]:
    """Calibrates weights that stay as they are on all questions but the twins, and prints how they answer them."""
    pooled = {pair: outcomes([one for one in examples if not one.twin], model) for pair, examples in groups.items()}
    together = [one for results in pooled.values() for one in results]
    calibration: dict[Group, Calibration] = {
        group: platt([one for one in together if one.group == group], threshold) for group in model
    }
    for pair, results in pooled.items():
        report(pair.split("=")[1], results, calibration)
    return calibration


def fit_groups(examples: list[Example], names: Names, decay: float) -> Model:
    return {group: fit_scorer([one for one in examples if one.group == group], names[group], decay) for group in names}


def written(model: Model, calibration: dict[Group, Calibration]) -> dict[str, object]:
    """A model as it stands in the file."""
    data: dict[str, object] = {group: scorer.to_json() for group, scorer in model.items()}
    data["confidence"] = {
        group: {"slope": round(one.slope, 4), "offset": round(one.offset, 4), "threshold": one.threshold}
        for group, one in calibration.items()
    }
    return data


def show_failures(examples: list[Example], model: Model) -> None:
    for one, outcome in zip(examples, outcomes(examples, model), strict=True):
        if outcome.right or (not outcome.answerable and outcome.mass < 0.3):
            continue
        logits = model[one.group].logits([scored.features for scored in one.scored])
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


def _lines(fitted: dict[str, object]) -> str:
    """JSON with each list of numbers or names on a line of its own."""
    text = json.dumps(fitted, indent=1)
    return re.sub(r"\[[^\[\]{}]*\]", lambda found: " ".join(found.group().split()), text)


if __name__ == "__main__":
    app()
