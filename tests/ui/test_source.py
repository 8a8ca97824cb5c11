from dataclasses import replace

from plans.document import Block, Document, Locator, Span
from tests.ui.examples import TEXT, document, span
from ui.source import WINDOW, Opened, article, original_link
from ui.strings import VIETNAMESE


def shown(opened: Opened) -> str:
    return article(opened, VIETNAMESE)


def test_the_head_says_who_published_what_and_when() -> None:
    page = shown(Opened(document(), (span("3,5 tỷ đồng"),)))
    for part in ("Kế hoạch", "Báo An Bình", "12/KH-UBND", "31/01/2024", "xã An Bình", "dòng"):
        assert part in page


def test_the_cited_block_is_where_the_page_opens() -> None:
    page = shown(Opened(document(), (span("3,5 tỷ đồng"),)))
    assert page.count('id="cited"') == 1
    assert page.index('id="cited"') < page.index("phấn đấu") < page.index('<mark class="cited">3,5 tỷ đồng</mark>')


def test_markdown_marks_are_not_shown() -> None:
    page = shown(Opened(document()))
    assert "**" not in page
    assert "## " not in page
    assert "<h3>Chỉ tiêu</h3>" in page


def test_furniture_is_folded_away() -> None:
    page = shown(Opened(document()))
    folded = page[page.index("<details") : page.index("</details>")]
    assert "Trang chủ" in folded
    assert "phấn đấu" not in folded


def test_a_table_is_a_table_and_the_cited_cell_stands_out() -> None:
    cell = span("1,2%", after=TEXT.index("| Hộ nghèo"))
    page = shown(Opened(document(), (cell,), (cell,)))
    assert '<th scope="col">Kế hoạch</th>' in page
    assert '<td class="said-cell"><mark class="cited"><strong class="said">1,2%</strong></mark></td>' in page
    assert page.count('class="cited-row"') == 1


def test_text_between_the_blocks_is_not_lost() -> None:
    bare = Document("d2", "a.txt", "A", "Dòng một.\nDòng hai.", blocks=(Block("paragraph", Span(0, 9)),))
    page = shown(Opened(bare, (Span(10, 19),)))
    assert '<mark class="cited">Dòng hai.</mark>' in page


def test_a_document_without_blocks_is_readable() -> None:
    page = shown(Opened(Document("d3", "b.txt", "", "Một.\n\nHai <b>.")))
    assert '<p class="paragraph">Hai &lt;b&gt;.</p>' in page


def test_a_long_document_is_shown_around_its_citation() -> None:
    text = "\n".join(f"Dòng số {i} của văn bản." for i in range(30_000))
    quote = span("Dòng số 25000 của văn bản.", text)
    page = shown(Opened(Document("d4", "c.txt", "Dài", text), (quote,)))
    assert "Dòng số 25000" in page
    assert "Dòng số 10 của" not in page
    assert len(page) < 3 * WINDOW


def test_a_pdf_opens_at_the_cited_page() -> None:
    pdf = replace(document(), path="ke-hoach.pdf", locators=(Locator(Span(0, len(TEXT)), page=7),))
    assert 'href="original/d1#page=7"' in original_link(Opened(pdf, (span("3,5 tỷ đồng"),)), VIETNAMESE)


def test_text_recognised_from_a_scan_is_flagged() -> None:
    assert VIETNAMESE.machine_read in shown(Opened(replace(document(), machine_read=True)))
