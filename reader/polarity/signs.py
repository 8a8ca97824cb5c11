"""What speaks for yes and for no: a negation beside the words of the question, an opposite word, another number, a
degree below what is asked, a part of the whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from itertools import pairwise

from plans.text import canonical, fold, has_accents
from reader.lexicon.names import CAPITAL
from reader.polarity.as_asked import (
    a_record_as_asked,
    exceeded_as_asked,
    held_as_asked,
    left_out_as_asked,
    missed_as_asked,
    moved_as_asked,
    placed_as_asked,
    surpassed_as_asked,
)
from reader.polarity.figures import degrees, given_as_asked, numbers, within
from reader.polarity.more_or_less import says_more
from reader.polarity.patterns import CONFIRM, IN_WORDS, PARTS, REACHED, TARGET_ASKED, WORD, YEAR, listed
from retriever.abbreviations import spell_out
from retriever.synonyms import official

_REACH = 4
"""Words between a negation and a word of the question that it negates."""
_NEAR = 7
"""Words behind a negation among which stands what it denies."""
_TAIL = 3
"""Words at a question's end where no auxiliary tells what it wants to know."""


_TAG = re.compile(
    r"\b(?:có hay không|co hay khong|hay không"
    r"|hay chưa|phải không|đúng không|được không|có phải|không|chưa|rồi|hay khong|hay chua|phai khong"
    r"|dung khong|duoc khong|co phai|khong|chua|roi)\b\W*$|^(?:có phải|co phai)\b"
)
_NEGATIONS = ("không", "chưa", "chẳng", "not")
_OPPOSITES = tuple(
    tuple(pair.split(":"))
    for pair in listed(
        """tăng:giảm, cao:thấp, nhiều:ít, lớn:nhỏ, vượt:thấp, vượt:hụt, đủ:thiếu, nhanh:chậm, đúng:chậm, đúng:trễ,
        sớm:muộn, sớm:trễ, sớm:chậm, lên:xuống, tiếp tục:dừng, tiếp tục:thôi, được:cấm, mở:đóng, trước:sau,
        hoàn thành:chậm, đạt:thiếu, đạt:hụt, đạt:thấp, đủ:khuyết, xong:mới, trong:ngoài, thêm:bớt, tăng:bớt,
        tăng:sụt, mở rộng:giảm, mở rộng:thu hẹp, cải thiện:giảm, tốt:kém, lãi:lỗ, thuận lợi:khó khăn, giữ:bỏ,
        bắt buộc:tự nguyện, miễn:nộp, miễn:đóng, miễn:trả, miễn:mua, miễn:thu, nhiều hơn:giảm, cao hơn:giảm,
        lớn hơn:giảm, ít hơn:tăng, thấp hơn:tăng, nhỏ hơn:tăng, đồng ý:bác, increase:giảm, rise:giảm, grow:giảm,
        decrease:tăng, fall:tăng"""
    )
)
_IN_TIME = ("trước", "sau")
"""Prepositions, which a question may hold both of: "sau sáp nhập, giấy tờ cấp trước ngày 01/7 có dùng được không?"."""
_GROWTH = r"tốc độ tăng(?: trưởng)?|tăng trưởng|giảm nghèo"
"""What "tăng" and "giảm" stand in without saying that something rose or fell."""
_LIMIT = re.compile(r"\bkhông (?:quá|dưới|ít hơn|nhiều hơn|thấp hơn|cao hơn|vượt quá|kém)(?= (?:\w+ )?\d)")
"""In front of a number that is a limit, which denies nothing: "không quá 40 khách"."""
_NAMED = re.compile(r"[\"“]\s*(?:\d|hai|ba|bốn|năm) không\b[^\"“”]*[\"”]")
"""What is called after what it has not: tàu cá "3 không"."""
_FREE = re.compile(
    r"\b(?:(?:không|khỏi) (?:phải )?(?:thu|mất|trả|nộp|đóng|bán|mua)|miễn)(?: \d+ ?%)?"
    r"(?: (?:học|lệ|viện|khoản))* (?:phí|tiền|vé)\b"
)
"""That something costs nothing, whatever the words: "không thu học phí", "miễn 100% lệ phí"."""
_DENIALS = listed(
    """chỉ, mới, hủy, dời, hoãn, dừng, tạm dừng, đình chỉ, bị, cấm, vắng, chậm, trễ, muộn, quá hạn, thiếu, hụt, thấp hơn,
    thôi, ngoài, trừ, riêng, còn, bác, từ chối, rút, giải thể, bãi bỏ, miễn, sau, vướng,
    dở dang"""
)
_BUT = re.compile(r"\b(?:nhưng|song)\b[^;.]{0,120}?\b(?:còn|chưa|vướng|thiếu|chờ|không)\b")
"""That what is said before is not so after all: "phải đạt chuẩn nhưng còn vướng tiêu chí số 6"."""
_ASIDE = re.compile(r"\s[-–]\s[^-–.;:]{3,80}\s[-–]\s")
"""What is put in between dashes: "Đảo Trần - nơi chỉ có 12 hộ - đã có điện"."""
_ASSERTED = re.compile(r"\bđã\b")
_TARGET_SAID = re.compile(r"\b(?:chỉ tiêu|kế hoạch|mục tiêu|dự toán|nghị quyết|vượt|giao|đề ra)\b|\d ?%|/\d")
_COMPOUNDS = listed(
    "chỉ tiêu, chỉ đạo, chỉ số, chỉ thị, chỉ huy, chỉ định, chỉ dẫn, nông thôn mới, đổi mới, kiểu mới, sau khi"
)
"""Words in which none of those stands for itself."""
_ONLY = listed("chỉ, mới được, mới đạt, mới có, mới xong")
_TO_COME = listed(
    """phấn đấu, dự kiến, sẽ, đề nghị, thảo luận, chuẩn bị, giao, xem xét, đang, kế hoạch, triển khai, hướng tới,
    đặt mục tiêu, kiến nghị, rà soát, chủ trương, lập đề án, lập hồ sơ, đề xuất"""
)
_WHOLE = listed(
    """đều, tất cả, toàn bộ, hết, đầy, đủ, mọi, cả, xong, hoàn thành, all, every, fully, entire, everyone, completed,
    finished"""
)
_ROUND = re.compile(r"\b(?:cả|ca) (?:chục|trăm|nghìn|ngàn|mấy|thập kỷ|chuc|tram)\b")
"""No whole, but a round number: "của cả chục năm qua"."""
_HIGHER = listed("cao hơn, vượt, trên, nhiều hơn, exceed, higher")
_AGAINST = (
    *("negated_beside", "negated_apart", "negated_question", "opposite", "only", "but", "to_come"),
    *("year_other", "day_other"),
    *("number_other", "beyond", "degree_short", "below_target", "part", "whole_in_part", "share_of_higher"),
)
"""Signs beside which a predicate that is restated does not say yes."""
_AUXILIARY = re.compile(r".*\b(?:có|đã|được|phải|bị|do|là|co|da|duoc|phai|bi|la)\b(?=\s+\S)")
_DONE = re.compile(r"\b(?:đã|chưa|rồi|da|chua|roi|has|have|had|did|was|were)\b")
_CIRCUMSTANCE = re.compile(r"\b(?:khi|nếu|vì|do|để|nhằm|mà|phục vụ|when|if|because|while)\b[^,;:]*")
"""What a negation says of it, it does not say of the sentence."""
_OF_THOSE = re.compile(
    r"(?<=\w )(?:các|những|số|cac|nhung|so)(?: \w+){1,3}? (?:chưa|không|chẳng|chua|khong|chang)\b(?: \w+){1,3}"
)
"""What a negation says of some, it does not say of what is done with them: "cưỡng chế các hộ chưa nhận bồi thường"."""
_AGAINST_WHEN = re.compile(r"\bso với (?:cùng kỳ|năm)(?: (?:năm )?(?:trước|ngoái))?\b|\bcùng kỳ\b")
_NOT_REACHED = re.compile(r"\b(?:không|chưa|khong|chua) (?:đạt|hoàn thành|vượt|về đích|dat|hoan thanh|vuot|ve dich)\b")
_REMARK = re.compile(r"\s*\([^()]*\)(?=\W*$)")
"""What a question adds behind its tag: "... không (số liệu cuối 2023)?"."""
_AGE = re.compile(
    r"(?:\b(?:dưới|trên|từ|đủ)\s+)?\d{1,3}(?:\s*[-–]\s*\d{1,3}|\s+(?:đến|tới)\s+\d{1,3})?\s+tuổi\b", re.IGNORECASE
)
_CONCEDED = re.compile(r"^(?:tuy|(?:mặc )?dù|(?:al)?though)\b[^,]*,\s*", re.IGNORECASE)
"""What a question grants and does not ask: "tuy tổng vốn giảm, phần này có tăng không?"."""
_BASE_YEAR = re.compile(r"\bso (?:với )?(?:cùng kỳ )?(?:năm )?(?:19|20)\d\d\b", re.IGNORECASE)
"""The year that figures are compared with."""
_DAY = re.compile(r"(?<!\d)\d{1,2}/\d{1,2}(?!\d)")
_CAPITALISED = re.compile(rf"(?<!^)(?<![.?!] )\b{CAPITAL}\w*")


