"""Figures that are likely and still of other things than the question asks for: of the whole where a part is asked, of beds
where doctors are, of what died where it is asked how many there are."""

from __future__ import annotations

import re

from plans.admin_units import split_long_name
from plans.text import canonical, fold, syllables
from plans.units import is_measure
from reader.contrasts.counted import of_one_sort
from reader.contrasts.numbered import number_untold
from reader.contrasts.proper_names import is_beside_what_is_named, is_of_another_name
from reader.contrasts.sides import of_fund_asked
from reader.evidence.candidates import Candidate
from reader.lexicon.dimensions import dimension_of
from reader.lexicon.places import narrowest, relations_of
from reader.lexicon.terms import terms_of
from reader.questions.question import Question
from reader.questions.question_words import LEFT_OUT, NOT_A_UNIT, STOP, UNIT
from reader.scoring.features import SURE
from reader.scoring.scored import Scored
from retriever.abbreviations import spell_out
from retriever.synonyms import settled

_MOSTLY_IN_ROW = 0.5
"""The share from which a cell that seems to be of another thing is, however sure the span reader is."""
_TOTAL = re.compile(r"\b(?:tổng|cộng|total|altogether)\b")
_OF_OTHER_THINGS, _OWN_LITTLE = -0.5, 0.05
"""That other things are counted than the question asks for, and nothing that it asks is said beside them."""
_PART_ASKED = re.compile(
    r"trong (?:tổng )?(?:số|phần|khoản|mức|vốn|kinh phí|\d+)\b(?P<whole>[^,]+),\s*(?:thì |riêng )?(?P<part>.+?)"
    r"\s(?:chiếm |là |có |được |còn |có )?(?:bao nhiêu|mấy)\b"
)
_COUNTED_KIND = re.compile(r"\b(?:bao nhiêu|mấy) (?P<what>[^?.,;]+)")
_NEXT_FIGURE = re.compile(r"[(,;]|\d")
_LOST = re.compile(r"\b(?:bị chết|làm chết|tiêu hủy|bị thiệt hại|bị hư hỏng|bị sập|bị nhiễm|bị bệnh)\b")
_DEATHS = re.compile(r"\b(?:tử vong|chết|mất tích|thiệt mạng)\b")
_DEATH = re.compile(rf"\s*(?:bị )?{_DEATHS.pattern}")
"""The same right behind a figure."""
_DEATH_ASKED = re.compile(
    rf"{_DEATHS.pattern}|\b(?:mất|thiệt hại|hy sinh|lost|died?|dead|deaths?|killed|casualties|missing)\b"
)
_LOSS_ASKED = re.compile(
    r"\b(?:chết|tiêu hủy|thiệt hại|hỏng|sập|ngập|mất|nhiễm|mắc|bệnh|dịch|bão|lũ|rét|thiên tai|ảnh hưởng|bị|lost|died?|dead"
    r"|killed|damaged?|infected|culled)\b"
)
_EACH = re.compile(r"\bmỗi (?P<what>.+?)\b(?:bao nhiêu|mấy)\b")
_AS_IT_WAS = r"\b{0} (?:truoc day )?\(?cu\b|\bformer {0}\b|\bformer (?:province|district|commune|town|city) of {0}\b"
_MERGED = re.compile(r"\b(?:hop nhat|sap nhap|nhap|gop)\b[^.;]*")
"""What a sentence says of a merger: the places that it names there are none that the figure is of."""
_FORMER = re.compile(r"\w \(?cũ\b", re.IGNORECASE)
_LED_IN, _OF_THE_PLACE = 0.6, 0.9
"""Share of the question's words said right before, and agreement of places, from which a figure needs no word of it."""
_HARDLY, _NOT_VOUCHED = 0.75, 0.15
"""Share of the question's words that is said nowhere near, and the span reader's log-odds in tenths up to which it does not
count. Of nine such answers to questions on eighteen sets of documents none was right."""
_HARDLY_BESIDE = 0.5
"""The same where nearly nothing of the question is said beside the figure itself: of 708 answered questions on twenty-five
sets it bars none that is right."""
_NOTHING_SAID = 0.9
"""The same from which a figure is of something else, whatever the span reader says. Of 944 answers none was so."""
_OWN_NOTHING, _MUCH_UNSAID = 0.03, 0.4
"""The same of a figure beside which nothing of the question is said: of 944 answers one was so, and wrong."""
_HARDLY_IN_ROW = 0.38
"""The same share for a cell of a table in whose row and headings the weightiest word of the question stands nowhere, where
the span reader speaks against it."""
_NO_WORDS = re.compile(r"\([^()]*\)|\d+")  # "(người)" after a heading, and years
_LETTERS = re.compile(r"(?<![\w/.&-])[A-ZĐ]{3,}(?![\w/&-])")
_MEASURES = frozenset("ty le so tong muc tri gia quy mo dien tich san luong nang suat phan tram co dat duoc".split())
"""Folded words that say how something is measured, whatever it is."""
_RATE = re.compile(
    r"\b(?:tỷ|tỉ) (?:lệ|trọng|suất) (?P<of>[^\d,;?]+?)"
    r"(?= (?:của|ở|tại|trên|là|năm|còn|đạt|chiếm|so|bao nhiêu|tăng|giảm)\b| \d|[,;?]|$)"
)
"""A rate, and what it is of."""
_OF_MEASURES = 0.18
"""Share of the question's words that such words are, at most."""
_MONEY_ASKED = re.compile(r"\b(?:doanh thu|kim ngạch|kinh phí|chi phí|bao nhiêu tiền|revenue|turnover|cost)\b")
_MARKS_ASKED = re.compile(r"\bđiểm (?:chuẩn|sàn|thi|trung bình|đánh giá|xếp hạng)\b")
_HARDLY_TOLD_IN = -0.8
"""How likely an answer is told in a unit (`dimensions.told_in`), from which it hardly is."""
_PEOPLE = "nguoi"
_CLASSIFIERS = frozenset("cai con can chiec ngoi tam cay khu vu luot so bo dot lan gia".split())
"""Folded words in front of the noun that is counted: "bao nhiêu căn nhà"."""
_REST = re.compile(r"\b(?:khác|còn lại)\W*$|\bother\b")
_CHANGED = re.compile(r"\b(?:tăng|giảm)\s*$", re.IGNORECASE)
_GOES_WITHOUT_SAYING = re.compile(
    r"(?:hội|ủy ban|ban|sở|phòng|bộ|mặt trận|đảng|trung ương|nghị quyết|quyết định|kế hoạch|kinh tế|thành phố|thị)\b"
)
_WITHOUT = re.compile(r"\b(?:không|chưa|ngoài|trừ|loại)\b")
_MOSTLY_LEFT_OUT = 0.6
"""Share of the words for what is left out, that the question has nowhere else, from which a figure is said of that."""
_ALONE = re.compile(r"\briêng\b")
_ALONE_OF = re.compile(r"^(?:trong đó,? |còn )?riêng (?P<what>[^\d,?]{2,40}?)(?:,| thì | năm | tháng | trong | ở )")
"""What a question begins with that asks for one thing of several."""


