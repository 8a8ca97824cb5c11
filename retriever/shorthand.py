"""Words shortened as in messages, written out: "năm 2025 đạt bn tấn, có vượt ko?". The list is data/shorthand.tsv."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from pathlib import Path

from plans.text import fold, has_accents

_POOR = re.compile(
    r"(?P<before>(?:tỷ lệ|tỉ lệ|ty le|ti le|chỉ tiêu|chi tieu|số|so|mấy|may|bao nhiêu|bao nhieu|%|phần trăm|phan tram"
    r"|giảm|giam|thoát|thoat|HCN và|HCN,) )HN(?![\w/.-])"
    r"|(?<![\w/.])HN(?= (?:(?:còn |con )?(?:mấy|may|bao nhiêu|bao nhieu|bn) ?(?:%|phần trăm|phan tram|hộ|ho\b)"
    r"|đa chiều|và HCN|, ?HCN|(?:ở|của|tại|trên) (?:x\.|p\.|xã|phường|thôn|ấp|bản)))",
    re.IGNORECASE,
)
"""Where "HN" is counted, or of a commune: households that are poor, not the capital."""
_HOW_MUCH = re.compile(r"(?<!bao )(?<!\w)nhiêu(?!\w)|(?<!\w)(?:bao )?nhiu(?!\w)")
"""Accents tell it from "nhiều"."""
_HEIGHT = re.compile(r"(?<![\w.,])(1)m([0-9])(?![\w/])")
_CHILD = re.compile(r"\b(?:trẻ|bé|cháu|cao|tre em|em be|chau)\b", re.IGNORECASE)
TABLE = Path(__file__).resolve().parent / "data" / "shorthand.tsv"


def written_out(text: str) -> str:
    """`text` with shortened words in full, without accents where the others have none. Only what is typed in lower case is
    one: "BN" may be Bắc Ninh. "HN" is Hà Nội but where it is counted; "1m2" is how tall a child is."""
    pattern, words = _table()
    form: Callable[[str], str] = str if has_accents(text) else fold
    text = pattern.sub(lambda match: form(words[match.group()]), text)
    text = _HOW_MUCH.sub("bao nhiêu", text)
    text = _POOR.sub(lambda match: f"{match['before'] or ''}{form('hộ nghèo')}", text)
    return _HEIGHT.sub(r"\1,\2 m", text) if _CHILD.search(text) else text


@functools.cache
def _table() -> tuple[re.Pattern[str], dict[str, str]]:
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    words = dict(line.split("\t") for line in lines)
    return re.compile(rf"(?<![\w/.&-])(?:{'|'.join(words)})(?![\w/&-])(?!\.\w)"), words
