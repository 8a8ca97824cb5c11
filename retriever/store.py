"""The store of one generation: documents, passages and indicators in SQLite; everything else is derived from it.

Passages carry a `row`, counted from 0 without gaps in the order of documents and offsets: the same number addresses the
vector and the lexical entry.
"""

from __future__ import annotations

import hashlib
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter

from plans.document import Document, Passage, Span
from plans.indicator import Indicator

_SCHEMA = """
CREATE TABLE documents (
    number INTEGER PRIMARY KEY, doc_id TEXT NOT NULL UNIQUE, path TEXT NOT NULL, recipe TEXT NOT NULL,
    head TEXT NOT NULL, json TEXT NOT NULL);
CREATE TABLE sources (path TEXT PRIMARY KEY, digest TEXT NOT NULL, doc_id TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE passages (
    row INTEGER PRIMARY KEY, passage_id TEXT NOT NULL UNIQUE, doc_id TEXT NOT NULL, start INTEGER NOT NULL,
    stop INTEGER NOT NULL, text TEXT NOT NULL, headings TEXT NOT NULL, context TEXT NOT NULL, key TEXT NOT NULL);
CREATE INDEX passages_of_document ON passages (doc_id, row);
CREATE TABLE indicators (number INTEGER PRIMARY KEY, doc_id TEXT NOT NULL, json TEXT NOT NULL);
CREATE INDEX indicators_of_document ON indicators (doc_id, number);
"""
_MAPPED = 4_000_000_000  # bytes of a file that are read without a system call: passages come three times as fast
_T = TypeVar("_T")
_COLUMNS = "passage_id, doc_id, start, stop, text, headings, context"

_DOCUMENT = TypeAdapter(Document)
_INDICATOR = TypeAdapter(Indicator)
_HEADINGS = TypeAdapter(tuple[str, ...])


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was when it was read: `digest` is of its bytes."""

    path: str
    digest: str
    doc_id: str


def searched_text(passage: Passage) -> str:
    """What is embedded and indexed: the context in front of the passage."""
    return f"{passage.context}\n{passage.text}" if passage.context else passage.text


def text_key(passage: Passage) -> str:
    """The key of a passage's vector: the same text with the same context is embedded once."""
    return hashlib.sha256(searched_text(passage).encode("utf-8", "surrogatepass")).hexdigest()[:32]


