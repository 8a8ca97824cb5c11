"""What a question says that it does not ask for."""

import pytest

from plans.indicator import Kind
from retriever.accents import AccentModel
from retriever.denials import kind_denied, kind_instead, without_denied
from retriever.query import understand


@pytest.mark.parametrize(
    ("question", "left", "denied"),
    [
        ("Kế hoạch trồng bao nhiêu, đừng lấy số ước", "Kế hoạch trồng bao nhiêu", "ước"),
        ("Thu ngân sách năm 2034 là bao nhiêu (không phải dự toán)?", "Thu ngân sách năm 2034 là bao nhiêu ?", "dự toán"),
        ("Số thu (đã chỉnh, không phải số ước) của xã", "Số thu (đã chỉnh) của xã", "ước"),
        ("Số thu (không phải số ước) của xã Hòa An", "Số thu  của xã Hòa An", "ước"),
        ("Tỷ lệ năm 2034 chứ không phải năm 2033 là bao nhiêu?", "Tỷ lệ năm 2034 là bao nhiêu?", "năm 2033"),
        ("How many visitors came in 2034? not the 2035 goal pls", "How many visitors came in 2034", "2035 goal"),
        ("Không phải kế hoạch nào cũng đạt, đúng không?", "Không phải kế hoạch nào cũng đạt, đúng không?", ""),
        ("Hộ nghèo năm 2034, đừng đưa kết quả 2033", "Hộ nghèo năm 2034", "kết quả 2033"),
        ("Vì sao dự án không lấy đất của dân?", "Vì sao dự án không lấy đất của dân?", ""),
    ],
)
def test_what_is_denied_is_no_part_of_the_question(question: str, left: str, denied: str) -> None:
    assert without_denied(question) == (left, denied)


@pytest.mark.parametrize(
    ("words", "denied", "meant"),
    [
        ("dự toán", "target", "result"),
        ("kết quả", "result", "target"),
        ("số ước", "estimate", None),
        ("kế hoạch và kết quả", None, None),
    ],
)
def test_what_is_denied_tells_the_kind_that_is_meant(words: str, denied: Kind | None, meant: Kind | None) -> None:
    assert kind_denied(words) == denied
    assert kind_instead(kind_denied(words)) == meant


@pytest.mark.parametrize(
    ("question", "denied"),
    [
        ("Nghị quyết HĐND yêu cầu giảm ít nhất bao nhiêu, chứ không phải mức UBND huyện giao?", None),
        ("Xã thu bao nhiêu, không lấy mức UBND huyện giao?", "target"),
    ],
)
def test_what_somebody_set_is_asked_for_though_what_another_set_is_denied(question: str, denied: Kind | None) -> None:
    assert understand(question).denied == denied


def test_a_year_that_is_denied_is_not_asked_about() -> None:
    assert understand("How many visitors came in 2034? not the 2035 goal").years == (2034,)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("nam 2034 ket nap duoc bao nhieu dang vien, dung lay so chi tieu", "result"),
        ("ho ngheo nam 2034 con bao nhieu, chu dung lay so ket qua", "target"),
        ("nam 2034 da ket nap duoc bao nhieu dang vien, dung lay so ket qua", "target"),
    ],
)
def test_what_is_denied_without_accents_is_read_too(typed: str, kind: Kind) -> None:
    query = understand(typed, language_model=AccentModel.train([]))
    assert query.kind == kind
    assert "lấy" not in query.text
