"""What a question says that it does not ask for."""

import pytest

from plans.indicator import Kind
from retriever.denials import kind_instead, without_denied
from retriever.query import understand


@pytest.mark.parametrize(
    ("question", "left", "denied"),
    [
        ("Kế hoạch trồng bao nhiêu, đừng lấy số ước", "Kế hoạch trồng bao nhiêu", "ước"),
        ("Hộ nghèo còn bao nhiêu, dừng lấy sơ ước", "Hộ nghèo còn bao nhiêu", "ước"),  # as "dung lay so uoc" is restored
        ("Thu ngân sách năm 2034 là bao nhiêu (không phải dự toán)?", "Thu ngân sách năm 2034 là bao nhiêu ?", "dự toán"),
        ("Tỷ lệ năm 2034 chứ không phải năm 2033 là bao nhiêu?", "Tỷ lệ năm 2034 là bao nhiêu?", "năm 2033"),
        ("How many visitors came in 2034? not the 2035 goal pls", "How many visitors came in 2034", "2035 goal"),
        ("Không phải kế hoạch nào cũng đạt, đúng không?", "Không phải kế hoạch nào cũng đạt, đúng không?", ""),
        ("Vì sao dự án không lấy đất của dân?", "Vì sao dự án không lấy đất của dân?", ""),
    ],
)
def test_what_is_denied_is_no_part_of_the_question(question: str, left: str, denied: str) -> None:
    assert without_denied(question) == (left, denied)


@pytest.mark.parametrize(
    ("denied", "kind"), [("dự toán", "result"), ("kết quả", "target"), ("ước", None), ("kế hoạch và kết quả", None)]
)
def test_what_is_denied_tells_the_kind_that_is_meant(denied: str, kind: Kind | None) -> None:
    assert kind_instead(denied) == kind


def test_a_year_that_is_denied_is_not_asked_about() -> None:
    assert understand("How many visitors came in 2034? not the 2035 goal").years == (2034,)
