"""The shipped gold against the shipped articles."""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from ingest.readers import read
from plans.text import fold, has_accents, nfc

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = ROOT / "data" / "articles"
EVALS = ROOT / "data" / "evals"
CORPUS = ROOT / "tests" / "corpus"
TYPES = ("percent", "number", "money", "date", "person", "place", "text", "list", "yesno")


def _records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _collapsed(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    articles: dict[str, str] = {}
    for path in sorted(ARTICLES.iterdir()):
        with path.open(encoding="utf-8", newline="") as source:
            articles[path.name] = nfc(source.read())
    return articles


@pytest.fixture(scope="module")
def questions() -> list[dict[str, Any]]:
    return _records(EVALS / "questions.jsonl")


@pytest.fixture(scope="module")
def indicators() -> list[dict[str, Any]]:
    return _records(EVALS / "indicators.jsonl")


@pytest.mark.parametrize("path", [EVALS / "questions.jsonl", EVALS / "indicators.jsonl", CORPUS / "questions.jsonl"])
def test_ids_are_unique(path: Path) -> None:
    ids = [record["id"] for record in _records(path)]
    assert len(set(ids)) == len(ids)


def test_every_answer_is_the_text_at_its_span(questions: list[dict[str, Any]], texts: dict[str, str]) -> None:
    for one in questions:
        if one["answerable"]:
            assert texts[one["document"]][one["start"] : one["end"]] == one["answer"] != "", one["id"]
            assert one["answer_norm"] == _collapsed(one["answer"]), one["id"]


def test_other_acceptable_answers_stand_in_the_document_too(questions: list[dict[str, Any]], texts: dict[str, str]) -> None:
    for one in questions:
        for other in one.get("also", ()):
            assert _collapsed(other) in _collapsed(texts[one["document"]]), one["id"]


def test_unanswerable_questions_carry_no_gold_and_say_why(questions: list[dict[str, Any]], texts: dict[str, str]) -> None:
    for one in questions:
        assert one["answerable"] == (one["type"] != "unanswerable"), one["id"]
        if not one["answerable"]:
            assert (one["document"], one["start"], one["end"], one["answer"]) == (None, None, None, ""), one["id"]
            assert one["why"], one["id"]
            assert one["near"] is None or one["near"] in texts, one["id"]


def test_no_question_is_asked_twice(questions: list[dict[str, Any]]) -> None:
    asked = Counter((one["question"], tuple(one.get("history", ()))) for one in questions)
    assert [key for key, count in asked.items() if count > 1] == []


def test_there_are_enough_questions_of_each_type(questions: list[dict[str, Any]]) -> None:
    counts = Counter(one["type"] for one in questions)
    assert counts["unanswerable"] >= 85
    assert sum(counts[kind] for kind in TYPES) == len(questions) - counts["unanswerable"] >= 205
    assert all(counts[kind] >= 10 for kind in TYPES), counts


def test_the_ways_of_typing_have_their_shares(questions: list[dict[str, Any]]) -> None:
    answerable = [one for one in questions if one["answerable"]]
    shares = Counter(tag for one in answerable for tag in one["tags"])
    assert shares["no_accent"] >= 0.2 * len(answerable)
    assert shares["abbr"] >= 0.1 * len(answerable)
    assert shares["english"] >= 0.08 * len(answerable)
    assert shares["followup"] >= 0.08 * len(answerable)
    assert shares["typo"] >= 8
    assert sum("must_pass" in one["tags"] for one in questions) >= 10


def test_tags_agree_with_the_question(questions: list[dict[str, Any]]) -> None:
    for one in questions:
        assert ("followup" in one["tags"]) == bool(one.get("history")), one["id"]
        assert ("must_pass" in one["tags"]) == one.get("must_pass", False), one["id"]
        if "no_accent" in one["tags"]:
            assert not has_accents(one["question"]), one["id"]


def test_yes_no_questions_say_which_is_expected(questions: list[dict[str, Any]]) -> None:
    for one in questions:
        assert (one.get("expected") in ("có", "không")) == (one["type"] == "yesno"), one["id"]


def test_the_split_is_by_document(questions: list[dict[str, Any]]) -> None:
    halves: dict[str, set[str]] = {}
    for one in questions:
        if home := one["document"] or one.get("near"):
            halves.setdefault(home, set()).add(one["split"])
    assert all(len(split) == 1 for split in halves.values())
    assert set.union(*halves.values()) == {"dev", "test"}


def test_every_indicator_reads_its_raw_text(indicators: list[dict[str, Any]], texts: dict[str, str]) -> None:
    for one in indicators:
        assert texts[one["document"]][one["start"] : one["end"]] == one["raw"] != "", one["id"]


def test_indicator_spans_do_not_overlap(indicators: list[dict[str, Any]]) -> None:
    ordered = sorted((one["document"], one["start"], one["end"]) for one in indicators)
    for (document, _, end), (following, start, _) in pairwise(ordered):
        assert document != following or end <= start


def test_indicator_fields_hold_their_values(indicators: list[dict[str, Any]]) -> None:
    for one in indicators:
        assert Decimal(one["value"]).is_finite(), one["id"]
        assert one["comparator"] in ("=", ">=", "<=", ">", "<", "~"), one["id"]
        assert one["kind"] in ("target", "result", "estimate", None), one["id"]
        assert one["change"] in ("level", "increase", "decrease"), one["id"]
        assert one["year"] is None or 1990 <= one["year"] <= 2100, one["id"]
        assert one["label"] == one["label"].strip() != "", one["id"]
        assert set(one.get("open", ())) <= {"place", "year", "period", "kind", "change"}, one["id"]


def test_a_counted_noun_stands_in_the_raw_text(indicators: list[dict[str, Any]]) -> None:
    for one in indicators:
        assert fold(one["unit"]) in fold(one["raw"]), one["id"]


def test_answers_over_the_test_corpus_stand_in_every_document_they_name() -> None:
    questions = _records(CORPUS / "questions.jsonl")
    names = {name for one in questions for name in one["documents"]}
    read_texts = {name: _collapsed(read(CORPUS / "files" / name, CORPUS / "files").text) for name in sorted(names)}
    for one in questions:
        assert one["answerable"] == bool(one["documents"]), one["id"]
        for name in one["documents"]:
            assert one["answer_norm"] in read_texts[name], (one["id"], name)
