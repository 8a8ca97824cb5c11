"""Yes or no, read off the clause that settles the question; None where it may settle nothing.

What speaks for either side has names (`signs`): a negation beside the question's words, an opposite word, another number, a
degree below what is asked, a part of the whole. A linear model of three answers (yes, no, open) weighs them, fitted by
`scripts/fit_polarity.py` on data/training/yes_no.tsv. Where neither side is likely enough the clause itself is the answer:
a wrong "Có" is worse than the source's own words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Literal

import numpy as np

from plans.admin_units import split_long_name
from plans.dates import find_dates
from plans.indicator import Quantity
from plans.numbers import find_quantities, parse_quantity, same_value
from plans.text import canonical, fold, has_accents
from reader.evidence.candidates import Candidate
from reader.lexicon.names import CAPITAL
from reader.lexicon.ordinals import ORDER, place_of
from reader.polarity.more_or_less import leaves_open, says_more
from reader.questions.question import Question
from retriever.abbreviations import spell_out

Polarity = Literal["yes", "no", "open"]
POLARITIES: tuple[Polarity, ...] = ("yes", "no", "open")
WEIGHTS = Path(__file__).with_name("signs.tsv")
BIAS = "(bias)"
LIKELY = 0.55
"""Probability from which yes or no is said."""
_REACH = 4
"""Words between a negation and a word of the question that it negates."""
_SENTENCE = 250
"""Characters of a sentence that is quoted whole, at most."""
_TAIL = 3
"""Words at a question's end where no auxiliary tells what it wants to know."""


def _listed(text: str) -> tuple[str, ...]:
    """Phrases parted by commas."""
    return tuple(" ".join(one.split()) for one in text.split(","))


