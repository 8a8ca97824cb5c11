"""Which of several answers that stand together goes first: a period before the day it ends with, an enumeration before its
first item, a whole before a part of it or the part that is asked for, the point that is asked for by its number.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import replace

from plans.dates import find_dates, find_day_ranges
from plans.document import Span
from plans.indicator import Change
from plans.numbers import find_quantities, same_value
from plans.text import canonical, fold, syllables
from plans.units import is_measure
from reader.contrasts.counted import of_one_sort
from reader.contrasts.proper_names import is_of_another_person
from reader.evidence.candidates import Candidate
from reader.evidence.enumerations import enumeration_at
from reader.lexicon.names import persons_named
from reader.lexicon.ordinals import place_of
from reader.lexicon.terms import terms_of
from reader.polarity.signs import settles
from reader.questions.document_sorts import sort_of, sorts_asked
from reader.questions.question import Question
from reader.questions.question_words import CONNECTIVES, EXCLUDED, INCLUDED
from reader.scoring.agreement import OF_A_PLAN, OF_ANOTHER_PART, kind_of
from reader.scoring.features import BARRED, Scored
from retriever.kinds import PLANNED

_NOW = re.compile(r"\bhiện (?:nay|tại|có|đang)\b|\b(?:currently|at present)\b")
_PART = re.compile(r"\b(?:trong (?:đó|số)|riêng|gồm|of (?:them|which|these))\b", re.IGNORECASE)
"""What stands between a whole and its parts, and in a question that asks for a part."""
_OF_THOSE = re.compile(rf"{_PART.pattern}|\b(?:kết quả|đã|đến nay)\b", re.IGNORECASE)
"""The same where the question names the whole: "đề ra 28 chỉ tiêu, kết quả 20 chỉ tiêu đạt"."""
_OF_WHOLE = re.compile(
    r"^(?:.{0,40}\b)?trong (?:tổng )?(?:số|mức|vốn|kinh phí)\b.*\b(?:bao nhiêu|mấy)\b"
    r"|\b(?:how many|how much) of (?:the|them|these)\b"
)
"""That a question names the whole and asks how many of it are so and so."""
_OF_ONE_SENTENCE = 1.0
"""Difference of logits up to which one clause goes before another because it says yes or no, or is of the place itself."""
_OF_THE_LIST = 2.5
"""Difference of logits up to which an enumeration comes before the item that it begins with."""
_A_ROW = 2
"""Commas from which a stretch is an enumeration by itself, where it is led in by such words."""
_MADE_OF = re.compile(r"\bgồm\s*:?\s*$", re.IGNORECASE)
_GOES_ON = re.compile(r"[\s\"”)]*[;,]")
"""What stands behind an item of an enumeration that goes on."""
_NEARLY_AS_LIKELY = 1.5
"""Difference of logits up to which a whole may be meant and not the part behind it."""
_LESS_LIKELY = 3.0
"""The same where the part has a name that the question does not say."""
_MORE_WORDS = 0.15
"""Share of the question's words that the whole has more than the part, from which it may be as much less likely."""
_FAR_MORE_WORDS = 0.3
"""Share of the question's words that a clause has more than another of its sentence, from which it is what is asked."""
_FEWER = 0.3
"""Share of the question's words that what was reached may lack beside what is set."""
_FEWER_WORDS = 0.05
"""Share of the question's words that the whole may lack beside such a part."""
_OF_ITS_OWN = 2
"""Words of such a name that the question lacks, at least."""
_OF_ITS_OWN_IN_VIETNAMESE = 3
"""The same where the question is in English, whose words are translated one by one."""
_FULFILMENT_ASKED = re.compile(rf"\b(?:bao nhiêu|mấy) (?:%|phần trăm) (?:so với |của )?{PLANNED}\b")
_END_ASKED = re.compile(
    r"\b(?:bắt đầu|khai mạc|mở màn|khởi|kết thúc|bế mạc|(?:từ|đến) (?:ngày|tháng|khi|bao giờ|lúc)|"
    r"hạn|muộn nhất|chậm nhất|trước|xong|hoàn|hết|begins?|starts?|ends?|finish(?:es)?|until|deadline|by when)\b"
)
"""That a question asks when something begins, or by when it is done."""
_BEGIN_ASKED = re.compile(r"\b(?:bắt đầu|khai mạc|mở màn|khởi|begins?|starts?|opens?)\b")
_BOTH_ENDS = re.compile(r"\btừ (?:ngày|tháng|khi|bao giờ|lúc)\b.*\bđến (?:ngày|tháng|khi|bao giờ|lúc)\b")
_SHARE_ASKED = re.compile(
    rf"%|\b(?:phần trăm|tỷ lệ|tỉ lệ|hoàn thành|tiến độ|so với|vượt|per ?cent|share|rate)\b"
    rf"|\b(?:đạt|bằng) (?:bao nhiêu|mấy|được bao nhiêu) (?:so với |của )?{PLANNED}"
)
"""That a question asks for a share, or how much of a plan was met."""
_GIVEN_NAMES = re.compile(r"\bgiảm nghèo\b")
"""What is called after a change and asks for none."""
_CHANGE_ASKED = re.compile(
    r"\b(?:tăng|giảm|hơn|kém|vượt|thêm|bớt|mất|tốc độ|nhịp độ|chênh|so với|mỗi năm|hằng năm|hàng năm|bình quân|increase"
    r"|decrease|fall|fell|rise|rose|grow|grew|growth|change|by how|compared)\b"
)
_LEVEL_ASKED = re.compile(
    r"\b(?:(?:hạ|giảm|tăng|nâng|đưa)\b.*\b(?:xuống|lên)|còn) (?:mức |đến |tới )?(?:bao nhiêu|mấy|nào)\b"
)
"""That a question asks what something comes to: "hạ xuống mức nào", "giảm còn bao nhiêu"."""
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
_EITHER_WAY = re.compile(r"\b(?:tăng|giảm) (?:hay|hoặc)(?: là)? (?:tăng|giảm)\b")
_WAYS: dict[Change, re.Pattern[str]] = {
    "increase": re.compile(r"\btăng (?:thêm |lên |được )?(?:bao nhiêu|mấy)\b"),
    "decrease": re.compile(r"\bgiảm (?:bớt |đi |xuống |được )?(?:bao nhiêu|mấy)\b"),
}
_COUNTED_OUT = re.compile(r"^(?:tỷ lệ|tỉ lệ|tổng số|số|tổng) ")
_DEED_REACH = 60
"""Characters before a day in which the deed is looked for."""
_FEW_WORDS, _MOST_WORDS, _AS_SURE = 0.3, 0.4, 0.1
"""Share of the question's words that is few, how many more are most, and by how much agreements may differ and be as sure.
On 1,445 questions of twenty sets that puts two right figures first and no wrong one."""
_OF_WHAT_IS_ASKED = ("place", "year", "kind", "part")
_POINT_ASKED = re.compile(
    r"\b(?P<noun>nhiệm vụ|giải pháp|mục tiêu|đột phá|nội dung|điểm|ý|phương hướng|định hướng|yêu cầu|quan điểm|bài học"
    r"|nguyên nhân|hạn chế|kiến nghị|chương trình|việc)(?: (?!thứ)\w+){0,4} thứ (?P<number>\w+)"
)
"""A point asked for by its number: "nhiệm vụ trọng tâm thứ ba"."""
_BY_NUMBER = 1.0
"""Logit by which a point that is asked for by its number is before all others."""


