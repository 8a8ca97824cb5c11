"""Names in a question that are no places: "đồng bào Khmer", "khu di tích Pác Bó". A figure around which such a name is said
nowhere is of something else, or of all."""

from __future__ import annotations

import re

from plans.place import Gazetteer
from plans.text import canonical, fold, has_accents
from reader.evidence.candidates import Candidate
from reader.lexicon.names import CAPITAL, persons_named
from reader.lexicon.terms import terms_of
from reader.questions.question import Question

_NAME = re.compile(rf"(?<=[^.?!\s]\s){CAPITAL}{CAPITAL.lower()}+(?:\s+{CAPITAL}{CAPITAL.lower()}+)*")
"""Capitals that begin no sentence and are no abbreviation."""
_IN_MARKS = re.compile(r"[“\"](?P<name>[^“”\"]{6,80})[”\"]")
_TITLES = frozenset(
    """công đảng nhà trung chính quốc bác nghị quyết kế đề chương dự quy luật tết ban sở phòng trường đại hội bộ mặt ủy
    uỷ""".split()
)
"""Words that are written with a capital and name nothing by themselves."""


def is_of_another_name(question: Question, candidate: Candidate) -> bool:
    """Whether the question names something that is said nowhere around a candidate."""
    said = terms_of(" . ".join(candidate.unit.document.places)).union(*(level.terms for level in candidate.levels))
    return any(not _said(name, said) for name in _names(question))


def is_beside_what_is_named(question: Question, candidate: Candidate) -> bool:
    """Whether the question names something in marks (Đề án "Chợ văn minh") that another item of the candidate's row
    tells of, and neither its own nor the first, which may lead them in."""
    unit, named = candidate.unit, _IN_MARKS.search(canonical(question.query.text))
    if named is None or unit.kind != "sentence" or not unit.span.contains(candidate.span):
        return False
    own = unit.text[: candidate.span.start - unit.span.start].count(";")
    telling = [at for at, item in enumerate(canonical(unit.text).split(";")) if named["name"] in item]
    return bool(telling) and not {0, own} & {*telling}


def is_of_another_person(question: Question, candidate: Candidate) -> bool:
    """Whether the question names a person, and a clause others alone."""
    asked = persons_named(question.query.text)
    told = persons_named(candidate.clause.of(candidate.unit.document.text)) if asked else ()
    return bool(told) and not {*asked} & {*told}


def _said(name: list[str], terms: frozenset[str]) -> bool:
    """Whether a word of a name is said, or of one of two words both: "thanh" is in many words but "Gio Thành"."""
    words = [fold(word) for word in name]
    return "_".join(words) in terms if len(words) == 2 else bool({*words} & terms)


def _names(question: Question) -> list[list[str]]:
    """The words of each name; in a question typed without accents, or in English, only what is written with accents."""
    text = question.query.text
    places = [one.span for one in Gazetteer.load().mentions(text)]
    found = []
    for match in _NAME.finditer(text):
        if any(one.start < match.end() and match.start() < one.end for one in places):
            continue
        words = [word for word in match.group().split() if word.lower() not in _TITLES]
        plain = question.english or not has_accents(text)
        if words and (has_accents(match.group()) or not plain):
            found.append(words)
    return found
