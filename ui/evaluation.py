"""The latest evaluation run as a page; a helpful line where there is none."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from ui.html import Html, join, tag
from ui.strings import Strings

COMMAND = "python -m evals run"
RUN, REPORT = "run.json", "report.html"


def latest(runs: Path) -> Path | None:
    """The folder under `runs` whose run was saved last."""
    saved = sorted(runs.glob(f"*/{RUN}"), key=lambda path: path.stat().st_mtime)
    return saved[-1].parent if saved else None


def evaluation(runs: Path, words: Strings) -> Html:
    """What `python -m evals run` saved last under `runs`, the measures people ask about first; else the command to run."""
    folder = latest(runs)
    try:
        if folder is None:
            raise FileNotFoundError(runs)
        run = json.loads((folder / RUN).read_text(encoding="utf-8"))
        means = _means([row["scores"] for row in run["rows"]])
        when = str(run["created"])[:16].replace("T", " ")
        count = len(run["rows"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return tag("div", tag("p", words.no_evaluation), tag("pre", COMMAND, tabindex="0"), class_="none")
    link = tag("a", words.whole_report, href="evaluation", target="_blank", rel="noopener")
    return tag(
        "div",
        tag("h2", words.evaluation_of.format(when=when, count=words.number(count))),
        _table(means, words),
        tag("p", link, class_="file") if (folder / REPORT).is_file() else None,
        class_="evaluation",
    )


def _means(scores: Sequence[Mapping[str, float]]) -> dict[str, tuple[float, int]]:
    """Measure -> (mean, how many questions it applies to), in order of first use."""
    collected: dict[str, list[float]] = {}
    for one in scores:
        for name, value in one.items():
            collected.setdefault(name, []).append(float(value))
    return {name: (sum(values) / len(values), len(values)) for name, values in collected.items()}


def _table(means: Mapping[str, tuple[float, int]], words: Strings) -> Html:
    head = tag("tr", *(tag("th", name, scope="col") for name in (words.measure, words.value, words.questions)))
    named = [name for name in words.measures if name in means]
    rows = (_row(name, words.measures[name], *means[name], words) for name in named)
    return tag("table", tag("thead", head), tag("tbody", join(rows)), class_="measures")


def _row(name: str, told: str, mean: float, count: int, words: Strings) -> Html:
    gauge = tag("span", class_="gauge", style=f"--share:{min(max(mean, 0.0), 1.0):.3f}")
    return tag(
        "tr",
        tag("td", told, tag("span", name, class_="measure")),
        tag("td", gauge, f"{mean * 100:.1f}%".replace(".", "," if words.language == "vi" else "."), class_="figure"),
        tag("td", words.number(count), class_="figure"),
    )
