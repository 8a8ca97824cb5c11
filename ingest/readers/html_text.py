"""The words of an HTML page: its text elements in order, what is never shown left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import lxml.html

_DROPPED = frozenset(
    "script style noscript template iframe object embed svg math canvas form button input select textarea nav aside "
    "footer audio video link meta head".split(" ")
)
_BLOCKS = frozenset(
    "p div section article main header h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote pre figure figcaption address center "
    "td th tr tbody thead tfoot table caption body html details summary hr".split(" ")
)


def leaves(element: Any) -> Iterator[Any]:
    """Elements that hold text of their own and no blocks, and data tables, in order."""
    stack = [element]
    while stack:
        one = stack.pop()
        if not isinstance(one.tag, str) or one.tag in _DROPPED or _is_hidden(one):
            continue
        if one.tag == "table" and _is_data(one):
            yield one
        elif any(isinstance(child.tag, str) and child.tag in _BLOCKS for child in one.iterdescendants()):
            stack.extend(reversed(_children(one)))
        else:
            yield one


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


def _is_data(table: Any) -> bool:
    """Whether a table holds data rather than the layout of a page: no tables, headings or long texts inside its cells."""
    if any(True for _ in table.iterdescendants("table", "h1", "h2", "article", "form")):
        return False
    longest = max((len(words_of(cell)) for cell in table.iter("td", "th")), default=0)
    return longest <= 2_000
