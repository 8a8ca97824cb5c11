"""Answers computed from indicator records: comparisons, lists, the places where a value lies in a range, the one where it
is highest or lowest, and whether a plan was met; and what a unit was made from.

`computed` answers only what is asked as such and only from records, or sentences, that say all of it; else None, and the
question is one for the reader of passages.
"""

from __future__ import annotations

from plans.answer import Answer
from reader.computed.comparison import compared
from reader.computed.fulfilment import plan_met
from reader.computed.listing import listed
from reader.computed.origins import made_from
from reader.computed.superlatives import first_place
from reader.computed.which_places import places_where
from reader.questions.question import Question
from reader.questions.relations import relations_asked
from retriever import Index


def computed(question: Question, index: Index) -> Answer | None:
    """The answer computed from records, or None when the question is not of these kinds or a record is missing."""
    for way in (made_from, places_where, first_place, plan_met):
        found = way(question, index)
        if found is not None:
            return found
    for asked in relations_asked(question):
        answer = compared(question, asked, index)
        if answer is not None:
            return answer
    return listed(question, index)
