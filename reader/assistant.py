"""The assistant: a question and its history in, a cited answer or an honest "không tìm thấy" out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from plans.answer import Answer, Citation, PartName, Turn
from plans.errors import QuestionError
from plans.hit import Hit
from plans.text import fold, syllables
from reader.choosing.companions import in_company
from reader.choosing.confidence import (
    OUTRIGHT,
    Calibration,
    confidence,
    confidence_in,
    is_barely_told,
    once_given,
    passage_masses,
    said_outright,
)
from reader.choosing.foregone import is_foregone
from reader.choosing.misses import is_of_another_scope, misses
from reader.choosing.namesakes import named_more_fully, rightly_named, told_apart
from reader.choosing.reranking import reranked
from reader.choosing.sentences import MARKED_STRETCHES, NEAR, best_sentences
from reader.choosing.tallied import tallied
from reader.computed.compute import computed
from reader.computed.fulfilment import is_told_by_row, met_in_row
from reader.computed.superlatives import first_in_row
from reader.evidence.candidates import Candidate
from reader.evidence.phrases import led_by, named_in_full, place_alone
from reader.evidence.quotations import quotation_in_full
from reader.evidence.units import Unit
from reader.lexicon.places import meant, narrowest, relation, written_on
from reader.polarity.verdict import asks_to_confirm, in_full, settles, yes_or_no
from reader.questions.conversation import in_context
from reader.questions.parts import asks_one_by_one, names_several
from reader.questions.question import Question
from reader.ranker import HITS, Field, Ranker
from reader.scoring.features import group_of
from reader.scoring.marked import whole_event, with_its_noun
from reader.scoring.scored import Scored
from reader.scoring.scorer import Sort
from reader.spans import find_span_reader
from reader.wording.answer_text import answer_text, short_answer
from reader.wording.cite import proof, uncited_numbers, year_proof
from reader.wording.joining import covers, joined
from reader.wording.not_found import not_found, question_notes
from retriever import Index
from retriever.terms import unheard_of

YES_NO_THRESHOLD = 0.24
"""For a clause that says yes or no: over whole clauses the mass spreads more thinly."""
OPEN_THRESHOLD = 0.8
"""For one that leaves open what is only to be confirmed."""
LIST_CAUTION = 0.05
"""Added for lists, of which a stretch is easily only a part."""
BARELY_TOLD_THRESHOLD = 0.76
"""For a figure that is barely told to be what is asked for. Of 1,253 answers to the questions of 28 sets it held back
eight, five of them wrong."""
COMPUTED_THRESHOLD = 0.7
"""Confidence from which an answer computed from records is given before the passages are read."""
ABOUT_AS_LIKELY = 1.0
"""Difference of logits up to which a figure may be the answer when those before it miss the question. On 1,300 questions
over thirteen sets that gave two right answers more and no wrong one; from further back nearly all were wrong."""
LETTERHEAD_MASS = 0.1
"""Mass of the candidates in a letterhead from which it is one of the passages for a question."""


class Assistant:
    """`Assistant(index).ask(question, history=())`. Safe for threads; holds no conversation of its own."""

    def __init__(self, index: Index, *, plain: bool = False) -> None:
        """With `plain`, answers rest on the features that need no span reader."""
        self.index = index
        self._ranker = Ranker(index, None if plain else find_span_reader(index.encoder))

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
        answer = _given(self._read(question))
        return self._in_parts(question, answer) or answer

    def _computed(self, question: Question) -> Answer | None:
        """The answer computed from records, where it is sure enough to be given before the passages are read."""
        answer = computed(question, self.index)
        return answer if answer is not None and answer.confidence >= COMPUTED_THRESHOLD else None

    def _read(self, question: Question) -> Answer:
        """The answer read in the passages, by the rules alone where these settle it."""
        field = self._ranker.look(question)
        ranked = self._ranker.rank(field, "plain")
        if self._ranker.sort == "plain" or is_foregone(question, ranked):
            return self._decide(question, ranked, "plain")
        return self._decide(question, self._ranker.rank(field, "full"), "full")

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
            answers.append(_given(self._computed(asked) or self._read(asked)))
        lacking = any(one.status == "not_found" for one in answers)
        if not told_apart and lacking and not any(one.short == whole.short for one in answers if one.status == "answered"):
            return None  # what may be one thing after all, whether or not it has an answer as one
        return joined(parts, answers)

    def passages(self, question: str, history: Sequence[str | Turn] = (), *, k: int = 10) -> list[Hit]:
        """The `k` best passages for `question`, those first in which an answer was read. Raises `QuestionError`.

        After `ask` with the same question nothing that it read is read again by the network.
        """
        asked = self.understand(question, history)
        field = self._ranker.look(asked)
        readings = self._ranker.readings(field)
        if not readings:
            return list(field.hits[:k])
        masses = passage_masses(self._ranker.rank(field, "full"))
        found = [hit for hit in field.hits if hit.rank <= HITS or masses.get(hit.passage.passage_id, 0.0) > LETTERHEAD_MASS]
        return reranked(found, readings, masses)[:k]

    def sentences(self, question: Question, ranked: list[Scored], *, k: int = 3) -> list[Citation]:
        """The `k` sentences or table rows likeliest to hold the answer, best first, whether or not it would be given;
        `ranked` is what `rank` gives for the question."""
        return best_sentences(ranked, self._marked_units(self._ranker.look(question)) if ranked else (), k)

    def nearest(self, question: Question, *, k: int = 3) -> list[Citation]:
        """What to read where no answer is given: the `k` likeliest sentences worth showing, none of which is about another
        place than the question; often fewer, or none."""
        field = self._ranker.look(question)
        ranked = self._ranker.rank(field, self._ranker.sort)
        ranked = [one for one in ranked if not one.barred and one.features["place"] >= 0]
        documents = {one.candidate.unit.document.doc_id for one in ranked}
        read = self._marked_units(field)
        return best_sentences(ranked, [one for one in read if one[0].document.doc_id in documents], k, NEAR)

    def rank(self, question: Question) -> list[Scored]:
        """Every candidate answer with its features, best first. What `python -m reader.fit` learns from."""
        return self._ranker.rank(self._ranker.look(question), self._ranker.sort)

    def _marked_units(self, field: Field) -> Iterator[tuple[Unit, float]]:
        """The units in which the span reader marks a stretch, with its score."""
        readings = self._ranker.readings(field)
        for hit in field.hits:
            reading = readings.get(hit.passage.passage_id)
            for span, score in reading.best(MARKED_STRETCHES) if reading is not None else ():
                unit = next((one for one in self._ranker.units(hit.passage) if one.span.overlaps(span)), None)
                if unit is not None:
                    yield unit, score

    def _decide(self, question: Question, scored: list[Scored], sort: Sort) -> Answer:
        """The answer from `scored`, in whose masses "none" counts, or that there is none."""
        documents = self.index.documents()
        if not scored:
            return not_found(question, scored, documents, 0.0)
        calibration = Calibration.load(group_of(question), sort)
        several = tallied(question, scored)
        if several is not None:
            sure = confidence_in(several.figures, scored, calibration)
            if sure < calibration.threshold or is_of_another_scope(question, scored[0]):
                return not_found(question, scored, documents, sure)
            return self._worded(question, several.answer, sure)
        scored = _without_missing(question, scored)
        sure = confidence(scored, calibration)
        likeliest = scored[0]
        scored = rightly_named(question, named_more_fully(question, scored), self._ranker.rarity)
        best = scored[0].candidate
        if is_told_by_row(question, best):
            of_the_place = sure >= YES_NO_THRESHOLD and not scored[0].barred and scored[0].features["place"] >= 0.0
            met = met_in_row(question, best, self.index) if of_the_place else None
            if met is None:
                return not_found(question, scored, documents, sure)
            return replace(met, notes=(*question_notes(question), *_place_notes(question, best)))
        if said_outright(question, scored[0]):
            sure = max(sure, OUTRIGHT)
        elif scored[0] is likeliest and not told_apart(question, likeliest, _rivals(question, scored)):
            return not_found(question, scored, documents, sure)
        if sure < _threshold(question, scored[0], calibration) or misses(question, scored[0]) or self._never_told(question):
            return not_found(question, scored, documents, sure)
        if question.wanted == "yesno":  # where it is open which, the clause is the answer, and is shown in its sentence
            return replace(self._worded(question, in_full(question, best), sure), short=yes_or_no(question, best))
        given = first_in_row(question, in_company(question, scored))
        given = named_in_full(question, place_alone(question, given))
        given = quotation_in_full(question, led_by(question, with_its_noun(whole_event(given))))
        return self._worded(question, given, sure)

    def _never_told(self, question: Question) -> bool:
        """Whether an English question asks for a quantity of what no passage names: "unemployment rate" where none says
        "thất nghiệp"."""

        def known(term: str) -> bool:
            return self._ranker.rarity.known("_".join(syllables(fold(term))[-2:]))

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


def _threshold(question: Question, best: Scored, calibration: Calibration) -> float:
    """The confidence from which a question is answered."""
    if is_barely_told(question, best):
        return BARELY_TOLD_THRESHOLD
    if question.wanted == "yesno" and settles(question, best.candidate):
        return YES_NO_THRESHOLD
    if question.wanted == "yesno" and asks_to_confirm(question):
        return OPEN_THRESHOLD
    return calibration.threshold + (LIST_CAUTION if question.wanted == "list" else 0.0)


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
