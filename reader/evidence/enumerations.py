"""Enumerations: points counted off in running text ("Thứ nhất ..., thứ hai ...", "(1) ...; (2) ..."), and lines of a list
under the heading or the colon that leads it in. Each is one answer to "những nhiệm vụ nào": whole, and word for word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from plans.document import Block, Document, Span
from plans.text import canonical, sentences
from reader.evidence.units import leads_in
from reader.lexicon.ordinals import PLACES

LONGEST = 2000
"""Characters of an enumeration; a longer one is a chapter, and no answer."""
APART = 900
"""Characters between two points of running text."""
_WORDS = "|".join(PLACES)
_COUNTED = re.compile(
    r"(?:^|(?<=[.;,:!?–\-“\"(\n]))\s*"
    rf"(?:(?P<order>thứ\s+(?:{_WORDS}|\d{{1,2}}))|(?P<cardinal>(?:{_WORDS})\s+là)|(?P<bracket>\(\s*\d{{1,2}}\s*\)))(?!\w)",
    re.IGNORECASE,
)
_MARKER = re.compile(r"[\s*_]*(?:(?P<bullet>[-–+•*])\s|(?P<letter>[a-zđ])[.)]|(?P<number>\d{1,2}(?:\.\d{1,2})*)[.)]?\s)")
_IS = re.compile(r"[\s,:]*(?:là\b)?[\s,:]*")
_ALPHABET = "abcdđeghiklmnopqrstuvxy"
_LETTERS = 4
"""Depth of "a)", below that of "1.1.1.1"; dashes stand deeper, and "+" below "-"."""


@dataclass(frozen=True, slots=True)
class Enumeration:
    """Points in reading order, and `lead`, the words right before them that say what they are."""

    lead: Span
    points: tuple[Span, ...]

    @property
    def span(self) -> Span:
        return Span(self.points[0].start, self.points[-1].end)

    def point(self, document: Document, number: int) -> Span | None:
        """The words of the point of that number, without what counts it; None where the points are not counted."""
        text = document.text
        for point in self.points:
            words = point.of(text)
            mark = _COUNTED.match(words) or _MARKER.match(words)
            groups = mark.groupdict() if mark else {}
            counted = next((groups[name] for name in ("order", "cardinal", "bracket", "number") if groups.get(name)), None)
            if mark is not None and counted is not None and _value(counted) == number:
                rest = _IS.match(words, mark.end())
                return Span(point.start + (rest.end() if rest else mark.end()), point.end)
        return None


def enumeration_at(document: Document, span: Span) -> Enumeration | None:
    """The enumeration that is exactly `span`."""
    return next((one for one in enumerations(document) if one.span == span), None)


@lru_cache(maxsize=256)
def enumerations(document: Document) -> tuple[Enumeration, ...]:
    """Those of two points and more, in reading order."""
    found = [*_counted(document), *_listed(document)]
    return tuple(sorted((one for one in found if len(one.span) <= LONGEST), key=lambda one: one.span))


def _counted(document: Document) -> Iterator[Enumeration]:
    text = document.text
    rows: dict[str, list[tuple[int, Span]]] = {}
    for match in _COUNTED.finditer(text):
        style = str(match.lastgroup)
        start = match.start(style)
        row = rows.setdefault(style, [])
        value = _value(match[style])
        if row and value == row[-1][0] + 1 and start - row[-1][1].end < APART:
            row.append((value, Span(start, match.end())))
            continue
        yield from _row(document, row)
        rows[style] = [(1, Span(start, match.end()))] if value == 1 else []
    for row in rows.values():
        yield from _row(document, row)


def _value(marker: str) -> int:
    digits = re.search(r"\d+", marker)
    if digits:
        return int(digits.group())
    return next(PLACES[word] for word in canonical(marker).split() if word in PLACES)


def _row(document: Document, row: list[tuple[int, Span]]) -> Iterator[Enumeration]:
    if len(row) < 2:
        return
    text = document.text
    last = row[-1][1]
    rest = Span(last.start, max(last.end, _block_at(document, last.start).end))
    end = next((last.start + one.end for one in sentences(rest.of(text)) if one.end > len(last)), rest.end)
    starts = [span.start for _, span in row]
    points = tuple(_trimmed(text, Span(*edges)) for edges in pairwise([*starts, end]))
    yield Enumeration(_said_before(document, starts[0]), points)


def _said_before(document: Document, position: int) -> Span:
    """The sentence that runs up to `position`, which may stand in the block above."""
    block = _block_at(document, position)
    if not document.text[block.start : position].strip(' *_-“"'):
        above = [one.span for one in document.blocks if one.span.end <= block.start and one.kind != "furniture"]
        block = above[-1] if above else Span(position, position)
    before = Span(block.start, min(block.end, max(block.start, position)))
    said = list(sentences(before.of(document.text)))
    return Span(before.start + said[-1].start, before.start + said[-1].end) if said else before


def _listed(document: Document) -> Iterator[Enumeration]:
    """Lines of a list under a line that ends in a colon, or under a heading."""
    blocks = [one for one in document.blocks if one.kind != "furniture"]
    text = document.text
    for at, lead in enumerate(blocks):
        if lead.kind not in ("heading", "title") and not leads_in(lead.span.of(text)):
            continue
        points = _points(text, lead, blocks[at + 1 :])
        if len(points) > 1 and not leads_in(points[-1].of(text)):  # else what is under the last point was lost
            yield Enumeration(lead.span, tuple(_trimmed(text, one) for one in points))


def _points(text: str, lead: Block, following: list[Block]) -> list[Span]:
    """The lines of the list that begins below `lead`, as far as it goes."""
    first = _marker(following[0].span.of(text)) if following else None
    if first is None or (lead.kind == "item" and _depth(lead.span.of(text)) >= first.depth):
        return []
    points: list[Span] = []
    last = 0
    for one in following:
        marker = _marker(one.span.of(text))
        if one.kind != "item" or marker is None or marker.depth < first.depth:
            break
        if marker.depth == first.depth and marker.value:
            if marker.value <= last:
                break  # another list begins
            last = marker.value
        points.append(one.span)
    return points


class Marker(NamedTuple):
    """What marks a line as a point: how deep such lists stand in official texts, and which point it is (0 for a dash)."""

    depth: int
    value: int


def _marker(text: str) -> Marker | None:
    match = _MARKER.match(text)
    if match is None:
        return None
    if match["number"]:
        levels = match["number"].split(".")
        return Marker(len(levels) - 1, int(levels[-1]))
    if match["letter"]:
        return Marker(_LETTERS, _ALPHABET.find(match["letter"]) + 1)
    return Marker(_LETTERS + 1 + (match["bullet"] == "+"), 0)


def _depth(text: str) -> int:
    marker = _marker(text)
    return marker.depth if marker else 0


def _block_at(document: Document, position: int) -> Span:
    here = Span(position, position)
    return next((one.span for one in document.blocks if one.span.start <= position < one.span.end), here)


def _trimmed(text: str, span: Span) -> Span:
    return span.trimmed(text, "*_", '*_,;:“”"|')
