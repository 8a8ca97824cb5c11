"""What a document says of itself: number, issuing body, kind, date, places and years; corrected by a sidecar file."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from ingest import limits
from ingest.about import places_of
from ingest.letterhead import MOTTO
from ingest.titles import KINDS
from plans.document import Document, DocumentKind
from plans.errors import DocumentError, LimitError
from plans.text import flatten, fold

_NUMBER = re.compile(
    r"(?:^|[|\s*])Số\s*:?\s*[*_ ]*"
    r"(\d[\w./]*\s?/\s?[A-ZĐa-z0-9][\w&]*(?:\s?[-–]\s?[A-ZĐ][\w&]*)*|\d+\s?-\s?[A-ZĐ]{1,4}\w*/[A-ZĐ][\wĐ]*)"
)
_ISSUED = re.compile(r",\s*ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*((?:19|20)\d\d)", re.IGNORECASE)
_ISSUED_IN_DIGITS = re.compile(
    r"^[^\n]*\b[^\W\d_]+, ngày (\d{1,2})/(\d{1,2})/((?:19|20)\d\d)[^\w\n]*$", re.IGNORECASE | re.MULTILINE
)
"""Place and day that end a line of the letterhead: "Số 96/BC-VHTT · Giao Thủy, ngày 09/12/2024"."""
_STAMP = re.compile(  # begins a line, holds little else and is no sentence
    r"^[^\w\n]*(?:[^\n|.;]{0,50}\|\s*)?"
    r"(?:cập nhật|ngày đăng|đăng ngày|xuất bản|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)[^\n\d]{0,20}"
    r"(?:\d{1,2}[:hg]\d{2}(?::\d{2})?[\s,|-]*)?(?:ngày\s*)?(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)"
    r"(?=[^\n]{0,80}$)(?![^\n]*[.;:!?][ \t\r]*$)",
    re.IGNORECASE | re.MULTILINE,
)
_TIME = r"\d{1,2}[:hg]\d{2}(?::\d{2})?"
_CLOCKED = re.compile(
    rf"^[^\w\n]*(?:{_TIME}[\s,|-]*)?(\d{{1,2}})[/.-](\d{{1,2}})[/.-]((?:19|20)\d\d)(?:[\s,|-]*{_TIME})?"
    r"\s*(?:\(?GMT\+?7\)?)?\W*$",
    re.MULTILINE,
)
_SOURCE = re.compile(
    r"^\W*(?:theo|nguồn(?: tin)?)\s*:?\s+"
    r"((?:báo(?!\s+cáo\b)|cổng|trang|đài|tạp chí|ttxvn|vov|vtv)\b[^\n.;:]{0,60}|[\w-]+(?:\.[\w-]+)*\.(?:vn|com|org|net))"
    r"[^\w\n:]*$",
    re.IGNORECASE | re.MULTILINE,
)
_SITE = re.compile(
    r"^\W*(?:\(?\s*((?:[\w-]+\.)+(?:gov\.vn|vn|com|org))\s*\)?\s*[-–:]|\((Báo [^()\n]{3,40})\)\s*[-–:])", re.MULTILINE
)
_BODY = re.compile(
    r"(?<!trưởng )(?<!phó )\b(ủy ban nhân dân|uỷ ban nhân dân|ubnd|hội đồng nhân dân|hđnd|ban chấp hành đảng bộ|"
    r"ban thường vụ|tỉnh ủy|thành ủy|huyện ủy|thị ủy|đảng ủy|đảng bộ|sở [^|]{3,40}|phòng [^|]{3,40})"
    r"\s*((?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|thị trấn|xã|phường)\s+[^|\-_–:;]{2,40}?)?"
    r"\s*(?:\||-{3,}|_{3,}|$|số\s*:|phòng\b|ban\b|văn phòng)",
    re.IGNORECASE,
)
_SHORT = {"ubnd": "ủy ban nhân dân", "hđnd": "hội đồng nhân dân", "uỷ ban nhân dân": "ủy ban nhân dân"}
_LEVELS = ("tỉnh", "thành phố", "thị xã", "huyện", "quận", "thị trấn", "phường", "xã", "đặc khu")
_YEAR = re.compile(r"(?<![\d/.,])((?:19|20)\d\d)(?![\d]|[.,]\d)")
_FULL_DATE = re.compile(r"ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}", re.IGNORECASE)
_HEAD = 2_500
_LETTERHEAD = 900


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the text itself says; None and empty where it does not."""

    number: str | None = None
    publisher: str | None = None
    published: date | None = None
    kind: DocumentKind = "other"
    places: tuple[str, ...] = ()
    years: tuple[int, ...] = ()


