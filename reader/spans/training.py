"""Fits the adapter: `python -m reader.spans.training INDEX` (an hour or two on two cores).

The data are this project's own (data/training); `INDEX` is an index of their documents (`scripts/training_corpus.py`). One
softmax over the tokens of all passages of a question and "nowhere" (logit 0) is asked where the answer begins, another
where it ends (shared normalisation: Clark and Gardner 2018). The encoder runs in bfloat16, what is learned is kept in 32
bits. Features of a pair are left out for all of its tokens at once (Gal and Ghahramani, variational dropout, 2016).
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import torch
import typer
from torch import Tensor, nn

from reader.spans.groups import Drawn, Group, read_groups
from reader.spans.network import SpanNetwork, changes_of, load_adapter, save_adapter
from reader.spans.pairs import Pair, Pairs, padded
from reader.spans.questions import DATA
from retriever import Index, embedded_model
from retriever.arithmetic import one_thread_each

SEED = 20261125
RISE = 100
"""Steps over which the learning rate rises."""
Gradients = tuple[float, Sequence[Tensor]]
"""A loss, and what it asks of each weight."""
app = typer.Typer(add_completion=False)


class Prepared:
    """The pairs of a group; `target` are the first and last token of the gold in the first one, None for "nowhere"."""

    def __init__(self, group: Group, pairs: Pairs) -> None:
        self.pairs: list[Pair] = [pairs.make(group.question, one.context, one.text) for one in group.passages]
        self.longest = max(len(one.ids) for one in self.pairs)
        self.target = self.pairs[0].tokens_of(group.answer) if group.answer is not None else None
        self.cut_off = group.answer is not None and self.target is None


class Dropped(nn.Module):
    """Leaves a share of the features out, the same ones for all tokens of a text."""

    def __init__(self, share: float = 0.1) -> None:
        super().__init__()
        self.share = share

    def forward(self, inputs: Tensor) -> Tensor:
        if not self.training:
            return inputs
        kept = torch.empty(inputs.shape[0], 1, inputs.shape[2]).bernoulli_(1 - self.share).div_(1 - self.share)
        return inputs * kept.to(inputs.dtype)


def with_dropout(encoder: Any) -> None:
    """Puts `Dropped` in the place of the encoder's own dropout, which takes longer than all else together."""
    encoder.embeddings.dropout = Dropped()
    for layer in encoder.encoder.layer:
        layer.attention.output.dropout, layer.output.dropout = Dropped(), Dropped()


def learning(network: SpanNetwork, *, on: bool) -> None:
    """Turns dropout on or off."""
    network.eval()
    for layer in network.modules():
        if isinstance(layer, Dropped):
            layer.train(on)


def _scores(network: SpanNetwork, pairs: Sequence[Pair]) -> list[Tensor]:
    """Scores [tokens, 2] of each pair."""
    scores = network(*padded(pairs))
    return [scores[row, : len(pair.ids)] for row, pair in enumerate(pairs)]


def loss_of(scores: Sequence[Tensor], prepared: Prepared) -> Tensor:
    """Negative log-likelihood of the gold's begin and end, or of "nowhere", in one softmax over all pairs of the group."""
    total = torch.zeros(())
    for side in range(2):
        kept = [score[pair.first : pair.last, side] for score, pair in zip(scores, prepared.pairs, strict=True)]
        everything = torch.logsumexp(torch.cat([torch.zeros(1), *kept]), 0)
        if prepared.target is None:
            total = total + everything
        else:
            total = total + everything - scores[0][prepared.target[side], side]
    return total