def in_order(question: Question, ranked: list[Scored]) -> list[Scored]:
    """`ranked`, best first, with what goes before others of the same place put there."""
    ranked = part_of_year_first(fulfilment_first(question, deed_first(question, ranked)))
    ranked = same_way_first(question, one_thing_first(question, issued_first(question, ranked)))
    ranked = level_first(question, value_first(question, ranked))
    ranked = whole_or_part_first(question, whole_period_first(question, ranked))
    ranked = settling_first(question, own_person_first(question, own_place_first(question, ranked)))
    ranked = reached_first(question, ranked)
    ranked = document_first(question, worded_first(question, ranked))
    return point_by_number(question, whole_list_first(question, with_number_first(question, ranked)))


def _moved_up(ranked: list[Scored], one: Scored) -> list[Scored]:
    """`ranked` with `one` of them in front, as likely as what was first."""
    return [replace(one, logit=ranked[0].logit), *(other for other in ranked if other is not one)]


def _given_way(ranked: list[Scored], one: Scored) -> list[Scored]:
    """`ranked` with `one` of them in the place of the first, which is barred."""
    first, others = ranked[0], [other for other in ranked[1:] if other is not one]
    return [replace(one, logit=first.logit), *others, replace(first, logit=first.logit + BARRED)]


def _behind(ranked: list[Scored], reach: float = math.inf) -> Iterator[Scored]:
    """Those behind the first that are not barred, best first, up to `reach` logits less likely than it."""
    for one in ranked[1:]:
        if ranked[0].logit - one.logit > reach:
            return
        if not one.barred:
            yield one


