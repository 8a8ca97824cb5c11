"""Departments told apart by name: what is said of "Sở Y tế" is nothing about "Sở Tài chính"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from plans.text import canonical
from retriever.abbreviations import spell_out

_NAMED = re.compile(
    r"(?<!cơ )(?<!trụ )(?<!công )(?<!hội )(?<!quốc )(?<!dự )(?<!tiêm )(?<!hải )(?<!văn )"
    r"\b(sở|chi cục|phòng)"
    r" (?!nào|gì|mấy|này|đó|trên|khác|liên|ngành|được|là|có|của|và|phải|cần|tại|ở|do|xin|xếp|cho"  # no name begins so
    r"|hộ|chống|cháy|ngừa|thủ|bệnh|học|họp|làm|khám|dịch|ngủ|ban|riêng|đơn|hai|thí|muộn|chậm|sớm|trước|sau|vào|về|để)"
    r"([^\W\d_]+(?: [^\W\d_]+)?)"
)
"""A department by the first words of its name; "cơ sở", "trụ sở", "sở nào" are none."""


@lru_cache(maxsize=16384)
def departments(text: str) -> frozenset[tuple[str, str]]:
    """The departments that `text` names: what sort each is, and how its name begins."""
    return frozenset(_NAMED.findall(canonical(spell_out(text))))


def another_department(question: str, around: Sequence[str]) -> bool:
    """Whether the texts `around` a candidate name departments of the sort that the question names, and none of those."""
    asked = departments(question)
    if not asked:
        return False
    said = frozenset[tuple[str, str]]().union(*map(departments, around))
    return not asked & said and not {sort for sort, _ in asked}.isdisjoint(sort for sort, _ in said)
