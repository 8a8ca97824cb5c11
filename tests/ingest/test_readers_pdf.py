"""Tables that run over pages, and lines that fall into paragraphs."""

from __future__ import annotations

import pytest

from ingest.readers.builder import GridCell
from ingest.readers.pdf_lines import Line, goes_on, paragraphs, running_lines
from ingest.readers.pdf_tables import PdfTable, continues, join

EDGES = (50.0, 80.0, 300.0, 380.0)
HEAD = ["STT", "Chỉ tiêu", "Năm 2026"]


def page(number: int, *rows: list[str], edges: tuple[float, ...] = EDGES) -> PdfTable:
    cells = tuple(GridCell(words, r, c) for r, row in enumerate(rows) for c, words in enumerate(row))
    return PdfTable(cells, 50, 380, 100, 700, edges, (number,) * len(rows))


def words(table: PdfTable) -> list[list[str]]:
    return [[cell.text for cell in sorted(table.row(r), key=lambda one: one.column)] for r in range(table.rows)]


def test_repeated_heading_rows_are_dropped_when_a_table_goes_on() -> None:
    joined = join(page(0, HEAD, ["1", "Hộ nghèo", "118"]), page(1, HEAD, ["2", "Cây xanh", "15.000"]))
    assert words(joined) == [HEAD, ["1", "Hộ nghèo", "118"], ["2", "Cây xanh", "15.000"]]
    assert joined.pages == (0, 0, 1)


def test_a_row_split_by_the_page_is_made_whole() -> None:
    above = page(0, HEAD, ["1", "Tỷ lệ hộ sử dụng nước sạch", "85%"])
    joined = join(above, page(1, ["", "theo quy chuẩn", ""], ["2", "Cây xanh", "15.000"]))
    assert words(joined)[1:] == [["1", "Tỷ lệ hộ sử dụng nước sạch theo quy chuẩn", "85%"], ["2", "Cây xanh", "15.000"]]
    assert joined.pages == (0, 0, 1)


def test_a_row_without_a_number_of_its_own_is_not_glued_when_it_has_a_figure() -> None:
    above = page(0, HEAD, ["1", "Hộ nghèo", "118"])
    assert words(join(above, page(1, ["", "hộ cận nghèo", "240"])))[1:] == [
        ["1", "Hộ nghèo", "118"],
        ["", "hộ cận nghèo", "240"],
    ]


def test_a_table_of_other_columns_is_another_table() -> None:
    other = page(1, ["Đơn vị", "Số"], edges=(50.0, 200.0, 380.0))
    assert continues(page(0, HEAD), page(1, HEAD))
    assert not continues(page(0, HEAD), other)


def line(text: str, top: float, left: float = 60, right: float = 500, size: float = 12) -> Line:
    return Line(text, left, right, top - size, top)


def test_full_lines_are_joined_and_short_ones_end_a_paragraph() -> None:
    text = paragraphs(
        [
            line("Toàn huyện xuống giống được 5.460 ha lúa hè thu, đạt chỉ tiêu mà hội đồng nhân", 700),
            line("dân huyện giao.", 685, right=150),
            line("Giá lúa tươi tại ruộng dao động quanh mức 6.500 đồng một ki-lô-gam, cao hơn năm", 670),
            line("trước.", 655, right=100),
        ]
    )
    assert [part.count("\n") for part in text.split("\n\n")] == [1, 1]


def test_a_wide_gap_ends_a_paragraph() -> None:
    rows = [line("KẾ HOẠCH TRỒNG CÂY XANH TRÊN ĐỊA BÀN HUYỆN SÔNG TRẦU TRONG NĂM 2026 CỦA CÁC XÃ", 700)]
    rows += [
        line("Căn cứ nghị quyết của hội đồng nhân dân huyện về nhiệm vụ năm 2026 đã được thông qua", 660 - 15 * n)
        for n in range(4)
    ]
    assert paragraphs(rows).count("\n\n") == 1


def test_page_numbers_and_running_heads_are_found() -> None:
    pages = [[line("Cổng thông tin huyện", 800), line(f"Nội dung thứ {n}", 600), line(f"Trang {n}", 40)] for n in (1, 2, 3)]
    assert running_lines(pages) == {(page, index) for page in range(3) for index in (0, 2)}


def test_numbered_forms_at_the_head_of_each_page_are_kept() -> None:
    pages = [
        [line(f"Mẫu biểu số {n:02d}", 800), line(f"Dự toán thu {n}", 600), line("Đơn vị: đồng", 300)] for n in (1, 2, 3)
    ]
    assert all(index != 0 for _, index in running_lines(pages))


def test_a_figure_is_no_page_number_unless_it_counts_the_pages() -> None:
    assert running_lines([[line("Số hộ nghèo", 700), line("hộ", 600), line("118", 500)]]) == set()
    assert running_lines([[line("Số hộ nghèo", 700), line("hộ", 600), line("1", 40)]]) == {(0, 2)}


def body(*texts: str, left: float = 60) -> list[Line]:
    return [line(words, 700 - 15 * n, left, right=60 + 5.5 * len(words)) for n, words in enumerate(texts)]


FULL = "Các ngành tập trung thực hiện đồng bộ các giải pháp; tổng vốn đầu tư toàn xã hội ước đạt"


@pytest.mark.parametrize(
    "first", ["3.200 tỷ đồng, trong đó vốn ngân sách 700 tỷ đồng.", "Ban Quản lý dự án huyện giải ngân."]
)
def test_a_sentence_goes_on_over_the_page_whatever_it_goes_on_with(first: str) -> None:
    assert goes_on(body(FULL, FULL), body(first, FULL))


@pytest.mark.parametrize(
    ("last", "first"),
    [
        (f"{FULL[:-1]}.", "Ban Quản lý dự án huyện giải ngân."),
        ("Các ngành tập trung thực hiện", "Ban Quản lý dự án huyện giải ngân."),
        (FULL, "2. Thu ngân sách đạt 330 tỷ đồng."),
        (FULL, "- Hộ nghèo còn 2,4%."),
        (FULL, "II. NHIỆM VỤ VÀ GIẢI PHÁP"),
    ],
)
def test_a_new_paragraph_on_a_new_page_stays_one(last: str, first: str) -> None:
    assert not goes_on(body(FULL, last), body(first, FULL))


def test_an_indented_line_on_a_new_page_begins_a_paragraph() -> None:
    assert not goes_on(body(FULL, FULL), [*body("Ban Quản lý dự án huyện giải ngân.", left=90), *body(FULL)])
