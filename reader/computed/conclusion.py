"""What a comparison comes to, and how it is said: the arithmetic shown, each value with its source."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plans.answer import Answer, Citation
from plans.document import Document
from plans.indicator import Indicator
from plans.sums import Sum, above, difference, exact, growth, ratio, shown, total
from plans.text import canonical
from reader.computed.sources import kind_note, proof_of, when_said
from reader.questions.question import Question
from reader.questions.relations import Asked
from reader.wording.cite import uncited_numbers
from retriever import Index


def concluded(
    question: Question, asked: Asked, records: Sequence[Indicator], notes: tuple[str, ...], sure: float, index: Index
) -> Answer | None:
    """The answer for records in the order of the operands; None where their values do not settle the question, or a
    number of the text cannot be shown in a source."""
    names = _names(asked, records, question.english)
    result = _result(question, asked, records, names)
    if result is None:
        return None
    short, conclusion, sums = result
    proofs = [proof_of(index.document(one.citation.doc_id), one) for one in records]
    citations = list(dict.fromkeys(proofs))
    parts = [
        f"{name}{kind_note(record, question.english)}: {shown(record.quantity)} [{citations.index(proof) + 1}]"
        for name, record, proof in zip(names, records, proofs, strict=True)
    ]
    heading = _heading(asked, records, question.english)
    text = f"{heading}: {'; '.join(parts)}. {conclusion}"
    allowed = question.text + " " + " ".join(one.shown for one in sums)
    for number in uncited_numbers(text, citations, allowed):
        proof = next((p for one in records if (p := _year_proof(index.document(one.citation.doc_id), one, number))), None)
        if proof is None:
            return None
        if proof not in citations:
            citations.append(proof)
    return Answer("answered", short, text, tuple(citations), tuple(records), notes, (), sure)


def _year_proof(document: Document, record: Indicator, number: str) -> Citation | None:
    return when_said(document, number, record.citation.span.start) if re.fullmatch(r"(?:19|20)\d\d", number) else None


def _names(asked: Asked, records: Sequence[Indicator], english: bool) -> list[str]:
    """What tells the operands apart: the place, the year, or the label."""
    if asked.by == "place":
        return [one.place or "" for one in records]
    if asked.by == "year":
        return [str(one.year) if english else f"năm {one.year}" for one in records]
    return [one.label for one in records]


def _heading(asked: Asked, records: Sequence[Indicator], english: bool) -> str:
    first = records[0]
    parts = [first.label] if asked.by != "subject" else []
    if asked.by != "place" and first.place:
        parts.append(first.place if english or not parts else f"của {first.place}")
    if asked.by != "year" and first.year:
        parts.append(str(first.year) if english else f"năm {first.year}")
    whole = (", " if english else " ").join(parts)
    return whole[:1].upper() + whole[1:]


def _result(
    question: Question, asked: Asked, records: Sequence[Indicator], names: Sequence[str]
) -> tuple[str, str, list[Sum]] | None:
    """The short answer, the sentence that concludes, and the sums that it shows."""
    quantities = [one.quantity for one in records]
    english = question.english
    if asked.relation in ("higher", "lower"):
        return _extreme(asked, records, names, english)
    if not all(map(exact, quantities)):
        return None
    if asked.relation == "sum":
        if any(_part_of(one, other) for one in records for other in records):
            return None
        added = total(quantities)
        return (added.result, f"{'Sum' if english else 'Cộng lại'}: {added.shown}.", [added]) if added else None
    if len(quantities) != 2:
        return None
    first, second = quantities
    if asked.relation == "ratio":
        pair = (second, first) if asked.by == "year" else (first, second)
        times = ratio(*pair, english)
        return (times.result, f"{'Ratio' if english else 'Tỷ số'}: {times.shown}.", [times]) if times else None
    if asked.by == "year":
        if asked.relation == "growth" and first.unit not in ("%", "‰"):
            changed = growth(first, second)
            return _change(asked, question, changed, english) if changed else None
        apart = difference(second, first, english)
        return _change(asked, question, apart, english)
    apart = difference(first, second, english)
    if not apart.value:
        return ("equal", "They are equal.", []) if english else ("bằng nhau", "Hai giá trị bằng nhau.", [])
    top, low = (names[0], names[1]) if apart.value > 0 else (names[1], names[0])
    how = "is higher than" if english else "cao hơn"
    direction = f"{top} {how} {low}"
    return apart.result, f"{direction[:1].upper()}{direction[1:]}: {apart.shown}.", [apart]


def _part_of(one: Indicator, other: Indicator) -> bool:
    """Whether a value is counted within the other: "giải quyết việc làm: xuất khẩu lao động"."""
    return canonical(one.label).startswith(f"{canonical(other.label)}:")


def _change(asked: Asked, question: Question, changed: Sum, english: bool) -> tuple[str, str, list[Sum]]:
    """A change over time, its direction in the short answer where the question left it open or had it wrong."""
    if not changed.value:
        return ("unchanged", "Unchanged.", []) if english else ("không đổi", "Không thay đổi.", [])
    verb = ("increase" if english else "tăng") if changed.value > 0 else ("decrease" if english else "giảm")
    said = set(re.findall(r"\b(tăng|giảm|increase|decrease)", canonical(question.text)))
    short = changed.result if said <= {verb} and not asked.wants_direction else f"{verb} {changed.result}"
    return short, f"{verb.capitalize()}: {changed.shown}.", [changed]


def _extreme(
    asked: Asked, records: Sequence[Indicator], names: Sequence[str], english: bool
) -> tuple[str, str, list[Sum]] | None:
    """Which of the values is surely the highest (or lowest)."""
    up = asked.relation == "higher"
    for position, record in enumerate(records):
        others = [one.quantity for at, one in enumerate(records) if at != position]
        if all(above(record.quantity, one) if up else above(one, record.quantity) for one in others):
            how = ("is the higher" if up else "is the lower") if english else ("cao hơn" if up else "thấp hơn")
            if len(records) > 2:
                how = ("is the highest" if up else "is the lowest") if english else ("cao nhất" if up else "thấp nhất")
            sums = (
                [difference(record.quantity, others[0], english)]
                if len(others) == 1 and all(map(exact, (record.quantity, *others)))
                else []
            )
            shown_sum = f" ({sums[0].shown})" if sums else ""
            name = names[position]
            if asked.wants_direction and len(records) == 2:
                return _direction(position == 0, up, english), f"{name[:1].upper()}{name[1:]} {how}{shown_sum}.", sums
            return name, f"{name[:1].upper()}{name[1:]} {how}{shown_sum}.", sums
    if (
        len(records) == 2
        and all(exact(one.quantity) for one in records)
        and records[0].quantity.value == records[1].quantity.value
    ):
        return ("equal", "They are equal.", []) if english else ("bằng nhau", "Hai giá trị bằng nhau.", [])
    return None


def _direction(first: bool, up: bool, english: bool) -> str:
    """Whether the first thing named is the higher or the lower."""
    if first == up:
        return "higher" if english else "cao hơn"
    return "lower" if english else "thấp hơn"
