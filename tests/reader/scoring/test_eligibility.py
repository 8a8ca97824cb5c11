"""Whether a candidate is of a sort that a question can be answered with."""

from __future__ import annotations

import pytest

from plans.document import Document, Passage, Span
from reader.evidence.candidates import Candidate, CandidateKind, Level
from reader.evidence.units import Unit
from reader.questions.question import analyse
from reader.scoring.eligibility import fits
from retriever.query import understand


def cut(text: str, short: str, kind: CandidateKind = "text") -> Candidate:
    whole, start = Span(0, len(text)), text.index(short)
    unit = Unit(Document("d", "d.txt", "Kế hoạch", text), Passage("d:0", "d", whole, text), whole, "sentence")
    return Candidate(kind, unit, Span(start, start + len(short)), whole, (Level(text),) * 5)


@pytest.mark.parametrize(
    ("question", "short", "fit"),
    [
        ("Nhà thầu nào thi công kênh?", "Ban Quản lý dự án huyện", False),
        ("Nhà thầu nào thi công kênh?", "Công ty TNHH Hòa An", True),
        ("Hạ tầng được đầu tư nhằm mục đích gì?", "Ban Quản lý dự án huyện", False),
        ("Đơn vị nào thi công kênh?", "Ban Quản lý dự án huyện", True),
    ],
)
def test_a_body_is_no_purpose_and_no_office_a_builder(question: str, short: str, fit: bool) -> None:
    assert fits(analyse(understand(question)), cut(f"Kênh do {short} làm.", short)) is fit
