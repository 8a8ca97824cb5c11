"""The command line: brings an index in line with files."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from plans.errors import TracuuError

_HELP = """Bring an index in line with files: new and changed files are read, vanished ones dropped, the rest taken over.

Exit status 0, or 1 when some file failed: one line for each on standard error, and the others are in the index.

Examples:

    python -m ingest

    python -m ingest ~/ke-hoach --index ~/ke-hoach-index

    python -m ingest report.pdf plans/ --index data/index --jobs 2

    python -m ingest --dry-run --json

    python -m ingest --indicators indicators.xlsx
"""


def main(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATH ...]", help="Files and folders; by default data/articles.")
    ] = None,
    index: Annotated[Path, typer.Option(help="The folder of the index.")] = Path("data/index"),
    jobs: Annotated[int, typer.Option(min=0, help="Processes that read files; 0 chooses by the number of files.")] = 0,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be done, and do nothing.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as one JSON object.")] = False,
    indicators: Annotated[
        Path | None, typer.Option(metavar="OUT.csv|OUT.xlsx", help="Also write all indicators of the index to a table.")
    ] = None,
) -> None:
    from ingest import pipeline  # here: it loads the model's library, which --help need not wait for
    from ingest.export import check_table, write_indicators
    from retriever.index import default_encoder
    from retriever.settings import DEFAULT_CORPUS

    given = paths or [DEFAULT_CORPUS]
    try:
        if indicators is not None:
            check_table(indicators)
        encoder = default_encoder()
        if dry_run:
            report = pipeline.plan(given, index, encoder.fingerprint)
        else:
            with _Bar() as bar:
                report = pipeline.mirror(given, index, encoder, jobs=jobs or None, progress=bar.show)
        if indicators is not None and not dry_run:
            write_indicators(index, indicators)
    except TracuuError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    for failure in report.failures:
        typer.echo(failure.reason, err=True)
    typer.echo(json.dumps(asdict(report), ensure_ascii=False) if as_json else _summary(report, index, dry_run))
    raise typer.Exit(1 if report.failures else 0)


class _Bar:
    """Progress with the time left, on standard error and only where a person looks on."""

    def __init__(self) -> None:
        self._bar: Any = None
        self._done = 0

    def __enter__(self) -> _Bar:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.__exit__(None, None, None)

    def show(self, done: int, total: int) -> None:
        if self._bar is None:
            self._bar = typer.progressbar(length=max(1, total), label="Ingest", file=sys.stderr)
            self._bar.__enter__()
        self._bar.update(done - self._done)
        self._done = done


def _summary(report: Any, index: Path, dry_run: bool) -> str:
    parts = [
        f"{len(names)} {word}"
        for word, names in (
            ("added", report.added),
            ("updated", report.updated),
            ("unchanged", report.unchanged),
            ("removed", report.removed),
            ("duplicate", report.duplicates),
            ("failed", report.failures),
        )
        if names
    ]
    done = ", ".join(parts) or "nothing to do"
    if dry_run:
        return f"Would be: {done}."
    held = ", ".join(f"{count} {name}" for name, count in report.counts.items())
    return f"{done}. {index} holds {held} ({report.generation})."


if __name__ == "__main__":
    # rich markup off: the examples of the help keep their lines
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(help=_HELP)(main)
    app(prog_name="python -m ingest")
