"""Stretches of words that may answer "gì", "nào", "ở đâu", "những ... nào": cut from a unit in the light of the question.

Three cuts, all general: the noun phrase that begins with the noun asked about ("sở nào" -> "Sở Nội vụ"), the complement
that follows the words of the question ("thí điểm mô hình gì" -> what follows "mô hình"), and whole segments. The points of
an enumeration are one stretch, whatever is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from plans.document import Document, Span
from plans.place import Gazetteer
from plans.text import flatten, fold, syllables
from reader.evidence.candidates import Candidate, Level, phrase, trimmed
from reader.evidence.enclosures import without_lone_marks
from reader.evidence.enumerations import enumerations
from reader.evidence.units import Unit
from reader.evidence.villages import WORDS
from reader.lexicon.bodies import asks_for_body, body_spans, is_body
from reader.lexicon.names import CAPITAL, full_name, person_spans
from reader.questions.question import Question
from reader.questions.question_words import CONNECTIVES, OPEN_HEADS

_WHICH = re.compile(r"\b(?:chỉ tiêu|tiêu chí|dự án|công trình|xã|thôn|bản|ấp)\b[^,;?]* nào\b|\bnhững [^,;?]* nào\b")
_WORD = re.compile(r"[^\W_]+(?:[-/.][^\W_]+)*%?")
_STOP = re.compile(
    r"[;:()“”\"|]|,(?!\d)|\.(?=\s|$)"
    rf"|\bvà\b(?!\s+(?-i:{CAPITAL}))"
    r"|\b(?:để|là|đã|được|cho|trong|theo|với|do|tại|ở|nhằm|từ|vào|khi|có|gắn|phát biểu|cho biết)\b",
    re.IGNORECASE,
)
_HARD_STOP = re.compile(r"[;:()“”\"|]|\.(?=\s|$)")
_LIST_CUE = re.compile(r":\s*|\b(?:gồm|bao gồm|như|gồm có|trong đó có|cụ thể|là)\b:?\s*", re.IGNORECASE)
_CAPITALS = re.compile(rf"(?<!\w){CAPITAL}[^\W\d_]*(?:[ \t]+(?:{CAPITAL}[^\W\d_]*|\d+))+(?!\w)")
_BETWEEN = re.compile(
    r"\s*(?:[,;]|\bvà\b|\bcùng\b|\band\b)(?:\s+(?:và|các|xã|phường|thị trấn|thị xã|huyện|quận|thành phố|tỉnh|thôn|ấp"
    r"|khu phố|ông|bà|đồng chí|TX\.|TP\.|TT\.))*\s*"
)
_SEGMENT_CUT = re.compile(r"[;:]|,(?!\d)|\.(?=\s|$)|(?<=\s)[-–](?=\s)|[“”\"()|]")
_LEADS_TO = re.compile(r"(?:tại|ở|là)\s+(?=\w)", re.IGNORECASE)
_LEADS_ON = re.compile(r"(?:\s+(?:của|và|hoặc|với|là|về|cho|tại|ở|từ|để|do|trong|theo|các|những))+$", re.IGNORECASE)
_ADDRESSED = re.compile(rf"(?:(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Aa]nh|[Cc]hị)\s+)?(?P<name>{CAPITAL}[^\W\d_]*)")
_LONGEST = 60
"""Words in a complement."""


def phrases_of(question: Question, unit: Unit) -> Iterator[Candidate]:
    """Candidates of `unit` cut for this question; typed spans come from `candidates_of`."""
    if question.wanted == "place":
        owner = owner_of(unit)
        if owner is not None:
            yield owner
    seen: set[Span] = set()
    for form, span in _cuts(question, unit):
        exact = _without_tail(unit, trimmed(unit.document.text, span))
        if exact in seen or len(exact) < 2:
            continue
        if question.wanted in ("list", "yesno") or says_more(question, exact.of(unit.document.text)):
            seen.add(exact)
            yield phrase(unit, exact, form)


def points_of(unit: Unit) -> Iterator[Candidate]:
    """The enumerations that begin in a unit; its own words are those that lead them in."""
    document = unit.document
    for one in enumerations(document):
        if unit.span.start <= one.span.start < unit.span.end:
            lead = Level(flatten(one.lead.of(document.text)))
            found = phrase(unit, one.span, "points")
            yield replace(found, clause=Span(one.lead.start, one.span.end), levels=(lead, lead, *found.levels[2:]))


_TOLD_OF = re.compile(
    rf"(?P<name>{CAPITAL}[^\W_]*(?:\s+(?:{CAPITAL}[^\W_]*|\d{{1,2}}))*)\s+(?:gắn|với|có|được|để|nhằm|đang|sẽ|đã|khi|trong)\b"
)
_LEVEL_LENGTH = 16
_LEVEL_IN_FRONT = re.compile(rf"\b(?:{WORDS}|xã|phường|thị trấn|huyện|thị xã)\s+$", re.IGNORECASE)
_LEADS = re.compile(r"\s*(?:chịu trách nhiệm )?chủ trì\b")


def bodies_of(unit: Unit) -> Iterator[Candidate]:
    """The offices, companies and associations that a unit names."""
    for span in body_spans(unit.text):
        yield replace(phrase(unit, span.shifted(unit.span.start), "body"), kind="body")


def led_by(question: Question, candidate: Candidate) -> Candidate:
    """The body that leads, where a stretch goes on to say so and with whom: "Sở A chủ trì, phối hợp với Sở B"."""
    text = candidate.unit.document.text
    bodies = body_spans(candidate.short) if asks_for_body(question.text) else ()
    first = next(iter(bodies), None)
    if first is None or first.start or not _LEADS.match(candidate.short, first.end):
        return candidate
    span = first.shifted(candidate.span.start)
    return replace(candidate, span=span) if span.of(text) == first.of(candidate.short) else candidate


def named_in_full(question: Question, candidate: Candidate) -> Candidate:
    """A person called by the given name alone ("ông Hưng"), with the full name that the document gives elsewhere."""
    words = _ADDRESSED.fullmatch(candidate.short)
    full = full_name(candidate.unit.document.text, words["name"]) if question.wanted == "person" and words else None
    return replace(candidate, span=full) if full is not None else candidate


def place_alone(question: Question, candidate: Candidate) -> Candidate:
    """The name of a place without what is told of it behind, and with what it is in front: "thôn Cây Xe" of "Cây Xe gắn với
    đồi chè"."""
    text, span = candidate.unit.document.text, candidate.span
    told = _TOLD_OF.match(candidate.short)
    if question.wanted != "place" or told is None or candidate.kind != "text":
        return candidate
    level = _LEVEL_IN_FRONT.search(text, max(candidate.unit.span.start, span.start - _LEVEL_LENGTH), span.start)
    return replace(candidate, span=Span(level.start() if level else span.start, span.start + told.end("name")))


