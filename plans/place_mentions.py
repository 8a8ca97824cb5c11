"""Find the places that a text names, in running text and in questions typed without accents or capitals.

One pass over the words: a dictionary from folded names to units, longest name first. Accents decide between homographs
where they are typed; where they are not, a name needs a level word, capitals, or to be unlike ordinary words.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from plans.admin_units import Level, Place, PlaceMention, folded_key, name_key, numbered, split_long_name
from plans.document import Span
from plans.place_words import (
    BODIES,
    COUNTED,
    ENGLISH,
    ENGLISH_NUMBERED,
    FAMILIES,
    LEVEL_STARTS,
    LEVELS,
    MIDDLE_NAMES,
    PARTS,
    PLURALS,
    PREPOSITIONS,
    SHORT,
    TITLES,
)
from plans.text import canonical, fold, has_accents

_TOKEN = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[ \u00a0]*\r?\n?[ \u00a0]*|\s?[-–'’]\s?")  # between two words of one name; a tab parts cells
_PLAIN_WORDS = frozenset(("quan", "xa"))
_NAME_GAP = re.compile(r"[^\S\r\n]*(?:\r?\n)?[^\S\r\n]*")  # between a level word and its name: no blank line
_ABBREVIATION_GAP = re.compile(r"\.?[ \t\u00a0]*\n?")
_CHAIN_GAP = re.compile(r"\s*(?:[,(–-]|của|thuộc|ở|tại|cua|thuoc|o|tai|in|of)?\s*(?:the\s+)?")
_COUNTERS = frozenset("I II III IV V VI A B C D".split())
_NUMBERED = re.compile(r"(?:[1-9]|[0-3][0-9])")
_GLUED = re.compile(r"([QPqp])([0-9]{1,2})")
_LONGEST = 6
_DOCUMENT_PARTS = frozenset({"bảng", "biểu", "mục", "chương", "phụ lục", "nhóm", "phần", "điều", "khoản", "hình", "mẫu"})


@functools.lru_cache(maxsize=65536)
def _folded(word: str) -> str:
    return folded_key(word)


@functools.lru_cache(maxsize=65536)
def _accented(words: str) -> bool:
    return has_accents(words)


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    raw: str
    folded: str

    @property
    def capital(self) -> bool:
        return self.raw[0].isupper() or self.raw[0].isdigit()


@dataclass(frozen=True, slots=True)
class _Match:
    stop: int  # index of the first word after the name
    rows: tuple[Place, ...]


class MentionFinder:
    """`by_name` maps folded names to unit ids, `place` an id to its unit, `aliases` other names to long names.

    `ordinary` are folded word pairs that are also names ("hoa binh", "dien bien"): typed in lower case without a level word
    they are taken for the words. `narrow` keeps the candidates of two neighbours that lie one in the other.
    """

    def __init__(
        self,
        by_name: Mapping[str, list[str]],
        place: Callable[[str], Place],
        aliases: Mapping[str, str],
        ordinary: frozenset[str],
        narrow: Callable[[tuple[Place, ...], tuple[Place, ...]], tuple[tuple[Place, ...], tuple[Place, ...]]],
    ) -> None:
        self._by_name = by_name
        self._place = place
        self._ordinary = ordinary
        self._narrow = narrow
        self._aliases: dict[str, list[tuple[str, str]]] = {}
        for alias, name in aliases.items():
            self._aliases.setdefault(folded_key(alias), []).append((alias, name))
        self._alias_starts = {key.split(" ", 1)[0] for key in self._aliases}
        self._pairs = {tuple(key.split(" ", 2)[:2]) for key in by_name}

    def find(self, text: str, familiar: frozenset[str] = frozenset()) -> list[PlaceMention]:
        """The places that `text` names. `familiar` are folded names that mean the place where they are typed in lower case
        and without a level word, too."""
        words = [
            _Word(found.start(), found.end(), found.group(), _folded(found.group())) for found in _TOKEN.finditer(text)
        ]
        reader = _Reader(self, text, words, familiar)
        return self._chained(text, reader.read())

    def rows(self, key: str) -> list[Place]:
        return [self._place(one) for one in self._by_name.get(key, ())]

    def aliases(self, key: str) -> list[tuple[str, str]]:
        return self._aliases.get(key, [])

    def starts_alias(self, folded: str) -> bool:
        return folded in self._alias_starts

    def starts_name(self, folded: str, following: str | None) -> bool:
        return (folded,) in self._pairs or (folded, following) in self._pairs

    def is_ordinary(self, key: str) -> bool:
        return key in self._ordinary

    def _chained(self, text: str, mentions: list[PlaceMention]) -> list[PlaceMention]:
        """Narrow the candidates of neighbours: "thị trấn Trung Phước, huyện Nông Sơn", "xã Lê Hồng (Thanh Miện)"."""
        for i in range(len(mentions) - 2, -1, -1):
            left, right = mentions[i], mentions[i + 1]
            if not _CHAIN_GAP.fullmatch(text, left.span.end, right.span.start):
                continue
            inner, outer = self._narrow(left.candidates, right.candidates)
            mentions[i], mentions[i + 1] = _narrowed(left, inner), _narrowed(right, outer)
        return mentions


class _Reader:
    """One pass over one text."""

    def __init__(self, finder: MentionFinder, text: str, words: list[_Word], familiar: frozenset[str]) -> None:
        self.finder, self.text, self.words, self.familiar = finder, text, words, familiar
        self.plain = text.isascii() or not any(_accented(word.raw) for word in words)  # typed without accents altogether
        capitals = sum(word.raw[0].isupper() and not word.raw.isupper() for word in words[1:])
        self.lower = not capitals
        self.hardly_capital = capitals == 1 and words[0].raw.islower()  # "triệu sơn 2023 ... dịch tả châu Phi"
        self.upper = sum(word.raw.isupper() and len(word.raw) > 1 for word in words) * 2 > len(words) and len(words) > 3

    def read(self) -> list[PlaceMention]:
        found: list[PlaceMention] = []
        i = 0
        while i < len(self.words):
            mention, stop = self._at(i)
            if mention is not None:
                found.append(mention)
                if mention.level is not None and self._plural(i):
                    more, stop = self._series(stop, mention.level)
                    found.extend(more)
            i = max(stop, i + 1)
        return found

    def _plural(self, i: int) -> bool:
        return i > 0 and (self.words[i - 1].folded in PLURALS or self.words[i - 1].raw.isdigit())

    def _several(self, i: int) -> bool:
        """The same where the number cannot be a year's: "năm" may be, and "2026" is."""
        return (
            self._plural(i)
            and self.words[i - 1].folded != "nam"
            and not (self.words[i - 1].raw.isdigit() and len(self.words[i - 1].raw) > 2)
        )

    def _series(self, i: int, level: Level) -> tuple[list[PlaceMention], int]:
        """The names that share a level word: "các xã Tứ Cường, Lê Hồng và Ngô Quyền", "quận 1, 3 và 5"."""
        found: list[PlaceMention] = []
        while i < len(self.words):
            gap = self.text[self.words[i - 1].end : self.words[i].start].strip()
            name_at = i + 1 if gap == "" and self.words[i].folded == "va" else i
            if (name_at == i and gap not in (",", ";")) or name_at >= len(self.words) or self._level(name_at):
                break
            mention, stop = self._named(name_at, name_at, level)
            if mention is None or not mention.candidates:
                break
            found.append(mention)
            i = stop
        return found, i

    def _at(self, i: int) -> tuple[PlaceMention | None, int]:
        word = self.words[i]
        levelled = self._level(i)
        if levelled is not None:
            level, name_at = levelled
            start = name_at if ":" in self.text[word.end : self.words[name_at].start] else i
            mention, stop = self._named(start, name_at, level)
            if mention is not None and not mention.candidates and name_at == start + 2 and not _accented(word.raw):
                inner, end = self._at(i + 1)  # "neu lu thi xa Phong Hoa": a known xã, and no known thị xã
                if inner is not None and inner.candidates:
                    return inner, end
            if mention is not None:
                return mention, stop
            if _accented(word.raw):  # "thị xã Phan Trần Nhật cho biết" names nobody's xã
                return None, name_at
        if word.capital or self.lower or self.hardly_capital:
            return self._bare(i)
        return None, i + 1

    # level words ---------------------------------------------------------------------------------------------------

    def _level(self, i: int) -> tuple[Level, int] | None:
        """The level word at word `i` and where its name starts. Among accents "quan" and "xa" are what they are: "tham quan
        Ninh Bình" names no quận."""
        if not self.plain and self.words[i].raw.lower() in _PLAIN_WORDS:
            return None
        words = self.words
        if words[i].folded not in LEVEL_STARTS or [word.folded for word in words[max(0, i - 2) : i]] == ["hop", "tac"]:
            return None
        for table in (BODIES, LEVELS):
            for size in (2, 1):
                if i + size >= len(words):
                    continue
                found = table.get(tuple(word.folded for word in words[i : i + size]))
                if not found or not self._says(i, i + size, found[0]) or not self._joined(i, i + size):
                    continue
                gap = self.text[words[i + size - 1].end : words[i + size].start]
                listed = gap.strip() == ":" and self._plural(i) and self._level(i + size) is None
                spaced = bool(_NAME_GAP.fullmatch(gap)) or listed
                if spaced and canonical(words[i + size].raw) != "hội":  # "xã hội" is no xã
                    return found[1], i + size
        raw = words[i].raw
        short = SHORT.get(raw.upper())
        if short and i + 1 < len(words) and self.text[: words[i].start].rstrip()[-1:] != "&":  # "Sở TT&TT Quảng Ngãi"
            gap = self.text[words[i].end : words[i + 1].start]
            dotted = gap.startswith(".")
            if _ABBREVIATION_GAP.fullmatch(gap) and (
                dotted or len(raw) > 1 or (raw.isupper() and words[i + 1].raw.isdigit())
            ):
                return short, i + 1
        return None

    def _says(self, start: int, stop: int, form: str) -> bool:
        """Whether the words are `form`, typed with its accents, or without any."""
        typed = canonical(" ".join(word.raw for word in self.words[start:stop]))
        return typed == form or (typed == fold(form) and (self.plain or not self._accented_near(stop)))

    def _accented_near(self, i: int) -> bool:
        return i < len(self.words) and _accented(self.words[i].raw)

    def _joined(self, start: int, stop: int) -> bool:
        words = self.words
        return all(
            _GAP.fullmatch(self.text, words[k].end, words[k + 1].start) and not self._counts_line(k + 1)
            for k in range(start, stop - 1)
        )

    def _counts_line(self, i: int) -> bool:
        """Whether word `i` is the "I" or "A" that begins the line below a name and counts it."""
        return self.words[i].raw in _COUNTERS and "\n" in self.text[self.words[i - 1].end : self.words[i].start]

    # names ---------------------------------------------------------------------------------------------------------

    def _longest(self, i: int, accept: Callable[[Place], bool]) -> _Match | None:
        """The longest name at word `i` of which `accept` takes a unit, accents agreeing where typed."""
        key, ends = self.words[i].folded, []
        if not self.finder.starts_name(key, self.words[i + 1].folded if i + 1 < len(self.words) else None):
            return None
        for k in range(i, min(i + _LONGEST, len(self.words))):
            if k > i and not self._joined(k - 1, k + 1):
                break
            key = f"{key} {self.words[k].folded}" if k > i else key
            ends.append((k + 1, key))
        for stop, key in reversed(ends):
            rows = tuple(p for p in self.finder.rows(key) if accept(p) and self._agrees(i, stop, p.name))
            if rows:
                return _Match(stop, rows)
        return None

    def _agrees(self, start: int, stop: int, name: str) -> bool:
        """Accents as typed are those of `name`, or none were typed."""
        typed = name_key(" ".join(word.raw for word in self.words[start:stop]))
        return typed == name_key(name) or (typed == folded_key(name) and (self.plain or not _accented(typed)))

    def _named(self, start: int, i: int, level: Level) -> tuple[PlaceMention | None, int]:
        """The mention whose level word ends before word `i`."""
        words = self.words
        if _NUMBERED.fullmatch(words[i].raw) and level in ("quận", "phường", "xã"):
            name = numbered(words[i].raw)
            known = tuple(p for p in self.finder.rows(name) if p.level == level)
            if known and not self._counted(i):
                return self._mention(start, i + 1, level, known), i + 1
            if self._counted(i):  # "ngân sách phường 3.240 triệu đồng"
                return None, start + 1
        for alias_stop, name in self._alias(i):
            alias_level, bare = split_long_name(name)
            if alias_level == level:
                rows = tuple(p for p in self.finder.rows(folded_key(bare)) if p.long_name == name)
                return self._mention(start, alias_stop, level, rows), alias_stop
        match = self._longest(i, lambda place: place.level == level)
        run = self._run(i)
        if match is not None and match.stop == i + 1 < run and words[i].raw in FAMILIES:  # "xã Phan Trần Nhật"
            return None, start + 1
        if match is not None:
            if self._numeral(match.stop) and level in ("xã", "phường"):
                return self._unknown(start, i, match.stop + 1, level, match.rows[0].name), match.stop + 1
            if run == match.stop + 1 and words[match.stop].raw in PARTS:
                return self._unknown(start, i, run, level), run
            if words[i].capital or self._rare(i, match):
                return self._mention(start, match.stop, level, match.rows), match.stop
        elsewhere = self._longest(i, lambda place: len(place.name.split()) > 1)
        if elsewhere is not None and self._several(start):  # "ba huyện Đồng Tháp": districts of the province
            return self._mention(i, elsewhere.stop, None, elsewhere.rows), elsewhere.stop
        stop = elsewhere.stop if elsewhere is not None else run
        if level != "tỉnh" and words[i].capital and self._new_name(words[i:stop]):
            return self._unknown(start, i, stop, level), stop
        return None, start + 1

    def _new_name(self, words: list[_Word]) -> bool:
        """Whether capitals after a level word can be a unit that the gazetteer lacks: no person, no acronym."""
        if not 2 <= len(words) <= 4 or any(word.raw.isupper() for word in words) or _is_document_part(words):
            return False
        return len(words) == 2 or not (words[0].raw in FAMILIES or words[1].raw in MIDDLE_NAMES)

    def _rare(self, i: int, match: _Match) -> bool:
        """Whether the words of a name in lower case are unlikely to be meant as ordinary words: "HĐND huyện thống nhất các
        chỉ tiêu" names no district where other names have their capitals."""
        key = " ".join(word.folded for word in self.words[i : match.stop])
        if not self.lower and self.finder.is_ordinary(key):
            return False
        large = any(place.tier != "commune" for place in match.rows)
        return large if match.stop - i == 1 else large or not self.finder.is_ordinary(f"xa {key}")

    def _numeral(self, i: int) -> bool:
        """Whether the number at word `i` belongs to the name before it: "phường Hoài Nhơn 6 của", not "xã An Lão 6 hộ"."""
        return i < len(self.words) and self._may_name(i) and self._joined(i - 1, i + 1) and not self._counted(i)

    def _counted(self, i: int) -> bool:
        """Whether the number at word `i` counts what follows ("phường 12 hộ") rather than names a unit."""
        after = self.text[self.words[i].end : self.words[i].end + 1]
        return after in ("/", "%") or (
            after in (",", ".") and self.text[self.words[i].end + 1 : self.words[i].end + 2].isdigit()
        )

    def _may_name(self, i: int) -> bool:
        """Whether the number at word `i` may be the last word of a name: "Hoài Nhơn 6", not "Cai Lậy 9 tháng"."""
        if not _NUMBERED.fullmatch(self.words[i].raw):
            return False
        following = self.words[i + 1] if i + 1 < len(self.words) else None
        if following is None or following.raw[0].isupper() or self.text[self.words[i].end : following.start].strip(" \t"):
            return True
        return following.folded not in COUNTED

    def _run(self, i: int) -> int:
        """Where the run of capitalised words from word `i` ends."""
        stop = i
        while stop < len(self.words) and self.words[stop].capital and (stop == i or self._joined(stop - 1, stop + 1)):
            if stop > i and self._level(stop) is not None and not self.words[stop].raw.isdigit():
                break
            if (
                stop > i
                and len(self.words[stop].raw) > 1
                and self.words[stop].raw.isupper()
                and not self.words[i].raw.isupper()
            ):
                break  # "Kim Sơn NB"
            if stop > i and self.text[self.words[stop - 1].end : self.words[stop].start].strip(" ") in ("-", "–"):
                break  # "Thuận Bắc - Sáu tháng đầu năm"; names with a dash are found whole
            if self.words[stop].raw.isdigit() and (stop == i or not self._may_name(stop)):
                break
            stop += 1
        return stop

    def _alias(self, i: int) -> Iterable[tuple[int, str]]:
        """Aliases at word `i`, longest first, as (index of the word after it, long name)."""
        if not self.finder.starts_alias(self.words[i].folded):
            return
        for stop in range(min(i + 5, len(self.words)), i, -1):
            if not all(
                self.text[a.end : b.start] in ("", " ", ".", ". ", "-", " - ")
                for a, b in zip(self.words[i:stop], self.words[i + 1 : stop], strict=False)
            ):
                continue
            key = " ".join(word.folded for word in self.words[i:stop])
            typed = self.text[self.words[i].start : self.words[stop - 1].end]
            for alias, name in self.finder.aliases(key):
                if alias.isupper() and not typed.isupper() and not (self.lower and len(alias) > 2):
                    continue
                if has_accents(typed) and name_key(typed) != name_key(alias):
                    continue
                if has_accents(alias) and not has_accents(typed) and not self.plain:
                    continue
                if alias[0].isupper() and not self.words[i].raw[0].isupper() and not self.lower:
                    continue
                yield stop, name

    def _bare(self, i: int) -> tuple[PlaceMention | None, int]:
        words = self.words
        for stop, name in self._alias(i):
            level, bare = split_long_name(name)
            rows = tuple(p for p in self.finder.rows(folded_key(bare)) if p.long_name == name)
            return self._mention(i, stop, level, rows), stop
        glued = _GLUED.fullmatch(words[i].raw)
        if glued:
            level = SHORT[glued.group(1).upper()]
            rows = tuple(p for p in self.finder.rows(numbered(glued.group(2))) if p.level == level)
            return (self._mention(i, i + 1, level, rows), i + 1) if rows else (None, i + 1)
        match = self._longest(i, lambda place: not place.name.isdigit())
        if match is None:
            return self._in_english_numbered(i)
        numeral = match.stop + 1
        after = self._english(numeral) if numeral < len(words) else None
        if after is not None and _NUMBERED.fullmatch(words[match.stop].raw):  # "Hoài Nhơn 1 ward"
            unit = self._unknown(i, i, numeral, after[0])
            return replace(unit, span=Span(unit.span.start, words[numeral].end)), numeral + 1
        english = self._english(match.stop)
        if english is not None and (words[i].capital or self.lower):
            return self._in_english(i, match, english)
        return (self._mention(i, match.stop, None, match.rows), match.stop) if self._stands(i, match) else (None, i + 1)

    def _stands(self, i: int, match: _Match) -> bool:
        """Whether a name without a level word is meant as a place."""
        words, rows = self.words[i : match.stop], match.rows
        large = any(p.tier != "commune" for p in rows)
        top = any(p.tier == "province" or p.level == "thành phố" for p in rows)
        key = " ".join(word.folded for word in words)
        if len(words) == 1 and words[0].capital and i == 0 and top and not self.upper:  # "Huế năm 2025"
            return self._run(i) == match.stop
        typed_low = self.hardly_capital and all(word.raw.islower() for word in words)
        if self.lower or self.upper or typed_low:
            after = i > 0 and (
                self.words[i - 1].folded in PREPOSITIONS
                or self.text[self.words[i - 1].end : words[0].start].strip() in ("(", ",", "-")
            )
            typed = any(_accented(word.raw) for word in words)  # accents tell "cai lậy" from other words
            placed = (top and (after or len(words) > 1)) or (
                len(words) > 1 and (key in self.familiar or (large and (after or typed or i == 0)))
            )
            return placed and not self.finder.is_ordinary(key)
        if not words[0].capital or (len(words) == 1 and not top):
            return False
        if not all(word.capital for word in words[1:]) and not (top and len(words) > 1):  # "Hà nội"
            return False
        before = self.words[i - 1] if i and self._joined(i - 1, i + 1) else None
        run = self._run(i)
        acronym = before is not None and len(before.raw) > 1 and before.raw.isupper()  # "UBND Thọ Xuân"
        inside_name = before is not None and before.raw[0].isupper() and not acronym and not self._opens(i - 1)
        if run > match.stop or inside_name or len(words) == 1:  # part of a longer name: only what is surely a place
            return top and not (inside_name and before is not None and before.raw in FAMILIES) and run <= match.stop + 1
        if large:
            return not (before is not None and canonical(before.raw) in TITLES)
        person = words[0].raw in FAMILIES or (before is not None and canonical(before.raw) in TITLES)
        return not person and not self.finder.is_ordinary(key)

    def _opens(self, i: int) -> bool:
        """Whether word `i` opens a sentence, where a capital says nothing."""
        return i == 0 or self.text[self.words[i - 1].end : self.words[i].start].strip(" ") != ""

    # English -------------------------------------------------------------------------------------------------------

    def _english(self, i: int) -> tuple[Level, ...] | None:
        if i < len(self.words) and self._joined(i - 1, i + 1):
            return ENGLISH.get(self.words[i].raw.lower())
        return None

    def _in_english_numbered(self, i: int) -> tuple[PlaceMention | None, int]:
        """ "District 1", "Ward 12"."""
        level = ENGLISH_NUMBERED.get(self.words[i].raw.lower())
        if level is None or i + 1 >= len(self.words) or not _NUMBERED.fullmatch(self.words[i + 1].raw):
            return None, i + 1
        rows = tuple(p for p in self.finder.rows(numbered(self.words[i + 1].raw)) if p.level == level)
        return (self._mention(i, i + 2, level, rows), i + 2) if rows else (None, i + 1)

    def _in_english(self, i: int, match: _Match, levels: tuple[Level, ...]) -> tuple[PlaceMention | None, int]:
        rows = tuple(p for p in match.rows if p.level in levels)
        level = rows[0].level if rows else levels[0]
        stop = match.stop + 1
        return self._mention(i, stop, level, rows or (), name=match.rows[0].name), stop

    # results -------------------------------------------------------------------------------------------------------

    def _mention(
        self, start: int, stop: int, level: Level | None, rows: tuple[Place, ...], name: str | None = None
    ) -> PlaceMention:
        span = Span(self.words[start].start, self.words[stop - 1].end)
        folded = not has_accents(span.of(self.text))
        if not rows:
            text = name or " ".join(word.raw for word in self.words[start:stop])
            return PlaceMention(span, f"{level} {text}" if level else text, level, (), folded)
        best, alternatives = _names(rows, level)
        return PlaceMention(span, best, level, rows, folded, alternatives)

    def _unknown(self, start: int, i: int, stop: int, level: Level, known: str | None = None) -> PlaceMention:
        """A unit that the gazetteer lacks; `known` is the spelling of all but its last word."""
        name = " ".join(word.raw for word in self.words[i:stop])
        name = f"{known} {self.words[stop - 1].raw}" if known else name
        span = Span(self.words[start].start, self.words[stop - 1].end)
        return PlaceMention(span, f"{level} {name}", level, (), not has_accents(span.of(self.text)))


def _is_document_part(words: list[_Word]) -> bool:
    """Whether the words name a part of a document by its number: "Bảng 1", "Phụ lục 2", "Biểu số 3"."""
    head = [canonical(word.raw) for word in words[:-1] if canonical(word.raw) != "số"]
    return words[-1].raw.isdigit() and " ".join(head) in _DOCUMENT_PARTS


_WEIGHT = {"province": 1000, "district": 30, "commune": 1}


def _names(rows: tuple[Place, ...], level: Level | None) -> tuple[str, tuple[str, ...]]:
    """The likeliest name of the candidates, and the other names that differ from it by more than spelling."""
    weights: dict[str, int] = {}
    for place in rows:
        known = place.name if level is None else place.long_name
        weights[known] = weights.get(known, 0) + _WEIGHT[place.tier]
    best, *others = sorted(weights, key=lambda one: -weights[one])
    return best, tuple(one for one in others if name_key(one) != name_key(best))


def _narrowed(mention: PlaceMention, rows: tuple[Place, ...]) -> PlaceMention:
    if rows == mention.candidates or not rows:
        return mention
    best, alternatives = _names(rows, mention.level)
    return replace(mention, name=best, candidates=rows, alternatives=alternatives)
