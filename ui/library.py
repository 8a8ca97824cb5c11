"""The documents of the collection as a list to search and open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import PurePosixPath

from plans.document import Document
from plans.text import flatten, fold, syllables
from ui.html import Html, join, tag
from ui.source import byline
from ui.strings import Strings

PAGE = 200  # documents listed at first, and more at each request


def matching(documents: Sequence[Document], text: str) -> list[Document]:
    """Those whose title, number, publisher, place or path hold every word typed (accents optional); the newest first."""
    asked = syllables(fold(text))
    kept = [one for one in documents if all(word in _said(one) for word in asked)]
    return sorted(kept, key=lambda one: (one.published or date.min, fold(one.title)), reverse=True)


def _said(one: Document) -> str:
    return fold(" ".join([one.title, one.number or "", one.publisher or "", one.path, *one.places, *map(str, one.years)]))


def listing(documents: Sequence[Document], passages: Callable[[str], int], words: Strings, limit: int = PAGE) -> Html:
    """The first `limit` documents; their buttons open them (event `document`), one more asks for the next (event `more`).

    `passages` counts them by document.
    """
    if not documents:
        return tag("p", words.no_documents, class_="none")
    count = tag("p", words.document_count.format(count=words.number(len(documents))), class_="count")
    items = (tag("li", _item(one, passages(one.doc_id), words)) for one in documents[:limit])
    return tag(
        "div", count, tag("ul", join(items), class_="library"), _more(limit + PAGE, words) if documents[limit:] else None
    )


def _more(limit: int, words: Strings) -> Html:
    return tag("button", words.show_more, type="button", data_event="more", data_limit=limit, class_="more")


def _item(one: Document, passages: int, words: Strings) -> Html:
    suffix = PurePosixPath(one.path).suffix.lstrip(".").upper() or "TXT"
    also = words.also_at.format(paths=", ".join(one.aliases)) if one.aliases else None
    return tag(
        "button",
        tag("span", suffix, class_="format", aria_hidden="true"),
        tag(
            "span",
            tag("span", flatten(one.title) or one.path, class_="source-title"),
            tag(
                "span",
                *(tag("span", part) for part in byline(one, words)),
                tag("span", words.passages.format(count=words.number(passages))),
                class_="source-meta",
            ),
            tag("span", also, class_="source-meta") if also else None,
            class_="source-text",
        ),
        type="button",
        data_event="document",
        data_document=one.doc_id,
        class_="source",
    )
