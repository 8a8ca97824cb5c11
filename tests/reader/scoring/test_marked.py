"""Answers that no rule finds: who and when in common words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plans.document import Document, Passage, Span
from reader import Assistant
from reader.evidence.candidates import Candidate, CandidateKind, Level
from reader.evidence.units import Unit
from reader.questions.question import analyse
from reader.scoring.marked import looks_like, says_in_common_words, whole_event, with_its_noun, within_what_is_asked
from retriever.query import understand

PLAN = """KẾ HOẠCH
Trồng rau an toàn của xã Hòa Phong năm 2032

I. Đối tượng

Hộ mới thoát nghèo được mượn giàn tưới không mất tiền. Phụ nữ đơn thân được dạy nghề ủ phân.

II. Thời gian

Việc gieo hạt chỉ bắt đầu khi hồ Đồng Mận đủ nước tưới. Mương phải nạo vét xong trước mùa lũ. Cống Ba Ngòi đóng khi nước \
ngoài sông xuống dưới 0,45 m.

III. Tổ chức thực hiện

Trưởng thôn lập danh sách hộ mượn giàn. Công chức địa chính Lê Văn Hải đo đất.
"""


def cut(text: str, short: str, kind: CandidateKind = "text") -> Candidate:
    whole, start = Span(0, len(text)), text.index(short)
    document = Document("d", "d.txt", "Kế hoạch", text)
    unit = Unit(document, Passage("d:0", "d", whole, text), whole, "sentence")
    return Candidate(kind, unit, Span(start, start + len(short)), whole, (Level(text),) * 5)


@pytest.fixture(scope="module")
def reader(assistant_over: Callable[[str], Assistant]) -> Assistant:
    return assistant_over(PLAN)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Ai được mượn giàn tưới không mất tiền?", "Hộ mới thoát nghèo"),
        ("Ai được dạy nghề ủ phân?", "Phụ nữ đơn thân"),
        ("Ai lập danh sách hộ mượn giàn?", "Trưởng thôn"),
        ("Công chức nào đo đất?", "Lê Văn Hải"),
        ("Khi nào bắt đầu gieo hạt?", "khi hồ Đồng Mận đủ nước tưới"),
        ("Bao giờ phải nạo vét xong mương?", "trước mùa lũ"),
        ("Lúc nào thì đóng cống Ba Ngòi?", "khi nước ngoài sông xuống dưới 0,45 m"),
    ],
)
def test_who_and_when_in_common_words(reader: Assistant, question: str, answer: str) -> None:
    found = reader.ask(question)
    assert found.short == answer
    assert answer in found.citations[0].quote


@pytest.mark.parametrize("question", ["Ai trả lương cho trưởng thôn?", "Khi nào thu hoạch rau?", "Ngày nào gieo hạt?"])
def test_what_is_not_said_is_not_found(reader: Assistant, question: str) -> None:
    assert reader.ask(question).status == "not_found"


@pytest.mark.parametrize(
    ("question", "words", "fit"),
    [
        ("Ai ủ phân?", "phụ nữ đơn thân", True),
        ("Ai ủ phân?", "12 phụ nữ", False),
        ("Ai là chủ tịch xã?", "phụ nữ đơn thân", False),
        ("Khi nào ủ phân?", "sau mùa lũ", True),
        ("Khi nào ủ phân?", "phụ nữ đơn thân", False),
        ("Ngày nào ủ phân?", "sau mùa lũ", False),
        ("Bao nhiêu người ủ phân?", "phụ nữ đơn thân", False),
    ],
)
def test_common_words_answer_who_and_when_alone(question: str, words: str, fit: bool) -> None:
    text = "Có 12 phụ nữ và phụ nữ đơn thân ủ phân sau mùa lũ."
    assert says_in_common_words(analyse(understand(question)), cut(text, words), []) is fit


def test_words_in_front_of_a_name_say_what_the_person_is() -> None:
    text = "Xã giao công chức địa chính Lê Văn Hải đo đất."
    known = [cut(text, "Lê Văn Hải", "person")]
    assert not says_in_common_words(analyse(understand("Ai đo đất?")), cut(text, "công chức địa chính"), known)


@pytest.mark.parametrize(
    ("text", "cut_at", "whole"),
    [
        ("Đóng cống khi nước sông xuống dưới 0,45 m.", "khi nước sông", "khi nước sông xuống dưới 0,45 m"),
        ("Khởi công sau khi gặt lúa để có đất.", "sau khi gặt", "sau khi gặt lúa"),
        ("Khởi công sau khi gặt, kịp mùa lũ.", "sau khi gặt", "sau khi gặt"),
        ("Khởi công trước mùa lũ lớn.", "trước mùa lũ", "trước mùa lũ"),
    ],
)
def test_an_event_is_told_to_its_end(text: str, cut_at: str, whole: str) -> None:
    assert whole_event(cut(text, cut_at, "date")).short == whole


@pytest.mark.parametrize(
    ("text", "cut_at", "whole"),
    [
        ("Chợ đã mở, song giá một số vật tư tăng.", "một số vật tư tăng", "giá một số vật tư tăng"),
        ("Chợ vắng do một số hộ nghỉ.", "một số hộ nghỉ", "một số hộ nghỉ"),
        ("Chợ vắng do giá tăng.", "giá tăng", "giá tăng"),
    ],
)
def test_words_that_begin_with_how_many_have_their_noun(text: str, cut_at: str, whole: str) -> None:
    assert with_its_noun(cut(text, cut_at, "text")).short == whole


def test_a_cause_is_told_behind_the_first_is() -> None:
    text = "Nguyên nhân chủ quan là nhiều thôn chưa coi làm đường là việc gấp."
    asked = analyse(understand("Nguyên nhân chủ quan khiến đường chậm là gì?"))
    assert within_what_is_asked(asked, cut(text, "việc gấp"))
    assert not within_what_is_asked(asked, cut(text, "nhiều thôn chưa coi làm đường là việc gấp"))


@pytest.mark.parametrize(
    ("stretch", "can_be"), [("xếp thứ 26", True), ("xếp thứ 27 và xã hội số xếp thứ 26", False), ("tăng 5 bậc", False)]
)
def test_a_place_in_a_sequence_is_one_place(stretch: str, can_be: bool) -> None:
    text = "Kinh tế số xếp thứ 27 và xã hội số xếp thứ 26, tăng 5 bậc."
    asked = analyse(understand("Tỉnh xếp thứ mấy về xã hội số?"))
    assert looks_like(asked, cut(text, stretch, "ordinal")) is can_be


@pytest.mark.parametrize(("short", "likely"), [("ngày 22 và 23/7", True), ("158 bác sĩ; 27 trạm", False)])
def test_numbers_alone_are_no_date(short: str, likely: bool) -> None:
    asked = analyse(understand("Khi nào trạm nào cũng có bác sĩ?"))
    assert looks_like(asked, cut(f"Có {short} trong xã.", short)) is likely


def test_what_the_network_marks_counts_where_no_rule_finds_anything(assistant_over: Callable[[str], Assistant]) -> None:
    reader = assistant_over("# Lịch thời vụ của xã Tân Phú\n\nBà con gieo sạ khi hồ đủ nước tưới, không gieo sớm hơn.\n")
    asked = reader.understand("Khi nào bà con gieo sạ?")
    assert not reader._ranker.look(asked).seen
    assert reader.answer(asked).short == "khi hồ đủ nước tưới"
