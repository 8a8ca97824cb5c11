"""The command line of the evaluation. Libraries load inside the commands, so that --help answers at once."""

from __future__ import annotations

import functools
import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, ParamSpec

import typer

from plans.errors import EvaluationError, TracuuError

QUESTIONS = Path("data/evals/questions.jsonl")
BASELINE = Path("data/evals/baseline.json")
GOLD_INDICATORS = Path("data/evals/indicators.jsonl")
CORPUS = Path("data/articles")
INDEX = Path("data/index")
RUNS = Path("runs")

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Evaluate the assistant: predict | retrieve | read | run | compare | check | new | import | perturb | ablate.",
)
P = ParamSpec("P")

Corpus = Annotated[Path, typer.Option(help="Folder of documents.")]
Questions = Annotated[Path, typer.Option(help="Question set, JSON Lines.")]


def one_line_errors(command: Callable[P, None]) -> Callable[P, None]:
    """Errors that a user can mend end the command with one line on standard error and status 2."""

    @functools.wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except TracuuError as error:
            typer.echo(str(error), err=True)
            raise typer.Exit(2) from error

    return wrapped


@contextmanager
def index_folder(given: Path | None) -> Iterator[Path]:
    """The folder given, or one that is gone afterwards."""
    if given is not None:
        yield given
        return
    with tempfile.TemporaryDirectory(prefix="tracuu-evals-") as folder:
        yield Path(folder) / "index"


def bar(label: str) -> Callable[[int, int], None]:
    """Progress on standard error, only where a person looks on."""

    def told(done: int, total: int) -> None:
        if sys.stderr.isatty():
            end = "\n" if total and done >= total else ""
            print(f"\r{label}: {done}{f' of {total}' if total else ''}  ", end=end, file=sys.stderr, flush=True)

    return told


@app.command()
@one_line_errors
def predict(
    corpus: Corpus,
    questions: Questions,
    out: Annotated[Path, typer.Option(help="Predictions, JSON Lines.")],
    index: Annotated[Path | None, typer.Option(help="Index folder to keep and reuse; by default a passing one.")] = None,
) -> None:
    """Answer every question of a file over a corpus.

    Example:

        python -m evals predict --corpus data/articles --questions data/evals/questions.jsonl --out runs/predictions.jsonl
    """
    from evals.jsonl import write_jsonl
    from evals.questions import load_questions
    from evals.system import open_system, predict_all

    asked = load_questions(questions, gold=False)
    with index_folder(index) as folder:
        predictions = predict_all(open_system(corpus, folder), asked, bar("questions"))
    count = write_jsonl(out, (one.to_json() for one in predictions.values()))
    answered = sum(one.answered for one in predictions.values())
    typer.echo(f"{count} predictions in {out}: {answered} answered, {count - answered} not found.")


@app.command()
@one_line_errors
def retrieve(
    beir: Annotated[Path, typer.Option(help="BEIR folder: corpus.jsonl, queries.jsonl, perhaps qrels.")],
    run: Annotated[Path, typer.Option(help="TREC run to write.")],
    queries: Annotated[Path | None, typer.Option(help="Other query file than DIR/queries.jsonl.")] = None,
    k: Annotated[int, typer.Option("-k", min=1, help="Documents a query.")] = 100,
    index: Annotated[Path | None, typer.Option(help="Empty folder to build the index in and keep it.")] = None,
    read: Annotated[
        int, typer.Option(min=0, help="First passages of a query that the span reader puts in order; 0 is 7 times as fast.")
    ] = 5,
) -> None:
    """Rank the passages of a BEIR folder; the last line of the output is a JSON object with rate, latency and size.

    Example:

        python -m evals retrieve --beir ../shared/dev/mlqa-vi --run runs/mlqa.trec -k 100
    """
    from evals.beir import find_qrels, load_qrels, load_queries, read_corpus, write_trec
    from evals.measures.retrieval import average
    from evals.retrieve import retrieve as retrieved
    from evals.summary import table
    from retriever.index import default_encoder

    asked = load_queries(find_queries(beir, queries))
    for _ in read_corpus(beir):
        pass  # a bad entry is told now, not after an hour of embedding
    with index_folder(index) as folder:
        found = retrieved(
            read_corpus(beir),
            asked,
            folder,
            default_encoder(),
            k,
            lambda name, done, of: bar(name)(done, of),
            read,
        )
    write_trec(run, found.run, "tracuu")
    qrels_path = find_qrels(beir)
    if qrels_path is not None:
        qrels = {query: judged for query, judged in load_qrels(qrels_path).items() if query in asked}
        means = average(qrels, {query: [one for one, _ in ranking] for query, ranking in found.run.items()})
        typer.echo(table(("measure", "mean"), [[name, f"{value:.4f}"] for name, value in means.items()]))
    typer.echo(json.dumps(found.cost))