def fulfilment_first(question: Question, ranked: list[Scored]) -> list[Scored]:
    """`ranked`, best first, but for a share that a sentence says is one of the plan, which goes before another figure of
    that sentence where it is asked how much of the plan was met: "tăng 30,43% so với năm 2022 và đạt 126,82% chỉ tiêu"."""
    first = ranked[0] if ranked else None
    if first is None or not _FULFILMENT_ASKED.search(question.spelled) or _is_of_a_plan(first.candidate):
        return ranked
    for one in _behind(ranked, _LESS_LIKELY):
        if one.candidate.unit.span == first.candidate.unit.span and _is_of_a_plan(one.candidate):
            return _moved_up(ranked, one)
    return ranked


def _is_of_a_plan(candidate: Candidate) -> bool:
    """Whether "kế hoạch" or the like stands right behind a share."""
    unit, text = candidate.unit, candidate.unit.document.text
    share = candidate.quantity is not None and candidate.quantity.unit == "%"
    return share and OF_A_PLAN.match(text, candidate.span.end, max(candidate.span.end, unit.span.end)) is not None


def part_of_year_first(ranked: list[Scored]) -> list[Scored]:
    """`ranked`, best first, but for a figure of another part of the year than is asked for: one of the same name and unit
    in its document that is of that part goes before it, and it is barred."""
    first = ranked[0] if ranked else None
    if first is None or first.candidate.record is None or first.features["part"] > OF_ANOTHER_PART:
        return ranked
    for one in _behind(ranked):
        if one.features["part"] > 0.0 and not one.features["year_clash"] and _of_one_name(one.candidate, first.candidate):
            return _given_way(ranked, one)
    return ranked


def _of_one_name(one: Candidate, other: Candidate) -> bool:
    """Whether two figures of a document are given in one unit and under one name."""
    if one.record is None or other.record is None or one.unit.document != other.unit.document:
        return False
    alike = one.counted_in == other.counted_in and one.record.change == other.record.change
    return alike and _name_words(one.label) == _name_words(other.label)


def _name_words(label: str) -> frozenset[str]:
    """The words of the last part of a label: "Về xuất khẩu, kim ngạch" and "kim ngạch xuất khẩu" are one name."""
    return frozenset(syllables(_last_part(label))) - {"về"}


def _last_part(label: str) -> str:
    """What a label names itself, without what that is a part of."""
    return canonical(label).rpartition(": ")[2]


