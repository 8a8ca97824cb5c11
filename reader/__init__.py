"""From a question and its hits to a cited answer, or to "không tìm thấy"."""

from reader.assistant import Assistant

__all__ = ["Assistant"]
