"""Words: BM25 by tantivy over text that we tokenise ourselves, in two fields.

`accented` holds canonical syllables ("nghèo"), `folded` bare syllables and their bigrams ("ngheo", "ho_ngheo"), so that a
question typed without accents finds what one with accents does. Every passage is indexed with its context in front.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
import tantivy

from plans.text import canonical, fold, syllables

Field = Literal["accented", "folded"]
Rows = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float32]

_HEAP = 128_000_000  # bytes the writer may use; tantivy asks for at least 15 MB a thread


def accented_terms(text: str) -> list[str]:
    return syllables(canonical(text))


def folded_terms(text: str) -> list[str]:
    """Bare syllables, then the bigrams of neighbours: fold("hộ nghèo") gives "ho", "ngheo", "ho_ngheo"."""
    words = syllables(fold(text))
    return words + [f"{first}_{second}" for first, second in pairwise(words)]


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for field in ("accented", "folded"):
        builder.add_text_field(field, stored=False, tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field("document", stored=False, tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("row", stored=False, indexed=True, fast=True)
    return builder.build()


def build(folder: Path, passages: Iterable[tuple[int, str, str]]) -> None:
    """Indexes (row, doc_id, context and text) triples into the new `folder`."""
    folder.mkdir(parents=True)
    writer = tantivy.Index(_schema(), path=str(folder)).writer(heap_size=_HEAP, num_threads=1)
    for row, doc_id, text in passages:
        document = tantivy.Document()
        document.add_text("accented", " ".join(accented_terms(text)))
        document.add_text("folded", " ".join(folded_terms(text)))
        document.add_text("document", doc_id)
        document.add_unsigned("row", row)
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


class LexicalIndex:
    """A built folder, read-only and thread-safe."""

    def __init__(self, folder: Path) -> None:
        self._index = tantivy.Index.open(str(folder))
        self._schema = self._index.schema
        self._searcher = self._index.searcher()

    def search(
        self,
        terms: Sequence[str],
        field: Field,
        k: int,
        *,
        documents: Iterable[str] | None = None,
        rows: Iterable[int] | None = None,
        weights: Mapping[str, float] | None = None,
    ) -> tuple[Rows, Scores]:
        """The `k` best rows for any of `terms`, best first; only among `documents` or `rows` where given.

        A term counts once for each time it is given, times its weight (1 by default).
        """
        query = self._any_of(terms, field, weights or {})
        if query is None:
            return np.empty(0, np.int64), np.empty(0, np.float32)
        for allowed in self._bounds(documents, rows):
            silent = tantivy.Query.const_score_query(allowed, 0.0)
            query = tantivy.Query.boolean_query([(tantivy.Occur.Must, query), (tantivy.Occur.Must, silent)])
        hits = self._searcher.search(query, limit=k, count=False).hits
        found = self._searcher.fast_field_values("row", [address for _, address in hits]) if hits else []
        return np.array(found, np.int64), np.array([score for score, _ in hits], np.float32)

    def _bounds(self, documents: Iterable[str] | None, rows: Iterable[int] | None) -> Iterator[Any]:
        if documents is not None:
            yield tantivy.Query.term_set_query(self._schema, "document", list(documents))
        if rows is not None:  # looked up one by one: a term set walks through all rows of the index, which takes longer
            one_row = partial(tantivy.Query.term_query, self._schema, "row", index_option="basic")
            yield tantivy.Query.boolean_query([(tantivy.Occur.Should, one_row(row)) for row in rows])

    def _any_of(self, terms: Sequence[str], field: Field, weights: Mapping[str, float]) -> Any:
        parts = []
        for term, times in Counter(terms).items():
            query = tantivy.Query.term_query(self._schema, field, term, index_option="freq")
            weight = times * weights.get(term, 1.0)
            parts.append((tantivy.Occur.Should, query if weight == 1.0 else tantivy.Query.boost_query(query, weight)))
        return tantivy.Query.boolean_query(parts) if parts else None
