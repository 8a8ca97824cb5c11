"""Counts the general Vietnamese of the accent model: `python -m scripts.fit_accents`.

Over the documents of data/training that are not held out, and their questions as far as they are rightly spelled. The
counts of an indexed corpus come on top of them (`retriever.accents`).
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from plans.text import canonical, has_accents, syllables
from reader.spans.questions import DATA, read_written
from retriever import accents
from retriever.terms import language_of

WORDS, PAIRS = 2, 1
"""How often a syllable, and a pair of syllables, must have been seen."""
app = typer.Typer(add_completion=False)


@app.command()
def main(
    data: Annotated[Path, typer.Option(help="Folder of training files.")] = DATA,
    out: Annotated[Path, typer.Option(help="File of counts to write.")] = accents.DATA / "accents.npz",
) -> None:
    written = [one for one in read_written(data) if one.share == "train"]
    documents = [one.text for one in written]
    known = accents.AccentModel.train(documents, background=False)
    asked = (turn for one in written for asked in one.asked for turn in (*asked.history, asked.question))
    kept = [turn for turn in asked if language_of(turn) == "vi" and _rightly_spelled(turn, known)]
    model = accents.AccentModel.train([*documents, *kept], background=False).pruned(WORDS, PAIRS)
    model.save(out)
    typer.echo(f"{len(model.vocabulary)} syllables, {len(model.pairs)} pairs in {out}")


def _rightly_spelled(question: str, known: accents.AccentModel) -> bool:
    """Whether it has accents, and no syllable that the documents lack: some are asked without accents, or with slips."""
    return has_accents(question) and all(known.count(one) for one in syllables(canonical(question)) if one.isalpha())


if __name__ == "__main__":
    app()
