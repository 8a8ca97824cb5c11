"""Typing slips: repaired when the corpus knows what was meant, and only then."""

import pytest

from plans.document import Span
from retriever.accents import AccentModel
from retriever.spelling import Speller, decodings

MODEL = AccentModel.train(["Tỷ lệ hộ nghèo của xã Quế Long, huyện Quế Sơn giảm mạnh; tổng thu ngân sách đạt 5 tỷ đồng."])
SPELLER = Speller(MODEL)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tyr leej hooj ngheof", "tỷ lệ hộ nghèo"),
        ("ty3 le65 ho65 ngheo2", "tỷ lệ hộ nghèo"),
        ("huyeenj Dduwcs Thoj nawm 2016", "huyện Đức Thọ năm 2016"),
        ("tỷ lệ hộ ngèo", "tỷ lệ hộ nghèo"),
        ("tỷ lệ hộ nghòe", "tỷ lệ hộ nghèo"),
        ("tỷ lệ hộ nghèoo", "tỷ lệ hộ nghèo"),
        ("tổng thu ngân sáhc", "tổng thu ngân sách"),
        ("ho ngheoo", "ho ngheo"),
        ("tỷ lệ hộ nghèo của hị trấn Quế Long", "tỷ lệ hộ nghèo của thị trấn Quế Long"),
        ("tổng ci ngân sách đạt 5 tỷ đồng", "tổng chi ngân sách đạt 5 tỷ đồng"),
        ("kết qả giảm nghèo nm 2016", "kết quả giảm nghèo năm 2016"),
        ("xây dựng nông tôn mới", "xây dựng nông thôn mới"),
        ("sửa chửa nhà ở", "sửa chữa nhà ở"),
    ],
)
def test_a_slip_is_repaired(typed: str, meant: str) -> None:
    assert SPELLER.repair(typed).text == meant


@pytest.mark.parametrize(
    "text",
    [
        "Tỷ lệ hộ nghèo của xã Quế Long năm 2016",
        "ty le ho ngheo xa que long",
        "UBND HĐND GRDP PAPI",
        "quận 1 P12 5G 2A",
        "Krông Xyzq",
        "Thế xã Quế Long thì sao?",
        "Xã nào ở Quế Sơn bỏ ruộng không cấy nhiều nhất?",
        "Kè ở thôn Đồng Ngâu dài bao nhiêu?",
    ],
)
def test_known_words_and_names_are_left_alone(text: str) -> None:
    assert SPELLER.repair(text).text == text


def test_protected_stretches_are_left_alone() -> None:
    assert SPELLER.repair("hooj ngheof", (Span(0, 4),)).text == "hooj nghèo"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nguwowif", "người"),
        ("dduwowngf", "đường"),
        ("dangd", "đang"),
        ("tuyeets", "tuyết"),
        ("quyeetj", "quyệt"),
        ("hoaf", "hòa"),
        ("gias", "giá"),
        ("nuwowcs", "nước"),
        ("nuo7c1", "nước"),
        ("d9u7o7ng2", "đường"),
        ("nghe65", "nghệ"),
    ],
)
def test_input_methods_are_decoded(typed: str, meant: str) -> None:
    assert meant in decodings(typed)
