"""Whether something went, stands or is as a question says: a move, a rank, a record, those left out, targets missed."""

from __future__ import annotations

import re
from decimal import Decimal

from reader.lexicon.names import offices, offices_asked, persons_named
from reader.lexicon.ordinals import ORDER, place_of
from reader.polarity.patterns import EXCEEDED, PARTS, TARGET, TARGET_ASKED, WORD
from reader.questions.question_words import STOP
from retriever.abbreviations import spell_out

_MET_ASKED = re.compile(r"\b(?:về đích|cán đích)\b")
_OF_BEFORE = re.compile(r"\b(?:bằng|đạt) (\d+(?:[.,]\d+)?) ?% (?:so (?:với )?)?(?:cùng kỳ|năm (?:trước|ngoái|\d{4}))")
"""A figure as a share of the one before: "bằng 90,22% so với cùng kỳ"."""
_MORE_ASKED = re.compile(
    r"\b(?:hơn|tăng|vượt|đi lên|khá lên|nâng lên|nhích lên|nhích thêm|nhỉnh|khởi sắc)\b"
    r"(?!.{0,12}\b(?:kế hoạch|chỉ tiêu|mục tiêu|dự toán)\b)"
)
_LESS_ASKED = re.compile(r"\b(?:giảm|thấp hơn|ít (?:\w+ ){0,4}hơn|(?:ít|bớt|thấp) đi|sụt|kém|đi xuống)\b")
_BETTER_ASKED = re.compile(r"\b(?:khá|tốt) (?:hơn|lên)\b|\bkhởi sắc\b")
_BETTER_WHEN_LESS = re.compile(
    r"\b(?:nghèo|thất nghiệp|tai nạn|tội phạm|nợ|lạm phát|giá tiêu dùng|dịch|bệnh|thiệt hại|tử vong|vi phạm|bỏ học)\b"
)
_OVER_TIME = (
    r"\b(?:so (?:với )?|hơn |hồi )(?:\d{1,2} tháng|cùng kỳ|cùng thời điểm|năm|vụ|tháng|quý|hồi|nhiệm kỳ|đầu"
    r"|\d{4})\b|\bcùng kỳ\b|\b(?:năm|vụ) (?:trước|ngoái)\b"
)
_COMPARED_OVER_TIME = re.compile(rf"{_OVER_TIME}|\b(?:đi (?:lên|xuống)|(?:khá|nâng) lên|nhích (?:lên|thêm)|khởi sắc)\b")
_MOVED = re.compile(
    r"\b(?:(?P<less>giảm|thấp hơn|ít hơn|sụt giảm)|tăng|cao hơn|nhiều hơn)\b(?: (?!tăng|giảm)[^\s;]+){0,7}?"
    rf" (?:{_OVER_TIME})"
)
"""The way in which something went: "giảm 3,6% so với cùng kỳ"."""
_BESIDES = re.compile(r"\b(?:kiêm(?: luôn)?|đồng thời|cũng|also)\b", re.IGNORECASE)
"""Between two offices that one person may hold."""
_MORE_OR_LESS = r"(?:(?P<less>(?:ít|thấp|nhỏ|chậm|kém) hơn)|(?:nhiều|cao|lớn|đông|nhanh|mạnh) hơn|vượt)"
_HELD_AGAINST = re.compile(rf"\b{_MORE_OR_LESS} (?P<what>[^,;.()?]{{3,80}})")
_STANDS = re.compile(rf"\b(?P<not>(?:không|chưa) )?{_MORE_OR_LESS} (?P<what>[^\d,;.()]{{3,60}})")
"""How something stands to what it is held against."""
_TOP_ASKED = re.compile(
    r"\b(?:top|tốp|nhóm) (?P<count>\d{1,3})\b|\b(?:dẫn đầu|đứng đầu|(?:đứng|xếp|hạng)(?: hạng| vị trí)?(?: thứ)? nhất)\b"
)
"""That a question asks whether something is the first of a row, or among the first so many."""
_PLACE_TOLD = re.compile(
    rf"\b(?:đứng|xếp|hạng|vị trí)(?: ở| hạng| vị trí| thứ hạng| thứ)* (?P<place>\d{{1,3}}|{ORDER}|nhì)\b(?! ?%)"
    r"(?P<among>(?:(?! và )[^,;.]){0,30})|\b(?:dẫn đầu|đứng đầu)\b(?P<of>(?:(?! và )[^,;.]){0,30})"
)
"""The place in a row that a clause tells, and the words behind it that say among whom."""
_RECORD_ASKED = re.compile(r"\b(?:kỷ lục|kỉ lục|(?:cao|lớn|nhiều) (?:chưa từng|nhất từ trước)|record)\b")
_RECORD = re.compile(
    r"\b(?:cao|lớn|nhiều) nhất (?:trong (?:vòng )?(?:\d+|nhiều|mấy) năm|từ (?:trước|năm \d{4}) (?:đến|tới) nay|lịch sử)"
    r"|\b(?:kỷ lục|kỉ lục)\b"
)
_LEFT_OUT = re.compile(
    r"\b(?:không (?:áp dụng|bao gồm|tính|hỗ trợ|xét|thực hiện|giải quyết)|(?:ngoại )?trừ|loại trừ)"
    r"(?: (?:cho|đối với|với))? (?P<whom>[^,;.:()]{4,120})"
)
_OF_THOSE = frozenset("các những hộ người thuộc diện trường hợp đối tượng là có đã được không còn".split())
_LISTED_TARGETS = re.compile(
    r"\b(?:chỉ tiêu|tiêu chí) (?:(?P<missed>chưa|không) )?(?:đạt|hoàn thành|vượt)[^(:;.,]{0,40}[(:]"
    r"(?P<which>[^().;]{4,300})"
)
_FIRST_WORDS = 4
"""Words that say who they are; further ones may be said otherwise."""
_MOST_WHOM = 0.5
"""Share of the words for those who are left out that the question has, from which it is about them."""


