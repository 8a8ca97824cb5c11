"""Several figures of one row where a question asks for several: "bao nhiêu xã, phường?" is answered "85 xã, 14 phường",
"mỗi loại mấy đơn vị?" with the whole row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from plans.document import Span
from plans.tally import Told, tally_at
from plans.text import canonical
from reader.evidence.candidates import Candidate
from reader.lexicon.dimensions import dimension_of
from reader.questions.question import Question
from reader.questions.question_words import LEFT_OUT
from reader.scoring.scored import Scored
from retriever.abbreviations import spell_out

_KINDS = (
    r"(?:loại|nhóm|ngành|khu vực|lĩnh vực|cấp|bậc|hạng|trình độ|hình thức|nguồn|khoản|mức|thứ|môn|giống|thành phần|dân tộc"
    r"|đối tượng|đơn vị|bên)"
)
_EACH = re.compile(
    rf"\b(?:từng|mỗi) {_KINDS}\b|\bcác {_KINDS}\b.*\b(?:bao nhiêu|mấy|ra sao|thế nào)\b"
    r"|\bcơ cấu\b.*\b(?:ra sao|thế nào|gồm|là gì)\b"
    r"|\bcơ cấu\b[\w\s]*\bcác\b|\btỷ trọng (?:của )?các\b|\bgồm\b.*\b(?:loại|những)\b.*\b(?:bao nhiêu|mấy)\b"
)
_EACH_OF = re.compile(rf"\b(?:từng|mỗi|các) {_KINDS}\b")
_ONE_FIGURE = re.compile(
    r"\b(?:tổng(?! (?:điều tra|kết|hợp|cục|công ty|thể|bí thư|đội))|chênh|hơn|kém|so với|gấp"
    r"|(?:nhiều|ít|cao|thấp|lớn|nhỏ) nhất|bình quân|trung bình|cả thảy|tất cả)\b"
)
"""What asks for one figure of several things."""
_IN_PARTS = re.compile(
    r"(?:\s+[\w-]+){0,6}?\s*[,;]?\s*(?:\(|:|\b(?:trong đó|bao gồm|gồm|cụ thể|chia ra)\b)[\s:]*(?:có|là)?\s*"
)
"""Between a figure and the row of its parts."""
_JOINT = re.compile(r"[,;/&]|\b(?:và|với|cùng|lẫn|còn|bao nhiêu|mấy)\b")
_LIGHT = frozenset("đạt là có chiếm khoảng trên gần ước được tăng giảm còn với cho số tỷ lệ và của các".split())
_BETWEEN = r"[\W_]+"
_NAMED = 0.5
"""Share of the words that only one of a row has which a question has to have, to name it."""


@dataclass(frozen=True, slots=True)
class Tallied:
    """The answer that holds several figures, and the candidates that are each one of them."""

    answer: Candidate
    figures: tuple[Scored, ...]


def tallied(question: Question, scored: Sequence[Scored]) -> Tallied | None:
    """The figures of the row of the best of candidates in order that the question asks for; None where it asks for one, or
    that stands in no row."""
    best = scored[0].candidate
    unit = best.unit
    if question.wanted not in ("quantity", "list", "text") or unit.kind != "sentence" or not unit.span.contains(best.span):
        return None
    inside = best.span.shifted(-unit.span.start)
    row = tally_at(unit.text, inside.start) or _parts_of(unit.text, inside)
    said = LEFT_OUT.sub(" . ", question.own_words)
    if not row or _ONE_FIGURE.search(said):
        return None
    asked = _named(said, row)
    if len(asked) < 2:
        if asked or not _EACH.search(said) or not _is_alike(row):
            return None
        asked = list(row)
    span = Span(asked[0].span.start, asked[-1].span.end).shifted(unit.span.start)
    clause = Span(min(best.clause.start, span.start), max(best.clause.end, span.end))
    answer = replace(best, kind="text", form="tally", span=span, clause=clause, quantity=None, record=None)
    whole = Span(min(inside.start, row[0].span.start), row[-1].span.end).shifted(unit.span.start)
    figures = [one for one in scored if one.candidate.unit.document is unit.document and whole.overlaps(one.candidate.span)]
    return Tallied(answer, tuple(figures))


def _parts_of(text: str, whole: Span) -> tuple[Told, ...]:
    """The row that tells the parts of a figure: "12 trường, trong đó 5 trường mầm non, 7 trường tiểu học"."""
    parts = _IN_PARTS.match(text, whole.end)
    return tally_at(text, parts.end()) if parts is not None else ()


def _named(question: str, row: Sequence[Told]) -> list[Told]:
    """Those of `row` that a canonical question names one beside the other, in the order of the row."""
    names = [_words(one.name) for one in row]
    said = _EACH_OF.sub(" ", question)
    found: list[tuple[int, int, Told]] = []
    for at, one in enumerate(row):
        others = {word for other, words in enumerate(names) if other != at for word in words}
        own = [word for word in names[at] if word not in others]
        place = _place(own, said)
        if place is not None:
            found.append((*place, one))
    in_question = sorted(found, key=lambda entry: entry[0])
    joined = all(_JOINT.search(said, a[1], b[0]) for a, b in pairwise(in_question))
    return [one for _, _, one in found] if joined else []


def _words(name: str) -> list[str]:
    return [word for word in re.findall(r"\w+", canonical(spell_out(name))) if word not in _LIGHT]


def _place(own: Sequence[str], said: str) -> tuple[int, int] | None:
    """Where the question names a thing by its own words, or by the first of them."""
    for length in range(len(own), 0, -1):
        words = _BETWEEN.join(map(re.escape, own[:length]))
        match = re.search(rf"\b{words}\b(?! hội\b)", said) if length >= _NAMED * len(own) else None
        if match is not None:
            return match.span()
    return None


def _is_alike(row: Sequence[Told]) -> bool:
    """Whether all figures of a row are in one unit, or all count things."""
    units = {one.quantity.unit for one in row}
    return len(units) == 1 or {dimension_of(one) for one in units} == {"count"}
