"""Parts of a year: "6 tháng đầu năm", "quý III", "9 tháng", "tháng 6", "cả năm". A figure of one is not that of another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from plans.document import Span
from plans.text import canonical

Months = tuple[int, int]
"""First and last month of a part."""
Form = Literal["months", "quarter", "year"]
"""How a part is written: by its months or halves, by its quarter, as the whole year."""

_NUMBERS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười một": 11, "i": 1, "ii": 2, "iii": 3, "iv": 4, "first": 1, "second": 2, "third": 3, "fourth": 4, "three": 3,
    "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
}  # fmt: skip
_COUNT = r"[0-9]{1,2}|mười một|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười"
_COUNT_EN = r"[0-9]{1,2}|three|four|five|six|seven|eight|nine|ten|eleven"
_MONTHS_EN = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_GAP = r"(?:[^\S\n]|\*)*+\n?+(?:[^\S\n]|\*)*+"


def _pattern(words: str) -> re.Pattern[str]:
    """`words`, where for a blank a line may break or Markdown stars may stand, or nothing."""
    return re.compile(words.replace(" ", _GAP), re.IGNORECASE)


_BEHIND = r"(?:(?: [,(])? n[ăa]m | [/–-] | of | )((?:19|20)[0-9]{2})(?![0-9]|[.,/][0-9])"
_YEAR = _pattern(_BEHIND)
_ASIDE = _pattern(
    r"(?:so với|so cùng kỳ|cùng kỳ|hơn so)[^,;.()]*"
    r"|(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết)(?: của)? (?:cả )?năm|(?:trên|trong) [0-9]+ tháng/năm"
)
_PART = _pattern(
    rf"(?<!\w)(?:(?P<count>{_COUNT})(?: th[áa]ng|t(?=/| đầu| cuối))"
    rf"(?: (?:đầu|dau|(?P<late>cuối|cuoi))(?: n[ăa]m\b| qua\b)?| năm\b| qua\b|(?={_BEHIND})|(?= (?:ước|đạt|tăng|giảm)\b))"
    r"|(?<!mỗi\s)qu(?:ý |[ýy] (?=[1-4i]))(?P<quarter>iv|i{1,3}|[1-4]|một|hai|ba|bốn|tư)(?!\w)"
    rf"|(?P<quarters>2|3|hai|ba) quý(?: đầu(?: năm\b)?|(?={_BEHIND}))"
    rf"|(?:cộng dồn|l(?:ũy|uỹ) kế|tính chung) (?P<so_far>{_COUNT}) tháng(?! [0-9])"
    rf"|(?P<fortnight>nửa tháng đầu)(?: năm\b|(?={_BEHIND}))"
    rf"|nửa (?:đầu|(?P<second>cuối))(?: năm\b|(?={_BEHIND}))|(?:first|(?P<second_en>second)) half"
    r"|(?:từ đầu năm|(?:từ )?tháng (?:0?1|một|giêng)(?: [/–-] (?:19|20)[0-9]{2})?)"
    r" (?:[-–]|đến|tới) (?:hết |cuối )?tháng (?P<through>1[0-2]|0?[2-9])(?!\w)"
    rf"|january (?:[-–]|to|through|until) (?P<to_en>{'|'.join(_MONTHS_EN)})(?!\w)"
    rf"|first (?P<count_en>{_COUNT_EN}) months|(?P<quarter_en>first|second|third|fourth) quarter|q(?P<q>[1-4])(?!\w)"
    r"|(?P<whole>cả năm|trọn năm|kết thúc năm|whole year|full year|full-year|entire year))"
)
_UNTIL = _pattern(r"(?<!\w)(?:(?:đến|tới|tính) (?:hết|cuối)|tính (?:đến|tới)) tháng (?P<until>1[0-2]|0?[2-9])(?!\w)")
_MONTH_EN = re.compile(
    rf"(?<![\w.])(?<!\d )(?P<end_en>end of )?(?P<month_en>{'|'.join(_MONTHS_EN)})(?=(?: of)?,? (?:19|20)\d\d\b)",
    re.IGNORECASE,
)
_MONTH = _pattern(
    r"(?<!ngày\s[0-9]\s)(?<!ngày\s[0-9]{2}\s)(?<![0-9/.-])\btháng[^\S\n](?P<month>1[0-2]|0?[1-9])(?![0-9%])(?!\s*tháng)"
)
FIGURE_ASIDE = re.compile(r"\([^()\n]{0,20}\bnăm\s+(?:19|20)\d\d(?!\s*[\d/–-])[^()\n]*\d[^()\n]*\)", re.IGNORECASE)
"""A figure of another year beside one of the sentence, which dates nothing around it: "tăng 8% (năm 2023 tăng 7%)"."""


@dataclass(frozen=True, slots=True)
class YearPart:
    """A part of a year; with its `year` where it stands right behind, and then within the span."""

    span: Span
    months: Months
    year: int | None
    form: Form


@lru_cache(maxsize=1024)  # dates, periods and quantities ask for the same text in turn
def find_year_parts(text: str, *, months: bool = False, compared: bool = False) -> tuple[YearPart, ...]:
    """Those that `text` (NFC) names, in order; with `months`, single months too, and "đến hết tháng 9"; with `compared`,
    also what is only compared with."""
    kept = text if compared else _blanked(_ASIDE, text)
    found = [_part(text, match) for match in _PART.finditer(kept)]
    if months:
        rest = _blanked(_PART, kept)  # the months of "từ tháng 1 đến tháng 7" are none by themselves
        found += [_part(text, match) for match in _UNTIL.finditer(rest)]
        found += [_part(text, match) for match in _MONTH.finditer(_blanked(_UNTIL, rest))]
        ranges = [one.span for one in found]
        alone = (
            match for match in _MONTH_EN.finditer(kept) if not any(one.contains(Span(*match.span())) for one in ranges)
        )
        found += [_part(text, match) for match in alone]
    return tuple(sorted((one for one in found if 1 <= one.months[0] <= one.months[1] <= 12), key=lambda one: one.span))


@lru_cache(maxsize=65536)
def parts_of_year(text: str, *, months: bool = False) -> tuple[Months, ...]:
    """As `find_year_parts`, the months alone."""
    return tuple(one.months for one in find_year_parts(canonical(text), months=months))


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


def _part(text: str, match: re.Match[str]) -> YearPart:
    named = _YEAR.match(text, match.end())
    months, form = _read({name: word.lower() for name, word in match.groupdict().items() if word})
    return YearPart(Span(match.start(), (named or match).end()), months, int(named[1]) if named else None, form)


def _read(said: dict[str, str]) -> tuple[Months, Form]:
    if "whole" in said:
        return (1, 12), "year"
    if quarter := said.get("quarter") or said.get("quarter_en") or said.get("q"):
        last = 3 * _number(quarter)
        return (last - 2, last), "quarter"
    if quarters := said.get("quarters"):
        return (1, 3 * _number(quarters)), "quarter"
    if "fortnight" in said:
        return (1, 1), "months"
    if month := said.get("month"):
        return (int(month), int(month)), "months"
    if month := said.get("to_en"):
        return (1, _MONTHS_EN.index(month) + 1), "months"
    if month := said.get("month_en"):
        last = _MONTHS_EN.index(month) + 1
        return (1 if "end_en" in said else last, last), "months"
    counted = ("count", "count_en", "so_far", "until", "through")
    length = _number(next((said[name] for name in counted if name in said), "6"))
    late = bool(said.keys() & {"late", "second", "second_en"})
    return (13 - length, 12) if late else (1, length), "months"


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word]
