"""The words that stand around the name of an indicator and are not part of it, as patterns for `ingest.labels`."""

from __future__ import annotations

import re

from plans.indicator import Change

TIME, PLACE = "\ue000", "\ue001"  # stand in for a date and a place while a phrase is being cleaned


def either(*lists: str) -> str:
    """An alternation of the ";"-separated phrases (which may be patterns), longest first."""
    phrases = {phrase for one in lists for phrase in _phrases(one)}
    return "(?:" + "|".join(sorted(phrases, key=lambda phrase: (-len(phrase), phrase))) + ")"


def _phrases(words: str) -> list[str]:
    return [phrase.strip() for phrase in words.replace("\n", " ").split(";") if phrase.strip()]


_LEVELS = r"tỉnh; huyện; xã; thành phố; TP\.?; TX\.?; thị xã; quận; phường; thị trấn; địa phương"

TIMES = re.compile(
    r"(?:(?:,|\b(?:tính|kể|riêng|và|ngay))\s*)?(?:\b(?:trong|đến|vào|từ|ở|của|cho|tại|theo)\s+)?(?:\b"
    + either(r"hết; cuối; đầu; giữa; thời điểm; cả; giai đoạn; nhiệm kỳ; thời kỳ; năm học; kế hoạch; niên vụ; \d+h")
    + rf"\s+)*[(]?\s*{TIME}(?:\s*[-–]\s*{TIME})?\s*[)]?",
    re.IGNORECASE,
)
POINTS = re.compile(
    r"(?:\b(?:trong|đến|vào|từ|ở|của|tại|tới)\s+)?\b(?:đầu|cuối|giữa)\s+(?:năm|kỳ|tháng|quý)(?!\s+(?:học|ngoái|trước))(?!\w)",
    re.IGNORECASE,
)
"""Points of a time that has no date: "đầu năm"."""
_MAKES_NEW = (
    "nông thôn; đổi; làm; trồng; xây; xây dựng; thành lập; kết nạp; tuyển; cấp; mở; phát triển; đảng viên; hội viên"
)
ONLY = re.compile(
    "".join(f"(?<!{one} )" for one in _phrases(_MAKES_NEW))
    + r"(?<!\w)mới(?:\s+chỉ)?(?=\s+(?:đạt|giải ngân|thực hiện|hoàn thành|bằng|ước)(?!\w))",
    re.IGNORECASE,
)
"""The "mới" that says how little is reached: "giải ngân mới đạt", not "nông thôn mới đạt"."""
PLACES = re.compile(
    rf"(?:,\s*)?(?:\b{either('trên địa bàn; địa bàn; của; tại; ở; trong; cho; thuộc; toàn; về; và')}\s+)*"
    rf"{PLACE}(?:\s*[,(]?\s*{PLACE}\s*[)]?)*",
    re.IGNORECASE,
)
GENERAL_PLACES = re.compile(
    rf"\b{either('trên địa bàn; địa bàn; của toàn; trong toàn; của; trong; toàn; cả')}\s+(?:toàn\s+)?"
    rf"{either(_LEVELS)}(?!\s+(?:hội|nông thôn|trấn|ủy|uỷ|viên))(?!\w)|\btrên địa bàn\b",
    re.IGNORECASE,
)

_CONNECTIVES = """
trong đó; và; còn; riêng; đồng thời; bên cạnh đó; ngoài ra; cụ thể; cụ thể là; như sau; như; bao gồm; gồm; gồm có;
với; tuy nhiên; theo đó; do đó; nhất là; đặc biệt; đặc biệt là; đến nay; hiện nay; tính đến nay; lũy kế; luỹ kế; lũy
kế đến nay; năm nay; trong năm; cả năm; hằng năm; hàng năm; mỗi năm; trước mắt; thời gian qua; trong tổng số; các chỉ
tiêu; kết quả
"""
_LEADING_VERBS = r"""
phấn đấu; đã; sẽ; đang; cũng; có; là; thì; mà; để; đều; được giao; được; đạt; trên; ước thực hiện; ước tính; ước; dự
kiến; dự báo; bảo đảm; đảm bảo; mục tiêu; mục tiêu là; tiếp tục; duy trì; hiện(?! đại| trạng| thực| vật| tượng| nay);
toàn(?= (?:tỉnh|huyện|xã|ngành|đảng|quốc|vùng)); giao(?= (?:thu|chi|chỉ|dự|tổng)); hoàn thành(?! [^\W\d_]+
(?:đưa|xây|công)); trong(?=\s*$); bình quân(?= (?:đạt|tăng|giảm));
đây là(?: (?:lần|năm) (?:đầu tiên|đầu|thứ [^\W\d_]+)(?: liên tiếp)?)?
"""
LEADING = re.compile(
    r"^(?:[\s,.;:()\-–+*•“”\"'/]+|\[\d+\]|(?:\d+(?:\.\d+)*|[a-zđ])[.)]\s|"
    rf"{either(_CONNECTIVES, _LEADING_VERBS)}(?!\w)[\s,]*)+",
    re.IGNORECASE,
)
SUBJECT = re.compile(
    rf"^(?:toàn\s+)?{either(_LEVELS, 'chúng ta; chúng tôi')}\s+"
    r"(?=(?:đã|có|còn|thực hiện|phấn đấu|tiếp tục|được|sẽ|cũng|đạt|hoàn thành|đang|đề ra|đặt)(?!\w))",
    re.IGNORECASE,
)

