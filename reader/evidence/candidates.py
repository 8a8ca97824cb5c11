"""Candidate answers inside the units of evidence, each with what is said of it at every distance.

A candidate is a typed span (a quantity, a date, a person, a place, a document number, a stretch of words). Its levels go
from its own clause outwards: own, segment (between semicolons), sentence or row, lead-in, headings and title. At each level
stand the terms, years and places said there, computed once for a passage and reused for every question.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from plans.dates import find_dates
from plans.document import Span
from plans.indicator import Indicator, Quantity
from plans.numbers import find_document_numbers, find_quantities, parse_quantity
from plans.place import Gazetteer
from plans.respective import pairings
from plans.text import flatten, fold, syllables
from reader.evidence.bylines import byline_in
from reader.evidence.columns import share_of
from reader.evidence.signatures import right_column
from reader.evidence.units import Unit
from reader.lexicon.names import OFFICE, Office, issuer, offices, person_spans
from reader.lexicon.ordinals import ordinals
from reader.lexicon.terms import terms_of
from reader.lexicon.years import Said, governing, owned

CandidateKind = Literal["quantity", "date", "person", "office", "body", "place", "code", "ordinal", "text"]
Around = Callable[[Span], "tuple[Span, tuple[Level, ...]]"]
"""The proving clause of a span, and its levels."""
LEVELS = ("own", "segment", "unit", "lead", "far")

_BULLET = r"(?:(?<=[;:.]\s)|(?<=\n))[-–+•](?=\s)"  # not the dash of "kinh tế - xã hội", "Bà Rịa - Vũng Tàu"
_SEGMENT = re.compile(rf";|\.\s|\n\s*\n|{_BULLET}")
_CLAUSE_LEFT = re.compile(rf"[,;:]|\.\s|\b(?:và|trong đó|riêng|còn|gồm)\b|{_BULLET}", re.IGNORECASE)
_CLAUSE_RIGHT = re.compile(r"[,;:(]|\.(?:\s|$)|\b(?:và|trong đó|riêng|còn|so với)\b|\n\s*\n", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d.,/])((?:19|20)\d\d)(?![\d.,]*\d|/NQ|/QĐ|/NĐ|/TT)")
_RANGE = re.compile(r"(?<![\d.,])((?:19|20)\d\d)\s*[-–—]\s*((?:19|20)\d\d)(?!\d)")
_SAME_TIME = re.compile(r"\(\s*cùng kỳ(?:\s+năm\s+(?:trước|ngoái))?[^,;()\d]{0,12}$", re.IGNORECASE)
_EMPTY_OWN = frozenset(
    """
    dat la con tang giam duoc va den len xuong tu tren duoi khoang gan hon chiem uoc cua trong do them moi co so voi nam
    """.split()
)
_NUMBERED = re.compile(r"(?<!\w)[Ss]ố\s+\d{1,4}(?!\d|[.,/%-]\d|\s*[-/]\s*\w)")
_UNIT_LINE = re.compile(r"[\s(*]*(?:đơn vị(?: tính)?|đvt)\s*:", re.IGNORECASE)
_NUMBERING = re.compile(r"\W*(?:stt|tt|số tt|số thứ tự|no)\W*", re.IGNORECASE)
_PART_OF_YEAR = re.compile(r"\W*(?:tháng|quý)\W*", re.IGNORECASE)
_ROMAN = 3
"""Characters of the number of a quarter, "III", at most."""
_QUOTED = re.compile(r"[“\"‘]([^”\"’]{3,300})[”\"’]")


@dataclass(frozen=True)
class Level:
    """What is said at one distance from a candidate; `label` adds words to match, but no year or place."""

    text: str
    label: str = ""

    @cached_property
    def terms(self) -> frozenset[str]:
        return terms_of(f"{self.text} . {self.label}")


@dataclass(frozen=True)
class Candidate:
    """`span` is the exact answer in the document, `clause` the smallest stretch that proves it; levels as in `LEVELS`."""

    kind: CandidateKind
    unit: Unit
    span: Span
    clause: Span
    levels: tuple[Level, ...]
    quantity: Quantity | None = None
    record: Indicator | None = None
    year: int | None = None  # year of this very value: right behind it, or paired with it ("lần lượt")
    governed: tuple[Said, ...] = ()  # years that govern it in its sentence
    elsewhere: frozenset[tuple[int, int]] = frozenset()  # first and last years that belong to other values beside it
    roles: tuple[Office, ...] = ()
    column: str = ""  # heading over the cell
    paired: str = ""  # what it is told of in a row of names and values ("lần lượt")
    form: str = ""  # how words were cut ("quoted", "headed", ...), a grain, a level, what is counted

    @property
    def short(self) -> str:
        return flatten(self.span.of(self.unit.document.text)).strip(" ,;:")

    @property
    def label(self) -> str:
        """What its record calls it; "" where it has none."""
        return self.record.label if self.record is not None else ""

    @property
    def counted_in(self) -> str | None:
        """The unit of its quantity."""
        return self.quantity.unit if self.quantity is not None else None

    @property
    def in_front(self) -> str:
        """What its unit says before it."""
        return self.unit.document.text[self.unit.span.start : self.span.start]


def candidates_of(unit: Unit, records: dict[tuple[int, int], Indicator]) -> list[Candidate]:
    """Every candidate in `unit`. `records` maps the span of a quantity to the indicator extracted from it."""
    far = Level(f"{unit.headings} . {unit.document.title}")
    lead = Level(f"{unit.lead} . {unit.before}")
    whole = Level(unit.text)
    if unit.kind == "row":
        return list(_of_row(unit, records, whole, lead, far))
    names = byline_in(unit.text) if unit.kind == "byline" else None
    if names is not None:
        span = Span(unit.span.start + names.start, unit.span.start + names.end)
        return [Candidate("person", unit, span, unit.span, (whole, whole, whole, lead, far))]
    return list(_of_sentence(unit, records, whole, lead, far))


def _of_row(
    unit: Unit, records: dict[tuple[int, int], Indicator], whole: Level, lead: Level, far: Level
) -> Iterator[Candidate]:
    text = unit.document.text
    filled = [(span, flatten(span.of(text)), heading) for span, heading in zip(unit.cells, unit.columns, strict=True)]
    label = " . ".join(_named(words, heading) for _, words, heading in filled if words and not _counts(words, heading))
    for at, (span, words, heading) in enumerate(filled):
        if not words or _NUMBERING.fullmatch(heading) or _tells_part(words, heading):
            continue
        of = f"{what} . " if (what := share_of([heading for _, _, heading in filled], at)) else ""
        over = of + heading.replace("(", " . (")  # the unit in parentheses is no part of the name
        own = Level(f"{label} . {over}")
        around = (own, Level(f"{label} . {unit.before} . {over}"), whole, lead, far)
        inside = Span(span.start + span.of(text).find(words[0]), span.end) if words[0] in span.of(text) else span
        exact = trimmed(text, inside)
        record = _record_in(records, exact)
        if _is_number(words) and not _is_date(words):
            quantity = record.quantity if record else parse_quantity(words)
            yield Candidate("quantity", unit, exact, unit.span, around, quantity, record, column=heading)
            continue
        yield Candidate("text", unit, exact, unit.span, around, column=heading, form="cell")
        for found in find_quantities(exact.of(text), exact.start):
            inner = _record_in(records, found.span)
            yield Candidate("quantity", unit, found.span, unit.span, around, found.quantity, inner, column=heading)
        beside = [one for _, one, _ in (*filled[at + 1 : at + 2], *filled[max(0, at - 1) : at])]
        held = next((one for one in beside if OFFICE.match(one)), "")
        for one in _typed(unit, exact, _fixed(unit.span, around)):
            roles = tuple(offices(held)) if one.kind == "person" and not one.roles else one.roles
            yield replace(one, roles=roles, column=heading)


def _fixed(clause: Span, levels: tuple[Level, ...]) -> Around:
    """The same surroundings for every span: in a table, what proves a value is its row."""
    return lambda _span: (clause, levels)


def _of_sentence(
    unit: Unit, records: dict[tuple[int, int], Indicator], whole: Level, lead: Level, far: Level
) -> Iterator[Candidate]:
    quantities = [] if _UNIT_LINE.match(unit.text) else find_quantities(unit.text, unit.span.start)
    marks = [one.span for one in quantities]
    text = unit.document.text

    def around(span: Span) -> tuple[Span, tuple[Level, ...]]:
        segment = _segment(text, unit.span, span)
        clause = _clause(text, segment, span, marks)
        return segment, (Level(flatten(clause.of(text))), Level(segment.of(text)), whole, lead, far)

    paired = _paired(unit)
    local = {mark: Span(mark.start - unit.span.start, mark.end - unit.span.start) for mark in marks}
    own_years = owned(unit.text, list(local.values()))
    taken = frozenset(own_years.values())
    for found in quantities:
        segment, levels = around(found.span)
        record = _record_in(records, found.span)
        if record:
            levels = (Level(levels[0].text, record.label), *levels[1:])
        at = local[found.span]
        behind = own_years.get(at)
        name = paired.get(found.span, "")
        year = _year_in(name) or (behind.low if behind is not None and behind.single else None)
        if year is None and record and _SAME_TIME.search(text, unit.span.start, found.span.start):
            year = record.year  # of the year before the one that the sentence names
        yield Candidate(
            "quantity",
            unit,
            found.span,
            segment,
            levels,
            found.quantity,
            record,
            year,
            governing(unit.text, at, taken),
            frozenset((one.low, one.high) for one in taken if one != behind),
            paired=name,
        )
    yield from _typed(unit, unit.span, around)
    for match in _QUOTED.finditer(unit.text):
        span = Span(unit.span.start + match.start(1), unit.span.start + match.end(1))
        segment, levels = around(span)
        yield Candidate("text", unit, span, segment, levels, form="quoted")


def phrase(unit: Unit, span: Span, form: str) -> Candidate:
    """A stretch of words of `unit` as a candidate; its own words are those of the segment around it."""
    text = unit.document.text
    segment = _segment(text, unit.span, span) if unit.kind != "row" else unit.span
    levels = tuple(
        Level(one)
        for one in (
            segment.of(text),
            segment.of(text),
            unit.text,
            f"{unit.lead} . {unit.before}",
            f"{unit.headings} . {unit.document.title}",
        )
    )
    return Candidate("text", unit, span, segment, levels, form=form)


def _typed(unit: Unit, within: Span, around: Around) -> Iterator[Candidate]:
    """Dates, persons and document numbers inside `within`."""
    text = unit.document.text
    for date in find_dates(within.of(text), within.start):
        clause, levels = around(date.span)
        grain = "day" if date.day is not None else "month" if date.month is not None else "year"
        yield Candidate("date", unit, date.span, clause, levels, year=date.year, form=grain)
    mentions = Gazetteer.load().mentions(within.of(text))
    persons = list(person_spans(within.of(text)))
    for mention in mentions:
        if any(mention.span.overlaps(one) and len(mention.span) < len(one) for one in persons):
            continue
        span = Span(within.start + mention.span.start, within.start + mention.span.end)
        clause, levels = around(span)
        levels = (Level(clause.of(text)), *levels[1:])  # a place is named beside what is said of it, not in front of it
        yield Candidate("place", unit, span, clause, levels, form=mention.level or "")
    for match in _RANGE.finditer(within.of(text)):
        span = Span(within.start + match.start(), within.start + match.end())
        clause, levels = around(span)
        yield Candidate("date", unit, span, clause, levels, form="period")
    for number in find_document_numbers(within.of(text), within.start):
        clause, levels = around(number.span)
        yield Candidate("code", unit, number.span, clause, levels)
    for match in _NUMBERED.finditer(within.of(text)):
        span = Span(within.start + match.start(), within.start + match.end())
        clause, levels = around(span)
        yield Candidate("code", unit, span, clause, levels, form="numbered")
    for span, noun in ordinals(within.of(text), within.start):
        clause, levels = around(span)
        yield Candidate("ordinal", unit, span, clause, levels, form=noun)
    # who signs is a person, whatever place bears the name; and one that is like a place's but for its accents may be one
    named = [] if unit.kind == "signature" else [one.span for one in mentions if not one.folded]
    yield from _persons(unit, within, around, named)


def _persons(unit: Unit, within: Span, around: Around, places: list[Span]) -> Iterator[Candidate]:
    """Persons with the offices said of them, and those offices as answers of their own."""
    text = unit.document.text
    if unit.kind == "signature":
        text = right_column(text, unit.span)
    names = [one.shifted(within.start) for one in person_spans(within.of(text), places)]
    free = within.start  # what stands before is said of the name before
    for position, name in enumerate(names):
        clause, levels = around(name)
        left = max(free, name.start - 160)
        right = min(within.end, names[position + 1].start if position + 1 < len(names) else within.end, name.end + 140)
        following = names[position + 1].start if position + 1 < len(names) else None
        behind, in_front = (
            _office_behind(text, Span(name.end, right), following),
            _office_in_front(text, Span(left, name.start)),
        )
        last = _last_beside(text, names, position)
        given = _office_given(text, Span(last.end, min(within.end, last.end + 140) if last != name else right))
        if given is None and len(names) == 1 and name.start - within.start <= _AT_FRONT:
            given = _office_besides(text, Span(name.end, within.end))
        held = [one for one in (behind, given, in_front) if one is not None]
        above = Span(free, name.start)
        free = max(one.end for one in (name, behind, given if last == name else None) if one is not None)
        said = " , ".join(one.of(text) for one in held) or f"{text[left : name.start]} {text[name.end : right]}"
        roles = tuple(offices(said)) if held else ()
        if unit.kind == "signature" and in_front is not None:  # the lines above say for whom: "TM. ỦY BAN NHÂN DÂN"
            number = unit.document.number or ""
            roles = tuple(one if one.body else replace(one, body=issuer(number)) for one in offices(above.of(text))[-1:])
        owner = _OWNER.search(text, within.start, in_front.start) if in_front is not None and given is None else None
        if in_front is not None and owner is not None:  # "Trung tâm Y tế (Giám đốc: ông A)": of that body
            said = f"{owner[1]} {said}"
            of_owner = offices(f"{in_front.of(text)} {owner[1]}")
            roles = (*of_owner, *(one for one in roles if one.body or one.of))
        led = _LED.search(text, left, in_front.start if in_front is not None else name.start) if given is not None else None
        if given is not None and led is not None:  # "Ban Chỉ đạo do ông A làm Trưởng ban": of that body
            said = f"{led[1]} {said}"
            roles = (*offices(f"{given.of(text)} {led[1]}"), *roles)
        for one in held:  # what proves a person is the name together with the office
            clause = Span(min(clause.start, one.start), max(clause.end, one.end))
        yield Candidate("person", unit, name, clause, (Level(said), *levels[1:]), roles=roles)
        for one in held:
            yield Candidate(
                "office", unit, _own_office(text, one), clause, (Level(name.of(text)), *levels[1:]), roles=roles
            )


def _own_office(text: str, held: Span) -> Span:
    """The office by which a person is known, of "tổ trưởng tổ số 1 là Phó Chủ tịch thường trực"."""
    found = next((one for one in _IS.finditer(text, held.start, held.end) if OFFICE.match(text, one.end(), held.end)), None)
    return Span(found.end(), held.end) if found is not None else held


def _office_behind(text: str, after: Span, following: int | None) -> Span | None:
    """The offices said behind a name, verbatim: "Lê Hải, Bí thư Huyện ủy, Chủ tịch HĐND". One right in front of the next
    name, at `following`, is of that: "Lê Hải, Trưởng phòng Tài chính Trần An"."""
    apposition = _APPOSITION.match(text, after.start, after.end)
    if apposition:
        end = _APPOSITION_END.search(text, apposition.end(), after.end)
        named = list(OFFICE.finditer(text, apposition.end(), end.start() if end else after.end))
        if named and following is not None and _RUNS_INTO.fullmatch(text, named[-1].end("title"), following):
            named.pop()
        if named and named[0].start() - apposition.end() <= (12 if apposition[1] else 0):
            return _trim_marks(text, Span(named[0].start(), named[-1].end()))
    return None


def _last_beside(text: str, names: Sequence[Span], position: int) -> Span:
    """The last of the names joined to this one by commas: "các đồng chí Lê Hải, Trần An giữ chức Phó Bí thư" is said of
    both. The name itself where nothing says that several follow."""
    first = position
    while first and _BESIDE.fullmatch(text, names[first - 1].end, names[first].start):
        first -= 1
    if not _SEVERAL.search(text, max(0, names[first].start - 20), names[first].start):
        return names[position]
    while position + 1 < len(names) and _BESIDE.fullmatch(text, names[position].end, names[position + 1].start):
        position += 1
    return names[position]


def _office_given(text: str, after: Span) -> Span | None:
    """The office that a verb gives to a name before it: "Lê Hải, Bí thư Huyện ủy làm Trưởng ban"."""
    verb = _MADE.match(text, after.start, after.end)
    office = OFFICE.match(text, verb.end(), after.end) if verb is not None else None
    if office is None:
        return None
    end = office.end()
    while (further := _FURTHER.match(text, end, after.end)) and (next_one := OFFICE.match(text, further.end(), after.end)):
        end = next_one.end()
    return _trim_marks(text, Span(office.start(), end))


def _office_besides(text: str, after: Span) -> Span | None:
    """A further office in an item on one person: "- Bà Lê Hải, Phó Chủ tịch: phụ trách văn hóa; là Trưởng ban"."""
    for besides in _BESIDES.finditer(text, after.start, after.end):
        office = OFFICE.match(text, besides.end(), after.end)
        if office is not None:
            return _trim_marks(text, Span(*office.span()))
    return None


def _office_in_front(text: str, before: Span) -> Span | None:
    """The offices said in front of a name, verbatim: "Bí thư Huyện ủy - ông Lê Hải"."""
    held = _HELD_BY.search(before.of(text))
    if held is not None and (office := OFFICE.match(text, before.start + held.start("office"))) is not None:
        return _trim_marks(text, Span(office.start(), min(office.end(), before.start + held.end("office"))))
    named = list(OFFICE.finditer(text, before.start, before.end))
    chain: list[re.Match[str]] = []
    reach = before.end
    for match in reversed(named):
        if _FOR_ANOTHER.search(text, max(0, match.start() - 8), match.start()):
            break
        if not _OFFICE_LINK.fullmatch(text, match.end(), reach):
            break
        chain.insert(0, match)
        reach = match.start()
    return _trim_marks(text, Span(chain[0].start(), chain[-1].end())) if chain else None


_HELD_BY = re.compile(
    r"(?:^|[.;\n]\s*)(?:giữ|đảm nhiệm|làm) (?:chức(?: vụ| danh)? )?(?P<office>[^,.;\n]{4,80})(?:,[^.;\n]{0,80})?"
    r"\s(?:là|có) (?:ông|bà|đồng chí|đ/c)\s*$",
    re.IGNORECASE,
)
"""In front of a name, the office that somebody holds: "Giữ chức Chủ nhiệm UBKT, theo chỉ định của Ban Bí thư, là ông"."""
_AT_FRONT = 14
"""Characters in front of the name with which an item begins: "- Đồng chí "."""
_BESIDES = re.compile(r"[;,]\s*(?:đồng thời\s+)?(?:là|làm|kiêm)\s+(?=\w)", re.IGNORECASE)
_RUNS_INTO = re.compile(r"(?:(?!\b(?:và|cùng|với|đồng chí|đ/c|ông|bà)\b)[^,;.()])*")
"""What stands between an office and the name that it is of: no word that begins with another person."""
_IS = re.compile(r"\s+là\s+")
_APPOSITION = re.compile(r"\s*([,(–-]*)\s*(?:là\s+)?", re.IGNORECASE)
_APPOSITION_END = re.compile(
    r"[;.“”\"]|\b(?:cho biết|phát biểu|nhấn mạnh|khẳng định|đã|nói|chia sẻ|đề nghị|báo cáo|chủ trì|trao|dự(?! khuyết)|cùng"
    r"|thăm)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\s*(?:,|,?\s*và)\s*(?:(?:ông|bà|đồng chí|đ/c)\s+)?", re.IGNORECASE)
_SEVERAL = re.compile(r"\bcác\s+(?:đồng chí|ông|bà|đ/c)\s*:?\s*$", re.IGNORECASE)
_MADE = re.compile(
    r"[^;.\n]{0,130}?\b(?:làm|giữ (?:chức(?: vụ| danh)?|vai trò|cương vị)|đảm nhiệm|kiêm"
    r"|(?:đắc|trúng|tái) cử(?: (?:chức(?: vụ| danh)?|làm))?|được bầu(?: (?:làm|là|giữ chức(?: vụ| danh)?))?)\s+(?=\w)",
    re.IGNORECASE,
)
_FURTHER = re.compile(r"\s*(?:,|,?\s*(?:kiêm|và))\s*")
_OWNER = re.compile(r"([^.;:()\n]{4,120})\(\s*$")
_LED = re.compile(r"([^;.\n]+?)\s+do\s+(?:(?:đồng chí|ông|bà|đ/c)\s+)?$", re.IGNORECASE)
_FOR_ANOTHER = re.compile(r"(?:KT|TL|TUQ)\s*\.\s*\**\s*$")  # whoever signs "KT. CHỦ TỊCH" is not the chairman
_OFFICE_LINK = re.compile(
    r"[\s,:–*|.-]*(?:\((?:đã ký|ký)[^()\n]{0,20}\)[\s*]*)?(?:kiêm|và)?[\s*|]*(?:ông|bà|đồng chí|đ/c)?[\s.*|]*",
    re.IGNORECASE,
)


def _trim_marks(text: str, span: Span) -> Span:
    end = span.end
    while end > span.start and (text[end - 1].isspace() or text[end - 1] in "-–,;:(*|"):
        end -= 1
    return Span(span.start, end)


def _is_number(words: str) -> bool:
    return bool(re.fullmatch(r"[\d.,\s%–/-]*\d[\d.,\s%–/-]*", words))


def _is_value(words: str) -> bool:
    """Whether a cell holds a number and what it counts, and no words in front that say of what."""
    if _is_number(words):
        return True
    found = find_quantities(words)
    return bool(found) and not any(map(str.isalpha, words[: found[0].span.start]))


def _tells_part(words: str, heading: str) -> bool:
    """Whether a cell only counts the months or the quarters: "8" under "Tháng"."""
    return _PART_OF_YEAR.fullmatch(heading) is not None and words.strip().isalnum() and len(words) <= _ROMAN


def _counts(words: str, heading: str) -> bool:
    return _is_value(words) and not _tells_part(words, heading)


def _named(words: str, heading: str) -> str:
    return f"{heading} {words}" if _tells_part(words, heading) else words


def _is_date(words: str) -> bool:
    return any(len(one.span) == len(words) and one.year is not None for one in find_dates(words))


def _record_in(records: dict[tuple[int, int], Indicator], span: Span) -> Indicator | None:
    exact = records.get((span.start, span.end))
    if exact:
        return exact
    return next((one for (start, end), one in records.items() if start < span.end and span.start < end), None)


def _segment(text: str, unit: Span, span: Span) -> Span:
    start, end = unit.start, unit.end
    for match in _SEGMENT.finditer(text, unit.start, span.start):
        start = match.end()
    following = _SEGMENT.search(text, span.end, unit.end)
    if following:
        end = following.start()
    return trimmed(text, Span(start, max(end, span.end)))


def _clause(text: str, segment: Span, span: Span, marks: list[Span]) -> Span:
    """The candidate's own words: back to the last boundary or quantity, further while nothing of substance was said."""
    cuts = [segment.start]
    inside = [mark for mark in marks if segment.start <= mark.start and mark.end <= span.start]
    cuts += [
        match.end()
        for match in _CLAUSE_LEFT.finditer(text, segment.start, span.start)
        if not any(mark.start <= match.start() < mark.end for mark in inside)  # the comma of "3,6 triệu lượt"
    ]
    cuts += [mark.end for mark in inside]
    start = segment.start
    for cut in sorted(set(cuts), reverse=True):
        start = cut
        if any(word not in _EMPTY_OWN and not word[0].isdigit() for word in syllables(fold(text[cut : span.start]))):
            break
    boundary = _CLAUSE_RIGHT.search(text, span.end, segment.end)
    end = boundary.start() if boundary else segment.end
    later = [mark.start for mark in marks if span.end <= mark.start < end]
    return Span(start, max(span.end, min([end, *later])))


def _paired(unit: Unit) -> dict[Span, str]:
    """The name that each value of a row is told of: "lúa, ngô và sắn lần lượt là 50 ha, 9 ha và 4 ha"."""
    rows = pairings(unit.text)
    return {value.shifted(unit.span.start): name.of(unit.text) for row in rows for name, value in row}


def _year_in(name: str) -> int | None:
    years = _YEAR.findall(name)
    return int(years[0]) if len(years) == 1 else None


def trimmed(text: str, span: Span) -> Span:
    return span.trimmed(text, "*|_,;:", "*|_,;:")
