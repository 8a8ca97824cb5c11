"""The sentence a person reads: one plain line with place, year, kind and unit, in the language of the question."""

from __future__ import annotations

import re

from plans.document import Span
from plans.indicator import Kind
from plans.numbers import parse_quantity
from plans.sums import shown
from plans.text import canonical, flatten
from reader.evidence.candidates import Candidate
from reader.evidence.enumerations import enumeration_at
from reader.lexicon.places import narrowest
from reader.questions.question import Question
from reader.scoring.kind_agreement import kind_of

KIND_NAMES: dict[Kind, str] = {"target": "Chỉ tiêu", "result": "Kết quả", "estimate": "Ước thực hiện"}
"""As they open a sentence."""
_KIND_EN: dict[Kind, str] = {"target": "target", "result": "result", "estimate": "estimate"}
_VERB = re.compile(
    r"(?<!\w)(?:còn|ước|đạt|là|tăng|giảm|chiếm|tối thiểu|ít nhất|có|bằng|khoảng|trên|dưới|hơn|gần)"
    r"(?:\s+(?:còn|đạt|là|được|thêm|lên|xuống|tới|đến|ở mức|mức|bình quân|trung bình|tối thiểu|ít nhất|bằng|khoảng|trên"
    r"|dưới|hơn|gần|so với (?:cùng kỳ|năm trước|đầu năm|đầu nhiệm kỳ|kế hoạch|nghị quyết)))*\s*$",
    re.IGNORECASE,
)
"""A verb that leads a value in, with nothing between but what belongs to the verb."""
_TIER = re.compile(r"(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh)\s", re.IGNORECASE)

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
        where = _where(candidate, short)
        return f"{where}: {short} [1]." if where else f"{short} [1]."
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
    opening = KIND_NAMES[kind] if kind else ""
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
        return cell_phrase(candidate, short)
    before = Span(max(candidate.clause.start, candidate.span.start - 40), candidate.span.start).of(
        candidate.unit.document.text
    )
    verb = _VERB.search(flatten(before))
    words = f"{verb.group()} {short}" if verb else short
    return lower_first(re.sub(r"^là\s+", "", words, flags=re.IGNORECASE))


_SCALE = re.compile(r"\b(?:nghìn|ngàn|triệu|tỷ|tỉ|nghin|ngan|trieu|ty|thousand|million|billion)\b")


def cell_phrase(candidate: Candidate, short: str) -> str:
    """The number of a cell as it stands there, in the unit that its table is in: "19.800 triệu đồng"."""
    quantity = candidate.quantity
    if quantity is None or not quantity.unit or flatten(quantity.raw) != short:
        return short
    read = parse_quantity(f"{short} {quantity.unit}")  # things that are counted come whole: "47,067 người"
    if read is not None and read.value == quantity.value and quantity.unit[0].isalpha():
        return short if quantity.unit in short else f"{short} {quantity.unit}"
    whole = shown(quantity)
    return whole if short in whole else short


def short_answer(question: Question, candidate: Candidate) -> str:
    """The exact answer: as it stands, a scaled cell of a table with its unit unless the question names the scale itself
    ("bao nhiêu triệu đồng")."""
    short = candidate.short
    if candidate.quantity is None or candidate.unit.kind != "row" or _SCALE.search(canonical(question.text)):
        return short
    read = parse_quantity(short)
    return short if read is None or read.value == candidate.quantity.value else cell_phrase(candidate, short)


def _clause(candidate: Candidate) -> str:
    return flatten(candidate.clause.of(candidate.unit.document.text))


def _where(candidate: Candidate, short: str) -> str:
    """The number of the document, or its title, whichever is not `short` itself; "" when both are."""
    document = candidate.unit.document
    named = (one for one in (document.number, document.title) if one)
    return next((one for one in named if canonical(one) != canonical(short)), "")


def lower_first(text: str) -> str:
    """As it stands inside a sentence; an abbreviation ("GRDP") and a name ("Yên Thế") keep their capitals."""
    words = text.split(maxsplit=2)
    named = len(words) > 1 and words[0].istitle() and words[1][:2].istitle() and not _TIER.match(text)
    return text if named or not text[:2].istitle() else text[:1].lower() + text[1:]


def _upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]
