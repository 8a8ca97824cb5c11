"""Numbers that name documents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.document_numbers import find_document_numbers, find_short_numbers, has_number


@pytest.mark.parametrize(
    "number",
    [
        *("159/KH-UBND", "05-CT/TW", "05-CT/ TW", "21-KL/TW", "36/2025/NQ-HĐND", "2270/QĐ-TTg", "72/2025/QH15"),
        *(
            "4255/QĐ-BNN-KHCN",
            "01/CTr-UBND",
            "16241/TTr-UBND",
            "10/2022/TT-BLĐTBXH",
            "57-NQ/TW",
            "71/NQ-CP",
            "200/2023/\nNĐ-CP",
        ),
        *("159/kh-ubnd", "27/CT-TTg"),
    ],
)
def test_a_number_of_a_document_is_found_whole(number: str) -> None:
    assert [one.raw for one in find_document_numbers(f"Căn cứ văn bản số {number} ngày 19/11/2025 của Ủy ban")] == [number]


@pytest.mark.parametrize(
    "text", ["31/01/2024", "7/25 chỉ tiêu", "2 lần/ngày", "33,8 triệu đồng/người", "15 tấn/ha", "2020-2025"]
)
def test_shares_dates_and_rates_are_no_document_numbers(text: str) -> None:
    assert find_document_numbers(text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Số: 9/KH-UBND ngày", "9/KH-UBND"),
        ("trong năm 2024 9/KH-UBND", "9/kh-ubnd"),
        ("Quyết định số 09/KH- UBND,", "9/KH-UBND"),
        ("Nghị định 200/2023/\nNĐ-CP", "200/2023/ND-CP"),
        ("Kế hoạch 159/KH–UBND", "159/KH"),
    ],
)
def test_a_number_is_found_however_it_is_written(text: str, number: str) -> None:
    assert has_number(text, number)


@given(st.integers(1, 9), st.integers(1, 9999))
def test_a_number_that_only_ends_alike_is_another(front: int, serial: int) -> None:
    number = f"{serial}/KH-UBND"
    for other in (f"{front}{number}", f"{serial}/{front}{number}", f"{number}X"):
        assert not has_number(f"Căn cứ văn bản số {other} của Ủy ban", number)
    assert has_number(f"Căn cứ văn bản số {number} của Ủy ban", number)


def test_blanks_capitals_and_leading_zeros_make_no_other_number() -> None:
    assert has_number("05-CT/ TW", "5-ct/tw")


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("quyết định 820 của tỉnh ban hành hôm nào?", ("820/QĐ",)),
        ("Nghị quyết số 12 được thông qua khi nào?", ("12/NQ",)),
        ("Ai ký chỉ thị 5?", ("5/CT",)),
        ("Theo nghị quyết 33/2025 của HĐND tỉnh thì sao?", ("33/NQ",)),
        ("Quyết định 2025 của xã", ()),
        ("Quyết định 15 chỉ tiêu", ()),
        ("Nghị quyết số 12/NQ-HĐND của xã", ()),
    ],
)
def test_a_document_may_be_called_by_its_kind_and_number(question: str, numbers: tuple[str, ...]) -> None:
    assert tuple(one.raw for one in find_short_numbers(question)) == numbers


@pytest.mark.parametrize("named", ["số 820/QĐ-UBND", "820-QĐ/TU", "820/2024/QĐ-UBND", "Quyết định 820 của tỉnh"])
def test_a_number_without_its_code_is_found_however_it_is_written(named: str) -> None:
    assert has_number(named, "820/QĐ")


@pytest.mark.parametrize("named", ["1820/QĐ-UBND", "820/KH-UBND", "Quyết định 8200", "Quyết định 820/KH", "820 đồng"])
def test_another_number_or_kind_is_not_it(named: str) -> None:
    assert not has_number(named, "820/QĐ")
