"""The network that marks where an answer begins and ends: the embedded encoder, low-rank changes to its upper layers, and
two numbers a token.

A question and a text go through the encoder together (Devlin et al. 2019), so that each word of the text is seen in the
light of the question. The changes are low-rank (Hu et al., LoRA, 2022), a few megabytes beside an encoder that the user
has already; `reader/spans/training.py` fits them, `merge` adds them to the weights for good.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

ADAPTER = Path(__file__).with_name("adapter.safetensors")
FIRST_LAYER = 6
"""The lowest layer that is changed; those below are the encoder's own."""
RANK = 32
SCALE = 2.0
"""Of a low-rank change before it is added."""
HEADS = "heads"


class LowRank(nn.Module):
    """A frozen linear layer plus `SCALE * up(down(inputs))`; `up` begins at zero, so that nothing is changed at first."""

    def __init__(self, layer: nn.Linear, dropout: float = 0.1) -> None:
        super().__init__()
        self.layer = layer
        self.down = nn.Parameter(torch.randn(RANK, layer.in_features) / layer.in_features**0.5)
        self.up = nn.Parameter(torch.zeros(layer.out_features, RANK))
        self.dropout = nn.Dropout(dropout)

    def forward(self, inputs: Tensor) -> Tensor:
        low = self.dropout(nn.functional.linear(inputs, self.down))
        changed: Tensor = self.layer(inputs) + SCALE * nn.functional.linear(low, self.up)
        return changed


class SpanNetwork(nn.Module):
    """`encoder` is a BERT; the output is [texts, tokens, 2]: log-odds that the answer begins, and ends, at a token."""

    def __init__(self, encoder: Any) -> None:
        super().__init__()
        self.encoder = encoder
        self.heads = nn.Linear(encoder.config.hidden_size, 2)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        scores: Tensor = self.heads(hidden)
        return scores


def changed_layers(encoder: Any) -> Iterator[tuple[str, nn.Linear]]:
    """The linear layers that the adapter changes, by name within the encoder."""
    for name, layer in encoder.named_modules():
        parts = name.split(".")
        if isinstance(layer, nn.Linear) and parts[:2] == ["encoder", "layer"] and int(parts[2]) >= FIRST_LAYER:
            yield name, layer


def adapt(encoder: Any) -> None:
    """Puts a `LowRank` in the place of every changed layer, and freezes everything else."""
    encoder.requires_grad_(requires_grad=False)
    for name, layer in list(changed_layers(encoder)):
        encoder.set_submodule(name, LowRank(layer))


def learning(network: SpanNetwork, *, on: bool) -> None:
    """Turns the dropout of the changes on or off. The encoder's own stays off: it takes longer than all else together."""
    network.eval()
    for layer in network.modules():
        if isinstance(layer, LowRank):
            layer.dropout.train(on)


def save_adapter(network: SpanNetwork, file: Path = ADAPTER) -> None:
    """Writes the changes and the heads in 16 bits."""
    kept = {f"{HEADS}.{name}": value for name, value in network.heads.state_dict().items()}
    for name, layer in network.encoder.named_modules():
        if isinstance(layer, LowRank):
            kept |= {f"{name}.down": layer.down, f"{name}.up": layer.up}
    save_file({name: value.detach().to(torch.float16).contiguous() for name, value in kept.items()}, file)


def load_adapter(network: SpanNetwork, file: Path = ADAPTER) -> None:
    """The saved changes and heads into a network made by `adapt`, to train on."""
    saved = {name: value.float() for name, value in load_file(file).items()}
    with torch.no_grad():
        for name, layer in network.encoder.named_modules():
            if isinstance(layer, LowRank):
                layer.down.copy_(saved[f"{name}.down"])
                layer.up.copy_(saved[f"{name}.up"])
    network.heads.load_state_dict({name: saved[f"{HEADS}.{name}"] for name in ("weight", "bias")})


def merge(network: SpanNetwork, file: Path = ADAPTER) -> None:
    """Adds the saved changes to the weights of a plain encoder, and loads the heads. Costs nothing at run time."""
    saved = {name: value.float() for name, value in load_file(file).items()}
    with torch.no_grad():
        for name, layer in changed_layers(network.encoder):
            layer.weight += SCALE * saved[f"{name}.up"] @ saved[f"{name}.down"]
    network.heads.load_state_dict({name: saved[f"{HEADS}.{name}"] for name in ("weight", "bias")})
