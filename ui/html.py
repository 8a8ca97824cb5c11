"""HTML that is escaped by construction: `tag` escapes every child that is not already `Html`."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

_VOID = frozenset({"br", "hr", "img", "input"})
# Control and bidirectional-override characters could hide or reorder what is shown; half a surrogate pair cannot be sent.
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


class Html(str):
    """Text that is HTML already; anything else is escaped when it meets `tag` or `join`."""

    __slots__ = ()


def clean(text: str) -> str:
    """`text` with the characters removed that a page must not carry. Not for anything that offsets point into."""
    return _SURROGATE.sub("\ufffd", _UNSEEN.sub("", text))


def escape(text: str) -> Html:
    return text if isinstance(text, Html) else Html(html.escape(clean(text)))


def join(children: Iterable[str | None], separator: str = "") -> Html:
    """Escapes and joins; None and "" are left out, separator and all."""
    return Html(escape(separator).join(escape(child) for child in children if child))


def tag(name: str, *children: str | None, **attributes: str | int | bool | None) -> Html:
    """An element. `class_` is written `class`, `aria_label` `aria-label`; True is a bare attribute, None and False none.

    >>> tag("p", "a < b", class_="note")
    '<p class="note">a &lt; b</p>'
    """
    written = []
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        attribute = key.rstrip("_").replace("_", "-")
        written.append(f" {attribute}" if value is True else f' {attribute}="{html.escape(clean(str(value)))}"')
    opening = f"<{name}{''.join(written)}>"
    return Html(opening) if name in _VOID else Html(f"{opening}{join(children)}</{name}>")


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters, cut at a space where there is one near, with an ellipsis."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > limit * 2 // 3 else cut).rstrip(" ,;:.") + "…"
