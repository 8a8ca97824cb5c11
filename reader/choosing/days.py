"""A deed before its document, a document before others: which day, number or source of several is the one asked for."""

from __future__ import annotations

import re
from dataclasses import replace

from plans.dates import find_dates, find_day_ranges
from plans.document import Span
from plans.numbers import find_quantities, same_value
from plans.text import canonical
from plans.units import is_measure
from reader.choosing.order import AS_SURE, LESS_LIKELY, OF_WHAT_IS_ASKED, behind, given_way, moved_up
from reader.evidence.candidates import Candidate
from reader.questions.document_sorts import ALL_SORTS, PROPOSAL, RESOLUTION, sort_of, sorts_asked
from reader.questions.question import Question
from reader.scoring.scored import Scored

_END_ASKED = re.compile(
    r"\b(?:bắt đầu|khai mạc|mở màn|khởi|kết thúc|bế mạc|(?:từ|đến) (?:ngày|tháng|khi|bao giờ|lúc)|"
    r"hạn|muộn nhất|chậm nhất|trước|xong|hoàn|hết|begins?|starts?|ends?|finish(?:es)?|until|deadline|by when)\b"
)
"""That a question asks when something begins, or by when it is done."""
_BEGIN_ASKED = re.compile(r"\b(?:bắt đầu|khai mạc|mở màn|khởi|begins?|starts?|opens?)\b")
_BOTH_ENDS = re.compile(r"\btừ (?:ngày|tháng|khi|bao giờ|lúc)\b.*\bđến (?:ngày|tháng|khi|bao giờ|lúc)\b")
_DEED_ASKED = re.compile(r"\b(?:thông qua|có hiệu lực|phê duyệt|khởi công|khánh thành)\b")
_ISSUE_ASKED = re.compile(
    r"\b(?:ban hành|ký|ra|phê duyệt)\b.*\b(?:quyết định|nghị quyết|kế hoạch|chỉ thị|công văn|đề án)\b"
    r"|\bquyết định\b.*\b(?:ban hành|ký|ra)\b"
)
_REFERRED_TO = re.compile(
    r"\b(?:theo|tại|căn cứ|thực hiện)(?: các)?"
    r" (?:quyết định|nghị quyết|kế hoạch|chỉ thị|công văn|văn bản|thông báo|tờ trình)"
    r"(?: số)?:? \S*\d\S*(?: của [^,;.]{3,60})?,?(?: ngày)? ?$",
    re.IGNORECASE,
)
"""In front of the day of a document that is named as what something goes by."""
_DEED_REACH = 60
"""Characters before a day in which the deed is looked for."""


def issued_first(question: Question, ranked: list[Scored]) -> list[Scored]:
    """`ranked`, best first, but for the day of a document that is only referred to ("thực hiện theo Quyết định 21/QĐ-UBND
    ngày 03/01/2025") where it is asked when something was decided: another day of its document goes before it."""
    first = ranked[0] if ranked else None
    if first is None or first.candidate.kind != "date" or not _ISSUE_ASKED.search(question.spelled):
        return ranked
    if not _REFERRED_TO.search(first.candidate.in_front):
        return ranked
    for one in behind(ranked, LESS_LIKELY):
        own = one.candidate
        if (
            own.kind == "date"
            and own.unit.document is first.candidate.unit.document
            and not _REFERRED_TO.search(own.in_front)
        ):
            return given_way(ranked, one)
    return ranked


def whole_period_first(question: Question, ranked: list[Scored]) -> list[Scored]:
    """`ranked`, best first, but for a day in front of a period that it begins or ends ("từ ngày 30/1 đến 4/2"), unless the
    question asks for its beginning or its end."""
    first = ranked[0] if ranked else None
    if first is None or first.candidate.kind != "date":
        return ranked
    candidate, text = first.candidate, first.candidate.unit.document.text
    start = candidate.unit.span.start
    ranges = (one.shifted(start) for one in find_day_ranges(candidate.unit.span.of(text)))
    whole = next((one for one in ranges if one.contains(candidate.span)), None)
    if whole is None:
        return ranked
    if _END_ASKED.search(question.spelled) and not _BOTH_ENDS.search(question.spelled):
        return [replace(first, candidate=_begin_of(question, candidate, whole)), *ranked[1:]]
    others = [one for one in ranked[1:] if one.candidate.span != whole]
    return [replace(first, candidate=replace(candidate, span=whole, form="period")), *others]


