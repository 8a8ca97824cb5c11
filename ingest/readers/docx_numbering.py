"""The automatic numbers of Word lists ("I.", "1.", "a)"), which are not part of a paragraph's text.

Numbering definitions: ECMA-376 part 1, section 17.9.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    template: str
    start: int


class Numbering:
    """Counts list paragraphs of one document in reading order; ask `label` once for every paragraph."""

    def __init__(self, document: Any) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._abstract: dict[str, str] = {}
        self._restarts: dict[tuple[str, int], int] = {}  # where a list that shares its levels begins to count anew
        self._of_style: dict[str, Any] = {
            style.get(qn("w:styleId")): style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            for style in document.styles.element.iter(qn("w:style"))
        }
        part = next((rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/numbering")), None)
        if part is None or not hasattr(part, "element"):
            return
        for abstract in part.element.iter(qn("w:abstractNum")):
            levels = {int(one.get(qn("w:ilvl"), 0)): _level(one) for one in abstract.iter(qn("w:lvl"))}
            self._levels[abstract.get(qn("w:abstractNumId"), "")] = levels
        for number in part.element.iter(qn("w:num")):
            target = number.find(qn("w:abstractNumId"))
            if target is not None:
                self._abstract[number.get(qn("w:numId"), "")] = target.get(qn("w:val"), "")
            for override in number.iter(qn("w:lvlOverride")):
                start = override.find(qn("w:startOverride"))
                if start is not None and (value := start.get(qn("w:val"), "")).isdigit():
                    self._restarts[number.get(qn("w:numId"), ""), int(override.get(qn("w:ilvl"), 0))] = int(value)

    def label(self, paragraph: Any) -> str:
        """What Word prints in front of this `w:p` element: "1.", "a)", "-" for a bullet, "" outside lists."""
        properties = paragraph.find(qn("w:pPr"))
        chosen = properties.find(qn("w:numPr")) if properties is not None else None
        style = properties.find(qn("w:pStyle")) if properties is not None else None
        if chosen is None and style is not None:
            chosen = self._of_style.get(style.get(qn("w:val")))
        if chosen is None:
            return ""
        number, depth = chosen.find(qn("w:numId")), chosen.find(qn("w:ilvl"))
        chosen_list = number.get(qn("w:val"), "") if number is not None else ""
        key = self._abstract.get(chosen_list, "")
        at = int(depth.get(qn("w:val"), 0)) if depth is not None else 0
        level = self._levels.get(key, {}).get(at)
        if level is None:
            return ""
        counts = self._counts[key]
        restart = self._restarts.pop((chosen_list, at), None)
        counts[at] = restart if restart is not None else counts.get(at, level.start - 1) + 1
        for deeper in [one for one in counts if one > at]:
            del counts[deeper]
        if level.form == "bullet":
            return "-"
        return re.sub(r"%(\d)", lambda found: self._written(key, int(found.group(1)) - 1), level.template)

    def _written(self, key: str, at: int) -> str:
        level = self._levels[key].get(at)
        return _written(self._counts[key].get(at, level.start), level.form) if level else ""


def _level(element: Any) -> _Level:
    def value(tag: str, default: str) -> str:
        found = element.find(qn(tag))
        return str(found.get(qn("w:val"), default)) if found is not None else default

    start = value("w:start", "1")
    return _Level(value("w:numFmt", "decimal"), value("w:lvlText", ""), int(start) if start.isdigit() else 1)


def _written(count: int, form: str) -> str:
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(ord("A") + (count - 1) % 26)
        return letter if form == "upperLetter" else letter.lower()
    if form in ("upperRoman", "lowerRoman"):
        written, left = "", min(count, 89)
        for worth, letters in _ROMAN:
            times, left = divmod(left, worth)
            written += letters * times
        return written if form == "upperRoman" else written.lower()
    if form == "none":
        return ""
    return f"{count:02d}" if form == "decimalZero" else str(count)
