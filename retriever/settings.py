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
    that names none is a paraphrase, and its meaning decides. Chosen by a grid over dense (0.1 to 0.9), accented (0 to 1),
    place (0 to 1.5) and year (0 to 1): the first pair on 165 questions about plans and news of plans, cut in two halves
    by document that agree on it, the second on 511 encyclopaedia questions; typed with and without accents alike.
    """

    candidates: int = 100  # from each side
    dense_named: float = 0.2  # against the words, which have the rest: where a place, year or number is named
    dense: float = 0.6  # where none is
    dense_english: float = 0.87  # the same in English, few words of which stand in a Vietnamese passage
    accented_named: float = 0.3  # within the words, against the folded ones
    accented: float = 0.55
    expansion: float = 0.3  # of a word that the question does not hold, against one that it does
    place: float = 1.0  # added where a passage agrees with the question
    year: float = 0.6
    number: float = 2.0
