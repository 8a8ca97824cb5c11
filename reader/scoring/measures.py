"""In what a figure is told, and whether what is asked about is told so."""

from __future__ import annotations

import re

from plans.text import canonical, fold, syllables
from plans.tokens import tokenise
from plans.units import Unit, is_known, is_measure, parse_unit
from reader.contrasts.counted import of_two_sorts
from reader.evidence.candidates import Candidate
from reader.lexicon.dimensions import asked_in_another, dimension_of, is_measured, told_in
from reader.questions.question import Question
from reader.questions.question_words import CONNECTIVES
from retriever.abbreviations import spell_out

_DIGITS = re.compile(r"\d+")
_BEHIND = 14
"""Characters between a number and the end of its unit."""


# What the size of a thing is told in, by its folded name: how the unit begins, and what it is for each of, if anything.
_SIZES: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (re.compile(r"\bnang suat\b|\byields?\b"), re.compile(r"(tan|ta|kg|tan thoc)\s*/")),
    (re.compile(r"\bsan luong\b|\boutput\b"), re.compile(r"(?:(?:nghin|trieu) )?(?:tan|ta|kg|lit|m3)(?![\w/])")),
    (
        re.compile(r"\bdien tich\b|\barea\b"),
        re.compile(r"(?:(?:nghin|trieu) )?(?:ha|hec ?ta|k?m2|k?m²|met vuong)(?![\w/])"),
    ),
    (
        re.compile(r"\b(?:dan so|so dan|nhan khau)\b|\bpopulation\b"),
        re.compile(r"(?:(?:nghin|trieu) )?(?:nguoi|dan|nhan khau)\b"),
    ),
)
_COUNTED = re.compile(r"\b(?:bao nhiêu|mấy)\s+(\S+(?:\s+\S+){0,2})")
"""The words behind "bao nhiêu", digits of "km2" included."""
_GROWN = frozenset("rừng đất lúa ngô sắn mía chè rau cỏ lạc".split())
"""What is told by its area or weight without being asked so: "trồng được bao nhiêu rừng?"."""
_STARS = re.compile(r"\bsao\b")
_IN_DOLLARS = re.compile(r"\b(?:đô la|đô-la|đôla|usd|dollars?)\b|\$")
_POPULATION = re.compile(r"\b(?<!điều tra )dân số\b")
_HEIGHT_ASKED = re.compile(r"\b(?:cao|sâu|dày) (?:bao nhiêu|mấy)\b|\bhow (?:high|tall|deep|thick|wide)\b")
"""What is told in metres."""
_UP_OR_DOWN = re.compile(r"\b(?:tăng|lên) (?:hay|hoặc) (?:giảm|xuống) (?:bao nhiêu|mấy)\b")
_NEXT_COUNTED = re.compile(r"(?:[,;(]|\bvà\b)\s*(?:và\s+|hơn\s+|gần\s+|trên\s+|khoảng\s+)?\d")
"""Where another figure begins: "17 doanh nghiệp, 11 hợp tác xã"."""
_NO_MONEY = frozenset(("area", "mass", "yield", "length", "volume", "power"))
"""Dimensions in which no budget, income or price is told."""
_AUXILIARY = re.compile(r"\b(?:does|did|will|do|has|have|is|are|was|were|can|should)\b")
"""Where the noun that is counted ends in English: "how many jobs does ..."."""
_SUM = re.compile(r"\b(?:tổng (?:số )?(?:vốn|mức|kinh phí|thu|chi|nợ|tiền)|total)\b")
_PER_HEAD = re.compile(r"\b(?:đầu người|mỗi người|một người)\b")
_MOST_PER_HEAD = 10**10
"""Đồng that one person may earn or make in a year, and no province."""
_POINTS_ASKED = re.compile(r"\b(?:bao nhiêu|mấy) điểm(?: phần trăm| %)")


def unit_match(question: Question, candidate: Candidate) -> float:
    """Whether the noun that is counted ("bao nhiêu lao động") stands in the quantity's unit or right after the number, or
    the unit is one in which such things are told ("diện tích" in ha)."""
    if question.wanted != "quantity" or candidate.quantity is None:
        return 0.0
    unit = fold(spell_out(candidate.quantity.unit or "")).lower().strip()
    if not question.unit:
        return _size_match(question, unit)
    behind, *_ = _NEXT_COUNTED.split(candidate.unit.document.text[candidate.span.end : candidate.span.end + 40])
    after = fold(f"{candidate.short} {behind}")
    if question.english:  # English nouns do not stand beside Vietnamese numbers, "ha" and "km" do
        named = _AUXILIARY.split(question.unit)[0].split()
        beside = syllables(f"{unit} {after}")[:8]
        return 1.0 if named and named[0] in beside else 0.0
    asked = [word for word in question.unit.split() if word not in CONNECTIVES]
    if not asked:
        return 0.0
    if candidate.unit.kind == "row":  # the row's label says what is counted
        return 1.0 if asked[0] in candidate.levels[0].terms else -0.2
    if re.search(rf"/\s*{re.escape(asked[0])}\b", unit):
        return -0.5  # "30 tấn/ha" is not so many ha
    words = syllables(f"{unit} {after} {candidate.column}")
    if asked[0] not in words[:8]:
        return -0.5
    first, *further = unit.split() or [""]
    if asked[0] in further and first != asked[0] and asked[2:3] and asked[2] not in words[:10]:
        return -0.5  # "tổ hợp tác" is no "hợp tác xã"
    return 1.0 if len(asked) == 1 or asked[1] in words[:9] else 0.5


