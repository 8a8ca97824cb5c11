"""Where one of several names in a row is the answer, all of them are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plans.document import Document, Passage, Span
from reader.choosing.companions import WITHIN, in_company, is_row
from reader.evidence.candidates import Candidate, Level, candidates_of
from reader.evidence.units import Unit
from reader.questions.question import analyse
from reader.scoring.scored import Scored
from retriever.query import understand

ASKED = analyse(understand("Xã nào mở vòi nước?"))
TEXT = "Huyện mở vòi nước ở xã Tân Hòa, Phú Hiệp và Hội An từ tháng ba."


@pytest.mark.parametrize(
    "words",
    ["xã Tân Hòa, Phú Hiệp", "Tân Hòa và Phú Hiệp", "xã Tân Hòa, xã Phú Hiệp; xã Hội An", "bản Um 1, bản Um 2 và bản Mới"],
)
def test_names_of_one_level_are_a_row(words: str) -> None:
    assert is_row(words)


@pytest.mark.parametrize("words", ["xã Tân Hòa", "Hòa, huyện Cai Lậy", "xã Tân Hòa, mở vòi nước"])
def test_one_name_or_the_unit_above_it_or_other_words_are_no_row(words: str) -> None:
    assert not is_row(words)


@pytest.fixture
def member() -> Scored:
    document = Document(doc_id="d", path="d.txt", title="", text=TEXT)
    whole = Span(0, len(TEXT))
    unit = Unit(document, Passage("d:0", "d", whole, TEXT, ""), whole, "sentence")
    return _scored(next(one for one in candidates_of(unit, {}) if one.short == "xã Tân Hòa"), 3.0)


def _scored(candidate: Candidate, logit: float) -> Scored:
    return Scored(candidate, None, {}, logit)  # type: ignore[arg-type]


def _row(member: Scored, words: str) -> Candidate:
    start = TEXT.index(words)
    return replace(member.candidate, kind="text", span=Span(start, start + len(words)))


def test_the_row_is_answered_for_its_member(member: Scored) -> None:
    row = _row(member, "xã Tân Hòa, Phú Hiệp và Hội An")
    assert in_company(ASKED, [member, _scored(row, 1.0)]) is row
    assert in_company(ASKED, [member, _scored(_row(member, "xã Tân Hòa, Phú Hiệp"), 2.0), _scored(row, 1.0)]) is row


@pytest.mark.parametrize(("words", "logit"), [("xã Tân Hòa, Phú Hiệp", 2.9 - WITHIN), ("Phú Hiệp và Hội An", 2.0)])
def test_a_row_that_is_unlikely_or_of_others_is_not(member: Scored, words: str, logit: float) -> None:
    assert in_company(ASKED, [member, _scored(_row(member, words), logit)]) is member.candidate


@pytest.mark.parametrize(
    ("text", "given"),
    [
        (
            "Đạt chuẩn: xã Tân Hòa (huyện Vị Thủy), xã Phú Hiệp (huyện Phụng Hiệp), Hội An.",
            "xã Tân Hòa (huyện Vị Thủy), xã Phú Hiệp (huyện Phụng Hiệp), Hội An",
        ),
        ("Đạt chuẩn: xã Tân Hòa (huyện Vị Thủy), tăng 2 xã.", "xã Tân Hòa"),
        ("Chợ ở xã Tân Hòa, 3 xã khác chưa có.", "xã Tân Hòa"),
        (
            "Đạt chuẩn: xã Tân Hòa (đợt 1, đợt 2) và xã Phú Hiệp (đợt 2).",
            "xã Tân Hòa (đợt 1, đợt 2) và xã Phú Hiệp (đợt 2)",
        ),
    ],
)
def test_names_of_which_something_is_said_in_parentheses_are_a_row_too(text: str, given: str) -> None:
    document, whole = Document(doc_id="d", path="d.txt", title="", text=text), Span(0, len(text))
    unit = Unit(document, Passage("d:0", "d", whole, text, ""), whole, "sentence")
    start = text.index("xã Tân Hòa")
    named = next(one for one in candidates_of(unit, {}) if one.span == Span(start, start + len("xã Tân Hòa")))
    assert in_company(ASKED, [_scored(named, 3.0)]).short == given


def test_things_that_are_counted_one_behind_the_other_are_a_row() -> None:
    text = "Phát triển theo cấu trúc 2 vành đai phát triển, 3 vùng động lực và 4 trụ cột, gắn với đô thị."
    document, whole = Document(doc_id="d", path="d.txt", title="", text=text), Span(0, len(text))
    unit = Unit(document, Passage("d:0", "d", whole, text, ""), whole, "sentence")
    start = text.index("2 vành")
    named = Span(start, start + len("2 vành đai phát triển"))
    member = Candidate("text", unit, named, whole, (Level(text),) * 5)
    assert in_company(ASKED, [_scored(member, 3.0)]).short == "2 vành đai phát triển, 3 vùng động lực và 4 trụ cột"


def test_of_a_row_the_one_that_lies_in_the_place_asked_about_is_given_alone() -> None:
    text = "Đạt chuẩn: xã Tân Hòa (huyện Vị Thủy), xã Phú Hiệp (huyện Phụng Hiệp)."
    document, whole = Document(doc_id="d", path="d.txt", title="", text=text), Span(0, len(text))
    unit = Unit(document, Passage("d:0", "d", whole, text, ""), whole, "sentence")
    start = text.index("xã Tân Hòa")
    named = next(one for one in candidates_of(unit, {}) if one.span == Span(start, start + len("xã Tân Hòa")))
    question = analyse(understand("Xã nào của huyện Vị Thủy đạt chuẩn?"))
    assert in_company(question, [_scored(named, 3.0)]) is named


def test_where_a_list_is_asked_for_the_points_behind_a_colon_are_given_with_the_first() -> None:
    text = "Nguồn vốn gồm: ngân sách tỉnh 820 tỷ đồng; ngân sách huyện 215 tỷ đồng; vốn tín dụng 480 tỷ đồng."
    document, whole = Document(doc_id="d", path="d.txt", title="", text=text), Span(0, len(text))
    unit = Unit(document, Passage("d:0", "d", whole, text, ""), whole, "sentence")
    start = text.index("ngân sách tỉnh")
    member = Candidate("text", unit, Span(start, text.index(";")), whole, (Level(text),) * 5)
    listed = analyse(understand("Nguồn vốn gồm những khoản nào?"))
    assert in_company(listed, [_scored(member, 3.0)]).short == text[start:-1]
    assert in_company(ASKED, [_scored(member, 3.0)]) is member


@pytest.mark.parametrize(
    ("text", "first", "row"),
    [
        (
            "Xã trồng rau cải tại Mỹ Quý, hoa cúc tại Canh Liên, chè Tân Hòa.",
            "rau cải",
            "rau cải tại Mỹ Quý, hoa cúc tại Canh Liên, chè Tân Hòa",
        ),
        ("Xã trồng rau cải, hoa cúc và chè.", "rau cải", "rau cải"),  # two may be an aside
        ("Xã trồng rau cải. Hoa cúc, chè và mía thì bỏ.", "rau cải", "rau cải"),
    ],
)
def test_a_list_is_told_with_all_that_stands_in_its_row(text: str, first: str, row: str) -> None:
    whole, start = Span(0, len(text)), text.index(first)
    document = Document(doc_id="d", path="d.txt", title="", text=text)
    unit = Unit(document, Passage("d:0", "d", whole, text, ""), whole, "sentence")
    one = Candidate("text", unit, Span(start, start + len(first)), whole, (Level(text),) * 5)
    assert in_company(analyse(understand("Xã trồng những thứ gì?")), [_scored(one, 3.0)]).short == row


def test_units_that_are_counted_and_named_after_one_level_are_a_row() -> None:
    text = "Từ khi 3 tỉnh Vĩnh Phúc, Hòa Bình và Phú Thọ sáp nhập, đây là lần đầu."
    whole = Span(0, len(text))
    unit = Unit(Document("d", "d.txt", "", text), Passage("d:0", "d", whole, text, ""), whole, "sentence")
    first = next(one for one in candidates_of(unit, {}) if one.short == "tỉnh Vĩnh Phúc")
    assert in_company(ASKED, [_scored(first, 1.0)]).short == "tỉnh Vĩnh Phúc, Hòa Bình và Phú Thọ"
    second = next(one for one in candidates_of(unit, {}) if one.short == "Hòa Bình")
    assert in_company(ASKED, [_scored(second, 1.0)]).short == "Hòa Bình"
