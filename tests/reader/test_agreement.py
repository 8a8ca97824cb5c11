"""Does a candidate speak of the kind that was asked?"""

from __future__ import annotations

import pytest

from plans.document import Document, Passage, Span
from plans.indicator import Kind
from reader.agreement import kind_of
from reader.candidates import Candidate, candidates_of
from reader.evidence import units_of


def candidate(text: str, raw: str) -> Candidate:
    document = Document("d", "d.txt", "Tin", text)
    units = units_of(document, Passage("p", "d", Span(0, len(text)), text))
    return next(one for unit in units for one in candidates_of(unit, {}) if one.kind == "quantity" and raw in one.short)


@pytest.mark.parametrize(
    ("text", "raw", "kind"),
    [
        ("Tổng thu 168,2 tỷ đồng, bằng 84,9% dự toán.", "84,9%", "result"),
        ("So với mức tỉnh giao lên tới 317%.", "317%", "result"),
        ("Ước cả năm bằng 95% kế hoạch.", "95%", "estimate"),
        ("Phấn đấu tỷ lệ che phủ rừng đạt 42%.", "42%", "target"),
        ("Vụ này toàn xã thu được 2.500 tấn nhựa thông.", "2.500 tấn", "result"),
    ],
)
def test_a_degree_of_fulfilment_is_a_result_whatever_plan_it_names(text: str, raw: str, kind: Kind) -> None:
    assert kind_of(candidate(text, raw)) == kind
