"""Texts to vectors with a sentence-transformers model, in the fastest arithmetic that the processor has natively."""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from plans.errors import ModelError
from retriever import embedded_model
from retriever.arithmetic import Precision, dtype_of, fastest_precision, quantise, side_by_side
from retriever.settings import model_setting

log = logging.getLogger(__name__)

Vectors = npt.NDArray[np.float32]
Progress = Callable[[int], None]  # told how many texts have been encoded since the last call

# Padding included. What a layer makes of so few stays in the cache: one thread on AVX2 embedded 7.0 passages of 237
# tokens a second in batches of 512, and 6.5, 5.6, 5.0 in batches of 1024, 2048, 4096; with AVX-512 two threads embedded
# a fourteenth more in batches of 768 than of 320, and no more in larger ones.
_TOKENS_A_BATCH = 768
_ORDERING_WINDOW = 4096  # texts sorted by length at once
_LIGHT = 50_000_000  # weights, embeddings left out, of a model that one thread runs on a question in no time
_SAMPLE = 64  # values of each weight that enter the fingerprint
_TRIAL = ("Tỷ lệ hộ nghèo theo chuẩn đa chiều giảm còn 1,5%, thu ngân sách đạt 1.250 tỷ đồng.", "Who signed the plan?")


class Encoder:
    """One model, loaded. Thread-safe."""

    def __init__(self, name: str, model: Any, precision: Precision, fingerprint: str) -> None:
        self.name = name
        self.precision = precision
        self.fingerprint = fingerprint
        self._model = model
        self._tokenising = Lock()  # a tokenizer refuses to be set up by one thread while another uses it
        prompts = dict(model.prompts)
        self._query_prompt: str = prompts.get("query", "")
        self._passage_prompt: str = prompts.get("passage") or prompts.get("document") or ""
        self.dimension = int(model.get_embedding_dimension())
        self.max_tokens = int(model.max_seq_length or 512)
        self._light = _size_without_embeddings(model) <= _LIGHT
        self._rust = getattr(model.tokenizer, "backend_tokenizer", None)

    @property
    def transformer(self) -> Any:
        """The network under the pooling, as it runs."""
        return self._model[0].auto_model

    @classmethod
    def load(cls, name: str | None = None, precision: Precision | None = None) -> Encoder:
        """Loads `name` (a sentence-transformers name or folder), else the setting TRACUU_MODEL, else the embedded model.

        The embedded model and folders load with no network call. Raises `ModelError`.
        """
        name = name or model_setting()
        folder = str(embedded_model.ensure()) if name is None else name
        local = Path(folder).is_dir()
        precision = precision or fastest_precision()
        model = _load_model(folder, local, dtype_of(precision))
        fingerprint = _fingerprint(model)
        if precision == "int8":
            quantise(model, lambda: model(model.preprocess(list(_TRIAL))))
        shown = embedded_model.NAME if name is None else name
        log.info("Embedding model %s (%s), arithmetic %s.", shown, fingerprint, precision)
        return cls(shown, model, precision, fingerprint)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Float32 [n, dimension], rows of length 1."""
        return self._encode([self._query_prompt + text for text in texts], None)

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Float32 [n, dimension], rows of length 1. A text longer than the model's window is cut at its end."""
        return self._encode([self._passage_prompt + text for text in texts], progress)

    def count_tokens(self, text: str) -> int:
        """Tokens of `text` alone, without the prompt and the marks around it."""
        with self._tokenising:
            if self._rust is None:
                return len(self._model.tokenizer.encode(text, add_special_tokens=False))
            return len(self._rust.encode(text, add_special_tokens=False))

    def _encode(self, texts: list[str], progress: Progress | None) -> Vectors:
        vectors = np.zeros((len(texts), self.dimension), np.float32)
        for start in range(0, len(texts), _ORDERING_WINDOW):
            window = texts[start : start + _ORDERING_WINDOW]
            batches = [[start + at for at in batch] for batch in _batches([len(text) for text in window])]
            encoded = side_by_side(self._forward, [[texts[row] for row in rows] for rows in batches], light=self._light)
            for rows, encoded_rows in zip(batches, encoded, strict=True):
                vectors[rows] = encoded_rows
                if progress is not None:
                    progress(len(rows))
        return vectors

    def _forward(self, texts: Sequence[str]) -> Vectors:
        with self._tokenising:
            features = self._model.preprocess(list(texts))
        with torch.inference_mode():
            vectors = self._model(features)["sentence_embedding"].float()
            return np.asarray(torch.nn.functional.normalize(vectors, dim=-1).numpy(), np.float32)


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Rows in batches of like length, the longest first, each within the budget of tokens (3 characters a token)."""
    batch: list[int] = []
    longest = 1
    for row in sorted(range(len(lengths)), key=lambda at: -lengths[at]):
        longest = longest if batch else max(8, min(lengths[row] // 3, 512))
        batch.append(row)
        if (len(batch) + 1) * longest > _TOKENS_A_BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _load_model(folder: str, local: bool, dtype: torch.dtype) -> Any:
    if local:  # the hub's client must not even ask whether there is a newer version
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        os.environ.setdefault("TRANSFORMERS_OFFLINE", "1")
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "true")
    from sentence_transformers import SentenceTransformer  # after the settings above, which it reads when imported
    from transformers.utils import logging as transformers_logging

    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        model = SentenceTransformer(folder, device="cpu", local_files_only=local, model_kwargs={"dtype": dtype})
    except (OSError, ValueError, RuntimeError) as error:
        raise ModelError(
            f"The embedding model {folder!r} cannot be loaded ({_first_line(error)}): set TRACUU_MODEL to a "
            "sentence-transformers folder that is on this machine, or unset it to use the embedded model."
        ) from error
    return model.eval()


def _size_without_embeddings(model: Any) -> int:
    looked_up = {id(module.weight) for module in model.modules() if isinstance(module, torch.nn.Embedding)}
    return sum(weight.numel() for weight in model.parameters() if id(weight) not in looked_up)


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__


def _fingerprint(model: Any) -> str:
    """Twelve hexadecimal digits that tell models apart, the same in whatever arithmetic the model was loaded."""
    digest = hashlib.sha256(f"{model.max_seq_length}|{sorted(model.prompts.items())}|{len(model.tokenizer)}".encode())
    for name, weight in sorted(model.state_dict().items()):
        if "pooler" in name or not weight.is_floating_point():
            continue
        flat = weight.detach().reshape(-1)
        sample = flat[:: max(1, flat.numel() // _SAMPLE)].to(torch.bfloat16).view(torch.int16)
        digest.update(name.encode())
        digest.update(sample.contiguous().numpy().tobytes())
    return digest.hexdigest()[:12]
