"""One file read, in this process or in a worker: everything that needs no model."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from ingest import indicators, readers
from plans.document import Document
from plans.errors import DocumentError, TracuuError
from plans.indicator import Indicator

SIDECAR = ".meta.toml"


@dataclass(frozen=True, slots=True)
class File:
    """A file to ingest; `name` is its path relative to `root`, as documents carry it."""

    path: Path
    root: Path
    name: str
    size: int  # bytes


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with its indicators, or one line that says why there is none."""

    document: Document | None
    indicators: tuple[Indicator, ...] = ()
    failure: str = ""


def read(file: File) -> Reading:
    """Reads a file; never raises for what the file holds."""
    try:
        document = readers.read(file.path, file.root)
        return Reading(document, tuple(indicators.extract(document)))
    except TracuuError as error:
        return Reading(None, failure=" ".join(str(error).split()))
    except Exception as error:  # whatever one file holds, the others must go on
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        return Reading(None, failure=f"{file.name} cannot be used ({reason[:200]}); open and save it again.")


def find(paths: list[Path]) -> list[File]:
    """The files under the given files and folders by name, hidden ones and sidecars left out.

    Names are relative to the one folder given, or to the deepest folder that holds everything given. Raises
    `DocumentError` when a path does not exist.
    """
    given = [path.resolve() for path in paths]
    for path in given:
        if not path.exists():
            raise DocumentError(f"{path} does not exist: give a file or a folder to ingest.")
    folders = [path if path.is_dir() else path.parent for path in given]
    root = folders[0]
    while not all(folder.is_relative_to(root) for folder in folders):
        root = root.parent
    found: dict[Path, File] = {}
    for path in given:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            hidden = any(part.startswith(".") for part in file.relative_to(root).parts)
            if not hidden and not file.is_dir() and not file.name.endswith(SIDECAR):
                found[file] = File(file, root, readers.relative_name(file, root), _size(file))
    return sorted(found.values(), key=lambda one: one.name)


def digest(file: File) -> str:
    """SHA-256 of the file and of its sidecar; empty when it cannot be read."""
    total = hashlib.sha256()
    try:
        for part in (file.path, file.path.with_name(file.path.name + SIDECAR)):
            if part == file.path or part.is_file():
                with part.open("rb") as stream:
                    total.update(hashlib.file_digest(stream, "sha256").digest())
    except OSError:
        return ""
    return total.hexdigest()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # a broken link: reading it says so
        return 0
