"""Quantities of a document as records: its prose is read clause by clause, its tables cell by cell."""

from __future__ import annotations

from ingest.prose_indicators import ProseReader
from ingest.scopes import Scopes
from plans.document import Document
from plans.indicator import Indicator
from plans.place import Gazetteer


def extract(document: Document) -> list[Indicator]:
    """The indicators of `document` in reading order, each citing the clause or cell it stands in.

    Lengths of time and ages are not indicators. What the text does not say of place, year, period or kind stays None.
    """
    records = ProseReader(document, Scopes(document, Gazetteer.load())).read()
    return sorted(records, key=lambda one: one.citation.span)
