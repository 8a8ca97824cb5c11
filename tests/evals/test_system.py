"""The whole way on a small real corpus: ingest, ask, score, compare; and a retriever broken on purpose."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from evals.__main__ import app
from evals.ablate import ABLATIONS, Ablation, ablated
from evals.evaluate import make_run
from evals.jsonl import write_jsonl
from evals.predictions import load_predictions
from evals.questions import Question, check_questions
from evals.retrieve import as_read
from evals.robustness import run_suites
from evals.runs import save_run
from evals.system import System, attach, open_system, predict
from evals.texts import corpus_texts
from plans.document import Span
from plans.hit import Hit
from reader.spans import find_span_reader

PLACES = ["huyện Tam Nông", "huyện Lấp Vò", "huyện Hồng Ngự", "huyện Thanh Bình", "huyện Lai Vung", "huyện Cao Lãnh"]
PLACES += ["huyện Châu Phú", "huyện Thoại Sơn", "huyện Tri Tôn", "huyện Phú Tân"]
ARTICLE = """{place} triển khai nhiệm vụ năm 2025

Ngày 10/01/2025, Ban Chấp hành Đảng bộ {place} tổ chức hội nghị triển khai nhiệm vụ năm 2025.

Theo kế hoạch năm 2025, tỷ lệ hộ nghèo của {place} giảm còn {poor}%. Thu ngân sách nhà nước đạt {money} tỷ đồng. \
Giải quyết việc làm cho {work} lao động.
"""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    for at, place in enumerate(PLACES):
        text = ARTICLE.format(place=place, poor=f"{at + 1},{at + 2}", money=110 + 7 * at, work=1205 + 31 * at)
        (folder / f"{at:02d}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def questions(corpus: Path) -> list[Question]:
    asked = []
    for at, place in enumerate(PLACES):
        text = (corpus / f"{at:02d}.txt").read_text(encoding="utf-8")
        for kind, answer, words in (
            ("percent", f"{at + 1},{at + 2}%", "Tỷ lệ hộ nghèo năm 2025 của {} là bao nhiêu?"),
            ("money", f"{110 + 7 * at} tỷ đồng", "Thu ngân sách nhà nước năm 2025 của {} đạt bao nhiêu?"),
        ):
            start = text.index(answer)
            span = Span(start, start + len(answer))
            asked.append(Question(f"{kind}{at}", words.format(place), kind, True, f"{at:02d}.txt", span, answer))
    return asked


@pytest.fixture(scope="module")
def system(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> System:
    return open_system(corpus, tmp_path_factory.mktemp("made") / "index")


def test_the_questions_read_their_corpus_word_for_word(questions: list[Question], corpus: Path) -> None:
    assert check_questions(questions, corpus_texts(corpus)) == []


def test_a_retriever_broken_on_purpose_fails_the_gate(
    system: System, questions: list[Question], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every ranking is turned upside down: the gate, by the command line, ends with status 1 and names the measures."""
    from evals import system as evaluated

    write_jsonl(tmp_path / "questions.jsonl", (one.to_json() for one in questions))
    whole, _ = make_run(system, questions, "whole", {})
    save_run(whole, tmp_path / "baseline.json")
    command = [
        "run",
        "--gate",
        "--questions",
        str(tmp_path / "questions.jsonl"),
        "--baseline",
        str(tmp_path / "baseline.json"),
    ]

    def opened(corpus: Path, folder: Path) -> System:
        return system

    monkeypatch.setattr(evaluated, "open_system", opened)
    passed = CliRunner().invoke(app, [*command, "--out", str(tmp_path / "same")])
    assert passed.exit_code == 0, passed.output

    def upside_down(hits: list[Hit]) -> list[Hit]:
        turned = zip(reversed(hits), hits, strict=True)
        return [replace(hit, score=other.score, rank=other.rank) for hit, other in turned]

    broken = ablated(system, Ablation(on_hits=upside_down))
    monkeypatch.setattr(evaluated, "open_system", lambda corpus, folder: broken)
    failed = CliRunner().invoke(app, [*command, "--out", str(tmp_path / "broken")])
    assert failed.exit_code == 1
    assert "GATE passage.MRR@10" in failed.stderr
    assert (tmp_path / "broken" / "report.html").is_file()


def test_a_prediction_carries_what_the_contract_asks_for(system: System, questions: list[Question]) -> None:
    made = predict(system, questions[0])
    record = made.to_json()
    assert set(record) >= {"id", "status", "answer", "text", "confidence", "citations", "hits", "seconds"}
    assert 0 < len(made.hits) <= 10
    for one in (*made.hits, *made.citations):
        assert one.span.of(system.texts[one.document]) == (one.text if hasattr(one, "text") else one.quote)
    assert set(made.stages) == {"understand", "search", "read"}


def test_a_question_that_cannot_be_searched_is_not_found(system: System) -> None:
    for text in ("", "???", "🙂", "a" * 30_000):
        assert not predict(system, Question("q", text, "text", True)).answered


