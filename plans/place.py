"""The gazetteer: every unit before and since July 2025, found by name, and how two places are related.

A name is never resolved to one silent guess: "Cai Lậy" is a thị xã, a huyện and, since 2025, a phường. Data and licences:
data/gazetteer/NOTICE.md.
"""

from __future__ import annotations

import functools
import gzip
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Literal

from plans.admin_units import TIERS, Level, Place, PlaceMention, Tier, folded_key, name_key, split_long_name
from plans.place_mentions import MentionFinder

__all__ = ["TWO_LEVELS", "Gazetteer", "Level", "Place", "PlaceMention", "Relation", "Tier"]

Relation = Literal["same", "inside", "contains", "successor", "predecessor", "other", "unknown"]
_AMBIGUOUS = 4  # units of one name; with more, a merger of one of them says nothing about the one that is meant
_PRECEDENCE: tuple[Relation, ...] = ("same", "inside", "contains", "successor", "predecessor")
TWO_LEVELS = date(2025, 7, 1)
"""The day on which districts ended and the communes of today began."""
DATA = Path(__file__).resolve().parent.parent / "data" / "gazetteer"


class Gazetteer:
    """Use `Gazetteer.load()`; one instance is shared and safe for threads.

    `rows` are the columns of units.tsv: id, level, name, parent, from, to, successors, folded name.
    """

    def __init__(self, rows: list[list[str]], aliases: Iterable[tuple[str, str]], ordinary: Iterable[str]) -> None:
        self._rows = {row[0]: row for row in rows}
        self._before: dict[str, list[str]] = {}
        for row in rows:
            if row[6]:
                for successor in row[6].split(","):
                    self._before.setdefault(successor, []).append(row[0])
        self._by_name: dict[str, list[str]] = {}
        for row in rows:
            self._by_name.setdefault(row[7], []).append(row[0])
        self._places: dict[str, Place] = {}
        self._reached: dict[str, dict[str, bool]] = {}
        self._finder = MentionFinder(self._by_name, self.place, dict(aliases), frozenset(ordinary), self.narrow)

    @classmethod
    @functools.cache
    def load(cls) -> Gazetteer:
        """The gazetteer that ships with the project."""
        with gzip.open(DATA / "units.tsv.gz", "rt", encoding="utf-8") as file:
            rows = [line.split("\t") for line in file.read().splitlines()]
        aliases = [line.split("\t")[:2] for line in _lines(DATA / "aliases.tsv")]
        return cls(rows, [(alias, name) for alias, name in aliases], _lines(DATA / "ordinary.txt"))

    def place(self, place_id: str) -> Place:
        """The unit of that id; KeyError when there is none."""
        if place_id not in self._places:
            key, level, name, parent, start, end, successors, _ = self._rows[place_id]
            self._places[place_id] = Place(
                key,
                name,
                level,  # type: ignore[arg-type]
                parent or None,
                date.fromisoformat(start) if start else None,
                date.fromisoformat(end) if end else None,
                tuple(successors.split(",")) if successors else (),
                tuple(self._before.get(key, ())),
            )
        return self._places[place_id]

    def units(self, level: Level) -> list[Place]:
        """Every unit of that level, now or before, in the order of the data."""
        return [self.place(key) for key, row in self._rows.items() if row[1] == level]

    def places(self) -> Iterator[Place]:
        """Every unit, in no particular order."""
        return (self.place(one) for one in self._rows)

    def mentions(self, text: str, familiar: frozenset[str] = frozenset()) -> list[PlaceMention]:
        """The places that `text` (NFC) names, in order, spans not overlapping; accents may be missing.

        `familiar` are folded names of communes that are known to be spoken of, and found in lower case, too ("an hữu có mấy
        hộ nghèo").
        """
        return self._finder.find(text, familiar)

    def resolve(self, long_name: str) -> tuple[Place, ...]:
        """Every unit of that name, now or before: "thị xã Cai Lậy", bare "Cai Lậy", or "xã Lê Hồng, huyện Thanh Miện"."""
        first, *above = [part for part in long_name.split(",") if part.strip()] or [""]
        level, name = split_long_name(first)
        key = name_key(name)
        found = [self.place(one) for one in self._by_name.get(folded_key(name), ())]
        places = tuple(p for p in found if name_key(p.name) == key and level in (None, p.level))
        for part in above:
            holders = {p.place_id for p in self.resolve(part)}
            places = tuple(p for p in places if holders & self._above(p.place_id)) if holders else places
        return places

    def spelled_like(self, name: str) -> tuple[Place, ...]:
        """Every unit whose name, without its level, has the same letters, accents apart."""
        return tuple(self.place(one) for one in self._by_name.get(folded_key(name), ()))

    def narrow(self, inner: tuple[Place, ...], outer: tuple[Place, ...]) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
        """Keep the candidates of two places named side by side that lie one in the other; both unchanged if none do."""
        above = {p.place_id: self._above(p.place_id) for p in inner}
        held = tuple(o for o in outer if any(o.place_id in ids for ids in above.values()))
        if not held:
            return inner, outer
        ids = {o.place_id for o in held}
        return tuple(p for p in inner if above[p.place_id] & ids), held

    def near(self, units: tuple[Place, ...], others: tuple[Place, ...]) -> tuple[Place, ...]:
        """Those of `units` that lie in a province in which one of `others` lies, then or later; all of them if none do."""
        reached = {one for other in others for one in self._reach(other.place_id)}
        provinces = {one for one in reached if self.place(one).tier == "province"}
        return tuple(unit for unit in units if provinces & self._reach(unit.place_id).keys()) or units

    def relation(self, asked: str | PlaceMention, given: str | PlaceMention, on: date | None = None) -> Relation:
        """What `given` is to `asked`: "inside" when it lies in it, "successor" when it was made from it.

        `on` is the day on which `given` was written: a text of 2024 that names tỉnh Vĩnh Long means the province of that
        time, not the one of today, which was made from Bến Tre as well.

        Ambiguous names get the closest relation that any two of their units have. A bare name is "same" as any level of
        that name; the same name at two stated levels (huyện and thị xã Cai Lậy) is "other", or successor and predecessor
        where one became the other. "unknown" when the gazetteer cannot tell.
        """
        (level_a, name_a, units_a), (level_g, name_g, units_g) = self._read(asked), self._read(given)
        if on is not None:
            units_g = tuple(place for place in units_g if place.existed(on)) or units_g
        named_alike = name_key(name_a) == name_key(name_g) or (not units_a and folded_key(name_a) == folded_key(name_g))
        ids_a, ids_g = {p.place_id for p in units_a}, {p.place_id for p in units_g}
        if ids_a & ids_g:
            return "same"
        if named_alike and not (ids_a and ids_g) and (level_a == level_g or None in (level_a, level_g)):
            return "same"
        found = {self._unit_relation(a, g) for a in units_a for g in units_g}
        if not named_alike and max(len(units_a), len(units_g)) > _AMBIGUOUS:  # some phường 1 was merged into some phường 2
            found -= {"successor", "predecessor"}
        if on is not None and on.year < TWO_LEVELS.year and "successor" in found and named_alike:
            found = found - {"successor"} | {"inside"}  # the commune of a district's name, while there were districts
        for relation in _PRECEDENCE:
            if relation in found:
                return relation
        if ids_a and ids_g:
            return "other"
        one_tier = level_a is not None and level_g is not None and set(TIERS[level_a]) & set(TIERS[level_g])
        if named_alike and one_tier and (ids_a or ids_g):  # a town that the gazetteer lacks, of the commune of its name
            return "predecessor" if ids_g else "successor"
        return "other" if one_tier or (named_alike and level_a and level_g) else "unknown"

    def _read(self, place: str | PlaceMention) -> tuple[Level | None, str, tuple[Place, ...]]:
        if isinstance(place, PlaceMention):
            level, name = split_long_name(place.name)
            return level, name, place.candidates
        level, name = split_long_name(place.split(",")[0])
        return level, name, self.resolve(place)

    def _unit_relation(self, asked: Place, given: Place) -> Relation:
        a, g = asked.place_id, given.place_id
        if a == g:
            return "same"
        alike = name_key(asked.name) == name_key(given.name)
        from_given, from_asked = self._reach(g), self._reach(a)
        if g in from_asked and not from_asked[g]:
            return "successor"
        if a in from_given and not from_given[a]:
            return "predecessor"
        # a new commune that carries the name of the district it was part of stands for it; a town of its time does not
        if a in from_given:
            return "successor" if alike and asked.tier == "district" and given.valid_from is not None else "inside"
        if g in from_asked:
            return "predecessor" if alike and given.tier == "district" and asked.valid_from is not None else "contains"
        return "other"

    def _reach(self, place_id: str) -> dict[str, bool]:
        """Every unit that `place_id` became (False) or lies in, then or later (True)."""
        if place_id not in self._reached:
            self._reached[place_id] = {**self._walk(place_id, back=True), **self._walk(place_id, back=False)}
        return self._reached[place_id]

    def _walk(self, place_id: str, *, back: bool) -> dict[str, bool]:
        """Follow links through time in one direction and parents upwards.

        Once lifted to a parent, time may be crossed only where the parent went over whole: into its single successor, or
        back into its single predecessor. (Quế Sơn lies in today's Đà Nẵng, which was made from two provinces; it never lay
        in the Đà Nẵng of before.)
        """
        seen: dict[str, bool] = {}
        stack = [(place_id, False)]
        while stack:
            current, lifted = stack.pop()
            if current in seen and seen[current] <= lifted:
                continue
            seen[current] = lifted
            place = self.place(current)
            if place.parent_id:
                stack.append((place.parent_id, True))
            through_time = place.predecessors if back else place.successors
            if not lifted or self._whole(place, through_time, back=back):
                stack.extend((one, lifted) for one in through_time)
        return {one: lifted for one, lifted in seen.items() if lifted or not back}

    @staticmethod
    def _whole(place: Place, through_time: tuple[str, ...], *, back: bool) -> bool:
        """Whether all of `place` went over into its successor or, back in time, came out of its predecessor: it has one
        only and began with it (its code is the predecessor's, or the day it was made is known)."""
        if len(through_time) != 1:
            return False
        return not back or place.valid_from is not None or place.place_id[1:] == through_time[0][1:]

    def _above(self, place_id: str) -> set[str]:
        return {one for one, lifted in self._reach(place_id).items() if lifted}


def _lines(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
