"""A question and a text as one sequence of tokens, and the way back from tokens to the text's code points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

from plans.document import Span

LONGEST = 384
"""Tokens of a pair; a longer text is cut at its end."""
LONGEST_QUESTION = 64
LONGEST_CONTEXT = 96
_OPENING = "query: "


@dataclass(frozen=True, slots=True)
class Pair:
    """Tokens `first` to `last` are the text's; `spans` says where in it each of those stands."""

    ids: list[int]
    first: int
    last: int
    spans: list[Span]

    def tokens_of(self, span: Span) -> tuple[int, int] | None:
        """The first and the last token (places in `ids`) that overlap `span`; None when it was cut off."""
        inside = [at for at, one in enumerate(self.spans) if one.start < span.end and span.start < one.end]
        return (self.first + inside[0], self.first + inside[-1]) if inside else None


def padded(pairs: Sequence[Pair]) -> tuple[Tensor, Tensor]:
    """The ids of several pairs, and 1 where a pair has a token: both [pairs, tokens of the longest]."""
    longest = max(len(pair.ids) for pair in pairs)
    ids = torch.ones(len(pairs), longest, dtype=torch.long)
    mask = torch.zeros(len(pairs), longest, dtype=torch.long)
    for row, pair in enumerate(pairs):
        ids[row, : len(pair.ids)] = torch.tensor(pair.ids)
        mask[row, : len(pair.ids)] = 1
    return ids, mask


class Pairs:
    """Makes pairs with the tokenizer of an unpacked model. Thread-safe: the tokenizer is set up once."""

    def __init__(self, folder: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._begin, self._end = (int(self._tokenizer.token_to_id(mark) or 0) for mark in ("<s>", "</s>"))

    def count(self, text: str) -> int:
        return len(self._tokenizer.encode(text, add_special_tokens=False).ids)

    def make(self, question: str, context: str, text: str) -> Pair:
        """`<s> question </s> </s> context </s> text </s>`; answers are looked for in `text` alone."""
        asked = self._tokenizer.encode(_OPENING + question, add_special_tokens=False).ids[:LONGEST_QUESTION]
        about = self._tokenizer.encode(context, add_special_tokens=False).ids[:LONGEST_CONTEXT]
        read = self._tokenizer.encode(text, add_special_tokens=False)
        ids = [self._begin, *asked, self._end, self._end, *about, self._end]
        room = LONGEST - len(ids) - 1
        spans = [Span(*offsets) for offsets in read.offsets[:room]]
        return Pair([*ids, *read.ids[:room], self._end], len(ids), len(ids) + len(spans), spans)
