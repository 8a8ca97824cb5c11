"""The place a document is about."""

from __future__ import annotations

from collections import defaultdict

from plans.place import Gazetteer, PlaceMention
from plans.text import canonical

_TITLE, _ISSUER, _LEAD, _BODY = 6.0, 8.0, 2.0, 1.0
_LEAD_CHARACTERS, _READ_CHARACTERS = 700, 3_000


def places_of(title: str, issuer: str, content: str) -> tuple[str, ...]:
    """Long names: the place the document is about first, then the places named that hold it.

    A mention counts more in the title, in the name of the issuing body and in the lead than further down. A name without
    its level word is taken with the level that the text gives it elsewhere. Empty when no place is named.
    """
    gazetteer = Gazetteer.load()
    lead, body = content[:_LEAD_CHARACTERS], content[_LEAD_CHARACTERS:_READ_CHARACTERS]
    scores: dict[str, float] = defaultdict(float)
    headline = canonical(title)
    mentions: dict[str, PlaceMention] = {}
    for text, weight in ((title, _TITLE), (issuer, _ISSUER), (lead, _LEAD), (body, _BODY)):
        for mention in gazetteer.mentions(text.title() if text.isupper() else text):
            scores[mention.name] += weight
            mentions.setdefault(mention.name, mention)
    _give_levels(scores, mentions)
    if not scores:
        return ()
    ranked = sorted(scores, key=lambda name: -scores[name])
    main = ranked[0]
    for name in ranked[1:]:  # of two places in the title, "Hà Tĩnh: Huyện Đức Thọ", it is about the inner one
        inner = _bare(mentions[name])
        if inner != _bare(mentions[main]) and inner in headline and _holds(gazetteer, mentions[main], mentions[name]):
            main = name
    above = [name for name in ranked if name != main and _holds(gazetteer, mentions[name], mentions[main])]
    return (main, *above[:3])


def _give_levels(scores: dict[str, float], mentions: dict[str, PlaceMention]) -> None:
    """Count a bare "Cai Lậy" for the "thị xã Cai Lậy" that the text names most."""
    for name in [name for name, mention in mentions.items() if mention.level is None]:
        key = canonical(name)
        full = [one for one in scores if one != name and mentions[one].level and canonical(one).endswith(" " + key)]
        if full:
            scores[max(full, key=lambda one: scores[one])] += scores.pop(name)
            del mentions[name]


def _bare(mention: PlaceMention) -> str:
    return canonical(mention.name.removeprefix(mention.level or "").strip())


def _holds(gazetteer: Gazetteer, outer: PlaceMention, inner: PlaceMention) -> bool:
    return gazetteer.relation(outer, inner) == "inside"
