"""Checks on a DOCX or XLSX (a zip of XML parts) before any library opens it."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from ingest import limits
from plans.errors import DocumentError, LimitError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the older container: an encrypted file, or a .doc or .xls renamed
_DECLARATIONS = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_ELEMENT = re.compile(rb"<\x00?[A-Za-z_]")
_CHUNK = 1 << 16


def check_archive(path: Path, name: str) -> zipfile.ZipFile:
    """The open archive. Raises `LimitError` for one that unpacks to too much, `DocumentError` for one that is encrypted,
    damaged, or declares XML entities (no office program writes any).

    Declared sizes can be trusted as bounds: `zipfile` never yields more than a member declares.
    """
    with path.open("rb") as file:
        if file.read(len(_OLE)) == _OLE:
            raise DocumentError(
                f"{name} is protected by a password or in the format of before 2007; save it without a password as "
                f"{path.suffix.lower()}."
            )
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise DocumentError(f"{name} is damaged or cut short; open it in its program and save it again.") from error
    try:
        members = archive.infolist()
        if len(members) > limits.MAX_ARCHIVE_MEMBERS:
            raise LimitError(f"{name} holds more than {limits.MAX_ARCHIVE_MEMBERS} parts; split the file.")
        if sum(member.file_size for member in members) > limits.MAX_ARCHIVE_BYTES:
            raise LimitError(
                f"{name} unpacks to more than {limits.MAX_ARCHIVE_BYTES // limits.MEGABYTE} MB; split the file."
            )
        for member in members:
            if member.flag_bits & 1:
                raise DocumentError(f"{name} is encrypted; save it without a password.")
            if member.filename.endswith((".xml", ".rels", ".vml")):
                _check_part(archive, member, name)
    except BaseException:
        archive.close()
        raise
    return archive


def _check_part(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> None:
    if member.file_size > limits.MAX_XML_BYTES:
        raise LimitError(f"{name} has a part of more than {limits.MAX_XML_BYTES // limits.MEGABYTE} MB; split the file.")
    try:
        with archive.open(member) as part:
            tail = b""
            while chunk := part.read(_CHUNK):
                window = tail + chunk
                if any(declaration in window for declaration in _DECLARATIONS):
                    raise DocumentError(f"{name} declares XML entities, which no office program writes; it is not read.")
                if _ELEMENT.search(window):  # a declaration can only stand before the first element
                    return
                tail = window[-32:]
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise DocumentError(f"{name} is damaged or cut short; open it in its program and save it again.") from error
