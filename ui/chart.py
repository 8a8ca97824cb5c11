"""One indicator over years or places as bars, target beside result, drawn as SVG without any library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from plans.indicator import Indicator, Kind
from plans.text import flatten, fold, syllables
from ui.html import Html, join, shorten, tag
from ui.strings import Strings

BARS = 14  # at most, so that each keeps a readable width
_WIDTH, _HEIGHT, _TOP, _BOTTOM = 640, 180, 24, 40
_ORDER: tuple[Kind | None, ...] = ("target", "estimate", "result", None)


@dataclass(frozen=True, slots=True)
class Bar:
    """One value: `group` is the year or place it stands over."""

    group: str
    indicator: Indicator


def comparable(chosen: Indicator, indicators: Sequence[Indicator]) -> list[Indicator]:
    """The records of the same thing in the same unit: one label's words hold all of the other's, or share most of them.

    The labels of one indicator differ between documents ("hộ nghèo", "tỷ lệ hộ nghèo"); the share is Jaccard's, 0.6.
    """
    wanted = frozenset(syllables(fold(chosen.label)))
    kept = []
    for one in indicators:
        if one.quantity.unit != chosen.quantity.unit or one.change != chosen.change or one.quantity.total is not None:
            continue
        words = frozenset(syllables(fold(one.label)))
        fewer = min(len(words), len(wanted))
        shared = len(words & wanted)
        if words == wanted or (fewer > 1 and shared == fewer) or shared >= 0.6 * len(words | wanted):
            kept.append(one)
    return kept


def bars(chosen: Indicator, indicators: Sequence[Indicator], words: Strings) -> list[Bar]:
    """Over the years of the chosen place where there are several, else over places. The same value twice is one bar."""
    same = comparable(chosen, indicators)
    here = [one for one in same if one.place == chosen.place and one.year is not None]
    if len({one.year for one in here}) > 1:
        found = [Bar(str(one.year), one) for one in here]
    else:
        found = [Bar(_group(one, words), one) for one in same]
    distinct: dict[tuple[str, str | None, Decimal], Bar] = {}
    for bar in found:
        distinct.setdefault((bar.group, bar.indicator.kind, bar.indicator.quantity.value), bar)
    order = sorted(distinct.values(), key=lambda bar: (fold(bar.group), _ORDER.index(bar.indicator.kind)))
    mine = [bar for bar in order if bar.indicator.place == chosen.place]
    others = [bar for bar in order if bar.indicator.place != chosen.place]
    return (mine + others)[:BARS]


def _group(one: Indicator, words: Strings) -> str:
    when = one.period or (str(one.year) if one.year is not None else None)
    return " · ".join(part for part in (one.place, when) if part) or words.unstated


def chart(chosen: Indicator, indicators: Sequence[Indicator], words: Strings) -> Html | None:
    """The figure, or None where there is nothing to compare the chosen record with."""
    drawn = bars(chosen, indicators, words)
    if len(drawn) < 2:
        return None
    legend = [kind for kind in _ORDER if any(bar.indicator.kind == kind for bar in drawn)]
    names = (
        tag("li", tag("i", class_=f"swatch {kind or 'unstated'}"), words.kinds[kind] if kind else words.unstated)
        for kind in legend
    )
    unit = f" ({chosen.quantity.unit})" if chosen.quantity.unit else ""
    title = f"{words.chart_of}: {shorten(flatten(chosen.label), 110)}{unit}"
    return tag(
        "figure",
        tag("figcaption", title, tag("ul", join(names), class_="legend")),
        tag("div", _svg(drawn, title, words), class_="chart-scroll", tabindex="0", role="region", aria_label=title),
        class_="chart",
    )


def _svg(drawn: Sequence[Bar], title: str, words: Strings) -> Html:
    groups = list(dict.fromkeys(bar.group for bar in drawn))
    slot = min(90.0, _WIDTH / (len(drawn) + 0.6 * len(groups)))
    highest = max((abs(bar.indicator.quantity.value) for bar in drawn), default=Decimal(1)) or Decimal(1)
    floor, room = _HEIGHT - _BOTTOM, _HEIGHT - _BOTTOM - _TOP
    parts: list[Html] = [tag("line", x1=0, x2=_WIDTH, y1=floor, y2=floor, class_="axis")]
    left = 0.3 * slot
    for group in groups:
        members = [bar for bar in drawn if bar.group == group]
        for i, bar in enumerate(members):
            height = max(2.0, float(abs(bar.indicator.quantity.value) / highest) * room)
            parts.append(_bar(bar, left + i * slot, slot, floor - height, height, words))
        width = len(members) * slot
        parts += _caption(group, left + width / 2, floor + 16, max(int(width / 6.4), 8))
        left += width + 0.6 * slot
    return tag("svg", *parts, viewBox=f"0 0 {max(left, 200):.0f} {_HEIGHT}", role="img", aria_label=title)


def _bar(bar: Bar, x: float, slot: float, y: float, height: float, words: Strings) -> Html:
    one = bar.indicator
    said = flatten(one.quantity.raw)
    kind = words.kinds[one.kind] if one.kind else words.unstated
    middle = f"{x + slot / 2:.1f}"
    return tag(
        "g",
        tag("title", f"{bar.group}, {kind}: {said}"),
        tag(
            "rect",
            x=f"{x + slot * 0.12:.1f}",
            y=f"{y:.1f}",
            width=f"{slot * 0.76:.1f}",
            height=f"{height:.1f}",
            rx="3",
            class_=one.kind or "unstated",
        ),
        tag("text", shorten(said, max(int(slot / 6), 7)), x=middle, y=f"{y - 6:.1f}", class_="figure"),
    )


def _caption(group: str, x: float, y: float, letters: int) -> list[Html]:
    """The group's name over at most two lines."""
    lines = [""]
    for word in group.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > letters and len(lines) < 2:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    shown = (shorten(line, letters + 6) for line in lines)
    return [tag("text", line, x=f"{x:.1f}", y=f"{y + 14 * i:.1f}", class_="group") for i, line in enumerate(shown)]
