"""Words shortened as in messages, written out: "năm 2025 đạt bn tấn, có vượt ko?". The list is data/shorthand.tsv."""

from __future__ import annotations

import functools
import re
from pathlib import Path

_POOR = re.compile(
    r"(?P<before>(?:tỷ lệ|tỉ lệ|ty le|ti le|chỉ tiêu|chi tieu|số|so|mấy|may|bao nhiêu|bao nhieu|giảm|giam|thoát|thoat"
    r"|HCN và|HCN,) )HN(?![\w/.-])"
    r"|(?<![\w/.])HN(?= (?:(?:còn |con )?(?:mấy|may|bao nhiêu|bao nhieu|bn) ?(?:%|phần trăm|phan tram|hộ|ho\b)"
    r"|đa chiều|và HCN|, ?HCN|(?:ở|của|tại|trên) (?:x\.|p\.|xã|phường|thôn|ấp|bản)))",
    re.IGNORECASE,
)
"""Where "HN" is counted, or of a commune: households that are poor, not the capital."""
TABLE = Path(__file__).resolve().parent / "data" / "shorthand.tsv"


def written_out(text: str) -> str:
    """`text` with shortened words in full. Only what is typed in lower case is one: "BN" may be Bắc Ninh. "HN" is Hà Nội
    but where it is counted."""
    pattern, words = _table()
    return _POOR.sub(
        lambda match: f"{match['before'] or ''}hộ nghèo", pattern.sub(lambda match: words[match.group()], text)
    )


@functools.cache
def _table() -> tuple[re.Pattern[str], dict[str, str]]:
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    words = dict(line.split("\t") for line in lines)
    return re.compile(rf"(?<![\w/.&-])(?:{'|'.join(words)})(?![\w/&-])(?!\.\w)"), words
