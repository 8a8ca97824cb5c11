"""Names and values that a sentence pairs off in order: "trồng trọt, chăn nuôi và dịch vụ lần lượt đạt 52%, 40% và 8%"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise

from plans.document import Span
from plans.numbers import find_quantities

_CUE = re.compile(r"\b(?:lần\s+(?:lượt|lược)|tương\s+ứng)\b", re.IGNORECASE)
_LEADS = r"(?:là|đạt|ước|tăng|giảm|còn|chiếm|với|ở|mức|bằng|thêm|được|hơn|trên|gần|khoảng|có|từ|cao|thấp|:|,|xấp\s+xỉ)"
"""What may stand between the cue, or the value in front, and a value."""
_TO_VALUE = re.compile(rf"\s*(?:{_LEADS}\s*)*", re.IGNORECASE)
_NEXT_VALUE = re.compile(rf"\s*(?:\([^()]*\)\s*)?(?:,\s*và|,|;|và|-|–|/)\s*(?:(?!,|:){_LEADS}\s+){{0,3}}", re.IGNORECASE)
_BEGINS = re.compile(r"[;:(]|\btrong\s+đó\b,?|\bcụ\s+thể\b,?", re.IGNORECASE)
_TRAIL = re.compile(
    r"[\s,]*(?:(?:\b(?:đều|cùng|cũng|có|ước|tăng|giảm|đạt|chiếm|còn|là|được|thực hiện|tính|tỷ lệ|tỷ trọng|xếp|trong đó)\b"
    r"|\bvới\b[^,;]{0,40})[\s,]*)*$",
    re.IGNORECASE,
)
_LEVEL = r"(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|sở|ban|ngành|thôn|bản|ấp|khu phố)"
_PART = re.compile(r",|\bvà\b|\bcùng\b", re.IGNORECASE)
_LEVELS = re.compile(rf"\b{_LEVEL}(,)\s*(?={_LEVEL}\b)", re.IGNORECASE)
"""The comma of "các huyện, thành phố" parts no names."""
_MEASURE = re.compile(
    r",\s*(?:kim ngạch|giá trị|doanh thu|sản lượng|diện tích|năng suất|quy mô|công suất|tỷ lệ|tỉ lệ|mức|số|tổng|vốn"
    r"|bình quân|thu nhập|chiều dài|kinh phí)\b",
    re.IGNORECASE,
)
"""What all of those named in front have."""
_THOSE = re.compile(r"\b(?:tỷ lệ|con số|chỉ tiêu|số liệu|mức|năm)\s+(?:này|trên|đó|ấy)\b", re.IGNORECASE)
_AND = re.compile(r"\bvà\b", re.IGNORECASE)
_TURNS = re.compile(r"\b(?:bằng|tăng|giảm|đạt|chiếm)\b", re.IGNORECASE)
_GOES_ON = re.compile(rf"[\s,;(]*(?:(?:{_LEADS}|tương\s+ứng|lần\s+lượt)\s*)*", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_MOST = 8
"""Names that are paired off, at most."""
_FURTHER = 4
"""Commas and "và" in front of the cue that are looked at beside as many as there are names."""
_COMMA_INSIDE, _AND_INSIDE, _AND_EARLY, _COMMA_LAST, _COMMA_OF_TWO = 2.0, 0.7, 2.0, 0.2, 1.0
"""What speaks against a way of cutting names apart: a comma within a name, "và" within one, "và" before another name than
the last, and a comma before the last though there is an "và", more so between two names."""
_DROPPED, _UNEVEN = 0.3, 0.1
"""The same of words left out in front of the names or behind them, and of each word that the longest name has more than the
shortest."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """The k-th of `values` belongs to the k-th of `names`; spans of the text."""

    names: tuple[Span, ...]
    values: tuple[Span, ...]

    def __iter__(self) -> Iterator[tuple[Span, Span]]:
        """Each name with its value."""
        return zip(self.names, self.values, strict=True)


@lru_cache(maxsize=4096)
def pairings(sentence: str) -> tuple[Pairing, ...]:
    """The pairings of one sentence; a row that goes on with as many values again ("bằng 98% và 103% ...") is one more."""
    cue = _CUE.search(sentence)
    if cue is None:
        return ()
    figures = [one.span for one in find_quantities(sentence)]
    runs = [one for one in _runs(sentence, [one for one in figures if one.start >= cue.end()]) if len(one) > 1]
    if not runs or len(runs[0]) > _MOST:
        return ()
    count = len(runs[0])
    direct = _TO_VALUE.fullmatch(sentence, cue.end(), runs[0][0].start) is not None
    rows = _carried_on(sentence, runs) if direct else [one for one in runs if len(one) == count]
    if not direct and (len(rows) < 2 or len(rows) < len(runs)):
        return ()
    names = _names(sentence, cue.start(), count, [one for one in figures if one.end <= cue.start()])
    return tuple(Pairing(names, one) for one in rows) if names else ()


def _carried_on(text: str, runs: Sequence[tuple[Span, ...]]) -> list[tuple[Span, ...]]:
    """The first run, and those behind it that go on with it: "..., bằng 98%, 101% và 103%"."""
    rows = [runs[0]]
    for one in runs[1:]:
        if len(one) != len(rows[0]) or _GOES_ON.fullmatch(text, rows[-1][-1].end, one[0].start) is None:
            break
        rows.append(one)
    return rows


def _runs(text: str, figures: Sequence[Span]) -> Iterator[tuple[Span, ...]]:
    """Figures between which only commas and the like stand, up to the one behind "và"."""
    run: list[Span] = []
    for one in figures:
        ended = len(run) > 1 and _AND.search(text, run[-2].end, run[-1].start) is not None
        if run and (ended or not _follows(text, run[-1], one)):
            yield tuple(run)
            run = []
        run.append(one)
    if run:
        yield tuple(run)


def _follows(text: str, before: Span, one: Span) -> bool:
    """Whether a figure goes on with the row of the one before; "900 con, bằng 98%" begins another."""
    turns = _TURNS.search(text, before.end, one.start) is not None
    another = ("%" in before.of(text)) != ("%" in one.of(text))
    return _NEXT_VALUE.fullmatch(text, before.end, one.start) is not None and not (turns and another)


def _names(text: str, cue: int, count: int, figures: Sequence[Span]) -> tuple[Span, ...]:
    """The last `count` things that are named before `cue`; none where there are fewer."""
    end = cue - len(text[:cue]) + len(text[:cue].rstrip(" :,"))
    low = max([0, *(match.end() for match in _BEGINS.finditer(text, 0, end)), *(one.end for one in figures)])
    if _THOSE.search(text, low, end) is None and (named := _listed(text, low, end, count)):
        return named
    near = [one for one in figures if one.start >= max(text.rfind(mark, 0, end) for mark in ";:")]
    told = figures if len(figures) == count else near
    if len(told) != count:
        return ()
    starts = [0, *(one.end for one in told[:-1])]  # "khách đạt 1,2 triệu lượt, doanh thu 900 tỷ đồng, tăng lần lượt ..."
    return tuple(Span(a, b.end).trimmed(text, " ,;", " ,;") for a, b in zip(starts, told, strict=True))


def _listed(text: str, low: int, end: int, count: int) -> tuple[Span, ...]:
    """The likeliest way to cut the list in front of `end` into `count` names; what stands before the first of them is cut
    off at a comma, and so is what stands behind the last: "qua cảng A, B và C, kim ngạch"."""
    high = _trimmed_end(text, low, end)
    if high <= low:
        return ()
    within = {match.start(1) for match in _LEVELS.finditer(text, low, high)}
    marks = [match for match in _PART.finditer(text, low, high) if match.start() not in within]
    marks = marks[-(count + _FURTHER) :]
    best: tuple[float, tuple[Span, ...]] = (float("-inf"), ())
    for first in range(len(marks) + 1):
        if first and marks[first - 1].group() != ",":
            continue
        start, cut = marks[first - 1].end() if first else low, marks[first:]
        for chosen in combinations(cut, count - 1):
            ways = [(high, cut)]
            if cut[-1] is not chosen[-1] and chosen[-1].group() != "," and _MEASURE.match(text, cut[-1].start()):
                ways.append((cut[-1].start(), cut[:-1]))
            for stop, used in ways:
                names = _between(text, start, stop, chosen)
                if all(len(one) for one in names):
                    dropped = _DROPPED * (bool(first) + (stop < high))
                    best = max(best, (_likely(text, names, chosen, used) - dropped, names))
    return best[1]


def _likely(text: str, names: Sequence[Span], chosen: Sequence[re.Match[str]], marks: Sequence[re.Match[str]]) -> float:
    commas = [one.group() == "," for one in chosen]
    against = _AND_EARLY * sum(not comma for comma in commas[:-1])
    if commas[-1] and any(one.group() != "," for one in marks):
        against += _COMMA_LAST if len(names) > 2 else _COMMA_OF_TWO
    for one in marks:
        if one not in chosen:
            against += _AND_INSIDE if one.group() != "," else 0.0 if _within_word(text, one) else _COMMA_INSIDE
    sizes = [len(_WORD.findall(one.of(text))) for one in names]
    return -against - _UNEVEN * (max(sizes) - min(sizes))


def _within_word(text: str, comma: re.Match[str]) -> bool:
    """Whether a comma stands within "nông, lâm, ngư nghiệp": a single syllable is in front of it, back to another mark."""
    before = max((match.end() for match in _PART.finditer(text, 0, comma.start())), default=0)
    return len(_WORD.findall(text[before : comma.start()])) == 1


def _between(text: str, start: int, end: int, marks: Sequence[re.Match[str]]) -> tuple[Span, ...]:
    edges = [(start, start), *(one.span() for one in marks), (end, end)]
    return tuple(Span(a[1], b[0]).trimmed(text, " ", " ") for a, b in pairwise(edges))


def _trimmed_end(text: str, low: int, end: int) -> int:
    """Where the last name ends: without verbs, and without what all of them share ("với diện tích")."""
    match = _TRAIL.search(text, low, end)
    return match.start() if match else end
