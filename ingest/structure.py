"""Paragraphs, headings and items of a plain text.

Official documents come hard-wrapped at about 80 columns with blank lines between paragraphs; news comes one paragraph a
line. Lines are joined into units first, then each unit is classified by its numbering, its marks and what follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from plans.document import Block, BlockKind, Span
from plans.text import flatten

_TERMINAL = '.;:!?…”"»'
_WORDS = re.compile(r"[^\W_]")
_SETEXT = re.compile(r"^\s*(=+|-{3,})\s*$")
_ITEM = re.compile(r"^[*_\s]*(?:[-–—+•●▪◦*\uf0b7\uf02d\uf0a7]\s+|[oO]\s{2,})(?=\S)")
_LONE_NUMBER = re.compile(
    r"^[*_\s]*(?:(?:(?:điều|chương|mục|phần)\s+)?(?:\d{1,2}(?:\.\d{1,2})*|[IVX]+|[A-Za-zđ])\s*[.):]|"
    r"(?:điều|chương|mục|phần))[*_\s]*$",
    re.IGNORECASE,
)
_NUMBERINGS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (
        1,
        re.compile(
            r"^(?:phần|phụ lục|biểu|mẫu biểu|mẫu|phụ biểu)\s+(?:số\s+|thứ\s+)?(?:[\dIVXLC]+\b|nhất|hai|ba|tư)",
            re.IGNORECASE,
        ),
    ),
    (1, re.compile(r"^phụ lục$", re.IGNORECASE)),
    (2, re.compile(r"^chương\s+(?:[IVXLC]+|\d+)\b", re.IGNORECASE)),
    (4, re.compile(r"^(?!V/[Vv])[IVX]{1,6}\s*[.)/-]\s*\S")),
    (3, re.compile(r"^[A-ZĐ]\s*[.)]\s*(?=\D)")),
    (3, re.compile(r"^mục\s+(?:\d+|[IVXLC]+)\b", re.IGNORECASE)),
    (4, re.compile(r"^điều\s+\d{1,3}[a-zđ]?\s*[.:]?", re.IGNORECASE)),
    (7, re.compile(r"^\d{1,2}\.\d{1,2}\.\d{1,2}\.?\s*(?=[^\W\d_])")),
    (6, re.compile(r"^\d{1,2}\.\d{1,2}\.?\s*(?=[^\W\d_])")),
    (5, re.compile(r"^\d{1,2}\s*[.)]\s*(?=[^\W\d_]|[\"“(])")),
    (8, re.compile(r"^[a-zđ]\d?\s*[.)]\s+(?=\S)")),
)
_COUNTED = re.compile(
    r"^(?:điều\s+)?(?:\d{1,2}(?:\.\d{1,2})*|[IVX]+|[A-Za-zđ])\s*[.)]\s+[\"“(]?(?P<first>\w)", re.IGNORECASE
)
_DIVISION = re.compile(
    r"^(?:phần(?:\s+thứ)?|chương)\s+(?:\d{1,2}|[IVXLC]+|nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)(?:\s*[.:–-])*\s*"
    r"(?P<name>$|(?<=[.:–-]\s)\S.*|(?<=[.:–-])\S.*|(?-i:[A-ZĐÀ-Ỹ]{2}).*)",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"^(?:(?:TM|KT|TL|TUQ|Q)\s?\.\s?\S.*|(?:PHÓ\s+)?(?:CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|TRƯỞNG PHÒNG|CHÁNH VĂN PHÒNG|CHỦ NHIỆM|"
    r"TRƯỞNG BAN|CỤC TRƯỞNG|CHỦ TỌA|CHỦ TOẠ)\b[^.;:]{0,60}|\(?(?:Đã ký|đã ký|Ký tên.*)\)?)$"
)
_CAPITAL = r"[A-ZÀ-ÖØ-ÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ]"
_NAME = rf"{_CAPITAL}(?:['’]{_CAPITAL})?[a-zà-ýăđĩũơưạ-ỹ]*"  # "H'Bé" too
_WIDE_GAP = re.compile(r"[ \u00a0]{4,}|\t+")  # between two columns of a plain text
_FOOT_UNITS, _ADDRESSEE = 25, 90  # of a foot in two columns: units at most, characters of a unit on the left at most
_PERSON = re.compile(rf"^(?:[^\W\d_]\.\s?)?{_NAME}(?:\s+{_NAME}){{1,4}}\.?$")
_BYLINE = re.compile(
    rf"^(?!.{{31}})(?:[A-ZĐ]\.\s?{_NAME}|{_NAME}(?:\s+{_NAME}){{1,3}})(?:\s*[-–,]\s*{_NAME}(?:\s+{_NAME})*)?$"
)
_IN_BRACKETS = re.compile(r"^\(\d{1,2}\)\s*(?=\S)")
_BRACKETED = 9
_APPENDIX, _ARTICLE, _PLAIN = 1, 4, 4  # numbering ranks with rules of their own; _PLAIN: a heading without a number


@dataclass(frozen=True, slots=True)
class Unit:
    """Lines that belong together: a paragraph, a heading, an item. `words` is the unit on one line, marks dropped."""

    span: Span
    words: str
    bold: bool = False
    marked: int = 0  # level of a heading that the source marks as one
    listed: bool = False  # an item of a list, its mark not part of the text
    settled: bool = False  # a signature or a caption: never a heading
    titled: bool = False  # the source marks it as the title of the whole


def units(text: str, stretches: Sequence[Span]) -> list[Unit]:
    """The units of these stretches of the text, in order. Lines without a letter or digit only part them."""
    groups: list[list[Span]] = []
    underline: dict[int, int] = {}
    for stretch in stretches:
        groups.extend(_groups(text, stretch, underline))
    width = _wrap_width(text, groups)
    found: list[Unit] = []
    for group in groups:
        begin = 0
        for index in range(1, len(group) + 1):
            if index == len(group) or _parts(group[index - 1].of(text), group[index].of(text), width):
                unit = _unit(text, Span(group[begin].start, group[index - 1].end), underline)
                if width and found and _goes_on(text, found[-1], unit):
                    unit = _unit(text, Span(found.pop().span.start, unit.span.end), underline)
                found.append(unit)
                begin = index
    return found


def _goes_on(text: str, before: Unit, after: Unit) -> bool:
    """Whether a wrapped sentence goes on below a stray blank line (nothing else may stand between)."""
    between = text[before.span.end : after.span.start]
    return (
        not between.strip()
        and after.words[0].islower()
        and numbering(after.words) is None
        and before.words[-1] not in _TERMINAL + ")"
        and not is_upper(before.words)
    )


def _groups(text: str, stretch: Span, underline: dict[int, int]) -> list[list[Span]]:
    """Runs of lines without a blank one between; `underline` collects where a Markdown underline makes a heading."""
    groups: list[list[Span]] = [[]]
    at, end = stretch.start, stretch.end
    for line in text[at:end].splitlines(keepends=True):
        bare = line.strip().strip("\ufeff\u200b").strip()
        if _WORDS.search(bare):
            begin = at + line.index(bare[0])
            groups[-1].append(Span(begin, begin + len(bare)))
        else:
            if groups[-1] and (found := _SETEXT.match(line)):
                underline[groups[-1][-1].end] = 1 if found.group(1)[0] == "=" else 2
            if groups[-1]:
                groups.append([])
        at += len(line)
    return [group for group in groups if group]


def _unit(text: str, span: Span, underline: dict[int, int]) -> Unit:
    raw = span.of(text)
    marked = len(raw) - len(raw.lstrip("#")) if re.match(r"#{1,6}\s", raw) else 0
    words = flatten(raw)
    if not marked and span.end in underline and len(words) <= 200:
        marked = underline[span.end]
    bare = raw.strip()
    plain = "".join(bare.split("**")[::2])
    return Unit(span, words, bare.startswith("**") and not _WORDS.search(plain), marked)


_LONG_LINE = 40
_GOES_ON = re.compile(r"(?:[^\W\d_A-ZĐ][^\W\d_]*|,)$")
_FIGURE = re.compile(r"\d{1,3}(?:[.,]\d+)*\s?(?:%|(?:tỷ|tỉ|triệu|nghìn|ha|tấn|km|người|hộ|đồng)(?!\w))")
"""A line that begins so goes on with a long one that ends in a small word: "vốn sự nghiệp chỉ đạt" / "52,6%"."""


def _wrap_width(text: str, groups: Sequence[Sequence[Span]]) -> int:
    """The column at which the lines were cut, 0 when each line is a paragraph."""
    lengths = sorted(len(line) for group in groups for line in group)
    junctions = [(a.of(text), b.of(text)) for group in groups for a, b in pairwise(group)]
    if len(junctions) < 3:
        return 0
    width = lengths[int(0.97 * (len(lengths) - 1))]
    running = sum(after[0].islower() and before[-1] not in ".;:!?" for before, after in junctions)
    return width if width <= 140 and running >= 0.25 * len(junctions) else 0


def _parts(before: str, after: str, width: int) -> bool:
    """Whether a line end parts two units (True) or only wraps one."""
    if _LONE_NUMBER.match(before) or (width and not any(map(str.isalpha, after))):
        return False
    ended = before.rstrip("*_ ")[-1:] in _TERMINAL
    marker = bool(_ITEM.match(after)) or numbering(flatten(after)) is not None or after.startswith("#")
    if not width:
        if not (ended or marker) and len(before) >= _LONG_LINE and _GOES_ON.search(before) and _FIGURE.match(after):
            return False
        return ended or marker or not after.lstrip('*_ "“(')[:1].islower()
    if ended and marker:
        return True
    room = len(before) + 1 + len(after.split(maxsplit=1)[0]) <= width - 4
    if marker and room and (found := _ITEM.match(after)) and (_ITEM.match(before) or ended):
        return after[found.end() :].lstrip("*_ ")[:1].isupper()
    if room and not _ITEM.match(after) and (found := _COUNTED.match(flatten(after))):
        return found["first"].isupper()  # "Điều 1. Kết quả năm 2025", a heading without a full stop, ends here
    begins = after.lstrip("*_ ")[:1]
    return ended and room and before.rstrip("*_ ")[-1:] in ".;:!?" and not (begins.islower() or begins.isdigit())


def adjoin(text: str, before: Unit, after: Unit) -> bool:
    """Whether nothing (no table) stands between two units."""
    return not any(map(str.isalnum, text[before.span.end : after.span.start]))


def with_signatures(text: str, found: Sequence[Unit]) -> list[Unit]:
    """The units with each signature ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", a name) made one."""
    result: list[Unit] = []
    index = 0
    while index < len(found):
        end = index
        while end < len(found) and _OFFICE.match(found[end].words) and len(found[end].words) <= 90:
            end += 1
        whole = all(adjoin(text, above, below) for above, below in pairwise(found[index : end + 1]))
        foot = _two_column_foot(text, found, index)
        if foot > index:
            result.append(_joined(found[index : foot + 1]))
            index = foot + 1
        elif index < end < len(found) and whole and _PERSON.match(found[end].words):
            result.append(_joined(found[index : end + 1]))
            index = end + 1
        else:
            result.append(found[index])
            index += 1
    return result


