"""Questions that ask several things: "Ai chủ trì và khi nào phải xong?", "Thu và chi ngân sách là bao nhiêu?".

They are told apart by their words alone; whether each part has an answer of its own, the assistant finds out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from plans.admin_units import split_long_name
from plans.document import Span
from reader.lexicon.names import offices
from reader.lexicon.places import narrowest
from reader.questions.question import Question
from reader.questions.question_words import LEFT_OUT, MEASURES
from reader.questions.relations import relations_asked
from retriever.query import ASIDE

_WORD = re.compile(r"[^\W_]+(?:[-–][^\W_]+)*")
_ASKS = re.compile(
    r"\b(?:bao nhiêu|mấy|bao giờ|(?:ngày|tháng|năm|khi|lúc|hạn) nào|(?:ở|tại) đâu|ai"
    r"|(?:do|là|cơ quan|đơn vị|sở|phòng|ban) nào|là gì|gì|thế nào|ra sao|(?:vì|tại) sao)\b"
)
_CUT = re.compile(r"\s*[,;]\s*(?:và\s+)?|\s+và\s+|\?\s+(?=\w)")
_AND = re.compile(r"\s*[,;]\s*(?:và\s+)?|\s+(?:và|cùng|lẫn)\s+")
_BOUND = re.compile(
    r"\d|[?:.()]|\b(?:bao nhiêu|mấy|của|ở|tại|trong|cho|năm|tháng|quý|giai đoạn|nhiệm kỳ|là|đạt|được|có|theo|từ|đến|toàn|cả"
    r"|so|thế nào|ra sao|xã|phường|huyện|tỉnh|thị xã|thị trấn|thành phố)\b"
)
"""Words and marks at which what is asked after begins or ends."""
_ONLY_AND = re.compile(r"\s*(?:,|;|và|cùng|,?\s+và)\s*")
_LEVEL = re.compile(r"(?:xã|phường|thị trấn|thị xã|thành phố|huyện|quận|tỉnh|tx\.|tp\.?|p\.|h\.)\s*$")
_YEARS = re.compile(r"(?:các )?năm 20\d\d(?:\s*(?:,|và|,\s*và)\s*(?:năm )?20\d\d)+\b")
_YEAR = re.compile(r"20\d\d")
_MEASURE = re.compile(
    rf"(?:tổng )?(?:diện tích gieo trồng|số lượng|vốn|tổng đàn|{MEASURES})(?!\w)",
    re.IGNORECASE,
)
"""What is measured of a thing."""
_SPLIT = ("quantity", "person", "date")
"""Sorts of answer of which one stands for one thing."""
_ONE_FIGURE = re.compile(
    r"\b(?:(?<!và )(?<!, )tổng(?!.*\btổng\b)|chênh|hơn|kém|so với|gấp|nhất|bình quân mỗi|cộng|không|chưa)\b"
)
"""What asks for one figure of several things, or whether something is so."""
_MOST_WORDS = 8
"""Words of one of the things asked after."""
_MOST = 4
"""Parts of a question."""


@dataclass(frozen=True, slots=True)
class Part:
    """A question of its own, read in the light of those in `history`. `words` say what it asks after."""

    question: str
    words: str
    history: tuple[str, ...] = ()


def asks_one_by_one(question: Question) -> tuple[Part, ...]:
    """The parts of a question that has several question words, or that asks such a one again; empty for any other."""
    if question.before is not None:
        return _again(question, asks_one_by_one(question.before))
    text = question.text
    if question.english or question.carried or next(relations_asked(question), None) is not None:
        return ()
    lower = text.lower()
    cuts: list[re.Match[str]] = []
    start = 0
    for mark in _CUT.finditer(lower):
        if _ASKS.search(lower, start, mark.start()) and _ASKS.search(lower, mark.end()):
            cuts.append(mark)
            start = mark.end()
    edges = [0, *(edge for mark in cuts for edge in mark.span()), len(text)]
    pieces = [text[a:b].strip(" ?.") for a, b in zip(edges[::2], edges[1::2], strict=True)]
    if not 1 < len(pieces) <= _MOST:
        return ()
    first, *others = (Part(f"{piece}?", piece) for piece in pieces)
    return (first, *(replace(one, history=(first.question,)) for one in others))


def _again(question: Question, parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts of the question before, each asked again as a follow-up does: "Còn năm 2026?"."""
    return tuple(Part(question.query.question, one.words, (*one.history, one.question)) for one in parts)


