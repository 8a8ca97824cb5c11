"""Was a plan met? "Xuất khẩu lao động năm 2024 có đạt kế hoạch không?", from the records of the plan and of what came of
it, or from the degree of fulfilment that a source states."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from plans.answer import Answer
from plans.indicator import Indicator
from plans.sums import above, compatible, exact, shown
from plans.text import canonical
from reader.computed.records import Records, is_of
from reader.computed.sources import kind_note, proof_of
from reader.evidence.candidates import Candidate
from reader.lexicon.places import narrowest
from reader.questions.question import Question
from reader.questions.subject import asked_subject
from reader.wording.answer_text import lower_first
from retriever import Index

_SETTER = (
    "(?:đề ra|đặt ra|giao|được|của|cả năm|năm|nghị quyết|hội đồng nhân dân|hđnd|ủy ban nhân dân|ubnd|cấp trên|tỉnh|huyện|xã"
    "|thành phố|thị xã|phường|thị trấn)"
)
_ASKED = re.compile(
    r"\b(?:đạt|vượt|hoàn thành|bằng|về đích|cán đích)(?: và vượt)?\b(?: [^\W\d_]+){0,3}? "
    rf"(?:kế hoạch|chỉ tiêu|mục tiêu|dự toán|nghị quyết|mức)(?: {_SETTER})*\b"
    r"|\b(?:meet|met|reach(?:ed)?|achieved?|exceed(?:ed)?)\b(?: \w+){0,3}? (?:targets?|plans?|goals?)\b"
)
_FRAME = re.compile(r"\b(?:có|đã|hay chưa|hay không|không|chưa|did|has|have)\b")
_FEWER_IS_BETTER = re.compile(
    r"\b(?:nghèo|tử vong|tội phạm|phạm pháp|tai nạn|thất nghiệp|suy dinh dưỡng|sinh con thứ|nợ|bỏ học|vi phạm|khiếu nại"
    r"|tố cáo|thiếu|thất thoát|tồn đọng|nhà tạm|dột nát|mắc bệnh|ca mắc)\b"
)
_BEYOND = re.compile(r"\bvượt\s+(?:mức\s+)?(?:gần |hơn |trên )?\d[\d.,]*\s*%", re.IGNORECASE)
_OWN_WORDS = 0.4
"""Share of a label that the question must have said, by weight."""
_HELD_AGAINST = ", so với "
_RATIO = re.compile(r"/ ?(?:KH|DT|kế hoạch|dự toán)\b", re.IGNORECASE)
"""What a heading calls the degree of fulfilment: "TH/KH (%)"."""
_SURE = 0.85


def plan_met(question: Question, index: Index) -> Answer | None:
    """Whether the plan was met, with what came of it and the plan cited; None when that is not asked, or when a record is
    missing, rough or disputed."""
    text = question.spelled
    asked = _ASKED.search(text)
    if question.wanted != "yesno" or asked is None or len(question.years) > 1:
        return None
    frames = [match.group() for match in _FRAME.finditer(text)]
    subject = asked_subject(question, [asked.group(), *frames])
    if not any(subject.words):
        return None
    records = Records.for_question(index, question, [subject.text])
    places = narrowest(question.places)
    fitting = [
        match.record
        for match in records.matches(subject)
        if match.fit.said >= _OWN_WORDS
        and (not question.years or match.record.year in question.years)
        and all(is_of(match.record, one) for one in places)
    ]
    level, *changes = ([one for one in fitting if one.change == way] for way in ("level", "decrease", "increase"))
    settled = _by_share(level) or _by_value(level) or next(filter(None, map(_by_value, changes)), None)
    return _worded(question, text, *settled, index) if settled is not None else None


def is_told_by_row(question: Question, best: Candidate) -> bool:
    """Whether it is asked if a plan was met, and what comes nearest is a row of a table: its figures tell it, no words."""
    return question.wanted == "yesno" and best.unit.kind == "row" and _ASKED.search(question.spelled) is not None


def met_in_row(question: Question, row: Candidate, index: Index) -> Answer | None:
    """The same by the records of a row of a table, "Kế hoạch 2032 | Ước thực hiện 2032", of one year; None where the row
    does not tell."""
    document = row.unit.document
    years = question.years or document.years[:1]
    told = [
        one
        for one in index.indicators(document.doc_id)
        if row.unit.span.contains(one.citation.span) and one.year in years and not _RATIO.search(one.label)
    ]
    settled = _by_value(told)
    return _worded(question, question.spelled, *settled, index) if settled is not None else None


def _by_share(records: Sequence[Indicator]) -> tuple[bool, list[Indicator]] | None:
    """By a stated degree of fulfilment, of which less than all of it is not met."""
    shares = [one for one in records if _HELD_AGAINST in one.label and one.quantity.unit == "%" and exact(one.quantity)]
    if len({one.quantity.value for one in shares}) != 1 or _FEWER_IS_BETTER.search(canonical(shares[0].label)):
        return None
    beyond = _BEYOND.search(shares[0].citation.quote) is not None  # "vượt 2,3% dự toán"
    return beyond or shares[0].quantity.value >= Decimal(100), shares[:1]


def _by_value(records: Sequence[Indicator]) -> tuple[bool, list[Indicator]] | None:
    """By the one value, or the one change, that was reached and the one that was planned for the same year."""
    plain = [one for one in records if _HELD_AGAINST not in one.label and exact(one.quantity)]
    reached = [one for one in plain if one.kind == "result"] or [one for one in plain if one.kind == "estimate"]
    planned = [one for one in plain if one.kind == "target"]
    if len({one.quantity.value for one in reached}) != 1 or len({one.quantity.value for one in planned}) != 1:
        return None
    result, plan = reached[0], planned[0]
    if result.year != plan.year or result.place != plan.place or not compatible(result.quantity, plan.quantity):
        return None
    if result.change == "level" and _FEWER_IS_BETTER.search(canonical(result.label)):
        return not above(result.quantity, plan.quantity), [result, plan]
    return not above(plan.quantity, result.quantity), [result, plan]


def _worded(question: Question, text: str, met: bool, records: Sequence[Indicator], index: Index) -> Answer:
    proofs = [proof_of(index.document(one.citation.doc_id), one) for one in records]
    citations = tuple(dict.fromkeys(proofs))
    parts = [
        f"{lower_first(one.label)}{kind_note(one, question.english)}: {shown(one.quantity)} [{citations.index(proof) + 1}]"
        for one, proof in zip(records, proofs, strict=True)
    ]
    if question.english:
        short = "Yes" if met else "No"
    else:
        short = "Có" if met else "Chưa" if re.search(r"\bchưa\b", text) else "Không"
    return Answer("answered", short, f"{short}: {'; '.join(parts)}.", citations, tuple(records), (), (), _SURE)
