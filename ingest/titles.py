"""Which units of a text are its title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

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
_SENDER = re.compile(r"^(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|(?:tinh|thanh|huyen|thi|dang) uy|dang bo)\b")
_MASTHEAD = re.compile(
    r"^(?:bao (?!cao\b|dong\b|hiem\b|ton\b|ve\b)|dai (?:phat thanh|truyen hinh|pt)|tap chi |cong thong tin|"
    r"trang thong tin|thong tan xa)"
)
_AIM = re.compile(r"^(?:thuc hien|trien khai)\b")  # begins a subject as often as a preamble
_LETTERHEAD = re.compile(r"^(?:so\s*:?\s*\d|[^,]{2,40}, ngay \d|\()")
_PARTED = re.compile(r"\s*[|»>]\s*|\s+[-–—]\s+")  # a page title: headline, column, site
_CRUMBS = re.compile(r"^[^.!?:>»›]{2,40}(?:[>»›]+[^.!?:>»›]{2,60})+$")  # where a page stands in its site
_DAY, _HOUR = r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}", r"(?:\bthứ\s|\bchủ nhật\b|\d{1,2}[:hg]\d{2})"
_DATED = re.compile(
    rf"^.{{0,50}}{_HOUR}.{{0,20}}{_DAY}.{{0,40}}$|^.{{0,50}}{_DAY}.{{0,20}}{_HOUR}.{{0,20}}$", re.IGNORECASE
)
_HEAD = 14  # units looked at for a title
_LONGEST_SUBJECT = 300
_READ = 12  # units below the head in which the words of a headline are looked for
_TAKEN_UP, _PASSED_OVER = 0.4, 0.15  # shares of a line's pairs of words that stand there: of a headline, of page furniture
_QUOTES = '"“‘«'
_SAME = 0.6  # of the longer of two lines, the least that the shorter repeats when both are the title


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
        if begins and (is_upper(unit.words[: len(begins)]) or unit.titled or unit.marked == 1) and len(unit.words) <= 300:
            end = index + 1
            while end < min(len(found), index + 3) and _is_subject(found[end], False):
                end += 1
            return index, end
    return _capitals(found)


def names_kind(unit: Unit) -> bool:
    """Whether a unit in capitals begins with the word for a kind of document."""
    return is_upper(unit.words) and fold(unit.words).startswith(tuple(KINDS))


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
    """Whether a unit goes on with a title; `first`: it stands right below the word for the kind, and may then be in
    ordinary case and begin as a preamble does."""
    words = fold(unit.words)
    if _BODY.match(words) and not (first and _AIM.match(words)):
        return False
    if numbering(unit.words) is not None or len(unit.words) > 450:
        return False
    if is_upper(unit.words):
        return True
    brief = len(words.split()) >= 2 and len(words) <= _LONGEST_SUBJECT
    return first and brief and not unit.words.endswith((".", ";", ":", ",")) and not _LETTERHEAD.match(words)


def article_title(text: str, found: Sequence[Unit], alone: bool = True, furnished: bool = True) -> int | None:
    """Index of the headline: the unit marked as the title, else the first line before the text that reads as a headline,
    or the one said twice. `alone`: the text holds nothing but these units (no tables); `furnished`: menus may stand above
    a marked heading, so that it wins over what comes before it."""
    titled = next((index for index, unit in enumerate(found[:_HEAD]) if unit.titled), None)
    if titled is not None:
        return titled
    sections = sum(unit.marked == 1 for unit in found)
    candidates: list[int] = []
    motto: list[int] = []
    printed = False
    for index, unit in enumerate(found[:_HEAD]):
        if unit.marked == 1:
            if numbering(unit.words) is not None and (sections > 1 or not furnished):  # a section of the text
                break
            before = None if furnished else _headline(found, candidates, alone)
            return index if before is None else before
        words = unit.words[junk_prefix(unit.span.of(text)) :] if not unit.marked else unit.words
        if _names(_MASTHEAD, unit, 14):
            printed = True
            continue
        if printed and (_DATED.match(unit.words) or _CRUMBS.match(unit.words)):
            motto, candidates = candidates, []  # what stands between the name of a newspaper and the day is its motto
            continue
        if is_phrase(unit.words) or (not furnished and _names(_SENDER, unit)):
            continue
        long = len(words) > 250 or (len(words) > 110 and words.endswith((".", ";", ":")))
        kicker = index + 1 < len(found) and is_upper(found[index + 1].words)  # "Đại hội phường A:", the headline below it
        announces = len(words.split()) >= 8 and words.endswith((";", ":")) and not kicker
        if long or announces:
            break
        if len(words) >= 12 and not is_item(unit.span.of(text)) and not words.endswith((";", ":")):
            candidates.append(index)
            if words.endswith("."):
                break
    candidates = candidates or motto
    if not candidates:
        return None
    for at, index in enumerate(candidates):  # the breadcrumb or page title said it before
        if any(_same(found[index].words, found[other].words) for other in candidates[:at]):
            return index
    return _headline(found, candidates, alone)


def _names(whom: re.Pattern[str], unit: Unit, most: int = 8) -> bool:
    """Whether a line in capitals, of at most so many words, only says who sends or prints the document: "UBND HUYỆN SÔNG
    TRẦU"."""
    return is_upper(unit.words) and len(unit.words.split()) <= most and bool(whom.match(fold(unit.words)))


def _same(one: str, other: str) -> bool:
    """Whether two lines say the same title, one of them with the name of the site or of the column beside it."""
    short, long = sorted((one, other), key=len)
    part, whole = canonical(short), canonical(long)
    parted = len(short.split()) >= 4 and part in map(canonical, _PARTED.split(long))
    return parted or (part in whole and len(part) >= _SAME * len(whole))


def _headline(found: Sequence[Unit], candidates: Sequence[int], alone: bool) -> int | None:
    """The first line that reads as a headline: long enough, without a full stop, and something comes after it; one further
    down if the text below takes up the words of that one, and none of this one's, which then belongs to the page."""
    lines = [index for index in candidates if _reads_as_headline(found, index, alone)]
    if len(lines) < 2:
        return next(iter(lines), None)
    below = _pairs(" . ".join(unit.words for unit in found[lines[-1] + 1 :][:_READ]))
    taken_up = {index: _share_of(_pairs(found[index].words), below) for index in lines}
    told = next((index for index in lines[1:] if taken_up[index] >= _TAKEN_UP), None)
    own = taken_up[lines[0]] > _PASSED_OVER or found[lines[0]].words[0] in _QUOTES
    return lines[0] if told is None or own else told


def _reads_as_headline(found: Sequence[Unit], index: int, alone: bool) -> bool:
    words = found[index].words
    followed = index + 1 < len(found) or not alone
    return len(words.split()) >= 4 and not words.endswith(".") and followed and not _CRUMBS.match(words)


def _pairs(text: str) -> set[tuple[str, str]]:
    """The neighbouring words of a text, without accents."""
    return set(pairwise(re.findall(r"[^\W_]+", fold(text))))


def _share_of(part: set[tuple[str, str]], whole: set[tuple[str, str]]) -> float:
    return len(part & whole) / len(part) if part else 0.0
