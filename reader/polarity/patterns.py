"""What questions and clauses are searched for by more than one of the signs."""

from __future__ import annotations

import re


def listed(text: str) -> tuple[str, ...]:
    """Phrases parted by commas."""
    return tuple(" ".join(one.split()) for one in text.split(","))


CONFIRM = re.compile(r"\b(?:có phải|phải không|đúng không|co phai|phai khong|dung khong)\b")
WORD = re.compile(r"[^\W_]+")
TARGET_ASKED = re.compile(r"\bđạt\b.{0,14}\b(?:chỉ tiêu|kế hoạch|mục tiêu|dự toán)\b")
REACHED = listed(
    """đạt, hoàn thành, về đích, vượt, đủ, xong, hết, toàn bộ, tất cả, đúng, meet, met, reach, reached, complete, completed,
    exceed, exceeded, all"""
)
TARGETS = r"\b(?:kế hoạch|mục tiêu|chỉ tiêu|dự toán|nghị quyết|giao)\b"
TARGET = re.compile(TARGETS)
EXCEEDED = re.compile(
    r"(?<!không )(?<!chưa )\bvượt(?: (?:mức|xa|cao|gần|hơn|trên|khoảng|tới|đến))?"
    rf"(?: \d[\d.,]* ?(?:%|(?:điểm )?phần trăm|điểm %))?(?: so với)?(?: các)? {TARGETS}"
)
PARTS = re.compile(r"[,;](?!\d)")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_AT_LEAST = (
    r"(?:cao|nhiều|lớn|đông) hơn|trên|hơn|vượt|quá|ít nhất|tối thiểu|(?:cao|nhieu|lon|dong) hon|tren|hon|vuot|qua|it nhat"
    r"|at least|more than|higher than|over|above|exceed"
)
_AT_MOST = (
    r"(?:thấp|ít|nhỏ|kém) hơn|dưới|không quá|(?:chưa|không) (?:tới|đến)|(?:thap|it|nho|kem) hon|duoi|khong qua"
    r"|(?:chua|khong) (?:toi|den)|under|below|(?:less|fewer|lower) than|at most"
)
IN_WORDS = r"(?:(?:một |phân )?nửa|(?:một|hai|ba|bốn|năm) phần \w+|gấp \w+)\b"
BOUND = re.compile(
    rf"(?:(?P<most>{_AT_MOST})|(?P<least>{_AT_LEAST}))\s+(?:(?:mức|mốc|ngưỡng)\s+)?(?P<number>\d[\d.,]*|{IN_WORDS})"
)