def signs(question: str, clause: str) -> dict[str, float]:
    """What speaks for yes or no, by name, each in [0, 1]. Where the question has no accents, none are compared."""
    question, clause = official(spell_out(_CONCEDED.sub("", _REMARK.sub("", question)))), spell_out(clause)
    question, clause = _without_shared_ages(question, clause)
    asked, said = (_LIMIT.sub(" ", _NAMED.sub(" ", _FREE.sub("miễn phí", canonical(text)))) for text in (question, clause))
    form: Callable[[str], str] = str if has_accents(asked) or not asked.isascii() else fold
    names = _CAPITALISED.findall(question)
    said = _apart_from_the_one_asked_about(names, said)
    said = _of_the_subject(asked, _ASIDE.sub(" ", said), form)
    denying = {form(one) for one in _NEGATIONS}
    core, stated = _apart_from_shared_negations(_TAG.sub(" ", _TAG.sub(" ", asked)), form(said), denying)
    asked_words, said_words = WORD.findall(core), WORD.findall(stated)
    content = {word for word in asked_words if len(word) > 1}

    def has(words: str, text: str) -> bool:
        return re.search(rf"(?<!\w){re.escape(form(words))}(?!\w)", text) is not None

    def asks(words: tuple[str, ...]) -> bool:
        return any(has(one, core) for one in words)

    compounds = re.compile("|".join(form(one) for one in _COMPOUNDS))
    alone = compounds.sub(" ", stated)

    def adds(words: tuple[str, ...], text: str = alone) -> int:
        return sum(has(one, text) and not has(one, core) for one in words)

    negated = bool(denying & set(WORD.findall(_OF_THOSE.sub(" ", _CIRCUMSTANCE.sub(" ", core)))))
    moving, moved = (compounds.sub(" ", re.sub(form(_GROWTH), " ", text)) for text in (core, stated))
    opposite = any(
        has(a, moving) and has(b, moved) and not has(a, moved) and not (b in _IN_TIME and has(b, moving))
        for one in _OPPOSITES
        for a, b in (one, one[::-1])
    )
    auxiliary = _AUXILIARY.match(core)
    named = {form(canonical(one)) for one in names}
    unnamed = [word for word in asked_words if word not in named] or asked_words
    predicate = WORD.findall(core[auxiliary.end() :]) if auxiliary else unnamed[-_TAIL:]

    def telling(text: str) -> list[str]:
        return [one for one in PARTS.split(text) if set(predicate) & set(WORD.findall(one))]

    main = _CIRCUMSTANCE.sub(" ", stated) if set(said_words) & denying else ""
    mainly = [WORD.findall(one) for one in telling(main) or PARTS.split(main)]
    negations = [part[at + 1 : at + 1 + _REACH] for part in mainly for at, word in enumerate(part) if word in denying]
    near = any(content & set(behind) for behind in negations)
    near = near or (asks(REACHED) and _NOT_REACHED.search(stated) is not None)
    restated = sum(word in said_words for word in predicate) / max(1, len(predicate))
    told = " , ".join(telling(alone)) or alone
    of_a_share = re.search(IN_WORDS, asked) is not None  # "có đủ hai phần ba không" asks for no whole
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
        "target_unsaid": TARGET_ASKED.search(asked) is not None and not _TARGET_SAID.search(said),
        "to_come": adds(_TO_COME, told) > 0 and _DONE.search(asked) is not None,
        "confirm": CONFIRM.search(asked) is not None,
        "names_missing": sum(canonical(one) not in said for one in names) / len(names) if names else 0.0,
        "covered": len(content & set(said_words)) / max(1, len(content)),
        "restated": restated,
        "year_other": _differ(YEAR, _BASE_YEAR.sub(" ", question), _BASE_YEAR.sub(" ", clause)),
        "day_other": _differ(_DAY, question, clause),
        "day_same": bool(set(_DAY.findall(question)) & set(_DAY.findall(clause))),
        **numbers(question, clause, asked),
        **degrees(
            clause,
            said,
            reached=asks(REACHED) and not of_a_share,
            whole=any(has(one, _ROUND.sub(" ", core)) for one in _WHOLE) and not of_a_share,
            higher=asks(_HIGHER),
        ),
    }
    given = given_as_asked(question, clause, said) if found["confirm"] else None
    held = (
        given,
        moved_as_asked(asked, said),
        placed_as_asked(asked, said),
        surpassed_as_asked(asked, said),
        exceeded_as_asked(asked, said),
        says_more(question, clause),
        held_as_asked(question, clause),
        a_record_as_asked(asked, said),
        left_out_as_asked(asked, said),
        missed_as_asked(asked, said),
        within(asked, clause) if of_a_share else None,
    )
    for as_asked in held:
        if as_asked is not None:
            found["degree_full" if as_asked else "below_target"] = True
    found["restated_plainly"] = restated * (not any(found[name] for name in _AGAINST))
    return {name: float(value) for name, value in found.items()}


