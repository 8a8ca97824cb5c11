"""Text recognised from images by tesseract with its Vietnamese data, where both are installed."""

from __future__ import annotations

import functools
import shutil
import subprocess
from io import BytesIO
from typing import TYPE_CHECKING

from ingest import limits
from plans.errors import DocumentError, LimitError

if TYPE_CHECKING:
    from PIL.Image import Image

_COMMAND = "tesseract"
_INSTALL = "install tesseract-ocr and tesseract-ocr-vie to have it read"


@functools.cache
def has_ocr() -> bool:
    """Whether tesseract and its `vie` data are installed."""
    if shutil.which(_COMMAND) is None:
        return False
    listed = subprocess.run([_COMMAND, "--list-langs"], capture_output=True, text=True, timeout=30, check=False)
    return "vie" in (listed.stdout + listed.stderr).split()


def recognise(image: Image, name: str) -> str:
    """The text of a page image, NFC not assured. Page segmentation 3 (the default): 6 destroys ruled tables.

    Raises `DocumentError` when tesseract is missing or fails, `LimitError` when one page takes too long.
    """
    if not has_ocr():
        raise DocumentError(f"{name} is a scan; {_INSTALL}.")
    if image.width * image.height > limits.MAX_IMAGE_PIXELS:
        raise LimitError(f"{name} has more than {limits.MAX_IMAGE_PIXELS // 1_000_000} million pixels; scan it at 300 dpi.")
    buffer = BytesIO()
    image.convert("L").save(buffer, format="PNG")
    try:
        done = subprocess.run(
            [_COMMAND, "-", "-", "-l", "vie", "--psm", "3"],
            input=buffer.getvalue(),
            capture_output=True,
            timeout=limits.MAX_OCR_SECONDS,
            check=False,
            env={"OMP_THREAD_LIMIT": "1", "PATH": _path()},
        )
    except subprocess.TimeoutExpired as error:
        raise LimitError(f"{name} has a page that takes more than {limits.MAX_OCR_SECONDS:.0f} s to recognise.") from error
    if done.returncode != 0:
        raise DocumentError(f"{name} could not be recognised by tesseract; scan it again as PNG or PDF.")
    return done.stdout.decode("utf-8", "replace").replace("\x0c", "\n")


def _path() -> str:
    found = shutil.which(_COMMAND)
    return found.rsplit("/", 1)[0] if found else ""
