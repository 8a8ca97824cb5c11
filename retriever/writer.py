"""Writes a new generation of an index, document by document, in bounded memory."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
import numpy.typing as npt
from filelock import FileLock, Timeout

from plans.document import Document, Passage
from plans.errors import TracuuError
from plans.indicator import Indicator
from retriever import dense, generation, lexical
from retriever.accents import AccentModel
from retriever.encoder import Encoder
from retriever.generation import Manifest
from retriever.store import Source, Store, StoreWriter, searched_text, text_key
from retriever.vectors import VectorStore

Progress = Callable[[int], None]  # told how many passages got their vector since the last call

_EMBEDDED_AT_ONCE = 512  # passages; what a killed ingest may lose
_ADDED_AT_ONCE = 20_000  # vectors handed to FAISS


class IndexWriter:
    """Use as a context manager; leaving without `publish` drops the draft, vectors computed so far are kept.

        with IndexWriter(folder, encoder) as writer:
            writer.add(document, passages, indicators)
            writer.publish()

    One writer at a time: a second one raises `TracuuError`.
    """

    def __init__(self, folder: Path, encoder: Encoder, progress: Progress | None = None) -> None:
        self.folder = folder
        self.progress = progress
        self.added = 0  # passages added or taken over
        self.embedded = 0  # of these, the ones that the model ran on
        self._encoder = encoder
        self._waiting: dict[str, str] = {}
        self._lock = _locked(folder)
        before = generation.current(folder)
        file = folder / before / generation.STORE if before else None
        compatible = file is not None and _readable(folder)
        self._previous_file = file if compatible else None
        self.previous = Store(file) if compatible and file is not None else None
        self._draft = folder / f".{generation.new_name(folder)}"
        shutil.rmtree(self._draft, ignore_errors=True)
        self._draft.mkdir()
        self._store = StoreWriter(self._draft / generation.STORE, self._previous_file)
        self._vectors = VectorStore(folder / generation.VECTORS, encoder.fingerprint)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._vectors.close()
        shutil.rmtree(self._draft, ignore_errors=True)
        self._lock.release()

    def add(
        self,
        document: Document,
        passages: Sequence[Passage],
        indicators: Iterable[Indicator] = (),
        *,
        recipe: str = "",
    ) -> None:
        """Adds a whole document; `recipe` names the code that cut it and read its indicators."""
        self._store.add(document, passages, indicators, recipe)
        self._await_vectors(passages)

    def keep(self, doc_id: str) -> None:
        """Takes a document over from the generation in use."""
        assert self.previous is not None
        self._store.keep(doc_id)
        self._await_vectors(self.previous.passages_of(doc_id))

    def add_source(self, source: Source) -> None:
        """Remembers the file that a document came from, so that it need not be read again while it is the same."""
        self._store.add_source(source)

    def set_aliases(self, doc_id: str, path: str, aliases: tuple[str, ...]) -> None:
        self._store.set_aliases(doc_id, path, aliases)

    def publish(self) -> Manifest:
        """Makes the generation and points the folder at it, atomically."""
        self._embed()
        self._store.close()
        store = Store(self._draft / generation.STORE)
        lexical.build(self._draft / generation.LEXICAL, store.searched())
        dense.build(self._draft / generation.DENSE, self._encoder.dimension, self._vector_batches(store))
        AccentModel.train(store.texts()).save(self._draft / generation.ACCENTS)
        counts = store.counts()
        manifest = generation.publish(
            self.folder,
            self._draft,
            model=self._encoder.name,
            fingerprint=self._encoder.fingerprint,
            dimension=self._encoder.dimension,
            counts=counts,
        )
        self._vectors.prune(key for _, key in Store(self.folder / manifest.generation / generation.STORE).text_keys())
        return manifest

    def is_current(self) -> bool:
        """Whether the generation in use is of this encoder's model and of this format."""
        if self.previous is None:
            return False
        return generation.read_manifest(self.folder).fingerprint == self._encoder.fingerprint

    def _await_vectors(self, passages: Sequence[Passage]) -> None:
        self.added += len(passages)
        for passage in passages:
            self._waiting.setdefault(text_key(passage), searched_text(passage))
            if len(self._waiting) >= _EMBEDDED_AT_ONCE:
                self._embed()

    def _embed(self) -> None:
        missing = self._vectors.missing(list(self._waiting))
        self._advance(len(self._waiting) - len(missing))
        if missing:
            texts = [self._waiting[key] for key in missing]
            self._vectors.put(missing, self._encoder.encode_passages(texts, self._advance))
            self.embedded += len(missing)
        self._waiting.clear()

    def _advance(self, passages: int) -> None:
        if self.progress is not None and passages:
            self.progress(passages)

    def _vector_batches(self, store: Store) -> Iterator[npt.NDArray[np.float16]]:
        keys = (key for _, key in store.text_keys())
        while batch := list(islice(keys, _ADDED_AT_ONCE)):
            yield self._vectors.get(batch)


def _locked(folder: Path) -> FileLock:
    """The folder, made where it is missing, for this writer alone. Raises `TracuuError`."""
    lock = FileLock(folder / ".lock")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout as error:
        raise TracuuError(f"Another ingest is writing to {folder}: wait until it ends, then run this again.") from error
    except OSError as error:
        raise TracuuError(
            f"No index can be written to {folder} ({error.strerror}): name a folder that may be written with --index."
        ) from error
    return lock


def _readable(folder: Path) -> bool:
    """Whether the generation in use can be taken over; one of another format, or damaged, is made anew."""
    try:
        generation.read_manifest(folder)
    except TracuuError:
        return False
    return True
