"""HTML that is escaped by construction: `tag` escapes every child that is not already `Html`."""

from __future__ import annotations

import html
from collections.abc import Iterable

from plans.text import clean

_VOID = frozenset({"br", "hr", "img", "input"})


class Html(str):
    """Text that is HTML already; anything else is escaped when it meets `tag` or `join`."""

    __slots__ = ()


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
