"""The span reader: where in a passage the answer to a question begins and ends."""

from reader.spans.reading import Reading, SpanReader, find_span_reader

__all__ = ["Reading", "SpanReader", "find_span_reader"]
