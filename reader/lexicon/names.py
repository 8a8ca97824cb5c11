"""Names of persons in Vietnamese running text, with the offices said of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from plans.document import Span
from plans.text import canonical, fold, syllables
from reader.lexicon.departments import departments
from retriever.abbreviations import spell_out

# The hundred-odd family names in use; a name needs one of them, or a form of address in front.
_FAMILY = frozenset(
    """
    Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Lí Đào Đoàn Vương Trịnh Trương Đinh Lâm
    Phùng Mai Tô Hà Tạ Cao Thái Lưu Chu Châu Tôn Thân Quách Kiều Lương Lục Mạc Nghiêm Ninh Nông Phí Quan Sầm Tăng
    Thạch Thi Thiều Tiêu Tống Triệu Trang Từ Ứng Văn Vi Viên Xa Yên An Âu Bá Bạch Bành Bế Ca Cái Cát Chế Chung Chử Cù
    Cung Cự Danh Diệp Diêm Doãn Đàm Đái Điền Điểu Đới Đồng Đường Giang Giáp Hàn Hàng Hầu Hình Hoa Hùng Hứa Hữu Kha
    Khâu Khổng Khiếu Khuất Khúc Khương Kim Kpă La Lã Lạc Lại Lăng Liêu Liễu Long Lò Lộ Lữ Mã Mạnh Mẫn Mông Nhan Nhữ
    Nhâm Nghị Nay Rơ Siu Ksor Y Phương Phú Quang Sơn Sùng Giàng Vàng Thào Lầu Tòng Hạng Cầm Bàn Đèo Lù Tẩn Ấu
    Rmah Rahlan Rcom Puih Niê Mlô Êban Byă Hmok Kđoh Kbuôr Adrơng Alăng Bríu Zơrâm
    """.split()
)
CAPITAL = "[A-ZÀ-ÝĂĐƠƯĨŨẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ]"
"""A Vietnamese capital letter, as a pattern."""
FULL_NAME = 3
"""Syllables of a name that is surely one person's or office's: "Sở Giáo Dục và Đào Tạo" names nobody."""
_PARTICLE = "[HKY]['’]"
"""In front of a highland given name: "H'Bé", "K'Brêu"."""
_CAP = f"(?:{_PARTICLE})?{CAPITAL}{CAPITAL.lower()}*"
_GAP = r"(?:[ \t]+|[ \t]*\n[ \t]*)"
_UPPER = CAPITAL + "{2,}"
_NAME = re.compile(
    rf"(?<![\w/.-]){_CAP}(?:{_GAP}{_CAP}){{1,4}}(?![\w/])"
    rf"|(?<![\w/.-])(?<!{CAPITAL} )(?<!{CAPITAL}\n){_UPPER}(?:[ \t]+{_UPPER}){{1,3}}(?!\s+{_UPPER})(?![\w/])"
)
_ADDRESS = re.compile(
    r"(?:ông|bà|đồng chí|đ/c|anh|chị|GS|TS|PGS|ThS|BS|bác sĩ|tiến sĩ|luật sư|Mr|Ms)[.:]?\s*$", re.IGNORECASE
)
_SIGNS = re.compile(r"[*_\s]*\n[*_\s]*")
"""Between an office in capitals and the name of who signs, which may begin with no family name: "A Thuân Phước"."""
_LINE_ENDS = re.compile(r"[*_ \t]*(?:\n|$)")
_FORMS_OF_ADDRESS = frozenset("ông bà anh chị cô chú bác em đồng chí".split())
OFFICE = re.compile(
    r"(?P<rank>(?:(?:nguyên|quyền|cựu|phó|deputy|former|vice)[\s-]*)*)"
    r"(?P<title>bí thư|chủ tịch|(?:tổng )?giám đốc|trưởng ban|trưởng phòng|trưởng công an|trưởng đoàn|chánh văn phòng"
    r"|chánh thanh tra|chủ nhiệm|hiệu trưởng"
    r"|tổng bí thư|thủ tướng|bộ trưởng|thứ trưởng|ủy viên|uỷ viên|đại biểu|chỉ huy trưởng|viện trưởng|chánh án"
    r"|(?<=phó )(?:phòng|ban|đoàn|công an)\b"  # "phó phòng" is the phó trưởng phòng
    r"|trưởng khu phố|trưởng thôn|tổ trưởng|tổ phó|thư ký|đội trưởng|trưởng nhóm|trưởng tiểu ban"
    r"|(?:secretary|chairman|chairwoman|chairperson|chair|president|director|head|mayor)\b)"
    # a line in capitals is an office of its own, and so is "KT. CHỦ TỊCH PHÓ CHỦ TỊCH" run into one
    rf"(?P<body>(?:(?!\n\s*(?-i:{CAPITAL}{{2}})|\s(?-i:PHÓ)\s)[^,;.()–:“”\"*|]){{0,60}})",
    re.IGNORECASE,
)
_LEVELS: tuple[tuple[str, frozenset[int]], ...] = (
    (r"tỉnh|province|provincial", frozenset({1})),
    (r"thành phố|tp|thành ủy|city|municipal", frozenset({1, 2})),  # under the centre, or under a province
    (r"huyện|thị xã|tx|thị ủy|quận|district", frozenset({2})),
    (r"xã(?! hội)|phường|thị trấn|commune|ward|township", frozenset({3})),
    (r"đặc khu|special zone", frozenset({2, 3})),  # a district until July 2025
)
_LEVEL = re.compile(
    r"(?<!\bcác )(?<!\bthăm )(?<!\bvới )(?<!\bvề )(?<!\bcùng )(?<!\bmỗi )(?<!\bnhiều )(?<!\d )\b(?:"
    + "|".join(f"({words})" for words, _ in _LEVELS)
    + r")\b"
)
_DEED = re.compile(
    r"\b(?:nào|là|tên|dự|ký|phát biểu|có mặt|tại|điều hành|trình bày|công bố|chủ trì|kết luận|cho biết|làm|who|which|at)\b",
    re.IGNORECASE,
)
"""Where the office ends and what its holder does begins."""
_ENGLISH_TITLE = {
    "secretary": "bí thư", "chairman": "chủ tịch", "chairwoman": "chủ tịch", "chairperson": "chủ tịch", "chair": "chủ tịch",
    "president": "chủ tịch", "director": "giám đốc", "head": "trưởng", "mayor": "chủ tịch",
}  # fmt: skip
_STANDING = re.compile(r"\s*\(?thường trực\b\)?", re.IGNORECASE)
_STANDING_BEFORE = re.compile(r"\b(?:standing|permanent)\s*$", re.IGNORECASE)
_MEMBERS = frozenset(("ủy viên", "đại biểu", "tổ phó", "thư ký"))
_AT_THE_HEAD = re.compile(
    r"\b(?:đứng đầu|nguoi dung dau|lãnh đạo cao nhất|who (?:heads|chairs|leads))\s+(?P<body>[^,;.()?]{2,60})", re.IGNORECASE
)
_IN_CHARGE = re.compile(r"\b(?:người|ai)(?: đang)? phụ trách\s+(?P<body>[^,;.()?]{2,60})", re.IGNORECASE)
_WHERE = re.compile(r"\s+(?:ở|tại|trong|thuộc)\s+")  # "phụ trách nông thôn mới ở UBND xã" is a field of work
_HEADED = re.compile(r"\b(?:(?:người|ai)(?: đang)? )?(?:đứng đầu|lãnh đạo cao nhất|phụ trách)\b", re.IGNORECASE)
_WHO_HEADS = re.compile(r"\b(?:người|ai) (?:đứng đầu|lãnh đạo cao nhất)\b", re.IGNORECASE)
_HEADS = {
    "party": "bí thư", "ubnd": "chủ tịch", "hdnd": "chủ tịch", "front": "chủ tịch", "so": "giám đốc",
    "inspection": "chủ nhiệm",
}  # fmt: skip
"""Who heads a body of the sort."""
_PART_OF = re.compile(
    r"\s*(?:tiểu |trưởng )?(?:ban|phòng|văn phòng|tổ|đội|trung tâm)\b.+?(?=\s+(?:của|thuộc)\b)", re.IGNORECASE
)
_SIGNED_FOR = re.compile(r"(?P<body>(?:^|\n)[^\n]+\n(?:[^\n]+\n)?)[\s*|]*$")
"""The line or two above one that opens with an office: "TM. ỦY BAN NHÂN DÂN"."""
_OF_PARTS = frozenset(("trưởng ban", "trưởng phòng"))
_WITH_PARTS = frozenset(("hdnd", "ubnd", "party", "front"))
_BODIES_LED = frozenset(("phòng", "ban", "đoàn", "công an"))
_ENGLISH_RANK = {"deputy": "phó", "vice": "phó", "former": "nguyên"}
_BODIES: tuple[tuple[str, str], ...] = (
    (
        "inspection",
        r"uy ban kiem tra|ubkt|co quan kiem tra (?:cua )?(?:dang|(?:tinh|thanh|huyen|thi|quan) uy)|inspection comm",
    ),
    ("ubnd", r"ubnd|uy ban nhan dan|chinh quyen|uy ban (?!mat|mttq|kiem|nhan dan)|people'?s committee"),
    ("hdnd", r"hdnd|hoi dong nhan dan|people'?s council"),
    ("party", r"dang uy|dang bo|huyen uy|thi uy|tinh uy|quan uy|thanh uy|ban chap hanh|party|chi bo|bch"),
    ("front", r"u?b?mttq|mat tran"),
    (
        "so",  # "sở", and not "số" of "chuyển đổi số", "một số"
        r"(?<!doi )(?<!mot )(?<!chi )(?<!dan )(?<!tong )(?<!ho )(?<!tru )(?<!cong )(?<!he )(?<!con )"
        r"\bso\b(?! ?\d)(?! hoa\b)|department",
    ),
    ("youth", r"doan thanh nien|(?:thanh|tinh|huyen|thi|quan|xa|phuong) doan|doan (?:xa|phuong|thi tran)"),
)


@dataclass(frozen=True, slots=True)
class Office:
    """An office: `rank` ("phó", "nguyên" or ""), `title` ("chủ tịch") and the sort of `body` ("ubnd"; "" when not said).

    `levels` are those that it may be on: 1 a province, 2 a district, 3 a commune; empty when not said. `of` are the folded
    words that name a body of no known sort ("trung tâm y tế"), or how the name of a department begins. `standing`: the
    first of several deputies, who stands in for the head ("phó chủ tịch thường trực").
    """

    rank: str
    title: str
    body: str
    levels: frozenset[int] = frozenset()
    of: frozenset[str] = frozenset()
    standing: bool = False

    @property
    def heads(self) -> bool:
        """Whether who holds it stands at the head of a body."""
        return not self.rank and self.title not in _MEMBERS

    def is_of(self, body: Office) -> bool:
        """Whether it is an office in the body that `body` names, as far as both say."""
        if self.levels and body.levels and not self.levels & body.levels:
            return False
        if not self.body and not self.of:
            return True
        return self.body == body.body and (bool(self.body) or bool(self.of & body.of))

    def agrees(self, other: Office) -> float:
        """1.0 the same office as the `other`, which is asked for; 0.5 when one does not say its body, 0.0 another rank,
        title, body or level, or not the standing deputy asked for."""
        if self.levels and other.levels and not self.levels & other.levels:
            return 0.0
        if self.rank != other.rank or self.title != other.title:
            return 0.0
        if other.standing and not self.standing:
            return 0.0
        if self.body and other.body and self.body != other.body:
            return 0.0
        if self.of and other.of and (not self.of & other.of or _numbered_apart(self.of, other.of)):
            return 0.0
        if bool(self.body) != bool(other.body) and (other if self.body else self).of:
            return 0.0  # the director of a centre is none of a department
        return 1.0 if self.body == other.body else 0.5


def _numbered_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the words of two bodies have other numbers: "tổ số 1", "tổ số 2"."""
    numbers = [{word for word in words if word.isdigit()} for words in (one, other)]
    return all(numbers) and not numbers[0] & numbers[1]


