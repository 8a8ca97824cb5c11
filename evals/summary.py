"""Tables in Markdown: to the terminal, and as the summary of a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from evals.compare import Change, Difference
from evals.gate import Failure
from evals.runs import Run
from evals.slices import Slice

HEADLINE = (
    "right",
    "wrong",
    "abstention",
    "value",
    "EM",
    "F1",
    "verbatim",
    "citation_precision",
    "citation_recall",
    "passage.success@1",
    "passage.success@5",
    "passage.MRR@10",
    "passage.nDCG@10",
    "document.success@1",
)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table with columns of even width."""
    cells = [list(heads), *([one.replace("|", "\\|") for one in row] for row in rows)]
    widths = [max(len(row[at]) for row in cells) for at in range(len(heads))]
    lines = ["| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in cells]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def counts(run: Run) -> str:
    """One sentence: how many were right, wrong and abstained from, answerable and unanswerable apart."""
    answerable = [row for row in run.rows if "abstention" not in row.scores]
    nothing = [row for row in run.rows if "abstention" in row.scores]
    told = [f"{sum(row.verdict == verdict for row in answerable)} {verdict}" for verdict in ("right", "wrong", "abstained")]
    sentence = f"{len(answerable)} answerable: {', '.join(told)}."
    if nothing:
        kept = sum(row.verdict == "abstained" for row in nothing)
        sentence += f" {len(nothing)} unanswerable: {kept} abstained, {len(nothing) - kept} answered (wrong)."
    return sentence


def means_table(run: Run, differences: Sequence[Difference] = ()) -> str:
    known = {one.measure: one for one in differences}
    means = ordered(run.means())
    rows = []
    for name in means:
        change = known.get(name)
        shown = f"{change.change:+.3f} [{change.low:+.3f}, {change.high:+.3f}]" if change else ""
        flag = "" if change is None else "worse" if change.worse else "better" if change.better else ""
        rows.append([name, f"{means[name]:.3f}", str(len(run.values(name))), shown, flag])
    return table(("measure", "mean", "questions", "change [95%]", ""), rows)


def slices_table(slices: Sequence[Slice]) -> str:
    rows = [
        [
            one.dimension,
            one.name,
            str(one.count),
            str(one.right),
            str(one.wrong),
            str(one.abstained),
            _mean(one, "passage.success@5"),
        ]
        for one in slices
    ]
    return table(("by", "slice", "questions", "right", "wrong", "abstained", "passage.success@5"), rows)


def _mean(one: Slice, measure: str) -> str:
    return f"{one.means[measure]:.3f}" if measure in one.means else ""


def changes_table(changes: Sequence[Change]) -> str:
    rows = [
        [one.question_id, one.old_verdict, one.new_verdict, one.old_answer[:60], one.new_answer[:60]] for one in changes
    ]
    return table(("question", "was", "is", "old answer", "new answer"), rows)


def rates_table(rates: Mapping[str, Mapping[str, float]]) -> str:
    """Suites or ablations: one row each, one column a measure."""
    measures = list(dict.fromkeys(name for one in rates.values() for name in one))
    rows = [
        [name, *(_shown(measure, one[measure]) if measure in one else "" for measure in measures)]
        for name, one in rates.items()
    ]
    return table(("", *measures), rows)


def _shown(measure: str, value: float) -> str:
    return f"{value:.0f}" if measure == "questions" else f"{value:.3f}"


def ordered(means: Mapping[str, float]) -> dict[str, float]:
    """The measures people ask about first, first."""
    names = [name for name in HEADLINE if name in means] + [name for name in means if name not in HEADLINE]
    return {name: means[name] for name in names}


def amount(name: str, value: float) -> str:
    """A cost as shown: the calibration error is a share, the others are milliseconds and megabytes."""
    return f"{value:.3f}" if name == "ECE" else f"{value:.1f}"


def cost_line(run: Run) -> str:
    return ", ".join(f"{name} {amount(name, value)}" for name, value in run.cost.items())


def markdown(
    run: Run,
    slices: Sequence[Slice],
    differences: Sequence[Difference],
    failures: Sequence[Failure],
    changes: Sequence[Change],
) -> str:
    """The summary of a pull request."""
    parts = [f"## Evaluation: {run.name}", "", counts(run), ""]
    if failures:
        parts += ["**The gate fails.**", "", *(f"- {one}" for one in failures), ""]
    parts += [means_table(run, differences), "", f"Cost: {cost_line(run)}", ""]
    if changes:
        parts += [f"### Changed questions ({len(changes)})", "", changes_table(changes[:50]), ""]
    parts += ["### Slices", "", slices_table([one for one in slices if one.dimension != "document"]), ""]
    return "\n".join(parts)
