"""What a unit was made from: "Xã A được thành lập từ những xã nào?", read where a source tells it of that very unit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plans.answer import Answer, Citation
from plans.document import Document, Span
from plans.place import PlaceMention
from plans.text import sentences
from reader.lexicon.names import CAPITAL
from reader.lexicon.places import meant, narrowest, places_in, relation, written_on
from reader.questions.question import Question
from retriever import Index

_LEVEL = r"(?:xã|phường|thị trấn|thị xã|thành phố|huyện|quận|tỉnh|đặc khu|TT\.|P\.|X\.|H\.)"
_MAKING = r"(?:sáp nhập|hợp nhất|thành lập|hình thành|sắp xếp|nhập|ghép|gộp|lập)"
_KIND = r"(?:xã|phường|thị trấn|huyện|tỉnh|đơn vị(?: hành chính)?)(?: cũ)?"
_ASKED = re.compile(
    rf"\b{_MAKING}\b.*\b(?:từ|của|trên cơ sở|bởi)\b.*\b(?:nào|đâu|gì)\b"
    rf"|\b(?:gồm|nhập)\b.*\b{_KIND} nào\b.*\b(?:nhập|sắp xếp|thành)"
    rf"|\b{_KIND} nào\b.*\b{_MAKING}\b.*\bthành\b"
    r"|\b(?:merged|formed|made|created|established)\b.*\b(?:from|of|to form|into)\b"
)
_NAME = rf"{CAPITAL}[^\W\d_]*(?:[ \n](?:{CAPITAL}[^\W\d_]*|\d{{1,2}}(?!\d)))*"
_UNIT = (
    rf"(?:(?:các|những|\d{{1,2}}|hai|ba|bốn|năm|sáu)\s+)?(?:{_LEVEL}\s+)?{_NAME}"
    r"(?:\s+\(?cũ\)?(?!\w))?(?:\s*\([^()]{0,60}\))?"
)
_UNITS = re.compile(rf"{_UNIT}(?:\s*(?:,|,?\s+và)\s+{_UNIT})+")
_FROM = re.compile(
    rf"[^.;:]{{0,90}}?(?:{_MAKING}\b[^.;:]{{0,60}}?\b(?:từ|cơ sở|của|với|các)\b|\bcơ sở {_MAKING}\b|\b(?:bao )?gồm\b)"
    rf"[^.;:]{{0,110}}?(?=(?:\d{{1,2}} )?{_LEVEL}|các\b)"
)
"""What stands between a unit and those it was made from."""
_INTO = re.compile(r"[^.;:]{0,60}?\b(?:thành|lập|hình thành)\b[^.;:]{0,40}$")
_MADE_OF = re.compile(rf"\b{_MAKING}\b[^.;:]{{0,110}}$")
_SURE = 0.9
_PASSAGES = 12


def made_from(question: Question, index: Index) -> Answer | None:
    """The units that the one asked about was made from; None where that is not asked, or not told of it."""
    if question.wanted not in ("list", "place", "text") or not _ASKED.search(question.spelled):
        return None
    asked = narrowest(question.places)
    if len(asked) != 1:
        return None
    for hit in index.search(question.query, k=_PASSAGES):
        document = index.document(hit.passage.doc_id)
        for span in sentences(hit.passage.text):
            sentence = span.shifted(hit.passage.span.start)
            for named in _told(document, sentence, asked[0]):
                return _worded(question, document, sentence, named)
    return None


def _told(document: Document, sentence: Span, asked: PlaceMention) -> Iterator[Span]:
    """The names of the units that a sentence tells the one asked about to be made from."""
    text = sentence.of(document.text)
    day = written_on(document)
    for mention in places_in(text):
        if relation(asked, meant(mention, document), day) != "same":
            continue
        before, after = text[: mention.span.start], text[mention.span.end :]
        lead = _FROM.match(after)
        if lead is not None and (found := _UNITS.match(after, lead.end())):
            yield Span(mention.span.end + found.start(), mention.span.end + found.end()).shifted(sentence.start)
            return
        for found in _UNITS.finditer(before):
            if _INTO.match(before, found.end()) and _MADE_OF.search(before[: found.start()]):
                yield Span(*found.span()).shifted(sentence.start)
                return


def _worded(question: Question, document: Document, sentence: Span, named: Span) -> Answer:
    short = " ".join(named.of(document.text).split())
    unit = narrowest(question.places)[0].name
    said = f"{unit} was made from" if question.english else f"{unit[0].upper()}{unit[1:]} được lập từ"
    return Answer("answered", short, f"{said} {short} [1].", (Citation.of(document, sentence),), (), (), (), _SURE)