def one_thing_first(question: Question, ranked: list[Scored]) -> list[Scored]:
    """`ranked`, best first, but for a figure of two things together of which the question names one: that of the one alone,
    in its document, goes before it ("hộ nghèo và cận nghèo 42,61%, trong đó tỷ lệ hộ cận nghèo 11,49%")."""
    first = ranked[0] if ranked else None
    if first is None or first.candidate.record is None:
        return ranked
    told = first.candidate
    things = [_phrase(one) for one in _last_part(told.label).split(" và ")]
    named = [one for one in things if one and one in question.spelled]
    if len(things) != 2 or not all(things) or len(named) != 1:
        return ranked
    for one in _behind(ranked, _NEARLY_AS_LIKELY):
        other, alone = one.candidate, _last_part(one.candidate.label)
        if other.record is None or other.unit.document is not told.unit.document or one.features["year"] < 0.0:
            continue
        alike = other.counted_in == told.counted_in and other.record.change == first.candidate.record.change
        if alike and named[0] in alone and " và " not in alone:
            return _given_way(ranked, one)
    return ranked


def _phrase(thing: str) -> str:
    """The first two words that tell a thing: "cận nghèo" of "cận nghèo đa chiều"; "" where it has fewer."""
    words = _COUNTED_OUT.sub("", thing).split()[:2]
    return " ".join(words) if len(words) == 2 else ""


def same_way_first(question: Question, ranked: list[Scored]) -> list[Scored]:
    """`ranked`, best first, but for by how much something rose where it is asked how far it fell, or the reverse: a figure
    of its document that went the way asked about goes before it."""
    first = ranked[0] if ranked else None
    ways = {way for way, pattern in _WAYS.items() if pattern.search(_EITHER_WAY.sub(" ", question.spelled))}
    if first is None or first.candidate.record is None or len(ways) != 1:
        return ranked
    way = next(iter(ways))
    if first.candidate.record.change in (way, "level"):
        return ranked
    for one in _behind(ranked, _LESS_LIKELY):
        record = one.candidate.record
        alike = record is not None and record.change == way and one.candidate.counted_in == first.candidate.counted_in
        if alike and one.candidate.unit.document is first.candidate.unit.document and one.features["year"] >= 0.0:
            return _given_way(ranked, one)
    return ranked


def issued_first(question: Question, ranked: list[Scored]) -> list[Scored]:
    """`ranked`, best first, but for the day of a document that is only referred to ("thực hiện theo Quyết định 21/QĐ-UBND
    ngày 03/01/2025") where it is asked when something was decided: another day of its document goes before it."""
    first = ranked[0] if ranked else None
    if first is None or first.candidate.kind != "date" or not _ISSUE_ASKED.search(question.spelled):
        return ranked
    if not _REFERRED_TO.search(first.candidate.in_front):
        return ranked
    for one in _behind(ranked, _LESS_LIKELY):
        own = one.candidate
        if (
            own.kind == "date"
            and own.unit.document is first.candidate.unit.document
            and not _REFERRED_TO.search(own.in_front)
        ):
            return _given_way(ranked, one)
    return ranked


def value_first(question: Question, ranked: list[Scored]) -> list[Scored]:
    """`ranked`, best first, but for how much of a plan was met, where that is not asked: the value itself, said of the same
    thing in the same sentence, goes before it ("ước 1.526,82 tỷ đồng, đạt 100,12% kế hoạch"), and it is barred."""
    first = ranked[0] if ranked else None
    if first is None or question.measure == "percent" or _SHARE_ASKED.search(question.spelled):
        return ranked
    if not _is_of_a_plan(first.candidate) or first.features["told_in"] >= 0.0:
        return ranked
    for one in _behind(ranked, _LESS_LIKELY):
        if one.candidate.unit != first.candidate.unit or one.candidate.span.start > first.candidate.span.start:
            continue
        if one.features["type"] > 0.0 and one.features["own"] >= first.features["own"]:
            return _given_way(ranked, one)
    return ranked


