"""Which column of a table does a question name?"""

import pytest

from reader.evidence.columns import another_column, columns_of_money, leading_columns, named_columns, share_of

TASKS = ("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn")
PLUMS = ("Thôn", "Tổng số hộ", "Cây mận: Diện tích (ha)", "Cây mận: Sản lượng (tấn)", "Trồng rừng mới (ha)")
YEARS = ("Chỉ tiêu", "Thực hiện năm 2031", "Kế hoạch năm 2032", "Ước thực hiện năm 2032")


@pytest.mark.parametrize(
    ("question", "headings", "named"),
    [
        ("Ai phối hợp tiêm phòng gia súc?", TASKS, {3}),
        ("co quan nao chu tri viec tiem phong", TASKS, {2}),
        ("Tiêm phòng gia súc do ai làm?", TASKS, set()),
        ("Sản lượng mận của thôn Na Pản?", PLUMS, {3}),
        ("Thôn nào có nhiều hộ nhất?", PLUMS, set()),
        ("KH năm 2032 của xã?", YEARS, {2}),
        ("Năm 2032 làm được bao nhiêu?", YEARS, set()),
    ],
)
def test_a_column_is_named_by_words_that_stand_over_no_other(
    question: str, headings: tuple[str, ...], named: set[int]
) -> None:
    assert named_columns(question, headings) == named


def test_words_of_the_row_itself_name_no_column() -> None:
    assert named_columns("Phối hợp liên ngành do ai làm?", TASKS, "Phối hợp liên ngành") == frozenset()


FUNDS = ("Hạng mục", "Tổng (triệu đồng)", "Ngân sách tỉnh", "Ngân sách huyện")


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Tổng kinh phí của kế hoạch?", {1}),
        ("What is the total budget?", {1}),
        ("Tổng ngân sách huyện bố trí?", {3}),
        ("Kế hoạch hết bao nhiêu tiền?", set()),
    ],
)
def test_a_total_is_asked_of_the_column_of_totals_unless_another_is_named(question: str, named: set[int]) -> None:
    assert named_columns(question, FUNDS) == named


PROJECTS = ("STT", "Tên công trình", "Đơn vị", "Chủ đầu tư", "Vốn năm 2032")
ROW = "1 | Đường vào bản Na Pản | triệu đồng | Ban quản lý dự án | 900"


@pytest.mark.parametrize(
    ("question", "at", "another"),
    [
        ("Công trình đường vào bản Na Pản được bao nhiêu tiền?", 4, False),
        ("Đơn vị nào làm đường vào bản Na Pản?", 3, False),
        ("Chủ đầu tư đường vào bản Na Pản là ai?", 3, False),
        ("Chủ đầu tư đường vào bản Na Pản là ai?", 4, True),
    ],
)
def test_the_headings_over_the_name_and_the_unit_of_a_row_ask_for_no_column(question: str, at: int, another: bool) -> None:
    assert another_column(question, PROJECTS, at, ROW, 1) is another


def test_a_percent_without_a_name_is_of_the_column_in_front_of_it() -> None:
    headings = ("TT", "Xã", "Số hộ nghèo", "Tỷ lệ (%)", "Số hộ cận nghèo")
    row = "7 | Ca Thành | 309 | 63,45 | 136"
    assert another_column("Tỷ lệ hộ cận nghèo xã Ca Thành?", headings, 3, row, 1, percent=True)
    assert not another_column("Tỷ lệ số hộ nghèo xã Ca Thành?", headings, 3, row, 1, percent=True)


DISBURSED = ("Dự án", "Nội dung", "Kế hoạch năm 2032", "Giải ngân đến 30/11", "Tỷ lệ (%)")


@pytest.mark.parametrize(
    ("at", "percent", "another"), [(4, True, False), (3, True, True), (3, False, False), (4, False, True)]
)
def test_a_percent_is_asked_of_a_column_of_percents(at: int, percent: bool, another: bool) -> None:
    question = "Dự án nhà ở giải ngân đến 30/11 được bao nhiêu?"
    assert another_column(question, DISBURSED, at, "4 | Nhà ở | 640 | 390 | 60,9", 1, percent) is another


