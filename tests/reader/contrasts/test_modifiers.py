"""Are two things of like names told apart?"""

from collections.abc import Callable

import pytest

from reader import Assistant

PLAN = """# Kế hoạch năm 2032 của xã Krông Năng, tỉnh Đắk Lắk

| TT | Chỉ tiêu | ĐVT | Thực hiện 2031 | Kế hoạch 2032 |
|---|---|---|---|---|
| 1 | Sản lượng sầu riêng | tấn | 13.350 | 15.600 |
| 2 | Sản lượng hồ tiêu | tấn | 1.045 | 1.030 |

Diện tích mắc ca năm 2031 là 297 ha.

Gói thầu XL-02 đạt 63% giá trị hợp đồng. Gói XL-03 chậm tiến độ.
"""


@pytest.fixture(scope="module")
def planned(assistant_over: Callable[[str], Assistant]) -> Assistant:
    return assistant_over(PLAN)


def test_a_row_of_another_crop_is_no_answer_where_the_document_tells_of_the_one_asked_for(planned: Assistant) -> None:
    answer = planned.ask("Kế hoạch sản lượng mắc ca năm 2032 của xã Krông Năng là bao nhiêu tấn?")
    assert answer.status == "not_found"


def test_a_crop_that_the_document_does_not_have_is_not_answered_with_another(planned: Assistant) -> None:
    assert planned.ask("Kế hoạch sản lượng muối năm 2032 của xã Krông Năng là bao nhiêu tấn?").status == "not_found"


def test_the_row_asked_for_is_the_answer(planned: Assistant) -> None:
    answer = planned.ask("Kế hoạch sản lượng hồ tiêu năm 2032 của xã Krông Năng là bao nhiêu tấn?")
    assert "1.030" in answer.short


def test_a_word_put_in_before_a_name_makes_no_other_thing_of_it(planned: Assistant) -> None:
    answer = planned.ask("Gói XL-02 đạt bao nhiêu % giá trị hợp đồng?")
    assert answer.short == "63%"