# Words whose last syllables only look like one of those below.
_COMPOUNDS = """
gia tăng; lấn chiếm; đồng bằng; văn bằng; công bằng; mặt bằng; trở lên; nâng lên; hoàn thành; tạo thành; hình thành; hạn
mức; định mức; bàn giao; chuyển giao; nhà ở; đất ở; thông qua; cây hàng năm; cây hằng năm; lâu năm; hàng năm; hằng năm;
chứng chỉ; địa chỉ; tín chỉ; phát hiện; thể hiện; xuất hiện; tự do; hiện tại; tồn tại
"""
_TRAILING_VERBS = """
đạt được; đạt; ước đạt; ước tính; [uư]ớc; là; còn; kiềm giảm; kéo giảm; giảm; tăng trưởng(?= đạt); tăng;
(?<=tăng )(?:khá|khá cao|cao|nhanh|mạnh|nhẹ|rất cao); chiếm; gấp; bằng; lên; xuống; vượt; có; được; thêm; bình quân;
trung bình; thực hiện; phấn đấu; hoàn thành; thành; mức; quy mô đạt; tỷ lệ; tỉ lệ; dự kiến; dự báo; giao; tương ứng;
tương đương
"""
_TRAILING_WORDS = """
khoảng; đến; tới; từ; cho; với; trên; cả năm; ở; và; hơn; gần; dưới; qua; hàng năm; hằng năm; so; đã; sẽ; phải; đều; lần
lượt; tối thiểu; ít nhất; không quá; tối đa; gồm; bao gồm; trong đó; chỉ; hiện; nay; cũng; trong năm; năm nay; năm; như;
vào; do; theo; hết; tại
"""


def _guarded(words: str) -> str:
    """The phrases of `words`, each but where it ends one of the compounds."""
    compounds = _phrases(_COMPOUNDS)
    guards = {
        phrase: "".join(f"(?<!{one[: -len(phrase)]})" for one in compounds if one.endswith(f" {phrase}"))
        for phrase in _phrases(words)
    }
    return "; ".join(f"{guard}{phrase}" for phrase, guard in guards.items())


TRAILING = re.compile(
    rf"(?:[\s,.;:(\-–*“\"'/]+|(?<!\w){either(_guarded(_TRAILING_VERBS), _guarded(_TRAILING_WORDS))}(?!\w))+$", re.IGNORECASE
)
KEPT_TRAILS = re.compile(
    either("tốc độ tăng; thu nhập bình quân; tỷ lệ tăng; tỉ lệ tăng; mức giảm; mức tăng") + "$", re.IGNORECASE
)

_ANNOUNCING = (
    "thông qua; quyết nghị; đặt mục tiêu; đề ra; đề ra mục tiêu; đặt ra; cho biết; giao chỉ tiêu; yêu cầu; mục tiêu là"
)
REPORTED = re.compile(
    rf"^.*{either(_ANNOUNCING, 'phấn đấu; ước tính')}(?!\w)\s*(?:thực hiện\s+)?",
    re.IGNORECASE,
)
MEASURED_BY = re.compile(
    r"(?P<thing>.{3,80}?)\s+(?:đạt|có|giữ|duy trì)\s.{3,60}?\s+với\s+"
    r"(?P<measure>(?:tốc độ|tỷ lệ|tỉ lệ|mức tăng|tổng (?:vốn|số|diện tích|giá trị|kinh phí))(?!\w).*)",
    re.IGNORECASE,
)
"""What a figure that stands behind "với" measures: "giá trị sản xuất giữ mức tăng khá với tốc độ tăng 9,1%"."""
ANNOUNCED = re.compile(rf"{either(_ANNOUNCING, 'mục tiêu')}[\s,:]*$", re.IGNORECASE)
AUTHORS = re.compile(
    r"\s+(?:do|được)\s+"
    + either("Hội đồng nhân dân; HĐND; [UỦ][ỷy] ban nhân dân; UBND; cấp trên; [Tt]rung ương; Chính phủ; Quốc hội", _LEVELS)
    + rf"(?:\s+(?:{either(_LEVELS)}|{PLACE}))*\s+(?=giao|quyết|thông|phê|ấn)"
)

