"""The years and periods that a question states, relative ones ("năm nay") counted from a given day."""

from __future__ import annotations

import re
from datetime import date

from plans.text import canonical
from plans.year_parts import find_year_parts, name_of

_RANGE = re.compile(r"(?<![\d.,/])((?:19|20)\d\d)\s*(?:-|–|—|đến năm|đến|tới năm|tới|to)\s*((?:19|20)\d\d)(?![\d/]|[.,]\d)")
_YEAR = re.compile(
    r"(?<![\d.,])(?<!\d-)((?:19[4-9]|20[0-6])\d)(?!\d|[.,]\d)"
    r"(\s*(?:%|(?:người|hộ|t[ỷỉ](?! lệ| trọng| suất| số)|triệu|ha|tấn|đồng(?! (?:nai|tháp|hới|xoài|phú))|usd"
    r"|km|m2|mw|căn|con|cây)\b))?"
)
_NUMBERED = re.compile(r"(?:quyết định|qđ|công văn|tờ trình|thông báo|công điện)(?: số)?\s*$")
"""In front of the bare number of a document that could be a year."""
_CUE = re.compile(r"(?:năm|/|-|\.|\d,|và|cuối|đầu|đến|kế hoạch|mục tiêu|dự toán)\s*$")
_HEAD = re.compile(r"(giai đoạn|nhiệm kỳ|năm học|thời kỳ|period|term)\s*(?:từ năm|từ|năm|:|\()?\s*$")
_COMPARED = re.compile(r"\b(?:so với|hơn|bằng|cùng kỳ)(?: (?:hồi|của))?\s*$")
"""In front of a year that something is held against, and not asked about."""
_HELD_AGAINST = re.compile(r"\b(?:để|nhằm) (?:đối chiếu|so sánh|so)(?: với)?(?: năm)?\s*$")
"""In front of a year for whose sake another is asked about: "năm 2023 thu bao nhiêu, để đối chiếu với năm 2024?"."""
_RELATIVE = (
    (re.compile(r"(?<!\w)(?:năm nay|trong năm này|this year|nam nay)(?!\w)"), 0),
    (re.compile(r"(?<!\w)(?:năm ngoái|năm vừa rồi|last year|nam ngoai)(?!\w)"), -1),
    (re.compile(r"(?<!\w)(?:năm kia)(?!\w)"), -2),
    (re.compile(r"(?<!các )(?<!những )(?<!\w)(?:năm tới|sang năm|next year|nam toi)(?!\w)(?! (?:19|20)\d\d)"), 1),
)


def years_of(text: str, today: date) -> tuple[int, ...]:
    """Years named one by one, in order; the two ends of a range are a period (`periods_of`), not years."""
    lowered = canonical(text)
    ranges = [match.span() for match in _RANGE.finditer(lowered) if int(match[1]) < int(match[2])]
    found: list[tuple[int, int]] = []
    for match in _YEAR.finditer(lowered):
        if any(start <= match.start() < end for start, end in ranges):
            continue
        if match.group(2) and not _CUE.search(lowered[: match.start()]):  # "2030 hộ" is a number
            continue
        if _NUMBERED.search(lowered[: match.start()]):
            continue
        found.append((match.start(), int(match.group(1))))
    found = [one for one in found if not _HELD_AGAINST.search(lowered[: one[0]])] or found
    named = bool(found)
    for pattern, offset in _RELATIVE:
        if named and offset < 0:
            continue  # "tháng 9/2020 so với năm ngoái" is told against 2019, which is no year asked about
        found += [
            (match.start(), today.year + offset)
            for match in pattern.finditer(lowered)
            if offset > 0 or not _COMPARED.search(lowered[: match.start()])
        ]
    return tuple(dict.fromkeys(year for _, year in sorted(found)))


def periods_of(text: str) -> tuple[str, ...]:
    """Periods in one spelling: "giai đoạn 2021-2025", "nhiệm kỳ 2020-2025", "6 tháng đầu năm", "quý III"."""
    lowered = canonical(text)
    found: list[tuple[int, str]] = []
    for match in _RANGE.finditer(lowered):
        if int(match[1]) < int(match[2]):
            head = _HEAD.search(lowered[: match.start()])
            name = {"period": "giai đoạn", "term": "nhiệm kỳ"}.get(head[1], head[1]) + " " if head else ""
            found.append((match.start(), f"{name}{match[1]}-{match[2]}"))
    found += [(one.span.start, name_of(one.months)) for one in find_year_parts(lowered) if one.months != (1, 12)]
    return tuple(dict.fromkeys(period for _, period in sorted(found)))
