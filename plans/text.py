"""Vietnamese text: normal forms, folding, syllables and sentences.

Two forms of a text exist side by side: the source as it stands, which is shown and quoted, and a form for matching (NFC,
one tone-mark placement, lower case, or folded to bare letters). Functions that map between them keep offsets.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache, wraps

from plans.document import Span

_ZERO_WIDTH = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_LOOK_ALIKES = str.maketrans({"\u00d0": "\u0110", "\u00f0": "\u0111", "\u0189": "\u0110"})  # Ð, ð, Ɖ written for Đ, đ
_TONES = "\u0300\u0301\u0303\u0309\u0323"
REPLIES = re.compile(r"[\W_]*(?:\(?ý kiến )?(?:trả lời|giải trình|tiếp thu, giải trình|đáp)\b[^:.\n]{0,60}:", re.IGNORECASE)
"""How a paragraph begins that replies to the one before it: "Trả lời: ...", "Sở Xây dựng" may follow."""
_SYLLABLE = re.compile(r"[^\W_]+(?:[.,/][0-9]+)*%?")

# "oà/òa", "uỷ/ủy", "oé/óe": in an open syllable both placements are in use; the matching form marks the first vowel.
_OPEN_PAIR = re.compile(
    rf"(?<![a-z])([a-z\u0111]*?)(o)([ae])([{_TONES}])(?![a-z])|(?<![a-z])([a-z\u0111]*?)(u)(y)([{_TONES}])(?![a-z])"
)


_REMEMBERED = 8192
"""Texts whose form for matching is kept: those of a question and of what is read for it are asked for again and again."""
_LONGEST_REMEMBERED = 1000


def _remembered(form: Callable[[str], str]) -> Callable[[str], str]:
    """`form`, which is not worked out anew for a sentence or a word that was there a moment ago."""
    kept = lru_cache(_REMEMBERED)(form)

    @wraps(form)
    def formed(text: str) -> str:
        return kept(text) if len(text) <= _LONGEST_REMEMBERED else form(text)

    return formed


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


@_remembered
def canonical(text: str) -> str:
    """The accented form for matching: NFC, lower case, real đ, one tone-mark placement, no zero-width marks."""
    decomposed = unicodedata.normalize("NFD", text.translate(_ZERO_WIDTH).translate(_LOOK_ALIKES).lower())
    moved = _OPEN_PAIR.sub(_mark_first_vowel, decomposed)
    return unicodedata.normalize("NFC", moved)


def _mark_first_vowel(match: re.Match[str]) -> str:
    onset, first, second, tone = match.group(1, 2, 3, 4) if match.group(2) else match.group(5, 6, 7, 8)
    if onset.endswith("q"):  # "quý": the u belongs to the onset and never carries the tone
        return onset + first + second + tone
    return onset + first + tone + second


@_remembered
def fold(text: str) -> str:
    """Bare lower-case letters: accents dropped, đ to d. `fold("Đảng uỷ") == "dang uy"`."""
    decomposed = unicodedata.normalize("NFD", text.translate(_ZERO_WIDTH).translate(_LOOK_ALIKES).lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace("\u0111", "d")


def syllables(text: str) -> list[str]:
    """The words to index or compare, in order: runs of letters and digits, a number kept whole ("0,63%", "159", "7/25")."""
    return _SYLLABLE.findall(text)


# Control and bidirectional-override characters could hide or reorder what is shown; half a surrogate pair cannot be sent.
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def clean(text: str) -> str:
    """`text` with the characters removed that a page or a cell must not carry. Not for what offsets point into."""
    return _SURROGATE.sub("\ufffd", _UNSEEN.sub("", text))


_MARKS = re.compile(r"\*+|^[ \t]*#+[ \t]+|-{4,}|_{4,}", re.MULTILINE)
_BARS = re.compile(r"(?:\s*\|\s*)+")
_SPACE = re.compile(r"\s+")


@_remembered
def flatten(text: str) -> str:
    """One line as a person reads it: Markdown marks dropped, cell bars spaced, white space collapsed. For matching and
    display of short answers; offsets are not kept."""
    return _SPACE.sub(" ", _BARS.sub(" | ", _MARKS.sub("", text))).strip(" |")


def has_accents(text: str) -> bool:
    """Whether any letter carries a Vietnamese mark (đ included)."""
    return fold(text) != text.translate(_ZERO_WIDTH).lower()


_SENTENCE_END = re.compile(
    r"""[.!?\u2026]+["\u201d\u2019)\]*]*(?=\s|$)   # closing punctuation, then space: refused below after an abbreviation
      | \n[ \t]*\n\s*                              # a blank line
      | \n(?=[ \t]*(?:[-+\u2022\u2013*\u00b7]\s|\d{1,2}[.)]\s|[a-z\u0111][.)]\s))   # a list item on its own line
    """,
    re.VERBOSE,
)
_ABBREVIATED = re.compile(
    r"(?:^|[\s(\"\u201c])(?:[A-Z\u0110]{1,2}|Tp|Tx|Tt|Th[sS]|PGS|GS|TS|BS|v\.v|tr|[Tt]h|[Nn]o|[Mm]r|[Dd]r|St)\.$"
)
_STARTS_LOWER = re.compile(r"\s*[a-z\u0111\u00e0-\u00ff\u0103\u01a1\u01b0\u1ea1-\u1ef9,;]")


def sentences(text: str) -> list[Span]:
    """Sentences of one block, as spans without surrounding white space. A single line end inside is a wrapped line.

    "TX. Cai Lậy", "TP. HCM", "ThS. Lan", "9.484" and "v.v. của" are not cut; list items on lines of their own are.
    """
    found: list[Span] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        end = match.end()
        if match.group()[0] == ".":
            before = text[max(start, end - 12) : end]
            if _STARTS_LOWER.match(text, end) or (len(match.group()) == 1 and _is_abbreviation(before, text, end)):
                continue
        _append_trimmed(found, text, start, end)
        start = end
    _append_trimmed(found, text, start, len(text))
    return found


def _is_abbreviation(before: str, text: str, end: int) -> bool:
    """An abbreviation ends in a dot and goes on on the same line with a name or number."""
    following = text[end : end + 2].strip()
    if not following or not (following[0].isalnum()):
        return False
    if _ABBREVIATED.search(before):
        return True
    return bool(
        re.search(r"(?:^|[\s\n*|])(?:\d{1,2}|[IVXL]{1,5}|[A-Za-z\u0111])\.$", before)
    )  # "1. Mục tiêu", "I. TÌNH HÌNH"


def _append_trimmed(found: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        found.append(Span(start, end))
