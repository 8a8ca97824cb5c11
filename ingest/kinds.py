"""Target, result or estimate: what the words around a quantity say of it."""

from __future__ import annotations

import re

from ingest.label_words import either
from plans.dates import find_dates, find_periods
from plans.document import Document
from plans.indicator import Kind

PLANS = frozenset({"plan", "resolution", "decision", "directive"})

_STRONG_TARGET = re.compile(
    either(
        r"phấn đấu; mục tiêu(?! quốc gia); quyết nghị; đặt ra; đề ra; \bsẽ\b; phải đạt; được giao; \bgiao$",
        r"thông qua(?!(?:\s+(?:tổng cộng|tất cả|được))?\s*$)",
        r"được\s+(?:\S+\s+){0,5}giao",
        r"giao (?:chỉ tiêu|dự toán|nhiệm vụ|kế hoạch); (?:kế hoạch|chỉ tiêu|dự toán|nhiệm vụ)(?:\s+\S+){0,8} là$",
    ),
    re.IGNORECASE,
)
_ESTIMATE = re.compile(r"(?<!\w)[uư]ớc(?!\s+mơ)(?!\w)|dự báo|dự ước|dự kiến|dự tính", re.IGNORECASE)
_RESULT = re.compile(
    r"(?<!\w)"
    + either(
        "đã; đạt được; kết quả; thực hiện được; thực hiện đạt; hoàn thành; hiện có; hiện nay; đến nay",
        "(?<!phí )(?<!vốn )(?<!lực )(?<!gian )(?<!tổ chức )(?<!pháp )(?<!lộ trình )(?<!kế hoạch )(?<!công )"
        r"thực hiện(?=$|\s+(?:cả\s+)?(?:năm|tháng|quý|\d|\ue000))",
        "lũy kế; luỹ kế",
        "(?<!thực )hiện(?! đại| hành| vật| thực| có hiệu lực); tình hình thực hiện; đánh giá tình hình; đánh giá thực hiện",
        r"đánh giá$; vượt; trong năm qua; cùng kỳ; (?:thu|ngân|trồng|động|xây|bán|nạp|cấp|đón|sinh)(?: \S+){0,4} được$",
        r"giải ngân(?: \S+){0,5} (?:đến|hết)(?: ngày)? \ue000 (?:là|được)$",
    )
    + r"(?!\w)",
    re.IGNORECASE,
)
_WEAK_TARGET = re.compile(
    r"(?<!\w)" + either("chỉ tiêu; kế hoạch; dự toán; nhiệm vụ; tối thiểu; định hướng; tầm nhìn; KH") + r"(?!\w)",
    re.IGNORECASE,
)
_ORDERED = re.compile(r"^(?:[^\w\ue000\ue001]|\d|[a-zđA-ZĐIVX]{1,4}[.)])*H(?:oàn thành|OÀN THÀNH)(?!\w)")  # what to do
_INDICATORS = re.compile(
    r"(?:(?:một số|các|những|hệ thống|nhóm|biểu|bảng)\s+chỉ tiêu"
    r"|chỉ tiêu\s+(?:chủ yếu|chính|cơ bản|kinh tế|xã hội|tổng hợp))(?!\w)",
    re.IGNORECASE,
)
_ORDER: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (_STRONG_TARGET, "target"),
    (_ESTIMATE, "estimate"),
    (_RESULT, "result"),
    (_WEAK_TARGET, "target"),
)
_BESIDE_PLANNED = re.compile(
    r"[^\S\n]*\((?:chỉ tiêu|kế hoạch|mục tiêu)(?: (?:giao|đề ra|năm|cả năm))?[^\S\n]*:?[^\S\n]*\d", re.IGNORECASE
)


def kind_of(words: str) -> Kind | None:
    """The kind that words speak of: a target set outright, else an estimate, a result, or the mention of a plan."""
    words = _ORDERED.sub("", words)
    return next((kind for pattern, kind in _ORDER if pattern.search(words)), None)


def only_names_indicators(words: str) -> bool:
    """Whether "chỉ tiêu" is all that words say of a kind, and may mean mere indicators: "Một số chỉ tiêu chủ yếu"."""
    return kind_of(words) == "target" and kind_of(_INDICATORS.sub(" ", words)) is None


def names_both(words: str) -> bool:
    """Whether words name what was reached and then what is planned: "Kết quả năm 2024 và chỉ tiêu năm 2025"."""
    reached = _RESULT.search(words)
    return reached is not None and _WEAK_TARGET.search(words, reached.end()) is not None


def is_ordered(words: str) -> bool:
    """Whether words open with "Hoàn thành" without a subject: an order in a plan, a result in a report."""
    return bool(_ORDERED.match(words))


def cue_of(before: str, after: str) -> Kind | None:
    """The kind that a quantity's own clause shows: the words before it, or what it is measured against."""
    if re.match(r"\s*(?:vượt|đạt và vượt|đạt (?:kế hoạch|nghị quyết|chỉ tiêu|dự toán))(?!\w)", after):
        return kind_of(before) or "result"
    kind = kind_of(before)
    if kind is None and re.search(r"đề ra|được giao|đặt ra", after):
        return "target"
    return kind


def kind_beside_planned(before: str, behind: str) -> Kind | None:
    """The kind of a figure with the one that was planned in brackets `behind` it: "đạt 86,6% (chỉ tiêu 95%)"; None where
    there is no such."""
    return (kind_of(_WEAK_TARGET.sub(" ", before)) or "result") if _BESIDE_PLANNED.match(behind) else None


def last_resort_kind(document: Document, year: int | None) -> Kind | None:
    """The kind when no words near tell: years after publication are planned, those before it or
    before the year that a plan is for are past; else the document's."""
    if is_gone_by(document, year):
        return "result"
    if document.published is not None and year is not None:
        if year > document.published.year:
            return "target"
        if year < document.published.year:
            return "result"
    if document.kind in PLANS:
        return "target"
    return "result" if document.kind == "report" else None


def is_gone_by(document: Document, year: int | None) -> bool:
    """Whether a year lies before the one that a plan is for."""
    return document.kind in PLANS and year is not None and year < (planned_year(document) or year)


def planned_year(document: Document) -> int | None:
    """The one year that the title says a document is for."""
    years = {date.year for date in find_dates(document.title) if date.year is not None}
    return years.pop() if len(years) == 1 and not find_periods(document.title) else None
