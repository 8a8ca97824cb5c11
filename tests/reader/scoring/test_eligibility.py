"""Whether a candidate is of a sort that a question can be answered with."""

from __future__ import annotations

import pytest

from plans.document import Document, Passage, Span
from reader.evidence.candidates import Candidate, CandidateKind, Level, candidates_of
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
        ("Chủ tịch UBND xã Hòa An là ai, không phải Chủ tịch HĐND?", "Lê Văn Hùng", False),
        ("Chủ tịch HĐND xã Hòa An là ai?", "Lê Văn Hùng", True),
    ],
)
def test_an_office_that_is_left_out_is_not_asked_for(question: str, short: str, fit: bool) -> None:
    text = "Đồng chí Lê Văn Hùng, Chủ tịch HĐND xã Hòa An, phát biểu."
    whole = Span(0, len(text))
    unit = Unit(Document("d", "d.txt", "Tin", text), Passage("d:0", "d", whole, text), whole, "sentence")
    person = next(one for one in candidates_of(unit, {}) if one.kind == "person")
    assert fits(analyse(understand(question)), person) is fit


@pytest.mark.parametrize(
    ("short", "fit"), [("xã đạt chuẩn nâng cao", False), ("Xây dựng 2 xã đạt chuẩn", False), ("xã Hòa An", True)]
)
def test_communes_that_are_counted_are_not_named(short: str, fit: bool) -> None:
    one = cut("Xây dựng 2 xã đạt chuẩn nâng cao, trước hết là xã Hòa An.", short)
    assert fits(analyse(understand("Những xã nào đạt chuẩn?")), one) is fit


@pytest.mark.parametrize(
    ("question", "short", "fit"),
    [
        ("Xã làm nhiều đường nhựa hơn hay đường bê tông hơn?", "3 km đường nhựa", False),
        ("Xã làm đường gì?", "3 km đường nhựa", True),
    ],
)
def test_a_figure_is_not_which_of_two_is_more(question: str, short: str, fit: bool) -> None:
    assert fits(analyse(understand(question)), cut(f"Xã làm {short} trong năm.", short)) is fit


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
