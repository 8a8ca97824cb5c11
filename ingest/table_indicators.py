"""Indicators from tables: a number is named by its row and its column, and dated by whichever of them says when."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import get_args

from ingest.label_words import either
from ingest.labels import change_of
from ingest.scopes import Scope, Scopes
from plans.admin_units import Level
from plans.answer import Citation
from plans.document import Cell, Document, Span, Table
from plans.indicator import Indicator, Kind, Quantity
from plans.numbers import find_quantities, parse_quantity
from plans.text import canonical, flatten, fold, syllables
from plans.tokens import tokenise
from plans.units import Unit, is_known, parse_unit, read_unit
from plans.year_parts import name_of, parts_of_year

_COUNTER = re.compile(r"^(?:stt|tt|so tt|so thu tu)$")
_UNIT_HEAD = re.compile(r"^(?:don vi(?: tinh)?|dvt|dv tinh|don vi do)\b(?!.*(?:thuc hien|phoi hop|chu tri|hanh chinh))")
_NO_VALUE = re.compile(
    r"\b(?:ghi chu|dien thoai|toa do|kinh do|vi do|ma so|so hieu|ky hieu|co quan|chu tri|phoi hop|van ban|ngay|tien do)\b"
)
_ORDINAL = re.compile(r"^(?:\d{1,3}|[IVXLC]{1,6}|[A-ZĐa-zđ]|\d{1,2}(?:\.\d{1,3})+|[-–+*•])[.)]?$")
_MARKED = re.compile(r"^(?P<mark>[-–+*•]|[IVXLC]+[.)]|[A-ZĐ][.)]|[a-zđ][.)]|\d{1,2}(?:\.\d{1,2})*[.)])\s*")
_TOTAL = re.compile(
    r"^(?:tổng cộng|tổng số|cộng|tổng|toàn (?:xã|phường|huyện|thị xã|thành phố|tỉnh))(?:\s*[(/]|\s*$)", re.IGNORECASE
)
_OF_WHICH = re.compile(r"^(?:trong đó|gồm|bao gồm)\s*:?\s*", re.IGNORECASE)
_NUMBER = re.compile(r"^[<>≥≤~±+\-–(]*\s*\d[\d.,]*(?:\s*[-–]\s*\d[\d.,]*|/(?!(?:19|20)\d\d)\d+)?\s*%?\s*\)?$")
_YEAR = re.compile(r"(?<![\d.,/])(?:19|20)\d\d(?![\d.,/])")
_YEARS = re.compile(r"((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)")
_TIME_WORDS = re.compile(
    r"(?<!\w)"
    + either(
        "ước thực hiện; ước th; uth; ước; thực hiện; đánh giá; kế hoạch; dự toán; dự kiến; dự báo; mục tiêu; chỉ tiêu; th",
        "kh; dt; năm; năm trước; kế hoạch năm; giai đoạn; đến; cả năm; hết; cuối; đầu; tháng; kỳ; hiện hành; 03; 3; 05; 5",
        "tỉnh; huyện; thành phố; hđnd; ubnd; quốc hội; trung ương; quyết định; quyết nghị; nghị quyết; giao; đề ra",
        "thông qua; đạt; kết quả; số; giá trị; số lượng; so sánh; tỷ lệ; tỉ lệ; và; với; so; bình quân",
    )
    + r"(?!\w)",
    re.IGNORECASE,
)
_RATIO = re.compile(r"%|so sánh|tỷ lệ|tỉ lệ|(?<!\w)TH\s*/\s*KH(?!\w)|/KH(?!\w)", re.IGNORECASE)
_FULFILLED = re.compile(
    r"(?:%|so|tỷ lệ|tỉ lệ|/)\s*(?:so\s+)?(?:với\s+)?"
    r"(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết|KH|DT|NQ)(?!\w)(?!.*/)",
    re.IGNORECASE,
)
"""The heading of a degree of fulfilment: what is held against a plan has been done."""
_OF_PLANS = re.compile(r"(?<!\w)(?:KH|DT|kế hoạch|dự toán)(?:\s+năm)?\s*(?:\d{4})?\s*/", re.IGNORECASE)
"""One plan over another, "DT 2025/DT 2024"."""
_OF_A_YEAR = re.compile(r"\s+(?:(?:trong|cả)\s+)?năm\s+(?:19|20)\d\d\s*$", re.IGNORECASE)
_EITHER_WAY = re.compile(r"tăng.*giảm", re.IGNORECASE)
"""The heading of a column whose signs say which way."""
_ITS_YEAR = re.compile(r"\s*(?:\bnăm\s+)?(?:19|20)\d\d$", re.IGNORECASE)
_SHORT_KINDS: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r"(?<!\w)(?:UTH|ƯTH|ước TH|ước)(?!\w)", re.IGNORECASE), "estimate"),
    (re.compile(r"(?<!\w)(?:KH|DT|kế hoạch|dự toán|mục tiêu|chỉ tiêu)(?!\w)", re.IGNORECASE), "target"),
    (re.compile(r"(?<!\w)(?:TH|thực hiện|kết quả|đánh giá)(?!\w)", re.IGNORECASE), "result"),
    (re.compile(r"dự kiến|dự báo|dự tính", re.IGNORECASE), "estimate"),
)
_NUMBER_OF = re.compile(r"^(?:tổng\s+)?số\s+(?=\w)", re.IGNORECASE)
_UNIT_ASIDE = re.compile(r"\s*\([^()]*\)$")
_SAME_AS_ABOVE = frozenset({'"', "″", "''", "”", "nt", "-nt-", "–", "-", "//"})
_LEVELS: tuple[Level, ...] = get_args(Level)
_CAPTION_SYLLABLES = 14
_LEADING = 2  # syllables beside the quantity of a cell that only say how it is reached ("duy trì", "đạt", "kế hoạch")


@dataclass(frozen=True, slots=True)
class TextCell:
    """A cell of running text that holds quantities, to be read as prose under the name of its row and the scope of its row,
    column and table."""

    span: Span
    label: str
    scope: Scope


@dataclass(frozen=True, slots=True)
class _Column:
    heading: str  # "" where it only says when or in what unit
    scope: Scope
    unit: Unit | None
    ratio: bool
    holds_values: bool
    year_before: bool = False  # "Cùng kỳ": of the year before that of the table


_NUMBER_OF = re.compile(r"(?:tổng\s+)?số\s+(?:lượng\s+)?", re.IGNORECASE)
_BARE_SHARE = re.compile(r"(?:tỷ|tỉ)\s+(?:lệ|trọng)\W*%?\W*|\W*%\W*", re.IGNORECASE)
_SAME_TIME = re.compile(r"(?<!với )(?<!so )\bcùng kỳ\b", re.IGNORECASE)
"""A heading over the figures of the year before, not over what they are compared to."""


@dataclass(slots=True)
class _Row:
    label: str
    rank: int
    place: str | None
    year: int | None
    unit: Unit | None
    cells: dict[int, Cell]


def read_table(
    document: Document, table: Table, scopes: Scopes, outer: Scope, last_kind: Callable[[int | None], Kind | None]
) -> tuple[list[Indicator], list[TextCell]]:
    """The indicators of the number cells of `table`, and its text cells. `outer` is what the headings above it say."""
    return _Reader(document, table, scopes, outer, last_kind).read()


class _Reader:
    def __init__(
        self, document: Document, table: Table, scopes: Scopes, outer: Scope, last_kind: Callable[[int | None], Kind | None]
    ) -> None:
        self._document, self._table, self._scopes, self._last_kind = document, table, scopes, last_kind
        self._text = document.text
        self._words = {cell: flatten(cell.span.of(self._text)) for cell in table.cells}
        caption = scopes.of(table.caption) if table.caption is not None else Scope()
        self._outer = caption.within(outer)
        self._unit = parse_unit(table.unit) if table.unit else None
        name = re.sub(_MARKED, "", flatten(table.caption.of(self._text))) if table.caption is not None else ""
        titled = name.isupper() or len(syllables(name)) > _CAPTION_SYLLABLES  # the title of the table, not a name
        self._caption = "" if titled else name.strip(" .:")
        self._grid: dict[int, dict[int, Cell]] = {}
        for cell in table.cells:
            for row in range(cell.row, cell.row + cell.row_span):
                for column in range(cell.column, cell.column + cell.column_span):
                    self._grid.setdefault(row, {})[column] = cell
        self._counted = table.counts_rows(self._text)
        self._width = max((column for row in self._grid.values() for column in row), default=-1) + 1

    def read(self) -> tuple[list[Indicator], list[TextCell]]:
        columns = self._shares(self._totalled([self._column(index) for index in range(self._width)]))
        labelled = self._label_column(columns)
        unit_column = next(
            (i for i in range(self._width) if i != labelled and _UNIT_HEAD.search(fold(self._path(i)))), None
        )
        made: list[Indicator] = []
        prose: list[TextCell] = []
        rows = list(self._rows(labelled, unit_column, columns))
        names = Counter(row.label for row in rows)
        above: list[_Row] = []
        for row in rows:
            while above and above[-1].rank >= row.rank:
                above.pop()
            label = self._row_label(row, above, names)
            of_units = _levels_of(self._path(labelled)) and _TOTAL.match(row.label)
            nameless = bool(of_units) or (row.place is not None and len(syllables(label)) <= len(syllables(row.place)))
            for index, cell in sorted(row.cells.items()):
                words = self._words[cell]
                numeric = bool(_NUMBER.match(words)) or self._is_quantity(words)
                if cell.column != index or not words or index == unit_column:
                    continue
                if index != labelled and numeric and columns[index].holds_values and cell.column_span == 1:
                    name = "" if nameless and columns[index].heading else label
                    record = self._record(row, name, columns[index], cell, words)
                    if record is not None:
                        made.append(record)
                elif not numeric and not _ORDINAL.match(words) and find_quantities(words):
                    named = label if index != labelled else ""
                    prose.append(TextCell(cell.span, named, self._scope(row, columns[index])))
            above.append(row)
        return made, prose

    def _path(self, column: int) -> str:
        return " ".join(self._parts(column))

    def _parts(self, column: int) -> list[str]:
        """The headings over a column from the outermost in, each once."""
        parts: list[str] = []
        for cell in self._heads(column):
            words = self._words[cell]
            if words and words not in parts and not (_ORDINAL.match(words) or re.fullmatch(r"\(?\d+\)?\s*=.*", words)):
                parts.append(words)
        return parts

    def _heads(self, column: int) -> list[Cell]:
        """The cells of the headings over a column from the outermost in."""
        rows = (self._grid.get(row, {}) for row in range(self._table.header_rows))
        return [cells[column] for cells in rows if column in cells]

    @cached_property
    def _bare(self) -> tuple[Level, ...]:
        """All levels where at least two headings are bare names of units of the document's area, else none."""
        words = {_undated(self._words[cell]) for index in range(self._width) for cell in self._heads(index)}
        return _LEVELS if sum(self._unit_called(one, _LEVELS) is not None for one in words) > 1 else ()

    def _place_over(self, column: int) -> tuple[str | None, str]:
        """The place that a heading over a column names, and the words of that heading; the innermost of several."""
        above: Sequence[Level] = ()
        found: tuple[str | None, str] = (None, "")
        for cell in self._heads(column):
            words = self._words[cell]
            place = self._place(cell) or self._unit_called(_undated(words), above or self._bare)
            if place and not _levels_of(words):
                found = (place, words)
            above = _levels_of(words) or above
        return found

    def _column(self, index: int) -> _Column:
        path = self._path(index)
        years = [int(year) for year in _YEAR.findall(path)]
        span = _YEARS.search(path)
        kind = next((kind for pattern, kind in _SHORT_KINDS if pattern.search(path)), None)
        kind = "result" if kind == "target" and _FULFILLED.search(path) and not _OF_PLANS.search(path) else kind
        parts = parts_of_year(f"{path} năm" if path.endswith("tháng") else path)
        own = self._innermost(index)
        inner = [int(year) for year in _YEAR.findall(own)]
        year = inner[0] if inner else years[-1] if years else None
        period = name_of(parts[0]) if len(parts) == 1 else None
        place, over = self._place_over(index)
        scope = Scope(place, year, period, kind)
        if span:
            scope = Scope(place, kind=kind, period=f"giai đoạn {span[1]}-{span[2]}")
        ratio = (bool(_RATIO.search(path)) and not re.search(r"\d{4}.*\d{4}", own)) or "%" in path
        unit = Unit("%", Decimal(1), 0, True) if "%" in path else _unit_in(path, counts=True)
        unit = unit or next((one for part in reversed(self._parts(index)) if (one := _counted_in(part))), None)
        named = [_bare_heading(part, ratio) for part in self._parts(index) if part != over and _names(part)]
        values = not (_NO_VALUE.search(fold(path)) or _COUNTER.match(fold(path)) or (index == 0 and self._counted))
        before = year is None and _SAME_TIME.search(own) is not None
        return _Column(", ".join(named) or (path if ratio else ""), scope, unit, ratio, values, before)

    def _totalled(self, columns: list[_Column]) -> list[_Column]:
        """The columns, those of the parts of a total in its unit, and a total of several times dated by all of them."""
        made = list(columns)
        for index, total in enumerate(columns):
            parts = self._parts(index)
            if not parts or not _TOTAL.match(parts[-1]):
                continue
            members = self._members(index, columns)
            for one in members:
                made[one] = replace(made[one], unit=made[one].unit or total.unit)
            whole = _whole_time([columns[one].scope for one in members])
            if whole is not None and not total.scope.dated:
                made[index] = replace(total, scope=replace(total.scope, period=whole))
        return made

    def _shares(self, columns: list[_Column]) -> list[_Column]:
        """The columns, one that only says that it holds shares named and dated by the count in front of it: "Số hộ nghèo
        năm 2025", "Tỷ lệ (%)"."""
        made = list(columns)
        for index, column in enumerate(columns[1:], 1):
            count = columns[index - 1]
            counts = _NUMBER_OF.match(count.heading) if count.holds_values and not count.ratio else None
            bare = any(_BARE_SHARE.fullmatch(one) for one in self._parts(index)[-1:])
            if column.ratio and counts is not None and bare and not column.scope.dated:
                scope = replace(column.scope, year=count.scope.year, period=count.scope.period, kind=count.scope.kind)
                made[index] = replace(column, heading=f"Tỷ lệ {count.heading[counts.end() :]}", scope=scope)
        return made

    def _members(self, total: int, columns: Sequence[_Column]) -> list[int]:
        """The columns right behind that of a total which part it by time, or follow an "of which"."""
        outer, found, opened = self._parts(total)[:-1], [], False
        for index in range(total + 1, self._width):
            parts, column = self._parts(index), columns[index]
            within = parts[: len(outer)] == outer
            opened = opened or any(_OF_WHICH.match(part) for part in parts[len(outer) :])
            parted = opened or (column.scope.dated and not column.heading)
            if not (parts and within and parted and column.holds_values) or column.ratio:
                break
            found.append(index)
        return found

    def _innermost(self, column: int) -> str:
        cell = self._grid.get(self._table.header_rows - 1, {}).get(column)
        words = self._words[cell] if cell is not None else ""
        return words if _YEAR.search(words) else self._path(column)

    def _label_column(self, columns: Sequence[_Column]) -> int:
        """The first column that is not mostly numbers or ordinals."""
        body = [row for index, row in self._grid.items() if index >= self._table.header_rows]
        for index in range(self._width):
            words = [self._words[row[index]] for row in body if index in row and row[index].column == index]
            filled = [one for one in words if one]
            if _COUNTER.match(fold(self._path(index))):
                continue
            if filled and sum(bool(_NUMBER.match(one) or _ORDINAL.match(one)) for one in filled) * 2 < len(filled):
                return index
        return 0

    def _rows(self, labelled: int, unit_column: int | None, columns: Sequence[_Column]) -> Iterator[_Row]:
        previous: Unit | None = None
        levels = _levels_of(self._path(labelled))
        for index in sorted(self._grid):
            if index < self._table.header_rows:
                continue
            cells = self._grid[index]
            label_cell = cells.get(labelled)
            words = self._words[label_cell] if label_cell is not None else ""
            ordinal = next((self._words[cells[i]] for i in range(labelled) if i in cells), "")
            unit = None
            if unit_column is not None and unit_column in cells:
                written = self._words[cells[unit_column]]
                unit = previous if written in _SAME_AS_ABOVE else parse_unit(written)
                previous = unit
            bare = () if _levels_of(words) else levels  # "Sốp Cộp" under "Xã" is not the district of that name
            place = self._unit_called(words, bare) or self._place(label_cell) or self._unit_called(words, levels)
            year = int(words) if _is_year(words) else None
            yield _Row("" if year else words, _rank(ordinal, words), place, year, unit or _unit_in(words), cells)

    def _place(self, cell: Cell | None) -> str | None:
        """The place that a label names, when it names little else."""
        if cell is None:
            return None
        place = self._scopes.place(cell.span.start, cell.span.end, last=False)
        return place if place and len(syllables(self._words[cell])) <= len(syllables(place)) + 3 else None

    def _unit_called(self, label: str, levels: Sequence[Level]) -> str | None:
        """The place that a bare name stands for in a column of places."""
        name = _clean(label)
        names = any(letter.isalpha() for letter in name) and not _TOTAL.match(name)
        return self._scopes.unit_called(name, levels) if levels and names else None

    def _row_label(self, row: _Row, above: Sequence[_Row], names: Counter[str]) -> str:
        """The label of a row under those it belongs to: groups without numbers, and what an "of which" is of."""
        own = _clean(row.label)
        heads: list[str] = []
        for index, one in enumerate(row for row in reversed(above) if _clean(row.label) not in ("", own)):
            grouped = not any(_NUMBER.match(self._words[cell]) for i, cell in one.cells.items() if i > 1)
            name = _clean(one.label)
            marked = row.rank >= _MARK_RANK or names[row.label] > 1 or bool(_OF_WHICH.match(row.label))
            if (index == 0 and marked) or (grouped and one.rank >= _GROUP_RANK):
                heads.append(name)
            if len(heads) == 2:
                break
        return ": ".join([*reversed(heads), own]) if own else ": ".join(reversed(heads))

    def _record(self, row: _Row, label: str, column: _Column, cell: Cell, words: str) -> Indicator | None:
        quantity = self._quantity(row, column, words)
        if quantity is None:
            return None
        parts = [label] if label else []
        if column.heading:
            parts.append(column.heading)
            if self._caption and len(parts) > 1 and fold(self._caption) not in fold(" ".join(parts)):
                parts.insert(0, self._caption)
        name = ": ".join(parts[:1]) + (f": {', '.join(parts[1:])}" if parts[1:] else "")
        if not name.strip():
            return None
        scope = self._scope(row, column)
        kind = scope.kind or self._last_kind(scope.year)
        published = self._document.published
        if kind == "result" and published is not None and scope.year is not None and scope.year > published.year:
            kind = "target"
        citation = Citation.of(self._document, cell.span)
        change = change_of(words.partition(quantity.raw)[0] if quantity.raw in words else "")
        if change == "level" and not _EITHER_WAY.search(column.heading):
            change = change_of(_OF_A_YEAR.sub("", column.heading))  # "Kế hoạch giảm", "Số hộ phải giảm năm 2032"
        return Indicator(name, replace(quantity, raw=words), citation, scope.place, scope.year, scope.period, kind, change)

    def _scope(self, row: _Row, column: _Column) -> Scope:
        year = column.scope.year if row.year is None else row.year
        scope = replace(column.scope, place=row.place or column.scope.place, year=year).within(self._outer)
        if column.year_before and scope.year is not None:
            return replace(scope, year=scope.year - 1, kind="result")
        return scope

    def _quantity(self, row: _Row, column: _Column, words: str) -> Quantity | None:
        found = parse_quantity(words.strip("() ")) or next((one.quantity for one in find_quantities(words)), None)
        if found is None and row.unit is not None:
            found = parse_quantity(f"{words} {row.unit.name}")  # "12/15" of so many communes
        if found is None or (found.unit is None and row.unit is None and self._unit is None and _is_year(words)):
            return None
        if found.unit is not None:
            return found
        unit = column.unit if column.ratio or (column.unit and not row.unit) else row.unit or self._unit
        if unit is None:
            return found
        high = None if found.high is None else found.high * unit.scale
        return replace(found, value=_plain(found.value * unit.scale), unit=unit.name, high=high)

    def _is_quantity(self, words: str) -> bool:
        """Whether a cell is one quantity and nothing else to speak of: "02 lần/tháng", "Duy trì trên 55%"."""
        found = find_quantities(words)
        if len(found) != 1:
            return False
        raw = found[0].quantity.raw
        return len(raw) >= 0.7 * len(words) or len(syllables(words.replace(raw, " "))) <= _LEADING


