"""Figures that are likely and are still none of what was asked."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import pytest

from plans.answer import Citation
from plans.document import Document, Passage, Span
from plans.hit import Hit
from plans.indicator import Indicator, Kind
from plans.numbers import find_quantities
from reader.candidates import Candidate, Level
from reader.evidence import Unit
from reader.misses import misses
from reader.question import analyse
from reader.scoring import Scored
from retriever.query import understand


def scored(text: str, label: str, kind: Kind = "target", place: float = 0.8, column: str = "") -> Scored:
    """The first figure of `text`, read as `label`, agreeing with the place asked for so far."""
    whole, found = Span(0, len(text)), find_quantities(text)[0]
    document = Document("d", "d.txt", "Kế hoạch", text)
    passage = Passage("d:0", "d", whole, text)
    record = Indicator(label, found.quantity, Citation.of(document, whole), None, 2032, None, kind, "level")
    unit = Unit(document, passage, whole, "sentence")
    figure = Candidate("quantity", unit, found.span, whole, (Level(text),) * 5, found.quantity, record)
    return Scored(replace(figure, column=column), Hit(passage, 1.0, 1), defaultdict(float, place=place), 3.0)


@pytest.mark.parametrize(
    ("question", "missed"),
    [("Riêng ki-ốt hết bao nhiêu tiền?", True), ("Máy tính, máy quét, ki-ốt hết bao nhiêu tiền?", False)],
)
def test_a_figure_of_several_things_is_none_of_one_alone(question: str, missed: bool) -> None:
    found = scored("Máy tính, máy quét, ki-ốt: 612 triệu đồng.", "máy tính, máy quét, ki-ốt: kinh phí")
    assert misses(analyse(understand(question)), found) is missed


@pytest.mark.parametrize(("place", "missed"), [(-0.7, True), (-0.3, False), (0.8, False)])
def test_a_figure_of_the_province_is_none_of_its_district_however_sure(place: float, missed: bool) -> None:
    found = scored("Tỷ lệ bao phủ bảo hiểm y tế đạt 92,8%.", "tỷ lệ bao phủ bảo hiểm y tế", place=place)
    assert misses(analyse(understand("Tỷ lệ bao phủ bảo hiểm y tế là bao nhiêu?")), found) is missed


def test_apart_from_the_rest_nothing_else_will_do() -> None:
    found = scored("Huyện ghi nhận 63 ca sốt.", "ca sốt", place=-0.3)
    assert misses(analyse(understand("Riêng thị trấn ghi nhận bao nhiêu ca sốt?")), found)


def test_what_came_about_is_not_what_was_assigned() -> None:
    told = scored("Thu nhập 68,5 triệu đồng.", "thu nhập", "estimate", column="Ước thực hiện 2032")
    assert misses(analyse(understand("Chỉ tiêu thu nhập được giao là bao nhiêu?")), told)
    assert not misses(analyse(understand("Thu nhập ước đạt bao nhiêu?")), told)


def test_to_carry_out_a_programme_asks_for_no_result() -> None:
    needed = scored("Tổng nhu cầu vốn 1.865 tỷ đồng.", "tổng nhu cầu vốn")
    assert not misses(analyse(understand("Để thực hiện chương trình cần bao nhiêu vốn?")), needed)
    assert misses(analyse(understand("Đã thực hiện bao nhiêu vốn?")), needed)
