"""Retrieval on a BEIR folder with the product's own index: one document an entry, ranked by its best passage.

On demand the span reader puts the first passages of a query in order where they are nearly as good as each other, by the
weight that it has when the app answers.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from evals.beir import BeirDocument
from evals.measures.cost import folder_bytes, latency, peak_rss_mb
from ingest.split import split
from plans.document import Block, Document, Passage, Span
from plans.errors import EvaluationError, QuestionError
from plans.hit import Hit
from plans.text import nfc
from reader.choosing.reranking import reranked
from reader.spans import SpanReader, find_span_reader
from retriever import Index
from retriever.encoder import Encoder
from retriever.writer import IndexWriter

Progress = Callable[[str, int, int], None]
"""Told what is counted, how many are done and of how many."""

CLOSE = 0.3
"""How far below the score of the best passage, as a share of it, one may be and is still read against it. A passage farther
ahead is the right one for 99 development questions in a hundred; so 2.6 passages are read a question, not 5."""
_HITS_A_DOCUMENT = 2  # passages asked for beyond k when entries were cut: several may be of one document


@dataclass(frozen=True, slots=True)
class Retrieved:
    """`run` maps query ids to (document id, score), best first; `cost` is the contract's last line."""

    run: dict[str, list[tuple[str, float]]]
    cost: dict[str, float]


def build(documents: Iterable[BeirDocument], folder: Path, encoder: Encoder, progress: Progress) -> tuple[int, int]:
    """Indexes the entries into `folder`; returns how many entries and passages there are. The entries stream through."""
    if folder.exists() and any(folder.iterdir()):
        raise EvaluationError(f"{folder} is not empty: give an empty or new folder for the index.")
    entries = passages = 0
    embedded = 0

    def told(count: int) -> None:
        nonlocal embedded
        embedded += count
        progress("passages embedded", embedded, 0)

    with IndexWriter(folder, encoder, told) as writer:
        for one in documents:
            document = as_document(one)
            cut = as_passages(document, encoder)
            writer.add(document, cut)
            entries, passages = entries + 1, passages + len(cut)
        writer.publish()
    return entries, passages


def as_document(entry: BeirDocument) -> Document:
    """The entry as a document by its own id: equal texts under two ids stay two documents."""
    text = nfc(entry.text)
    doc_id = hashlib.sha256(entry.document_id.encode()).hexdigest()[:16]
    blocks = (Block("paragraph", Span(0, len(text))),) if text.strip() else ()
    return Document(doc_id, entry.document_id, nfc(entry.title), text, blocks=blocks)


def as_passages(document: Document, encoder: Encoder) -> list[Passage]:
    """A BEIR entry is a passage already: it is cut only where it is longer than the model's window."""
    text = document.text
    if not text.strip():
        # An entry with a title alone is still found by it: the title is what stands in front.
        return [Passage(f"{document.doc_id}:0-0", document.doc_id, Span(0, 0), "", context=document.title)]
    room = encoder.max_tokens - encoder.count_tokens(document.title) - 8
    if encoder.count_tokens(text) <= room:
        span = Span(0, len(text))
        return [Passage(f"{document.doc_id}:0-{len(text)}", document.doc_id, span, text, context=document.title)]
    return split(document, encoder.count_tokens)


def search(
    index: Index, queries: Mapping[str, str], k: int, cut: bool, progress: Progress, reader: SpanReader | None, read: int
) -> Retrieved:
    """The first `k` documents of every query; a query that cannot be searched has none."""
    paths = {document.doc_id: document.path for document in index.documents()}
    wanted = max(read, k * _HITS_A_DOCUMENT if cut else k)
    run: dict[str, list[tuple[str, float]]] = {}
    seconds: list[float] = []
    for number, (query_id, text) in enumerate(queries.items(), start=1):
        started = time.perf_counter()
        try:
            query = index.understand(text)
            hits = index.search(query, k=wanted, collapse=False)  # a judged duplicate is a document of its own
        except QuestionError:
            hits = []
        if reader is not None and hits:
            hits = as_read(reader, query.text, hits, read)
        seconds.append(time.perf_counter() - started)
        best: dict[str, float] = {}
        for hit in hits:
            best.setdefault(paths[hit.passage.doc_id], hit.score)
        run[query_id] = list(best.items())[:k]
        progress("queries", number, len(queries))
    times = latency(seconds)
    return Retrieved(run, {"query_p50_ms": round(times["p50_ms"], 2), "query_p95_ms": round(times["p95_ms"], 2)})


def as_read(reader: SpanReader, question: str, hits: Sequence[Hit], read: int) -> list[Hit]:
    """`hits`, those of the first `read` that come close to the best in the order of what is read in them; they stay in
    front of the others."""
    close = [hit for hit in hits[:read] if hit.score >= (1.0 - CLOSE) * hits[0].score]
    if len(close) < 2:
        return list(hits)
    readings = reader.read(question, [hit.passage for hit in close])
    ordered = reranked(close, {hit.passage.passage_id: one for hit, one in zip(close, readings, strict=True)}, {})
    others = hits[len(close) :]
    ahead = 1.0 + max((hit.score for hit in others), default=0.0)
    return [replace(hit, score=hit.score + ahead) for hit in ordered] + list(others)


def retrieve(
    documents: Iterable[BeirDocument],
    queries: Mapping[str, str],
    folder: Path,
    encoder: Encoder,
    k: int,
    progress: Progress,
    read: int = 0,
) -> Retrieved:
    """Builds and searches; the span reader reads the first `read` passages of a query.

    `passages_per_s` counts corpus entries; the time to load the models is not in it.
    """
    reader = find_span_reader(encoder) if read else None
    started = time.perf_counter()
    entries, passages = build(documents, folder, encoder, progress)
    built = time.perf_counter() - started
    index = Index.open(folder, encoder)
    found = search(index, queries, k, passages > entries, progress, reader, read)
    cost = {
        "passages_per_s": round(entries / built, 2),
        **found.cost,
        "index_bytes": folder_bytes(folder),
        "peak_rss_mb": round(peak_rss_mb(), 1),
    }
    return Retrieved(found.run, cost)
