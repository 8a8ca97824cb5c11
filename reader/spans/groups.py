"""The training files as questions, each with the passages it is read against (data/training/README.md).

A text is cut into passages of random length. A question is read against the passage that holds its answer and against
passages like it, of the same document or of another. Some are read against wrong passages alone, or asked for another
year, and have nowhere to find an answer. A share of the questions is stripped of accents.
"""

from __future__ import annotations

import json
import math
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from plans.document import Span
from plans.text import fold, sentences
from reader.spans.pairs import Pairs

SHORTEST, LONGEST = 60, 170
"""Tokens of a passage: drawn anew for every document."""
SECOND_WRONG = 0.2
"""Share of the questions that are read against two wrong passages beside the right one; the others against one."""
WITHOUT = 0.15
"""Share of the questions that are read against wrong passages alone."""
OTHER_YEAR = 0.1
"""Share of the questions that are asked once more for a year of which the right passage says nothing."""
BARE = 0.15
"""Share of the questions that are stripped of accents."""
LIKE = 12
"""Passages most like a question from which the wrong ones are drawn."""
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Text:
    """A passage of a training document, with the title that stands in front of it."""

    document: int
    title: str
    words: str
    terms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Group:
    """A question against several passages; `answer` is the gold span within the first of them, None for "nowhere"."""

    question: str
    texts: tuple[Text, ...]
    answer: Span | None


def read_groups(folder: Path, pairs: Pairs, chance: random.Random) -> list[Group]:
    """Every question of the folder's files with its passages."""
    texts: list[Text] = []
    asked: list[tuple[str, int, Span]] = []
    document = 0
    for file in sorted(folder.glob("*.jsonl")):
        for line in file.read_text("utf-8").splitlines():
            record = json.loads(line)
            cuts = list(_passages(record["text"], pairs, chance.randint(SHORTEST, LONGEST)))
            first = len(texts)
            for cut in cuts:
                words = cut.of(record["text"])
                texts.append(Text(document, record["title"], words, _terms(f"{record['title']} {words}")))
            for question, answer, *rest in record["qa"]:
                span = _gold(record["text"], answer, rest[1] if len(rest) > 1 else "")
                for at, cut in enumerate(cuts, first):
                    if span is not None and cut.contains(span):
                        asked.append((question, at, Span(span.start - cut.start, span.end - cut.start)))
            document += 1
    rarity = Counter(term for text in texts for term in text.terms)
    groups = []
    for question, right, span in asked:
        wrong = _like(question, right, texts, rarity)
        if chance.random() < BARE:
            question = fold(question)
        chosen = chance.sample(wrong, 2 if chance.random() < SECOND_WRONG else 1)
        if chance.random() < WITHOUT:
            groups.append(Group(question, tuple(texts[at] for at in chosen), None))
        else:
            groups.append(Group(question, tuple(texts[at] for at in (right, *chosen)), span))
        other = _other_year(question, texts[right], chance)
        if other and chance.random() < OTHER_YEAR:
            groups.append(Group(other, (texts[right],), None))
    return groups


def _other_year(question: str, text: Text, chance: random.Random) -> str | None:
    """The question for years that neither the passage nor its title names; None unless they name those it asks for."""
    said = set(_YEAR.findall(f"{text.title} {text.words}"))
    asked = set(_YEAR.findall(question))
    moves = [move for move in range(-6, 7) if move and not {str(int(year) + move) for year in asked} & said]
    if not asked or not asked <= said or not moves:
        return None
    move = chance.choice(moves)
    return _YEAR.sub(lambda found: str(int(found.group()) + move), question)


def _passages(text: str, pairs: Pairs, budget: int) -> Iterator[Span]:
    """Sentences packed up to `budget` tokens."""
    start = end = used = 0
    for one in sentences(text):
        size = pairs.count(one.of(text))
        if end > start and used + size > budget:
            yield Span(start, end)
            start, used = one.start, 0
        end, used = one.end, used + size
    if end > start:
        yield Span(start, end)


def _gold(text: str, answer: str, left: str) -> Span | None:
    """Where the answer stands, behind the words `left` where they are given."""
    at = text.find(left + answer)
    start = at + len(left) if at >= 0 else text.find(answer, max(0, text.find(left)))
    return Span(start, start + len(answer)) if start >= 0 else None


def _terms(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())


def _like(question: str, right: int, texts: Sequence[Text], rarity: Counter[str]) -> list[int]:
    """The passages that share the rarest words with the question, the right one and its overlap left out."""
    words = _terms(question)

    def shared(at: int) -> float:
        return sum(1.0 / math.sqrt(rarity[term]) for term in words & texts[at].terms)

    others = [at for at in range(len(texts)) if at != right]
    return sorted(others, key=shared, reverse=True)[:LIKE]
