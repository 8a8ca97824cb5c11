import re

from hypothesis import given
from hypothesis import strategies as st

from plans.document import Span
from ui.html import escape
from ui.marks import answer_spans, inline, occurrences, split


def whole(text: str) -> Span:
    return Span(0, len(text))


def at(words: str, text: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def test_quote_and_the_answer_within_are_marked() -> None:
    text = "Hộ nghèo giảm còn 0,5%; hết."
    shown = inline(text, whole(text), [at("giảm còn 0,5%", text)], [at("0,5%", text)])
    assert shown == 'Hộ nghèo <mark class="cited">giảm còn <strong class="said">0,5%</strong></mark>; hết.'


def test_markdown_marks_are_hidden_and_marks_stay_in_place() -> None:
    text = "## **Hộ nghèo** còn *0,5%* (*)"
    shown = inline(text, whole(text), [at("nghèo** còn", text)])
    assert shown == 'Hộ <mark class="cited">nghèo còn</mark> 0,5% (*)'


def test_emphasis_over_several_lines_is_hidden_and_a_footnote_is_not() -> None:
    text = "số *(trong đó,\n5 hộ)*; hết (*) và (*)"
    assert inline(text, whole(text)) == "số (trong đó,\n5 hộ); hết (*) và (*)"


def test_source_text_is_escaped() -> None:
    text = "<img src=x onerror=alert(1)> & co"
    assert "<img" not in inline(text, whole(text), [at("onerror", text)])


@given(
    st.text(alphabet="abc *_#\n<&|.", max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4)
)
def test_parts_cover_the_span_in_order(text: str, pairs: list[tuple[int, int]]) -> None:
    marked = [Span(min(pair), max(pair)) for pair in pairs]
    parts = split(whole(text), marked)
    assert "".join(part.of(text) for part, _ in parts) == text
    for part, is_marked in parts:
        for i in range(part.start, part.end):
            assert is_marked == any(one.start <= i < one.end for one in marked)


@given(st.text(alphabet="abc <&\"'", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_marking_changes_no_letter_of_the_text(text: str, a: int, b: int) -> None:
    shown = inline(text, whole(text), [Span(min(a, b), max(a, b))])
    assert re.sub(r"</?mark[^>]*>", "", shown) == escape(text)


def test_words_are_found_across_line_ends_and_markdown() -> None:
    text = "thu ngân sách **3,5\ntỷ đồng** trong năm"
    assert [one.of(text) for one in occurrences("3,5 tỷ đồng", text, whole(text))] == ["3,5\ntỷ đồng"]


def test_a_number_is_not_found_inside_a_longer_one() -> None:
    assert occurrences("63", "0,637 và 163", whole("0,637 và 163")) == []


def test_a_listed_answer_is_marked_part_by_part() -> None:
    text = "Nhà trẻ 28%, mẫu giáo 90%, tiểu học 99%."
    assert [one.of(text) for one in answer_spans(text, whole(text), "28%; 99%")] == ["28%", "99%"]