def level_first(question: Question, ranked: list[Scored]) -> list[Scored]:
    """`ranked`, best first, but for by how much something changed, where that is not asked: what it comes to, said of the
    same thing in the same sentence, goes before it ("lên 60,89% (tăng 12,03% so với năm 2020)"), and it is barred."""
    first = ranked[0] if ranked else None
    changed = first.candidate.record if first is not None else None
    if first is None or changed is None or changed.change == "level":
        return ranked
    asked = _GIVEN_NAMES.sub(" ", question.spelled)
    if _CHANGE_ASKED.search(asked) and not _LEVEL_ASKED.search(asked):
        return ranked
    for one in _behind(ranked, _LESS_LIKELY):
        record = one.candidate.record
        if record is None or record.change != "level" or one.candidate.unit != first.candidate.unit:
            continue
        if record.label == changed.label and record.quantity.unit == changed.quantity.unit:
            return _given_way(ranked, one)
    return ranked


def reached_first(question: Question, ranked: list[Scored]) -> list[Scored]:
    """`ranked`, best first, but for what a plan sets where it is asked how things stand now: a result goes before it."""
    first = ranked[0] if ranked else None
    if first is None or first.candidate.quantity is None or not _NOW.search(question.spelled):
        return ranked
    if kind_of(first.candidate) != "target":
        return ranked
    for one in _behind(ranked, _LESS_LIKELY):
        alike = one.candidate.quantity is not None and one.candidate.quantity.unit == first.candidate.quantity.unit
        reached = kind_of(one.candidate) == "result" or _is_yet_to_come(first, one)
        if alike and reached and one.features["own"] >= first.features["own"] - _FEWER:
            return _given_way(ranked, one)
    return ranked


def _is_yet_to_come(planned: Scored, other: Scored) -> bool:
    """Whether a figure is of a year after its document, and the other is not."""
    record, told = planned.candidate.record, other.candidate.record
    published = planned.candidate.unit.document.published
    if record is None or record.year is None or published is None or record.year <= published.year:
        return False
    return told is None or told.year is None or told.year <= published.year


def own_place_first(question: Question, ranked: list[Scored]) -> list[Scored]:
    """`ranked`, best first, but for a clause that is to say yes or no and is told of what the place lies in: one of the
    place itself goes before it."""
    first = ranked[0] if ranked else None
    if question.wanted != "yesno" or first is None or first.features["place"] >= 0.0:
        return ranked
    for one in _behind(ranked, _OF_ONE_SENTENCE):
        if one.features["place"] > 0.0:
            return _moved_up(ranked, one)
    return ranked


def own_person_first(question: Question, ranked: list[Scored]) -> list[Scored]:
    """`ranked`, best first, but for a clause that is to say yes or no and is told of another person than the one named: one
    of that person goes before it."""
    first = ranked[0] if ranked else None
    if question.wanted != "yesno" or first is None or not is_of_another_person(question, first.candidate):
        return ranked
    named = {*persons_named(question.query.text)}
    for one in _behind(ranked, _LESS_LIKELY):
        if named & {*persons_named(one.candidate.clause.of(one.candidate.unit.document.text))}:
            return _moved_up(ranked, one)
    return ranked


def settling_first(question: Question, ranked: list[Scored]) -> list[Scored]:
    """`ranked`, best first, but for a clause that says yes or no, which goes before one of its sentence that does not; and
    before one that has far fewer of the question's words."""
    first = ranked[0] if ranked else None
    if question.wanted != "yesno" or first is None:
        return ranked
    settled = settles(question, first.candidate)
    for one in _behind(ranked, _OF_ONE_SENTENCE):
        beside = one.candidate.unit.span == first.candidate.unit.span
        if settled:
            worded = one.features["own"] >= first.features["own"] + _FAR_MORE_WORDS
            beside = worded and one.candidate.unit == first.candidate.unit
        if beside and settles(question, one.candidate):
            return _moved_up(ranked, one)
    return ranked


