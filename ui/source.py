"""A document as an article to read, opened at what is cited: readable paragraphs, real tables, furniture folded away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from plans.document import Block, Document, Span, Table
from ui.html import Html, join, tag
from ui.marks import inline
from ui.strings import Strings

WINDOW = 120_000  # characters of a document shown around the citation
LONG_CELL = 24  # characters from which a cell claims some width
ROWS = 300  # rows of a table shown around the citation


@dataclass(frozen=True, slots=True)
class Opened:
    """What the reader looks at: a document, the quotes marked in it, and the answers marked more strongly within them."""

    document: Document
    quotes: tuple[Span, ...] = ()
    answers: tuple[Span, ...] = ()


def empty(words: Strings) -> Html:
    return tag(
        "div",
        tag("div", "❝", class_="empty-mark", aria_hidden="true"),
        tag("p", words.article_empty, class_="empty-title"),
        tag("p", words.article_hint, class_="empty-hint"),
        class_="article-empty",
    )


def message(text: str) -> Html:
    return tag("div", tag("p", text, class_="empty-hint"), class_="article-empty")


def article(opened: Opened, words: Strings) -> Html:
    """The whole pane: who published what and when, then the text."""
    document = opened.document
    window = _window(document.text, opened.quotes)
    cut = len(window) < len(document.text)
    body = join(_body(opened, window, words))
    return tag(
        "article",
        _header(opened, words),
        tag("p", words.machine_read, class_="warning") if document.machine_read else None,
        tag("p", words.shown_part, class_="warning") if cut else None,
        tag("div", body, class_="article-body", lang="vi"),
        class_="article",
        aria_label=document.title,
    )


def byline(document: Document, words: Strings) -> list[str]:
    """Publisher, number, day and place: what an official needs to cite the document."""
    day = words.day(document.published) if document.published else None
    known = (document.publisher, document.number, day, document.places[0] if document.places else None)
    return [words.document_kinds[document.kind], *(part for part in known if part)]


def _header(opened: Opened, words: Strings) -> Html:
    document = opened.document
    locator = str(document.locate(opened.quotes[0])) if opened.quotes else ""
    where = tag("span", locator, class_="locator") if locator else None
    return tag(
        "header",
        tag("h2", document.title or document.path),
        tag("p", *(tag("span", part) for part in byline(document, words)), where, class_="byline"),
        tag("p", original_link(opened, words), tag("span", document.path, class_="path"), class_="file"),
        class_="article-head",
    )


def original_link(opened: Opened, words: Strings) -> Html:
    """A link to the file as it was read; a PDF opens at the cited page."""
    document = opened.document
    page = document.locate(opened.quotes[0]).page if opened.quotes else None
    is_pdf = PurePosixPath(document.path).suffix.lower() == ".pdf"
    anchor = f"#page={page}" if page and is_pdf else ""
    label = words.original_page.format(page=page) if anchor else words.original
    return tag("a", label, href=f"original/{document.doc_id}{anchor}", target="_blank", rel="noopener")


def _window(text: str, quotes: Sequence[Span]) -> Span:
    if len(text) <= WINDOW:
        return Span(0, len(text))
    start = max(0, (quotes[0].start if quotes else 0) - WINDOW // 2)
    return Span(start, min(len(text), start + WINDOW))


def cover(document: Document) -> Iterator[Block]:
    """The document's blocks, and paragraphs for whatever words stand between them: no citation can be out of sight."""
    position = 0
    for block in sorted(document.blocks, key=lambda one: one.span):
        yield from _paragraphs(document.text, Span(position, max(position, block.span.start)))
        yield block
        position = max(position, block.span.end)
    yield from _paragraphs(document.text, Span(position, len(document.text)))


def _paragraphs(text: str, span: Span) -> Iterator[Block]:
    start = span.start
    for line in span.of(text).splitlines(keepends=True):
        if line.strip():
            yield Block("paragraph", Span(start, start + len(line)))
        start += len(line)


