"""Small charts as inline SVG text, with no script and no outside request; colours follow the page (`currentColor`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 420, 240
_LEFT, _RIGHT, _TOP, _BOTTOM = 52, 12, 14, 40
COLOURS = ("#2563eb", "#d97706", "#059669", "#9333ea", "#dc2626")


@dataclass(frozen=True, slots=True)
class Line:
    """Points (x, y) joined in order, or dots only; `marked` draws a dot on each."""

    name: str
    points: Sequence[tuple[float, float]]
    dots: bool = False
    dashed: bool = False
    marked: bool = True


def line_chart(
    title: str,
    x_label: str,
    y_label: str,
    lines: Sequence[Line],
    *,
    x_range: tuple[float, float] | None = None,
    y_range: tuple[float, float] | None = None,
) -> str:
    """A chart with axes, a legend and a text alternative. Ranges default to those of the data."""
    xs = [x for line in lines for x, _ in line.points] or [0.0]
    ys = [y for line in lines for _, y in line.points] or [0.0]
    low_x, high_x = x_range or (min(xs), max(xs))
    low_y, high_y = y_range or (min(0.0, *ys), max(ys) * 1.05)
    frame = _Frame(low_x, max(high_x, low_x + 1e-9), low_y, max(high_y, low_y + 1e-9))
    parts = [_open(title), frame.axes(x_label, y_label)]
    for number, line in enumerate(lines):
        colour = COLOURS[number % len(COLOURS)]
        places = [(frame.x(x), frame.y(y)) for x, y in line.points]
        if not line.dots and len(places) > 1:
            path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
            dash = ' stroke-dasharray="4 4"' if line.dashed else ""
            parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"{dash}/>')
        if line.marked and not line.dashed:
            parts += [
                f'<circle cx="{px:.1f}" cy="{py:.1f}" r="3" fill="{colour}">'
                f"<title>{escape(line.name)}: {_tick(x)}, {_tick(y)}</title></circle>"
                for (px, py), (x, y) in zip(places, line.points, strict=True)
            ]
        parts.append(_legend(number, colour, line.name))
    return "".join(parts) + "</svg>"


def bar_chart(title: str, y_label: str, groups: Sequence[str], series: Sequence[tuple[str, Sequence[float]]]) -> str:
    """Bars side by side: one group a name, one bar a series."""
    top = max((value for _, values in series for value in values), default=0.0) * 1.1
    frame = _Frame(0.0, float(max(len(groups), 1)), 0.0, max(top, 1e-9))
    parts = [_open(title), frame.axes("", y_label, ticks_x=False)]
    width = 0.8 / max(len(series), 1)
    for number, (name, values) in enumerate(series):
        colour = COLOURS[number % len(COLOURS)]
        for group, value in enumerate(values):
            x, y = frame.x(group + 0.1 + number * width), frame.y(value)
            wide, tall = frame.x(width) - frame.x(0), frame.y(0) - y
            label = f"{escape(groups[group])}, {escape(name)}: {_tick(value)}"
            parts.append(
                f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{tall:.1f}" fill="{colour}">'
                f"<title>{label}</title></rect>"
            )
        parts.append(_legend(number, colour, name))
    parts += [
        f'<text x="{frame.x(number + 0.5):.1f}" y="{HEIGHT - _BOTTOM + 14}" text-anchor="middle">{escape(group)}</text>'
        for number, group in enumerate(groups)
    ]
    return "".join(parts) + "</svg>"


@dataclass(frozen=True, slots=True)
class _Frame:
    """Maps data to the drawing: x to the right, y upwards."""

    low_x: float
    high_x: float
    low_y: float
    high_y: float

    def x(self, value: float) -> float:
        return _LEFT + (value - self.low_x) / (self.high_x - self.low_x) * (WIDTH - _LEFT - _RIGHT)

    def y(self, value: float) -> float:
        return HEIGHT - _BOTTOM - (value - self.low_y) / (self.high_y - self.low_y) * (HEIGHT - _TOP - _BOTTOM)

    def axes(self, x_label: str, y_label: str, *, ticks_x: bool = True) -> str:
        parts = []
        for step in range(5):
            value = self.low_y + step / 4 * (self.high_y - self.low_y)
            y = self.y(value)
            parts.append(
                f'<line x1="{_LEFT}" x2="{WIDTH - _RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="currentColor" opacity="0.15"/>'
            )
            parts.append(f'<text x="{_LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{_tick(value)}</text>')
            if ticks_x:
                across = self.low_x + step / 4 * (self.high_x - self.low_x)
                x = self.x(across)
                parts.append(f'<text x="{x:.1f}" y="{HEIGHT - _BOTTOM + 14}" text-anchor="middle">{_tick(across)}</text>')
        middle = (_LEFT + WIDTH - _RIGHT) / 2
        parts.append(f'<text x="{middle}" y="{HEIGHT - 6}" text-anchor="middle">{escape(x_label)}</text>')
        parts.append(
            f'<text x="12" y="{(HEIGHT - _BOTTOM) / 2}" text-anchor="middle" '
            f'transform="rotate(-90 12 {(HEIGHT - _BOTTOM) / 2})">{escape(y_label)}</text>'
        )
        return "".join(parts)


def _open(title: str) -> str:
    return f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(title)}"><title>{escape(title)}</title>'


def _legend(number: int, colour: str, name: str) -> str:
    y = _TOP + 6 + 14 * number
    square = f'<rect x="{_LEFT + 8}" y="{y - 8}" width="9" height="9" fill="{colour}"/>'
    return f'{square}<text x="{_LEFT + 21}" y="{y}">{escape(name)}</text>'


def _tick(value: float) -> str:
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"