def marked_phrases(units: Sequence[Unit], spans: Sequence[Span]) -> Iterator[Candidate]:
    """Stretches that the span reader marked, each in the unit where it begins and no further than that unit."""
    for span in spans:
        unit = next((one for one in units if one.span.start <= span.start < one.span.end), None)
        if unit is None:
            continue
        whole = _whole_words(unit, _within_cell(unit, Span(span.start, min(span.end, unit.span.end))))
        exact = _without_tail(unit, _without_lead(unit, trimmed(unit.document.text, _without_lone_marks(unit, whole))))
        if len(exact) >= 1:
            yield phrase(unit, _whole_body(unit, exact), "marked")


def _whole_body(unit: Unit, span: Span) -> Span:
    """The whole name of the body whose name begins as `span` does: "Ban Quản lý" is not all of one."""
    if not is_body(span.of(unit.document.text)):
        return span
    names = (one.shifted(unit.span.start) for one in body_spans(unit.text))
    return next((one for one in names if one.start == span.start and one.end > span.end), span)


def _within_cell(unit: Unit, span: Span) -> Span:
    """`span` no further than the cell of a table in which it begins."""
    cell = next((one for one in unit.cells if one.start <= span.start < one.end), None)
    return Span(span.start, min(span.end, cell.end)) if cell is not None else span


def _without_lone_marks(unit: Unit, span: Span) -> Span:
    begin = unit.span.start
    return without_lone_marks(unit.span.of(unit.document.text), span.shifted(-begin)).shifted(begin)


def _without_lead(unit: Unit, span: Span) -> Span:
    """`span` without the word at its beginning that only says that what is asked for follows: "tại khối 10"."""
    lead = _LEADS_TO.match(unit.document.text, span.start, span.end)
    return Span(lead.end(), span.end) if lead is not None else span


def _without_tail(unit: Unit, span: Span) -> Span:
    """`span` without words at its end that only lead on: "Kế hoạch của"."""
    tail = _LEADS_ON.search(unit.document.text, span.start, span.end)
    return Span(span.start, tail.start()) if tail is not None else span


def _whole_words(unit: Unit, span: Span) -> Span:
    """`span` widened to the words that it begins and ends in."""
    text, start, end = unit.document.text, span.start, span.end
    while start > unit.span.start and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < unit.span.end and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return Span(start, end)


def says_more(question: Question, words: str) -> bool:
    """Whether a stretch holds a word that is neither the question's own nor a mere connective; how many there are does not
    say which ("17/19 tiêu chí")."""
    said = {*question.focus, *syllables(fold(question.query.text))}
    more = [word for word in syllables(fold(words)) if word not in said and word not in CONNECTIVES]
    counted = len(more) == 1 and words.startswith(more[0]) and more[0][0].isdigit()
    return bool(more) and not (counted and _WHICH.search(question.spelled) is not None)


