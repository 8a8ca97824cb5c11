"""Departments are told apart by name."""

from __future__ import annotations

import pytest

from reader.lexicon.departments import another_department, departments


def test_a_department_is_known_by_how_its_name_begins() -> None:
    assert departments("Sở Tài chính tỉnh chủ trì, Sở NN&PTNT phối hợp") == {("sở", "tài chính"), ("sở", "nông nghiệp")}


@pytest.mark.parametrize(
    "words",
    [
        "cơ sở giáo dục",
        "trụ sở làm việc",
        "sở nào chủ trì",
        "các sở, ban, ngành",
        "phòng, chống dịch",
        "phòng chống thiên tai",
        "báo cáo hai sở muộn nhất ngày 8",
        "hội nghị",
        "xã hội hóa",
    ],
)
def test_other_words_are_no_department(words: str) -> None:
    assert not departments(words)


def test_what_is_said_of_another_one_is_told_from_what_is_said_of_this_or_of_none() -> None:
    question = "Sở Tài chính được giao những nhiệm vụ gì?"
    assert another_department(question, ["Trực dịch 24/24 giờ", "1. Sở Y tế"])
    assert not another_department(question, ["Trực dịch 24/24 giờ", "1. Sở Y tế", "Sở Y tế phối hợp với Sở Tài chính"])
    assert not another_department(question, ["Trực dịch 24/24 giờ", "1. Chi cục Thủy lợi"])
    assert another_department("Nhiệm vụ của Phòng Tư pháp", ["Rà soát biên chế", "2. Phòng Nội vụ huyện"])
    assert not another_department("Ai trực dịch?", ["1. Sở Y tế"])
