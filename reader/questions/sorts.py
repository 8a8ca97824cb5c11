"""Whether a question that no question word gives away asks for a quantity: "Trợ cấp tháng cho trẻ mồ côi?", "What is the
stunting target?".

A logistic regression (Hosmer and Lemeshow 2000, ch. 1) over the words and the pairs of words of a question, how it opens
among them, fitted on all training questions by `python -m scripts.fit_sorts`: the nouns after which others ask "bao nhiêu"
are told in numbers here too. Its weights are `sorts.tsv`.
"""

from __future__ import annotations

import math
from functools import cache, lru_cache
from pathlib import Path

from plans.text import fold, syllables
from reader.lexicon.dimensions import words_of

TABLE = Path(__file__).with_name("sorts.tsv")
BIAS = "*"
"""The row of the table that counts for every question."""
SURE = 0.5
"""The probability from which such a question is taken to ask for a quantity. Of 0.4 to 0.9 none was better."""
DOUBTFUL = 0.15
"""The same where a noun that is told in numbers is asked for by name: "What is the population of ...?"."""
VERY_SURE = 0.9
"""The same for what is said of the question before: "Kinh phí?" asks for a sum, "Còn năm 2023?" for what was asked then."""


def signs_of(question: str) -> frozenset[str]:
    """The terms of a question that hold no number, and how it opens."""
    opening = syllables(fold(question).lower())[:2]
    return words_of(question) | {f"^{'_'.join(opening[:length])}" for length in (1, 2)}


@lru_cache(maxsize=1024)
def quantity_chance(question: str) -> float:
    """Probability in [0, 1] that the answer to a question is a quantity; 0 where no sign of it is known."""
    table = _table()
    known = [table[sign] for sign in signs_of(question) if sign in table]
    return 1.0 / (1.0 + math.exp(-table[BIAS] - math.fsum(known))) if known else 0.0


@cache
def _table() -> dict[str, float]:
    lines = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()[1:])
    return {sign: float(weight) for sign, weight in lines}
