"""Text, tables and units to a `Document`: what every reader ends with."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath

from ingest import limits
from ingest.clean import furniture, is_image, is_phrase, junk_prefix
from ingest.letterhead import letter_subject, says_head
from ingest.metadata import describe, is_official
from ingest.structure import Unit, adjoin, classify, units, with_signatures
from ingest.tables import TableRegion, find_tables, unit_line
from ingest.titles import article_title, names_kind, official_title
from plans.document import Block, Document, Locator, Span, Table
from plans.errors import DocumentError, LimitError
from plans.text import flatten

_CAPTION = re.compile(r"^(?:bảng|biểu|phụ lục|phụ biểu|danh mục)\b", re.IGNORECASE)
_TABLE_NAME = re.compile(r"\W*(?:bảng|biểu)\b", re.IGNORECASE)
_CAPTION_REACH = 4  # units above a table looked at for its caption and unit


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What a file says of itself outside its text: properties, meta elements."""

    title: str | None = None
    publisher: str | None = None
    published: date | None = None


def compose(
    text: str,
    path: str,
    *,
    regions: Sequence[TableRegion] | None = None,
    prose: Sequence[Unit] | None = None,
    locators: tuple[Locator, ...] = (),
    facts: FileFacts | None = None,
    machine_read: bool = False,
    furnished: bool = True,
) -> Document:
    """A document from its text. `regions` are its tables and `prose` its units outside them, both found in the text when
    None; `facts` are used where an official document does not say, and before what an article says. `furnished`: lines of
    a web page may stand above the title. Raises `DocumentError` when there is no text in it."""
    if len(text) > limits.MAX_TEXT_CHARACTERS:
        raise LimitError(f"{path} holds more than {limits.MAX_TEXT_CHARACTERS} characters; split the file.")
    if not any(character.isalnum() for character in text):
        raise DocumentError(f"{path} holds no text; check that it is the right file.")
    found = find_tables(text) if regions is None else list(regions)
    official = is_official(text)
    stretches, fixed = _settled(text, found)
    running = with_signatures(text, units(text, stretches) if prose is None else prose)
    headline, title_blocks, dropped = _title(text, running, official, not found, furnished)
    if official and title_blocks:
        fixed.extend(_letterhead(text, running[: min(title_blocks)]))
        dropped |= set(range(min(title_blocks)))
    kept = [
        # neither a caption nor the line that says when it was published is a heading
        replace(unit, settled=unit.settled or (index > 0 and is_image(running[index - 1].words)) or is_phrase(unit.words))
        for index, unit in enumerate(running)
        if index not in dropped and index not in title_blocks
    ]
    tables = [region.table for region in found if region.table is not None]
    blocks = [
        *fixed,
        *(_title_block(text, running, title_blocks)),
        *(Block("furniture", running[index].span) for index in sorted(dropped - title_blocks) if not official),
        *classify(text, kept, [table.span for table in tables], official),
    ]
    blocks.sort(key=lambda block: block.span)
    captioned = tuple(_captioned(text, table, blocks) for table in tables)
    blocks = _with_captions_below(text, blocks, {table.caption for table in captioned})
    content = "\n".join(block.span.of(text) for block in blocks if block.kind != "furniture")
    tabled = sum(len(table.span) for table in tables) > len(content) / 2
    facts = facts or FileFacts()
    name = headline or facts.title or _first_words(text, blocks) or PurePosixPath(path).stem
    known = describe(text, name, official, content, tabled)
    return Document(
        doc_id=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        path=path,
        title=name,
        text=text,
        publisher=(known.publisher or facts.publisher) if official else (facts.publisher or known.publisher),
        published=(known.published or facts.published) if official else (facts.published or known.published),
        number=known.number,
        kind=known.kind,
        places=known.places,
        years=known.years,
        blocks=tuple(blocks),
        tables=captioned,
        locators=locators,
        machine_read=machine_read,
    )


def _settled(text: str, regions: Sequence[TableRegion]) -> tuple[list[Span], list[Block]]:
    """The stretches between the tables, and the blocks that need no more thought: tables, letterheads, signatures."""
    stretches: list[Span] = []
    fixed: list[Block] = []
    at = 0
    for region in regions:
        stretches.append(Span(at, region.span.start))
        at = region.span.end
        if region.table is not None:
            fixed.append(Block("table", region.span))
        else:
            fixed.extend(_layout(text, region))
    return [*stretches, Span(at, len(text))], fixed


