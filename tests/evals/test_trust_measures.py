import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.measures.cost import latency, peak_rss_mb, percentile
from evals.measures.trust import (
    citation_precision,
    citation_recall,
    expected_calibration_error,
    reliability,
    risk_coverage,
    verbatim,
)
from evals.predictions import Quote
from plans.document import Span

TEXT = "Năm 2023 còn 0,69%; năm 2024 còn 0,63%."
GOLD = ("a.txt", Span(33, 38), ("0,63%",))
pairs = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=40)


def quote(start: int, end: int, document: str = "a.txt") -> Quote:
    return Quote(document, Span(start, end), TEXT[start:end])


def test_a_quote_is_verbatim_only_at_its_own_place() -> None:
    texts = {"a.txt": TEXT}
    assert verbatim([quote(0, 18)], texts) == 1.0
    assert verbatim([quote(0, 18), Quote("a.txt", Span(1, 19), TEXT[0:18])], texts) == 0.5
    assert verbatim([quote(0, 18, "b.txt")], texts) == 0.0


def test_a_citation_of_another_sentence_lowers_precision_but_not_recall() -> None:
    given_quotes = [quote(20, 38), quote(0, 18)]
    assert citation_precision(given_quotes, *GOLD) == 0.5
    assert citation_recall(given_quotes, *GOLD) == 1.0


def test_a_source_that_repeats_the_fact_supports_it() -> None:
    assert citation_recall([Quote("b.txt", Span(0, 9), "còn 0,63%")], *GOLD) == 1.0


def test_no_citation_supports_nothing() -> None:
    assert citation_precision([], *GOLD) == citation_recall([], *GOLD) == 0.0


def test_risk_falls_as_the_least_sure_wrong_answers_are_withheld() -> None:
    curve = risk_coverage([0.9, 0.8, 0.8, 0.1], [True, True, False, False])
    assert [(one.coverage, one.risk) for one in curve] == [(0.25, 0.0), (0.75, pytest.approx(1 / 3)), (1.0, 0.5)]


@given(pairs)
def test_the_curve_ends_with_everything_answered(answers: list[tuple[float, bool]]) -> None:
    curve = risk_coverage([one for one, _ in answers], [right for _, right in answers])
    assert curve[-1].coverage == 1.0
    assert curve[-1].risk == pytest.approx(sum(not right for _, right in answers) / len(answers))


@given(pairs)
def test_every_answer_is_in_one_reliability_bin(answers: list[tuple[float, bool]]) -> None:
    bins = reliability([one for one, _ in answers], [right for _, right in answers])
    assert sum(one.count for one in bins) == len(answers)
    assert all(one.low - 1e-9 <= one.confidence <= one.high + 1e-9 for one in bins)  # a mean is rounded


def test_confidence_that_means_what_it_says_has_no_calibration_error() -> None:
    assert expected_calibration_error([0.75] * 4, [True, True, True, False]) == pytest.approx(0.0)
    assert expected_calibration_error([1.0] * 4, [False] * 4) == pytest.approx(1.0)
    assert expected_calibration_error([], []) == 0.0


def test_percentiles_lie_between_neighbours() -> None:
    assert percentile([4.0, 1.0, 2.0, 3.0], 0.5) == 2.5
    assert percentile([], 0.5) == 0.0
    assert latency([0.001, 0.003]) == pytest.approx({"p50_ms": 2.0, "p95_ms": 2.9})


def test_peak_memory_is_that_of_this_program_not_of_the_one_that_started_it() -> None:
    code = "from evals.measures.cost import peak_rss_mb; print(peak_rss_mb())"
    held = bytearray(300 << 20)
    small = float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)
    assert peak_rss_mb() > 300 > small
    assert len(held) == 300 << 20
