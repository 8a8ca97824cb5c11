"""Ingest speed, ours and LangChain's `HuggingFaceEmbeddings` + `FAISS.from_documents`, same model, same passages, one run.

    python -m benchmarks.ingest_speed --passages 300

Both are timed from texts in memory to an index that answers; loading the model is not counted. They take turns, and each
round is shown, so that a busy machine shows as scatter rather than as a winner.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from statistics import median

from benchmarks.environment import WORK, model_folder, python_of
from benchmarks.peers.__main__ import HERE, PEERS, environment


def passages(count: int) -> list[dict[str, str]]:
    """The passages of the shipped articles, numbered through until there are enough, so that no two are the same."""
    from evals.system import open_system

    index = open_system(Path("data/articles"), WORK / "index").index
    texts = [f"{head.title}\n{one.text}" for head in index.documents() for one in index.passages(head.doc_id)]
    return [{"id": str(at), "text": f"{texts[at % len(texts)]} ({at})"} for at in range(count)]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ingest_speed")
    parser.add_argument("--passages", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--work", type=Path, default=WORK)
    given = parser.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    langchain = PEERS[0]
    programs = {
        "ours": (Path(sys.executable), HERE / "ours.py"),
        "langchain": (python_of(langchain.name, langchain.requirements, given.work), HERE / langchain.script),
    }
    task, result = given.work / "ingest.json", given.work / "ingest-result.json"
    content = {
        "model": str(model_folder(given.work)),
        "k": 1,
        "documents": passages(given.passages),
        "queries": {"one": {"q": "kế hoạch"}},
    }
    task.write_text(json.dumps(content), encoding="utf-8")
    rates: dict[str, list[float]] = {name: [] for name in programs}
    for number in range(1, given.rounds + 1):
        for name, (python, script) in programs.items():
            subprocess.run([python, HERE / "task.py", script, task, result], check=True, env=environment())
            rates[name].append(json.loads(result.read_text(encoding="utf-8"))["passages_per_s"])
            print(f"round {number}: {name} {rates[name][-1]:.1f} passages/s", flush=True)
    ours, theirs = median(rates["ours"]), median(rates["langchain"])
    print(f"median: ours {ours:.1f}, LangChain {theirs:.1f} passages/s; ratio {ours / theirs:.2f}")


if __name__ == "__main__":
    main()