def _joined(found: Sequence[Unit]) -> Unit:
    """The units of a signature as one."""
    span = Span(found[0].span.start, found[-1].span.end)
    return Unit(span, " ".join(unit.words for unit in found), settled=True)


def _two_column_foot(text: str, found: Sequence[Unit], index: int) -> int:
    """The index of the unit that ends, with the name, a foot whose addressees stand left of the signature and which
    begins at `index`; `index` itself where none does."""
    columns = _right_columns(text, found[index])
    if not any(_OFFICE.match(one) for one in columns):
        return index
    for end in range(index, min(index + _FOOT_UNITS, len(found))):
        unit = found[end]
        if end > index and not adjoin(text, found[end - 1], unit):
            break
        right = _right_columns(text, unit)
        if (right and _PERSON.match(right[-1])) or (end > index and _PERSON.match(unit.words)):
            return end
        if not right and (len(unit.words) > _ADDRESSEE or numbering(unit.words) is not None):
            break
    return index


def _right_columns(text: str, unit: Unit) -> list[str]:
    """What stands behind a wide gap on the lines of a unit."""
    lines = [_WIDE_GAP.split(line.strip()) for line in unit.span.of(text).splitlines()]
    return [columns[-1] for columns in lines if len(columns) > 1]


def numbering(words: str) -> int | None:
    """The rank of the numbering a unit begins with (smaller is further out), or None."""
    for rank, pattern in _NUMBERINGS:
        found = pattern.match(words)
        if found and (rank != _APPENDIX or len(words) <= 120):
            return rank
    return None