@app.command()
@one_line_errors
def read(
    beir: Annotated[Path, typer.Option(help="BEIR folder whose queries carry gold answers.")],
    queries: Annotated[Path | None, typer.Option(help="Other query file than DIR/queries.jsonl.")] = None,
    index: Annotated[Path | None, typer.Option(help="Empty folder to build the index in and keep it.")] = None,
) -> None:
    """Find the passage of a BEIR folder and the answer in it, for queries that carry gold answers.

    Example:

        python -m evals read --beir ../shared/dev/mlqa-vi
    """
    from evals.beir import read_corpus
    from evals.open_domain import load_answers, read_all
    from evals.retrieve import build
    from evals.summary import table
    from reader import Assistant
    from retriever import Index
    from retriever.index import default_encoder

    asked = load_answers(find_queries(beir, queries))
    with index_folder(index) as folder:
        encoder = default_encoder()
        build(read_corpus(beir), folder, encoder, lambda name, done, of: bar(name)(done, of))
        found = read_all(Assistant(Index.open(folder, encoder)), asked, lambda name, done, of: bar(name)(done, of))
    rows = [
        ["best sentence holds a gold answer", f"{found.best:.3f}"],
        ["one of the best three does", f"{found.among:.3f}"],
        ["F1 of the best short answer", f"{found.f1:.3f}"],
    ]
    typer.echo(table((f"measure, {found.questions} questions", "mean"), rows))


def find_queries(beir: Path, given: Path | None) -> Path:
    """The query file: as given, or by that name in the BEIR folder."""
    if given is None:
        return beir / "queries.jsonl"
    return given if given.exists() else beir / given


@app.command()
@one_line_errors
def run(
    gate: Annotated[
        bool, typer.Option("--gate", help="End with status 1 where the run is worse than the baseline.")
    ] = False,
    questions: Questions = QUESTIONS,
    corpus: Corpus = CORPUS,
    index: Annotated[Path, typer.Option(help="Index folder, brought up to date first.")] = INDEX,
    baseline: Annotated[Path, typer.Option(help="Run to compare with.")] = BASELINE,
    out: Annotated[Path | None, typer.Option(help="Folder of the results; by default runs/<time>.")] = None,
    suites: Annotated[list[str] | None, typer.Option("--suite", help="Robustness suite to run too, or all.")] = None,
    seed: Annotated[int, typer.Option(help="Of the suites.")] = 0,
    update_baseline: Annotated[bool, typer.Option("--update-baseline", help="Make this run the baseline.")] = False,
) -> None:
    """Evaluate on a question set: tables here, JSON, HTML and a Markdown summary in a folder.

    Examples:

        python -m evals run --gate

        python -m evals run --suite all

        python -m evals run --update-baseline
    """
    from evals import summary
    from evals.evaluate import evaluate, write
    from evals.questions import load_questions
    from evals.robustness import run_suites
    from evals.runs import save_run
    from evals.system import open_system

    asked = load_questions(questions)
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    folder = out or RUNS / stamp
    system = open_system(corpus, index)
    settings = {"questions": str(questions), "corpus": str(corpus), "seed": seed}
    done = evaluate(system, asked, folder.name, settings, baseline, bar("questions"))
    rates = run_suites(system, asked, suites or [], seed, done.run.by_id(), bar("suites"))
    write(done, asked, system, folder, rates)
    typer.echo(summary.counts(done.run))
    typer.echo(summary.means_table(done.run, done.differences))
    typer.echo(summary.slices_table(done.slices))
    if done.changes:
        typer.echo(summary.changes_table(done.changes))
    if rates:
        typer.echo(summary.rates_table(rates))
    typer.echo(f"Cost: {summary.cost_line(done.run)}")
    typer.echo(f"Page: {folder / 'report.html'}")
    if update_baseline:
        save_run(done.run, baseline)
        typer.echo(f"Baseline: {baseline}")
        return
    for failure in done.failures:
        typer.echo(f"GATE {failure}", err=True)
    if gate and not baseline.is_file():
        raise EvaluationError(f"There is no baseline at {baseline}: make one with `python -m evals run --update-baseline`.")
    if gate and done.failures:
        raise typer.Exit(1)


