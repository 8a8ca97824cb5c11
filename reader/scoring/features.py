"""The named features of a question and a candidate, from which the scorer (`scorer.py`) makes one number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plans.hit import Hit
from plans.text import fold, syllables
from reader.contrasts.aspects import tells_another_aspect
from reader.contrasts.bands import of_another_band
from reader.contrasts.modifiers import has_another_modifier
from reader.contrasts.numbered import another_code, another_number
from reader.evidence.candidates import Candidate, CandidateKind
from reader.evidence.enclosures import is_torn
from reader.evidence.villages import of_another_village
from reader.lexicon.bodies import asks_for_body, is_body
from reader.lexicon.rarity import Rarity
from reader.lexicon.terms import terms_of
from reader.questions.question import Question
from reader.questions.question_words import CONNECTIVES, Wanted
from reader.scoring.agreement import agreement
from reader.scoring.alignment import alignment, gap_in
from reader.scoring.clashes import (
    another_rank,
    another_thing,
    gives_no_reason,
    in_another_column,
    in_another_row,
    in_brackets_of_another,
    of_another_time,
    on_another_side,
)
from reader.scoring.matches import after_asked_number, holds_asked, level_match, office_match, publication_match, type_match
from reader.scoring.measures import change_match, dimension_match, in_another_measure, unit_match
from reader.scoring.part_agreement import part_agreement, part_unasked
from reader.scoring.scored import UNREAD, SpanEvidence
from reader.scoring.scorer import Group

SPAN_FEATURES = frozenset({"span", "span_behind", "span_unread", "span_top", "span_near", "marked"})
"""What a plain model, made for machines without the span reader, does not have."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What the terms of a question weigh: all of them, and `single`, those that are no bigram."""

    terms: dict[str, float]
    total: float
    single: dict[str, float]
    single_total: float
    unknown: float
    """Share of `single_total` that no passage has."""

    @classmethod
    def of(cls, question: Question, rarity: Rarity) -> Weights:
        """By weight and rarity. English words that no passage has say nothing about what is missing."""
        focus = question.focus.items()
        terms = {term: weight * rarity(term) for term, weight in focus if not question.english or rarity.known(term)}
        single = {term: weight for term, weight in terms.items() if "_" not in term}
        total = sum(single.values()) or 1.0
        unknown = sum(weight for term, weight in single.items() if not rarity.known(term)) / total
        return cls(terms, sum(terms.values()) or 1.0, single, total, unknown)


def span_features(marked: SpanEvidence) -> dict[str, float]:
    """Those that rest on the span reader."""
    return {"span": marked.strength, "span_behind": marked.behind, "span_unread": float(marked.score is None)}


def features(
    question: Question,
    candidate: Candidate,
    hit: Hit,
    top_score: float,
    weights: Weights,
    rarity: Rarity,
    marked: SpanEvidence = UNREAD,
) -> dict[str, float]:
    """The named features, each in [-1, 1]."""
    own, segment, unit, lead, far = (level.terms for level in candidate.levels)
    seen: set[str] = set()
    coverage: list[float] = []
    for terms in (own, segment, unit, lead, far):
        seen |= terms & weights.terms.keys()
        coverage.append(sum(weights.terms[term] for term in seen) / weights.total)
    agrees = agreement(question, candidate)
    unseen = [weight for term, weight in weights.single.items() if term not in seen]
    content = [term for term in own - CONNECTIVES if "_" not in term and not term[0].isdigit()]
    precise = sum(rarity(term) for term in content if term in weights.terms) / (sum(map(rarity, content)) or 1.0)
    found = {
        "own": coverage[0],
        "segment": coverage[1] - coverage[0],
        "unit": coverage[2] - coverage[1],
        "lead": coverage[3] - coverage[2],
        "far": coverage[4] - coverage[3],
        "own_words": sum(weight for term, weight in weights.single.items() if term in own) / weights.single_total,
        "missing": max(unseen, default=0.0) / max(weights.single.values(), default=1.0),
        "precise": precise,
        "absent": sum(unseen) / weights.single_total,
        "unknown": weights.unknown,
        "type": type_match(question, candidate),
        "unit_noun": unit_match(question, candidate),
        "told_in": dimension_match(question, candidate),
        "other_aspect": float(tells_another_aspect(question, candidate)),
        "other_side": float(on_another_side(question, candidate)),
        "other_measure": float(candidate.kind == "quantity" and in_another_measure(question, candidate)),
        "change": change_match(question, candidate),
        "lacks": float(candidate.kind == "quantity" and has_another_modifier(question, candidate, rarity)),
        "place": agrees.place,
        "year": agrees.year,
        "kind": agrees.kind,
        "part": part_agreement(question, candidate),
        "part_unasked": part_unasked(question, candidate),
        "place_clash": float(agrees.place_clash),
        "year_clash": float(agrees.year_clash),
        "kind_clash": float(agrees.kind < -0.5),
        "rank": 1.0 / hit.rank,
        "score": hit.score / top_score if top_score > 0 else 1.0,
        **span_features(marked),
        "office": office_match(question, candidate),
        "dated": max(after_asked_number(question, candidate), publication_match(question, candidate)),
        "letterhead": float(candidate.unit.kind == "head"),
        "signature": float(candidate.unit.signed),
        "basis": float(candidate.unit.text.lstrip(" *-").lower().startswith("căn cứ")),
        "row": float(candidate.unit.kind == "row"),
        "marked": float(candidate.form == "marked"),
        "torn": float(_is_torn(candidate)),
        "aligned": alignment(
            gap_in(question.text, () if question.carried else tuple(one.span for one in question.places)),
            candidate.unit.document.text,
            candidate.span,
            candidate.unit.span,
        ),
        "other_number": float(another_thing(question, candidate)),
        "other_series": float(
            another_number(question.query.text, candidate.levels[1].text)
            or another_code(question.query.text, candidate.levels[0].text)
        ),
        "other_rank": float(another_rank(question, candidate)),
        "other_column": float(in_another_column(question, candidate)),
        "other_reason": float(candidate.kind == "text" and gives_no_reason(question, candidate)),
        "other_village": float(of_another_village(question, candidate)),
        "other_person": float(in_brackets_of_another(question, candidate)),
        "other_place": 0.0,
        "other_segment": float(of_another_band(question, candidate) or in_another_row(question, candidate)),
        "other_time": float(of_another_time(question, candidate, agrees.year_clash)),
    }
    if group_of(question) == "words":
        found |= _word_features(question, candidate, weights)
    return found


