"""Quantities in Vietnamese text, read by a small grammar over tokens.

    expression = [comparator] ["từ"] amount [("đến" | "-") amount] ["trở lên" | "trở xuống"]
    amount     = number ["/" number] [scale...] [unit ["/" unit...]] [smaller amount]

Commas are decimal and dots group thousands, and both are misused: the groups of digits, the scale and the unit decide
(`decimal_of`). Dates, document numbers, clock times, telephone numbers, ordinals and list numbers are not quantities.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from plans.comparators import read_prefix, read_suffix
from plans.dates import FoundDate, FoundPeriod, find_dates, find_periods, time_ranges
from plans.document import Span
from plans.document_numbers import FoundNumber, find_document_numbers
from plans.indicator import Quantity
from plans.number_context import (
    called_for,
    dates_rather,
    ends_list,
    heads_item,
    is_negative,
    is_ordinal,
    is_year,
    may_be_glued,
    past_ordinals,
    stands_free,
)
from plans.number_words import read_multiple_words, read_number_words, read_share_words
from plans.tokens import Tokens, Vocabulary, tokenise
from plans.units import Unit, is_known, is_measure, read_scale, read_scaled_unit, read_unit, same_unit

__all__ = [
    "FoundDate",
    "FoundNumber",
    "FoundPeriod",
    "FoundQuantity",
    "decimal_of",
    "find_dates",
    "find_document_numbers",
    "find_periods",
    "find_quantities",
    "parse_quantity",
    "same_value",
]

_NOISE = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+\.\S+"  # addresses
    # telephone numbers
    r"|(?<![\w.,])(?:\+84|0[1-9])[0-9]{0,2}[. -]?[0-9]{3}[. -]?[0-9]{3,4}(?:[. -]?[0-9]{1,3})?(?![\w%])"
    r"|\[[0-9]+\]"  # foot notes
    r"|(?<!\w)(?:[1-4]|một|hai|ba|bốn|mot|bon) con s[ốo](?!\w)",  # growth of "hai con số" has two digits
    re.IGNORECASE,
)
_MAY_HOLD = re.compile(
    r"[0-9]|(?<!\w)(?:hai|ba|bốn|sáu|bảy|tám|chín|mười|bon|sau|bay|tam|chin|muoi|nửa|nua|rưỡi|ruoi|phần|phan|gấp|gap)(?!\w)",
    re.IGNORECASE,
)
_SHARE, _MULTIPLE = Unit("%", Decimal(1), 0, measured=True), Unit("lần", Decimal(1), 0)
_HALF, _HALF_MORE = Decimal("0.5"), ("rưỡi", "ruoi")
_MADE_UP_OF = ("gồm", "gom")  # behind it whatever noun follows is counted
_COUNTS_OFF = Vocabulary(["thứ", "tháng", "ngày", "quý", "lần", "số", "khóa", "cấp", "hàng"])
_TO = Vocabulary(["đến", "tới", "-", "–", "—", "÷"])
_AT_TO = Vocabulary(["dưới", "đủ", "khoảng", "không quá", "hết"])


@dataclass(frozen=True, slots=True)
class FoundQuantity:
    """A quantity and where it stands; `text[span.start:span.end] == quantity.raw` (less the offset asked for)."""

    quantity: Quantity
    span: Span


@dataclass(frozen=True, slots=True)
class _Amount:
    value: Decimal
    unit: Unit
    end: int  # the token after it
    written: str | None  # the digits, to be read again under another unit
    total: Decimal | None = None


def find_quantities(text: str, offset: int = 0) -> list[FoundQuantity]:
    """The quantities of `text` in order; `offset` is added to every span.

    A number without a unit counts only where the words before it call for one ("hệ số 2.5", "đạt 36,4").
    """
    if not _MAY_HOLD.search(text):
        return []
    taken = [*time_ranges(text), *((one.span.start, one.span.end) for one in find_document_numbers(text))]
    taken += [match.span() for match in _NOISE.finditer(text)]
    tokens = tokenise(text, taken)
    found: list[FoundQuantity] = []
    index = free = 0
    while index < len(tokens):
        if tokens.kind(index) in ("number", "word"):
            read = _expression(tokens, index, free)
            if read is not None:
                quantity, start, index = read
                free = index
                found.append(FoundQuantity(quantity, Span(start + offset, start + len(quantity.raw) + offset)))
                continue
            if tokens.kind(index) == "number" and is_ordinal(tokens, index):
                index = past_ordinals(tokens, index)
                continue
        index += 1
    return found


def parse_quantity(text: str) -> Quantity | None:
    """The first quantity of a short text such as an answer or a table cell; a bare number ("7.060", "-8,45") counts too."""
    bare = re.fullmatch(r"\s*([-−–]\s?)?([0-9]+(?:[.,][0-9]+)*)\s*", text)
    if bare:
        value = decimal_of(bare[2])
        return None if value is None else Quantity(-value if bare[1] else value, None, text.strip())
    found = find_quantities(text)
    return found[0].quantity if found else None


def same_value(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities say the same: equal values, range ends and wholes, units that can stand for one another."""
    return a.value == b.value and a.high == b.high and a.total == b.total and same_unit(a.unit, b.unit)


