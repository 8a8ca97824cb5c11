"""A figure of a commune is none of a village in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plans.dates import find_dates
from plans.document import Document, Passage, Span
from plans.numbers import find_quantities
from reader.evidence.candidates import Candidate, Level
from reader.evidence.units import Unit
from reader.evidence.villages import of_another_village
from reader.questions.question import analyse
from retriever.query import understand


def figure(text: str, around: str = "") -> Candidate:
    found = find_quantities(text)[0]
    whole = Span(0, len(text))
    unit = Unit(Document("d", "d.txt", "Kế hoạch", text), Passage("d:0", "d", whole, text), whole, "sentence")
    return Candidate(
        "quantity",
        unit,
        found.span,
        whole,
        (Level(text), Level(text), Level(text), Level(around), Level("")),
        found.quantity,
    )


@pytest.mark.parametrize(
    ("question", "text", "around", "other"),
    [
        ("Xóm Minh Tiến xã Cát Ngạn có bao nhiêu hộ nghèo?", "Xã Cát Ngạn còn 42 hộ nghèo.", "", True),
        ("Xóm Minh Tiến xã Cát Ngạn có bao nhiêu hộ nghèo?", "Xóm Minh Tiến còn 4 hộ nghèo.", "", False),
        ("Thôn 3 xã Cát Ngạn có bao nhiêu hộ nghèo?", "Còn 4 hộ nghèo.", "Tại thôn 3:", False),
        ("Xã Cát Ngạn có bao nhiêu hộ nghèo?", "Xã Cát Ngạn còn 42 hộ nghèo.", "", False),
        ("Tỉnh Sóc Trăng có bao nhiêu hộ nghèo?", "Toàn tỉnh còn 420 hộ nghèo.", "", False),
        ("Số hộ nghèo xóm Bản Um?", "Xóm Nà Múc còn 12 hộ nghèo, xóm Bản Um còn 9 hộ nghèo.", "", True),
        ("Số hộ nghèo xóm Nà Múc?", "Xóm Nà Múc còn 12 hộ nghèo, xóm Bản Um còn 9 hộ nghèo.", "", False),
        ("Số hộ xóm Bản Um?", "Mô hình tại xóm Nà Múc và xóm Bản Um, với 96 hộ.", "", True),
        ("Xã có bao nhiêu thôn nông thôn mới?", "Xã có 42 thôn.", "", False),
    ],
)
def test_a_figure_for_a_village_is_told_of_it(question: str, text: str, around: str, other: bool) -> None:
    assert of_another_village(analyse(understand(question)), figure(text, around)) is other


def test_a_day_told_of_another_thing_is_none_of_a_village() -> None:
    text = "Xây lại cầu Khe Trắng, hoàn thành trước ngày 31/8/2031."
    day = replace(figure("Còn 4 hộ nghèo."), kind="date", span=find_dates(text)[0].span)
    told = replace(day, unit=replace(day.unit, document=replace(day.unit.document, text=text), span=Span(0, len(text))))
    told = replace(told, levels=(Level(text), Level(text), Level(text), Level(""), Level("")))
    assert of_another_village(analyse(understand("Khu tái định cư bản Nà Múc bao giờ hoàn thành?")), told)
    assert not of_another_village(analyse(understand("Cầu Khe Trắng bao giờ hoàn thành?")), told)
