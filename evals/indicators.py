"""How well indicators are extracted, against gold records (one JSON object a line):

    {"id", "document", "label", "raw", "start", "end", "value", "unit", "comparator", "high", "total", "place", "year",
     "kind", "change", "open": [fields that two careful readers may fill differently]}

`start` and `end` are the offsets of the quantity. An extracted record is matched to the gold one whose span it overlaps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from evals.jsonl import read_jsonl
from evals.measures.reading import token_f1
from evals.runs import mean
from evals.verdict import agree
from ingest import indicators, readers
from plans.document import Document, Span
from plans.errors import EvaluationError
from plans.indicator import Indicator, Quantity
from plans.text import canonical

FIELDS = ("place", "year", "kind", "change")
_SAME_LABEL = 0.5  # token F1 from which two labels are taken to name the same thing


@dataclass(frozen=True, slots=True)
class GoldRecord:
    document: str
    span: Span
    label: str
    quantity: Quantity
    fields: dict[str, Any]
    open: frozenset[str]


def _decimal(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def load_gold(path: Path) -> list[GoldRecord]:
    """Raises `EvaluationError` naming the line."""
    records = []
    for number, record in read_jsonl(path):
        try:
            records.append(
                GoldRecord(
                    document=record["document"],
                    span=Span(record["start"], record["end"]),
                    label=record["label"],
                    quantity=Quantity(
                        Decimal(record["value"]),
                        record.get("unit"),
                        record["raw"],
                        high=_decimal(record.get("high")),
                        total=_decimal(record.get("total")),
                    ),
                    fields={name: record.get(name) for name in FIELDS},
                    open=frozenset(record.get("open") or ()),
                )
            )
        except (KeyError, TypeError, ValueError, InvalidOperation) as error:
            raise EvaluationError(
                f"{path} line {number}: not a gold record ({error!r}); see evals/indicators.py."
            ) from None
    return records


def evaluate_indicators(gold: Sequence[GoldRecord], corpus: Path) -> dict[str, float]:
    """Counts, precision, recall and the accuracy of value, label and each field over the records found.

    Precision is over the documents that have gold records, which are taken to be annotated throughout.
    """
    found: dict[str, list[tuple[Span, Indicator]]] = {}
    for path in sorted({one.document for one in gold}):
        if not (corpus / path).is_file():
            raise EvaluationError(f"The corpus {corpus} has no document {path}.")
        document = readers.read(corpus / path, corpus)
        found[path] = [(quantity_span(document, one), one) for one in indicators.extract(document)]
    matched = [(one, match) for one in gold if (match := _match(one, found[one.document])) is not None]
    extracted = sum(map(len, found.values()))
    hit = {id(match) for _, match in matched}
    rates = {
        "gold": float(len(gold)),
        "extracted": float(extracted),
        "precision": len(hit) / extracted if extracted else 0.0,
        "recall": len(matched) / len(gold) if gold else 0.0,
        "value": mean([float(agree(match.quantity, one.quantity)) for one, match in matched]),
        "label": mean([float(token_f1(match.label, [one.label]) >= _SAME_LABEL) for one, match in matched]),
    }
    for name in FIELDS:
        judged = [_same(getattr(match, name), one.fields[name]) for one, match in matched if name not in one.open]
        rates[name] = mean([float(right) for right in judged])
    return rates


def quantity_span(document: Document, indicator: Indicator) -> Span:
    """Where the quantity stands: inside the clause that the record cites."""
    cited = indicator.citation.span
    inside = cited.of(document.text).find(indicator.quantity.raw)
    return Span(cited.start + inside, cited.start + inside + len(indicator.quantity.raw)) if inside >= 0 else cited


def _match(gold: GoldRecord, records: Sequence[tuple[Span, Indicator]]) -> Indicator | None:
    """Of the records at the gold place, one with the gold value, else the first."""
    here = [record for span, record in records if span.overlaps(gold.span)]
    right = [record for record in here if agree(record.quantity, gold.quantity)]
    return next(iter(right or here), None)


def _same(given: Any, wanted: Any) -> bool:
    return canonical(str(given)) == canonical(str(wanted))
