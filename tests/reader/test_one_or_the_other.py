"""Of two figures, persons or days that stand side by side the one that is asked for is given, or none: asked of the real
assistant over short reports."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reader import Assistant

Over = Callable[[str], Assistant]

REPORT = """# Báo cáo 9 tháng đầu năm 2032 của xã Hòa An

Giá trị sản xuất 9 tháng đầu năm 2032 tăng 6,1% (9 tháng năm 2031 tăng 5,2%). Trong đó:

- Nông nghiệp tăng 3,4%;
- Dịch vụ tăng 8,8%.

Thu ngân sách 9 tháng đạt 12,4 tỷ đồng, bằng 71% dự toán.

Đến nay toàn xã có 52% hộ lắp máy lọc nước và 100% trường học lắp máy lọc nước tập trung.

Trong nhiệm kỳ, HĐND xã đã tổ chức 14 kỳ họp, chất lượng ngày càng tốt hơn. Qua đó, HĐND xã đã thông qua 61 nghị quyết.

Cây bưởi dự kiến trồng mới 32 ha, cây cam đang thu hoạch 80 ha, năng suất 21 tấn/ha.

Thu từ hoạt động của chợ Lái năm 2032 bằng 88,5% so với cùng kỳ.

Trong 12 chỉ tiêu được giao, có 9 chỉ tiêu vượt, 01 chỉ tiêu đạt và 02 chỉ tiêu không đạt kế hoạch, gồm: tỷ lệ hộ có nhà
tiêu và tỷ lệ dân số tham gia bảo hiểm xã hội tự nguyện.
"""

POLICY = """# Nghị quyết về hỗ trợ chăn nuôi trên địa bàn xã Hòa An giai đoạn 2032 - 2035

Các dự án đã duyệt trước ngày Nghị quyết này có hiệu lực thì tiếp tục được hỗ trợ đến hết ngày 30 tháng 6 năm 2033.

Tham dự có đồng chí Lê Văn Cừ, Giám đốc Sở Tài chính và đồng chí Vũ Thị Đào, Phó Giám đốc Sở Y tế.
"""


@pytest.fixture(scope="module")
def report(assistant_over: Over) -> Assistant:
    return assistant_over(REPORT)


@pytest.fixture(scope="module")
def policy(assistant_over: Over) -> Assistant:
    return assistant_over(POLICY)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("9 tháng năm 2032 xã Hòa An thu ngân sách được bao nhiêu tỷ đồng?", "12,4 tỷ đồng"),
        ("9 tháng năm 2031 xã Hòa An thu ngân sách được bao nhiêu tỷ đồng?", ""),  # the year of an aside is its own
        ("Xã Hòa An có bao nhiêu phần trăm hộ lắp máy lọc nước?", "52%"),
        ("HĐND xã Hòa An nhiệm kỳ này ra được bao nhiêu NQ?", "61 nghị quyết"),
        ("Năng suất bưởi của xã Hòa An là bao nhiêu tấn/ha?", ""),
        ("Năng suất cam của xã Hòa An là bao nhiêu tấn/ha?", "21 tấn/ha"),
        ("Thuế VAT xã Hòa An 9 tháng năm 2032 thu được bao nhiêu?", ""),
        ("Thu của chợ Lái năm 2032 ở xã Hòa An có hơn cùng kỳ năm ngoái không?", "Không"),
        ("Thu của chợ Đình năm 2032 ở xã Hòa An có hơn cùng kỳ năm ngoái không?", ""),
        ("Chỉ tiêu dân số tham gia BHXH tự nguyện năm 2032 của xã Hòa An có hoàn thành không?", "Không"),
        ("Tổng giá trị sản xuất của xã Hòa An 9 tháng đầu năm 2032 là bao nhiêu?", ""),  # by how much it grew is none
        ("Giá trị sản xuất của xã Hòa An 9 tháng đầu năm 2032 tăng bao nhiêu phần trăm?", "6,1%"),
    ],
)
def test_of_a_report(report: Assistant, question: str, answer: str) -> None:
    assert report.ask(question).short == answer


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Dự án đã duyệt ở xã Hòa An được hỗ trợ tiếp tới khi nào?", "ngày 30 tháng 6 năm 2033"),
        ("Đồng chí nào là Giám đốc Sở Tài chính, tham dự ở xã Hòa An?", "Lê Văn Cừ"),
        ("Đồng chí nào là Giám đốc Sở Y tế, tham dự ở xã Hòa An?", ""),
    ],
)
def test_of_a_policy(policy: Assistant, question: str, answer: str) -> None:
    assert policy.ask(question).short == answer