def is_item(raw: str) -> bool:
    return bool(_ITEM.match(raw))


def is_upper(words: str) -> bool:
    """Written in capitals: at least four letters, nearly all of them capital."""
    letters = [c for c in words if c.isalpha()]
    return len(letters) >= 4 and sum(c.isupper() for c in letters) >= 0.9 * len(letters)


def classify(text: str, found: Sequence[Unit], tables: Iterable[Span] = (), official: bool = True) -> list[Block]:
    """A block for every unit: heading (with its level), item or paragraph. `tables` are the spans of tables among them."""
    found = _with_names(text, found)
    starts = sorted(span.start for span in tables)
    ranks: list[tuple[Unit, BlockKind, int]] = []
    listed: dict[int, BlockKind] = {}  # what the last unit of each numbering was, under the present headings
    for index, unit in enumerate(found):
        coming = found[index + 1 : index + 6]
        table_next = any(unit.span.end <= start and (not coming or start < coming[0].span.start) for start in starts)
        soon = any(unit.span.end <= start and (len(coming) < 3 or start < coming[2].span.start) for start in starts)
        kind, rank = _kind(text, unit, table_next, soon, coming, official)
        number = numbering(unit.words)
        if number is not None:
            distinct = unit.bold or is_upper(unit.words)
            nested = bool(coming) and (is_item(coming[0].span.of(text)) or (numbering(coming[0].words) or 0) > number)
            plain = not (distinct or nested or table_next)
            division = _DIVISION.match(unit.words) is not None
            if kind == "heading" and plain and not division and listed.get(number) == "item":
                kind = "item"  # the last of a list of items
            listed = {one: what for one, what in listed.items() if one < number} | {number: kind}
        ranks.append((unit, kind, rank))
    used = sorted({rank for _, kind, rank in ranks if kind == "heading"})
    return [Block(kind, unit.span, used.index(rank) + 1 if kind == "heading" else 0) for unit, kind, rank in ranks]


