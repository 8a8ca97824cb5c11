"""Sentences and the parts of them that a quantity's words are looked for in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from plans.document import Span
from plans.numbers import FoundQuantity

_STOP = re.compile(r"[.!?…]+[\"”»’)*]*(?:\s+|$)|\n[ \t]*\n")
_NEXT = re.compile(r"[^\W_]")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:TP|TX|TT|Tp|ThS|TS|PGS|GS|BS|KS|CN|ông|bà|Q|P|H|T|v\.v|st|No|tr|[A-ZĐ]|[0-9]{1,2}|[IVX]+)$"
)
_LONGEST = 3000  # characters of a sentence
_MARK = re.compile(r"[;:,]")


@dataclass(frozen=True, slots=True)
class Head:
    """The words before a colon and the range that they are the head of."""

    words: Span
    scope: Span


@dataclass(frozen=True, slots=True)
class Clause:
    """Where the words about one quantity stand: `before` it and `after` it, up to the neighbours' and the marks that part.

    `further` are the parts that commas cut off from `after`, up to a stronger mark or the next quantity's own part.
    `chunks` cuts `before` at its commas. `chained`: only commas or "và" stand between it and the quantity before.
    `aside`: it stands in parentheses, which span this range.
    """

    found: FoundQuantity
    before: Span
    after: Span
    further: tuple[Span, ...]
    chunks: tuple[Span, ...]
    chained: bool
    aside: Span | None


def sentences(text: str, span: Span) -> list[Span]:
    """Cuts `span` at full stops and blank lines; abbreviations ("TX. Cai Lậy") and list numbers do not end a sentence."""
    cut: list[Span] = []
    start = span.start
    for match in _STOP.finditer(text, span.start, span.end):
        mark, following = match.group().strip()[:1], _NEXT.search(text, match.end(), span.end)
        if mark == "." and _ABBREVIATION.search(text[max(start, match.start() - 8) : match.start()]):
            continue
        if mark in ".…" and mark and following is not None and following.group().islower():
            continue
        if match.end() > start:
            cut.append(Span(start, match.end()))
            start = match.end()
    if start < span.end:
        cut.append(Span(start, span.end))
    return [part for one in cut if one.of(text).strip() for part in _bounded(text, one)]


def _bounded(text: str, sentence: Span) -> list[Span]:
    """Cuts a sentence that goes on and on, at a mark where there is one: what follows is quadratic in its quantities."""
    parts: list[Span] = []
    start = sentence.start
    while sentence.end - start > _LONGEST:
        window = text[start : start + _LONGEST]
        at = max(window.rfind(";"), window.rfind(", "), window.rfind("\n")) + 1
        parts.append(Span(start, start + (at or _LONGEST)))
        start = parts[-1].end
    return [*parts, Span(start, sentence.end)] if start < sentence.end else parts


def clauses(text: str, sentence: Span, found: Sequence[FoundQuantity]) -> tuple[list[Clause], list[Head]]:
    """The clause of every quantity of a sentence, and its heads. Parentheses without a quantity are part of the words."""
    enclosed = parentheses(text, sentence)
    asides = [one for one in enclosed if any(one.contains(q.span) for q in found)]
    quiet = [one for one in enclosed if one not in asides]
    marks = _marks(text, sentence, [*quiet, *(q.span for q in found)])
    heads = _heads(sentence, marks, asides)
    starts = [q.span.start for q in found]
    made: list[Clause] = []
    for index, one in enumerate(found):
        inside = next((a for a in asides if a.contains(one.span)), None)
        zone = Span(inside.start + 1, inside.end - 1) if inside else sentence
        low, high = zone.start, zone.end
        previous = found[index - 1].span.end if index else None
        if previous is not None and previous > low:
            low = previous
        for aside in asides:
            if inside is None and aside.end <= one.span.start:
                low = max(low, aside.end)
            if inside is None and one.span.end <= aside.start:
                high = min(high, aside.start)
        following = bisect_left(starts, one.span.end)
        if following < len(found):
            high = min(high, found[following].span.start)
        strong = [at for at, mark in marks if mark in ";:" and low <= at < one.span.start]
        chained = previous is not None and not strong and previous >= zone.start
        if strong:
            low = strong[-1] + 1
        commas = [at for at, mark in marks if mark == "," and low <= at < one.span.start]
        after = next((at for at, _ in marks if one.span.end <= at < high), high)
        further = _further(marks, after, high, following < len(found))
        edges = [low, *(at + 1 for at in commas), one.span.start]
        chunks = tuple(Span(a, max(a, b - (b != one.span.start))) for a, b in pairwise(edges))
        made.append(
            Clause(
                one,
                Span(low, one.span.start),
                Span(one.span.end, max(after, one.span.end)),
                further,
                chunks,
                chained,
                inside,
            )
        )
    return made, heads


def _further(marks: Sequence[tuple[int, str]], after: int, high: int, more: bool) -> tuple[Span, ...]:
    ends = [at for at, _ in marks if after < at < high]
    strong = next((at for at, mark in marks if after <= at < high and mark in ";:"), None)
    edges = [after, *ends] if more or strong is not None else [after, *ends, high]
    if strong is not None:
        edges = [at for at in edges if at <= strong]
    return tuple(Span(a + 1, b) for a, b in pairwise(edges) if a + 1 < b)


def _marks(text: str, sentence: Span, quiet: Sequence[Span]) -> list[tuple[int, str]]:
    marks = []
    for match in _MARK.finditer(text, sentence.start, sentence.end):
        at = match.start()
        if any(one.start <= at < one.end for one in quiet):
            continue
        if match.group() in ",:" and at + 1 < len(text) and text[at + 1].isdigit() and at and text[at - 1].isdigit():
            continue
        marks.append((at, match.group()))
    return marks


def _heads(sentence: Span, marks: Sequence[tuple[int, str]], asides: Sequence[Span]) -> list[Head]:
    """Of a sentence, and of what stands in parentheses in it."""
    outside = [one for one in marks if not any(aside.start < one[0] < aside.end for aside in asides)]
    inside = [
        _heads_within(Span(aside.start + 1, aside.end - 1), [one for one in marks if aside.start < one[0] < aside.end])
        for aside in asides
    ]
    heads = [*_heads_within(sentence, outside), *(head for heads in inside for head in heads)]
    return sorted(heads, key=lambda head: head.words.start)


def _heads_within(zone: Span, marks: Sequence[tuple[int, str]]) -> list[Head]:
    """The first colon before any semicolon heads the whole zone, the others the part up to the next semicolon."""
    heads: list[Head] = []
    start, first = zone.start, True
    for index, (at, mark) in enumerate(marks):
        if mark == ";":
            start, first = at + 1, False
        elif mark == ":":
            end = zone.end
            if not (first and not heads):
                end = next((other for other, m in marks[index:] if m == ";"), zone.end)
            heads.append(Head(Span(start, at), Span(at + 1, max(at + 1, end))))
            start = at + 1
    return heads


def parentheses(text: str, sentence: Span) -> list[Span]:
    """Outermost parentheses that close within the sentence, brackets included."""
    pairs: list[Span] = []
    opened: list[int] = []
    for at in range(sentence.start, sentence.end):
        if text[at] == "(":
            opened.append(at)
        elif text[at] == ")" and opened:
            pairs.append(Span(opened.pop(), at + 1))
    return sorted(one for one in pairs if not any(other != one and other.contains(one) for other in pairs))
