"""Every format gives the same table, structure and locators."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from ingest.indicators import extract
from ingest.readers import SUFFIXES, read
from ingest.readers.ocr import has_ocr
from plans.document import Document, Span, Table
from plans.text import flatten

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
FILES = CORPUS / "files"
sys.path.insert(0, str(CORPUS))

import contents  # noqa: E402

ALL = sorted(path.name for path in FILES.iterdir() if path.suffix.lower() in SUFFIXES)
SCANS = {"thong-bao.png", "thong-bao-scan.pdf"}
needs_ocr = pytest.mark.skipif(not has_ocr(), reason="tesseract with Vietnamese data is not installed")


def document(name: str) -> Document:
    return read(FILES / name, FILES)


def grid(found: Document, table: Table) -> list[list[str]]:
    """The table with every merged cell repeated over its extent."""
    rows = max(cell.row + cell.row_span for cell in table.cells)
    columns = max(cell.column + cell.column_span for cell in table.cells)
    laid = [[""] * columns for _ in range(rows)]
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.column_span):
                laid[row][column] = flatten(cell.span.of(found.text))
    return laid


def span_of(found: Document, words: str) -> Span:
    start = found.text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize("name", ["chi-tieu.docx", "chi-tieu.xlsx", "chi-tieu.pdf", "chi-tieu.html"])
def test_the_same_table_is_the_same_in_every_format(name: str) -> None:
    found = document(name)
    assert [grid(found, table) for table in found.tables] == [contents.grid()]
    assert found.tables[0].header_rows == 2


def test_the_same_table_gives_the_same_indicators_in_every_format() -> None:
    found = []
    for name in ("chi-tieu.docx", "chi-tieu.xlsx", "chi-tieu.pdf", "chi-tieu.html", "chi-tieu-o-dong.md"):
        one = document(name)
        inside = [ind for ind in extract(one) if one.tables[0].span.contains(ind.citation.span)]
        found.append([(i.label, i.quantity.value, i.quantity.unit, i.place, i.year, i.period, i.kind) for i in inside])
    assert len(found[0]) == 29
    assert all(indicators == found[0] for indicators in found)


def test_cells_on_lines_of_their_own_give_the_same_table() -> None:
    found = document("chi-tieu-o-dong.md")
    laid = grid(found, found.tables[0])
    assert laid[:2] + laid[3:] == contents.grid()
    assert found.tables[0].header_rows == 3


def test_a_markdown_table_keeps_its_rows() -> None:
    found = document("chi-tieu-markdown.md")
    assert [row[-3:] for row in grid(found, found.tables[0])[1:]] == [list(row.printed) for row in contents.ROWS]


@pytest.mark.parametrize("name", [name for name in ALL if name.startswith("chi-tieu")])
def test_the_caption_of_the_table_is_its_title(name: str) -> None:
    found = document(name)
    caption = found.tables[0].caption
    assert caption is not None
    assert flatten(caption.of(found.text)) == contents.TABLE_TITLE


@pytest.mark.parametrize("name", [pytest.param(name, marks=needs_ocr if name in SCANS else ()) for name in ALL])
def test_blocks_are_ordered_and_inside_the_text(name: str) -> None:
    found = document(name)
    assert all(a.span.end <= b.span.start for a, b in zip(found.blocks, found.blocks[1:], strict=False))
    assert all(len(block.span) > 0 and block.span.end <= len(found.text) for block in found.blocks)


@pytest.mark.parametrize("name", [pytest.param(name, marks=needs_ocr if name in SCANS else ()) for name in ALL])
def test_every_word_is_in_a_block(name: str) -> None:
    found = document(name)
    covered = "".join(block.span.of(found.text) for block in found.blocks)
    letters = sum(map(str.isalnum, found.text))
    assert sum(map(str.isalnum, covered)) == letters


def test_a_cell_of_a_sheet_is_located_by_sheet_and_cell() -> None:
    found = document("chi-tieu.xlsx")
    assert str(found.locate(span_of(found, "0,87%"))) == "Biểu 01!F11"


def test_a_line_of_a_pdf_is_located_by_page() -> None:
    found = document("chi-tieu.pdf")
    assert str(found.locate(span_of(found, "Tổng giá trị sản xuất"))) == "tr. 1"
    assert str(found.locate(span_of(found, "15.000"))) == "tr. 2"
    assert str(found.locate(span_of(found, "Biểu này thay thế"))) == "tr. 2"


def test_running_heads_and_page_numbers_of_a_pdf_are_dropped() -> None:
    text = document("ke-hoach.pdf").text
    assert "Cổng thông tin điện tử" not in text
    assert "Trang 1" not in text


def test_columns_of_a_pdf_are_read_one_after_the_other() -> None:
    found = document("bao-cao-hai-cot.pdf")
    words = flatten(found.text)
    order = [words.index(part[:40]) for part in (*contents.REPORT_LEFT, *contents.REPORT_RIGHT)]
    assert order == sorted(order)
    assert contents.REPORT_LEFT[1] in words


@pytest.mark.parametrize("name", ["ke-hoach.docx", "ke-hoach.pdf"])
def test_a_plan_keeps_its_structure(name: str) -> None:
    found = document(name)
    headings = [(block.level, flatten(block.span.of(found.text))) for block in found.blocks if block.kind == "heading"]
    assert headings == [
        (1, "I. MỤC TIÊU"),
        (2, "1. Mục tiêu chung"),
        (2, "2. Chỉ tiêu cụ thể"),
        (1, "II. NHIỆM VỤ VÀ GIẢI PHÁP"),
        (2, "1. Về nông nghiệp"),
        (2, "2. Về văn hóa - xã hội"),
        (1, "III. TỔ CHỨC THỰC HIỆN"),
    ]
    items = [flatten(block.span.of(found.text)) for block in found.blocks if block.kind == "item"]
    assert items == [f"- {words}" for kind, words in contents.PLAN if kind == "dash"]


@pytest.mark.parametrize("name", ["ke-hoach.docx", "ke-hoach.pdf"])
def test_a_plan_says_what_it_is(name: str) -> None:
    found = document(name)
    assert found.title == "KẾ HOẠCH PHÁT TRIỂN KINH TẾ - XÃ HỘI HUYỆN SÔNG TRẦU NĂM 2026"
    assert (found.number, found.kind, found.published) == ("87/KH-UBND", "plan", date(2026, 1, 12))
    assert found.publisher == "Ủy ban nhân dân huyện Sông Trầu"
    assert found.places[0] == contents.PLACE
    assert found.years[0] == 2026


def test_fonts_of_before_unicode_are_decoded_run_by_run() -> None:
    found = document("bao-cao-vntime.docx")
    assert contents.LEGACY[0].upper() in found.text
    assert contents.LEGACY[1] in found.text
    assert contents.LEGACY[2] in found.text
    assert "Người lập: Tạ Quang Hiển" in found.text


def test_hidden_sheets_are_not_read() -> None:
    assert "nháp" not in document("chi-tieu.xlsx").text.lower()


def test_every_visible_sheet_is_read_with_values_as_shown() -> None:
    found = document("danh-muc.xlsx")
    assert len(found.tables) == 2
    assert grid(found, found.tables[0])[1:] == [
        ["1", "Nâng cấp đường Đồng Mận - Bến Mận", "06/04/2026", "41.250,0"],
        ["2", "Trạm bơm Gò Sậy", "17/08/2026", "7.830,5"],
    ]
    assert found.tables[0].unit == "triệu đồng"
    assert str(found.locate(span_of(found, "Phòng Kinh tế"))) == "Biên chế!A3"


@pytest.mark.parametrize(
    ("name", "title"), [("bai-bao.html", contents.ARTICLE_TITLE), ("bai-bao-1258.htm", contents.SECOND_TITLE)]
)
def test_a_page_gives_its_article_alone(name: str, title: str) -> None:
    found = document(name)
    assert found.title == title
    assert "Chuyên mục" not in found.text
    assert "Bình luận" not in found.text
    assert "Lượt truy cập" not in found.text
    said = contents.ARTICLE if name == "bai-bao.html" else contents.SECOND
    assert all(paragraph in found.text for paragraph in said)


def test_a_page_keeps_its_captions_and_headings() -> None:
    found = document("bai-bao.html")
    assert contents.CAPTION in found.text
    assert [flatten(b.span.of(found.text)) for b in found.blocks if b.kind == "heading"] == [contents.SUBHEAD]


def test_a_page_says_its_date_and_site() -> None:
    found = document("bai-bao.html")
    assert (found.published, found.publisher) == (date(2025, 3, 14), "Cổng thông tin huyện Sông Trầu")


@needs_ocr
@pytest.mark.parametrize("name", sorted(SCANS))
def test_a_scan_is_read_and_marked_as_machine_read(name: str) -> None:
    found = document(name)
    assert found.machine_read
    assert "450.000 đồng" in found.text
    assert found.locate(span_of(found, "450.000")).page == 1


def test_other_documents_are_not_marked_as_machine_read() -> None:
    assert not any(document(name).machine_read for name in ALL if name not in SCANS)
