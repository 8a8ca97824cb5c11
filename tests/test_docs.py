"""The documentation holds: its commands answer, its paths exist, and nothing in the repository names one machine."""

from __future__ import annotations

import os
import re
import runpy
import shlex
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
PAGES = [README, *(ROOT / name for name in ("ARCHITECTURE.md", "evals/README.md", "benchmarks/README.md"))]
MADE_HERE = ("data/index", "runs")  # by the commands themselves, and ignored by git
NO_TEXT = {".png", ".gz", ".pdf", ".docx", ".xlsx", ".html", ".htm", ".npz", ".safetensors"}
GIVEN = ("data/articles/", "tests/corpus/files/", "LICENSE")  # taken as they are


@cache
def tracked() -> list[str]:
    """The files of the repository, ignored ones left out; empty where there is no git."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT,
            capture_output=True,
            check=True,
            text=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return []
    return sorted({name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()})


def code(page: Path) -> Iterator[str]:
    """Every line of the code blocks and every code span of a page; shell comments are cut off."""
    inside = False
    for line in page.read_text("utf-8").splitlines():
        if line.startswith("```"):
            inside = not inside
        elif inside:
            yield re.sub(r"(?:^|\s)#\s.*", "", line)
        else:
            yield from re.findall(r"`([^`]+)`", line)


def commands() -> list[tuple[str, ...]]:
    """(target, subcommand or "", options...) of every Python command of the documentation, each pair once."""
    found: dict[tuple[str, str], set[str]] = {}
    for line in (one for page in PAGES for one in code(page)):
        match = re.match(r"(?:\.venv/bin/)?python (?:-m )?([\w./]+)(.*)", line)
        if match is None:
            continue
        words = shlex.split(match[2])
        takes_subcommand = match[1] == "evals" and words and not words[0].startswith("-")
        options = {word for word in words if re.fullmatch(r"--?[a-z][\w-]*", word)}
        found.setdefault((match[1], words[0] if takes_subcommand else ""), set()).update(options)
    return [(*key, *sorted(options - {"--help"})) for key, options in sorted(found.items())]


def help_of(target: str, subcommand: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """What `python [-m] target [subcommand] --help` prints; it must end with status 0."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setattr(sys, "argv", [target, *([subcommand] if subcommand else []), "--help"])
    monkeypatch.delitem(sys.modules, f"{target}.__main__", raising=False)  # imported elsewhere, run here as a program
    with pytest.raises(SystemExit) as ended:
        run(target)
    assert ended.value.code in (0, None)
    return capsys.readouterr().out


def run(target: str) -> None:
    if target.endswith(".py"):
        runpy.run_path(str(ROOT / target), run_name="__main__")
    else:
        runpy.run_module(target, run_name="__main__", alter_sys=True)


@pytest.mark.parametrize("command", commands(), ids=lambda command: " ".join(command[:2]).strip())
def test_a_documented_command_has_the_options_that_are_named(
    command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    target, subcommand, *options = command
    shown = help_of(target, subcommand, monkeypatch, capsys)
    assert not [option for option in options if option not in shown]


def test_the_documentation_names_the_commands_of_the_contract() -> None:
    named = {command[:2] for command in commands()}
    assert {("ingest", ""), ("retriever", ""), ("evals", "predict"), ("evals", "retrieve"), ("evals", "run")} <= named


def test_the_readme_begins_with_the_two_commands() -> None:
    block = re.search(r"```sh\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    assert block is not None
    assert [line.split("#")[0].strip() for line in block[1].splitlines()] == ["make app", "make test"]


def test_every_make_target_that_is_named_exists() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    scripts = (ROOT / ".ci" / "run", ROOT / ".github" / "workflows" / "ci.yml")
    lines = [line for page in PAGES for line in code(page)]
    lines += [line.removeprefix("      - run: ") for script in scripts for line in script.read_text("utf-8").splitlines()]
    named = {match[1] for line in lines if (match := re.match(r"(?:\w+=\w+ )*make ([a-z]+)", line))}
    assert named
    assert named <= targets


def test_every_folder_is_named_in_the_readme() -> None:
    folders = {name.split("/")[0] for name in tracked() if "/" in name}
    text = README.read_text("utf-8")
    assert not [folder for folder in sorted(folders) if f"| `{folder}/` |" not in text]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text("utf-8")
    anchors = {"#" + re.sub(r"[^\w -]", "", line.lstrip("# ").lower()).replace(" ", "-") for line in headings(text)}
    links = [link for link in re.findall(r"\]\(([^)]+)\)", text) if "://" not in link]
    assert not [link for link in links if link not in anchors and not (page.parent / link).exists()]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_paths_in_code_spans_exist(page: Path) -> None:
    top = {name.split("/")[0] for name in tracked()}
    named = {
        one
        for one in code(page)
        if re.fullmatch(r"[\w.-]+(?:/[\w.-]+)*/?", one)
        and "/" in one
        and one.split("/")[0] in top
        and not one.startswith(MADE_HERE)
    }
    assert not [one for one in sorted(named) if not (ROOT / one).exists()]


def test_every_module_that_the_architecture_names_exists() -> None:
    sections = re.split(r"^## ", (ROOT / "ARCHITECTURE.md").read_text("utf-8"), flags=re.MULTILINE)[1:]
    missing = []
    for section in sections:
        heading = section.splitlines()[0]
        packages = [ROOT / name for name in re.findall(r"`([\w/]+)/`", heading)] or [ROOT]
        for module in re.findall(r"`([\w/]+\.(?:py|json))`", section):
            places = [*packages, ROOT, *(one for package in packages for one in package.iterdir() if one.is_dir())]
            if not any((place / module).is_file() for place in places):
                missing.append(f"{heading}: {module}")
    assert not missing


def test_documented_python_names_can_be_imported() -> None:
    blocks = re.findall(r"```python\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    names = re.findall(r"^from (\w+) import (\w+)$", "\n".join(blocks), re.MULTILINE)
    assert names
    for module, name in names:
        assert find_spec(module) is not None
        assert hasattr(__import__(module), name)


def test_the_documentation_is_composed_unicode() -> None:
    assert not [page for page in PAGES if not unicodedata.is_normalized("NFC", page.read_text("utf-8"))]


def headings(text: str) -> list[str]:
    """Heading lines outside of code blocks."""
    return re.findall(r"^#+ .*", re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE), re.MULTILINE)


def test_nothing_in_the_repository_names_a_machine_or_a_registry() -> None:
    files = tracked()
    if not files:
        pytest.skip("not a git repository")
    folders = "|".join(("work", "home", "root", "opt", "tmp", "Users"))
    machine = re.compile(rf"(?<![\w.~:/>\])}}-])/(?:{folders})/")
    hosts = re.compile("|".join(("pypi" + r"\.org", "python" + "hosted", "npm" + r"js\.", "pytorch" + r"\.org/whl")))
    wrong = []
    for name in files:
        if name.startswith(GIVEN) or Path(name).suffix in NO_TEXT:
            continue
        text = (ROOT / name).read_text("utf-8", errors="replace")
        wrong += [f"{name}: {found[0]}" for pattern in (machine, hosts) for found in pattern.finditer(text)]
    assert not wrong


@pytest.mark.skipif(os.name == "nt", reason="the bits are those of a Unix file")
def test_the_ci_script_can_be_run() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
