"""The foot of a document, where who signs stands right of whom it is sent to."""

from __future__ import annotations

import re

from plans.document import Span

_GAP = re.compile(r"(?<=\S)(?: {3,}| *\t[ \t]*| +\| +)(?=\S)")
_INDENT = 20
"""Blanks from which a line stands on the right alone."""


def right_column(text: str, span: Span) -> str:
    """`text` with what stands left in a foot of two columns blanked out, every other character in its place; unchanged
    where `span` has one column."""
    lines = span.of(text).splitlines(keepends=True)
    if not any(_GAP.search(line) for line in lines):
        return text
    return text[: span.start] + "".join(map(_right_of, lines)) + text[span.end :]


def _right_of(line: str) -> str:
    gap = _GAP.search(line)
    if gap is not None:
        return " " * gap.end() + line[gap.end() :]
    indented = len(line) - len(line.lstrip(" ")) >= _INDENT
    return line if indented else re.sub(r"[^\n]", " ", line)
