"""Which of several places that stand in a row with their figures comes first."""

from __future__ import annotations

import pytest

from plans.document import Document, Passage, Span
from reader.computed.superlatives import first_in_row
from reader.evidence.candidates import Candidate, Level
from reader.evidence.units import Unit
from reader.questions.question import analyse
from retriever.query import understand

TEXT = "Trâu chết nhiều ở xã Hòa An (37 con), xã Mỹ Quý (129 con) và xã Tân Hòa (21 con)."


def first(text: str, question: str, name: str) -> str:
    whole, start = Span(0, len(text)), text.index(name)
    unit = Unit(Document("d", "d.txt", "Tin", text), Passage("d:0", "d", whole, text), whole, "sentence")
    one = Candidate("place", unit, Span(start, start + len(name)), whole, (Level(text),) * 5)
    return first_in_row(analyse(understand(question)), one).short


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Xã nào có trâu chết nhiều nhất?", "xã Mỹ Quý"),
        ("Xã nào có trâu chết ít nhất?", "xã Tân Hòa"),
        ("Which commune lost the most buffaloes?", "xã Mỹ Quý"),
        ("Xã nào có trâu chết?", "xã Hòa An"),
        ("Bao nhiêu con trâu chết nhiều nhất?", "xã Hòa An"),
    ],
)
def test_the_place_with_the_highest_or_lowest_figure(question: str, name: str) -> None:
    assert first(TEXT, question, "xã Hòa An") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nợ 11 tỷ đồng, riêng xã Hòa An 4,83 tỷ đồng và xã Mỹ Quý 3,07 tỷ đồng.", "xã Hòa An"),
        ("Nợ của xã Hòa An là 4,83 tỷ đồng, xã Mỹ Quý đạt 71 hộ.", "xã Mỹ Quý"),
    ],
)
def test_figures_of_a_row_stand_behind_their_places_and_are_of_one_unit(text: str, name: str) -> None:
    assert first(text, "Xã nào nợ nhiều nhất?", "xã Mỹ Quý") == name
