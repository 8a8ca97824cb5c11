"""Whether a candidate is of a sort that a question can be answered with, whatever else speaks for it."""

from __future__ import annotations

import re
from functools import lru_cache

from plans.indicator import Quantity
from plans.numbers import find_quantities, same_value
from plans.text import canonical
from plans.units import SCALES
from reader.evidence.bylines import asks_when_published, dateline_in
from reader.evidence.candidates import Candidate
from reader.lexicon.bodies import is_body
from reader.lexicon.names import CAPITAL, headed_body
from reader.lexicon.places import places_in, relation
from reader.questions.question import Question
from reader.scoring.features import TYPED
from reader.scoring.kind_agreement import kind_of
from reader.scoring.matches import level_match, office_match, type_match

_FORMER = re.compile(r"\b(?:cũ|trước đây)\b")
_TO_COME = re.compile(r"(?<!đã )\bphấn đấu\b|\b(?:sẽ|dự kiến)\b")
_UNIT_ASKED = re.compile(r"\b(?:địa phương|xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh) nào\b")
_NAMED = re.compile(rf"{CAPITAL}|\b(?:xã(?! hội)|phường|thị trấn|huyện|quận|thành phố|tỉnh|thôn|ấp)\b")
"""What a unit may be called, by a name or by its level ("các xã vùng cao")."""


_PURPOSE_ASKED = re.compile(r"\b(?:nhằm (?:mục đích )?gì|mục đích (?:gì|là gì)|để làm gì|phục vụ (?:cho )?(?:việc )?gì)\b")
_BUILDER_ASKED = re.compile(r"\bnhà thầu(?: phụ| chính)? nào\b")
_FIRM = re.compile(
    r"\b(?:công ty|cty|liên danh|tập đoàn|tổng công ty|doanh nghiệp|xí nghiệp|hợp tác xã|htx)\b", re.IGNORECASE
)
_EXPECTED = re.compile(r"\bdự (?:kiến|tính)\b[^;.]*$")
_IN_CHARGE = re.compile(
    r"\b(?:ai|người)(?: nào)?(?: đang| được giao| là người| sẽ)? (?:phụ trách|theo dõi|đảm nhiệm|chịu trách nhiệm)\b"
)
"""Who is in charge of a field of work; whoever signs a document is not told to be."""
_THAT = re.compile(r"\b(?:này|ấy|nói trên|kể trên|vừa nêu)$")
_COUNTED = re.compile(r"\d+ (?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|thôn|ấp|bản|xóm|đơn vị|địa phương)\b")
_DIGITS = 4
"""Characters in front of words in which the number stands that counts them."""
_FIGURE = re.compile(r"\d")
_ONE_OR_THE_OTHER = re.compile(r"\bhay\b.*\bhơn\b|\bhơn\b.*\bhay\b|\bnào\b.*\bhơn\W*$")
"""Which of two things is more: "xã nâng cao hay kiểu mẫu nhiều hơn?"."""
_PARTS = re.compile(r"[,;:]\s")
_POINTING = 5
"""Words at most of a stretch that only stands for what was named before."""


def anybody(question: Question) -> bool:
    """Whether a question asks for whoever it is, a body too: "ai chủ trì", and not "ai là Chủ tịch UBND"."""
    return question.wanted == "person" and not question.role


def asks_for_one_of_two(question: Question) -> bool:
    """Whether it is asked which of two things is more, or how one stands to the other, of which a figure says nothing."""
    return bool(question.alternatives) or _ONE_OR_THE_OTHER.search(question.spelled) is not None


def points_back(candidate: Candidate) -> bool:
    """Whether words, or the last part of them, only stand for what was named before: "dự án A, do chính Ban này"."""
    *_, last = _PARTS.split(canonical(candidate.short))
    return _THAT.search(last) is not None and len(last.split()) <= _POINTING


def in_dateline(candidate: Candidate) -> bool:
    """Whether a date is that of the news and not of what they tell: "(TTXVN, Hà Nội, 01/12/2025) ..."."""
    line = dateline_in(candidate.unit.text)
    return line is not None and line.shifted(candidate.unit.span.start).contains(candidate.span)


def _is_no_such_body(question: Question, candidate: Candidate) -> bool:
    """Whether a body is told where it is asked what something is for, or who builds it and the body is no firm."""
    if not is_body(candidate.short):
        return False
    return _PURPOSE_ASKED.search(question.spelled) is not None or (
        _BUILDER_ASKED.search(question.spelled) is not None and _FIRM.search(candidate.short) is None
    )


