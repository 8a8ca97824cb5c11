"""The training questions, each with the passages it is read against.

Passages and what stands in front of them are the index's, as they are when a question is answered. A question is read
against the passage that holds its answer and against one or two of the others that a search finds first. Some are read
against such others alone, or asked for another year, or are about something of which their document says nothing: these
have nowhere to find an answer. A follow-up is read as the program completes it from the questions before. A share of the
questions is stripped of accents.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from plans.document import Passage, Span
from plans.text import fold
from reader.questions.conversation import in_context
from reader.spans.questions import Asked, Share, Written, read_written
from retriever import Index
from retriever.arithmetic import one_thread_each

FOUND = 8
"""Passages of a search from which the wrong ones are drawn."""
LONG = 4000
"""Characters from which a document is long: most passages that resemble the right one are its own."""
WRONG = (0.4, 0.4, 0.2)
"""Shares of the questions that are read against no, one, and two wrong passages beside the right one."""
WITHOUT = 0.1
"""Share of the questions that are read against wrong passages alone."""
OTHER_YEAR = 0.1
"""Share of the questions that are asked once more for a year of which the right passage says nothing."""
BARE = 0.15
"""Share of the questions that are stripped of accents."""
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Group:
    """A question against several passages; `answer` is the gold span within the text of the first, None for "nowhere"."""

    question: str
    passages: tuple[Passage, ...]
    answer: Span | None
    share: Share


@dataclass(frozen=True, slots=True)
class Drawn:
    """Which of the questions are learned from: all of the files named in `whole`, of the others a share of those over long
    documents and a share of those over short ones. Of the held-out questions all are read."""

    long: float = 1.0
    short: float = 1.0
    whole: frozenset[str] = frozenset()

    def __call__(self, written: Written, chance: random.Random) -> bool:
        if written.share == "held_out" or written.file in self.whole:
            return True
        return chance.random() < (self.long if len(written.text) >= LONG else self.short)


ALL = Drawn()


def read_groups(data: Path, index: Index, chance: random.Random, threads: int, drawn: Drawn = ALL) -> Iterator[Group]:
    """The questions of the training files of `data`, whose documents `index` holds, as far as they are `drawn`."""
    known = {document.path: document.doc_id for document in index.documents()}
    listed = [
        (written, asked)
        for written in read_written(data)
        if written.path in known  # one of two documents of the same text is left out of an index
        for asked in written.asked
        if drawn(written, chance)
    ]

    def search(one: tuple[Written, Asked]) -> tuple[str, list[Passage]]:
        asked = one[1]
        query = in_context(asked.question, asked.history, index.understand).query
        text = query.text if asked.history else asked.question
        return text, [hit.passage for hit in index.search(query, k=FOUND)]

    with one_thread_each(threads) as pool:
        for (written, asked), (text, found) in zip(listed, pool.map(search, listed), strict=True):
            passages = index.passages(known[written.path])
            yield from _groups(written, replace(asked, question=text), passages, found, chance)


def _groups(
    written: Written, asked: Asked, passages: list[Passage], found: list[Passage], chance: random.Random
) -> Iterator[Group]:
    own = {passage.passage_id for passage in passages}
    question = fold(asked.question) if chance.random() < BARE else asked.question
    if asked.answer is None:
        close = [passage for passage in found if passage.passage_id in own] or passages
        yield Group(question, tuple(close[: chance.randint(1, 2)]), None, written.share)
        return
    gold = asked.answer
    right = next((passage for passage in passages if passage.span.contains(gold)), None)
    if right is None:
        return  # a cut went through it
    silent = [passage for passage in found if gold.of(written.text) not in passage.text]
    count = chance.choices(range(len(WRONG)), WRONG)[0]
    wrong = chance.sample(silent, min(len(silent), count))
    if wrong and chance.random() < WITHOUT:
        yield Group(question, tuple(wrong), None, written.share)
    else:
        answer = Span(gold.start - right.span.start, gold.end - right.span.start)
        yield Group(question, (right, *wrong), answer, written.share)
    other = _other_year(question, f"{right.context} {right.text}", chance)
    if other and chance.random() < OTHER_YEAR:
        yield Group(other, (right,), None, written.share)


def _other_year(question: str, text: str, chance: random.Random) -> str | None:
    """The question for years that the text does not name; None unless it names those that the question asks for."""
    said = set(_YEAR.findall(text))
    asked = set(_YEAR.findall(question))
    moves = [move for move in range(-6, 7) if move and not {str(int(year) + move) for year in asked} & said]
    if not asked or not asked <= said or not moves:
        return None
    move = chance.choice(moves)
    return _YEAR.sub(lambda found: str(int(found.group()) + move), question)
