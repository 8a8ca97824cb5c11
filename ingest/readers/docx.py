"""Word documents: paragraphs, lists and tables in the order of the body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn

from ingest import limits
from ingest.compose import FileFacts
from ingest.legacy import decode_legacy_lines, decode_tcvn3, decode_vni
from ingest.letterhead import says_head_or_foot
from ingest.readers.archive import check_archive
from ingest.readers.builder import Builder, GridCell
from ingest.readers.docx_numbering import Numbering
from ingest.structure import is_upper, numbering
from plans.document import Document
from plans.errors import LimitError
from plans.text import flatten

_HEADING = re.compile(r"^(?:heading|tiêu đề)\s*(\d)$", re.IGNORECASE)
_TITLE = re.compile(r"^(?:title|tiêu đề)$", re.IGNORECASE)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_ENDS = ".;:!?"
_MAX_DEPTH = 6  # tables inside tables


def read_docx(path: Path, name: str) -> Document:
    """`name` is the path that the document will carry. Text in the fonts of before Unicode is decoded run by run; macros,
    headers and footers are not read."""
    check_archive(path, name).close()
    document = docx.Document(str(path))
    builder = Builder(name)
    _Body(document, builder, name).read()
    title = flatten(document.core_properties.title or "")
    return builder.document(FileFacts(title=title or None), furnished=False)


class _Body:
    """Walks one document."""

    def __init__(self, document: Any, builder: Builder, name: str) -> None:
        self._body = document.element.body
        self._builder = builder
        self._numbering = Numbering(document)
        self._name = name
        self._styles: dict[str, Any] = {
            style.get(qn("w:styleId")): style for style in document.styles.element.iter(qn("w:style"))
        }
        self._default_style = next(
            (
                style.get(qn("w:styleId"))
                for style in self._styles.values()
                if style.get(qn("w:default")) == "1" and style.get(qn("w:type")) == "paragraph"
            ),
            None,
        )

    def read(self) -> None:
        for element in _content(self._body):
            if element.tag == qn("w:p"):
                self._paragraph(element)
            else:
                self._table(element)

    def _paragraph(self, paragraph: Any) -> None:
        text, bold = self._text(paragraph)
        label = self._numbering.label(paragraph)
        words = f"{label} {text}" if label and text.strip() else text
        heading, titled = self._heading(paragraph), self._is_title(paragraph)
        for number, line in enumerate([words] if heading or titled else _broken(words)):
            self._builder.paragraph(line, heading=heading, bold=bold, listed=label == "-" and not number, titled=titled)
        for box in _boxes(paragraph):
            for inner in _content(box):
                if inner.tag == qn("w:p"):
                    self._paragraph(inner)
                else:
                    self._table(inner)

    def _text(self, paragraph: Any) -> tuple[str, bool]:
        """The text of a paragraph in Unicode, and whether all of it is bold."""
        parts: list[str] = []
        bold, legacy = True, False
        for run in paragraph.iter(qn("w:r")):
            if _nearest(run, qn("w:p")) is not paragraph or _is_hidden(run):
                continue
            text = "".join(_run_text(run))
            font = self._font(run, paragraph)
            decode = _decoder(font)
            legacy = legacy or decode is not None
            parts.append(decode(text) if decode else text)
            bold = bold and (not text.strip() or _is_on(run, "w:b"))
        joined = "".join(parts)
        return (joined if legacy else decode_legacy_lines(joined)), bold and bool(joined.strip())

    def _font(self, run: Any, paragraph: Any) -> str:
        """The Latin font that a run is set in: its own, else that of its style and the styles below it."""
        for holder in (run, *self._style_chain(run), *self._style_chain(paragraph)):
            fonts = holder.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
            if fonts is not None and (found := fonts.get(qn("w:ascii")) or fonts.get(qn("w:hAnsi"))):
                return str(found)
        return ""

    def _style_chain(self, element: Any) -> Iterator[Any]:
        kind = "w:pPr/w:pStyle" if element.tag == qn("w:p") else "w:rPr/w:rStyle"
        chosen = element.find("/".join(map(qn, kind.split("/"))))
        name = chosen.get(qn("w:val")) if chosen is not None else self._default_style if element.tag == qn("w:p") else None
        seen: set[str] = set()
        while name in self._styles and name not in seen:
            seen.add(name)
            style = self._styles[name]
            yield style
            below = style.find(qn("w:basedOn"))
            name = below.get(qn("w:val")) if below is not None else None

    def _heading(self, paragraph: Any) -> int:
        """The level of a heading style or outline level, 0 for other paragraphs."""
        outline = paragraph.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        if outline is not None and outline.get(qn("w:val"), "9") in "01234567":
            return int(outline.get(qn("w:val"))) + 1
        for name in self._style_names(paragraph):
            if found := _HEADING.match(name):
                return int(found.group(1))
        return 0

    def _is_title(self, paragraph: Any) -> bool:
        return any(map(_TITLE.match, self._style_names(paragraph)))

    def _style_names(self, paragraph: Any) -> Iterator[str]:
        for style in self._style_chain(paragraph):
            called = style.find(qn("w:name"))
            if called is not None:
                yield called.get(qn("w:val"), "")

    def _table(self, table: Any) -> None:
        cells = self._cells(table)
        if not cells:
            return
        said = " ".join(cell.text for cell in cells)
        columns = max(cell.column + cell.column_span for cell in cells)
        if columns == 1 or (columns <= 3 and len(cells) <= 12 and says_head_or_foot(said)):
            for paragraph in table.iter(qn("w:p")):  # a letterhead, a signature, a frame around text
                self._paragraph(paragraph)
            return
        self._builder.table(cells)

    def _cells(self, table: Any) -> list[GridCell]:
        """The cells with their merged extents. `w:gridSpan` and `w:vMerge`: ECMA-376 part 1, section 17.4."""
        cells: list[GridCell] = []
        open_at: dict[int, int] = {}  # column -> index in `cells` of what a vertical merge continues
        for row, line in enumerate(_rows(table)):
            if row > limits.MAX_ROWS or len(cells) > limits.MAX_CELLS:
                raise LimitError(f"{self._name} has a table of more than {limits.MAX_ROWS} rows; split the file.")
            column = _number(line, "w:trPr/w:gridBefore")
            heading = line.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
            for cell in _content(line, (qn("w:tc"),)):
                width = max(1, _number(cell, "w:tcPr/w:gridSpan", 1))
                if column + width > limits.MAX_COLUMNS:
                    raise LimitError(f"{self._name} has a table of more than {limits.MAX_COLUMNS} columns; split the file.")
                merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
                if merge is not None and merge.get(qn("w:val"), "continue") == "continue" and column in open_at:
                    above = cells[open_at[column]]
                    depth = row - above.row + 1
                    cells[open_at[column]] = GridCell(
                        above.text, above.row, above.column, depth, above.column_span, None, above.heading
                    )
                else:
                    open_at[column] = len(cells)
                    cells.append(GridCell(self._cell_text(cell), row, column, 1, width, None, heading))
                column += width
        return cells

    def _cell_text(self, cell: Any, depth: int = 0) -> str:
        words: list[str] = []
        for element in _content(cell):
            if element.tag == qn("w:p"):
                label = self._numbering.label(element)
                text = self._text(element)[0].strip()
                words.append(f"{label} {text}" if label and text else text or (label if label != "-" else ""))
            elif depth < _MAX_DEPTH:
                words.extend(self._cell_text(inner, depth + 1) for row in _rows(element) for inner in row.iter(qn("w:tc")))
        return " ".join(filter(None, words))


def _content(parent: Any, wanted: tuple[str, ...] = (qn("w:p"), qn("w:tbl"))) -> Iterator[Any]:
    """Children of these kinds in order, looking through content controls, insertions and the like."""
    for child in parent:
        if child.tag in wanted:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _content(child, wanted)


_WRAPPERS = frozenset(map(qn, ("w:sdt", "w:sdtContent", "w:ins", "w:smartTag", "w:customXml", "w:moveTo")))


def _rows(table: Any) -> Iterator[Any]:
    return _content(table, (qn("w:tr"),))


def _boxes(paragraph: Any) -> Iterator[Any]:
    """Text boxes anchored in a paragraph, each once."""
    for box in paragraph.iter(qn("w:txbxContent")):
        if _nearest(box, _FALLBACK) is None and _nearest(box, qn("w:p")) is paragraph:
            yield box


def _nearest(element: Any, tag: str) -> Any:
    return next(element.iterancestors(tag), None)


def _is_hidden(run: Any) -> bool:
    """Whether Word does not show a run here: hidden text, the place it was moved from, the older form of a drawing."""
    moved = _nearest(run, qn("w:moveFrom")) is not None
    return moved or _nearest(run, _FALLBACK) is not None or _is_on(run, "w:vanish")


def _broken(text: str) -> list[str]:
    """The lines of a paragraph broken by hand; a sentence that goes on below the break stays whole."""
    lines: list[str] = []
    for line in filter(None, map(str.strip, text.split("\n"))):
        opened = bool(lines) and not is_upper(lines[-1]) and lines[-1][-1] not in _ENDS
        if opened and line[0].islower() and numbering(line) is None:
            lines[-1] = f"{lines[-1]} {line}"
        else:
            lines.append(line)
    return lines


def _run_text(run: Any) -> Iterator[str]:
    for child in run:
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in (qn("w:br"), qn("w:cr")):
            yield "\n"
        elif child.tag == qn("w:tab"):
            yield " "
        elif child.tag == qn("w:noBreakHyphen"):
            yield "-"


def _is_on(run: Any, tag: str) -> bool:
    found = run.find(f"{qn('w:rPr')}/{qn(tag)}")
    return found is not None and found.get(qn("w:val"), "1") not in ("0", "false", "none")


def _number(element: Any, path: str, default: int = 0) -> int:
    found = element.find("/".join(map(qn, path.split("/"))))
    value = found.get(qn("w:val"), "") if found is not None else ""
    return int(value) if value.isdigit() else default


def _decoder(font: str) -> Any:
    """How to decode text set in a font of before Unicode; None for other fonts."""
    if font.startswith(".Vn"):
        return (lambda text: decode_tcvn3(text).upper()) if font.endswith("H") else decode_tcvn3
    return decode_vni if font.upper().startswith("VNI-") else None
