"""Words of one meaning: an everyday or regional word finds the passage that has the official one, and the reverse.

The table is data/synonyms.tsv.
"""

from __future__ import annotations

import functools
import re
from pathlib import Path

from plans.text import canonical

TABLE = Path(__file__).resolve().parent / "data" / "synonyms.tsv"


_ABROAD = r"(?:nước ngoài|thế giới|các nước|nước khác)"
_WORDS = r"((?:[^\W\d_]+ ){0,3}?)"
_EACH_PERSON = r"\b(?:(?:bình quân|trung bình) )?(?:mỗi|một) (?:người dân|đầu người|người)"
_LOOSE = tuple(
    (re.compile(pattern, re.IGNORECASE), written)
    for pattern, written in (
        (rf"\bbán (?:hàng )?(?:ra|sang) {_ABROAD} nhiều hơn mua (?:vào|về)\b", "xuất siêu"),
        (rf"\bmua (?:vào|về)(?: từ {_ABROAD})? nhiều hơn bán ra\b", "nhập siêu"),
        (rf"\bbán (?:hàng )?{_WORDS}(?:ra|sang) {_ABROAD}", r"xuất khẩu \1"),
        (rf"\b(?:mua|nhập) (?:hàng )?{_WORDS}(?:từ|của) {_ABROAD}", r"nhập khẩu \1"),
        (r"\bhàng nhập(?: khẩu)?(?: về)?\b", "hàng nhập khẩu"),
        (
            r"\bkinh tế ((?:[^\W\d_]+ ){0,9}?)(?:đi lên|phát triển) (?:được )?(?=bao nhiêu|mấy)",
            r"kinh tế \1tăng trưởng ",
        ),
        (rf"{_EACH_PERSON} (?:kiếm|thu nhập)(?: được)?(?= (?:bao nhiêu|mấy))", "thu nhập bình quân đầu người"),
        (rf"{_EACH_PERSON} làm ra(?: được)?(?= (?:bao nhiêu|mấy))", "tổng sản phẩm trên địa bàn bình quân đầu người"),
        (r"\bGRDP ?/ ?(?:đầu )?người\b", "tổng sản phẩm trên địa bàn bình quân đầu người"),
        (r"\b(GDP|thu nhập) ?/ ?(?:đầu )?người\b", r"\1 bình quân đầu người"),
        (r"\b(?:bắt đầu áp dụng|(?:được )?áp dụng(?= (?:từ )?(?:khi nào|bao giờ|ngày nào)))", "có hiệu lực"),
        (r"\brộng(?= (?:bao nhiêu|mấy) (?:ha|hecta|héc|mẫu|km2|km²|m2|ki ?lô ?mét vuông|mét vuông)\b)", "có diện tích"),
        (r"\b(?:rớt|trượt|hụt|bể) (?=(?:những |các |mấy )?(?:chỉ tiêu|tiêu chí)\b)", "không đạt "),
        (r"\b(?:tụt|sụt|rớt)(?: giảm)?\b(?! (?:lún|lở))|\bhạ(?= (?:được )?(?:bao nhiêu|mấy))", "giảm"),
        (r"\bhụt(?= (?:bao nhiêu|mấy)\b.*\bso với (?:năm|cùng kỳ))", "giảm"),
        (r"\b(?:số )?tiền thu vào ngân sách\b", "thu ngân sách"),
        (r"\b(?:tiền|số tiền) thu (?:được |về )?từ (?=du lịch|bán|dịch vụ|khách)", "doanh thu "),
        (r"\bthu (?:về )?((?:bao nhiêu|mấy) (?:tiền|tỷ|triệu)(?: đồng)?) (?:từ )?(?=du lịch|khách)", r"doanh thu \1 "),
        (r"\bkhỏi (?:phải )?(?:đóng|nộp|trả|mất|tốn)(?= (?:phí|tiền|thuế|lệ phí|vé|học phí))", "được miễn"),
        (r"\b(?:chừng|hồi|bữa) nào\b", "khi nào"),
        (r"\bmấy (?=(?:[^\W\d_]+ ){1,3}nào\b)", "những "),
        (
            r"\b((?:[^\W\d_]+ )(?:nào|gì)\b.*) mấy (?=(?:xã|phường|thôn|hộ|người|cái|con|anh|chị|dự án|công trình)\b)",
            r"\1 những ",
        ),
        (
            r"\bmấy (?=[^\W\d_]+\b.*\b(?:làm gì|là gì|ở đâu|chỗ nào|khi nào|bao giờ|là ai|ra sao|thế nào)\b)",
            "những ",
        ),
        (r"\bcó (?:ai|người) (?:bị )?(?:mất|chết)(?: mạng)?(?= (?:không|chưa)\b)", "có người tử vong"),
        (r"\b(?:tiêu|xài) (?:tiền|vốn)(?! (?:lương|công))", "giải ngân vốn"),
        (r"\bnâng(?: lên)? (?=(?:tỷ trọng|tỉ trọng|phần đóng góp)\b)", "tăng "),
        (r"\b(?:bớt|hạ)(?: xuống)? (?=(?:tỷ trọng|tỉ trọng|phần đóng góp)\b)", "giảm "),
        (r"\b(làm|hoạt động|chạy|bán|dùng|sản xuất|nuôi|trồng) tiếp\b(?! (?:theo|tục|nhận|cận|nối))", r"tiếp tục \1"),
        (r"\bthoát(?: nghèo)? (?:rồi|xong) (?:lại|quay lại|trở lại) nghèo\b", "tái nghèo"),
        (r"\b(đang|đã|bắt đầu) cho (?:trái|quả)\b", r"\1 cho thu hoạch"),
        (r"\bkiếm được việc(?: làm)?\b", "có việc làm"),
        (r"\b(?:đứng ra )?lo (?:vụ|việc|chuyện|mảng|phần|khâu)\b", "phụ trách"),
        (r"\blàm (?:trọn|tròn)(?: vẹn)?\b", "hoàn thành"),
        (r"\bđược (?:cấp|rót|chia)(?= (?:bao nhiêu|mấy) (?:tiền|kinh phí|vốn|tỷ|triệu))", "được phân bổ"),
        (r"\b(?:tiêu|xài|sử dụng) (?:được )?((?:bao nhiêu|mấy)(?: phần trăm| %)? (?:tiền |số )?vốn)\b", r"giải ngân \1"),
    )
)
"""Everyday ways of saying, in which other words may stand, and what plans write."""


def official(text: str) -> str:
    """A question with such ways of saying written as plans write them: "bán gạo ra nước ngoài" as "xuất khẩu gạo"."""
    for pattern, words in _LOOSE:
        text = pattern.sub(words, text)
    return " ".join(text.split())


@functools.cache
def _groups() -> tuple[tuple[str, ...], ...]:
    """Each group in its order, the form that stands for all first."""
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return tuple((first, *others.split("|")) for first, others in (line.split("\t") for line in lines))


@functools.cache
def _pattern() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    """Any form, the longest first, and the group of each."""
    groups = {canonical(form): group for group in _groups() for form in group}
    listed = "|".join(map(re.escape, sorted(groups, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)"), groups


def settled(text: str) -> str:
    """`text` in its canonical form, with one word for all of one meaning: "nuôi heo" is "nuôi lợn"."""
    pattern, groups = _pattern()
    return pattern.sub(lambda match: canonical(groups[match.group()][0]), canonical(text))


def expansions(text: str) -> tuple[str, ...]:
    """The other forms to search for."""
    pattern, groups = _pattern()
    found = [form for match in pattern.finditer(canonical(text)) for form in groups[match.group()] if form != match.group()]
    return tuple(dict.fromkeys(found))
