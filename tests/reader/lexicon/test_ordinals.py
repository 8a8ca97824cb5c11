"""Places in a sequence, in texts and in questions."""

import pytest

from reader.lexicon.ordinals import ordinal_asked, ordinals, row_of


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Nghị quyết Đại hội Đảng bộ huyện lần thứ XXVII, nhiệm kỳ 2020 - 2025", ["lần thứ XXVII"]),
        ("năm 2024 là năm thứ tư triển khai", ["năm thứ tư"]),
        ("Tỉnh đứng thứ 5/63 cả nước, xếp hạng 12 khu vực", ["thứ 5/63", "hạng 12"]),
        ("Kỳ họp thứ mười lăm, HĐND huyện khóa XX", ["họp thứ mười lăm", "khóa XX"]),
        ("Sáng thứ hai, thu ngân sách tăng 3 lần so với năm trước", []),
        ("tăng gấp đôi lần 2 so với trước", []),
    ],
)
def test_ordinals_are_found_with_what_they_count(text: str, said: list[str]) -> None:
    assert [span.of(text) for span, _ in ordinals(text)] == said


def test_spans_are_those_of_the_whole_text() -> None:
    text = "Đại hội lần thứ II."
    ((span, noun),) = ordinals(text[8:], 8)
    assert (span.of(text), noun) == ("lần thứ II", "lần")


@pytest.mark.parametrize(
    ("question", "noun"),
    [
        ("Là đại hội lần thứ mấy?", "lần"),
        ("Tỉnh đứng thứ bao nhiêu?", "đứng"),
        ("HĐND khóa mấy?", "khóa"),
        ("Tỉnh xếp ở vị trí nào?", ""),
        ("Where did Quang Ninh rank in 2025?", ""),
        ("Mấy xã?", None),
        ("Where did the congress take place?", None),
        ("Where did they place the statue?", None),
    ],
)
def test_a_place_in_a_sequence_is_asked_for(question: str, noun: str | None) -> None:
    assert ordinal_asked(question) == noun


@pytest.mark.parametrize(
    ("text", "rows"),
    [("thứ hai vùng Đông Nam Bộ", {1}), ("thứ 8/34 tỉnh, thành phố", {0}), ("toàn tỉnh", {2}), ("thứ tư", set())],
)
def test_a_place_in_a_row_is_among_some(text: str, rows: set[int]) -> None:
    assert row_of(text) == rows
