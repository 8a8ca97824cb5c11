"""The words around an amount that make it a bound: "trên", "ít nhất", "từ ... trở lên"."""

from __future__ import annotations

from plans.indicator import Comparator
from plans.tokens import Tokens, Vocabulary

_PREFIXES: dict[Comparator, tuple[str, ...]] = {
    ">": ("trên", "hơn", "quá", "vượt quá", "nhiều hơn", ">"),
    "<": ("dưới", "chưa đến", "chưa đầy", "ít hơn", "<"),
    ">=": ("ít nhất", "tối thiểu", "không dưới", "không ít hơn", "không thấp hơn", "thấp nhất", "≥", "> ="),
    "<=": ("không quá", "tối đa", "nhiều nhất", "không vượt quá", "không vượt", "không cao hơn", "không trên", "≤", "< ="),
    "~": ("khoảng", "gần", "xấp xỉ", "chừng", "ngót", "trên dưới", "vào khoảng", "gần như", "~", "≈"),
    "=": ("đủ",),
}
_COMPARATORS = {phrase: comparator for comparator, phrases in _PREFIXES.items() for phrase in phrases}
_PREFIX = {phrase: Vocabulary([phrase]) for phrase in sorted(_COMPARATORS, key=lambda one: -len(one.split()))}
_FROM = Vocabulary(["từ"])
_AND_MORE, _AND_LESS = Vocabulary(["trở lên"]), Vocabulary(["trở xuống"])
_COMPARED = Vocabulary(["cao", "thấp", "nhiều", "ít", "lớn", "nhỏ", "nhanh", "chậm", "tốt", "sớm", "muộn"])
_RESTS = Vocabulary(["dựa", "căn cứ", "cơ sở", "đứng", "nằm"])


def read_prefix(tokens: Tokens, index: int, free: int) -> tuple[int, Comparator, int]:
    """Looks back for comparators: the token they start at, what they say, and the start with a leading "từ"."""
    start, comparator, reach = index, "=", index
    while reach > free:
        phrase = next((p for p, words in _PREFIX.items() if words.longest_before(tokens, reach)), None)
        if phrase is not None and reach - len(phrase.split()) >= free and not _comparison(tokens, phrase, reach):
            reach -= len(phrase.split())
            start, comparator = reach, _COMPARATORS[phrase] if comparator == "=" else comparator
        elif _FROM.longest_before(tokens, reach) and not _FROM.has(tokens.form(reach), tokens.bare):
            reach -= 1
        else:
            break
    if start == reach or _FROM.has(tokens.form(reach), tokens.bare):
        return start, comparator, reach  # type: ignore[return-value]
    return start, comparator, start  # type: ignore[return-value]


def _comparison(tokens: Tokens, phrase: str, end: int) -> bool:
    """ "cao hơn 5%" compares two things and "dựa trên ba trụ cột" rests on them; neither is a bound."""
    return (phrase == "hơn" and bool(_COMPARED.longest_before(tokens, end - 1))) or (
        phrase == "trên" and bool(_RESTS.longest_before(tokens, end - 1))
    )


def read_suffix(tokens: Tokens, end: int) -> Comparator | None:
    """What "trở lên" or "trở xuống" (two tokens) right after an amount says."""
    return ">=" if _AND_MORE.longest(tokens, end) else "<=" if _AND_LESS.longest(tokens, end) else None
