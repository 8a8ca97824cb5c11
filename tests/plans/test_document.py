"""Spans: what they leave out when they are trimmed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plans.document import Span


@given(st.text(alphabet=" \n*;ab", max_size=12), st.integers(0, 12), st.integers(0, 12))
def test_a_trimmed_span_loses_what_is_named_at_its_ends_and_nothing_else(text: str, first: int, second: int) -> None:
    start, end = sorted((min(first, len(text)), min(second, len(text))))
    span = Span(start, end)
    assert span.trimmed(text, "*", ";").of(text) == span.of(text).lstrip(" \n*").rstrip(" \n;")
    assert span.contains(span.trimmed(text, "*", ";"))
