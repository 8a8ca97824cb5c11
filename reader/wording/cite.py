"""Citations: the smallest stretch of the source that proves an answer, and where its year is said when it is elsewhere."""

from __future__ import annotations

import re

from plans.answer import Citation
from plans.document import Document, Span
from plans.text import sentences
from reader.evidence.candidates import Candidate

LONGEST_QUOTE = 320
"""Characters; a longer segment is cut to the candidate's own clause."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def proof(candidate: Candidate) -> Citation:
    """The clause that holds the answer, verbatim; the points of an enumeration with what leads them in."""
    span = candidate.clause
    if len(span) > LONGEST_QUOTE and candidate.form != "points":
        span = _shortened(candidate.unit.document.text, span, candidate.span)
    return Citation.of(candidate.unit.document, span)


def year_proof(candidate: Candidate, year: int) -> Citation | None:
    """Where the document says the year of the answer: the nearest place before it, cut to a readable stretch."""
    document = candidate.unit.document
    return _mention_before(document, str(year), candidate.clause.start)


def uncited_numbers(text: str, citations: list[Citation], asked: str) -> list[str]:
    """Numbers of `text` that stand neither in a quote nor in the question; citation marks "[1]" do not count."""
    given = set(_NUMBER.findall(asked))
    for citation in citations:
        given |= set(_NUMBER.findall(citation.quote))
    return [one for one in _NUMBER.findall(re.sub(r"\[\d+\]", "", text)) if one not in given]


def last_mention(text: str, year: str, position: int) -> int | None:
    """Where `year` stands last before `position`, as a number of its own: "120245" does not say 2024."""
    found = list(re.finditer(rf"(?<![\d.,]){re.escape(year)}(?![.,]?\d)", text[:position]))
    return found[-1].start() if found else None


def _mention_before(document: Document, year: str, position: int) -> Citation | None:
    found = last_mention(document.text, year, position)
    if found is None:
        return None
    line_start = max(document.text.rfind("\n\n", 0, found) + 2, found - 400, 0)
    line_end = min(position, found + 200)
    around = Span(line_start, line_end)
    for one in sentences(around.of(document.text)):
        span = one.shifted(around.start)
        if span.start <= found < span.end:
            return Citation.of(document, _shortened(document.text, span, Span(found, found + len(year))))
    return Citation.of(document, Span(found, found + len(year)))


def _shortened(text: str, span: Span, core: Span) -> Span:
    """Cut `span` to about `LONGEST_QUOTE` characters around `core`, at commas or spaces."""
    if len(span) <= LONGEST_QUOTE:
        return span
    room = max(0, LONGEST_QUOTE - len(core))
    start = max(span.start, core.start - int(room * 0.7))
    end = min(span.end, max(core.end, start + LONGEST_QUOTE))
    if start > span.start:
        comma = re.search(r"[,;:]\s+|\n", text[start : core.start])
        space = re.search(r"\s+", text[start : core.start])
        cut = comma or space
        start = start + cut.end() if cut else core.start
    if end < span.end:
        marks = [found.start() for found in re.finditer(r"[,;]|\s", text[core.end : end])]
        end = core.end + marks[-1] if marks else core.end
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, max(end, core.end))
