"""Does a candidate speak of a target, a result or an estimate, as was asked?"""

from __future__ import annotations

import re
from functools import lru_cache

from plans.indicator import Kind
from plans.text import canonical
from reader.evidence.candidates import Candidate
from reader.scoring.year_agreement import ranges_in
from retriever.kinds import PLANNED

_CUES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("estimate", re.compile(r"\b(ước|ước tính|dự kiến|dự báo|dự tính|khả năng đạt)\b")),
    (
        "target",
        re.compile(
            r"\b(phấn đấu|chỉ tiêu|mục tiêu|kế hoạch|đề ra|đặt ra|được giao|giao|dự toán|sẽ|nhiệm vụ|đến năm"
            r"|tối thiểu|ít nhất|quyết tâm"
            r"|phương hướng|thông qua|sang năm|năm tới)\b"
        ),
    ),
    (
        "result",
        re.compile(
            r"\b(đã|đạt|(thực hiện|thu|lấy|làm|trồng|đưa|tạo|giải quyết|xây|bán|kết nạp|huy động|dạy|cấp) được"
            r"|kết quả|giảm còn|hoàn thành|(?<!tốc độ )(?<!mức )(?<!tỷ lệ )(?<!tỉ lệ )tăng|thực tế|hiện có|hiện nay|hiện"
            r"|tính đến|trong năm|cuối năm|có)\b"
        ),
    ),
)
_COMPARED_KIND = re.compile(r"\b(?:so với|vượt|bằng|đạt [\d.,]+ ?% (?:so với )?)[^,;.]*")
# "bằng 84,9% dự toán", "so với mức tỉnh giao lên tới 317%": how far a plan is fulfilled is a result, whatever it names.
OF_A_PLAN = re.compile(rf"\s*(?:so với |của )?(?:{PLANNED}|KH|NQ)\b", re.IGNORECASE)
_HELD_AGAINST = re.compile(rf"\bso với [^,;.]{{0,20}}{PLANNED}[^,;.]{{0,25}}$", re.IGNORECASE)
_ROUGH = re.compile(r"\bước\b")


_WITHOUT_KIND = ("person", "office", "body", "code", "ordinal")


def _is_ahead(candidate: Candidate) -> bool:
    """Whether a figure is of a year, or of years that end, after its document was published."""
    record, published = candidate.record, candidate.unit.document.published
    if record is None or published is None:
        return False
    ends = [last for _, last in ranges_in((record.period or "",))] or [record.year or 0]
    return max(ends) > published.year


def kind_agreement(asked: Kind | None, candidate: Candidate) -> float:
    """1 the same, -1 target against result; an estimate is close to both. Names and numbers of documents have none."""
    if asked is None or candidate.kind in _WITHOUT_KIND:
        return 0.0
    given = kind_of(candidate)
    if given is None or given == asked:
        return 0.0 if given is None else 1.0
    pair = {given, asked}
    return -0.1 if pair == {"estimate", "target"} else -0.3 if pair == {"estimate", "result"} else -1.0


def kind_of(candidate: Candidate) -> Kind | None:
    """target, result or estimate: by the column, the record, the words before the value, then further out."""
    text = candidate.unit.document.text
    before = text[candidate.clause.start : candidate.span.start] if candidate.clause.start <= candidate.span.start else ""
    earlier = candidate.in_front
    recorded = candidate.record.kind if candidate.record is not None else None
    if found := (candidate.column and recorded) or _cue(candidate.column):
        return found
    if candidate.quantity is not None and (candidate.quantity.unit or "").startswith("%"):
        after = text[candidate.span.end : candidate.unit.span.end]
        if OF_A_PLAN.match(after) or _HELD_AGAINST.search(earlier):
            return "estimate" if _ROUGH.search(canonical(before)) else "result"
    if recorded is not None:
        return recorded
    if _is_ahead(candidate):
        return "target"
    said = (candidate.levels[0].text.split(candidate.short)[0] if candidate.short else "", before, earlier)
    for words in (*said, candidate.unit.text, candidate.levels[3].text, candidate.levels[4].text):
        found = _cue(words)
        if found:
            return found
    return None


@lru_cache(maxsize=65536)
def _cue(text: str) -> Kind | None:
    words = _COMPARED_KIND.sub(" ", canonical(text))
    return next((kind for kind, pattern in _CUES if pattern.search(words)), None)
