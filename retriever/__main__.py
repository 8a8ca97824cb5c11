"""The command line: what a question finds, and why."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plans.errors import TracuuError
from plans.text import flatten
from retriever.settings import DEFAULT_INDEX

if TYPE_CHECKING:
    from plans.hit import Hit
    from retriever.index import Index
    from retriever.query import Query

_HELP = """Search an index, and with --explain say what was understood and how each passage came to its rank.

Examples:

    python -m retriever "chỉ tiêu hộ nghèo của Cai Lậy năm 2024"

    python -m retriever "ty le ho ngheo xa My Dong" --explain -k 3

    python -m retriever "poverty rate of Cai Lậy in 2024" --index data/index --json
"""
_SHOWN = 160  # characters of a passage on the terminal


def main(
    question: Annotated[str, typer.Argument(help="What to search for.")],
    index: Annotated[Path, typer.Option(help="The folder of the index.")] = DEFAULT_INDEX,
    k: Annotated[int, typer.Option("-k", min=1, help="Passages to show.")] = 5,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show what was understood and the scores of each side.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    from retriever.index import Index  # here: it loads the model's library, which --help need not wait for

    try:
        opened = Index.open(index)
        query = opened.understand(question)
        hits = opened.search(query, k)
    except TracuuError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    if as_json:
        typer.echo(
            json.dumps({"query": asdict(query), "hits": [asdict(hit) for hit in hits]}, ensure_ascii=False, default=str)
        )
        return
    if explain:
        _show_query(query, opened)
    for hit in hits:
        _show_hit(hit, opened, explain)


def _show_query(query: Query, index: Index) -> None:
    fusion = index.fusion
    lines = {
        "Tìm theo": query.text,
        "Ngôn ngữ": query.language,
        "Nơi": "; ".join(
            f"{one.name} ({', '.join(place.long_name for place in one.candidates) or 'không có trong danh mục'})"
            for one in query.places
        ),
        "Năm": ", ".join(map(str, query.years)),
        "Kỳ": ", ".join(query.periods),
        "Loại số liệu": query.kind or "",
        "Số văn bản": ", ".join(query.document_numbers),
        "Viết đầy đủ": query.spelled_out if query.spelled_out != query.text else "",
        "Mở rộng": "; ".join(query.expansions),
        "Trọng số": ", ".join(f"{name} {value:g}" for name, value in asdict(fusion).items()),
    }
    for name, value in lines.items():
        if value:
            typer.echo(f"{name}: {value}")
    typer.echo("")


def _show_hit(hit: Hit, index: Index, explain: bool) -> None:
    document = index.document(hit.passage.doc_id)
    typer.echo(f"{hit.rank}. {hit.score:.3f}  {document.path}, {document.locate(hit.passage.span)}")
    if explain:
        typer.echo("   " + ", ".join(f"{side} {score:.3f}" for side, score in hit.parts.items()))
    text = flatten(hit.passage.text)
    typer.echo(f"   {text if len(text) <= _SHOWN else text[:_SHOWN].rsplit(' ', 1)[0] + '…'}")


if __name__ == "__main__":
    app = typer.Typer(add_completion=False, rich_markup_mode=None)  # no markup: the examples of the help keep their lines
    app.command(help=_HELP)(main)
    app(prog_name="python -m retriever")
