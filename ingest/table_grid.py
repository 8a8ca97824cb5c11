"""Rows of cells to a grid: which columns a short row fills, which header cell spans which columns, where the data start.

Sources often lose their merged cells: a heading over two columns and a label over three rows are written once. The number
of cells a row lacks, and what the cells look like, say where they were.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from ingest import limits
from plans.text import flatten, fold

_NUMERIC = re.compile(r"^[<>≥≤~±+\-–(]*\s*\d[\d.,/ ]*(?:[-–]\s*\d[\d.,]*)?\s*%?\s*\)?$|^[-–]$")
_ORDINAL = re.compile(r"^(?:\d{1,3}|[IVX]{1,6}|[A-ZĐa-zđ]|\d{1,2}(?:\.\d{1,3})+)[.)]?$")
_FIRST_ORDINAL = re.compile(r"^(?:\d+(?:\.\d+)*|I|A)[.)]?$")  # how the first body row begins
_NUMBERING = re.compile(r"^\(?(?:\d{1,2}|[A-ZĐ])\)?(?:\s*=.*)?$")
_NEVER_SPANS = re.compile(
    r"^(?:so )?(?:stt|tt|so tt|ma so|noi dung|chi tieu|ten|don vi(?: tinh)?|dvt|dia ban|dia diem|ghi chu|danh muc)\b"
)
_KIND = re.compile(r"\b(?:ke hoach|du toan|thuc hien|uoc|danh gia|chi tieu|ket qua|so sanh|ty le)\b")
_GAP = 0.6
_COUNT = re.compile(r"\b(\d{1,2})\s+(?:năm|cột|xã|huyện|tháng|quý)\b")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell of a row stands in the grid."""

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


def place_merged(row: int, column: int, high: int, wide: int, taken: set[tuple[int, int]]) -> Place | None:
    """Where a cell of so many rows and columns stands, as browsers lay it out: in the first column from `column` on that is
    not `taken`, which it then is; None beyond the most columns that a table may have."""
    while (row, column) in taken:
        column += 1
    if column + wide > limits.MAX_COLUMNS:
        return None
    taken.update((row + down, column + across) for down in range(high) for across in range(wide))
    return Place(row, column, high, wide)


def is_numeric(text: str) -> bool:
    return bool(_NUMERIC.match(text))


def is_ordinal(text: str) -> bool:
    return bool(_ORDINAL.match(text))


def is_numbering(cells: Sequence[str]) -> bool:
    """Whether a row only counts the columns: "1 2 3 4", "A B 1 2 3", "(1) (2) (3)=(2)/(1)"."""
    filled = [cell for cell in cells if cell]
    if len(filled) < 3 or not all(_NUMBERING.match(cell) for cell in filled):
        return False
    digits = [int(found.group()) for cell in filled if (found := re.search(r"\d+", cell))]
    return len(digits) >= 2 and digits == list(range(digits[0], digits[0] + len(digits))) and digits[0] <= 3


def header_rows(rows: Sequence[Sequence[str]], columns: int) -> int:
    """How many of the first rows are headings: down to a row that numbers the columns, else while cells are missing below
    a spanning one; at least one when the table has a second row."""
    for index, row in enumerate(rows[:6]):
        if is_numbering(row) and index:
            return index + 1
    if len(rows) < 2:
        return 0
    count = 1
    while count < min(len(rows) - 1, 4) and _spans_below(rows[:count], rows[count], columns):
        count += 1
    return count


def header_rows_below(rows: Sequence[Sequence[str]], least: int) -> int:
    """How many of the first rows are headings when the first `least` are marked so and merged cells were left empty: rows
    of words under empty headings go on with the heading, and the row that numbers the columns ends it."""
    count = least
    while 0 < count < min(len(rows) - 1, least + 4):
        if is_numbering(rows[count]):
            return count + 1
        if not _fills_below(rows[:count], rows[count]):
            break
        count += 1
    return count


def _fills_below(above: Sequence[Sequence[str]], row: Sequence[str]) -> bool:
    """Whether a row has words in a column without a heading, none in its first column, and no figure but years."""
    figures = any(is_numeric(cell) and not _looks_like_year(cell) for cell in row)
    headed = {column for head in above for column, cell in enumerate(head) if cell}
    return not figures and not row[0] and any(cell and column not in headed for column, cell in enumerate(row))


def merged_headings(rows: Sequence[Sequence[str]]) -> list[list[Place | None]]:
    """The places of the cells of heading rows in which merged cells were left empty, None for what a neighbour takes in:
    an empty cell above words goes with the heading on its left, an empty one below a heading with that heading."""
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    extent: dict[tuple[int, int], tuple[int, int]] = {}
    for index, row in enumerate(rows):
        below = rows[index + 1] if index + 1 < len(rows) else []
        for column, cell in enumerate(row):
            place = (index, column)
            beside, above = owner.get((index, column - 1)), owner.get((index - 1, column))
            if not cell and beside is not None and beside[0] == index and _filled(below, column, beside[1]):
                owner[place], extent[beside] = beside, (1, column - beside[1] + 1)
            elif not cell and above is not None and extent[above][1] == 1:
                owner[place], extent[above] = above, (index - above[0] + 1, 1)
            else:
                owner[place], extent[place] = place, (1, 1)
    return [
        [Place(index, column, *extent[index, column]) if (index, column) in extent else None for column in range(len(row))]
        for index, row in enumerate(rows)
    ]


