"""Of figures that are about as likely, the one whose name is the one asked for: "tổng chi ngân sách" is no "tổng thu"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from plans.indicator import Indicator
from reader.choosing.confidence import says_same
from reader.lexicon.terms import terms_of
from reader.questions.question import Question
from reader.questions.subject import Subject, asked_subject
from reader.scoring.scored import Scored

WITHIN = 2.5
"""How far behind the best the one that is named rightly may be, in logits."""
OF_ONE_SENTENCE = 1.5
"""The same where both stand in one sentence and the name has only more of the question's words."""
_TOTAL = re.compile(r"\btổng\b")
_LESS_SURE = 0.3
"""Difference of agreements from which one figure is less surely of what is asked."""
_APART, _VOUCHED = 0.5, 0.1
"""Logits from one figure to the next, and log-odds of the span reader in tenths, at most, up to which the two are not told
apart. Of nine answers that were so to 1,300 questions over thirteen sets two were right."""


def told_apart(question: Question, best: Scored, rivals: Iterable[Scored]) -> bool:
    """Whether a figure is likelier than the first of its `rivals` that says another value, or has more of the question in
    its name, or the span reader vouches for it."""
    if question.wanted != "quantity" or best.features.get("span", -1.0) > _VOUCHED:
        return True
    rival = next((one for one in rivals if not one.barred and not says_same(one.candidate, best.candidate)), None)
    return rival is None or best.logit - rival.logit >= _APART or _says_more(question, best, rival)


def rightly_named(question: Question, scored: Sequence[Scored], weigh: Callable[[str], float]) -> list[Scored]:
    """Candidates in order, begun with one whose label has every word asked for if the best has not, and says others."""
    best = scored[0].candidate.record
    subject = asked_subject(question)
    if question.wanted != "quantity" or best is None or not subject.words:
        return list(scored)
    if _named_fully(subject, best, weigh):
        return list(scored)
    for one in scored[1:]:
        if scored[0].logit - one.logit > WITHIN:
            break
        record = one.candidate.record
        if record is not None and _scope(record) == _scope(best) and _named_fully(subject, record, weigh):
            return [one, *(other for other in scored if other is not one)]
    return list(scored)


def named_more_fully(question: Question, scored: Sequence[Scored]) -> list[Scored]:
    """Candidates in order, begun with one of the sentence of the best whose name has the words of the question that the
    best one's has, and more: "67% hộ sử dụng cáp quang" and not "100% xã kết nối cáp quang" where "hộ" are asked for."""
    best = scored[0]
    if question.wanted != "quantity" or best.candidate.unit.kind != "sentence":
        return list(scored)
    for one in scored[1:]:
        if one.barred or best.logit - one.logit > OF_ONE_SENTENCE:
            break
        if _says_more(question, one, best) and not _of_less_of_what_is_asked(one, best):
            return [one, *(other for other in scored if other is not one)]
    return list(scored)


def _of_less_of_what_is_asked(one: Scored, other: Scored) -> bool:
    """Whether the first of two figures is less surely of the place or the time asked for."""
    return any(other.features[name] - one.features[name] > _LESS_SURE for name in ("place", "year", "part"))


def _says_more(question: Question, one: Scored, other: Scored) -> bool:
    """Whether of two figures of a sentence, in one unit, the name of the first has all the words of the question that the
    other's has, and more. A part says more than the total that is asked for, a level more than the change."""
    figure, beside = one.candidate, other.candidate
    if figure.unit.span != beside.unit.span or figure.counted_in != beside.counted_in:
        return False
    if _TOTAL.search(question.spelled) and figure.label.startswith(f"{beside.label}: "):
        return False
    if question.change and figure.record is not None and figure.record.change == "level":
        return False  # by how much it fell is not how many there were
    return question.strong_words & terms_of(beside.label) < question.strong_words & terms_of(figure.label)


def _named_fully(subject: Subject, record: Indicator, weigh: Callable[[str], float]) -> bool:
    """Whether the label, with what is counted, has every word asked for, in that order."""
    return subject.fit(f"{record.label} {record.quantity.unit or ''}", weigh).full


def _scope(record: Indicator) -> tuple[str | None, int | None, str | None, str | None]:
    return record.place, record.year, record.period, record.kind
