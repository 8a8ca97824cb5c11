"""Of figures that are about as likely, the one whose name is the one asked for: "tổng chi ngân sách" is no "tổng thu"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from plans.indicator import Indicator
from reader.question import Question
from reader.scoring import Scored
from reader.subject import Subject, asked_subject

WITHIN = 2.5
"""How far behind the best the one that is named rightly may be, in logits."""


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


def _named_fully(subject: Subject, record: Indicator, weigh: Callable[[str], float]) -> bool:
    """Whether the label, with what is counted, has every word asked for, in that order."""
    return subject.fit(f"{record.label} {record.quantity.unit or ''}", weigh).full


def _scope(record: Indicator) -> tuple[str | None, int | None, str | None, str | None]:
    return record.place, record.year, record.period, record.kind
