"""Accents restored: "ty le ho ngheo" becomes "tỷ lệ hộ nghèo".

A syllable bigram model (interpolated with the unigram, Witten-Bell style) and a Viterbi search over the accented forms of
each bare syllable. The search also decides, syllable by syllable, whether the writer was typing accents at that point
(two states, changing rarely), so a bare word inside an accented sentence ("thu", "cho") stays as it is, and a sentence
half typed with accents is completed.
"""

from __future__ import annotations

import functools
import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from plans.document import Span
from plans.errors import IndexMismatch
from plans.place import Gazetteer
from plans.text import canonical, fold, nfc

FORMAT = 2
DATA = Path(__file__).resolve().parent / "data"
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[.;:?!,()\n\"“”]")
_WORD = re.compile(r"[^\W\d_]+")
EDGE, NUMBER = "<s>", "<n>"
"""The symbols for the edge of a sentence and for a number."""
MARKS = frozenset('.;:?!,()\n"“”')
# Chosen on dev questions and documents, split by document (see the docstring of `_Searcher.step` for their meaning).
BACKOFF = 2.0
UNSEEN = 0.05
SWITCH = math.log(0.004)
STAY = math.log(0.996)
PHRASE_WEIGHT, NAME_WEIGHT, SYLLABLE_WEIGHT = 2, 1, 10


@dataclass(frozen=True, slots=True)
class Restoration:
    """`text` has the length of the input in syllables, not in characters; `spans` are the changed stretches of `text`."""

    text: str
    spans: tuple[Span, ...]


