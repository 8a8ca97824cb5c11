"""Sides of one whole are told apart."""

from __future__ import annotations

import pytest

from reader.contrasts.sides import (
    another_acronym,
    another_country,
    another_extreme,
    another_fund,
    another_moment,
    another_outcome,
    another_side,
    of_fund_asked,
    only_helps,
)
from reader.questions.conversation import in_context
from reader.questions.question import Question, analyse
from retriever.query import understand


def asked(*turns: str) -> Question:
    *history, question = turns
    return in_context(question, tuple(history), understand)


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("Thu ngân sách năm 2024 là bao nhiêu?", "tổng chi ngân sách 640,706 tỷ đồng"),
        ("Tổng chi năm 2024?", "tổng thu ngân sách địa phương 186 tỷ đồng"),
        ("Kim ngạch xuất khẩu bao nhiêu?", "nhập khẩu đạt 12 triệu USD"),
        ("Nhập khẩu bao nhiêu?", "xuất khẩu đạt 12 triệu USD"),
        ("Năng suất lúa hè thu?", "lúa đông xuân đạt 68 tạ/ha"),
        ("Năng suất lúa mùa?", "lúa vụ xuân đạt 68 tạ/ha"),
        ("How many houses are to be built anew, leaving the repairs aside?", "sửa chữa 355 nhà"),
        ("Năng suất lúa hè thu?", "lúa vụ xuân đạt 68 tạ/ha"),
        ("Năng suất lúa hè thu?", "lúa vụ Đông - Xuân đạt 68 tạ/ha"),
        ("What is the summer-autumn rice yield?", "vụ xuân đạt 68 tạ/ha"),
        ("Tỷ lệ trẻ 3 đến 5 tuổi ra lớp?", "trẻ 5 tuổi ra lớp đạt 100%"),
        ("Bao nhiêu khách quốc tế?", "khách nội địa 300 nghìn lượt"),
        ("What is the budget revenue?", "tổng chi ngân sách 640 tỷ đồng"),
        ("Bao nhiêu doanh nghiệp giải thể?", "Số doanh nghiệp thành lập mới: 43 doanh nghiệp"),
    ],
)
def test_the_other_side_is_no_answer(question: str, clause: str) -> None:
    assert another_side(asked(question), clause)


def test_a_fee_for_cars_is_none_for_motorcycles() -> None:
    assert another_side(asked("Phường có thu phí đỗ xe máy không?"), "Thí điểm thu phí đỗ xe ô tô")
    assert not another_side(asked("Phường có thu phí đỗ xe máy không?"), "Thu phí đỗ xe ô tô và xe máy")


def test_a_whole_is_not_the_side_that_is_asked_for() -> None:
    question = asked("Khách du lịch quốc tế là bao nhiêu lượt?")
    assert another_side(question, "Khách du lịch", ["Một số chỉ tiêu 9 tháng"])
    assert not another_side(question, "Khách du lịch", ["Khách quốc tế"])
    spending = asked("Chi thường xuyên ngân sách xã năm 2032?")
    assert another_side(spending, "Tổng chi ngân sách xã", ["Tài chính, ngân sách"])
    assert not another_side(spending, "đạt 12 tỷ đồng", ["Chi thường xuyên"])
    assert not another_side(question, "Khách du lịch")  # what stands around is not known
    assert not another_side(asked("Khách du lịch là bao nhiêu lượt?"), "Khách du lịch", ["Một số chỉ tiêu 9 tháng"])


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("Thu ngân sách năm 2024 là bao nhiêu?", "tổng thu ngân sách địa phương 186 tỷ đồng"),
        ("Thu ngân sách năm 2024 là bao nhiêu?", "đạt 186 tỷ đồng"),
        ("Thu, chi ngân sách?", "tổng chi ngân sách 640,706 tỷ đồng"),
        ("Thu hút bao nhiêu dự án?", "chi ngân sách 3 tỷ đồng"),
        ("Bao nhiêu xã nông thôn mới?", "dân số thành thị 12.000 người"),
        ("Trẻ dưới 5 tuổi suy dinh dưỡng?", "trẻ em dưới 5 tuổi suy dinh dưỡng còn 9%"),
        ("", ""),
    ],
)
def test_the_side_asked_for_or_none_is_kept(question: str, clause: str) -> None:
    assert not another_side(asked(question), clause)


def test_what_a_follow_up_names_counts_before_what_is_carried_over() -> None:
    question = asked("Thu ngân sách năm 2024 của thị xã Cai Lậy là bao nhiêu?", "Còn chi ngân sách?")
    assert another_side(question, "thu ngân sách 186 tỷ đồng")
    assert not another_side(question, "chi ngân sách 640 tỷ đồng")


