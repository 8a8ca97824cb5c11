"""Which of several answers that stand together goes first, by all that puts one before another."""

from __future__ import annotations

from reader.choosing.days import deed_first, document_first, issued_first, whole_period_first, with_number_first
from reader.choosing.levels import (
    fulfilment_first,
    level_first,
    one_thing_first,
    part_of_year_first,
    reached_first,
    same_way_first,
    value_first,
)
from reader.choosing.nearest import own_person_first, own_place_first, settling_first, worded_first
from reader.choosing.wholes import point_by_number, whole_list_first, whole_or_part_first
from reader.questions.question import Question
from reader.scoring.scored import Scored


def in_order(question: Question, ranked: list[Scored]) -> list[Scored]:
    """`ranked`, best first, with what goes before others of the same place put there."""
    ranked = part_of_year_first(fulfilment_first(question, deed_first(question, ranked)))
    ranked = same_way_first(question, one_thing_first(question, issued_first(question, ranked)))
    ranked = level_first(question, value_first(question, ranked))
    ranked = whole_or_part_first(question, whole_period_first(question, ranked))
    ranked = settling_first(question, own_person_first(question, own_place_first(question, ranked)))
    ranked = reached_first(question, ranked)
    ranked = document_first(question, worded_first(question, ranked))
    return point_by_number(question, whole_list_first(question, with_number_first(question, ranked)))
