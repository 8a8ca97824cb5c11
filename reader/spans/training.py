"""Fits the adapter: `python -m reader.spans.training INDEX` (some hours on two cores).

The data are this project's own (data/training); `INDEX` is an index of their documents (`scripts/training_corpus.py`). One
softmax over the tokens of all passages of a question and "nowhere" (logit 0) is asked where the answer begins, another
where it ends (shared normalisation: Clark and Gardner 2018). The layers below the first changed one are the encoder's own;
what they make of a pair is computed once.
"""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import torch
import typer
from torch import Tensor

from reader.spans.groups import Drawn, Group, read_groups
from reader.spans.network import FIRST_LAYER, SpanNetwork, adapt, learning, load_adapter, save_adapter
from reader.spans.pairs import Pair, Pairs
from reader.spans.questions import DATA
from retriever import Index, embedded_model
from retriever.arithmetic import one_thread_each

SEED = 20261125
Gradients = tuple[float, Sequence[Tensor]]
"""A loss, and what it asks of each weight."""
app = typer.Typer(add_completion=False)


class Prepared:
    """The pairs of a group, with what the unchanged layers make of them ([tokens, hidden], 16 bits each)."""

    def __init__(self, group: Group, pairs: Pairs, encoder: Any) -> None:
        self.pairs: list[Pair] = [pairs.make(group.question, one.context, one.text) for one in group.passages]
        self.hidden = [_below(pair, encoder) for pair in self.pairs]
        self.longest = max(len(one) for one in self.hidden)
        self.target = self.pairs[0].tokens_of(group.answer) if group.answer is not None else None


def _below(pair: Pair, encoder: Any) -> Tensor:
    with torch.inference_mode():
        hidden = encoder.embeddings(input_ids=torch.tensor([pair.ids]))
        for layer in encoder.encoder.layer[:FIRST_LAYER]:
            hidden = _first(layer(hidden))
    kept: Tensor = hidden[0].to(torch.float16).clone()
    return kept


def _first(output: Any) -> Tensor:
    found: Tensor = output[0] if isinstance(output, tuple) else output
    return found


def _above(network: SpanNetwork, hidden: Sequence[Tensor]) -> list[Tensor]:
    """Scores [tokens, 2] of each pair, from what the unchanged layers gave."""
    longest = max(len(one) for one in hidden)
    batch = torch.zeros(len(hidden), longest, hidden[0].shape[-1])
    mask = torch.full((len(hidden), 1, 1, longest), torch.finfo(torch.float32).min)
    for row, one in enumerate(hidden):
        batch[row, : len(one)] = one.float()
        mask[row, ..., : len(one)] = 0.0
    for layer in network.encoder.encoder.layer[FIRST_LAYER:]:
        batch = _first(layer(batch, attention_mask=mask))
    scores = network.heads(batch)
    return [scores[row, : len(one)] for row, one in enumerate(hidden)]


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
    epochs: Annotated[int, typer.Option(help="Passes over the data.")] = 4,
    rate: Annotated[float, typer.Option(help="Highest learning rate.")] = 1e-3,
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
    encoder = BertModel.from_pretrained(folder, dtype=torch.float32).eval()  # type: ignore[no-untyped-call]
    start = time.monotonic()
    threads = torch.get_num_threads()
    drawn = Drawn(long, short, frozenset(name for name in whole.split(",") if name))
    groups = list(read_groups(data, Index.open(index), chance, threads, drawn))
    typer.echo(f"{len(groups)} questions with their passages; {time.monotonic() - start:.0f} s")
    with one_thread_each(threads) as pool:
        prepared = list(pool.map(lambda group: Prepared(group, pairs, encoder), groups))
    train = [one for one, group in zip(prepared, groups, strict=True) if group.share == "train"]
    check = [one for one, group in zip(prepared, groups, strict=True) if group.share == "held_out"]
    typer.echo(f"{len(train)} questions to learn from, {len(check)} held out; {time.monotonic() - start:.0f} s")
    network = SpanNetwork(encoder)
    adapt(encoder)
    if go_on:
        load_adapter(network)
    weights = [one for one in network.parameters() if one.requires_grad]
    steps = epochs * (len(train) // batch)
    optimiser = torch.optim.AdamW(weights, lr=rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rate, total_steps=steps + 1, pct_start=0.1)
    with one_thread_each(threads) as pool:
        for epoch in range(epochs):
            learning(network, on=True)
            total = 0.0
            for chosen in _batches(train, batch, chance):
                parts = [chosen[at::threads] for at in range(threads)]
                told = list(pool.map(partial(_gradients, network, weights), [part for part in parts if part]))
                for weight, *found in zip(weights, *(gradients for _, gradients in told), strict=True):
                    weight.grad = torch.stack(found).sum(0) / batch
                torch.nn.utils.clip_grad_norm_(weights, 1.0)
                optimiser.step()
                schedule.step()
                total += sum(loss for loss, _ in told)
            typer.echo(
                f"epoch {epoch + 1}: loss {total / max(1, len(train)):.3f}; {_progress(network, check)}; "
                f"{time.monotonic() - start:.0f} s"
            )
            save_adapter(network)


def _batches(train: Sequence[Prepared], size: int, chance: random.Random) -> list[list[Prepared]]:
    """Questions of like length together, so that little is padding; in random order."""
    order = sorted(train, key=lambda one: one.longest * chance.uniform(0.85, 1.15))
    batches = [order[at : at + size] for at in range(0, len(order) - size + 1, size)]
    chance.shuffle(batches)
    return batches


def _gradients(network: SpanNetwork, weights: Sequence[Tensor], chosen: Sequence[Prepared]) -> Gradients:
    """Of some questions. Threads may run it side by side."""
    flat = _above(network, [one for prepared in chosen for one in prepared.hidden])
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
            scores = _above(network, prepared.hidden)
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
