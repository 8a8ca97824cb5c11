"""In what a thing is told: a share in %, a budget in đồng, a yield in tạ/ha, from the words of the question alone.

A logistic regression over the words and the pairs of words of a question (multinomial, Hosmer and Lemeshow 2000, ch. 8),
fitted on the training questions by `python -m scripts.fit_dimensions`; its weights are `dimensions.tsv`.
"""

from __future__ import annotations

import math
from functools import cache, lru_cache
from pathlib import Path

from plans.units import parse_unit
from reader.lexicon.terms import terms_of

TABLE = Path(__file__).with_name("dimensions.tsv")
DIMENSIONS = ("share", "money", "money each", "area", "mass", "yield", "length", "volume", "power", "time", "count")
BIAS = "*"
"""The row of the table that counts for every question."""
_SPREAD = 4.0
"""How much less likely, as a logarithm, is as unlikely as can be."""
_UNITS = {
    "share": "%, ‰, điểm %, điểm",
    "money": "đồng, USD, euro, yên Nhật, nhân dân tệ, bảng Anh, won",
    "area": "ha, m2, km2",
    "mass": "tấn, tạ, yến, kg, g",
    "length": "km, m, cm, mm, hải lý",
    "volume": "m3, lít",
    "power": "kW, MW, MWp, GW, kWh, MWh, GWh, kV, kVA, MVA",
    "time": "tuổi, tháng tuổi, ngày tuổi, tháng, ngày, ngày làm việc, giây, phút, giờ, tuần, quý, năm",
}
_ALIKE = frozenset("năm tháng ngày người hộ khẩu nhà".split()) | {"lao động", "học sinh"}
"""Per each of these a thing is told as it is without: "thu nhập bình quân" in đồng and in đồng/người/năm."""
_BY_UNIT = {unit: name for name, units in _UNITS.items() for unit in units.split(", ")}


def dimension_of(unit: str | None) -> str | None:
    """The dimension of a unit in the spelling of `plans.units`; None where the number has none."""
    if not unit:
        return None
    first, _, per = unit.partition("/")
    name = _BY_UNIT.get(first, "count")
    each = {"money": "money each", "mass": "yield"}
    return each.get(name, name) if per and per.split("/")[0] not in _ALIKE else name


def is_measured(asked: str | None) -> bool:
    """Whether the words behind "bao nhiêu" begin with a measure: tấn, ha, %."""
    wanted = parse_unit(asked) if asked else None
    return wanted is not None and wanted.measured


def asked_in_another(asked: str | None, unit: str | None) -> bool:
    """Whether `asked`, the words behind "bao nhiêu", begin with a measure (tấn, ha, %) and `unit` is of another dimension;
    per each of something (tạ/ha) is no other."""
    wanted = parse_unit(asked) if asked else None
    if wanted is None or not wanted.measured or not unit:
        return False
    return dimension_of((wanted.name or "").partition("/")[0]) != dimension_of(unit.partition("/")[0])


def words_of(question: str) -> frozenset[str]:
    """The terms of a question that hold no number."""
    return frozenset(term for term in terms_of(question) if not any(word[0].isdigit() for word in term.split("_")))


def told_in(question: str, unit: str | None) -> float:
    """How likely the answer is told in such a unit beside the likeliest: 0 as likely, -1 unlikely; 0 without a unit."""
    name = dimension_of(unit)
    if name is None:
        return 0.0
    scores = _scores(question)
    behind = scores[DIMENSIONS.index(name)] - max(scores)
    return max(-1.0, behind / _SPREAD)


@lru_cache(maxsize=256)
def _scores(question: str) -> tuple[float, ...]:
    table = _table()
    rows = [table[BIAS], *(table[term] for term in words_of(question) if term in table)]
    return tuple(math.fsum(column) for column in zip(*rows, strict=True))


@cache
def _table() -> dict[str, tuple[float, ...]]:
    lines = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()[1:])
    return {term: tuple(map(float, weights)) for term, *weights in lines}
