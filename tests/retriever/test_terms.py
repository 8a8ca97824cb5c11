"""English questions: recognised, and their terms put into Vietnamese."""

import pytest

from retriever.terms import language_of, translate


@pytest.mark.parametrize(
    "question",
    [
        "Who is the Party Secretary of Đan Phượng district?",
        "What is the poverty rate in Cai Lậy town?",
        "How many communes does Huế have?",
        "population of Thọ Xuân district in 2023",
        "budget revenue of Hanoi?",
    ],
)
def test_an_english_question_is_recognised(question: str) -> None:
    assert language_of(question) == "en"


@pytest.mark.parametrize(
    "question",
    [
        "Tỷ lệ hộ nghèo của xã Quế Long là bao nhiêu?",
        "chu tich UBND xa Tu Cuong la ai",
        "do an nay co bao nhieu ho",
        "GRDP Hà Nội 2020",
        "target của xã Quế Long năm 2016 là bao nhiêu",
    ],
)
def test_a_vietnamese_question_is_no_english_one(question: str) -> None:
    assert language_of(question) == "vi"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What is the poverty rate?", "tỷ lệ hộ nghèo"),
        ("total state budget revenue in 2024", "thu ngân sách nhà nước"),
        ("Who is the chairman of the People's Committee?", "chủ tịch UBND"),
        ("How many new rural communes?", "nông thôn mới"),
        ("income per capita", "thu nhập bình quân đầu người"),
    ],
)
def test_terms_are_translated(question: str, expected: str) -> None:
    assert expected in translate(question)


def test_the_longest_term_wins() -> None:
    assert "dân số" not in translate("population density")
