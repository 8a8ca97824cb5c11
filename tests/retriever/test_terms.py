"""English questions: recognised, and their terms put into Vietnamese."""

from pathlib import Path

import pytest

from retriever.terms import TABLE, WORDS, glosses, in_vietnamese, language_of, translate, unheard_of


@pytest.mark.parametrize(
    "question",
    [
        "Who is the Party Secretary of Đan Phượng district?",
        "What is the poverty rate in Cai Lậy town?",
        "How many communes does Huế have?",
        "population of Thọ Xuân district in 2023",
        "budget revenue of Hanoi?",
        "poverty rate Cai Lay 2023",
        "Mango growing area in Mai Sơn 2024?",
    ],
)
def test_an_english_question_is_recognised(question: str) -> None:
    assert language_of(question) == "en"


@pytest.mark.parametrize(
    "question",
    [
        "nang suat lua yen the 2024",
        "ty le co the bhyt",
        "Tỷ lệ hộ nghèo của xã Quế Long là bao nhiêu?",
        "chu tich UBND xa Tu Cuong la ai",
        "do an nay co bao nhieu ho",
        "GRDP Hà Nội 2020",
        "Tin nhắn cell broadcast dùng thứ tiếng nào?",
        "ho ngheo Cai Lay 2023",
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


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Which battles did the emperor lose?", ("trận", "hoàng đế", "thua")),
        ("Where are the largest cities?", ("lớn nhất", "thành phố")),
        ("When was the cathedral built?", ("nhà thờ chính tòa", "xây dựng")),
    ],
)
def test_words_of_everyday_are_put_into_vietnamese_whatever_their_form(question: str, expected: tuple[str, ...]) -> None:
    assert set(expected) <= set(glosses(question))


def test_a_term_of_plans_is_not_glossed_word_by_word() -> None:
    assert translate("What is the poverty rate?") == ("tỷ lệ hộ nghèo",)
    assert glosses("What is the poverty rate?") == ()


def test_a_question_without_known_words_has_no_gloss() -> None:
    assert glosses("Xyzzy?") == glosses("") == ()


@pytest.mark.parametrize("file", [TABLE, WORDS])
def test_every_line_of_a_table_has_english_and_vietnamese(file: Path) -> None:
    lines = [line for line in file.read_text("utf-8").splitlines() if not line.startswith("#")]
    parts = [line.split("\t") for line in lines]
    assert all(len(one) == 2 and one[0] == one[0].lower().strip() and all(one[1].split("|")) for one in parts)
    assert len({one[0] for one in parts}) == len(parts)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Năm 2025 có bao nhiêu tourist lên Sa Pa?", "Năm 2025 có bao nhiêu du khách lên Sa Pa?"),
        ("bao nhieu tourist nam 2025", "bao nhieu du khach nam 2025"),
        ("deadline nộp báo cáo là ngày nào", "thời hạn nộp báo cáo là ngày nào"),
    ],
)
def test_english_words_mixed_in_are_put_into_vietnamese(typed: str, said: str) -> None:
    assert in_vietnamese(typed, lambda word: False) == said


@pytest.mark.parametrize(
    "typed", ["Homestay ở bản nào?", "trang support.vn của ai", "Tourist là công ty nào?", "thu team sao cho an"]
)
def test_names_addresses_and_syllables_stay(typed: str) -> None:
    assert in_vietnamese(typed, lambda word: False) == typed


def test_an_english_word_of_the_documents_stays() -> None:
    assert in_vietnamese("bao nhiêu tourist", lambda word: word == "tourist") == "bao nhiêu tourist"


def test_a_term_is_unheard_of_where_no_alternative_is_known() -> None:
    assert unheard_of("What is the unemployment rate in 2024?", lambda term: "thất nghiệp" not in term)
    assert not unheard_of("What is the unemployment rate in 2024?", lambda term: True)
    assert not unheard_of("Hello?", lambda term: False)