def _is_torn(candidate: Candidate) -> bool:
    """A candidate that stands elsewhere, or goes on, than in its unit is whole."""
    unit = candidate.unit
    if not unit.span.contains(candidate.span):
        return False
    return is_torn(unit.span.of(unit.document.text), candidate.span.shifted(-unit.span.start))


SURE = 0.3
"""Of the span reader's log-odds, a tenth."""
NEAR = 0.1
"""How far behind the strongest candidate one still counts as near it."""
_ROUNDING = 1e-6
"""By how much two sums of the same weights differ that were added up in another order."""
BESIDE = 45
"""Characters on either side of a stretch that count as beside it."""
TYPED: dict[Wanted, CandidateKind] = {
    "quantity": "quantity", "date": "date", "person": "person", "code": "code", "ordinal": "ordinal",
}  # fmt: skip
"""Answers that rules find, and the kind of their candidates. All others are stretches of words."""
FORMS = ("headed", "body", "complement", "list", "points", "segment", "quoted", "cell", "period")


def group_of(question: Question) -> Group:
    """Typed answers and stretches of words have weights of their own."""
    return "typed" if question.wanted in TYPED else "words"


_OTHERS = (
    "rank",
    "column",
    "measure",
    "aspect",
    "side",
    "series",
    "village",
    "time",
    "reason",
    "person",
    "place",
    "segment",
)
"""What a candidate may be another of than the one asked for."""


def is_barred(values: dict[str, float]) -> bool:
    """Whether a candidate speaks of another place, standard, rank, column, measure, event, side, village or time than the
    one asked for, or gives no reason where one is asked for, or in its own sentence of another number in a series ("Đề án
    01" for "Đề án 02"); or, unless the span reader is sure that it is the same ("xe tải container" for "xe container"), of
    another thing of a like name ("hộ cận nghèo" for "hộ nghèo", "lần III" for "lần II", "Sở Y tế" for "Sở Tài chính")."""
    sure = values.get("span_behind", -1.0) == 0.0 and values.get("span", 0.0) > SURE
    alike = values["lacks"] or values["other_number"]
    other = any(values[f"other_{name}"] for name in _OTHERS)
    return bool(values["place_clash"] or other or (alike and not sure))


def compare(candidates: Sequence[dict[str, float]]) -> None:
    """Adds what only shows beside the other candidates: whether the span reader, or the candidate's own words, put it
    first."""
    strongest = max((one["span"] for one in candidates if not one["span_unread"]), default=1.0)
    closest = max((one["own"] for one in candidates), default=0.0)
    for one in candidates:
        read = not one["span_unread"]
        one["span_top"] = float(read and one["span"] >= strongest)
        one["span_near"] = float(read and one["span"] >= strongest - NEAR)
        one["own_top"] = float(one["own"] >= closest - _ROUNDING)


def _word_features(question: Question, candidate: Candidate, weights: Weights) -> dict[str, float]:
    words = syllables(fold(candidate.short))
    content = [word for word in words if word not in CONNECTIVES] or words or [""]
    head = question.noun_asked
    novel = sum(word not in weights.terms for word in content) / len(content)
    text = candidate.unit.document.text

    def share(start: int, end: int) -> float:
        said = terms_of(text[max(start, candidate.unit.span.start) : min(end, candidate.unit.span.end)])
        return sum(weight for term, weight in weights.terms.items() if term in said) / weights.total

    inside = share(candidate.span.start, candidate.span.end)

    found = {f"form_{form}": float(candidate.form == form) for form in FORMS}
    return found | {
        "novel": novel,
        "inside": inside,
        "before": share(candidate.span.start - BESIDE, candidate.span.start),
        "after": share(candidate.span.end, candidate.span.end + BESIDE),
        "yesno_inside": inside * (question.wanted == "yesno"),
        "length": min(1.0, len(words) / 40.0),
        "short": float(len(words) <= 2),
        "capital": float(candidate.short[:1].isupper()),
        "list_long": min(1.0, len(words) / 40.0) * (question.wanted == "list"),
        "list_form": float(candidate.form == "list" and question.wanted == "list"),
        "is_place": float(question.wanted == "place" and candidate.kind == "place"),
        "place_level": level_match(question, candidate),
        "holds": holds_asked(question, candidate),
        "yesno_segment": float(question.wanted == "yesno" and candidate.form == "segment"),
        "owner": float(candidate.form == "owner"),
        "begins_head": float(bool(head) and words[: len(head)] == head),
        "after_head": float(
            bool(head)
            and syllables(fold(text[max(0, candidate.span.start - BESIDE) : candidate.span.start]))[-len(head) :] == head
        ),
        "is_body": (1.0 if is_body(candidate.short) else -0.5) if asks_for_body(question.text) else 0.0,
    }
