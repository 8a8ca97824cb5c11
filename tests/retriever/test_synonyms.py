"""Words of one meaning find each other, whichever a plan and a question use."""

from __future__ import annotations

from collections import Counter

import pytest

from plans.text import canonical
from reader.lexicon.terms import terms_of
from reader.questions.question import analyse
from retriever.query import understand
from retriever.synonyms import TABLE, expansions, official, settled


def _groups() -> list[list[str]]:
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [line.replace("\t", "|").split("|") for line in lines]


def test_no_word_stands_in_two_groups() -> None:
    counts = Counter(canonical(form) for group in _groups() for form in group)
    assert [form for form, times in counts.items() if times > 1] == []


def test_one_form_stands_for_all_of_its_group() -> None:
    assert all(settled(form) == canonical(group[0]) for group in _groups() for form in group)


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("đàn heo", "đàn lợn"),
        ("trồng lại cà phê", "tái canh cà phê"),
        ("Nộp QUA MẠNG", "nộp trực tuyến"),
        ("hộ nghèo trở lại", "hộ tái nghèo"),
    ],
)
def test_an_everyday_word_matches_the_official_one(asked: str, written: str) -> None:
    assert terms_of(asked) == terms_of(written)
    assert set(analyse(understand(f"{asked} bao nhiêu?")).focus) >= set(analyse(understand(written)).focus)


@pytest.mark.parametrize("words", ["bắp cải", "nhà nghèo khó", "heolợn", "dùngxài", ""])
def test_part_of_another_word_is_no_synonym(words: str) -> None:
    assert "ngô" not in settled(words)
    assert "lợn " not in settled(words)
    assert "sử dụng" not in settled(words)


def test_a_query_looks_for_the_other_forms_too() -> None:
    assert "lợn" in understand("Đàn heo năm 2024 có bao nhiêu con?").expansions
    assert expansions("đàn bò") == ()


@pytest.mark.parametrize(
    ("question", "written"),
    [
        ("Tỉnh bán gạo ra nước ngoài được bao nhiêu?", "Tỉnh xuất khẩu gạo được bao nhiêu?"),
        ("Hàng bán ra nước ngoài tăng mấy phần trăm?", "Hàng xuất khẩu tăng mấy phần trăm?"),
        ("Tỉnh bán ra nước ngoài nhiều hơn mua vào bao nhiêu?", "Tỉnh xuất siêu bao nhiêu?"),
        ("Kinh tế xã đi lên được mấy phần trăm?", "kinh tế xã tăng trưởng mấy phần trăm?"),
        ("Xã rộng mấy ha?", "Xã có diện tích mấy ha?"),
        ("Đường rộng mấy mét?", "Đường rộng mấy mét?"),
        ("Mỗi người dân kiếm được bao nhiêu tiền?", "thu nhập bình quân đầu người bao nhiêu tiền?"),
        ("Thu ngân sách tụt mấy phần trăm?", "Thu ngân sách giảm mấy phần trăm?"),
        ("Kè chống sụt lún dài bao nhiêu?", "Kè chống sụt lún dài bao nhiêu?"),
        ("Nghị quyết áp dụng từ khi nào?", "Nghị quyết có hiệu lực từ khi nào?"),
        ("Mấy hộ thoát rồi lại nghèo?", "Mấy hộ tái nghèo?"),
        ("Xã muốn nâng tỷ trọng ngành nào?", "Xã muốn tăng tỷ trọng ngành nào?"),
        ("Xã muốn bớt tỷ trọng ngành nào?", "Xã muốn giảm tỷ trọng ngành nào?"),
        ("Diện tích bưởi đang cho trái", "Diện tích bưởi đang cho thu hoạch"),
        ("Cơ sở còn được làm tiếp không?", "Cơ sở còn được tiếp tục làm không?"),
        ("Xã bán rau ra chợ được bao nhiêu?", "Xã bán rau ra chợ được bao nhiêu?"),
    ],
)
def test_everyday_ways_of_saying_are_written_as_plans_write_them(question: str, written: str) -> None:
    assert official(question) == written


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("chừng nào làm xong", "khi nào làm xong"),
        ("mấy cái ki-ốt đặt ra để làm gì", "những cái ki-ốt đặt ra để làm gì"),
        ("mấy xã nào được trồng thử", "những xã nào được trồng thử"),
        ("có mấy xã đạt chuẩn", "có mấy xã đạt chuẩn"),
        ("ai lo vụ mặt bằng", "ai phụ trách mặt bằng"),
        ("sở nào theo dõi mấy xã vùng cao", "sở nào theo dõi những xã vùng cao"),
    ],
)
def test_what_is_said_in_everyday_words_is_written_as_in_plans(typed: str, written: str) -> None:
    assert official(typed) == written
