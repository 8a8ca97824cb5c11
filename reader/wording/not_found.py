"""Saying "không tìm thấy" usefully: what is missing (the place, the year, the indicator) and what there is nearest."""

from __future__ import annotations

from collections.abc import Sequence

from plans.answer import Answer
from plans.document import Document
from plans.text import canonical
from reader.lexicon.places import meant, names, narrowest, places_in, relation, written_on
from reader.questions.question import Question
from reader.scoring.scored import Scored
from reader.wording.answer_text import KIND_NAMES, lower_first

_NEAR = 3
"""How many nearest questions are offered."""


def not_found(question: Question, scored: Sequence[Scored], documents: Sequence[Document], confidence: float) -> Answer:
    """An abstention that names the first thing the corpus does not have."""
    about = _documents_about(question, documents, "same", "successor", "predecessor")
    parts = [] if about else _documents_about(question, documents, "inside")
    suggestions = _suggestions(question, scored)
    return Answer(
        "not_found",
        "",
        _reason(question, about, parts, scored, bool(suggestions)),
        (),
        (),
        question_notes(question),
        suggestions,
        confidence,
    )


def question_notes(question: Question) -> tuple[str, ...]:
    if not question.carried:
        return ()
    words = ", ".join(question.carried)
    return (
        f"Carried over from the question before: {words}." if question.english else f"Hiểu theo câu hỏi trước: {words}.",
    )


def _documents_about(question: Question, documents: Sequence[Document], *close: str) -> list[Document]:
    """Those about a place that stands so to one asked about; what that place lies in does not count."""
    wanted = narrowest(question.places)
    return [
        one
        for one in documents
        if any(relation(place, meant(name, one), written_on(one)) in close for place in wanted for name in _about(one))
    ]


def _about(document: Document) -> tuple[str, ...]:
    """The places that a document is about, less those that only say where the first of them lies."""
    holders = {
        name
        for mention in places_in(document.places[0] if document.places else "")
        for name in document.places[1:]
        if relation(mention, meant(name, document), written_on(document)) == "contains"
    }
    return tuple(name for name in document.places if name not in holders)


def _only_named(question: Question, scored: Sequence[Scored]) -> bool:
    """Whether a document that was read names the place asked about, none being about it."""
    read = {one.candidate.unit.document.doc_id: one.candidate.unit.document for one in scored}
    return any(names(document, place) for document in read.values() for place in narrowest(question.places))


def _dated(question: Question, scored: Sequence[Scored]) -> bool:
    """Whether a document that was read names one of the years asked about, if only in passing."""
    read = {one.candidate.unit.document.text for one in scored if not one.barred}
    return any(str(year) in text for text in read for year in question.years)


def _reason(question: Question, about: list[Document], parts: list[Document], scored: Sequence[Scored], near: bool) -> str:
    """`parts` are documents about places that lie in the one asked about, where none is about that one."""
    english = question.english
    place = ", ".join(one.name for one in narrowest(question.places))
    if question.places and not about:
        if parts:
            within = ", ".join(dict.fromkeys(one.places[0] for one in parts))
            if english:
                return f"Not found: none of the documents is about {place} as a whole, only about {within}."
            return f"Không tìm thấy: trong kho chưa có tài liệu chung về {place}, chỉ có về {within}."
        if _only_named(question, scored):
            if english:
                return f"Not found: the documents name {place}, but no sentence surely answers this."
            return f"Không tìm thấy: tài liệu có nhắc đến {place} nhưng không thấy câu nào trả lời chắc chắn."
        if english:
            return f"Not found: none of the documents is about {place}."
        return f"Không tìm thấy: trong kho chưa có tài liệu nào về {place}."
    years = sorted({year for one in about for year in one.years})
    told = set(question.years) & set(years) or _dated(question, scored)
    if question.places and question.years and years and not told:
        asked = ", ".join(map(str, question.years))
        have = ", ".join(map(str, years))
        if english:
            return f"Not found: the documents about {place} do not cover {asked}; they speak of {have}."
        spoken = f"có các năm {have}" if len(years) > 1 else f"chỉ có năm {have}"
        return f"Không tìm thấy: tài liệu về {place} không nói về năm {asked}; {spoken}."
    if english:
        return "Not found in the documents." + (" The nearest they do say:" if near else "")
    where = f" về {place}" if question.places else ""
    when = f" năm {', '.join(map(str, question.years))}" if question.years else ""
    tail = " Gần nhất trong tài liệu có:" if near else ""
    return f"Không tìm thấy nội dung được hỏi{when} trong các tài liệu{where}.{tail}"


_SAYS_KIND = ("chỉ tiêu", "kết quả", "dự toán", "mục tiêu", "kế hoạch")
"""How labels begin that say their kind themselves."""


def _suggestions(question: Question, scored: Sequence[Scored]) -> tuple[str, ...]:
    """Questions the nearest records answer, for a place that was asked about, without repeats nor the question itself."""
    found: list[str] = []
    for one in sorted(scored, key=lambda one: -one.nearness):
        record = one.candidate.record
        if record is None or one.features["place"] < 0 or not record.label:
            continue
        label = lower_first(record.label)
        if record.kind in ("target", "result") and not canonical(label).startswith(_SAYS_KIND):
            label = f"{KIND_NAMES[record.kind].lower()} {label}"
        year = f" năm {record.year}" if record.year and str(record.year) not in label else ""
        place = f" của {record.place}" if record.place and canonical(record.place) not in canonical(label) else ""
        words = f"{label}{place}{year} là bao nhiêu?"
        words = words[0].upper() + words[1:]
        if words not in found and len(words) < 160 and canonical(words) != canonical(question.text):
            found.append(words)
        if len(found) == _NEAR:
            break
    return tuple(found)