def offices(text: str) -> list[Office]:
    """Every office named in `text`, in order. "Phó Bí thư Đảng ủy, Chủ tịch UBND xã" gives two."""
    found: list[Office] = []
    for match in OFFICE.finditer(text):
        rank_words = [_ENGLISH_RANK.get(one, one) for one in re.split(r"[\s-]+", canonical(match["rank"])) if one]
        title = canonical(match["title"])
        body = _DEED.split(match["body"])[0]
        standing = _STANDING.match(body)
        body = body[standing.end() :] if standing is not None else body
        before = text[max(0, match.start() - 40) : match.start()]
        sort, levels = _body_of(fold(body)), _levels_of(body)
        if not sort and title in _ENGLISH_TITLE:  # "Party Secretary", "People's Committee chairman"
            sort, levels = _body_of(fold(before)), levels or _levels_of(before)
        title = _ENGLISH_TITLE.get(title, title).replace("uỷ", "ủy")
        title = f"trưởng {title}" if title in _BODIES_LED else title
        if title == "bí thư" and not sort:
            sort = "party"
        signed = _SIGNED_FOR.search(before) if not sort else None
        if signed is not None and signed["body"].isupper():
            sort = _body_of(fold(signed["body"]))
        rank = " ".join(dict.fromkeys(rank_words)).replace("cựu", "nguyên")
        part = _part_of_body(title, body) if sort in _WITH_PARTS else frozenset[str]()
        if part:  # "Trưởng Ban Kinh tế - Ngân sách HĐND xã" heads no HĐND
            sort = ""
        of = part or (_department(body) if sort == "so" else frozenset() if sort else _named(body))
        stands = standing is not None or _STANDING_BEFORE.search(before) is not None
        found.append(Office(rank, title, sort, levels, of, stands))
    return found


