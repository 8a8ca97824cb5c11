"""An index folder: generations beside each other and a pointer to the one in use.

    DIR/CURRENT                 the name of the generation in use; replaced by one atomic rename
    DIR/vectors.sqlite          every vector computed, shared by the generations
    DIR/generation-<n>/         manifest.json, store.sqlite, dense.faiss, lexical/, accents.npz

A generation never changes once it is pointed at. The one before stays until the next is published, for readers that
still hold it.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from plans.errors import IndexMismatch, IndexMissing
from retriever.settings import FORMAT

POINTER = "CURRENT"
MANIFEST = "manifest.json"
STORE = "store.sqlite"
DENSE = "dense.faiss"
LEXICAL = "lexical"
ACCENTS = "accents.npz"
VECTORS = "vectors.sqlite"
_GENERATION = re.compile(r"generation-(\d{6,})")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation is made of. `files` maps each file to its size in bytes and SHA-256."""

    generation: str
    format: int
    model: str
    fingerprint: str
    dimension: int
    counts: Mapping[str, int]
    files: Mapping[str, tuple[int, str]]
    created: str  # ISO 8601, UTC


def current(folder: Path) -> str | None:
    """The name of the generation in use, or None where nothing has been published."""
    try:
        name = (folder / POINTER).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return name if _GENERATION.fullmatch(name) else None


def read_manifest(folder: Path) -> Manifest:
    """The manifest of the generation in use. Raises `IndexMissing`, or `IndexMismatch` for another or damaged format."""
    name = current(folder)
    if name is None:
        raise IndexMissing(f"There is no index in {folder}: make one with `{rebuild_command(folder)}`.")
    try:
        fields = json.loads((folder / name / MANIFEST).read_text("utf-8"))
        version = fields["format"]
        manifest = Manifest(**fields) if version == FORMAT else None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise IndexMismatch(
            f"The index in {folder} is damaged (its manifest cannot be read): delete the folder and run "
            f"`{rebuild_command(folder)}`."
        ) from error
    if manifest is None:
        raise IndexMismatch(
            f"The index in {folder} has format {version}, this program reads format {FORMAT}: rebuild it with "
            f"`{rebuild_command(folder)}`."
        )
    for file, (size, _) in manifest.files.items():
        path = folder / name / file
        if not path.is_file() or path.stat().st_size != size:
            raise IndexMismatch(
                f"The index in {folder} is damaged ({file} is missing or cut): delete the folder and run "
                f"`{rebuild_command(folder)}`."
            )
    return manifest


def rebuild_command(folder: Path) -> str:
    return f"python -m ingest --index {folder}"


def new_name(folder: Path) -> str:
    """The name after the highest in the folder, drafts included."""
    names = [path.name.removeprefix(".") for path in folder.iterdir()] if folder.is_dir() else []
    numbers = [int(match.group(1)) for match in map(_GENERATION.fullmatch, names) if match]
    return f"generation-{max(numbers, default=0) + 1:06d}"


def publish(
    folder: Path, draft: Path, *, model: str, fingerprint: str, dimension: int, counts: Mapping[str, int]
) -> Manifest:
    """Seals the draft with a manifest and points the folder at it; older generations but one are removed."""
    name = draft.name.removeprefix(".")
    files = {path.relative_to(draft).as_posix(): _checked(path) for path in sorted(draft.rglob("*")) if path.is_file()}
    created = datetime.now(UTC).isoformat(timespec="seconds")
    manifest = Manifest(name, FORMAT, model, fingerprint, dimension, dict(counts), files, created)
    _write_durably(draft / MANIFEST, json.dumps(asdict(manifest), ensure_ascii=False, indent=1))
    before = current(folder)
    draft.rename(folder / name)
    fresh = folder / f".{POINTER}"
    _write_durably(fresh, name + "\n")
    fresh.replace(folder / POINTER)
    _sweep(folder, keep={name, before or name})
    return manifest


def _checked(path: Path) -> tuple[int, str]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        os.fsync(file.fileno())
    return path.stat().st_size, digest


def _write_durably(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _sweep(folder: Path, keep: set[str]) -> None:
    for path in folder.iterdir():
        if _GENERATION.fullmatch(path.name.removeprefix(".")) and path.name not in keep:
            shutil.rmtree(path, ignore_errors=True)  # where a reader holds a file open (Windows), the next sweep takes it
