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


def decode(data: bytes, name: str) -> str:
    """The text of a file, NFC, nothing removed (a UTF-8 byte-order mark stays, so that offsets hold). `name` is what the
    error says.

    Tried in turn: byte-order marks, UTF-8, UTF-16 without a mark, and the eight-bit Vietnamese encodings (windows-1258,
    TCVN3, VNI), each only where the text it gives is Vietnamese. Raises `DocumentError` for binary or unreadable bytes.
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
        return None
    if "\x00" in text:
        return _unmarked_utf16(data)
    return None if _looks_binary(data) else text


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