def _with_names(text: str, found: Sequence[Unit]) -> list[Unit]:
    """The units with the name of a part or chapter joined to the line that only counts it: "Phần thứ nhất", "KẾT QUẢ"."""
    result: list[Unit] = []
    for unit in found:
        before = result[-1] if result else None
        if before is not None and _names(text, before, unit):
            span = Span(before.span.start, unit.span.end)
            result[-1] = replace(
                before, span=span, words=f"{before.words} {unit.words}", marked=before.marked or unit.marked
            )
        else:
            result.append(unit)
    return result


def _names(text: str, before: Unit, after: Unit) -> bool:
    """Whether `after` is the name of the part or chapter that `before` only counts."""
    lone = _DIVISION.match(before.words)
    distinct = after.marked or after.bold or is_upper(after.words)
    return (
        lone is not None
        and not lone["name"]
        and bool(distinct)
        and not (before.settled or before.titled or after.settled or after.titled)
        and numbering(after.words) is None
        and len(after.words) <= 200
        and not after.words.endswith((".", ";", ","))
        and adjoin(text, before, after)
    )


def _kind(
    text: str, unit: Unit, table_next: bool, soon: bool, coming: Sequence[Unit], official: bool
) -> tuple[BlockKind, int]:
    """What a unit is, and its rank as a heading. `table_next`: a table comes right after it, `soon`: a little further."""
    words = unit.words
    if unit.settled or _BYLINE.match(words):
        return "paragraph", 0
    rank = numbering(words)
    dashed = unit.listed or is_item(unit.span.of(text))
    item: tuple[BlockKind, int] = ("item", 0) if rank is not None or dashed else ("paragraph", 0)
    after = coming[0] if coming else None
    if unit.marked and coming:
        return "heading", rank or min(unit.marked, _PLAIN)
    leads = soon or any(
        len(one.words) >= 60 or is_item(one.span.of(text)) or numbering(one.words) is not None for one in coming
    )
    if not leads or dashed:
        return item
    distinct = unit.bold or is_upper(words)
    longest, ends = (200, (";", ",", ".")) if rank is None else (300, (";", ","))
    if distinct and len(words) <= longest and not words.endswith(ends):
        return "heading", rank or _PLAIN
    if rank is not None:
        sibling = after is not None and not table_next and numbering(after.words) == rank
        short = len(words) <= (200 if rank <= _ARTICLE else 140)
        division = _DIVISION.match(words)
        says = _says_something(words if division is None else division["name"])
        return ("heading", rank) if short and not sibling and not says else item
    if not official and _is_subhead(words, after):
        return "heading", _PLAIN
    if after is not None and _IN_BRACKETS.match(words) and _heads_section(words, after):
        return "heading", _BRACKETED
    return item


def _says_something(words: str) -> bool:
    """Whether a numbered line is a statement and not a mere heading."""
    return words.endswith((".", ";", ",")) or bool(
        re.search(r"[^\d]: \S|[;!?] |[^\W\d]{2}\. \S|\d%|\d (?:tỷ|triệu|nghìn|đồng)\b", words)
    )


def _heads_section(words: str, after: Unit) -> bool:
    """Whether a short line counted in brackets ("(3) Quận Hà Đông") stands over text that is not counted so."""
    return len(words) <= 90 and not _says_something(words) and words[-1] != ":" and not _IN_BRACKETS.match(after.words)


def _is_subhead(words: str, after: Unit | None) -> bool:
    """A short line without a full stop above a long paragraph, as newspapers part their articles."""
    return (
        after is not None
        and 8 <= len(words) <= 90
        and words[-1] not in ".;:,!…)"
        and words[0].isupper()
        and len(after.words) >= 120
        and not re.search(r"\b(?:ảnh|Ảnh|nguồn|Nguồn|theo)\s*:", words)
    )