_TAG = re.compile(
    r"\b(?:có hay không|co hay khong|hay không"
    r"|hay chưa|phải không|đúng không|được không|có phải|không|chưa|rồi|hay khong|hay chua|phai khong"
    r"|dung khong|duoc khong|co phai|khong|chua|roi)\b\W*$|^(?:có phải|co phai)\b"
)
_CONFIRM = re.compile(r"\b(?:có phải|phải không|đúng không|co phai|phai khong|dung khong)\b")
_WORD = re.compile(r"[^\W_]+")
_NEXT_SENTENCE = re.compile(r"\.\s+\S")
_STOPS_OF_ROWS = re.compile(r"[,;:.]|\bvà (?=\d)")
_LEADS_IN = re.compile(r"\s*(?:(?:bao )?gồm(?: có)?|(?:đó )?là)?\s*$")
"""What may stand between a comma and the colon behind which a row of things begins."""
_DENIES = re.compile(r"\b(?:không|chưa)\b")
_NEGATIONS = ("không", "chưa", "chẳng", "not")
_OPPOSITES = tuple(
    tuple(pair.split(":"))
    for pair in _listed(
        """tăng:giảm, cao:thấp, nhiều:ít, lớn:nhỏ, vượt:thấp, vượt:hụt, đủ:thiếu, nhanh:chậm, đúng:chậm, đúng:trễ,
        sớm:muộn, sớm:trễ, sớm:chậm, lên:xuống, tiếp tục:dừng, tiếp tục:thôi, được:cấm, mở:đóng, trước:sau,
        hoàn thành:chậm, đạt:thiếu, đạt:hụt, đạt:thấp, đủ:khuyết, xong:mới, trong:ngoài, thêm:bớt, mở rộng:giảm,
        mở rộng:thu hẹp, cải thiện:giảm, tốt:kém, lãi:lỗ, thuận lợi:khó khăn, giữ:bỏ, bắt buộc:tự nguyện, miễn:nộp,
        miễn:đóng, miễn:trả, miễn:mua, miễn:thu, nhiều hơn:giảm, cao hơn:giảm, lớn hơn:giảm, ít hơn:tăng, thấp hơn:tăng,
        nhỏ hơn:tăng, đồng ý:bác, increase:giảm, rise:giảm, grow:giảm, decrease:tăng, fall:tăng"""
    )
)
_GROWTH = r"tốc độ tăng(?: trưởng)?|tăng trưởng|giảm nghèo"
"""What "tăng" and "giảm" stand in without saying that something rose or fell."""
_FREE = re.compile(
    r"\b(?:(?:không|khỏi) (?:phải )?(?:thu|mất|trả|nộp|đóng|bán|mua)|miễn)(?: \d+ ?%)?"
    r"(?: (?:học|lệ|viện|khoản))* (?:phí|tiền|vé)\b"
)
"""That something costs nothing, whatever the words: "không thu học phí", "miễn 100% lệ phí"."""
_DENIALS = _listed(
    """chỉ, mới, hủy, dời, hoãn, dừng, tạm dừng, đình chỉ, bị, cấm, vắng, chậm, trễ, muộn, quá hạn, thiếu, hụt, thấp hơn,
    thôi, ngoài, trừ, riêng, còn, bác, từ chối, rút, giải thể, bãi bỏ, miễn, sau, vướng,
    dở dang"""
)
_BUT = re.compile(r"\b(?:nhưng|song)\b[^;.]{0,120}?\b(?:còn|chưa|vướng|thiếu|chờ|không)\b")
"""That what is said before is not so after all: "phải đạt chuẩn nhưng còn vướng tiêu chí số 6"."""
_ASIDE = re.compile(r"\s[-–]\s[^-–.;:]{3,80}\s[-–]\s")
"""What is put in between dashes: "Đảo Trần - nơi chỉ có 12 hộ - đã có điện"."""
_ASSERTED = re.compile(r"\bđã\b")
_TARGET_ASKED = re.compile(r"\bđạt\b.{0,14}\b(?:chỉ tiêu|kế hoạch|mục tiêu|dự toán)\b")
_MET_ASKED = re.compile(r"\b(?:về đích|cán đích)\b")
_TARGET_SAID = re.compile(r"\b(?:chỉ tiêu|kế hoạch|mục tiêu|dự toán|nghị quyết|vượt|giao|đề ra)\b|\d ?%|/\d")
_COMPOUNDS = _listed(
    "chỉ tiêu, chỉ đạo, chỉ số, chỉ thị, chỉ huy, chỉ định, chỉ dẫn, nông thôn mới, đổi mới, kiểu mới, sau khi"
)
"""Words in which none of those stands for itself."""
_ONLY = _listed("chỉ, mới được, mới đạt, mới có, mới xong")
_TO_COME = _listed(
    """phấn đấu, dự kiến, sẽ, đề nghị, thảo luận, chuẩn bị, giao, xem xét, đang, kế hoạch, triển khai, hướng tới,
    đặt mục tiêu, kiến nghị, rà soát, chủ trương, lập đề án, lập hồ sơ, đề xuất"""
)
_WHOLE = _listed(
    """đều, tất cả, toàn bộ, hết, đầy, đủ, mọi, cả, xong, hoàn thành, all, every, fully, entire, everyone, completed,
    finished"""
)
_ROUND = re.compile(r"\b(?:cả|ca) (?:chục|trăm|nghìn|ngàn|mấy|thập kỷ|chuc|tram)\b")
"""No whole, but a round number: "của cả chục năm qua"."""
_REACHED = _listed(
    """đạt, hoàn thành, về đích, vượt, đủ, xong, hết, toàn bộ, tất cả, đúng, meet, met, reach, reached, complete, completed,
    exceed, exceeded, all"""
)
_HIGHER = _listed("cao hơn, vượt, trên, nhiều hơn, exceed, higher")
_AGAINST = (
    *("negated_beside", "negated_apart", "negated_question", "opposite", "only", "but", "to_come"),
    *("year_other", "day_other"),
    *("number_other", "beyond", "degree_short", "below_target", "part", "whole_in_part", "share_of_higher"),
)
"""Signs beside which a predicate that is restated does not say yes."""
_AUXILIARY = re.compile(r".*\b(?:có|đã|được|phải|bị|do|là|co|da|duoc|phai|bi|la)\b(?=\s+\S)")
_DONE = re.compile(r"\b(?:đã|chưa|rồi|da|chua|roi|has|have|had|did|was|were)\b")
_BY_HOW_MUCH = re.compile(r"\b(?:tăng|giảm|hơn|vượt)(?: \w+){0,2}\s*$")
"""In front of the size of a change, which is no share of a whole."""
_DEGREE = re.compile(r"(?:đạt|bằng|hoàn thành|được|xong|giải ngân)\s+(?:\w+\s+){0,2}?(\d+(?:[.,]\d+)?)\s*%")
_CIRCUMSTANCE = re.compile(r"\b(?:khi|nếu|vì|do|để|nhằm|mà|phục vụ|when|if|because|while)\b[^,;:]*")
"""What a negation says of it, it does not say of the sentence."""
_COMPARES = re.compile(r"\bhơn\b|\b(?:more|less|fewer|\w+er) than\b")
_AGAINST_WHEN = re.compile(r"\bso với (?:cùng kỳ|năm)(?: (?:năm )?(?:trước|ngoái))?\b|\bcùng kỳ\b")
_TARGETS = r"\b(?:kế hoạch|mục tiêu|chỉ tiêu|dự toán|nghị quyết|giao)\b"
_TARGET = re.compile(_TARGETS)
_BELOW = re.compile(rf"\b(?:thấp|kém|ít) hơn (?:so với )?(?:\w+ ){{0,2}}?{_TARGETS}")
_OF_PLAN = re.compile(rf"(\d+(?:[.,]\d+)?)\s*%\s+(?:\w+\s+){{0,2}}?{_TARGETS}")
_OF_BEFORE = re.compile(r"\b(?:bằng|đạt) (\d+(?:[.,]\d+)?) ?% (?:so (?:với )?)?(?:cùng kỳ|năm (?:trước|ngoái|\d{4}))")
"""A figure as a share of the one before: "bằng 90,22% so với cùng kỳ"."""
_MORE_ASKED = re.compile(
    r"\b(?:hơn|tăng|vượt|đi lên|khá lên|nhích lên|nhích thêm|nhỉnh|khởi sắc)\b"
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
_COMPARED_OVER_TIME = re.compile(rf"{_OVER_TIME}|\b(?:đi (?:lên|xuống)|khá lên|nhích (?:lên|thêm)|khởi sắc)\b")
_MOVED = re.compile(
    r"\b(?:(?P<less>giảm|thấp hơn|ít hơn|sụt giảm)|tăng|cao hơn|nhiều hơn)\b(?: (?!tăng|giảm)[^\s;]+){0,7}?"
    rf" (?:{_OVER_TIME})"
)
"""The way in which something went: "giảm 3,6% so với cùng kỳ"."""
_TOP_ASKED = re.compile(
    r"\b(?:top|tốp|nhóm) (?P<count>\d{1,3})\b|\b(?:dẫn đầu|đứng đầu|(?:đứng|xếp|hạng)(?: hạng| vị trí)?(?: thứ)? nhất)\b"
)
"""That a question asks whether something is the first of a row, or among the first so many."""
_PLACE_TOLD = re.compile(
    rf"\b(?:đứng|xếp|hạng|vị trí)(?: ở| hạng| vị trí| thứ hạng| thứ)* (?P<place>\d{{1,3}}|{ORDER}|nhì)\b(?! ?%)"
    r"(?P<among>(?:(?! và )[^,;.]){0,30})|\b(?:dẫn đầu|đứng đầu)\b(?P<of>(?:(?! và )[^,;.]){0,30})"
)
"""The place in a row that a clause tells, and the words behind it that say among whom."""
_EXCEEDED = re.compile(
    r"(?<!không )(?<!chưa )\bvượt(?: (?:mức|xa|cao|gần|hơn|trên|khoảng|tới|đến))?"
    rf"(?: \d[\d.,]* ?(?:%|(?:điểm )?phần trăm|điểm %))?(?: so với)?(?: các)? {_TARGETS}"
)
_RECORD_ASKED = re.compile(r"\b(?:kỷ lục|kỉ lục|(?:cao|lớn|nhiều) (?:chưa từng|nhất từ trước)|record)\b")
_RECORD = re.compile(
    r"\b(?:cao|lớn|nhiều) nhất (?:trong (?:vòng )?(?:\d+|nhiều|mấy) năm|từ (?:trước|năm \d{4}) (?:đến|tới) nay|lịch sử)"
    r"|\b(?:kỷ lục|kỉ lục)\b"
)
_FIRST_ASKED = re.compile(r"\b(?:đầu tiên|sớm nhất|duy nhất|first|only)\b")
_FIRST = re.compile(rf"{_FIRST_ASKED.pattern}|\b(?:thứ|nhất|đầu|trước|hạng|sau|chỉ)\b")
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
_MOSTLY = re.compile(r"\b(?:phần lớn|đa số|đa phần|phần nhiều|chủ yếu|hầu hết|quá nửa|hơn nửa)\b")
_MOST = re.compile(rf"{_MOSTLY.pattern}|\b(?:cao|lớn|nhiều) nhất\b|%|\bmột nửa\b")
_BESIDE = 2
"""Words in front of a number that say of what it is."""
_NOT_REACHED = re.compile(r"\b(?:không|chưa) (?:đạt|hoàn thành|vượt|về đích)\b")
_ALL = re.compile(r"(?<!không phải )(?<!chưa phải )\b(?:tất cả|toàn bộ|cả \d+ [^,;.]{1,40}\bđều)\b")
_REMARK = re.compile(r"\s*\([^()]*\)(?=\W*$)")
"""What a question adds behind its tag: "... không (số liệu cuối 2023)?"."""
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_PARTS = re.compile(r"[,;](?!\d)")
_FRACTION = re.compile(r"(?<![\d/])(\d+)/(\d+)(?![\d/])")
_OUT_OF = re.compile(r"(?<![\d.,])(\d+)\b[^\d,;.]{0,12}\btrong (?:tổng )?số (\d+)(?![\d.,])")
_OF_ALL = re.compile(
    r"\btrong (?:tổng số |số )?(?P<whole>\d+) (?P<what>[^\W\d]+ [^\W\d]+)\b[^;.]*?[^;.\d](?P<part>\d+) (?P=what)\b"
)
"""A part of a whole that is told first: "trong 22 chỉ tiêu đề ra, huyện đạt 19 chỉ tiêu"."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BASE_YEAR = re.compile(r"\bso (?:với )?(?:cùng kỳ )?(?:năm )?(?:19|20)\d\d\b", re.IGNORECASE)
"""The year that figures are compared with."""
_DAY = re.compile(r"(?<!\d)\d{1,2}/\d{1,2}(?!\d)")
_AT_LEAST = (
    r"(?:cao|nhiều|lớn|đông) hơn|trên|hơn|vượt|quá|ít nhất|tối thiểu|(?:cao|nhieu|lon|dong) hon|tren|hon|vuot|qua|it nhat"
    r"|at least|more than|higher than|over|above|exceed"
)
_AT_MOST = (
    r"(?:thấp|ít|nhỏ|kém) hơn|dưới|không quá|(?:chưa|không) (?:tới|đến)|(?:thap|it|nho|kem) hon|duoi|khong qua"
    r"|(?:chua|khong) (?:toi|den)|under|below|(?:less|fewer|lower) than|at most"
)
_YEAR_BEHIND = re.compile(r"\s*\(?(?:vào |ở )?(?:năm )?((?:19|20)\d\d)(?!\d)")
_WHOLE_TOLD = re.compile(r"\b(?:thiết kế|tổng|kế hoạch|toàn bộ|được giao|cả)\b[^,;]*$")
_INCLUDED = re.compile(r"ít nhất|tối thiểu|không quá|it nhat|toi thieu|khong qua|at (?:least|most)")
"""A bound that may itself be met."""
_IN_WORDS = r"(?:(?:một |phân )?nửa|(?:một|hai|ba|bốn|năm) phần \w+|gấp \w+)\b"
_BOUND = re.compile(
    rf"(?:(?P<most>{_AT_MOST})|(?P<least>{_AT_LEAST}))\s+(?:(?:mức|mốc|ngưỡng)\s+)?(?P<number>\d[\d.,]*|{_IN_WORDS})"
)
_FULLY = re.compile(rf"\b(?:đủ|đạt|được|tăng|bằng|lên|cao) (?P<number>{_IN_WORDS})")
"""That a share or a multiple in words is to be reached: "đủ hai phần ba", "tăng gấp đôi"."""
_CAPITALISED = re.compile(rf"(?<!^)(?<![.?!] )\b{CAPITAL}\w*")


@lru_cache(maxsize=256)
def polarity(question: str, clause: str) -> Polarity:
    """What a clause says to a yes-no question; asked twice for an answer, whether and what it says."""
    names, weights, bias = _model()
    values = signs(question, clause)
    logits = bias + weights @ np.array([values[name] for name in names])
    chances = np.exp(logits - logits.max())
    chances /= chances.sum()
    likeliest = int(chances[:2].argmax())
    return POLARITIES[likeliest] if chances[likeliest] >= LIKELY else "open"


def settles(question: Question, candidate: Candidate) -> bool:
    """Whether the candidate's clause says yes or no."""
    return _says(question, candidate) != "open"


def asks_to_confirm(question: Question) -> bool:
    """Whether something is said and only to be confirmed: "có phải do Công an tỉnh chủ trì không?"."""
    return _CONFIRM.search(question.spelled) is not None


def yes_or_no(question: Question, candidate: Candidate) -> str:
    """ "Có", "Không", or the clause where it is open which."""
    words = {"yes": "Yes", "no": "No"} if question.english else {"yes": "Có", "no": "Không"}
    return words.get(_says(question, candidate), candidate.short)


def in_full(question: Question, candidate: Candidate) -> Candidate:
    """The sentence of a clause that says neither yes nor no, unless that is long: a part of it tells too little."""
    unit = candidate.unit
    if settles(question, candidate) or len(unit.span) > _SENTENCE or not unit.span.contains(candidate.span):
        return candidate
    return replace(candidate, span=unit.span, clause=unit.span)


def _says(question: Question, candidate: Candidate) -> Polarity:
    """What a candidate says to the question; of two places or things that are compared, a clause on one of them says
    nothing, nor does one that tells no shares of what most of something is, or no place in a row of what is the first."""
    clause = _stated(candidate)
    names = [canonical(split_long_name(one.name)[1]) for one in question.places]
    if len(names) > 1 and _COMPARES.search(question.spelled) and not all(name in canonical(clause) for name in names):
        return "open"
    if _FIRST_ASKED.search(question.spelled) and not _FIRST.search(canonical(clause)):
        return "open"
    if leaves_open(question.spelled, clause) or (_MOSTLY.search(question.spelled) and not _MOST.search(canonical(clause))):
        return "open"
    return polarity(question.text, clause)


def _stated(candidate: Candidate) -> str:
    """The candidate's clause; one of a row that is denied as a whole, with that: "4 chỉ tiêu không đạt, gồm: A; B; C"."""
    text, unit, clause = candidate.unit.document.text, candidate.unit.span, candidate.clause
    own = clause.of(text)
    if aside := _BRACKETS.match(text, clause.end, unit.end):  # "đạt 24,6 triệu đồng (kế hoạch 25 triệu đồng)"
        own += aside.group()
    before, colon, row = text[unit.start : clause.end].rpartition(":")
    parts = [part for part in _STOPS_OF_ROWS.split(before) if not _LEADS_IN.fullmatch(part)] if colon else []
    if not parts or _NEXT_SENTENCE.search(row) or not _DENIES.search(parts[-1]):
        return own
    return f"{parts[-1].strip()}: {row if clause.start <= unit.start + len(before) else own}"


def signs(question: str, clause: str) -> dict[str, float]:
    """What speaks for yes or no, by name, each in [0, 1]. Where the question has no accents, none are compared."""
    question, clause = spell_out(_REMARK.sub("", question)), spell_out(clause)
    asked, said = (_FREE.sub("miễn phí", canonical(text)) for text in (question, clause))
    form: Callable[[str], str] = str if has_accents(asked) or not asked.isascii() else fold
    said = _of_the_subject(asked, _ASIDE.sub(" ", said), form)
    denying = {form(one) for one in _NEGATIONS}
    core, stated = _apart_from_shared_negations(_TAG.sub(" ", _TAG.sub(" ", asked)), form(said), denying)
    asked_words, said_words = _WORD.findall(core), _WORD.findall(stated)
    content = {word for word in asked_words if len(word) > 1}

    def has(words: str, text: str) -> bool:
        return re.search(rf"(?<!\w){re.escape(form(words))}(?!\w)", text) is not None

    def asks(words: tuple[str, ...]) -> bool:
        return any(has(one, core) for one in words)

    compounds = re.compile("|".join(form(one) for one in _COMPOUNDS))
    alone = compounds.sub(" ", stated)

    def adds(words: tuple[str, ...], text: str = alone) -> int:
        return sum(has(one, text) and not has(one, core) for one in words)

    mainly = _WORD.findall(_CIRCUMSTANCE.sub(" ", stated)) if set(said_words) & denying else []
    negations = [at for at, word in enumerate(mainly) if word in denying]
    near = any(content & set(mainly[at + 1 : at + 1 + _REACH]) for at in negations)
    near = near or (asks(_REACHED) and _NOT_REACHED.search(said) is not None)
    negated = bool(denying & set(_WORD.findall(_CIRCUMSTANCE.sub(" ", core))))
    moving, moved = (compounds.sub(" ", re.sub(form(_GROWTH), " ", text)) for text in (core, stated))
    opposite = any(
        has(a, moving) and has(b, moved) and not has(a, moved) for one in _OPPOSITES for a, b in (one, one[::-1])
    )
    names = _CAPITALISED.findall(question)
    auxiliary = _AUXILIARY.match(core)
    named = {form(canonical(one)) for one in names}
    unnamed = [word for word in asked_words if word not in named] or asked_words
    predicate = _WORD.findall(core[auxiliary.end() :]) if auxiliary else unnamed[-_TAIL:]
    restated = sum(word in said_words for word in predicate) / max(1, len(predicate))
    parts = [one for one in _PARTS.split(alone) if set(predicate) & set(_WORD.findall(one))]
    told = " , ".join(parts) or alone
    of_a_share = re.search(_IN_WORDS, asked) is not None  # "có đủ hai phần ba không" asks for no whole
    found = {
        "negated_beside": near,
        "negated_apart": bool(negations) and not near,
        "negated_once": near != negated,
        "negated_twice": bool(negations) and negated,
        "negated_question": negated,
        "opposite": opposite,
        "opposite_negated": opposite and bool(negations),
        "same_word": any(has(one, core) and has(one, stated) for pair in _OPPOSITES for one in pair),
        "denies": min(2, adds(_DENIALS)) / 2,
        "only": adds(_ONLY) > 0,
        "but": (turn := _BUT.search(said)) is not None and not _ASSERTED.search(said, 0, turn.start()),
        "target_unsaid": _TARGET_ASKED.search(asked) is not None and not _TARGET_SAID.search(said),
        "to_come": adds(_TO_COME, told) > 0 and _DONE.search(asked) is not None,
        "confirm": _CONFIRM.search(asked) is not None,
        "names_missing": sum(canonical(one) not in said for one in names) / len(names) if names else 0.0,
        "covered": len(content & set(said_words)) / max(1, len(content)),
        "restated": restated,
        "year_other": _differ(_YEAR, _BASE_YEAR.sub(" ", question), _BASE_YEAR.sub(" ", clause)),
        "day_other": _differ(_DAY, question, clause),
        "day_same": bool(set(_DAY.findall(question)) & set(_DAY.findall(clause))),
        **_numbers(question, clause, asked),
        **_degrees(
            clause,
            said,
            reached=asks(_REACHED) and not of_a_share,
            whole=any(has(one, _ROUND.sub(" ", core)) for one in _WHOLE) and not of_a_share,
            higher=asks(_HIGHER),
        ),
    }
    given = _given_as_asked(question, clause, said) if found["confirm"] else None
    held = (
        given,
        _moved_as_asked(asked, said),
        _placed_as_asked(asked, said),
        _exceeded_as_asked(asked, said),
        says_more(question, clause),
        _a_record_as_asked(asked, said),
        _left_out_as_asked(asked, said),
        _missed_as_asked(asked, said),
        _within(asked, clause) if of_a_share else None,
    )
    for as_asked in held:
        if as_asked is not None:
            found["degree_full" if as_asked else "below_target"] = True
    found["restated_plainly"] = restated * (not any(found[name] for name in _AGAINST))
    return {name: float(value) for name, value in found.items()}


def _of_the_subject(asked: str, said: str, form: Callable[[str], str]) -> str:
    """Of a clause that says both of two opposites ("giảm 3 vụ, tăng 2 người chết"), the part that has most of the other
    words of the question; the clause itself where it says one, where the question says both, or no part has more than the
    others."""
    words = _WORD.findall(_AGAINST_WHEN.sub(" ", asked))
    for pair in _OPPOSITES:
        if pair[0] in _REACHED:
            continue  # "đạt 7,28%, thấp hơn mục tiêu" says both of one thing
        asks = {*map(form, pair)} & {*words}
        if not all(re.search(rf"\b{re.escape(one)}\b", said) for one in pair) or len(asks) != 1:
            continue
        subject = {*words} - {*map(form, pair)}
        parts = [(len(subject & {*map(form, _WORD.findall(part))}), part) for part in _PARTS.split(said)]
        (most, best), *others = sorted(parts, key=lambda one: -one[0])
        if others and most > others[0][0] and any(re.search(rf"\b{re.escape(one)}\b", best) for one in pair):
            return best
    return said


def _apart_from_shared_negations(core: str, stated: str, denying: set[str]) -> tuple[str, str]:
    """Both without the negations that stand between the same words, or before the same two, in both: of "dự án chưa có mặt
    bằng", where question and clause speak of such projects, the "chưa" decides nothing between them."""
    negations = re.compile(rf"\b(?:{'|'.join(sorted(denying))})\b")

    def around(text: str, negation: re.Match[str]) -> set[tuple[str, ...]]:
        before, behind = _WORD.findall(text[: negation.start()]), _WORD.findall(text[negation.end() :])
        beside = {("between", before[-1], behind[0])} if before and behind else set()
        return beside | ({("before", *behind[:2])} if len(behind) > 1 else set())

    def met(text: str) -> set[tuple[str, ...]]:
        return {one for negation in negations.finditer(text) for one in around(text, negation)}

    shared = met(core) & met(stated)

    def without(text: str) -> str:
        return negations.sub(lambda negation: " " if shared & around(text, negation) else negation[0], text)

    return without(core), without(stated)


def _without_dates(text: str) -> str:
    """`text` with every date blanked out: "tháng 3/2026" is no share of 2026."""
    for one in find_dates(text):
        text = f"{text[: one.span.start]}{' ' * len(one.span)}{text[one.span.end :]}"
    return text


def _differ(pattern: re.Pattern[str], question: str, clause: str) -> bool:
    asked, said = set(pattern.findall(question)), set(pattern.findall(clause))
    return bool(asked and said and not asked & said)


def _numbers(question: str, clause: str, asked: str) -> dict[str, bool]:
    """Whether the clause has the question's number, or one on the right side of a bound ("trên 70%")."""
    wanted = [one.quantity for one in find_quantities(question)]
    given = [one.quantity for one in find_quantities(clause)]
    same = any(same_value(one, other) or one.value == other.value for one in wanted for other in given)
    within = _within(asked, clause)
    return {
        "number_same": bool(wanted) and same,
        "number_other": bool(wanted and given) and not same and within is None,
        "number_missing": bool(wanted) and not given,
        "within": within is True,
        "beyond": within is False,
    }


def _within(asked: str, clause: str) -> bool | None:
    """Whether the number nearest to a bound keeps it, of those in its unit and of the year asked about where there are any;
    None when no bound is asked for or no number said."""
    bound, found = _BOUND.search(asked) or _FULLY.search(asked), find_quantities(clause)
    if bound is None or not found:
        return None
    years = _YEAR.findall(asked)
    of_year = [one for one in found if (behind := _YEAR_BEHIND.match(clause, one.span.end)) and behind[1] in years]
    given = [one.quantity for one in of_year or found]
    at = bound.start("number")
    whole = next((one.quantity for one in find_quantities(asked) if one.span.start <= at < one.span.end), None)
    limit = whole or parse_quantity(bound["number"].strip(".,"))
    if limit is None:
        return None
    given = (_of_whole(clause) or [_share(one) for one in given]) if limit.unit == "%" else given
    alike = [one for one in given if _of_one_unit(one.unit, limit.unit)] or given
    nearest = min(alike, key=lambda one: abs(one.value - limit.value))
    if nearest.value == limit.value:  # "trên 20 hộ" is not 20; where the source says "trên 20" it is
        return bound.re is _FULLY or _INCLUDED.search(bound[0]) is not None or nearest.comparator != "="
    at_most = bound.re is _BOUND and bound["most"] is not None
    return nearest.value < limit.value if at_most else nearest.value > limit.value


def _of_whole(clause: str) -> list[Quantity]:
    """What there is as a share of the whole that is told before it: "dung tích thiết kế 169 triệu m3, còn 84 triệu m3"; []
    where a clause tells no such two, or a share of its own."""
    found = find_quantities(clause)
    if len(found) != 2 or found[0].quantity.unit != found[1].quantity.unit or found[0].quantity.unit == "%":
        return []
    whole, part = (one.quantity for one in found)
    told = _WHOLE_TOLD.search(canonical(clause[: found[0].span.start])) is not None
    return [replace(part, value=100 * part.value / whole.value, unit="%")] if told and whole.value > part.value else []


def _share(quantity: Quantity) -> Quantity:
    """A part of a whole ("15/25 đại biểu") as a share in a hundred; any other quantity as it is."""
    if not quantity.total:
        return quantity
    return Quantity(100 * quantity.value / quantity.total, "%", quantity.raw, quantity.comparator)


def _moved_as_asked(asked: str, said: str) -> bool | None:
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


def _given_as_asked(question: str, clause: str, said: str) -> bool | None:
    """Whether a number that is to be confirmed ("có phải hoàn thành 40 chỉ tiêu không") is the only one of its unit in a
    clause that has the words in front of it; None where there is no such one."""
    wanted, given = find_quantities(question), find_quantities(clause)
    if len(wanted) != 1 or _BOUND.search(canonical(question)) is not None:
        return None
    one = wanted[0]
    alike = [other.quantity for other in given if other.quantity.unit == one.quantity.unit]
    before = _WORD.findall(canonical(question[: one.span.start]))[-_BESIDE:]
    if len(alike) != 1 or not {*before} <= {*_WORD.findall(said)}:
        return None
    return same_value(one.quantity, alike[0])


def _placed_as_asked(asked: str, said: str) -> bool | None:
    """Whether a place that is told in a row is among those asked for ("dẫn đầu", "tốp 10"); None where none is, or several
    are of which the question names none apart."""
    top = _TOP_ASKED.search(asked)
    if top is None:
        return None
    told = {place_of(one["place"] or "nhất"): one["among"] or one["of"] or "" for one in _PLACE_TOLD.finditer(said)}
    if len(told) > 1:
        words = {*_WORD.findall(asked)}
        shared = {place: len(words & {*_WORD.findall(among)}) for place, among in told.items()}
        best = max(shared.values())
        told = {place: told[place] for place, count in shared.items() if count == best}
    place = next(iter(told)) if len(told) == 1 else None
    return place <= int(top["count"] or 1) if place is not None else None


def _exceeded_as_asked(asked: str, said: str) -> bool | None:
    """True where a clause says that a plan was exceeded ("vượt chỉ tiêu tỉnh đề ra") and one is asked about ("có hơn mức
    tỉnh giao không"); otherwise None."""
    return True if _TARGET.search(asked) and _EXCEEDED.search(said) else None


def _a_record_as_asked(asked: str, said: str) -> bool | None:
    """True where a record is asked about ("cao chưa từng thấy"), and a clause says that something is the highest of its
    years; otherwise None."""
    return True if _RECORD_ASKED.search(asked) and _RECORD.search(said) else None


def _left_out_as_asked(asked: str, said: str) -> bool | None:
    """False where a clause leaves out those who are asked about ("không áp dụng cho hộ thuộc diện bảo trợ xã hội") and the
    question does not ask for that; otherwise None."""
    words = {*_WORD.findall(spell_out(asked))}
    for match in _LEFT_OUT.finditer(said):
        whom = [word for word in _WORD.findall(match["whom"]) if word not in _OF_THOSE][:_FIRST_WORDS]
        shared = sum(word in words for word in whom)
        if len(whom) > 1 and shared >= _MOST_WHOM * len(whom) and not _LEFT_OUT.search(asked):
            return False
    return None


def _missed_as_asked(asked: str, said: str) -> bool | None:
    """Whether what is asked about is among the targets that a clause lists as reached, or as missed: "03 chỉ tiêu chưa đạt
    (sản lượng tôm, số hộ nghèo giảm)"; None where it is among none."""
    if not _TARGET_ASKED.search(asked) and not _MET_ASKED.search(asked):
        return None
    words = {*_WORD.findall(asked)}
    for match in _LISTED_TARGETS.finditer(said):
        for item in _PARTS.split(match["which"]):
            name = _WORD.findall(item)
            if len(name) > 1 and sum(word in words for word in name) >= _MOST_WHOM * len(name):
                return match["missed"] is None
    return None


def _of_one_unit(one: str | None, other: str | None) -> bool:
    """Whether two units are the same, or one leaves out for each of what: "triệu đồng" after "triệu đồng/người/năm"."""
    if one is None or other is None:
        return one == other
    short, long = sorted((one, other), key=len)
    return long == short or long.startswith(f"{short}/")


def _degrees(clause: str, said: str, *, reached: bool, whole: bool, higher: bool) -> dict[str, bool]:
    """How far something got, against how far it was to get."""
    quantities = find_quantities(clause)
    told = [one for one in quantities if "%" in (one.quantity.unit or "")]
    shares = [one.quantity.value for one in told if not _BY_HOW_MUCH.search(said[: one.span.start])]
    degrees = [Decimal(one.replace(",", ".")) for one in _DEGREE.findall(said)]
    of_plan = [Decimal(one.replace(",", ".")) for one in _OF_PLAN.findall(_EXCEEDED.sub(" ", said))]
    against = [
        first.quantity.value < second.quantity.value
        for at, first in enumerate(quantities)
        for second in quantities[at + 1 :]
        if _of_one_unit(first.quantity.unit, second.quantity.unit)
        and _TARGET.search(said[first.span.end : second.span.start])
    ]
    fraction = _FRACTION.search(_without_dates(clause)) or _OUT_OF.search(said)
    parts = [(int(fraction[1]), int(fraction[2]))] if fraction is not None else []
    parts += [(int(one["part"]), int(one["whole"])) for one in _OF_ALL.finditer(said)]
    part = any(some < every for some, every in parts)
    full = bool(parts) and all(some == every for some, every in parts)
    return {
        "degree_short": reached and any(one < 100 for one in degrees),
        "degree_full": reached and any(one >= 100 for one in degrees),
        "below_target": reached and (any(against) or any(one < 100 for one in of_plan) or _BELOW.search(said) is not None),
        "at_target": reached and any(not one for one in against),
        "part": reached and part,
        "whole_in_part": whole and (part or any(one < 100 for one in shares)),
        "whole_in_full": whole and (full or any(one == 100 for one in shares) or _ALL.search(said) is not None),
        "share_of_higher": higher and any(one < 100 for one in degrees),
    }


@lru_cache(maxsize=1)
def _model() -> tuple[tuple[str, ...], np.ndarray, np.ndarray]:
    """Names of the signs, weights [polarities, signs] and bias [polarities]."""
    rows = [line.split("\t") for line in WEIGHTS.read_text("utf-8").splitlines()[1:]]
    table = {name: np.array([float(one) for one in weights]) for name, *weights in rows}
    bias = table.pop(BIAS)
    return tuple(table), np.stack(list(table.values()), axis=1), bias
