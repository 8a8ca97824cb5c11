"""English questions over Vietnamese documents: which language a question is in, and the Vietnamese for its words.

The dense side understands English by itself; the lexical side needs these words. data/terms.tsv has the terms of plans,
data/words.tsv the words of everyday.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from plans.text import fold, has_accents

_DATA = Path(__file__).resolve().parent / "data"
TABLE = _DATA / "terms.tsv"
WORDS = _DATA / "words.tsv"
_WORD = re.compile(r"[a-z0-9]+(?:['’-][a-z0-9]+)*", re.IGNORECASE)
_MIXED_IN = re.compile(r"(?<![\w./@&-])[a-z]{3,}(?![\w/@&-]|\.\w)")
# English words that no Vietnamese syllable typed without accents is written like ("in", "do", "to", "an", "so" are).
_ENGLISH = frozenset(
    re.findall(
        r"\w+",
        "the of is are was were be been what which who whom whose where when why how many much does did has have had "
        "will would should could and or by from with for at as its their this that these there per each year "
        "please about between after before during after during over less total number",
    )
)
_VIETNAMESE = frozenset(
    re.findall(
        r"\w+",
        "là của bao nhiêu có ở tại năm xã huyện tỉnh phường quận thị thành được theo những các và ai gì nào khi đến "
        "la cua nhieu bao tai nam xa huyen tinh phuong duoc nhung cac va nao den gi "
        "khong nguoi khi da lam cai thi ra cho dau",
    )
)


_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?", re.IGNORECASE
)


def language_of(question: str) -> Literal["vi", "en"]:
    """English where English words outnumber Vietnamese ones; names do not count.

    Function words count, words in small letters with Vietnamese accents, and, where there are several, words of the tables
    that no Vietnamese syllable is spelled like ("poverty rate Cai Lậy 2023").
    """
    spelled = re.findall(r"[^\W\d_]+", question)
    words = [word.lower() for word in spelled]
    if all(_SYLLABLE.fullmatch(word) or not (word in _ENGLISH or _only_english(word)) for word in words):
        return "vi"  # "the", "to", "can" are bare Vietnamese syllables too
    functions = sum(word in _ENGLISH for word in words)
    content = sum(_only_english(word) for word in words if word not in _ENGLISH)
    english = functions + (content if functions + content >= 2 else 0)
    accented = sum(word.islower() and fold(word) != word for word in spelled)
    vietnamese = max(accented, sum(word in _VIETNAMESE for word in words if word not in _ENGLISH))
    return "en" if (english >= 2 and english > vietnamese) or (english == 1 and vietnamese == 0 and _plain(words)) else "vi"


def _only_english(word: str) -> bool:
    known = any(form in table for table in (_table(TABLE), _table(WORDS)) for form in _base_forms(word))
    return known and _SYLLABLE.fullmatch(word) is None


def _plain(words: list[str]) -> bool:
    return sum(fold(word) == word for word in words) * 2 > len(words)


_Table = dict[str, tuple[str, ...]]
_LONGEST = 6
"""Words in a term."""
# Endings of English words and what stands for them in the base form, the likelier reading first.
_ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("est", ""),
    ("'s", ""), ("er", ""), ("ly", ""),
)  # fmt: skip


@functools.cache
def _table(file: Path) -> _Table:
    rows = [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return {english: tuple(vietnamese.split("|")) for english, vietnamese in rows}


def translate(question: str) -> tuple[str, ...]:
    """The Vietnamese for the English terms of plans in a question, all alternatives, the longest term first."""
    found = [match for _, match in _matches(_spoken(question), _table(TABLE))]
    return tuple(dict.fromkeys(word for match in found for word in match))


def unheard_of(question: str, known: Callable[[str], bool]) -> bool:
    """Whether an English question has a term of plans of which no Vietnamese alternative is `known`."""
    found = _matches(_spoken(question), _table(TABLE))
    return any(not any(map(known, alternatives)) for _, alternatives in found)


def glosses(question: str) -> tuple[str, ...]:
    """The likeliest Vietnamese for the other words of an English question, those that everyday's table has."""
    words = _spoken(question)
    for places, _ in _matches(words, _table(TABLE)):
        words[places] = [""] * len(words[places])
    return tuple(dict.fromkeys(match[0] for _, match in _matches(words, _table(WORDS))))


def in_vietnamese(question: str, known: Callable[[str], bool]) -> str:
    """A Vietnamese question with Vietnamese for the English words mixed in ("bao nhiêu tourist"), the likeliest of each.

    Words that a Vietnamese syllable is spelled like, names, and what is `known` as a word of the documents stay. In a
    question without accents the Vietnamese has none either.
    """
    form = str if has_accents(question) else fold

    def said(match: re.Match[str]) -> str:
        word = match.group()
        if not word.islower() or not _only_english(word) or known(word):
            return word
        found = next(table[form] for table in (_table(TABLE), _table(WORDS)) for form in _base_forms(word) if form in table)
        return form(found[0])

    return _MIXED_IN.sub(said, question)


def _spoken(question: str) -> list[str]:
    return [word.lower().replace("’", "'") for word in _WORD.findall(question)]


def _matches(words: list[str], table: _Table) -> list[tuple[slice, tuple[str, ...]]]:
    """What a table has for the words, the longest run first at each place, and where that stands."""
    found: list[tuple[slice, tuple[str, ...]]] = []
    at = 0
    while at < len(words):
        for stop in range(min(len(words), at + _LONGEST), at, -1):
            *first, last = words[at:stop]
            match = next((table[one] for form in _base_forms(last) if (one := " ".join([*first, form])) in table), None)
            if match and last:
                found.append((slice(at, stop), match))
                at = stop
                break
        else:
            at += 1
    return found


def _base_forms(word: str) -> list[str]:
    """The word and what it may be a form of: "cities" of "city", "planned" of "plan"."""
    forms = [word]
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word.removesuffix(ending) + instead
            forms.append(stem)
            if not instead and stem[-1] == stem[-2]:
                forms.append(stem[:-1])
    return forms
