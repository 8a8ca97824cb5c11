from pathlib import Path

import pytest

from evals.indicators import evaluate_indicators, load_gold
from evals.jsonl import write_jsonl
from plans.errors import EvaluationError

TEXT = """Huyện Tam Nông triển khai nhiệm vụ năm 2025

Theo kế hoạch năm 2025, tỷ lệ hộ nghèo của huyện Tam Nông giảm còn 1,2%.
"""
GOLD = {
    "id": "i1",
    "document": "a.txt",
    "label": "tỷ lệ hộ nghèo",
    "raw": "1,2%",
    "value": "1.2",
    "unit": "%",
    "year": 2025,
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def gold(folder: Path, *records: dict[str, object]) -> Path:
    path = folder / "gold.jsonl"
    write_jsonl(path, records)
    return path


def test_a_record_found_with_its_value_counts(corpus: Path) -> None:
    start = TEXT.index("1,2%")
    rates = evaluate_indicators(load_gold(gold(corpus, GOLD | {"start": start, "end": start + 4})), corpus)
    assert rates["recall"] == rates["value"] == 1.0


def test_a_record_that_is_not_extracted_lowers_recall(corpus: Path) -> None:
    missing = GOLD | {"id": "i2", "start": 0, "end": 5}
    assert evaluate_indicators(load_gold(gold(corpus, missing)), corpus)["recall"] == 0.0


def test_fields_that_are_open_are_not_judged(corpus: Path) -> None:
    start = TEXT.index("1,2%")
    wrong = GOLD | {"start": start, "end": start + 4, "year": 1999}
    assert evaluate_indicators(load_gold(gold(corpus, wrong)), corpus)["year"] == 0.0
    rates = evaluate_indicators(load_gold(gold(corpus, wrong | {"open": ["year"]})), corpus)
    assert rates["value"] == 1.0


@pytest.mark.parametrize("bad", [{"value": "x"}, {"start": 5, "end": 1}, {"raw": None}])
def test_a_bad_gold_record_is_named(corpus: Path, bad: dict[str, object]) -> None:
    record = GOLD | {"start": 0, "end": 4} | bad
    if bad.get("raw", "") is None:
        del record["raw"]
    with pytest.raises(EvaluationError, match="line 1"):
        load_gold(gold(corpus, record))
