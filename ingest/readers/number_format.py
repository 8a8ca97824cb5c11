"""Spreadsheet values as the sheet shows them, written the Vietnamese way: 0.0063 under "0.00%" is "0,63%".

Number formats: ECMA-376 part 1, section 18.8.30. Handled: sections by sign, digits and decimals, thousands, scaling by
commas, percent, literal text, dates. A format that cannot be followed (fractions) shows the plain number.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

_LITERAL = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]')
_SPACED = re.compile(r'(?<=[#0?])(?:\\?[ \u00a0]|"[ \u00a0]")(?=[#0?]{3}(?![#0?]))')
_DIGITS = re.compile(r"(?:[#0?][#0?,]*(?:\.[#0?]*)?|\.[#0?]+),*")
_ERRORS = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"})


def shown(value: object, number_format: str = "General") -> str:
    """What a cell shows; "" for an empty cell and for an error value."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Đúng" if value else "Sai"
    if isinstance(value, datetime | date | time | timedelta):
        return _moment(value, number_format)
    if isinstance(value, int | float | Decimal):
        return _number(value, number_format)
    words = str(value)
    return "" if words in _ERRORS else words


def _moment(value: date | time | timedelta, number_format: str) -> str:
    if isinstance(value, timedelta):
        hours, seconds = divmod(int(value.total_seconds()), 3600)
        return f"{hours}:{seconds // 60:02d}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    bare = _LITERAL.sub("", number_format).lower()
    if "y" in bare and "d" not in bare:
        return f"{value:%m/%Y}" if "m" in bare else f"{value:%Y}"
    clock = f"{value:%H:%M} " if isinstance(value, datetime) and (value.hour or value.minute) else ""
    return f"{clock}{value:%d/%m/%Y}"


def _number(value: int | float | Decimal, number_format: str) -> str:
    try:
        number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    except InvalidOperation:
        return ""
    if not number.is_finite():
        return ""
    sections = re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', number_format)
    section, number = _section(sections, number)
    if "/" not in section:
        section = _SPACED.sub(",", section)  # thousands parted by spaces
    template, literals = _template(section)
    found = _DIGITS.search(template)
    if found is None:
        if not template.strip() or "General" in template or "@" in template:
            return _insert(template, literals, _plain(number))
        return _insert(template, literals, "")
    if "/" in template or re.search(r"[eE][+-]", template):
        return _plain(number)
    pattern = found.group()
    percent = template.count("%")
    number *= Decimal(100) ** percent
    scale = len(pattern) - len(pattern.rstrip(","))
    number /= Decimal(1000) ** scale
    pattern = pattern.rstrip(",")
    whole, _, decimals = pattern.partition(".")
    digits = _digits(number, whole, decimals)
    return _insert(template[: found.start()] + "\x00" + template[found.end() :], literals, digits)


def _section(sections: list[str], number: Decimal) -> tuple[str, Decimal]:
    """The section of the format that the number's sign selects; the sign is dropped where its section writes it."""
    if len(sections) >= 3 and number == 0:
        return sections[2], number
    if len(sections) >= 2 and number < 0:
        return sections[1], -number
    return sections[0], number


def _template(section: str) -> tuple[str, list[str]]:
    """The section with its literal texts taken out, each replaced by a private-use character."""
    literals: list[str] = []

    def keep(found: re.Match[str]) -> str:
        words = found.group(1) or found.group(2) or ""
        currency = re.fullmatch(r"\[\$([^\]-]+)(?:-[^\]]*)?\]", found.group())
        words = currency.group(1) if currency else words
        if not words:
            return ""
        literals.append(words)
        return chr(0xE000 + len(literals) - 1)

    return _LITERAL.sub(keep, section), literals


def _insert(template: str, literals: list[str], digits: str) -> str:
    if "\x00" in template:
        filled = template.replace("\x00", digits)
    else:
        filled = re.sub("General|@", digits, template) if re.search("General|@", template) else template + digits
    for index, words in enumerate(literals):
        filled = filled.replace(chr(0xE000 + index), words)
    return filled.strip()


def _digits(number: Decimal, whole: str, decimals: str) -> str:
    least = len(decimals.rstrip("#?"))
    rounded = number.quantize(Decimal(1).scaleb(-len(decimals)), rounding=ROUND_HALF_UP)
    sign = "-" if rounded < 0 else ""
    before, _, after = f"{abs(rounded):f}".partition(".")
    while len(after) > least and after.endswith("0"):
        after = after[:-1]
    before = before.zfill(whole.replace(",", "").count("0")) if "0" in whole else before.lstrip("0")
    if "," in whole and before:
        before = f"{int(before or 0):,}".replace(",", ".").rjust(len(before), "0")
    return f"{sign}{before or '0'},{after}" if after else f"{sign}{before}"


def _plain(number: Decimal) -> str:
    """A number under "General": up to 11 significant digits, as spreadsheets show it."""
    if number == number.to_integral_value():
        return f"{number.quantize(Decimal(1)):f}" if abs(number) < Decimal(10) ** 27 else f"{number:E}"
    rounded = Decimal(f"{number:.11g}")
    return f"{rounded.normalize():f}".replace(".", ",")
