"""English questions over Vietnamese documents: which language a question is in, and the Vietnamese for the terms of plans.

The dense side understands English by itself; the lexical side needs these words. The table is data/terms.tsv.
"""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import Literal

from plans.text import fold

TABLE = Path(__file__).resolve().parent / "data" / "terms.tsv"
_WORD = re.compile(r"[a-z0-9]+(?:['’-][a-z0-9]+)*", re.IGNORECASE)
# English words that no Vietnamese syllable typed without accents is written like ("in", "do", "to", "an", "so" are).
_ENGLISH = frozenset(
    re.findall(
        r"\w+",
        "the of is are was were be been what which who whom whose where when why how many much does did has have had "
        "will would should could and or by from with for at as its their this that these there per each year "
        "please about between after before during after during over less total number",
    )
)
_VIETNAMESE = frozenset(
    re.findall(
        r"\w+",
        "là của bao nhiêu có ở tại năm xã huyện tỉnh phường quận thị thành được theo những các và ai gì nào khi đến "
        "la cua nhieu bao tai nam xa huyen tinh phuong duoc nhung cac va nao den gi "
        "khong nguoi khi da lam cai thi ra cho dau",
    )
)


def language_of(question: str) -> Literal["vi", "en"]:
    """English where English function words outnumber Vietnamese ones; names do not count."""
    words = [word.lower() for word in re.findall(r"[^\W\d_]+", question)]
    english = sum(word in _ENGLISH for word in words)
    vietnamese = sum(word in _VIETNAMESE for word in words if word not in _ENGLISH)
    return "en" if (english >= 2 and english > vietnamese) or (english == 1 and vietnamese == 0 and _plain(words)) else "vi"


def _plain(words: list[str]) -> bool:
    return sum(fold(word) == word for word in words) * 2 > len(words)


@functools.cache
def _terms() -> dict[str, tuple[str, ...]]:
    rows = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return {english: tuple(vietnamese.split("|")) for english, vietnamese in rows}


def translate(question: str) -> tuple[str, ...]:
    """The Vietnamese for the English terms in a question, the longest term first at each place."""
    words = [word.lower().replace("’", "'") for word in _WORD.findall(question)]
    terms = _terms()
    found: list[str] = []
    i = 0
    while i < len(words):
        for stop in range(min(len(words), i + 6), i, -1):
            phrase = " ".join(words[i:stop])
            match = terms.get(phrase) or terms.get(phrase.removesuffix("s"))
            if match:
                found.extend(match)
                i = stop
                break
        else:
            i += 1
    return tuple(dict.fromkeys(found))
