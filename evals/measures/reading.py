"""Reading measures: how near a short answer is to the gold ones (the best of several golds counts)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from evals.normalize import answer_tokens, normalize_answer


def exact_match(prediction: str, golds: Sequence[str]) -> float:
    """1 when the normal forms are equal."""
    given = normalize_answer(prediction)
    return float(any(given == normalize_answer(gold) for gold in golds))


def token_f1(prediction: str, golds: Sequence[str]) -> float:
    """The best F1 of shared tokens; two empty answers agree fully, as in SQuAD 2.0."""
    given = answer_tokens(prediction)
    return max((_f1(given, answer_tokens(gold)) for gold in golds), default=0.0)


def _f1(given: list[str], gold: list[str]) -> float:
    if not given or not gold:
        return float(given == gold)
    shared = sum((Counter(given) & Counter(gold)).values())
    return 2 * shared / (len(given) + len(gold))


def answer_in_top(texts: Sequence[str], golds: Sequence[str], n: int) -> float:
    """1 when one of the first n texts (quoted sentences, best first) contains a gold answer, whole tokens only."""
    wanted = [tokens for gold in golds if (tokens := answer_tokens(gold))]
    return float(any(contains_tokens(answer_tokens(text), tokens) for text in texts[:n] for tokens in wanted))


def contains_tokens(tokens: Sequence[str], part: Sequence[str]) -> bool:
    """Whether `part` stands in `tokens` as one unbroken run."""
    return any(tokens[start : start + len(part)] == part for start in range(len(tokens) - len(part) + 1))