_MARK_RANK = 50  # rows that open with a dash or plus, or a letter, under the row above
_GROUP_RANK = 12


def _rank(ordinal: str, label: str) -> int:
    """Depth of a row: A, I, 1, 1.1, a, "-", "+"; deeper is larger. "Trong đó:" alone opens a group."""
    mark, part = ordinal.strip(" .)"), _OF_WHICH.sub("", label)
    if not mark and _TOTAL.match(label):
        return 0
    if not mark and (match := _MARKED.match(part)):
        mark = match["mark"].strip(" .)")
    if mark in ("-", "–", "•", "*"):
        return 60
    if mark == "+":
        return 70
    if not mark:
        return 55 if not part else 58
    if re.fullmatch(r"[IVX]+", mark):
        return 20
    if re.fullmatch(r"[A-ZĐ]", mark):
        return 10
    if re.fullmatch(r"\d+", mark):
        return 30
    if re.fullmatch(r"\d+(?:\.\d+)+", mark):
        return 30 + mark.count(".")
    return 50


def _levels_of(heading: str) -> list[Level]:
    """The levels of units that a heading of nothing else names: "Xã, thị trấn", "Tên xã/phường", "Các huyện"."""
    left = re.sub(r"^(?:tên|các|danh sách|đơn vị)(?:\s+(?:các|đơn vị))?(?!\w)[\s:(]*", "", canonical(heading))
    found: list[Level] = []
    for level in sorted(_LEVELS, key=len, reverse=True):
        left, times = re.subn(rf"(?<!\w){level}(?!\w)", " ", left)
        found += [level] if times else []
    return found if not re.sub(r"(?<!\w)và(?!\w)|[^\w]", "", left) else []


