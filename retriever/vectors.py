"""Vectors that have been computed, kept in SQLite in 16 bits by text key and model: a text is embedded once.

Committed batch by batch, so an ingest that is killed half-way goes on where it stopped.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from retriever.encoder import Vectors

_FETCH = 500  # keys a query


class VectorStore:
    """The file is shared by all generations of an index; one writer at a time."""

    def __init__(self, file: Path, fingerprint: str) -> None:
        self._fingerprint = fingerprint
        self._db = sqlite3.connect(file, timeout=60)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")
        self._db.execute(
            "CREATE TABLE IF NOT EXISTS vectors (key TEXT, model TEXT, vector BLOB NOT NULL, PRIMARY KEY (key, model)) "
            "WITHOUT ROWID"
        )

    def missing(self, keys: Sequence[str]) -> list[str]:
        """Those of `keys` that have no vector, each once, in order."""
        known: set[str] = set()
        for part in _parts(keys):
            marks = ",".join("?" * len(part))
            query = f"SELECT key FROM vectors WHERE model = ? AND key IN ({marks})"
            known.update(key for (key,) in self._db.execute(query, (self._fingerprint, *part)))
        return [key for key in dict.fromkeys(keys) if key not in known]

    def put(self, keys: Sequence[str], vectors: Vectors) -> None:
        """Stores vectors [n, dimension] and commits."""
        rows = zip(keys, vectors.astype(np.float16), strict=True)
        with self._db:
            self._db.executemany(
                "INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)",
                ((key, self._fingerprint, vector.tobytes()) for key, vector in rows),
            )

    def get(self, keys: Sequence[str]) -> npt.NDArray[np.float16]:
        """Vectors [n, dimension] of keys that are all there, in their order."""
        found: dict[str, bytes] = {}
        for part in _parts(keys):
            marks = ",".join("?" * len(part))
            query = f"SELECT key, vector FROM vectors WHERE model = ? AND key IN ({marks})"
            found.update(self._db.execute(query, (self._fingerprint, *part)))
        return np.frombuffer(b"".join(found[key] for key in keys), np.float16).reshape(len(keys), -1)

    def prune(self, keys: Iterator[str]) -> None:
        """Drops every vector whose key is not among `keys`, of whatever model."""
        with self._db:
            self._db.execute("CREATE TEMP TABLE used (key TEXT PRIMARY KEY) WITHOUT ROWID")
            self._db.executemany("INSERT OR IGNORE INTO used VALUES (?)", ((key,) for key in keys))
            self._db.execute(
                "DELETE FROM vectors WHERE model <> ? OR key NOT IN (SELECT key FROM used)", (self._fingerprint,)
            )
            self._db.execute("DROP TABLE used")

    def close(self) -> None:
        self._db.close()


def _parts(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    return (keys[start : start + _FETCH] for start in range(0, len(keys), _FETCH))