@app.command()
@one_line_errors
def compare(
    old: Annotated[Path, typer.Argument(help="run.json, or the folder that holds it.")],
    new: Annotated[Path, typer.Argument(help="run.json, or the folder that holds it.")],
    seed: Annotated[int, typer.Option(help="Of the bootstrap.")] = 0,
) -> None:
    """Two runs side by side: the questions that changed, and an interval for the change of every measure.

    Example:

        python -m evals compare data/evals/baseline.json runs/20260101-120000
    """
    from evals import summary
    from evals.compare import changed_questions
    from evals.compare import compare as differences
    from evals.runs import load_run

    before, after = (load_run(one / "run.json" if one.is_dir() else one) for one in (old, new))
    typer.echo(summary.means_table(after, differences(before, after, seed=seed)))
    if changes := changed_questions(before, after):
        typer.echo(summary.changes_table(changes))


@app.command()
@one_line_errors
def check(questions: Questions = QUESTIONS, corpus: Corpus = CORPUS) -> None:
    """Prove a question set: every id, document and span. Status 1 when something is wrong.

    Example:

        python -m evals check --questions data/evals/questions.jsonl --corpus data/articles
    """
    from evals.questions import check_questions, load_questions
    from evals.texts import corpus_texts

    asked = load_questions(questions)
    problems = check_questions(asked, corpus_texts(corpus))
    for problem in problems:
        typer.echo(str(problem), err=True)
    typer.echo(
        f"{len(asked)} questions, {sum(not one.answerable for one in asked)} unanswerable, {len(problems)} problems."
    )
    if problems:
        raise typer.Exit(1)


@app.command()
@one_line_errors
def new(
    document: Annotated[
        str | None, typer.Option(help="Path of one document in the corpus; by default all of them.")
    ] = None,
    question: Annotated[str | None, typer.Option(help="A question to add, with --answer and --document.")] = None,
    answer: Annotated[str | None, typer.Option(help="Its answer, word for word; empty when there is none.")] = None,
    questions: Questions = Path("questions.jsonl"),
    corpus: Corpus = CORPUS,
    limit: Annotated[int, typer.Option(min=1, help="Drafts at most.")] = 20,
) -> None:
    """Write questions over your own documents. With --question it adds one, its span found and checked; without, it drafts
    questions from the indicators of the documents, for a person to reword.

    Examples:

        python -m evals new --corpus plans --document 2025.docx --questions mine.jsonl

        python -m evals new --corpus plans --document 2025.txt --question "Ai ký kế hoạch?" --answer "Nguyễn Văn An"
    """
    from evals import new as writing

    if question is not None:
        added = writing.add(questions, corpus, document, question, answer or "")
        typer.echo(f"Added {added.question_id} to {questions}.")
        return
    drafts = writing.drafts(corpus, document, limit)
    count = writing.append(questions, drafts)
    typer.echo(f"{count} drafts added to {questions} (tag draft): reword each, then run `python -m evals check`.")


