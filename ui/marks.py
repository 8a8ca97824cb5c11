"""A stretch of a document's text as inline HTML: Markdown marks dropped, quotes and answers marked, offsets kept right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from plans.document import Span
from ui.html import Html, join, tag

# What Markdown writes but a reader need not see. Single asterisks only in pairs: "(*)" is a footnote's mark.
_MARKS = re.compile(r"\*{2,3}|_{2,}|^[ \t]*#{1,6}[ \t]+|^[ \t]*>[ \t]|\\(?=[*_#.|\\-])", re.MULTILINE)
_EMPHASIS = re.compile(r"(?<![*\w(])(\*)(?=[^\s*])[^*]{0,2000}?(?<=[^\s*(])(\*)(?![*\w])")


def hidden_spans(text: str, span: Span) -> list[Span]:
    """The Markdown marks within `span`, in order."""
    marks = [Span(*found.span()) for found in _MARKS.finditer(text, span.start, span.end)]
    emphasis = [Span(*found.span(i)) for found in _EMPHASIS.finditer(text, span.start, span.end) for i in (1, 2)]
    return sorted(marks + emphasis)


def split(span: Span, marked: Iterable[Span]) -> list[tuple[Span, bool]]:
    """`span` cut at the borders of the `marked` spans: (part, whether it is marked), in order, covering `span`."""
    parts: list[tuple[Span, bool]] = []
    position = span.start
    for one in sorted(marked):
        start, end = max(one.start, position), min(one.end, span.end)
        if start >= end:
            continue
        if start > position:
            parts.append((Span(position, start), False))
        parts.append((Span(start, end), True))
        position = end
    if position < span.end:
        parts.append((Span(position, span.end), False))
    return parts


def inline(text: str, span: Span, quotes: Sequence[Span] = (), answers: Sequence[Span] = ()) -> Html:
    """`text[span]` escaped; the quotes in `<mark>`, the answers within in `<strong>`."""
    hidden = hidden_spans(text, span)

    def shown(part: Span) -> str:
        return "".join(kept.of(text) for kept, is_hidden in split(part, hidden) if not is_hidden)

    pieces: list[Html] = []
    for part, quoted in split(span, quotes):
        if not quoted:
            pieces.append(join([shown(part)]))
            continue
        inner = join(
            tag("strong", shown(within), class_="said") if said else shown(within) for within, said in split(part, answers)
        )
        pieces.append(tag("mark", inner, class_="cited") if inner.strip() else inner)
    return join(pieces)


def occurrences(words: str, text: str, within: Span) -> list[Span]:
    """The first place where `words` stands in `text[within]`, white space and Markdown marks disregarded, as a list."""
    tokens = words.split()
    if not tokens:
        return []
    between = r"(?:\s|\*|_|\|)+"
    pattern = between.join(re.escape(token) for token in tokens)
    found = re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE).search(text, within.start, within.end)
    return [Span(*found.span())] if found else []


def answer_spans(text: str, quote: Span, short: str, raws: Sequence[str] = ()) -> list[Span]:
    """Where the words of the short answer stand in the quote: as a whole, else by its listed parts, else by its numbers."""
    whole = occurrences(short, text, quote)
    if whole:
        return whole
    listed = [span for part in re.split(r"\s*;\s*|\n", short) for span in occurrences(part, text, quote)]
    return listed or [span for raw in raws for span in occurrences(raw, text, quote)]