def _without_shared_ages(question: str, clause: str) -> tuple[str, str]:
    """Both without the ages that both name: of "trẻ dưới 5 tuổi" the 5 is no figure that is asked about."""
    shared = {canonical(one) for one in _AGE.findall(question)} & {canonical(one) for one in _AGE.findall(clause)}

    def without(text: str) -> str:
        return _AGE.sub(lambda age: " " if canonical(age[0]) in shared else age[0], text)

    return without(question), without(clause)


def _apart_from_the_one_asked_about(names: Collection[str], said: str) -> str:
    """A clause without the "chỉ có" that makes what is asked about the only one of which it is so: "chỉ có xã Cẩm Sơn đạt
    chuẩn" says that it does."""
    written = "|".join(re.escape(canonical(one)) for one in names)
    return re.sub(rf"\bchỉ (?:có )?(?=(?:\w+ ){{0,2}}(?:{written})\b)", "", said) if written else said


def _of_the_subject(asked: str, said: str, form: Callable[[str], str]) -> str:
    """Of a clause that says both of two opposites ("giảm 3 vụ, tăng 2 người chết"), the part that has most of the other
    words of the question; the clause itself where it says one, where the question says both, or no part has more than the
    others."""
    words = WORD.findall(_AGAINST_WHEN.sub(" ", asked))
    for pair in _OPPOSITES:
        if pair[0] in REACHED:
            continue  # "đạt 7,28%, thấp hơn mục tiêu" says both of one thing
        asks = {*map(form, pair)} & {*words}
        if not all(re.search(rf"\b{re.escape(one)}\b", said) for one in pair) or len(asks) != 1:
            continue
        subject = {*words} - {*map(form, pair)}
        parts = [(len(subject & {*map(form, WORD.findall(part))}), part) for part in PARTS.split(said)]
        (most, best), *others = sorted(parts, key=lambda one: -one[0])
        if others and most > others[0][0] and any(re.search(rf"\b{re.escape(one)}\b", best) for one in pair):
            return best
    return said


