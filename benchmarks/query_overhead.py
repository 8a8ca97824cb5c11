"""What a search costs beside encoding the query, over many passages.

    python -m benchmarks.query_overhead --passages 100000

The passages are made: words drawn by Zipf's law from the syllables of the shipped articles (60 to 100 a passage, after the
lengths of real ones), vectors scattered around those of the real passages (vectors drawn at random would flatter or break
any index). Queries are runs of 8 to 15 words out of a passage. Building computes no embedding of the made passages.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from pathlib import Path

import numpy as np

from evals.measures.cost import folder_bytes, percentile
from evals.texts import corpus_texts
from plans.document import Block, Document, Passage, Span
from plans.text import syllables
from retriever import Index
from retriever.encoder import Encoder
from retriever.generation import VECTORS
from retriever.store import text_key
from retriever.vectors import VectorStore
from retriever.writer import IndexWriter

_PER_DOCUMENT = 500
_NOISE = 0.045  # of each of the 384 parts: neighbours then agree at a cosine of about 0.75


def documents(count: int, seed: int) -> list[tuple[Document, list[Passage]]]:
    rng = random.Random(seed)
    words = sorted({word for text in corpus_texts(Path("data/articles")).values() for word in syllables(text)})
    rng.shuffle(words)
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    made = []
    for number in range(0, count, _PER_DOCUMENT):
        texts = [
            " ".join(rng.choices(words, weights, k=rng.randint(60, 100))) for _ in range(min(_PER_DOCUMENT, count - number))
        ]
        spans, start = [], 0
        for text in texts:
            spans.append(Span(start, start + len(text)))
            start += len(text) + 1
        doc_id = f"made{number:08d}"
        blocks = tuple(Block("paragraph", span) for span in spans)
        document = Document(doc_id, f"{doc_id}.txt", f"Văn bản {number}", "\n".join(texts), blocks=blocks)
        passages = [
            Passage(f"{doc_id}:{span.start}-{span.end}", doc_id, span, text)
            for span, text in zip(spans, texts, strict=True)
        ]
        made.append((document, passages))
    return made


def build(folder: Path, count: int, encoder: Encoder, seed: int) -> list[str]:
    """Makes the index and gives queries cut from its passages."""
    made = documents(count, seed)
    passages = [one for _, held in made for one in held]
    texts = [text[:800] for text in corpus_texts(Path("data/articles")).values()]
    centres = encoder.encode_passages(texts)
    noise = np.random.default_rng(seed)
    folder.mkdir(parents=True)
    store = VectorStore(folder / VECTORS, encoder.fingerprint)
    for start in range(0, len(passages), 10_000):
        batch = passages[start : start + 10_000]
        near = centres[noise.integers(0, len(centres), len(batch))]
        vectors = near + noise.normal(0, _NOISE, near.shape).astype(np.float32)
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        store.put([text_key(one) for one in batch], vectors.astype(np.float32))
    store.close()
    with IndexWriter(folder, encoder) as writer:
        for document, held in made:
            writer.add(document, held)
        writer.publish()
    rng = random.Random(seed + 1)
    return [" ".join(rng.choice(passages).text.split()[5 : 5 + rng.randint(8, 15)]) for _ in range(60)]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.query_overhead")
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    encoder = Encoder.load()
    with tempfile.TemporaryDirectory(prefix="tracuu-overhead-") as made:
        folder = Path(made) / "index"
        started = time.perf_counter()
        queries = build(folder, given.passages, encoder, given.seed)
        seconds = time.perf_counter() - started
        print(f"{given.passages} passages indexed in {seconds:.0f} s, {folder_bytes(folder) / 1e6:.0f} MB")
        index = Index.open(folder, encoder)
        for query in queries[:5]:
            index.search(query)
        encoding, searching = [], []
        for query in queries:
            started = time.perf_counter()
            encoder.encode_queries([query])
            encoded = time.perf_counter()
            index.search(query)
            searching.append(1000 * (time.perf_counter() - encoded))
            encoding.append(1000 * (encoded - started))
        over = [whole - part for whole, part in zip(searching, encoding, strict=True)]
        for name, times in (("encoding alone", encoding), ("search, encoding included", searching), ("overhead", over)):
            print(f"{name}: p50 {percentile(times, 0.5):.1f} ms, p95 {percentile(times, 0.95):.1f} ms")
        print(f"overhead to encoding: {percentile(over, 0.5) / percentile(encoding, 0.5):.2f} (p50)")


if __name__ == "__main__":
    main()
