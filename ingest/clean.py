"""What of an article is page furniture: menus, related links, comment forms, captions printed twice.

By shape first (short lines without a sentence around the article, lines said twice), then by a list of the phrases that
portals print on every page. A long line or a sentence is never dropped for its shape alone.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from ingest.structure import Unit
from plans.text import fold

_LONGEST_PHRASE = 90
_LINKS = (
    "tin lien quan|tin tuc lien quan|bai viet lien quan|bai lien quan|tin khac|cac tin khac|tin cung chuyen muc|"
    "tin cu hon|tin moi hon|cac bai viet khac|cac bai khac|tin moi nhat|tin doc nhieu|co the ban quan tam"
)
_FORMS = (
    "tra loi|binh luan|binh luan cua ban|y kien ban doc|gui binh luan|viet binh luan|gui y kien|gui phan hoi|"
    "de lai mot binh luan|leave a reply"
)
_TAIL_STARTS = frozenset(f"{_LINKS}|{_FORMS}".split("|"))
_LINK_STARTS = frozenset(_LINKS.split("|"))
_REPLY = "tra loi"  # heads a form, and the answer to a question
_FIELDS = re.compile(
    r"^(?:email cua ban|cac truong bat buoc|luu ten cua toi|ban (?:phai|can) dang nhap|cancel reply|leave a reply|"
    r"(?:e-?mail|thu dien tu|(?:ho (?:va )?)?ten(?: cua ban| hien thi)?|trang web|website|dien thoai|huy|dang nhap|captcha|"
    r"(?:noi dung )?(?:binh luan|phan hoi|y kien)(?: cua ban)?|gui(?: binh luan| phan hoi| y kien)?|"
    r"ma (?:xac nhan|bao mat))\W*$)"
)
_FORM_REACH = 4  # lines below "Trả lời" looked at for the fields of a form
_PHRASES = _TAIL_STARTS | frozenset(
    (
        "tin moi|tin noi bat|tin anh|doc nhieu nhat|xem nhieu|trang chu|trang chu tin tuc|tin tuc|xuat ban thong tin|"
        "trang chi tiet|chi tiet tin|chi tiet bai viet|noi dung chi tiet|danh muc|huy|phan hoi|y kien|chia se|"
        "chia se bai viet|in bai viet|in trang|ban in|gui email|gui bai viet|quay lai|quay lai trang truoc|tro ve|"
        "ve dau trang|dang nhap|dang ky|dang ky nhan tin|tim kiem|menu|lien he|ban do|so do trang|thu dien tu|"
        "lien ket website|xem them|doc tiep|xem tiep|chi tiet|tai ve|tep dinh kem|nghe doc bai|co chu|facebook|twitter|"
        "zalo|youtube|tu khoa|tags|cancel reply|email cua ban se khong duoc hien thi cong khai|luot xem|so luot xem|"
        "cac truong bat buoc duoc danh dau|truy cap|dang truy cap|tong luot truy cap|bai truoc|bai tiep theo"
    ).split("|")
)
_FIRST_WORDS = frozenset(phrase.split(" ")[0] for phrase in _PHRASES) | frozenset(
    "cap ngay dang xuat thoi lan luot so da chia tac tag tags tu thu chu gmt".split(" ")
)
_STAMP = re.compile(
    r"^(?:cap nhat(?: luc| ngay)?|ngay dang|dang ngay|ngay xuat ban|xuat ban|ngay cap nhat|thoi gian dang|"
    r"lan cap nhat cuoi|luot xem|so luot xem|luot truy cap|so lan doc|da xem|chia se|tac gia nguon|tags?|tu khoa)\b"
    r"\s*:?[\s\d:/,.\-]*(?:gmt\s*\+?\s*7|\(gmt\s*\+?\s*7\)|am|pm|sa|ch)?[\s()]*$"
)
_CLOCK = re.compile(
    r"^(?:thu (?:hai|ba|tu|nam|sau|bay)|chu nhat)?[\s,]*(?:ngay\s*)?[\d/\-.:\s,hg|]+(?:\(?gmt\s*\+?\s*7\)?)?$"
)
_DATE = re.compile(r"(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d)")
_BESIDE = 3
"""Lines between the title and the one that says when it was published."""
_IMAGE = re.compile(r"^(?:\[(?:img|image|anh|video|caption)[^\]]*\]|!\[[^\]]*\]\([^)]*\))$", re.IGNORECASE)
_LINK = re.compile(r"(?<!!)\[[^\]]+\]\([^)]*\)")
_FURTHER = _LINK_STARTS | frozenset("doc them|xem them|doc tiep|xem tiep|lien quan|cung chuyen muc".split("|"))
_JUNK_PREFIX = re.compile(r"^\s*(?:null|undefined|none|nan|date\s+\d{4}(?:-\d{1,2}){0,2})\s+(?=[^\W\d_])")


def junk_prefix(raw: str) -> int:
    """How many characters of template junk ("null ", "date 2023-12 ") stand before a title."""
    found = _JUNK_PREFIX.match(raw)
    return found.end() if found else 0


def _only_links(words: str) -> bool:
    """Whether a line is made of links to other pages: two and more, or one behind "Đọc thêm:"."""
    if "](" not in words:
        return False
    links = len(_LINK.findall(words))
    rest = re.sub(r"[\W_]+", " ", fold(_LINK.sub(" ", words))).strip()
    return (links >= 2 and not rest) or (links >= 1 and rest in _FURTHER)


_LETTER_SIZE = re.compile(r"co chu[\sa+:-]*")


def is_phrase(words: str) -> bool:
    """Whether a line is something a portal prints on every page, never part of an article."""
    if _only_links(words):
        return True
    if words[:1] in "[!":
        return is_image(words)
    if "|" in words:
        parts = [part.strip() for part in words.split("|")]
        return any(parts) and all(is_phrase(part) for part in parts if part)
    if len(words) > _LONGEST_PHRASE or not _may_begin(words.split(" ", 1)[0]):
        return False
    bare = re.sub(r"[^\w\s:/+().,|-]", " ", fold(words)).strip(" .:|>-*")
    bare = re.sub(r"\s+", " ", bare)
    if bare in _PHRASES or _STAMP.match(bare) or _LETTER_SIZE.fullmatch(bare):
        return True
    return bool(_CLOCK.match(bare)) and sum(c.isdigit() for c in bare) >= 4 and len(bare) > 7


def is_image(words: str) -> bool:
    """Whether a line only stands for a picture: "[img]", "![...](...)"."""
    return bool(_IMAGE.match(words))


@functools.lru_cache(maxsize=65536)
def _may_begin(word: str) -> bool:
    """Whether a page phrase or a time stamp may begin with this word."""
    bare = re.sub(r"[^\w]", "", fold(word))
    return not bare or bare[0].isdigit() or bare in _FIRST_WORDS


def furniture(found: Sequence[Unit], title: int | None, furnished: bool = True) -> set[int]:
    """Indices of the units that are furniture. `title` is the index of the title, if there is one; `furnished`: what
    stands above it may be a menu."""
    drop = {index for index, unit in enumerate(found) if is_phrase(unit.words) and not _heads_answer(found, index)}
    keys = [unit.words.casefold() for unit in found]
    if title is not None:
        head = keys[title]
        for index in range(title if furnished else 0):
            if len(found[index].words) < 160 and not _is_sentence(found[index].words):
                drop.add(index)
        drop.update(i for i, key in enumerate(keys) if i != title and key == head)
    drop.update(index for index in range(1, len(keys)) if keys[index] and _repeats_caption(found, keys, index))
    seen: dict[str, int] = {}
    for index, key in enumerate(keys):
        if len(key) >= 80 and key in seen:
            drop.add(index)
        seen.setdefault(key, index)
    return (drop - _published(found, title)) | _tail(found)


def _published(found: Sequence[Unit], title: int | None) -> set[int]:
    """The line beside the title that says when the article was published: people ask for it, and sign what they quote."""
    if title is None:
        return set()
    beside = range(max(0, title - _BESIDE), min(len(found), title + 1 + _BESIDE))
    return {index for index in beside if is_phrase(found[index].words) and _DATE.search(found[index].words)}


def _repeats_caption(found: Sequence[Unit], keys: Sequence[str], index: int) -> bool:
    """Whether a line says again what the line before it says, or what stands across a picture from it."""
    if keys[index] == keys[index - 1]:
        return True
    pictured = index > 1 and (is_image(found[index - 1].words) or (index > 2 and is_image(found[index - 3].words)))
    return pictured and keys[index] == keys[index - 2]


def _tail(found: Sequence[Unit]) -> set[int]:
    """From a heading such as "Tin liên quan" on, short lines are links, up to the next sentence; from "Bình luận" on they
    are a form, up to the next real paragraph."""
    drop: set[int] = set()
    for index, unit in enumerate(found):
        start = _tail_start(unit)
        if start is None or _heads_answer(found, index):
            continue
        shortest = 0 if start in _LINK_STARTS else 120
        drop.add(index)
        for later in range(index + 1, len(found)):
            words = found[later].words
            if len(words) >= shortest and _is_sentence(words) and (shortest or _ends_statement(words)):
                break
            drop.add(later)
    return drop


def _tail_start(unit: Unit) -> str | None:
    """The heading of links or of a form that a unit is, without accents and marks."""
    bare = re.sub(r"[^\w\s]", "", fold(unit.words)).strip() if len(unit.words) <= _LONGEST_PHRASE else ""
    return bare if bare in _TAIL_STARTS else None


def _heads_answer(found: Sequence[Unit], index: int) -> bool:
    """Whether "Trả lời" stands above the answer to a question: something follows, and no field of a form."""
    below = found[index + 1 : index + 1 + _FORM_REACH]
    return bool(below) and _tail_start(found[index]) == _REPLY and not any(_FIELDS.match(fold(one.words)) for one in below)


def _ends_statement(words: str) -> bool:
    """Whether a line ends as no headline does: in a full stop, or announcing what follows."""
    return words.endswith((".", ";", ":")) and not words.endswith("...") and not is_phrase(words)


def _is_sentence(words: str) -> bool:
    return words.rstrip("”\"')* ")[-1:] in (".", "!", "?", "…", ";", ":") and len(words.split()) >= 6
