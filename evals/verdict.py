"""Right, wrong or abstained: the one judgement that every trust measure rests on.

Quantities are compared by value and unit, dates as dates, everything else by normal form: equal, one within the other with
most words shared, or nearly all words shared and no number different. An answer to an unanswerable question is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Literal

from evals.measures.reading import contains_tokens, token_f1
from evals.normalize import answer_tokens, normalize_answer
from evals.predictions import Prediction
from evals.questions import Question
from plans.indicator import Quantity
from plans.numbers import find_dates, find_quantities, parse_quantity, same_value
from plans.text import flatten

Verdict = Literal["right", "wrong", "abstained"]

QUANTITY_TYPES = ("percent", "number", "money")
CONTAINED_F1 = 0.5  # one answer within the other: at least this much of the two is shared
SCATTERED_F1 = 0.8  # neither within the other (a list in another order)

_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)*")
_ROMAN = re.compile(r"[ivx]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY_MONTH = re.compile(r"\d{1,2}[/-]\d{1,2}")
_YEAR_WORDS = frozenset({"năm", "vào", "trong", "đến"})
_YES = frozenset({"có", "đúng", "phải", "rồi", "yes"})
_NO = frozenset({"không", "chưa", "sai", "no"})


def judge(question: Question, prediction: Prediction | None) -> Verdict:
    """A missing prediction counts as an abstention: nobody was misled."""
    if prediction is None or not prediction.answered:
        return "abstained"
    if not question.answerable:
        return "wrong"
    return "right" if is_right(question, prediction.answer) else "wrong"


def is_right(question: Question, answer: str) -> bool:
    """Whether `answer` says what one of the golds says, in the way that the question's type asks for."""
    if not normalize_answer(answer):
        return False
    if question.type in QUANTITY_TYPES and question.value and _matches_value(answer, question.value, question.unit):
        return True
    if question.expected and (polarity := _polarity(answer)) is not None:
        return polarity == _polarity(question.expected)
    return any(_same(question.type, answer, gold) for gold in question.golds)


def _same(kind: str, answer: str, gold: str) -> bool:
    if normalize_answer(answer) == normalize_answer(gold):
        return True
    if kind in QUANTITY_TYPES and (wanted := quantities(gold)):
        return same_quantities(quantities(answer), wanted)
    if kind == "date" and (days := _dates(gold)) and _same_dates(_dates(answer), days):
        return True
    if kind == "date" and _numerals(answer_tokens(answer)) != _numerals(answer_tokens(gold)):
        return False
    return same_words(answer, gold)  # "28 và 29/7/2025" names one day in full


def quantities(text: str) -> list[Quantity]:
    """The quantities of an answer; a bare number, as a table's cell gives, is one too."""
    flat = flatten(text)
    found = [one.quantity for one in find_quantities(flat)]
    if not found and (bare := parse_quantity(flat)) is not None:
        found.append(bare)
    return found


def same_quantities(given: Sequence[Quantity], gold: Sequence[Quantity]) -> bool:
    """Every gold quantity is given, the first one given is a gold one, and at most one other number stands beside them."""
    if not given or len(given) > len(gold) + 1:
        return False
    return any(agree(given[0], one) for one in gold) and all(any(agree(one, two) for one in given) for two in gold)


def agree(given: Quantity, gold: Quantity) -> bool:
    """Same value and compatible unit. A unit said by one side only is no contradiction: a table's cell reads "247.907"
    under a heading "tỷ đồng", and both "247.907" and "247.907 tỷ đồng" are right."""
    if same_value(given, gold):
        return True
    if given.unit and gold.unit:
        return _units_agree(given.unit, gold.unit) and _values(given) == _values(gold)
    return _spelled(given) == _spelled(gold)


def _units_agree(one: str, other: str) -> bool:
    """Units where one says more than the other: "đơn vị" and "đơn vị hành chính cấp xã"; never "%" and a count."""
    first, second = answer_tokens(one), answer_tokens(other)
    return bool(first and second) and (contains_tokens(first, second) or contains_tokens(second, first))


def _values(quantity: Quantity) -> tuple[Decimal | None, ...]:
    return quantity.value, quantity.high, quantity.total


def _spelled(quantity: Quantity) -> tuple[Decimal, ...]:
    """The numbers as written, scale words left out: "4.500 tỷ đồng" gives (4500,); of a number in words, its value."""
    parsed = [parse_quantity(number) for number in _NUMBER.findall(quantity.raw)]
    return tuple(one.value for one in parsed if one is not None) or (quantity.value,)


def _matches_value(answer: str, value: str, unit: str | None) -> bool:
    """Against the set's own `value` (a plain decimal) and `unit`."""
    try:
        gold = Quantity(Decimal(value), unit, value)
    except InvalidOperation:
        return False
    given = quantities(answer)
    return len(given) in (1, 2) and same_value(given[0], gold)


_Day = tuple[int | None, int | None, int | None]


def _dates(text: str) -> list[_Day]:
    """(year, month, day) in order; none when a bare year is only a part of what is said ("Quý III năm 2026")."""
    flat = flatten(text)
    if _YEAR.fullmatch(flat):
        flat = f"năm {flat}"
    elif _DAY_MONTH.fullmatch(flat):
        flat = f"ngày {flat}"
    found = [(one.year, one.month, one.day) for one in find_dates(flat)]
    if any(month is None for _, month, _ in found):
        rest = set(answer_tokens(flat)) - {str(year) for year, _, _ in found} - _YEAR_WORDS
        return [] if rest else found
    return found


def _same_dates(given: Sequence[_Day], gold: Sequence[_Day]) -> bool:
    """The same dates in the same order; a year added to a gold day that stands without one is no contradiction."""
    return len(given) == len(gold) and all(
        one[1:] == two[1:] and (two[0] is None or one[0] == two[0]) for one, two in zip(given, gold, strict=True)
    )


def _polarity(text: str) -> bool | None:
    """What a yes/no answer opens with: True for có, False for không or chưa, None when it opens otherwise."""
    first = next(iter(answer_tokens(text)), "")
    return True if first in _YES else False if first in _NO else None


def same_words(answer: str, gold: str) -> bool:
    given, wanted = answer_tokens(answer), answer_tokens(gold)
    if not given or not wanted:
        return False
    f1 = token_f1(answer, [gold])
    if contains_tokens(given, wanted) or contains_tokens(wanted, given):
        return f1 >= CONTAINED_F1
    return f1 >= SCATTERED_F1 and _numerals(given) == _numerals(wanted)


def _numerals(tokens: Sequence[str]) -> set[str]:
    return {token for token in tokens if token[0].isdigit() or _ROMAN.fullmatch(token)}
