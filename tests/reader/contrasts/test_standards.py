"""The standards of the new rural programme."""

from __future__ import annotations

import pytest

from reader.contrasts.standards import another_standard


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("Những xã nào phấn đấu đạt chuẩn NTM?", "xã Ia Glai đạt chuẩn nông thôn mới nâng cao"),
        ("năm 2024 xây dựng mấy xã ntm nâng cao", "1 xã nông thôn mới kiểu mẫu"),
        ("Xã kiểu mẫu được hỗ trợ bao nhiêu?", "xã đạt chuẩn nâng cao 2 tỷ đồng"),
        ("How many communes are to meet the advanced new rural standard?", "10 xã đạt chuẩn nông thôn mới"),
    ],
)
def test_one_standard_is_not_another(question: str, clause: str) -> None:
    assert another_standard(question, clause)


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("Những xã nào phấn đấu đạt chuẩn NTM?", "02 xã (Ia Pal, HBông) đạt chuẩn nông thôn mới"),
        ("Có bao nhiêu xã NTM kiểu mẫu?", "xây dựng nông thôn mới nâng cao, kiểu mẫu"),
        ("Có bao nhiêu xã NTM nâng cao?", "trong đó 3 xã"),
        ("Tỷ lệ hộ nghèo của các xã?", "các xã nâng cao chất lượng đời sống"),
    ],
)
def test_the_same_standard_or_none_is_no_other(question: str, clause: str) -> None:
    assert not another_standard(question, clause)
