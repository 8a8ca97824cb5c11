"""How far the words right around a candidate run like those around the gap in the question.

"giải quyết việc làm cho bao nhiêu lao động" runs like "giải quyết việc làm cho 870 lao động", and not like "tạo việc làm
mới 360 lao động" beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from plans.document import Span
from plans.text import canonical, fold, syllables
from reader.questions.question_words import CONNECTIVES
from retriever.abbreviations import spell_out

_GAP = re.compile(r"\b(?:bao nhiêu|how many|how much|khi nào|bao giờ|mấy|ai|gì|nào|đâu|what|which|who|when|where)\b")
_REACH = 70
"""Characters on either side of a candidate that are compared."""
_FULL = 8
"""Words in a row, on both sides together, that count as all."""


@lru_cache(maxsize=64)
def gap_in(question: str, set_aside: tuple[Span, ...]) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The folded words before and after the question word, abbreviations spelled out; the places in `set_aside` and years
    are left out."""
    text = question
    for span in sorted(set_aside, key=lambda one: -one.start):
        text = f"{text[: span.start]} {text[span.end :]}"
    text = canonical(spell_out(text))
    found = _GAP.search(text)
    return (_words(text[: found.start()]), _words(text[found.end() :])) if found else None


def alignment(gap: tuple[Sequence[str], Sequence[str]] | None, text: str, span: Span, within: Span) -> float:
    """In [0, 1]. `span` is a candidate in `text`, `within` the sentence or row around it."""
    if gap is None:
        return 0.0
    before, after = gap
    left = _words(text[max(within.start, span.start - _REACH) : span.start])
    right = max(
        _common(after, _words(text[start : min(within.end, span.end + _REACH)])) for start in (span.start, span.end)
    )
    return min(1.0, (_common(before[::-1], left[::-1]) + right) / _FULL)


def _words(text: str) -> tuple[str, ...]:
    return tuple(one for one in syllables(fold(text)) if one not in CONNECTIVES and not one[0].isdigit())


def _common(asked: Sequence[str], said: Sequence[str]) -> int:
    """How many words of `asked` `said` begins with, in their order; it may have one word more among them."""
    at = count = skipped = 0
    for word in asked:
        if not skipped and at + 1 < len(said) and said[at] != word and said[at + 1] == word:
            at, skipped = at + 1, 1
        if at >= len(said) or said[at] != word:
            break
        at, count = at + 1, count + 1
    return count
