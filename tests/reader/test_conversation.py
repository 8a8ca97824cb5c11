"""What a follow-up takes over from the question before."""

import pytest

from reader import Assistant
from reader.conversation import in_context


@pytest.mark.parametrize(
    ("before", "after", "kept"),
    [
        ("Thị trấn Trung Phước đạt bao nhiêu chỉ tiêu?", "Which town plans to build 3 schools in 2024?", []),
        ("Tỷ lệ hộ nghèo của thị xã Cai Lậy là bao nhiêu?", "Thị xã nào xây dựng 3 trường đạt chuẩn?", []),
        ("Tỉnh Tiền Giang có bao nhiêu xã đạt chuẩn?", "Thế huyện nào có nhiều xã nhất?", ["tỉnh Tiền Giang"]),
        ("Hội nghị của thị xã Cai Lậy diễn ra khi nào?", "Ở đâu?", ["thị xã Cai Lậy"]),
    ],
)
def test_a_question_after_a_place_is_not_bound_to_the_place_before(
    assistant: Assistant, before: str, after: str, kept: list[str]
) -> None:
    asked = in_context(after, [before], assistant.index.understand)
    assert [one.name for one in asked.places] == kept
