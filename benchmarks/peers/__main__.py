"""The same questions through what a user would pick instead, with the same model, in one run.

    python -m benchmarks.peers                    # every program, every set that is there
    python -m benchmarks.peers --only langchain   # one of them, and ours

Sets: ../shared/dev/mlqa-vi where present (typed with accents, without, in English), and the shipped questions over the
passages of the shipped articles.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.environment import WORK, model_folder, python_of, versions
from evals.beir import load_qrels, load_queries, read_corpus
from evals.measures.retrieval import Recall, ReciprocalRank, Success, average
from evals.questions import load_questions
from evals.score import holds
from evals.summary import table
from plans.text import fold

HERE = Path(__file__).parent
MLQA = Path("../shared/dev/mlqa-vi")
MEASURES = (Success(1), Recall(5), ReciprocalRank(10))


@dataclass(frozen=True, slots=True)
class Peer:
    name: str
    script: str
    requirements: tuple[str, ...]
    shown: tuple[str, ...]  # distributions whose versions the table names


PEERS = (
    Peer(
        "langchain",
        "langchain_faiss.py",
        ("langchain-huggingface>=1,<2", "langchain-community>=0.4,<0.5", "faiss-cpu>=1.12,<2"),
        ("langchain-huggingface", "langchain-community"),
    ),
    Peer(
        "llamaindex",
        "llamaindex.py",
        ("llama-index-core>=0.14,<0.15", "llama-index-embeddings-huggingface<1", "llama-index-retrievers-bm25<1"),
        ("llama-index-core",),
    ),
    Peer("haystack", "haystack_memory.py", ("haystack-ai>=3,<4", "sentence-transformers-haystack>=2,<3"), ("haystack-ai",)),
    Peer("txtai", "txtai_embeddings.py", ("txtai>=9,<10",), ("txtai",)),
)


@dataclass(frozen=True, slots=True)
class TaskSet:
    """Documents as {"id", "text"} (the title is the text's first line), queries by typed form, and judgements by form."""

    name: str
    documents: list[dict[str, str]]
    queries: dict[str, dict[str, str]]
    qrels: dict[str, dict[str, dict[str, int]]]


def mlqa(folder: Path = MLQA) -> TaskSet:
    documents = [{"id": one.document_id, "text": f"{one.title}\n{one.text}"} for one in read_corpus(folder)]
    accents = load_queries(folder / "queries.jsonl")
    forms = {
        "accents": accents,
        "no accents": {query: fold(text) for query, text in accents.items()},
        "English": load_queries(folder / "queries_en.jsonl"),
    }
    return TaskSet("mlqa-vi", documents, forms, dict.fromkeys(forms, load_qrels(folder / "qrels.tsv")))


def shipped() -> TaskSet:
    """The answerable questions of the shipped set that stand alone, over the passages of the shipped articles."""
    from evals.system import open_system

    system = open_system(Path("data/articles"), WORK / "index")
    documents, held = [], {}
    for head in system.index.documents():
        for passage in system.index.passages(head.doc_id):
            documents.append({"id": passage.passage_id, "text": f"{head.title}\n{passage.text}"})
            held[passage.passage_id] = (head.path, passage.span)
    forms: dict[str, dict[str, str]] = {"as written": {}, "no accents": {}}
    judged: dict[str, dict[str, int]] = {}
    for question in load_questions(Path("data/evals/questions.jsonl")):
        relevant = {one: 1 for one, (path, span) in held.items() if holds(question, path, span)}
        if relevant and not question.history:
            judged[question.question_id] = relevant
            forms["as written"][question.question_id] = question.question
            forms["no accents"][question.question_id] = fold(question.question)
    return TaskSet("shipped", documents, forms, dict.fromkeys(forms, judged))


def sampled(task: TaskSet, count: int) -> TaskSet:
    """Every n-th question, the same ones in every form; all of them when `count` is 0."""
    ids = list(next(iter(task.queries.values())))
    kept = ids[:: max(1, len(ids) // count)][:count] if count else ids
    return TaskSet(
        task.name,
        task.documents,
        {form: {one: queries[one] for one in kept} for form, queries in task.queries.items()},
        {form: {one: qrels[one] for one in kept if one in qrels} for form, qrels in task.qrels.items()},
    )


def run(name: str, python: Path, script: Path, task: TaskSet, model: Path, work: Path) -> dict[str, Any]:
    """One program over one set, in a process of its own."""
    task_file, result_file = work / f"{task.name}.json", work / f"{task.name}-{name}.json"
    content = {"model": str(model), "k": 10, "documents": task.documents, "queries": task.queries}
    task_file.write_text(json.dumps(content), encoding="utf-8")
    subprocess.run([python, HERE / "task.py", script, task_file, result_file], check=True, env=environment())
    result: dict[str, Any] = json.loads(result_file.read_text(encoding="utf-8"))
    return result


def environment() -> dict[str, str]:
    offline = {
        "HF_HUB_OFFLINE": "1",
        "TRANSFORMERS_OFFLINE": "1",
        "TOKENIZERS_PARALLELISM": "true",
        "HAYSTACK_TELEMETRY_ENABLED": "False",
    }
    return {**os.environ, **offline, "PYTHONPATH": str(HERE.parent.parent)}


def rows(name: str, task: TaskSet, result: dict[str, Any]) -> list[list[str]]:
    made = []
    for variant, runs in result["runs"].items():
        cells = [name, variant]
        for form in task.queries:
            means = average(task.qrels[form], runs[form], MEASURES)
            cells += [f"{value:.3f}" for value in means.values()]
        cells += [f"{result['passages_per_s']:.1f}", f"{result['p50_ms'][variant]:.1f}", f"{result['peak_rss_mb']:.0f}"]
        made.append(cells)
    return made


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.peers", description=__doc__.splitlines()[0] if __doc__ else ""
    )
    parser.add_argument("--only", choices=[peer.name for peer in PEERS], action="append", help="compare with this one only")
    parser.add_argument("--work", type=Path, default=WORK, help="folder for environments and results")
    parser.add_argument("--set", choices=["mlqa-vi", "shipped"], action="append", help="this set only")
    parser.add_argument("--sample", type=int, default=0, help="only so many questions of each set, spread evenly")
    given = parser.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    names = given.set or (["mlqa-vi"] if MLQA.is_dir() else []) + ["shipped"]
    tasks = [sampled(mlqa() if name == "mlqa-vi" else shipped(), given.sample) for name in names]
    model = model_folder(given.work)
    programs = [("ours", Path(sys.executable), HERE / "ours.py")]
    shown = []
    for peer in PEERS:
        if not given.only or peer.name in given.only:
            python = python_of(peer.name, peer.requirements, given.work)
            programs.append((peer.name, python, HERE / peer.script))
            shown += [f"{name} {version}" for name, version in versions(python, peer.shown).items()]
    print(f"{datetime.now(UTC):%Y-%m-%d}, multilingual-e5-small everywhere; {', '.join(shown)}")
    for task in tasks:
        heads = ["program", "variant", *(f"{form}: {measure}" for form in task.queries for measure in MEASURES)]
        heads += ["passages/s", "query p50 ms", "peak MB"]
        cells = [
            row
            for name, python, script in programs
            for row in rows(name, task, run(name, python, script, task, model, given.work))
        ]
        count = len(next(iter(task.queries.values())))
        print(f"\n{task.name}: {len(task.documents)} passages, {count} questions\n\n{table(heads, cells)}", flush=True)


if __name__ == "__main__":
    main()