def decimal_of(digits: str, counted: bool = False) -> Decimal | None:
    """The value of digits with separators; None when they are no number ("1.2.3").

    With both marks the last one is decimal: "10.367,700", "33,448.222". One dot before three digits groups thousands, one
    comma is decimal ("640,706") unless things are `counted`, which come whole ("47,067 người"). A mark that repeats groups.
    """
    dots, commas = digits.count("."), digits.count(",")
    if dots and commas:
        decimal = "." if digits.rfind(".") > digits.rfind(",") else ","
        if digits.count(decimal) > 1:
            return None
        whole, part = digits.split(decimal)
        return _grouped(whole, "," if decimal == "." else ".", part)
    mark = "." if dots else "," if commas else ""
    if not mark:
        return Decimal(digits)
    if dots + commas > 1:
        return _grouped(digits, mark, "")
    whole, part = digits.split(mark)
    groups = len(part) == 3 and len(whole) <= 3 and not whole.startswith("0")
    if groups and (mark == "." or counted):
        return Decimal(whole + part)
    return Decimal(f"{whole}.{part}")


def _grouped(whole: str, mark: str, part: str) -> Decimal | None:
    first, *groups = whole.split(mark)
    if len(first) > 3 or any(len(group) != 3 for group in groups):
        return None
    return Decimal("".join([first, *groups]) + (f".{part}" if part else ""))


def _expression(tokens: Tokens, index: int, free: int) -> tuple[Quantity, int, int] | None:
    """Reads the expression whose first number is at `index`: the quantity, where it starts, and the token after it.

    Tokens before `free` belong to another quantity.
    """
    amount = _amount(tokens, index)
    if amount is None:
        return None
    high, end, unit, value = None, amount.end, amount.unit, amount.value
    upper = _upper(tokens, amount)
    if upper is not None:
        second, value = upper
        high, end, unit = second.value, second.end, second.unit
    start, comparator, from_start = read_prefix(tokens, index, free)
    suffix = read_suffix(tokens, end)
    if suffix is not None:
        comparator, end, start = suffix, end + 2, from_start
    elif high is not None:
        start = from_start
    if unit.name is None and unit.scale == 1 and not (start < index or high or called_for(tokens, index)):
        return None
    plain = high is None and amount.total is None and start == index
    if is_year(tokens, index) and (unit.name is None or (plain and dates_rather(tokens, index, unit))):
        return None
    first = tokens.items[start].start
    if value > 0 and high is None and start == index and is_negative(tokens, index):
        value, first = -value, tokens.items[index - 1].start
    raw = tokens.source[first : tokens.items[end - 1].end]
    bounds = None if high is None else _plain(high), None if amount.total is None else _plain(amount.total)
    return Quantity(_plain(value), unit.name, raw, comparator, *bounds), first, end


def _plain(value: Decimal) -> Decimal:
    """Without zeros at the end and without an exponent: 1E+3 is 1000, 2.50 is 2.5."""
    return value.to_integral_value() if value == value.to_integral_value() else value.normalize()


def _amount(tokens: Tokens, index: int) -> _Amount | None:
    if tokens.kind(index) == "word":
        return _worded(tokens, index)
    if tokens.kind(index) != "number" or not stands_free(tokens, index):
        return None
    if heads_item(tokens, index) or is_ordinal(tokens, index):
        return None
    after, total_at = index + 1, None
    if tokens.form(after) == "/" and tokens.kind(after + 1) == "number" and tokens.glued(after) and tokens.glued(after + 1):
        total_at, after = after + 1, after + 2
    unit = read_unit(tokens, after)
    if tokens.glued(after) and tokens.kind(after) == "word" and not may_be_glued(tokens, after, unit):
        return None
    written = tokens.form(index)
    counted = _counted(unit)
    if counted and ends_list(tokens, index):
        return None
    value, total = decimal_of(written, counted), None
    if value is None:
        return None
    if total_at is not None:
        whole = decimal_of(tokens.form(total_at), counted)
        if whole is None or (unit.name is None and not called_for(tokens, index)):
            return None
        total = whole * unit.scale
        return _Amount(value * unit.scale, unit, unit.end, None, total)
    same_total = _total_after(tokens, unit)
    if same_total is not None:
        total, end = same_total
        return _Amount(value * unit.scale, unit, end, None, total)
    return _going_on(tokens, value, after, unit) or _Amount(value * unit.scale, unit, unit.end, written)


def _counted(unit: Unit) -> bool:
    """Whether the unit is a noun whose number comes whole."""
    return unit.name is not None and not unit.measured and unit.scale == 1