_HOW = either("bình quân; khá; mạnh; nhanh; nhẹ; từ; hơn; gần; khoảng; hằng năm; hàng năm; mỗi năm")
CHANGES: tuple[tuple[Change, re.Pattern[str]], ...] = (
    (
        "increase",
        re.compile(rf"(?<!\w){either('tăng; tăng thêm; tăng trưởng; nhiều hơn; cao hơn')}(?:\s+{_HOW})*$", re.IGNORECASE),
    ),
    (
        "decrease",
        re.compile(rf"(?<!\w){either('giảm; giảm bớt; giảm thêm; ít hơn; thấp hơn')}(?:\s+{_HOW})*$", re.IGNORECASE),
    ),
)
VERB_FIRST = re.compile(
    r"^(?:phấn đấu\s+)?(?:kiềm|kéo)?\s*(giảm|tăng)(?!\s+(?:trưởng|cường|tốc)(?!\w))(?:\s+(?:thêm|dần))?\s+", re.IGNORECASE
)
LEVEL_AFTER = re.compile(rf"(?<!\w){either('còn; đạt; lên; xuống; là; chiếm; bằng; mức; thành; đến; tới')}$", re.IGNORECASE)
FULFILLED = re.compile(
    r"^\s*(?:so\s+(?:với\s+)?|của\s+)?(?:(?:các|mức|tổng)\s+)?"
    rf"{either('kế hoạch; dự toán; chỉ tiêu; nghị quyết; KH; nhiệm vụ; mục tiêu')}(?!\w)"
    r"(?:\s+(?:nghị quyết|kế hoạch|dự toán|pháp lệnh))?",
    re.IGNORECASE,
)
NOT_OF = re.compile(
    r"^(?:[\s,.;:()\-–]*$|/|[–-]|"
    + either(
        "so; theo; và; do; nhờ; để; nhằm; thì; là; với; từ; qua; trong khi; tương; góp phần; bằng; kể; trên; của",
        "trong; vào; hoặc; tại; ở; lên; xuống; còn; trở",
    )
    + r"(?!\w))",
    re.IGNORECASE,
)
LOOSE_END = re.compile(
    r"(?:[\s,.;:(…\-–*“\"'/]+|(?<!\w)"
    + either(
        "và; hoặc; còn; với; có; trong đó; riêng; để; là; gồm; bao gồm; trên; dưới; đạt; đều; tăng; giảm; như; so; chiếm",
        "vượt",
    )
    + r"(?!\w))+$",
    re.IGNORECASE,
)
OTHER_TOTAL = re.compile(r"(?:^|[\s,]+)(?:nâng|đưa|với|có) (?:tổng|số)(?!\w).*$", re.IGNORECASE)
"""Where what follows a quantity goes on to another: "12 tiêu chí, đưa tổng số tiêu chí đã đạt lên 96"."""
ANAPHORA = re.compile(
    r"^(?:cùng kỳ(?:\s+năm(?:\s+(?:trước|ngoái))?)?(?:\s+|$))?"
    r"(?:(?:tỷ lệ|tỉ lệ|con số|mức|chỉ tiêu|số|kết quả)\s+(?:này|trên|đó))?(?<=.)$",
    re.IGNORECASE,
)
VALUED = re.compile(
    r"^(?:(?:(?:cao|thấp|nhiều|ít|tốt|kém|nhanh|chậm|lớn|nhỏ)(?:\s+nhất|\s+hơn)?|mới|chỉ|đề ra|đặt ra|đã|đang|đầu|cuối)"
    r"(?:[\s,]+|$))+$",
    re.IGNORECASE,
)
"""Words that only value what was named before, or say that it was set: "thấp nhất, mới", "đề ra"."""
COMPARISON = re.compile(r"^(?:so(?: với)?|cùng kỳ|(?:cao |thấp |nhiều |ít )?hơn|vượt|tương đương)(?!\w)", re.IGNORECASE)
_MEASURES = """
năng suất; sản lượng; diện tích; giá trị; trị giá; công suất; chiều dài; quy mô; mức đầu tư; vốn; vốn đầu tư; kinh phí; số
tiền; số vốn; doanh thu; dư nợ; trọng lượng
"""
ATTRIBUTE = re.compile(
    rf"(?:tổng\s+)?{either(_MEASURES)}(?:\s+{either('bình quân; trung bình; (?:cho )?thu hoạch; gieo trồng')})*(?!\w)",
    re.IGNORECASE,
)
"""What is measured of a thing that must be named beside it: "năng suất" is of "hồ tiêu"."""
CLASSIFIERS = frozenset({"con", "chiếc", "cái"})
"""Units that only count off: "đàn lợn 120.000 con" is of "đàn lợn"."""
GENERIC = re.compile(
    either(
        "chỉ tiêu; mục tiêu; kết quả; như sau; cụ thể; như; gồm; sau; trong đó; là; sau đây; chủ yếu; kế hoạch",
        "nhiệm vụ; cho biết; nêu rõ; chỉ rõ; nhấn mạnh; nguyên nhân; chú; quan trọng; nội dung; báo cáo; phát biểu",
        "chia sẻ; thông tin; khẳng định; trình bày; kết luận; đề nghị; trả lời; cho hay; chính",
    )
    + "$",
    re.IGNORECASE,
)
