"""Stretches that the span reader marks, where they can be an answer: words, and what no rule finds ("hạng 12/63", "25-5 đến
5-6", "các hộ mới thoát nghèo")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plans.document import Span
from plans.text import canonical
from reader.evidence.candidates import Candidate
from reader.evidence.phrases import marked_phrases, says_more
from reader.evidence.units import Unit
from reader.lexicon.bodies import is_body
from reader.lexicon.names import OFFICE
from reader.lexicon.ordinals import ordinals
from reader.questions.question import Question
from reader.scoring.eligibility import anybody, asks_for_one_of_two, fits, points_back
from reader.scoring.features import TYPED, group_of
from reader.spans import Reading

MARKED = 5
"""Stretches that the span reader marks in each passage."""
MOST_WORDS = 12
"""Of a marked stretch that says who or when in common words."""
MOST_FIGURE = 40
"""Characters of a marked stretch that can be a figure, a date or a place in a sequence."""
MOST_HEAD = 6
"""Of the words in front of "là" that name what is asked for."""
_LABEL = re.compile(r"^(?:[-+*•]|\w{1,3}[.)])+\s+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WHEN = re.compile(
    r"(?:ngay |chỉ |vào )?(?:sau|trước|đến|từ|trong|tới|đầu|cuối|giữa|suốt|khi|lúc|mùa|vụ|dịp|hằng|hàng|mỗi|nếu)\b",
    re.IGNORECASE,
)
"""How words begin that say when."""
_EVENT = re.compile(r"(?:ngay |chỉ )?(?:sau |trước |đến )?khi\b", re.IGNORECASE)
_EVENT_ENDS = re.compile(r"[;:)]|[,.](?!\d)|\s(?:để|nhằm|vì|do|thì|mà|và)\b|\s*$")
_SOME = re.compile(r"(?:một số|nhiều|các|những|mọi|hầu hết|phần lớn)\s", re.IGNORECASE)
_NOUN_IN_FRONT = re.compile(
    r"(?:^|[,;:(]\s|\b(?:song|nhưng|do|vì|bởi|nhờ|nên|là)\s)"
    r"(?!(?:do|vì|bởi|nhờ|là|để|có|và|với|cho|của|ở|tại|trong|trên|từ|khi|tuy|mà|đã|sẽ|còn|cùng|theo)\s)(?P<noun>[^\W\d_]+\s)$",
    re.IGNORECASE,
)
_COUNT = re.compile(r"\d+ năm\s*")


def marked_candidates(
    question: Question, reading: Reading, units: Sequence[Unit], known: Sequence[Candidate]
) -> Iterator[Candidate]:
    """Those in the `units` of a passage, best first; `known` are the candidates that rules found there."""
    marked = marked_phrases(units, [span for span, _ in reading.best(MARKED)])
    found = [one for one in marked if not points_back(one)]
    if group_of(question) == "words":
        for one in found:
            if (question.wanted == "place" or asks_for_one_of_two(question)) and not fits(question, one):
                continue
            if within_what_is_asked(question, one):
                continue
            if question.wanted == "place" and ";" in one.short:
                continue
            if question.wanted == "list" or says_more(question, one.short):
                yield one
        return
    worded: list[Span] = []
    for one in found:
        if says_in_common_words(question, one, known) and (reading.score(one.span) or 0.0) > 0.0:
            if any(one.span.overlaps(other) for other in worded):
                continue  # the likeliest of several cuts of the same words
            worded.append(one.span)
        elif not (looks_like(question, one) and _unseen(question, one, known)):
            continue
        yield replace(one, kind="body" if is_body(one.short) else TYPED[question.wanted])


def with_its_noun(candidate: Candidate) -> Candidate:
    """Words that begin with how many of something, with the word in front of that: "song giá một số vật tư tăng" tells of
    the price, not of the things; any other candidate as it is."""
    unit = candidate.unit
    if candidate.kind != "text" or not unit.span.contains(candidate.span) or not _SOME.match(candidate.short):
        return candidate
    noun = _NOUN_IN_FRONT.search(candidate.in_front)
    if noun is None:
        return candidate
    return replace(candidate, span=Span(unit.span.start + noun.start("noun"), candidate.span.end))


def within_what_is_asked(question: Question, candidate: Candidate) -> bool:
    """Whether a stretch follows the second "là" of a sentence whose first one follows what is asked for: "nguyên nhân là
    huyện chưa coi đó là [việc gấp]"."""
    head, _, rest = canonical(candidate.in_front).partition(" là ")
    words = _LABEL.sub("", head).split()
    return rest.rstrip().endswith(" là") and 2 <= len(words) <= MOST_HEAD and question.spelled.startswith(" ".join(words))