def _begin_of(question: Question, day: Candidate, period: Span) -> Candidate:
    """The day that a period begins with where that is asked for, any other as it is."""
    days = find_dates(period.of(day.unit.document.text), period.start)
    if not _BEGIN_ASKED.search(question.spelled) or not days or days[0].span.overlaps(day.span):
        return day
    return replace(day, span=days[0].span)


def deed_first(question: Question, ranked: list[Scored]) -> list[Scored]:
    """`ranked`, best first, but for a day that is said of the deed asked about ("thông qua ngày 18"), which goes before one
    that is not: the day of the letterhead is when a document was issued."""
    asked = _DEED_ASKED.search(" . ".join((question.glossed, *question.query.glosses)))
    first = ranked[0] if ranked else None
    if asked is None or first is None or first.candidate.kind != "date" or _does(first.candidate, asked[0]):
        return ranked
    for one in behind(ranked):
        if one.candidate.kind == "date" and _does(one.candidate, asked[0]):
            return [replace(one, logit=max(one.logit, first.logit)), *(other for other in ranked if other is not one)]
    return ranked


def _does(candidate: Candidate, deed: str) -> bool:
    """Whether the words right before a day say the deed, and no other day in between."""
    _, said, behind = canonical(candidate.in_front[-_DEED_REACH:]).rpartition(deed)
    return bool(said) and not find_dates(behind)


def with_number_first(question: Question, ranked: list[Scored]) -> list[Scored]:
    """`ranked`, best first, but where it is asked what or whose a figure is ("dự án nào thiếu 1,2 triệu m3 đất?"): what has
    that figure beside it goes before what has not."""
    first = ranked[0] if ranked else None
    if first is None or question.wanted in ("quantity", "date", "ordinal", "yesno", "code"):
        return ranked
    told = [one.quantity for one in find_quantities(question.query.text) if is_measure(one.quantity.unit)]

    def names(one: Scored) -> bool:
        beside = find_quantities(one.candidate.unit.text)
        return any(same_value(figure, other.quantity) for figure in told for other in beside)

    if not told or names(first):
        return ranked
    return next((moved_up(ranked, one) for one in behind(ranked, LESS_LIKELY) if names(one)), ranked)


def document_first(question: Question, ranked: list[Scored]) -> list[Scored]:
    """`ranked`, best first, but for a figure of another sort of document than the one that is to tell it: one of that, in
    the same unit, as near what is asked and, where it is much less likely, told in as many of its words, goes before it,
    which is barred. What was proposed is told by any document but the resolution, where no proposal tells it."""
    first = ranked[0] if ranked else None
    asked = sorts_asked(question) if first is not None and first.candidate.kind == "quantity" else frozenset[str]()
    if first is None or not asked or (own := sort_of(first.candidate.unit.document)) in {None, *asked}:
        return ranked
    in_turn = [asked, ALL_SORTS - {RESOLUTION}] if PROPOSAL in asked and own == RESOLUTION else [asked]
    for sorts in in_turn:
        for one in behind(ranked):
            alike = one.candidate.kind == "quantity" and one.candidate.counted_in == first.candidate.counted_in
            near = OF_WHAT_IS_ASKED if one.logit >= first.logit - LESS_LIKELY else (*OF_WHAT_IS_ASKED, "own")
            if (
                alike
                and sort_of(one.candidate.unit.document) in sorts
                and all(one.features[name] >= first.features[name] - AS_SURE for name in near)
            ):
                return given_way(ranked, one)
    return ranked
