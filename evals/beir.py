"""BEIR folders: `corpus.jsonl` {_id, title, text}, `queries.jsonl` {_id, text}, judgements in `qrels.tsv` or
`qrels/test.tsv` (query-id, corpus-id, score); runs are written in the TREC form `qid Q0 docid rank score tag`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.jsonl import read_jsonl
from plans.errors import EvaluationError

QRELS = ("qrels.tsv", "qrels/test.tsv")

Ranked = Mapping[str, Sequence[tuple[str, float]]]
"""Query id to (document id, score), best first."""


@dataclass(frozen=True, slots=True)
class BeirDocument:
    document_id: str
    title: str
    text: str


def read_corpus(folder: Path) -> Iterator[BeirDocument]:
    """The entries, one at a time: a corpus may be larger than memory.

    Raises `EvaluationError`: no such file, an entry without an id, the same id twice, no entry at all.
    """
    path = folder / "corpus.jsonl"
    seen: set[str] = set()
    for number, record in read_jsonl(path):
        where = f"{path} line {number}"
        document_id = _id(record, where)
        if document_id in seen:
            raise EvaluationError(f'{where}: the _id "{document_id}" is there twice; keep one.')
        seen.add(document_id)
        yield BeirDocument(document_id, _text(record, "title", where), _text(record, "text", where))
    if not seen:
        raise EvaluationError(f"{path} holds no document: write one JSON object a line.")


def load_queries(path: Path) -> dict[str, str]:
    queries: dict[str, str] = {}
    for number, record in read_jsonl(path):
        where = f"{path} line {number}"
        query_id = _id(record, where)
        if query_id in queries:
            raise EvaluationError(f'{where}: the _id "{query_id}" is there twice; keep one.')
        queries[query_id] = _text(record, "text", where)
    if not queries:
        raise EvaluationError(f"{path} holds no query: write one JSON object a line.")
    return queries


def _id(record: Mapping[str, Any], where: str) -> str:
    value = record.get("_id")
    if not isinstance(value, str | int) or isinstance(value, bool) or not str(value).strip():
        raise EvaluationError(f'{where}: "_id" must be a non-empty string.')
    if any(character.isspace() for character in str(value)):
        raise EvaluationError(f'{where}: the _id "{value}" has white space in it, which the TREC form cannot hold.')
    return str(value)


def _text(record: Mapping[str, Any], key: str, where: str) -> str:
    value = record.get(key) or ""
    if not isinstance(value, str):
        raise EvaluationError(f'{where}: "{key}" must be a string.')
    return value


def find_qrels(folder: Path) -> Path | None:
    return next((folder / name for name in QRELS if (folder / name).is_file()), None)


def load_qrels(path: Path) -> dict[str, dict[str, int]]:
    """Query id to judgement. The heading line is optional."""
    qrels: dict[str, dict[str, int]] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), start=1):
        fields = line.split("\t")
        if not line.strip() or (number == 1 and not fields[-1].strip().lstrip("-").isdigit()):
            continue
        if len(fields) != 3 or not fields[2].strip().lstrip("-").isdigit():
            raise EvaluationError(f"{path} line {number}: need query-id, corpus-id and a whole number, with tabs between.")
        qrels.setdefault(fields[0], {})[fields[1]] = int(fields[2])
    return qrels


def write_trec(path: Path, run: Ranked, tag: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="\n") as out:
        for query_id, ranking in run.items():
            for rank, (document_id, score) in enumerate(ranking, start=1):
                out.write(f"{query_id} Q0 {document_id} {rank} {score:.6f} {tag}\n")