def headed_body(question: str) -> Office | None:
    """The body whose head is asked for ("ai đứng đầu tổ công tác ..."), as an office without a title; None if none is."""
    found = _AT_THE_HEAD.search(question)
    if found is None and (charge := _IN_CHARGE.search(question)):
        of_a_body = _body_of(fold(_WHERE.split(charge["body"])[0])) in _HEADS
        found = charge if of_a_body else None  # and not of a field of work: "ai phụ trách văn hóa"
    if found is None:
        return None
    body = _DEED.split(found["body"])[0]
    part = _PART_OF.match(body)
    body = part[0] if part is not None else body  # "Ban Kinh tế - Ngân sách của HĐND" is not the HĐND
    sort = _body_of(fold(body))
    return Office("", "", sort, _levels_of(body), frozenset() if sort else _named(body))


@lru_cache(maxsize=256)
def offices_asked(question: str) -> tuple[Office, ...]:
    """The offices that a question names, those in short ("PCT") and those of whoever heads a body among them."""
    return tuple(offices(with_office(spell_out(question))))


def with_office(question: str) -> str:
    """A canonical question with the office of whoever heads a body: "người đứng đầu huyện ủy" is its "bí thư";
    of a body whose head may be called one thing or another, without the word that asks for it."""
    headed = headed_body(question)
    office = _HEADS.get(headed.body) if headed is not None else None
    if office is None and (headed is None or not _WHO_HEADS.search(question)):
        return question
    return _HEADED.sub(office or "", question, count=1)


