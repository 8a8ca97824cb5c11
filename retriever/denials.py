"""What a question says that it does not ask for: ", đừng lấy số ước", "chứ không phải kết quả", "not the 2030 goal"."""

from __future__ import annotations

import re

from plans.indicator import Kind
from plans.text import canonical

_PLANNED = r"kế hoạch|chỉ tiêu|mục tiêu|dự toán|nghị quyết|giao|dự kiến|goals?|targets?|plan(?:ned)?"
_REACHED = r"kết quả|thực tế|thực hiện|(?:đã )?(?:làm|đạt) được|results?|actuals?"
_OTHERWISE = r"ước|đề nghị|đề xuất|trình|xin|số liệu|báo cáo|năm|cùng kỳ|quý|tháng|estimates?|forecasts?"
_KINDS: tuple[tuple[Kind, str], ...] = (("target", _PLANNED), ("result", _REACHED), ("estimate", "ước|estimates?"))
_SET = re.compile(r"\b(?:nghị quyết|quyết nghị|yêu cầu|phải (?:đạt|giảm|tăng|có))\b")
"""That somebody set what is asked for."""
_YEAR = r"(?:19|20)\d\d"
DENYING = "không|đừng|khỏi|chẳng"
DENIED = (
    "phải(?! (?:đóng|nộp|trả|chịu|làm|đi|xin|mất|qua|thi|học)\\b)|lấy|tính|cần|hỏi|nói|dùng|xin|là|đưa|báo|ghi|nêu|gửi|kể"
    "|gộp|nhầm|(?:bao )?gồm"
)
"""How it is said that something is not asked for, as patterns: "đừng lấy", but not "không phải đóng"."""
SPEAKER = "(?:(?:tôi|em|mình) )?"
_DENIED = re.compile(
    rf"(?:(?:[,;]|[.?](?=\s)|(?P<open>\())\s*(?:chứ )?{SPEAKER}|\bchứ )(?:{DENYING})(?: (?:{DENIED}|với))+"
    rf"(?: (?:số|cái|phần|con số|mức))* (?P<what>(?=[^,;?.()]*(?:\b(?:{_PLANNED}|{_REACHED}|{_OTHERWISE})\b|{_YEAR}))"
    r"[^,;?.()]{2,40}?)(?:(?(open)\)|(?=\)))|\s*(?=[,;?.]|$|\b(?:là|thì|đạt|bằng) ))"
    rf"|[,;(?]\s*(?:and |but )?not (?:the |for |in )*"
    rf"(?P<that>(?:{_YEAR} )?(?:{_PLANNED}|{_REACHED}|{_OTHERWISE}|{_YEAR})\b)"
    r"(?: (?:pls|please|figures?|one|numbers?))*\)?\s*(?=[,;?.]|$)",
    re.IGNORECASE,
)


_ANY_DENIED = re.compile(
    rf"(?:[,;(]\s*(?:chứ )?{SPEAKER}|\bchứ )(?:{DENYING})(?: (?:{DENIED}|với|của))+ [^,;?.()]+", re.IGNORECASE
)


def without_denied(question: str) -> tuple[str, str]:
    """A question (accents restored) less what it says it does not ask for, and that; "" where it says nothing of the
    sort."""
    found = _DENIED.search(question)
    if found is None:
        return question, ""
    return f"{question[: found.start()]}{question[found.end() :]}".strip(), found["what"] or found["that"]


def denied_spans(question: str) -> list[tuple[int, int]]:
    """Where a question says what it does not ask for, up to the next mark: ", không phải thị xã Cai Lậy"."""
    return [match.span() for match in _ANY_DENIED.finditer(question)]


def kind_denied(denied: str, question: str = "") -> Kind | None:
    """The kind of figure that a question says it does not ask for; None where it names none, or two of them, or where what
    the rest of the `question` asks for was set as well, by another: "nghị quyết yêu cầu ..., không phải mức huyện giao"."""
    words = canonical(denied)
    found = [kind for kind, pattern in _KINDS if re.search(rf"\b(?:{pattern})\b", words)]
    if found == ["target"] and _SET.search(canonical(question)):
        return None
    return found[0] if len(found) == 1 else None


def kind_instead(denied: Kind | None) -> Kind | None:
    """The kind that is meant where another is denied: what was not planned came about."""
    return "result" if denied == "target" else "target" if denied == "result" else None
