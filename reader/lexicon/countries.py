"""Foreign countries, by their Vietnamese and English names: whose tourists, whose capital.

Those whose Vietnamese name is one syllable are left out: "Nga", "Đức", "Mỹ" are parts of the names of places and persons.
"""

from __future__ import annotations

import re
from functools import lru_cache

_NAMES = {
    "Nhật Bản": "Japan", "Hàn Quốc": "South Korea", "Trung Quốc": "China", "Hoa Kỳ": "United States", "Đài Loan": "Taiwan",
    "Thái Lan": "Thailand", "Singapore": "Singapore", "Ấn Độ": "India", "Hồng Kông": "Hong Kong", "Malaysia": "Malaysia",
    "Indonesia": "Indonesia", "Philippines": "Philippines", "Campuchia": "Cambodia", "Hà Lan": "Netherlands",
    "Tây Ban Nha": "Spain", "Canada": "Canada", "Đan Mạch": "Denmark", "Thụy Điển": "Sweden", "Thụy Sĩ": "Switzerland",
    "Phần Lan": "Finland", "Na Uy": "Norway", "Ba Lan": "Poland", "Australia": "Australia", "Myanmar": "Myanmar",
    "Hungary": "Hungary", "Romania": "Romania",
}  # fmt: skip
_OTHERWISE = {
    "Korea": "Hàn Quốc", "USA": "Hoa Kỳ", "Hongkong": "Hồng Kông", "Hồng Công": "Hồng Kông", "Xin-ga-po": "Singapore",
    "Ma-lai-xi-a": "Malaysia", "Thụy Sỹ": "Thụy Sĩ", "Đài Bắc": "Đài Loan",
}  # fmt: skip
_FORMS = {name: name for name in _NAMES} | {english: name for name, english in _NAMES.items()} | _OTHERWISE
_ANY = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, _FORMS), key=len, reverse=True))})(?!\w)")


@lru_cache(maxsize=4096)
def countries_in(text: str) -> frozenset[str]:
    """The countries that `text` names in capitals, by their Vietnamese names."""
    return frozenset(_FORMS[match.group()] for match in _ANY.finditer(text))
