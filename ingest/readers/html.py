"""Saved web pages: the article without the page around it, tables kept as tables, scripts never run.

trafilatura says which text is the article; the page itself is then walked in order, so that headings, lists and tables
keep their structure.
"""

from __future__ import annotations

import json
import logging
import re
from datetime import date
from pathlib import Path
from typing import Any

import lxml.html
import trafilatura
from lxml import etree

from ingest import limits
from ingest.compose import FileFacts
from ingest.encodings import decode
from ingest.readers.builder import Builder, GridCell
from ingest.readers.html_text import leaves, lines_of, words_of
from plans.document import Document
from plans.errors import DocumentError, LimitError
from plans.text import canonical, flatten

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # a page it finds no article in is nothing to report

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_DATE_NAMES = ("article:published_time", "datepublished", "pubdate", "publishdate", "dc.date", "dc.date.issued")
_LAYOUT = ("cộng hòa xã hội", "cộng hoà xã hội", "nơi nhận")
_SENTENCE = re.compile(r"[.!?…:;][\"”')]*$")


def read_html(path: Path, name: str) -> Document:
    """`name` is the path that the document will carry."""
    if path.stat().st_size > limits.MAX_HTML_BYTES:
        raise LimitError(f"{name} is larger than {limits.MAX_HTML_BYTES // limits.MEGABYTE} MB; save only the article.")
    source = _decoded(path.read_bytes(), name)
    parser = lxml.html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        page = lxml.html.document_fromstring(source, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise DocumentError(f"{name} holds no readable page; save it again as a complete page.") from error
    _check(page, name)
    facts = _facts(page)
    builder = Builder(name)
    article = _article_text(source)
    _Page(page, builder, article, name).add()
    if builder.length < 200 and article:  # nothing of the page was taken for the article: take all of it
        builder = Builder(name)
        _Page(page, builder, "", name).add()
    return builder.document(facts)


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


def _facts(page: Any) -> FileFacts:
    """Title, site and date from the page's head; a date that is only guessed from the address is not taken."""
    said: dict[str, str] = {}
    for meta in page.iter("meta"):
        key = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        if key and meta.get("content"):
            said.setdefault(key, meta.get("content"))
    published = next((found for key in _DATE_NAMES if (found := _day(said.get(key, "")))), None)
    published = published or _linked_date(page)
    titles = [
        said.get("og:title"),
        *(words_of(one) for one in page.iter("h1")),
        *(words_of(one) for one in page.iter("title")),
    ]
    title = next((flatten(one) for one in titles if one and flatten(one)), None)
    return FileFacts(title=title, publisher=flatten(said.get("og:site_name", "")) or None, published=published)


def _linked_date(page: Any) -> date | None:
    """`datePublished` of the page's JSON-LD, if it has any."""
    for script in page.iter("script"):
        if script.get("type") == "application/ld+json" and script.text and len(script.text) < 100_000:
            try:
                given = json.loads(script.text)
            except (ValueError, RecursionError):
                continue
            for one in given if isinstance(given, list) else [given]:
                if isinstance(one, dict) and (found := _day(str(one.get("datePublished", "")))):
                    return found
    return None


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value.strip()[:10])
    except ValueError:
        return None


def _article_text(source: str) -> str:
    """What trafilatura takes for the article, in matching form; "" when it finds none."""
    try:
        found = trafilatura.extract(
            source, include_tables=True, include_comments=False, favor_recall=True, deduplicate=False
        )
    except Exception:  # whatever breaks in it, the page can still be walked as a whole
        return ""
    return re.sub(r"\W+", " ", canonical(found or ""))


class _Page:
    """Walks a page; `article` is the text to keep, "" for all of it."""

    def __init__(self, page: Any, builder: Builder, article: str, name: str) -> None:
        self._page = page
        self._builder = builder
        self._article = article
        self._name = name
        self._seen_article = False

    def add(self) -> None:
        body = self._page.find("body")
        heading = next((one for one in self._page.iter("h1") if flatten(words_of(one))), None)
        if heading is not None and self._article:
            self._builder.paragraph(words_of(heading), heading=1)
        for element in leaves(body if body is not None else self._page):
            if element is heading and self._article:
                continue
            if element.tag == "table":
                self._table(element)
            else:
                self._text(element)

    def _keeps(self, words: str, tag: str = "") -> bool:
        """Whether a stretch of the page belongs to the article: trafilatura took it, or it is a sentence or caption."""
        if not self._article:
            return True
        key = re.sub(r"\W+", " ", canonical(words)).strip()
        if key and key in self._article:
            self._seen_article = True
            return True
        return self._seen_article and (tag == "figcaption" or (len(words) >= 80 and bool(_SENTENCE.search(words))))

    def _text(self, element: Any) -> None:
        for words, bold in lines_of(element):
            if not self._keeps(words, element.tag):
                continue
            heading = int(element.tag[1]) if re.fullmatch(r"h[1-6]", str(element.tag)) else 0
            self._builder.paragraph(words, heading=heading, bold=bold, listed=element.tag == "li")

    def _table(self, table: Any) -> None:
        cells = self._cells(table)
        said = " ".join(cell.text for cell in cells)
        columns = max((cell.column + cell.column_span for cell in cells), default=0)
        rows = max((cell.row + 1 for cell in cells), default=0)
        letterhead = len(cells) <= 12 and columns <= 3 and any(mark in said.lower() for mark in _LAYOUT)
        if columns < 2 or rows < 2 or letterhead:
            for cell in cells:
                self._builder.paragraph(cell.text)
            return
        links = sum(len(words_of(link)) for link in table.iter("a"))
        filled = sum(bool(cell.text) for cell in cells)
        if self._article and links > len(said) / 2 and not self._keeps(said):
            return
        if filled >= 2:
            caption = table.find("caption")
            if caption is not None:
                self._builder.paragraph(words_of(caption), bold=True)
            self._builder.table(cells)

    def _cells(self, table: Any) -> list[GridCell]:
        """Cells with their extents, laid out as browsers do."""
        cells: list[GridCell] = []
        taken: set[tuple[int, int]] = set()
        rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
        for index, row in enumerate(rows):
            column = 0
            headed = next(row.iterancestors("thead"), None) is not None
            inside = [cell for cell in row if cell.tag in ("td", "th")]
            headed = headed or (bool(inside) and all(cell.tag == "th" for cell in inside))
            for cell in inside:
                while (index, column) in taken:
                    column += 1
                width = _extent(cell.get("colspan"), limits.MAX_COLUMNS)
                height = min(_extent(cell.get("rowspan"), len(rows)), len(rows) - index)
                if column + width > limits.MAX_COLUMNS or len(taken) > limits.MAX_CELLS:
                    raise LimitError(
                        f"{self._name} has a table of more than {limits.MAX_COLUMNS} columns; save it smaller."
                    )
                taken.update((index + down, column + across) for down in range(height) for across in range(width))
                cells.append(GridCell(flatten(words_of(cell)), index, column, height, width, None, headed))
                column += width
        return cells


def _extent(value: str | None, most: int) -> int:
    return max(1, min(int(value), most)) if value and value.strip().isdecimal() else 1
