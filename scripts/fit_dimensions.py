"""Fits reader/lexicon/dimensions.tsv: `python -m scripts.fit_dimensions`, on the training questions whose answers have
a unit, follow-ups apart.

Prints the share of the held-out questions whose answer has the likeliest dimension. A word is kept that stands in at least
three questions; the penalty on the weights was the best of 0.3, 1 and 3 on the held-out ones.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import torch
import typer

from plans.numbers import find_quantities
from reader.lexicon.dimensions import BIAS, DIMENSIONS, TABLE, dimension_of, words_of
from reader.spans.questions import DATA, read_written

RARE = 3
PENALTY = 1.0
LEAST = 0.15
"""A term all of whose weights are smaller is left out."""
app = typer.Typer(add_completion=False)


@app.command()
def main(data: Annotated[Path, typer.Option(help="Folder of training files.")] = DATA) -> None:
    asked: dict[str, list[tuple[frozenset[str], int]]] = {"train": [], "held_out": []}
    for written in read_written(data):
        for one in written.asked:
            if one.answer is None or one.history or one.kind not in ("percent", "number", "money"):
                continue
            found = find_quantities(one.answer.of(written.text))
            name = dimension_of(found[0].quantity.unit) if found else None
            if name is not None:
                asked[written.share].append((words_of(one.question), DIMENSIONS.index(name)))
    counts = Counter(term for terms, _ in asked["train"] for term in terms)
    kept = [BIAS, *sorted(term for term, count in counts.items() if count >= RARE)]
    place = {term: at for at, term in enumerate(kept)}

    def rows(questions: Sequence[tuple[frozenset[str], int]]) -> tuple[torch.Tensor, torch.Tensor]:
        inputs = torch.zeros(len(questions), len(kept))
        for row, (terms, _) in enumerate(questions):
            inputs[row, [0, *(place[term] for term in terms if term in place)]] = 1.0
        return inputs, torch.tensor([name for _, name in questions])

    inputs, names = rows(asked["train"])
    weights = torch.zeros(len(kept), len(DIMENSIONS), requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=200, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimiser.zero_grad()
        value = torch.nn.functional.cross_entropy(inputs @ weights, names, reduction="sum")
        value = value + PENALTY * weights[1:].square().sum() / 2
        value.backward()  # type: ignore[no-untyped-call]
        return value

    optimiser.step(loss)  # type: ignore[no-untyped-call]
    fitted = weights.detach()
    lines = ["\t".join(["term", *DIMENSIONS])]
    for term, row in zip(kept, fitted, strict=True):
        if term == BIAS or float(row.abs().max()) >= LEAST:
            lines.append("\t".join([term, *(f"{value:.2f}" for value in row.tolist())]))
    TABLE.write_text("\n".join(lines) + "\n", "utf-8")
    checked, truth = rows(asked["held_out"])
    right = float(((checked @ fitted).argmax(1) == truth).float().mean())
    typer.echo(f"{len(names)} questions, {len(lines) - 2} terms; held out: {right:.3f} of {len(truth)} right.")


if __name__ == "__main__":
    app()
