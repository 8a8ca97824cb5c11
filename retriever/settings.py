"""Every number and name that retrieval can be tuned with, in one place, with where it comes from."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

DEFAULT_INDEX = Path("data/index")
DEFAULT_CORPUS = Path("data/articles")
FORMAT = 1  # of an index folder; an index of another format is refused


def model_setting() -> str | None:
    """A sentence-transformers name or folder from `TRACUU_MODEL`; None is the embedded model."""
    return os.environ.get("TRACUU_MODEL") or None


@dataclass(frozen=True, slots=True)
class Fusion:
    """Weights of the sides of a search. Every candidate is scored by every side; a side's scores become z-scores over
    the candidates and are summed with these weights.

    A question that names a place, a year or a document number is worded as the documents are, and its words decide; one
    that names none is a paraphrase, and its meaning decides.

    How they were chosen, on development questions typed with and without accents: (1) on 165 questions about plans, six
    pairs of place (0 to 1.5) and year (0 to 1) with dense 0.3 to 0.6 and accented 0.3 and 0.55; (2) on the same questions
    with that pair fixed, dense_named 0.1 to 0.5 and accented_named 0 to 0.3; (3) on 511 encyclopaedia questions, dense 0.3
    to 0.8 and accented 0 to 1; (4) on the same in English, dense_english 0.5 to 0.87 with gloss 0 to 1. Every weight was
    chosen on the questions that its figures come from: nothing was held out. `expansion` and `number` were set by hand. Of
    100, 50 and 36 `candidates` all brought as many right passages to the front (511 questions three times over, within
    0.002), and the fewest cost least.
    """

    candidates: int = 36  # from each side
    dense_named: float = 0.2  # against the words, which have the rest: where a place, year or number is named
    dense: float = 0.6  # where none is
    dense_english: float = 0.75  # the same in English, whose words stand in a Vietnamese passage only as translated
    accented_named: float = 0.3  # within the words, against the folded ones
    accented: float = 0.55
    gloss: float = 0.7  # of the Vietnamese for a word of an English question
    expansion: float = 0.3  # of a word that the question does not hold, against one that it does
    place: float = 1.0  # added where a passage agrees with the question
    year: float = 0.6
    number: float = 2.0
