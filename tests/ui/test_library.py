from dataclasses import replace
from datetime import date

from tests.ui.examples import document
from ui.library import PAGE, listing, matching
from ui.strings import VIETNAMESE

NEW = document()
OLD = replace(
    document(), doc_id="d2", title="Báo cáo huyện Tân Hưng", number="9/BC-UBND", published=date(2020, 5, 1), places=()
)


def test_documents_are_found_without_accents_newest_first() -> None:
    assert [one.doc_id for one in matching([OLD, NEW], "")] == ["d1", "d2"]
    assert matching([OLD, NEW], "tan hung") == [OLD]
    assert matching([OLD, NEW], "12/KH-UBND") == [NEW]
    assert matching([OLD, NEW], "không có") == []


def test_an_item_says_what_the_document_is() -> None:
    page = listing([replace(NEW, aliases=("ban-sao.txt",))], lambda _: 1200, VIETNAMESE)
    for part in ("TXT", "Kế hoạch", "Báo An Bình", "31/01/2024", "1.200 đoạn", "ban-sao.txt"):
        assert part in page
    assert 'data-event="document" data-document="d1"' in page


def test_every_document_can_be_reached() -> None:
    documents = [replace(OLD, doc_id=f"d{at}") for at in range(PAGE + 1)]
    first = listing(documents, lambda _: 1, VIETNAMESE)
    assert first.count('data-event="document"') == PAGE
    assert f'data-event="more" data-limit="{2 * PAGE}"' in first
    whole = listing(documents, lambda _: 1, VIETNAMESE, 2 * PAGE)
    assert whole.count('data-event="document"') == PAGE + 1
    assert 'data-event="more"' not in whole
