"""How an answer is worded."""

import pytest

from reader.wording import lower_first


@pytest.mark.parametrize(
    ("label", "inside"),
    [
        ("Tỷ lệ hộ nghèo", "tỷ lệ hộ nghèo"),
        ("Y tế", "y tế"),
        ("Ước thu", "ước thu"),
        ("GRDP bình quân", "GRDP bình quân"),
        ("diện tích", "diện tích"),
        ("", ""),
    ],
)
def test_an_abbreviation_keeps_its_capitals_inside_a_sentence(label: str, inside: str) -> None:
    assert lower_first(label) == inside
