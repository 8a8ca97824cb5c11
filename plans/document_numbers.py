"""Numbers that name a document: "159/KH-UBND", "36/2025/NQ-HĐND", "05-CT/ TW". They are never quantities."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plans.document import Span

# Serial number, perhaps the year, then the code of kind and issuer. A line may break, or a stray blank stand, after a "/"
# or "-" inside the code. Typed without capitals it needs a kind code, so that "2/ngày" is left alone.
_CODE = r"[A-ZĐƯÔ]+[a-zđ]{0,3}[A-ZĐƯÔ]*[0-9]{0,2}"
_KINDS = r"(?:kh|nq|qđ|qd|ct|ctr|ttr|bc|cv|kl|tt|ttlt|nđ|nd|pa|cđ|cd|tb|hd|đa)"
_NUMBER = re.compile(
    rf"(?<![\w/.,-])[0-9]{{1,6}}(?:\s?/\s?(?:19|20)[0-9]{{2}})?(?:\s?/\s?|\s?-\s?(?=[A-ZĐ]{{2,4}}\s?/))"
    rf"(?:{_CODE}(?:[-/–]\s?{_CODE})*|{_KINDS}-[a-zđ]{{2,8}}(?:-[a-zđ]{{2,8}})*)(?!\w)"
)
_SINGLE = re.compile(r"/\s?(?:[A-ZĐ]|[A-ZĐ][a-zđ]+)$")  # "5/Km", "3/A": one letter or a capitalised word is no code


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
