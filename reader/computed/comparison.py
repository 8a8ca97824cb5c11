"""Comparisons: which records stand for the operands.

A comparison is made only between values of one indicator (or two that the question names), in one unit, each known exactly.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from plans.answer import Answer
from plans.indicator import Indicator
from plans.numbers import same_value
from plans.sums import compatible, shown
from plans.text import canonical
from reader.computed.conclusion import concluded
from reader.computed.records import Match, Records, is_of
from reader.computed.sources import superseding
from reader.questions.question import Question
from reader.questions.relations import Asked, Operand
from reader.questions.subject import alike
from retriever import Index

_OWN_WORDS = 0.6
"""Share of a label that the question must have said, by weight."""
_SAME_LABEL = 0.75
"""Share of words that two labels of one indicator have in common, by weight."""
_CLOSE = 0.05
"""Fits that differ by no more are equally good."""
_TRIED = 6
"""Records tried for one operand."""
_OPERANDS = 4
"""Values related at most."""
_SURE, _OTHER_KINDS, _LESS_SURE = 0.9, 0.8, 0.7


@dataclass(frozen=True, slots=True)
class _Chosen:
    matches: tuple[Match, ...]
    notes: tuple[str, ...] = ()


def compared(question: Question, asked: Asked, index: Index) -> Answer | None:
    """The relation asked for, with the arithmetic and every source; None when a value is missing, rough or disputed."""
    records = Records.for_question(index, question, [_search_text(one) for one in asked.operands])
    if asked.by == "year" and _stated(asked, records):
        return None
    chosen = _chosen(question, asked, records, index)
    if chosen is None:
        return None
    related = [one.record for one in chosen.matches]
    sure = _LESS_SURE
    if min(one.fit.said for one in chosen.matches) >= _SURE:
        sure = _SURE if len({one.kind for one in related}) == 1 else _OTHER_KINDS
    return concluded(question, asked, related, chosen.notes, sure, index)


def _search_text(operand: Operand) -> str:
    parts = (operand.subject.text, operand.place.name if operand.place else "", str(operand.year or ""))
    return " ".join(part for part in parts if part)


def _stated(asked: Asked, records: Records) -> bool:
    """Whether a source itself says by how much the value changed in the later year: then it need not be computed."""
    if asked.relation not in ("difference", "change", "growth"):
        return False
    last = asked.operands[-1]
    for record in (one.record for one in records.matches(last.subject)):
        of_year = record.year == last.year or str(last.year) in (record.period or "")
        if record.change != "level" and of_year and (last.place is None or is_of(record, last.place)):
            return True
    return False


def _candidates(question: Question, asked: Asked, operand: Operand, records: Records) -> list[Match]:
    """Records of the operand, the closest label first."""
    found = [
        one
        for one in records.matches(operand.subject)
        if one.fit.said >= _OWN_WORDS
        and one.record.period is None
        and one.record.year is not None
        and one.record.place is not None
        and operand.year in (None, one.record.year)
        and (operand.place is None or is_of(one.record, operand.place))
        and (question.kind is None or asked.by == "year" or one.record.kind == question.kind)
        and (one.record.change == "level" or (operand.subject.growth or asked.by == "place"))
    ]
    return sorted(found, key=lambda one: (-one.fit.said, -(one.record.year or 0)))


def _chosen(question: Question, asked: Asked, records: Records, index: Index) -> _Chosen | None:
    """One record for each operand, all comparable; None where there is no such set or the sources disagree."""
    options = [_candidates(question, asked, operand, records) for operand in asked.operands]
    if not all(options) or len(options) > _OPERANDS:
        return None
    sets = [one for one in itertools.product(*(one[:_TRIED] for one in options)) if _comparable(asked, one, records)]
    if not sets:
        return None
    best = max(sets, key=lambda one: _rank(one))
    notes: list[str] = []
    settled: list[Match] = []
    for match, candidates in zip(best, options, strict=True):
        if _ambiguous(match, candidates, records):
            return None
        rivals = [one for one in candidates if _rival(match, one, records)]
        if not rivals:
            settled.append(match)
            continue
        kept = superseding([match.record, *(one.record for one in rivals)], index)
        if kept is None:
            return None
        others = [one for one in (match, *rivals) if one.record is not kept]
        settled.append(next(one for one in (match, *rivals) if one.record is kept))
        notes += [_disagreement(one.record, kept) for one in others]
    return _Chosen(tuple(settled), tuple(notes))


def _disagreement(left: Indicator, kept: Indicator) -> str:
    return (
        f"Hai nguồn khác nhau: “{left.citation.title}” ghi {shown(left.quantity)}, “{kept.citation.title}” ghi "
        f"{shown(kept.quantity)} và thay thế hoặc điều chỉnh văn bản kia; dùng {shown(kept.quantity)}."
    )


def _comparable(asked: Asked, matches: Sequence[Match], records: Records) -> bool:
    first = matches[0].record
    for match in matches[1:]:
        record = match.record
        if not compatible(first.quantity, record.quantity) or first.change != record.change:
            return False
        if asked.by != "subject" and alike(first.label, record.label, records.weigh) < _SAME_LABEL:
            return False
        if asked.by != "year" and (first.year != record.year or first.kind != record.kind):
            return False
        if asked.by != "place" and canonical(first.place or "") != canonical(record.place or ""):
            return False
        if record.citation.doc_id == first.citation.doc_id and _value_start(record) == _value_start(first):
            return False  # one value cannot be compared with itself
    return True


def _value_start(record: Indicator) -> int:
    return record.citation.span.start + max(0, record.citation.quote.find(record.quantity.raw))


def _rank(matches: Sequence[Match]) -> tuple[float, ...]:
    """Prefers levels, one kind throughout, one source, labels near to what was asked, later years, results to targets."""
    kinds = {one.record.kind for one in matches}
    results = sum(one.record.kind == "result" for one in matches)
    return (
        float(matches[0].record.change == "level"),
        float(len(kinds) == 1),
        float(len({one.record.citation.doc_id for one in matches}) == 1),
        sum(one.fit.said for one in matches),
        float(min(one.record.year or 0 for one in matches)),
        float(results),
    )


def _rival(chosen: Match, other: Match, records: Records) -> bool:
    """Whether another record says something else of the same thing: same label, place, year and kind, other value."""
    a, b = chosen.record, other.record
    if a is b or (a.year, a.kind, a.change) != (b.year, b.kind, b.change):
        return False
    if alike(a.label, b.label, records.weigh) < _SAME_LABEL or other.fit.said < chosen.fit.said - 0.1:
        return False
    return not (same_value(a.quantity, b.quantity) and canonical(a.place or "") == canonical(b.place or ""))


def _ambiguous(chosen: Match, candidates: Sequence[Match], records: Records) -> bool:
    """Whether a record of another indicator fits the words asked just as well."""
    a = chosen.record
    return chosen.fit.said < _SURE and any(
        one.fit.said >= chosen.fit.said - _CLOSE
        and (one.record.year, one.record.kind, one.record.change) == (a.year, a.kind, a.change)
        and compatible(one.record.quantity, a.quantity)
        and alike(one.record.label, a.label, records.weigh) < _SAME_LABEL
        for one in candidates
    )
