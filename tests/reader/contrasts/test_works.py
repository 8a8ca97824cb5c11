"""A figure or a day of one work is none of another."""

from __future__ import annotations

import pytest

from plans.document import Block, Document, Passage, Span
from reader.contrasts.works import of_another_work
from reader.evidence.candidates import candidates_of
from reader.evidence.units import units_of
from reader.questions.question import analyse
from retriever.query import understand


def other(question: str, text: str) -> bool:
    """Whether the first figure or day of `text` is of another work than the question's."""
    span = Span(0, len(text))
    document = Document("d", "d.txt", "Tin", text, blocks=(Block("paragraph", span),))
    units = units_of(document, Passage("p", "d", span, text))
    found = [one for unit in units for one in candidates_of(unit, {}) if one.kind in ("quantity", "date")]
    return of_another_work(analyse(understand(question)), found[0])


@pytest.mark.parametrize(
    ("text", "another"),
    [
        ("Ngoài Khu công nghiệp Long Đức (lấp đầy 100%), tỉnh có Khu kinh tế Định An.", True),
        ("Khu kinh tế Định An đã lấp đầy 62%.", False),
        ("KKT Định An lấp đầy 62%.", False),
        ("Tỉnh thu hút 12 dự án.", True),
    ],
)
def test_a_figure_is_of_the_work_that_its_part_of_the_sentence_names(text: str, another: bool) -> None:
    assert other("Khu kinh tế Định An đã lấp đầy bao nhiêu phần trăm?", text) is another


def test_the_day_of_a_ring_road_is_none_of_a_motorway() -> None:
    text = "Khởi công đường vành đai phía Bắc trước ngày 19/8/2025, thông xe cao tốc trong quý IV."
    assert other("Cao tốc Hà Phong khởi công ngày nào?", text[: text.index(",")])
    assert not other("Đường vành đai phía Bắc khởi công ngày nào?", text)


def test_a_day_of_something_else_is_none_of_a_work() -> None:
    assert other("Nhà văn hóa ấp Suối Lức khánh thành ngày nào?", "Lễ hội tại ấp Suối Lức vào ngày 16/4/2026.")
    assert not other("Lễ hội ở ấp Suối Lức ngày nào?", "Lễ hội tại ấp Suối Lức vào ngày 16/4/2026.")


def test_of_many_works_none_is_asked_for() -> None:
    assert not other("Thu ngân sách từ các nhà máy điện là bao nhiêu?", "Thu từ năng lượng tái tạo đạt 480 tỷ đồng.")
    assert other("Thu ngân sách từ nhà máy điện là bao nhiêu?", "Thu từ năng lượng tái tạo đạt 480 tỷ đồng.")


def test_the_name_of_a_place_is_no_work() -> None:
    assert not other("Xã Cầu Kè lắp bao nhiêu camera?", "Lắp 24 camera tại chợ.")
