"""Target, result or estimate, as the question says."""

from typing import Literal

import pytest

from plans.indicator import Kind
from retriever.kinds import kind_of


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Chỉ tiêu tăng trưởng năm 2019 là bao nhiêu?", "target"),
        ("Huyện phấn đấu thu nhập bình quân đạt bao nhiêu?", "target"),
        ("HĐND tỉnh giao thu ngân sách bao nhiêu?", "target"),
        ("Theo dự toán năm 2017, tổng thu là bao nhiêu?", "target"),
        ("Kế hoạch tăng trưởng năm 2018 là bao nhiêu?", "target"),
        ("Đến năm 2030 đặt mục tiêu bao nhiêu?", "target"),
        ("Năm 2016, tổng thu ngân sách đạt bao nhiêu?", "result"),
        ("Thu nhập thực tế đạt bao nhiêu so với chỉ tiêu?", "result"),
        ("Đã giải quyết việc làm cho bao nhiêu lao động?", "result"),
        ("Thu ngân sách bằng bao nhiêu phần trăm dự toán?", "result"),
        ("Huyện hoàn thành bao nhiêu chỉ tiêu thành phố giao?", "result"),
        ("Giải ngân vốn chương trình mục tiêu quốc gia đạt bao nhiêu phần trăm?", "result"),
        ("Vốn chương trình mục tiêu quốc gia năm 2024 là bao nhiêu?", None),
        ("Kỳ họp đã thông qua bao nhiêu nghị quyết?", None),
        ("GRDP ước đạt bao nhiêu?", "estimate"),
        ("Ước thực hiện cả năm, không phải số được giao, là bao nhiêu?", "estimate"),
        ("Dự báo số giường bệnh năm 2026", "estimate"),
        ("Xã hiện có mấy sản phẩm 4 sao?", "result"),
        ("Xã đã giải ngân bao nhiêu phần trăm số vốn được giao?", "result"),
        ("Xã được giao bao nhiêu vốn?", "target"),
        ("Xã phải phủ bảo hiểm y tế bao nhiêu phần trăm?", "target"),
        ("Huyện đặt kế hoạch dư nợ cho vay là bao nhiêu?", "target"),
        ("Có bao nhiêu hộ phải di dời?", None),
        ("Đến năm 2034 nhắm tới bao nhiêu khách?", "target"),
        ("Ai ký Kế hoạch số ____ của UBND tỉnh?", None),
        ("Kế hoạch truyền thông về giảm nghèo mang số bao nhiêu?", None),
        ("Luật được thực hiện từ ngày nào?", None),
        ("Chương trình mục tiêu quốc gia là gì?", None),
        ("Tai nạn giao thông có bao nhiêu vụ?", None),
        ("Tỷ lệ hộ nghèo là bao nhiêu?", None),
        ("Đến năm 2030 tỷ lệ có chữ ký số đạt bao nhiêu?", None),
        ("Thu ngân sách 6 tháng đạt mấy % dự toán?", "result"),
        ("Thu ngân sách xã năm 2025 so với tỉnh giao đạt mấy phần trăm?", "result"),
        ("Năm 2024 dự toán thu ngân sách là bao nhiêu?", "target"),
        ("UBND tỉnh giao sở nào kêu gọi nhà đầu tư?", None),
    ],
)
def test_kind_of_a_question(question: str, expected: Kind | None) -> None:
    assert kind_of(question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What share should be screened by 2030?", "target"),
        ("What total did Hanoi plan for 2017?", "target"),
        ("What was the actual revenue?", "result"),
        ("What share of national target programme funds was disbursed?", None),
        ("What is the estimated GRDP?", "estimate"),
        ("Who is the Party Secretary?", None),
    ],
)
def test_kind_of_an_english_question(question: str, expected: Kind | None) -> None:
    language: Literal["vi", "en"] = "en"
    assert kind_of(question, language) == expected
