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
    whole, start = Span(0, len(TEXT)), TEXT.index("xã Hòa An")
    unit = Unit(Document("d", "d.txt", "Tin", TEXT), Passage("d:0", "d", whole, TEXT), whole, "sentence")
    one = Candidate("place", unit, Span(start, start + len("xã Hòa An")), whole, (Level(TEXT),) * 5)
    assert first_in_row(analyse(understand(question)), one).short == name
