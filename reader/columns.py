"""The column of a table that a question names: "ai phối hợp" is answered from "Cơ quan phối hợp", and where that cell is
empty the table says nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from plans.text import canonical, fold, syllables
from retriever.abbreviations import spell_out

Pair = tuple[str, str]
_UNIT = re.compile(r"\W*(?:đơn vị(?: tính)?|đvt)\W*$", re.IGNORECASE)
_TOTAL = re.compile(r"\W*(?:tổng(?: số| cộng)?|cộng)\W*(?:\([^()]*\))?\W*$")
_TOTAL_ASKED = re.compile(r"\b(?:tổng|total|altogether)\b")
_SCHOOL_YEAR = re.compile(r"\bn[aă]m h[oọ]c\b", re.IGNORECASE)
"""When something is, not what: it names no column."""
_BARE_SHARE = re.compile(
    r"\W*(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|cơ cấu|đạt|so sánh|so với (?:kế hoạch|KH))?\W*%\W*", re.IGNORECASE
)


def is_bare_share(heading: str) -> bool:
    """Whether a heading only says that its column holds percents; of what, the column in front of it says."""
    return _BARE_SHARE.fullmatch(heading) is not None


def another_column(
    question: str, headings: Sequence[str], at: int, row: str, name: int | None, percent: bool = False
) -> bool:
    """Whether `question` names one of the columns under `headings` and it is not the one at `at`; the words of `row`,
    its other cells, name none, nor do the headings over its `name` and over the unit: "chỉ tiêu" in "giao chỉ tiêu thu
    ngân sách bao nhiêu?" asks for no column. Where a `percent` is asked and there are columns of percents, it is one of
    those."""
    telling = tuple("" if column == name or _UNIT.match(words) else words for column, words in enumerate(headings))
    named = named_columns(question, telling, row)
    if not percent:
        return bool(named) and at not in named
    shares = {column for column, words in enumerate(telling) if "%" in words}
    bare = {column for column in shares if is_bare_share(telling[column])}
    named -= bare  # "tỷ lệ" names none
    if not named or named & shares:
        return bool(shares) and at not in (named & shares or shares)
    return at not in ({column for column in bare if column - 1 in named} or named)


@lru_cache(maxsize=4096)
def named_columns(question: str, headings: tuple[str, ...], row: str = "") -> frozenset[int]:
    """The columns of which `question` has two words in a row that stand over no other column, nor in `row`; if none, the
    one of totals where a total is asked for."""
    said = _pairs(_SCHOOL_YEAR.sub(" ", question)) - _pairs(row)
    of_each = [_pairs(heading) for heading in headings]
    found = frozenset(
        at
        for at, own in enumerate(of_each)
        if said & own.difference(*(pairs for other, pairs in enumerate(of_each) if headings[other] != headings[at]))
    )
    totals = [at for at, heading in enumerate(headings) if _TOTAL.match(canonical(heading))]
    return frozenset(totals) if not found and len(totals) == 1 and _TOTAL_ASKED.search(canonical(question)) else found


@lru_cache(maxsize=4096)
def _pairs(text: str) -> frozenset[Pair]:
    """Words without accents that follow each other, abbreviations spelled out; numbers are none."""
    return frozenset(pair for pair in pairwise(syllables(fold(spell_out(text)).lower())) if not "".join(pair).isdigit())
