"""Parts of a year: "6 tháng đầu năm", "quý III", "9 tháng", "tháng 6", "cả năm". A figure of one is not that of another."""

from __future__ import annotations

import re
from functools import lru_cache

from plans.text import canonical

Months = tuple[int, int]
"""First and last month of a part."""

_NUMBERS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười một": 11, "i": 1, "ii": 2, "iii": 3, "iv": 4, "first": 1, "second": 2, "third": 3, "fourth": 4, "three": 3,
    "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
}  # fmt: skip
_COUNT = r"\d{1,2}|mười một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười"
_COUNT_EN = r"\d{1,2}|three|four|five|six|seven|eight|nine|ten|eleven"
_ASIDE = re.compile(
    r"(?:so với|so cùng kỳ|cùng kỳ|hơn so)[^,;.()]*"
    r"|(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết)(?: của)? (?:cả )?năm|(?:trên|trong) \d+ tháng/năm"
)
_PART = re.compile(
    rf"(?<!\w)(?:(?P<count>{_COUNT}) tháng(?: (?P<end>đầu|cuối))?(?: năm\b|(?=[^\w]*(?:19|20)\d\d)|(?<=đầu)|(?<=cuối))"
    r"|quý (?P<quarter>iv|i{1,3}|[1-4]|một|hai|ba|bốn|tư)(?!\w)"
    r"|nửa (?P<half>đầu|cuối) năm|(?:first|second) half"
    rf"|first (?P<count_en>{_COUNT_EN}) months|(?P<quarter_en>first|second|third|fourth) quarter|q(?P<q>[1-4])(?!\w)"
    r"|(?P<whole>cả năm|trọn năm|whole year|full year|full-year|entire year))"
)
_MONTH = re.compile(r"(?<!ngày \d )(?<!ngày \d\d )(?<![\d/.-])\btháng (?P<month>1[0-2]|0?[1-9])(?![\d%])(?!\s*tháng)")


@lru_cache(maxsize=65536)
def parts_of_year(text: str, *, months: bool = False) -> tuple[Months, ...]:
    """Those that `text` names, in order; with `months`, single months too. What is only compared with is left out."""
    kept = _ASIDE.sub(lambda found: " " * len(found.group()), canonical(text))
    found = [(match.start(), _span(match)) for match in _PART.finditer(kept)]
    if months:
        found += [(match.start(), (int(match["month"]), int(match["month"]))) for match in _MONTH.finditer(kept)]
    return tuple(span for _, span in sorted(found) if 1 <= span[0] <= span[1] <= 12)


def _span(match: re.Match[str]) -> Months:
    if match["whole"]:
        return 1, 12
    if quarter := match["quarter"] or match["quarter_en"] or match["q"]:
        last = 3 * _number(quarter)
        return last - 2, last
    if count := match["count"] or match["count_en"]:
        length = _number(count)
        return (13 - length, 12) if match["end"] == "cuối" else (1, length)
    second = match["half"] == "cuối" or match.group().startswith("second")
    return (7, 12) if second else (1, 6)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word]
