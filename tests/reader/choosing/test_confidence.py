"""How sure an answer is."""

from __future__ import annotations

import pytest

from plans.answer import Citation
from plans.document import Document, Passage, Span
from plans.hit import Hit
from plans.indicator import Indicator
from plans.numbers import find_quantities
from reader.choosing.confidence import is_barely_told, once_given, said_outright
from reader.evidence.candidates import Candidate, Level, candidates_of
from reader.evidence.units import Unit
from reader.questions.question import analyse
from reader.scoring.scored import Scored
from retriever.query import understand

ASKED = analyse(understand("Tỷ lệ hộ nghèo năm 2032 của xã Hòa An là bao nhiêu?"))
TEXT = "Tỷ lệ hộ nghèo năm 2032 còn 2,9%."
NAMED = {
    "year_clash": 0.0,
    "kind_clash": 0.0,
    "lacks": 0.0,
    "place": 0.8,
    "year": 0.85,
    "kind": 0.0,
    "part": 0.0,
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
    assert said_outright(ASKED, figure())


@pytest.mark.parametrize(
    "features",
    [
        {"place": 0.5},
        {"year": 0.7},
        {"own": 0.5},
        {"absent": 0.1},
        {"type": -0.5},
        {"kind": -0.3},
        {"year_clash": 1.0},
        {"lacks": 1.0},
    ],
)
def test_a_record_that_leaves_something_open_does_not(features: dict[str, float]) -> None:
    assert not said_outright(ASKED, figure(**features))


def test_a_figure_without_a_record_does_not() -> None:
    assert not said_outright(ASKED, figure(recorded=False))


@pytest.mark.parametrize(
    ("question", "outright"), [("Ông Nguyễn Văn Mẫu giữ chức vụ gì?", True), ("Ông Trần Mẫu giữ chức vụ gì?", False)]
)
def test_an_office_beside_the_full_name_asked_about_is_said_outright(question: str, outright: bool) -> None:
    text = "Bí thư Huyện ủy Tháp Mười - Nguyễn Văn Mẫu cho biết"
    whole = Span(0, len(text))
    unit = Unit(Document("d", "d.txt", "Tin", text), Passage("d:0", "d", whole, text), whole, "sentence")
    office = next(one for one in candidates_of(unit, {}) if one.kind == "office")
    hit = Hit(Passage("d:0", "d", whole, text), 1.0, 1)
    assert said_outright(analyse(understand(question)), Scored(office, hit, {}, -1.0)) is outright


def test_an_answer_that_is_given_is_surer_than_the_mass_tells_and_stays_in_order() -> None:
    given = [once_given(one) for one in (0.0, 0.3, 0.6, 0.9, 1.0)]
    assert given == sorted(given)
    assert all(0.0 <= one <= 1.0 for one in given)
    assert all(once_given(one) > one for one in (0.3, 0.6, 0.9))


def test_what_a_report_on_half_a_year_estimates_is_said_outright_for_that_half() -> None:
    asked = analyse(understand("Tỷ lệ hộ nghèo 6 tháng đầu năm 2032 còn bao nhiêu?"))
    assert said_outright(asked, figure(kind=-0.3, part=1.0))
    assert not said_outright(asked, figure(kind=-1.0, part=1.0))


@pytest.mark.parametrize(
    ("changed", "barely"),
    [({}, True), ({"missing": 0.9}, False), ({"own": 0.4}, False), ({"span": 0.2}, False)],
)
def test_a_figure_is_barely_told_where_what_matters_most_is_said_nowhere(changed: dict[str, float], barely: bool) -> None:
    told = figure(**{"missing": 1.0, "own": 0.1, "span": 0.0} | changed)
    assert is_barely_told(ASKED, told) is barely
    assert not is_barely_told(analyse(understand("Ai ký kế hoạch?")), told)
