"""The indicator records that a question may speak of, with the words of their labels weighted by rarity."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from plans.document import Document
from plans.indicator import Indicator
from plans.place import PlaceMention
from reader.lexicon.places import meant, relation
from reader.questions.question import Question
from reader.questions.subject import Fit, Subject, label_terms
from retriever import Index

HITS = 12
"""Passages whose documents are read for one search."""
WIDE = 50
"""The same, when every place may answer."""
SMALL = 500
"""Documents of an index up to which those about an asked place are all read, found by the search or not."""


@dataclass(frozen=True, slots=True)
class Match:
    """A record whose label fits what is asked."""

    record: Indicator
    fit: Fit


class Records:
    """The records of some documents."""

    def __init__(self, records: Iterable[Indicator]) -> None:
        self.all = tuple(records)
        self._counts = Counter(term for one in self.all for term in label_terms(one.label))

    @classmethod
    def for_question(cls, index: Index, question: Question, texts: Sequence[str], hits: int = HITS) -> Records:
        """The records of the documents that are found for the question and for `texts`, or are about its places."""
        found = [hit.passage.doc_id for hit in index.search(question.query, k=hits)]
        for text in texts:
            found += [hit.passage.doc_id for hit in index.search(text, k=hits)]
        if question.places and index.manifest.counts.get("documents", 0) <= SMALL:
            for document in index.documents():
                given = [meant(name, document) for name in document.places]
                if any(relation(asked, one) == "same" for asked in question.places for one in given):
                    found.append(document.doc_id)
        return cls(
            record
            for doc_id in dict.fromkeys(found)
            for record in index.indicators(doc_id)
            if not _of_a_namesake(record, index.document(doc_id), question.places)
        )

    def weigh(self, term: str) -> float:
        """Inverse document frequency of a folded term over the labels; above 0."""
        return math.log((2.0 + len(self.all)) / (1.0 + self._counts[term]))

    def matches(self, subject: Subject) -> Iterator[Match]:
        """Records whose label has every word of `subject`."""
        for record in self.all:
            fit = subject.fit(record.label, self.weigh)
            if fit.full:
                yield Match(record, fit)


def _of_a_namesake(record: Indicator, document: Document, asked: Iterable[PlaceMention]) -> bool:
    """Whether the record's place only has the name of one that is asked about, and lies in another province."""
    place = record.place
    return place is not None and any(
        relation(one, place) == "same" and relation(one, meant(place, document)) == "other" for one in asked
    )


def is_of(record: Indicator, place: PlaceMention) -> bool:
    """Whether the record is of just that unit: not of one inside it, before it or after it."""
    return record.place is not None and relation(place, record.place) == "same"
