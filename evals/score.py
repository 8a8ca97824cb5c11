"""One question and its prediction to one row of measures. A measure that does not apply is left out, not counted as zero.

Retrieval is judged at two levels: `passage.*` (the passages of the index that hold at least half of the gold span are
relevant) and `document.*` (the gold document is). Reading and citation measures are over the answerable questions;
`citation_precision` and `citation_recall` over those that were answered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from evals.importers import RETRIEVAL_ONLY
from evals.measures.reading import answer_in_top, exact_match, token_f1
from evals.measures.retrieval import NDCG, Recall, ReciprocalRank, RetrievalMeasure, Success
from evals.measures.trust import citation_precision, citation_recall, verbatim
from evals.predictions import Prediction
from evals.questions import Question
from evals.runs import Row
from evals.verdict import QUANTITY_TYPES, is_right, judge
from plans.document import Span

PASSAGE_MEASURES: tuple[RetrievalMeasure, ...] = (Success(1), Success(5), Recall(10), ReciprocalRank(10), NDCG(10))
DOCUMENT_MEASURES: tuple[RetrievalMeasure, ...] = (Success(1), ReciprocalRank(10))


def score(
    question: Question,
    prediction: Prediction | None,
    texts: Mapping[str, str],
    passages: Mapping[str, Sequence[Span]] | None = None,
) -> Row:
    """`texts` maps document paths to their texts; `passages` to all passages of the index, so that recall knows what there
    was to find (without it, only what was found counts as relevant)."""
    verdict = judge(question, prediction)
    given = prediction or Prediction(question.question_id, "not_found", "", "", 0.0)
    scores: dict[str, float] = {}
    if question.answerable:
        scores |= _retrieval(question, given, passages or {})
    if RETRIEVAL_ONLY not in question.tags:
        scores |= _trust(question, given, verdict, texts)
        if question.answerable:
            scores |= _reading(question, given)
    return Row(question.question_id, verdict, scores, given.answer if given.answered else "", given.confidence)


def score_all(
    questions: Iterable[Question],
    predictions: Mapping[str, Prediction],
    texts: Mapping[str, str],
    passages: Mapping[str, Sequence[Span]] | None = None,
) -> tuple[Row, ...]:
    return tuple(score(one, predictions.get(one.question_id), texts, passages) for one in questions)


def _trust(question: Question, given: Prediction, verdict: str, texts: Mapping[str, str]) -> dict[str, float]:
    scores = {"wrong": float(verdict == "wrong")}
    if not question.answerable:
        return scores | {"abstention": float(verdict == "abstained")} | _verbatim(given, texts)
    scores |= {"right": float(verdict == "right")} | _verbatim(given, texts)
    if given.answered:
        gold = (question.document, question.span, question.golds)
        scores["citation_precision"] = citation_precision(given.citations, *gold)
        scores["citation_recall"] = citation_recall(given.citations, *gold)
    return scores


def _verbatim(given: Prediction, texts: Mapping[str, str]) -> dict[str, float]:
    return {"verbatim": verbatim(given.citations, texts)} if given.citations else {}


def _reading(question: Question, given: Prediction) -> dict[str, float]:
    answer = given.answer if given.answered else ""
    quotes = [one.quote for one in given.citations] if given.answered else []
    scores = {
        "EM": exact_match(answer, question.golds),
        "F1": token_f1(answer, question.golds),
        "answer_in_top1": answer_in_top(quotes, question.golds, 1),
        "answer_in_top3": answer_in_top(quotes, question.golds, 3),
    }
    if question.type in QUANTITY_TYPES:
        scores["value"] = float(bool(answer) and is_right(question, answer))
    return scores


def _retrieval(question: Question, given: Prediction, passages: Mapping[str, Sequence[Span]]) -> dict[str, float]:
    if question.document is None or question.span is None:
        return {}
    ranked = [(one.document, one.span) for one in given.hits]
    known = [(question.document, span) for span in passages.get(question.document, ())] or ranked
    relevant = {passage_id(document, span) for document, span in known if holds(question, document, span)}
    judgement = dict.fromkeys(relevant or {"nothing holds the gold span"}, 1)
    ranking = [passage_id(document, span) for document, span in ranked]
    documents = list(dict.fromkeys(document for document, _ in ranked))
    scores = {f"passage.{measure}": measure(judgement, ranking) for measure in PASSAGE_MEASURES}
    return scores | {f"document.{measure}": measure({question.document: 1}, documents) for measure in DOCUMENT_MEASURES}


def passage_id(document: str, span: Span) -> str:
    return f"{document}:{span.start}-{span.end}"


def holds(question: Question, document: str, span: Span) -> bool:
    """Whether a passage holds at least half of the gold span."""
    if question.span is None or document != question.document:
        return False
    shared = min(span.end, question.span.end) - max(span.start, question.span.start)
    return 2 * shared >= len(question.span)
