"""The arithmetic that a network runs in."""

from __future__ import annotations

import time
from typing import get_args

import pytest
import torch

from retriever.arithmetic import In8Bits, Precision, fastest_precision, quantise, side_by_side


def test_the_choice_is_one_of_the_three_and_stays() -> None:
    assert fastest_precision() in get_args(Precision)
    assert fastest_precision() == fastest_precision()


def test_a_layer_in_8_bits_says_nearly_the_same() -> None:
    torch.manual_seed(1)
    layer, inputs = torch.nn.Linear(64, 32), torch.randn(40, 64)
    error = (In8Bits(layer)(inputs) - layer(inputs)).norm() / layer(inputs).norm()
    assert error < 0.03


def test_a_loud_token_costs_the_others_nothing() -> None:
    torch.manual_seed(1)
    layer, inputs = torch.nn.Linear(64, 32), torch.randn(40, 64)
    inputs[0] *= 3000  # as some layers of real networks make one
    expected, quiet = layer(inputs)[1:], In8Bits(layer)(inputs)[1:]
    assert (quiet - expected).norm() / expected.norm() < 0.03


def test_a_layer_that_8_bits_would_hurt_is_left_alone() -> None:
    torch.manual_seed(1)
    loud = torch.nn.Linear(64, 64)
    with torch.no_grad():
        loud.weight[:, 3] *= 5000  # leaves no bits to the other weights
    network = torch.nn.Sequential(torch.nn.Linear(64, 64), Faint(), loud)
    quantise(network, lambda: network(torch.randn(40, 64)))
    assert isinstance(network[0], In8Bits)
    assert isinstance(network[2], torch.nn.Linear)


class Faint(torch.nn.Module):
    """Makes one channel five thousand times smaller than the others."""

    def forward(self, inputs: torch.Tensor) -> torch.Tensor:
        scale = torch.ones(inputs.shape[-1])
        scale[3] = 1 / 5000
        return inputs * scale


class LoudChannel(torch.nn.Module):
    """Makes one channel five hundred times larger than the others, as some layers of real networks do."""

    def forward(self, inputs: torch.Tensor) -> torch.Tensor:
        scale = torch.ones(inputs.shape[-1])
        scale[7] = 500
        return inputs * scale


def test_a_loud_channel_is_multiplied_apart_and_costs_the_others_nothing() -> None:
    torch.manual_seed(1)
    network = torch.nn.Sequential(LoudChannel(), torch.nn.Linear(64, 64))
    inputs = torch.randn(40, 64)
    expected = network(inputs)
    quantise(network, lambda: network(inputs))
    assert isinstance(network[1], In8Bits)
    assert (network(inputs) - expected).norm() / expected.norm() < 0.03
    quiet = inputs.clone()
    quiet[:, 7] = 0.0
    assert not torch.equal(network(quiet), network(inputs))


def test_batches_run_side_by_side_come_back_in_order() -> None:
    def slow_first(number: int) -> int:
        time.sleep(0.02 if number == 0 else 0)
        return number * number

    assert list(side_by_side(slow_first, [0, 1, 2, 3])) == [0, 1, 4, 9]
    assert list(side_by_side(slow_first, [])) == []


def test_a_batch_that_fails_says_so_and_the_threads_are_as_before() -> None:
    def fail(_: int) -> int:
        raise ValueError("broken")

    before = torch.get_num_threads()
    with pytest.raises(ValueError, match="broken"):
        list(side_by_side(fail, [1, 2, 3]))
    assert torch.get_num_threads() == before
