"""The column of a table that a question names: "ai phối hợp" is answered from "Cơ quan phối hợp", and where that cell is
empty the table says nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from plans.text import canonical, fold, syllables
from retriever.abbreviations import spell_out
from retriever.kinds import PLANNED

Pair = tuple[str, str]
_UNIT = re.compile(r"\W*(?:đơn vị(?: tính)?|đvt)\W*$", re.IGNORECASE)
_TOTAL = re.compile(r"\W*(?:tổng(?: số| cộng)?|cộng)\W*(?:\([^()]*\))?\W*$")
_TOTAL_ASKED = re.compile(r"\b(?:tổng|total|altogether)\b")
_UNIT_ASIDE = re.compile(r"\([^()]*\)")
_SCHOOL_YEAR = re.compile(r"\bn[aă]m h[oọ]c\b", re.IGNORECASE)
"""When something is, not what: it names no column."""
_BARE_SHARE = re.compile(
    r"\W*(?:(?:(?:đầu|cuối|hết) )?năm (?:19|20)\d\d\W+)?(?:(?:kế hoạch|KH|chỉ tiêu|mục tiêu|ước|thực hiện|TH|kết quả)\W+)?"
    r"(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|cơ cấu|đạt|so sánh|so với (?:kế hoạch|KH))?\W*(?:(?:năm )?(?:19|20)\d\d\W*)?%\W*",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:năm )?(?:19|20)\d\d", re.IGNORECASE)
_MONEY = re.compile(r"\b(?:triệu|tỷ|tỉ|nghìn|ngàn|trđ|tr\.đ)(?: \w+)? ?(?:đồng|đ)?\b[^\w]*$|\(\W*(?:đồng|đ|trđ|tr\.đ)\W*\)")
_TIMED = re.compile(rf"\b(?:{PLANNED}|thực hiện|ước|quyết toán|giải ngân|cộng|tổng|th|kh|dt|qt|(?:19|20)\d\d)\b")
_PLANNED = re.compile(rf"\b{PLANNED}\b")
_BODY = re.compile(r"\b(?:cơ quan|đơn vị|phòng|ban|sở|ngành|tổ chức|chủ trì)\b")
_LEADS = re.compile(r"\b(?:chủ trì|thực hiện|phụ trách|chịu trách nhiệm|đầu mối|tham mưu|giao)\b")
_HELPS = re.compile(r"\bphối hợp\b")


def is_bare_share(heading: str) -> bool:
    """Whether a heading only says that its column holds percents; of what, the column in front of it says."""
    return _BARE_SHARE.fullmatch(heading) is not None


def columns_of_money(headings: Sequence[str], name: int | None) -> list[int]:
    """The columns whose headings give a unit of money, and those beside them that only tell of which time or kind a sum is;
    none where no heading does. What stands over the `name` of a row is told of all of it."""
    titles = [(at, canonical(heading)) for at, heading in enumerate(headings) if at != name]
    priced = any(_MONEY.search(title) for _, title in titles)
    return [at for at, title in titles if priced and (_MONEY.search(title) or _TIMED.search(title))]


def leading_columns(question: str, headings: Sequence[str]) -> list[int]:
    """Of a table that has columns for who leads and for who helps, those of the one that a canonical question asks for;
    none where it asks for both or for neither, or the table has but one."""
    titles = [canonical(heading) for heading in headings]
    helps = [at for at, title in enumerate(titles) if _HELPS.search(title)]
    leads = [at for at, title in enumerate(titles) if at not in helps and _LEADS.search(title) and _BODY.search(title)]
    asks_helper, asks_leader = (pattern.search(question) is not None for pattern in (_HELPS, _LEADS))
    if not helps or not leads or asks_helper == asks_leader:
        return []
    return helps if asks_helper else leads


def share_of(headings: Sequence[str], at: int) -> str:
    """What a column holds the shares of, where its own heading only says that it holds percents: the heading nearest in
    front of it that says more, without its year; "" where there is none, and for any other column."""
    if not is_bare_share(headings[at]):
        return ""
    named = next((one for one in headings[:at][::-1] if not is_bare_share(one)), "")
    return _YEAR.sub("", named)


def another_column(
    question: str, headings: Sequence[str], at: int, row: str, name: int | None, percent: bool = False
) -> bool:
    """Whether `question` names one of the columns under `headings` and it is not the one at `at`; the words of `row`,
    its other cells, name none, nor do the headings over its `name` and over the unit: "chỉ tiêu" in "giao chỉ tiêu thu
    ngân sách bao nhiêu?" asks for no column. Where a `percent` is asked and there are columns of percents, it is one of
    those."""
    telling = tuple("" if column == name or _UNIT.match(words) else words for column, words in enumerate(headings))
    named = named_columns(question, telling, row)
    if at in named and _of_another_thing(question, telling, at, row):
        return True
    if not percent:
        return bool(named) and at not in named
    shares = {column for column, words in enumerate(telling) if "%" in words}
    bare = {column for column in shares if is_bare_share(telling[column])}
    named -= bare  # "tỷ lệ" names none
    if not named or named & shares:
        return bool(shares) and at not in (named & shares or shares)
    held = {column: max((other for other in range(column) if other not in bare), default=None) for column in bare}
    of_plan = any(_PLANNED.search(canonical(telling[column])) for column in named)
    lone = bare if len(bare) == 1 and of_plan else named  # "%" is of the plan, whichever column stands in front of it
    return at not in ({column for column, of in held.items() if of in named} or lone)


def _of_another_thing(question: str, headings: Sequence[str], at: int, row: str) -> bool:
    """Whether the question says words of another heading that this one lacks, which has others in their stead: "sản lượng
    cà phê" is not told under "Sản lượng sầu riêng" beside "Diện tích cà phê"."""
    asked, own = _pairs(question), _pairs(headings[at])
    further = asked & frozenset[Pair]().union(*map(_pairs, headings)) - own - _pairs(row)
    words = {word for pair in asked for word in pair}
    foreign = {pair for pair in _pairs(_UNIT_ASIDE.sub("", headings[at])) - _OF_KIND if not words & {*pair}}
    return bool(further and foreign)


