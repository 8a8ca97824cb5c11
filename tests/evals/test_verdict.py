import pytest

from evals.predictions import Prediction
from evals.questions import Question
from evals.verdict import is_right, judge
from plans.document import Span


def asked(kind: str, gold: str, *also: str, expected: str = "") -> Question:
    return Question("q", "?", kind, True, "a.txt", Span(0, len(gold)), gold, also, expected=expected)


@pytest.mark.parametrize(
    ("kind", "gold", "answer"),
    [
        ("percent", "0,63%", "0,63 %"),
        ("percent", "0,63%", "giảm còn 0,63%"),
        ("money", "9.484 tỷ đồng", "9484 tỷ đồng"),
        ("money", "9.484 tỷ đồng", "khoảng 9.484 tỷ đồng"),
        ("money", "247.907", "247.907 tỷ đồng"),
        ("money", "từ 86 đến 88 triệu đồng", "86 - 88 triệu đồng"),
        ("number", "629/731 trường công lập", "629/731 trường"),
        ("number", "58 đơn vị hành chính cấp xã", "58 đơn vị"),
        ("number", "07 cửa sông", "7"),
        ("number", "hai xã", "2 xã"),
        ("date", "ngày 18\ntháng 11 năm 2025", "18/11/2025"),
        ("date", "18-5- 2021", "ngày 18/5/2021"),
        ("date", "năm 2030", "2030"),
        ("date", "29/12", "ngày 29/12/2023"),
        ("date", "2020 - 2025", "2020-2025"),
        ("person", "Nguyễn Văn An", "ông Nguyễn Văn An"),
        ("person", "đồng chí Nguyễn Văn An", "Nguyễn Văn An"),
        ("place", "Phường Tam Quan", "phường Tam Quan"),
        ("text", "Ủy ban nhân dân huyện", "Uỷ ban nhân dân huyện"),
        ("list", "y tế, giáo dục, văn hóa và xã hội", "văn hoá, xã hội, y tế và giáo dục"),
    ],
)
def test_an_answer_that_says_the_same_is_right(kind: str, gold: str, answer: str) -> None:
    assert is_right(asked(kind, gold), answer)


@pytest.mark.parametrize(
    ("kind", "gold", "answer"),
    [
        ("percent", "0,63%", "0,69%"),
        ("percent", "12,5%", "125%"),
        ("percent", "36%", "36 xã"),
        ("percent", "0,63%", "0,69%, năm sau là 0,63%"),
        ("money", "9.484 tỷ đồng", "9.484 triệu đồng"),
        ("money", "86 triệu đồng", "86 đến 88 triệu đồng"),
        ("number", "hai xã", "ba xã"),
        ("number", "58 đơn vị", "58 hộ"),
        ("date", "ngày 18 tháng 11 năm 2025", "18/11/2024"),
        ("date", "ngày 18 tháng 11 năm 2025", "năm 2025"),
        ("date", "Quý III Năm 2026", "năm 2026"),
        ("date", "năm 2025", "ngày 18/11/2025"),
        ("person", "Nguyễn Văn An", "Nguyễn Thị An"),
        ("person", "Nguyễn Văn An", "Nguyen Van An"),
        ("place", "Hồ Cửa Đạt", "Hồ Núi Cốc"),
        ("text", "số 159/KH-UBND", "số 160/KH-UBND"),
        ("text", "đạt 12 tiêu chí của năm nay", "đạt 13 tiêu chí của năm nay"),
        ("text", "phường", "Thường trực Hội đồng nhân dân phường và các ban"),
        ("text", "một câu", " . "),
    ],
)
def test_an_answer_that_says_something_else_is_not(kind: str, gold: str, answer: str) -> None:
    assert not is_right(asked(kind, gold), answer)


def test_any_of_several_golds_will_do() -> None:
    assert is_right(asked("text", "Thường trực", "Ban Thường vụ"), "ban thường vụ")


@pytest.mark.parametrize(
    ("answer", "right"), [("Có", True), ("Không", False), ("vượt chỉ tiêu năm 2023", True), ("chưa có", False)]
)
def test_a_yes_or_no_answer_is_judged_by_its_polarity_or_its_proof(answer: str, right: bool) -> None:
    assert is_right(asked("yesno", "vượt chỉ tiêu năm 2023", expected="có"), answer) is right


def test_the_sets_own_value_and_unit_count_as_gold() -> None:
    question = Question("q", "?", "money", True, "a.txt", Span(0, 3), "100", value="100000", unit="đồng")
    assert is_right(question, "100 nghìn đồng")


def test_an_answer_to_an_unanswerable_question_is_wrong_whatever_it_says() -> None:
    nothing = Question("q", "?", "unanswerable", False)
    assert judge(nothing, Prediction("q", "answered", "0,63%", "", 0.9)) == "wrong"
    assert judge(nothing, Prediction("q", "not_found", "", "", 0.1)) == "abstained"


def test_a_missing_prediction_is_an_abstention() -> None:
    assert judge(asked("percent", "1%"), None) == "abstained"
