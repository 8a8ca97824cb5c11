"""When something begins is no answer to when it ends."""

from __future__ import annotations

import pytest

from plans.document import Block, Document, Passage, Span
from reader.aspects import tells_another_aspect
from reader.candidates import candidates_of
from reader.evidence import units_of
from reader.question import analyse
from retriever.query import understand

TEXT = (
    "Khởi công đường liên xã dài 9,7 km trong quý III/2022, hoàn thành trước ngày 30/6/2024; "
    "ngày 5/9/2023 khai giảng trường mới; họp chợ ngày 2/9/2023."
)


def kept(question: str, text: str = TEXT) -> list[str]:
    """The dates of `text` that may answer."""
    span = Span(0, len(text))
    document = Document("d", "d.txt", "Báo cáo", text, blocks=(Block("paragraph", span),))
    units = units_of(document, Passage("p", "d", span, text))
    dates = [one for unit in units for one in candidates_of(unit, {}) if one.kind == "date"]
    return [one.short for one in dates if not tells_another_aspect(analyse(understand(question)), one)]


@pytest.mark.parametrize(
    ("question", "dates"),
    [
        ("Đường liên xã bao giờ hoàn thành?", ["ngày 30/6/2024", "ngày 2/9/2023"]),
        ("Đường liên xã khởi công khi nào?", ["quý III/2022", "ngày 5/9/2023", "ngày 2/9/2023"]),
        ("When will the road be finished?", ["ngày 30/6/2024", "ngày 2/9/2023"]),
    ],
)
def test_of_a_beginning_and_an_end_the_one_asked_for_is_kept(question: str, dates: list[str]) -> None:
    assert kept(question) == dates


@pytest.mark.parametrize("question", ["Họp chợ ngày nào?", "Đường liên xã khởi công và hoàn thành khi nào?", ""])
def test_a_question_for_neither_or_both_keeps_every_date(question: str) -> None:
    assert len(kept(question)) == 4