def _filled(row: Sequence[str], *columns: int) -> bool:
    return all(column < len(row) and row[column] for column in columns)


def _spans_below(above: Sequence[Sequence[str]], row: Sequence[str], columns: int) -> bool:
    if any(is_numeric(cell) and not _looks_like_year(cell) for cell in row if cell) or (
        row and _FIRST_ORDINAL.match(row[0])
    ):
        return False
    lengths = [len(one) for one in above]
    return lengths[-1] < columns and _fits([*lengths, len(row)], columns)


def _looks_like_year(cell: str) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", cell))


def _fits(lengths: Sequence[int], width: int) -> bool:
    """Whether rows of these lengths can be a header of `width` columns, each row lying below spanning cells of the last."""
    if len(lengths) == 1:
        return lengths[0] == width
    return any(
        _fits(lengths[1:], width - (lengths[0] - p)) for p in range(1, lengths[0] + 1) if width - (lengths[0] - p) > 0
    )


def lay_out(rows: Sequence[Sequence[str]], columns: int, headings: int) -> list[list[Place]]:
    """A place for every cell of every row; rows may have fewer cells than `columns`."""
    header = list(rows[:headings])
    numbered = bool(header) and is_numbering(header[-1])
    spanned = header[:-1] if numbered else header
    places = _lay_out_header(spanned, columns)
    if numbered:
        places.append(_left(header[-1], headings - 1, columns))
    profile = _profile(rows[headings:], columns)
    for index, row in enumerate(rows[headings:], start=headings):
        if len(row) >= columns:
            places.append([Place(index, min(column, columns - 1)) for column in range(len(row))])
        else:
            places.append(_align(row, index, columns, profile))
    return _hang(places, headings)


def _left(row: Sequence[str], index: int, columns: int) -> list[Place]:
    return [Place(index, min(column, columns - 1)) for column in range(len(row))]


def _lay_out_header(rows: Sequence[Sequence[str]], columns: int) -> list[list[Place]]:
    lengths = [len(row) for row in rows]
    if len(rows) < 2 or not _fits(lengths, columns):
        return [_stretch(row, index, columns) for index, row in enumerate(rows)]
    return _nest(rows, 0, list(range(columns)))


def _stretch(row: Sequence[str], index: int, columns: int) -> list[Place]:
    """One header row: its last cell takes the columns that are left."""
    places = [Place(index, min(column, columns - 1)) for column in range(len(row))]
    if places and len(row) < columns:
        places[-1] = Place(index, len(row) - 1, 1, columns - len(row) + 1)
    return places


def _nest(rows: Sequence[Sequence[str]], index: int, columns: list[int]) -> list[list[Place]]:
    """Places for header rows that lie over `columns`, spanning cells above their children (both lost their spans)."""
    row, width, depth = rows[0], len(columns), len(rows)
    if depth == 1:
        return [[Place(index, column) for column in columns]]
    best: tuple[float, tuple[int, ...]] | None = None
    lengths = [len(one) for one in rows]
    for spanning in range(1, len(row) + 1):
        inner = width - (len(row) - spanning)
        if inner < 2 * spanning or not _fits(lengths[1:], inner):
            continue
        for widths in _widths(row, rows[1], spanning, inner, depth):
            score = _score(row, rows[1], widths)
            if best is None or score > best[0]:
                best = (score, widths)
    if best is None:
        return [_stretch(one, index + k, width) for k, one in enumerate(rows)]
    own: list[Place] = []
    below: list[int] = []
    at = 0
    for span in best[1]:
        own.append(Place(index, columns[at], 1 if span > 1 else depth, span))
        if span > 1:
            below.extend(columns[at : at + span])
        at += span
    return [own, *_nest(rows[1:], index + 1, below)]


def _widths(row: Sequence[str], below: Sequence[str], spanning: int, inner: int, depth: int) -> list[tuple[int, ...]]:
    found: list[tuple[int, ...]] = []
    for chosen in combinations(range(len(row)), spanning):
        for parts in _partitions(inner, spanning):
            widths = [1] * len(row)
            for at, part in zip(chosen, parts, strict=True):
                widths[at] = part
            found.append(tuple(widths))
            if len(found) > 5_000:
                return found
    return found


def _partitions(total: int, parts: int) -> list[tuple[int, ...]]:
    """All ways to write `total` as an ordered sum of `parts` numbers of at least two."""
    if parts == 1:
        return [(total,)] if total >= 2 else []
    return [
        (first, *rest) for first in range(2, total - 2 * (parts - 1) + 1) for rest in _partitions(total - first, parts - 1)
    ]


