"""Fits reader/polarity/signs.tsv: `python -m scripts.fit_polarity`.

Multinomial logistic regression over the signs of `reader/polarity.py`, with weight decay. Prints how often yes or no would
be said of pairs that the weights do not know (five parts, neighbouring lines together), and how often rightly.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Annotated

import numpy as np
import torch
import typer

from reader.polarity.signs import signs
from reader.polarity.verdict import BIAS, LIKELY, POLARITIES, WEIGHTS

PAIRS = Path("data/training/yes_no.tsv")
PARTS = 5
NEIGHBOURS = 10
"""Lines that are kept in one part: they were written together."""
app = typer.Typer(add_completion=False)


def read_pairs(file: Path) -> tuple[list[str], np.ndarray, np.ndarray]:
    """Names of the signs, their values [pairs, signs], and polarities [pairs] by their place in `POLARITIES`."""
    with file.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = [signs(question, clause) for question, clause, _ in rows]
    names = list(found[0])
    values = np.array([[one[name] for name in names] for one in found])
    return names, values, np.array([POLARITIES.index(polarity) for _, _, polarity in rows])  # type: ignore[arg-type]


def fit(values: np.ndarray, polarities: np.ndarray, decay: float) -> tuple[np.ndarray, np.ndarray]:
    """Weights [polarities, signs] and bias [polarities] for signs as they are."""
    given = torch.tensor(values, dtype=torch.float64)
    mean, spread = given.mean(0), given.std(0) + 1e-2
    weights = torch.zeros(len(POLARITIES), values.shape[1], dtype=torch.float64, requires_grad=True)
    bias = torch.zeros(len(POLARITIES), dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.LBFGS([weights, bias], max_iter=100, line_search_fn="strong_wolfe")
    gold = torch.tensor(polarities)

    def loss() -> torch.Tensor:
        optimiser.zero_grad()
        logits = (given - mean) / spread @ weights.T + bias
        value = torch.nn.functional.cross_entropy(logits, gold) + decay * (weights**2).sum()
        value.backward()  # type: ignore[no-untyped-call]
        return value

    optimiser.step(loss)  # type: ignore[no-untyped-call]
    scaled = (weights / spread).detach()
    return scaled.numpy(), (bias.detach() - scaled @ mean).numpy()


def chances(values: np.ndarray, weights: np.ndarray, bias: np.ndarray) -> np.ndarray:
    """Probabilities [pairs, polarities]."""
    logits = values @ weights.T + bias
    raised: np.ndarray = np.exp(logits - logits.max(1, keepdims=True))
    return raised / raised.sum(1, keepdims=True)


@app.command()
def main(
    pairs: Annotated[Path, typer.Option(help="Lines of question, clause and polarity, tabs between.")] = PAIRS,
    decay: Annotated[float, typer.Option(help="Weight decay.")] = 0.01,
) -> None:
    names, values, polarities = read_pairs(pairs)
    part = np.arange(len(polarities)) // NEIGHBOURS % PARTS
    told = np.zeros((len(polarities), len(POLARITIES)))
    for one in range(PARTS):
        told[part == one] = chances(values[part == one], *fit(values[part != one], polarities[part != one], decay))
    said = told[:, :2].max(1) >= LIKELY
    right = said & (told[:, :2].argmax(1) == polarities)
    typer.echo(f"{len(polarities)} pairs: yes or no said of {said.mean():.3f}, rightly {right.sum() / said.sum():.3f}")
    weights, bias = fit(values, polarities, decay)
    rows = [(BIAS, bias), *((name, weights[:, column]) for column, name in enumerate(names))]
    lines = ["\t".join([name, *(f"{one:.3f}" for one in row)]) for name, row in rows]
    WEIGHTS.write_text("\n".join(["\t".join(["sign", *POLARITIES]), *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    app()
