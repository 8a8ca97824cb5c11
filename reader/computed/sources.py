"""Sources of computed answers: which of two that disagree replaces the other, and where a year is said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plans.answer import Citation
from plans.document import Document, Span
from plans.document_numbers import has_number
from plans.indicator import Indicator, Kind
from plans.text import canonical, sentences
from reader.wording.cite import last_mention
from retriever import Index

_REPLACES = re.compile(r"\b(?:thay thế|bãi bỏ|hủy bỏ|sửa đổi|điều chỉnh|bổ sung|đính chính)\b")
_LONGEST = 320
"""Characters of a table row that is quoted whole."""
_BEFORE, _AFTER = 120, 60
"""Characters around a year or number that is only to be proved."""
_KINDS: dict[Kind, tuple[str, str]] = {
    "target": ("chỉ tiêu", "target"),
    "result": ("kết quả", "result"),
    "estimate": ("ước thực hiện", "estimate"),
}


def kind_note(record: Indicator, english: bool) -> str:
    """ " (chỉ tiêu)", or nothing where the kind is not known."""
    return f" ({_KINDS[record.kind][1 if english else 0]})" if record.kind else ""


def superseding(records: Sequence[Indicator], index: Index) -> Indicator | None:
    """The record whose document says, by number, that it replaces or amends all the others'; None when none says so."""
    documents = {one.citation.doc_id: index.document(one.citation.doc_id) for one in records}
    if len(documents) < 2:
        return None
    for record in records:
        own = documents[record.citation.doc_id]
        others = [one for one in documents.values() if one.doc_id != own.doc_id]
        alone = sum(one.citation.doc_id == own.doc_id for one in records) == 1
        if alone and all(_replaces(own, one) for one in others):
            return record
    return None


def _replaces(newer: Document, older: Document) -> bool:
    if not older.number:
        return False
    said = (span.of(newer.text) for span in sentences(newer.text))
    return any(has_number(words, older.number) and _REPLACES.search(canonical(words)) for words in said)


def when_said(document: Document, year: str, position: int) -> Citation | None:
    """Where `year` is said, the nearest before `position`: the sentence, or whole words around; None when nowhere."""
    text = document.text
    at = last_mention(text, year, position)
    if at is None:
        return None
    line = Span(text.rfind("\n", 0, at) + 1, text.find("\n", at) if text.find("\n", at) >= 0 else len(text))
    for one in sentences(line.of(text)):
        span = one.shifted(line.start)
        if span.start <= at < span.end:
            line = span
            break
    start, end = line.start, line.end
    if at - start > _BEFORE:
        start = at - _BEFORE + len(text[at - _BEFORE : at].split(" ", 1)[0]) + 1 if " " in text[at - _BEFORE : at] else at
    if end - at > _AFTER:
        end = at + max(len(year), text[at : at + _AFTER].rfind(" "))
    return Citation.of(document, Span(start, end))


def proof_of(document: Document, record: Indicator) -> Citation:
    """The record's own citation; for the cell of a table its whole row, when that is not too long."""
    span = record.citation.span
    for table in document.tables:
        holding = next((cell for cell in table.cells if cell.span.overlaps(span)), None)
        if holding is None:
            continue
        row = [one for cell in table.cells if cell.row == holding.row if (one := _inked(document.text, cell.span))]
        whole = Span(min(one.start for one in row), max(one.end for one in row))
        to_value = Span(whole.start, max(span.end, holding.span.end))
        for one in (whole, to_value):
            if len(one) <= _LONGEST and one.contains(span):
                return Citation.of(document, one)
    return record.citation


def _inked(text: str, span: Span) -> Span | None:
    """A cell without the bars and space around its words; None when it has none."""
    found = re.search(r"[^\s|*-].*[^\s|*]|[^\s|*-]", span.of(text), re.DOTALL)
    return Span(span.start + found.start(), span.start + found.end()) if found else None
