"""Sums with quantities: exact in `Decimal`, and written the way the sources write numbers (0,06; 9.484)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from plans.indicator import Quantity
from plans.numbers import parse_quantity
from plans.units import SCALES, is_measure, same_unit

_PLACES = Decimal("0.01")
"""Quotients are rounded to two decimals."""
_SHARES = ("%", "‰")
_SCALE_WORD = re.compile(r"\b(tỷ|tỉ|triệu|nghìn|ngàn)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sum:
    """`shown` is the whole line ("0,69% − 0,63% = 0,06 điểm %"), `result` what stands behind its sign, unsigned."""

    value: Decimal
    result: str
    shown: str


def exact(quantity: Quantity) -> bool:
    """Whether it is one known value: no bound, range, share of a whole or rough figure."""
    return quantity.comparator == "=" and quantity.high is None and quantity.total is None


def compatible(a: Quantity, b: Quantity) -> bool:
    """Whether the two may be compared: both in units that are known to be the same."""
    if a.unit is None or b.unit is None:
        return False
    return a.unit == b.unit or (not is_measure(a.unit) and same_unit(a.unit, b.unit))


def bounds(quantity: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """The least and greatest value that it can have; None where open or only roughly known."""
    low, high = quantity.value, quantity.high if quantity.high is not None else quantity.value
    if quantity.comparator == "~":
        return None, None
    return (None if quantity.comparator in ("<", "<=") else low), (None if quantity.comparator in (">", ">=") else high)


def above(a: Quantity, b: Quantity) -> bool:
    """Whether `a` is surely greater than `b`, bounds taken into account."""
    low, high = bounds(a)[0], bounds(b)[1]
    if low is None or high is None:
        return False
    return low > high or (low == high and (a.comparator == ">" or b.comparator == "<"))


def within(quantity: Quantity, asked: Quantity) -> bool:
    """Whether `quantity` is surely in the range that `asked` bounds ("dưới 1%", "từ 5 đến 7%")."""
    low, high = bounds(quantity)
    floor, ceiling = bounds(asked)
    if floor is None and ceiling is None:
        return False
    if floor is not None:
        strict = asked.comparator == ">" and quantity.comparator != ">"
        if low is None or low < floor or (strict and low == floor):
            return False
    if ceiling is not None:
        strict = asked.comparator == "<" and quantity.comparator != "<"
        if high is None or high > ceiling or (strict and high == ceiling):
            return False
    return True


def shown(quantity: Quantity) -> str:
    """The quantity as the source has it, the unit of its column added where the number stands alone."""
    raw = " ".join(quantity.raw.split())
    read = parse_quantity(raw)
    if quantity.unit is None or (read is not None and read.unit is not None) or read is None:
        return raw
    scale = quantity.value / read.value if read.value else Decimal(1)
    word = next((name for name, size in SCALES.items() if size == scale), "")
    if scale != 1 and not word:
        return f"{written(quantity.value)} {quantity.unit}"
    return _joined(raw, f"{word} {quantity.unit}".strip())


def written(value: Decimal) -> str:
    """A number in Vietnamese style: dots between thousands, a decimal comma, no trailing zeros."""
    whole, _, part = f"{abs(value):,f}".partition(".")
    part = part.rstrip("0")
    sign = "−" if value < 0 else ""
    return f"{sign}{whole.replace(',', '.')}" + (f",{part}" if part else "")


def difference(a: Quantity, b: Quantity, english: bool = False) -> Sum:
    """`a` − `b`, the greater one written first. Between shares the unit is the percentage point."""
    value = a.value - b.value
    greater, less = (a, b) if value >= 0 else (b, a)
    points = "percentage points" if english else "điểm %"
    result = _amount(abs(value), a, b, points if a.unit == "%" else a.unit)
    return Sum(value, result, f"{shown(greater)} − {shown(less)} = {result}")


def total(quantities: list[Quantity]) -> Sum | None:
    """The sum; None for shares, which do not add up across places or years."""
    if any(one.unit is None or one.unit.split("/")[0] in _SHARES or "/" in one.unit for one in quantities):
        return None
    value = sum((one.value for one in quantities), Decimal(0))
    result = _amount(value, quantities[0], quantities[1], quantities[0].unit)
    return Sum(value, result, f"{' + '.join(map(shown, quantities))} = {result}")


def ratio(a: Quantity, b: Quantity, english: bool = False) -> Sum | None:
    """How many times `b` goes into `a`, to two decimals; None when `b` is zero."""
    if not b.value:
        return None
    value = a.value / b.value
    number, sign = _rounded(value)
    times = f"{number} {'times' if english else 'lần'}"
    return Sum(value, times, f"{shown(a)} : {shown(b)} {sign} {times}")


def growth(before: Quantity, after: Quantity) -> Sum | None:
    """The change in percent of `before`, to two decimals; None when that is zero."""
    if not before.value:
        return None
    value = (after.value - before.value) / before.value * 100
    number, sign = _rounded(abs(value))
    greater, less = (after, before) if value >= 0 else (before, after)
    return Sum(value, f"{number}%", f"({shown(greater)} − {shown(less)}) : {shown(before)} {sign} {number}%")


def _rounded(value: Decimal) -> tuple[str, str]:
    near = value.quantize(_PLACES, ROUND_HALF_UP)
    return written(near), "=" if near == value else "≈"


def _amount(value: Decimal, a: Quantity, b: Quantity, unit: str | None) -> str:
    """`value` in the smaller of the scales that the two sources use: "454,706 tỷ đồng"."""
    used = [SCALES[found.group().lower()] if (found := _SCALE_WORD.search(shown(one))) else Decimal(1) for one in (a, b)]
    scale = min(used)
    word = next((name for name, size in SCALES.items() if size == scale), "") if scale != 1 else ""
    return _joined(written(value / scale), f"{word} {unit or ''}".strip())


def _joined(number: str, unit: str) -> str:
    return f"{number}{unit}" if unit[:1] in ("%", "‰") else f"{number} {unit}".strip()
