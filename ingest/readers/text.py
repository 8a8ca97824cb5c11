"""Plain text and Markdown."""

from __future__ import annotations

from pathlib import Path

from ingest import limits
from ingest.compose import compose
from ingest.encodings import decode
from plans.document import Document
from plans.errors import LimitError


def read_text(path: Path, name: str) -> Document:
    """`name` is the path that the document will carry. Raises `DocumentError` when the bytes are no text."""
    if path.stat().st_size > limits.MAX_TEXT_FILE_BYTES:
        raise LimitError(f"{name} is larger than {limits.MAX_TEXT_FILE_BYTES // limits.MEGABYTE} MB; split the file.")
    return compose(decode(path.read_bytes(), name), name)
