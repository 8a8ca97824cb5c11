"""Saved web pages: the article without the page around it, tables kept as tables, scripts never run.

trafilatura says which text is the article; the page itself is then walked in order, so that headings, lists and tables
keep their structure.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lxml.html
import trafilatura
from lxml import etree

from ingest import limits
from ingest.encodings import decode
from ingest.readers.builder import Builder, GridCell
from ingest.readers.html_article import ArticleText, Line, kept_lines
from ingest.readers.html_facts import Head, facts_of, title_heading
from ingest.readers.html_text import cells_of, is_letterhead, is_linked, leaves, lines_of, rows_of, words_of
from ingest.table_grid import place_merged
from plans.document import Document
from plans.errors import DocumentError, LimitError
from plans.text import flatten

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # a page it finds no article in is nothing to report

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\ufeff?\s*<\?xml[^>]{0,200}\?>")
_LEAST_ARTICLE = 80  # characters


def read_html(path: Path, name: str) -> Document:
    """`name` is the path that the document will carry."""
    if path.stat().st_size > limits.MAX_HTML_BYTES:
        raise LimitError(f"{name} is larger than {limits.MAX_HTML_BYTES // limits.MEGABYTE} MB; save only the article.")
    source = _XML_DECLARATION.sub("", _decoded(path.read_bytes(), name))
    parser = lxml.html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        page = lxml.html.document_fromstring(source, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise DocumentError(f"{name} holds no readable page; save it again as a complete page.") from error
    _check(page, name)
    _open_page_form(page)
    head, article = Head(page), _article_text(source)
    heading = title_heading(page, head, article)
    builder = Builder(name)
    reading = _Page(page, builder, heading, name)
    if article is None or not reading.add_article(article):
        reading.add_all()
    return builder.document(facts_of(page, head, heading))


def _decoded(data: bytes, name: str) -> str:
    """By the bytes themselves, then by the charset that the page declares."""
    try:
        return decode(data, name)
    except DocumentError:
        declared = _CHARSET.search(data[:4096])
        if declared is None:
            raise
        try:
            return data.decode(declared.group(1).decode("ascii"))
        except (LookupError, UnicodeDecodeError) as error:
            said = declared.group(1).decode("ascii")
            raise DocumentError(f"{name} says it is in {said} but is not; save it again as UTF-8.") from error


def _check(page: Any, name: str) -> None:
    """Raises `LimitError` for a page of too many elements, or of elements nested too deeply."""
    elements = depth = 0
    for event, _ in etree.iterwalk(page, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        if elements > limits.MAX_HTML_ELEMENTS:
            raise LimitError(f"{name} has more than {limits.MAX_HTML_ELEMENTS} elements; save only the article.")
        if depth > limits.MAX_HTML_DEPTH:
            raise LimitError(f"{name} has elements nested more than {limits.MAX_HTML_DEPTH} deep; save only the article.")


def _open_page_form(page: Any) -> None:
    """Takes away the <form> around a whole page (ASP.NET), but nothing of what is inside; other forms stay."""
    body = page.find("body")
    for form in [] if body is None else list(body.iter("form")):
        if len(words_of(form)) > len(words_of(body)):
            form.drop_tag()


def _article_text(source: str) -> ArticleText | None:
    """What trafilatura takes for the article; None when it finds almost nothing."""
    try:
        found = trafilatura.extract(
            source,
            include_tables=True,
            include_comments=False,
            favor_recall=True,
            deduplicate=False,
        )
    except Exception:  # whatever breaks in it, the page can still be walked as a whole
        return None
    return ArticleText(found) if found and len(found) >= _LEAST_ARTICLE else None


class _Page:
    """Reads a page in order into a builder. `heading` is the element of its title, if it has any."""

    def __init__(self, page: Any, builder: Builder, heading: Any, name: str) -> None:
        body = page.find("body")
        self._builder = builder
        self._heading = heading
        self._name = name
        self._grids: dict[Any, list[GridCell]] = {}
        self._letterheads: set[Any] = set()
        self._lines = [
            line for element, home in leaves(body if body is not None else page) for line in self._read(element, home)
        ]

    def add_all(self) -> None:
        for line in self._lines:
            self._add(line)

    def add_article(self, article: ArticleText) -> bool:
        """Adds the title and the lines of the article; False, and nothing added, when the page holds too few of them."""
        kept = kept_lines(self._lines, article, self._heading)
        chosen = [line for line, keep in zip(self._lines, kept, strict=True) if keep or line.element in self._letterheads]
        if sum(len(line.words) for line in chosen) < len(article) / 2:
            return False
        titled = next((index for index, line in enumerate(self._lines) if self._is_title(line)), 0)
        above = self._letterheads.intersection(line.element for line in self._lines[:titled])
        for line in chosen:
            if line.element in above:
                self._add(line)
        if self._heading is not None:
            self._builder.paragraph(words_of(self._heading), heading=1)
        for line in chosen:
            if line.element not in above and not self._is_title(line):
                self._add(line)
        return True

    def _is_title(self, line: Line) -> bool:
        return self._heading is not None and self._heading in (
            line.element,
            line.home,
            *line.home.iterancestors("h1", "h2", "h3"),
        )

    def _read(self, element: Any, home: Any) -> Iterator[Line]:
        """The lines of an element without blocks, the table of a table of data, the cells of a letterhead or single row."""
        if element.tag != "table":
            linked = is_linked(element, home)
            for words, bold in lines_of(element):
                yield Line(words, element, home, bold, linked)
            return
        cells = self._cells(element)
        said = tuple(cell.text for cell in cells)
        linked = sum(len(words_of(link)) for link in element.iter("a")) > len(" ".join(said)) / 2
        columns = max((cell.column + cell.column_span for cell in cells), default=0)
        rows = max((cell.row + 1 for cell in cells), default=0)
        letterhead = is_letterhead(element)
        if columns < 2 or rows < 2 or letterhead:
            self._letterheads.update([element] if letterhead else [])
            yield from (Line(words, element, home, linked=linked) for words in said if words)
        elif sum(map(bool, said)) >= 2:
            self._grids[element] = cells
            yield Line(" ".join(said), element, home, linked=linked, cells=said)

    def _add(self, line: Line) -> None:
        if not line.is_table:
            tag = str(line.element.tag)
            heading = int(tag[1]) if re.fullmatch(r"h[1-6]", tag) else 0
            self._builder.paragraph(line.words, heading=heading, bold=line.bold, listed=tag == "li")
            return
        caption = line.element.find("caption")
        if caption is not None:
            self._builder.paragraph(words_of(caption), bold=True)
        self._builder.table(self._grids[line.element])

    def _cells(self, table: Any) -> list[GridCell]:
        """Cells with their extents, laid out as browsers do."""
        cells: list[GridCell] = []
        taken: set[tuple[int, int]] = set()
        rows = rows_of(table)
        for index, row in enumerate(rows):
            column = 0
            headed = next(row.iterancestors("thead"), None) is not None
            inside = cells_of(row)
            headed = headed or (bool(inside) and all(cell.tag == "th" for cell in inside))
            for cell in inside:
                width = _extent(cell.get("colspan"), limits.MAX_COLUMNS)
                height = min(_extent(cell.get("rowspan"), len(rows)), len(rows) - index)
                full = len(taken) > limits.MAX_CELLS
                place = None if full else place_merged(index, column, height, width, taken)
                if place is None:
                    raise LimitError(
                        f"{self._name} has a table of more than {limits.MAX_COLUMNS} columns; save it smaller."
                    )
                cells.append(GridCell(flatten(words_of(cell)), index, place.column, height, width, None, headed))
                column = place.column + width
        return cells


def _extent(value: str | None, most: int) -> int:
    return max(1, min(int(value), most)) if value and value.strip().isdecimal() else 1
