"""Numbers that name a document: "159/KH-UBND", "36/2025/NQ-HĐND", "05-CT/ TW". They are never quantities."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from plans.document import Span
from plans.text import fold

# Serial number, perhaps the year, then the code of kind and issuer. A line may break, or a stray blank stand, after a "/"
# or "-" inside the code. Typed without capitals it needs a kind code, so that "2/ngày" is left alone.
_CODE = r"[A-ZĐƯÔ]+[a-zđ]{0,3}[A-ZĐƯÔ]*[0-9]{0,2}"
_KINDS = r"(?:kh|nq|qđ|qd|ct|ctr|ttr|bc|cv|kl|tt|ttlt|nđ|nd|pa|cđ|cd|tb|hd|đa)"
_NUMBER = re.compile(
    rf"(?<![\w/.,-])[0-9]{{1,6}}(?:\s?/\s?(?:19|20)[0-9]{{2}})?(?:\s?/\s?|\s?-\s?(?=[A-ZĐ]{{2,4}}\s?/))"
    rf"(?:{_CODE}(?:[-/–]\s?{_CODE})*|{_KINDS}-[a-zđ]{{2,8}}(?:-[a-zđ]{{2,8}})*)(?!\w)"
)
_PARTS = re.compile(r"[^\W_]+|\S")
_WRITTEN = {"d": "[dđ]", "u": "[uư]", "o": "[oô]", "-": "[-–]"}  # letters of codes, typed without strokes too
_SINGLE = re.compile(r"/\s?(?:[A-ZĐ]|[A-ZĐ][a-zđ]+)$")  # "5/Km", "3/A": one letter or a capitalised word is no code


_SPOKEN_KINDS = {
    "quyết định": "QĐ", "nghị quyết": "NQ", "nghị định": "NĐ", "chỉ thị": "CT", "thông tư": "TT", "công văn": "CV",
}  # fmt: skip
"""Kinds of documents that are called by their number alone, and the codes of them."""
_SPOKEN = re.compile(
    rf"\b(?P<kind>{'|'.join(_SPOKEN_KINDS)})(?: số)? (?P<number>[0-9]{{1,5}})(?P<year>/(?:19|20)[0-9]{{2}})?"
    r"(?= (?:của|ngày|về|do|được|ban hành|có|là|quy định|thay|phê duyệt|giao|nêu|đặt)\b|[?.,;)]|$)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_SHORT = re.compile(rf"(?P<number>[0-9]{{1,5}})/(?P<kind>{'|'.join(_SPOKEN_KINDS.values())})")


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A document's number, `raw` verbatim."""

    span: Span
    raw: str


def find_document_numbers(text: str, offset: int = 0) -> list[FoundNumber]:
    """The document numbers of `text`, in order; `offset` is added to every span."""
    return [
        FoundNumber(Span(match.start() + offset, match.end() + offset), match.group())
        for match in _NUMBER.finditer(text)
        if not _SINGLE.search(match.group())
    ]


def has_number(text: str, number: str) -> bool:
    """Whether `text` names the document: by its whole serial number ("159/KH-UBND" is not "9/KH-UBND"), blanks, capitals,
    strokes and leading zeros aside ("05-CT/ TW", "5-ct/tw"). A number whose issuer is left off ("159/KH") is that of
    "159/KH-UBND"."""
    return _pattern(number).search(text) is not None


def find_short_numbers(question: str) -> list[FoundNumber]:
    """The numbers of documents that a question names without their code, `raw` as far as they are told: "820/QĐ" of "quyết
    định 820 của tỉnh", "33/NQ" of "nghị quyết 33/2025". A year ("kế hoạch 2024") is none."""
    found: list[FoundNumber] = []
    for match in _SPOKEN.finditer(question):
        if not _YEAR.fullmatch(match["number"]):
            span = Span(match.start("number"), match.end("number") + len(match["year"] or ""))
            kind = _SPOKEN_KINDS[" ".join(match["kind"].lower().split())]
            found.append(FoundNumber(span, f"{match['number']}/{kind}"))
    return found


def _plain(number: str) -> str:
    return "".join(fold(number).split()).replace("–", "-").lstrip("0")


@lru_cache(maxsize=1024)
def _pattern(number: str) -> re.Pattern[str]:
    """Blanks may stand around the marks of a number, nowhere else."""
    if short := _SHORT.fullmatch(number):
        return _short_pattern(short["number"].lstrip("0"), short["kind"])
    parts = ("".join(_WRITTEN.get(sign, re.escape(sign)) for sign in part) for part in _PARTS.findall(_plain(number)))
    spaced = r"\s*".join(parts)
    return re.compile(rf"(?<![0-9])(?<![0-9][/.,-])0*{spaced}(?!\w)", re.IGNORECASE)


def _short_pattern(number: str, kind: str) -> re.Pattern[str]:
    """That of a number of which only the kind of document is known: "820/QĐ" is "820/QĐ-UBND", "820-QĐ/TU" or
    "Quyết định 820"."""
    code = "".join(_WRITTEN.get(sign, sign) for sign in fold(kind))
    words = "|".join(rf"{words}(?: số)? 0*{number}" for words, short in _SPOKEN_KINDS.items() if short == kind)
    return re.compile(
        rf"(?<![0-9])(?<![0-9][/.,-])0*{number}\s*(?:/\s*(?:19|20)[0-9]{{2}}\s*)?[-/–]\s*{code}(?![^\W_])"
        rf"|(?:{words})(?![\w/-]|[.,][0-9])",
        re.IGNORECASE,
    )
