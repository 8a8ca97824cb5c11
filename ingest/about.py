"""The place a document is about."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace

from plans.admin_units import Tier
from plans.place import Gazetteer, PlaceMention
from plans.text import canonical

_TITLE, _ISSUER, _LEAD, _BODY = 6.0, 8.0, 2.0, 1.0
_OWN_LEVEL = re.compile(
    r"\b(?:toàn|cả|của|địa bàn|UBND|HĐND|Đảng bộ)\s+(tỉnh|thành phố|thị xã|huyện|quận|thị trấn|phường|xã)\b"
    r"(?!\s+(?-i:[A-ZĐ]))(?! hội)",
    re.IGNORECASE,
)
"""A level that a text names without a name: that of the place it is about."""
_TIERS: tuple[Tier, ...] = ("province", "district", "commune")
_AS_OFTEN, _MANY = 0.5, 3
"""Share of the mentions of the first place, and how many others have it, where a text is about none of them."""
_OFTEN = 2
"""Times that a text speaks of its province without a name, at least, to be about that."""
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
    _give_levels(scores, mentions, f"{title}\n{issuer}\n{content[:_READ_CHARACTERS]}")
    if not scores:
        return ()
    ranked = sorted(scores, key=lambda name: -scores[name])
    main = ranked[0]
    if scores[main] < _ISSUER and _one_of_many(scores, [mentions[name] for name in ranked]):
        return ()
    if not _names(headline, _bare(mentions[main])) and scores[main] < _ISSUER:
        spoken = Counter(canonical(match[1]) for match in _OWN_LEVEL.finditer(content[:_READ_CHARACTERS]))
        province = _province_of(gazetteer, mentions[main])
        if province is not None and spoken["tỉnh"] >= _OFTEN and not spoken[mentions[main].level or ""]:
            return (province,)  # "của tỉnh ..., trong đó huyện A": it is about the province, which goes without saying
    for name in ranked[1:]:  # of two places in the title, "Hà Tĩnh: Huyện Đức Thọ", it is about the inner one
        inner = _bare(mentions[name])
        inner = canonical(name) if inner.isdigit() else inner  # the "2" of "phường 2" stands in every year
        beside = headline.replace(_bare(mentions[main]), "|")  # "Mỏ Cày Nam" names no "Mỏ Cày"
        if _names(beside, inner) and _holds(gazetteer, mentions[main], mentions[name]):
            main = name
    above = [name for name in ranked if name != main and _holds(gazetteer, mentions[name], mentions[main])]
    return (main, *above[:3])


def _one_of_many(scores: dict[str, float], ranked: list[PlaceMention]) -> bool:
    """Whether a text names several places of one tier about as often as the first of them: it is about none."""
    tiers = [{unit.tier for unit in one.candidates} for one in ranked]
    beside = [one for one, tier in zip(ranked, tiers, strict=True) if tier & tiers[0] and one != ranked[0]]
    return sum(scores[one.name] >= _AS_OFTEN * scores[ranked[0].name] for one in beside) >= _MANY


def _give_levels(scores: dict[str, float], mentions: dict[str, PlaceMention], text: str) -> None:
    """Count a bare "Cai Lậy" for the unit of that name that the text names most, or of whose level it speaks as its own:
    "toàn huyện" in a text on "Mù Cang Chải", which names the town of that name once."""
    spoken = Counter(canonical(match[1]) for match in _OWN_LEVEL.finditer(text))
    for name in [name for name, mention in mentions.items() if mention.level is None]:
        key = canonical(name)
        units = mentions[name].candidates
        widest = min((_TIERS.index(unit.tier) for unit in units), default=0)  # "của xã" makes no commune of a province
        options = {unit.level: unit.long_name for unit in units if unit.level in spoken and unit.tier == _TIERS[widest]}
        for one, mention in mentions.items():
            if mention.level is not None and canonical(one).endswith(f" {key}"):
                options[mention.level] = one
        if options:
            level = max(options, key=lambda one: scores.get(options[one], 0.0) + _LEAD * spoken[one])
            scores[options[level]] += scores.pop(name)
            mentions.setdefault(options[level], replace(mentions[name], name=options[level], level=level))
            del mentions[name]


def _province_of(gazetteer: Gazetteer, mention: PlaceMention) -> str | None:
    """The province in which a district or commune lies; None for a province, and where units of its name lie in several."""
    found = set()
    for unit in mention.candidates:
        while unit.parent_id is not None:
            unit = gazetteer.place(unit.parent_id)
        found.add(unit.long_name)
    return next(iter(found)) if len(found) == 1 and mention.level not in (None, "tỉnh") else None


def _bare(mention: PlaceMention) -> str:
    return canonical(mention.name.removeprefix(mention.level or "").strip())


def _names(text: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _holds(gazetteer: Gazetteer, outer: PlaceMention, inner: PlaceMention) -> bool:
    return gazetteer.relation(outer, inner) == "inside"
