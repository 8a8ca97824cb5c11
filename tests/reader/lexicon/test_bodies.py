"""Names of bodies: offices, departments, companies."""

from __future__ import annotations

import pytest

from reader.lexicon.bodies import asks_for_body, body_spans, is_body


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Giao Sở Nông nghiệp và Môi trường chủ trì.", ["Sở Nông nghiệp và Môi trường"]),
        ("Sở Tài chính và UBND tỉnh thống nhất", ["Sở Tài chính", "UBND tỉnh thống nhất"]),
        ("Sở Văn hóa, Thể thao và Du lịch", ["Sở Văn hóa, Thể thao và Du lịch"]),
        ("Sở Y tế, Công an tỉnh", ["Sở Y tế", "Công an tỉnh"]),
        ("Phòng Kinh tế, Hạ tầng và Đô thị xây dựng kế hoạch", ["Phòng Kinh tế, Hạ tầng và Đô thị"]),
        ("Sở Xây dựng thực hiện", ["Sở Xây dựng"]),
        ("Chủ tịch UBND huyện Vũ Đình Khải nói", ["UBND huyện"]),
        ("Trường Tiểu học Nguyễn Văn Trỗi khai giảng", ["Trường Tiểu học Nguyễn Văn Trỗi khai giảng"]),
        ("UBND phường Trần Hưng Đạo", ["UBND phường Trần Hưng Đạo"]),
        ("Sở Giáo Dục và Đào Tạo", ["Sở Giáo Dục và Đào Tạo"]),
        ("Không nói đến đâu cả.", []),
    ],
)
def test_a_name_ends_where_another_begins_or_the_deed_does(text: str, names: list[str]) -> None:
    assert [span.of(text) for span in body_spans(text)] == names


@pytest.mark.parametrize("question", ["Sở nào chủ trì?", "Đơn vị nào quản lý chợ?", "Which department is in charge?"])
def test_a_body_is_asked_for(question: str) -> None:
    assert asks_for_body(question)


@pytest.mark.parametrize("question", ["Xã nào về đích?", "Thu ngân sách bao nhiêu?", "Mô hình nào?", ""])
def test_something_else_is_asked_for(question: str) -> None:
    assert not asks_for_body(question)


def test_only_what_begins_like_a_body_is_one() -> None:
    assert is_body("Chi cục Biển đảo và Thủy sản")
    assert not is_body("chợ trung tâm")


@pytest.mark.parametrize(
    "text",
    ["Cán bộ khuyến nông", "chính sách xã hội huyện", "tiêm phòng gia súc", "thị trường lao động", "trường hợp khó khăn"],
)
def test_a_syllable_within_another_word_names_no_body(text: str) -> None:
    assert list(body_spans(text)) == []


def test_an_organisation_is_one_and_to_organise_is_none() -> None:
    assert is_body("Tổ chức Lao động quốc tế")
    assert not is_body("tổ chức thực hiện")
