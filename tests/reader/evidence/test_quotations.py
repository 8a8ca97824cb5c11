"""The theme of a year is one answer, whole, and no year in it dates it."""

from __future__ import annotations

import pytest

from plans.document import Document, Passage, Span
from reader.evidence.candidates import Candidate, Level
from reader.evidence.quotations import quotation_asked, quotation_in_full
from reader.evidence.units import Unit
from reader.questions.question import analyse
from reader.scoring.year_agreement import year_agreement
from retriever.query import understand

TEXT = "Năm 2034, xã chọn chủ đề “Khắc phục hạn chế năm 2033; đổi mới toàn diện” và ban hành kế hoạch."


def part(short: str) -> Candidate:
    whole, start = Span(0, len(TEXT)), TEXT.index(short)
    unit = Unit(Document("d", "d.txt", "Tin", TEXT), Passage("d:0", "d", whole, TEXT), whole, "sentence")
    return Candidate("text", unit, Span(start, start + len(short)), whole, (Level(TEXT),) * 5)


@pytest.mark.parametrize("short", ["đổi mới toàn diện", "“Khắc phục hạn chế"])
def test_of_a_part_of_a_theme_the_whole_is_given(short: str) -> None:
    given = quotation_in_full(analyse(understand("Chủ đề năm 2034 của xã là gì?")), part(short))
    assert given.short == "Khắc phục hạn chế năm 2033; đổi mới toàn diện"


@pytest.mark.parametrize(
    ("question", "short"),
    [("Xã ban hành gì?", "đổi mới toàn diện"), ("Chủ đề năm 2034 của xã là gì?", "ban hành kế hoạch")],
)
def test_what_is_no_theme_or_not_asked_for_as_one_stays_as_it_is(question: str, short: str) -> None:
    asked = analyse(understand(question))
    assert quotation_asked(asked, part(short)) is None
    assert quotation_in_full(asked, part(short)) == part(short)


@pytest.mark.parametrize(("year", "agrees"), [(2034, True), (2033, False)])
def test_a_year_within_a_theme_does_not_date_it(year: int, agrees: bool) -> None:
    asked = analyse(understand(f"Chủ đề năm {year} của xã là gì?"))
    assert (year_agreement(asked, part("Khắc phục hạn chế năm 2033; đổi mới toàn diện"))[0] > 0.0) is agrees
