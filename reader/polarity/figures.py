"""Whether the figures of a clause are those of a question, and how far something got."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from plans.dates import find_dates
from plans.indicator import Quantity
from plans.numbers import find_quantities, parse_quantity, same_value
from plans.text import canonical
from reader.polarity.patterns import BOUND, EXCEEDED, IN_WORDS, TARGET, TARGETS, WORD, YEAR

_BY_HOW_MUCH = re.compile(r"\b(?:tăng|giảm|hơn|vượt)(?: \w+){0,2}\s*$")
"""In front of the size of a change, which is no share of a whole."""
_DEGREE = re.compile(r"(?:đạt|bằng|hoàn thành|được|xong|giải ngân)\s+(?:\w+\s+){0,2}?(\d+(?:[.,]\d+)?)\s*%")
_BELOW = re.compile(rf"\b(?:thấp|kém|ít) hơn (?:so với )?(?:\w+ ){{0,2}}?{TARGETS}")
_OF_PLAN = re.compile(rf"(\d+(?:[.,]\d+)?)\s*%\s+(?:\w+\s+){{0,2}}?{TARGETS}")
_BESIDE = 2
"""Words in front of a number that say of what it is."""
_ALL = re.compile(r"(?<!không phải )(?<!chưa phải )\b(?:tất cả|toàn bộ|cả \d+ [^,;.]{1,40}\bđều)\b")
_FRACTION = re.compile(r"(?<![\d/])(\d+)/(\d+)(?![\d/])")
_OUT_OF = re.compile(r"(?<![\d.,])(\d+)\b[^\d,;.]{0,12}\btrong (?:tổng )?số (\d+)(?![\d.,])")
_OF_ALL = re.compile(
    r"\btrong (?:tổng số |số )?(?P<whole>\d+) (?P<what>[^\W\d]+ [^\W\d]+)\b[^;.]*?[^;.\d](?P<part>\d+) (?P=what)\b"
)
"""A part of a whole that is told first: "trong 22 chỉ tiêu đề ra, huyện đạt 19 chỉ tiêu"."""
_YEAR_BEHIND = re.compile(r"\s*\(?(?:vào |ở )?(?:năm )?((?:19|20)\d\d)(?!\d)")
_WHOLE_TOLD = re.compile(r"\b(?:thiết kế|tổng|kế hoạch|toàn bộ|được giao|cả)\b[^,;]*$")
_INCLUDED = re.compile(r"ít nhất|tối thiểu|không quá|it nhat|toi thieu|khong qua|at (?:least|most)")
"""A bound that may itself be met."""
_FULLY = re.compile(rf"\b(?:đủ|đạt|được|tăng|bằng|lên|cao) (?P<number>{IN_WORDS})")
"""That a share or a multiple in words is to be reached: "đủ hai phần ba", "tăng gấp đôi"."""


def _without_dates(text: str) -> str:
    """`text` with every date blanked out: "tháng 3/2026" is no share of 2026."""
    for one in find_dates(text):
        text = f"{text[: one.span.start]}{' ' * len(one.span)}{text[one.span.end :]}"
    return text


def numbers(question: str, clause: str, asked: str) -> dict[str, bool]:
    """Whether the clause has the question's number, or one on the right side of a bound ("trên 70%")."""
    wanted = [one.quantity for one in find_quantities(question)]
    given = [one.quantity for one in find_quantities(clause)]
    same = any(same_value(one, other) or one.value == other.value for one in wanted for other in given)
    kept = within(asked, clause)
    return {
        "number_same": bool(wanted) and same,
        "number_other": bool(wanted and given) and not same and kept is None,
        "number_missing": bool(wanted) and not given,
        "within": kept is True,
        "beyond": kept is False,
    }


def within(asked: str, clause: str) -> bool | None:
    """Whether the number nearest to a bound keeps it, of those in its unit and of the year asked about where there are any;
    None when no bound is asked for or no number said."""
    bound, found = BOUND.search(asked) or _FULLY.search(asked), find_quantities(clause)
    if bound is None or not found:
        return None
    years = YEAR.findall(asked)
    of_year = [one for one in found if (behind := _YEAR_BEHIND.match(clause, one.span.end)) and behind[1] in years]
    given = [one.quantity for one in of_year or found]
    at = bound.start("number")
    whole = next((one.quantity for one in find_quantities(asked) if one.span.start <= at < one.span.end), None)
    limit = whole or parse_quantity(bound["number"].strip(".,"))
    if limit is None:
        return None
    given = (_of_whole(clause) or [_share(one) for one in given]) if limit.unit == "%" else given
    alike = [one for one in given if _of_one_unit(one.unit, limit.unit)] or given
    nearest = min(alike, key=lambda one: abs(one.value - limit.value))
    if nearest.value == limit.value:  # "trên 20 hộ" is not 20; where the source says "trên 20" it is
        return bound.re is _FULLY or _INCLUDED.search(bound[0]) is not None or nearest.comparator != "="
    at_most = bound.re is BOUND and bound["most"] is not None
    return nearest.value < limit.value if at_most else nearest.value > limit.value


