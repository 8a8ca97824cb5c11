"""Which lines of a page belong to its article, by the text that trafilatura takes for the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from plans.text import canonical

LONG = 40  # letters of a line that the article hardly says by chance
_SENTENCE = re.compile(r"[.!?…:;][\"”')]*$")
_SENTENCE_LENGTH = 80
_HEADING = re.compile(r"h[1-6]")
_SEPARATOR = "\n"


def matching_form(words: str) -> str:
    return re.sub(r"\W+", " ", canonical(words)).strip()


class ArticleText:
    """The lines of an article in matching form; each cell of a table is a line of its own."""

    def __init__(self, found: str) -> None:
        parts = [part for line in found.splitlines() for part in (line.split("|") if line.startswith("|") else (line,))]
        lines = [key for part in parts if (key := matching_form(part))]
        self._lined = _SEPARATOR + _SEPARATOR.join(lines) + _SEPARATOR
        self._flat = self._lined.replace(_SEPARATOR, " ")
        self._starts: dict[str, int] = {}
        at = len(_SEPARATOR)
        for line in lines:
            self._starts.setdefault(line, at)
            at += len(line) + len(_SEPARATOR)

    def __len__(self) -> int:
        return len(self._lined)

    def line(self, key: str) -> int | None:
        """Where a whole line reads `key`."""
        return self._starts.get(key)

    def inside(self, key: str) -> int | None:
        """Where the text holds `key`, over the ends of lines too."""
        found = self._flat.find(key)
        return None if found < 0 else found

    def follows(self, key: str, end: int) -> bool:
        """Whether `key` goes on in the line in which something ends at `end`."""
        return self._lined.startswith(f" {key}", end) and self._flat[end + len(key) + 1] == " "

    def precedes(self, key: str, start: int) -> bool:
        """Whether `key` stands right before something that starts inside a line at `start`."""
        return self._lined.endswith(f"{key} ", 0, start) and self._flat[start - len(key) - 2] == " "


@dataclass(slots=True, eq=False)
class Line:
    """A line of a page, or a table of data (`cells` are then its texts), with the element that it is read from."""

    words: str
    element: Any
    home: Any  # the element of the page that holds `element`
    bold: bool = False
    linked: bool = False  # nearly all of its element is links
    cells: tuple[str, ...] = ()

    @property
    def is_table(self) -> bool:
        return bool(self.cells)


def kept_lines(lines: Sequence[Line], article: ArticleText, title: Any) -> list[bool]:
    """For each line whether it belongs to the article: the article says it, or it is a sentence, a caption or a table among
    lines that the article says. `title` is the element of the title, None if the page has none."""
    places = _places(lines, article)
    said = [index for index, place in enumerate(places) if place is not None]
    long = [index for index in said if not lines[index].linked and not lines[index].is_table]
    long = [index for index in long if len(lines[index].words) >= LONG and lines[index].element is not title]
    if not long:
        return [place is not None for place in places]
    titled = next((index for index, line in enumerate(lines) if line.element is title), -1)
    extent = _Extent(
        long[0] if titled < 0 else min(titled, long[0]),
        long[0],
        said[-1],
        list(dict.fromkeys(lines[index].home for index in long)),
        title,
    )
    kept = [
        not (line.linked and index < long[0]) if places[index] is not None else extent.takes(index, line)
        for index, line in enumerate(lines)
    ]
    for index in range(len(lines) - 2, titled, -1):  # the headings that trafilatura left out, over what it says
        if _HEADING.fullmatch(str(lines[index].element.tag)) and not lines[index].linked and kept[index + 1]:
            kept[index] = kept[index] or extent.holds(index, lines[index])
    return kept


class _Extent:
    """Where on a page the article stands: from its title and the first long line of its body to the last that it says."""

    def __init__(self, title: int, first: int, last: int, homes: Sequence[Any], heading: Any) -> None:
        self._title = title
        self._first = first
        self._last = last
        self._homes = set(homes)
        self._body = _container(homes)
        self._whole = self._body if heading is None else _container([*homes, heading.getparent()])

    def holds(self, index: int, line: Line) -> bool:
        """Whether a line stands in the body, before the last line that the article says."""
        return index < self._last and _is_inside(line.home, self._body)

    def takes(self, index: int, line: Line) -> bool:
        """Whether a line that the article does not say belongs to it all the same."""
        beside = line.home in self._homes
        if index < self._title or (line.linked and not (beside and self._first < index < self._last)):
            return False
        caption = line.element.tag == "figcaption"
        if line.is_table or caption:
            inside = _is_inside(line.home, self._whole) if index < self._last else False
            return inside or any(_is_inside(line.home, one) for one in map(_narrow, (self._whole, self._body)))
        if len(line.words) < _SENTENCE_LENGTH or not _SENTENCE.search(line.words):
            return False
        if index > self._last:
            return beside
        return _is_inside(line.home, self._whole if index < self._first else self._body)


def _places(lines: Sequence[Line], article: ArticleText) -> list[int | None]:
    """Where the article says each line, None where it does not. A short line is a whole line of the article or goes on
    where the line before or after it on the page stands: trafilatura runs the lines of a layout cell together."""
    keys = [matching_form(line.words) for line in lines]
    places = [_place(line, key, article) for line, key in zip(lines, keys, strict=True)]

    def may_go_on(index: int) -> bool:
        return places[index] is None and bool(keys[index]) and not lines[index].linked

    for index in range(1, len(lines)):
        before = None if lines[index - 1].is_table else places[index - 1]
        if before is not None and may_go_on(index):
            end = before + len(keys[index - 1])
            places[index] = end + 1 if article.follows(keys[index], end) else None
    for index in range(len(lines) - 2, -1, -1):
        after = None if lines[index + 1].is_table else places[index + 1]
        if after is not None and may_go_on(index):
            places[index] = after - len(keys[index]) - 1 if article.precedes(keys[index], after) else None
    return places


def _place(line: Line, key: str, article: ArticleText) -> int | None:
    if not key:
        return None
    if line.is_table and _says_cells(line.cells, article):
        return 0
    found = article.line(key)
    if found is None and len(key) >= LONG and not line.linked:
        found = article.inside(key)
    return found


def _says_cells(cells: Sequence[str], article: ArticleText) -> bool:
    """Whether most cells of a table are lines of the article."""
    filled = [key for cell in cells if (key := matching_form(cell))]
    return sum(article.line(key) is not None for key in filled) > len(filled) / 2


def _container(homes: Sequence[Any]) -> Any:
    """The smallest element around all of these."""
    around = [homes[0], *homes[0].iterancestors()]
    for home in homes[1:]:
        above = {home, *home.iterancestors()}
        around = [one for one in around if one in above]
    return around[0]


def _narrow(container: Any) -> Any:
    """The container, None when it is the whole page."""
    return None if container.tag in ("body", "html") else container


def _is_inside(home: Any, container: Any) -> bool:
    return container is not None and (home is container or container in home.iterancestors())
