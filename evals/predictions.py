"""What the assistant answered, one JSON object a line: the contract of `python -m evals predict`.

`{"id", "status", "answer", "text", "confidence", "citations": [{"document", "start", "end", "quote"}],
"hits": [{"document", "start", "end", "text", "score"}], "seconds"}`; documents are paths relative to the corpus, hits are
the first ten passages, `seconds` is the time of the answer without ingest. `stages` (optional) splits it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evals.jsonl import read_jsonl
from plans.answer import Status
from plans.document import Span
from plans.errors import EvaluationError


@dataclass(frozen=True, slots=True)
class Quote:
    """A citation as written to a file."""

    document: str
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class RankedPassage:
    """A hit as written to a file, best first."""

    document: str
    span: Span
    text: str
    score: float


@dataclass(frozen=True, slots=True)
class Prediction:
    question_id: str
    status: Status
    answer: str
    text: str
    confidence: float
    citations: tuple[Quote, ...] = ()
    hits: tuple[RankedPassage, ...] = ()
    seconds: float = 0.0
    stages: dict[str, float] = field(default_factory=dict)

    @property
    def answered(self) -> bool:
        return self.status == "answered"

    def to_json(self) -> dict[str, Any]:
        record: dict[str, Any] = {
            "id": self.question_id,
            "status": self.status,
            "answer": self.answer,
            "text": self.text,
            "confidence": round(self.confidence, 4),
            "citations": [
                {"document": one.document, "start": one.span.start, "end": one.span.end, "quote": one.quote}
                for one in self.citations
            ],
            "hits": [
                {
                    "document": one.document,
                    "start": one.span.start,
                    "end": one.span.end,
                    "text": one.text,
                    "score": round(one.score, 6),
                }
                for one in self.hits
            ],
            "seconds": round(self.seconds, 6),
        }
        if self.stages:
            record["stages"] = {name: round(seconds, 6) for name, seconds in self.stages.items()}
        return record

    @classmethod
    def from_json(cls, record: dict[str, Any], where: str) -> Prediction:
        try:
            if record["status"] not in ("answered", "not_found"):
                raise EvaluationError(f'{where}: "status" is {record["status"]!r}; use "answered" or "not_found".')
            return cls(
                question_id=str(record["id"]),
                status=record["status"],
                answer=str(record.get("answer") or ""),
                text=str(record.get("text") or ""),
                confidence=float(record.get("confidence") or 0.0),
                citations=tuple(
                    Quote(one["document"], Span(one["start"], one["end"]), one["quote"])
                    for one in record.get("citations") or ()
                ),
                hits=tuple(
                    RankedPassage(one["document"], Span(one["start"], one["end"]), one["text"], float(one["score"]))
                    for one in record.get("hits") or ()
                ),
                seconds=float(record.get("seconds") or 0.0),
                stages={name: float(seconds) for name, seconds in (record.get("stages") or {}).items()},
            )
        except KeyError as error:
            raise EvaluationError(
                f"{where}: the prediction has no {error}; write it with `python -m evals predict`."
            ) from None
        except (TypeError, ValueError, AttributeError) as error:
            raise EvaluationError(
                f"{where}: not a prediction ({error}); write it with `python -m evals predict`."
            ) from None


def load_predictions(path: Path) -> dict[str, Prediction]:
    """Predictions by question id. Raises `EvaluationError` naming the line."""
    predictions: dict[str, Prediction] = {}
    for number, record in read_jsonl(path):
        prediction = Prediction.from_json(record, f"{path} line {number}")
        if prediction.question_id in predictions:
            raise EvaluationError(f'{path} line {number}: the id "{prediction.question_id}" is there twice; keep one.')
        predictions[prediction.question_id] = prediction
    return predictions