@pytest.mark.parametrize("name", [name for name in ABLATIONS if name != "everything"])
def test_every_ablation_still_finds_passages_and_changes_something(name: str, system: System) -> None:
    asked = Question("q", "ty le ho ngheo cua UBND huyen Tri Ton nam 2025", "percent", True)
    whole, part = (predict(ablated(system, ABLATIONS[one]), asked) for one in ("everything", name))
    assert part.hits
    assert (part.hits, part.confidence) != (whole.hits, whole.confidence)


@pytest.mark.parametrize(
    ("name", "sides"), [("no lexical search", ("dense",)), ("no dense search", ("accented", "folded"))]
)
def test_a_side_that_is_left_out_weighs_nothing_and_what_the_question_states_still_does(
    name: str, sides: tuple[str, ...], system: System
) -> None:
    hits = ablated(system, ABLATIONS[name]).index.search("Tỷ lệ hộ nghèo năm 2025 của huyện Tri Tôn", k=5)
    assert "Tri Tôn" in hits[0].passage.text
    fusion = ablated(system, ABLATIONS[name]).index.fusion
    assert {fusion.dense, fusion.dense_named, fusion.dense_english} == {float("dense" in sides)}
    assert all(any(hit.parts[side] for side in sides) for hit in hits)


def test_predict_writes_one_line_a_question(
    corpus: Path, system: System, questions: list[Question], tmp_path: Path
) -> None:
    lines = [{"id": "a", "question": questions[0].question}, {"id": "b", "question": "Ai ký?", "history": ["Kế hoạch?"]}]
    write_jsonl(tmp_path / "q.jsonl", lines)
    out = tmp_path / "p.jsonl"
    made = CliRunner().invoke(
        app,
        ["predict", "--corpus", str(corpus), "--questions", str(tmp_path / "q.jsonl"), "--out", str(out)],
    )
    assert made.exit_code == 0, made.output
    assert list(load_predictions(out)) == ["a", "b"]


def test_retrieve_ranks_a_beir_folder_and_ends_with_its_cost(tmp_path: Path) -> None:
    texts = {"d1": "Tỷ lệ hộ nghèo giảm còn 0,63%.", "d2": "Thu ngân sách đạt 186 tỷ đồng.", "d3": ""}
    write_jsonl(tmp_path / "corpus.jsonl", ({"_id": key, "title": "Kế hoạch", "text": text} for key, text in texts.items()))
    write_jsonl(tmp_path / "other.jsonl", [{"_id": "q1", "text": "ho ngheo con bao nhieu"}, {"_id": "q2", "text": "?"}])
    (tmp_path / "qrels.tsv").write_text("query-id\tcorpus-id\tscore\nq1\td1\t1\n", encoding="utf-8")
    command = [
        "retrieve",
        "--beir",
        str(tmp_path),
        "--run",
        str(tmp_path / "out.trec"),
        "--queries",
        "other.jsonl",
        "-k",
        "2",
    ]
    made = CliRunner().invoke(app, command)
    assert made.exit_code == 0, made.output
    cost = json.loads(made.stdout.splitlines()[-1])
    assert set(cost) == {"passages_per_s", "query_p50_ms", "query_p95_ms", "index_bytes", "peak_rss_mb"}
    first = (tmp_path / "out.trec").read_text().splitlines()[0].split()
    assert (first[0], first[2], first[3]) == ("q1", "d1", "1")


def test_passages_that_come_close_are_put_in_the_order_of_what_is_read_in_them(system: System) -> None:
    reader = find_span_reader(system.index.encoder)
    assert reader is not None
    question = "Tỷ lệ hộ nghèo năm 2025 của huyện Tri Tôn là bao nhiêu?"
    right, *others = system.index.search(question, k=6)
    scores = (1.0, 0.95, 0.5, 0.4, 0.3, 0.2)
    hits = [replace(one, score=score) for one, score in zip((others[0], right, *others[1:]), scores, strict=False)]
    read = as_read(reader, question, hits, 5)
    assert [one.passage for one in read] == [right.passage, *(one.passage for one in others)]
    assert [one.score for one in read] == sorted((one.score for one in read), reverse=True)


def test_a_passage_far_ahead_is_not_read(system: System) -> None:
    hits = [replace(one, score=0.5**at) for at, one in enumerate(system.index.search("hộ nghèo huyện Tri Tôn", k=4))]
    reader = find_span_reader(system.index.encoder)
    assert reader is not None
    assert as_read(reader, "Tỷ lệ hộ nghèo?", hits, 5) == hits


def test_a_system_over_an_index_that_is_there_knows_every_text(system: System, corpus: Path) -> None:
    again = attach(system.index, corpus)
    assert again.texts == corpus_texts(corpus)


def test_beside_a_suite_that_keeps_the_answers_stand_the_same_questions_as_typed(
    system: System, questions: list[Question]
) -> None:
    asked = questions[:4]
    run, _ = make_run(system, asked, "plain", {})
    rates = run_suites(system, asked, ["no_accents", "other_year"], 0, run.by_id())
    assert list(rates) == ["no_accents", "no_accents, as typed", "other_year"]
    assert rates["no_accents, as typed"]["questions"] == rates["no_accents"]["questions"] == 4.0
    assert rates["no_accents, as typed"]["right"] == run.means()["right"]
