"""Administrative units (đơn vị hành chính) and how their names are written.

Until 30 June 2025 Vietnam had provinces, districts and communes; since 1 July 2025 it has provinces and communes only. A
`Place` is one unit over the time that it had one name and one level: a thị xã raised to thành phố is two places, linked.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from plans.document import Span
from plans.text import canonical, fold

Level = Literal["tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu"]
Tier = Literal["province", "district", "commune"]

TIERS: dict[str, tuple[Tier, ...]] = {
    "tỉnh": ("province",),
    "thành phố": ("province", "district"),
    "huyện": ("district",),
    "quận": ("district",),
    "thị xã": ("district",),
    "xã": ("commune",),
    "phường": ("commune",),
    "thị trấn": ("commune",),
    "đặc khu": ("commune",),
}
_LEVEL_FIRST = sorted(TIERS, key=len, reverse=True)
_WORD = re.compile(r"[^\W_]+")
_FINAL_Y = re.compile(r"\b(qu|[bcdghklmnprstvx]{1,2})y\b")
_HIGHLAND = re.compile(r"\b([đlp])[aăắ]k\b")  # Đắk, Đăk and Đak Glei; Đắk Lắk
_FINAL_Y_TONED = re.compile(r"\b(qu|[bcdđghklmnprstvx]{1,2})([yýỳỷỹỵ])\b")
_Y_TO_I = dict(zip("yýỳỷỹỵ", "iíìỉĩị", strict=True))


@dataclass(frozen=True, slots=True)
class Place:
    """One unit; `valid_from`/`valid_to` are inclusive days, None where unknown or still in force.

    `successors` are the ids of the units that took over its area, in whole or in part; `predecessors` the reverse.
    """

    place_id: str
    name: str
    level: Level
    parent_id: str | None
    valid_from: date | None
    valid_to: date | None
    successors: tuple[str, ...] = ()
    predecessors: tuple[str, ...] = ()

    @property
    def long_name(self) -> str:
        return f"{self.level} {self.name}"

    @property
    def tier(self) -> Tier:
        tiers = TIERS[self.level]
        return tiers[0] if self.parent_id is None else tiers[-1]

    def existed(self, on: date) -> bool:
        """Whether the unit was in force on that day, as far as is known."""
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place as a text names it.

    `name` is a long name ("thị xã Cai Lậy") or, where the text gives no level, the bare name ("Cai Lậy"; `level` None).
    `candidates` are all the units it may be, narrowed by the places named beside it; empty when the gazetteer has none.
    `folded`: it was typed without accents, and `alternatives` are the other names that the same letters may stand for.
    """

    span: Span
    name: str
    level: Level | None
    candidates: tuple[Place, ...] = ()
    folded: bool = False
    alternatives: tuple[str, ...] = ()


def split_long_name(name: str) -> tuple[Level | None, str]:
    """`split_long_name("thị xã Cai Lậy") == ("thị xã", "Cai Lậy")`; the level is None where the name has none."""
    lowered = canonical(name).lstrip()
    for level in _LEVEL_FIRST:
        if lowered.startswith(level + " "):
            return level, " ".join(name.split())[len(level) + 1 :]  # type: ignore[return-value]
    return None, " ".join(name.split())


@functools.lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """Accented key under which two spellings of one name are equal: "Mỹ Quí" and "Mỹ Quý", "Thuỷ" and "Thủy"."""
    words = _HIGHLAND.sub(r"\1ắk", " ".join(_WORD.findall(canonical(name))))
    return _FINAL_Y_TONED.sub(lambda found: found.group(1) + _Y_TO_I[found.group(2)], words)


def folded_key(name: str) -> str:
    """The same without accents: `folded_key("Mỹ Quý") == "mi qui"`."""
    return _FINAL_Y.sub(r"\1i", " ".join(_WORD.findall(fold(name))))


def numbered(name: str) -> str:
    """A numbered unit without its leading zero: "phường 05" is "phường 5"."""
    return name.lstrip("0") or "0" if name.isdigit() else name