def owner_of(unit: Unit) -> Candidate | None:
    """The place the document is about, where it was last named, as the place that the unit speaks of."""
    document = unit.document
    if not document.places:
        return None
    mentions = Gazetteer.load().mentions(unit.text)
    if any(Gazetteer.load().relation(document.places[0], one) != "same" for one in mentions):
        return None  # the unit names a place of its own
    named = [one for one in _named_places(document) if one.end <= unit.span.end]
    if not named:
        return None
    return replace(phrase(unit, unit.span, "owner"), kind="place", span=named[-1])


@lru_cache(maxsize=256)
def _named_places(document: Document) -> tuple[Span, ...]:
    found = Gazetteer.load().mentions(document.text)
    return tuple(one.span for one in found if Gazetteer.load().relation(document.places[0], one) == "same")


def _cuts(question: Question, unit: Unit) -> Iterator[tuple[str, Span]]:
    if question.head:
        for span in _headed(unit, question.head):
            yield "headed", span
    if asks_for_body(question.text):
        for span in body_spans(unit.text):
            yield "body", span.shifted(unit.span.start)
    if question.wanted == "list":
        for cue in _LIST_CUE.finditer(unit.text):
            yield "list", Span(unit.span.start + cue.end(), unit.span.end)
        for span in series(unit.text):
            yield "list", span.shifted(unit.span.start)
    yield from (("complement", span) for span in _complements(question, unit))
    yield from (("segment", span) for span in _segments(unit))


def series(text: str) -> Iterator[Span]:
    """Names that stand in a row ("Mỹ Hào, Văn Giang và Yên Mỹ"): places, bodies, persons, each row whole."""
    places = [one.span for one in Gazetteer.load().mentions(text)]
    known = [*places, *body_spans(text), *person_spans(text, places)]
    capitals = [Span(*one.span()) for one in _CAPITALS.finditer(text)]
    named = [*known, *(one for one in capitals if not any(one.overlaps(other) for other in known))]
    names: list[Span] = []
    for one in sorted(named, key=lambda span: (span.start, -span.end)):
        if not names or one.start >= names[-1].end:
            names.append(one)
    row = names[:1]
    for one in [*names[1:], Span(len(text), len(text))]:
        if row and _BETWEEN.fullmatch(text, row[-1].end, one.start) and len(one):
            row.append(one)
            continue
        if len(row) > 1:
            yield Span(row[0].start, row[-1].end)
        row = [one]


def _headed(unit: Unit, head: str) -> Iterator[Span]:
    """Noun phrases that begin with the last one or two words of the noun asked about."""
    words = head.split()
    if words[-1] in OPEN_HEADS:
        return
    tokens = list(_WORD.finditer(unit.text))
    folded = [fold(one.group()) for one in tokens]
    for size in range(min(2, len(words)), 0, -1):
        wanted = words[-size:]
        at = [i for i in range(len(tokens) - size + 1) if folded[i : i + size] == wanted]
        for position in at:
            after = tokens[position + size - 1].end()
            for pattern in (_STOP, _HARD_STOP):
                stop = pattern.search(unit.text, after + 1)
                end = stop.start() if stop else len(unit.text)
                yield Span(unit.span.start + tokens[position].start(), unit.span.start + end)
        if at:
            return


def _complements(question: Question, unit: Unit) -> Iterator[Span]:
    """What follows, or stands before, a run of the question's own words."""
    tokens = list(_WORD.finditer(unit.text))
    asked = [fold(one.group()) in question.focus for one in tokens]
    for position in range(len(tokens)):
        if not asked[position]:
            continue
        if position + 1 < len(tokens) and not asked[position + 1]:
            start = tokens[position].end()
            for pattern in (_STOP, _HARD_STOP):
                first = tokens[position + 1].end()
                stop = pattern.search(unit.text, first)
                end = stop.start() if stop else len(unit.text)
                last = min(len(tokens) - 1, position + _LONGEST)
                yield _without_link(unit, Span(start, min(end, tokens[last].end())))
        if position > 0 and not asked[position - 1]:
            cuts = [one.end() for one in _SEGMENT_CUT.finditer(unit.text, 0, tokens[position].start())]
            start = cuts[-1] if cuts else 0
            yield Span(unit.span.start + start, unit.span.start + tokens[position].start())


_LINK = re.compile(
    r"[\s:,]*(?:là|gồm|bao gồm|như|tại|ở|đặt tại|vào|do|mang tên|với tên|của|có|được)\b[\s:]*", re.IGNORECASE
)


def _without_link(unit: Unit, span: Span) -> Span:
    text = unit.text
    link = _LINK.match(text, span.start)
    start = link.end() if link and link.end() < span.end else span.start
    return Span(unit.span.start + start, unit.span.start + span.end)


def _segments(unit: Unit) -> Iterator[Span]:
    edges = [0, *(one.start() for one in _SEGMENT_CUT.finditer(unit.text)), len(unit.text)]
    for start, end in pairwise(edges):
        yield Span(unit.span.start + start, unit.span.start + end)
    semicolons = [0, *(one.start() for one in re.finditer(r";", unit.text)), len(unit.text)]
    for start, end in pairwise(semicolons):
        yield Span(unit.span.start + start, unit.span.start + end)