def is_official(text: str) -> bool:
    """Whether the text begins as an official document does: with the motto of the state, a number of its own, or the word
    for its kind alone on the first line."""
    first = next((line for line in text[:_HEAD].splitlines() if any(map(str.isalpha, line))), "")
    if fold(flatten(first)).strip(" :") in KINDS and first.upper() == first:
        return True
    head = flatten(text[:_HEAD])[:900]
    named = MOTTO.search(head)
    if named and (named["motto"] or named.group().isupper()):  # in a sentence the name of the state is not in capitals
        return True
    issued = _ISSUED.search(head) or _ISSUED_IN_DIGITS.search(text, 0, _LETTERHEAD)
    return bool(issued and _NUMBER.search(head))


def describe(text: str, title: str, official: bool, content: str, tabled: bool) -> Metadata:
    """`content` is the text without furniture; `tabled`: most of it is tables."""
    head = MOTTO.sub(" ", flatten(text[:_HEAD]))
    issuer = _issuer(head) if official else None
    published = _issued(head, text) if official else _posted(text)
    years = _years(title, content)
    return Metadata(
        number=_number(head) if official else None,
        publisher=issuer if official else _source(text),
        published=published,
        kind=_kind(title) if official else "other" if tabled else "article",
        places=places_of(title, issuer or "", content),
        years=years or ((published.year,) if published else ()),
    )


def _number(head: str) -> str | None:
    found = _NUMBER.search(head[:900])
    return re.sub(r"\s+", "", found.group(1)) if found else None


def _date(day: str, month: str, year: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _issued(head: str, text: str) -> date | None:
    found = _ISSUED.search(head[:1200]) or _ISSUED_IN_DIGITS.search(text, 0, _LETTERHEAD)
    return _date(*found.groups()) if found else None


def _posted(text: str) -> date | None:
    for start, end in ((0, 1500), (max(0, len(text) - 800), len(text))):
        for pattern in (_STAMP, _CLOCKED):
            found = pattern.search(text, start, end)
            if found:
                return _date(*found.groups())
    return None


def _source(text: str) -> str | None:
    for part in (text[-1200:], text[:800]):
        found = _SOURCE.search(part)
        if found:
            return flatten(found.group(1)).strip(" )(")
    found = _SITE.search(text[:800])
    return found.group(1) or found.group(2) if found else None


def _issuer(head: str) -> str | None:
    found = _BODY.search(head[:300])
    if not found:
        return None
    place = " ".join(word if word.islower() else word.capitalize() for word in (found.group(2) or "").split())
    for level in _LEVELS:
        if place.lower().startswith(level + " "):
            place = level + place[len(level) :]
    body = _SHORT.get(found.group(1).lower(), found.group(1).lower())
    return f"{body[0].upper()}{body[1:]} {place}".strip()


def _kind(title: str) -> DocumentKind:
    folded = fold(title)
    return next((kind for words, kind in KINDS.items() if folded.startswith(words)), "other")


def _years(title: str, content: str) -> tuple[int, ...]:
    """Years of the title first, then those the text names most; the years of dates (of laws, of letters) do not count."""
    named = [int(year) for year in _YEAR.findall(_FULL_DATE.sub(" ", title))]
    counted = Counter(int(year) for year in _YEAR.findall(_FULL_DATE.sub(" ", content)))
    often = [year for year, count in counted.most_common(4) if count >= 2 or len(counted) <= 2]
    return tuple(dict.fromkeys([*named, *often]))


def sidecar(path: Path, document: Document) -> Document:
    """The document corrected by `NAME.meta.toml` beside it, where there is one: title, publisher, published, number, kind,
    places, years. Raises `DocumentError` when the sidecar is malformed."""
    beside = path.with_name(path.name + ".meta.toml")
    if not beside.is_file():
        return document
    if beside.stat().st_size > limits.MAX_METADATA_BYTES:
        raise LimitError(
            f"{beside.name} is larger than {limits.MAX_METADATA_BYTES} bytes; keep only the corrections in it."
        )
    try:
        given = tomllib.loads(beside.read_text(encoding="utf-8"))
        return replace(document, **_corrections(given))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, TypeError, ValueError) as error:
        raise DocumentError(f"{beside.name} cannot be used: {flatten(str(error))}; correct or remove it.") from error


def _corrections(given: dict[str, Any]) -> dict[str, Any]:
    readers: dict[str, Callable[[Any], Any]] = {
        "title": str,
        "publisher": str,
        "number": str,
        "kind": _given_kind,
        "published": lambda value: value if isinstance(value, date) else date.fromisoformat(value),
        "places": lambda value: tuple(map(str, value)),
        "years": lambda value: tuple(map(int, value)),
    }
    unknown = sorted(set(given) - set(readers))
    if unknown:
        raise ValueError(f"unknown key {unknown[0]!r}")
    return {key: readers[key](value) for key, value in given.items()}


def _given_kind(value: str) -> str:
    known = {"resolution", "plan", "report", "decision", "directive", "article", "other"}
    if value not in known:
        raise ValueError(f"kind must be one of {', '.join(sorted(known))}")
    return value
