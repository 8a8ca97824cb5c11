"""PDF: text by pdfium, ruled tables by pdfplumber, pages without text by tesseract."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2
import pypdfium2.raw as pdfium

from ingest import limits
from ingest.compose import FileFacts
from ingest.legacy import decode_legacy_lines
from ingest.readers.builder import Builder
from ingest.readers.ocr import has_ocr, recognise
from ingest.readers.pdf_lines import Line, goes_on, page_lines, paragraphs, running_lines
from ingest.readers.pdf_tables import PdfTable, continues, join, page_tables
from plans.document import Document, Locator, Span
from plans.errors import DocumentError, LimitError
from plans.text import flatten

_log = logging.getLogger(__name__)
logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of what pdfium reads without trouble
_FEW_LETTERS = 12  # a page with fewer, and an image on it, is a scan
_SCAN_DPI = 300
_FEWEST_RULES, _MOST_RULES = 6, 4_000  # path objects of a page that may hold a ruled table


@dataclass(slots=True)
class _Page:
    """What was read of one page; `lines` are outside the tables, `order` says where each table comes among them."""

    lines: list[Line]
    tables: list[tuple[int, PdfTable]]
    recognised: str = ""


def read_pdf(path: Path, name: str) -> Document:
    """`name` is the path that the document will carry. Nothing in the file is executed; attachments are not read."""
    try:
        file = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise DocumentError(f"{name} is protected by a password; save it without one.") from error
        raise DocumentError(f"{name} is damaged or cut short; open it in its program and save it again.") from error
    try:
        if len(file) > limits.MAX_PAGES:
            raise LimitError(f"{name} has {len(file)} pages, more than {limits.MAX_PAGES}; split the file.")
        if len(file) == 0:
            raise DocumentError(f"{name} has no pages; open it in its program and save it again.")
        pages = _read_pages(file, path, name)
        title = flatten((file.get_metadata_value("Title") or "").replace("\x00", ""))
    finally:
        file.close()
    recognised = any(page.recognised for page in pages)
    facts = FileFacts(title=title or None)
    return _assemble(pages, name).document(facts, find_units=True, machine_read=recognised, furnished=False)


def _read_pages(file: Any, path: Path, name: str) -> list[_Page]:
    started = time.monotonic()
    pages: list[_Page] = []
    scans = 0
    with _Plumber(path) as plumber:
        for number in range(len(file)):
            if time.monotonic() - started > limits.MAX_PDF_SECONDS and not scans:
                raise LimitError(f"{name} takes more than {limits.MAX_PDF_SECONDS:.0f} s to read; split the file.")
            try:
                page = file[number]
            except pypdfium2.PdfiumError as error:
                raise DocumentError(
                    f"{name} is damaged at page {number + 1}; open it in its program and save it again."
                ) from error
            textpage = page.get_textpage()
            lines = page_lines(textpage, name)
            rules, images = _count_objects(page)
            letters = sum(sum(map(str.isalnum, line.text)) for line in lines)
            if letters < _FEW_LETTERS and images:
                scans += 1
                pages.append(_Page([], [], _recognised(page, name, scans)))
                continue
            tables: list[PdfTable] = []
            if _FEWEST_RULES <= rules <= _MOST_RULES and lines:
                tables = plumber.tables(number, textpage)
            pages.append(_Page(*_apart(lines, tables)))
    return pages


class _Plumber:
    """pdfplumber opened only when a page has rules on it, and given up for a file that it cannot read."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: Any = None
        self._broken = False

    def __enter__(self) -> _Plumber:
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()

    def tables(self, number: int, textpage: Any) -> list[PdfTable]:
        if self._broken:
            return []
        try:
            if self._file is None:
                self._file = pdfplumber.open(self._path)
            page = self._file.pages[number]
            found = page_tables(page, textpage, number) if not page.rotation else []
            page.close()
            return found
        except Exception as error:  # its text is still read by pdfium, line by line
            _log.warning("tables of %s are read as text: %s", self._path.name, type(error).__name__)
            self._broken = True
            return []


def _count_objects(page: Any) -> tuple[int, int]:
    """How many paths and images a page has, forms looked into one level deep."""
    kinds = [pdfium.FPDFPageObj_GetType(page_object) for page_object in _objects(page)]
    return kinds.count(pdfium.FPDF_PAGEOBJ_PATH), kinds.count(pdfium.FPDF_PAGEOBJ_IMAGE)


