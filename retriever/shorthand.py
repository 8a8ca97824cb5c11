"""Words shortened as in messages, written out: "năm 2025 đạt bn tấn, có vượt ko?". The list is data/shorthand.tsv."""

from __future__ import annotations

import functools
import re
from pathlib import Path

TABLE = Path(__file__).resolve().parent / "data" / "shorthand.tsv"


def written_out(text: str) -> str:
    """`text` with shortened words in full. Only what is typed in lower case is one: "BN" may be Bắc Ninh."""
    pattern, words = _table()
    return pattern.sub(lambda match: words[match.group()], text)


@functools.cache
def _table() -> tuple[re.Pattern[str], dict[str, str]]:
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    words = dict(line.split("\t") for line in lines)
    return re.compile(rf"(?<![\w/.&-])(?:{'|'.join(words)})(?![\w/&-])(?!\.\w)"), words
