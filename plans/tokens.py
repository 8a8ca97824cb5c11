"""The tokens that quantities are read from: numbers, words and marks, with offsets; space and Markdown stars drop out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from plans.text import canonical, fold, has_accents

TokenKind = Literal["number", "word", "mark", "gap", "taken"]

_TOKEN = re.compile(
    r"(?P<gap>\n[ \t\r*_>]*\n\s*)"
    r"|(?P<number>[0-9]+(?:[.,][0-9]+)*)"
    r"|(?P<word>[kcd]?m[23](?![^\W_])|tr\.đ(?:ồng)?|[^\W\d_]+)"
    r"|(?P<mark>[^\s*_\u200b\u200c\u200d\u2060\ufeff\u00ad])"
)


@dataclass(frozen=True, slots=True)
class Token:
    """`form` is what vocabularies are asked for: the canonical word, folded when the whole text is typed without accents.

    `gap` is a blank line; `taken` marks what something else (a date, a document number) has claimed.
    """

    kind: TokenKind
    text: str
    form: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text cut into tokens. `bare`: no letter of it carries a mark, so words are compared folded."""

    source: str
    items: tuple[Token, ...]
    bare: bool

    def __len__(self) -> int:
        return len(self.items)

    def kind(self, index: int) -> TokenKind | None:
        """The kind at `index`, None outside the text."""
        return self.items[index].kind if 0 <= index < len(self.items) else None

    def form(self, index: int) -> str:
        """The form at `index`; "" outside the text and for what is taken."""
        if not 0 <= index < len(self.items) or self.items[index].kind == "taken":
            return ""
        return self.items[index].form

    def glued(self, index: int) -> bool:
        """Whether the token at `index` touches the one before it."""
        return 0 < index < len(self.items) and self.items[index - 1].end == self.items[index].start


class Vocabulary:
    """A set of words or phrases that can be asked in accented or in bare letters.

    Phrases are space-separated; `longest` finds the longest one at a place, `longest_before` the longest that ends there.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        accented = {tuple(canonical(phrase).split()) for phrase in phrases}
        self._sets = (accented, {tuple(fold(word) for word in phrase) for phrase in accented})
        self._lengths = sorted({len(phrase) for phrase in accented}, reverse=True)
        self._firsts = tuple({phrase[0] for phrase in one} for one in self._sets)

    def has(self, word: str, bare: bool = False) -> bool:
        return (word,) in self._sets[bare]

    def longest(self, tokens: Tokens, index: int) -> int:
        """How many tokens from `index` on the longest phrase takes; 0 when none starts there."""
        if tokens.form(index) not in self._firsts[tokens.bare]:
            return 0
        for length in self._lengths:
            if tuple(tokens.form(index + i) for i in range(length)) in self._sets[tokens.bare]:
                return length
        return 0

    def longest_before(self, tokens: Tokens, end: int) -> int:
        """How many tokens the longest phrase that ends before `end` takes."""
        for length in self._lengths:
            if tuple(tokens.form(i) for i in range(end - length, end)) in self._sets[tokens.bare]:
                return length
        return 0


@lru_cache(maxsize=65536)
def _form(word: str, bare: bool) -> str:
    return fold(word) if bare else canonical(word)


def tokenise(text: str, taken: Iterable[tuple[int, int]] = ()) -> Tokens:
    """Cuts `text`; every `taken` range (sorted or not, overlaps allowed) becomes one token of that kind."""
    bare = not has_accents(text)
    items: list[Token] = []
    claims = _merged(taken)
    claim = 0
    position = 0
    while match := _TOKEN.search(text, position):
        while claim < len(claims) and claims[claim][1] <= match.start():
            claim += 1
        if claim < len(claims) and claims[claim][0] < match.end():
            start, end = claims[claim]
            items.append(Token("taken", text[start:end], text[start:end], start, end))
            position = end
            claim += 1
            continue
        kind: TokenKind = match.lastgroup  # type: ignore[assignment]
        word = match.group()
        items.append(Token(kind, word, _form(word, bare) if kind == "word" else word, *match.span()))
        position = match.end()
    return Tokens(text, tuple(items), bare)


def _merged(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