def issuer(number: str) -> str:
    """The sort of body that the number of a document names ("58/NQ-HĐND"); "" when it names none."""
    return _body_of(fold(number))


def _body_of(words: str) -> str:
    """The sort of body that folded words name first; "" when they name none."""
    found = [(match.start(), name) for name, pattern in _BODIES if (match := re.search(pattern, words))]
    return min(found)[1] if found else ""


def _part_of_body(title: str, body: str) -> frozenset[str]:
    """The folded words for the part of a body that a title heads, in front of the body's own name; none for its head."""
    words = fold(body)
    starts = [match.start() for _, pattern in _BODIES if (match := re.search(pattern, words))]
    if title not in _OF_PARTS or not starts:
        return frozenset()
    return frozenset(word for word in syllables(words[: min(starts)]) if word not in ("cua", "thuoc"))


def _department(body: str) -> frozenset[str]:
    """How the names of the departments begin that `body` names: "tài chính" of "Sở Tài chính"."""
    return frozenset(name for sort, name in departments(body) if sort == "sở")


def _named(body: str) -> frozenset[str]:
    """The folded words that name a body, up to the unit that it is of."""
    words = canonical(spell_out(body))
    level = _LEVEL.search(words)
    return frozenset(syllables(fold(words[: level.start()] if level else words)))


