"""In which arithmetic a network runs here: 32 bits, bfloat16 or 8 bits, whichever this processor does fastest."""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from threading import Lock
from typing import Any, Literal, TypeVar

import torch

Precision = Literal["bfloat16", "int8", "float32"]
Given = TypeVar("Given")
Made = TypeVar("Made")

_MOST_ERROR = 0.07
"""Of a token's vector after one layer in 8 bits; layers above it stay in 32."""
_OUTLYING = 12.0
"""How many times its layer's usual largest value a channel reaches to be kept out of the 8 bits."""
_LEAST = 1e-6
"""By which a token is divided at least."""
_TRIAL_SHAPE = (320, 384, 1536)  # tokens, inputs, outputs: a batch in the largest layer of the embedded model
_TRIAL_ROUNDS = 9
_WORTH = 1.6
"""How much faster a layer must be in a coarser arithmetic for that to be taken. Layers are about half of the work: where 8
bits were a quarter faster in the trial, passages were read as fast in bfloat16, with a sixth of the error."""
_one_at_a_time = Lock()


@cache
def fastest_precision() -> Precision:
    """The finest arithmetic that is not much slower than the fastest, by a trial of some milliseconds.

    What a processor announces does not tell: bfloat16 is three times as fast as 32 bits on some that have it, and slower
    than 32 bits on others that have it too.
    """
    tokens, inputs, outputs = _TRIAL_SHAPE
    layer = torch.nn.Linear(inputs, outputs).requires_grad_(requires_grad=False)
    batch = torch.randn(tokens, inputs)
    narrow, narrow_batch = torch.nn.Linear(inputs, outputs, dtype=torch.bfloat16), batch.to(torch.bfloat16)
    trials: dict[Precision, Callable[[], object]] = {"float32": lambda: layer(batch)}
    trials["bfloat16"] = lambda: narrow(narrow_batch)
    if any(engine in torch.backends.quantized.supported_engines for engine in ("x86", "fbgemm", "qnnpack")):
        coarse = In8Bits(layer)
        trials["int8"] = lambda: coarse(batch)
    best = dict.fromkeys(trials, float("inf"))
    with torch.inference_mode():
        for _ in range(_TRIAL_ROUNDS):  # in turn, so that a busy machine is busy for all of them
            for name, run in trials.items():
                start = time.perf_counter()
                run()
                best[name] = min(best[name], time.perf_counter() - start)
    limit = min(best.values()) * _WORTH
    return next(name for name in best if best[name] <= limit)


def quantise(module: torch.nn.Module, trial: Callable[[], object]) -> None:
    """Puts the linear layers of `module` into 8 bits, except those that it would hurt; `trial` runs some text through it.

    In a few layers some channels are a hundred times larger than the rest, and their scale would leave no bits for the
    others (Dettmers et al., LLM.int8(), 2022). They show on any text, so two sentences tell which they are; they are
    multiplied apart, in 32 bits.
    """
    forms: dict[str, In8Bits] = {}
    hooks = []
    for name, layer in module.named_modules():
        if isinstance(layer, torch.nn.Linear):
            hooks.append(layer.register_forward_hook(_keep_where_alike(name, forms)))
    with torch.inference_mode():
        trial()
    for hook in hooks:
        hook.remove()
    for name, form in forms.items():
        module.set_submodule(name, form)


def _keep_where_alike(name: str, forms: dict[str, In8Bits]) -> Callable[..., None]:
    """A hook that makes the 8-bit form of a layer, and keeps it under `name` where it says nearly the same."""

    def compare(layer: torch.nn.Linear, inputs: tuple[torch.Tensor], output: torch.Tensor) -> None:
        form = In8Bits(layer, _outlying(inputs[0]))
        error = (form(inputs[0]) - output).norm(dim=-1) / output.norm(dim=-1)
        if float(error.mean()) < _MOST_ERROR:
            forms[name] = form

    return compare


def _outlying(inputs: torch.Tensor) -> torch.Tensor:
    """The channels [outlying] that reach far above the usual: their scale is not the others'."""
    largest = inputs.reshape(-1, inputs.shape[-1]).abs().amax(dim=0)
    return (largest > _OUTLYING * largest.median()).nonzero().squeeze(1)


class In8Bits(torch.nn.Module):
    """A linear layer: weights by output channel in -63..63, activations by token in all of 8 bits; the input channels
    `apart` in 32 bits.

    PyTorch scales the activations by batch. Each token is divided by its largest value before, and multiplied by it after,
    so that none loses its bits to another.

    Without VNNI two products are summed in 16 bits, which 255 * 127 twice overflows. PyTorch's own dynamic layer therefore
    halves the range of the activations; halving that of the weights, which vary less, loses a third as much.
    """

    def __init__(self, layer: torch.nn.Linear, apart: torch.Tensor | None = None) -> None:
        super().__init__()
        self._apart = apart if apart is not None and len(apart) else None
        self._weight_apart = None if self._apart is None else layer.weight.detach()[:, self._apart].float()
        weight = layer.weight.detach().float()
        scales = (weight.abs().amax(dim=1) / 63).clamp_min(1e-9).double()
        zeros = torch.zeros(len(scales), dtype=torch.int64)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # PyTorch announces the successor of this function in every process
            quantised = torch.quantize_per_channel(weight, scales, zeros, 0, torch.qint8)
        self._bias = None if layer.bias is None else layer.bias.detach().float()
        self._packed = torch.ops.quantized.linear_prepack(quantised, None)

    def forward(self, inputs: torch.Tensor) -> torch.Tensor:
        rest = inputs if self._apart is None else inputs.index_fill(-1, self._apart, 0.0)
        largest = rest.abs().amax(dim=-1, keepdim=True).clamp_min_(_LEAST)
        output: torch.Tensor = torch.ops.quantized.linear_dynamic(rest / largest, self._packed, reduce_range=False)
        output *= largest
        if self._bias is not None:
            output += self._bias
        if self._apart is not None and self._weight_apart is not None:
            output += torch.nn.functional.linear(inputs.index_select(-1, self._apart), self._weight_apart)
        return output


def side_by_side(run: Callable[[Given], Made], batches: Sequence[Given], *, light: bool = True) -> Iterator[Made]:
    """What `run` makes of each batch, in order, each by one thread; a single batch of a model that is not `light` by all.

    Threads that share a batch wait for each other after every layer, which costs several times the work on a machine that
    does something else too: a question took the embedded model 14 ms by one thread and up to a second by two.
    """
    if len(batches) == 1 and not light:
        with _one_at_a_time:
            yield run(batches[0])
        return
    yield from _threads().map(run, batches)


@cache
def _threads() -> ThreadPoolExecutor:
    return one_thread_each(torch.get_num_threads())


def one_thread_each(threads: int) -> ThreadPoolExecutor:
    """So many threads, each of which computes alone."""
    return ThreadPoolExecutor(threads, "compute", initializer=torch.set_num_threads, initargs=(1,))


def dtype_of(precision: Precision) -> Any:
    """What the weights are loaded as; 8 bits are made from 32."""
    return torch.bfloat16 if precision == "bfloat16" else torch.float32