def is_of_other_things(question: Question, best: Scored, asked: str) -> bool:
    """Whether a figure is; `asked` is the question in its canonical form, less what it leaves out."""
    candidate, values = best.candidate, best.features
    return (
        (values["place"] < 0.0 and _ALONE.search(asked) is not None)
        or _of_what_is_left_out(question, candidate)
        or _of_all(question, candidate, asked)
        or _not_of_that_alone(question, candidate, asked)
        or (values["span"] <= SURE and is_of_another_name(question, candidate))
        or is_beside_what_is_named(question, candidate)
        or _counts_other_things(question, candidate, values)
        or _of_all_its_parts(candidate, asked)
        or _of_one_place_alone(question, candidate)
        or _of_the_rest(candidate, asked)
        or number_untold(asked, (*(level.text for level in candidate.levels), candidate.unit.text, candidate.column))
        or _was_lost(candidate, asked)
        or _counts_those_that_get_it(question, candidate, asked)
        or _of_another_former_place(question, candidate, asked)
        or _counts_what_no_heading_names(question, candidate, values)
        or _hardly_named(candidate, values, asked)
        or _named_otherwise(question, candidate, values)
        or (values["span"] <= _NOT_VOUCHED and _of_another_rate(candidate, asked))
        or _counts_for_money(question, candidate, values, asked)
        or (values["span"] <= SURE and _of_a_kind_told_apart(candidate, asked))
        or (values["span"] <= _NOT_VOUCHED and _of_other_letters(question, candidate))
        or _under_other_letters(question, candidate)
        or _counts_for_marks(candidate, asked)
    )


