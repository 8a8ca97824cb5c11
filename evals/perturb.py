"""Robustness suites: the same questions as people really type them, or turned into ones that have no answer.

Each suite is a function of a question and a seeded random generator that gives the changed question, or None where the
question offers nothing to change. What a suite makes depends on the set, the corpus and the seed only.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from evals.questions import MUST_PASS, Question
from plans.document import Span
from plans.place import Gazetteer, Place, PlaceMention
from plans.text import fold, has_accents, nfc

_ACCENTED_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"(?<![\d./,-])(?:19|20)\d\d(?![\d/]|[.,]\d)")

_TELEX_TONE = {"\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
_TELEX_SHAPE = {"\u0302": None, "\u0306": "w", "\u031b": "w"}  # circumflex doubles the vowel

SHORT_FORMS: Mapping[str, str] = {
    "Ủy ban nhân dân": "UBND",
    "Hội đồng nhân dân": "HĐND",
    "Mặt trận Tổ quốc": "MTTQ",
    "nông thôn mới": "NTM",
    "kinh tế - xã hội": "KT-XH",
    "quốc phòng, an ninh": "QP-AN",
    "quốc phòng - an ninh": "QP-AN",
    "ngân sách nhà nước": "NSNN",
    "bảo hiểm y tế": "BHYT",
    "bảo hiểm xã hội": "BHXH",
    "trung học cơ sở": "THCS",
    "trung học phổ thông": "THPT",
    "giải phóng mặt bằng": "GPMB",
    "khu công nghiệp": "KCN",
    "cán bộ, công chức, viên chức": "CBCCVC",
    "sản xuất kinh doanh": "SXKD",
    "công nghiệp hóa, hiện đại hóa": "CNH, HĐH",
    "tai nạn giao thông": "TNGT",
    "thị xã": "TX.",
    "thành phố": "TP.",
    "thị trấn": "TT.",
}
"""Long forms and what officials write for them (usage in published plans)."""


@dataclass(frozen=True, slots=True)
class World:
    """What a suite may look at besides the question: the corpus, folded to bare letters, and the gazetteer."""

    corpus: str
    gazetteer: Gazetteer

    @classmethod
    def of(cls, texts: Iterable[str]) -> World:
        return cls(" ".join(fold(text) for text in texts), Gazetteer.load())


Suite = Callable[[Question, random.Random, World], Question | None]


def perturb(questions: Sequence[Question], name: str, world: World, seed: int = 0) -> list[Question]:
    """The suite `name` of `SUITES` over a set. Ids get the suite's name; the must-pass tag is not carried over."""
    suite = SUITES[name]
    made = []
    for question in questions:
        # A generator for each question: adding or removing one leaves the others as they were.
        changed = suite(question, random.Random(f"{seed}/{name}/{question.question_id}"), world)
        if changed is not None and changed.question != question.question:
            tags = tuple(tag for tag in question.tags if tag != MUST_PASS)
            made.append(replace(changed, question_id=f"{question.question_id}/{name}", tags=(*tags, name)))
    return made


def no_accents(question: Question, rng: random.Random, world: World) -> Question | None:
    """Typed with no Vietnamese keyboard: bare letters, lower case."""
    return replace(question, question=fold(question.question)) if has_accents(question.question) else None


def telex(question: Question, rng: random.Random, world: World, share: float = 0.25) -> Question | None:
    """The input method was off for some words: their keystrokes stand there raw ("hộ nghèo" as "hooj ngheof")."""
    words = [match for match in _ACCENTED_WORD.finditer(nfc(question.question)) if has_accents(match.group())]
    if not words:
        return None
    slipped = set(rng.sample(range(len(words)), max(1, round(share * len(words)))))
    changes = [(Span(*words[number].span()), keystrokes(words[number].group())) for number in slipped]
    return replace(question, question=splice(nfc(question.question), changes))


def keystrokes(word: str) -> str:
    """A syllable as its Telex keys: letters with their shape marks doubled or followed by w, the tone key last."""
    keys, tone = "", ""
    for character in unicodedata.normalize("NFD", word):
        if character in _TELEX_TONE:
            tone = _TELEX_TONE[character]
        elif character in _TELEX_SHAPE:
            keys += _TELEX_SHAPE[character] or keys[-1].lower()
        else:
            keys += {"đ": "dd", "Đ": "Dd"}.get(character, character)
    return keys + tone


