"""The app as a person uses it, in headless Chromium."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.ui.conftest import Served
from ui.strings import VIETNAMESE

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.browser
Visit = Callable[..., "Page"]
Keep = Callable[["Page", str], None]
QUESTION = "chỉ tiêu hộ nghèo của Cai Lậy năm 2024 là bao nhiêu?"


def ask(page: Page, question: str) -> Locator:
    """Types and sends; the reply to it, once it is there."""
    before = page.locator(".turn").count()
    page.fill("#question textarea", question)
    page.press("#question textarea", "Enter")
    reply = page.locator(".turn").nth(before).locator(".reply:not(.pending)")
    reply.wait_for()
    return reply


def headline(reply: Locator) -> str:
    """The short answer; empty where nothing was found."""
    return reply.locator(".headline").inner_text() if reply.locator(".headline").count() else ""


def tab(page: Page, position: int) -> None:
    page.locator("#tabs [role=tab]").nth(position).click()


def in_view(page: Page, selector: str) -> bool:
    """Whether the first match comes to lie, within ten seconds, wholly inside the window with nothing over its middle."""
    from playwright.sync_api import TimeoutError as NotInTime

    try:
        page.wait_for_function(
            """selector => {
                const element = document.querySelector(selector);
                if (!element) return false;
                const box = element.getBoundingClientRect();
                const inside = box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth;
                const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
                return inside && box.width > 0 && (element.contains(top) || (top && top.contains(element)));
            }""",
            arg=selector,
            timeout=10_000,
        )
    except NotInTime:
        return False
    return True


def fits(page: Page) -> bool:
    """No horizontal scrolling."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_the_target_is_answered_and_its_quote_is_in_sight(visit: Visit, keep: Keep) -> None:
    page = visit()
    reply = ask(page, QUESTION)
    assert headline(reply) == "0,63%"
    reply.locator("button.cite").first.click()
    assert "0,63%" in page.locator("#source mark.cited .said").first.inner_text()
    assert in_view(page, "#source mark.cited .said")
    keep(page, "answer")


def test_a_phone_shows_the_article_over_the_conversation_and_goes_back(visit: Visit, keep: Keep) -> None:
    page = visit(360, 740)
    assert fits(page)
    reply = ask(page, QUESTION)
    assert fits(page)
    assert in_view(page, ".headline")
    keep(page, "phone")
    reply.locator("button.cite").first.click()
    assert in_view(page, "#source mark.cited .said")
    assert fits(page)
    page.go_back()
    page.locator("#source").wait_for(state="hidden")
    assert in_view(page, "#question textarea")


def test_every_tab_fits_a_phone(visit: Visit) -> None:
    page = visit(360, 740)
    for position in range(4):
        tab(page, position)
        page.wait_for_timeout(500)
        assert fits(page)


def test_dark_mode_follows_the_system_and_can_be_switched(visit: Visit, keep: Keep) -> None:
    page = visit(scheme="dark")
    ask(page, QUESTION)
    background = "getComputedStyle(document.querySelector('#source').closest('#right')).backgroundColor"
    dark = page.evaluate(background)
    keep(page, "dark")
    page.click("[data-action=theme]")
    page.wait_for_timeout(300)
    light = page.evaluate(background)
    assert sum(map(int, dark[4:-1].split(","))) < 200 < 700 < sum(map(int, light[4:-1].split(",")))


def test_what_the_articles_do_not_say_is_not_found(visit: Visit) -> None:
    page = visit()
    reply = ask(page, "Tỷ lệ hộ nghèo của thành phố Đà Lạt năm 2019 là bao nhiêu?")
    assert "Không tìm thấy" in reply.inner_text()
    assert reply.locator(".headline").count() == 0


def test_an_example_question_is_answered(visit: Visit) -> None:
    page = visit()
    example = page.locator(".welcome .questions button").first
    words = example.inner_text()
    example.click()
    page.locator(".turn .reply:not(.pending)").wait_for()
    assert page.locator(".asked p").first.inner_text() == words
    assert page.locator(".headline").count() == 1


def test_a_question_without_accents_shows_what_was_searched(visit: Visit) -> None:
    page = visit()
    reply = ask(page, "chi tieu ho ngheo cua cai lay nam 2024 la bao nhieu?")
    assert headline(reply) == "0,63%"
    assert "hộ nghèo" in page.locator(".searched").inner_text()
    assert page.locator(".understood .chip").count() >= 2


def test_a_part_that_was_understood_can_be_dropped(visit: Visit) -> None:
    page = visit()
    ask(page, QUESTION)
    chips = page.locator(".understood .chip")
    before = chips.count()
    chips.filter(has_text="2024").locator("button").click()
    page.locator(".turn").nth(1).locator(".reply:not(.pending)").wait_for()
    assert page.locator(".turn").nth(1).locator(".chip").count() == before - 1


