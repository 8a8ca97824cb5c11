"""Which units of a text are its title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.clean import is_phrase, junk_prefix
from ingest.structure import Unit, is_item, is_upper, numbering
from plans.document import DocumentKind
from plans.text import canonical, fold

KINDS: dict[str, DocumentKind] = {
    "nghi quyet": "resolution",
    "ke hoach": "plan",
    "bao cao": "report",
    "quyet dinh": "decision",
    "chi thi": "directive",
    "to trinh": "other",
    "thong bao": "other",
    "chuong trinh": "plan",
    "chuong trinh hanh dong": "plan",
    "de an": "plan",
    "phuong an": "plan",
    "cong van": "other",
    "huong dan": "other",
    "ket luan": "other",
    "thong tri": "directive",
    "cong dien": "directive",
}
_BODY = re.compile(
    r"^(?:can cu|thuc hien|kinh gui|theo|xet|trien khai|sau khi|nham|de\b|uy ban nhan dan|hoi dong nhan dan|chu tich|"
    r"ban chap hanh|khoa [ivxlc]+|kem theo|ban hanh kem|ke tu|tren co so)"
)
_OFFICE = re.compile(
    r"^(?:cong h|doc lap|dang |uy ban|ubnd|hoi dong|hdnd|ban |so |phong |tinh |thanh pho |huyen |quan |thi xa |thi tran |"
    r"xa |phuong |chi cuc|cuc |bo |van phong|trung tam|(?:tm|kt|tl)\b|(?:pho )?chu tich|truong )"
)
_SUBJECT = re.compile(r"^(?:v/v|ve(?: viec)?|quy dinh|ban hanh|phe duyet|thong qua|giao|dieu chinh|trich yeu)\b")
_HEAD = 14  # units looked at for a title


def official_title(found: Sequence[Unit]) -> tuple[int, int] | None:
    """Half-open range of the units that name an official document: "KẾ HOẠCH" alone on a line, and its subject below."""
    for index, unit in enumerate(found[: 2 * _HEAD]):
        word = fold(unit.words).strip(" :*")
        if word in KINDS and is_upper(unit.words):
            end = index + 1
            while end < min(len(found), index + 4) and _is_subject(found[end], end == index + 1):
                end += 1
            return index, end
        begins = next((kind for kind in KINDS if word.startswith(kind + " ")), None)
        if begins and is_upper(unit.words) and len(unit.words) <= 300:
            end = index + 1
            while end < min(len(found), index + 3) and _is_subject(found[end], False):
                end += 1
            return index, end
    return _capitals(found)


def _capitals(found: Sequence[Unit]) -> tuple[int, int] | None:
    """The first lines in capitals that name no office and no state: the title of an annex sent with its own letterhead."""
    for index, unit in enumerate(found[: 2 * _HEAD]):
        if is_upper(unit.words) and len(unit.words) <= 300 and not _OFFICE.match(fold(unit.words)):
            end = index + 1
            while end < min(len(found), index + 3) and _is_subject(found[end], False):
                end += 1
            if sum(len(one.words) for one in found[index:end]) >= 15:
                return index, end
    return None


def _is_subject(unit: Unit, first: bool) -> bool:
    words = fold(unit.words)
    if _BODY.match(words) and not (first and is_upper(unit.words) and words.startswith(("thuc hien", "trien khai"))):
        return False
    if numbering(unit.words) is not None or len(unit.words) > 450:
        return False
    if is_upper(unit.words):
        return True
    return first and (unit.bold or bool(_SUBJECT.match(words))) and not unit.words.endswith((";", "."))


def article_title(text: str, found: Sequence[Unit], alone: bool = True) -> int | None:
    """Index of the headline: the last short line before the first paragraph that is no furniture, or the one said twice.
    `alone`: the text holds nothing but these units (no tables)."""
    candidates: list[int] = []
    for index, unit in enumerate(found[:_HEAD]):
        if unit.marked == 1:
            return index
        words = unit.words[junk_prefix(unit.span.of(text)) :] if not unit.marked else unit.words
        if is_phrase(unit.words):
            continue
        long = len(words) > 250 or (len(words) > 110 and words.endswith((".", ";", ":")))
        if long:
            break
        if len(words) >= 12 and not is_item(unit.span.of(text)) and not words.endswith((";", ":")):
            candidates.append(index)
            if words.endswith("."):
                break
    if not candidates:
        return None
    keys = [canonical(found[index].words) for index in candidates]
    for index, key in zip(candidates[1:], keys[1:], strict=True):  # the breadcrumb or page title said it before
        if any(key in other or other in key for other in keys[: candidates.index(index)]):
            return index
    return _headline(found, candidates, alone)


def _headline(found: Sequence[Unit], candidates: Sequence[int], alone: bool) -> int | None:
    """The first line that reads as a headline: long enough, without a full stop, and something comes after it."""
    for index in candidates:
        words = found[index].words
        if len(words.split()) >= 4 and not words.endswith(".") and (index + 1 < len(found) or not alone):
            return index
    return None
