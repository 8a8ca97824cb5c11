"""A virtual environment for each program that is compared with, made once and kept."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

WORK = Path("runs/benchmarks")
TORCH = ("torch>=2.13,<2.14", "sentence-transformers>=6,<7")  # the same engine for all of them


def python_of(name: str, requirements: Sequence[str], work: Path = WORK) -> Path:
    """The interpreter of the environment `name` with `requirements` installed. Raises `CalledProcessError`."""
    folder = work.resolve() / "environments" / name
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    wanted = [*TORCH, *requirements]
    mark = folder / f".ready-{hashlib.sha256(' '.join(wanted).encode()).hexdigest()[:12]}"
    if not mark.exists():
        print(f"Installing {name}: {', '.join(wanted)}", file=sys.stderr)
        venv.create(folder, with_pip=True, clear=folder.exists())
        subprocess.run([python, "-m", "pip", "install", "--quiet", *wanted], check=True)
        mark.touch()
    return python


def versions(python: Path, names: Sequence[str]) -> dict[str, str]:
    """Installed versions, for the table."""
    code = (
        "import sys; from importlib.metadata import version; print(*[f'{n} {version(n)}' for n in sys.argv[1:]], sep='\\n')"
    )
    shown = subprocess.run([python, "-c", code, *names], check=True, capture_output=True, text=True).stdout
    return dict(line.rsplit(" ", 1) for line in shown.splitlines())


def model_folder(work: Path = WORK) -> Path:
    """The embedded model as a sentence-transformers folder in 32 bits, as a hub gives it and other programs expect it."""
    folder = work.resolve() / "model-float32"
    if not (folder / "modules.json").exists():
        import torch
        from sentence_transformers import SentenceTransformer

        from retriever import embedded_model

        source = str(embedded_model.ensure())
        SentenceTransformer(source, device="cpu", model_kwargs={"dtype": torch.float32}).save_pretrained(str(folder))
    return folder
