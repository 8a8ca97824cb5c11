"""What was understood of a question, as parts that a person sees and can drop."""

from __future__ import annotations

from dataclasses import dataclass

from plans.answer import PartName
from retriever.query import Query
from ui.html import Html, tag
from ui.strings import Strings


@dataclass(frozen=True, slots=True)
class Understood:
    """`parts` are (name, value) pairs of `Query.parts`; `searched` is the text searched for, where it is not as typed."""

    parts: tuple[tuple[PartName, str], ...] = ()
    searched: str = ""

    @classmethod
    def of(cls, query: Query) -> Understood:
        parts = tuple(part for part in query.parts() if part[0] != "text")
        return cls(parts, query.text if query.restored else "")


def label(name: PartName, value: str, words: Strings) -> str:
    """A part as a person reads it: "năm 2024", "Kế hoạch"."""
    if name == "kind":
        return {str(kind): said for kind, said in words.kinds.items()}.get(value, value)
    return words.parts[name].format(value=value) if name in words.parts else value


def chips(understood: Understood, turn: int, words: Strings) -> Html | None:
    """One chip a part; its button asks the question again without that part."""
    if not understood.parts and not understood.searched:
        return None
    searched = None
    if understood.searched:
        as_typed = _drop("text", understood.searched, words.as_typed, turn, "↺")
        searched = tag("p", words.searched_as, " ", tag("q", understood.searched), as_typed, class_="searched")
    return tag("div", searched, _row(understood, turn, words), class_="understood")


def _row(understood: Understood, turn: int, words: Strings) -> Html | None:
    if not understood.parts:
        return None
    items = []
    for name, value in understood.parts:
        said = label(name, value, words)
        drop = _drop(name, value, words.drop_part.format(part=said), turn, "×")
        items.append(tag("li", tag("span", said), drop, class_="chip"))
    return tag("ul", *items, aria_label=words.understood)


def _drop(name: PartName, value: str, told: str, turn: int, sign: str) -> Html:
    return tag(
        "button",
        sign,
        type="button",
        data_event="drop",
        data_turn=turn,
        data_part=name,
        data_value=value,
        title=told,
        aria_label=told,
    )
