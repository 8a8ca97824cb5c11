"""What may answer a question, best first: by the rules alone, or with what the span reader says of the first passages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from plans.document import Passage, Span
from plans.document_numbers import has_number
from plans.hit import Hit
from plans.indicator import Indicator
from reader.choosing.ranking import in_order
from reader.evidence.candidates import Candidate, Level, candidates_of
from reader.evidence.phrases import bodies_of, phrases_of, points_of
from reader.evidence.units import Unit, units_of
from reader.lexicon.rarity import Rarity
from reader.questions.question import Question
from reader.scoring.apart import tell_apart
from reader.scoring.eligibility import anybody, fits
from reader.scoring.features import Weights, compare, features, group_of, is_barred, span_features
from reader.scoring.marked import marked_candidates
from reader.scoring.scored import BARRED, Scored, SpanEvidence
from reader.scoring.scorer import Scorer, Sort
from reader.spans import Reading, SpanReader
from retriever import Index

HITS = 12
"""Passages in which answers are looked for."""
CUT_UNITS = 10
"""Units in which stretches of words are cut."""
READ_PASSAGES = 4
"""Passages that the span reader reads."""
READ_LETTERHEADS = 2
_HEAD_DOCUMENTS = 3
"""Documents whose letterhead and signature are read too, when a signer, date or number is asked."""
_ASKS = re.compile(r"\?[\s”\"*]*$")
"""The end of a sentence that asks, in an interview, and answers nothing."""
Seen = tuple[Candidate, Hit, dict[str, float]]
"""A candidate, the hit that holds it, and its features."""


@dataclass(frozen=True, slots=True)
class Field:
    """Where the answer to `question` is looked for, best first, and what stands there: candidates with features that rest
    on the rules alone. `top` is the score of the best hit; `known`, whether a document number that the question names
    stands in any of the documents found."""

    question: Question
    hits: tuple[Hit, ...]
    top: float
    weights: Weights
    known: bool
    seen: tuple[Seen, ...]


@dataclass(frozen=True, slots=True)
class _Held:
    """What a passage holds, whatever is asked."""

    units: tuple[Unit, ...]
    candidates: tuple[Candidate, ...]


class Ranker:
    """Looks for answers in `index`; `spans` is None where no network reads. Safe for threads."""

    def __init__(self, index: Index, spans: SpanReader | None) -> None:
        self.index = index
        self.rarity = Rarity(index)
        self.sort: Sort = "full" if spans is not None else "plain"
        """The most that a ranking can rest on."""
        self._spans = spans
        # what rests on the index is kept by its generation: a document that is read anew may be of another place or year
        self._held = lru_cache(maxsize=2048)(self._look_through)
        self._records = lru_cache(maxsize=512)(self._document_records)
        self._read = lru_cache(maxsize=16)(self._read_passages)

    def look(self, question: Question) -> Field:
        """The passages in which an answer is looked for, and the candidates in them."""
        hits = self._hits(question)
        top = max((hit.score for hit in hits), default=0.0)
        weights = Weights.of(question, self.rarity)
        known = self._numbers_known(question, hits)
        seen = tuple(self._seen(question, hits, top, weights)) if known else ()
        return Field(question, tuple(hits), top, weights, known, seen)

    def rank(self, field: Field, sort: Sort) -> list[Scored]:
        """Every candidate answer with its features, best first; the span reader reads only for "full"."""
        if not field.known:
            return []
        question = field.question
        if sort == "full":
            seen = self._read_again(field)
        else:
            seen = [(candidate, hit, dict(values)) for candidate, hit, values in field.seen]
        if not seen:
            return []
        tell_apart(question, [(candidate, values) for candidate, _, values in seen])
        found: list[Seen] = []
        barred: list[Seen] = []
        for one in seen:
            (barred if is_barred(one[2]) else found).append(one)
        compare([values for _, _, values in found])
        compare([values for _, _, values in barred])
        everything = [*found, *barred]
        logits = Scorer.load(group_of(question), sort).logits([values for _, _, values in everything])
        logits[len(found) :] += BARRED
        best: dict[tuple[str, int, int], Scored] = {}
        for (candidate, hit, values), logit in zip(everything, logits.tolist(), strict=True):
            key = (candidate.unit.document.doc_id, candidate.span.start, candidate.span.end)
            if key not in best or logit > best[key].logit:
                best[key] = Scored(candidate, hit, values, logit)
        return in_order(question, sorted(best.values(), key=lambda one: -one.logit))

    def readings(self, field: Field) -> dict[str, Reading]:
        """What the span reader says of the first passages, and of letterheads, by passage id. The last few are kept."""
        if self._spans is None:
            return {}
        hits = field.hits
        added = [hit for hit in hits[READ_PASSAGES:] if hit.rank > HITS and _is_letterhead(self._in(hit.passage).units)]
        passages = [hit.passage for hit in (*hits[:READ_PASSAGES], *added[:READ_LETTERHEADS])]
        return dict(self._read(field.question.query.text, tuple(passages)))

    def units(self, passage: Passage) -> tuple[Unit, ...]:
        """The sentences and table rows of a passage."""
        return self._in(passage).units

    def _hits(self, question: Question) -> list[Hit]:
        hits = self.index.search(question.query, k=HITS)
        named = self._named_documents(question)
        if named:
            within = [hit for hit in hits if hit.passage.doc_id in named]
            have = {hit.passage.passage_id for hit in within}
            last = min((hit.score for hit in within), default=1.0)
            rest = [one for doc_id in named for one in self.index.passages(doc_id) if one.passage_id not in have]
            return within + [Hit(one, last * 0.5, HITS + position) for position, one in enumerate(rest, 1)]
        if question.wanted in ("person", "date", "code") or question.role:
            hits = hits + self._letterheads(hits)
        return hits

    def _seen(self, question: Question, hits: Sequence[Hit], top: float, weights: Weights) -> Iterator[Seen]:
        words = group_of(question) == "words"
        cut = self._units_to_cut(hits, weights.terms) if words or anybody(question) else frozenset()
        for hit in hits:
            for candidate in self._candidates(question, hit, cut):
                if not (words and _ASKS.search(candidate.unit.text)):
                    yield candidate, hit, features(question, candidate, hit, top, weights, self.rarity)

    def _read_again(self, field: Field) -> list[Seen]:
        """The candidates with what the span reader says of them, and those that it marks itself."""
        question, readings = field.question, self.readings(field)
        likeliest = max((score for one in readings.values() for _, score in one.best(1)), default=0.0)

        def marked(candidate: Candidate, hit: Hit) -> SpanEvidence:
            reading = readings.get(hit.passage.passage_id)
            return SpanEvidence(reading.score(candidate.span) if reading else None, likeliest)

        found = [(one, hit, values | span_features(marked(one, hit))) for one, hit, values in field.seen]
        if question.wanted == "yesno":
            return found
        words = group_of(question) == "words"
        for hit in field.hits:
            reading, held = readings.get(hit.passage.passage_id), self._in(hit.passage)
            if reading is None:
                continue
            for one in marked_candidates(question, reading, held.units, held.candidates):
                if not (words and _ASKS.search(one.unit.text)):
                    evidence = marked(one, hit)
                    found.append((one, hit, features(question, one, hit, field.top, field.weights, self.rarity, evidence)))
        return found

    def _candidates(self, question: Question, hit: Hit, cut: frozenset[tuple[str, Span]]) -> Iterator[Candidate]:
        held = self._in(hit.passage)
        yield from (one for one in held.candidates if fits(question, one))
        for unit in held.units:
            if question.wanted in ("list", "text"):
                yield from points_of(unit)
            if (hit.passage.passage_id, unit.span) in cut:
                cuts = bodies_of(unit) if anybody(question) else phrases_of(question, unit)
                yield from (one for one in cuts if fits(question, one))

    def _units_to_cut(self, hits: Sequence[Hit], terms: dict[str, float]) -> frozenset[tuple[str, Span]]:
        """The units that hold most of the question, in which stretches of words are cut."""
        ranked: list[tuple[float, str, Span]] = []
        for hit in hits:
            for unit in self._in(hit.passage).units:
                said = Level(f"{unit.text} . {unit.lead} . {unit.before}").terms
                told = sum(weight for term, weight in terms.items() if term in said)
                ranked.append((told, hit.passage.passage_id, unit.span))
        ranked.sort(key=lambda one: -one[0])
        return frozenset((passage_id, span) for _, passage_id, span in ranked[:CUT_UNITS])

    def _named_documents(self, question: Question) -> list[str]:
        numbers = question.query.document_numbers
        if not numbers:
            return []
        return [
            document.doc_id
            for document in self.index.documents()
            if document.number and any(has_number(document.number, one) for one in numbers)
        ]

    def _numbers_known(self, question: Question, hits: Sequence[Hit]) -> bool:
        """Whether a document number that the question names stands in any of the documents found."""
        wanted = question.query.document_numbers
        if not wanted:
            return True
        texts = (self.index.document(doc_id).text for doc_id in {hit.passage.doc_id for hit in hits})
        return any(has_number(text, one) for text in texts for one in wanted)

    def _letterheads(self, hits: Sequence[Hit]) -> list[Hit]:
        """Passages with the letterhead or the signature of the best documents."""
        found: list[Hit] = []
        have = {hit.passage.passage_id for hit in hits}
        for doc_id in list(dict.fromkeys(hit.passage.doc_id for hit in hits))[:_HEAD_DOCUMENTS]:
            best = next(hit for hit in hits if hit.passage.doc_id == doc_id)
            for passage in self.index.passages(doc_id):
                if passage.passage_id in have:
                    continue
                if _is_letterhead(units_of(self.index.document(doc_id), passage)):
                    found.append(Hit(passage, best.score * 0.8, best.rank + HITS))
        return found

    def _in(self, passage: Passage) -> _Held:
        return self._held(self.index.generation, passage)

    def _look_through(self, generation: str, passage: Passage) -> _Held:
        document = self.index.document(passage.doc_id)
        records = self._records(generation, passage.doc_id)
        found: list[Candidate] = []
        units = units_of(document, passage)
        for unit in units:
            near = {key: one for key, one in records.items() if unit.span.start <= key[0] and key[1] <= unit.span.end}
            found.extend(candidates_of(unit, near))
        return _Held(tuple(units), tuple(found))

    def _document_records(self, _generation: str, doc_id: str) -> dict[tuple[int, int], Indicator]:
        return {_value_span(one): one for one in self.index.indicators(doc_id)}

    def _read_passages(self, text: str, passages: tuple[Passage, ...]) -> dict[str, Reading]:
        read = self._spans.read(text, passages) if self._spans is not None else []
        return {passage.passage_id: one for passage, one in zip(passages, read, strict=True)}


def _is_letterhead(units: Sequence[Unit]) -> bool:
    """Whether a passage holds the letterhead or the signature of its document."""
    return any(unit.signed or unit.kind == "head" for unit in units)


def _value_span(record: Indicator) -> tuple[int, int]:
    """Where the quantity itself stands: its raw text inside the cited clause."""
    inside = record.citation.quote.find(record.quantity.raw)
    start = record.citation.span.start + max(0, inside)
    return start, start + len(record.quantity.raw)