def _of_what_is_left_out(question: Question, candidate: Candidate) -> bool:
    """Whether the question says what it leaves out ("..., không tính thu trên toàn địa bàn"), and that is what a figure is
    said of, not what is left out beside it too."""
    asked = question.own_words
    out = LEFT_OUT.search(asked)
    if out is None or _WITHOUT.search(canonical(candidate.levels[1].text)):
        return False
    named = {fold(word) for word in syllables(out["what"]) if word not in STOP}
    named -= {fold(word) for word in syllables(f"{asked[: out.start()]} {asked[out.end() :]}")}
    own, *_ = _NEXT_FIGURE.split(candidate.unit.document.text[candidate.span.end : candidate.unit.span.end])
    counts = dimension_of(candidate.counted_in) == "count"  # "1 xã kiểu mẫu", behind "2 xã nâng cao và"
    said = terms_of(own) if counts and own.strip() else candidate.levels[0].terms
    return bool(named) and len(named & said) >= _MOSTLY_LEFT_OUT * len(named)


def _of_all(question: Question, candidate: Candidate, asked: str) -> bool:
    """Whether a figure is of several things where that of one alone is asked for: "riêng ki-ốt" of "máy tính, máy quét,
    ki-ốt"."""
    alone = _ALONE.search(asked)
    label = canonical(candidate.record.label.rsplit(": ", 1)[0]) if candidate.record is not None else ""
    things = [one.strip() for one in re.split(r",|\bvà\b|\s[-–]\s", label)]
    if alone is None or len(things) < 2:
        return False
    return any(len(one) > 2 and one in asked[alone.end() :] for one in things) and not all(one in asked for one in things)


def _not_of_that_alone(question: Question, candidate: Candidate, asked: str) -> bool:
    """Whether what is asked for alone ("riêng tôm, sản lượng bao nhiêu tấn?") is said nowhere beside a figure."""
    alone = _ALONE_OF.search(asked)
    if alone is None or question.english:
        return False
    places = {fold(word) for one in question.places for word in syllables(canonical(one.name))}
    named = {fold(word) for word in syllables(alone["what"]) if word not in STOP} - places
    said = frozenset[str]().union(*(level.terms for level in candidate.levels[:4]), terms_of(candidate.column))
    return bool(named) and not named & said


def _hardly_named(candidate: Candidate, values: dict[str, float], asked: str) -> bool:
    """Whether most of what the question asks about is said nowhere near a figure, and the span reader does not vouch for
    it."""
    if values["row"] and values["missing"] >= 1.0 and values["absent"] >= _HARDLY_IN_ROW:
        total = _TOTAL.search(canonical(candidate.column)) is not None and _TOTAL.search(asked) is None
        another = bool(values["lacks"]) and values["absent"] >= _MOSTLY_IN_ROW
        return total or another or values["span"] < 0.0
    if values["absent"] >= _NOTHING_SAID:
        return True
    hardly = _HARDLY if values["own"] > _OWN_LITTLE else _HARDLY_BESIDE
    return values["absent"] >= hardly and values["span"] <= _NOT_VOUCHED


def _of_another_rate(candidate: Candidate, asked: str) -> bool:
    """Whether a figure is named as a rate ("tỷ lệ lao động có việc làm 92%"), and a rate is asked for of what shares
    no word with that ("tỷ lệ hộ nghèo")."""
    wanted = [terms_of(one["of"]) - _MEASURES for one in _RATE.finditer(asked)]
    label = canonical(candidate.record.label) if candidate.record is not None else ""
    told = _RATE.search(label)
    if told is None or not wanted or candidate.unit.kind != "sentence":
        return False
    said = candidate.levels[0].terms | terms_of(label)
    return all(one and not one & said for one in wanted)


def _counts_for_money(question: Question, candidate: Candidate, values: dict[str, float], asked: str) -> bool:
    """Whether it is asked how much money something brings or takes, and things are counted: visitors for their spending."""
    money = question.measure == "money" or _MONEY_ASKED.search(asked) is not None
    if not money or values["told_in"] > _HARDLY_TOLD_IN or values["span"] > SURE:
        return False
    return dimension_of(candidate.counted_in) == "count" and _CHANGED.search(candidate.in_front) is None


