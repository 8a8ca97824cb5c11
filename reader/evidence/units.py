"""Evidence: the sentences and table rows of the passages that were found, with what stands around each.

A unit knows its own words and, nearest first, what it inherits from: the sentences before it, the line that leads a list
in ("phấn đấu:"), the headings and table header above it, the document's title. What a question asks may be said at any of
these levels; how far away it is said is what the scorer weighs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from plans.document import Block, Document, Passage, Span, Table
from plans.text import REPLIES, flatten, sentences
from reader.evidence.bylines import byline_in
from reader.lexicon.years import said_in, without_asides

UnitKind = Literal["sentence", "row", "head", "signature", "byline"]

FIRST = 1500
"""Characters from the top in which a document says when it was issued or published."""
NARRATIVE = 900
"""Characters over which a year named in running text still governs what follows."""

_UPPER_OFFICE = re.compile(
    r"(?:^|\n|\t|\||\S {3})[\s*]*(?:(?:TM|KT|Q|TL|TUQ)\s*\.|T/M\b|(?:PHÓ )?(?:CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|TRƯỞNG BAN|CHỦ NHIỆM"
    r"|THỦ TƯỚNG|BỘ TRƯỞNG|THỨ TRƯỞNG)\b)"
)
_ADDRESSEES = re.compile(r"\bnơi nhận\W{0,4}:", re.IGNORECASE)
_ISSUED = re.compile(r"(?:Số|SỐ)\s*:|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}", re.IGNORECASE)
_STAMP = re.compile(
    r"[^\d.;]{0,20}(?:\d{1,2}[:hg]\d{2}(?::\d{2})?)?[^\d.;]{0,16}\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?:\W[^.;]{0,20})?"
)
"""A line that says when an article was published ("Cập nhật: 10:33, 31/01/2024 (GMT+7)") and nothing else."""
NUMBERING = "TT"
_ORDINAL = re.compile(r"[\W\d]*|[IVX]+|\w[.)]?")
"""A cell that only counts its row."""
_LEADS_IN = re.compile(r":\s*[*_]*\s*$")


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence or table row. `span` is in the document; `before`, `lead` and `headings` are text for matching only."""

    document: Document
    passage: Passage
    span: Span
    kind: UnitKind
    before: str = ""
    lead: str = ""
    headings: str = ""
    cells: tuple[Span, ...] = ()  # of a row, in column order
    columns: tuple[str, ...] = ()  # heading over each cell of a row, `NUMBERING` over those that number the rows
    told_year: int | None = None  # the year last named before it, within `NARRATIVE` characters

    @property
    def text(self) -> str:
        return self.span.of(self.document.text)

    @property
    def narrated(self) -> str:
        """The text running up to it, as far as what it tells still governs what follows."""
        return _narrated(self.document, self.span.start)

    @property
    def named_by(self) -> int | None:
        """The cell of a row that names it: the first one of words."""
        texts = (cell.of(self.document.text) for cell in self.cells)
        return next((at for at, words in enumerate(texts) if not _ORDINAL.fullmatch(words.strip())), None)

    @property
    def signed(self) -> bool:
        """Whether it names who signed or wrote the document, and says nothing else."""
        return self.kind in ("signature", "byline")


def units_of(document: Document, passage: Passage) -> list[Unit]:
    """The units of one passage, in reading order."""
    blocks = list(_blocks_in(document, passage.span))
    opening = [(one.span, flatten(one.span.of(document.text))) for one in blocks if one.kind == "heading"]

    def headings(at: Span) -> str:
        return " . ".join((*passage.headings, *(words for span, words in opening if span < at)))

    units: list[Unit] = []
    tables = [table for table in document.tables if table.span.overlaps(passage.span)]
    for table in tables:
        if _is_foot(table.span.of(document.text)):
            units.append(Unit(document, passage, table.span, "signature", headings=headings(table.span)))
            continue
        units.extend(_rows(document, passage, table, headings(table.span)))
    for block in blocks:
        if block.kind == "table" or any(table.span.overlaps(block.span) for table in tables):
            continue
        units.extend(_sentences(document, passage, block, headings(block.span)))
    return sorted(units, key=lambda unit: unit.span)


def _is_foot(text: str) -> bool:
    """Whether a table lays out the addressees and who signs."""
    return len(text) < FIRST and _ADDRESSEES.search(text) is not None and _UPPER_OFFICE.search(text) is not None


def _narrated(document: Document, start: int) -> str:
    """The text running up to `start`, `NARRATIVE` characters at most."""
    return Span(max(0, start - NARRATIVE), start).of(document.text)


