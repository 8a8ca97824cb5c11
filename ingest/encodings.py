"""Bytes to text, without silent damage: the encoding is declared by the bytes or detected, else the file is refused."""

from __future__ import annotations

import codecs
import re
import unicodedata

from ingest.legacy import decode_legacy_lines, windows_1258
from plans.errors import DocumentError

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_UNKNOWN = "\ufffd"
_VALID_PER_BROKEN = 50  # Vietnamese letters of sound UTF-8 for each place that is not, at the least
_TAG = re.compile(r"<[^<>]{0,1000}>")
_REACH = 60  # characters around a broken place looked at for figures


def decode(data: bytes, name: str) -> str:
    """The text of a file, NFC, nothing removed (a UTF-8 byte-order mark stays, so that offsets hold). `name` is what the
    error says.

    Tried in turn: byte-order marks, UTF-8 (a few broken characters away from figures become U+FFFD), UTF-16 without a mark,
    and the eight-bit Vietnamese encodings (windows-1258, TCVN3, VNI), each only where the text it gives is Vietnamese.
    Raises `DocumentError` for binary or unreadable bytes.
    """
    text = _unicode(data, name)
    if text is None:
        if _looks_binary(data):
            raise DocumentError(f"{name} is not a text file; give a PDF, DOCX, XLSX, HTML or text file.")
        text = windows_1258(data)
        if text is None:
            text = decode_legacy_lines(data.decode("cp1252", errors="replace"))
            if "\ufffd" in text or not _is_vietnamese(text):
                raise DocumentError(f"{name} is in an unknown encoding; save it as UTF-8 and add it again.")
    else:
        text = decode_legacy_lines(text)
    return unicodedata.normalize("NFC", text)


def _unicode(data: bytes, name: str) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise DocumentError(
                    f"{name} says it is {encoding.upper()} but byte {error.start} is not; save it again as UTF-8."
                ) from error
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if data.count(0) > len(data) / 5:
            return _unmarked_utf16(data)
        if error.start > 0 and error.reason == "unexpected end of data":  # cut inside its last character
            return data[: error.start].decode("utf-8")
        return _mended(data)
    if "\x00" in text:
        return _unmarked_utf16(data)
    return None if _looks_binary(data) else text


def _mended(data: bytes) -> str | None:
    """Vietnamese UTF-8 with U+FFFD for the few places that are not, None where one of them may be part of a figure."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count(_UNKNOWN)
    valid = text.replace(_UNKNOWN, "")
    if sum(ord(c) > 127 for c in valid) < _VALID_PER_BROKEN * broken or not _is_vietnamese(valid) or _looks_binary(data):
        return None
    shown = _TAG.sub(" ", text)
    return None if any(_is_by_figure(shown, found.start()) for found in re.finditer(_UNKNOWN, shown)) else text


def _is_by_figure(text: str, at: int) -> bool:
    """Whether there is a digit in the word at `at`, in one of the two before it (whose unit it may be) or in the next."""
    before = re.split(r"\s+", text[max(0, at - _REACH) : at])[-3:]
    after = re.split(r"\s+", text[at + 1 : at + _REACH])[:2]
    return any(character.isdigit() for word in (*before, *after) for character in word)


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a byte-order mark: every line break and blank is a pair with one zero byte."""
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _CONTROL.search(text) and text.count(" ") > len(text) / 30:
            return text
    return None


def _looks_binary(data: bytes) -> bool:
    sample = data[:65536]
    control = sum(byte < 9 or 13 < byte < 32 for byte in sample)
    return control > len(sample) / 200


def _is_vietnamese(text: str) -> bool:
    marked = sum(unicodedata.normalize("NFD", c) != c or c in "đĐ" for c in text if ord(c) > 127)
    other = sum(ord(c) > 127 for c in text) - marked
    return marked > 3 * other