def test_a_school_year_names_no_column() -> None:
    headings = ("Cấp học", "Số học sinh", "Tăng, giảm so với năm học 2031-2032")
    assert not another_column("Năm học 2032-2033 có bao nhiêu học sinh?", headings, 1, "Tiểu học", 0)


POOR = ("Xã", "Tổng số hộ", "Hộ nghèo 2031", "Tỷ lệ 2031 (%)", "Chỉ tiêu tỷ lệ 2032 (%)", "Hộ cận nghèo 2031")
CROPS = ("Xã", "Diện tích cà phê (ha)", "Sản lượng sầu riêng (tấn)", "Đàn bò (con)")


@pytest.mark.parametrize(("at", "of"), [(3, "Hộ nghèo"), (4, "Hộ nghèo"), (2, "")])
def test_a_bare_share_is_of_the_nearest_heading_that_says_more(at: int, of: str) -> None:
    assert share_of(POOR, at).strip() == of


@pytest.mark.parametrize(
    ("question", "another"),
    [
        ("Sản lượng cà phê của xã?", True),
        ("Sản lượng sầu riêng của xã?", False),
        ("Xã thu bao nhiêu tấn sầu riêng?", False),
    ],
)
def test_a_heading_with_another_thing_in_its_stead_is_another_column(question: str, another: bool) -> None:
    assert another_column(question, CROPS, 2, "Ea Yông", 0) is another


@pytest.mark.parametrize(
    ("question", "columns"),
    [
        ("cơ quan nào chủ trì tiêm phòng?", [2]),
        ("sở nào phối hợp tiêm phòng?", [3]),
        ("cơ quan nào lo tiêm phòng?", []),
        ("cơ quan nào chủ trì, cơ quan nào phối hợp?", []),
    ],
)
def test_who_leads_stands_in_another_column_than_who_helps(question: str, columns: list[int]) -> None:
    assert leading_columns(question, TASKS) == columns


def test_money_stands_under_a_heading_with_its_unit() -> None:
    headings = ("Năm (tỷ đồng)", "Ý tưởng", "Dự toán (triệu đồng)", "Quyết toán", "Giá (đồng)")
    assert columns_of_money(headings, 0) == [2, 3, 4]
    assert columns_of_money(("Nội dung", "Ý tưởng", "Dự toán"), 0) == []


def test_a_lone_share_is_of_the_plan_that_is_named() -> None:
    headings = ("Nội dung", "Dự toán", "Quyết toán", "Tỷ lệ (%)")
    assert not another_column("Chi quản lý bằng bao nhiêu % dự toán?", headings, 3, "Chi quản lý", 0, percent=True)
    assert another_column("Chi quản lý bằng bao nhiêu % dự toán?", headings, 1, "Chi quản lý", 0, percent=True)


TARGETS = ("Đơn vị", "Số hộ nghèo cuối năm 2031", "Tỷ lệ (%)", "Kế hoạch giảm năm 2032 (hộ)")


def test_that_something_is_planned_names_no_other_thing() -> None:
    assert not another_column("Xã Đá Bạc năm 2032 phải giảm bao nhiêu hộ nghèo?", TARGETS, 3, "Xã Đá Bạc", 0)
    assert another_column("Sản lượng cà phê của xã?", ("Xã", "Diện tích cà phê", "Sản lượng sầu riêng"), 2, "Xã A", 0)


def test_a_column_of_another_year_is_not_named() -> None:
    headings = ("Chỉ tiêu", "TH 2031", "KH 2032", "Mục tiêu 2036")
    assert named_columns("Mục tiêu giường bệnh năm 2032 là bao nhiêu?", headings) == frozenset()
    assert named_columns("Mục tiêu giường bệnh năm 2036 là bao nhiêu?", headings) == {3}


def test_a_share_under_a_time_is_of_the_column_before_it() -> None:
    headings = ("Xã", "Tổng số hộ", "Cuối năm 2031 Số hộ nghèo", "Cuối năm 2031 Tỷ lệ (%)", "Hộ cận nghèo 2031")
    question = "Tỷ lệ hộ nghèo cuối năm 2031 của xã là bao nhiêu?"
    assert not another_column(question, headings, 3, "Tân Minh", 0, percent=True)
    assert another_column(question, headings, 4, "Tân Minh", 0, percent=True)
