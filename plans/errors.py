"""Every error a user may see. Each message is one sentence that says what happened and what to do.

TracuuError
├── DocumentError      one file cannot be read; the others go on
│   └── LimitError     it is larger than the limits allow
├── IndexMissing       there is no index at the given folder
├── IndexMismatch      the index was made by another model or format
├── ModelError         the embedding model cannot be unpacked or loaded
├── QuestionError      the question cannot be searched (empty, too long, no words)
├── QuoteError         a citation would not stand word for word in its document
└── EvaluationError    an evaluation file is malformed
"""

from __future__ import annotations


class TracuuError(Exception):
    """The root: `str(error)` can be shown to a user as it is."""


class DocumentError(TracuuError):
    """One file cannot be read."""


class LimitError(DocumentError):
    """A file is larger, deeper or slower than the limits allow."""


class IndexMissing(TracuuError):
    """There is no index at the given folder."""


class IndexMismatch(TracuuError):
    """The index was made by another model or format version."""


class ModelError(TracuuError):
    """The embedding model cannot be unpacked or loaded."""


class QuestionError(TracuuError):
    """The question cannot be searched."""


class QuoteError(TracuuError):
    """A citation would not stand word for word in its document."""


class EvaluationError(TracuuError):
    """An evaluation file is malformed."""
