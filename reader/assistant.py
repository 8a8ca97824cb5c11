"""The assistant: a question and its history in, a cited answer or an honest "không tìm thấy" out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from plans.answer import Answer, Citation, PartName, Turn
from plans.document import Passage, Span
from plans.document_numbers import has_number
from plans.errors import QuestionError
from plans.hit import Hit
from plans.indicator import Indicator
from plans.text import fold, syllables
from reader.choosing.companions import in_company
from reader.choosing.confidence import (
    OUTRIGHT,
    Calibration,
    confidence,
    confidence_in,
    once_given,
    passage_masses,
    said_outright,
)
from reader.choosing.misses import is_of_another_scope, misses
from reader.choosing.namesakes import named_more_fully, rightly_named, told_apart
from reader.choosing.ranking import in_order
from reader.choosing.reranking import reranked
from reader.choosing.sentences import MARKED_STRETCHES, NEAR, best_sentences
from reader.choosing.tallied import tallied
from reader.computed.compute import computed
from reader.computed.superlatives import first_in_row
from reader.evidence.candidates import Candidate, Level, candidates_of
from reader.evidence.phrases import bodies_of, led_by, named_in_full, phrases_of, place_alone, points_of
from reader.evidence.units import Unit, units_of
from reader.lexicon.places import meant, narrowest, relation, written_on
from reader.lexicon.rarity import Rarity
from reader.polarity.verdict import asks_to_confirm, in_full, settles, yes_or_no
from reader.questions.conversation import in_context
from reader.questions.parts import asks_one_by_one, names_several
from reader.questions.question import Question
from reader.scoring.apart import (
    share_in_rows,
    tell_changes_apart,
    tell_columns_apart,
    tell_pairs_apart,
    tell_persons_apart,
    tell_places_apart,
    tell_recipients_apart,
    tell_segments_apart,
    tell_subjects_apart,
    tell_units_apart,
)
from reader.scoring.eligibility import anybody, fits
from reader.scoring.features import compare, features, group_of, is_barred, weighted_terms
from reader.scoring.marked import marked_candidates, whole_event, with_its_noun
from reader.scoring.scored import BARRED, Scored, SpanEvidence
from reader.scoring.scorer import Scorer, Sort
from reader.spans import Reading, find_span_reader
from reader.wording.answer_text import answer_text, short_answer
from reader.wording.cite import proof, uncited_numbers, year_proof
from reader.wording.joining import covers, joined
from reader.wording.not_found import not_found, question_notes
from retriever import Index
from retriever.terms import unheard_of

HITS = 12
"""Passages read for one question."""
YES_NO_THRESHOLD = 0.24
"""For a clause that says yes or no: over whole clauses the mass spreads more thinly."""
OPEN_THRESHOLD = 0.8
"""For one that leaves open what is only to be confirmed."""
LIST_CAUTION = 0.05
"""Added for lists, of which a stretch is easily only a part."""
COMPUTED_THRESHOLD = 0.7
"""Confidence from which an answer computed from records is given before the passages are read."""
ABOUT_AS_LIKELY = 1.0
"""Difference of logits up to which a figure may be the answer when those before it miss the question. On 1,300 questions
over thirteen sets that gave two right answers more and no wrong one; from further back nearly all were wrong."""
CUT_UNITS = 10
"""Units in which stretches of words are cut."""
READ_PASSAGES = 4
"""Passages that the span reader reads."""
READ_LETTERHEADS = 2
LETTERHEAD_MASS = 0.1
"""Mass of the candidates in a letterhead from which it is one of the passages for a question."""
_HEAD_DOCUMENTS = 3
"""Documents whose letterhead and signature are read too, when a signer, date or number is asked."""


_ASKS = re.compile(r"\?[\s”\"*]*$")
"""The end of a sentence that asks, in an interview, and answers nothing."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a passage holds, whatever is asked."""

    units: tuple[Unit, ...]
    candidates: tuple[Candidate, ...]


