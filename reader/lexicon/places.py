"""The places of a document and of a question, and what the one is to the other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import pairwise

from plans.admin_units import name_key, split_long_name
from plans.document import Document, Span
from plans.place import TWO_LEVELS, Gazetteer, Place, PlaceMention
from reader.lexicon.names import CAPITAL, person_spans

_CAPITALS = re.compile(rf"\b{CAPITAL}+(?:[ \n]{CAPITAL}+)+\b")
_APART = re.compile(r"\s*[,(–-]\s*")
_READ = 60_000
"""Characters of a document in which places are looked for."""


@lru_cache(maxsize=65536)
def places_in(text: str) -> tuple[PlaceMention, ...]:
    """The places named in `text`, in capitals too, but for those inside a person's name ("Trần Trung Hiếu" is
    not xã Trung Hiếu)."""
    text = _CAPITALS.sub(lambda found: found.group().title(), text)  # of the same length
    persons = list(person_spans(text))
    return tuple(
        one
        for one in Gazetteer.load().mentions(text)
        if not any(one.span.overlaps(name) and len(one.span) < len(name) for name in persons)
    )


@lru_cache(maxsize=65536)
def spoken_of(text: str) -> tuple[PlaceMention, ...]:
    """The places named in `text` less those that only say where the one before lies: "thị xã Cai Lậy, tỉnh Tiền Giang"."""
    found = places_in(text)
    holders = {
        after
        for before, after in pairwise(found)
        if _APART.fullmatch(text, before.span.end, after.span.start) and relation(after, before) == "inside"
    }
    return tuple(one for one in found if one not in holders)


def relation(asked: PlaceMention, given: PlaceMention | str, on: date | None = None) -> str:
    """What `given`, written on the day `on`, is to `asked`; remembered by name and candidates, wherever the two stand."""
    return _relation(*_key(asked), *_key(given), on)


def written_on(document: Document) -> date | None:
    """The day of a document, or one of the year it reports on; None where that may be on either side of July 2025."""
    if document.published is not None:
        return document.published
    year = document.years[0] if document.years else None
    return date(year, 12, 31) if year is not None and year < TWO_LEVELS.year else None


def relations_of(document: Document, asked: Iterable[PlaceMention]) -> set[str]:
    """What the place that a document is about is to those `asked` about; empty where it is about none."""
    day = written_on(document)
    return {relation(one, meant(name, document), day) for one in asked for name in document.places[:1]}


def _key(place: PlaceMention | str) -> tuple[str, tuple[Place, ...] | None]:
    return (place, None) if isinstance(place, str) else (place.name, place.candidates)


@lru_cache(maxsize=65536)
def _relation(
    asked: str, units: tuple[Place, ...] | None, given: str, given_units: tuple[Place, ...] | None, on: date | None
) -> str:
    def rebuilt(name: str, candidates: tuple[Place, ...] | None) -> PlaceMention | str:
        return name if candidates is None else _mention(name, candidates)

    return Gazetteer.load().relation(rebuilt(asked, units), rebuilt(given, given_units), on)


def _mention(name: str, units: tuple[Place, ...]) -> PlaceMention:
    """A place by its name and what it may be, wherever it stands."""
    return PlaceMention(Span(0, 0), name, split_long_name(name)[0], units)


def meant(given: PlaceMention | str, document: Document) -> PlaceMention | str:
    """`given` as `document` means it: of the units of that name, those in the province of the place it is about.

    "xã Bạch Đằng" in an article on thị xã Tân Uyên is none of the communes of that name in the north.
    """
    return _meant(given, document.places)


def _meant(given: PlaceMention | str, places: tuple[str, ...]) -> PlaceMention | str:
    units = Gazetteer.load().resolve(given) if isinstance(given, str) else given.candidates
    near = _near(units, places)
    if near == units:
        return given
    return _mention(given, near) if isinstance(given, str) else replace(given, candidates=near)


@lru_cache(maxsize=65536)
def _near(units: tuple[Place, ...], places: tuple[str, ...]) -> tuple[Place, ...]:
    gazetteer = Gazetteer.load()
    if len(units) < 2 or not places:
        return units
    about = gazetteer.resolve(places[0])
    for holder in places[1:]:
        about, _ = gazetteer.narrow(about, gazetteer.resolve(holder))
    return gazetteer.near(units, about)


@lru_cache(maxsize=1024)
def of_their_time(places: tuple[PlaceMention, ...], years: tuple[int, ...]) -> tuple[PlaceMention, ...]:
    """Places of a question on years before July 2025: of each name the units of that time, where there were any. "Tỉnh Cà
    Mau năm 2022" is not the one that Bạc Liêu is part of now."""
    if not years or max(years) >= TWO_LEVELS.year:
        return places
    day = date(max(years), 12, 31)
    kept = ((one, tuple(unit for unit in one.candidates if unit.existed(day))) for one in places)
    return tuple(replace(one, candidates=units) if units else one for one, units in kept)


def narrowest(places: tuple[PlaceMention, ...]) -> tuple[PlaceMention, ...]:
    """The places asked about: "huyện Đức Thọ" of "huyện Đức Thọ, tỉnh Hà Tĩnh", whose province only says which."""
    kept = tuple(one for one in places if not any(relation(one, other) == "inside" for other in places if other is not one))
    return kept or places


def names(document: Document, asked: PlaceMention) -> bool:
    """Whether the document names the place anywhere: at the level asked for, or with no level where it gives the name none.

    "Cai Lậy" in an article that says "thị xã Cai Lậy" once is not huyện Cai Lậy.
    """
    return _named(document.text, document.places, written_on(document), asked.name, asked.candidates)


@lru_cache(maxsize=4096)
def _named(text: str, places: tuple[str, ...], on: date | None, asked: str, units: tuple[Place, ...]) -> bool:
    mentions = _named_in(text)
    level, name = split_long_name(asked)
    levels = {one.level for one in mentions if name_key(split_long_name(one.name)[1]) == name_key(name)}
    place = _mention(asked, units)
    return any(
        relation(place, _meant(one, places), on) == "same" and (level is None or one.level is not None or levels == {None})
        for one in mentions
    )


@lru_cache(maxsize=1024)
def _named_in(text: str) -> tuple[PlaceMention, ...]:
    """Every place named in it, each of one name and the same candidates once."""
    return tuple({(one.name, one.candidates): one for one in places_in(text[:_READ])}.values())