def names_several(question: Question) -> tuple[Part, ...]:
    """A question that asks after several things, places or years with one question word or none, as one question for each,
    or one that asks such a question again; else empty."""
    if question.before is not None:
        return _again(question, names_several(question.before))
    lower = question.text.lower()
    relations = {one.relation for one in relations_asked(question)}
    if question.wanted not in _SPLIT or question.english or question.carried or _ONE_FIGURE.search(lower):
        return ()
    if relations - {"change", "growth"}:
        return ()
    by_place = _for_each_place(question, lower)
    return by_place if by_place or relations else _for_each_year(question.text, lower) or _for_each_thing(question, lower)


def _for_each_place(question: Question, lower: str) -> tuple[Part, ...]:
    """One question for each of several places that stand in a row: "của xã A và xã B"."""
    text, places = question.text, sorted(_places(question, lower))
    if not 1 < len(places) <= _MOST or len(narrowest(question.places)) != len(places):
        return ()
    starts = [_with_level(lower, one) for one in places]
    between = zip(places[:-1], starts[1:], strict=True)
    if not all(_ONLY_AND.fullmatch(lower, one.end, start) for one, start in between):
        return ()
    front, behind = text[: starts[0]], text[places[-1].end :]
    names = [text[start : one.end] for start, one in zip(starts, places, strict=True)]
    return tuple(Part(f"{front}{name}{behind}", name) for name in names)


def _with_level(lower: str, name: Span) -> int:
    """Where a name of a place begins with the word for its level."""
    level = _LEVEL.search(lower, 0, name.start)
    return level.start() if level is not None else name.start


def _for_each_year(text: str, lower: str) -> tuple[Part, ...]:
    """One question for each of several years: "năm 2024 và 2025"."""
    row = _YEARS.search(lower)
    if row is None:
        return ()
    front, behind = text[: row.start()], text[row.end() :]
    return tuple(Part(f"{front}năm {year}{behind}", f"năm {year}") for year in _YEAR.findall(row.group()))


def _for_each_thing(question: Question, lower: str) -> tuple[Part, ...]:
    text = question.text
    asides = [Span(*match.span()) for match in (*ASIDE.finditer(text), *LEFT_OUT.finditer(lower))]
    marks = [*(Span(*match.span()) for match in _BOUND.finditer(lower)), *_places(question, lower)]
    bounds = sorted([*asides, *(mark for mark in marks if not any(aside.contains(mark) for aside in asides))])
    sides = [0, *(edge for one in bounds for edge in (one.start, one.end)), len(text)]
    for low, high in zip(sides[::2], sides[1::2], strict=True):
        ands = list(_AND.finditer(lower, low, high))
        edges = [low, *(edge for one in ands for edge in one.span()), high]
        things = [
            Span(a, b).trimmed(text, " ", " ") if b > a else Span(a, a)
            for a, b in zip(edges[::2], edges[1::2], strict=True)
        ]
        named = all(0 < len(_WORD.findall(one.of(text))) <= _MOST_WORDS for one in things)
        held = question.wanted != "person" or all(offices(one.of(text)) for one in things)
        if 1 < len(things) <= _MOST and named and held:
            return tuple(Part(words, one) for words, one in _each(text, things))
    return ()


def _each(text: str, things: Sequence[Span]) -> list[tuple[str, str]]:
    """The question for each of several things, with what it asks after; they share what only the first or the last says:
    "tỷ lệ" of "tỷ lệ hộ nghèo, hộ cận nghèo", "ngân sách" of "thu, chi ngân sách"."""
    first, last = things[0], things[-1]
    front, behind = text[: first.start], text[last.end :]
    names = [one.of(text) for one in things]
    shared, rest = _front(names[0], names[1]), _rest(names)
    found = []
    for at, name in enumerate(names):
        whole = f"{shared} {name}" if at and shared else f"{name} {rest}".strip() if at + 1 < len(names) else name
        found.append((f"{front}{whole}{behind}", whole))
    return found


def _rest(names: Sequence[str]) -> str:
    """What only the last of several names says and all of them are of: "nuôi tôm" of "diện tích, sản lượng nuôi tôm"."""
    *before, last = names
    measure = _MEASURE.match(last)
    if measure is not None and all(_MEASURE.fullmatch(one) for one in before):
        return last[measure.end() :].strip()
    return " ".join(last.split()[1:]) if len(names) == 2 and len(before[0].split()) == 1 else ""


def _front(first: str, second: str) -> str:
    """The words of `first` in front of the one that `second` begins with: "Tỷ lệ" of "Tỷ lệ hộ nghèo", "hộ cận nghèo"."""
    words, begins = first.split(), second.lower().split()[0]
    at = max((at for at, word in enumerate(words) if word.lower() == begins), default=0)
    return " ".join(words[:at])


def _places(question: Question, lower: str) -> list[Span]:
    """Where the question names its places."""
    names = [split_long_name(one.name)[1].lower() for one in narrowest(question.places)]
    return [Span(at, at + len(name)) for name in names if name and (at := lower.find(name)) >= 0]