@pytest.mark.parametrize(
    ("question", "clause", "other"),
    [
        ("Xã bị hụt những chỉ tiêu nào?", "hoàn thành và vượt 22/27 chỉ tiêu đề ra", True),
        ("Xã bị hụt những chỉ tiêu nào?", "5 chỉ tiêu chưa đạt gồm thu ngân sách, nước sạch", False),
        ("Những chỉ tiêu nào không hoàn thành?", "các chỉ tiêu đều đạt và vượt", True),
        ("Những chỉ tiêu nào vượt kế hoạch?", "5 chỉ tiêu không đạt gồm thu ngân sách, nước sạch", True),
        ("Những xã nào có chợ?", "5 xã không đạt tiêu chí", False),
        ("Which targets did the town fail to meet?", "21/26 chỉ tiêu hoàn thành và vượt", True),
        ("Which targets did the town fail to meet?", "5 chỉ tiêu không đạt là thu ngân sách, nước sạch", False),
    ],
)
def test_targets_missed_are_not_those_reached(question: str, clause: str, other: bool) -> None:
    assert another_outcome(asked(question), clause) is other


@pytest.mark.parametrize(
    ("heading", "other"),
    [
        ("Đầu năm 2031 xã có 118 hộ nghèo", True),
        ("Hộ nghèo đầu năm 2031", True),
        ("Hộ nghèo cuối năm 2031", False),
        ("6 tháng đầu năm 2031", False),
        ("", False),
    ],
)
def test_a_column_of_the_beginning_of_the_year_is_none_of_its_end(heading: str, other: bool) -> None:
    assert another_moment(asked("Cuối năm 2031 xã còn bao nhiêu hộ nghèo?"), heading) is other


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("Cầu được bố trí bao nhiêu từ ngân sách tỉnh?", "cầu Sông Tum (28,5 tỷ đồng)", True),
        ("Cầu được bố trí bao nhiêu từ ngân sách tỉnh?", "cầu Sông Tum, ngân sách tỉnh 8,5 tỷ đồng", False),
        ("Ngân sách tỉnh Phú Yên hỗ trợ bao nhiêu?", "2.365 triệu đồng từ ngân sách thị xã", True),
        ("Trong tổng mức, phường bỏ ra bao nhiêu?", "ngân sách thành phố 140 tỷ đồng", True),
        ("Trong tổng mức, phường bỏ ra bao nhiêu?", "ngân sách phường 12 tỷ đồng", False),
        ("Ngân sách tỉnh hỗ trợ bao nhiêu?", "2.365 triệu đồng từ ngân sách thị xã", True),
        ("Tổng thu ngân sách tỉnh là bao nhiêu?", "thu ngân sách trên địa bàn 640 tỷ đồng", False),
    ],
)
def test_what_comes_from_one_budget_is_told_of_it(question: str, told: str, other: bool) -> None:
    assert another_fund(asked(question), told, told) is other


@pytest.mark.parametrize(
    ("question", "own", "other"),
    [
        ("Chỉ số SIPAS năm 2031 là bao nhiêu?", "PAR INDEX đạt 83,15 điểm", True),
        ("Chỉ số SIPAS năm 2031 là bao nhiêu?", "SIPAS đạt 83,15 điểm", False),
        ("Tỷ lệ hồ sơ TTHC nộp trực tuyến?", "Hồ sơ nộp trực tuyến 85%, Văn phòng UBND tỉnh", False),
        ("Chỉ số hài lòng là bao nhiêu?", "PAR INDEX đạt 83,15 điểm", False),
    ],
)
def test_one_index_is_not_another(question: str, own: str, other: bool) -> None:
    assert another_acronym(asked(question), own, own) is other


@pytest.mark.parametrize(
    ("before", "helps"),
    [
        ("Sở Tài chính chủ trì, phối hợp với ", True),
        ("Sở Tài chính chủ trì, phối hợp với các Sở Y tế, Sở Nội vụ và ", True),
        ("", False),
        ("Phối hợp với Sở Y tế; ", False),
        ("phối hợp với Sở A, " * 40 + "rà soát ", False),
    ],
)
def test_a_partner_is_not_the_one_that_leads(before: str, helps: bool) -> None:
    assert only_helps(asked("Cơ quan nào hướng dẫn nhập dự toán?"), before) is helps