def _apart_from_shared_negations(core: str, stated: str, denying: set[str]) -> tuple[str, str]:
    """Both without the negations that stand between the same words, or before the same two, in both: of "dự án chưa có mặt
    bằng", where question and clause speak of such projects, the "chưa" decides nothing between them."""
    negations = re.compile(rf"\b(?:{'|'.join(sorted(denying))})\b")

    def around(text: str, negation: re.Match[str]) -> set[tuple[str, ...]]:
        before, behind = WORD.findall(text[: negation.start()]), WORD.findall(text[negation.end() :])
        beside = {("between", before[-1], behind[0])} if before and behind else set()
        beside |= {("near", *pair) for pair in pairwise(behind[1:_NEAR])}  # "chưa có chỗ xử lý", "không có hệ thống xử lý"
        return beside | ({("before", *behind[:2])} if len(behind) > 1 else set())

    def met(text: str) -> set[tuple[str, ...]]:
        return {one for negation in negations.finditer(text) for one in around(text, negation)}

    shared = met(core) & met(stated)

    def without(text: str) -> str:
        return negations.sub(lambda negation: " " if shared & around(text, negation) else negation[0], text)

    return without(core), without(stated)


def _differ(pattern: re.Pattern[str], question: str, clause: str) -> bool:
    asked, said = set(pattern.findall(question)), set(pattern.findall(clause))
    return bool(asked and said and not asked & said)
