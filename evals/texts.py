"""Documents as a program outside the project reads them: an independent witness of what quotes must say."""

from __future__ import annotations

from pathlib import Path

from plans.errors import EvaluationError
from plans.text import nfc

_PLAIN = frozenset({".txt", ".md"})


def file_text(path: Path) -> str | None:
    """A plain-text file read as UTF-8 with its line ends, NFC; None for other formats and encodings."""
    if path.suffix.lower() not in _PLAIN or not path.is_file():
        return None
    try:
        return nfc(path.read_bytes().decode("utf-8").removeprefix("\ufeff"))
    except UnicodeDecodeError:
        return None


def corpus_texts(corpus: Path) -> dict[str, str]:
    """The documents under `corpus` by their paths relative to it; formats other than plain text through our own readers.

    Files that cannot be read are left out. Raises `EvaluationError` when there is no corpus.
    """
    if not corpus.exists():
        raise EvaluationError(f"There is no corpus at {corpus}: give a folder of documents with --corpus.")
    files = [corpus] if corpus.is_file() else sorted(one for one in corpus.rglob("*") if one.is_file())
    root = corpus.parent if corpus.is_file() else corpus
    read = {nfc(one.relative_to(root).as_posix()): file_text(one) or _read(one, root) for one in files}
    return {path: text for path, text in read.items() if text}


def _read(path: Path, root: Path) -> str | None:
    from ingest import readers  # here: plain text needs none of the libraries behind it
    from plans.errors import DocumentError

    try:
        return readers.read(path, root).text
    except DocumentError:
        return None
