"""Administrative abbreviations, both ways: "BHYT" is also searched as "bảo hiểm y tế", and the reverse.

The table, with its sources, is data/abbreviations.tsv.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from plans.document import Span
from plans.text import canonical, fold

TABLE = Path(__file__).resolve().parent / "data" / "abbreviations.tsv"
_SYLLABLE = re.compile(  # what can be read as a Vietnamese syllable typed without accents
    r"(?:b|ch?|d|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x)?[aeiouy]{1,3}(?:ch?|ng?|nh|m|p|t)?"
)
_LETTERS = re.compile(r"(?<![\w&])[A-Za-z]{2,}(?![\w&])")
_NUMBERED = frozenset({"khu phố", "thông tư", "thông báo"})
"""Readings of what a number stands behind: "KP 3" is a khu phố, any other "KP" is not."""
_NUMBER = re.compile(r"\s*(?:(?!(?:19|20)\d\d(?![\d/]))\d|số\b)")
_WORD_EDGE = r"(?<![\w&/-]){}(?![\w&/]|-\w)"


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form standing in a text at `span`; `long_forms` are its readings, the commonest first."""

    span: Span
    short: str
    long_forms: tuple[str, ...]


@functools.cache
def _rows() -> tuple[tuple[str, str, str], ...]:
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return tuple((short, long_form, source) for short, long_form, source in (line.split("\t") for line in lines))


@functools.cache
def _table() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Long forms by short form, and short forms by canonical long form."""
    longs: dict[str, list[str]] = {}
    shorts: dict[str, list[str]] = {}
    for short, long_form, _ in _rows():
        longs.setdefault(short, []).append(long_form)
        shorts.setdefault(_plain(long_form), []).append(short)
    return {k: tuple(v) for k, v in longs.items()}, {k: tuple(v) for k, v in shorts.items()}


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", canonical(text)))


@functools.cache
def _short_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    longs, _ = _table()
    by_fold: dict[str, str] = {}
    for short in longs:
        by_fold.setdefault(fold(short), short)
    forms = {*longs, *(fold(short).upper() for short in longs if len(short) > 2)}
    lower = {form.lower() for form in forms if len(form) > 2 and not _SYLLABLE.fullmatch(form.lower())}
    listed = "|".join(re.escape(form) for form in sorted(forms | lower, key=len, reverse=True))
    return re.compile(_WORD_EDGE.format(f"(?:{listed})")), by_fold


@functools.cache
def _long_pattern() -> re.Pattern[str]:
    _, shorts = _table()
    listed = "|".join(form.replace(" ", r"[\s–&-]+") for form in sorted(shorts, key=len, reverse=True) if " " in form)
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)")


@functools.cache
def _strokes() -> dict[str, str]:
    """Abbreviations with a Đ by their folded form; of two letters, the kinds of documents only."""
    kinds = {short: source == "ND30" for short, _, source in _rows()}
    found: dict[str, str] = {}
    for short, kind in kinds.items():
        if fold(short).upper() != short and (len(short) > 2 or kind):
            found.setdefault(fold(short), short)
    return found


def with_strokes(text: str, numbers: Sequence[Span] = ()) -> str:
    """Put the Đ back: "HDND" is "HĐND" and, within the document numbers at `numbers`, "QD" is "QĐ" and "ND" "NĐ"."""

    def stroke(match: re.Match[str]) -> str:
        typed = match.group()
        inside = any(one.start <= match.start() < one.end for one in numbers)
        known = _strokes().get(typed.lower())
        if known is None or not typed.isascii() or (len(typed) <= 2 and not inside):
            return typed
        if not inside and not typed.isupper() and _SYLLABLE.fullmatch(typed.lower()):
            return typed
        return known.lower() if typed.islower() else known

    return _LETTERS.sub(stroke, text)


def find(text: str, taken: Sequence[Span] = ()) -> list[Abbreviation]:
    """The abbreviations in `text`, outside the spans `taken` by place names and document numbers.

    Two-letter forms count in capitals only, and not in a text all in capitals; longer ones also without their đ
    ("HDND") and, where they cannot be read as a syllable, in lower case ("ubnd").
    """
    pattern, by_fold = _short_pattern()
    shouted = text.isupper()
    found = []
    for match in pattern.finditer(text):
        span = Span(*match.span())
        if (shouted and len(span) <= 2) or any(span.overlaps(one) for one in taken):
            continue
        short = match.group() if match.group() in _table()[0] else by_fold[fold(match.group())]
        numbered = _NUMBER.match(text, span.end) is not None
        readings = sorted(_table()[0][short], key=lambda form: (form in _NUMBERED) is not numbered)
        found.append(Abbreviation(span, short, tuple(readings)))
    return found


def spell_out(text: str, taken: Sequence[Span] = ()) -> str:
    """`text` with every abbreviation replaced by its commonest long form."""
    for one in reversed(find(text, taken)):
        text = text[: one.span.start] + one.long_forms[0] + text[one.span.end :]
    return text


def expansions(text: str, taken: Sequence[Span] = ()) -> tuple[str, ...]:
    """The other forms to search for: long forms of the abbreviations in `text`, short forms of what is written out."""
    found = [long_form for one in find(text, taken) for long_form in one.long_forms]
    _, shorts = _table()
    for match in _long_pattern().finditer(canonical(text)):
        found.extend([short for short in shorts[_plain(match.group())] if len(short) > 2][:2])
    return tuple(dict.fromkeys(found))