def _named_otherwise(question: Question, candidate: Candidate, values: dict[str, float]) -> bool:
    """Whether a figure of running text has a name, and neither that nor its sentence has a word of the question, or none
    but of how it is measured ("tỷ lệ"): what stands before them is of something else."""
    if candidate.record is None or candidate.unit.kind != "sentence" or values["row"]:
        return False
    if max(values["own"], values["segment"]) <= _OWN_NOTHING and values["span"] < 0.0:
        return True  # "tuyển quân đạt chỉ tiêu; kết nạp 60 đảng viên"
    asks_anew = not question.english and not question.carried and question.text == question.query.text
    if asks_anew and values["own"] <= _OWN_NOTHING and values["absent"] >= _MUCH_UNSAID:
        return True
    if values["span"] > SURE or of_fund_asked(question, candidate.record.label):
        return False
    if asks_anew and values["own"] <= _OF_MEASURES and values["span"] <= _NOT_VOUCHED:
        things = question.strong_words - _MEASURES
        said = frozenset[str]().union(*(level.terms for level in candidate.levels[:3]), terms_of(candidate.label))
        if things and not things & said:
            return True
    if values["lead"] >= _LED_IN and values["place"] >= _OF_THE_PLACE:
        return False  # "tỷ lệ hồ sơ trực tuyến cao là A (67%). Ngược lại, thấp nhất là B (7,4%)"
    return values["own"] + values["segment"] + values["unit"] <= _OWN_LITTLE and bool(candidate.record.label)


def _of_a_kind_told_apart(candidate: Candidate, asked: str) -> bool:
    """Whether a kind of things is counted for ("bao nhiêu huy chương vàng") that the document tells apart elsewhere, and a
    figure is said of such things without a word of their kind."""
    unit = canonical((candidate.quantity and candidate.quantity.unit) or "")
    counted = _COUNTED_KIND.search(asked)
    if not unit or is_measure(unit) or counted is None or candidate.unit.kind != "sentence":
        return False
    what = counted["what"]
    rest = what.removeprefix(f"{unit} ").split()
    if rest == what.split() or not rest or rest[0] in STOP:
        return False
    behind = candidate.unit.document.text[candidate.span.end : candidate.unit.span.end]
    if re.search(rf"\d {re.escape(unit)} {re.escape(rest[0])}\b", canonical(behind)):
        own, *_ = _NEXT_FIGURE.split(behind)
        beside = f"{_NEXT_FIGURE.split(candidate.in_front)[-1]} {own}"
        return rest[0] not in syllables(canonical(beside))  # "18 huy chương các loại (4 huy chương vàng, ...)"
    around = (candidate.levels[0].text, candidate.unit.text, candidate.unit.lead, candidate.levels[4].text)
    return rest[0] not in syllables(canonical(" ".join(around))) and f"{unit} {rest[0]}" in canonical(
        candidate.unit.document.text
    )


def _counts_what_no_heading_names(question: Question, candidate: Candidate, values: dict[str, float]) -> bool:
    """Whether a cell stands in a table that says nowhere that the things asked for are counted in it: doctors, where it
    counts beds."""
    unit = UNIT.search(question.spelled)
    if not values["row"] or question.measure != "count" or question.english or unit is None:
        return False
    words = [fold(one) for one in settled(unit.group(1)).split()[:2]]
    if NOT_A_UNIT.match(unit.group(1)) or len(words) < 2:
        return False
    heading = terms_of(_NO_WORDS.sub(" ", candidate.column))
    if heading and heading <= terms_of(question.spelled):
        return False  # "sơ tuyển": whom it counts goes without saying
    said = frozenset().union(*(level.terms for level in candidate.levels), heading)
    if words[0] == _PEOPLE and _PEOPLE in said:
        return False  # "bao nhiêu người đóng bảo hiểm": what they do may be said otherwise
    named = words[-1] in said if words[0] in _CLASSIFIERS else words[0] in said
    return "_".join(words) not in said and not named


def _of_other_letters(question: Question, candidate: Candidate) -> bool:
    """Whether the question names something by letters ("VAT", "FDI"), and around a figure neither they nor most of
    what they stand for is said. Bodies and documents may go without saying."""
    if question.query.text.isupper():
        return False
    said = " ".join((*(level.text for level in candidate.levels), candidate.column, candidate.unit.text))
    terms = frozenset[str]().union(*(level.terms for level in candidate.levels))
    for letters in _LETTERS.findall(question.query.text):
        form = spell_out(letters)
        pairs = {term for term in terms_of(form) if "_" in term}
        told = 2 * len(pairs & terms) >= len(pairs)
        if letters in said or told or _GOES_WITHOUT_SAYING.match(form) or is_measure(letters):
            continue
        return True
    return False


def _under_other_letters(question: Question, candidate: Candidate) -> bool:
    """Whether a cell stands under letters ("PAR INDEX 2023"), and the question names other letters of its document."""
    if question.query.text.isupper():
        return False
    asked = {one for one in _LETTERS.findall(question.query.text) if not _GOES_WITHOUT_SAYING.match(spell_out(one))}
    heads = {one for one in _LETTERS.findall(candidate.column) if spell_out(one) not in question.spelled}
    if not heads or asked & heads:
        return False
    row = f"{candidate.unit.text} {candidate.unit.lead}"
    return any(one in candidate.unit.document.text and one not in row for one in asked)


