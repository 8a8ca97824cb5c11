"""What every visitor shares: the index, the assistant over it, and what is read from them once a generation."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from plans.answer import Answer, Citation, PartName, Turn
from plans.document import Document
from plans.errors import TracuuError
from plans.indicator import Indicator
from plans.text import flatten
from reader import Assistant
from reader.wording.answer_text import lower_first
from retriever import Index
from retriever.query import Query

_log = logging.getLogger(__name__)

EXAMPLES = 4
_CANDIDATES = 12  # questions tried for the examples
_LABEL = range(8, 70)  # characters of a label that makes a good example


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One generation of the index as the pages list it; documents come without their text."""

    generation: str
    documents: dict[str, Document]
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """What was searched for and the answer to it; where none is given, the sentences of the documents that come nearest."""

    query: Query
    answer: Answer
    nearest: tuple[Citation, ...] = ()


class Workspace:
    """Safe to use from several threads. `corpus` is the folder that document paths are relative to."""

    def __init__(self, index: Index, corpus: Path) -> None:
        self.index = index
        self.corpus = corpus
        self.assistant = Assistant(index)
        self._lock = threading.Lock()
        self._trying = threading.Lock()
        self._snapshot: Snapshot | None = None
        self._counts: dict[str, int] = {}
        self._examples: tuple[str, list[str]] | None = None
        self._refused = ""

    def refresh(self) -> None:
        """Takes up a new generation; of one that cannot be read the terminal is told once, and the one in use stays."""
        try:
            self.index.refresh()
        except TracuuError as error:
            if str(error) != self._refused:
                self._refused = str(error)
                _log.warning("%s", error)

    def snapshot(self) -> Snapshot:
        """What the newest generation holds: a new one is noticed here."""
        self.refresh()
        generation = str(self.index.generation)
        with self._lock:
            if self._snapshot is None or self._snapshot.generation != generation:
                self._snapshot = Snapshot(
                    generation=generation,
                    documents={one.doc_id: one for one in self.index.documents()},
                    indicators=tuple(self.index.indicators()),
                )
            return self._snapshot

    def passage_count(self, doc_id: str) -> int:
        """How many passages a document has; its text never changes under its id."""
        if doc_id not in self._counts:
            self._counts[doc_id] = len(self.index.passages(doc_id))
        return self._counts[doc_id]

    def ask(self, question: str, history: Sequence[Turn] = (), dropped: Sequence[tuple[PartName, str]] = ()) -> Reply:
        """The reply to a question in its conversation, less what was taken back. Raises `QuestionError`."""
        self.refresh()
        asked = self.assistant.understand(question, history, dropped=dropped)
        answer = self.assistant.answer(asked)
        nearest = self.assistant.nearest(asked) if answer.status == "not_found" else []
        return Reply(asked.query, answer, tuple(nearest))

    def document(self, doc_id: str) -> Document | None:
        """With its text; None when the index no longer holds it."""
        return self.index.document(doc_id) if doc_id in self.snapshot().documents else None

    def original(self, doc_id: str) -> Path | None:
        """The file a document was read from, when it is still there and inside the corpus."""
        document = self.snapshot().documents.get(doc_id)
        if document is None:
            return None
        root = self.corpus.resolve()
        path = (root / document.path).resolve()
        return path if path.is_file() and path.is_relative_to(root) else None

    def examples(self) -> list[str]:
        """Questions about indicators of different documents that the assistant answers with the recorded figure."""
        snapshot = self.snapshot()
        with self._trying:
            if self._examples is None or self._examples[0] != snapshot.generation:
                self._examples = snapshot.generation, self._tried(snapshot.indicators)
            return self._examples[1]

    def _tried(self, indicators: Sequence[Indicator]) -> list[str]:
        examples: list[str] = []
        offered = {example(one): flatten(one.quantity.raw) for one in candidates(indicators)}
        for question, raw in list(offered.items())[:_CANDIDATES]:
            answer = self.assistant.ask(question)
            if answer.status == "answered" and raw in answer.short:
                examples.append(question)
            if len(examples) == EXAMPLES:
                break
        return examples


def candidates(indicators: Sequence[Indicator]) -> list[Indicator]:
    """Shares and sums of money that say where, when and what; a document's second comes after every document's first."""
    turns: dict[str, list[Indicator]] = {}
    for one in indicators:
        told = one.place and one.year and one.kind in ("target", "result") and one.change == "level"
        unit = one.quantity.unit or ""
        if told and len(flatten(one.label)) in _LABEL and (unit == "%" or unit.startswith("đồng")):
            turns.setdefault(one.citation.doc_id, []).append(one)
    for rows in turns.values():
        rows.sort(key=lambda one: len(one.label))
    return [rows[i] for i in range(max(map(len, turns.values()), default=0)) for rows in turns.values() if i < len(rows)]


def example(one: Indicator) -> str:
    """A question as an official would put it."""
    label = lower_first(flatten(one.label).rstrip(".:;, "))
    label = f"chỉ tiêu {label}" if one.kind == "target" else label
    return f"{label[:1].upper()}{label[1:]} của {one.place} năm {one.year} là bao nhiêu?"
