"""Time, memory and size of an index over many articles, and the memory of a program that answers from it.

    python -m benchmarks.articles_memory --articles 1000

The articles are near copies of the shipped ones: other places, other numbers (`evals.distractors`).
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from evals.distractors import near_duplicates
from evals.measures.cost import folder_bytes
from evals.perturb import World
from evals.texts import corpus_texts

_ASK = """
import resource, sys
from retriever import Index
from reader import Assistant
assistant = Assistant(Index.open(sys.argv[1]))
for question in ("Chỉ tiêu hộ nghèo của thị xã Cai Lậy năm 2024 là bao nhiêu?", "Ai là Chủ tịch UBND huyện Thọ Xuân?"):
    print(assistant.ask(question).short)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.articles_memory")
    parser.add_argument("--articles", type=int, default=1000)
    given = parser.parse_args()
    texts = corpus_texts(Path("data/articles"))
    world = World.of(texts.values())
    with tempfile.TemporaryDirectory(prefix="tracuu-articles-") as made:
        corpus, index = Path(made) / "corpus", Path(made) / "index"
        corpus.mkdir()
        for number in range(given.articles):
            path = sorted(texts)[number % len(texts)]
            (copy,) = near_duplicates({path: texts[path]}, world, seed=number).values()
            (corpus / f"{number:05d}.txt").write_bytes(copy.encode("utf-8"))
        started = time.perf_counter()
        subprocess.run([sys.executable, "-m", "ingest", corpus, "--index", index], check=True)
        seconds = time.perf_counter() - started
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"{given.articles} articles in {seconds:.0f} s ({given.articles / seconds:.1f}/s), peak {peak:.0f} MB")
        print(f"index: {folder_bytes(index) / 1e6:.0f} MB")
        shown = subprocess.run([sys.executable, "-c", _ASK, index], check=True, capture_output=True, text=True).stdout
        print(f"answering: peak {shown.split()[-1]} MB")


if __name__ == "__main__":
    main()
