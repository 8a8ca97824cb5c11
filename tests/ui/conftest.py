"""The real app over the real articles, served on a free port, and a browser that fails on any request to elsewhere."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import uvicorn

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ARTICLES = Path("data/articles")
ARGUMENTS = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-gpu"]


@dataclass(frozen=True)
class Served:
    url: str
    corpus: Path
    index: Path


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    from ingest import pipeline
    from retriever import Index
    from retriever.index import default_encoder
    from ui import Workspace, application

    folder = tmp_path_factory.mktemp("served")
    corpus, index = folder / "articles", folder / "index"
    shutil.copytree(ARTICLES, corpus)
    pipeline.mirror([corpus], index, default_encoder())
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    app = application(Workspace(Index.open(index), corpus), Path("runs"))
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    for _ in range(600):
        if server.started:
            break
        time.sleep(0.1)
    yield Served(f"http://127.0.0.1:{port}/", corpus, index)
    server.should_exit = True
    thread.join(timeout=20)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("no chromium on this machine: install the package `chromium` to run the browser tests")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def visit(served: Served, chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Opens the app at a width and height; at the end, no request may have left the machine and no script have failed."""
    outside: list[str] = []
    failures: list[str] = []
    contexts = []

    def note(url: str) -> None:
        if not url.startswith((served.url, "data:", "blob:")):
            outside.append(url)

    def visit_(width: int = 1366, height: int = 768, scheme: str = "light") -> Page:
        context = chromium.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, locale="vi-VN")
        contexts.append(context)
        context.on("request", lambda request: note(request.url))
        page = context.new_page()
        page.on("websocket", lambda socket_: outside.append(socket_.url))
        page.on("pageerror", lambda error: failures.append(str(error)))
        page.set_default_timeout(30_000)
        page.goto(served.url)
        page.wait_for_selector("#question textarea")
        page.wait_for_selector(".welcome .questions button")
        return page

    yield visit_
    for context in contexts:
        context.close()
    assert outside == []
    assert failures == []


@pytest.fixture
def keep(tmp_path: Path) -> Callable[[Page, str], None]:
    """Takes a screenshot, small enough to commit; into the folder that SCREENSHOTS names, where it is set."""

    def keep_(page: Page, name: str) -> None:
        from PIL import Image

        page.wait_for_timeout(700)  # smooth scrolling comes to rest
        folder = Path(os.environ.get("SCREENSHOTS", tmp_path))
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{name}.png"
        page.screenshot(path=path)
        Image.open(path).convert("P", palette=Image.Palette.ADAPTIVE, colors=128).save(path, optimize=True)

    return keep_
