"""Stretches of words that may answer."""

import pytest

from reader.phrases import series


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Các huyện Mỹ Hào,\nVăn Giang, Yên Mỹ và Khoái Châu về đích.", ["huyện Mỹ Hào,\nVăn Giang, Yên Mỹ và Khoái Châu"]),
        ("Giao Sở Tài chính, Sở Nội vụ phối hợp.", ["Sở Tài chính, Sở Nội vụ"]),
        ("Ông Trần Hòa và bà Lê Thị Mai dự.", ["Trần Hòa và bà Lê Thị Mai"]),
        ("Huyện Mỹ Hào đạt chuẩn. Văn Giang chưa.", []),
        ("Thu ngân sách đạt 5 tỷ đồng, tăng 3%.", []),
        ("", []),
    ],
)
def test_names_in_a_row_are_one_stretch(text: str, rows: list[str]) -> None:
    assert [span.of(text) for span in series(text)] == rows
