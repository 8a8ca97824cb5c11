"""Numbers written out up to the hundreds ("hai", "mười lăm", "hai mươi mốt", "ba trăm năm mươi"), and shares and multiples
in words ("một nửa", "hai phần ba", "gấp đôi")."""

from __future__ import annotations

from decimal import Decimal

from plans.text import fold
from plans.tokens import Tokens, Vocabulary

_DIGITS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}
_LAST = {**_DIGITS, "mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}
_ALONE = {word: value for word, value in _DIGITS.items() if word not in ("một", "năm")}  # "một" is an article, "năm" a year
_AND = frozenset(("linh", "lẻ", "le"))
"""Between hundreds and ones: "hai trăm linh năm"."""


def _bare(table: dict[str, int]) -> dict[str, int]:
    return {fold(word): value for word, value in table.items()}


_TABLES = ((_DIGITS, _LAST, _ALONE), (_bare(_DIGITS), _bare(_LAST), _bare(_ALONE)))
_THOUSAND = ("nghìn", "ngàn", "nghin", "ngan")
_HALF = Vocabulary(["một nửa", "phân nửa"])
_ROUGHLY = Vocabulary(["quá", "hơn", "gần", "trên", "dưới", "già", "đến", "tới", "chưa đến", "chưa đầy"])
"""In front of a bare "nửa" that is a half of something."""
_NO_SHARE = Vocabulary(["đầu", "cuối", "sau", "giữa", "tháng", "năm", "ngày", "giờ", "buổi", "nhiệm kỳ", "thế kỷ", "đường"])
"""Behind "nửa", a stretch of time or the way."""
_LAN = Vocabulary(["lần"])
_TIMES = {"đôi": Decimal(2), "rưỡi": Decimal("1.5"), **{word: Decimal(_LAST[word]) for word in _ALONE}}
_BARE_TIMES = {fold(word): value for word, value in _TIMES.items()}


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


def read_share_words(tokens: Tokens, index: int) -> tuple[Decimal, int] | None:
    """A share written out, in a hundred, and the token after it: "một nửa", "quá nửa" (from "nửa" on), "hai phần ba"."""
    half = _HALF.longest(tokens, index)
    if not half and tokens.form(index) == ("nua" if tokens.bare else "nửa"):
        half = 1 if _ROUGHLY.longest_before(tokens, index) else 0
    if half:
        end = index + half
        return None if _NO_SHARE.longest(tokens, end) else (Decimal(50), end)
    digits, last, _ = _TABLES[tokens.bare]
    parts, whole = digits.get(tokens.form(index)), last.get(tokens.form(index + 2))
    if tokens.form(index + 1) != ("phan" if tokens.bare else "phần") or parts is None or whole is None or parts >= whole:
        return None
    return Decimal(100) * parts / whole, index + 3


def read_multiple_words(tokens: Tokens, index: int) -> tuple[Decimal, int] | None:
    """How many times as much, and the token after it: "gấp đôi", "gấp ba"; "ba lần" of "gấp ba lần" is read as a count."""
    times = (_BARE_TIMES if tokens.bare else _TIMES).get(tokens.form(index + 1))
    if tokens.form(index) != ("gap" if tokens.bare else "gấp") or times is None:
        return None
    return None if _LAN.longest(tokens, index + 2) else (times, index + 2)