def worded_first(question: Question, ranked: list[Scored]) -> list[Scored]:
    """`ranked`, best first, but for a figure of which hardly a word of the question is said, where most of them are said of
    another in its unit, of no other place or time: that goes first."""
    first = ranked[0] if ranked else None
    if question.wanted != "quantity" or question.english or first is None or first.features["own"] > _FEW_WORDS:
        return ranked
    for one in _behind(ranked, _LESS_LIKELY):
        alike = one.candidate.kind == "quantity" and one.candidate.counted_in == first.candidate.counted_in
        worded = one.features["own"] >= first.features["own"] + _MOST_WORDS
        if alike and worded and all(one.features[name] >= first.features[name] - _AS_SURE for name in _OF_WHAT_IS_ASKED):
            return _moved_up(ranked, one)
    return ranked


def point_by_number(question: Question, ranked: list[Scored]) -> list[Scored]:
    """`ranked`, best first, but for the point that the question asks for by its number, of the likeliest enumeration that
    is led in by what it is a point of: that goes first."""
    asked = _POINT_ASKED.search(question.spelled)
    number = place_of(asked["number"]) if asked else None
    if asked is None or number is None or question.wanted not in ("text", "list"):
        return ranked
    for one in ranked:
        lead = canonical(one.candidate.levels[0].text)
        if one.barred or one.candidate.form != "points" or asked["noun"] not in lead:
            continue
        if one.features["place"] < 0.0 or one.features["year_clash"]:
            continue
        document = one.candidate.unit.document
        counted = enumeration_at(document, one.candidate.span)
        if counted is not None and (point := counted.point(document, number)) is not None:
            whole = next(each for each in counted.points if each.contains(point))
            found = replace(one.candidate, span=point, clause=whole, form="point")
            return [replace(one, candidate=found, logit=max(0.0, ranked[0].logit) + _BY_NUMBER), *ranked]
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
    for one in _behind(ranked):
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
    return next((_moved_up(ranked, one) for one in _behind(ranked, _LESS_LIKELY) if names(one)), ranked)


def document_first(question: Question, ranked: list[Scored]) -> list[Scored]:
    """`ranked`, best first, but for a figure of another sort of document than the one that is to tell it: one of that, in
    the same unit and said of as much of the question, goes before it, which is barred."""
    first = ranked[0] if ranked else None
    asked = sorts_asked(question) if first is not None and first.candidate.kind == "quantity" else frozenset[str]()
    if first is None or not asked or sort_of(first.candidate.unit.document) in {None, *asked}:
        return ranked
    for one in _behind(ranked, _LESS_LIKELY):
        alike = one.candidate.kind == "quantity" and one.candidate.counted_in == first.candidate.counted_in
        if (
            alike
            and sort_of(one.candidate.unit.document) in asked
            and all(one.features[name] >= first.features[name] - _AS_SURE for name in _OF_WHAT_IS_ASKED)
        ):
            return _given_way(ranked, one)
    return ranked


def whole_list_first(question: Question, ranked: list[Scored]) -> list[Scored]:
    """`ranked`, best first, but for an item in front of the enumeration that it begins, or that counts it among its points,
    where a list is asked for: "phố đi bộ; tour làm ngư dân; làng mắm" and not "phố đi bộ"."""
    first = ranked[0] if ranked else None
    if first is None or question.wanted != "list" or first.barred or first.candidate.kind != "text":
        return ranked
    item = first.candidate
    document = item.unit.document
    named = _row_named_first(question, ranked) if item.form == "points" else None
    if named is not None:
        return _moved_up(ranked, named)
    goes_on = _GOES_ON.match(document.text, item.span.end) is not None
    a_row = item.short.count(",") >= _A_ROW and _MADE_OF.search(item.in_front) is not None
    for one in _behind(ranked, _OF_THE_LIST):
        whole = one.candidate
        begun = whole.form == "list" and goes_on and whole.span.start == item.span.start
        if whole.unit.document != document or not (begun or whole.form == "points"):
            continue
        if whole.form == "points" and a_row:
            continue  # "1. ... 6 chỉ tiêu không đạt, gồm: X, Y, Z. 2. ..."
        if whole.span.contains(item.span) and whole.span != item.span:
            return _moved_up(ranked, one)
    return ranked