def test_partners_are_given_where_they_are_asked_for() -> None:
    assert not only_helps(asked("Sở Tài chính phối hợp với cơ quan nào?"), "Sở Tài chính phối hợp với ")


def test_of_several_funds_in_a_sentence_a_sum_is_of_its_own() -> None:
    told = "vốn ngân sách thành phố 140 tỷ đồng, ngân sách phường 12 tỷ đồng"
    question = asked("Trong tổng mức, phường bỏ ra bao nhiêu?")
    assert another_fund(question, "vốn ngân sách thành phố 140 tỷ đồng", told)
    assert not another_fund(question, "ngân sách phường 12 tỷ đồng", told)


def test_a_side_that_is_told_of_a_number_of_its_own_is_not_said_of_the_next() -> None:
    before = "Trong số này khách quốc tế mới có 4.650 lượt."
    assert another_side(asked("Bao nhiêu lượt khách quốc tế?"), "đón 289.000 lượt khách", [before])
    assert not another_side(asked("Bao nhiêu lượt khách quốc tế?"), "đón 289.000 lượt", ["Khách quốc tế: năm 2031"])


@pytest.mark.parametrize(
    ("question", "own", "another"),
    [
        ("How much capital did South Korea register?", "Trung Quốc 7,8 tỷ USD", True),
        ("How much capital did South Korea register?", "Hàn Quốc dẫn đầu với 17,6 tỷ USD", False),
        ("Nhật Bản đăng ký bao nhiêu vốn?", "Hàn Quốc dẫn đầu với 17,6 tỷ USD", True),
        ("Vốn đăng ký là bao nhiêu?", "Hàn Quốc dẫn đầu với 17,6 tỷ USD", False),
    ],
)
def test_the_capital_of_one_country_is_not_that_of_another(question: str, own: str, another: bool) -> None:
    assert another_country(asked(question), own, own) is another


@pytest.mark.parametrize(
    ("question", "around", "another"),
    [
        ("Xã nào nộp hồ sơ qua mạng nhiều nhất?", ["Ngược lại, 5 xã có tỷ lệ thấp nhất gồm: Tân An (7%)"], True),
        ("Xã nào có tỷ lệ thấp nhất?", ["dẫn đầu là xã Tân An", "xã có tỷ lệ thấp nhất là Lạc Hà"], True),
        ("Xã nào có tỷ lệ cao nhất?", ["xã Tân An 12%", "xã có tỷ lệ cao nhất trong các xã thấp nhất huyện"], False),
        ("Xã nào có tỷ lệ cao nhất?", ["trồng ít nhất 5 ha rau"], False),
    ],
)
def test_the_lowest_is_not_the_highest(question: str, around: list[str], another: bool) -> None:
    assert another_extreme(asked(question), around) is another


@pytest.mark.parametrize(
    ("question", "around", "another"),
    [
        ("Vụ mùa năng suất lúa bao nhiêu?", ["năng suất cả năm của các xã: Tân An"], True),
        ("Vụ mùa năng suất lúa bao nhiêu?", ["năng suất vụ mùa của các xã: Tân An"], False),
        ("Cả năm năng suất lúa bao nhiêu?", ["năng suất cả năm của các xã: Tân An"], False),
    ],
)
def test_the_whole_year_is_no_season(question: str, around: list[str], another: bool) -> None:
    assert another_side(asked(question), "xã Tân An 65 tạ/ha", around) is another


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("Bao nhiêu người đóng bảo hiểm tự nguyện?", "có 959 người tham gia bảo hiểm"),
        ("Sản lượng nuôi trồng thủy sản?", "sản lượng khai thác đạt 300 tấn"),
    ],
)
def test_a_side_that_is_often_told_alone_must_be_named(question: str, clause: str) -> None:
    assert another_side(asked(question), clause, ["Tình hình năm 2033"])


def test_in_water_is_not_at_home() -> None:
    assert not another_side(asked("Bao nhiêu nhà ngập trong nước lũ?"), "1.399 nhà bị ngập", ["Mưa lũ ở Lạc Hà"])


def test_the_side_of_trade_that_is_told_in_front_holds_for_the_figure() -> None:
    around = ("Về xuất khẩu, kim ngạch ước 2.446 triệu USD, tăng 3%", "Thương mại, xuất nhập khẩu tháng 7")
    assert another_side(asked("Tháng 7 nhập khẩu bao nhiêu triệu USD?"), "kim ngạch ước 2.446 triệu USD", around)
    assert not another_side(asked("Tháng 7 xuất khẩu bao nhiêu triệu USD?"), "kim ngạch ước 2.446 triệu USD", around)
    assert not another_side(asked("Tháng 7 nhập khẩu bao nhiêu?"), "kim ngạch 9 triệu USD", ("Xuất nhập khẩu tháng 7",))


