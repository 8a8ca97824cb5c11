"""Files to documents, one module a format: `read` chooses by the suffix."""

from __future__ import annotations

import importlib
import unicodedata
from collections.abc import Callable
from pathlib import Path

from ingest import limits
from ingest.metadata import sidecar
from plans.document import Document
from plans.errors import DocumentError, LimitError

_FORMATS = {
    ".txt": "text",
    ".md": "text",
    ".markdown": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".png": "image",
    ".jpg": "image",
    ".jpeg": "image",
    ".tif": "image",
    ".tiff": "image",
}
SUFFIXES = frozenset(_FORMATS)
"""Lower-case suffixes of the files that can be read; sidecar files (`.meta.toml`) are read with the file they describe."""


def read(path: Path, root: Path) -> Document:
    """The document in a file under `root`, with blocks, tables, locators and metadata.

    Raises `DocumentError` (or `LimitError`) with one line for whoever added the file; no other exception leaves here.
    """
    name = relative_name(path, root)
    chosen = _FORMATS.get(path.suffix.lower())
    if chosen is None:
        raise DocumentError(f"{name} is of a kind that cannot be read; give one of {', '.join(sorted(SUFFIXES))}.")
    try:
        if not path.resolve().is_relative_to(root.resolve()):
            raise DocumentError(f"{name} points outside the folder {root.name}; copy the file itself into it.")
        if not path.is_file():
            raise DocumentError(f"{name} is not a file that can be read; remove it or copy it again.")
        size = path.stat().st_size
        if size == 0:
            raise DocumentError(f"{name} is empty; copy it again.")
        if size > limits.MAX_FILE_BYTES:
            raise LimitError(f"{name} is larger than {limits.MAX_FILE_BYTES // limits.MEGABYTE} MB; split the file.")
        return sidecar(path, _reader(chosen)(path, name))
    except DocumentError as error:
        if name in str(error) or f"{path.name}.meta.toml" in str(error):
            raise
        raise type(error)(f"{name}: {error}") from error  # from a part that does not know which file it reads
    except OSError as error:
        raise DocumentError(f"{name} cannot be opened ({error.strerror or error}); check its permissions.") from error
    except RecursionError as error:
        raise LimitError(f"{name} is nested too deeply to be read; save it again in a simpler form.") from error
    except Exception as error:  # a malformed file may break a library anywhere; the others must go on
        raise DocumentError(
            f"{name} is damaged and cannot be read ({type(error).__name__}); open and save it again."
        ) from error


def _reader(chosen: str) -> Callable[[Path, str], Document]:
    """Loaded when the first such file comes: a corpus of text files needs none of the libraries of the others."""
    module = importlib.import_module(f"ingest.readers.{chosen}")
    reader: Callable[[Path, str], Document] = getattr(module, f"read_{chosen}")
    return reader


def relative_name(path: Path, root: Path) -> str:
    """The path as documents carry it: relative to the root, "/" between parts, NFC, on one line."""
    try:
        inside = path.relative_to(root)
    except ValueError:
        inside = Path(path.name)
    name = unicodedata.normalize("NFC", inside.as_posix())
    return "".join(c if c.isprintable() else " " for c in name)
