"""What the assistant says, and the proof it gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from plans.document import Document, Span
from plans.errors import QuoteError

if TYPE_CHECKING:
    from plans.indicator import Indicator

PartName = Literal["place", "year", "period", "kind", "number", "text"]
"""A sort of understood part of a question."""
Status = Literal["answered", "not_found"]


@dataclass(frozen=True, slots=True)
class Citation:
    """A verbatim quote: make it with `Citation.of`, which takes the quote from the document itself."""

    doc_id: str
    path: str
    title: str
    span: Span
    quote: str
    locator: str

    @classmethod
    def of(cls, document: Document, span: Span) -> Citation:
        """Quotes `span` of `document`. Raises `QuoteError` when the span is empty or leaves the text."""
        if not len(span) or span.end > len(document.text):
            raise QuoteError(
                f"The span [{span.start}, {span.end}) is not a part of {document.path} ({len(document.text)} characters)."
            )
        return cls(document.doc_id, document.path, document.title, span, span.of(document.text), str(document.locate(span)))


@dataclass(frozen=True, slots=True)
class Answer:
    """`short` is the exact answer ("0,63%"), `text` the sentence a person reads; abstaining is a value (`not_found`).

    `confidence` in [0, 1] is calibrated: of the answers at 0.9, nine in ten are right. `notes` are for the reader's eye: a
    place renamed, two sources that disagree, what was carried over from the question before. `suggestions` are questions
    that the corpus does answer, nearest first.
    """

    status: Status
    short: str
    text: str
    citations: tuple[Citation, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    notes: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Turn:
    """One exchange of a conversation; `dropped` are the understood parts that the person took back of the question."""

    question: str
    answer: Answer | None = None
    dropped: tuple[tuple[PartName, str], ...] = ()
