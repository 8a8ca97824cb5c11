"""Who wrote a text, and when it was published: the line of an article that holds nothing but its authors' names ("Lê Hải
(CTV)", "Ảnh: THU THẢO"), and questions that ask for either.
"""

from __future__ import annotations

import re

from plans.document import Span
from plans.place import Gazetteer
from plans.text import canonical
from reader.lexicon.names import CAPITAL

LONGEST = 90
"""Characters of such a line."""
_SMALL = "[^\\W\\d_]*"
_NAME = rf"{CAPITAL}{_SMALL}(?:[ \t]+{CAPITAL}{_SMALL}){{1,4}}"
_LABEL = (
    r"(?:BT|BBT|PV|CTV|TH|(?:tin|bài|ảnh|video|nguồn|thực hiện|tổng hợp|tác giả|người viết|biên tập(?: viên)?|biên soạn)"
    r"(?:(?:,| và| -) (?:tin|bài|ảnh|video))*)"
)
_LINE = re.compile(
    rf"\W*(?:(?P<label>{_LABEL})\s*[:：]\s*)?(?P<names>{_NAME}(?:\s*(?:[-–—,;&/]|và)\s*{_NAME}){{0,3}})"
    rf"\s*(?P<role>\(\s*(?:{_LABEL}|theo [^()]{{3,60}})\s*\))?\W*",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(tác giả|người viết|biên tập|biên soạn)\b|\bdo ai viết\b|\bai (là người )?(đã )?viết\b"
    r"|\b(author|wrote|written|edited)\b"
)

_PUBLISHED = re.compile(
    r"\b(?:bài|bài viết|bài báo|tin|bản tin|thông tin|article|news)\b"
    r".*\b(?:đăng|cập nhật|xuất bản|published|posted|updated)\b"
)

_DATELINE = re.compile(
    r"\s*\([^()\d]{0,60}(?:ngày\s+)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}[^()\d]{0,30}\)(?=\s*[-–—]?\s*\w)", re.IGNORECASE
)


def dateline_in(text: str) -> Span | None:
    """The brackets in which a sentence begins with when, and from where, it was reported; None where it does not."""
    found = _DATELINE.match(text)
    return Span(*found.span()) if found is not None else None


def asks_when_published(text: str) -> bool:
    """Whether a question asks when an article was published."""
    return _PUBLISHED.search(canonical(text)) is not None


def asks_for_author(text: str) -> bool:
    """Whether a question asks who wrote something."""
    return _ASKED.search(canonical(text)) is not None


def byline_in(text: str) -> Span | None:
    """The names in a block that is a byline; None where it is anything else."""
    if len(text) > LONGEST:
        return None
    found = _LINE.fullmatch(text)
    if found is None or not all(word[0].isupper() for word in re.findall(r"[^\W\d_]+", found["names"]) if word != "và"):
        return None
    names = Span(*found.span("names"))
    if found["label"] or found["role"]:
        return names
    return None if any(one.span.overlaps(names) for one in Gazetteer.load().mentions(text)) else names
