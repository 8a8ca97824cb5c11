"""What stands between quotation marks or brackets is one thing: a stretch that cuts it apart is no name and no answer."""

from __future__ import annotations

from functools import lru_cache

from plans.document import Span

_CLOSING = {"“": "”", "«": "»", "(": ")", "[": "]", '"': '"'}
MARKS = "".join({*_CLOSING, *_CLOSING.values()})


@lru_cache(maxsize=4096)
def enclosures(text: str) -> tuple[Span, ...]:
    """Each pair of marks with what is between them, in the order of the closing marks; a lone mark is none."""
    found: list[Span] = []
    opened: list[tuple[str, int]] = []
    for at, character in enumerate(text):
        if any(character == _CLOSING[mark] for mark, _ in opened):
            while opened:
                mark, start = opened.pop()
                if _CLOSING[mark] == character:
                    found.append(Span(start, at + 1))
                    break
        elif character in _CLOSING:
            opened.append((character, at))
    return tuple(found)


def is_torn(text: str, span: Span) -> bool:
    """Whether `span` of `text` takes a part of what is enclosed, from its begin or to its end but not both, or one mark
    without the other."""
    for one in enclosures(text):
        inside = Span(one.start + 1, one.end - 1)
        if not span.overlaps(one) or span.contains(one):
            continue
        if not inside.contains(span):
            return True
        if (span.start == inside.start) != (span.end == inside.end):
            return True
    return False


def _longer(text: str, one: Span, other: Span) -> bool:
    """Whether a stretch has more letters than another."""
    return sum(map(str.isalpha, one.of(text))) > sum(map(str.isalpha, other.of(text)))


def without_lone_marks(text: str, span: Span) -> Span:
    """`span` without white space, nor a mark whose partner is outside, at either end; of what is enclosed it keeps no part
    that the mark cuts off: "bản Tạng" of "cũ), bản Tạng"."""
    pairs = enclosures(text)
    start, end = span.start, span.end
    for one in pairs:
        if one.start < start < one.end < end and _longer(text, Span(one.end, end), Span(start, one.end)):
            start = one.end
        elif start < one.start < end < one.end and _longer(text, Span(start, one.start), Span(one.start, end)):
            end = one.start
    while start < end and (
        text[start].isspace() or (text[start] in MARKS and not any(one.start == start and one.end <= end for one in pairs))
    ):
        start += 1
    while end > start and (
        text[end - 1].isspace()
        or (text[end - 1] in MARKS and not any(one.end == end and one.start >= start for one in pairs))
    ):
        end -= 1
    return Span(start, end)
