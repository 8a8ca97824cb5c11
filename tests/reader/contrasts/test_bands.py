"""An amount that holds for some sizes is none for others."""

from __future__ import annotations

import pytest

from plans.document import Document, Passage, Span
from plans.numbers import find_quantities
from reader.contrasts.bands import of_another_band
from reader.evidence.candidates import Candidate, Level
from reader.evidence.units import Unit
from reader.questions.question import analyse
from retriever.query import understand


@pytest.mark.parametrize(
    ("clause", "question", "other"),
    [
        ("11 triệu đồng/lồng từ 40 m3 đến dưới 90 m3", "Lồng 120 m3 được hỗ trợ bao nhiêu?", True),
        ("11 triệu đồng/lồng từ 40 m3 đến dưới 90 m3", "Lồng 60 m3 được hỗ trợ bao nhiêu?", False),
        ("23 triệu đồng/lồng từ 90 m3 trở lên", "Lồng 120 khối được hỗ trợ bao nhiêu?", False),
        ("23 triệu đồng/lồng từ 90 m3 trở lên", "Lồng 60 khối được hỗ trợ bao nhiêu?", True),
        ("9 triệu đồng/hộ nuôi dưới 8 con", "Hộ nuôi 12 con được bao nhiêu?", True),
        ("9 triệu đồng/hộ nuôi 8 con", "Hộ nuôi 12 con được bao nhiêu?", False),  # no band is told
        ("11 triệu đồng/lồng từ 40 m3 đến dưới 90 m3", "Lồng cá được hỗ trợ bao nhiêu?", False),  # nor a size asked for
    ],
)
def test_an_amount_is_for_the_sizes_that_its_clause_tells(clause: str, question: str, other: bool) -> None:
    whole, found = Span(0, len(clause)), find_quantities(clause)[0]
    document = Document("d", "d.txt", "Nghị quyết", clause)
    unit = Unit(document, Passage("d:0", "d", whole, clause), whole, "sentence")
    amount = Candidate("quantity", unit, found.span, whole, (Level(clause),) * 5, found.quantity)
    assert of_another_band(analyse(understand(question)), amount) is other
