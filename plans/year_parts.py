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
    rf"(?<!\w)(?:(?P<count>{_COUNT})(?: tháng|t(?=/| đầu| cuối))"
    r"(?: (?P<end>đầu|cuối))?(?: năm\b| qua\b|(?=[^\w]*(?:19|20)\d\d)|(?<=đầu)|(?<=cuối))"
    r"|quý (?P<quarter>iv|i{1,3}|[1-4]|một|hai|ba|bốn|tư)(?!\w)"
    r"|nửa (?P<half>đầu|cuối) năm|(?:first|second) half"
    rf"|first (?P<count_en>{_COUNT_EN}) months|(?P<quarter_en>first|second|third|fourth) quarter|q(?P<q>[1-4])(?!\w)"
    r"|(?P<whole>cả năm|trọn năm|whole year|full year|full-year|entire year))"
)
_UNTIL = re.compile(r"(?<!\w)(?:(?:đến|tới) (?:hết|cuối)|tính (?:đến|tới)) tháng (?P<until>1[0-2]|0?[2-9])(?!\w)")
_MONTH = re.compile(r"(?<!ngày \d )(?<!ngày \d\d )(?<![\d/.-])\btháng (?P<month>1[0-2]|0?[1-9])(?![\d%])(?!\s*tháng)")


@lru_cache(maxsize=65536)
def find_year_parts(text: str, *, months: bool = False) -> tuple[tuple[int, Months], ...]:
    """Those that `text` names, each with the place in its canonical form where it begins, in order; with `months`, single
    months too, and "đến hết tháng 9". What is only compared with is left out."""
    kept = _blanked(_ASIDE, canonical(text))
    found = [(match.start(), _span(match)) for match in _PART.finditer(kept)]
    if months:
        found += [(match.start(), (1, int(match["until"]))) for match in _UNTIL.finditer(kept)]
        kept = _blanked(_UNTIL, kept)
        found += [(match.start(), (int(match["month"]), int(match["month"]))) for match in _MONTH.finditer(kept)]
    return tuple((at, span) for at, span in sorted(found) if 1 <= span[0] <= span[1] <= 12)


def parts_of_year(text: str, *, months: bool = False) -> tuple[Months, ...]:
    """As `find_year_parts`, without the places."""
    return tuple(span for _, span in find_year_parts(text, months=months))


def without_year_parts(text: str) -> str:
    """The canonical form of `text` without the parts of a year that it names."""
    return _PART.sub(" ", canonical(text))


def name_of(part: Months) -> str:
    """ "quý III", "6 tháng đầu năm", "tháng 6": one name for every way of writing a part."""
    first, last = part
    length = last - first + 1
    if length == 1:
        return f"tháng {first}"
    if length == 3 and first % 3 == 1:
        return f"quý {('I', 'II', 'III', 'IV')[first // 3]}"
    return "cả năm" if length == 12 else f"{length} tháng {'đầu' if first == 1 else 'cuối'} năm"


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    """`text` with blanks for what the pattern finds, every other place as it was."""
    return pattern.sub(lambda found: " " * len(found.group()), text)


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
