"""The lines of a PDF page with their places, and how they fall into paragraphs.

pdfium gives characters in the order of the content stream, which keeps columns apart; the places tell where a line was
wrapped and where a paragraph ends. Lengths are in points, y grows upwards.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from ingest import limits
from ingest.structure import is_item, is_upper, numbering
from plans.errors import LimitError

_HYPHENS = {"\x02": "-", "\ufffe": "-", "\u00ad": "\u00ad"}
_PAGE_NUMBER = re.compile(r"^[-–—\s]*(?:trang\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?[-–—\s]*$", re.IGNORECASE)
_NUMBERED = re.compile(r"(?<=trang )\d+|(?<=tr\. )\d+|(?<=page )\d+|\d+(?=\s*/\s*\d)|(?<=/ )\d+|(?<=/)\d+", re.IGNORECASE)
_SENTENCE_ENDS = '.;:!?…"”'
_EDGE_LINES = 3  # at the top and the bottom of a page where headers and footers are looked for


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text with the box around it."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2


def page_lines(textpage: Any, name: str) -> list[Line]:
    """The lines of a page in reading order."""
    count = pdfium.FPDFText_CountChars(textpage)
    if count > limits.MAX_PAGE_CHARACTERS:
        raise LimitError(f"{name} has a page of more than {limits.MAX_PAGE_CHARACTERS} characters; split the file.")
    lines: list[Line] = []
    letters: list[tuple[int, str]] = []
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(textpage, index)
        letter = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
        if letter in "\r\n":
            if letter and letters:
                _finish(textpage, letters, lines)
                letters = []
            continue
        letters.append((index, _HYPHENS.get(letter, letter)))
    _finish(textpage, letters, lines)
    return lines


def _finish(textpage: Any, letters: list[tuple[int, str]], lines: list[Line]) -> None:
    text = " ".join("".join(letter for _, letter in letters).split())
    inked = [index for index, letter in letters if letter.strip()]
    if not text or not inked:
        return
    boxes = [_box(textpage, index) for index in (inked[0], inked[len(inked) // 2], inked[-1])]
    lines.append(Line(text, boxes[0][0], boxes[-1][1], min(box[2] for box in boxes), max(box[3] for box in boxes)))


def _box(textpage: Any, index: int) -> tuple[float, float, float, float]:
    """Left, right, bottom, top of a character's cell."""
    rectangle = pdfium.FS_RECTF()
    if not pdfium.FPDFText_GetLooseCharBox(textpage, index, ctypes.byref(rectangle)):
        return 0.0, 0.0, 0.0, 0.0
    return rectangle.left, rectangle.right, rectangle.bottom, rectangle.top


def running_lines(pages: Sequence[Sequence[Line]]) -> set[tuple[int, int]]:
    """(page, line) of the page numbers, headers and footers: from the edge of the page inwards, lines that come back word
    for word at the same height on half of the pages, and page numbers."""
    edges = [_edges(lines) for lines in pages]
    seen = Counter(
        key for lines, order in zip(pages, edges, strict=True) for key in {_key(lines[i]) for edge in order for i in edge}
    )
    needed = max(2, len(pages) * 0.5)
    drop: set[tuple[int, int]] = set()
    for page, (lines, order) in enumerate(zip(pages, edges, strict=True)):
        for edge in order:
            for index in edge:
                line = lines[index]
                repeated = seen[_key(line)] >= needed and (len(pages) > 2 or len(line.text) <= 80)
                if not repeated and not _numbers_page(line.text, page):
                    break
                drop.add((page, index))
    return drop


def _edges(lines: Sequence[Line]) -> tuple[list[int], list[int]]:
    """The lines at the top and at the bottom of a page, each from the edge inwards."""
    order = [index for _, index in sorted((-line.top, index) for index, line in enumerate(lines))]
    half = min(_EDGE_LINES, (len(order) + 1) // 2)
    return order[:half], order[::-1][:half]


def _numbers_page(text: str, page: int) -> bool:
    """Whether a line is the number of the page: "Trang 3/10", "- 3 -", or a bare figure that counts with the pages."""
    found = _PAGE_NUMBER.match(text)
    return found is not None and (not text.isdigit() or int(text) in (page, page + 1, page + 2))


def _key(line: Line) -> tuple[str, int]:
    return _NUMBERED.sub("0", line.text), round(line.bottom / 6)


def paragraphs(lines: Sequence[Line]) -> str:
    """The lines as text, a blank line between paragraphs, line ends kept inside them."""
    if not lines:
        return ""
    gaps = sorted(above.bottom - below.bottom for above, below in pairwise(lines) if above.bottom > below.bottom)
    heights = sorted(line.top - line.bottom for line in lines)
    usual = max(gaps[len(gaps) // 5], 0.9 * heights[len(heights) // 2]) if gaps else 0.0
    parts = [lines[0].text]
    for above, below in pairwise(lines):
        parts.append("\n\n" if _ends(above, below, lines, usual) else "\n")
        parts.append(below.text)
    return "".join(parts)


def goes_on(lines: Sequence[Line], following: Sequence[Line]) -> bool:
    """Whether the sentence at the end of a page goes on at the top of the next: the last line fills its column and ends no
    sentence, and the first one of the next page (`following`) is neither indented nor numbered nor a heading."""
    if not lines or not following:
        return False
    above, below = lines[-1], following[0]
    if above.text[-1:] in _SENTENCE_ENDS or is_upper(above.text) or _begins_anew(below.text):
        return False
    sizes = above.top - above.bottom, below.top - below.bottom
    column = [line for line in (*lines, *following) if line.left < above.right and line.right > above.left]
    indented = below.left > min(line.left for line in column) + 12
    return not indented and abs(sizes[0] - sizes[1]) <= 0.15 * max(sizes) and not _has_room(above, below, column)


def _begins_anew(text: str) -> bool:
    return is_upper(text) or is_item(text) or numbering(text) is not None


def _has_room(above: Line, below: Line, column: Sequence[Line]) -> bool:
    """Whether the first word of the line below would still have stood on the line above."""
    width = (above.right - above.left) / max(1, len(above.text))
    return max(line.right for line in column) - above.right > (len(below.text.split(maxsplit=1)[0]) + 2) * width


def _ends(above: Line, below: Line, lines: Sequence[Line], usual: float) -> bool:
    """Whether a paragraph ends between two lines."""
    step = above.bottom - below.bottom
    if step <= 0 or below.left > above.right:  # the next column, or a cell beside it
        return above.text[-1:] in ".;:!?" or not below.text[:1].islower()
    sizes = above.top - above.bottom, below.top - below.bottom
    if (usual and step > 1.45 * usual) or abs(sizes[0] - sizes[1]) > 0.15 * max(sizes):
        return True
    column = [line for line in lines if line.left < above.right and line.right > above.left]
    if _has_room(above, below, column):
        return above.text[-1:] in _SENTENCE_ENDS or not below.text[:1].islower()
    margin = min(line.left for line in column)
    return below.left > margin + 12 and above.left <= below.left - 8 and above.text[-1:] in ".;:!?…"