def fits(question: Question, candidate: Candidate) -> bool:
    """Whether a candidate is of a sort that the question can be answered with."""
    if candidate.kind in ("text", "body") and (points_back(candidate) or _is_no_such_body(question, candidate)):
        return False
    if question.wanted in TYPED:
        if candidate.kind == "body":
            return anybody(question) and canonical(candidate.short) not in question.spelled
        if candidate.kind != question.wanted or office_match(question, candidate) == -1.0:
            return False
        if candidate.unit.signed and _IN_CHARGE.search(question.spelled) and headed_body(question.spelled) is None:
            return False
        if candidate.kind == "date" and in_dateline(candidate) and not asks_when_published(question.text):
            return False
        return not (contradicts(question, candidate) or said_by(question, candidate))
    if question.wanted == "office":
        return candidate.kind in ("office", "text")
    if question.wanted == "place":
        asked = any(relation(one, name) == "same" for one in question.places for name in places_in(candidate.short))
        unnamed = _UNIT_ASKED.search(question.spelled) or candidate.short[:1].isdigit()  # "20 hộ thoát nghèo" is no place
        named = (
            candidate.kind == "place" or not unnamed or (_NAMED.search(candidate.short) and not is_body(candidate.short))
        )
        if _COUNTED.search(f"{candidate.in_front[-_DIGITS:]}{candidate.short}") and not places_in(candidate.short):
            return False  # of "2 xã đạt chuẩn" none is named
        alone = candidate.kind == "text" and candidate.short.isalpha() and candidate.short.islower()  # "cũ" is none either
        asked = asked and not _FORMER.search(candidate.short)
        fit = bool(named) and not asked and not alone and level_match(question, candidate) >= 0
        return fit and candidate.kind in ("place", "text") and not is_to_come(question, candidate)
    if question.wanted == "yesno":
        return candidate.form == "segment" and len(candidate.short.split()) > 3
    if question.wanted == "list":
        row = candidate.form in ("list", "points", "segment", "complement") and len(candidate.short.split()) > 3
        return row and not is_to_come(question, candidate)
    if question.alternatives and not {*question.alternatives} & {*canonical(candidate.short).split()}:
        return False
    if asks_for_one_of_two(question) and _FIGURE.search(candidate.short):
        return False
    return candidate.kind in ("text", "code", "date", "person")


def is_to_come(question: Question, candidate: Candidate) -> bool:
    """Whether a clause tells of what is still to come where the question asks which have done it: "đã đạt chuẩn"."""
    return question.actual and _TO_COME.search(canonical(candidate.clause.of(candidate.unit.document.text))) is not None


def contradicts(question: Question, candidate: Candidate) -> bool:
    """Whether the candidate is of a sort that the question rules out in so many words."""
    if candidate.kind == "date":
        return question.grain is not None and candidate.form not in question.grain
    if candidate.kind != "quantity":
        return False
    if question.actual and (kind_of(candidate) == "target" or _EXPECTED.search(canonical(candidate.in_front))):
        return True  # "thực tế" was asked: a plan is no answer, nor is what was expected
    return question.unit_given and type_match(question, candidate) <= -0.5


def said_by(question: Question, candidate: Candidate) -> bool:
    """A number, date, year or name that the question gives itself is not its answer."""
    if candidate.quantity is not None:
        return any(_is_repeated(one, candidate.quantity) for one in _quantities_of(question.text))
    words = candidate.short.split()[-1:] if candidate.form == "year" else [candidate.short]  # "năm 2024" and "2024" are one
    said = "".join(map(re.escape, words))
    return bool(said) and re.search(rf"(?<![\w,./]){said}(?![\w%]|[.,]\d)", question.text) is not None


@lru_cache(maxsize=256)
def _quantities_of(question: str) -> tuple[Quantity, ...]:
    """Those that a question names; asked for every candidate."""
    return tuple(one.quantity for one in find_quantities(question))


def _is_repeated(said: Quantity, given: Quantity) -> bool:
    """Whether one is the other, the unit behind its scale left out or not: "6,2 tỷ" and "6,2 tỷ đồng"."""
    words = canonical(said.raw).split()[:2]
    return same_value(said, given) or (words == canonical(given.raw).split()[:2] and words[-1] in SCALES)
