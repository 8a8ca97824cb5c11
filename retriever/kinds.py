"""Which figure a question wants: the target set, the result reached, or an estimate or forecast.

Only what the question says counts; a plain "là bao nhiêu" states no kind.
"""

from __future__ import annotations

import re
from typing import Literal

from plans.indicator import Kind
from plans.text import canonical

_DENIED = re.compile(r",?\s*(?:chứ )?(?:không phải|không tính|chứ không)(?: là)? [^,?.]*|\bnot (?:the )?\w+")
_ESTIMATE = re.compile(r"\b(?:ước|ước tính|ước đạt|ước thực hiện|dự báo|dự kiến|dự ước)\b")
# "thực hiện", "kế hoạch" and "giao" are also plain words: a plan's title, "giao thông", "thực hiện chính sách".
_QUANTITY = (
    r"(?:tăng|giảm|thu|chi|tổng|tỷ|tỉ|số (?:lượng|hộ|người|xã|lao động|học sinh|lượt|vụ)|vốn|sản lượng|diện tích"
    r"|doanh thu|kim ngạch|giá trị|xuất khẩu|nhập khẩu|giải quyết|tăng trưởng|tốc độ|đạt|thành lập mới|trồng|xây mới"
    r"|kết nạp|đầu tư|huy động|năm|đến năm|được giao|giao|đề ra|đặt ra)"
)
_GIVEN = (  # "giao chỉ tiêu", but not "giao thông", "chuyển giao"
    r"(?<!chuyển )(?<!bàn )(?<!ngoại )(?<!xã )(?<!phân )\bgiao\b"
    r"(?! (?:thông|lưu|dịch|đất|tiếp|ban|lộ|hàng|nộp|khoán|thừa|quân|thí điểm|cho (?:ai|sở|cơ quan|đơn vị)|ai|sở|ban|phòng"
    r"|cơ quan|đơn vị nào|công an|hội|đặt|làm|xây))"
)
_TARGET = re.compile(
    r"(?<!các )(?<!những )\bchỉ tiêu\b(?! (?:nào|gì|đạt|vượt|hoàn thành|đã))"
    r"|\bphải (?:đạt|phủ|hoàn thành|nâng|vận động|phát triển|bảo đảm|đảm bảo|giảm (?:còn|xuống))\b"
    r"|\bphấn đấu\b|\bđặt (?:kế hoạch|mục tiêu|chỉ tiêu)\b"
    r"|\b(?:nhắm|hướng)(?: (?:tới|đến|đạt|là))* (?:bao nhiêu|mấy)\b|\bmục tiêu\b(?! quốc gia)"
    r"|\bđặt ra\b|\bđề ra\b|\bdự toán\b|\bquyết tâm đạt\b|\btối thiểu\b"
    rf"|{_GIVEN}|\bnhiệm vụ (?:thu|chi)\b|\bkế hoạch (?:{_QUANTITY}|(?:19|20)\d\d|grdp|là (?:bao nhiêu|mấy))\b"
    r"|\btheo kế hoạch(?= năm|,|$| đề ra| giao)"
)
_RESULT = re.compile(
    r"(?<!báo cáo )\bkết quả (?:đạt|thực hiện|thu|chi)\b|\bđạt được\b"
    r"|\bđã (?:đạt|thực hiện|hoàn thành|thu|chi|giải quyết|kết nạp)\b"
    r"|\bthực hiện (?:đạt|được (?:bao nhiêu|mấy)|cả năm|năm \d{4})\b|\b(?:được|hoàn thành) (?:bao nhiêu|mấy)\b"
    r"|\b(?:bằng|đạt|vượt) (?:bao nhiêu|mấy) ?(?:%|phần trăm)? ?(?:so với )?(?:kế hoạch|dự toán|chỉ tiêu)\b"
)
_THERE_IS = re.compile(
    r"\b(?:hiện(?: nay| tại| đang)?|đến nay|bây giờ|giờ) (?:đã )?(?:có|còn) (?:được )?(?:bao nhiêu|mấy)\b"
    r"|\bđã có (?:bao nhiêu|mấy)\b"
)
"""That it is asked how many there are, which no plan tells."""
_ASSIGNED = re.compile(r"\b(?:được|đã)(?: \w+)? giao\b")
"""What is said of money or a task that was given out, of which it is asked how much was spent or done."""
_SPENT = re.compile(r"\b(?:đã|mới) (?:giải ngân|thực hiện|tiêu|chi|sử dụng|hoàn thành)(?: được)? (?:bao nhiêu|mấy)\b")
_REACHED = re.compile(r"\bđạt (?:được )?(?:bao nhiêu|mấy|tỷ lệ bao nhiêu|mức nào)\b")
_UNTIL = re.compile(r"\bđến (?:hết |cuối )?năm (?:19|20)\d\d")  # "đến năm 2030 đạt bao nhiêu" may be a target
# "vượt kế hoạch thành phố giao", "đạt bao nhiêu chỉ tiêu đề ra": the target is what a result is held against, or counted.
PLANNED = r"(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết|(?:mức )?(?:[^\W\d_]+ ){0,2}giao)"
"""What a result is held against, as a pattern."""
_COMPARED = re.compile(
    rf"(?:\b(?:so với|(?:kết quả )?(?:thực hiện|hoàn thành)(?: các)?"
    rf"|vượt(?: mức)?|bằng|phần trăm|bao nhiêu|mấy|(?<!\d)\d{{1,3}})|%)\s*(?:so với )?{PLANNED}\b"
    r"(?:[^,.?]{0,40}\b(?:giao|đề ra|đặt ra|kế hoạch)\b)?"
    r"|\b(?:hơn|đủ|kém|quá) (?:mức|chỉ tiêu|kế hoạch|dự toán|mục tiêu)\b(?:[^,.?]{0,60}\b(?:giao|đề ra|đặt ra)\b)?"
)
_ENGLISH: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("result", re.compile(r"\b(?:actual|actually|achieved?|reached|in reality)\b")),
    ("estimate", re.compile(r"\b(?:estimated?|forecast|projected|expected|predicted)\b")),
    (
        "target",
        re.compile(
            r"\b(?:targets?(?! program(?:me)?s?)|targeted|goals?|plan(?:ned)?(?= to| for| \w+ budget|\b)|should|aims?"
            r"|assigned|set)\b"
        ),
    ),
)


def kind_of(text: str, language: Literal["vi", "en"] = "vi") -> Kind | None:
    """The kind that a question (accents restored, document numbers masked) states, else None."""
    lowered = _DENIED.sub(" ", canonical(text))
    if language == "en":
        return next((kind for kind, pattern in _ENGLISH if pattern.search(lowered)), None)
    if re.search(r"\bthực tế\b", lowered):
        return "result"
    if _ESTIMATE.search(lowered):
        return "estimate"
    if _THERE_IS.search(lowered):
        return "result"
    uncompared = _COMPARED.sub(" ", lowered)
    if _SPENT.search(lowered):
        uncompared = _ASSIGNED.sub(" ", uncompared)
    if _TARGET.search(uncompared):
        return "target"
    reached = _REACHED.search(lowered) and not _UNTIL.search(lowered)
    return "result" if reached or _RESULT.search(lowered) or _SPENT.search(lowered) else None
