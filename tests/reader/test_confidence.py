"""How sure an answer is."""

from __future__ import annotations

import pytest

from plans.answer import Citation
from plans.document import Document, Passage, Span
from plans.hit import Hit
from plans.indicator import Indicator
from plans.numbers import find_quantities
from reader.candidates import Candidate, Level
from reader.confidence import said_outright
from reader.evidence import Unit
from reader.scoring import Scored

TEXT = "Tỷ lệ hộ nghèo năm 2032 còn 2,9%."
NAMED = {
    "year_clash": 0.0,
    "kind_clash": 0.0,
    "lacks": 0.0,
    "place": 0.8,
    "year": 0.85,
    "own": 0.9,
    "absent": 0.0,
    "type": 1.0,
}


def figure(recorded: bool = True, **features: float) -> Scored:
    whole, found = Span(0, len(TEXT)), find_quantities(TEXT)[0]
    document, passage = Document("d", "d.txt", "Kế hoạch", TEXT), Passage("d:0", "d", whole, TEXT)
    citation = Citation.of(document, whole)
    record = Indicator("tỷ lệ hộ nghèo", found.quantity, citation, None, 2032, None, "result", "level")
    unit = Unit(document, passage, whole, "sentence")
    levels = (Level(TEXT),) * 5
    candidate = Candidate("quantity", unit, found.span, whole, levels, found.quantity, record if recorded else None)
    return Scored(candidate, Hit(passage, 1.0, 1), NAMED | features, -1.0)


def test_a_record_that_names_all_that_is_asked_says_it_outright() -> None:
    assert said_outright(figure())


@pytest.mark.parametrize(
    "features",
    [{"place": 0.5}, {"year": 0.7}, {"own": 0.5}, {"absent": 0.1}, {"type": -0.5}, {"year_clash": 1.0}, {"lacks": 1.0}],
)
def test_a_record_that_leaves_something_open_does_not(features: dict[str, float]) -> None:
    assert not said_outright(figure(**features))


def test_a_figure_without_a_record_does_not() -> None:
    assert not said_outright(figure(recorded=False))