def _score(row: Sequence[str], below: Sequence[str], widths: Sequence[int]) -> float:
    """How natural a spanning is: alike headings span alike, the children of a heading repeat from parent to parent or
    share a pattern, a heading that counts ("03 năm") spans that many, and a running number or name column spans nothing."""
    score, at = 0.0, 0
    shapes: dict[str, set[int]] = {}
    children: dict[int, list[str]] = {}
    for index, (cell, width) in enumerate(zip(row, widths, strict=True)):
        shapes.setdefault(_shape(cell), set()).add(width)
        if width > 1:
            if _NEVER_SPANS.match(fold(cell)):
                score -= 3
            score -= 2 if index == 0 else 0
            count = _COUNT.search(cell)
            score += 2 if count and int(count.group(1)) == width else 0
            kids = list(below[at : at + width]) if len(below) == sum(w for w in widths if w > 1) else []
            children[index] = kids
            changes = sum(_shape(a) != _shape(b) for a, b in pairwise(kids))
            score += 0.5 if kids and not changes else 0.0
            if any(_KIND.search(fold(kid)) for kid in kids):  # "Kế hoạch | Ước thực hiện" parts a year, not a kind again
                score += -1.0 if _KIND.search(fold(cell)) or "%" in cell else 1.0
            at += width
    score -= sum(2.0 for found in shapes.values() if len(found) > 1)
    groups = [tuple(map(_shape, kids)) for kids in children.values() if kids]
    score += 1.5 if len(groups) > 1 and len(set(groups)) == 1 else 0.0
    return score + 0.01 * sum(index * (width > 1) for index, width in enumerate(widths))


def _shape(cell: str) -> str:
    return re.sub(r"\d+", "0", fold(flatten(cell)))


def _profile(rows: Sequence[Sequence[str]], columns: int) -> list[tuple[float, float, float]]:
    """For each column, over the full rows: how often a cell is empty, numeric, and how long its words are."""
    full = [row for row in rows if len(row) == columns]
    result = []
    for column in range(columns):
        cells = [row[column] for row in full if row[column]]
        numeric = sum(map(is_numeric, cells)) / len(cells) if cells else 0.0
        length = sum(map(len, cells)) / len(cells) if cells else 0.0
        result.append((1 - len(cells) / len(full) if full else 0.0, numeric, length))
    return result


def _align(row: Sequence[str], index: int, columns: int, profile: Sequence[tuple[float, float, float]]) -> list[Place]:
    """A short body row: a section heading fills from the left and its last cell takes the rest; a row below a cell that
    spans rows is matched to the columns whose cells look like its own."""
    missing = columns - len(row)
    words = [cell for cell in row if cell]
    numbered = bool(words) and is_ordinal(words[0])
    brief = len(row) <= max(1, columns // 2) or (len(row) == 2 and numbered)
    heading = brief and not any(is_numeric(cell) and not is_ordinal(cell) for cell in words)
    starts_section = numbered or len(words) == 1
    if heading and starts_section:
        places = _left(row, index, columns)
        places[-1] = Place(index, len(row) - 1, 1, missing + 1)
        return places
    cost = [[0.0] * (columns + 1) for _ in range(len(row) + 1)]
    if is_numeric(row[-1]):  # a sum stands under what it sums: the last column
        cost[-1] = [0.0 if j == columns else _GAP + 0.1 for j in range(columns + 1)]
    for i in range(len(row) - 1, -1, -1):
        cost[i][columns] = float("inf")
        for j in range(columns - 1, -1, -1):
            skip = cost[i][j + 1] + (_GAP if i or not row[0] else 0.0)  # cells lost to a row span are mostly on the left
            take = cost[i + 1][j + 1] + _mismatch(row[i], profile[j])
            cost[i][j] = min(skip, take)
    places, i, j = [], 0, 0
    while i < len(row):
        if cost[i + 1][j + 1] + _mismatch(row[i], profile[j]) <= cost[i][j + 1] + (_GAP if i or not row[0] else 0.0):
            places.append(Place(index, j))
            i += 1
        j += 1
    return places


def _mismatch(cell: str, column: tuple[float, float, float]) -> float:
    empty, numeric, length = column
    if not cell:
        return 0.5 * (1 - empty)
    typed = abs(numeric - is_numeric(cell))
    return typed + (0.0 if is_numeric(cell) or not length else min(1.0, abs(len(cell) - length) / (len(cell) + length)))


def _hang(places: list[list[Place]], headings: int) -> list[list[Place]]:
    """Where a body row has no cell in a column, the cell above hangs down into it (unless the row is a section heading)."""
    columns: dict[int, tuple[int, int]] = {}
    for index in range(headings, len(places)):
        row = places[index]
        covered = {place.column + k for place in row for k in range(place.column_span)}
        first = min((place.column for place in row), default=0)
        for column, (at, position) in list(columns.items()):
            if column in covered:
                continue
            above = places[at][position]
            if column < first and above.column_span == 1:
                places[at][position] = Place(above.row, above.column, index - above.row + 1, 1)
            else:
                del columns[column]
        for position, place in enumerate(row):
            columns[place.column] = (index, position)
    return places