def _counts_for_marks(candidate: Candidate, asked: str) -> bool:
    """Whether marks are asked for ("điểm chuẩn"), and things are counted: candidates at an examination."""
    return _MARKS_ASKED.search(asked) is not None and dimension_of(candidate.counted_in) == "count"


def _of_all_its_parts(candidate: Candidate, asked: str) -> bool:
    """Whether it is asked how much of a whole a part is, and a figure is said of the whole: "trong số biên chế, ngành y tế
    bao nhiêu?"."""
    found = _PART_ASKED.match(asked)
    if found is None:
        return False
    own = found["part"].split()
    part = {fold(word) for word in own if word not in STOP} - terms_of(found["whole"])
    said = candidate.levels[0].terms | candidate.levels[1].terms
    return bool(part) and not part & said


def _of_one_place_alone(question: Question, candidate: Candidate) -> bool:
    """Whether a question names places none of which lies in another, and one is said nowhere around a figure: what was sent
    to a province is not all that was given."""
    places = narrowest(question.places)
    if len(places) < 2 or question.carried:
        return False
    around = fold(" ".join((*(level.text for level in candidate.levels), *candidate.unit.document.places)))
    return not all(fold(split_long_name(one.name)[1]) in around for one in places)


def _of_the_rest(candidate: Candidate, asked: str) -> bool:
    """Whether a row is of the others that have none of their own ("Các xã khác", "12 xã còn lại"), and no such is asked
    about."""
    unit = candidate.unit
    if unit.kind != "row" or not unit.cells or _REST.search(asked):
        return False
    named = unit.cells[unit.named_by if unit.named_by is not None else 0].of(unit.document.text)
    return _REST.search(canonical(named)) is not None


def _counts_other_things(question: Question, candidate: Candidate, values: dict[str, float]) -> bool:
    """Whether things are asked for and others are counted, and nothing that is asked is said beside them."""
    unit = fold((candidate.quantity and candidate.quantity.unit) or "")
    little = values["unit_noun"] <= _OF_OTHER_THINGS and values["own"] <= _OWN_LITTLE
    return question.measure == "count" and little and not of_one_sort(question.unit, unit)


def _counts_those_that_get_it(question: Question, candidate: Candidate, asked: str) -> bool:
    """Whether it is asked what each of some things gets, and a figure counts those: "mỗi hộ được hỗ trợ bao nhiêu?"."""
    each = _EACH.search(asked)
    unit = (candidate.quantity and candidate.quantity.unit) or ""
    return each is not None and bool(unit) and question.unit is None and each["what"].startswith(f"{unit.lower()} ")


def _of_another_former_place(question: Question, candidate: Candidate, asked: str) -> bool:
    """Whether a place is asked after as it was before a merger ("tỉnh Quảng Bình cũ"), and a figure is said of another that
    has merged with it, or of the unit that both are now."""
    told = candidate.levels[0].text
    former = {fold(split_long_name(one.name)[1]).lower(): one for one in question.places}
    former = {name: one for name, one in former.items() if re.search(_AS_IT_WAS.format(re.escape(name)), fold(asked))}
    if not former or any(name in fold(told).lower() for name in former):
        return False
    if _FORMER.search(told) is not None:
        return True
    apart = _MERGED.sub(" ", fold(candidate.unit.text).lower())
    if any(name in apart for name in former):
        return False
    return "successor" in relations_of(candidate.unit.document, former.values())


def _was_lost(candidate: Candidate, asked: str) -> bool:
    """Whether a figure is of what died or was damaged, and how many there are is asked: "làm 118 con trâu bị chết, riêng xã
    A 37 con", "533 ca sốt xuất huyết, 01 ca tử vong"."""
    unit = candidate.unit
    if unit.kind != "sentence" or not unit.span.contains(candidate.span):
        return False
    behind = canonical(unit.document.text[candidate.span.end : unit.span.end])
    if _DEATH.match(behind) or _DEATHS.search(canonical(candidate.short)):
        return _DEATH_ASKED.search(asked) is None
    if _LOSS_ASKED.search(asked) or _DEATH_ASKED.search(asked):
        return False
    return _LOST.search(canonical(candidate.in_front.rpartition(";")[2])) is not None
