"""Scanned pages saved as images."""

from __future__ import annotations

import warnings
from pathlib import Path

from PIL import Image, ImageSequence, UnidentifiedImageError

from ingest import limits
from ingest.readers.builder import Builder
from ingest.readers.ocr import recognise
from plans.document import Document, Locator
from plans.errors import DocumentError, LimitError


def read_image(path: Path, name: str) -> Document:
    """`name` is the path that the document will carry; every frame of a TIFF is a page. The text is machine-read."""
    builder = Builder(name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(path)
        with image:
            if image.width * image.height > limits.MAX_IMAGE_PIXELS:
                raise LimitError(
                    f"{name} has more than {limits.MAX_IMAGE_PIXELS // 1_000_000} million pixels; scan it at 300 dpi."
                )
            for number, frame in enumerate(ImageSequence.Iterator(image), start=1):
                if number > limits.MAX_RECOGNISED_PAGES:
                    raise LimitError(f"{name} has more than {limits.MAX_RECOGNISED_PAGES} pages; split the file.")
                span = builder.lines(recognise(frame, name))
                builder.locators.append(Locator(span, page=number))
    except (UnidentifiedImageError, Image.DecompressionBombError, SyntaxError, OSError) as error:
        raise DocumentError(f"{name} is no image that can be read; save it as PNG.") from error
    return builder.document(find_units=True, machine_read=True)
