"""The conversation as HTML: questions, cited answers, what was understood, and what to ask next."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from plans.answer import Answer, Citation, PartName, Turn
from plans.document import Document, Span
from plans.indicator import Indicator
from plans.text import canonical, clean, flatten
from ui.html import Html, join, shorten, tag
from ui.marks import answer_spans
from ui.source import byline
from ui.strings import Strings
from ui.understood import Understood, chips

QUESTION_SHOWN = 400  # characters of a question shown
QUOTE_SHOWN = 220
_DOUBTED, _SURE = 0.85, 0.95  # confidence below which an answer is shown as doubtful, and from which as sure
HEADLINE = 60  # a short answer up to this many characters is set large

_REFERENCE = re.compile(r"\[(\d{1,2})\]")


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question with its answer, or with what stood in the way; with neither, it is still being searched.

    `nearest` are sentences to read where no answer is given. `earlier` is the conversation in whose light it is read,
    `dropped` what the person took back of what was understood.
    """

    question: str
    answer: Answer | None = None
    nearest: tuple[Citation, ...] = ()
    error: str | None = None
    understood: Understood = field(default_factory=Understood)
    earlier: tuple[Turn, ...] = ()
    dropped: tuple[tuple[PartName, str], ...] = ()

    @property
    def sources(self) -> tuple[Citation, ...]:
        """What can be opened beside it: what the answer cites, or else the nearest sentences."""
        return self.answer.citations if self.answer and self.answer.citations else self.nearest


def conversation(
    exchanges: Sequence[Exchange],
    words: Strings,
    documents: Mapping[str, Document],
    examples: Sequence[str] = (),
    opened: tuple[int, int] | None = None,
) -> Html:
    """All turns, oldest first; with none, the welcome and its examples. `opened` is the (turn, citation) on view."""
    if not exchanges:
        return _welcome(words, examples)
    turns = (_turn(i, one, words, documents, opened) for i, one in enumerate(exchanges))
    return tag("div", join(turns), class_="conversation", role="log", aria_live="polite")


def _welcome(words: Strings, examples: Sequence[str]) -> Html:
    asked = tag("div", tag("p", words.examples, class_="label"), _questions(examples), class_="examples")
    return tag(
        "div",
        tag("h2", words.welcome),
        tag("p", words.welcome_more, class_="welcome-more"),
        asked if examples else None,
        class_="welcome",
    )


def _questions(questions: Sequence[str]) -> Html:
    buttons = (tag("button", one, type="button", data_event="again", data_question=one) for one in questions)
    return tag("ul", join(tag("li", button) for button in buttons), class_="questions")


def _turn(
    turn: int, exchange: Exchange, words: Strings, documents: Mapping[str, Document], opened: tuple[int, int] | None
) -> Html:
    question = clean(exchange.question).strip()
    long = len(question) > QUESTION_SHOWN
    length = words.characters.format(count=words.number(len(exchange.question)))
    asked = tag(
        "div",
        tag("span", words.you, class_="sr-only"),
        tag("p", shorten(question, QUESTION_SHOWN) or "·"),
        tag("span", length, class_="length") if long else None,
        class_="asked",
    )
    if exchange.error is not None:
        reply = tag("p", words.cannot_ask, class_="status"), tag("p", exchange.error, class_="said-text")
        return tag("section", asked, tag("div", *reply, class_="reply declined"), class_="turn")
    understood = chips(exchange.understood, turn, words)
    if exchange.answer is None:
        dots = tag("span", class_="dots", aria_hidden="true")
        return tag("section", asked, tag("div", words.searching, dots, class_="reply pending"), class_="turn")
    body = _answer(turn, exchange.answer, exchange.nearest, words, documents, opened)
    return tag("section", asked, understood, body, class_="turn")


def _answer(
    turn: int,
    answer: Answer,
    nearest: Sequence[Citation],
    words: Strings,
    documents: Mapping[str, Document],
    opened: tuple[int, int] | None,
) -> Html:
    found = answer.status == "answered"
    machine_read = any(documents[c.doc_id].machine_read for c in answer.citations if c.doc_id in documents)
    notes = [*answer.notes, *([words.unverified] if machine_read else [])]
    return tag(
        "div",
        tag("span", words.assistant, class_="sr-only"),
        None if found else tag("p", words.not_found, class_="status"),
        _headline(answer) if found else None,
        _text(turn, answer, words, opened),
        _facts(answer.indicators, words) if found and len(answer.indicators) > 1 else None,
        tag("ul", join(tag("li", note) for note in notes), class_="notes") if notes else None,
        _sources(turn, answer.citations, answer.short, words, documents, opened) if answer.citations else None,
        _nearest(turn, nearest, words, documents, opened) if nearest and not answer.citations else None,
        _suggestions(answer, words),
        _foot(answer, words, documents) if found else None,
        class_="reply" if found else "reply not-found",
    )


def _headline(answer: Answer) -> Html | None:
    short = flatten(answer.short)
    if not short or len(short) > HEADLINE or canonical(short) == canonical(flatten(answer.text)):
        return None
    return tag("p", short, class_="headline")


def _text(turn: int, answer: Answer, words: Strings, opened: tuple[int, int] | None) -> Html:
    """The sentence with its citation chips: where it writes [1] there, else at its end."""
    paragraphs = [part for part in re.split(r"\n+", answer.text.strip()) if part.strip()]
    inline = {int(number) for number in _REFERENCE.findall(answer.text)}
    unplaced = [i for i in range(len(answer.citations)) if i + 1 not in inline]
    shown: list[Html] = []
    for i, paragraph in enumerate(paragraphs):
        pieces: list[str] = []
        for j, piece in enumerate(_REFERENCE.split(paragraph)):
            number = int(piece) - 1 if j % 2 else -1
            cites = 0 <= number < len(answer.citations)
            pieces.append(_chip(turn, number, answer, words, opened) if cites else f"[{piece}]" if j % 2 else piece)
        if i == len(paragraphs) - 1:
            pieces += [Html(" "), *(_chip(turn, number, answer, words, opened) for number in unplaced)]
        shown.append(tag("p", *pieces, class_="said-text"))
    return join(shown)


