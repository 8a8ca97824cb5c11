"""Whether a plan was met, by the row of a table."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reader import Assistant

RESULTS = """# Kết quả thực hiện chỉ tiêu năm 2031 của xã Hòa Bình Thạnh

| TT | Chỉ tiêu | ĐVT | Kế hoạch 2031 | Ước TH 2031 | TH/KH (%) | Kế hoạch 2032 |
|---|---|---|---|---|---|---|
| 1 | Sản lượng lương thực có hạt | tấn | 13.900 | 13.275 | 95,5 | 12.400 |
| 2 | Hồ sơ lưu kho được số hóa | % | 60 | 62,5 | 104,2 | 100 |
"""


@pytest.fixture(scope="module")
def results(assistant_over: Callable[[str], Assistant]) -> Assistant:
    return assistant_over(RESULTS)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Năm 2031 việc số hóa hồ sơ lưu kho của xã Hòa Bình Thạnh đã đạt chỉ tiêu chưa?", "Có"),
        ("Năm 2031 xã Hòa Bình Thạnh có hoàn thành chỉ tiêu về thóc, ngô, tức là lương thực có hạt, không?", "Không"),
        ("Năm 2032 việc số hóa hồ sơ lưu kho của xã Hòa Bình Thạnh đã đạt chỉ tiêu chưa?", ""),
    ],
)
def test_the_figures_of_a_row_tell_whether_its_plan_was_met(results: Assistant, question: str, short: str) -> None:
    assert results.ask(question).short == short