def _worded(tokens: Tokens, index: int) -> _Amount | None:
    share = None if _half_of_scale(tokens, index) else read_share_words(tokens, index)
    if share is not None:
        return _Amount(share[0], _SHARE, share[1], None)
    multiple = read_multiple_words(tokens, index)
    if multiple is not None:
        return _Amount(multiple[0], _MULTIPLE, multiple[1], None)
    read = read_number_words(tokens, index) or _one(tokens, index)
    if read is None or _COUNTS_OFF.longest_before(tokens, index):
        return None
    value, after = read
    unit = read_unit(tokens, after)
    scaled = read_scale(tokens, after)[0] > 1
    plain = scaled or any(one.text.islower() for one in tokens.items[index:after])  # "Ba mươi hộ"; "Ba" may be a name
    going_on = _going_on(tokens, value, after, unit)
    if going_on is not None and plain:
        return going_on
    named = is_known(tokens, after) or tokens.form(index - 1) in _MADE_UP_OF or _half_of_scale(tokens, index)
    if not named or unit.name is None or not plain:
        return None
    return _Amount(value * unit.scale, unit, unit.end, None)


def _one(tokens: Tokens, index: int) -> tuple[Decimal, int] | None:
    """ "một" where it counts: "một tỷ hai trăm triệu đồng"; elsewhere it is an article. And "nửa tỷ đồng"."""
    if _half_of_scale(tokens, index):
        return _HALF, index + 1
    counts = tokens.form(index) in ("một", "mot") and read_scale(tokens, index + 1)[0] > 1
    return (Decimal(1), index + 1) if counts else None


def _going_on(tokens: Tokens, value: Decimal, after: int, unit: Unit) -> _Amount | None:
    """The amount of a number that goes on behind its scale word or measure: "hai tỷ ba trăm triệu đồng", "hai tỷ rưỡi"."""
    smaller = _smaller(tokens, after, unit)
    if smaller is not None:
        return _Amount(value * read_scale(tokens, after)[0] + smaller.value, smaller.unit, smaller.end, None)
    halved = _and_a_half(tokens, after)
    return None if halved is None else _Amount((value + _HALF) * halved.scale, halved, halved.end, None)


def _half_of_scale(tokens: Tokens, index: int) -> bool:
    """Whether "nửa" stands before a scale word: "nửa tỷ đồng", "nửa triệu lượt khách"."""
    return tokens.form(index) in ("nửa", "nua") and read_scale(tokens, index + 1)[0] > 1


def _and_a_half(tokens: Tokens, after: int) -> Unit | None:
    """The unit behind a number to which "rưỡi" adds a half: "2 tỷ rưỡi đồng", "5 tạ rưỡi", "2 năm rưỡi"."""
    scale, end = read_scale(tokens, after)
    if scale > 1 and tokens.form(end) in _HALF_MORE:
        return read_scaled_unit(tokens, scale, end + 1)
    unit = read_unit(tokens, after)
    plain = unit.measured and unit.scale == 1 and tokens.form(unit.end) in _HALF_MORE
    return Unit(unit.name, unit.scale, unit.end + 1, measured=True) if plain else None


def _total_after(tokens: Tokens, unit: Unit) -> tuple[Decimal, int] | None:
    """ "12 xã/25 xã": the whole that a share is of."""
    if unit.name is None or tokens.form(unit.end) != "/" or tokens.kind(unit.end + 1) != "number":
        return None
    again = read_unit(tokens, unit.end + 2)
    whole = decimal_of(tokens.form(unit.end + 1), counted=not unit.measured)
    if whole is None or again.name is None or not same_unit(unit.name, again.name):
        return None
    return whole * again.scale, again.end


def _smaller(tokens: Tokens, after: int, unit: Unit) -> _Amount | None:
    """ "825 tỷ 776 triệu đồng", "hai tỷ ba trăm triệu đồng": the smaller amount that goes on from a scale word."""
    scale, end = read_scale(tokens, after)
    worded = read_number_words(tokens, end)
    if scale == 1 or (end != unit.end and worded is None):
        return None
    if worded is None and (tokens.kind(end) != "number" or not stands_free(tokens, end)):
        return None
    smaller, _ = read_scale(tokens, worded[1] if worded is not None else end + 1)
    if not 1 < smaller < scale:
        return None
    amount = _amount(tokens, end)
    return amount if amount is not None and amount.total is None and amount.value < scale else None


def _upper(tokens: Tokens, low: _Amount) -> tuple[_Amount, Decimal] | None:
    """The upper end of a range that `low` begins, and the lower value read in the unit they share."""
    step = _TO.longest(tokens, low.end)
    if not step or low.total is not None:
        return None
    at = low.end + step
    if tokens.form(low.end) in ("đến", "tới", "den", "toi"):
        at += _AT_TO.longest(tokens, at)
    if tokens.kind(at) != "number":
        return None
    high = _amount(tokens, at)
    if high is None or high.total is not None:
        return None
    if low.unit.name not in (None, high.unit.name) and not _implied(tokens, low):
        return None
    value = low.value
    if low.unit.name is None and low.unit.scale == 1 and low.written is not None:
        read = decimal_of(low.written, _counted(high.unit))
        value = (low.value if read is None else read) * high.unit.scale
    return (high, value) if value < high.value else None


def _implied(tokens: Tokens, amount: _Amount) -> bool:
    """Whether the unit was not written but supplied ("500 triệu đến 1 tỷ đồng")."""
    return amount.unit.measured and not is_measure(tokens.form(amount.end - 1))