class AccentModel:
    """Counts of syllables and of pairs of them.

    `vocabulary` are canonical syllables, with `counts` [v] beside them; a pair (i, j) of their indices is in `pairs` as
    i * v + j, sorted, with `pair_counts` beside them.
    """

    def __init__(
        self,
        vocabulary: list[str],
        counts: NDArray[np.int64],
        pairs: NDArray[np.int64],
        pair_counts: NDArray[np.int64],
    ) -> None:
        self.vocabulary, self.counts, self.pairs, self.pair_counts = vocabulary, counts, pairs, pair_counts
        self._index = {word: i for i, word in enumerate(vocabulary)}
        self._forms: dict[str, list[int]] = {}
        for i, word in enumerate(vocabulary):
            self._forms.setdefault(fold(word) if i > 1 else word, []).append(i)
        size = len(vocabulary)
        self._floor = UNSEEN / (counts.sum() + UNSEEN * size)
        self._log_unigram = (counts + UNSEEN) / (counts.sum() + UNSEEN * size)
        self._followed = np.zeros(size, dtype=np.int64)  # how often a syllable stands on the left of a pair
        self._followers = np.zeros(size, dtype=np.int64)  # by how many different ones it is followed
        np.add.at(self._followed, pairs // size, pair_counts)
        np.add.at(self._followers, pairs // size, 1)

    def pruned(self, words: int, pairs: int) -> AccentModel:
        """Without the syllables that were seen fewer than `words` times and the pairs seen fewer than `pairs` times."""
        size = len(self.vocabulary)
        kept = self.counts >= words
        kept[:2] = True  # the sentence's edge and numbers
        place = np.cumsum(kept) - 1
        left, right = self.pairs // size, self.pairs % size
        often = kept[left] & kept[right] & (self.pair_counts >= pairs)
        return AccentModel(
            [word for word, stays in zip(self.vocabulary, kept, strict=True) if stays],
            self.counts[kept],
            place[left[often]] * int(kept.sum()) + place[right[often]],
            self.pair_counts[often],
        )

    def folded(self) -> AccentModel:
        """The counts of the syllables and pairs as they are without accents."""
        bare = [word if i < 2 else fold(word) for i, word in enumerate(self.vocabulary)]
        words = list(dict.fromkeys(bare))
        index = {word: i for i, word in enumerate(words)}
        place = np.array([index[word] for word in bare], dtype=np.int64)
        counts, size = np.zeros(len(words), dtype=np.int64), len(self.vocabulary)
        np.add.at(counts, place, self.counts)
        keys, where = np.unique(place[self.pairs // size] * len(words) + place[self.pairs % size], return_inverse=True)
        together = np.zeros(len(keys), dtype=np.int64)
        np.add.at(together, where, self.pair_counts)
        return AccentModel(words, counts, keys, together)

    # made, saved, loaded ---------------------------------------------------------------------------------------------

    @classmethod
    def train(cls, texts: Iterable[str], *, background: bool = True) -> AccentModel:
        """Count the accented text of a corpus, on top of common words and place names (`background`)."""
        tally = _Tally()
        if background:
            tally.add_model(_general())
            for phrase, weight in _background():
                tally.add([EDGE, *(word for word in _words(phrase) if word != EDGE)], weight)
            for syllable, weight in _frequencies():
                tally.add([syllable], weight)
        for text in texts:
            words = _words(text)
            if not _mostly_bare(words):  # a document typed without accents would teach to leave them out
                tally.add([EDGE, *words, EDGE], 1)
        return cls(*tally.result())

    def save(self, path: Path) -> None:
        """Write one .npz file (arrays only, no pickle)."""
        words = np.frombuffer("\n".join(self.vocabulary).encode("utf-8"), dtype=np.uint8)
        head = np.frombuffer(json.dumps({"format": FORMAT}).encode(), dtype=np.uint8)
        with path.open("wb") as file:
            np.savez_compressed(
                file, head=head, words=words, counts=self.counts, pairs=self.pairs, pair_counts=self.pair_counts
            )

    @classmethod
    def load(cls, path: Path) -> AccentModel:
        """Read what `save` wrote; IndexMismatch when it was written by another version."""
        with np.load(path, allow_pickle=False) as data:
            if json.loads(data["head"].tobytes()).get("format") != FORMAT:
                raise IndexMismatch(f"{path} was made by another version: rebuild the index with `python -m ingest`.")
            words = data["words"].tobytes().decode("utf-8").split("\n")
            return cls(words, data["counts"], data["pairs"], data["pair_counts"])

    # asked ---------------------------------------------------------------------------------------------------------

    def count(self, syllable: str) -> int:
        """How often a canonical syllable was seen."""
        index = self._index.get(syllable)
        return int(self.counts[index]) if index is not None else 0

    def place(self, syllable: str) -> int:
        """The index of a canonical syllable in the vocabulary; -1 for one that was not seen."""
        return self._index.get(syllable, -1)

    def knows(self, syllable: str) -> bool:
        """Whether a canonical syllable was seen, with the accents it carries or, typed bare, with any."""
        return syllable in self._index or syllable in self._forms

    def pair_count(self, left: str, right: str) -> int:
        i, j = self._index.get(left), self._index.get(right)
        if i is None or j is None:
            return 0
        key = i * len(self.vocabulary) + j
        at = int(np.searchsorted(self.pairs, key))
        return int(self.pair_counts[at]) if at < len(self.pairs) and self.pairs[at] == key else 0

    def share(self, left: str, right: str) -> float:
        """Of the times that `left` was followed by anything, the share in which it was by `right`."""
        i = self._index.get(left)
        return self.pair_count(left, right) / int(self._followed[i]) if i is not None and self._followed[i] else 0.0

    def restore(self, text: str, standing_for: Mapping[int, str] | None = None) -> Restoration:
        """Put the accents on the bare syllables of `text` (NFC) that lack them. `standing_for` are the words for which what
        begins at an offset is short: "no XDCB" is read like "no xay dung co ban". What is short stays as typed, and says
        nothing of the word behind it."""
        tokens = list(_TOKEN.finditer(text))
        if not tokens:
            return Restoration(text, ())
        meant = standing_for or {}
        read = [[*meant.get(token.start(), "").split(), token.group()] for token in tokens]
        best = iter(_Searcher(self, shouted=text.isupper()).best([word for words in read for word in words]))
        chosen = [[next(best) for _ in words][-1] for words in read]
        parts, spans, at, length = [], [], 0, 0
        for token, form in zip(tokens, chosen, strict=True):
            between = text[at : token.start()]
            new = token.group() if form is None else _cased(form, token.group())
            parts += [between, new]
            length += len(between)
            if new != token.group():
                spans.append(Span(length, length + len(new)))
            length += len(new)
            at = token.end()
        parts.append(text[at:])
        return Restoration("".join(parts), tuple(spans))

    def forms(self, folded: str) -> list[int]:
        return self._forms.get(folded, [])

    def log_following(self, left: list[int], right: list[int]) -> NDArray[np.float64]:
        """[len(left), len(right)]: log P(right | left); -1 on the left stands for an unknown word, on the right for one.

        P(w | v) = (c(v, w) + k P(w)) / (c(v) + k), k = `BACKOFF` times the number of different followers of v (Witten and
        Bell 1991); an unknown word counts as seen `UNSEEN` times.
        """
        size = len(self.vocabulary)
        rows = np.array(left)[:, None]
        columns = np.array(right)[None, :]
        unigram = np.where(columns >= 0, self._log_unigram[np.maximum(columns, 0)], self._floor)
        keys = rows * size + columns
        at = np.minimum(np.searchsorted(self.pairs, keys), max(len(self.pairs) - 1, 0))
        seen = (rows >= 0) & (columns >= 0) & (self.pairs[at] == keys) if len(self.pairs) else np.zeros(keys.shape, bool)
        together = np.where(seen, self.pair_counts[at] if len(self.pairs) else 0, 0)
        total = np.where(rows >= 0, self._followed[np.maximum(rows, 0)], 0)
        mass = BACKOFF * (1 + np.where(rows >= 0, self._followers[np.maximum(rows, 0)], 0))
        probability: NDArray[np.float64] = np.log((together + mass * unigram) / (total + mass))
        return probability


class _Searcher:
    """Viterbi over (form, whether accents were being typed)."""

    def __init__(self, model: AccentModel, *, shouted: bool) -> None:
        self.model, self.shouted = model, shouted

    def best(self, tokens: list[str]) -> list[str | None]:
        """The form chosen for each token, None where it stays as typed."""
        states = [self._states(token) for token in tokens]
        scores = np.zeros(1)
        previous, typing = [0], np.array([-1])  # the sentence's edge; neither typing state yet
        back: list[NDArray[np.intp]] = []
        for forms, accented in states:
            # between one form and one form there is nothing to choose
            step = self.model.log_following(previous, forms) if len(previous) * len(forms) > 1 else np.zeros((1, 1))
            changed = (typing[:, None] >= 0) & (accented[None, :] >= 0) & (typing[:, None] != accented[None, :])
            total = scores[:, None] + step + np.where(changed, SWITCH, STAY)
            back.append(total.argmax(axis=0))
            scores = total.max(axis=0)
            typing = np.where(accented >= 0, accented, typing[back[-1]])
            previous = forms
        chosen = int(scores.argmax())
        result: list[str | None] = []
        for (forms, accented), pointers, token in zip(reversed(states), reversed(back), reversed(tokens), strict=True):
            form = forms[chosen]
            bare = accented[chosen] == 0 and form >= 0
            result.append(self.model.vocabulary[form] if bare and _WORD.fullmatch(token) else None)
            chosen = int(pointers[chosen])
        return result[::-1]

    def _states(self, token: str) -> tuple[list[int], NDArray[np.int64]]:
        """The forms that a token may stand for and, for each, whether it means accents were typed (1), not (0), or says
        nothing (-1)."""
        if token in MARKS:
            return [0], np.array([-1])
        if token.isdigit():
            return [1], np.array([-1])
        word = canonical(token)
        known = self.model._index.get(word, -1)
        if word != fold(token):
            return [known], np.array([1])
        forms = self.model.forms(word)
        abbreviation = token.isupper() and len(token) > 1 and not self.shouted
        if abbreviation or not forms:
            return [known], np.array([-1])
        return [known, *forms], np.array([1] + [0] * len(forms))


def _words(text: str) -> list[str]:
    """Canonical syllables, numbers as one symbol, punctuation as the edge of a sentence."""
    return [_symbol(token) for token in _TOKEN.findall(nfc(text))]


@functools.lru_cache(maxsize=200_000)
def _symbol(token: str) -> str:
    return EDGE if token in MARKS else NUMBER if token.isdigit() else canonical(token)


@functools.lru_cache(maxsize=200_000)
def _bare(word: str) -> bool:
    return fold(word) == word


class _Tally:
    """Counts of words and of neighbouring pairs, gathered as numbers and folded together a million words at a time."""

    _FULL = 1_000_000

    def __init__(self) -> None:
        self._ids: dict[str, int] = {EDGE: 0, NUMBER: 1}
        self._buffers: dict[int, list[int]] = {}
        self._pairs: list[NDArray[np.int64]] = []  # left << 32 | right
        self._pair_counts: list[NDArray[np.int64]] = []
        self._counts = np.zeros(2, dtype=np.int64)

    def add(self, words: list[str], weight: int) -> None:
        """One stretch of text, counted `weight` times."""
        ids = self._ids
        buffer = self._buffers.setdefault(weight, [])
        buffer.extend([ids.setdefault(word, len(ids)) for word in words])
        buffer.append(-1)
        if len(buffer) > self._FULL:
            self._flush(weight)

    def add_model(self, model: AccentModel) -> None:
        """What another model has counted."""
        ids = np.array([self._ids.setdefault(word, len(self._ids)) for word in model.vocabulary], dtype=np.int64)
        size = len(model.vocabulary)
        counts = np.zeros(len(self._ids), dtype=np.int64)
        counts[: len(self._counts)] = self._counts
        counts[ids] += model.counts
        self._counts = counts
        self._pairs.append((ids[model.pairs // size] << 32) | ids[model.pairs % size])
        self._pair_counts.append(model.pair_counts)

    def _flush(self, weight: int) -> None:
        sequence = np.array(self._buffers.pop(weight), dtype=np.int64)
        words = np.bincount(sequence[sequence >= 0], minlength=len(self._ids)) * weight
        words[: len(self._counts)] += self._counts
        self._counts = words
        left, right = sequence[:-1], sequence[1:]
        joined = (left >= 0) & (right >= 0)
        keys, counts = np.unique((left[joined] << 32) | right[joined], return_counts=True)
        self._pairs.append(keys)
        self._pair_counts.append(counts * weight)

    def result(self) -> tuple[list[str], NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
        """What `AccentModel` is made of."""
        for weight in list(self._buffers):
            self._flush(weight)
        words = list(self._ids)
        order = [0, 1, *sorted(range(2, len(words)), key=words.__getitem__)]
        place = np.empty(len(words), dtype=np.int64)
        place[order] = np.arange(len(words))
        pairs = np.concatenate([np.zeros(0, dtype=np.int64), *self._pairs])
        weights = np.concatenate([np.zeros(0, dtype=np.int64), *self._pair_counts])
        keys, where = np.unique(place[pairs >> 32] * len(words) + place[pairs & 0xFFFFFFFF], return_inverse=True)
        totals = np.zeros(len(keys), dtype=np.int64)
        np.add.at(totals, where, weights)
        return [words[i] for i in order], self._counts[order], keys, totals


def _mostly_bare(words: list[str]) -> bool:
    """Whether Vietnamese text was typed without accents: in accented text, most syllables carry a mark."""
    letters = [word for word in words if word not in (EDGE, NUMBER)]
    return len(letters) >= 8 and sum(map(_bare, letters)) * 5 > len(letters) * 4


def _background() -> Iterator[tuple[str, int]]:
    """Phrases of general and administrative Vietnamese, and the names of all units, with their weights."""
    for line in _phrases():
        yield line, PHRASE_WEIGHT
    for place in Gazetteer.load().places():
        yield place.long_name, NAME_WEIGHT * (20 if place.tier == "province" else 3 if place.tier == "district" else 1)


@functools.cache
def _general() -> AccentModel:
    """Counted by scripts/fit_accents.py over the training documents, in which no corpus has a part."""
    return AccentModel.load(DATA / "accents.npz")


@functools.cache
def _phrases() -> tuple[str, ...]:
    return tuple(phrase.strip() for line in _lines("words.txt") for phrase in line.split(",") if phrase.strip())


@functools.cache
def _frequencies() -> tuple[tuple[str, int], ...]:
    rows = [line.split() for line in _lines("syllables.txt")]
    return tuple(
        (canonical(syllable), int(figure) * SYLLABLE_WEIGHT) for figure, *syllables in rows for syllable in syllables
    )


def _lines(name: str) -> list[str]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _cased(form: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return form.upper()
    return form[0].upper() + form[1:] if like[0].isupper() else form
