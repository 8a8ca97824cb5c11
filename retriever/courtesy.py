"""Greetings and polite words around a question, which ask for nothing: "Dạ em chào anh chị, cho em hỏi ... ạ?"."""

from __future__ import annotations

import re

from plans.text import fold, has_accents

_WHO = r"(?:anh chi|anh|chi|ban|ad|admin|moi nguoi|ca nha|thay co|thay|co|cac (?:anh chi|anh|chi|bac|ban))"
_ASKER = r"(?:em|toi|minh|chau|tui)"
_NO_QUESTION = "(?:nghi|dong|thao|vien|nong|phu|lien|cuu|chu|khuyen|lua|nguoi|thi)"
"""What follows the "hội" of a meeting or a society, which without accents is typed like "hỏi"."""
_BEFORE = re.compile(
    rf"\W*(?:(?:da|vang|alo|kinh|{_ASKER})? ?\bchao(?: {_WHO})?(?: oi)?(?=\W*[,.;:!]|\W+(?:cho|xin|{_ASKER})\b)"
    rf"|(?:da|vang|alo)(?=\W*[,;:!]|\W+(?:cho|xin|{_ASKER})\b)"
    rf"|{_WHO} oi(?=\W)"
    rf"|(?:{_ASKER} )?(?:muon |can )?(?:xin |cho |lam on cho |vui long cho )(?:phep )?(?:{_ASKER} )?(?:duoc )?"
    # what follows is one of these words only before a mark: "hỏi chị, ..." and not "hỏi chỉ tiêu", "hỏi ban nào"
    rf"hoi(?! {_NO_QUESTION}\b)(?: (?:chut|xiu)(?!\w))?(?: (?:{_WHO}|la|rang)(?= ?[,:;]))*"
    rf"|{_ASKER} (?:muon|can) hoi|(?:nho|phien) {_WHO} (?:tra|xem|kiem tra|cho biet)(?: giup| gium| ho)?(?: {_ASKER})?"
    r")(?!\w)\W*",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?:\W+(?:ạ|nhé|nha|nhỉ|nhá|hen|hả|với ạ|giúp (?:em|e|tôi|mình|m)|(?:vậy )?(?:anh chị|anh|chị|ad|admin)(?: ơi| ạ)?))+"
    r"(?P<mark>\W*)$"
)
_BEHIND_BARE = re.compile(r"\W+(?:a|nhe|nha|voi a|giup em|giup toi)(?P<mark>\W*)$")


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
    behind = _BEHIND if has_accents(rest) else _BEHIND_BARE
    rest = behind.sub(lambda found: found["mark"], rest)
    return rest if len(re.findall(r"\w+", rest)) > 1 else question
