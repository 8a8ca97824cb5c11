"""A share of a plan, a level, a change: which of the figures of one clause is the sort that is asked for."""

from __future__ import annotations

import re

from plans.indicator import Change
from plans.text import canonical, syllables
from reader.choosing.order import LESS_LIKELY, NEARLY_AS_LIKELY, behind, given_way, moved_up
from reader.evidence.candidates import Candidate
from reader.questions.question import Question
from reader.scoring.kind_agreement import OF_A_PLAN, kind_of
from reader.scoring.part_agreement import OF_ANOTHER_PART
from reader.scoring.scored import Scored
from retriever.kinds import PLANNED

_NOW = re.compile(r"\bhiện (?:nay|tại|có|đang)\b|\b(?:currently|at present)\b")
_FEWER = 0.3
"""Share of the question's words that what was reached may lack beside what is set."""
_FULFILMENT_ASKED = re.compile(rf"\b(?:bao nhiêu|mấy) (?:%|phần trăm) (?:so với |của )?{PLANNED}\b")
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
_EITHER_WAY = re.compile(r"\b(?:tăng|giảm) (?:hay|hoặc)(?: là)? (?:tăng|giảm)\b")
_WAYS: dict[Change, re.Pattern[str]] = {
    "increase": re.compile(r"\btăng (?:thêm |lên |được )?(?:bao nhiêu|mấy)\b"),
    "decrease": re.compile(r"\bgiảm (?:bớt |đi |xuống |được )?(?:bao nhiêu|mấy)\b"),
}
_COUNTED_OUT = re.compile(r"^(?:tỷ lệ|tỉ lệ|tổng số|số|tổng) ")


def fulfilment_first(question: Question, ranked: list[Scored]) -> list[Scored]:
    """`ranked`, best first, but for a share that a sentence says is one of the plan, which goes before another figure of
    that sentence where it is asked how much of the plan was met: "tăng 30,43% so với năm 2022 và đạt 126,82% chỉ tiêu"."""
    first = ranked[0] if ranked else None
    if first is None or not _FULFILMENT_ASKED.search(question.spelled) or _is_of_a_plan(first.candidate):
        return ranked
    for one in behind(ranked, LESS_LIKELY):
        if one.candidate.unit.span == first.candidate.unit.span and _is_of_a_plan(one.candidate):
            return moved_up(ranked, one)
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
    for one in behind(ranked):
        if one.features["part"] > 0.0 and not one.features["year_clash"] and _of_one_name(one.candidate, first.candidate):
            return given_way(ranked, one)
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
    for one in behind(ranked, NEARLY_AS_LIKELY):
        other, alone = one.candidate, _last_part(one.candidate.label)
        if other.record is None or other.unit.document is not told.unit.document or one.features["year"] < 0.0:
            continue
        alike = other.counted_in == told.counted_in and other.record.change == first.candidate.record.change
        if alike and named[0] in alone and " và " not in alone:
            return given_way(ranked, one)
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
    for one in behind(ranked, LESS_LIKELY):
        record = one.candidate.record
        alike = record is not None and record.change == way and one.candidate.counted_in == first.candidate.counted_in
        if alike and one.candidate.unit.document is first.candidate.unit.document and one.features["year"] >= 0.0:
            return given_way(ranked, one)
    return ranked


def value_first(question: Question, ranked: list[Scored]) -> list[Scored]:
    """`ranked`, best first, but for how much of a plan was met, where that is not asked: the value itself, said of the same
    thing in the same sentence, goes before it ("ước 1.526,82 tỷ đồng, đạt 100,12% kế hoạch"), and it is barred."""
    first = ranked[0] if ranked else None
    if first is None or question.measure == "percent" or _SHARE_ASKED.search(question.spelled):
        return ranked
    if not _is_of_a_plan(first.candidate) or first.features["told_in"] >= 0.0:
        return ranked
    for one in behind(ranked, LESS_LIKELY):
        if one.candidate.unit != first.candidate.unit or one.candidate.span.start > first.candidate.span.start:
            continue
        if one.features["type"] > 0.0 and one.features["own"] >= first.features["own"]:
            return given_way(ranked, one)
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
    for one in behind(ranked, LESS_LIKELY):
        record = one.candidate.record
        if record is None or record.change != "level" or one.candidate.unit != first.candidate.unit:
            continue
        if record.label == changed.label and record.quantity.unit == changed.quantity.unit:
            return given_way(ranked, one)
    return ranked


def reached_first(question: Question, ranked: list[Scored]) -> list[Scored]:
    """`ranked`, best first, but for what a plan sets where it is asked how things stand now: a result goes before it."""
    first = ranked[0] if ranked else None
    if first is None or first.candidate.quantity is None or not _NOW.search(question.spelled):
        return ranked
    if kind_of(first.candidate) != "target":
        return ranked
    for one in behind(ranked, LESS_LIKELY):
        alike = one.candidate.quantity is not None and one.candidate.quantity.unit == first.candidate.quantity.unit
        reached = kind_of(one.candidate) == "result" or _is_yet_to_come(first, one)
        if alike and reached and one.features["own"] >= first.features["own"] - _FEWER:
            return given_way(ranked, one)
    return ranked


def _is_yet_to_come(planned: Scored, other: Scored) -> bool:
    """Whether a figure is of a year after its document, and the other is not."""
    record, told = planned.candidate.record, other.candidate.record
    published = planned.candidate.unit.document.published
    if record is None or record.year is None or published is None or record.year <= published.year:
        return False
    return told is None or told.year is None or told.year <= published.year
