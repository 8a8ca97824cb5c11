"""An enumeration before its first item, a whole before its part or the part asked for, a point by its number."""

from __future__ import annotations

import math
import re
from dataclasses import replace

from plans.document import Span
from plans.text import canonical, fold
from plans.units import is_unit_of_area
from reader.choosing.order import LESS_LIKELY, NEARLY_AS_LIKELY, behind, given_way, moved_up
from reader.contrasts.counted import of_one_sort
from reader.evidence.candidates import Candidate
from reader.evidence.enumerations import enumeration_at
from reader.lexicon.ordinals import place_of
from reader.lexicon.terms import terms_of
from reader.questions.question import Question
from reader.questions.question_words import CONNECTIVES, INCLUDED, LEFT_OUT
from reader.scoring.scored import Scored

_PART = re.compile(r"\b(?:trong (?:đó|số)|riêng|gồm|of (?:them|which|these))\b", re.IGNORECASE)
"""What stands between a whole and its parts, and in a question that asks for a part."""
_OF_THOSE = re.compile(rf"{_PART.pattern}|\b(?:kết quả|đã|đến nay)\b", re.IGNORECASE)
"""The same where the question names the whole: "đề ra 28 chỉ tiêu, kết quả 20 chỉ tiêu đạt"."""
_OF_WHOLE = re.compile(
    r"^(?:.{0,40}\b)?trong (?:tổng )?(?:số|mức|vốn|kinh phí)\b.*\b(?:bao nhiêu|mấy)\b"
    r"|\b(?:how many|how much) of (?:the|them|these)\b"
)
"""That a question names the whole and asks how many of it are so and so."""
_OF_THE_LIST = 2.5
"""Difference of logits up to which an enumeration comes before the item that it begins with."""
_A_ROW = 2
"""Commas from which a stretch is an enumeration by itself, where it is led in by such words."""
_IN_BRACKETS = re.compile(r"[^(),;.]{0,20}\([^()]*$")
"""Between a whole and a part that stands in parentheses right behind it."""
_MADE_OF = re.compile(r"\bgồm\s*:?\s*$", re.IGNORECASE)
_GOES_ON = re.compile(r"[\s\"”)]*[;,]")
"""What stands behind an item of an enumeration that goes on."""
_MORE_WORDS = 0.15
"""Share of the question's words that the whole has more than the part, from which it may be as much less likely."""
_FEWER_WORDS = 0.05
"""Share of the question's words that the whole may lack beside such a part."""
_OF_THE_PLACE = 0.5
"""By how much more a part agrees with the place asked about than its whole, which then is of others too."""
_OF_ITS_OWN = 2
"""Words of such a name that the question lacks, at least."""
_OF_ITS_OWN_IN_VIETNAMESE = 3
"""The same where the question is in English, whose words are translated one by one."""
_POINT_ASKED = re.compile(
    r"\b(?P<noun>nhiệm vụ|giải pháp|mục tiêu|đột phá|nội dung|điểm|ý|phương hướng|định hướng|yêu cầu|quan điểm|bài học"
    r"|nguyên nhân|hạn chế|kiến nghị|chương trình|việc)(?: (?!thứ)\w+){0,4} thứ (?P<number>\w+)"
)
"""A point asked for by its number: "nhiệm vụ trọng tâm thứ ba"."""
_ANY_POINT = "việc"
"""What a point may be called, whatever leads it in."""
_BY_NUMBER = 1.0
"""Logit by which a point that is asked for by its number is before all others."""


def point_by_number(question: Question, ranked: list[Scored]) -> list[Scored]:
    """`ranked`, best first, but for the point that the question asks for by its number, of the likeliest enumeration that
    is led in by what it is a point of: that goes first."""
    asked = _POINT_ASKED.search(question.spelled)
    number = place_of(asked["number"]) if asked else None
    if asked is None or number is None or question.wanted not in ("text", "list"):
        return ranked
    for one in ranked:
        lead = canonical(one.candidate.levels[0].text)
        if one.barred or one.candidate.form != "points" or not (asked["noun"] == _ANY_POINT or asked["noun"] in lead):
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
        return moved_up(ranked, named)
    goes_on = _GOES_ON.match(document.text, item.span.end) is not None
    a_row = item.short.count(",") >= _A_ROW and _MADE_OF.search(item.in_front) is not None
    for one in behind(ranked, _OF_THE_LIST):
        whole = one.candidate
        begun = whole.form == "list" and goes_on and whole.span.start == item.span.start
        if whole.unit.document != document or not (begun or whole.form == "points"):
            continue
        if whole.form == "points" and a_row:
            continue  # "1. ... 6 chỉ tiêu không đạt, gồm: X, Y, Z. 2. ..."
        if whole.span.contains(item.span) and whole.span != item.span:
            return moved_up(ranked, one)
    return ranked


def _row_named_first(question: Question, ranked: list[Scored]) -> Scored | None:
    """The row of things that one of the points names as what is asked for: of "a) ... theo 3 nhóm: X; Y; Z. b) ..." it is
    "X; Y; Z" where the groups are asked for."""
    points, noun = ranked[0].candidate, " ".join(question.noun_asked)
    for one in behind(ranked, _OF_THE_LIST):
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
    in_part = (_PART.search(question.spelled) and not apart) or LEFT_OUT.search(question.spelled)
    if not of_whole and not including and in_part:
        return ranked
    reach, short = (LESS_LIKELY, _FEWER_WORDS) if apart else (NEARLY_AS_LIKELY, 0.0)
    reach = math.inf if including else reach
    for one in behind(ranked, math.inf if of_whole else max(reach, LESS_LIKELY)):
        whole, part = (first, one) if of_whole else (one, first)
        if not of_whole and one.logit < first.logit - reach and one.features["own"] < first.features["own"] + _MORE_WORDS:
            continue
        as_near = including or one.features["own"] >= first.features["own"] - short
        if not of_whole and first.features["place"] >= one.features["place"] + _OF_THE_PLACE:
            continue  # "hai tỉnh đạt 39,7%; trong đó Bình Lương đạt 33%" where Bình Lương is asked about
        if _parts_of(whole.candidate, part.candidate, _OF_THOSE if of_whole else _PART) and (of_whole or as_near):
            return given_way(ranked, one)
    return ranked


def _named_apart(question: Question, part: Candidate) -> bool:
    """Whether a figure was read as a part by a name of its own ("kinh phí: ngân sách xã", "số hộ thoát nghèo: hộ đăng ký
    thoát nghèo tự nguyện") of which the question lacks words."""
    whole, _, name = part.record.label.rpartition(": ") if part.record is not None else ("", "", "")
    said = {term for term in terms_of(name) if "_" not in term} - question.focus.keys() - CONNECTIVES
    return bool(whole) and len(said) >= (_OF_ITS_OWN_IN_VIETNAMESE if question.english else _OF_ITS_OWN)


def _parts_of(whole: Candidate, part: Candidate, between: re.Pattern[str]) -> bool:
    """Whether a figure follows another of its unit as a part of it, by what stands `between` the two; communes also in
    parentheses behind the units that they are: "118 đơn vị hành chính cấp xã (97 xã, 21 phường)"."""
    if whole.quantity is None or part.quantity is None or whole.unit != part.unit:
        return False
    behind = Span(whole.span.end, max(whole.span.end, part.span.start)).of(part.unit.document.text)
    units = (whole.quantity.unit, part.quantity.unit)
    if all(map(is_unit_of_area, units)) and _IN_BRACKETS.match(behind):
        return True
    return of_one_sort(*units) and between.search(behind) is not None
