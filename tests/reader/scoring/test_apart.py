"""Which of several figures or persons of a sentence is asked for."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import pytest

from plans.document import Document, Passage, Span
from plans.numbers import find_quantities
from reader.evidence.candidates import Candidate, CandidateKind, Level
from reader.evidence.units import Unit
from reader.questions.question import analyse
from reader.scoring.apart import (
    share_in_rows,
    tell_changes_apart,
    tell_columns_apart,
    tell_pairs_apart,
    tell_persons_apart,
    tell_places_apart,
    tell_recipients_apart,
    tell_segments_apart,
    tell_units_apart,
)
from retriever.query import understand

TEXT = "Ông Lê Hải, Phó Chủ tịch, lo rau; bà Vũ Mận, Phó Chủ tịch, lo hoa."


def made(short: str, kind: CandidateKind, text: str = TEXT, **values: float) -> tuple[Candidate, dict[str, float]]:
    whole, start = Span(0, len(text)), text.index(short)
    document = Document("d", "d.txt", "Kế hoạch", text)
    unit = Unit(document, Passage("d:0", "d", whole, text), whole, "sentence")
    one = Candidate(kind, unit, Span(start, start + len(short)), whole, (Level(text),) * 5)
    return one, defaultdict(float, values)


def test_of_two_persons_it_is_the_one_of_whom_more_of_the_question_is_said() -> None:
    asked, other = made("Lê Hải", "person", own=0.2, segment=0.4), made("Vũ Mận", "person", own=0.2)
    tell_persons_apart([asked, other])
    assert (asked[1]["other_person"], other[1]["other_person"]) == (0.0, 1.0)


def test_more_said_of_a_person_of_another_place_bars_nobody() -> None:
    asked, other = made("Lê Hải", "person", own=0.2, place=1.0), made("Vũ Mận", "person", own=0.8, place=-1.0)
    tell_persons_apart([asked, other])
    assert not asked[1]["other_person"]


def test_persons_of_one_clause_are_not_told_apart() -> None:
    text = "Ông Lê Hải và bà Vũ Mận lo rau."
    asked, other = made("Lê Hải", "person", text, own=0.6), made("Vũ Mận", "person", text, own=0.1)
    tell_persons_apart([asked, other])
    assert not other[1]["other_person"]


@pytest.mark.parametrize(("own", "barred"), [(0.8, 1.0), (0.2, 0.0)])
def test_a_figure_of_the_province_gives_way_only_to_one_of_the_district_as_near(own: float, barred: float) -> None:
    text = "Toàn tỉnh trồng 90 ha rau; huyện trồng 12 ha."
    province = made("90 ha", "quantity", text, own=0.8, place=-0.7)
    district = made("12 ha", "quantity", text, own=own, place=1.0)
    tell_places_apart([province, district])
    assert (province[1]["other_place"], district[1]["other_place"]) == (barred, 0.0)


def test_a_figure_of_another_year_takes_nothing_either() -> None:
    text = "Toàn tỉnh trồng 90 ha rau; huyện năm ngoái trồng 12 ha."
    district = made("12 ha", "quantity", text, own=0.8, place=1.0, year_clash=1.0)
    province = made("90 ha", "quantity", text, own=0.8, place=-0.7)
    tell_places_apart([province, district])
    assert not province[1]["other_place"]


ROW = "Thu nhập bình quân | 49,8 | 52,6"


def cell(short: str, *, span: float, year_clash: float = 0.0, row: float = 1.0) -> tuple[Candidate, dict[str, float]]:
    return made(short, "quantity", ROW, span=span, span_behind=span, year_clash=year_clash, row=row)


def test_what_the_span_reader_says_of_a_cell_of_another_year_holds_for_its_row() -> None:
    other, asked = cell("49,8", span=0.4, year_clash=1.0), cell("52,6", span=-0.5)
    share_in_rows([other, asked])
    assert asked[1]["span"] == 0.4
    assert other[1]["span"] == 0.4


def test_in_a_sentence_figures_share_nothing() -> None:
    other, asked = cell("49,8", span=0.4, year_clash=1.0, row=0.0), cell("52,6", span=-0.5, row=0.0)
    share_in_rows([other, asked])
    assert asked[1]["span"] == -0.5


def test_a_figure_under_a_heading_that_shares_no_word_gives_way_to_one_that_does() -> None:
    named, other = cell("49,8", span=0.0), cell("52,6", span=0.4)
    named[1].update(own=0.2, lacks=1.0)
    other[1].update(own=0.0)
    tell_columns_apart([named, other])
    assert (named[1]["other_column"], other[1]["other_column"]) == (0.0, 1.0)


def test_where_no_heading_shares_a_word_all_figures_stay() -> None:
    first, second = cell("49,8", span=0.0), cell("52,6", span=0.4)
    first[1].update(own=0.0)
    second[1].update(own=0.0)
    tell_columns_apart([first, second])
    assert (first[1]["other_column"], second[1]["other_column"]) == (0.0, 0.0)


def test_of_two_days_it_is_the_one_in_whose_part_more_of_the_question_is_said() -> None:
    text = "Trà sớm xong trước ngày 30/6; trà muộn xong trước ngày 15/7."
    early, late = made("ngày 30/6", "date", text, own=0.5, segment=0.3), made("ngày 15/7", "date", text, own=0.5)
    late = (replace(late[0], clause=Span(30, len(text))), late[1])
    tell_segments_apart([early, late])
    assert (early[1]["other_segment"], late[1]["other_segment"]) == (0.0, 1.0)


SUPPORT = "Hỗ trợ 40.000 đồng/kg lợn hơi đối với lợn con và 50.000 đồng/kg lợn hơi đối với lợn nái."


@pytest.mark.parametrize(("whom", "barred"), [("lợn nái", [1.0, 0.0]), ("lợn con", [0.0, 1.0]), ("lợn", [0.0, 0.0])])
def test_of_two_amounts_it_is_the_one_for_whom_is_asked(whom: str, barred: list[float]) -> None:
    found = [one.quantity for one in find_quantities(SUPPORT)]
    sums = [made(one.raw, "quantity", SUPPORT) for one in found]
    figures = [(replace(one, quantity=quantity), values) for (one, values), quantity in zip(sums, found, strict=True)]
    tell_recipients_apart(analyse(understand(f"Mức hỗ trợ đối với {whom} là bao nhiêu?")), figures)
    assert [values["other_segment"] for _, values in figures] == barred


def test_of_a_row_the_figure_told_of_the_name_asked_for_is_kept() -> None:
    text = "Diện tích lúa, ngô và rau màu lần lượt là 50 ha, 9 ha và 4 ha."
    rice, maize, greens = (
        (replace(one, paired=name), values)
        for (one, values), name in (
            (made("50 ha", "quantity", text), "Diện tích lúa"),
            (made("9 ha", "quantity", text), "ngô"),
            (made("4 ha", "quantity", text), "rau màu"),
        )
    )
    tell_pairs_apart(analyse(understand("Xã trồng bao nhiêu ha ngô?")), [rice, maize, greens])
    assert [values["other_segment"] for _, values in (rice, maize, greens)] == [1.0, 0.0, 1.0]


def test_how_many_there_are_goes_before_how_many_more() -> None:
    text = "Có 249 xã đạt chuẩn, tăng 36 xã."
    level, more = made("249 xã", "quantity", text), made("36 xã", "quantity", text, change=-1.0)
    counted = [(replace(one, quantity=find_quantities(one.short)[0].quantity), values) for one, values in (level, more)]
    tell_changes_apart(counted)
    assert [values["other_measure"] for _, values in counted] == [0.0, 1.0]


@pytest.mark.parametrize(
    ("question", "barred"), [("Tạo việc làm cho bao nhiêu người?", False), ("Tạo việc làm cho bao nhiêu học sinh?", True)]
)
def test_people_of_any_sort_are_so_many_people(question: str, barred: bool) -> None:
    text = "Tạo việc làm cho 780 lao động, trong đó 45 người đi nước ngoài."
    workers, abroad = find_quantities(text)
    whole, _ = made("780 lao động", "quantity", text)
    part, _ = made("45 người", "quantity", text)
    values = defaultdict(float, unit_noun=-0.5), defaultdict(float, unit_noun=1.0)
    cells = [(replace(whole, quantity=workers.quantity), values[0]), (replace(part, quantity=abroad.quantity), values[1])]
    tell_units_apart(analyse(understand(question)), cells)
    assert bool(values[0]["other_measure"]) is barred
