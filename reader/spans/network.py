"""The network that marks where an answer begins and ends: the embedded encoder, low-rank changes to its layers, and two
numbers a token.

A question and a text go through the encoder together (Devlin et al. 2019), so that each word of the text is seen in the
light of the question. The changes are low-rank (Hu et al., LoRA, 2022), a few megabytes beside an encoder that the user
has already; `reader/spans/training.py` fits them, `merge` adds them to the weights for good.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

ADAPTER = Path(__file__).with_name("adapter.safetensors")
RANK = 32
SCALE = 2.0
"""Of a low-rank change before it is added."""
HEADS = "heads"


class Change:
    """A low-rank change to a linear layer, whose weight becomes `SCALE * up @ down` more than it was.

    `up` begins at zero, so that nothing is changed at first. The layer runs with the changed weight and in its own
    precision; `up` and `down` are kept in 32 bits.
    """

    def __init__(self, name: str, layer: nn.Linear) -> None:
        self.name = name
        self.layer = layer
        self._before = layer.weight.detach().float().clone()
        self.down = nn.Parameter(torch.randn(RANK, layer.in_features) / layer.in_features**0.5)
        self.up = nn.Parameter(torch.zeros(layer.out_features, RANK))

    def apply(self) -> None:
        """Writes the changed weight into the layer."""
        with torch.no_grad():
            self.layer.weight.copy_(self._before + SCALE * self.up @ self.down)

    def gradients(self, weight: Tensor) -> tuple[Tensor, Tensor]:
        """The gradients of `up` and `down` from that of the layer's weight."""
        weight = SCALE * weight.float()
        return weight @ self.down.detach().T, self.up.detach().T @ weight


class SpanNetwork(nn.Module):
    """`encoder` is a BERT; the output is [texts, tokens, 2]: log-odds that the answer begins, and ends, at a token."""

    def __init__(self, encoder: Any) -> None:
        super().__init__()
        self.encoder = encoder
        self.heads = nn.Linear(encoder.config.hidden_size, 2)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        scores: Tensor = self.heads(hidden.to(self.heads.weight.dtype))
        return scores


def changed_layers(encoder: Any) -> Iterator[tuple[str, nn.Linear]]:
    """The linear layers that the adapter changes, by name within the encoder: all but its pooler."""
    for name, layer in encoder.named_modules():
        if isinstance(layer, nn.Linear) and name.startswith("encoder.layer."):
            yield name, layer


def changes_of(encoder: Any) -> list[Change]:
    """A change for every layer; nothing else of the encoder learns."""
    encoder.requires_grad_(requires_grad=False)
    changes = [Change(name, layer) for name, layer in changed_layers(encoder)]
    for one in changes:
        one.layer.weight.requires_grad = True
    return changes


def save_adapter(heads: nn.Linear, changes: Sequence[Change], file: Path = ADAPTER) -> None:
    """Writes the changes and the heads in 16 bits."""
    kept = {f"{HEADS}.{name}": value for name, value in heads.state_dict().items()}
    for one in changes:
        kept |= {f"{one.name}.down": one.down, f"{one.name}.up": one.up}
    save_file({name: value.detach().to(torch.float16).contiguous() for name, value in kept.items()}, file)


def load_adapter(heads: nn.Linear, changes: Sequence[Change], file: Path = ADAPTER) -> None:
    """The saved changes and heads, to train on; a layer of which nothing is saved begins unchanged."""
    saved = {name: value.float() for name, value in load_file(file).items()}
    with torch.no_grad():
        for one in changes:
            if f"{one.name}.up" in saved:
                one.down.copy_(saved[f"{one.name}.down"])
                one.up.copy_(saved[f"{one.name}.up"])
            one.apply()
    heads.load_state_dict({name: saved[f"{HEADS}.{name}"] for name in ("weight", "bias")})


def merge(network: SpanNetwork, file: Path = ADAPTER) -> None:
    """Adds the saved changes to the weights of a plain encoder, and loads the heads. Costs nothing at run time."""
    saved = {name: value.float() for name, value in load_file(file).items()}
    with torch.no_grad():
        for name, layer in changed_layers(network.encoder):
            layer.weight += SCALE * saved[f"{name}.up"] @ saved[f"{name}.down"]
    network.heads.load_state_dict({name: saved[f"{HEADS}.{name}"] for name in ("weight", "bias")})
