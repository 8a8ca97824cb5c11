"""Does a candidate speak of the place and the kind that were asked?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from ingest.reading import find, read
from plans.answer import Citation
from plans.document import Document, Passage, Span
from plans.indicator import Indicator, Kind, Quantity
from plans.place import Gazetteer
from reader.evidence.candidates import Candidate, Level, candidates_of
from reader.evidence.units import units_of
from reader.questions.question import analyse
from reader.scoring.kind_agreement import kind_of
from reader.scoring.part_agreement import of_another_month, part_agreement, part_untold, until_another_day
from reader.scoring.place_agreement import place_agreement
from reader.scoring.year_agreement import year_agreement, year_untold
from retriever.query import understand


def candidate(text: str, raw: str, places: tuple[str, ...] = ()) -> Candidate:
    document = Document("d", "d.txt", "Tin", text, places=places)
    units = units_of(document, Passage("p", "d", Span(0, len(text)), text))
    return next(one for unit in units for one in candidates_of(unit, {}) if one.kind == "quantity" and raw in one.short)


def of_table(tmp_path: Path, text: str) -> list[Candidate]:
    """The figures of the last table of a file, with their records."""
    (tmp_path / "bang.md").write_text(text, encoding="utf-8")
    found = read(find([tmp_path])[0])
    document = found.document
    assert document is not None
    at = ((one.citation.span.start + one.citation.quote.find(one.quantity.raw), one) for one in found.indicators)
    records = {(start, start + len(one.quantity.raw)): one for start, one in at}
    passage = Passage("p", "d", Span(0, len(text)), text)
    return [one for unit in units_of(document, passage) for one in candidates_of(unit, records) if one.kind == "quantity"]


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


REPORT = "Thị xã Cai Lậy, tỉnh Tiền Giang họp ngày 5/1.\n\nTỷ lệ hộ nghèo giảm còn 0,63%. Cả vùng có 21 xã nông thôn mới."


def test_a_figure_of_a_part_speaks_against_it_for_the_whole() -> None:
    figure = candidate(REPORT, "0,63%", ("thị xã Cai Lậy", "tỉnh Tiền Giang"))
    town, province = (tuple(Gazetteer.load().mentions(name)) for name in ("thị xã Cai Lậy", "tỉnh Tiền Giang"))
    assert place_agreement(town, figure)[0] > 0.0
    assert place_agreement(province, figure) == (-0.8, False)
    assert place_agreement(province, figure, inside=True)[0] > -0.8


def test_a_figure_read_as_one_of_another_place_is_not_that_of_a_place_named_around_it(tmp_path: Path) -> None:
    (tmp_path / "bao-cao.md").write_text(
        "# Tỉnh Đồng Tháp sắp xếp đơn vị hành chính\n\nPhường Mỹ Tho đã có trụ sở mới. "
        "Xã Tháp Mười được lập từ các xã Mỹ An và Mỹ Hòa; dân số 48.260 người.",
        encoding="utf-8",
    )
    found = read(find([tmp_path])[0])
    assert found.document is not None
    document = found.document
    text = document.text
    units = units_of(document, Passage("p", document.doc_id, Span(0, len(text)), text))
    records = {(one.citation.span.start, one.citation.span.end): one for one in found.indicators}
    figure = next(one for unit in units for one in candidates_of(unit, records) if one.short.startswith("48.260"))
    mentions = Gazetteer.load().mentions
    assert place_agreement(tuple(mentions("phường Mỹ Tho")), figure)[0] == -0.8
    assert place_agreement(tuple(mentions("xã Tháp Mười")), figure)[0] > 0.5


def test_a_year_of_another_value_in_the_sentence_says_nothing_of_this_one() -> None:
    text = "Tỷ lệ hộ nghèo giảm từ 4,05% cuối năm 2021 xuống còn 2,94%."
    asked = analyse(understand("Tỷ lệ hộ nghèo cuối năm 2021?"))
    assert year_agreement(asked, candidate(text, "4,05%"))[0] == 1.0
    assert year_agreement(asked, candidate(text, "2,94%"))[0] < 0.0


def test_a_figure_of_several_places_is_of_none_of_them_alone() -> None:
    one = tuple(Gazetteer.load().mentions("xã Trà Thủy"))
    several = candidate("Phòng trồng mới 320 ha quế tại các xã Trà Thủy, Trà Hiệp.", "320 ha")
    assert place_agreement(one, several) == (-0.7, True)
    alone = candidate("Phòng trồng mới 320 ha quế tại xã Trà Thủy.", "320 ha")
    assert place_agreement(one, alone)[0] > 0.5


def words(title: str, text: str, short: str, places: tuple[str, ...] = ()) -> Candidate:
    document = Document("d", "d.txt", title, text, places=places)
    (unit,) = units_of(document, Passage("p", "d", Span(0, len(text)), text))
    start = text.index(short)
    return Candidate("text", unit, Span(start, start + len(short)), unit.span, tuple(Level(text) for _ in range(5)))


MEETING = "Kết luận phiên họp thường kỳ tháng 5 năm 2031"


@pytest.mark.parametrize(
    ("question", "text", "other"),
    [
        ("Đơn vị nào bị phê bình tại phiên họp tháng 6/2031?", "Phê bình Trung tâm Phát triển quỹ đất.", True),
        ("Đơn vị nào bị phê bình tại phiên họp tháng 5/2031?", "Phê bình Trung tâm Phát triển quỹ đất.", False),
        ("Phiên họp tháng 6/2031 bàn việc gì?", "Phiên họp tháng 6 bàn về Trung tâm Phát triển quỹ đất.", False),
        ("Lễ hội tháng 6/2031 do ai tổ chức?", "Lễ hội do Trung tâm Phát triển quỹ đất tổ chức.", False),
    ],
)
def test_what_one_meeting_decided_another_did_not(question: str, text: str, other: bool) -> None:
    asked = analyse(understand(question))
    assert of_another_month(asked, words(MEETING, text, "Trung tâm Phát triển quỹ đất")) is other


def test_a_year_that_a_document_never_names_is_not_told_by_it() -> None:
    told = words("Tin", "Năm 2031 giải dù lượn phải hủy do mưa lũ.", "mưa lũ")
    assert year_untold(analyse(understand("Vì sao giải dù lượn năm 2030 phải hủy?")), told)
    assert not year_untold(analyse(understand("Vì sao giải dù lượn năm 2031 phải hủy?")), told)
    assert not year_untold(analyse(understand("Vì sao giải dù lượn phải hủy?")), told)


def test_a_bare_name_in_an_answer_says_nothing_of_where_it_holds() -> None:
    text = "Năm 2031 thị xã Hoài Nhơn ưu tiên: tuyến Bạch Đằng nối dài, cầu Phú Văn."
    asked = tuple(Gazetteer.load().mentions("thị xã Hoài Nhơn"))
    assert not place_agreement(asked, words("Tin", text, "tuyến Bạch Đằng nối dài, cầu Phú Văn"))[1]


def test_who_heads_a_ward_does_not_head_its_neighbour() -> None:
    text = "Đồng chí Thái Bá Nhuận giữ chức Bí thư Đảng ủy phường; phường giáp phường Bắc Hồng Lĩnh."
    document = Document("d", "d.txt", "Đại hội phường Nam Hồng Lĩnh", text, places=("phường Nam Hồng Lĩnh",))
    (unit,) = units_of(document, Passage("p", "d", Span(0, len(text)), text))
    person = next(one for one in candidates_of(unit, {}) if one.kind == "person")
    other, same = (tuple(Gazetteer.load().mentions(f"phường {name} Hồng Lĩnh")) for name in ("Bắc", "Nam"))
    assert place_agreement(other, replace(person, levels=(Level("Thái Bá Nhuận giữ chức Bí thư"),) * 5))[1]
    assert not place_agreement(same, replace(person, levels=(Level("Thái Bá Nhuận giữ chức Bí thư"),) * 5))[1]


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("Giải ngân đến 31/12/2031 đạt bao nhiêu phần trăm?", True),
        ("Giải ngân đến ngày 30/11/2031 đạt bao nhiêu phần trăm?", False),
        ("Giải ngân đạt bao nhiêu phần trăm?", False),
    ],
)
def test_what_is_told_up_to_a_day_is_not_told_up_to_another(question: str, other: bool) -> None:
    figure = candidate("Giải ngân vốn đầu tư công đến ngày 30/11/2031 đạt 71,6% kế hoạch.", "71,6%")
    assert until_another_day(analyse(understand(question)), figure) is other


def test_a_neighbour_is_no_other_place() -> None:
    text = "Phía Tây giáp xã Mỹ Chánh và xã Mỹ Cát."
    asked = tuple(Gazetteer.load().mentions("thị trấn Bình Dương, huyện Phù Mỹ"))
    told = words("Thị trấn Bình Dương", text, "xã Mỹ Chánh và xã Mỹ Cát", ("thị trấn Bình Dương",))
    assert not place_agreement(asked, told)[1]


def test_a_figure_of_several_places_in_front_of_it_is_of_none_of_them_alone() -> None:
    asked = tuple(Gazetteer.load().mentions("xã Ân Nghĩa"))
    shared = candidate("Tiểu vùng 3 gồm các xã Ân Nghĩa, Ân Hữu, Bok Tới; dân số 25.500 người.", "25.500")
    own = candidate("Ghé qua Ân Hữu, Bok Tới; riêng xã Ân Nghĩa dân số 25.500 người.", "25.500")
    assert place_agreement(asked, shared)[1]
    assert not place_agreement(asked, own)[1]


def test_a_road_is_called_after_the_places_it_joins() -> None:
    asked = tuple(Gazetteer.load().mentions("từ Chí Thạnh qua An Ninh Đông"))
    road = candidate("Đường Chí Thạnh - An Ninh Đông dài 12 km.", "12 km", ("huyện Sơn Hòa",))
    assert len(asked) == 2
    assert place_agreement(asked, road)[0] > 0.5


def test_a_day_in_front_of_a_figure_says_its_month() -> None:
    figure = candidate("Tổng đàn lợn ngày 01/12/2031 là 3.850 con; dịch xảy ra trong tháng 7.", "3.850")
    assert part_agreement(analyse(understand("Đầu tháng 12/2031 có bao nhiêu con lợn?")), figure) > 0.0
    assert part_agreement(analyse(understand("Tháng 7/2031 có bao nhiêu con lợn?")), figure) < 0.0


@pytest.mark.parametrize(("year", "clash"), [(2031, False), (2032, True)])
def test_a_rank_is_of_the_year_that_governs_it(year: int, clash: bool) -> None:
    text = "Chỉ số cải cách năm 2031 của huyện đạt 86 điểm, xếp thứ 5/13."
    document = Document("d", "d.txt", "Báo cáo", text)
    (unit,) = units_of(document, Passage("p", "d", Span(0, len(text)), text))
    rank = next(one for one in candidates_of(unit, {}) if one.kind == "ordinal")
    assert year_agreement(analyse(understand(f"Năm {year} huyện xếp thứ mấy?")), rank)[1] is clash


def test_a_school_called_after_a_ward_is_not_the_ward() -> None:
    figure = candidate("Trường THCS Mỹ Quý được cấp 21 triệu đồng.", "21", ("huyện Tháp Mười",))
    ward = analyse(understand("Xã Mỹ Quý thu bao nhiêu?"))
    school = analyse(understand("Trường Mỹ Quý được cấp bao nhiêu?"))
    assert place_agreement(ward.places, figure, said=ward.focus)[0] < 0.9
    assert place_agreement(school.places, figure, said=school.focus)[0] > 0.9


def test_who_lives_in_a_part_of_the_place_is_of_the_place_but_does_not_head_it() -> None:
    text = "Ông Lê Văn Hải ở xã Mỹ Quý hiến đất nhiều nhất."
    document = Document("d", "d.txt", "Tin", text, places=("huyện Tháp Mười",))
    (unit,) = units_of(document, Passage("p", "d", Span(0, len(text)), text))
    person = next(one for one in candidates_of(unit, {}) if one.kind == "person")
    asked = understand("Ai ở huyện Tháp Mười, tỉnh Đồng Tháp hiến đất nhiều nhất?").places
    assert not place_agreement(asked, person, heads=False)[1]
    assert place_agreement(asked, person, heads=True)[1]


def test_a_row_of_a_month_is_of_that_month(tmp_path: Path) -> None:
    table = "| Tháng | Số ca sốt |\n|---|---|\n| 7 | 96 |\n| 8 | 118 |\n"
    found = of_table(tmp_path, table)
    asked = analyse(understand("Tháng 8 có bao nhiêu ca sốt?"))
    assert {one.short: part_agreement(asked, one) > 0 for one in found} == {"96": False, "118": True}


@pytest.mark.parametrize(("until", "agrees"), [("cuối tháng 9/2032", True), ("cuối tháng 10/2032", False)])
def test_a_column_up_to_a_day_is_of_its_month(tmp_path: Path, until: str, agrees: bool) -> None:
    found = of_table(tmp_path, "| Nguồn vốn | Giải ngân đến 30/9/2032 |\n|---|---|\n| ODA | 168 |\n")
    asked = analyse(understand(f"Đến {until} giải ngân được bao nhiêu vốn ODA?"))
    assert (part_agreement(asked, found[0]) > 0) is agrees


def test_a_cell_on_a_commune_is_none_of_its_district(tmp_path: Path) -> None:
    text = "# Báo cáo năm 2023 của huyện Sốp Cộp, tỉnh Sơn La\n\n| Xã | Số hộ |\n|---|---|\n| Sốp Cộp | 262 |\n"
    asked = analyse(understand("Huyện Sốp Cộp có bao nhiêu hộ?"))
    assert place_agreement(asked.places, of_table(tmp_path, text)[0])[0] <= -0.7


def test_which_places_became_one_does_not_say_whose_a_figure_is() -> None:
    text = "Doanh thu của tỉnh (sau hợp nhất Long An và Tây Ninh) đạt 229.640 tỷ đồng."
    found = candidate(text, "229.640", ("tỉnh Tây Ninh",))
    assert place_agreement(analyse(understand("Doanh thu của tỉnh Tây Ninh?")).places, found)[0] >= 0.7


def test_a_month_is_not_the_months_up_to_it() -> None:
    figure = candidate("Chỉ tính riêng tháng 5/2032, hàng dệt đạt 64 triệu USD.", "64 triệu USD")
    assert part_agreement(analyse(understand("5 tháng đầu năm 2032 hàng dệt được bao nhiêu?")), figure) < 0.0


def test_what_parentheses_tell_of_all_months_so_far_is_said_of_their_own_figures() -> None:
    text = "Lượng khách tháng 2/2033 đạt 478 lượt, tăng 31,8% (lũy kế 2 tháng tăng 37,6%)."
    asked = analyse(understand("Tháng 2/2033 lượng khách tăng bao nhiêu phần trăm?"))
    so_far = analyse(understand("2 tháng đầu năm 2033 lượng khách tăng bao nhiêu phần trăm?"))
    assert part_agreement(asked, candidate(text, "31,8%")) > 0.0
    assert part_agreement(so_far, candidate(text, "37,6%")) > 0.0


@pytest.mark.parametrize(
    ("before", "agrees"),
    [("6 tháng đầu năm, kinh tế xã chuyển biến tích cực. ", True), ("9 tháng, kinh tế xã chuyển biến tích cực. ", False)],
)
def test_the_part_of_the_year_last_told_dates_what_follows(before: str, agrees: bool) -> None:
    text = f"{before}Nhiều việc đã xong. Đường làng sạch sẽ. Chợ mở hằng ngày. Tổng thu ngân sách đạt 893 tỷ đồng."
    document = Document("d", "d.txt", "Kỳ họp thứ 12", text)
    *_, unit = units_of(document, Passage("p", "d", Span(0, len(text)), text))
    figure = next(one for one in candidates_of(unit, {}) if one.kind == "quantity")
    asked = analyse(understand("Nửa đầu năm 2033 thu ngân sách được bao nhiêu?"))
    assert (part_agreement(asked, figure) > 0.0) is agrees


@pytest.mark.parametrize(("year", "clash"), [(2031, False), (2032, True)])
def test_a_rank_in_a_sentence_without_a_year_is_of_the_title_s(year: int, clash: bool) -> None:
    text = "Huyện đạt 86 điểm, xếp thứ 5/13."
    document = Document("d", "d.txt", "Chỉ số cải cách năm 2031", text, years=(2031, 2032))
    (unit,) = units_of(document, Passage("p", "d", Span(0, len(text)), text))
    rank = next(one for one in candidates_of(unit, {}) if one.kind == "ordinal")
    assert year_agreement(analyse(understand(f"Năm {year} huyện xếp thứ mấy?")), rank)[1] is clash


@pytest.mark.parametrize(
    ("text", "untold"),
    [
        ("Năm 2033 thu ngân sách 893 tỷ đồng.", True),
        ("Tình hình 6 tháng đầu năm 2033. Thu ngân sách 893 tỷ đồng.", False),
        ("Tính đến hết tháng 6/2033, thu ngân sách 893 tỷ đồng.", False),
        ("Quý I/2033 thu ngân sách 893 tỷ đồng.", True),
    ],
)
def test_a_part_of_the_year_that_the_document_never_names(text: str, untold: bool) -> None:
    asked = analyse(understand("Nửa đầu năm 2033 thu ngân sách được bao nhiêu?"))
    assert part_untold(asked, candidate(text, "893", ("xã Lạc Hà",))) is untold
    for other in ("Năm 2033 thu ngân sách được bao nhiêu?", "Đợt lũ tháng 11/2033 thiệt hại bao nhiêu?"):
        assert not part_untold(analyse(understand(other)), candidate(text, "893", ()))


@pytest.mark.parametrize(
    ("before", "months", "agrees"),
    [
        ("Tháng 10/2032 có mưa. ", "tháng 10 năm 2032", True),
        ("Tháng 10/2032 có mưa. ", "10 tháng năm 2032", False),
        ("", "tháng 10 năm 2032", False),
    ],
)
def test_what_is_told_of_the_month_is_of_the_one_last_named(before: str, months: str, agrees: bool) -> None:
    said = candidate(f"{before}Trong tháng, xã thu 3 tỷ đồng.", "3 tỷ đồng")
    assert (part_agreement(analyse(understand(f"Xã thu bao nhiêu {months}?")), said) > 0.0) is agrees


def test_a_figure_of_the_country_is_none_of_a_province_that_only_the_heading_names(tmp_path: Path) -> None:
    text = "# Nam Định: xã nông thôn mới\n\nTrên phạm vi cả nước có 5.775 xã đạt chuẩn.\n"
    (tmp_path / "tin.md").write_text(text, encoding="utf-8")
    found = read(find([tmp_path])[0])
    assert found.document is not None
    (record,) = found.indicators
    start = text.index("5.775 xã")
    units = units_of(found.document, Passage("p", "d", Span(0, len(text)), text))
    known = {(start, start + len("5.775 xã")): record}
    one = next(one for unit in units for one in candidates_of(unit, known) if one.record is not None)
    asked = tuple(Gazetteer.load().mentions("tỉnh Nam Định"))
    assert place_agreement(asked, one)[1]


@pytest.mark.parametrize(("year", "clash"), [(2032, False), (2033, True)])
def test_who_held_an_office_is_told_of_the_last_day_that_is_named(year: int, clash: bool) -> None:
    text = "Ngày 19 tháng 12 năm 2032, bà Lý Thị Mẫu, Chủ tịch UBND xã, trình dự toán năm 2034."
    document = Document("d", "d.txt", "Tin", text, years=(2034,))
    units = units_of(document, Passage("p", "d", Span(0, len(text)), text))
    (person,) = (one for unit in units for one in candidates_of(unit, {}) if one.kind == "person")
    assert year_agreement(analyse(understand(f"Ai là Chủ tịch UBND xã năm {year}?")), person)[1] is clash


def test_what_a_year_is_to_bring_is_no_result() -> None:
    said = candidate("Tốc độ tăng giai đoạn 2033 - 2035 là 7,5%.", "7,5%")
    record = Indicator(
        "tốc độ tăng",
        said.quantity or Quantity(Decimal(0), None, ""),
        Citation.of(said.unit.document, said.clause),
        period="giai đoạn 2033-2035",
    )
    document = replace(said.unit.document, published=date(2032, 5, 1))
    assert kind_of(replace(said, record=record, unit=replace(said.unit, document=document))) == "target"


@pytest.mark.parametrize(
    ("text", "clash"),
    [
        ("Đến cuối năm 2031, vùng DHNTB đạt 7,75 tiêu chí.", True),
        ("Đến cuối năm 2031, đứng đầu vùng DHNTB, xã đạt 7,75 tiêu chí.", False),
    ],
)
def test_a_figure_of_a_region_is_none_of_a_province(text: str, clash: bool) -> None:
    asked = understand("Tỉnh Bình Thuận đạt bao nhiêu tiêu chí?").places
    found = candidate(text, "7,75", ("tỉnh Bình Thuận",))
    assert (place_agreement(asked, found)[0] < 0.0) is clash


def test_who_heads_what_a_place_was_made_from_does_not_head_it() -> None:
    text = "Ông Trần Văn Mẫu, Bí thư Đảng ủy xã, dự họp."
    document = Document("d", "d.txt", "Tin", text, places=("xã Khánh Lâm",), published=date(2025, 3, 1))
    units = units_of(document, Passage("p", "d", Span(0, len(text)), text))
    (person,) = (one for unit in units for one in candidates_of(unit, {}) if one.kind == "person")
    assert place_agreement(understand("Bí thư xã U Minh là ai?").places, person) == (-0.8, True)
    assert place_agreement(understand("Bí thư xã Khánh Lâm là ai?").places, person)[0] > 0.0


def test_a_ratio_is_of_the_day_up_to_which_the_column_before_it_tells(tmp_path: Path) -> None:
    figures = of_table(
        tmp_path,
        "# Báo cáo xã Hòa An năm 2031\n\n| Nguồn vốn | Kế hoạch 2031 | Giải ngân đến 30/11/2031 | Tỷ lệ (%) |\n"
        "|---|---|---|---|\n| Xổ số | 9.450 | 9.119 | 96,5 |\n",
    )
    ratio = next(one for one in figures if one.short == "96,5")
    november = analyse(understand("Vốn xổ số đến cuối tháng 11/2031 giải ngân bao nhiêu phần trăm?"))
    assert part_agreement(november, ratio) > 0.0
    assert not until_another_day(analyse(understand("Vốn xổ số tới 30/11/2031 giải ngân mấy %?")), ratio)
    assert until_another_day(analyse(understand("Vốn xổ số tới 31/12/2031 giải ngân mấy %?")), ratio)


def test_a_share_behind_a_sum_is_of_the_day_that_the_sum_is_told_up_to() -> None:
    share = candidate("Giải ngân đến 31/10/2031 đạt 42 tỷ đồng, bằng 58,4% kế hoạch.", "58,4%")
    assert until_another_day(analyse(understand("Tính đến hết 31/12/2031 giải ngân bao nhiêu phần trăm?")), share)
    assert not until_another_day(analyse(understand("Tính đến 31/10/2031 giải ngân bao nhiêu phần trăm?")), share)


def test_a_share_is_of_the_day_that_its_sentence_tells() -> None:
    share = candidate("Giải ngân đến hết ngày 30/11 được 28,7 tỷ đồng, đạt 91,4%.", "91,4%")
    assert part_agreement(analyse(understand("Đến cuối tháng 11 giải ngân bao nhiêu phần trăm?")), share) > 0.0
    assert part_agreement(analyse(understand("Đến cuối tháng 6 giải ngân bao nhiêu phần trăm?")), share) < 0.0


def test_a_rank_is_not_of_the_year_in_which_it_was_made_public() -> None:
    text = "Chỉ số năm 2031, công bố tháng 10/2032, xã xếp thứ 19 toàn tỉnh."
    document = Document("d", "d.txt", "Tin", text)
    units = units_of(document, Passage("p", "d", Span(0, len(text)), text))
    rank = next(one for unit in units for one in candidates_of(unit, {}) if one.kind == "ordinal")
    assert year_agreement(analyse(understand("Năm 2032 xã xếp thứ mấy toàn tỉnh?")), rank)[0] < 0.0
    assert year_agreement(analyse(understand("Năm 2031 xã xếp thứ mấy toàn tỉnh?")), rank)[0] > 0.0


def test_a_project_called_after_a_place_is_no_other_place() -> None:
    text = "Tổ trưởng Tổ số 1 lo dự án Bắc Sơn, gồm 12 hộ."
    figure = candidate(text, "12 hộ", ("phường Uông Bí",))
    asked = analyse(understand("Phường Uông Bí có bao nhiêu hộ?"))
    assert not place_agreement(asked.places, figure)[1]


def test_what_a_sentence_tells_of_the_province_is_none_of_a_ward() -> None:
    ward = tuple(Gazetteer.load().mentions("phường Mỹ Tho"))
    text = "Trung tâm đặt tại phường Mỹ Tho. Tỉnh mới có diện tích 3.948,6 km2, dân số 2.871.400 người."
    assert place_agreement(ward, candidate(text, "2.871.400")) == (-0.7, True)
    own = candidate("Tỉnh có phường Mỹ Tho đông dân nhất, với 92.000 người.", "92.000")
    assert place_agreement(ward, own)[0] > 0.5
