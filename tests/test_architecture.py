"""The import directions of the house, read from the source."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ALLOWED = {
    "plans": {"plans"},
    "retriever": {"plans", "retriever"},
    "ingest": {"plans", "retriever", "ingest"},
    "reader": {"plans", "retriever", "reader"},
    "ui": {"plans", "retriever", "ingest", "reader", "evals", "ui"},
    "evals": {"plans", "retriever", "ingest", "reader", "evals"},
}
ROOMS = ("lexicon", "questions", "evidence", "polarity", "contrasts", "spans", "scoring", "choosing", "wording", "computed")
"""The rooms of the reader: each may use those before it."""
OURS = {*ALLOWED, "app", "benchmarks", "scripts", "tests"}


def imported(file: Path) -> Iterator[str]:
    """The first name of every module that a file imports, wherever in the file."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name.split(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative import"
            yield str(node.module).split(".")[0]


def imported_modules(file: Path) -> Iterator[str]:
    """The dotted name of every module that a file imports from."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield str(node.module)


def modules(package: str) -> list[Path]:
    found = sorted((ROOT / package).rglob("*.py"))
    assert found
    return found


@pytest.mark.parametrize("package", sorted(ALLOWED))
def test_a_package_imports_only_what_lies_below_it(package: str) -> None:
    wrong = [
        f"{file.relative_to(ROOT)} imports {name}"
        for file in modules(package)
        for name in imported(file)
        if name in OURS and name not in ALLOWED[package]
    ]
    assert not wrong


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_of_the_reader_uses_only_those_before_it(room: str) -> None:
    allowed = {f"reader.{one}" for one in ROOMS[: ROOMS.index(room) + 1]}
    wrong = [
        f"{file.relative_to(ROOT)} imports {name}"
        for file in modules(f"reader/{room}")
        for name in imported_modules(file)
        if name.split(".")[0] == "reader" and ".".join(name.split(".")[:2]) not in allowed
    ]
    assert not wrong


def test_every_room_of_the_reader_has_its_place_in_the_order() -> None:
    assert {file.parent.name for file in (ROOT / "reader").glob("*/__init__.py")} == set(ROOMS)


def test_the_domain_needs_only_the_standard_library() -> None:
    wrong = [
        f"{file.relative_to(ROOT)} imports {name}"
        for file in modules("plans")
        for name in imported(file)
        if name != "plans" and name not in sys.stdlib_module_names
    ]
    assert not wrong


@pytest.mark.parametrize("package", sorted(set(ALLOWED) - {"ui"}))
def test_only_the_app_knows_gradio(package: str) -> None:
    assert not [file for file in modules(package) if "gradio" in imported(file)]


@pytest.mark.parametrize("package", sorted(ALLOWED))
def test_nothing_is_pickled(package: str) -> None:
    assert not [file for file in modules(package) if {"pickle", "joblib", "dill"} & set(imported(file))]


def test_only_the_local_backend_knows_faiss_and_tantivy() -> None:
    allowed = {"dense.py", "lexical.py"}
    wrong = [
        file
        for package in ALLOWED
        for file in modules(package)
        if {"faiss", "tantivy"} & set(imported(file)) and file.name not in allowed
    ]
    assert not wrong