def _told_year(document: Document, start: int) -> int | None:
    """The single year last named in the text running up to `start`."""
    said = [one for one in said_in(without_asides(_narrated(document, start))) if one.single]
    return said[-1].low if said else None


def _blocks_in(document: Document, span: Span) -> Iterator[Block]:
    found = False
    for block in document.blocks:
        if block.span.overlaps(span) and block.kind != "furniture":
            found = True
            yield Block(block.kind, Span(max(block.span.start, span.start), min(block.span.end, span.end)), block.level)
    if not found:
        yield Block("paragraph", span)


def _sentences(document: Document, passage: Passage, block: Block, headings: str) -> Iterator[Unit]:
    text = block.span.of(document.text)
    kind: UnitKind = "sentence"
    if _UPPER_OFFICE.search(text) and len(text) < 600:
        kind = "signature"
    elif block.span.start < FIRST and _heads(document, block, text):
        kind = "head"
    elif byline_in(text) is not None:
        kind = "byline"
    if kind != "sentence":
        yield Unit(document, passage, block.span, kind, headings=headings)
        return
    lead = _lead_in(document, block)
    whole = _whole(document, block)
    previous: list[str] = []
    if whole.start < block.span.start:  # the passage begins inside the block: what was cut off still leads in
        cut = Span(whole.start, block.span.start).of(document.text)
        previous = [flatten(one.of(cut)) for one in sentences(cut)][-2:]
    for span in sentences(text):
        unit_span = Span(block.span.start + span.start, block.span.start + span.end)
        told = _told_year(document, unit_span.start)
        yield Unit(document, passage, unit_span, "sentence", " ".join(previous[-2:]), lead, headings, told_year=told)
        previous.append(flatten(span.of(text)))


def _heads(document: Document, block: Block, text: str) -> bool:
    """Whether a block near the top is a letterhead, or the line that says when an article was published."""
    if _STAMP.fullmatch(text):
        return True
    titles = [one.span.start for one in document.blocks if one.kind == "title"]
    return len(text) < 400 and _ISSUED.search(text) is not None and (not titles or block.span.start <= titles[0])


def _whole(document: Document, part: Block) -> Span:
    return next((one.span for one in document.blocks if one.span.contains(part.span)), part.span)


def _lead_in(document: Document, block: Block) -> str:
    """The nearest paragraph above that ends in a colon, when only list items stand between it and `block`; for a reply
    ("Trả lời: ...") what it replies to."""
    position = next((i for i, one in enumerate(document.blocks) if one.span.contains(block.span)), None)
    if position is None:
        return ""
    if position and REPLIES.match(document.blocks[position].span.of(document.text)):
        return flatten(document.blocks[position - 1].span.of(document.text))[:300]
    for back in range(position - 1, max(-1, position - 12), -1):
        above = document.blocks[back]
        text = above.span.of(document.text)
        if leads_in(text):
            return flatten(text)[-300:]
        if above.kind != "item":
            return ""
    return ""


def leads_in(text: str) -> bool:
    """Whether a line ends in a colon: what it says holds for the lines of the list below it."""
    return _LEADS_IN.search(text) is not None


def _rows(document: Document, passage: Passage, table: Table, headings: str) -> Iterator[Unit]:
    grid: dict[int, list[tuple[int, Span]]] = {}
    over: dict[int, list[str]] = {}
    for cell in table.cells:
        if cell.row < table.header_rows:
            words = flatten(cell.span.of(document.text))
            for column in range(cell.column, cell.column + cell.column_span):
                if words and words not in over.setdefault(column, []):
                    over[column].append(words)
        else:
            grid.setdefault(cell.row, []).append((cell.column, cell.span))
    caption = flatten(table.caption.of(document.text)) if table.caption else ""
    group = ""
    counted = table.counts_rows(document.text)
    for row in sorted(grid):
        cells = sorted(grid[row])
        spans = [span for _, span in cells]
        whole = Span(min(one.start for one in spans), max(one.end for one in spans))
        filled = [flatten(span.of(document.text)) for span in spans]
        if len([one for one in filled if one]) <= 2 and not any(re.fullmatch(r"[\d.,%-]+", one) for one in filled[1:]):
            group = " ".join(one for one in filled if one)
        if not passage.span.overlaps(whole):
            continue
        columns = tuple(NUMBERING if not column and counted else " ".join(over.get(column, [])) for column, _ in cells)
        about = " . ".join(part for part in (headings, caption, table.unit or "") if part)
        yield Unit(document, passage, whole, "row", group, caption, about, tuple(spans), columns)
