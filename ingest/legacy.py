"""Text typed before Unicode: TCVN3 (the .VnTime fonts), VNI and windows-1258.

The first two reuse the byte values of Latin letters, so that text read as Latin-1 or windows-1252 shows "Céng hßa x· héi"
(TCVN3) or "Coäng hoøa xaõ hoäi" (VNI). A line is decoded only where it spells Vietnamese after and does not before; German
or Spanish lines, and lines that are Unicode already, are left alone. Tables: TCVN 5712:1993 (VN3) and the VNI-Windows set.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable

from ingest.syllable import is_syllable

_TCVN3 = dict(
    zip(
        "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ¡¢£¤¥¦§",
        "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ",
        strict=True,
    )
)
_TCVN3_TABLE = str.maketrans(_TCVN3)
_VNI_MARKS = {  # what a mark after a letter adds: acute, grave, hook, tilde, dot; circumflex and breve with each of them
    "ù": "\u0301",
    "ø": "\u0300",
    "û": "\u0309",
    "õ": "\u0303",
    "ï": "\u0323",
    "â": "\u0302",
    "á": "\u0302\u0301",
    "à": "\u0302\u0300",
    "å": "\u0302\u0309",
    "ã": "\u0302\u0303",
    "ä": "\u0302\u0323",
    "ê": "\u0306",
    "é": "\u0306\u0301",
    "è": "\u0306\u0300",
    "ú": "\u0306\u0309",
    "ü": "\u0306\u0303",
    "ë": "\u0306\u0323",
}
_VNI_MARKS |= {mark.upper(): added for mark, added in _VNI_MARKS.items()}
_VNI_LETTERS = str.maketrans("ôöñíìæóòîÔÖÑÍÌÆÓÒÎ", "ơưđíìỉĩịỵƠƯĐÍÌỈĨỊỴ")
_VNI_PAIR = re.compile(rf"([AaEeOoUuYyÔôÖö])([{''.join(_VNI_MARKS)}])")
_WORD = re.compile(r"[^\W\d_]+")
_LEGACY_WORD = re.compile(r"[^\W\d_\u00b5]*[\u00a1-\u00ac\u00ae-\u00fe\u00ad][^\s\d.,;:!?()\"“”/+\-–|*_]*")
_UNICODE_LETTER = re.compile("[ăĂđĐĩĨũŨơƠưƯ\u1ea0-\u1ef9\u0300\u0301\u0303\u0309\u0323]")
_ENOUGH_WORDS = 3  # changed words in one line that prove its encoding
_SPELT = 0.9


def decode_tcvn3(text: str) -> str:
    """TCVN3 shown as Latin letters, to Unicode. The capital fonts (.VnTimeH) give lower-case bytes: a word of capitals is
    made whole."""
    return re.sub(r"\S+", _whole_capitals, text.translate(_TCVN3_TABLE))


def decode_vni(text: str) -> str:
    """VNI-Windows shown as Latin letters, to Unicode."""
    paired = _VNI_PAIR.sub(lambda found: found.group(1).translate(_VNI_LETTERS) + _VNI_MARKS[found.group(2)], text)
    parts = re.split(r"([^\W\d_][\u0300-\u0323]+)", paired)
    return unicodedata.normalize("NFC", "".join(p if i % 2 else p.translate(_VNI_LETTERS) for i, p in enumerate(parts)))


def _whole_capitals(found: re.Match[str]) -> str:
    word = found.group()
    typed = [letter for letter in word if letter.isascii() and letter.isalpha()]
    marked = [letter for letter in word if letter.isalpha() and not letter.isascii()]
    if typed and marked and all(map(str.isupper, typed)) and any(map(str.islower, marked)):
        return word if len(typed) == 1 and word[0] == typed[0] and len(word) > 1 else word.upper()
    return word


_SCHEMES: tuple[Callable[[str], str], ...] = (decode_tcvn3, decode_vni)


def decode_legacy_lines(text: str) -> str:
    """The text with each line that is TCVN3 or VNI decoded (one encoding a text); every other line as it stands."""
    if not _LEGACY_WORD.search(text):
        return text
    lines = text.splitlines(keepends=True)
    proven = Counter(scheme for line in lines if (scheme := _scheme(line)))
    if not proven:
        return text
    scheme = proven.most_common(1)[0][0]
    mixed = any(map(_UNICODE_LETTER.search, lines))
    return "".join(scheme(line) if _belongs(line, scheme, mixed) else line for line in lines)


def _belongs(line: str, scheme: Callable[[str], str], mixed: bool) -> bool:
    """Whether a line of a text in which `scheme` is proven is in it too. In a text that is partly Unicode, a line that
    spells Vietnamese as it stands ("xã") is left alone."""
    words = _LEGACY_WORD.findall(line)
    if not words or _UNICODE_LETTER.search(line):
        return False
    after, before = _share(words, scheme), _share(words, str)
    return after > before and after >= 0.5 if mixed else after >= max(0.5, before)


def _scheme(line: str) -> Callable[[str], str] | None:
    """The encoding that a line proves by itself, or None."""
    if _UNICODE_LETTER.search(line):
        return None
    words = _LEGACY_WORD.findall(line)
    if len(words) < _ENOUGH_WORDS or _share(words, str) >= _SPELT:
        return None
    best = max(_SCHEMES, key=lambda scheme: _share(words, scheme))
    return best if _share(words, best) >= _SPELT else None


def _share(words: list[str], decode: Callable[[str], str]) -> float:
    spelt = [all(map(_is_word, _WORD.findall(decoded))) and _WORD.search(decoded) for decoded in map(decode, words)]
    return sum(map(bool, spelt)) / len(words)


def _is_word(word: str) -> bool:
    """A syllable, or an abbreviation such as HĐND."""
    return is_syllable(word) or (len(word) > 1 and word.isupper() and all(c.isascii() or c in "ĐƯ" for c in word))


def windows_1258(data: bytes) -> str | None:
    """The text of windows-1258 bytes, NFC; None when they do not spell Vietnamese in it."""
    try:
        text = unicodedata.normalize("NFC", data.decode("cp1258"))
    except UnicodeDecodeError:
        return None
    words = [word for word in _WORD.findall(text[:20_000]) if not word.isascii()]
    if not words or sum(map(is_syllable, words)) < _SPELT * len(words):
        return None
    plain = [word for word in words if _UNICODE_LETTER.search(word)]
    return text if len(plain) >= len(words) / 4 else None
