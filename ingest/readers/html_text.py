"""The words of an HTML page: its text elements in order, what is never shown left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import lxml.html

from ingest.letterhead import says_head_or_foot

_DROPPED = frozenset(
    "script style noscript template iframe object embed svg math canvas form button input select textarea nav aside "
    "footer audio video link meta head".split(" ")
)
_BLOCKS = frozenset(
    "p div section article main header h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote pre figure figcaption address center "
    "td th tr tbody thead tfoot table caption body html details summary hr".split(" ")
)
_MOSTLY_LINKS = 0.9
_LONGEST_CELL = 2_000
_LONG_CELL = 300
_LONG_PARAGRAPH = 80
_LONGEST_FIGURE = 20
_MANY = 0.5
_MOST = 0.7  # of the words of a table, in one cell


def leaves(element: Any) -> Iterator[tuple[Any, Any]]:
    """Elements that hold text of their own and no blocks, and data tables, in order, each with the element of the page that
    holds it."""
    stack = [(element, element)]
    while stack:
        one, home = stack.pop()
        if not isinstance(one.tag, str) or one.tag in _DROPPED or _is_hidden(one):
            continue
        if one.tag == "table" and _is_data(one):
            yield one, home
        elif any(isinstance(child.tag, str) and child.tag in _BLOCKS for child in one.iterdescendants()):
            stack.extend((child, one) for child in reversed(_children(one)))
        else:
            yield one, home


def _children(element: Any) -> list[Any]:
    """The children of a block that mixes blocks with text, the text wrapped so that none is lost."""
    children: list[Any] = []
    run: Any = None

    def add(text: str | None, inline: Any = None) -> None:
        nonlocal run
        if inline is None and not (text and text.strip()):
            return
        if run is None:
            run = lxml.html.Element("p")
            children.append(run)
        if inline is not None:
            copied = lxml.html.fromstring(lxml.html.tostring(inline, with_tail=False, encoding="unicode"))
            run.append(copied)
        elif len(run):
            run[-1].tail = (run[-1].tail or "") + (text or "")
        else:
            run.text = (run.text or "") + (text or "")

    add(element.text)
    for child in element:
        block = isinstance(child.tag, str) and (
            child.tag in _BLOCKS or child.tag in _DROPPED or any(one.tag in _BLOCKS for one in child.iterdescendants())
        )
        if block:
            run = None
            children.append(child)
        elif isinstance(child.tag, str):
            add(None, child)
        add(child.tail)
    return children


def _is_hidden(element: Any) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or element.get("hidden") is not None or element.get("aria-hidden") == "true"


def _walk(element: Any) -> Iterator[tuple[str, str]]:
    """("text", words), ("start", tag) and ("end", tag) in order, without what is never shown."""
    yield "text", element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _DROPPED and not _is_hidden(child):
            yield "start", child.tag
            yield from _walk(child)
            yield "end", child.tag
        yield "text", child.tail or ""


def words_of(element: Any) -> str:
    """The text of an element on one line; breaks and block ends are spaces."""
    return "".join(
        said if kind == "text" else " " if said in _BLOCKS or said == "br" else "" for kind, said in _walk(element)
    )


def lines_of(element: Any) -> Iterator[tuple[str, bool]]:
    """The lines of a text element (parted by <br>), and whether each is bold."""
    line: list[str] = []
    bold_parts: list[bool] = []
    bold = int(element.tag in ("b", "strong"))
    for kind, said in _walk(element):
        if kind == "text":
            line.append(said)
            if said.strip():
                bold_parts.append(bold > 0)
        elif said == "br" and kind == "end":
            yield from _finished(line, bold_parts)
            line, bold_parts = [], []
        elif said in ("b", "strong"):
            bold += 1 if kind == "start" else -1
    yield from _finished(line, bold_parts)


def _finished(line: list[str], bold_parts: list[bool]) -> Iterator[tuple[str, bool]]:
    words = " ".join("".join(line).split())
    if words:
        yield words, bool(bold_parts) and all(bold_parts)


def is_linked(element: Any, home: Any) -> bool:
    """Whether nearly all words of an element of `home` are links."""
    if home.tag == "a" or element.tag == "a" or next(home.iterancestors("a"), None) is not None:
        return True
    links = sum(len("".join(words_of(link).split())) for link in element.iter("a"))
    return links > 0 and links >= _MOSTLY_LINKS * len("".join(words_of(element).split()))


def rows_of(table: Any) -> list[Any]:
    """The rows of a table without those of the tables inside it."""
    return [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]


def cells_of(row: Any) -> list[Any]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def is_letterhead(table: Any) -> bool:
    """Whether a table lays out the head of an official document or its addressees and signature."""
    rows = [cells_of(row) for row in rows_of(table)]
    cells = [cell for row in rows for cell in row]
    if len(cells) > 12 or max(map(len, rows), default=0) > 3 or any(map(_holds_paragraphs, cells)):
        return False
    return says_head_or_foot(words_of(table))


def _is_data(table: Any) -> bool:
    """Whether a table is to be read cell by cell rather than as the layout of a page: no tables, headings or forms inside;
    and a letterhead, or more than one column and, unless many cells are figures, no cell that holds most of the words, or
    many of them in long paragraphs."""
    if any(True for _ in table.iterdescendants("table", "h1", "h2", "article", "form")):
        return False
    rows = [cells_of(row) for row in rows_of(table)]
    cells = [cell for row in rows for cell in row]
    said = [" ".join(words_of(cell).split()) for cell in cells]
    if is_letterhead(table):
        return max(map(len, said), default=0) <= _LONGEST_CELL
    if max(map(len, rows), default=0) < 2:
        return False
    most, biggest = max(zip(map(len, said), cells, strict=True), key=lambda one: one[0])
    share = most / max(1, sum(map(len, said)))
    figures = sum(words[:1].isdigit() and len(words) <= _LONGEST_FIGURE for words in said)
    if most <= _LONG_CELL or figures > len(said) / 5:
        return most <= _LONGEST_CELL
    return most <= _LONGEST_CELL and share <= (_MANY if _holds_paragraphs(biggest) else _MOST)


def _holds_paragraphs(cell: Any) -> bool:
    """Whether two or more paragraphs of a cell are long."""
    paragraphs = [one for one in cell.iterdescendants("p", "div", "li") if not any(child.tag in _BLOCKS for child in one)]
    return sum(len(words_of(one)) >= _LONG_PARAGRAPH for one in paragraphs) >= 2