def _letterhead(text: str, before: Sequence[Unit]) -> list[Block]:
    """The lines above the title of an official document, as one block (more where a table stands between them)."""
    blocks: list[Block] = []
    for index, unit in enumerate(before):
        if index and not before[index - 1].marked and adjoin(text, before[index - 1], unit):
            blocks[-1] = Block("paragraph", Span(blocks[-1].span.start, unit.span.end))
        else:
            blocks.append(Block("paragraph", unit.span))
    return blocks


def _layout(text: str, region: TableRegion) -> list[Block]:
    """A letterhead is one block; of a signature table, the addressees and each signature are blocks of their own."""
    if says_head(region.span.of(text)):
        return [Block("paragraph", Span(region.cells[0].start, region.cells[-1].end))]
    return [Block("paragraph", cell) for cell in region.cells]


def _title(
    text: str, prose: Sequence[Unit], official: bool, alone: bool, furnished: bool
) -> tuple[str, set[int], set[int]]:
    """The title on one line, the indices of its units, and the indices of furniture."""
    if official:
        found, letter = official_title(prose), letter_subject(text)
        if letter is not None and (
            found is None or letter[0] < prose[found[0]].span.start or not names_kind(prose[found[0]])
        ):
            return f"V/v {letter[1]}", set(), set()
        if found is None:
            return "", set(), set()
        first, end = found
        end = next((at for at in range(first + 1, end) if not adjoin(text, prose[at - 1], prose[at])), end)
        chosen = set(range(first, end))
        return " ".join(prose[index].words for index in sorted(chosen)), chosen, set()
    index = article_title(text, prose, alone, furnished)
    dropped = furniture(prose, index, furnished)
    if index is None:
        return "", set(), dropped
    words = flatten(prose[index].span.of(text)[junk_prefix(prose[index].span.of(text)) :])
    return words, {index}, dropped


def _title_block(text: str, prose: Sequence[Unit], chosen: set[int]) -> list[Block]:
    if not chosen:
        return []
    first, last = prose[min(chosen)].span, prose[max(chosen)].span
    return [Block("title", Span(first.start + junk_prefix(first.of(text)), last.end))]


def _with_captions_below(text: str, blocks: Sequence[Block], captions: Container[Span | None]) -> list[Block]:
    """The blocks, headings that are mere captions ("Bảng 1. ...") one level below the heading that they stand under: what
    comes behind the table is still of that section."""
    made: list[Block] = []
    level = 0
    for block in blocks:
        if block.kind == "heading" and block.span in captions and _TABLE_NAME.match(flatten(block.span.of(text))):
            made.append(replace(block, level=level + 1))
            continue
        level = block.level if block.kind == "heading" else level
        made.append(block)
    return made


def _captioned(text: str, table: Table, blocks: Sequence[Block]) -> Table:
    """The table with the caption and the unit that stand above it."""
    above = [block for block in blocks if block.span.end <= table.span.start and block.kind != "furniture"][
        -_CAPTION_REACH:
    ]
    unit: str | None = None
    caption: Span | None = None
    nearest = True  # of the blocks above, units and remarks aside
    for block in reversed(above):
        if block.kind == "table" or caption is not None:
            break
        words = flatten(block.span.of(text))
        if unit is None and (found := unit_line(words)):
            unit = found
        elif words.startswith("(") or len(words) > 300:
            continue
        elif (
            block.kind in ("heading", "title")
            or _CAPTION.match(words)
            or (nearest and len(words) <= 200 and not words.endswith((".", ";")))
        ):
            caption = block.span
        else:
            nearest = False
    return replace(table, caption=caption, unit=unit)


def _first_words(text: str, blocks: Sequence[Block]) -> str:
    """A title for a text that has none: the first words outside tables, up to 120 characters."""
    first = next((block.span.of(text) for block in blocks if block.kind not in ("table", "furniture")), "")
    words = flatten(first[:600])
    sentence = words.split(". ")[0]
    if len(sentence) <= 120:
        return sentence.rstrip(".")
    return sentence[:120].rsplit(" ", 1)[0].rstrip(",;:") + "…"
