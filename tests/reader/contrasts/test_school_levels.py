"""Levels of schools told apart."""

import pytest

from reader.contrasts.school_levels import another_school_level, school_levels


@pytest.mark.parametrize(
    ("question", "clause", "other"),
    [
        ("Tỷ lệ huy động THPT năm 2031?", "trung học cơ sở đạt 98% trở lên", True),
        ("Số trường tiểu học đạt chuẩn?", "12 trường mầm non đạt chuẩn", True),
        ("How many primary schools are there?", "có 9 trường THCS", True),
        ("Tỷ lệ huy động THCS?", "trung học cơ sở đạt 98%", False),
        ("Trẻ mầm non ra lớp bao nhiêu?", "mẫu giáo đạt 92%", False),
        ("Tiểu học và THCS có mấy trường?", "có 9 trường THCS", False),
        ("Bao nhiêu trường đạt chuẩn?", "có 9 trường THCS", False),
        ("Có mấy trường tiểu học?", "có 9 trường", False),
    ],
)
def test_another_level_of_schools_is_another_thing(question: str, clause: str, other: bool) -> None:
    assert another_school_level(question, clause) is other


def test_schools_of_all_levels_are_not_those_of_one() -> None:
    assert another_school_level("Có mấy trường tiểu học?", "có 9 trường", "Giáo dục của xã . có 9 trường")
    assert not another_school_level("Có mấy trường tiểu học?", "có 9 trường", "Cấp tiểu học . có 9 trường")
    assert not another_school_level("Có mấy trường?", "có 9 trường", "Giáo dục của xã . có 9 trường")


@pytest.mark.parametrize(
    ("said", "level"), [("học sinh cấp 2", "lower"), ("trường cấp ba", "upper"), ("đường cấp 2", None)]
)
def test_a_level_by_its_number(said: str, level: str | None) -> None:
    assert school_levels(said) == ({level} if level else frozenset())
