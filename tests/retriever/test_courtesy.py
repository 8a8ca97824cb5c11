"""Greetings and polite words around a question."""

import pytest

from retriever.courtesy import without_courtesies
from retriever.query import understand
from retriever.shorthand import written_out


@pytest.mark.parametrize(
    ("typed", "bare"),
    [
        ("em chào anh chị, cho em hỏi năm 2032 xã thu bao nhiêu ạ", "năm 2032 xã thu bao nhiêu"),
        ("dạ cho em hỏi chỉ tiêu hộ nghèo của xã", "chỉ tiêu hộ nghèo của xã"),
        ("cho em hỏi ban nào chủ trì", "ban nào chủ trì"),
        ("cho hỏi có mấy thôn ảnh hưởng bão", "có mấy thôn ảnh hưởng bão"),
        ("xin hoi anh huong cua bao la gi", "anh huong cua bao la gi"),
        ("cho em hoi chi tieu ho ngheo cua Cai Lay la bao nhieu a", "chi tieu ho ngheo cua Cai Lay la bao nhieu"),
        ("Cho em hỏi chị, xã có mấy thôn?", "xã có mấy thôn?"),
        ("Dạ cho tôi hỏi: ai ký quyết định?", "ai ký quyết định?"),
        ("Anh chị ơi, xã có bao nhiêu hộ nghèo?", "xã có bao nhiêu hộ nghèo?"),
        ("xin hoi ti le ho ngheo bao nhieu a", "ti le ho ngheo bao nhieu"),
        ("Xã này thuộc huyện nào vậy anh", "Xã này thuộc huyện nào"),
        ("ho phai khoi cong truoc ngay may vay anh", "ho phai khoi cong truoc ngay may"),
        ("gan may cai camera the", "gan may cai camera"),
        ("e hỏi chút, làm đường thì tỉnh cho bao nhiêu", "làm đường thì tỉnh cho bao nhiêu"),
        ("Kính hỏi: xã có mấy thôn?", "xã có mấy thôn?"),
        ("Xin cho biết xã có mấy thôn?", "xã có mấy thôn?"),
        ("Đề nghị cho biết số hộ nghèo của xã", "số hộ nghèo của xã"),
        ("Báo cáo giúp tổng thu ngân sách xã năm 2034", "tổng thu ngân sách xã năm 2034"),
        ("Báo cáo số 12 của xã nêu gì?", "Báo cáo số 12 của xã nêu gì?"),
        ("Cho hộ nghèo vay tối đa bao nhiêu?", "Cho hộ nghèo vay tối đa bao nhiêu?"),
        ("Xã có hoàn thành chỉ tiêu không em?", "Xã có hoàn thành chỉ tiêu không?"),
        ("Tỉnh tuyển vào lớp 10 bao nhiêu em?", "Tỉnh tuyển vào lớp 10 bao nhiêu em?"),
        ("de nghi quy co quan cung cap so lieu ve ho ngheo cua xa", "ho ngheo cua xa"),
        ("Xã đề nghị cho biết gì?", "Xã đề nghị cho biết gì?"),
        ("cho e hỏi tí, sở nào theo dõi", "sở nào theo dõi"),
        ("a chi oi xa bo ra bao nhieu tien", "xa bo ra bao nhieu tien"),
        ("da cap may nghin the", "da cap may nghin the"),
        ("co bao nhieu ho duoc vay", "co bao nhieu ho duoc vay"),
        ("lai suat bao nhieu khi vay", "lai suat bao nhieu khi vay"),
        ("ai lo vụ gpmb bên xã vậy ạ", "ai lo vụ gpmb bên xã"),
        ("Làm như vậy có đúng như vậy", "Làm như vậy có đúng như vậy"),
        ("Anh chị cho hỏi Tân Uyên đạt mấy chỉ tiêu?", "Tân Uyên đạt mấy chỉ tiêu?"),
        ("thu ngan sach bao nhieu chi", "thu ngan sach bao nhieu"),
        ("xa thu bao nhieu, dung dua so chi", "xa thu bao nhieu, dung dua so chi"),
        ("vu nay xa cay may ha", "vu nay xa cay may ha"),
        ("xa lam xong chua ha", "xa lam xong chua"),
        ("Nhờ anh chị chỉ giúp: xã có mấy trụ cột tăng trưởng?", "xã có mấy trụ cột tăng trưởng?"),
        ("Tôi đang soạn báo cáo, cần con số tổng chi", "cần con số tổng chi"),
        ("a ơi vốn xổ số tiêu được mấy % r ạ", "vốn xổ số tiêu được mấy %"),
    ],
)
def test_courtesies_are_no_part_of_a_question(typed: str, bare: str) -> None:
    assert without_courtesies(typed) == bare


@pytest.mark.parametrize(
    "question",
    [
        "Chào mừng 50 năm là sự kiện gì?",
        "cho hoi nghi tong ket bao nhieu tien",
        "Cô Tô có mấy hộ nghèo?",
        "Đa Phước có bao nhiêu hộ?",
        "xã nào gần xã An Nha",
        "Xin chào",
    ],
)
def test_what_looks_like_one_stays(question: str) -> None:
    assert without_courtesies(question) == question


def test_a_polite_question_asks_whether_something_is_so() -> None:
    assert understand("năm 2032 tỷ lệ giải ngân có đạt 95% ko ạ").text.endswith("không")


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("tỷ lệ HN của xã", "tỷ lệ hộ nghèo của xã"),
        ("còn mấy HN, mấy HCN", "còn mấy hộ nghèo, mấy HCN"),
        ("HN ở x. Đồng Tâm vay bao nhiêu", "hộ nghèo ở x. Đồng Tâm vay bao nhiêu"),
        ("chỉ tiêu HN của Cai Lậy", "chỉ tiêu hộ nghèo của Cai Lậy"),
        ("xã còn bao nhiêu % HN", "xã còn bao nhiêu % hộ nghèo"),
        ("số dân của HN", "số dân của HN"),
        ("HN năm 2032 có mấy quận", "HN năm 2032 có mấy quận"),
    ],
)
def test_two_letters_are_poor_households_where_they_are_counted(typed: str, written: str) -> None:
    assert written_out(typed) == written


def test_what_is_written_out_has_accents_where_the_question_has() -> None:
    assert written_out("con thieu no bn") == "con thieu no bao nhieu"
    assert written_out("còn thiếu nợ bn") == "còn thiếu nợ bao nhiêu"
    assert written_out("xã bỏ ra nhiêu tiền, bao nhiêu hộ") == "xã bỏ ra bao nhiêu tiền, bao nhiêu hộ"


@pytest.mark.parametrize(
    ("typed", "written"), [("bé chưa tới 1m2 có phải mua vé", "bé chưa tới 1,2 m có phải mua vé"), ("đất 1m2", "đất 1m2")]
)
def test_a_height_as_it_is_said_is_written_in_metres(typed: str, written: str) -> None:
    assert written_out(typed) == written