def _of_whole(clause: str) -> list[Quantity]:
    """What there is as a share of the whole that is told before it: "dung tích thiết kế 169 triệu m3, còn 84 triệu m3"; []
    where a clause tells no such two, or a share of its own."""
    found = find_quantities(clause)
    if len(found) != 2 or found[0].quantity.unit != found[1].quantity.unit or found[0].quantity.unit == "%":
        return []
    whole, part = (one.quantity for one in found)
    told = _WHOLE_TOLD.search(canonical(clause[: found[0].span.start])) is not None
    return [replace(part, value=100 * part.value / whole.value, unit="%")] if told and whole.value > part.value else []


def _share(quantity: Quantity) -> Quantity:
    """A part of a whole ("15/25 đại biểu") as a share in a hundred; any other quantity as it is."""
    if not quantity.total:
        return quantity
    return Quantity(100 * quantity.value / quantity.total, "%", quantity.raw, quantity.comparator)


def given_as_asked(question: str, clause: str, said: str) -> bool | None:
    """Whether a number that is to be confirmed ("có phải hoàn thành 40 chỉ tiêu không") is the only one of its unit in a
    clause that has the words in front of it; None where there is no such one."""
    wanted, given = find_quantities(question), find_quantities(clause)
    if len(wanted) != 1 or BOUND.search(canonical(question)) is not None:
        return None
    one = wanted[0]
    alike = [other.quantity for other in given if other.quantity.unit == one.quantity.unit]
    before = WORD.findall(canonical(question[: one.span.start]))[-_BESIDE:]
    if len(alike) != 1 or not {*before} <= {*WORD.findall(said)}:
        return None
    return same_value(one.quantity, alike[0])


def _of_one_unit(one: str | None, other: str | None) -> bool:
    """Whether two units are the same, or one leaves out for each of what: "triệu đồng" after "triệu đồng/người/năm"."""
    if one is None or other is None:
        return one == other
    short, long = sorted((one, other), key=len)
    return long == short or long.startswith(f"{short}/")


def degrees(clause: str, said: str, *, reached: bool, whole: bool, higher: bool) -> dict[str, bool]:
    """How far something got, against how far it was to get."""
    quantities = find_quantities(clause)
    told = [one for one in quantities if "%" in (one.quantity.unit or "")]
    shares = [one.quantity.value for one in told if not _BY_HOW_MUCH.search(said[: one.span.start])]
    degrees = [Decimal(one.replace(",", ".")) for one in _DEGREE.findall(said)]
    of_plan = [Decimal(one.replace(",", ".")) for one in _OF_PLAN.findall(EXCEEDED.sub(" ", said))]
    against = [
        first.quantity.value < second.quantity.value
        for at, first in enumerate(quantities)
        for second in quantities[at + 1 :]
        if _of_one_unit(first.quantity.unit, second.quantity.unit)
        and TARGET.search(said[first.span.end : second.span.start])
    ]
    fraction = _FRACTION.search(_without_dates(clause)) or _OUT_OF.search(said)
    parts = [(int(fraction[1]), int(fraction[2]))] if fraction is not None else []
    parts += [(int(one["part"]), int(one["whole"])) for one in _OF_ALL.finditer(said)]
    part = any(some < every for some, every in parts)
    full = bool(parts) and all(some == every for some, every in parts)
    return {
        "degree_short": reached and any(one < 100 for one in degrees),
        "degree_full": reached and any(one >= 100 for one in degrees),
        "below_target": reached and (any(against) or any(one < 100 for one in of_plan) or _BELOW.search(said) is not None),
        "at_target": reached and any(not one for one in against),
        "part": reached and part,
        "whole_in_part": whole and (part or any(one < 100 for one in shares)),
        "whole_in_full": whole and (full or any(one == 100 for one in shares) or _ALL.search(said) is not None),
        "share_of_higher": higher and any(one < 100 for one in degrees),
    }
