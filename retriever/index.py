"""The index as the rest of the program sees it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock

from plans.admin_units import folded_key, split_long_name
from plans.document import Document, Passage
from plans.errors import IndexMismatch, QuestionError
from plans.hit import Hit
from plans.indicator import Indicator
from plans.text import syllables
from retriever import generation
from retriever.accents import AccentModel
from retriever.backends.local import LocalBackend
from retriever.encoder import Encoder
from retriever.generation import Manifest
from retriever.query import Query, understand
from retriever.search import Searcher
from retriever.settings import Fusion
from retriever.spelling import Speller
from retriever.store import Store

_LONGEST_QUESTION = 4000  # characters
_DOCUMENTS_KEPT = 64  # whole documents in memory


@lru_cache(maxsize=1)
def default_encoder() -> Encoder:
    """The encoder of this process, loaded once."""
    return Encoder.load()


@dataclass(frozen=True, slots=True)
class _Opened:
    """One generation, open."""

    manifest: Manifest
    store: Store
    searcher: Searcher
    language: AccentModel
    speller: Speller


class Index:
    """A published index, read-only and thread-safe.

        index = Index.open(Path("data/index"))
        for hit in index.search("chỉ tiêu hộ nghèo của Cai Lậy năm 2024", k=5): ...

    A question that runs while `refresh` swaps the generation ends on the one it began with, and a document that only the
    generation before has is still found. `fusion` replaces the weights that searches run with.
    """

    def __init__(self, folder: Path, encoder: Encoder, fusion: Fusion | None = None) -> None:
        self.folder = folder
        self.encoder = encoder
        self._fusion = fusion
        self._swap = Lock()
        self._opened = self._open()
        self._before: _Opened | None = None
        # kept by generation: a question that read the one before cannot leave it behind for the next
        self._document = lru_cache(maxsize=_DOCUMENTS_KEPT)(self._read_document)
        self._documents = lru_cache(maxsize=1)(self._read_documents)
        self._familiar = lru_cache(maxsize=1)(self._places_written_of)

    @classmethod
    def open(cls, folder: Path | str, encoder: Encoder | None = None, fusion: Fusion | None = None) -> Index:
        """Opens the generation in use. Raises `IndexMissing` or `IndexMismatch`, each with the command to run."""
        folder = Path(folder)
        generation.read_manifest(folder)  # before the model is loaded, which takes seconds
        return cls(folder, encoder or default_encoder(), fusion)

    @property
    def manifest(self) -> Manifest:
        return self._opened.manifest

    @property
    def generation(self) -> str:
        return self._opened.manifest.generation

    @property
    def fusion(self) -> Fusion:
        """The weights that searches run with."""
        return self._opened.searcher.fusion

    def refresh(self) -> bool:
        """Takes up a generation published since; says whether there was one. Costs one small file read otherwise.

        Raises `IndexMismatch` for one that this program cannot read, and stays with the one it has.
        """
        if generation.current(self.folder) in (None, self.generation):
            return False
        with self._swap:
            if generation.current(self.folder) in (None, self.generation):
                return False
            self._before, self._opened = self._opened, self._open()
        return True

    def understand(self, question: str) -> Query:
        """What the question asks for, with accents restored from the words of this index. Raises `QuestionError`."""
        if len(question) > _LONGEST_QUESTION:
            raise QuestionError(f"Câu hỏi dài quá {_LONGEST_QUESTION:,} ký tự: hãy hỏi ngắn gọn hơn.".replace(",", "."))
        if not syllables(question):
            raise QuestionError("Câu hỏi không có từ nào để tìm: hãy gõ câu hỏi bằng chữ.")
        opened = self._opened
        return understand(
            question, language_model=opened.language, speller=opened.speller, familiar=self._familiar(self.generation)
        )

    def search(
        self,
        question: str | Query,
        k: int = 10,
        *,
        documents: Collection[str] | None = None,
        collapse: bool = True,
    ) -> list[Hit]:
        """The `k` passages that answer best, best first; only in the documents with the given ids where there are any
        given, and each text once unless `collapse` is off. A place or year that the question states steers the ranking;
        passages about others may follow. Raises `QuestionError`."""
        query = question if isinstance(question, Query) else self.understand(question)
        return self._opened.searcher.search(query, k, documents=documents, collapse=collapse)

    def documents(self) -> list[Document]:
        """Every document, without text, blocks, tables and locators."""
        return list(self._documents(self.generation))

    def document(self, doc_id: str) -> Document:
        """The whole document. Raises `KeyError` when no generation that is open has it."""
        return self._document(self.generation, doc_id)

    def passages(self, doc_id: str) -> list[Passage]:
        """The passages of a document in reading order."""
        return self._opened.store.passages_of(doc_id)

    def neighbours(self, passage: Passage, before: int = 1, after: int = 1) -> list[Passage]:
        """Those around a passage in its document, in reading order, the passage itself left out."""
        listed = self.passages(passage.doc_id)
        at = next((at for at, one in enumerate(listed) if one.span == passage.span), None)
        return [] if at is None else listed[max(0, at - before) : at] + listed[at + 1 : at + 1 + after]

    def indicators(self, doc_id: str | None = None) -> list[Indicator]:
        """The indicators of a document, or of all."""
        return self._opened.store.indicators(doc_id)

    def _read_documents(self, _generation: str) -> tuple[Document, ...]:
        return tuple(self._opened.store.documents())

    def _places_written_of(self, generation: str) -> frozenset[str]:
        """The folded names of the places that the documents are about."""
        return frozenset(folded_key(split_long_name(name)[1]) for one in self._documents(generation) for name in one.places)

    def _read_document(self, _generation: str, doc_id: str) -> Document:
        for opened in (self._opened, self._before):
            document = opened.store.document(doc_id) if opened is not None else None
            if document is not None:
                return document
        raise KeyError(doc_id)

    def _open(self) -> _Opened:
        manifest = generation.read_manifest(self.folder)
        if (manifest.fingerprint, manifest.dimension) != (self.encoder.fingerprint, self.encoder.dimension):
            raise IndexMismatch(
                f"The index in {self.folder} was made with the model {manifest.model} ({manifest.fingerprint}), this "
                f"program runs {self.encoder.name} ({self.encoder.fingerprint}): rebuild it with "
                f"`{generation.rebuild_command(self.folder)}`, or set TRACUU_MODEL to the model it was made with."
            )
        folder = self.folder / manifest.generation
        store = Store(folder / generation.STORE)
        searcher = Searcher(store, LocalBackend(folder, store), self.encoder, self._fusion)
        language = AccentModel.load(folder / generation.ACCENTS)
        return _Opened(manifest, store, searcher, language, Speller(language))