class Assistant:
    """`Assistant(index).ask(question, history=())`. Safe for threads; holds no conversation of its own."""

    def __init__(self, index: Index, *, plain: bool = False) -> None:
        """With `plain`, answers rest on the features that need no span reader."""
        self.index = index
        self._spans = None if plain else find_span_reader(index.encoder)
        self._sort: Sort = "full" if self._spans is not None else "plain"
        self._rarity = Rarity(index)
        # what rests on the index is kept by its generation: a document that is read anew may be of another place or year
        self._read = lru_cache(maxsize=2048)(self._read_passage)
        self._records = lru_cache(maxsize=512)(self._document_records)
        self._marked = lru_cache(maxsize=16)(self._mark)

    def ask(
        self, question: str, history: Sequence[str | Turn] = (), *, dropped: Sequence[tuple[PartName, str]] = ()
    ) -> Answer:
        """The answer to `question`, read in the light of the earlier questions in `history` (oldest first).

        `dropped` are understood parts (`Query.parts`) that the person who asks took back.
        """
        try:
            return self.answer(self.understand(question, history, dropped=dropped))
        except QuestionError as error:
            return Answer("not_found", "", str(error))

    def understand(
        self, question: str, history: Sequence[str | Turn] = (), *, dropped: Sequence[tuple[PartName, str]] = ()
    ) -> Question:
        """What `ask` answers when it is asked this. Raises `QuestionError`."""
        return in_context(Turn(question, dropped=tuple(dropped)), history, self.index.understand)

    def answer(self, question: Question) -> Answer:
        """The answer to a question that was understood."""
        sure = self._computed(question)
        if sure is not None:
            return _given(replace(sure, notes=(*question_notes(question), *sure.notes)))
        answer = _given(self._decide(question, self.rank(question)))
        return self._in_parts(question, answer) or answer

    def _computed(self, question: Question) -> Answer | None:
        """The answer computed from records, where it is sure enough to be given before the passages are read."""
        answer = computed(question, self.index)
        return answer if answer is not None and answer.confidence >= COMPUTED_THRESHOLD else None

    def _in_parts(self, question: Question, whole: Answer) -> Answer | None:
        """The answers to the parts of a question that asks several things, where the one to the whole is none to all of
        them; None for a question that asks one thing, or where no part has an answer of its own."""
        told_apart = asks_one_by_one(question)
        parts = told_apart or names_several(question)
        if not parts or covers(whole, parts):
            return None
        answers = []
        for part in parts:
            asked = self.understand(part.question, part.history)
            answers.append(_given(self._computed(asked) or self._decide(asked, self.rank(asked))))
        lacking = any(one.status == "not_found" for one in answers)
        if not told_apart and lacking and not any(one.short == whole.short for one in answers if one.status == "answered"):
            return None  # what may be one thing after all, whether or not it has an answer as one
        return joined(parts, answers)

    def passages(self, question: str, history: Sequence[str | Turn] = (), *, k: int = 10) -> list[Hit]:
        """The `k` best passages for `question`, those first in which an answer was read. Raises `QuestionError`.

        After `ask` with the same question nothing that it read is read again by the network.
        """
        asked = self.understand(question, history)
        evidence = self._evidence(asked)
        readings = self._readings(asked, evidence)
        if not readings:
            return evidence[:k]
        masses = passage_masses(self._rank(asked, evidence))
        found = [hit for hit in evidence if hit.rank <= HITS or masses.get(hit.passage.passage_id, 0.0) > LETTERHEAD_MASS]
        return reranked(found, readings, masses)[:k]

    def sentences(self, question: Question, ranked: list[Scored], *, k: int = 3) -> list[Citation]:
        """The `k` sentences or table rows likeliest to hold the answer, best first, whether or not it would be given;
        `ranked` is what `rank` gives for the question."""
        evidence = self._evidence(question)
        readings = self._readings(question, evidence) if ranked else {}
        return best_sentences(ranked, self._marked_units(evidence, readings), k)

    def nearest(self, question: Question, *, k: int = 3) -> list[Citation]:
        """What to read where no answer is given: the `k` likeliest sentences worth showing, none of which is about another
        place than the question; often fewer, or none."""
        evidence = self._evidence(question)
        ranked = [one for one in self._rank(question, evidence) if not one.barred and one.features["place"] >= 0]
        documents = {one.candidate.unit.document.doc_id for one in ranked}
        read = self._marked_units(evidence, self._readings(question, evidence))
        return best_sentences(ranked, [one for one in read if one[0].document.doc_id in documents], k, NEAR)

    def _marked_units(self, evidence: list[Hit], readings: dict[str, Reading]) -> Iterator[tuple[Unit, float]]:
        """The units in which the span reader marks a stretch, with its score."""
        for hit in evidence:
            reading = readings.get(hit.passage.passage_id)
            for span, score in reading.best(MARKED_STRETCHES) if reading is not None else ():
                unit = next((one for one in self._reading(hit.passage).units if one.span.overlaps(span)), None)
                if unit is not None:
                    yield unit, score

    def rank(self, question: Question) -> list[Scored]:
        """Every candidate answer with its features, best first. What `python -m reader.fit` learns from."""
        return self._rank(question, self._evidence(question))

    def _rank(self, question: Question, hits: list[Hit]) -> list[Scored]:
        if not hits or not self._numbers_known(question, hits):
            return []
        top = max(hit.score for hit in hits)
        terms = weighted_terms(question, self._rarity)
        cut = self._units_to_cut(hits, terms) if group_of(question) == "words" or anybody(question) else frozenset()
        readings = self._readings(question, hits)
        likeliest = max((score for one in readings.values() for _, score in one.best(1)), default=0.0)
        seen: list[tuple[Candidate, Hit, dict[str, float]]] = []
        for hit in hits:
            reading = readings.get(hit.passage.passage_id)
            for candidate in self._candidates(question, hit, cut, reading):
                if group_of(question) == "words" and _ASKS.search(candidate.unit.text):
                    continue
                marked = SpanEvidence(reading.score(candidate.span) if reading else None, likeliest)
                values = features(question, candidate, hit, top, terms, self._rarity, marked)
                seen.append((candidate, hit, values))
        cells = [(candidate, values) for candidate, _, values in seen]
        share_in_rows(cells)
        tell_columns_apart(cells)
        tell_persons_apart(cells)
        tell_places_apart(cells)
        tell_segments_apart(cells)
        tell_recipients_apart(question, cells)
        tell_subjects_apart(question, cells)
        tell_units_apart(question, cells)
        tell_pairs_apart(question, cells)
        tell_changes_apart(cells)
        found: list[tuple[Candidate, Hit, dict[str, float]]] = []
        barred: list[tuple[Candidate, Hit, dict[str, float]]] = []
        for one in seen:
            (barred if is_barred(one[2]) else found).append(one)
        compare([values for _, _, values in found])
        compare([values for _, _, values in barred])
        everything = [*found, *barred]
        logits = Scorer.load(group_of(question), self._sort).logits([values for _, _, values in everything])
        logits[len(found) :] += BARRED
        best: dict[tuple[str, int, int], Scored] = {}
        for (candidate, hit, values), logit in zip(everything, logits.tolist(), strict=True):
            key = (candidate.unit.document.doc_id, candidate.span.start, candidate.span.end)
            if key not in best or logit > best[key].logit:
                best[key] = Scored(candidate, hit, values, logit)
        ranked = sorted(best.values(), key=lambda one: -one.logit)
        return in_order(question, ranked)

    def _readings(self, question: Question, hits: list[Hit]) -> dict[str, Reading]:
        """What the span reader says of the first passages, and of letterheads, by passage id."""
        if self._spans is None:
            return {}
        added = [
            hit for hit in hits[READ_PASSAGES:] if hit.rank > HITS and _is_letterhead(self._reading(hit.passage).units)
        ]
        passages = [hit.passage for hit in (*hits[:READ_PASSAGES], *added[:READ_LETTERHEADS])]
        return dict(self._marked(question.query.text, tuple(passages)))

    def _mark(self, text: str, passages: tuple[Passage, ...]) -> dict[str, Reading]:
        read = self._spans.read(text, passages) if self._spans is not None else []
        return {passage.passage_id: one for passage, one in zip(passages, read, strict=True)}

    def _candidates(
        self, question: Question, hit: Hit, cut: frozenset[tuple[str, Span]], reading: Reading | None
    ) -> Iterator[Candidate]:
        read = self._reading(hit.passage)
        yield from (one for one in read.candidates if fits(question, one))
        for unit in read.units:
            if question.wanted in ("list", "text"):
                yield from points_of(unit)
            if (hit.passage.passage_id, unit.span) in cut:
                cuts = bodies_of(unit) if anybody(question) else phrases_of(question, unit)
                yield from (one for one in cuts if fits(question, one))
        if reading is not None and question.wanted != "yesno":
            yield from marked_candidates(question, reading, read.units, read.candidates)

    def _units_to_cut(self, hits: list[Hit], terms: dict[str, float]) -> frozenset[tuple[str, Span]]:
        """The units that hold most of the question, in which stretches of words are cut."""
        ranked: list[tuple[float, str, Span]] = []
        for hit in hits:
            for unit in self._reading(hit.passage).units:
                said = Level(f"{unit.text} . {unit.lead} . {unit.before}").terms
                ranked.append(
                    (sum(weight for term, weight in terms.items() if term in said), hit.passage.passage_id, unit.span)
                )
        ranked.sort(key=lambda one: -one[0])
        return frozenset((passage_id, span) for _, passage_id, span in ranked[:CUT_UNITS])

    def _evidence(self, question: Question) -> list[Hit]:
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

    def _named_documents(self, question: Question) -> list[str]:
        numbers = question.query.document_numbers
        if not numbers:
            return []
        return [
            document.doc_id
            for document in self.index.documents()
            if document.number and any(has_number(document.number, one) for one in numbers)
        ]

    def _numbers_known(self, question: Question, hits: list[Hit]) -> bool:
        """Whether a document number that the question names stands in any of the documents found."""
        wanted = question.query.document_numbers
        if not wanted:
            return True
        texts = (self.index.document(doc_id).text for doc_id in {hit.passage.doc_id for hit in hits})
        return any(has_number(text, one) for text in texts for one in wanted)

    def _letterheads(self, hits: list[Hit]) -> list[Hit]:
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

    def _reading(self, passage: Passage) -> _Reading:
        return self._read(self.index.generation, passage)

    def _read_passage(self, generation: str, passage: Passage) -> _Reading:
        document = self.index.document(passage.doc_id)
        records = self._records(generation, passage.doc_id)
        found: list[Candidate] = []
        units = units_of(document, passage)
        for unit in units:
            near = {key: one for key, one in records.items() if unit.span.start <= key[0] and key[1] <= unit.span.end}
            found.extend(candidates_of(unit, near))
        return _Reading(tuple(units), tuple(found))

    def _document_records(self, _generation: str, doc_id: str) -> dict[tuple[int, int], Indicator]:
        return {_value_span(one): one for one in self.index.indicators(doc_id)}

    def _decide(self, question: Question, scored: list[Scored]) -> Answer:
        documents = self.index.documents()
        if not scored:
            return not_found(question, scored, documents, 0.0)
        calibration = Calibration.load(group_of(question), self._sort)
        several = tallied(question, scored)
        if several is not None:
            sure = confidence_in(several.figures, scored, calibration)
            if sure < calibration.threshold or is_of_another_scope(question, scored[0]):
                return not_found(question, scored, documents, sure)
            return self._worded(question, several.answer, sure)
        scored = _without_missing(question, scored)
        sure = confidence(scored, calibration)
        likeliest = scored[0]
        scored = rightly_named(question, named_more_fully(question, scored), self._rarity)
        best = scored[0].candidate
        if said_outright(question, scored[0]):
            sure = max(sure, OUTRIGHT)
        elif scored[0] is likeliest and not told_apart(question, likeliest, _rivals(question, scored)):
            return not_found(question, scored, documents, sure)
        if sure < _threshold(question, best, calibration) or misses(question, scored[0]) or self._never_told(question):
            return not_found(question, scored, documents, sure)
        if question.wanted == "yesno":  # where it is open which, the clause is the answer, and is shown in its sentence
            return replace(self._worded(question, in_full(question, best), sure), short=yes_or_no(question, best))
        given = first_in_row(question, in_company(question, scored))
        given = named_in_full(question, place_alone(question, given))
        given = led_by(question, with_its_noun(whole_event(given)))
        return self._worded(question, given, sure)

    def _never_told(self, question: Question) -> bool:
        """Whether an English question asks for a quantity of what no passage names: "unemployment rate" where none says
        "thất nghiệp"."""

        def known(term: str) -> bool:
            return self._rarity.known("_".join(syllables(fold(term))[-2:]))

        return question.english and question.wanted == "quantity" and unheard_of(question.query.question, known)

    def _worded(self, question: Question, best: Candidate, sure: float) -> Answer:
        short = yes_or_no(question, best) if question.wanted == "yesno" else short_answer(question, best)
        citations: list[Citation] = [proof(best)]
        if not best.clause.overlaps(best.span):  # the answer is named elsewhere in the document: cite both
            citations.append(Citation.of(best.unit.document, best.span))
        text = answer_text(question, best, short)
        for number in uncited_numbers(text, citations, question.text):
            extra = year_proof(best, int(number)) if number.isdigit() and len(number) == 4 else None
            if extra:
                citations.append(extra)
        if uncited_numbers(text, citations, question.text):
            text = f"“{' '.join(citations[0].quote.split())}” [1]."
        notes = (*question_notes(question), *_place_notes(question, best))
        records = (best.record,) if best.record else ()
        return Answer("answered", short, text, tuple(citations), records, notes, (), sure)


