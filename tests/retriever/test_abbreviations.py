"""Abbreviations, both ways."""

import pytest

from plans.document import Span
from plans.document_numbers import find_document_numbers
from retriever.abbreviations import expansions, spell_out, with_strokes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tham gia BHYT", "bảo hiểm y tế"),
        ("tham gia bảo hiểm y tế", "BHYT"),
        ("tình hình KT-XH", "kinh tế - xã hội"),
        ("tình hình kinh tế - xã hội", "KT-XH"),
        ("tiêu chí NTM", "nông thôn mới"),
        ("Bộ LĐ-TB&XH", "lao động thương binh và xã hội"),
        ("chu tich HDND xa", "hội đồng nhân dân"),
        ("chủ tịch ubnd xã", "ủy ban nhân dân"),
        ("Thu NSNN", "ngân sách nhà nước"),
        ("tổng thu ngân sách nhà nước", "NSNN"),
    ],
)
def test_the_other_form_is_searched_too(text: str, expected: str) -> None:
    assert expected in expansions(text)


@pytest.mark.parametrize("text", ["ai là chủ tịch", "da bao nhieu nam", "159/KH-UBND", "ndcp"])
def test_ordinary_words_are_no_abbreviations(text: str) -> None:
    assert expansions(text) == ()


def test_a_place_is_no_abbreviation() -> None:
    text = "TT Ngô Mây"
    assert expansions(text, [Span(0, len(text))]) == ()


def test_abbreviations_are_written_out_for_the_encoder() -> None:
    assert spell_out("Tỷ lệ tham gia BHYT của DNNVV") == "Tỷ lệ tham gia bảo hiểm y tế của doanh nghiệp nhỏ và vừa"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("HDND xã", "HĐND xã"),
        ("hdnd xã", "hđnd xã"),
        ("Quyết định 2270/QD-TTg", "Quyết định 2270/QĐ-TTg"),
        ("Nghị quyết 63/2025/NQ-HDND", "Nghị quyết 63/2025/NQ-HĐND"),
        ("QD và GDP", "QD và GDP"),
        ("UBND", "UBND"),
    ],
)
def test_the_stroke_of_a_d_is_put_back(typed: str, meant: str) -> None:
    assert with_strokes(typed, [one.span for one in find_document_numbers(typed)]) == meant


@pytest.mark.parametrize(("text", "read"), [("trưởng KP 3", "trưởng khu phố 3"), ("KP sửa đường", "kinh phí sửa đường")])
def test_what_stands_behind_tells_a_quarter_from_money(text: str, read: str) -> None:
    assert spell_out(text) == read
