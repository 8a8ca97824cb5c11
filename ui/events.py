"""What happens on the page: each method takes what Gradio hands over and gives back what it shows."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, get_args
from urllib.parse import urlencode

import gradio as gr

from plans.answer import PartName, Turn
from plans.errors import TracuuError
from plans.indicator import Indicator
from ui import chart, library, page, source, table
from ui.chat import Exchange, conversation
from ui.evaluation import evaluation
from ui.html import Html, tag
from ui.marks import answer_spans
from ui.source import Opened
from ui.strings import Strings, strings
from ui.table import Column, Filter
from ui.understood import Understood
from ui.workspace import Snapshot, Workspace

_log = logging.getLogger(__name__)
OnView = tuple[int, int] | None  # (turn, citation) whose source is open


@dataclass(frozen=True, slots=True)
class View:
    """What a visitor sees of the table. `chosen` is a position among the indicators of `generation`."""

    filter: Filter = field(default_factory=Filter)
    chosen: int | None = None
    limit: int = table.PAGE
    generation: str = ""


class Events:
    def __init__(self, workspace: Workspace, runs: Path) -> None:
        self.workspace = workspace
        self.runs = runs

    # conversation

    def ask(self, question: str, exchanges: list[Exchange], language: str) -> Iterator[tuple[Any, ...]]:
        """(question box, chat, exchanges, on view, source): at once with the question, then with its answer."""
        yield from self._ask(Exchange(question, earlier=_turns(exchanges)), exchanges, strings(language))

    def _ask(self, asked: Exchange, exchanges: list[Exchange], words: Strings) -> Iterator[tuple[Any, ...]]:
        pending = [*exchanges, asked]
        yield "", self._chat(pending, words, None), pending, None, gr.skip()
        done = [*exchanges, self._answered(asked, words)]
        answer = done[-1].answer
        on_view = (len(done) - 1, 0) if answer and answer.citations else None
        pane = self._cited(done, on_view, words) if on_view else gr.skip()
        yield gr.skip(), self._chat(done, words, on_view), done, on_view, pane

    def again(self, exchanges: list[Exchange], language: str, event: gr.EventData) -> Iterator[tuple[Any, ...]]:
        """An example or a suggestion was chosen: it is asked as if typed."""
        yield from self.ask(str(_data(event).get("question", "")), exchanges, language)

    def drop(self, exchanges: list[Exchange], language: str, event: gr.EventData) -> Iterator[tuple[Any, ...]]:
        """A part of what was understood was taken back: the question is asked again without it."""
        data = _data(event)
        turn, part = int(data["turn"]), (data["part"], str(data["value"]))
        if 0 <= turn < len(exchanges) and part[0] in get_args(PartName):
            before = exchanges[turn]
            again = Exchange(before.question, earlier=before.earlier, dropped=(*before.dropped, part))
            yield from self._ask(again, exchanges, strings(language))

    def cite(self, exchanges: list[Exchange], language: str, event: gr.EventData) -> tuple[Any, ...]:
        """(chat, on view, source) with the chosen citation open."""
        words, data = strings(language), _data(event)
        on_view = int(data["turn"]), int(data["citation"])
        return self._chat(exchanges, words, on_view), on_view, self._cited(exchanges, on_view, words)

    def new(self, language: str) -> tuple[Any, ...]:
        """(question box, chat, exchanges, on view, source), empty."""
        words = strings(language)
        return "", self._chat([], words, None), [], None, source.empty(words)

    def _answered(self, asked: Exchange, words: Strings) -> Exchange:
        try:
            reply = self.workspace.ask(asked.question, asked.earlier, asked.dropped)
            understood = Understood.of(reply.query)
            return replace(asked, answer=reply.answer, nearest=reply.nearest, understood=understood)
        except TracuuError as error:
            return replace(asked, error=str(error))
        except Exception:  # the edge of the app: a person gets a sentence, the terminal the traceback
            _log.exception("A question could not be answered.")
            return replace(asked, error=words.failed)

    def _chat(self, exchanges: Sequence[Exchange], words: Strings, on_view: OnView) -> Html:
        examples = [] if exchanges else self.workspace.examples()
        return conversation(exchanges, words, self.workspace.snapshot().documents, examples, on_view)

    def _cited(self, exchanges: Sequence[Exchange], on_view: tuple[int, int], words: Strings) -> Html:
        turn, number = on_view
        if not 0 <= turn < len(exchanges) or (answer := exchanges[turn].answer) is None:
            return source.empty(words)
        if not 0 <= number < len(exchanges[turn].sources):
            return source.empty(words)
        citation = exchanges[turn].sources[number]
        document = self.workspace.document(citation.doc_id)
        if document is None:
            return source.message(words.gone)
        raws = [one.quantity.raw for one in answer.indicators if one.citation.doc_id == citation.doc_id]
        quotes = [one.span for one in answer.citations if one.doc_id == citation.doc_id and one != citation]
        said = answer_spans(document.text, citation.span, answer.short, raws)
        return source.article(Opened(document, (citation.span, *quotes), tuple(said)), words)

    # table of indicators

    def rows(self, text: str, place: str, year: str, kind: str, view: View | None, language: str) -> tuple[Any, ...]:
        """(view, chart, export, table) for the filters as they stand."""
        old = (view or View()).filter
        wanted = Filter(text[:500], place or "", _year(year or ""), kind or "", old.column, old.descending)
        return self._table(View(wanted), strings(language))

    def sort(self, view: View | None, language: str, event: gr.EventData) -> tuple[Any, ...]:
        view, column = view or View(), _data(event).get("column")
        if column not in get_args(Column):
            return self._table(view, strings(language))
        descending = view.filter.column == column and not view.filter.descending
        return self._table(
            replace(view, filter=replace(view.filter, column=column, descending=descending)), strings(language)
        )

    def more(self, view: View | None, language: str) -> tuple[Any, ...]:
        view = view or View()
        return self._table(replace(view, limit=view.limit + table.PAGE), strings(language))

    def row(self, view: View | None, language: str, event: gr.EventData) -> tuple[Any, ...]:
        """(view, chart, export, table, source) with the chosen record's source open."""
        words, view, snapshot = strings(language), view or View(), self.workspace.snapshot()
        position = int(_data(event)["position"])
        if view.generation != snapshot.generation or not 0 <= position < len(snapshot.indicators):
            return *self._table(replace(view, chosen=None), words), source.empty(words)
        one = snapshot.indicators[position]
        return *self._table(replace(view, chosen=position), words), self._recorded(one, words)

    def _table(self, view: View, words: Strings) -> tuple[Any, ...]:
        snapshot = self.workspace.snapshot()
        if view.generation != snapshot.generation:  # its positions mean other records now
            view = replace(view, chosen=None, generation=snapshot.generation)
        rows = view.filter.select(snapshot.indicators)
        drawn = tag("p", words.chart_empty, class_="hint") if rows else Html("")
        if view.chosen is not None:
            drawn = chart.chart(snapshot.indicators[view.chosen], snapshot.indicators, words) or Html("")
        shown = table.table(rows, view.filter, words, view.chosen, view.limit)
        return view, drawn, _export(view.filter, len(rows), words), shown

    def _recorded(self, one: Indicator, words: Strings) -> Html:
        document = self.workspace.document(one.citation.doc_id)
        if document is None:
            return source.message(words.gone)
        said = answer_spans(document.text, one.citation.span, one.quantity.raw)
        return source.article(Opened(document, (one.citation.span,), tuple(said)), words)

    # library

    def find(self, text: str, language: str) -> Html:
        return self._listed(text, library.PAGE, language)

    def more_documents(self, text: str, language: str, event: gr.EventData) -> Html:
        """The list with as many documents as its button asks for."""
        limit = str(_data(event).get("limit"))
        return self._listed(text, int(limit) if limit.isdecimal() and len(limit) < 8 else library.PAGE, language)

    def _listed(self, text: str, limit: int, language: str) -> Html:
        snapshot = self.workspace.snapshot()
        found = library.matching(list(snapshot.documents.values()), text[:500])
        return library.listing(found, self.workspace.passage_count, strings(language), limit)

    def open(self, language: str, event: gr.EventData) -> Html:
        words = strings(language)
        document = self.workspace.document(str(_data(event).get("document")))
        return source.article(Opened(document), words) if document else source.message(words.gone)

    def evaluation(self, language: str) -> Html:
        return evaluation(self.runs, strings(language))

    # whole page

    def choices(self, language: str) -> tuple[Any, ...]:
        """The dropdowns of the table, filled from the index."""
        words, snapshot = strings(language), self.workspace.snapshot()
        every = (words.every, "")
        years = [every, *((str(year), str(year)) for year in table.years(snapshot.indicators))]
        kinds = [every, *((name, kind) for kind, name in words.kinds.items())]
        places = [every, *((place, place) for place in table.places(snapshot.indicators))]
        return (
            gr.update(label=words.place, choices=places, value=""),
            gr.update(label=words.year, choices=years, value=""),
            gr.update(label=words.kind, choices=kinds, value=""),
        )

    def relabel(self, language: str, exchanges: list[Exchange], on_view: OnView) -> tuple[Any, ...]:
        """Every component that carries words, in the order of `labelled`."""
        words = strings(language)
        names = (words.tab_chat, words.tab_indicators, words.tab_library, words.tab_evaluation)
        return (
            page.header(words),
            *(gr.update(label=name) for name in names),
            self._chat(exchanges, words, on_view),
            gr.update(label=words.ask_label, placeholder=words.ask_placeholder),
            gr.update(value=words.ask),
            gr.update(value=words.new_conversation),
            page.source_bar(words),
            self._cited(exchanges, on_view, words) if on_view else source.empty(words),
            gr.update(label=words.search_indicators, placeholder=words.search_indicators_placeholder),
            *self.choices(language),
            gr.update(label=words.search_library, placeholder=words.search_library_placeholder),
            self.find("", language),
            self.evaluation(language),
        )

    def opened(self, language: str, exchanges: list[Exchange], on_view: OnView) -> tuple[Any, ...]:
        """(language, then what `relabel` gives), in the language that the browser kept."""
        language = strings(language).language
        return language, *self.relabel(language, exchanges, on_view)

    def switch(self, exchanges: list[Exchange], on_view: OnView, event: gr.EventData) -> tuple[Any, ...]:
        """The same in the language chosen."""
        return self.opened(str(_data(event).get("language")), exchanges, on_view)


