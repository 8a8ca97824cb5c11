import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from evals.normalize import answer_tokens, normalize_answer

vietnamese = st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẻẽếệìỏốờủứựỳ ĐÀẾ0123456789%.,;:-()“”\n\t*|", max_size=60)


def test_accents_and_marks_inside_words_and_numbers_stay() -> None:
    assert normalize_answer(" “Nghệ An”. ") == "nghệ an"
    assert normalize_answer("12,5 %") == normalize_answer("12,5%") == "12,5%"
    assert normalize_answer("12,5%") != normalize_answer("125%")
    assert normalize_answer("159/KH-UBND;") == "159/kh-ubnd"
    assert normalize_answer("-8,45") == "-8,45"


def test_line_breaks_and_markdown_marks_do_not_count() -> None:
    assert normalize_answer("ngày 18\ntháng **11**") == "ngày 18 tháng 11"


def test_numbers_are_single_tokens() -> None:
    assert answer_tokens("đạt 9.484 tỷ đồng (0,63%)") == ["đạt", "9.484", "tỷ", "đồng", "0,63%"]


@given(vietnamese)
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalize_answer(normalize_answer(text)) == normalize_answer(text)


@given(vietnamese)
def test_composed_and_decomposed_text_have_one_form(text: str) -> None:
    assert normalize_answer(unicodedata.normalize("NFD", text)) == normalize_answer(unicodedata.normalize("NFC", text))


@given(st.text(max_size=200))
def test_any_text_at_all_is_normalised_without_an_error(text: str) -> None:
    answer_tokens(text)


@given(vietnamese, st.sampled_from([".", "!", " ", "”", ")", ";"]))
def test_what_stands_at_the_edges_does_not_count(text: str, edge: str) -> None:
    assert normalize_answer(f"{edge}{text}{edge}") == normalize_answer(text)
