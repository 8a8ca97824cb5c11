"""Retrieval measures, defined as trec_eval defines them; `str(NDCG(10)) == "nDCG@10"`.

A judgement maps ids to relevance (> 0 is relevant), a ranking lists ids best first. Each measure is called with one query's
judgement and ranking and gives a value in [0, 1]; a query with nothing relevant scores 0.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2
from typing import Protocol

Judgement = Mapping[str, int]
Ranking = Sequence[str]


class RetrievalMeasure(Protocol):
    def __call__(self, judgement: Judgement, ranking: Ranking) -> float: ...


def _relevant(judgement: Judgement) -> set[str]:
    return {one for one, relevance in judgement.items() if relevance > 0}


@dataclass(frozen=True, slots=True)
class Recall:
    """Share of the relevant ids found in the first k."""

    k: int

    def __str__(self) -> str:
        return f"recall@{self.k}"

    def __call__(self, judgement: Judgement, ranking: Ranking) -> float:
        relevant = _relevant(judgement)
        return len(relevant.intersection(ranking[: self.k])) / len(relevant) if relevant else 0.0


@dataclass(frozen=True, slots=True)
class Success:
    """1 when at least one relevant id is in the first k: not recall, which counts all of them."""

    k: int

    def __str__(self) -> str:
        return f"success@{self.k}"

    def __call__(self, judgement: Judgement, ranking: Ranking) -> float:
        return float(not _relevant(judgement).isdisjoint(ranking[: self.k]))


@dataclass(frozen=True, slots=True)
class ReciprocalRank:
    """1 / rank of the first relevant id within the first k, else 0; its mean is MRR@k."""

    k: int

    def __str__(self) -> str:
        return f"MRR@{self.k}"

    def __call__(self, judgement: Judgement, ranking: Ranking) -> float:
        relevant = _relevant(judgement)
        return next((1 / rank for rank, one in enumerate(ranking[: self.k], start=1) if one in relevant), 0.0)


@dataclass(frozen=True, slots=True)
class NDCG:
    """Discounted gain over the best possible one: linear gains, discount log2(rank + 1)."""

    k: int

    def __str__(self) -> str:
        return f"nDCG@{self.k}"

    def __call__(self, judgement: Judgement, ranking: Ranking) -> float:
        ideal = sorted((relevance for relevance in judgement.values() if relevance > 0), reverse=True)
        best = _discounted(ideal[: self.k])
        return _discounted([max(judgement.get(one, 0), 0) for one in ranking[: self.k]]) / best if best else 0.0


def _discounted(gains: Sequence[int]) -> float:
    return sum(gain / log2(rank + 1) for rank, gain in enumerate(gains, start=1))


@dataclass(frozen=True, slots=True)
class AveragePrecision:
    """Mean of the precision at each relevant id, over all the relevant ones and the whole ranking; its mean is MAP."""

    def __str__(self) -> str:
        return "MAP"

    def __call__(self, judgement: Judgement, ranking: Ranking) -> float:
        relevant = _relevant(judgement)
        found, total = 0, 0.0
        for rank, one in enumerate(ranking, start=1):
            if one in relevant:
                found += 1
                total += found / rank
        return total / len(relevant) if relevant else 0.0


MEASURES: tuple[RetrievalMeasure, ...] = (
    Recall(1),
    Recall(5),
    Recall(10),
    Success(1),
    Success(5),
    ReciprocalRank(10),
    NDCG(10),
    AveragePrecision(),
)


def score_ranking(judgement: Judgement, ranking: Ranking) -> dict[str, float]:
    """Every measure of `MEASURES` for one query, by printed name."""
    return {str(measure): measure(judgement, ranking) for measure in MEASURES}


def average(
    qrels: Mapping[str, Judgement], run: Mapping[str, Ranking], measures: Sequence[RetrievalMeasure] = MEASURES
) -> dict[str, float]:
    """Means over the judged queries; a query that the run does not answer counts 0."""
    if not qrels:
        return {}
    return {
        str(measure): sum(measure(judgement, run.get(query, ())) for query, judgement in qrels.items()) / len(qrels)
        for measure in measures
    }