def short_forms(question: Question, rng: random.Random, world: World) -> Question | None:
    """Long forms written as officials abbreviate them."""
    text = nfc(question.question)
    for long, short in SHORT_FORMS.items():
        text = re.sub(rf"(?<!\w){re.escape(long)}(?!\w)", short, text, flags=re.IGNORECASE)
    return replace(question, question=text)


def slip(question: Question, rng: random.Random, world: World) -> Question | None:
    """One typing slip in one word of three letters or more: a letter dropped, doubled, or swapped with the next one."""
    text = nfc(question.question)
    words = [match for match in _ACCENTED_WORD.finditer(text) if len(match.group()) >= 3]
    if not words:
        return None
    word = rng.choice(words)
    at = rng.randrange(word.start(), word.end() - 1)
    changed = rng.choice([text[at + 1] + text[at], text[at] * 2 + text[at + 1], text[at + 1]])
    return replace(question, question=text[:at] + changed + text[at + 2 :])


def other_year(question: Question, rng: random.Random, world: World) -> Question | None:
    """The year moved to the nearest later one that the corpus does not name anywhere: there is no answer."""
    found = list(_YEAR.finditer(question.question))
    if not found or not question.answerable:
        return None
    shift = 1
    while any(str(int(one.group()) + shift) in world.corpus for one in found):
        shift += 1
    text = _YEAR.sub(lambda match: str(int(match.group()) + shift), question.question)
    return _unanswerable(question, text, f"the corpus names no year {shift} later")


def other_place(question: Question, rng: random.Random, world: World) -> Question | None:
    """The place swapped for one of the same level that the corpus does not name anywhere: there is no answer."""
    mentions = _certain(question, world)
    if len(mentions) != 1 or not question.answerable or question.history:
        return None  # a second place, or a question before, would still point into the corpus
    mention = mentions[0]
    other = strange_place(mention.candidates[0], rng, world)
    if other is None:
        return None
    name = named_like(mention.span.of(question.question), mention.candidates[0], other)
    text = question.question[: mention.span.start] + name + question.question[mention.span.end :]
    return _unanswerable(question, text, f"the corpus does not name {other.name}")


def new_place_name(question: Question, rng: random.Random, world: World) -> Question | None:
    """The place by the name of the unit that it became in 2025: the answer stays, under another name."""
    mentions = _certain(question, world)
    if len(mentions) != 1 or not question.answerable:
        return None
    before = [place for place in mentions[0].candidates if len(place.successors) == 1]
    if not before:
        return None
    after = world.gazetteer.place(before[0].successors[0])
    if fold(after.name) in fold(question.question):
        return None
    span = mentions[0].span
    text = question.question[: span.start] + after.long_name + question.question[span.end :]
    return replace(question, question=text)


def _certain(question: Question, world: World) -> list[PlaceMention]:
    return [mention for mention in world.gazetteer.mentions(question.question) if mention.candidates]


def strange_place(place: Place, rng: random.Random, world: World) -> Place | None:
    """A unit of the same level under another parent name, whose name stands nowhere in the corpus."""
    units = [one for one in world.gazetteer.units(place.level) if len(one.name) > 2]
    rng.shuffle(units)
    return next((one for one in units if not re.search(rf"\b{re.escape(fold(one.name))}\b", world.corpus)), None)


def named_like(written: str, place: Place, other: Place) -> str:
    """The other place as the first one was written: level word and accents kept as they were ("tx cai lay")."""
    at = fold(written).find(fold(place.name))
    if at < 0:
        return other.long_name
    name = other.name if has_accents(written) else fold(other.name)
    return written[:at] + name + written[at + len(place.name) :]


def _unanswerable(question: Question, text: str, why: str) -> Question:
    return Question(
        question.question_id,
        text,
        "unanswerable",
        False,
        tags=question.tags,
        history=question.history,
        split=question.split,
        why=why,
    )


def splice(text: str, changes: Sequence[tuple[Span, str]]) -> str:
    """`text` with each span replaced; the spans do not overlap."""
    for span, new in sorted(changes, key=lambda one: one[0], reverse=True):
        text = text[: span.start] + new + text[span.end :]
    return text


SUITES: Mapping[str, Suite] = {
    "no_accents": no_accents,
    "telex": telex,
    "short_forms": short_forms,
    "slip": slip,
    "other_year": other_year,
    "other_place": other_place,
    "new_place_name": new_place_name,
}