def labelled(laid_out: page.Page) -> list[Any]:
    """The components that `relabel` writes, in its order."""
    one = laid_out
    return [
        one.header,
        *one.tabs,
        one.chat,
        one.question,
        one.ask,
        one.new,
        one.source_bar,
        one.source,
        one.search,
        one.place,
        one.year,
        one.kind,
        one.find,
        one.library,
        one.evaluation,
    ]


def selected(snapshot: Snapshot, asked: Mapping[str, str]) -> list[Indicator]:
    """The records that the table shows for the query string of an export link."""
    year = _year(asked.get("year", ""))
    wanted = Filter(asked.get("text", "")[:500], asked.get("place", ""), year, asked.get("kind", ""))
    return [one for _, one in wanted.select(snapshot.indicators)]


def _turns(exchanges: Sequence[Exchange]) -> tuple[Turn, ...]:
    """What the next question is read in the light of: the last that was answered, and what that one was read in.

    So a question that was asked again without some part stands in the place of the one with it.
    """
    last = next((one for one in reversed(exchanges) if one.answer is not None), None)
    return (*last.earlier, Turn(last.question, last.answer, last.dropped)) if last else ()


def _year(text: str) -> int | None:
    """None for what is no year: it then filters nothing."""
    return int(text) if text.isdecimal() and len(text) == len("2024") else None


def _export(wanted: Filter, count: int, words: Strings) -> Html:
    asked = {
        "text": wanted.text,
        "place": wanted.place,
        "year": str(wanted.year or ""),
        "kind": wanted.kind,
        "language": words.language,
    }
    query = urlencode({key: value for key, value in asked.items() if value})
    links = (tag("a", kind.upper(), href=f"indicators.{kind}?{query}", download=True) for kind in ("xlsx", "csv"))
    counted = tag("span", words.indicator_count.format(count=words.number(count)), class_="count")
    return tag("p", counted, tag("span", f"{words.export}: ", *links, class_="links"), class_="export")


def _data(event: gr.EventData) -> dict[str, Any]:
    data = event._data
    return data if isinstance(data, dict) else {}