class StoreWriter:
    """A new store. Nothing is readable before `close`."""

    def __init__(self, file: Path, previous: Path | None = None) -> None:
        self._db = sqlite3.connect(file.resolve().as_uri(), uri=True, isolation_level=None)
        self._db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")  # a draft: published when whole
        self._db.executescript(_SCHEMA)
        if previous is not None:
            self._db.execute("ATTACH DATABASE ? AS previous", (f"{previous.resolve().as_uri()}?immutable=1",))
        self._db.execute("BEGIN")
        self._row = 0

    def add(
        self, document: Document, passages: Sequence[Passage], indicators: Iterable[Indicator], recipe: str = ""
    ) -> None:
        """Adds a whole document. `recipe` names the code that made the passages and indicators."""
        head = replace(document, text="", blocks=(), tables=(), locators=())
        self._db.execute(
            "INSERT INTO documents (doc_id, path, recipe, head, json) VALUES (?, ?, ?, ?, ?)",
            (document.doc_id, document.path, recipe, _dump(_DOCUMENT, head), _dump(_DOCUMENT, document)),
        )
        for passage in passages:
            values = (
                *(self._row, passage.passage_id, passage.doc_id, passage.span.start, passage.span.end, passage.text),
                *(_dump(_HEADINGS, passage.headings), passage.context, text_key(passage)),
            )
            self._db.execute("INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
            self._row += 1
        self._db.executemany(
            "INSERT INTO indicators (doc_id, json) VALUES (?, ?)",
            ((document.doc_id, _dump(_INDICATOR, indicator)) for indicator in indicators),
        )

    def keep(self, doc_id: str) -> None:
        """Takes a document over from the previous store, unchanged."""
        self._db.execute(
            "INSERT INTO documents (doc_id, path, recipe, head, json) "
            "SELECT doc_id, path, recipe, head, json FROM previous.documents WHERE doc_id = ?",
            (doc_id,),
        )
        added = self._db.execute(
            "INSERT INTO passages SELECT ? + row_number() OVER (ORDER BY row) - 1, passage_id, doc_id, start, stop, text, "
            "headings, context, key FROM previous.passages WHERE doc_id = ? ORDER BY row",
            (self._row, doc_id),
        ).rowcount
        self._row += added
        self._db.execute(
            "INSERT INTO indicators (doc_id, json) SELECT doc_id, json FROM previous.indicators WHERE doc_id = ? "
            "ORDER BY number",
            (doc_id,),
        )

    def add_source(self, source: Source) -> None:
        self._db.execute("INSERT OR REPLACE INTO sources VALUES (?, ?, ?)", (source.path, source.digest, source.doc_id))

    def set_aliases(self, doc_id: str, path: str, aliases: tuple[str, ...]) -> None:
        """Says under which other names the same text stands, when the document does not say just that already."""
        (head,) = self._db.execute("SELECT head FROM documents WHERE doc_id = ?", (doc_id,)).fetchone()
        shown = _DOCUMENT.validate_json(head)
        if (shown.path, shown.aliases) == (path, aliases):
            return
        (full,) = self._db.execute("SELECT json FROM documents WHERE doc_id = ?", (doc_id,)).fetchone()
        whole = replace(_DOCUMENT.validate_json(full), path=path, aliases=aliases)
        shown = replace(shown, path=path, aliases=aliases)
        self._db.execute(
            "UPDATE documents SET path = ?, head = ?, json = ? WHERE doc_id = ?",
            (path, _dump(_DOCUMENT, shown), _dump(_DOCUMENT, whole), doc_id),
        )

    def close(self) -> None:
        self._db.execute("COMMIT")
        self._db.close()


class Store:
    """A published store, read-only; each thread reads over its own connection."""

    def __init__(self, file: Path) -> None:
        self._uri = f"{file.resolve().as_uri()}?mode=ro&immutable=1"
        self._threads = threading.local()

    @property
    def _db(self) -> sqlite3.Connection:
        db = getattr(self._threads, "db", None)
        if db is None:
            db = self._threads.db = sqlite3.connect(self._uri, uri=True)
            db.execute(f"PRAGMA mmap_size = {_MAPPED}")
        assert isinstance(db, sqlite3.Connection)
        return db

    def documents(self) -> list[Document]:
        """Every document in order, without its text, blocks, tables and locators."""
        rows = self._db.execute("SELECT head FROM documents ORDER BY number")
        return [_DOCUMENT.validate_json(head) for (head,) in rows]

    def document(self, doc_id: str) -> Document | None:
        found = self._db.execute("SELECT json FROM documents WHERE doc_id = ?", (doc_id,)).fetchone()
        return None if found is None else _DOCUMENT.validate_json(found[0])

    def head(self, doc_id: str) -> Document:
        """A document without its text, blocks, tables and locators. Raises `KeyError`."""
        found = self._db.execute("SELECT head FROM documents WHERE doc_id = ?", (doc_id,)).fetchone()
        if found is None:
            raise KeyError(doc_id)
        return _DOCUMENT.validate_json(found[0])

    def recipe(self, doc_id: str) -> str | None:
        found = self._db.execute("SELECT recipe FROM documents WHERE doc_id = ?", (doc_id,)).fetchone()
        return None if found is None else str(found[0])

    def sources(self) -> list[Source]:
        return [Source(*row) for row in self._db.execute("SELECT path, digest, doc_id FROM sources ORDER BY path")]

    def texts(self) -> Iterator[str]:
        """The text of every passage, in row order."""
        return (text for (text,) in self._db.execute("SELECT text FROM passages ORDER BY row"))

    def text_keys(self) -> Iterator[tuple[int, str]]:
        """(row, text key) of every passage, in row order."""
        yield from self._db.execute("SELECT row, key FROM passages ORDER BY row")

    def searched(self) -> Iterator[tuple[int, str, str]]:
        """(row, doc_id, searched text) of every passage in row order."""
        for row, doc_id, context, text in self._db.execute("SELECT row, doc_id, context, text FROM passages ORDER BY row"):
            yield row, doc_id, f"{context}\n{text}" if context else text

    def rows(self, doc_ids: Iterable[str]) -> list[int]:
        found: list[int] = []
        for doc_id in doc_ids:
            found += (row for (row,) in self._db.execute("SELECT row FROM passages WHERE doc_id = ?", (doc_id,)))
        return sorted(found)

    def passages(self, rows: Iterable[int]) -> dict[int, Passage]:
        listed = ",".join(map(str, map(int, rows)))
        query = f"SELECT row, {_COLUMNS} FROM passages WHERE row IN ({listed})"
        return {row: _passage(*values) for row, *values in self._db.execute(query)}

    def passages_of(self, doc_id: str) -> list[Passage]:
        query = f"SELECT {_COLUMNS} FROM passages WHERE doc_id = ? ORDER BY row"
        return [_passage(*values) for values in self._db.execute(query, (doc_id,))]

    def indicators(self, doc_id: str | None = None) -> list[Indicator]:
        chosen, values = ("", ()) if doc_id is None else (" WHERE doc_id = ?", (doc_id,))
        rows = self._db.execute(f"SELECT json FROM indicators{chosen} ORDER BY number", values)
        return [_INDICATOR.validate_json(one) for (one,) in rows]

    def counts(self) -> dict[str, int]:
        tables = "documents", "passages", "indicators"
        return {table: int(self._db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) for table in tables}


def _dump(adapter: TypeAdapter[_T], value: _T) -> str:
    return adapter.dump_json(value, exclude_defaults=True).decode("utf-8")


def _passage(passage_id: str, doc_id: str, start: int, stop: int, text: str, headings: str, context: str) -> Passage:
    return Passage(passage_id, doc_id, Span(start, stop), text, _HEADINGS.validate_json(headings), context)
