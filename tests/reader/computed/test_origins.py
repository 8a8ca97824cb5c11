"""What a unit was made from, read where a source tells it of that very unit."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reader import Assistant

TEXT = """# Kế hoạch phát triển kinh tế - xã hội năm 2026 của xã Tuy Phước Bắc

Xã Tuy Phước Bắc được thành lập trên cơ sở nhập toàn bộ diện tích tự nhiên, quy mô dân số của ba xã Phước Hiệp, Phước Hưng
và Phước Quang thuộc huyện Tuy Phước, tỉnh Bình Định.

Trường Tiểu học số 1 được sáp nhập từ Trường Tiểu học Phước Hưng và Trường Tiểu học Phước Quang. Năm 2026 xã phấn đấu thu
ngân sách 21 tỷ đồng.
"""


@pytest.fixture(scope="module")
def commune(assistant_over: Callable[[str], Assistant]) -> Assistant:
    return assistant_over(TEXT)


@pytest.mark.parametrize(
    "question",
    [
        "Xã Tuy Phước Bắc được thành lập từ những xã nào?",
        "xa Tuy Phuoc Bac sap nhap tu nhung xa nao",
        "Những xã nào nhập thành xã Tuy Phước Bắc?",
        "Which communes were merged to form Tuy Phước Bắc?",
    ],
)
def test_the_units_that_it_was_made_from_are_named(commune: Assistant, question: str) -> None:
    answer = commune.ask(question)
    assert " ".join(answer.short.split()) == "xã Phước Hiệp, Phước Hưng và Phước Quang"
    assert "Tuy Phước Bắc" in answer.citations[0].quote


def test_of_another_unit_nothing_is_said(commune: Assistant) -> None:
    answer = commune.ask("Xã Tuy Phước Đông được thành lập từ những xã nào?")
    assert "Phước Hiệp" not in answer.short


@pytest.mark.parametrize(
    ("told", "named"),
    [
        (
            "Xã An Bình hoạt động từ ngày 01/7/2025 trên cơ sở sáp nhập thị trấn An Phú, xã Tân Hòa và xã Bình Lợi.",
            "thị trấn An Phú, xã Tân Hòa và xã Bình Lợi",
        ),
        (
            "Xã An Bình đi vào hoạt động trên cơ sở hợp nhất 3 xã Tân Hòa, Bình Lợi và An Bình (cũ) của huyện Cao Lãnh.",
            "3 xã Tân Hòa, Bình Lợi và An Bình (cũ)",
        ),
    ],
)
def test_what_is_told_in_other_orders_is_read_too(
    assistant_over: Callable[[str], Assistant], told: str, named: str
) -> None:
    found = assistant_over(f"# Kế hoạch năm 2026 của xã An Bình\n\n{told} Diện tích 72,4 km2.\n")
    assert " ".join(found.ask("Xã An Bình được ghép lại từ những đơn vị nào?").short.split()) == named
