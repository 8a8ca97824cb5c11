"""Averages two adapters: `python -m reader.spans.averaging ONE OTHER OUT`.

The mean of an adapter trained on and the one it began with keeps most of what training gained and little of what it lost
on documents of other kinds (Wortsman et al., Robust fine-tuning of zero-shot models, 2022). The changes themselves are
averaged, and brought back to their rank by a singular value decomposition.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import torch
import typer
from safetensors.torch import load_file, save_file

from reader.spans.network import HEADS, RANK

app = typer.Typer(add_completion=False)


@app.command()
def main(
    one: Annotated[Path, typer.Argument(help="An adapter.")],
    other: Annotated[Path, typer.Argument(help="The one trained on from it.")],
    out: Annotated[Path, typer.Argument(help="Where to write.")],
    share: Annotated[float, typer.Option(help="Of the second.")] = 0.5,
) -> None:
    first, second = load_file(one), load_file(other)
    kept = {
        name: (1 - share) * first[name].float() + share * second[name].float() for name in first if name.startswith(HEADS)
    }
    for name in (name.removesuffix(".up") for name in first if name.endswith(".up")):
        changes = [adapter[f"{name}.up"].float() @ adapter[f"{name}.down"].float() for adapter in (first, second)]
        left, sizes, right = torch.linalg.svd((1 - share) * changes[0] + share * changes[1], full_matrices=False)
        roots = sizes[:RANK].sqrt()
        kept |= {f"{name}.up": left[:, :RANK] * roots, f"{name}.down": roots[:, None] * right[:RANK]}
    save_file({name: value.to(torch.float16).contiguous() for name, value in kept.items()}, out)


if __name__ == "__main__":
    app()