_OF_TIME = re.compile(
    r"\b(?:ngày|tháng|năm|quý|tuần|giờ|hôm|mùa|vụ|kỳ|giai đoạn|đầu|giữa|cuối|khi|lúc|sau|trước|thế kỷ)\b"
    r"|\d[/.-]\d|\d{4}|\d ?h\b"
)


def looks_like(question: Question, candidate: Candidate) -> bool:
    """Whether a stretch of words can be the number, date, name or document number that is wanted."""
    if question.wanted == "person":
        if anybody(question) and is_body(candidate.short):
            return True
        named = len(candidate.short.split()) >= 2 and all(word[0].isupper() for word in candidate.short.split())
        return named and OFFICE.search(candidate.short) is None  # "KT. CHỦ TỊCH" is nobody
    if question.wanted == "date" and not _OF_TIME.search(canonical(candidate.short)):
        return False
    if question.wanted == "ordinal":
        return len(candidate.short) <= MOST_FIGURE and len(list(ordinals(candidate.short))) == 1
    return len(candidate.short) <= MOST_FIGURE and any(character.isdigit() for character in candidate.short)


def says_in_common_words(question: Question, candidate: Candidate, known: Sequence[Candidate]) -> bool:
    """Whether a stretch may say who or when in common words: "các hộ mới thoát nghèo", "khi nước lũ rút". Words that only
    say what the person is whose name stands behind them ("công chức Địa chính Lê Hải") do not."""
    if not anybody(question) and (question.wanted != "date" or question.grain is not None):
        return False
    if len(candidate.short.split()) > MOST_WORDS:
        return False
    if question.wanted == "date" and not _WHEN.match(candidate.short):
        return False
    if question.wanted == "person" and any(character.isdigit() for character in candidate.short):
        return False
    sorts = ("person", "body") if question.wanted == "person" else ("date",)
    named = [one for one in known if one.kind in sorts]
    behind = any(one.kind == "person" and 0 <= one.span.start - candidate.span.end <= 1 for one in named)
    return not behind and not any(one.span.overlaps(candidate.span) for one in named)


def whole_event(candidate: Candidate) -> Candidate:
    """A date that is told by what happens then, up to the end of that: "khi mực nước xuống dưới 0,45 m"; any other as it
    is."""
    unit = candidate.unit
    if candidate.kind != "date" or not _EVENT.match(candidate.short) or not unit.span.contains(candidate.span):
        return candidate
    end = _EVENT_ENDS.search(unit.text, candidate.span.end - unit.span.start)
    return candidate if end is None else replace(candidate, span=Span(candidate.span.start, unit.span.start + end.start()))


def _unseen(question: Question, marked: Candidate, known: Sequence[Candidate]) -> bool:
    """Whether rules saw nothing there, or only parts of it ("ngày 10" of "ngày 10 và 11-8"); of a quantity they see all,
    and of "5 năm 2021 - 2025" all that counts."""
    parts = [one for one in known if one.span.overlaps(marked.span)]
    if question.wanted == "quantity" and any(one.kind == "quantity" for one in parts):
        return False
    if any(one.span.end == marked.span.end and _COUNT.fullmatch(marked.short.removesuffix(one.short)) for one in parts):
        return False
    numbers = len(_NUMBER.findall(marked.short))
    return all(marked.span.contains(one.span) and len(_NUMBER.findall(one.short)) < numbers for one in parts)
