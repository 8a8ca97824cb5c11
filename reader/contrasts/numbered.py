"""Things told apart by a number: "Đề án 02", "kỳ họp thứ 17", "khóa XIII". Another number is another thing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from plans.text import canonical
from reader.lexicon.ordinals import ORDER, PLACES

_PAIR = re.compile(
    r"(?<![\w/.-])(?P<noun>[^\W\d_]+)\s+"
    rf"(?:(?:số\s+|thứ\s+|lần thứ\s+)?(?P<number>\d{{1,3}}|[ivx]+)|(?:lần\s+)?thứ\s+(?P<word>{ORDER}))"
    r"(?![\w%/]|[.,:-]\d|\s*(?:[-–]|đến|tới)\s*\d|\s+tuổi)"
)
_OPENING = re.compile(r"\b(khóa|đợt|lần|kỳ|phiên|vòng|giai đoạn) đầu(?: tiên)?\b(?! (?:năm|tháng|quý|vụ|tư|ra|vào)\b)")
"""The first of a sequence without its number: "khóa đầu"."""
_ROAD = re.compile(r"\b(?:đt|đh|ql|tl|hl)[. ]{0,2}\d{1,4}[a-z]?\b")
"""A road by its number: "ĐT.630"."""
_CODE = re.compile(r"(?<![\w/.-])([A-ZĐ]{1,4})[-.]?0*(\d{1,3})(?![\w/-]|[.,]\d)")
"""A thing by its code: "LN-02"."""
_STARS = re.compile(r"(?<![\w.,])([1-5]) sao\b")
"""A grade that is told by its stars: "OCOP 5 sao"."""
_PROJECT = "án"
"""The last word of "dự án", "tiểu dự án", "đề án"."""
_ROMAN = {"i": 1, "v": 5, "x": 10}
_FIRST = re.compile(r"\b(?:đầu tiên|thứ nhất|sớm nhất)\b")
_LATER = re.compile(r"\blà (?:[^\W\d_]+ ){1,3}thứ (?:hai|ba|tư|năm|sáu|bảy|tám|chín|mười|\d+)\b")
"""A place in a sequence other than the first: "là xã thứ hai"."""
_SECOND = re.compile(r"\b(?:đông|cao|nhiều|lớn|đứng|xếp) (?:thứ|hạng) (?:hai|nhì|ba|[23])\b|\bchỉ sau\b|\bsecond\b")
_FOREMOST = re.compile(r"\b(?:dẫn đầu|đứng đầu|đứng thứ nhất|(?:nhiều|cao|đông|lớn) nhất)(?: (?:vẫn|là|thuộc về))*\s*$")
# What stands before numbers that count or date instead of naming.
_COUNTING = frozenset(
    """
    ngày tháng năm quý sáng chiều tối trưa vào lúc từ đến tới tại và hay hoặc là có gồm còn đạt được trên dưới hơn gần
    khoảng ước
    tăng giảm cho với thêm lên xuống bằng trong của về ở các những tổng tỷ
    vượt ít nhất đã sẽ chỉ cả mỗi số thứ tuổi đủ bình quân
    """.split()
)


@lru_cache(maxsize=4096)
def _numbers(text: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for match in _PAIR.finditer(canonical(text)):
        if match["noun"] not in _COUNTING:
            found.setdefault(match["noun"], set()).add(_value(match["number"] or str(PLACES[match["word"]])))
    for match in _ROAD.finditer(canonical(text)):
        found.setdefault("road", set()).add(match[0].replace(" ", "").replace(".", ""))
    for match in _STARS.finditer(canonical(text)):
        found.setdefault("sao", set()).add(match[1])
    for match in _OPENING.finditer(canonical(text)):
        found.setdefault(match[1].split()[-1], set()).add("1")
    return {noun: frozenset(numbers) for noun, numbers in found.items()}


def _value(number: str) -> str:
    """One spelling for "07", "7", "vii"."""
    if number.isdigit():
        return str(int(number))
    values = [_ROMAN[letter] for letter in number]
    return str(sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True)))


def another_number(question: str, text: str, *further: str) -> bool:
    """Whether `text`, or the first of the `further` texts that names it at all, speaks of a thing that the question names
    by number under other numbers alone."""
    asked = _numbers(question)
    for one in (text, *further):
        said = _numbers(one)
        if any(noun in said and not numbers & said[noun] for noun, numbers in asked.items()):
            return True
        asked = {noun: numbers for noun, numbers in asked.items() if noun not in said}
    return False


def number_untold(question: str, texts: Iterable[str]) -> bool:
    """Whether the question names a project or a scheme by its number ("Dự án 3"), and none of `texts` does."""
    asked = _numbers(question).get(_PROJECT, frozenset())
    return bool(asked) and not any(asked & _numbers(one).get(_PROJECT, frozenset()) for one in texts)


def another_code(question: str, text: str) -> bool:
    """Whether `text` names things by codes of a sort that the question names, and none of those: "dự án LN-02 (800 triệu
    đồng)" where LN-01 is asked about."""
    asked, said = ({*_CODE.findall(one)} for one in (question, text))
    letters = {code[0] for code in asked}
    return bool(asked) and any(code[0] in letters for code in said) and not asked & said


def comes_first(question: str, before: str) -> bool:
    """Whether what comes second is asked for ("đông thứ hai"), and `before`, what stands in front of an answer, says that
    it is the first: "thị trường dẫn đầu là"."""
    return _SECOND.search(canonical(question)) is not None and _FOREMOST.search(canonical(before)) is not None


def comes_later(question: str, clause: str) -> bool:
    """Whether the first of its kind is asked for, and the clause of an answer calls it the second or a later one."""
    if _FIRST.search(canonical(question)) is None:
        return False
    said = canonical(clause)
    return _LATER.search(said) is not None and _FIRST.search(said) is None
