"""The page: conversation, table and library on the left, the source on the right. Layout here, answers in `events`."""

from __future__ import annotations

import json
from dataclasses import dataclass

import gradio as gr

from ui import source
from ui.chat import conversation
from ui.html import Html, tag
from ui.strings import VIETNAMESE, Strings


def forwarding(*events: str, after: str = "") -> str:
    """JavaScript for an HTML component: clicks on `data-event` become its Gradio events; `after` runs on each new value."""
    watch = f"watch('value', () => {{ {after} }});" if after else ""
    return f"const events = {json.dumps(events)};\nwindow.tracuu.forward(element, trigger);\n{watch}"


@dataclass(slots=True)
class Page:
    """The components that events read and write."""

    language: gr.State
    kept: gr.Textbox  # never shown: the language that the browser kept
    exchanges: gr.State
    on_view: gr.State
    view: gr.State
    header: gr.HTML
    tabs: list[gr.Tab]
    chat: gr.HTML
    question: gr.Textbox
    ask: gr.Button
    new: gr.Button
    source_bar: gr.HTML
    source: gr.HTML
    search: gr.Textbox
    place: gr.Dropdown
    year: gr.Dropdown
    kind: gr.Dropdown
    chart: gr.HTML
    table: gr.HTML
    export: gr.HTML
    find: gr.Textbox
    library: gr.HTML
    evaluation: gr.HTML


def _own(value: str, elem_id: str, js_on_load: str | None = None) -> gr.HTML:
    """An HTML component styled by our style sheet alone."""
    return gr.HTML(value, elem_id=elem_id, js_on_load=js_on_load, elem_classes=["own"], apply_default_css=False)


def header(words: Strings) -> Html:
    other = "en" if words.language == "vi" else "vi"
    return tag(
        "div",
        tag("div", tag("h1", words.name), tag("p", words.tagline), class_="brand"),
        tag(
            "div",
            tag("button", words.other_language, type="button", data_event="language", data_language=other, lang=other),
            tag("button", "◐", type="button", data_action="theme", title=words.switch_theme, aria_label=words.switch_theme),
            class_="switches",
        ),
        class_="header",
    )


def source_bar(words: Strings) -> Html:
    close = tag("button", tag("span", "‹", aria_hidden="true"), " ", words.close, type="button", data_action="close")
    return tag("div", close, tag("span", words.article), class_="bar")


def lay_out(words: Strings = VIETNAMESE) -> Page:
    """Inside a `gr.Blocks`: every component, in place, in one language, empty of data."""
    language, exchanges = gr.State(words.language), gr.State([])
    kept = gr.Textbox(words.language, visible=False)
    on_view, view = gr.State(None), gr.State(None)
    top = _own(header(words), elem_id="top", js_on_load=forwarding("language"))
    with gr.Row(elem_id="work", equal_height=False):
        with gr.Column(elem_id="left", min_width=0), gr.Tabs(elem_id="tabs"):
            with gr.Tab(words.tab_chat, id="chat") as chat_tab:
                chat = _own(
                    conversation([], words, {}),
                    elem_id="chat",
                    js_on_load=forwarding("cite", "again", "drop", after="window.tracuu.showLastTurn(element);"),
                )
                with gr.Row(elem_id="composer"):
                    question = gr.Textbox(
                        value="",
                        label=words.ask_label,
                        placeholder=words.ask_placeholder,
                        lines=1,
                        max_lines=5,
                        show_label=False,
                        container=False,
                        autofocus=True,
                        elem_id="question",
                        scale=1,
                        min_width=0,
                        html_attributes=gr.InputHTMLAttributes(autocomplete="off", spellcheck=False),
                    )
                    ask = gr.Button(words.ask, variant="primary", elem_id="ask", scale=0, min_width=72)
                    new = gr.Button(words.new_conversation, elem_id="new", scale=0, min_width=92)
            with gr.Tab(words.tab_indicators, id="indicators") as indicators_tab:
                with gr.Row(elem_id="filters"):
                    search = gr.Textbox(
                        value="",
                        label=words.search_indicators,
                        placeholder=words.search_indicators_placeholder,
                        elem_id="search",
                        scale=3,
                        min_width=220,
                    )
                    place = gr.Dropdown(label=words.place, scale=2, min_width=150, elem_id="place")
                    year = gr.Dropdown(label=words.year, scale=1, min_width=100, elem_id="year")
                    kind = gr.Dropdown(label=words.kind, scale=1, min_width=130, elem_id="kind")
                chart = _own("", elem_id="chart")
                export = _own("", elem_id="export")
                table = _own("", elem_id="table", js_on_load=forwarding("row", "sort", "more"))
            with gr.Tab(words.tab_library, id="library") as library_tab:
                find = gr.Textbox(
                    "", label=words.search_library, placeholder=words.search_library_placeholder, elem_id="find"
                )
                library = _own("", elem_id="library", js_on_load=forwarding("document", "more"))
            with gr.Tab(words.tab_evaluation, id="evaluation") as evaluation_tab:
                evaluation = _own("", elem_id="evaluation")
        with gr.Column(elem_id="right", min_width=0):
            bar = _own(source_bar(words), elem_id="source-bar")
            pane = _own(
                source.empty(words), elem_id="source", js_on_load="watch('value', () => window.tracuu.showCited(false));"
            )
    return Page(
        language=language,
        kept=kept,
        exchanges=exchanges,
        on_view=on_view,
        view=view,
        header=top,
        tabs=[chat_tab, indicators_tab, library_tab, evaluation_tab],
        chat=chat,
        question=question,
        ask=ask,
        new=new,
        source_bar=bar,
        source=pane,
        search=search,
        place=place,
        year=year,
        kind=kind,
        chart=chart,
        table=table,
        export=export,
        find=find,
        library=library,
        evaluation=evaluation,
    )
