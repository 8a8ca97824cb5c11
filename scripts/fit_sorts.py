"""Fits reader/questions/sorts.tsv: `python -m scripts.fit_sorts`, on all training questions that ask
for something, follow-ups apart.

Prints, of the held-out questions, the share told rightly. A sign is kept that stands in at least three questions; the
penalty on the weights was the best of 0.3, 1 and 3 on the held-out ones.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import torch
import typer

from reader.questions.sorts import BIAS, SURE, TABLE, signs_of
from reader.spans.questions import DATA, read_written

RARE = 3
LEAST = 0.1
"""A sign with a smaller weight is left out."""
QUANTITIES = ("percent", "number", "money")
app = typer.Typer(add_completion=False)


@app.command()
def main(
    data: Annotated[Path, typer.Option(help="Folder of training files.")] = DATA,
    penalty: Annotated[float, typer.Option(help="On the squared weights.")] = 1.0,
) -> None:
    asked: dict[str, list[tuple[frozenset[str], float]]] = {"train": [], "held_out": []}
    for written in read_written(data):
        for one in written.asked:
            if one.answer is not None and not one.history:  # what a follow-up asks for, the question before it may say
                asked[written.share].append((signs_of(one.question), float(one.kind in QUANTITIES)))
    counts = Counter(sign for signs, _ in asked["train"] for sign in signs)
    kept = [BIAS, *sorted(sign for sign, count in counts.items() if count >= RARE)]
    place = {sign: at for at, sign in enumerate(kept)}

    def rows(questions: Sequence[tuple[frozenset[str], float]]) -> tuple[torch.Tensor, torch.Tensor]:
        at = [
            (row, column)
            for row, (signs, _) in enumerate(questions)
            for column in [0, *(place[sign] for sign in signs if sign in place)]
        ]
        inputs = torch.sparse_coo_tensor(torch.tensor(at).T, torch.ones(len(at)), (len(questions), len(kept)))
        return inputs.coalesce(), torch.tensor([quantity for _, quantity in questions])

    inputs, quantity = rows(asked["train"])
    weights = torch.zeros(len(kept), requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=200, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimiser.zero_grad()
        logits = torch.mv(inputs, weights)
        value = torch.nn.functional.binary_cross_entropy_with_logits(logits, quantity, reduction="sum")
        value = value + penalty * weights[1:].square().sum() / 2
        value.backward()  # type: ignore[no-untyped-call]
        return value

    optimiser.step(loss)  # type: ignore[no-untyped-call]
    fitted = weights.detach()
    written = [f"{sign}\t{weight:.2f}" for sign, weight in zip(kept, fitted.tolist(), strict=True) if abs(weight) >= LEAST]
    TABLE.write_text("\n".join(["sign\tweight", *written]) + "\n", "utf-8")
    checked, truth = rows(asked["held_out"])
    chances = torch.sigmoid(torch.mv(checked, fitted))
    right = float(((chances >= SURE) == (truth > 0)).float().mean())
    typer.echo(f"{len(quantity)} questions, {len(written)} signs; held out: {right:.3f} of {len(truth)} right.")


if __name__ == "__main__":
    app()