def test_what_the_centre_gives_is_not_what_is_spent_of_the_local_budget() -> None:
    question = asked("Năm 2031 tỉnh được trung ương rót thêm bao nhiêu?")
    assert another_fund(question, "tổng chi ngân sách địa phương 1.617 tỷ đồng", "Dự toán năm 2031")
    assert not another_fund(question, "bổ sung từ ngân sách trung ương 335 tỷ đồng", "Dự toán năm 2031")


@pytest.mark.parametrize(("clause", "another"), [("Hộ nghèo còn 3,41%", True), ("Hộ nghèo dân tộc thiểu số 6,05%", False)])
def test_all_the_poor_are_not_those_of_ethnic_minorities(clause: str, another: bool) -> None:
    asked = analyse(understand("Tỷ lệ hộ nghèo người dân tộc thiểu số là bao nhiêu?"))
    assert another_side(asked, clause, ("Kết quả năm 2031",)) is another


def test_a_side_that_the_question_leaves_out_is_not_asked_about() -> None:
    question = asked("Năm 2032 nuôi được bao nhiêu tấn, không kể phần đánh bắt?")
    assert not another_side(question, "sản lượng nuôi trồng đạt 3.500 tấn")
    assert another_side(asked("Năm 2032 đánh bắt được bao nhiêu tấn?"), "sản lượng nuôi trồng đạt 3.500 tấn")


@pytest.mark.parametrize("side", ["Bao nhiêu người sống ở thành thị?", "Dự án giải ngân được bao nhiêu?"])
def test_what_is_often_told_of_all_is_no_figure_of_a_part(side: str) -> None:
    assert another_side(asked(side), "dân số 1.880.000 người", ("toàn tỉnh",))
    assert not another_side(asked(side), "dân số thành thị 600.000 người, giải ngân 20%", ("toàn tỉnh",))


def test_who_is_advised_does_not_lead() -> None:
    assert only_helps(asked("Đơn vị nào tổ chức học tập nghị quyết?"), "Chủ trì tham mưu ")
    assert not only_helps(asked("Đơn vị nào tổ chức học tập nghị quyết?"), "Giao cho ")
    assert only_helps(asked("Đơn vị nào rà soát?"), "Bảo hiểm xã hội rà soát, báo cáo ")
    assert not only_helps(asked("Phải báo cáo cơ quan nào?"), "Bảo hiểm xã hội rà soát, báo cáo ")


def test_a_sum_named_by_its_budget_is_the_one_that_the_budget_gives() -> None:
    question = asked("Làm con đường thì tỉnh cho bao nhiêu tiền?")
    assert of_fund_asked(question, "tổng mức đầu tư: ngân sách tỉnh")
    assert not of_fund_asked(question, "tổng mức đầu tư")
    assert not of_fund_asked(asked("Làm con đường hết bao nhiêu tiền?"), "ngân sách tỉnh")


def test_what_is_planned_for_a_year_is_no_total() -> None:
    question = asked("Tổng mức đầu tư của hồ chứa là bao nhiêu?")
    assert another_side(question, "Kế hoạch vốn năm 2032 154,3")
    assert another_side(question, "Giải ngân đến 30/9 121,4")
    assert not another_side(question, "Tổng mức đầu tư 154,3")


def test_the_most_is_not_the_least() -> None:
    assert another_side(asked("Suất tái định cư tối đa là bao nhiêu?"), "suất tối thiểu là 105 m2")
    assert not another_side(asked("Suất tái định cư là bao nhiêu?"), "suất tối thiểu là 105 m2")


def test_a_figure_of_another_season_told_around_it_is_none_of_the_one_asked_about() -> None:
    around = ("năng suất 70,9 tạ/ha, giảm 0,3 tạ/ha so với vụ xuân 2031",)
    assert another_side(asked("Năng suất lúa mùa?"), "năng suất 70,9 tạ/ha", around)
    assert not another_side(asked("Năng suất lúa xuân?"), "năng suất 70,9 tạ/ha", around)


def test_the_end_of_a_year_may_be_named_by_its_number() -> None:
    assert another_moment(asked("Tỷ lệ hộ nghèo cuối 2032?"), "Đầu năm 2032 có 2.486 hộ nghèo (16,9%)")
    assert not another_moment(asked("Tỷ lệ hộ nghèo cuối 2032?"), "Cuối năm 2032 có 1.867 hộ nghèo (12,6%)")
