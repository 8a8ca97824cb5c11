"""Names of bodies: offices, departments, companies, associations. "Sở Nông nghiệp và Môi trường", "Công ty Điện lực"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plans.document import Span
from plans.place import Gazetteer
from plans.text import canonical
from reader.lexicon.names import CAPITAL, FULL_NAME, person_spans

_HEADS = (
    "sở|phòng|ban|bộ|ủy ban|uỷ ban|ubnd|hội đồng|hđnd|mặt trận|mttq|ubmttq|công an|bộ chỉ huy|ban chỉ huy|bộ đội|quân khu"
    "|hội|đoàn|liên đoàn|liên minh|hiệp hội|chi cục|cục|tổng cục|trung tâm|văn phòng|viện|trường|học viện|bệnh viện"
    "|trạm|công ty|tổng công ty|tập đoàn|doanh nghiệp|hợp tác xã|htx|ngân hàng|kho bạc|bảo hiểm xã hội|thanh tra|tòa án"
    "|toà án|viện kiểm sát|tỉnh ủy|huyện ủy|thị ủy|thành ủy|quận ủy|đảng ủy|đảng bộ|thường trực|chính phủ|quốc hội|quỹ"
    "|báo|đài|chi nhánh|tổ|hạt|đội|điện lực|cơ quan"
)
_WITHIN = (
    "cán|nội|toàn|đồng|tiến|cục|đường|xã|cơ|lễ|vũ|đại|quốc|tiêm|dự|đề|môi|thị|thông|cảnh",
    "hội (?:nghị|thảo|họp|chợ|viên|nhập|tụ|trường)|phòng (?:chống|cháy|học|ngừa|bệnh|dịch|hộ)|trường (?:hợp|lớp|chuẩn)"
    "|ban hành|bộ (?:phận|máy|mặt|tiêu chí|thủ tục)|đoàn (?:kết|thể)|báo (?:cáo|chí|động|hiệu)|đội ngũ|viện (?:trợ|phí)"
    "|sở (?:hữu|thích|dĩ)|tổ (?:hợp|chức (?!(?-i:[A-ZĐ])))|quỹ đất|đài thọ|cục bộ|hạt (?:giống|nhân|điều|cà phê)"
    "|trạm bơm",
)
"""Syllables before such a head, and words that begin with one, in which it names no body: "cán bộ", "trường hợp"."""
_HEAD = re.compile(rf"(?<![\w-])(?!(?:{_WITHIN[1]})\b)(?:{_HEADS})(?![\w-])", re.IGNORECASE)
_BEFORE = re.compile(rf"(?<![\w-])(?:{_WITHIN[0]})\s\Z", re.IGNORECASE)
_REACH = 8
"""Characters before a head in which such a syllable is looked for."""
_ASKED = re.compile(
    rf"\b(?:{_HEADS}|đơn vị|tổ chức|ngành|cấp|chủ đầu tư|bên) nào\b|\bdo ai\b"
    r"|\b(?:which|what) (?:agency|agencies|department|body|office|organi[sz]ation|unit|company|authority|ministry)\b"
)
_CAPITAL = rf"(?-i:{CAPITAL})"
_OTHER = rf"(?!(?:{_HEADS})\b){_CAPITAL}"
_NOT_JOINED = "".join(
    f"(?<!{one})"
    for one in ("kế hoạch", "tài chính", "lao động", "kinh tế", "văn hóa", "tổ chức", "nông nghiệp", "dân số", "giáo dục")
)
"""Behind what a dash does not join two parts of a name: "Sở Kế hoạch - Đầu tư", "Phòng Tài chính - Kế hoạch"."""
_END = re.compile(
    rf"[;:()“”\"|]|,(?!\s+{_OTHER}[^,;.]{{2,25}}\s+và\s+{_OTHER})|\.(?=\s|$)"
    rf"|(?:{_NOT_JOINED})\s[-–+]\s|\s[-–+]\s(?!{_OTHER})"
    r"|\b(?-i:để|là|đã|được|cho|trong|theo|với|do|tại|ở|nhằm|từ|vào|khi|có|về|chủ trì|phối hợp|tham mưu|hướng dẫn|tổ chức"
    r"|triển khai|thực hiện|quản lý|chịu|căn cứ|báo cáo|rà soát|xây dựng)\b"
    rf"|\bvà\b(?!\s+{_OTHER})",
    re.IGNORECASE,
)
_NAMED_AFTER = re.compile(
    r"trường|học viện|viện|bệnh viện|trung tâm|trạm|công ty|tổng công ty|tập đoàn|doanh nghiệp|hợp tác xã|htx|ngân hàng"
    r"|quỹ|báo|đài|chi nhánh|tổ|đội|hội|văn phòng",
    re.IGNORECASE,
)
"""Bodies that may bear a person's name: "Trường THCS Nguyễn Du"."""
_BEHIND_A_NAME = re.compile(rf"{CAPITAL}\w*\s\Z")
_LONGEST = 110
"""Characters of a name."""


def asks_for_body(question: str) -> bool:
    """Whether a question wants to know which body: "sở nào", "đơn vị nào", "which agency"."""
    return _ASKED.search(canonical(question)) is not None


def is_body(words: str) -> bool:
    """Whether `words` name a body and say nothing else of it."""
    head = _HEAD.match(words)
    return head is not None and _END.search(words.rstrip(), head.end()) is None


def body_spans(text: str) -> Iterator[Span]:
    """Where `text` names a body with more than its first word. "và" goes on within a name and ends it before another; so
    does the name of a person, which stands behind the office: "UBND huyện Lê Văn Hải"."""
    persons: list[int] | None = None
    for head in _HEAD.finditer(text):
        if _BEFORE.search(text, max(0, head.start() - _REACH), head.start()):
            continue
        if _BEHIND_A_NAME.search(text, 0, head.start()) and any(  # "đồng chí Ngân Văn Trường làm Chủ nhiệm"
            one.start < head.start() < one.end for one in person_spans(text)
        ):
            continue
        end = _END.search(text, head.end(), head.end() + _LONGEST)
        stop = end.start() if end else min(len(text), head.end() + _LONGEST)
        if not _NAMED_AFTER.fullmatch(head.group()):
            persons = _persons(text) if persons is None else persons
            stop = min((one for one in persons if head.end() + 1 < one < stop), default=stop)
        name = text[head.start() : stop].rstrip()
        if len(name) > len(head.group()):
            yield Span(head.start(), head.start() + len(name))


def _persons(text: str) -> list[int]:
    """Where full names of persons begin that follow a word in small letters."""
    if not any(_is_full(text, one) for one in person_spans(text)):
        return []
    places = [one.span for one in Gazetteer.load().mentions(text)]
    return [one.start for one in person_spans(text, places) if _is_full(text, one)]


def _is_full(text: str, name: Span) -> bool:
    before = text[: name.start].split()[-1:]
    return len(name.of(text).split()) >= FULL_NAME and bool(before) and before[0].islower()
