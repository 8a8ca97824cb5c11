"""Numbers that name documents."""

from __future__ import annotations

import pytest

from plans.document_numbers import find_document_numbers


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
