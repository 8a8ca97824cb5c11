"""Trust: are citations verbatim and to the point, and does the confidence mean what it says?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evals.measures.reading import answer_in_top
from evals.predictions import Quote
from plans.document import Span


def verbatim(citations: Sequence[Quote], texts: Mapping[str, str]) -> float:
    """Share of the citations that read exactly as their document does at [start, end); 1.0 when there are none."""
    if not citations:
        return 1.0
    return sum(bool(one.quote) and one.span.of(texts.get(one.document, "")) == one.quote for one in citations) / len(
        citations
    )


def supports(citation: Quote, document: str | None, span: Span | None, golds: Sequence[str]) -> bool:
    """Whether a citation proves the gold answer: it overlaps the gold span, or says a gold answer in other words' place.

    The second case is a source that repeats the fact; one gold span is marked, the repetition is just as good.
    """
    if citation.document == document and span is not None and citation.span.overlaps(span):
        return True
    return bool(answer_in_top([citation.quote], golds, 1))


def citation_precision(citations: Sequence[Quote], document: str | None, span: Span | None, golds: Sequence[str]) -> float:
    """Share of the citations that support the gold answer (ALCE, Gao et al. 2023, with gold spans for a judge)."""
    if not citations:
        return 0.0
    return sum(supports(one, document, span, golds) for one in citations) / len(citations)


def citation_recall(citations: Sequence[Quote], document: str | None, span: Span | None, golds: Sequence[str]) -> float:
    """1 when at least one citation supports the gold answer."""
    return float(any(supports(one, document, span, golds) for one in citations))


@dataclass(frozen=True, slots=True)
class CoveragePoint:
    """At `threshold` and above, the share `coverage` of the questions is answered, `risk` of those answers are wrong."""

    threshold: float
    coverage: float
    risk: float


def risk_coverage(confidences: Sequence[float], right: Sequence[bool]) -> list[CoveragePoint]:
    """The curve from the surest answer to all of them; equal confidences share one point."""
    ranked = sorted(zip(confidences, right, strict=True), key=lambda pair: -pair[0])
    points: list[CoveragePoint] = []
    wrong = 0
    for count, (confidence, is_right) in enumerate(ranked, start=1):
        wrong += not is_right
        if count == len(ranked) or ranked[count][0] < confidence:
            points.append(CoveragePoint(confidence, count / len(ranked), wrong / count))
    return points


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers whose confidence lies in [low, high): how sure they were on average, how many were right."""

    low: float
    high: float
    count: int
    confidence: float
    accuracy: float


def reliability(confidences: Sequence[float], right: Sequence[bool], bins: int = 10) -> list[Bin]:
    """Equal-width bins over [0, 1], empty ones left out."""
    held: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for confidence, is_right in zip(confidences, right, strict=True):
        held[min(int(max(confidence, 0.0) * bins), bins - 1)].append((confidence, is_right))
    return [
        Bin(
            low=number / bins,
            high=(number + 1) / bins,
            count=len(pairs),
            confidence=sum(confidence for confidence, _ in pairs) / len(pairs),
            accuracy=sum(is_right for _, is_right in pairs) / len(pairs),
        )
        for number, pairs in enumerate(held)
        if pairs
    ]


def expected_calibration_error(confidences: Sequence[float], right: Sequence[bool], bins: int = 10) -> float:
    """Mean distance between confidence and accuracy over equal-width bins, by count (Naeini et al. 2015); 0 is best."""
    total = len(confidences)
    return sum(one.count / total * abs(one.confidence - one.accuracy) for one in reliability(confidences, right, bins))
