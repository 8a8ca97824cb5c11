"""The training files (data/training/README.md): documents with the questions asked of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from plans.document import Span

DATA = Path("data/training")
Share = Literal["train", "held_out"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question after those of `history`, oldest first; `answer` is where it is answered in the document's text, None
    where the document does not say."""

    question: str
    kind: str
    answer: Span | None
    history: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """A document of the training file `file` (its name without suffix) as a file of a corpus: `path` relative to it and
    `text`, the title in front."""

    file: str
    path: str
    text: str
    share: Share
    asked: tuple[Asked, ...]


def read_written(folder: Path) -> Iterator[Written]:
    """Every document, in the order of the files. Raises `ValueError` where an answer is not in its document."""
    for file in sorted(folder.rglob("*.jsonl")):
        share: Share = "held_out" if file.parent.name == "held_out" else "train"
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            record = json.loads(line)
            head = f"# {record['title']}\n\n"
            text = f"{head}{record['text']}\n"
            asked = []
            for turns, answer, kind, *left in record["qa"]:
                *history, question = [turns] if isinstance(turns, str) else turns
                span = None if kind == "none" else _located(text, len(head), answer, "".join(left))
                asked.append(Asked(question, kind, span, tuple(history)))
            yield Written(file.stem, f"{share}/{file.stem}-{number:03}.md", text, share, tuple(asked))


def _located(text: str, start: int, answer: str, left: str) -> Span:
    """Where the answer stands, behind the words `left` where they are given."""
    at = text.find(left + answer, start)
    begin = at + len(left) if at >= 0 else text.find(answer, max(start, text.find(left, start)))
    if begin < 0:
        raise ValueError(f"{answer!r} does not stand in {text[:60]!r} ...")
    return Span(begin, begin + len(answer))
