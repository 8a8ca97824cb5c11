"""The evaluation page: one HTML file that needs nothing else. Tables, slices, plots, and every question that went wrong
with the answer given, the gold one, and both passages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from evals.compare import Difference
from evals.gate import Failure
from evals.measures.cost import percentile
from evals.measures.trust import expected_calibration_error, reliability, risk_coverage
from evals.plots import Line, bar_chart, line_chart
from evals.predictions import Prediction
from evals.questions import Question
from evals.runs import Run
from evals.slices import Slice
from evals.summary import amount, ordered
from plans.document import Span
from plans.text import flatten

_AROUND = 160  # characters shown on each side of a span

_STYLE = """
:root{color-scheme:light dark;--line:#8884;--good:#059669;--bad:#dc2626}
body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem}
table{border-collapse:collapse;margin:.5rem 0 1.5rem;display:block;overflow-x:auto}
th,td{border-bottom:1px solid var(--line);padding:.25rem .7rem;text-align:left;vertical-align:top}
td.n{text-align:right;font-variant-numeric:tabular-nums}
.plots{display:grid;grid-template-columns:repeat(auto-fit,minmax(20rem,1fr));gap:1rem}
figure{margin:0}svg{width:100%;font-size:10px;fill:currentColor}svg text{fill:currentColor}
.good{color:var(--good)}.bad{color:var(--bad)}mark{background:#fde04788;color:inherit}
details{border:1px solid var(--line);border-radius:.5rem;padding:.5rem .8rem;margin:.5rem 0}
blockquote{margin:.3rem 0 .3rem .5rem;padding-left:.7rem;border-left:3px solid var(--line)}small{opacity:.75}
"""


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a page shows. `earlier` are runs before this one, oldest first; `texts` maps documents to their texts."""

    run: Run
    questions: Sequence[Question]
    predictions: Mapping[str, Prediction]
    slices: Sequence[Slice]
    texts: Mapping[str, str]
    differences: Sequence[Difference] = ()
    failures: Sequence[Failure] = ()
    earlier: Sequence[Run] = ()
    suites: Mapping[str, Mapping[str, float]] = field(default_factory=dict)


def html(report: Report) -> str:
    run = report.run
    sections = [
        f"<h1>Evaluation: {escape(run.name)}</h1>",
        f"<p><small>{escape(run.created)} · {len(run.rows)} questions</small></p>",
        _gate(report.failures),
        "<h2>Measures</h2>",
        _measures(report),
        "<h2>Plots</h2>",
        f'<div class="plots">{"".join(plots(report))}</div>',
        "<h2>Slices</h2>",
        _slices(report.slices),
        _suites(report.suites),
        "<h2>Settings</h2>",
        _table(("setting", "value"), ([escape(str(key)), escape(str(value))] for key, value in run.settings.items())),
        *_failed(report),
    ]
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{escape(run.name)}</title>'
    page = f"<head>{head}<style>{_STYLE}</style></head><body>{''.join(sections)}</body>"
    return f'<!doctype html><html lang="en">{page}</html>\n'


def plots(report: Report) -> list[str]:
    """Risk-coverage, reliability, latency by stage and the trend of the main measures."""
    answered = [
        (one.confidence, row.verdict == "right")
        for row in report.run.rows
        if (one := report.predictions.get(row.question_id)) is not None and one.answered
    ]
    confidences, right = [pair[0] for pair in answered], [pair[1] for pair in answered]
    curve = risk_coverage(confidences, right)
    bins = reliability(confidences, right)
    error = expected_calibration_error(confidences, right)
    charts = [
        line_chart(
            "Risk-coverage",
            "share of the answers given, surest first",
            "share of them wrong",
            [Line("answered questions", [(one.coverage, one.risk) for one in curve], marked=False)],
            x_range=(0, 1),
        ),
        line_chart(
            "Reliability",
            "confidence",
            "share right",
            [
                Line(f"answers in ten bins (ECE {error:.3f})", [(one.confidence, one.accuracy) for one in bins], dots=True),
                Line("perfect", [(0, 0), (1, 1)], dashed=True),
            ],
            x_range=(0, 1),
            y_range=(0, 1),
        ),
        _latency(report.predictions.values()),
    ]
    history = [*report.earlier, report.run]
    if len(history) > 1:
        means = [run.means() for run in history]
        lines = [
            Line(name, [(number, one[name]) for number, one in enumerate(means, start=1) if name in one])
            for name in ("right", "wrong", "abstention", "passage.MRR@10")
        ]
        charts.append(line_chart("Trend", "run, oldest first", "mean", lines, y_range=(0, 1)))
    return [f"<figure>{chart}</figure>" for chart in charts]


def _latency(predictions: Iterable[Prediction]) -> str:
    stages: dict[str, list[float]] = {}
    for prediction in predictions:
        for name, seconds in (prediction.stages or {"answer": prediction.seconds}).items():
            stages.setdefault(name, []).append(seconds)
    series = [(f"p{share:.0%}"[:-1], [1000 * percentile(one, share) for one in stages.values()]) for share in (0.5, 0.95)]
    return bar_chart("Latency by stage", "milliseconds", list(stages), series)


def _gate(failures: Sequence[Failure]) -> str:
    if not failures:
        return ""
    return "<h2>The gate fails</h2><ul>" + "".join(f'<li class="bad">{escape(str(one))}</li>' for one in failures) + "</ul>"


def _measures(report: Report) -> str:
    known = {one.measure: one for one in report.differences}
    rows = []
    for name, value in ordered(report.run.means()).items():
        change = known.get(name)
        shown = f"{change.change:+.3f} [{change.low:+.3f}, {change.high:+.3f}]" if change else ""
        tone = "" if change is None else "bad" if change.worse else "good" if change.better else ""
        rows.append(
            [escape(name), f"{value:.3f}", str(len(report.run.values(name))), f'<span class="{tone}">{shown}</span>']
        )
    rows += [[escape(name), amount(name, value), "", ""] for name, value in report.run.cost.items()]
    return _table(("measure", "mean", "questions", "against the baseline [95%]"), rows, numbers=(1, 2))


def _slices(slices: Sequence[Slice]) -> str:
    rows = []
    for one in slices:
        cells = [one.dimension, escape(one.name), *map(str, (one.count, one.right, one.wrong, one.abstained))]
        cells += [_mean(one, name) for name in ("F1", "citation_precision", "passage.success@5", "document.MRR@10")]
        rows.append(cells)
    heads = (
        "by",
        "slice",
        "questions",
        "right",
        "wrong",
        "abstained",
        "F1",
        "citation precision",
        "passage success@5",
        "document MRR@10",
    )
    return _table(heads, rows, numbers=range(2, 10))


def _mean(one: Slice, measure: str) -> str:
    return f"{one.means[measure]:.3f}" if measure in one.means else ""


def _suites(suites: Mapping[str, Mapping[str, float]]) -> str:
    if not suites:
        return ""
    measures = list(dict.fromkeys(name for means in suites.values() for name in means))
    rows = [
        [escape(suite), *(f"{means[name]:.3f}" if name in means else "" for name in measures)]
        for suite, means in suites.items()
    ]
    return "<h2>Robustness suites and ablations</h2>" + _table(
        ("suite", *measures), rows, numbers=range(1, len(measures) + 1)
    )


def _failed(report: Report) -> list[str]:
    rows = report.run.by_id()
    wrong: list[str] = []
    missed: list[str] = []
    for question in report.questions:
        row = rows.get(question.question_id)
        if row is None or (row.verdict == "abstained" and not question.answerable) or row.verdict == "right":
            continue
        (wrong if row.verdict == "wrong" else missed).append(_failed_question(report, question, row.verdict))
    return [
        f"<h2>Wrong answers ({len(wrong)})</h2>",
        *wrong,
        f"<h2>Answerable, but no answer given ({len(missed)})</h2>",
        *missed,
    ]


def _failed_question(report: Report, question: Question, verdict: str) -> str:
    prediction = report.predictions.get(question.question_id)
    parts = [f"<details><summary><b>{escape(question.question_id)}</b> {escape(question.question)}</summary>"]
    if question.history:
        parts.append(f"<p><small>after: {escape(' → '.join(question.history))}</small></p>")
    gold = flatten(question.answer) if question.answerable else f"no answer ({question.why})"
    parts.append(
        f'<p>Gold: <b class="good">{escape(gold)}</b> '
        f"<small>{escape(', '.join((question.type, *question.tags)))}</small></p>"
    )
    if question.document and question.span:
        parts.append(passage(report.texts, question.document, question.span))
    if prediction is not None and prediction.answered:
        parts.append(
            f'<p>Given: <b class="bad">{escape(prediction.answer)}</b> '
            f"<small>confidence {prediction.confidence:.2f}</small><br>{escape(prediction.text)}</p>"
        )
        parts += [passage(report.texts, one.document, one.span) for one in prediction.citations]
    elif prediction is not None:
        parts.append(f'<p>Given: <b class="bad">{escape(verdict)}</b><br>{escape(prediction.text)}</p>')
        parts += [passage(report.texts, one.document, Span(one.span.start, one.span.start)) for one in prediction.hits[:1]]
    return "".join(parts) + "</details>"


def passage(texts: Mapping[str, str], document: str, span: Span) -> str:
    """The span, marked, with some of the text on both sides."""
    text = texts.get(document, "")
    before, after = text[max(span.start - _AROUND, 0) : span.start], text[span.end : span.end + _AROUND]
    return (
        f"<blockquote><small>{escape(document)} [{span.start}, {span.end})</small><br>…{escape(flatten(before))} "
        f"<mark>{escape(flatten(span.of(text)))}</mark> {escape(flatten(after))}…</blockquote>"
    )


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]], numbers: Iterable[int] = ()) -> str:
    """Cells are HTML already."""
    right = set(numbers)
    head = "".join(f"<th>{escape(one)}</th>" for one in heads)
    body = "".join(
        "<tr>"
        + "".join(f'<td class="n">{cell}</td>' if at in right else f"<td>{cell}</td>" for at, cell in enumerate(row))
        + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
