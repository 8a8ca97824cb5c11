"""Every measure agrees with ir_measures, the field's interface to the reference tools."""

import ir_measures
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evals.measures.retrieval import (
    NDCG,
    AveragePrecision,
    Recall,
    ReciprocalRank,
    RetrievalMeasure,
    Success,
    average,
    score_ranking,
)

IDS = [f"d{number}" for number in range(25)]
PAIRS = [
    (Recall(1), ir_measures.R @ 1),
    (Recall(5), ir_measures.R @ 5),
    (Recall(100), ir_measures.R @ 100),
    (Success(1), ir_measures.Success @ 1),
    (Success(10), ir_measures.Success @ 10),
    (ReciprocalRank(10), ir_measures.RR @ 10),
    (NDCG(10), ir_measures.nDCG @ 10),
    (AveragePrecision(), ir_measures.AP),
]

judgements = st.dictionaries(st.sampled_from(IDS), st.integers(0, 3), min_size=1, max_size=12).filter(
    lambda judgement: any(judgement.values())
)
rankings = st.lists(st.sampled_from(IDS), unique=True, max_size=25)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from(["q1", "q2", "q3"]), st.tuples(judgements, rankings), min_size=1))
@pytest.mark.parametrize(("ours", "theirs"), PAIRS, ids=[str(ours) for ours, _ in PAIRS])
def test_agrees_with_ir_measures(
    ours: RetrievalMeasure, theirs: ir_measures.Measure, cases: dict[str, tuple[dict[str, int], list[str]]]
) -> None:
    qrels = {query: judgement for query, (judgement, _) in cases.items()}
    run = {query: ranking for query, (_, ranking) in cases.items()}
    scored = {query: {one: -float(rank) for rank, one in enumerate(ranking)} for query, ranking in run.items()}
    expected = ir_measures.calc_aggregate([theirs], qrels, scored)[theirs]
    assert average(qrels, run, [ours])[str(ours)] == pytest.approx(expected, abs=1e-9)


def test_success_is_not_recall() -> None:
    scores = score_ranking({"a": 1, "b": 1}, ["a", "c", "d", "e", "f", "b"])
    assert scores["success@5"] == 1.0
    assert scores["recall@5"] == 0.5


def test_a_query_without_an_answer_in_the_run_counts_zero() -> None:
    assert average({"q1": {"a": 1}, "q2": {"b": 1}}, {"q1": ["a"]})["MRR@10"] == 0.5


def test_a_query_with_nothing_relevant_scores_zero() -> None:
    assert set(score_ranking({"a": 0}, ["a"]).values()) == {0.0}
