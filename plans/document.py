"""Documents and the parts of them that carry offsets.

`Document.text` is the source as it stands (NFC, nothing removed): page furniture, Markdown marks and line ends stay, so
that an offset means the same to us and to whoever opens the file. What is content, and of what sort, is said by `blocks`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range `[start, end)` of code-point offsets into `Document.text`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"A span needs 0 <= start <= end, got [{self.start}, {self.end}).")

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def shifted(self, by: int) -> Span:
        """The same stretch counted from elsewhere. Raises `ValueError` where it would begin before that."""
        return Span(self.start + by, self.end + by)

    def trimmed(self, text: str, left: str = "", right: str = "") -> Span:
        """Without white space, nor any of the characters given, at either end."""
        start, end = self.start, self.end
        while start < end and (text[start].isspace() or text[start] in left):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in right):
            end -= 1
        return Span(start, end)


@dataclass(frozen=True, slots=True)
class Locator:
    """Where a stretch of the text stands in the original file: a page, a sheet and cell, or a line (all from 1)."""

    span: Span
    page: int | None = None
    sheet: str | None = None
    cell: str | None = None
    line: int | None = None

    def __str__(self) -> str:
        if self.sheet is not None:
            return f"{self.sheet}!{self.cell}" if self.cell else self.sheet
        if self.page is not None:
            return f"tr. {self.page}"
        return f"dòng {self.line}" if self.line is not None else ""


BlockKind = Literal["title", "heading", "paragraph", "item", "table", "furniture"]


@dataclass(frozen=True, slots=True)
class Block:
    """A structural unit of a document, in reading order; blocks do not overlap.

    `level` is the depth of a heading (1 = outermost), 0 otherwise. A `furniture` block (menus, related links, comment
    forms, repeated captions and page headers) never becomes a passage.
    """

    kind: BlockKind
    span: Span
    level: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; `row` and `column` count from 0 in the grid after merged cells are laid out."""

    span: Span
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its cells in reading order, how many of its first rows are headings, and what its caption says."""

    span: Span
    cells: tuple[Cell, ...]
    header_rows: int = 1
    caption: Span | None = None
    unit: str | None = None  # "Đơn vị tính: triệu đồng" above the table, when it holds for every cell

    def counts_rows(self, text: str) -> bool:
        """Whether the first column numbers the rows 1, 2, 3, ..., whatever stands over it; `text` is the document's."""
        first = [one.span.of(text).strip(" *.)") for one in self.cells if one.column == 0 and one.row >= self.header_rows]
        numbers = [int(one) for one in first if one.isdecimal()]
        return len(numbers) > 2 and numbers == list(range(1, len(numbers) + 1))


DocumentKind = Literal["resolution", "plan", "report", "decision", "directive", "article", "other"]


@dataclass(frozen=True, slots=True)
class Document:
    """A source as ingested. `doc_id` is a hash of the text; `path` is relative to the corpus root, "/"-separated."""

    doc_id: str
    path: str
    title: str
    text: str
    publisher: str | None = None
    published: date | None = None
    number: str | None = None  # "159/KH-UBND"
    kind: DocumentKind = "other"
    places: tuple[str, ...] = ()  # long names, the place it is about first: ("thị xã Cai Lậy", "tỉnh Tiền Giang")
    years: tuple[int, ...] = ()  # years planned for or reported on, the main one first
    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    locators: tuple[Locator, ...] = ()
    machine_read: bool = False  # text recognised from an image: its numbers are unverified
    aliases: tuple[str, ...] = field(default=())  # other paths that hold the same text

    def locate(self, span: Span) -> Locator:
        """The most precise locator of `span`: the cell or page that holds its start, else its line."""
        holding = [one for one in self.locators if one.span.start <= span.start < max(one.span.end, one.span.start + 1)]
        if holding:
            return min(holding, key=lambda one: len(one.span))
        return Locator(span, line=self.text.count("\n", 0, span.start) + 1)


@dataclass(frozen=True, slots=True)
class Passage:
    """The unit of retrieval: always `document.text[span.start:span.end] == text`.

    `context` is what stands in front of the passage when it is embedded and indexed (title, place, date, headings, the
    header row of its table); it is never part of the quote. `headings` go from the outermost to the nearest.
    """

    passage_id: str  # f"{doc_id}:{start}-{end}"
    doc_id: str
    span: Span
    text: str
    headings: tuple[str, ...] = ()
    context: str = ""
