"""Starts the assistant: `python app.py` ingests data/articles when there is no index, then serves 127.0.0.1:7860."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Annotated

import typer

from plans.errors import IndexMissing, TracuuError

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"  # before gradio is imported
os.environ.setdefault("HF_HUB_OFFLINE", "1")

_HELP = """Serve the assistant on this machine.

Examples:

    python app.py

    python app.py --port 8080 --index ~/ke-hoach-index --corpus ~/ke-hoach
"""


def main(
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port to serve on.")] = 7860,
    host: Annotated[str, typer.Option(help="The address to serve on; only this machine by default.")] = "127.0.0.1",
    index: Annotated[Path, typer.Option(help="The folder of the index.")] = Path("data/index"),
    corpus: Annotated[Path, typer.Option(help="The documents: ingested when there is no index.")] = Path("data/articles"),
    runs: Annotated[Path, typer.Option(help="The folder of evaluation runs to show.")] = Path("runs"),
) -> None:
    logging.basicConfig(format="%(message)s")
    logging.getLogger("retriever").setLevel(logging.INFO)  # the model: unpacked once, and the arithmetic that was chosen

    # Imported here: --help need not wait for the model's library.
    from retriever import Index
    from ui import Workspace, check_port, serve

    try:
        check_port(host, port)
        try:
            opened = Index.open(index)
        except IndexMissing:
            ingest(corpus, index)
            opened = Index.open(index)
        typer.echo(f"Tra cứu kế hoạch: http://{host}:{port}  (Ctrl+C để dừng)")
        serve(Workspace(opened, corpus), runs, host, port)
    except TracuuError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error


def ingest(corpus: Path, index: Path) -> None:
    """Makes the first index, with progress on the terminal; a file that cannot be read costs one line."""
    from ingest import pipeline
    from retriever.index import default_encoder

    typer.echo(f"Chưa có chỉ mục: đang đọc {corpus} …", err=True)
    shown = 0
    with typer.progressbar(length=100, label="Đang lập chỉ mục") as bar:

        def progress(done: int, total: int) -> None:
            nonlocal shown
            reached = 100 * done // max(total, 1)
            bar.update(reached - shown)
            shown = reached

        outcome = pipeline.mirror([corpus], index, default_encoder(), progress=progress)
    for failure in outcome.failures:
        typer.echo(failure.reason, err=True)


if __name__ == "__main__":
    cli = typer.Typer(add_completion=False, rich_markup_mode=None)
    cli.command(help=_HELP)(main)
    cli(prog_name="app.py")