def _clean(label: str) -> str:
    bare = _MARKED.sub("", _OF_WHICH.sub("", _MARKED.sub("", label)))
    return re.sub(r"\([^()]*%[^()]*\)", "", bare).strip(" :.;,")


def _whole_time(scopes: Sequence[Scope]) -> str | None:
    """The period that the times of several columns make up."""
    spans = [_YEARS.search(one.period or "") for one in scopes]
    years = [int(year) for span in spans if span for year in span.groups()] + [one.year for one in scopes if one.year]
    several = len(scopes) > 1 and all(one.dated for one in scopes) and len(set(years)) > 1
    return f"giai đoạn {min(years)}-{max(years)}" if several else None


def _undated(heading: str) -> str:
    """A heading without its year: "Hòa Thắng - 2025"."""
    return _YEAR.sub("", heading).strip(" -–:,()")


def _names(heading: str) -> bool:
    """Whether a column heading names something, beyond saying when, planned or reached, and in what unit."""
    bare = _YEAR.sub(" ", re.sub(r"\([^()]*\)", " ", heading))
    return bool(re.sub(r"[\s,;:./()%=+\-–\d]+", "", _TIME_WORDS.sub(" ", bare)))


def _unit_in(words: str, counts: bool = False) -> Unit | None:
    """The measure in parentheses: "Diện tích (ha)"; with `counts` any noun too: "Dân số (người)"."""
    for inside in re.findall(r"\(([^()]+)\)", words):
        unit = parse_unit(re.sub(r"^(?:đvt|đơn vị(?: tính)?)\s*:\s*", "", inside.strip(), flags=re.IGNORECASE))
        if unit is not None and (unit.measured or (counts and not inside.isupper() and _names(inside))):
            return unit
    return None


def _counted_in(words: str) -> Unit | None:
    """What a heading says is counted: "Số hộ nghèo" counts hộ, "Tổng số lao động" lao động; "Số tiền" says nothing."""
    found = _NUMBER_OF.match(words)
    if found is None:
        return None
    tokens = tokenise(canonical(words[found.end() :]))
    return read_unit(tokens, 0) if is_known(tokens, 0) else None


def _bare_heading(part: str, ratio: bool) -> str:
    """A heading without the unit in parentheses, an "of which" and, but for a comparison, the year that it ends with."""
    words = _UNIT_ASIDE.sub("", part) if _unit_in(part, counts=True) else part
    words = _OF_WHICH.sub("", words)
    return words if ratio else _ITS_YEAR.sub("", words)


def _is_year(words: str) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", words.strip()))


def _plain(value: Decimal) -> Decimal:
    return value.to_integral_value() if value == value.to_integral_value() else value.normalize()
