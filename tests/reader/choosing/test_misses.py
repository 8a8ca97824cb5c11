"""Figures that are likely and are still none of what was asked."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import pytest

from plans.answer import Citation
from plans.dates import find_dates
from plans.document import Document, Passage, Span
from plans.hit import Hit
from plans.indicator import Indicator, Kind
from plans.numbers import find_quantities
from reader import Assistant
from reader.choosing.misses import misses
from reader.evidence.candidates import Candidate, CandidateKind, Level
from reader.evidence.units import Unit, UnitKind
from reader.questions.question import analyse
from reader.scoring.scored import Scored
from retriever.query import understand


def scored(text: str, label: str, kind: Kind = "target", place: float = 0.8, column: str = "") -> Scored:
    """The first figure of `text`, read as `label`, agreeing with the place asked for so far."""
    whole, found = Span(0, len(text)), find_quantities(text)[0]
    document = Document("d", "d.txt", "Kế hoạch", text)
    passage = Passage("d:0", "d", whole, text)
    record = Indicator(label, found.quantity, Citation.of(document, whole), None, 2032, None, kind, "level")
    unit = Unit(document, passage, whole, "sentence")
    figure = Candidate("quantity", unit, found.span, whole, (Level(text),) * 5, found.quantity, record)
    return Scored(replace(figure, column=column), Hit(passage, 1.0, 1), defaultdict(float, place=place, unit=0.1), 3.0)


def stretch(text: str, kind: CandidateKind, span: Span, unit: UnitKind = "sentence") -> Scored:
    """A stretch of `text` that is no figure."""
    whole = Span(0, len(text))
    passage = Passage("d:0", "d", whole, text)
    of = Unit(Document("d", "d.txt", "Kế hoạch", text), passage, whole, unit)
    found = Candidate(kind, of, span, whole, (Level(text),) * 5)
    return Scored(found, Hit(passage, 1.0, 1), defaultdict(float, place=0.8), 1.0)


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


@pytest.mark.parametrize(("question", "missed"), [("Năm 2033 tỷ lệ hộ nghèo?", True), ("Năm 2032 tỷ lệ hộ nghèo?", False)])
def test_a_figure_of_a_year_beside_the_one_asked_for_is_none_of_it(question: str, missed: bool) -> None:
    found = scored("Tỷ lệ hộ nghèo năm 2032 là 7,9%, năm 2033 phải giảm 3 điểm.", "tỷ lệ hộ nghèo", "result")
    found.features["year"] = -0.3 if missed else 0.85
    assert misses(analyse(understand(question)), found) is missed


@pytest.mark.parametrize(("absent", "span", "missed"), [(0.8, -0.2, True), (0.8, 0.4, False), (0.6, -0.2, False)])
def test_a_figure_beside_which_hardly_a_word_of_the_question_stands_is_none(
    absent: float, span: float, missed: bool
) -> None:
    found = scored("Tỷ lệ lao động có hợp đồng 90,2%.", "tỷ lệ lao động có hợp đồng")
    found.features.update(absent=absent, span=span, own=0.1)
    assert misses(analyse(understand("Tỷ lệ lao động qua đào tạo là bao nhiêu?")), found) is missed


@pytest.mark.parametrize(("own", "missed"), [(0.0, True), (0.2, False)])
def test_less_need_be_unsaid_where_nothing_is_said_beside_the_figure(own: float, missed: bool) -> None:
    found = scored("Tỷ lệ lao động có bằng cấp 90,2%.", "tỷ lệ lao động có bằng cấp")
    found.features.update(absent=0.6, span=-0.2, own=own)
    assert misses(analyse(understand("Tỷ lệ lao động qua đào tạo là bao nhiêu?")), found) is missed


@pytest.mark.parametrize(
    ("question", "missed"),
    [("Xã được giữ lại bao nhiêu phần trăm tiền đất?", True), ("Thu tiền đất đạt bao nhiêu phần trăm kế hoạch?", False)],
)
def test_how_much_of_a_plan_was_met_is_told_where_it_is_asked(question: str, missed: bool) -> None:
    found = scored("Thu tiền đất lớn (đạt 132,5%).", "thu tiền đất", "result")
    assert misses(analyse(understand(question)), found) is missed


@pytest.mark.parametrize(
    ("question", "missed"),
    [
        ("Tỷ lệ hộ nghèo vào cuối tháng 6 là bao nhiêu?", True),
        ("Chỉ tiêu hộ nghèo cuối tháng 6 là bao nhiêu?", False),
        ("Tỷ lệ hộ nghèo cuối năm là bao nhiêu?", False),
    ],
)
def test_what_the_year_is_to_bring_is_not_what_there_was_in_june(question: str, missed: bool) -> None:
    assert misses(analyse(understand(question)), scored("Tỷ lệ hộ nghèo giảm còn 0,7%.", "tỷ lệ hộ nghèo")) is missed


def test_a_sum_told_by_its_parts_is_a_sum() -> None:
    found = scored("Lễ hội hoa: kinh phí 4,6 tỷ đồng (ngân sách 1,6 tỷ đồng, còn lại xã hội hóa).", "Lễ hội hoa: kinh phí")
    assert not misses(analyse(understand("Lễ hội hoa tốn tổng cộng bao nhiêu tiền?")), found)


@pytest.mark.parametrize(("own", "missed"), [(0.0, True), (0.4, False)])
def test_other_things_of_which_nothing_asked_is_said_are_no_answer(own: float, missed: bool) -> None:
    found = scored("Hoàn thành 2.177 căn nhà.", "căn")
    found.features.update(unit_noun=-0.5, own=own)
    assert misses(analyse(understand("Xã đón bao nhiêu lượt khách?")), found) is missed


@pytest.mark.parametrize(
    ("question", "span", "missed"),
    [
        ("Tỷ lệ hộ nghèo của xã còn bao nhiêu?", -0.7, True),
        ("Tỷ lệ hộ nghèo của xã còn bao nhiêu?", 0.4, False),  # the network reads it as what is asked for
        ("Tỷ lệ người có việc làm của xã là bao nhiêu?", -0.7, False),
        ("Số hộ nghèo của xã còn bao nhiêu?", -0.7, False),
    ],
)
def test_a_rate_is_no_answer_to_one_of_something_else(question: str, span: float, missed: bool) -> None:
    found = scored("Xã có tỷ lệ lao động có việc làm chiếm 92%.", "tỷ lệ lao động có việc làm")
    found.features.update(own=0.3, segment=0.3, span=span)
    assert misses(analyse(understand(question)), found) is missed


@pytest.mark.parametrize(("column", "missed"), [("Tổng diện tích", True), ("Đất lúa", False)])
def test_the_total_of_a_row_is_not_a_part_that_the_row_does_not_tell(column: str, missed: bool) -> None:
    found = scored("Xã Hòa An 423,50 ha", "Tổng diện tích", column=column)
    found.features.update(row=1.0, missing=1.0, absent=0.46, span=0.2)
    assert misses(analyse(understand("Diện tích đất trồng lúa của xã Mỹ Quý?")), found) is missed


def day(text: str, short: str, year: int) -> Scored:
    whole, start = Span(0, len(text)), text.index(short)
    document = Document("d", "d.txt", "Báo cáo", text)
    passage = Passage("d:0", "d", whole, text)
    unit = Unit(document, passage, whole, "sentence")
    found = Candidate("date", unit, Span(start, start + len(short)), whole, (Level(text),) * 5, year=year)
    return Scored(found, Hit(passage, 1.0, 1), defaultdict(float), 3.0)


@pytest.mark.parametrize(("year", "missed"), [(2032, False), (2033, True)])
def test_the_day_of_last_years_fair_is_not_that_of_this_years(year: int, missed: bool) -> None:
    found = day("Hội chợ năm 2032 mở ngày 03/10/2032.", "03/10/2032", 2032)
    assert misses(analyse(understand(f"Hội chợ năm {year} mở ngày nào?")), found) is missed


def test_a_plan_for_next_year_is_issued_this_year() -> None:
    found = day("Kế hoạch 2033 ban hành ngày 03/10/2032.", "03/10/2032", 2032)
    assert not misses(analyse(understand("Kế hoạch năm 2033 ban hành ngày nào?")), found)


@pytest.mark.parametrize(("question", "missed"), [("Có bao nhiêu con trâu?", True), ("Bao nhiêu con trâu bị chết?", False)])
def test_what_died_is_not_what_there_is(question: str, missed: bool) -> None:
    found = scored("Rét đậm làm bị chết 37 con trâu.", "con trâu")
    assert misses(analyse(understand(question)), found) is missed


@pytest.mark.parametrize(("question", "missed"), [("Có bao nhiêu bác sĩ?", True), ("Có bao nhiêu giường bệnh?", False)])
def test_beds_are_no_doctors(question: str, missed: bool) -> None:
    found = scored("Bệnh viện tỉnh: giường bệnh có 715 giường", "bệnh viện tỉnh", column="2032")
    found = replace(found, candidate=replace(found.candidate, unit=replace(found.candidate.unit, kind="row")))
    found.features.update(row=1.0)
    assert misses(analyse(understand(question)), found) is missed


def test_a_heading_that_the_question_names_need_not_say_whom_it_counts() -> None:
    found = scored("Ấp Phú Lợi: 37", "ấp phú lợi", column="Sơ tuyển (người)")
    found = replace(found, candidate=replace(found.candidate, unit=replace(found.candidate.unit, kind="row")))
    found.features.update(row=1.0)
    assert not misses(analyse(understand("Ấp Phú Lợi đưa bao nhiêu thanh niên đi sơ tuyển?")), found)


@pytest.mark.parametrize(
    ("question", "missed"),
    [
        ("Trong số biên chế tinh giản, ngành giáo dục chiếm bao nhiêu?", True),
        ("Trong số biên chế tinh giản, sự nghiệp chiếm bao nhiêu?", False),
        ("Tinh giản bao nhiêu biên chế?", False),
    ],
)
def test_the_whole_is_not_the_part_that_is_asked_for(question: str, missed: bool) -> None:
    found = scored("Tinh giản 41 biên chế sự nghiệp.", "tinh giản biên chế sự nghiệp")
    assert misses(analyse(understand(question)), found) is missed


@pytest.mark.parametrize(
    ("text", "missed"),
    [("Tiền Giang ủng hộ 26 tỷ đồng.", True), ("Tiền Giang ủng hộ Quảng Ninh 26 tỷ đồng.", False)],
)
def test_what_was_sent_to_one_province_is_not_all_that_was_given(text: str, missed: bool) -> None:
    asked = analyse(understand("Tiền Giang ủng hộ tỉnh Quảng Ninh bao nhiêu tiền?"))
    assert misses(asked, scored(text, "ủng hộ")) is missed


@pytest.mark.parametrize(("text", "missed"), [("Ước đạt 23.610 tấn rau.", True), ("Dự kiến 23.610 tấn rau.", False)])
def test_what_is_roughly_reached_is_not_what_was_set(text: str, missed: bool) -> None:
    found = scored(text, "sản lượng rau", "estimate")
    assert misses(analyse(understand("Chỉ tiêu sản lượng rau giao cho xã là bao nhiêu tấn?")), found) is missed


@pytest.mark.parametrize(("text", "missed"), [("Xã có 39.715 nhân khẩu.", False), ("Xã có 39.715 căn nhà.", True)])
def test_people_by_another_word_are_people(text: str, missed: bool) -> None:
    found = scored(text, "xã")
    found.features.update(unit_noun=-0.5, own=0.0)
    assert misses(analyse(understand("Xã có bao nhiêu người dân?")), found) is missed


@pytest.mark.parametrize(
    ("question", "missed"), [("Xã Ca Thành đạt mấy tiêu chí?", True), ("Xã nào giảm mấy tiêu chí?", False)]
)
def test_by_how_much_one_fell_the_most_is_not_how_much_it_has(question: str, missed: bool) -> None:
    found = scored("Bình quân giảm 2,4 tiêu chí; giảm nhiều nhất là xã Ca Thành (05 tiêu chí).", "tiêu chí")
    later = find_quantities(found.candidate.unit.text)[-1]
    found = replace(found, candidate=replace(found.candidate, span=later.span, quantity=later.quantity))
    assert misses(analyse(understand(question)), found) is missed


@pytest.mark.parametrize(
    ("question", "missed"), [("Mỗi hộ di dời được hỗ trợ bao nhiêu?", True), ("Có bao nhiêu hộ di dời?", False)]
)
def test_what_each_gets_is_not_how_many_there_are(question: str, missed: bool) -> None:
    assert misses(analyse(understand(question)), scored("Còn 27 hộ chưa di dời.", "hộ chưa di dời")) is missed


@pytest.mark.parametrize(
    ("question", "missed"),
    [("Chỉ số SIPAS tỉnh Quảng Bình cũ là bao nhiêu?", True), ("Chỉ số SIPAS tỉnh Quảng Trị cũ là bao nhiêu?", False)],
)
def test_of_two_places_that_merged_each_has_its_own_figures(question: str, missed: bool) -> None:
    found = scored("Chỉ số SIPAS của Quảng Trị (cũ) đạt 82,67%.", "chỉ số SIPAS")
    assert misses(analyse(understand(question)), found) is missed


def test_how_much_there_was_by_a_day_is_no_plan_for_the_year() -> None:
    asked = analyse(understand("Giải ngân đến hết tháng 11 đạt bao nhiêu?"))
    assert not misses(asked, scored("Giải ngân đến ngày 30 tháng 11 năm 2032 đạt 86,6%.", "giải ngân"))
    assert misses(asked, scored("Giải ngân đạt 86,6%.", "giải ngân"))


@pytest.mark.parametrize(("question", "missed"), [("Vốn xây cầu rạch Cái Sơn?", True), ("Vốn xây kè rạch Cái Sơn?", False)])
def test_an_embankment_is_no_bridge(question: str, missed: bool) -> None:
    found = scored("Đáp ứng nhu cầu, kè rạch Cái Sơn: 14,2 tỷ đồng.", "kè rạch Cái Sơn: vốn")
    assert misses(analyse(understand(question)), found) is missed


@pytest.mark.parametrize(
    ("question", "missed"),
    [("Đặt chỉ tiêu bao nhiêu huy chương vàng?", True), ("Đặt chỉ tiêu bao nhiêu huy chương?", False)],
)
def test_things_of_one_kind_are_not_all_of_them(question: str, missed: bool) -> None:
    text = "Tỉnh đặt chỉ tiêu 500 huy chương. Năm trước có 120 huy chương vàng."
    found = scored(text, "huy chương")
    sentence = Span(0, text.index(". ") + 1)
    unit = replace(found.candidate.unit, span=sentence)
    levels = (Level(sentence.of(text)),) * 3 + (Level(""),) * 2
    found = replace(found, candidate=replace(found.candidate, unit=unit, levels=levels))
    assert misses(analyse(understand(question)), found) is missed


def test_a_figure_whose_sentence_has_no_word_of_the_question_is_of_something_else() -> None:
    found = scored("Tỷ lệ lấp đầy đạt 58,3%.", "tỷ lệ lấp đầy", "result")
    asked = analyse(understand("Sản xuất công nghiệp tăng bao nhiêu phần trăm?"))
    assert misses(asked, replace(found, features=defaultdict(float, place=0.7, lead=0.7, span=0.1)))
    assert not misses(asked, replace(found, features=defaultdict(float, place=0.7, own=0.4, span=0.1)))


@pytest.mark.parametrize(("asked", "missed"), [("xã Bạch Đằng", True), ("thị xã Tân Uyên", False)])
def test_what_is_said_of_a_town_says_neither_yes_nor_no_of_its_commune(asked: str, missed: bool) -> None:
    found = scored("Tỷ lệ hộ dùng nước sạch tăng.  Có 3 trạm.", "tỷ lệ hộ dùng nước sạch", place=-0.3)
    document = replace(found.candidate.unit.document, places=("thị xã Tân Uyên", "tỉnh Bình Dương"))
    clause = replace(found.candidate, kind="text", unit=replace(found.candidate.unit, document=document))
    question = analyse(understand(f"Tỷ lệ hộ dùng nước sạch của {asked} có tăng không?"))
    assert misses(question, replace(found, candidate=clause)) is missed


@pytest.mark.parametrize(("year", "missed"), [(2031, True), (2032, False)])
def test_a_figure_of_the_year_that_a_report_is_on_is_none_of_the_one_before(year: int, missed: bool) -> None:
    found = scored("Thu ngân sách đạt 2.148 tỷ đồng.", "thu ngân sách", "result")
    undated = replace(found.candidate.record, year=None) if found.candidate.record else None
    document = replace(found.candidate.unit.document, years=(2032, 2031))
    unit = replace(found.candidate.unit, document=document)
    candidate = replace(found.candidate, record=undated, unit=unit)
    beside = replace(found, candidate=candidate, features=defaultdict(float, place=0.8, own=0.8, year=-0.2))
    assert misses(analyse(understand(f"Thu ngân sách năm {year} là bao nhiêu?")), beside) is missed


@pytest.mark.parametrize(
    ("question", "missed"),
    [("Hạn chót nộp báo cáo là ngày nào?", True), ("Quyết định 41/QĐ-UBND ban hành ngày nào?", False)],
)
def test_the_day_of_a_document_is_no_deadline(question: str, missed: bool) -> None:
    text = "Ban hành kèm theo Quyết định số 41/QĐ-UBND ngày 22/10/2032 của UBND xã, gồm 5 biểu."
    start = text.index("22/10/2032")
    found = scored(text, "")
    day = replace(found.candidate, kind="date", span=Span(start, start + 10), record=None, quantity=None)
    assert misses(analyse(understand(question)), replace(found, candidate=day)) is missed


@pytest.mark.parametrize(
    ("clause", "missed"), [("Chợ Lái (xã Hòa An) có 2 cổng.", True), ("Chợ Lái đã xây xong, có 2 cổng.", False)]
)
def test_a_name_alone_says_neither_yes_nor_no(clause: str, missed: bool) -> None:
    found = scored(clause, "")
    said = Span(0, clause.index(" có") if missed else len(clause))
    heading = replace(found.candidate, kind="text", span=said, clause=said, record=None, quantity=None)
    question = analyse(understand("Chợ Lái ở Hòa An có giữ mốc xây xong tháng 12 không?"))
    assert misses(question, replace(found, candidate=heading)) is missed


@pytest.mark.parametrize(
    ("question", "missed"), [("Riêng may mặc làm ra bao nhiêu tiền?", True), ("Dệt - may mặc được bao nhiêu tiền?", False)]
)
def test_two_trades_joined_by_a_dash_are_two(question: str, missed: bool) -> None:
    found = scored("Giá trị sản xuất dệt - may mặc: 170 tỷ đồng.", "giá trị sản xuất dệt - may mặc")
    assert misses(analyse(understand(question)), found) is missed


@pytest.mark.parametrize(
    ("question", "missed"),
    [("Tỉnh cấp mới bao nhiêu dự án FDI?", True), ("Lũy kế tỉnh đã cấp mới bao nhiêu dự án FDI?", False)],
)
def test_all_that_there_is_by_now_is_not_what_is_new(question: str, missed: bool) -> None:
    found = scored("Lũy kế đến nay, tỉnh có 1.928 dự án FDI cấp mới.", "dự án FDI cấp mới", "result")
    assert misses(analyse(understand(question)), found) is missed


def test_what_was_really_collected_is_no_target() -> None:
    found = scored("Phấn đấu thu ngân sách 3.500 tỷ đồng.", "thu ngân sách")
    assert misses(analyse(understand("Năm 2032 thực thu ngân sách được bao nhiêu?")), found)
    assert not misses(analyse(understand("Năm 2032 phấn đấu thu ngân sách bao nhiêu?")), found)


@pytest.mark.parametrize(("part", "missed"), [(-0.7, True), (-0.4, False), (0.6, False)])
def test_a_figure_in_a_report_on_another_part_of_the_year_is_none_of_it(part: float, missed: bool) -> None:
    found = scored("Thu ngân sách đạt 73 tỷ đồng.", "thu ngân sách", "result")
    found.features["part"] = part
    assert misses(analyse(understand("Cả năm 2032 thu ngân sách được bao nhiêu?")), found) is missed


@pytest.mark.parametrize(
    ("question", "missed"), [("Đoàn giành mấy huy chương vàng?", True), ("Đoàn giành mấy huy chương?", False)]
)
def test_all_medals_are_not_the_golden_ones(question: str, missed: bool) -> None:
    found = scored("Đoàn đạt 18 huy chương các loại (4 huy chương vàng, 6 huy chương bạc).", "huy chương", "result")
    assert misses(analyse(understand(question)), found) is missed


@pytest.mark.parametrize(
    ("text", "missed"),
    [("Cơ cấu kinh tế chuyển dịch đúng hướng, rau là bệ đỡ.", True), ("Kinh tế tăng 7,7%, đúng kế hoạch.", False)],
)
def test_whether_it_went_by_plan_is_not_told_where_no_plan_is_named(text: str, missed: bool) -> None:
    question = analyse(understand("Kinh tế năm 2032 tăng trưởng có đúng kế hoạch không?"))
    assert misses(question, stretch(text, "text", Span(0, len(text)))) is missed


@pytest.mark.parametrize(("text", "missed"), [("Lạc Hà, ngày 9/12/2031", True), ("Ngày có hiệu lực: 1/1/2032", False)])
def test_the_day_of_the_letterhead_is_not_from_when_it_is_in_force(text: str, missed: bool) -> None:
    question = analyse(understand("Nghị quyết của xã Lạc Hà có hiệu lực từ ngày nào?"))
    assert misses(question, stretch(text, "date", find_dates(text)[0].span, "head")) is missed


@pytest.mark.parametrize(
    ("text", "missed"), [("Nhà bị đổ: Tân An 39 nhà; Lạc Hà 98 nhà.", True), ("Mỗi xã có 39 nhà bị đổ.", False)]
)
def test_the_figure_of_one_place_is_not_that_of_each(text: str, missed: bool) -> None:
    found = scored(text, "nhà bị đổ", "result")
    assert misses(analyse(understand("Những xã nào có nhà đổ, mỗi nơi mấy nhà?")), found) is missed


@pytest.mark.parametrize(
    "text",
    [
        "Có 15 chỉ tiêu đạt nghị quyết đề ra trong 19 chỉ tiêu nghị quyết.",
        "Đạt 15 chỉ tiêu, trong đó 10 chỉ tiêu vượt nghị quyết.",
    ],
)
def test_a_kind_that_is_named_of_another_number_before_or_by_other_words_sets_nothing_apart(text: str) -> None:
    assert not misses(analyse(understand("Đạt bao nhiêu chỉ tiêu nghị quyết?")), scored(text, "chỉ tiêu", "result"))


def test_the_figure_of_a_year_is_none_of_its_half() -> None:
    found = scored("Năm 2032 thu ngân sách đạt 73 tỷ đồng.", "thu ngân sách", "result")
    found.features["part"] = -0.4
    assert misses(analyse(understand("Nửa đầu năm 2032 thu ngân sách được bao nhiêu?")), found)


@pytest.mark.parametrize(
    ("question", "missed"),
    [("Dịch vụ chiếm tỷ trọng bao nhiêu?", True), ("Dịch vụ tăng bao nhiêu phần trăm?", False)],
)
def test_growth_is_no_share(question: str, missed: bool) -> None:
    found = scored("Dịch vụ tăng 1,07%.", "dịch vụ", "result")
    record = found.candidate.record
    assert record is not None
    moved = replace(found, candidate=replace(found.candidate, record=replace(record, change="increase")))
    moved.features["change"] = -1.0 if missed else 1.0
    assert misses(analyse(understand(question)), moved) is missed


@pytest.mark.parametrize(
    ("question", "missed"),
    [
        ("Tăng trưởng kinh tế của tỉnh bao nhiêu phần trăm?", True),
        ("Tăng trưởng kinh tế của tỉnh bằng bao nhiêu phần trăm kế hoạch?", False),
    ],
)
def test_how_far_growth_got_with_the_plan_is_no_growth(question: str, missed: bool) -> None:
    found = scored(
        "Tốc độ tăng trưởng kinh tế đạt 97,8% kế hoạch.", "tốc độ tăng trưởng kinh tế, so với kế hoạch", "result"
    )
    assert misses(analyse(understand(question)), found) is missed


@pytest.mark.parametrize(
    ("question", "text", "missed"),
    [
        ("Riêng tôm, năm 2032 sản lượng bao nhiêu tấn?", "Sản lượng thủy sản 622.000 tấn.", True),
        ("Riêng tôm, năm 2032 sản lượng bao nhiêu tấn?", "Sản lượng tôm 231.000 tấn.", False),
        ("Có mấy trường chưa đạt chuẩn?", "Có 11/12 trường đạt chuẩn.", True),
        ("Có mấy trường chưa đạt chuẩn?", "Còn 1 trường chưa đạt chuẩn.", False),
        ("Có mấy trường đạt chuẩn?", "Có 11/12 trường đạt chuẩn.", False),
    ],
)
def test_what_is_asked_for_alone_or_denied_is_not_told_by_the_rest(question: str, text: str, missed: bool) -> None:
    label = text.split(" ", 1)[1].rstrip(".")
    assert misses(analyse(understand(question)), scored(text, label, kind="result")) is missed


@pytest.mark.parametrize(
    ("question", "missed"),
    [("Tỷ lệ lao động qua đào tạo của xã năm 2032?", True), ("Tỷ lệ hộ nghèo của xã năm 2032?", False)],
)
def test_a_share_with_no_word_of_the_thing_asked_about_is_of_another(question: str, missed: bool) -> None:
    found = scored("Hộ nghèo: 152 hộ; tỷ lệ 3,2%.", "Hộ nghèo")
    (_, share) = find_quantities("Hộ nghèo: 152 hộ; tỷ lệ 3,2%.")
    candidate = replace(found.candidate, span=share.span, quantity=share.quantity)
    features = defaultdict(float, found.features, own=0.15, span=-0.1)
    assert misses(analyse(understand(question)), replace(found, candidate=candidate, features=features)) is missed


@pytest.mark.parametrize(
    ("question", "missed"),
    [("Doanh thu từ khách quốc tế năm 2032 là bao nhiêu?", True), ("Khách quốc tế năm 2032 là bao nhiêu?", False)],
)
def test_how_many_came_is_not_what_they_spent(question: str, missed: bool) -> None:
    found = scored("Khách quốc tế 3.420 lượt.", "khách quốc tế")
    features = defaultdict(float, found.features, own=0.3, told_in=-0.9 if missed else 0.0)
    assert misses(analyse(understand(question)), replace(found, features=features)) is missed


def test_a_figure_beside_which_nothing_is_said_is_of_something_else() -> None:
    found = scored("Hộ nghèo năm 2032 là 689 hộ; tỷ lệ 6,06%.", "hộ nghèo", "result")
    asked = analyse(understand("Năm 2032 nông nghiệp tăng trưởng bao nhiêu?"))
    assert misses(asked, replace(found, features=defaultdict(float, place=0.8, own=0.01, absent=0.54, span=0.5)))
    assert not misses(asked, replace(found, features=defaultdict(float, place=0.8, own=0.4, absent=0.3, span=0.5)))


def test_a_rank_of_another_year_is_none_of_the_year_asked_about() -> None:
    text = "Chỉ số năm 2031, xã xếp thứ 19."
    asked = analyse(understand("Năm 2032 xã xếp thứ mấy?"))
    found = stretch(text, "ordinal", Span(text.index("thứ 19"), len(text) - 1))
    assert misses(asked, replace(found, features=defaultdict(float, place=0.8, year=-0.9)))
    assert not misses(asked, replace(found, features=defaultdict(float, place=0.8, year=0.95)))


@pytest.mark.parametrize(
    ("question", "missed"), [("Thực tế xong vào ngày nào?", True), ("Phải xong trước ngày nào?", False)]
)
def test_a_deadline_is_no_day_on_which_something_came_about(question: str, missed: bool) -> None:
    text = "Xóa nhà tạm, hoàn thành trước ngày 31/8/2032."
    day = find_dates(text)[0].span
    assert misses(analyse(understand(question)), stretch(text, "date", day)) is missed


@pytest.mark.parametrize(("number", "missed"), [("156/TTr-UBND", True), ("41/NQ-HĐND", False)])
def test_the_number_of_a_proposal_is_none_of_a_resolution(number: str, missed: bool) -> None:
    text = f"Số: {number}"
    found = stretch(text, "code", Span(4, len(text)))
    assert misses(analyse(understand("HĐND xã thông qua đề án bằng nghị quyết số mấy?")), found) is missed


@pytest.mark.parametrize(
    ("row", "missed"), [("Bệnh viện | thiếu vốn", True), ("Bệnh viện | Thiếu 1,2 triệu m³ đất", False)]
)
def test_a_row_without_the_figure_asked_about_is_no_answer(row: str, missed: bool) -> None:
    found = stretch(row, "text", Span(0, len("Bệnh viện")), "row")
    assert misses(analyse(understand("Dự án nào đang thiếu 1,2 triệu m3 đất đắp?")), found) is missed


@pytest.mark.parametrize(
    ("question", "missed"),
    [("Xã có bao nhiêu ca sốt xuất huyết?", True), ("Xã có bao nhiêu ca tử vong do sốt xuất huyết?", False)],
)
def test_who_died_are_not_all_who_fell_ill(question: str, missed: bool) -> None:
    found = scored("Có 01 ca tử vong do sốt xuất huyết tại xã.", "ca tử vong", "result")
    assert misses(analyse(understand(question)), found) is missed


@pytest.mark.parametrize(
    ("question", "missed"), [("Xã còn bao nhiêu hộ nghèo?", True), ("Xã phải giảm bao nhiêu hộ nghèo?", False)]
)
def test_what_is_to_fall_is_not_what_is_left(question: str, missed: bool) -> None:
    found = scored("Quảng Khê | 38 hộ", "số hộ nghèo phải giảm", column="Số hộ nghèo phải giảm năm 2032")
    record = found.candidate.record
    assert record is not None
    falls = replace(found.candidate, record=replace(record, change="decrease"))
    values = defaultdict(float, place=0.8, unit=0.1, change=-1.0 if missed else 1.0)
    assert misses(analyse(understand(question)), replace(found, candidate=falls, features=values)) is missed


def test_who_signed_for_another_body_is_not_who_is_asked_for() -> None:
    text = "TM. ỦY BAN NHÂN DÂN TỈNH\nCHỦ TỊCH\nPhạm Hữu Toàn"
    signer = stretch(text, "person", Span(text.index("Phạm"), len(text)), "signature")
    assert misses(analyse(understand("Who chairs the People's Committee of Chợ Phiên township?")), signer)
    assert not misses(analyse(understand("Who chairs the People's Committee?")), signer)


@pytest.mark.parametrize("denied", ["đừng lấy số chỉ tiêu", "dung lay so chi tieu"])
def test_a_figure_of_the_kind_that_is_denied_is_no_answer(assistant: Assistant, denied: str) -> None:
    asked = "TX Cai Lậy năm 2024 kết nạp được bao nhiêu đảng viên"
    assert assistant.ask(asked).status == "answered"
    assert assistant.ask(f"{asked}, {denied}").status == "not_found"


@pytest.mark.parametrize(
    ("text", "missed"),
    [
        ("Thu ngân sách trên địa bàn đạt 37 tỷ đồng.", True),
        ("Thu ngân sách xã đạt 61 tỷ đồng.", False),
        ("Thu ngân sách, không tính thu trên địa bàn, đạt 61 tỷ đồng.", False),
    ],
)
def test_what_the_question_leaves_out_is_no_answer(text: str, missed: bool) -> None:
    asked = analyse(understand("Ngân sách xã thu bao nhiêu, không tính thu trên toàn địa bàn?"))
    assert misses(asked, scored(text, "Thu ngân sách", "result")) is missed


@pytest.mark.parametrize(
    ("question", "missed"),
    [
        ("Có mấy xã nông thôn mới kiểu mẫu, không tính xã nâng cao?", True),
        ("Có mấy xã nâng cao, không tính xã kiểu mẫu?", False),
    ],
)
def test_what_is_counted_and_left_out_is_told_by_the_words_behind_the_number(question: str, missed: bool) -> None:
    found = scored("Xây dựng 2 xã nâng cao và 1 xã nông thôn mới kiểu mẫu.", "xã nâng cao")
    assert misses(analyse(understand(question)), found) is missed


def test_what_is_left_out_says_nothing_of_the_kind_that_is_asked_for() -> None:
    asked = analyse(understand("Tổng kế hoạch vốn năm 2032 của xã là bao nhiêu, không lấy số đã giải ngân?"))
    assert not misses(asked, scored("Tổng kế hoạch vốn năm 2032 là 46 tỷ đồng.", "Tổng kế hoạch vốn"))


@pytest.mark.parametrize(("span", "missed"), [(-0.4, True), (0.2, False)])
def test_a_figure_whose_clause_has_no_word_of_the_question_is_of_something_else(span: float, missed: bool) -> None:
    found = scored("Tuyển quân đạt chỉ tiêu; kết nạp 60 đảng viên mới.", "kết nạp đảng viên mới")
    found = replace(found, features=defaultdict(float, place=0.8, unit=0.9, span=span))
    assert misses(analyse(understand("Năm 2032 tuyển quân bao nhiêu người?")), found) is missed


@pytest.mark.parametrize(("number", "missed"), [(3, True), (2, False)])
def test_a_sum_beside_which_no_such_project_is_named_is_none_of_it(number: int, missed: bool) -> None:
    found = scored("Dự án 2 được bố trí 11,2 tỷ đồng.", "Dự án 2: kinh phí")
    assert misses(analyse(understand(f"Kinh phí Dự án {number} là bao nhiêu?")), found) is missed


def test_a_rate_of_something_else_is_none_though_the_question_ends_with_a_year() -> None:
    found = scored("Xã nhận đơn qua mạng, tỷ lệ nộp trực tuyến 79,3%.", "tỷ lệ nộp trực tuyến", "result")
    assert misses(analyse(understand("Tỷ lệ hộ nghèo 2032")), found)
    assert not misses(analyse(understand("Tỷ lệ nộp trực tuyến 2032")), found)


@pytest.mark.parametrize(("asked", "missed"), [("Ước đạt", True), ("Dự kiến", False)])
def test_the_column_of_a_plan_does_not_tell_what_is_reached_so_far(asked: str, missed: bool) -> None:
    question = analyse(understand(f"{asked} bao nhiêu triệu đồng thu nhập bình quân năm 2032?"))
    planned = scored("Thu nhập bình quân: 67 triệu đồng", "Thu nhập bình quân", column="Kế hoạch 2032")
    assert misses(question, planned) is missed


@pytest.mark.parametrize("asked", ["Bao nhiêu người chết do tai nạn giao thông?", "Số người thiệt mạng là bao nhiêu?"])
def test_who_died_is_told_where_deaths_are_asked_for(asked: str) -> None:
    told = scored("Tai nạn giao thông làm chết 17 người; so với cùng kỳ tăng 02 người chết.", "người", "result")
    assert not misses(analyse(understand(asked)), told)


@pytest.mark.parametrize(
    ("letters", "missed"), [("SIPAS", True), ("PAR INDEX", False), ("PAR INDEX do UBND tỉnh công bố", False)]
)
def test_a_cell_under_other_letters_is_of_something_else(letters: str, missed: bool) -> None:
    told = scored("Sở Y tế: 90,12", "Sở Y tế", "result", column="PAR INDEX 2032")
    whole = replace(told.candidate.unit.document, text="Sở Y tế: 90,12\n\nUBND tỉnh: PAR INDEX, SIPAS")
    told = replace(told, candidate=replace(told.candidate, unit=replace(told.candidate.unit, document=whole)))
    assert misses(analyse(understand(f"Chỉ số {letters} năm 2032 của Sở Y tế?")), told) is missed


@pytest.mark.parametrize(("asked", "missed"), [("Điểm chuẩn là bao nhiêu?", True), ("Có bao nhiêu thí sinh?", False)])
def test_candidates_are_no_marks(asked: str, missed: bool) -> None:
    assert misses(analyse(understand(asked)), scored("Trường có 1.013 thí sinh.", "thí sinh", "result")) is missed


@pytest.mark.parametrize(("year", "missed"), [(2032, False), (2033, True)])
def test_what_was_paid_out_when_the_books_were_closed_is_of_the_year_before(year: int, missed: bool) -> None:
    told = scored("Giải ngân đến 31/01/2033 đạt 49 tỷ đồng.", "giải ngân", "result")
    assert misses(analyse(understand(f"Năm {year} giải ngân được bao nhiêu?")), told) is missed


def test_letters_over_a_cell_may_be_written_out_in_the_question() -> None:
    told = scored("Xã Hòa An: 720", "Xã Hòa An", "target", column="BHXH tự nguyện 2032")
    whole = replace(told.candidate.unit.document, text="Xã Hòa An: 720\n\nUBND xã, BHXH")
    told = replace(told, candidate=replace(told.candidate, unit=replace(told.candidate.unit, document=whole)))
    asked = "UBND giao xã Hòa An chỉ tiêu bảo hiểm xã hội tự nguyện năm 2032 là bao nhiêu?"
    assert not misses(analyse(understand(asked)), told)


@pytest.mark.parametrize(("question", "missed"), [("Còn mấy chỉ tiêu nữa mới đạt?", True), ("Đạt mấy chỉ tiêu?", False)])
def test_what_is_done_is_not_what_is_still_to_be_done(question: str, missed: bool) -> None:
    found = scored("Thị xã đã có 7/25 chỉ tiêu đạt nghị quyết.", "chỉ tiêu đạt nghị quyết", "result")
    assert misses(analyse(understand(question)), found) is missed


@pytest.mark.parametrize(
    ("deed", "text", "missed"),
    [
        ("chủ trì", "Phát biểu tại hội nghị, đồng chí Lê Văn Hải nhấn mạnh nhiệm vụ.", True),
        ("chủ trì", "Đồng chí Lê Văn Hải chủ trì hội nghị.", False),
        ("trình bày kế hoạch tại", "Phát biểu tại hội nghị, đồng chí Lê Văn Hải nhấn mạnh nhiệm vụ.", True),
        ("trình bày kế hoạch tại", "Đồng chí Lê Văn Hải báo cáo kế hoạch.", False),
        ("phát biểu tại", "Phát biểu tại hội nghị, đồng chí Lê Văn Hải nhấn mạnh nhiệm vụ.", False),
    ],
)
def test_who_speaks_at_a_meeting_need_not_do_anything_else_there(deed: str, text: str, missed: bool) -> None:
    start = text.index("Lê Văn Hải")
    found = stretch(text, "person", Span(start, start + len("Lê Văn Hải")))
    assert misses(analyse(understand(f"Ai {deed} hội nghị triển khai kế hoạch của huyện?")), found) is missed