def _levels_of(words: str) -> frozenset[int]:
    """The levels of the first unit that words name: "HĐND huyện Ba Tri tỉnh Bến Tre" is a district's."""
    found = _LEVEL.search(canonical(words))
    return _LEVELS[(found.lastindex or 1) - 1][1] if found else frozenset()


def _syllables_of(name: re.Match[str]) -> list[re.Match[str]]:
    return list(re.finditer(rf"(?:{_PARTICLE})?[^\W\d_]+", name.group()))


def full_name(text: str, given: str) -> Span | None:
    """Where `text` first names in full the person whom it calls by the given name alone elsewhere ("ông Hưng"); None where
    it names none so, or several."""
    spans = [one for one in person_spans(text) if len(words := one.of(text).split()) >= FULL_NAME and words[-1] == given]
    return spans[0] if len({canonical(one.of(text)) for one in spans}) == 1 else None


def person_spans(text: str, places: Collection[Span] = ()) -> Iterator[Span]:
    """Spans of personal names: two to five capitalised syllables that begin with a family name, follow a form of address or
    stand in a line below an office in capitals.

    `places` are the spans of place names in `text`: "Tỉnh ủy Bạc Liêu Dương Thành Trung" names Dương Thành Trung.
    """
    taken = [Span(match.start("rank"), match.end("title")) for match in OFFICE.finditer(text)]
    free = 0  # where the last name ended, which may have gone on behind what was found
    for found in _NAME.finditer(text):
        match, words = found, _syllables_of(found)
        while words and words[0].group().lower() in _FORMS_OF_ADDRESS:
            words = words[1:]
        while words and any(one.start <= match.start() + words[0].start() < one.end for one in places):
            words = words[1:]
        if words and words[0].start():  # the name may go on where what stands in front made the run too long
            match = _NAME.match(text, match.start() + words[0].start()) or match
            words = _syllables_of(match) if match is not found else words
        for first, word in enumerate(words[:-1]):
            name = word.group()
            start = match.start() + word.start()
            office = min((one.start for one in taken if one.start > start), default=len(text))
            rest = [one for one in words[first:] if match.start() + one.end() <= office]  # "Văn Tiến Chủ tịch"
            if len(rest) < 2:
                break
            addressed = first == 0 and (_ADDRESS.search(text[max(0, start - 12) : start]) or _signs(text, match, taken))
            if name.capitalize() in _FAMILY or re.match(_PARTICLE, name) or addressed:
                last = rest[:5][-1]
                span = Span(match.start() + word.start(), match.start() + last.end())
                if span.start >= free and not any(span.overlaps(office) for office in taken):
                    yield span
                    free = span.end
                break


def _signs(text: str, name: re.Match[str], offices: Collection[Span]) -> bool:
    """Whether a name stands in a line of its own below an office in capitals."""
    if _LINE_ENDS.match(text, name.end()) is None:
        return False
    return any(one.of(text).isupper() and _SIGNS.fullmatch(text, one.end, name.start()) for one in offices)


@lru_cache(maxsize=4096)
def persons_named(text: str) -> tuple[str, ...]:
    """The full names of the persons in a text, folded."""
    names = (fold(one.of(text)) for one in person_spans(text))
    return tuple(name for name in names if len(name.split()) >= FULL_NAME)
