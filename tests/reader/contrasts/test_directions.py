"""What rises is no answer where it is asked what falls."""

from __future__ import annotations

import pytest

from plans.document import Document, Passage, Span
from reader.contrasts.directions import in_another_direction
from reader.evidence.candidates import Candidate, Level
from reader.evidence.units import Unit
from reader.questions.question import analyse
from retriever.query import understand

MOVED = "Xã chuyển dịch theo hướng tăng tỷ trọng dịch vụ, giảm tỷ trọng nông nghiệp."
FOLLOWED = "Năm qua dịch vụ tăng nhanh, nông nghiệp giảm nhẹ."


def words(text: str, short: str) -> Candidate:
    whole, start = Span(0, len(text)), text.index(short)
    unit = Unit(Document("d", "d.txt", "Kế hoạch", text), Passage("d:0", "d", whole, text), whole, "sentence")
    return Candidate("text", unit, Span(start, start + len(short)), whole, (Level(text),) * 5)


@pytest.mark.parametrize(
    ("question", "text", "short", "other"),
    [
        ("Xã muốn giảm tỷ trọng ngành nào?", MOVED, "dịch vụ", True),
        ("Xã muốn giảm tỷ trọng ngành nào?", MOVED, "nông nghiệp", False),
        ("Xã muốn bớt tỷ trọng ngành nào?", MOVED, "dịch vụ, giảm tỷ trọng nông nghiệp", True),
        ("Xã muốn tăng tỷ trọng ngành nào?", MOVED, "dịch vụ", False),
        ("Ngành nào tăng?", FOLLOWED, "dịch vụ", False),
        ("Ngành nào giảm?", FOLLOWED, "dịch vụ", True),
        ("Ngành nào giảm?", FOLLOWED, "nông nghiệp", False),
        ("Xã giảm phát thải để làm gì?", MOVED, "dịch vụ", False),
        ("Xã có những ngành nào?", MOVED, "dịch vụ", False),
        ("Ngành nào giảm?", "Xã có ngành dịch vụ.", "dịch vụ", False),
    ],
)
def test_what_rises_is_not_what_falls(question: str, text: str, short: str, other: bool) -> None:
    assert in_another_direction(analyse(understand(question)), words(text, short)) is other
