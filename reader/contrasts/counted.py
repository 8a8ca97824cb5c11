"""Sorts of what is counted: people, households, units, organisations. A number of the one is none of the other."""

from __future__ import annotations

import re

from plans.text import fold
from reader.lexicon.dimensions import dimension_of

_SORTS = tuple(
    re.compile(rf"(?:{nouns})\b")
    for nouns in (
        "dan toc",
        "nguoi|dan|nhan khau|khau|dai bieu|lao dong|(?:hoc|thi) sinh|can bo|(?:cong|vien) chuc|dong chi|cong (?:dan|nhan)"
        "|(?:dang|giao|doan|hoi|uy|dien|thanh|nhan|hoc|sinh|van dong) vien|(?:thanh|thieu) nien|phu nu|tre|chau|em|cu"
        "|chuyen gia|(?:y )?bac s[iy]|y si|dieu duong|nghe nhan|doi tuong|nan nhan|benh nhan|chien si|quan nhan|tan binh"
        "|dong bao|khach|(?:nong|ngu) dan",
        "ho",
        "xa|phuong|thi tran|thon|ap|ban|buon|khu pho|to dan pho",
        "doanh nghiep|hop tac xa|truong|chi bo|to chuc",
    )
)
"""The nouns of each sort, folded; what is of none of them may be anything."""
_PEOPLE = 1
_RESIDENTS = re.compile(r"(?:dan|nhan khau|khau)\b(?! (?:toc|quan|cong))")
_CHOSEN = re.compile(r"(?:ca nhan|dai bieu|dong chi|hoc vien|giai)\b")
"""Persons of whom only some are counted: no number of those who live somewhere."""
_OF_PEOPLE = re.compile(r"(?:luot|suat|truong hop|ca|vi tri|chi tieu|bien che|cho|viec|giai|phieu|y kien|the)\b")
"""What stands for people who are counted."""


def of_one_sort(one: str | None, other: str | None) -> bool:
    """Whether two units count the same: the same noun, or two of one sort ("lao động", "người")."""
    return one == other or (_sort_of(one) is not None and _sort_of(one) == _sort_of(other))


def of_two_sorts(one: str | None, other: str | None) -> bool:
    """Whether two units surely do not: people are asked for and households are counted, or rooms."""
    names = [fold(unit or "").strip() for unit in (one, other)]
    if _RESIDENTS.match(names[0]) and _CHOSEN.match(names[1]):
        return True
    if _sort_of(one) == _PEOPLE and other and _sort_of(other) is None:
        return dimension_of(other) == "count" and not _OF_PEOPLE.match(fold(other).strip())
    return None not in (_sort_of(one), _sort_of(other)) and _sort_of(one) != _sort_of(other)


def _sort_of(unit: str | None) -> int | None:
    folded = fold(unit or "").strip()
    return next((at for at, sort in enumerate(_SORTS) if sort.match(folded)), None)
