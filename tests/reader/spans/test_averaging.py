"""The mean of two adapters."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from reader.spans.averaging import main
from reader.spans.network import ADAPTER


@pytest.mark.parametrize(("share", "factor"), [(0.0, 1.0), (0.5, 2.0), (1.0, 3.0)])
def test_the_mean_lies_between_an_adapter_and_the_other(tmp_path: Path, share: float, factor: float) -> None:
    one = load_file(ADAPTER)
    other = {name: value * 3 if name.endswith(".up") else value for name, value in one.items()}
    save_file(other, tmp_path / "other.safetensors")
    main(ADAPTER, tmp_path / "other.safetensors", tmp_path / "mean.safetensors", share)
    mean = load_file(tmp_path / "mean.safetensors")
    assert mean.keys() == one.keys()
    name = next(name.removesuffix(".up") for name in one if name.endswith(".up"))
    wanted = factor * one[f"{name}.up"].float() @ one[f"{name}.down"].float()
    made = mean[f"{name}.up"].float() @ mean[f"{name}.down"].float()
    assert torch.linalg.norm(made - wanted) < 0.01 * torch.linalg.norm(wanted)