@app.command("import")
@one_line_errors
def import_set(
    source: Annotated[Path, typer.Argument(help="SQuAD-style .json, BEIR folder, or .csv.")],
    out: Annotated[Path, typer.Option(help="Folder for questions.jsonl and, where the set has its own texts, corpus/.")],
    corpus: Annotated[Path | None, typer.Option(help="Documents that a CSV speaks of.")] = None,
) -> None:
    """Take over a question set made elsewhere.

    Examples:

        python -m evals import squad.json --out sets/squad

        python -m evals import questions.csv --corpus plans --out sets/mine
    """
    from evals.importers import load_any
    from evals.jsonl import write_jsonl
    from evals.texts import corpus_texts

    made = load_any(source, corpus_texts(corpus) if corpus is not None else {})
    for path, text in made.texts.items():
        target = out / "corpus" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode("utf-8"))
    count = write_jsonl(out / "questions.jsonl", (one.to_json() for one in made.questions))
    typer.echo(f"{count} questions in {out / 'questions.jsonl'}, {len(made.texts)} documents in {out / 'corpus'}.")


@app.command()
@one_line_errors
def perturb(
    suite: Annotated[str, typer.Argument(help="Name of a suite, or near_duplicates for a corpus; list to see all.")],
    out: Annotated[Path | None, typer.Option(help="Question set to write; a folder for near_duplicates.")] = None,
    questions: Questions = QUESTIONS,
    corpus: Corpus = CORPUS,
    seed: Annotated[int, typer.Option()] = 0,
) -> None:
    """Make a robustness suite from any question set, the same one for the same seed.

    Examples:

        python -m evals perturb telex --out runs/telex.jsonl

        python -m evals perturb near_duplicates --out runs/near
    """
    from evals.distractors import near_duplicates
    from evals.jsonl import write_jsonl
    from evals.perturb import SUITES, World
    from evals.perturb import perturb as changed
    from evals.questions import load_questions
    from evals.texts import corpus_texts

    if suite == "list":
        typer.echo("\n".join((*SUITES, "near_duplicates")))
        return
    if out is None:
        raise EvaluationError("Say where to write with --out.")
    texts = corpus_texts(corpus)
    world = World.of(texts.values())
    if suite == "near_duplicates":
        copies = near_duplicates(texts, world, seed)
        for path, text in copies.items():
            (out / path).parent.mkdir(parents=True, exist_ok=True)
            (out / path).write_bytes(text.encode("utf-8"))
        typer.echo(f"{len(copies)} documents in {out}.")
        return
    if suite not in SUITES:
        raise EvaluationError(f'There is no suite "{suite}": use one of {", ".join((*SUITES, "near_duplicates"))}.')
    made = changed(load_questions(questions), suite, world, seed)
    typer.echo(f"{write_jsonl(out, (one.to_json() for one in made))} questions in {out}.")


@app.command()
@one_line_errors
def ablate(questions: Questions = QUESTIONS, corpus: Corpus = CORPUS) -> None:
    """What each part is worth: the same questions without accent restoration, without expansions, without
    words, without vectors, without context in front, without place, year and number, and without the span reader.

    Example:

        python -m evals ablate
    """
    from evals.ablate import ablations
    from evals.questions import load_questions
    from evals.summary import rates_table

    with index_folder(None) as folder:
        typer.echo(rates_table(ablations(load_questions(questions), corpus, folder, bar("ablations"))))


@app.command()
@one_line_errors
def indicators(
    gold: Annotated[Path, typer.Option(help="Gold records, JSON Lines.")] = GOLD_INDICATORS,
    corpus: Corpus = CORPUS,
) -> None:
    """How well indicators are extracted: precision, recall, and how often each field is right.

    Example:

        python -m evals indicators --gold data/evals/indicators.jsonl --corpus data/articles
    """
    from evals.indicators import evaluate_indicators, load_gold
    from evals.summary import table

    rates: dict[str, Any] = evaluate_indicators(load_gold(gold), corpus)
    typer.echo(table(("measure", "value"), [[name, f"{value:.3f}"] for name, value in rates.items()]))


if __name__ == "__main__":
    app(prog_name="python -m evals")
