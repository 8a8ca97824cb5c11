"""Works and sites told apart by what they are: a figure of an industrial park is none of the economic zone."""

from __future__ import annotations

import re

from reader.evidence.candidates import Candidate
from reader.questions.question import Question
from retriever.abbreviations import spell_out
from retriever.synonyms import settled

_WORKS = re.compile(
    r"\b(?:nhà máy|nhà văn hóa|nhà thi đấu|khu công nghiệp|cụm công nghiệp|khu kinh tế|khu tái định cư|khu đô thị|cao tốc"
    r"|đường vành đai|quốc lộ|tỉnh lộ|đường sắt|bệnh viện|trạm y tế|trạm bơm|hồ chứa|sân vận động|bến xe|công viên"
    r"|nghĩa trang|cảng hàng không|kè)\b"
    r"|\b(?<!yêu )(?<!nhu )(?<!toàn )(?<!địa )(?<!bắc )(?<!cơ )(?<!khẩn )cầu\b(?! (?:lông|thị|thủ|mây|đường|nguyện|tiêu))"
)

_KINDS = re.compile(r"\b(?:các|những|nhiều) nhà máy\b")
"""That of many works no single one is asked for."""


def of_another_work(question: Question, candidate: Candidate) -> bool:
    """Whether the question names a work by what it is, and what is said nearest to the candidate of works names only
    others, or nothing around it names one."""
    asked = _works(_KINDS.sub(" ", question.unplaced))
    if not asked or question.english or question.carried:
        return False
    told = (_works(level.text) for level in candidate.levels)
    return not asked & next(filter(None, told), frozenset())


def _works(text: str) -> frozenset[str]:
    return frozenset(_WORKS.findall(settled(spell_out(text))))
