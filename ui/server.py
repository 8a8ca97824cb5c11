"""The web server: the page, the exports and the original files, with headers that keep a browser at home."""

from __future__ import annotations

import os
import socket
import threading
from pathlib import Path
from typing import Any

import gradio as gr
import uvicorn
from fastapi import FastAPI, Request, Response
from fastapi.responses import FileResponse, PlainTextResponse
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from plans.errors import TracuuError
from ui import export
from ui.evaluation import COMMAND, REPORT, latest
from ui.events import Events, labelled, selected
from ui.page import Page, lay_out
from ui.strings import VIETNAMESE, strings
from ui.theme import head, theme
from ui.workspace import Workspace

# Nothing is fetched from, sent to or framed by any other site. Gradio's page needs inline script and evaluation.
_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; frame-ancestors 'self'; "
    "base-uri 'self'; form-action 'self'"
)
_INLINE = {".pdf": "application/pdf", ".txt": "text/plain", ".md": "text/plain", ".png": "image/png", ".jpg": "image/jpeg"}


def blocks(workspace: Workspace, runs: Path) -> gr.Blocks:
    """The page with its events. `runs` is the folder of saved evaluation runs, for the last tab."""
    events = Events(workspace, runs)
    built = gr.Blocks(title=VIETNAMESE.name, analytics_enabled=False, fill_width=True)
    with built:
        wire(built, lay_out(), events)
    return built


def wire(built: gr.Blocks, one: Page, events: Events) -> None:
    """Which event calls what, inside the `gr.Blocks` of the page."""
    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    asking = [one.question, one.chat, one.exchanges, one.on_view, one.source]
    gr.on(
        [one.ask.click, one.question.submit],
        events.ask,
        [one.question, one.exchanges, one.language],
        asking,
        concurrency_limit=2,
        concurrency_id="ask",
        **quiet,
    )
    one.chat.again(events.again, [one.exchanges, one.language], asking, concurrency_id="ask", **quiet)
    one.chat.drop(events.drop, [one.exchanges, one.language], asking, concurrency_id="ask", **quiet)
    one.chat.cite(events.cite, [one.exchanges, one.language], [one.chat, one.on_view, one.source], **quiet)
    one.new.click(events.new, one.language, asking, **quiet)

    filters = [one.search, one.place, one.year, one.kind]
    filtered = [one.search.change, one.place.change, one.year.change, one.kind.change, one.tabs[1].select]
    listed = [one.view, one.chart, one.export, one.table]
    rows = (events.rows, [*filters, one.view, one.language], listed)
    gr.on(filtered, *rows, trigger_mode="always_last", **quiet)
    one.table.sort(events.sort, [one.view, one.language], listed, **quiet)
    one.table.more(events.more, [one.view, one.language], listed, **quiet)
    one.table.row(events.row, [one.view, one.language], [*listed, one.source], **quiet)

    found = (events.find, [one.find, one.language], one.library)
    gr.on([one.find.change, one.tabs[2].select], *found, trigger_mode="always_last", **quiet)
    one.library.more(events.more_documents, [one.find, one.language], one.library, **quiet)
    one.library.document(events.open, one.language, one.source, **quiet)
    one.tabs[3].select(events.evaluation, one.language, one.evaluation, **quiet)

    # The language chosen before is kept by the browser (ui/assets/page.js) and told when the page opens.
    labels = labelled(one)
    states = [one.exchanges, one.on_view]
    one.header.language(events.switch, states, [one.language, *labels], **quiet).then(*rows, **quiet)
    recall = "(_, ...rest) => [window.localStorage.getItem('tracuu-language') || 'vi', ...rest]"
    built.load(events.opened, [one.kept, *states], [one.language, *labels], js=recall, **quiet)


class _StayHome:
    """Adds to every answer the headers that keep the browser at home."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").startswith("text/html"):
                    headers.setdefault("Content-Security-Policy", _POLICY)
                headers["X-Content-Type-Options"] = "nosniff"
                headers["Referrer-Policy"] = "no-referrer"
            await send(message)

        await self._app(scope, receive, with_headers)


def application(workspace: Workspace, runs: Path) -> FastAPI:
    """The whole server, ready for uvicorn."""
    app = FastAPI(title=VIETNAMESE.name, docs_url=None, redoc_url=None, openapi_url=None)

    app.add_middleware(_StayHome)

    @app.get("/indicators.{kind}")
    def indicators(kind: str, request: Request) -> Response:
        writers = {"csv": (export.to_csv, export.CSV_TYPE), "xlsx": (export.to_xlsx, export.XLSX_TYPE)}
        if kind not in writers:
            return PlainTextResponse("404", status_code=404)
        write, media_type = writers[kind]
        asked = dict(request.query_params)
        try:
            body = write(selected(workspace.snapshot(), asked), strings(asked.get("language", "vi")))
        except TracuuError as error:
            return PlainTextResponse(str(error), status_code=503)
        disposition = {"Content-Disposition": f'attachment; filename="chi-tieu.{kind}"'}
        return Response(body, media_type=media_type, headers=disposition)

    @app.get("/original/{doc_id}")
    def original(doc_id: str) -> Response:
        path = workspace.original(doc_id)
        if path is None:
            return PlainTextResponse(VIETNAMESE.no_original, status_code=404)
        return file_response(path)

    @app.get("/evaluation")
    def report() -> Response:
        folder = latest(runs)
        if folder is None or not (folder / REPORT).is_file():
            return PlainTextResponse(f"{VIETNAMESE.no_evaluation} {COMMAND}", status_code=404)
        return FileResponse(folder / REPORT, media_type="text/html")

    served: FastAPI = gr.mount_gradio_app(
        app,
        blocks(workspace, runs),
        path="/",
        footer_links=[],
        run_history=False,
        show_error=False,
        enable_monitoring=False,
        pwa=False,
        ssr_mode=False,
        theme=theme(),
        head=head(),
    )
    return served


def file_response(path: Path) -> Response:
    """Formats that a browser only shows are opened in it; whatever could carry script is handed over as a download."""
    media_type = _INLINE.get(path.suffix.lower())
    if media_type is None:
        return FileResponse(path, filename=path.name, media_type="application/octet-stream")
    if media_type == "text/plain":
        media_type += "; charset=utf-8"
    return FileResponse(path, filename=path.name, media_type=media_type, content_disposition_type="inline")


def check_port(host: str, port: int) -> None:
    """Raises `TracuuError` when nothing can be served there."""
    try:
        with socket.create_server((host, port)):
            pass
    except (OSError, TypeError, UnicodeError) as error:  # the last two of a name that cannot be encoded
        number = error.errno if isinstance(error, OSError) else None
        if number is None or number < 0:  # of looking the name up
            raise TracuuError(f"There is no address {host} to serve on: choose another with --host.") from None
        raise TracuuError(
            f"Cannot serve on {host}:{port} ({os.strerror(number)}): stop the program that uses it, or choose another with "
            "--port."
        ) from None


def serve(workspace: Workspace, runs: Path, host: str, port: int) -> None:
    """Serves until interrupted. The examples are tried while the first page loads."""
    threading.Thread(target=workspace.examples, daemon=True).start()
    uvicorn.run(application(workspace, runs), host=host, port=port, log_level="warning")
