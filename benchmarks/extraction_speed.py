"""What extracting the indicators of a document takes against embedding its passages.

    python -m benchmarks.extraction_speed

For each shipped article both are timed once, side by side: what is found in a text is remembered, so that a second turn
would flatter. What is loaded once (the model, the gazetteer) is loaded before.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path

from ingest import indicators, readers
from ingest.split import split
from plans.document import Block, Document, Span
from retriever.encoder import Encoder
from retriever.store import searched_text

ARTICLES = Path("data/articles")
WARM = "Năm 2024 xã phấn đấu thu ngân sách 12 tỷ đồng, tỷ lệ hộ nghèo còn 1,5%."


def seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def main() -> None:
    argparse.ArgumentParser(prog="python -m benchmarks.extraction_speed").parse_args()
    encoder = Encoder.load()
    encoder.encode_passages([WARM])
    indicators.extract(Document("w", "w.txt", "Kế hoạch", WARM, blocks=(Block("paragraph", Span(0, len(WARM))),)))
    for path in sorted(ARTICLES.iterdir()):
        document = readers.read(path, ARTICLES)
        texts = [searched_text(passage) for passage in split(document, encoder.count_tokens)]
        extracting = seconds(lambda document=document: indicators.extract(document))  # type: ignore[misc]
        embedding = seconds(lambda texts=texts: encoder.encode_passages(texts))  # type: ignore[misc]
        print(f"{path.name}: {len(texts)} passages, extraction to embedding {extracting / embedding:.2f}")


if __name__ == "__main__":
    main()
