"""The name of an indicator, cut from the words around its quantity: verbs of reaching, times and places drop out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from ingest import label_words as patterns
from plans.document import Span
from plans.indicator import Change
from plans.text import canonical, syllables
from plans.units import is_measure

_VERB = 4  # syllables of what is done to things counted and qualified ("xây dựng 2 xã đạt chuẩn"), at most
_LONGEST = 28  # syllables; a label longer than this is cut to what is next to the quantity


def phrase(text: str, span: Span, times: Sequence[Span], places: Sequence[Span]) -> str:
    """The words of `span` on one line, Markdown stars dropped; `times` and `places` (sorted) give way to stand-ins."""
    pieces: list[str] = []
    at = span.start
    holes = [(one, patterns.TIME) for one in _within(times, span)] + [
        (one, patterns.PLACE) for one in _within(places, span)
    ]
    for hole, mark in sorted(holes):
        if hole.start < at:
            continue
        pieces += [text[at : hole.start], mark]
        at = hole.end
    pieces.append(text[at : span.end])
    return " ".join("".join(pieces).replace("*", " ").replace("#", " ").split())


def plain(words: str) -> str:
    """The label that `words` hold: without times, places, and what only leads to it or says that it is reached."""
    dateless = patterns.POINTS.sub(" ", patterns.TIMES.sub(" ", patterns.ONLY.sub(" ", words)))
    bare = patterns.GENERAL_PLACES.sub(" ", patterns.PLACES.sub(" ", dateless))
    bare = re.sub(r"\(\s*\)", " ", " ".join(bare.split()))
    bare = re.sub(r"\s+([,;)])", r"\1", bare)
    previous = None
    while bare != previous:
        previous = bare
        bare = patterns.SUBJECT.sub("", patterns.LEADING.sub("", bare))
        shorter = patterns.TRAILING.sub("", bare)
        kept = patterns.KEPT_TRAILS.search(bare)
        bare = bare if kept and len(shorter) < kept.end() else shorter
    return _balanced(bare)


def tail(words: str) -> str:
    """What follows a quantity and says what it counts, without times, places and loose ends."""
    bare = patterns.GENERAL_PLACES.sub(" ", patterns.PLACES.sub(" ", patterns.TIMES.sub(" ", words)))
    bare = " ".join(re.sub(r"\(\s*\)", " ", bare).split())
    bare = re.sub(r"^về\s+", "", patterns.OTHER_TOTAL.sub("", bare))
    return "" if patterns.NOT_OF.match(bare) else _balanced(patterns.LOOSE_END.sub("", bare))


def subject(words: str) -> str:
    """`plain` of what follows the verb that reports it: "HĐND thông qua tổng thu ngân sách" is "tổng thu ngân sách"."""
    after = plain(patterns.REPORTED.sub("", patterns.AUTHORS.sub(" ", words)))
    if measured := patterns.MEASURED_BY.match(after):
        return f"{measured['thing']}: {measured['measure']}"
    return after or ("" if patterns.ANNOUNCED.search(words) else plain(patterns.AUTHORS.sub(" ", words)))


def change_of(before: str) -> Change:
    """Whether the quantity that follows `before` is the size of a change: "tăng", "giảm 50% ..."; "giảm còn" is a level."""
    trimmed = re.sub(rf"[\s,({patterns.TIME}]+$", "", before)
    if patterns.LEVEL_AFTER.search(trimmed):
        return "level"
    for change, pattern in patterns.CHANGES:
        if pattern.search(trimmed):
            return change
    return "level"


def verb_first(before: str) -> tuple[Change, str] | None:
    """ "kiềm giảm số vụ tội phạm ... ít nhất 5%": the change named before its object, and the object."""
    lead = patterns.LEADING.sub("", before)
    match = patterns.VERB_FIRST.match(lead)
    if match is None or patterns.LEVEL_AFTER.search(lead.strip()):
        return None
    return ("decrease" if match[1].lower() == "giảm" else "increase"), lead[match.end() :]


def fulfilled(after: str) -> str | None:
    """What a share is a degree of: "126,82% chỉ tiêu Nghị quyết" gives "chỉ tiêu Nghị quyết"."""
    match = patterns.FULFILLED.match(after)
    return re.sub(r"^(?:so\s+(?:với\s+)?|của\s+)", "", match.group().strip()) if match else None


def is_attribute(label: str) -> bool:
    """ "năng suất bình quân" says what is measured, not of what."""
    return bool(patterns.ATTRIBUTE.fullmatch(label))


def thing_of(label: str) -> str:
    """What a label measures: "hồ tiêu" of "Diện tích gieo trồng: hồ tiêu", "lúa" of "diện tích lúa"; may be empty."""
    own = label.rsplit(": ", 1)[-1]
    measured = patterns.ATTRIBUTE.match(own)
    return own[measured.end() :].strip() if measured else own


def is_anaphora(label: str) -> bool:
    """ "tỷ lệ này" names what was said before."""
    return bool(patterns.ANAPHORA.match(label))


def only_values(label: str) -> bool:
    """ "thấp nhất", "đề ra" say something of what was named before, and name nothing."""
    return bool(patterns.VALUED.match(label))


def compares(label: str) -> bool:
    """ "so với cùng kỳ năm trước" names nothing."""
    return bool(patterns.COMPARISON.match(label))


def is_generic(head: str) -> bool:
    """Whether the words before a colon only announce a list: "các chỉ tiêu chủ yếu, như"."""
    trimmed = re.sub(rf"[\s,*({patterns.TIME}{patterns.PLACE})]+$", "", head)
    return not trimmed or bool(patterns.GENERIC.search(trimmed)) or len(syllables(trimmed)) > _LONGEST


def shorten(label: str) -> str:
    """Cuts a label that is too long to its last part, at a comma where one helps."""
    if len(syllables(label)) <= _LONGEST:
        return label
    parts = re.split(r",\s*", label)
    while len(parts) > 1 and len(syllables(", ".join(parts))) > _LONGEST:
        parts.pop(0)
    words = ", ".join(parts).split()
    return " ".join(words[-_LONGEST:])


def adds_nothing(whole: str, label: str, unit: str | None) -> bool:
    """Whether the whole adds nothing to the label of its part: the same words, or the same things counted."""
    words = canonical(whole)
    counted = unit is not None and not is_measure(unit) and canonical(unit) in words and canonical(unit) in canonical(label)
    return counted or canonical(label) in words or words in canonical(label)


def counted_label(own: str, unit: str, rest: str) -> str:
    """The label of a count: what is done, the noun counted, what qualifies it."""
    if rest:
        lead = own if canonical(unit) not in canonical(own) and len(syllables(own)) <= _VERB else ""
        return " ".join(part for part in (lead, unit, rest) if part)
    if canonical(unit) in canonical(own) or len(syllables(own)) >= 3 or (own and unit in patterns.CLASSIFIERS):
        return own
    return f"{own} {unit}".strip()


def is_short(own: str) -> bool:
    """Whether words after a comma are too few for a name: the end of an enumeration ("Ngư, nông, lâm nghiệp")."""
    return len(syllables(own)) <= (7 if " và " in own else 3)


def enumerates(words: str) -> bool:
    """Whether a short part after a comma goes on with a list of nouns instead of opening a clause of its own."""
    return not re.match(
        r"\s*(?:trong đó|riêng|còn|nhất là|gồm|bao gồm|đặc biệt|tổng|đạt|tăng|giảm|có|(?:sau|trước) khi)(?!\w)",
        words,
        re.IGNORECASE,
    )


def _within(spans: Sequence[Span], span: Span) -> list[Span]:
    low = bisect_left(spans, Span(span.start, span.start))
    inside = []
    while low < len(spans) and spans[low].start < span.end:
        if spans[low].end <= span.end:
            inside.append(spans[low])
        low += 1
    return inside


def _balanced(words: str) -> str:
    """Drops a parenthesis or quotation mark whose pair was cut away."""
    if words.count("(") != words.count(")"):
        words = re.sub(r"\([^()]*$|^[^()]*\)", " ", words) if words.count("(") + words.count(")") == 1 else words
        words = words.replace("(", " ").replace(")", " ") if words.count("(") != words.count(")") else words
    if (words.count("“") + words.count("”")) % 2:
        words = words.replace("“", "").replace("”", "")
    return " ".join(words.split()).strip(" ,;:.-–")
