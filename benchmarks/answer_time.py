"""What an answer takes beside encoding its question, over the shipped articles and their questions, or other ones.

    python -m benchmarks.answer_time --questions 100

Each question is encoded and answered in turn, in one run, after the rest of the set was: the passages and documents
that the reader keeps in memory are warm, as they are in a running app, and the questions themselves are new to it.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from benchmarks.environment import WORK
from evals.measures.cost import percentile
from evals.questions import load_questions
from evals.system import open_system


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.answer_time")
    parser.add_argument("--questions", type=int, default=100, help="how many of the set")
    parser.add_argument("--skip", type=int, default=0, help="how many of it are passed over in front of those")
    parser.add_argument("--corpus", type=Path, default=Path("data/articles"), help="documents that are asked about")
    parser.add_argument("--set", type=Path, default=Path("data/evals/questions.jsonl"), help="questions over them")
    given = parser.parse_args()
    system = open_system(given.corpus, WORK / f"index-{given.corpus.resolve().parent.name}-{given.corpus.name}")
    encoder, assistant = system.index.encoder, system.assistant
    questions = load_questions(given.set)
    last = given.skip + given.questions
    questions, others = questions[given.skip : last], [*questions[: given.skip], *questions[last:]]
    for one in others:
        assistant.ask(one.question, one.history)
    encoding, answering = [], []
    for one in questions:
        started = time.perf_counter()
        encoder.encode_queries([one.question])
        encoded = time.perf_counter()
        assistant.ask(one.question, one.history)
        answering.append(1000 * (time.perf_counter() - encoded))
        encoding.append(1000 * (encoded - started))
    for name, times in (("encoding a question", encoding), ("answering it", answering)):
        print(f"{name}: p50 {percentile(times, 0.5):.1f} ms, p95 {percentile(times, 0.95):.1f} ms")
    print(f"answering to encoding: {percentile(answering, 0.5) / percentile(encoding, 0.5):.1f} (p50)")


if __name__ == "__main__":
    main()
