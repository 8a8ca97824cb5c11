"""Documents to passages: whole blocks packed up to a length in tokens; a block that is longer alone is cut at sentences.

Cuts are made by langchain-text-splitters at the first of these that is fine enough: blank lines, list items, sentences,
";" of indicator lists, ",", and at last white space that stands beside no number. Furniture is skipped, and a passage
never reaches over it. A table is cut between rows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from langchain_text_splitters import RecursiveCharacterTextSplitter

from plans.document import Document, Passage, Span, Table
from plans.text import REPLIES, canonical, flatten, syllables

PASSAGE_TOKENS = 200  # with the context in front about 240, half of what the model can read; no other size was tried
_TITLE_CHARACTERS = 200  # what stands in front costs as much to embed as the passage itself
_HEADING_CHARACTERS = 90
_HEADINGS_IN_FRONT = 2  # the nearest
_ASKED_CHARACTERS = 200
_TABLE_HEAD_CHARACTERS = 400
_TOLERANCE = 1.2  # a block this much longer than a passage is left whole
_HARD_LIMIT = 6000  # characters; a run without any place to cut is cut here

CountTokens = Callable[[str], int]

_CAPITAL = "A-ZÀ-ÖØ-ÞĂĐĨŨƠƯẠ-ỹ"  # the last range holds both cases; a sentence's first letter is what matters
_SEPARATORS = [
    r"\n[ \t]*\n",
    r"\n(?=[ \t]*(?:[-+•*–]|[0-9]{1,2}[.)]|[a-zđ][.)])[ \t])",
    # a full stop that ends a sentence follows a word, not an initial or an abbreviation ("TX. Cai Lậy", "Ths. Nguyễn")
    rf"(?<=[.!?…])(?<!\b[A-ZĐ]\.)(?<!\b[A-ZĐ]\w\.)(?<!\b[A-ZĐ]\w\w\.)\s+(?=[“\"'(\[]?[{_CAPITAL}])",
    r"(?<=;)\s+",
    r"(?<=,)\s+",
    r"(?<!\d)\s+(?!\d)",
]


_OPENING = re.compile(r".*?(?::\s|[.!?…;]\s)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a document on its way to become (a part of) a passage."""

    span: Span
    tokens: int
    headings: tuple[str, ...]  # above it; those that stand inside it are not among them
    opens: bool = False  # a heading: it belongs to what follows
    lead: str = ""  # what opens the list or heads the table that it continues


def split(document: Document, count_tokens: CountTokens, size: int = PASSAGE_TOKENS) -> list[Passage]:
    """Passages in reading order, at most about `size` tokens each; `document.text[start:end] == passage.text`."""
    passages: dict[Span, Passage] = {}
    for piece in _Cutter(document, count_tokens, size).pieces():
        span = piece.span.trimmed(document.text)
        text = span.of(document.text)
        if not syllables(text):
            continue
        identity = f"{document.doc_id}:{span.start}-{span.end}"
        context = _context(document, piece)
        passages[span] = Passage(identity, document.doc_id, span, text, piece.headings, context)
    return list(passages.values())


