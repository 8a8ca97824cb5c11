"""Texts to vectors with a sentence-transformers model, in the fastest arithmetic that the processor has natively."""

from __future__ import annotations

import hashlib
import logging
import os
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
import torch

from plans.errors import ModelError
from retriever import embedded_model
from retriever.settings import model_setting

log = logging.getLogger(__name__)

Vectors = npt.NDArray[np.float32]
Progress = Callable[[int], None]  # told how many texts have been encoded since the last call
Precision = Literal["bfloat16", "int8", "float32"]

# Padding included. What a layer makes of so few stays in the cache: one thread on AVX2 embedded 7.0 passages of 237
# tokens a second in batches of 512, and 6.5, 5.6, 5.0 in batches of 1024, 2048, 4096; alone as fast as two by two.
_TOKENS_A_BATCH = 320
_ORDERING_WINDOW = 4096  # texts sorted by length at once
_SAMPLE = 64  # values of each weight that enter the fingerprint
# Of a token's vector after one layer in 8 bits. Three of the embedded model's are at 0.50, 0.28, 0.21, the next at 0.14.
_MOST_ERROR = 0.17
_TRIAL = ("Tỷ lệ hộ nghèo theo chuẩn đa chiều giảm còn 1,5%, thu ngân sách đạt 1.250 tỷ đồng.", "Who signed the plan?")


class Encoder:
    """One model, loaded. Thread-safe.

    Many texts are encoded by as many threads as PyTorch would use, each batch by one of them: threads that share a batch
    wait for each other after every layer, which costs several times the work on a machine that does something else too.
    A single batch, as of a question, uses every core, and such batches take turns.
    """

    def __init__(self, name: str, model: Any, precision: Precision, fingerprint: str) -> None:
        self.name = name
        self.precision = precision
        self.fingerprint = fingerprint
        self._model = model
        self._turn = Lock()
        self._tokenising = Lock()  # a tokenizer refuses to be set up by one thread while another uses it
        prompts = dict(model.prompts)
        self._query_prompt: str = prompts.get("query", "")
        self._passage_prompt: str = prompts.get("passage") or prompts.get("document") or ""
        self.dimension = int(model.get_embedding_dimension())
        self.max_tokens = int(model.max_seq_length or 512)
        self._rust = getattr(model.tokenizer, "backend_tokenizer", None)

    @classmethod
    def load(cls, name: str | None = None, precision: Precision | None = None) -> Encoder:
        """Loads `name` (a sentence-transformers name or folder), else the setting TRACUU_MODEL, else the embedded model.

        The embedded model and folders load with no network call. Raises `ModelError`.
        """
        name = name or model_setting()
        folder = str(embedded_model.ensure()) if name is None else name
        local = Path(folder).is_dir()
        precision = precision or native_precision()
        model = _load_model(folder, local, torch.bfloat16 if precision == "bfloat16" else torch.float32)
        fingerprint = _fingerprint(model)
        if precision == "int8":
            model = _quantise(model)
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
            encoded = self._forward_all([[texts[row] for row in rows] for rows in batches])
            for rows, encoded_rows in zip(batches, encoded, strict=True):
                vectors[rows] = encoded_rows
                if progress is not None:
                    progress(len(rows))
        return vectors

    def _forward_all(self, batches: Sequence[Sequence[str]]) -> Iterator[Vectors]:
        """Vectors of each batch, in order."""
        threads = torch.get_num_threads()
        if len(batches) == 1 or threads == 1:
            for batch in batches:
                with self._turn:
                    yield self._forward(batch)
            return
        with ThreadPoolExecutor(threads, initializer=torch.set_num_threads, initargs=(1,)) as pool:
            try:
                yield from pool.map(self._forward, batches)
            finally:
                torch.set_num_threads(threads)  # the setting is of a thread, but new threads take it over from the last

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


def native_precision() -> Precision:
    """bfloat16 where the processor multiplies it natively, else dynamic int8 where PyTorch has a fast engine, else 32 bits.

    Emulated bfloat16 is 4 times slower than 32 bits (measured on AVX2), so only native support counts.
    """
    features = torch.cpu.get_capabilities()
    if any(features.get(flag) for flag in ("avx512_bf16", "amx_bf16", "bf16", "sve_bf16")):
        return "bfloat16"
    if any(engine in torch.backends.quantized.supported_engines for engine in ("x86", "fbgemm", "qnnpack")):
        return "int8"
    return "float32"


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


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__


def _quantise(model: Any) -> Any:
    """Linear layers in 8 bits, except those that it would hurt.

    In a few layers one channel of one token is a hundred times larger than the rest (Dettmers et al., LLM.int8(), 2022),
    and its scale leaves no bits for the other tokens. Such layers show on any text: they are found by running two
    sentences through both forms of each layer, and stay in 32 bits (three of the embedded model's 72). On 40 passages
    and 40 questions the vectors then agree with those in 32 bits at a mean cosine of 0.998, and 0.997 at the lowest.
    """
    forms: dict[str, _In8Bits] = {}
    hooks = []
    for name, layer in model.named_modules():
        if isinstance(layer, torch.nn.Linear):
            hooks.append(layer.register_forward_hook(_keep_where_alike(name, forms)))
    with torch.inference_mode():
        model(model.preprocess(list(_TRIAL)))
    for hook in hooks:
        hook.remove()
    for name, form in forms.items():
        model.set_submodule(name, form)
    return model


def _keep_where_alike(name: str, forms: dict[str, _In8Bits]) -> Callable[..., None]:
    """A hook that makes the 8-bit form of a layer, and keeps it under `name` where it says nearly the same."""

    def compare(layer: torch.nn.Linear, inputs: tuple[torch.Tensor], output: torch.Tensor) -> None:
        form = _In8Bits(layer)
        error = (form(inputs[0]) - output).norm(dim=-1) / output.norm(dim=-1)
        if float(error.mean()) < _MOST_ERROR:
            forms[name] = form

    return compare


class _In8Bits(torch.nn.Module):
    """A linear layer: weights by output channel in -63..63, activations by batch in all of 8 bits.

    Without VNNI two products are summed in 16 bits, which 255 * 127 twice overflows. PyTorch's own dynamic layer therefore
    halves the range of the activations; halving that of the weights, which vary less, loses a third as much.
    """

    def __init__(self, layer: torch.nn.Linear) -> None:
        super().__init__()
        weight = layer.weight.detach().float()
        scales = (weight.abs().amax(dim=1) / 63).clamp_min(1e-9).double()
        zeros = torch.zeros(len(scales), dtype=torch.int64)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # PyTorch announces the successor of this function in every process
            quantised = torch.quantize_per_channel(weight, scales, zeros, 0, torch.qint8)
        bias = None if layer.bias is None else layer.bias.detach().float()
        self._packed = torch.ops.quantized.linear_prepack(quantised, bias)

    def forward(self, inputs: torch.Tensor) -> torch.Tensor:
        output: torch.Tensor = torch.ops.quantized.linear_dynamic(inputs, self._packed, reduce_range=False)
        return output


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
