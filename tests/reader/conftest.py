from collections.abc import Callable
from pathlib import Path

import pytest

from ingest import pipeline
from reader import Assistant
from retriever import Index
from retriever.index import default_encoder

ARTICLES = Path(__file__).resolve().parent.parent.parent / "data" / "articles"


@pytest.fixture(scope="session")
def assistant_over(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Assistant]:
    """Makes the real assistant over one Markdown document."""

    def over(text: str) -> Assistant:
        folder = tmp_path_factory.mktemp("one")
        (folder / "document.md").write_text(text, encoding="utf-8")
        pipeline.mirror([folder / "document.md"], folder / "index", default_encoder())
        return Assistant(Index.open(folder / "index"))

    return over


@pytest.fixture(scope="session")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The real assistant over the shipped articles."""
    folder = tmp_path_factory.mktemp("reader") / "index"
    pipeline.mirror([ARTICLES], folder, default_encoder())
    return Assistant(Index.open(folder))