class _Cutter:
    """Walks the blocks of one document."""

    def __init__(self, document: Document, count_tokens: CountTokens, size: int) -> None:
        self._document = document
        self._count = count_tokens
        self._size = size
        self._splitter = RecursiveCharacterTextSplitter(
            separators=_SEPARATORS,
            is_separator_regex=True,
            keep_separator=True,
            chunk_size=size,
            chunk_overlap=0,
            length_function=count_tokens,
            add_start_index=True,
        )

    def pieces(self) -> Iterator[_Piece]:
        """Passages to be, in reading order."""
        above: list[tuple[int, str]] = []  # the headings over the block at hand, with their levels
        group: list[_Piece] = []  # what may still share a passage
        asked = ""  # the paragraph before, to which this one may reply
        for block in self._document.blocks:
            headings = tuple(text for _, text in above)
            if block.kind == "furniture":
                yield from self._packed(group)
                group = []
            elif block.kind == "table":
                yield from self._packed(group)
                group = []
                yield from self._rows(block.span, headings)
            elif block.kind == "heading":
                if not all(piece.opens for piece in group):
                    yield from self._packed(group)
                    group = []
                text = block.span.of(self._document.text)
                level = max(1, block.level)
                above = [one for one in above if one[0] < level]
                headings = tuple(one for _, one in above)
                group.append(_Piece(block.span, self._count(text), headings, opens=True))
                above.append((level, _shortened(text)))
            elif asked and REPLIES.match(block.span.of(self._document.text)):
                group.extend(self._cut(block.span, headings, _shortened(asked, _ASKED_CHARACTERS)))
            else:
                group.extend(self._cut(block.span, headings))
            asked = block.span.of(self._document.text) if block.kind in ("item", "paragraph") else ""
        yield from self._packed(group)

    def _packed(self, group: list[_Piece]) -> Iterator[_Piece]:
        """Neighbours joined while they fit; a heading is never left at the end of a passage that it does not open."""
        held: _Piece | None = None
        for piece in group:
            if held is not None and (held.opens or held.tokens + piece.tokens <= self._size):
                span = Span(held.span.start, piece.span.end)
                held = _Piece(span, held.tokens + piece.tokens, held.headings, held.opens and piece.opens, held.lead)
            else:
                if held is not None:
                    yield held
                held = piece
        if held is not None:
            yield held

    def _cut(self, span: Span, headings: tuple[str, ...], lead: str = "") -> Iterator[_Piece]:
        """A block as it is, or in pieces where it is clearly longer than a passage."""
        for start in range(span.start, span.end, _HARD_LIMIT * 100):  # keeps the splitter's recursion shallow
            part = Span(start, min(span.end, start + _HARD_LIMIT * 100))
            text = part.of(self._document.text)
            tokens = self._count(text)
            if tokens <= self._size * _TOLERANCE:
                yield _Piece(part, tokens, headings, lead=lead)
                continue
            opening = _opening(text)
            for number, chunk in enumerate(self._splitter.create_documents([text])):
                first = part.start + int(chunk.metadata["start_index"])
                last = first + len(chunk.page_content)
                for at in range(first, last, _HARD_LIMIT):
                    inner = Span(at, min(last, at + _HARD_LIMIT))
                    tokens = self._count(inner.of(self._document.text))
                    yield _Piece(inner, tokens, headings, lead=lead or (opening if number else ""))

    def _rows(self, span: Span, headings: tuple[str, ...]) -> Iterator[_Piece]:
        """A table in groups of whole rows, each with what stands over the table."""
        table = next((one for one in self._document.tables if one.span.overlaps(span)), None)
        if table is None or not table.cells:
            yield from self._cut(span, headings)
            return
        over = _table_head(table, self._document.text)
        held: Span | None = None
        held_tokens = 0
        for row in _row_spans(table):
            reached = Span(held.end if held is not None else row.start, row.end)  # with what stands between the rows
            tokens = self._count(reached.of(self._document.text))
            if held is not None and held_tokens + tokens > self._size:
                yield from self._cut(held, headings, over)
                held = None
            held, held_tokens = (row, tokens) if held is None else (Span(held.start, row.end), held_tokens + tokens)
        if held is not None:
            yield from self._cut(held, headings, over)


def _row_spans(table: Table) -> list[Span]:
    """The stretch of each row; rows that share cells, or whose stretches cross, count as one."""
    rows: dict[int, Span] = {}
    for cell in table.cells:
        known = rows.get(cell.row, cell.span)
        rows[cell.row] = Span(min(known.start, cell.span.start), max(known.end, cell.span.end))
    spans: list[Span] = []
    for span in sorted(rows.values()):
        if spans and span.start < spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, span.end))
        else:
            spans.append(span)
    return spans


def _table_head(table: Table, text: str) -> str:
    """Caption, unit and the cells of the header rows, each text once."""
    cells = [flatten(cell.span.of(text)) for cell in table.cells if cell.row < table.header_rows]
    caption = flatten(table.caption.of(text)) if table.caption else ""
    return " | ".join(dict.fromkeys(part for part in (caption, table.unit or "", *cells) if part))[:_TABLE_HEAD_CHARACTERS]


def _context(document: Document, piece: _Piece) -> str:
    """What a reader of the passage would know from the page: title, place, date, number, headings, the table's head."""
    titled = any(block.kind == "title" and piece.span.contains(block.span) for block in document.blocks)
    title = "" if titled else _shortened(document.title, _TITLE_CHARACTERS)
    facts = [*document.places[:2], f"năm {document.years[0]}" if document.years else "", document.number or ""]
    if document.published is not None:
        facts.append(f"ngày {document.published:%d/%m/%Y}")
    known = canonical(document.title)
    about = ", ".join(fact for fact in facts if fact and canonical(fact) not in known)
    return "\n".join(line for line in (title, about, " > ".join(piece.headings[-_HEADINGS_IN_FRONT:]), piece.lead) if line)


def _opening(text: str) -> str:
    """The words that a long block opens with, up to the colon of its list or the end of the first sentence."""
    match = _OPENING.match(text)
    return _shortened(match.group() if match else text)


def _shortened(text: str, limit: int = _HEADING_CHARACTERS) -> str:
    """One line of at most about `limit` characters, cut at a space."""
    line = flatten(text[: 4 * limit])
    return line if len(line) <= limit else line[:limit].rsplit(" ", 1)[0] + "…"