def _chip(turn: int, number: int, answer: Answer, words: Strings, opened: tuple[int, int] | None) -> Html:
    title = flatten(answer.citations[number].title)
    return tag(
        "button",
        str(number + 1),
        type="button",
        class_="cite",
        data_event="cite",
        data_turn=turn,
        data_citation=number,
        title=title,
        aria_label=words.open_source.format(number=number + 1, title=title),
        aria_pressed="true" if opened == (turn, number) else "false",
    )


def _facts(indicators: Sequence[Indicator], words: Strings) -> Html:
    """The records behind a list or a comparison, as a small table."""
    head = tag(
        "tr", *(tag("th", one, scope="col") for one in (words.indicator, words.value, words.place, words.year, words.kind))
    )
    rows = (
        tag(
            "tr",
            tag("td", flatten(one.label)),
            tag("td", flatten(one.quantity.raw), class_="figure"),
            tag("td", one.place),
            tag("td", str(one.year or one.period or "")),
            tag("td", words.kinds[one.kind] if one.kind else None),
        )
        for one in indicators
    )
    table = tag("table", tag("thead", head), tag("tbody", join(rows)))
    return tag("div", table, class_="facts", tabindex="0", role="region", aria_label=words.indicator)


def _sources(
    turn: int,
    citations: Sequence[Citation],
    short: str,
    words: Strings,
    documents: Mapping[str, Document],
    opened: tuple[int, int] | None,
) -> Html:
    cards = (_card(turn, i, one, short, words, documents.get(one.doc_id), opened) for i, one in enumerate(citations))
    return tag("ol", join(tag("li", card) for card in cards), class_="sources", aria_label=words.sources)


def _nearest(
    turn: int,
    nearest: Sequence[Citation],
    words: Strings,
    documents: Mapping[str, Document],
    opened: tuple[int, int] | None,
) -> Html:
    """Sentences to read where no answer is given: nothing in them is set strong, for none is known to answer."""
    cards = _sources(turn, nearest, "", words, documents, opened)
    return tag("div", tag("p", words.nearest, class_="label"), cards, class_="nearest")


def _card(
    turn: int,
    number: int,
    citation: Citation,
    short: str,
    words: Strings,
    document: Document | None,
    opened: tuple[int, int] | None,
) -> Html:
    known = byline(document, words) if document else []
    return tag(
        "button",
        tag("span", str(number + 1), class_="number", aria_hidden="true"),
        tag(
            "span",
            tag("span", flatten(citation.title) or citation.path, class_="source-title"),
            tag("span", *(tag("span", part) for part in [*known[1:], citation.locator] if part), class_="source-meta"),
            tag("span", _excerpt(flatten(citation.quote), flatten(short)), class_="source-quote"),
            class_="source-text",
        ),
        type="button",
        data_event="cite",
        data_turn=turn,
        data_citation=number,
        class_="source open" if opened == (turn, number) else "source",
        aria_label=words.open_source.format(number=number + 1, title=flatten(citation.title)),
    )


def _excerpt(quote: str, short: str) -> Html:
    """The quote on two or three lines, cut so that the words of the answer are in sight, and those set strong."""
    found = answer_spans(quote, Span(0, len(quote)), short)
    if not found:
        return join(["“", shorten(quote, QUOTE_SHOWN), "”"])
    said = found[0]
    before, after = quote[: said.start], quote[said.end :]
    room = max(QUOTE_SHOWN - len(said), 0) // 2
    if len(before) > room:
        cut = len(before) - room
        before = "…" + before[cut:].partition(" ")[2]
    return join(["“", before, tag("strong", said.of(quote)), shorten(after, room) if after else "", "”"])


def _suggestions(answer: Answer, words: Strings) -> Html | None:
    if not answer.suggestions:
        return None
    return tag("div", tag("p", words.try_asking, class_="label"), _questions(answer.suggestions), class_="examples")


def _foot(answer: Answer, words: Strings, documents: Mapping[str, Document]) -> Html:
    level = 0 if answer.confidence < _DOUBTED else 1 if answer.confidence < _SURE else 2
    meter = tag(
        "span", *(tag("i", class_="on" if i <= level else None) for i in range(3)), class_="meter", aria_hidden="true"
    )
    confidence = f"{words.confidence} {words.confidence_levels[level]} · {words.percent(answer.confidence)}"
    copy = tag(
        "button",
        words.copy,
        type="button",
        class_="copy",
        data_copy=plain(answer, words, documents),
        data_done=words.copied,
    )
    return tag("p", tag("span", meter, confidence, class_="confidence"), copy, class_="foot")


def plain(answer: Answer, words: Strings, documents: Mapping[str, Document]) -> str:
    """The answer and its sources as text to paste into a report."""
    lines = [_REFERENCE.sub("", answer.text).strip()]
    for number, citation in enumerate(answer.citations, 1):
        document = documents.get(citation.doc_id)
        known = byline(document, words)[1:] if document else []
        where = ", ".join(part for part in (flatten(citation.title), *known, citation.locator) if part)
        lines.append(f"{words.source_number.format(number=number)}: “{flatten(citation.quote)}” ({where})")
    return "\n".join(lines)
