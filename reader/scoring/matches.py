"""Whether a candidate is of the sort that is asked for: its kind, the level of a place, an office, a day."""

from __future__ import annotations

import re

from plans.admin_units import split_long_name
from plans.document_numbers import has_number
from reader.evidence.bylines import asks_for_author, asks_when_published
from reader.evidence.candidates import Candidate
from reader.lexicon.dimensions import dimension_of
from reader.lexicon.names import headed_body, offices_asked
from reader.lexicon.ordinals import ordinal_asked
from reader.lexicon.places import meant, narrowest, places_in, relation, written_on
from reader.questions.question import Question, level_asked
from reader.questions.question_words import LEFT_OUT

_SCALES = ("nghìn", "ngàn", "triệu", "tỷ", "tỉ")  # "3,5 tỷ" may be money
_BY = re.compile(r"\bdo\s+(?:(?:ông|bà|đồng chí|đ/c)\s+)?$")
_THEN_SIGNS = re.compile(r"[^.;:()\d]{0,80}?\b(?:ký|kí)\b")
CLOSE = 14
"""Characters between a document number and its date, beside its own."""


_SIGNS = re.compile(r"(?<!đăng )\b(?:ký|kí)\b(?! (?:túc|sinh))|\b(?:signs?|signed)\b|\b(?:ai|nguoi) (?:da )?ky\b")
"""That somebody signs, without accents only right behind "ai"; "kỳ họp" and "Tân Kỳ" say nothing of it."""


def level_match(question: Question, candidate: Candidate) -> float:
    """ "xã nào" wants a xã: 1 for that level, -1 for another, 0 when the level is open or not said."""
    if question.wanted != "place" or candidate.kind != "place":
        return 0.0
    asked = level_asked(question.text)
    said = split_long_name(candidate.short)[0] or next((one.level for one in places_in(candidate.short)), None)
    if asked is None or said is None:
        return 0.0
    return 1.0 if asked == said else -1.0


def holds_asked(question: Question, candidate: Candidate) -> float:
    """1 for a place in which the one asked about lies ("... thuộc tỉnh nào?"), or that took it over ("xã ... cũ nay nhập
    vào đâu?"), by the gazetteer; 0 for any other answer."""
    if question.wanted != "place" or candidate.kind != "place":
        return 0.0
    day = written_on(candidate.unit.document)
    named = [meant(one, candidate.unit.document) for one in places_in(candidate.short)]
    holding = ("contains", "successor")
    return float(any(relation(asked, one, day) in holding for asked in narrowest(question.places) for one in named))


def type_match(question: Question, candidate: Candidate) -> float:
    """1 the sort asked for, 0 may be, -1 another sort."""
    wanted, kind = question.wanted, candidate.kind
    if wanted == "quantity":
        if kind != "quantity":
            return -1.0
        if candidate.quantity is None:
            return 0.0
        unit = (candidate.quantity.unit or "").lower()
        percent = unit.startswith("%") or "%" in candidate.quantity.raw
        if not unit and not percent:
            return 0.2
        money = (dimension_of(candidate.quantity.unit) or "").startswith("money")
        if question.measure == "percent":
            return 1.0 if percent else -0.5
        if question.measure == "money":
            return 1.0 if money else (-0.2 if unit in _SCALES else -0.8)
        if question.measure == "count":
            return -0.8 if percent or money else 0.8
        return 0.3
    if wanted == "code":
        return (0.4 if candidate.form == "numbered" else 1.0) if kind == "code" else -1.0
    if wanted == "ordinal":
        noun = ordinal_asked(question.text)
        return -1.0 if kind != "ordinal" else 1.0 if noun == candidate.form else 0.0
    if wanted == "person" and kind == "body":
        return 0.3  # "ai chủ trì" may be an office
    if wanted in ("date", "person", "office"):
        return 1.0 if kind == wanted else -1.0
    if wanted == "place":
        return 1.0 if kind == "place" else 0.3 if kind == "text" else -0.7
    return 0.5 if kind == "text" else -0.3


def _signs(candidate: Candidate) -> bool:
    """Whether a sentence says of a person that they sign: "do ông Đỗ Quang Nhuận, Chủ tịch UBND huyện, ký ban hành"."""
    text, unit, span = candidate.unit.document.text, candidate.unit.span, candidate.span
    led = _BY.search(text, max(unit.start, span.start - CLOSE), span.start) is not None
    return led and _THEN_SIGNS.match(text, span.end, unit.end) is not None


def after_asked_number(question: Question, candidate: Candidate) -> float:
    """1 for a date right behind the document number that the question names ("Kết luận số 01-KL/TW, ngày 18-5-2021")."""
    if candidate.kind != "date" or not question.query.document_numbers:
        return 0.0
    close = max(len(one) for one in question.query.document_numbers) + CLOSE
    before = candidate.unit.document.text[max(0, candidate.span.start - close) : candidate.span.start]
    return float(any(has_number(before, one) for one in question.query.document_numbers))


def publication_match(question: Question, candidate: Candidate) -> float:
    """1 for the day over an article whose day of publication is asked for."""
    stamped = candidate.kind == "date" and candidate.unit.kind == "head" and candidate.form == "day"
    return float(stamped and asks_when_published(question.text))


def office_match(question: Question, candidate: Candidate) -> float:
    """For a person by office: the same office said of the name (1), another (-1), none (-0.3)."""
    if question.wanted != "person" or candidate.kind != "person":
        return 0.0
    if asks_for_author(question.text):
        return 1.0 if candidate.unit.kind == "byline" else -0.6
    asked = offices_asked(LEFT_OUT.sub(" ", question.text))
    headed = headed_body(LEFT_OUT.sub(" ", question.spelled)) if not asked else None
    if headed is not None and candidate.roles:
        held = [role for role in candidate.roles if role.is_of(headed)]
        return (1.0 if any(role.heads for role in held) else -1.0) if held else -0.3
    if not asked:
        if not _SIGNS.search(question.spelled):
            return 0.0
        return 1.0 if candidate.unit.kind == "signature" or _signs(candidate) else -0.6
    if not candidate.roles:
        return -1.0 if candidate.unit.kind == "byline" else -0.3  # who wrote of an office does not hold it
    best = [max(role.agrees(one) for role in candidate.roles) for one in asked]
    return 2.0 * sum(best) / len(best) - 1.0
