"""Which place comes first: "xã nào có tỷ lệ hộ nghèo cao nhất?", over the records of that indicator in one document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from plans.answer import Answer
from plans.document import Span
from plans.indicator import Indicator
from plans.numbers import parse_quantity
from plans.sums import compatible, exact, shown
from plans.text import canonical
from reader.computed.records import WIDE, Match, Records
from reader.computed.sources import kind_note, proof_of, when_said
from reader.computed.which_places import WHICH_PLACE, of_level, of_time
from reader.evidence.candidates import Candidate
from reader.lexicon.names import CAPITAL
from reader.lexicon.places import narrowest, relation
from reader.questions.question import Question, level_asked
from reader.questions.subject import alike, asked_subject
from reader.wording.answer_text import lower_first
from retriever import Index

_MOST = re.compile(
    r"\b(?:cao|lớn|nhiều|đông|mạnh|nhanh|dài|rộng)\s+nhất\b|\bdẫn đầu\b"
    r"|\b(?:the )?(?:most|highest|largest|greatest|biggest|fastest)\b"
)
_LEAST = re.compile(r"\b(?:thấp|ít|nhỏ|chậm|ngắn|hẹp|kém)\s+nhất\b|\b(?:the )?(?:fewest|lowest|smallest|least|slowest)\b")
_ENTRY = re.compile(
    rf"(?P<name>(?:(?:xã|phường|thị trấn|huyện|thôn|ấp|bản|xóm|buôn)\s+)?{CAPITAL}[\w'’]*(?:\s+(?:{CAPITAL}[\w'’]*|\d+))*)"
    r"(?:\s*\(|\s*:|\s+(?:đạt|có|là|với))?\s*(?P<figure>\d+(?:[.,]\d+)*)\s*(?P<unit>%|[^\W\d_]+|)"
)
_OWN_WORDS = 0.6
"""Share of a label that the question must have said, by weight."""
_SAME_LABEL = 0.75
"""Share of words that two labels of one indicator have in common, by weight."""
_FEWEST = 3
"""Places that must have a value before one of them is first among them."""
_SURE = 0.85


def first_place(question: Question, index: Index) -> Answer | None:
    """The place whose value is the highest or lowest; None when no such thing is asked, or fewer than three places of one
    document have a value that can be compared."""
    text = question.spelled
    which, most, least = WHICH_PLACE.search(text), _MOST.search(text), _LEAST.search(text)
    if which is None or (most is None) == (least is None) or len(question.years) > 1:
        return None
    stretch = (most or least or which).group()
    subject = asked_subject(question, [which.group(), stretch])
    if not any(subject.words):
        return None
    records = Records.for_question(index, question, [subject.text], WIDE)
    inside, level = narrowest(question.places), level_asked(text)
    fitting = [
        match
        for match in records.matches(subject)
        if match.fit.said >= _OWN_WORDS
        and match.record.place is not None
        and exact(match.record.quantity)
        and (match.record.change == "level" or question.change)
        and of_level(match.record.place, level)
        and all(relation(one, match.record.place) == "inside" for one in inside)
        and of_time(question, match.record)
    ]
    rows = max((_beside(one, fitting, records) for one in fitting), key=_worth, default=[])
    if len(rows) < _FEWEST:
        return None
    ordered = sorted(rows, key=_value, reverse=most is not None)
    first = [one for one in ordered if _value(one) == _value(ordered[0])]
    if len(first) == len(rows):
        return None
    return _worded(question, stretch, first, ordered[len(first)], index)


def first_in_row(question: Question, one: Candidate) -> Candidate:
    """Of places in a row, each with its figure behind it ("xã A (37 con), xã B (29 con)", "xã A 4,8 tỷ và xã B 3,1 tỷ"),
    the one with the highest or lowest; any other candidate as it is."""
    most, least = _MOST.search(question.spelled), _LEAST.search(question.spelled)
    unit = one.unit
    if question.wanted != "place" or (most is None) == (least is None) or not unit.span.contains(one.span):
        return one
    entries: dict[str, list[tuple[Decimal, Span]]] = {}
    for match in _ENTRY.finditer(unit.text):
        if (figure := parse_quantity(match["figure"])) is not None:
            name = Span(*match.span("name")).shifted(unit.span.start)
            entries.setdefault(match["unit"].lower(), []).append((figure.value, name))
    row = next((row for row in entries.values() if any(name.overlaps(one.span) for _, name in row)), [])
    if len(row) < 2:
        return one
    return replace(one, span=(max if most is not None else min)(row, key=lambda entry: entry[0])[1])


def _beside(one: Match, fitting: Sequence[Match], records: Records) -> list[Match]:
    """The matches of the same indicator, time and kind in the same document, one a place; none where two disagree."""
    a = one.record
    found: dict[str, Match] = {}
    for other in fitting:
        b = other.record
        same = _scope(a) == _scope(b)
        if not same or not (a.quantity.unit == b.quantity.unit or compatible(a.quantity, b.quantity)):
            continue
        if a.label != b.label and alike(a.label, b.label, records.weigh) < _SAME_LABEL:
            continue
        if _value(found.setdefault(canonical(b.place or ""), other)) != _value(other):
            return []
    return list(found.values())


def _worth(rows: Sequence[Match]) -> tuple[bool, float, int, int]:
    """Enough places first, then the closest label, the latest year, the most places."""
    if not rows:
        return False, 0.0, 0, 0
    return len(rows) >= _FEWEST, round(rows[0].fit.said, 2), rows[0].record.year or 0, len(rows)


def _scope(record: Indicator) -> tuple[object, ...]:
    return record.citation.doc_id, record.year, record.period, record.kind, record.change


def _value(match: Match) -> Decimal:
    return match.record.quantity.value


def _worded(question: Question, stretch: str, first: Sequence[Match], second: Match, index: Index) -> Answer:
    named = [one.record for one in (*first, second)]
    proofs = [proof_of(index.document(one.citation.doc_id), one) for one in named]
    citations = list(dict.fromkeys(proofs))
    parts = [
        f"{one.place}: {shown(one.quantity)} [{citations.index(proof) + 1}]"
        for one, proof in zip(named, proofs, strict=True)
    ]
    record = named[0]
    year = str(record.year or "")
    if year and year not in question.text:
        proof = when_said(index.document(record.citation.doc_id), year, record.citation.span.start)
        citations += [proof] if proof and proof not in citations else []
        year = year if proof else ""
    about = f"{lower_first(record.label)}{f' {year}' if year else ''}{kind_note(record, question.english)}"
    if question.english:
        said = f"Of the places with a value in the source, {about}: {stretch} {'; '.join(parts[:-1])}; next {parts[-1]}."
    else:
        said = f"Trong các nơi mà nguồn có số liệu, {about}: {stretch} là {'; '.join(parts[:-1])}; tiếp theo {parts[-1]}."
    short = "; ".join(one.record.place or "" for one in first)
    return Answer("answered", short, said, tuple(citations), tuple(named), (), (), _SURE)