_OF_KIND = frozenset(
    (("ke", "hoach"), ("thuc", "hien"), ("uoc", "thuc"), ("chi", "tieu"), ("muc", "tieu"), ("du", "toan"), ("ket", "qua"))
)
"""What a heading says of how figures came about; it names no thing."""


_YEAR_NUMBER = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@lru_cache(maxsize=4096)
def named_columns(question: str, headings: tuple[str, ...], row: str = "") -> frozenset[int]:
    """The columns of which `question` has two words in a row that stand over no other column, nor in `row`; if none, the
    one of totals where a total is asked for. One of another year than the question names is none: "mục tiêu năm 2026" is
    told under "KH 2026", not under "Mục tiêu 2030"."""
    said = _pairs(_SCHOOL_YEAR.sub(" ", question)) - _pairs(row)
    of_each = [_pairs(heading) for heading in headings]
    years = {*_YEAR_NUMBER.findall(question)}
    found = frozenset(
        at
        for at, own in enumerate(of_each)
        if not (years and (dated := {*_YEAR_NUMBER.findall(headings[at])}) and not dated & years)
        and said & own.difference(*(pairs for other, pairs in enumerate(of_each) if headings[other] != headings[at]))
    )
    totals = [at for at, heading in enumerate(headings) if _TOTAL.match(canonical(heading))]
    return frozenset(totals) if not found and len(totals) == 1 and _TOTAL_ASKED.search(canonical(question)) else found


@lru_cache(maxsize=4096)
def _pairs(text: str) -> frozenset[Pair]:
    """Words without accents that follow each other with no parenthesis between them, abbreviations spelled out; numbers are
    none."""
    parts = re.split(r"[()]", fold(spell_out(text)).lower())
    pairs = (pair for part in parts for pair in pairwise(syllables(part)))
    return frozenset(pair for pair in pairs if not "".join(pair).isdigit())