def _row_named_first(question: Question, ranked: list[Scored]) -> Scored | None:
    """The row of things that one of the points names as what is asked for: of "a) ... theo 3 nhóm: X; Y; Z. b) ..." it is
    "X; Y; Z" where the groups are asked for."""
    points, noun = ranked[0].candidate, " ".join(question.noun_asked)
    for one in _behind(ranked, _OF_THE_LIST):
        row = one.candidate
        if row.form != "list" or row.unit.document != points.unit.document or not points.span.contains(row.span):
            continue
        before = fold(points.unit.document.text[points.span.start : row.span.start]).rstrip()
        if noun and before.endswith(f"{noun}:"):
            return one
    return None


def whole_or_part_first(question: Question, ranked: list[Scored]) -> list[Scored]:
    """`ranked`, best first, but for a part and its whole ("giải quyết việc làm cho 870 lao động, trong đó tạo việc làm mới
    360 lao động"): a part in front gives way to its whole where the question has no more of its words than of the whole's,
    a whole to its part where the question asks for one of so many ("trong số lao động có việc làm, bao nhiêu là mới?"), and
    any part to its whole where it says what that includes ("gồm cả phần địa phương giao thêm"). The one that gave way is
    barred."""
    first = ranked[0] if ranked else None
    if first is None or first.candidate.quantity is None:
        return ranked
    of_whole = _OF_WHOLE.search(question.spelled) is not None
    including = not of_whole and INCLUDED.search(question.spelled) is not None
    apart = _named_apart(question, first.candidate)
    in_part = (_PART.search(question.spelled) and not apart) or EXCLUDED.search(question.spelled)
    if not of_whole and not including and in_part:
        return ranked
    reach, short = (_LESS_LIKELY, _FEWER_WORDS) if apart else (_NEARLY_AS_LIKELY, 0.0)
    reach = math.inf if including else reach
    for one in _behind(ranked, math.inf if of_whole else max(reach, _LESS_LIKELY)):
        whole, part = (first, one) if of_whole else (one, first)
        if not of_whole and one.logit < first.logit - reach and one.features["own"] < first.features["own"] + _MORE_WORDS:
            continue
        as_near = one.features["own"] >= first.features["own"] - short
        if _parts_of(whole.candidate, part.candidate, _OF_THOSE if of_whole else _PART) and (of_whole or as_near):
            return _given_way(ranked, one)
    return ranked


def _named_apart(question: Question, part: Candidate) -> bool:
    """Whether a figure was read as a part by a name of its own ("kinh phí: ngân sách xã", "số hộ thoát nghèo: hộ đăng ký
    thoát nghèo tự nguyện") of which the question lacks words."""
    whole, _, name = part.record.label.rpartition(": ") if part.record is not None else ("", "", "")
    said = {term for term in terms_of(name) if "_" not in term} - question.focus.keys() - CONNECTIVES
    return bool(whole) and len(said) >= (_OF_ITS_OWN_IN_VIETNAMESE if question.english else _OF_ITS_OWN)


def _parts_of(whole: Candidate, part: Candidate, between: re.Pattern[str]) -> bool:
    """Whether a figure follows another of its unit as a part of it, by what stands `between` the two."""
    if whole.quantity is None or part.quantity is None or not of_one_sort(whole.quantity.unit, part.quantity.unit):
        return False
    behind = Span(whole.span.end, max(whole.span.end, part.span.start))
    return whole.unit == part.unit and between.search(behind.of(part.unit.document.text)) is not None
