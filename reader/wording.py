"""The sentence a person reads: one plain line with place, year, kind and unit, in the language of the question."""

from __future__ import annotations

import re

from plans.document import Span
from plans.indicator import Kind
from plans.text import canonical, flatten
from reader.agreement import kind_of
from reader.candidates import Candidate
from reader.enumerations import enumeration_at
from reader.places import narrowest
from reader.question import Question

_KIND_VI: dict[Kind, str] = {"target": "Chỉ tiêu", "result": "Kết quả", "estimate": "Ước thực hiện"}
_KIND_EN: dict[Kind, str] = {"target": "target", "result": "result", "estimate": "estimate"}
_VERB = re.compile(
    r"(?:giảm còn|giảm xuống còn|còn|ước đạt|đạt|là|tăng|giảm|chiếm|tối thiểu|ít nhất|có|bằng|khoảng|trên|dưới|hơn"
    r"|gần)\b[^,;:]*$",
    re.IGNORECASE,
)

_MARKS = " *_:"
"""Around a point or what leads it in: Markdown, and the colon."""


def answer_text(question: Question, candidate: Candidate, short: str) -> str:
    """One sentence with the citation mark [1]; its numbers are all in the quote, the question, or the year's own quote."""
    if candidate.kind == "quantity":
        return _of_quantity(question, candidate, short)
    if candidate.form == "points":
        return _of_points(candidate)
    clause = _clause(candidate)
    if question.english:
        return f"{short} — “{clause}” [1]."
    if candidate.unit.signed or candidate.unit.kind == "head" or len(clause) > 320 or clause == short:
        return f"{_where(candidate)}: {short} [1]."
    return f"{short} — theo nguồn: “{clause}” [1]."


def _of_quantity(question: Question, candidate: Candidate, short: str) -> str:
    record = candidate.record
    value = value_phrase(candidate, short)
    if record is None or not record.label:
        return f"{_upper_first(value)} — {'source' if question.english else 'theo nguồn'}: “{_clause(candidate)}” [1]."
    kind = kind_of(candidate)
    year = candidate.year or record.year
    place = record.place or (narrowest(question.places)[0].name if question.places else "")
    label = lower_first(record.label)
    if question.english:
        parts = [
            part for part in (place, str(year) if year else record.period or "", _KIND_EN[kind] if kind else "") if part
        ]
        return (
            f"{_upper_first(record.label)} ({', '.join(parts)}): {value} [1]."
            if parts
            else f"{_upper_first(record.label)}: {value} [1]."
        )
    said = canonical(label)
    opening = _KIND_VI[kind] if kind else ""
    if opening and canonical(opening) in said:
        opening = ""
    when = f" năm {year}" if year and str(year) not in said else f" {record.period}" if record.period and not year else ""
    where = f" của {place}" if place and canonical(place) not in said else ""
    return f"{_upper_first(f'{opening} {label}'.strip())}{when}{where}: {value} [1]."


def _of_points(candidate: Candidate) -> str:
    """What leads the points in, then each on a line of its own."""
    document = candidate.unit.document
    enumeration = enumeration_at(document, candidate.span)
    if enumeration is None:
        raise ValueError("The candidate is no enumeration of its document.")
    points = [flatten(one.of(document.text)).strip(_MARKS) for one in enumeration.points]
    lead = flatten(enumeration.lead.of(document.text)).strip(_MARKS)
    return "\n".join([f"{lead}: [1]" if lead else "[1]", *points])


def value_phrase(candidate: Candidate, short: str) -> str:
    """The value with the verb in front of it: "giảm còn 0,63%"."""
    if candidate.unit.kind == "row":
        unit = candidate.quantity.unit if candidate.quantity else None
        return (
            short
            if not unit or unit in short or not short.replace(".", "").replace(",", "").isdigit()
            else f"{short} ({unit})"
        )
    before = Span(max(candidate.clause.start, candidate.span.start - 40), candidate.span.start).of(
        candidate.unit.document.text
    )
    verb = _VERB.search(flatten(before))
    words = f"{verb.group()} {short}" if verb else short
    return lower_first(words)


def _clause(candidate: Candidate) -> str:
    return flatten(candidate.clause.of(candidate.unit.document.text))


def _where(candidate: Candidate) -> str:
    document = candidate.unit.document
    return document.number or document.title


def lower_first(text: str) -> str:
    """As it stands inside a sentence; an abbreviation keeps its capitals ("GRDP")."""
    return text[:1].lower() + text[1:] if text[:2].istitle() else text


def _upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]