def _objects(page: Any) -> Iterator[Any]:
    for index in range(min(pdfium.FPDFPage_CountObjects(page), 2 * _MOST_RULES)):
        one = pdfium.FPDFPage_GetObject(page, index)
        yield one
        if pdfium.FPDFPageObj_GetType(one) == pdfium.FPDF_PAGEOBJ_FORM:
            for inner in range(min(pdfium.FPDFFormObj_CountObjects(one), _MOST_RULES)):
                yield pdfium.FPDFFormObj_GetObject(one, inner)


def _recognised(page: Any, name: str, scans: int) -> str:
    if not has_ocr():
        raise DocumentError(f"{name} is a scan; install tesseract-ocr and tesseract-ocr-vie to have it read.")
    if scans > limits.MAX_RECOGNISED_PAGES:
        raise LimitError(f"{name} has more than {limits.MAX_RECOGNISED_PAGES} scanned pages; split the file.")
    width, height = page.get_size()
    scale = min(_SCAN_DPI / 72, (limits.MAX_IMAGE_PIXELS / max(1.0, width * height)) ** 0.5)
    return recognise(page.render(scale=scale, grayscale=True).to_pil(), name)


def _apart(lines: list[Line], tables: list[PdfTable]) -> tuple[list[Line], list[tuple[int, PdfTable]]]:
    """The lines outside the tables, and for each table the index of the line that it comes before."""
    kept: list[Line] = []
    place: dict[int, int] = {}
    for line in lines:
        inside = next((i for i, table in enumerate(tables) if table.holds(*line.middle)), None)
        if inside is None:
            kept.append(line)
        else:
            place.setdefault(inside, len(kept))
    return kept, [(place.get(index, len(kept)), table) for index, table in enumerate(tables)]


def _assemble(pages: list[_Page], name: str) -> Builder:
    dropped = running_lines([page.lines for page in pages])
    parts = [_parts(page, {index for at, index in dropped if at == number}) for number, page in enumerate(pages)]
    writer = _Writer(name)
    for number, page in enumerate(pages):
        start = writer.builder.length
        if page.recognised:
            writer.text(page.recognised)
        for index, part in enumerate(parts[number]):
            if isinstance(part, PdfTable):
                writer.table(part)
                continue
            last = index == len(parts[number]) - 1
            whole = last and goes_on(part, _first_lines(parts[number + 1 : number + 2]))
            writer.text(decode_legacy_lines(paragraphs(part)) + ("" if whole else "\n"))
        writer.locate(start, number)
    writer.finish()
    return writer.builder


def _parts(page: _Page, dropped: set[int]) -> list[list[Line] | PdfTable]:
    """The runs of lines and the tables of a page in reading order, running heads left out."""
    parts: list[list[Line] | PdfTable] = []
    at = 0
    for before, table in [*sorted(page.tables, key=lambda one: one[0]), (len(page.lines), None)]:
        kept = [page.lines[index] for index in range(at, before) if index not in dropped]
        if kept:
            parts.append(kept)
        if table is not None:
            parts.append(table)
        at = before
    return parts


def _first_lines(pages: list[list[list[Line] | PdfTable]]) -> list[Line]:
    """The lines that the first of these pages begins with, none where a table stands above them."""
    first = pages[0][0] if pages and pages[0] else []
    return [] if isinstance(first, PdfTable) else first


class _Writer:
    """Writes text and tables in order; a table is held back until it is known not to go on over the page."""

    def __init__(self, name: str) -> None:
        self.builder = Builder(name)
        self._held: PdfTable | None = None

    def text(self, words: str) -> None:
        self.finish()
        self.builder.lines(words)

    def table(self, table: PdfTable) -> None:
        if self._held is not None and continues(self._held, table):
            self._held = join(self._held, table)
        else:
            self.finish()
            self._held = table

    def finish(self) -> None:
        """Write the table that was held back, its rows located on the pages that they stand on."""
        table, self._held = self._held, None
        if table is None or self.builder.table(table.cells) is None:
            return
        written = self.builder.regions[-1].table
        for number in sorted(set(table.pages)):
            spans = [cell.span for cell in (written.cells if written else ()) if table.pages[cell.row] == number]
            if spans:
                self.builder.locators.append(Locator(Span(min(spans).start, max(spans).end), page=number + 1))

    def locate(self, start: int, number: int) -> None:
        """Everything written since `start` stands on this page, but for rows with a place of their own."""
        if self.builder.length > start:
            self.builder.locators.append(Locator(Span(start, self.builder.length), page=number + 1))