def dimension_match(question: Question, candidate: Candidate) -> float:
    """0 when what is asked is told in such a unit as the candidate's, down to -1 when it is told in others."""
    if question.wanted != "quantity" or candidate.quantity is None or question.carried:
        return 0.0
    return told_in(question.text, candidate.quantity.unit)


def in_another_measure(question: Question, candidate: Candidate) -> bool:
    """Whether the question asks for so many tấn, ha, % and the candidate is told in something else."""
    if question.wanted != "quantity":
        return False
    if _of_another_size(question, candidate) or _stands_still(question, candidate):
        return True
    if _HEIGHT_ASKED.search(question.spelled) and (candidate.counted_in or "").startswith(("km", "ki lô mét")):
        return True
    if _IN_DOLLARS.search(canonical(question.query.text)) and dimension_of(candidate.counted_in) == "money":
        return not (candidate.counted_in or "").startswith("USD")
    if question.carried:
        return False
    asked = _COUNTED.search(canonical(question.query.text))
    words = "%" if question.measure == "percent" else asked[1] if asked is not None else None
    if candidate.quantity is None:  # "6, 7" of "các xóm 5, 6, 7" is not so many ha
        return candidate.unit.kind != "row" and is_measured(words) and _unit_behind(candidate) is None
    unit = candidate.quantity.unit or ""
    if question.measure == "money":
        dimension = dimension_of(unit)
        if dimension in _NO_MONEY or (dimension == "share" and _SUM.search(question.spelled)):
            return True
    if _PER_HEAD.search(question.glossed) and dimension_of(unit) == "money" and candidate.quantity.value > _MOST_PER_HEAD:
        return True
    if question.english:
        return False
    counted = "dân" if question.unit == "nguoi" and _POPULATION.search(question.spelled) else question.unit
    if question.measure == "count" and of_two_sorts(counted, unit):
        return True
    if question.measure == "count" and is_measure(unit) and dimension_of(unit) != "share" and _counts_things(question):
        return True
    if question.measure == "count" and question.unit and unit.startswith("điểm ") and "diem" not in question.unit:
        return True
    if unit == "sao" and not _STARS.search(question.spelled):  # "5 sản phẩm 4 sao" is no number of products
        return True
    per = unit.partition("/")[2]
    if _POINTS_ASKED.search(question.spelled) and unit == "%":
        return True
    if per and _PER_HEAD.search(question.spelled) and not re.match(r"\s*(?:người|đầu|năm|tháng|ngày|khẩu)", per):
        return True
    return asked_in_another(words, candidate.quantity.unit)


def _stands_still(question: Question, candidate: Candidate) -> bool:
    """Whether it is asked by how much something rose or fell, and a figure is how much there is."""
    level = candidate.record is not None and candidate.record.change == "level" and not _exceeds(candidate)
    return level and _UP_OR_DOWN.search(question.spelled) is not None


def _unit_behind(candidate: Candidate) -> Unit | None:
    """The unit of the last number in a stretch that was not read as a quantity ("từ 20 đến 30 ha")."""
    text, span = candidate.unit.document.text, candidate.span
    *_, behind = _DIGITS.split(span.of(text))
    beside, *_ = _DIGITS.split(text[span.end : min(span.end + _BEHIND, candidate.unit.span.end)])
    return parse_unit(f"{behind}{beside}".strip())


def _counts_things(question: Question) -> bool:
    """Whether what is counted comes one by one: people, households, cases."""
    what = canonical(question.query.spelled_out or question.text)
    counted = _COUNTED.search(what)
    first = counted[1].split()[0] if counted is not None else ""
    return bool(first) and first not in _GROWN and not is_measured(first) and is_known(tokenise(first), 0)


def _of_another_size(question: Question, candidate: Candidate) -> bool:
    """Whether one size of a thing is asked for and a figure is told in what another is told in: hectares of a yield."""
    unit = fold((candidate.quantity and candidate.quantity.unit) or "").lower()
    asked = [told for name, told in _SIZES if name.search(fold(question.query.text).lower())]
    if len(asked) != 1 or not unit or asked[0].match(unit):
        return False
    return any(told.match(unit) for _, told in _SIZES if told is not asked[0])


def _size_match(question: Question, unit: str) -> float:
    """1 for a unit in which what is asked about is told, -0.5 for another, 0 where either is not said."""
    asked = fold(question.text).lower()
    for name, told in _SIZES:
        if unit and name.search(asked):
            return 1.0 if told.match(unit) else -0.5
    return 0.0


def change_match(question: Question, candidate: Candidate) -> float:
    """Growth asked and growth said, or neither: 1 and 0; one without the other: -1."""
    if question.wanted != "quantity":
        return 0.0
    record = candidate.record
    if record is not None:
        changes = record.change != "level"
    else:
        before = fold(candidate.in_front[-14:])
        changes = any(
            before.rstrip().endswith(word)
            for word in ("tang", "giam", "tang them", "tang tu", "giam tu", "tang gan", "tang tren")
        )
    changes = changes or _exceeds(candidate)
    if question.change:
        return 1.0 if changes else -0.5
    return (
        -1.0
        if changes and "tang" not in question.focus and "giam" not in question.focus and "tang_truong" not in question.focus
        else 0.0
    )


def _exceeds(candidate: Candidate) -> bool:
    """Whether a figure is by how much another is above a plan: "541 vườn, vượt 21 vườn so với kế hoạch"."""
    text, span = candidate.unit.document.text, candidate.span
    before = canonical(candidate.in_front[-12:]).rstrip()
    return before.endswith("vượt") and canonical(text[span.end : span.end + 12]).lstrip().startswith("so với")