@app.command()
def main(
    index: Annotated[Path, typer.Argument(help="Index of the training documents.")],
    data: Annotated[Path, typer.Option(help="Folder of training files.")] = DATA,
    epochs: Annotated[int, typer.Option(help="Passes over the data.")] = 2,
    rate: Annotated[float, typer.Option(help="Highest learning rate.")] = 4e-4,
    batch: Annotated[int, typer.Option(help="Questions a step.")] = 8,
    short: Annotated[float, typer.Option(help="Share of the questions over short documents that is learned from.")] = 1.0,
    long: Annotated[float, typer.Option(help="The same over long documents.")] = 1.0,
    whole: Annotated[str, typer.Option(help="Names of training files of which all is, however long: a,b,c.")] = "",
    go_on: Annotated[bool, typer.Option("--go-on", help="Begin with the adapter that is there.")] = False,
) -> None:
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    from transformers import BertModel  # here: heavy

    folder = embedded_model.ensure()
    pairs = Pairs(folder)
    encoder: Any = BertModel.from_pretrained(folder, dtype=torch.float32, attn_implementation="eager")
    start = time.monotonic()
    threads = torch.get_num_threads()
    drawn = Drawn(long, short, frozenset(name for name in whole.split(",") if name))
    groups = list(read_groups(data, Index.open(index), chance, threads, drawn))
    prepared = [(Prepared(group, pairs), group.share) for group in groups]
    train = [one for one, share in prepared if share == "train" and not one.cut_off]
    check = [one for one, share in prepared if share == "held_out" and not one.cut_off]
    typer.echo(f"{len(train)} questions to learn from, {len(check)} held out; {time.monotonic() - start:.0f} s")
    with_dropout(encoder)
    network = SpanNetwork(encoder)
    changes = changes_of(encoder)
    if go_on:
        load_adapter(network.heads, changes)
    encoder.to(torch.bfloat16)
    asked = [*(one.layer.weight for one in changes), network.heads.weight, network.heads.bias]
    weights = [*(part for one in changes for part in (one.up, one.down)), network.heads.weight, network.heads.bias]
    steps = epochs * (len(train) // batch)
    optimiser = torch.optim.AdamW(weights, lr=rate, betas=(0.9, 0.98), weight_decay=0.01)
    falling = partial(_rate, steps=steps)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, falling)
    with one_thread_each(threads) as pool:
        for epoch in range(epochs):
            learning(network, on=True)
            total = 0.0
            for chosen in _batches(train, batch, chance):
                parts = [chosen[at::threads] for at in range(threads)]
                told = list(pool.map(partial(_gradients, network, asked), [part for part in parts if part]))
                summed = [torch.stack([one.float() for one in parts]).sum(0) / batch for parts in _turned(told)]
                of_changes = [part for one, whole in zip(changes, summed, strict=False) for part in one.gradients(whole)]
                for weight, gradient in zip(weights, [*of_changes, *summed[len(changes) :]], strict=True):
                    weight.grad = gradient
                torch.nn.utils.clip_grad_norm_(weights, 1.0)
                optimiser.step()
                schedule.step()
                for one in changes:
                    one.apply()
                total += sum(loss for loss, _ in told)
            typer.echo(
                f"epoch {epoch + 1}: loss {total / max(1, len(train)):.3f}; {_progress(network, check)}; "
                f"{time.monotonic() - start:.0f} s"
            )
            save_adapter(network.heads, changes)


def _rate(step: int, steps: int) -> float:
    """Share of the highest learning rate: rises over the first steps, then falls to nothing in a line."""
    return min(1.0, (step + 1) / RISE) * max(0.0, 1.0 - step / max(1, steps))


def _turned(told: Sequence[Gradients]) -> Iterator[tuple[Tensor, ...]]:
    """What each thread asks of the first weight, of the second, and so on."""
    return zip(*(gradients for _, gradients in told), strict=True)


def _batches(train: Sequence[Prepared], size: int, chance: random.Random) -> list[list[Prepared]]:
    """Questions of like length together, so that little is padding; in random order."""
    order = sorted(train, key=lambda one: one.longest * chance.uniform(0.85, 1.15))
    batches = [order[at : at + size] for at in range(0, len(order) - size + 1, size)]
    chance.shuffle(batches)
    return batches


def _gradients(network: SpanNetwork, weights: Sequence[Tensor], chosen: Sequence[Prepared]) -> Gradients:
    """Of some questions. Threads may run it side by side."""
    flat = _scores(network, [pair for prepared in chosen for pair in prepared.pairs])
    loss = torch.zeros(())
    for prepared in chosen:
        loss = loss + loss_of([flat.pop(0) for _ in prepared.pairs], prepared)
    return float(loss.detach()), torch.autograd.grad(loss, list(weights))


def _progress(network: SpanNetwork, check: Sequence[Prepared]) -> str:
    """Loss, and the share of questions whose best begin and end are the gold's (or nowhere), on held-out documents."""
    learning(network, on=False)
    losses, right = [], []
    with torch.inference_mode():
        for prepared in check:
            scores = _scores(network, prepared.pairs)
            losses.append(float(loss_of(scores, prepared)))
            best = []
            for side in range(2):
                kept = torch.cat(
                    [torch.zeros(1), *(s[p.first : p.last, side] for s, p in zip(scores, prepared.pairs, strict=True))]
                )
                gold = 0 if prepared.target is None else 1 + prepared.target[side] - prepared.pairs[0].first
                best.append(int(kept.argmax()) == gold)
            right.append(all(best))
    count = max(1, len(check))
    return f"held-out loss {sum(losses) / count:.3f}, exact {sum(right) / count:.3f}"


if __name__ == "__main__":
    app()
