"""Which places have a value, or one in a range: "xã nào có tỷ lệ hộ nghèo dưới 1%?", over all the records of that
indicator."""

from __future__ import annotations

import re
from dataclasses import replace

from plans.admin_units import TIERS, split_long_name
from plans.answer import Answer
from plans.indicator import Comparator, Indicator, Quantity
from plans.numbers import find_quantities
from plans.sums import compatible, shown, within
from plans.text import canonical
from reader.computed.records import WIDE, Match, Records
from reader.computed.sources import kind_note, proof_of, when_said
from reader.lexicon.places import narrowest, relation
from reader.questions.question import Question, level_asked
from reader.questions.subject import asked_subject
from reader.wording.answer_text import lower_first
from retriever import Index

WHICH_PLACE = re.compile(
    r"\b(?:những |các )?(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|địa phương|nơi|đơn vị) nào\b"
    r"|\bwhich (?:communes?|wards?|townships?|districts?|towns?|cit(?:y|ies)|provinces?|places?|localit(?:y|ies)|areas?)\b"
)
_BOUNDS: tuple[tuple[Comparator, str], ...] = (
    (">", r"(?:cao|lớn|nhiều) hơn|vượt|trên|hơn|above|over|more than|higher than|greater than|exceeding"),
    ("<", r"(?:thấp|nhỏ|ít) hơn|dưới|chưa đến|chưa đạt|below|under|less than|lower than|fewer than"),
    ("=", r"bằng|đúng|exactly|equal to"),
    (">=", r"từ|ít nhất|tối thiểu|at least"),
    ("<=", r"tối đa|không quá|at most|no more than"),
)
_OWN_WORDS = 0.75
"""Share of a label that the question must have said, by weight."""
_BESIDE_VALUE = 0.5
"""The same where the question has the very value, and all its words are in the label."""
_SURE, _LESS_SURE = 0.9, 0.75
_KIND_ORDER = {"result": 0, "estimate": 1, None: 2, "target": 3}


def places_where(question: Question, index: Index) -> Answer | None:
    """The places whose records are surely in the range asked; None when no range is asked or none is known to be in it."""
    text = question.spelled
    which = WHICH_PLACE.search(text)
    bound = _bound(text)
    if which is None or bound is None or question.query.periods or len(question.years) > 1:
        return None
    asked, stretch = bound
    subject = asked_subject(question, [which.group(), stretch])
    if not any(subject.words):
        return None
    records = Records.for_question(index, question, [subject.text], WIDE)
    inside = narrowest(question.places)
    level = level_asked(text)
    best: dict[str, Match] = {}
    for match in sorted(records.matches(subject), key=lambda one: _order(one)):
        record = match.record
        if not _speaks_of(match, asked) or record.place is None or record.period is not None or record.change != "level":
            continue
        if not compatible(record.quantity, asked) or not of_level(record.place, level):
            continue
        if any(relation(one, record.place) != "inside" for one in inside) or not of_time(question, record):
            continue
        best.setdefault(canonical(record.place), match)
    if any(_disputed(one, records) for one in best.values()):
        return None
    found = [one for one in best.values() if within(one.record.quantity, asked)]
    if not found:
        return None
    return _worded(question, found, index)


def _speaks_of(match: Match, asked: Quantity) -> bool:
    same = asked.comparator == "=" and match.fit.full and match.record.quantity.value == asked.value
    return match.fit.said >= (_BESIDE_VALUE if same else _OWN_WORDS)


def _bound(text: str) -> tuple[Quantity, str] | None:
    """The range, or else the one value, that the question states, and the words that state it."""
    stated = find_quantities(text)
    for one in stated:
        before = text[: one.span.start]
        for comparator, words in _BOUNDS:
            said = re.search(rf"\b(?:{words})\s*(?:là |mức )?$", before)
            if said and one.quantity.comparator == "=" and one.quantity.high is None:
                return replace(one.quantity, comparator=comparator), text[said.start() : one.span.end]
        if one.quantity.comparator != "=" or one.quantity.high is not None:
            return one.quantity, one.span.of(text)
    return (stated[0].quantity, stated[0].span.of(text)) if len(stated) == 1 else None


def _order(match: Match) -> tuple[float, float, float]:
    """The record that speaks for a place: the closest label, a result before a target, the latest result or next target."""
    year = match.record.year or 0
    return -round(match.fit.said, 2), _KIND_ORDER[match.record.kind], -year if match.record.kind == "result" else year


def of_time(question: Question, record: Indicator) -> bool:
    """Whether the record is of a year, and of the year and kind that are asked, if any."""
    if question.kind is not None and record.kind != question.kind:
        return False
    return record.year is not None and (not question.years or record.year in question.years)


def of_level(place: str, level: str | None) -> bool:
    """Whether the place is on the tier asked for ("huyện nào" takes a thị xã too)."""
    own, _ = split_long_name(place)
    return level is None or (own is not None and bool(set(TIERS[own]) & set(TIERS[level])))


def _disputed(chosen: Match, records: Records) -> bool:
    """Whether another record says another value of the same indicator, place, year and kind."""
    a = chosen.record
    return any(
        b.label == a.label
        and (b.place, b.year, b.kind, b.change, b.period) == (a.place, a.year, a.kind, a.change, a.period)
        and (b.quantity.value, b.quantity.unit) != (a.quantity.value, a.quantity.unit)
        for b in records.all
    )


def _worded(question: Question, found: list[Match], index: Index) -> Answer:
    records = [one.record for one in found]
    proofs = [proof_of(index.document(one.citation.doc_id), one) for one in records]
    citations = list(dict.fromkeys(proofs))
    parts = []
    for one, shown_row in zip(records, proofs, strict=True):
        year = str(one.year)
        if year not in shown_row.quote and one.year not in question.years:
            proof = when_said(index.document(one.citation.doc_id), year, one.citation.span.start)
            citations += [proof] if proof and proof not in citations else []
            year = year if proof else ""
        name = " ".join(part for part in (one.place, year) if part) + kind_note(one, question.english)
        parts.append(f"{name}: {shown(one.quantity)} [{citations.index(shown_row) + 1}]")
    opening = "According to the loaded sources" if question.english else "Theo các nguồn đã nạp"
    label = lower_first(records[0].label)
    return Answer(
        "answered",
        "; ".join(dict.fromkeys(one.place or "" for one in records)),
        f"{opening}, {label}: {'; '.join(parts)}.",
        tuple(citations),
        tuple(records),
        (),
        (),
        _SURE if min(one.fit.said for one in found) >= _SURE else _LESS_SURE,
    )
