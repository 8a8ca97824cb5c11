"""Greetings and polite words around a question, which ask for nothing: "Dạ em chào anh chị, cho em hỏi ... ạ?"."""

from __future__ import annotations

import re

from plans.text import fold, has_accents

_WHO = r"(?:anh chi|a chi|a c|anh|chi|ban|a|e|c|ad|admin|moi nguoi|ca nha|thay co|thay|co|cac (?:anh chi|anh|chi|bac|ban))"
_ASKER = r"(?:em|e|toi|minh|chau|tui)"
_NO_QUESTION = "(?:nghi|dong|thao|vien|nong|phu|lien|cuu|chu|khuyen|lua|nguoi|thi)"
"""What follows the "hội" of a meeting or a society, which without accents is typed like "hỏi"."""
_BEFORE = re.compile(
    rf"\W*(?:(?:da|vang|alo|kinh|{_ASKER})? ?\bchao(?: {_WHO})?(?: oi)?(?=\W*[,.;:!]|\W+(?:cho|xin|{_ASKER})\b)"
    rf"|(?:da|vang|alo)(?=\W*[,;:!]|\W+(?:cho|xin|{_ASKER})\b)"
    rf"|{_WHO} oi(?=\W)"
    rf"|(?:{_WHO} |{_ASKER} )?(?:muon |can )?(?:xin |cho |lam on cho |vui long cho )(?:phep )?(?:{_ASKER} )?(?:duoc )?"
    # what follows is one of these words only before a mark: "hỏi chị, ..." and not "hỏi chỉ tiêu", "hỏi ban nào"
    rf"hoi(?! {_NO_QUESTION}\b)(?: (?:chut|xiu|ti(?! le))(?!\w))?(?: (?:{_WHO}|la|rang)(?= ?[,:;]))*"
    rf"|(?:kinh|xin|{_ASKER}) hoi(?: (?:chut|xiu|ti))?(?=\W*[,:])"
    rf"|(?:(?:kinh |xin )?de nghi|xin|vui long|kinh mong)(?: {_WHO}| quy co quan)? "
    rf"(?:cho(?: {_ASKER})? biet(?: rang)?|cung cap(?: cho {_ASKER})?(?: (?:so lieu|thong tin)(?: ve)?)?|bao cao)"
    rf"|(?:bao cao|ke|noi) (?:giup|nhanh)(?: cho)?(?: {_ASKER}| {_WHO})?(?: biet)?"
    rf"|{_ASKER} (?:dang )?(?:soan|lam|viet|chuan bi|hoan thien) (?:bao cao|van ban|to trinh|bai|tai lieu)(?=,)"
    rf"|{_ASKER} (?:muon|can) hoi"
    rf"|(?:nho|phien) {_WHO} (?:tra|xem|kiem tra|cho biet|chi|tim|cho hoi)(?: giup| gium| ho)?(?: {_ASKER})?"
    r")(?!\w)\W*",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?:[\s,;:.!]+(?:ạ|nhé|nha|nhỉ|nhá|hen|hả|v|z|r|với ạ|giúp (?:em|e|tôi|mình|m)|(?<!như )vậy|(?<=[ouiaeảmo] )thế(?= ạ)"
    r"|(?:anh chị|(?<!tiếng )anh|chị|ad|admin|mọi người|cả nhà|mn|shop"
    r"|(?:(?<=không )|(?<=chưa )|(?<=vậy )|(?<=thế )|(?<=[àeuo]o )"
    r"|(?<=gì )|(?<=, ))(?:em|bạn|cháu))(?: ơi| ạ)?))+"
    r"(?P<mark>\W*)$"
)
_BEHIND_BARE = re.compile(
    r"[\s,;:.!]+(?:(?:voi )?a|nhe|nha|nhi|hen|v|z|r|giup (?:em|toi|minh)|(?P<doubtful>vay|the|anh|chi|ad|ha)(?: oi)?)"
    r"(?P<mark>\W*)$"
)
_ASKED = re.compile(r"(?:\b(?:nhieu|may|nao|gi|dau|sao|khong|chua|a|vay|the|nhi|ai|roi|nhe|nha|voi|giup|em)|[,.;?!%])\s*$")
"""In front of whoever is asked ("bao nhieu chi"), where "anh" and "chi" might be of what is asked ("so chi")."""
_LOAN = re.compile(
    r"\b(?:lai|von|no|tin dung|ngan hang|khoan)\b|\b(?:cho|duoc|di|ho|nguoi|dan|ngheo|khach|muc|goi|nhu) vay\W*$"
)
"""Where "vay" without accents is more likely a loan than "vậy"."""
_LIKE_THAT = re.compile(
    r"\b(?:dau|nao|sao|gi|ai|roi|chua|khong) the\W*$"
    r"|\b(?:may|bao nhieu)(?: \w+){1,3} (?<!co )(?<!y te )(?<!hiem )(?<!cap )(?<!nghin )(?<!ngan )(?<!trieu )the\W*$"
)
"""Where "the" without accents is more likely "thế" than a card."""


_COUNTED = re.compile(r"(?:\b(?:may|nhieu|nghin|ngan|tram|trieu|van)|\d)$")
"""In front of hectares."""


def without_courtesies(question: str) -> str:
    """`question` (NFC) less what only greets or asks politely in front of it and behind; as it is where nothing else is
    left."""
    bare = fold(question)
    if len(bare) != len(question):
        return question
    start = 0
    while (opening := _BEFORE.match(bare, start)) is not None and opening.end() > start:
        start = opening.end()
    rest = question[start:]
    rest = _BEHIND.sub(lambda found: found["mark"], rest) if has_accents(rest) else _without_particles(rest)
    return rest if len(re.findall(r"\w+", rest)) > 1 else question


def _without_particles(question: str) -> str:
    """A question typed without accents less the particles behind it: "... truoc ngay may vay anh"."""
    while (found := _BEHIND_BARE.search(question)) is not None and _is_particle(found):
        question = question[: found.start()] + found["mark"]
    return question


def _is_particle(found: re.Match[str]) -> bool:
    """Whether a last word without accents is none of what is asked."""
    question, word = found.string, found["doubtful"]
    if word == "vay":
        return not _LOAN.search(question)
    if word == "the":
        return _LIKE_THAT.search(question) is not None
    if word == "ha":
        return not _COUNTED.search(question, 0, found.start())
    return word is None or _ASKED.search(question, 0, found.start("doubtful")) is not None
