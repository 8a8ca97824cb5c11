"""Which column of a table does a question name?"""

import pytest

from reader.columns import another_column, named_columns

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
