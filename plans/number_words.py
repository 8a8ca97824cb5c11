"""Numbers written out up to the hundreds: "hai", "mười lăm", "hai mươi mốt", "ba trăm năm mươi"."""

from __future__ import annotations

from decimal import Decimal

from plans.text import fold
from plans.tokens import Tokens

_DIGITS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}
_LAST = {**_DIGITS, "mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}
_ALONE = {word: value for word, value in _DIGITS.items() if word not in ("một", "năm")}  # "một" is an article, "năm" a year
_AND = frozenset(("linh", "lẻ", "le"))
"""Between hundreds and ones: "hai trăm linh năm"."""


def _bare(table: dict[str, int]) -> dict[str, int]:
    return {fold(word): value for word, value in table.items()}


_TABLES = ((_DIGITS, _LAST, _ALONE), (_bare(_DIGITS), _bare(_LAST), _bare(_ALONE)))
_THOUSAND = ("nghìn", "ngàn", "nghin", "ngan")


def read_number_words(tokens: Tokens, index: int) -> tuple[Decimal, int] | None:
    """The number written out from `index` on and the token after it; None when none of two to 999,999 starts there.
    Thousands alone ("ba nghìn") are a number with a scale word, which is not read here."""
    read = _below_thousand(tokens, index)
    if read is None or tokens.form(read[1]) not in _THOUSAND:
        return read
    rest = _below_thousand(tokens, read[1] + 1)
    return (1000 * read[0] + rest[0], rest[1]) if rest is not None and rest[0] >= 100 else read


def _below_thousand(tokens: Tokens, index: int) -> tuple[Decimal, int] | None:
    digits = _TABLES[tokens.bare][0]
    word, following = tokens.form(index), tokens.form(index + 1)
    if word not in digits or following != ("tram" if tokens.bare else "trăm"):
        return _below_hundred(tokens, index)
    value, end = 100 * digits[word], index + 2
    if tokens.form(end) in _AND and tokens.form(end + 1) in digits:
        return Decimal(value + digits[tokens.form(end + 1)]), end + 2
    rest = _below_hundred(tokens, end)
    if rest is not None and rest[0] >= 10:
        return value + rest[0], rest[1]
    return Decimal(value), end


def _below_hundred(tokens: Tokens, index: int) -> tuple[Decimal, int] | None:
    digits, last, alone = _TABLES[tokens.bare]
    ten, tens = ("muoi", ("muoi", "chuc")) if tokens.bare else ("mười", ("mươi", "chục"))
    word, following = tokens.form(index), tokens.form(index + 1)
    if word == ten:
        unit = last.get(following, 0)
        return Decimal(10 + unit), index + (2 if unit else 1)
    if word in digits and following in tens:
        unit = last.get(tokens.form(index + 2), 0)
        return Decimal(10 * digits[word] + unit), index + (3 if unit else 2)
    if word in alone:
        return Decimal(alone[word]), index + 1
    return None
