"""Names in a row: where one of them is the answer ("xã Tân Phong"), all are ("xã Tân Phong, Ngũ Hiệp, Hội Xuân")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from plans.admin_units import split_long_name
from plans.document import Span
from plans.place import PlaceMention
from reader.evidence.candidates import Candidate
from reader.evidence.villages import WORDS
from reader.lexicon.names import CAPITAL
from reader.questions.question import Question
from reader.scoring.scored import Scored

AMONG = 12
"""Of the candidates, as many are looked at."""
WITHIN = 5.0
"""How far the row may be behind its member, in logits."""
LONGEST = 800
"""Characters of a row that is followed from its first member."""
_VILLAGE = re.compile(rf"({WORDS})\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[,;]\s*(?:và\s+)?|\s+và\s+")
_OPENS = re.compile(r":[\s*]*$")
_GOES_ON = re.compile(r"\s*;\s*\w")
_COUNTED = re.compile(r"\d{1,3}(?:\s+[^\W\d_]+){1,6}")
_ITEM = r"[^\W\d_]+(?:\s+(?!và\b)[^\W\d_][\w-]*){0,9}"
_ROW = re.compile(
    rf"(?:\s+(?!và\b)[^\W\d_][\w-]*){{0,6}}(?:,\s+{_ITEM}){{2,12}}(?:\s+và\s+{_ITEM})?(?=\s*[.;]\s*(?:$|\n|[A-ZĐ]))"
)
"""What stands behind the first thing of a row up to the end of its sentence: " tại Tràng Định, na dai tại Chi Lăng"."""
_NUMBER_IN_FRONT = re.compile(r"\b(?:0?[2-9]|\d{2}|hai|ba|bốn|năm|các|những)\s+$", re.IGNORECASE)
_ONE_NAME = rf"{CAPITAL}[^\W\d_]*(?:[ '’-]{CAPITAL}[^\W\d_]*){{0,4}}"
_LEVEL = r"(?:xã|phường|thị trấn|thị xã|thành phố|huyện|quận|tỉnh)"
_LEVELLED = re.compile(rf"{_LEVEL}\s+{_ONE_NAME}")
_UNIT_NAME = rf"(?:{_LEVEL}\s+)?{_ONE_NAME}"
_NAMES_BEHIND = re.compile(rf"(?:,\s*{_UNIT_NAME}){{0,30}}(?:,|,?\s+và)\s*{_UNIT_NAME}")
_SEVERAL_ASKED = re.compile(r"\b(?:các|những|mấy) (?:[^\W\d]+ ){1,5}nào\b")
_ASIDE = re.compile(r"\s*\([^()\n]{1,60}\)")
"""What is said of one of the names: "xã Tân Tiến (thành phố Vị Thanh)"."""


def in_company(question: Question, scored: Sequence[Scored]) -> Candidate:
    """The best of candidates in order, or the longest row of names that it is one of, among those that are likely too, or
    the row that it begins."""
    best = scored[0]
    if best.candidate.kind not in ("place", "text") or is_row(best.candidate.short):
        return best.candidate
    named = best.candidate.kind == "place" or _LEVELLED.fullmatch(best.candidate.short)
    if named and (row := _row_of_names(question, best.candidate)) is not None:
        return row
    near = [one.candidate for one in scored[1:AMONG] if best.logit - one.logit <= WITHIN]
    document = best.candidate.unit.document
    rows = [one for one in near if one.unit.document is document and _holds(one, best.candidate)]
    return max(rows, key=lambda row: len(row.span), default=_with_the_rest(question, best.candidate))


def _row_of_names(question: Question, member: Candidate) -> Candidate | None:
    """Several units that are counted and then named, the level once ("3 tỉnh Vĩnh Phúc, Hòa Bình và Phú Thọ"), or are asked
    for and named one by one; None where `member` is not the first of such."""
    unit = member.unit
    several = _SEVERAL_ASKED.search(question.spelled) or _NUMBER_IN_FRONT.search(member.in_front)
    if not unit.span.contains(member.span) or not several:
        return None
    row = _NAMES_BEHIND.match(unit.text, member.span.end - unit.span.start)
    return _until(member, row.end()) if row is not None else None


def _with_the_rest(question: Question, member: Candidate) -> Candidate:
    """The row that `member` begins, of names of each of which something is said in parentheses, of things that are
    counted ("2 vành đai, 3 vùng và 4 trụ cột"), or of points behind a colon where a list is asked for; else the member
    itself."""
    unit, text = member.unit, member.unit.text
    if not unit.span.contains(member.span):
        return member
    inside = member.span.shifted(-unit.span.start)
    if question.wanted == "list" and _OPENS.search(text[: inside.start]) and _GOES_ON.match(text, inside.end):
        return _until(member, inside.start + len(text[inside.start :].rstrip(" .\n")))
    if question.wanted == "list" and not _BETWEEN.search(member.short) and (row := _ROW.match(text, inside.end)):
        return _until(member, row.end())
    asides = [match.span() for match in _ASIDE.finditer(text)]
    cuts = [
        match.span()
        for match in _BETWEEN.finditer(text)
        if not any(a < match.end() and match.start() < b for a, b in asides)
    ]
    edges = [0, *(edge for cut in cuts for edge in cut), len(text)]
    parts = [Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    at = next((at for at, part in enumerate(parts) if part.contains(inside)), None)
    if at is None:
        return member
    said_of = any(parts[at].start <= a < parts[at].end for a, _ in asides)
    if said_of and any(_name_of(one) in text[a:b] for one in question.places for a, b in asides):
        return member  # "xã nào của huyện Vị Thủy" asks for one of them
    goes_on = is_row if said_of else _is_counted
    parts[at] = Span(inside.start, parts[at].end)
    last = at
    while last + 1 < len(parts) and parts[last + 1].end - inside.start <= LONGEST:
        if not goes_on(_ASIDE.sub("", text[inside.start : _named_until(text, parts[last + 1])])):
            break
        last += 1
    return _until(member, _named_until(text, parts[last])) if last > at else member


def _until(member: Candidate, end: int) -> Candidate:
    """`member` with all that stands behind it up to `end` in its unit."""
    span = Span(member.span.start, member.unit.span.start + end)
    return replace(member, span=span, clause=Span(min(member.clause.start, span.start), max(member.clause.end, span.end)))


def _name_of(place: PlaceMention) -> str:
    return split_long_name(place.name)[1]


def _named_until(text: str, part: Span) -> int:
    """Where a name and what is said of it in parentheses end: a full stop behind them is no part."""
    return part.start + len(part.of(text).rstrip(" .;:\n"))


def is_row(words: str) -> bool:
    """Whether `words` are two or more names of units of one level, or villages, said of the first, of each or of none."""
    names = [_parted(name) for name in _BETWEEN.split(words)]
    levels = {level for level, _ in names[1:]}
    return len(names) > 1 and levels <= {None, names[0][0]} and all(_is_name(name) for _, name in names)


def _is_counted(words: str) -> bool:
    """Whether `words` are several things each of which is counted."""
    return all(_COUNTED.fullmatch(part.strip()) for part in _BETWEEN.split(words))


def _parted(name: str) -> tuple[str | None, str]:
    """The level, or the word for a village, and the name."""
    village = _VILLAGE.match(name)
    return (village[1].lower(), name[village.end() :]) if village is not None else split_long_name(name)


def _holds(row: Candidate, member: Candidate) -> bool:
    return row.span.contains(member.span) and is_row(row.short)


def _is_name(words: str) -> bool:
    parts = words.strip("“”\"'").split()
    return bool(parts) and all(part[0].isupper() or part[0].isdigit() for part in parts)
