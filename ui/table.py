"""The table of indicators: which records are shown, in which order, and as what HTML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from plans.indicator import Indicator
from plans.text import canonical, flatten, fold, has_accents, syllables
from ui.html import Html, join, shorten, tag
from ui.strings import Strings

PAGE = 60  # rows shown at first, and more at each request
Column = Literal["label", "value", "place", "year", "kind"]
COLUMNS: tuple[Column, ...] = ("label", "value", "place", "year", "kind")


@dataclass(frozen=True, slots=True)
class Filter:
    """What the table shows; empty values let everything through. `column` None keeps the order of the documents."""

    text: str = ""
    place: str = ""
    year: int | None = None
    kind: str = ""
    column: Column | None = None
    descending: bool = False

    def select(self, indicators: Sequence[Indicator]) -> list[tuple[int, Indicator]]:
        """(position in `indicators`, record) of those that pass, sorted."""
        asked = syllables(canonical(self.text)), has_accents(self.text)
        kept = [(i, one) for i, one in enumerate(indicators) if self._passes(one, *asked)]
        column = self.column
        if column is None:
            return kept
        known = [(i, one) for i, one in kept if _key(one, column) is not None]
        unknown = [(i, one) for i, one in kept if _key(one, column) is None]
        known.sort(key=lambda row: _key(row[1], column), reverse=self.descending)  # type: ignore[arg-type,return-value]
        return known + unknown

    def _passes(self, one: Indicator, asked: Sequence[str], accented: bool) -> bool:
        if self.place and one.place != self.place:
            return False
        if self.year is not None and one.year != self.year:
            return False
        if self.kind and one.kind != self.kind:
            return False
        if not asked:
            return True
        said = " ".join(part for part in (one.label, one.quantity.raw, one.place, one.period, one.citation.title) if part)
        if accented:
            return _starts(syllables(canonical(said)), asked)
        return _starts(syllables(fold(said)), [fold(word) for word in asked])


def _starts(said: Sequence[str], asked: Sequence[str]) -> bool:
    """Whether every word asked begins a word said: the table narrows while one types."""
    return all(any(word.startswith(wanted) for word in said) for wanted in asked)


def _key(one: Indicator, column: Column) -> tuple[str, Decimal] | None:
    """What a column sorts by; values by unit first, since 5% and 5 ha do not compare."""
    if column == "value":
        return one.quantity.unit or "", one.quantity.value
    if column == "year":
        return ("", Decimal(one.year)) if one.year is not None else None
    words = {"label": one.label, "place": one.place, "kind": one.kind}[column]
    return (fold(words), Decimal(0)) if words else None


def places(indicators: Sequence[Indicator]) -> list[str]:
    return sorted({one.place for one in indicators if one.place}, key=fold)


def years(indicators: Sequence[Indicator]) -> list[int]:
    return sorted({one.year for one in indicators if one.year is not None}, reverse=True)


def table(
    rows: Sequence[tuple[int, Indicator]], state: Filter, words: Strings, chosen: int | None = None, limit: int = PAGE
) -> Html:
    """The rows as a table; a row's button opens its source (event `row`), a heading's button sorts (event `sort`)."""
    if not rows:
        return tag("p", words.no_indicators, class_="none")
    names = dict(zip(COLUMNS, _names(words), strict=True))
    head = tag("tr", *(_heading(column, names[column], state, words) for column in COLUMNS))
    body = join(_row(i, one, words, i == chosen) for i, one in rows[:limit])
    more = tag("button", words.show_more, type="button", data_event="more", class_="more") if len(rows) > limit else None
    grid = tag("table", tag("thead", head), tag("tbody", body), class_="indicators")
    return tag("div", grid, more, class_="indicator-table")


def _names(words: Strings) -> tuple[str, ...]:
    return words.indicator, words.value, words.place, words.year, words.kind


def _heading(column: Column, name: str, state: Filter, words: Strings) -> Html:
    sorted_by = state.column == column
    order = ("descending" if state.descending else "ascending") if sorted_by else "none"
    arrow = ("▼" if state.descending else "▲") if sorted_by else "↕"
    button = tag(
        "button",
        name,
        tag("span", arrow, aria_hidden="true", class_="arrow"),
        type="button",
        data_event="sort",
        data_column=column,
        title=words.sort_by.format(column=name),
    )
    return tag("th", button, scope="col", aria_sort=order)


def _row(position: int, one: Indicator, words: Strings, chosen: bool) -> Html:
    opens = tag(
        "button", shorten(flatten(one.label), 160), type="button", aria_pressed="true" if chosen else "false", class_="row"
    )
    kind = tag("span", words.kinds[one.kind], class_=f"kind {one.kind}") if one.kind else _unstated(words)
    when = one.period or (str(one.year) if one.year is not None else None)
    change = words.changes[one.change]
    return tag(
        "tr",
        tag("td", opens, tag("span", shorten(flatten(one.citation.title), 64), class_="from"), class_="label-cell"),
        tag("td", tag("span", change, class_="change") if change else None, flatten(one.quantity.raw), class_="value-cell"),
        tag("td", one.place or _unstated(words), class_="place-cell"),
        tag("td", when or _unstated(words), class_="year-cell"),
        tag("td", kind, class_="kind-cell"),
        data_event="row",
        data_position=position,
        class_="chosen" if chosen else None,
    )


def _unstated(words: Strings) -> Html:
    return tag("span", "–", title=words.unstated, class_="unstated")
