"""Places in a sequence: "lần thứ XIII", "năm thứ tư", "khóa XX", "đứng thứ 5/63"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plans.document import Span
from plans.text import canonical

_UNIT = "một|mốt|nhất|hai|nhì|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín"
_NUMBER = (
    rf"(?:\d{{1,3}}(?:/\d{{1,3}})?|[ivxl]+|mười(?:\s+(?:{_UNIT}))?|(?:{_UNIT})\s+mươi(?:\s+(?:{_UNIT}))?|{_UNIT})(?![\w%])"
)
_COUNTED = "khóa|khoá|lần|đợt"
_ORDINAL = re.compile(
    rf"(?<!\w)(?:(?P<noun>[^\W\d_]+)\s+)?(?P<said>(?:thứ hạng|thứ|hạng)\s+{_NUMBER})|\b(?P<counted>{_COUNTED})\s+{_NUMBER}",
    re.IGNORECASE,
)
ORDER = "nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười"
"""The words of the places from the first to the tenth, as a pattern."""
PLACES = {word: value for value, word in enumerate(ORDER.split("|"), 1)} | {"một": 1, "nhì": 2, "bốn": 4}
"""The same and their other forms, each with its number."""
WITH_NOUN = frozenset("lần năm khóa họp đợt phiên".split())
"""The answer is "năm thứ tư", "lần thứ XIII"; of "đứng thứ tư" it is "thứ tư"."""
_WEEKDAY = frozenset("sáng chiều tối trưa ngày vào".split())
_MULTIPLE = re.compile(r"\s*(?:/|(?:so với|trở lên|mỗi)\b)")  # "tăng gấp 3 lần 2 năm trước"
_ASKED = re.compile(
    rf"(?:\b(?P<noun>[^\W\d_]+)\s+)?\b(?:thứ|hạng)\s+(?:mấy|bao nhiêu|nào)\b|\b(?P<counted>{_COUNTED})\s+mấy\b"
    r"|\b(?:đứng|xếp)(?: hạng)?(?: ở)? vị trí (?:nào|mấy|bao nhiêu|thứ mấy)\b|\b(?:đứng|xếp)(?: hạng)? ở đâu\b"
    r"|\bwhere (?:did|does|do|was|is|has) .{2,60}? (?:rank(?:ed)?\b|(?<!take )(?:placed?|stand|come)"
    r"(?=\W*$| (?:nation|among|for|of all|by)))"
    r"|\b(?:what|which) (?:rank|ranking|position|place) (?:did|does|was|is|has)\b"
)


_ROWS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(words)
    for words in (
        r"\b(?:cả nước|toàn quốc|trong nước|nationwide|nationally|(?:the|whole) country|in vietnam)\b|/\s?(?:63|34)\b",
        r"\b(?:tiểu vùng|vùng|khu vực|miền|region|delta)\b|\b(?:đồng bằng|đông nam bộ|tây nguyên|bắc trung bộ)\b",
        r"\b(?:toàn|trong|cả) tỉnh\b|\bin the province\b",
        r"\b(?:toàn|trong|cả) huyện\b|\bin the district\b",
    )
)
"""Among whom a place in a row is: the country, a region, a province, a district."""


def row_of(text: str) -> frozenset[int]:
    """Which of those rows a text names: "đứng thứ 8/34 cả nước" is of the country."""
    said = canonical(text)
    return frozenset(at for at, pattern in enumerate(_ROWS) if pattern.search(said))


def place_of(word: str) -> int | None:
    """The number that a word counts with: "ba" and "3" are 3."""
    return int(word) if word.isdecimal() else PLACES.get(word)


def ordinals(text: str, offset: int = 0) -> Iterator[tuple[Span, str]]:
    """Each of them where it stands in a text that begins at `offset`, with the noun that is counted ("lần", "đứng", "")."""
    for match in _ORDINAL.finditer(text):
        noun = canonical(match["noun"] or match["counted"] or "")
        if noun in _WEEKDAY or (match["counted"] and _MULTIPLE.match(text, match.end())):
            continue
        start = match.start() if match["counted"] or noun in WITH_NOUN else match.start("said")
        yield Span(offset + start, offset + match.end()), noun


def ordinal_asked(text: str) -> str | None:
    """The noun of "lần thứ mấy", "khóa mấy" ("" where there is none); None when no place in a sequence is asked for."""
    found = _ASKED.search(canonical(text))
    return (found["noun"] or found["counted"] or "") if found else None