def moved_as_asked(asked: str, said: str) -> bool | None:
    """Whether a figure that is compared with the one before went the way that is asked; None where none is."""
    less = _LESS_ASKED.search(asked) is not None
    if not (less or _MORE_ASKED.search(asked)):
        return None
    if share := _OF_BEFORE.search(said):
        degree = Decimal(share[1].replace(",", "."))
        return degree != 100 and (degree < 100) == less
    ways = {one["less"] is not None for one in _MOVED.finditer(said)}
    if len(ways) != 1 or not _COMPARED_OVER_TIME.search(asked):
        return None
    if _BETTER_ASKED.search(asked) and _BETTER_WHEN_LESS.search(asked):
        less = not less
    return ways.pop() == less


def placed_as_asked(asked: str, said: str) -> bool | None:
    """Whether a place that is told in a row is among those asked for ("dẫn đầu", "tốp 10"); None where none is, or several
    are of which the question names none apart."""
    top = _TOP_ASKED.search(asked)
    if top is None:
        return None
    told = {place_of(one["place"] or "nhất"): one["among"] or one["of"] or "" for one in _PLACE_TOLD.finditer(said)}
    if len(told) > 1:
        words = {*WORD.findall(asked)}
        shared = {place: len(words & {*WORD.findall(among)}) for place, among in told.items()}
        best = max(shared.values())
        told = {place: told[place] for place, count in shared.items() if count == best}
    place = next(iter(told)) if len(told) == 1 else None
    return place <= int(top["count"] or 1) if place is not None else None


def exceeded_as_asked(asked: str, said: str) -> bool | None:
    """True where a clause says that a plan was exceeded ("vượt chỉ tiêu tỉnh đề ra") and one is asked about ("có hơn mức
    tỉnh giao không"); otherwise None."""
    return True if TARGET.search(asked) and EXCEEDED.search(said) else None


def surpassed_as_asked(asked: str, said: str) -> bool | None:
    """Whether something is above or below what the question holds it against ("cao hơn mức UBND xã trình"), where a clause
    says how it stands to that ("cao hơn phương án trình 4,0 tỷ đồng"); otherwise None."""
    held = _HELD_AGAINST.search(asked)
    if held is None:
        return None
    words = {*WORD.findall(held["what"])} - STOP
    less = held["less"] is not None
    told = {
        (one["less"] is not None, one["not"] is not None)
        for one in _STANDS.finditer(said)
        if words & {*WORD.findall(one["what"])}
    }
    if len(told) != 1:
        return None
    way, denied = told.pop()
    if denied:
        return False if way == less else None  # what is not lower need not be higher
    return way == less


def held_as_asked(question: str, clause: str) -> bool | None:
    """Whether the one person that a clause names holds the office that is asked about, where the question names that person
    or another of the offices ("kiêm"), or another rank or body of it ("Phó Bí thư Đảng ủy" for "Bí thư Đảng ủy"); None
    where the clause tells neither."""
    asked = [one for part in _BESIDES.split(question) for one in offices_asked(part)]
    told, names = offices(clause), persons_named(clause)
    if not asked or len(names) != 1:
        return None
    held = [any(one.agrees(office) == 1.0 for one in told) for office in asked]
    if len(asked) > 1:
        return True if all(held) else None
    if names[0] not in persons_named(question):
        return None
    if held[0]:
        return True
    alike = any(one.title == asked[0].title and not one.agrees(asked[0]) for one in told)
    return False if alike else None


def a_record_as_asked(asked: str, said: str) -> bool | None:
    """True where a record is asked about ("cao chưa từng thấy"), and a clause says that something is the highest of its
    years; otherwise None."""
    return True if _RECORD_ASKED.search(asked) and _RECORD.search(said) else None


def left_out_as_asked(asked: str, said: str) -> bool | None:
    """False where a clause leaves out those who are asked about ("không áp dụng cho hộ thuộc diện bảo trợ xã hội") and the
    question does not ask for that; otherwise None."""
    words = {*WORD.findall(spell_out(asked))}
    for match in _LEFT_OUT.finditer(said):
        whom = [word for word in WORD.findall(match["whom"]) if word not in _OF_THOSE][:_FIRST_WORDS]
        shared = sum(word in words for word in whom)
        if len(whom) > 1 and shared >= _MOST_WHOM * len(whom) and not _LEFT_OUT.search(asked):
            return False
    return None


def missed_as_asked(asked: str, said: str) -> bool | None:
    """Whether what is asked about is among the targets that a clause lists as reached, or as missed: "03 chỉ tiêu chưa đạt
    (sản lượng tôm, số hộ nghèo giảm)"; None where it is among none."""
    if not TARGET_ASKED.search(asked) and not _MET_ASKED.search(asked):
        return None
    words = {*WORD.findall(asked)}
    for match in _LISTED_TARGETS.finditer(said):
        for item in PARTS.split(match["which"]):
            name = WORD.findall(item)
            if len(name) > 1 and sum(word in words for word in name) >= _MOST_WHOM * len(name):
                return match["missed"] is None
    return None