def _given(answer: Answer) -> Answer:
    """The answer as it is given, with how often such are right."""
    return replace(answer, confidence=once_given(answer.confidence)) if answer.status == "answered" else answer


def _is_letterhead(units: Sequence[Unit]) -> bool:
    """Whether a passage holds the letterhead or the signature of its document."""
    return any(unit.signed or unit.kind == "head" for unit in units)


def _without_missing(question: Question, scored: list[Scored]) -> list[Scored]:
    """Candidates in order, without figures in front that miss the question where one about as likely does not."""
    if question.wanted != "quantity" or not misses(question, scored[0]):
        return scored
    for at, one in enumerate(scored[1:], 1):
        if one.barred or scored[0].logit - one.logit > ABOUT_AS_LIKELY:
            break
        if not misses(question, one):
            return scored[at:]
    return scored


def _rivals(question: Question, scored: list[Scored]) -> Iterator[Scored]:
    """Those about as likely as the first of `scored` that could be the answer in its place, likeliest first."""
    near = (one for one in scored[1:] if scored[0].logit - one.logit <= ABOUT_AS_LIKELY)
    return (one for one in near if not misses(question, one))


def _threshold(question: Question, best: Candidate, calibration: Calibration) -> float:
    """The confidence from which a question is answered."""
    if question.wanted == "yesno" and settles(question, best):
        return YES_NO_THRESHOLD
    if question.wanted == "yesno" and asks_to_confirm(question):
        return OPEN_THRESHOLD
    return calibration.threshold + (LIST_CAUTION if question.wanted == "list" else 0.0)


def _value_span(record: Indicator) -> tuple[int, int]:
    """Where the quantity itself stands: its raw text inside the cited clause."""
    inside = record.citation.quote.find(record.quantity.raw)
    start = record.citation.span.start + max(0, inside)
    return start, start + len(record.quantity.raw)


def _place_notes(question: Question, candidate: Candidate) -> tuple[str, ...]:
    """A unit renamed or merged since: say which source speaks for the place asked about."""
    document = candidate.unit.document
    notes: list[str] = []
    for asked in narrowest(question.places):
        for name in document.places[:1]:
            how = relation(asked, meant(name, document), written_on(document))
            if how == "predecessor":
                notes.append(f"Số liệu của {name}, nay thuộc {asked.name} (sắp xếp đơn vị hành chính).")
            elif how == "successor":
                notes.append(f"Số liệu của {name}, đơn vị mới thay cho {asked.name}.")
    return tuple(notes)
