"""Writes the training documents as a corpus: `python -m scripts.training_corpus FOLDER`.

`FOLDER/corpus` is what `python -m ingest` reads, to train the span reader on passages as the product makes them;
`FOLDER/questions.jsonl` are the questions of the held-out documents, in the format of the evaluation sets, for
`python -m reader.fit`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from reader.spans.questions import DATA, Asked, Written, read_written

app = typer.Typer(add_completion=False)


@app.command()
def main(
    folder: Annotated[Path, typer.Argument(help="Where to write.")],
    data: Annotated[Path, typer.Option(help="Folder of training files.")] = DATA,
) -> None:
    lines = []
    for one in read_written(data):
        file = folder / "corpus" / one.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(one.text, "utf-8")
        if one.share == "held_out":
            lines += [
                json.dumps(as_question(one, asked, number), ensure_ascii=False) for number, asked in enumerate(one.asked, 1)
            ]
    (folder / "questions.jsonl").write_text("\n".join(lines) + "\n", "utf-8")


def as_question(document: Written, asked: Asked, number: int) -> dict[str, object]:
    """In the format of data/evals/questions.jsonl."""
    made: dict[str, object] = {
        "id": f"{Path(document.path).stem}-{number}",
        "question": asked.question,
        "type": asked.kind,
        "answerable": asked.answer is not None,
    }
    if asked.history:
        made["history"] = list(asked.history)
    if asked.answer is None:
        return made | {"near": document.path}
    span = asked.answer
    return made | {
        "document": document.path,
        "answer": span.of(document.text),
        "start": span.start,
        "end": span.end,
    }


if __name__ == "__main__":
    app()
