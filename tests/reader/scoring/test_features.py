"""Single features of a candidate beside a question."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plans.answer import Citation
from plans.document import Document, Passage, Span
from plans.indicator import Change, Indicator, Quantity
from plans.numbers import find_quantities
from reader.evidence.candidates import Candidate, CandidateKind, Level
from reader.evidence.units import Unit, UnitKind
from reader.questions.question import analyse
from reader.scoring.clashes import (
    gives_no_reason,
    in_another_column,
    in_another_row,
    in_brackets_of_another,
    of_another_document,
)
from reader.scoring.matches import office_match
from reader.scoring.measures import in_another_measure, unit_match
from retriever.query import understand


def made(
    text: str, short: str, kind: CandidateKind, unit: UnitKind = "sentence", quantity: Quantity | None = None
) -> Candidate:
    """A candidate over `short` in a document of one unit."""
    whole = Span(0, len(text))
    document = Document("d", "d.txt", "Kế hoạch trồng rau", text)
    start = text.index(short)
    one = Unit(document, Passage("d:0", "d", whole, text), whole, unit)
    return Candidate(kind, one, Span(start, start + len(short)), whole, (Level(text),) * 5, quantity)


def counted(text: str) -> Candidate:
    """The first quantity of `text`."""
    found = find_quantities(text)[0]
    return made(text, found.span.of(text), "quantity", quantity=found.quantity)


def recorded(text: str, change: Change) -> Candidate:
    """The same with its record."""
    one = counted(text)
    assert one.quantity is not None
    record = Indicator("thu ngân sách", one.quantity, Citation.of(one.unit.document, one.clause), change=change)
    return replace(one, record=record)


def test_what_is_counted_is_not_told_by_the_next_figure() -> None:
    asked = analyse(understand("Có bao nhiêu hợp tác xã?"))
    assert unit_match(asked, counted("Có 17 doanh nghiệp, 11 hợp tác xã.")) < 0.0


@pytest.mark.parametrize(("text", "change", "other"), [("đạt 12%", "level", True), ("tăng 12%", "increase", False)])
def test_how_much_there_is_does_not_say_by_how_much_it_moved(text: str, change: Change, other: bool) -> None:
    asked = analyse(understand("Thu ngân sách của xã tăng hay giảm bao nhiêu?"))
    assert in_another_measure(asked, recorded(f"Thu ngân sách {text}.", change)) is other


@pytest.mark.parametrize(
    "question",
    ["Ai ký kế hoạch trồng rau?", "Kế hoạch trồng rau do ai kí?", "ai ky ke hoach trong rau", "Who signed the plan?"],
)
def test_who_signs_stands_in_the_signature(question: str) -> None:
    asked = analyse(understand(question))
    assert office_match(asked, made("CHỦ TỊCH\nVũ Đình Khải", "Vũ Đình Khải", "person", "signature")) == 1.0
    assert office_match(asked, made("Ông Vũ Đình Khải nói.", "Vũ Đình Khải", "person")) < 0.0


@pytest.mark.parametrize(
    "question",
    [
        "Ai khai mạc kỳ họp?",
        "Ai trồng rau ở Tân Kỳ?",
        "Ai làm việc cả nhiệm kỳ?",
        "ai khai mac ky hop",
        "Ai đăng ký trồng rau?",
    ],
)
def test_a_session_or_a_term_signs_nothing(question: str) -> None:
    assert office_match(analyse(understand(question)), made("Ông Vũ Đình Khải nói.", "Vũ Đình Khải", "person")) == 0.0


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        ("How many jobs does Ba Tri create?", "Ba Tri tạo việc làm cho 310 lao động.", 0.0),
        ("How many ha will be planted?", "Sẽ trồng 310 ha rau.", 1.0),
        ("How many does Ba Tri plant?", "Ba Tri trồng 310 ha rau.", 0.0),
        ("Ba Tri có bao nhiêu lao động?", "Ba Tri có 310 con bò.", -0.5),
    ],
)
def test_an_english_noun_speaks_against_no_vietnamese_number(question: str, text: str, value: float) -> None:
    assert unit_match(analyse(understand(question)), counted(text)) == value


@pytest.mark.parametrize(
    ("question", "text", "other"),
    [
        ("Xã rộng bao nhiêu km2?", "Xã rộng 31,6 km2.", False),
        ("Xã rộng bao nhiêu km2?", "Xã có 31 km đường.", True),
        ("Thu hoạch bao nhiêu tấn mận?", "Trồng 31 ha mận.", True),
        ("Hộ nghèo còn bao nhiêu phần trăm?", "Hộ nghèo còn 31 hộ.", True),
        ("Hộ nghèo còn bao nhiêu?", "Hộ nghèo còn 31 hộ.", False),
        ("Có bao nhiêu hộ nghèo?", "Hộ nghèo còn 3,1%.", False),
        ("How many tonnes?", "Trồng 31 ha mận.", False),
        ("Thu ngân sách của xã là bao nhiêu?", "Thu hoạch 31 tấn mận.", True),
        ("Xã có bao nhiêu người?", "Có 7 dân tộc cùng sinh sống.", True),
        ("Xã có bao nhiêu người?", "Có 31 đại biểu về dự.", False),
        ("Xã có bao nhiêu sản phẩm OCOP?", "Sản phẩm đạt 4 sao.", True),
        ("Xã có bao nhiêu dân?", "Khen thưởng 31 cá nhân.", True),
        ("Dân số xã là bao nhiêu người?", "Khen thưởng 31 cá nhân trong điều tra dân số.", True),
        ("Dân số xã là bao nhiêu người?", "Xã có 31 người.", False),
        ("Tỷ trọng tăng bao nhiêu điểm phần trăm?", "Tỷ trọng chiếm 31%.", True),
        ("Tỷ trọng tăng bao nhiêu điểm phần trăm?", "Tỷ trọng tăng 3 điểm phần trăm.", False),
        ("GRDP bình quân đầu người bao nhiêu?", "GRDP đạt 240.000 tỷ đồng.", True),
        ("What is the GRDP per head?", "GRDP đạt 240.000 tỷ đồng.", True),
        ("GRDP bình quân đầu người bao nhiêu?", "GRDP bình quân đầu người 136 triệu đồng.", False),
        ("GRDP bình quân đầu người là bao nhiêu USD?", "GRDP bình quân đầu người 136 triệu đồng.", True),
        ("Thu nhập mỗi người là bao nhiêu, tính theo đô la Mỹ?", "Thu nhập mỗi người 2.278 USD.", False),
    ],
)
def test_so_many_tonnes_are_not_told_in_hectares(question: str, text: str, other: bool) -> None:
    assert in_another_measure(analyse(understand(question)), counted(text)) is other


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Kế hoạch do ông Đỗ Quang Nhuận, Chủ tịch UBND huyện, ký ban hành.", 1.0),
        ("Cuộc họp do ông Đỗ Quang Nhuận, Chủ tịch UBND huyện, chủ trì.", -0.6),
        ("Ông Đỗ Quang Nhuận ký biên bản.", -0.6),
    ],
)
def test_who_signs_is_told_in_a_sentence_too(text: str, signs: float) -> None:
    question = analyse(understand("Ai ký kế hoạch trồng rau?"))
    assert office_match(question, made(text, "Đỗ Quang Nhuận", "person")) == signs


@pytest.mark.parametrize(
    ("question", "text", "other"),
    [
        ("Thu nhập bình quân đầu người năm 2023 là bao nhiêu?", "Thu nhập tăng thêm 17 triệu đồng/hộ/năm.", True),
        ("Thu nhập bình quân đầu người năm 2023 là bao nhiêu?", "Thu nhập đạt 52 triệu đồng/người/năm.", False),
        ("Tổng vốn đầu tư công năm 2025 là bao nhiêu?", "Giải ngân vốn đầu tư công đạt 95%.", True),
        ("Tổng vốn đầu tư công năm 2025 là bao nhiêu?", "Vốn đầu tư công là 95 tỷ đồng.", False),
        ("Trường có bao nhiêu học sinh?", "Trường có 28 phòng học.", True),
        ("Trường có bao nhiêu học sinh?", "Trường có 680 em.", False),
        ("Đoàn có bao nhiêu người?", "Đón 120 lượt khách.", False),
    ],
)
def test_a_sum_is_no_share_and_a_head_no_household(question: str, text: str, other: bool) -> None:
    assert in_another_measure(analyse(understand(question)), counted(text)) is other


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("Sản lượng cá giảm do giá dầu cao.", False),
        ("Giá dầu cao khiến 270 tàu nằm bờ.", False),
        ("Kinh phí mua mô tô lấy từ nguồn dự phòng ngân sách.", True),
    ],
)
def test_why_is_answered_where_a_reason_is_given(text: str, none: bool) -> None:
    assert gives_no_reason(analyse(understand("Vì sao sản lượng cá giảm?")), made(text, text, "text")) is none
    assert not gives_no_reason(analyse(understand("Sản lượng cá thế nào?")), made(text, text, "text"))


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("Nghị quyết 63/2031/NQ-HĐND có hiệu lực từ ngày nào?", True),
        ("Nghị quyết 07/2030/NQ-HĐND ban hành ngày nào?", False),
        ("Nghị quyết bị thay thế ban hành ngày nào?", False),
    ],
)
def test_the_day_of_another_document_is_no_answer(question: str, other: bool) -> None:
    found = made("Thay thế Nghị quyết số 07/2030/NQ-HĐND ngày 2/9/2030.", "ngày 2/9/2030", "date")
    assert of_another_document(analyse(understand(question)), found) is other


@pytest.mark.parametrize(
    ("question", "day", "other"),
    [
        ("Kết luận số 01 đề ngày nào, tôi không hỏi Chỉ thị 05?", "ngày 15/5/2031", True),
        ("Kết luận số 01 đề ngày nào, tôi không hỏi Chỉ thị 05?", "ngày 18/5/2032", False),
        ("Chỉ thị 05 đề ngày nào?", "ngày 15/5/2031", False),
        ("Chỉ thị 05 đề ngày nào?", "ngày 18/5/2032", True),
    ],
)
def test_a_document_may_be_named_by_its_sort_and_bare_number(question: str, day: str, other: bool) -> None:
    text = "Theo Kết luận số 01-KL/TW, ngày 18/5/2032 về thực hiện Chỉ thị số 05-CT/TW, ngày 15/5/2031."
    assert of_another_document(analyse(understand(question)), made(text, day, "date")) is other


def cell(headings: tuple[str, ...], row: str, short: str) -> Candidate:
    """The cell `short` of a row under `headings`."""
    found = made(row, short, "quantity", "row")
    cells = tuple(Span(row.index(one), row.index(one) + len(one)) for one in row.split(" | "))
    return replace(found, unit=replace(found.unit, columns=headings, cells=cells))


@pytest.mark.parametrize(
    ("question", "headings", "right", "others"),
    [
        ("Xã Ca Thành có bao nhiêu hộ nghèo?", ("Xã", "Tổng số hộ", "Hộ nghèo"), "604", ["812"]),
        ("Xã Ca Thành có bao nhiêu hộ?", ("Xã", "Tổng số hộ", "Hộ nghèo"), "812", ["604"]),
        ("Xã Ca Thành có bao nhiêu lớp?", ("Xã", "Số lớp", "Học sinh"), "812", ["604"]),
        ("Xã Ca Thành lập bao nhiêu tổ hợp tác?", ("Xã", "THT hiện có", "THT thành lập mới"), "604", []),
        ("Xã Ca Thành hiện có bao nhiêu tổ hợp tác?", ("Xã", "THT hiện có", "THT thành lập mới"), "812", ["604"]),
    ],
)
def test_things_are_counted_under_the_heading_that_names_them(
    question: str, headings: tuple[str, ...], right: str, others: list[str]
) -> None:
    asked = analyse(understand(question))
    row = "Ca Thành | 812 | 604"
    assert not in_another_column(asked, cell(headings, row, right))
    assert all(in_another_column(asked, cell(headings, row, other)) for other in others)


@pytest.mark.parametrize(("place", "barred"), [("Phi Liêng", True), ("Đạ Tông", False)])
def test_who_stands_in_brackets_is_of_the_body_in_front(place: str, barred: bool) -> None:
    text = "Ban Quản lý rừng Đạ Tông (ông Lê Hải, Trưởng ban) và Ban Quản lý rừng Phi Liêng: trồng rừng."
    asked = analyse(understand(f"Ai là Trưởng ban Quản lý rừng xã {place}?"))
    assert in_brackets_of_another(asked, made(text, "Lê Hải", "person")) is barred


@pytest.mark.parametrize(
    ("question", "text", "another"),
    [
        ("Năng suất hồ tiêu là bao nhiêu?", "Toàn xã có 865 ha hồ tiêu.", True),
        ("Năng suất hồ tiêu là bao nhiêu?", "Hồ tiêu đạt 2,1 tấn/ha.", False),
        ("Sản lượng hồ tiêu là bao nhiêu?", "Toàn xã có 865 ha hồ tiêu.", True),
        ("Diện tích và sản lượng hồ tiêu là bao nhiêu?", "Toàn xã có 865 ha hồ tiêu.", False),
    ],
)
def test_one_size_of_a_thing_is_not_told_in_what_another_is(question: str, text: str, another: bool) -> None:
    assert in_another_measure(analyse(understand(question)), counted(text)) is another


def test_people_are_not_counted_in_metres() -> None:
    assert in_another_measure(analyse(understand("Trận lũ làm mấy người chết?")), counted("Đỉnh lũ đạt 4,88 m."))
    assert not in_another_measure(analyse(understand("Đỉnh lũ cao bao nhiêu m?")), counted("Đỉnh lũ đạt 4,88 m."))


@pytest.mark.parametrize(
    ("question", "other"),
    [("Tỉnh đứng thứ mấy cả nước?", True), ("Tỉnh đứng thứ mấy trong vùng?", False), ("Đứng thứ mấy?", False)],
)
def test_a_rank_among_others_is_another(question: str, other: bool) -> None:
    one = made("Tỉnh đứng thứ hai vùng Đông Nam Bộ và thứ 8/34 cả nước.", "thứ hai", "ordinal")
    assert in_another_row(analyse(understand(question)), one) is other


def test_a_dam_is_not_so_many_kilometres_high() -> None:
    assert in_another_measure(analyse(understand("Đập cao bao nhiêu?")), counted("Đập cách phố 64 km."))
    assert not in_another_measure(analyse(understand("Đập cao bao nhiêu?")), counted("Đập cao 118 m."))
