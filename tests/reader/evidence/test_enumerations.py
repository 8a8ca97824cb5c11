"""Points counted off, or in lines of a list, are one answer: whole, and word for word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.compose import compose
from plans.document import Document
from reader.evidence.enumerations import LONGEST, enumeration_at, enumerations

HEAD = "# Kế hoạch chăm sóc cây xanh năm 2026\n\n"


def said(document: Document) -> list[tuple[str, list[str]]]:
    return [
        (one.lead.of(document.text), [point.of(document.text) for point in one.points]) for one in enumerations(document)
    ]


def document(text: str) -> Document:
    return compose(f"{HEAD}{text}\n", "ke-hoach.md")


@pytest.mark.parametrize(
    ("text", "lead", "points"),
    [
        (
            "Xã đặt ra ba việc. Thứ nhất là trồng 200 cây; thứ hai, dọn kênh. Thứ 3 là gom rác. Năm 2027 sẽ xét.",
            "Xã đặt ra ba việc.",
            ["Thứ nhất là trồng 200 cây", "thứ hai, dọn kênh.", "Thứ 3 là gom rác."],
        ),
        (
            "Nguyên nhân gồm: (1) thiếu vốn; (2) thiếu người làm; (3) mưa kéo dài.",
            "Nguyên nhân gồm:",
            ["(1) thiếu vốn", "(2) thiếu người làm", "(3) mưa kéo dài."],
        ),
        (
            "Tổ có nhiệm vụ:\n\n- Chăm sóc cây;\n\n- Tưới nước ba ngày một lần.\n\nKinh phí do xã cấp trong năm nay.",
            "Tổ có nhiệm vụ:",
            ["- Chăm sóc cây", "- Tưới nước ba ngày một lần."],
        ),
        (
            "## 2. Hội Nông dân\n\na) Vận động;\n\n- Mỗi tổ một buổi;\n\nb) Báo cáo hằng quý.\n\n## 3. Đoàn xã",
            "## 2. Hội Nông dân",
            ["a) Vận động", "- Mỗi tổ một buổi", "b) Báo cáo hằng quý."],
        ),
    ],
)
def test_points_stand_under_what_leads_them_in(text: str, lead: str, points: list[str]) -> None:
    assert said(document(text)) == [(lead, points)]


@pytest.mark.parametrize(
    "text",
    [
        "Lần thứ nhất họp vào thứ hai, lần thứ hai họp vào thứ ba.",
        "Kỳ họp thứ nhất; năm thứ hai.",
        "Thứ hai, dọn kênh. Thứ ba, trồng cây.",
        "Tổ có nhiệm vụ:\n\n- Chăm sóc cây.\n\nKinh phí do xã cấp trong năm nay.",
        "Tổ có nhiệm vụ:\n\n- Chăm sóc cây;\n\n- Các việc sau:\n\nKinh phí do xã cấp trong năm nay.",
        "",
    ],
)
def test_what_is_not_counted_off_is_none(text: str) -> None:
    assert said(document(text)) == []


def test_a_list_too_long_to_quote_is_not_cut_short() -> None:
    lines = "\n\n".join(f"- Việc số {number} của tổ là chăm sóc hàng cây ven kênh;" for number in range(LONGEST // 40))
    assert said(document(f"Tổ có nhiệm vụ:\n\n{lines}")) == []


def test_an_enumeration_is_found_by_where_it_stands() -> None:
    found = document("Nguyên nhân gồm: (1) thiếu vốn; (2) thiếu người làm.")
    (one,) = enumerations(found)
    assert enumeration_at(found, one.span) == one
    assert enumeration_at(found, one.lead) is None


@given(
    st.lists(
        st.sampled_from(["Thứ nhất", "thứ 2", "(1)", "(2)", "- a", "1. b", "a) c", "Việc:", ". ", "; ", "\n\n", " x"]),
        max_size=40,
    )
)
def test_points_follow_one_another_within_the_text(parts: list[str]) -> None:
    found = document("".join(parts))
    for one in enumerations(found):
        assert one.lead.end <= one.span.start
        assert all(before.end <= after.start for before, after in zip(one.points, one.points[1:], strict=False))
        assert one.span.end <= len(found.text)