def test_a_follow_up_is_read_in_its_conversation(visit: Visit) -> None:
    page = visit()
    ask(page, "Tỷ lệ hộ nghèo của thị xã Cai Lậy năm 2024 phấn đấu còn bao nhiêu?")
    reply = ask(page, "Còn năm 2023 thì sao?")
    assert "0,69%" in reply.inner_text()
    page.click("#new")
    page.locator(".welcome").wait_for()


@pytest.mark.parametrize(
    "question",
    ["", "   ", "x" * 20_000, "\x01\x02\x07", "😀😀😀", "{{value}} ${1+1} <script>alert(1)</script>", "'\"; DROP"],
)
def test_a_bad_question_gets_a_sentence(visit: Visit, question: str) -> None:
    page = visit()
    reply = ask(page, question)
    words = reply.inner_text()
    assert len(words) > 15
    assert "Traceback" not in words
    assert VIETNAMESE.failed not in words
    assert page.evaluate("document.querySelectorAll('#chat script').length") == 0
    assert headline(ask(page, QUESTION)) == "0,63%"


def test_an_indicator_is_found_opened_and_exported(visit: Visit, served: Served, keep: Keep) -> None:
    page = visit()
    tab(page, 1)
    rows = page.locator("table.indicators tbody tr")
    rows.first.wait_for()
    every = rows.count()
    page.fill("#search textarea", "ho ngheo")
    page.wait_for_function(f"document.querySelectorAll('table.indicators tbody tr').length < {every}")
    assert all("nghèo" in text.lower() for text in rows.all_inner_texts())
    chosen = rows.filter(has_text="0,63%").first
    chosen.click()
    page.locator("tr.chosen").wait_for()
    assert in_view(page, "#source mark.cited .said")
    keep(page, "indicators")
    with page.expect_download() as download:
        page.click("#export a >> text=CSV")
    assert "0,63%" in download.value.path().read_text("utf-8-sig")


def test_a_heading_sorts_the_table(visit: Visit) -> None:
    page = visit()
    tab(page, 1)
    page.click("th button >> text=Năm")
    page.locator("th[aria-sort=ascending]").wait_for()
    page.click("th button >> text=Năm")
    page.locator("th[aria-sort=descending]").wait_for()


def test_the_page_speaks_english_on_demand_and_remembers(visit: Visit) -> None:
    page = visit()
    page.click("[data-event=language]")
    page.locator("#tabs [role=tab] >> text=Indicators").wait_for()
    page.reload()
    page.locator("#tabs [role=tab] >> text=Indicators").wait_for()
    assert page.evaluate("document.documentElement.lang") == "en"


def test_the_keyboard_alone_opens_a_source(visit: Visit) -> None:
    page = visit()
    ask(page, QUESTION)
    page.locator("button.cite").first.focus()
    page.keyboard.press("Enter")
    assert in_view(page, "#source mark.cited .said")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.closest('#question') !== null")


def test_the_original_file_is_served_and_nothing_beside_it(visit: Visit, served: Served) -> None:
    page = visit()
    tab(page, 2)
    page.locator("ul.library button").first.click()
    link = page.locator("#source .file a")
    link.wait_for()
    response = page.request.get(served.url + str(link.get_attribute("href")))
    assert response.ok
    assert response.headers["content-type"].startswith("text/plain")
    assert page.request.get(served.url + "original/..%2F..%2Fpyproject.toml").status == 404


def test_a_running_app_notices_a_new_document(visit: Visit, served: Served) -> None:
    from ingest import pipeline
    from retriever.index import default_encoder

    page = visit()
    tab(page, 2)
    page.locator("ul.library button").first.wait_for()
    before = page.locator("ul.library button").count()
    added = served.corpus / "xa-moi.txt"
    added.write_text("Xã Phú Lộc năm 2024\n\nNăm 2024, xã Phú Lộc phấn đấu trồng 4.321 cây xanh.\n", encoding="utf-8")
    try:
        pipeline.mirror([served.corpus], served.index, default_encoder())
        page.fill("#find textarea", "phu loc")
        page.locator("ul.library .source-title >> text=Phú Lộc").wait_for()
        page.fill("#find textarea", "")
        page.wait_for_function(f"document.querySelectorAll('ul.library button').length == {before + 1}")
        tab(page, 0)
        assert "4.321" in ask(page, "Xã Phú Lộc trồng bao nhiêu cây xanh năm 2024?").inner_text()
    finally:
        added.unlink()
        pipeline.mirror([served.corpus], served.index, default_encoder())