def _body(opened: Opened, window: Span, words: Strings) -> Iterator[Html]:
    furniture: list[Html] = []
    cited = False
    for block in cover(opened.document):
        if not block.span.overlaps(window):
            continue
        marked = any(block.span.overlaps(quote) for quote in opened.quotes)
        shown = _block(opened, block, window, words)
        if opened.quotes and not cited and block.span.overlaps(opened.quotes[0]):
            cited = True
            shown = tag("div", shown, id="cited", tabindex="-1", role="group", aria_label=words.cited_here)
        if block.kind == "furniture" and not marked:
            furniture.append(shown)
            continue
        yield from _folded(furniture, words)
        yield shown
    yield from _folded(furniture, words)


def _folded(furniture: list[Html], words: Strings) -> Iterator[Html]:
    if furniture:
        yield tag("details", tag("summary", words.outside_article), *furniture, class_="furniture")
        furniture.clear()


def _block(opened: Opened, block: Block, window: Span, words: Strings) -> Html:
    if block.kind == "table":
        return join(_table_block(opened, block, words))
    span = Span(max(block.span.start, window.start), min(block.span.end, window.end))
    text = inline(opened.document.text, span, opened.quotes, opened.answers)
    if block.kind == "title":
        return tag("p", text, class_="in-title")
    if block.kind == "heading":
        return tag(f"h{min(max(block.level, 1) + 2, 6)}", text)
    return tag("p", text, class_=block.kind)


def _table_block(opened: Opened, block: Block, words: Strings) -> Iterator[Html]:
    """The tables of a block, and as they stand the lines of it that belong to no table."""
    text = opened.document.text
    position = block.span.start
    tables = sorted((one for one in opened.document.tables if one.span.overlaps(block.span)), key=lambda one: one.span)
    for table in tables:
        if table.span.start > position:
            yield from _lines(opened, Span(position, table.span.start))
        yield _table(opened, table, words)
        position = max(position, table.span.end)
    if position < block.span.end and Span(position, block.span.end).of(text).strip():
        yield from _lines(opened, Span(position, block.span.end))


def _lines(opened: Opened, span: Span) -> Iterator[Html]:
    text = inline(opened.document.text, span, opened.quotes, opened.answers)
    if text.strip():
        yield tag("pre", text, tabindex="0")


def _table(opened: Opened, table: Table, words: Strings) -> Html:
    rows: dict[int, list[Html]] = {}
    cited_rows: set[int] = set()
    for cell in sorted(table.cells, key=lambda one: (one.row, one.column)):
        quoted = len(cell.span) > 0 and any(cell.span.overlaps(quote) for quote in opened.quotes)
        if quoted:
            cited_rows.add(cell.row)
        heading = cell.row < table.header_rows
        said = any(cell.span.overlaps(answer) for answer in opened.answers)
        rows.setdefault(cell.row, []).append(
            tag(
                "th" if heading else "td",
                inline(opened.document.text, cell.span, opened.quotes, opened.answers),
                scope="col" if heading else None,
                rowspan=cell.row_span if cell.row_span > 1 else None,
                colspan=cell.column_span if cell.column_span > 1 else None,
                class_="said-cell" if said and quoted else "long" if len(cell.span) > LONG_CELL else None,
            )
        )
    shown = _shown_rows(sorted(rows), table.header_rows, cited_rows)
    body = [tag("tr", *rows[row], class_="cited-row" if row in cited_rows else None) for row in shown]
    left_out = len(rows) - len(shown)
    note = tag("p", words.hidden_rows.format(count=words.number(left_out)), class_="hidden-rows") if left_out else None
    return tag("div", tag("table", tag("tbody", *body)), note, class_="table-scroll", tabindex="0", role="region")


def _shown_rows(rows: list[int], header_rows: int, cited: set[int]) -> list[int]:
    if len(rows) <= ROWS:
        return rows
    first = max(header_rows, min(cited, default=header_rows) - ROWS // 2)
    return [row for row in rows if row < header_rows or first <= row < first + ROWS]
