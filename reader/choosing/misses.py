"""Answers that miss the question although nothing is likelier: a target where the result is asked for, last year's figure,
that of the district for its province, one of two values where their difference is asked."""

from __future__ import annotations

import re

from plans.admin_units import TIERS
from plans.dates import find_dates
from plans.document_numbers import find_document_numbers
from plans.numbers import find_quantities
from plans.text import canonical, syllables
from plans.units import is_measure
from plans.year_parts import parts_of_year
from reader.choosing.other_things import is_of_other_things
from reader.contrasts.proper_names import is_of_another_name, is_of_another_person
from reader.contrasts.works import of_another_work
from reader.evidence.candidates import Candidate
from reader.lexicon.dimensions import dimension_of
from reader.lexicon.places import narrowest, relations_of
from reader.polarity.verdict import settles
from reader.questions.document_sorts import sort_of_number
from reader.questions.question import Question
from reader.questions.question_words import LEFT_OUT
from reader.questions.relations import relations_asked
from reader.scoring.kind_agreement import kind_of
from reader.scoring.part_agreement import OF_ANOTHER_PART, part_untold
from reader.scoring.scored import Scored
from reader.scoring.year_agreement import ranges_in

TARGET = re.compile(
    r"\b(?:chỉ tiêu|mục tiêu|kế hoạch|phấn đấu|dự kiến|đặt ra|đề ra|targets?|targeted|planned|plans? (?:to|for)"
    r"|aim(?:s|ed)?|goals?)\b"
)
_RESULT = re.compile(
    r"\b(?:kết quả|thực tế|thực (?:thu|chi)|đạt được|hiện (?:(?:nay|tại|đang) )?có"
    r"|đã(?! (?:được )?(?:thông qua|đề ra|đặt ra|giao|phê duyệt|ban hành|xác định|thống nhất))"
    r"|thu được|làm được|results?|actual|actually|achieved"
    r"|(?<!ước )(?<!kinh phí )(?<!vốn )(?<!tổ chức )thực hiện"
    r"(?! (?:các )?(?:chương trình|đề án|dự án|chính sách|phong trào|cuộc vận động|nghị quyết|nhiệm vụ|mục tiêu)))\b"
)
_ROUGHLY_REACHED = re.compile(r"\bước\b")
"""Of an estimate that it is of what is reached so far, which the column of a plan does not tell."""
_BOOKS_CLOSED = re.compile(r"\b31/0?1/((?:19|20)\d\d)\b")
_PLAN_KEPT = re.compile(
    r"\b(?:đúng|theo|đạt|hoàn thành|đủ|vượt|hơn|kịp|về đích)(?: \w+){0,3}? (?:kế hoạch|mục tiêu|chỉ tiêu|dự toán|tiến độ)\b"
)
_AGAINST = re.compile(r"\bso với\b|\bcompared\b|\bthan\b")
_RATE = re.compile(r"(?:giảm\s+|tăng\s+)?(?:tỷ|tỉ) (?:lệ|trọng)\b", re.IGNORECASE)
_MOVES = r"\b(?:tăng|giảm|cao hơn|thấp hơn|nhiều hơn|ít hơn|hơn|kém|vượt)\b"
_SAYS = {
    "change": re.compile(_MOVES),
    "growth": re.compile(_MOVES),
    "difference": re.compile(rf"{_MOVES}|\bchênh|\bcách biệt\b"),
    "ratio": re.compile(r"\bgấp\b|\blần\b|\btỷ lệ\b"),
    "sum": re.compile(r"\btổng\b|\bcộng\b"),
}
"""The words by which a source states such a relation itself."""
_YEAR_OF = re.compile(r"(?<!tháng \d )(?<!tháng \d\d )\bnăm ((?:19|20)\d\d)\b", re.IGNORECASE)
"""A year that is said of something, and is no part of a day."""
_IN_PARTS = re.compile(r"\s*[,(:]?\s*(?:trong đó|bao gồm|gồm)\b|\s*\([^()]*\d", re.IGNORECASE)
"""Behind a sum that is then told by its parts: ", trong đó ...", "(ngân sách 1,6 tỷ đồng, còn lại ...)"."""
_ABOUT = re.compile(r"\bước (?:tính )?(?:đạt|thực hiện|được|có|thu|chi)\s*$", re.IGNORECASE)
_REALISED = re.compile(r"\b(?:ước|thực hiện|th|kết quả)\b")
_MOST_CHANGED = re.compile(r"\b(?:tăng|giảm)(?: \w+){0,2} nhất\b[^;.]*$")
_EACH = re.compile(r"\b(?:mỗi|từng)\b")
_EACH_PLACE = re.compile(rf"{_EACH.pattern} (?:nơi|địa phương|đơn vị) (?:\w+ ){{0,3}}?(?:bao nhiêu|mấy)\b")
_NEW_ASKED = re.compile(r"\b(?:cấp|cấp phép|thành lập|đăng ký|lập|thu hút|phát sinh|kết nạp|tuyển) mới\b")
_SO_FAR = re.compile(r"\blũy kế\b|\btính (?:đến|tới) nay\b")
_SO_FAR_ASKED = re.compile(r"\b(?:lũy kế|cộng dồn|đến nay|tới nay|tất cả)\b")
_CHANGE_ASKED = re.compile(r"\b(?:tăng|giảm|hơn|kém|mất|increase|decrease|fall|fell|rise|rose|lost|gain)\b")
_LEFT_ASKED = re.compile(r"\b(?:còn|hiện có|tổng (?:số|cộng)|có tất cả)(?: lại)? (?:bao nhiêu|mấy)\b")
_SHARE_ASKED = re.compile(r"\b(?:tỷ trọng|tỉ trọng|cơ cấu|chiếm|share)\b")
_GROWTH_ASKED = re.compile(r"\b(?:tốc độ|mức độ|so với|growth|faster|change)\b")
_OF_THE_WHOLE = -0.7
"""Agreement of places from which a figure is of what the place asked for lies in; for one of its parts it is less still."""
_OF_A_YEAR_BESIDE = -0.3
"""Agreement of years up to which a figure is of another year, be the one asked for said beside it."""
_RANKED_THEN = -0.9
"""Agreement of years of a rank whose sentence tells another year."""
_END_OF_MONTH = re.compile(r"\b(?:cuối|hết|đến|tới) tháng \d")
_DEADLINE_ASKED = re.compile(r"\b(?:chậm nhất|muộn nhất|hạn (?:chót|cuối)|thời hạn|trước ngày|nộp|báo cáo xong|deadline)\b")
_BY_THEN = re.compile(r"\b(?:trước|chậm nhất(?: là)?|muộn nhất(?: là)?|hạn)(?: (?:ngày|tháng))?\s*$")
_NUMBER_ASKED = re.compile(
    r"\b(?:số|số hiệu|số của) (nghị quyết|quyết định|tờ trình|chỉ thị)\b"
    r"|\b(nghị quyết|quyết định|tờ trình|chỉ thị)(?: nào)? số (?:mấy|bao nhiêu|nào)\b"
)
_NUMBER = re.compile(r"(?<!\w)\d[\d.,]*")
_IN_FORCE = "có hiệu lực"
_ITS_DAY = re.compile(r"[\s,(]*(?:ngày\s*)?")
"""What stands between the number of a document and its day."""
_LEVELS = frozenset(" ".join(TIERS).split())
_BEFORE = 20
_FULFILLED = re.compile(r"\(\s*(?:đạt|bằng)\s*$", re.IGNORECASE)
_HELD_AGAINST = re.compile(r", so với (?:kế hoạch|chỉ tiêu|dự toán|mục tiêu|nghị quyết)", re.IGNORECASE)
_PLAN_ASKED = re.compile(r"\b(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu|nghị quyết|hoàn thành|giao|plan|target)\b")
_OF_GROWTH = re.compile(r"\b(?:tăng trưởng|tốc độ tăng|growth)\b")
_AT_MEETINGS = tuple(
    (re.compile(rf"\b(?:{asked})\b.{{0,40}}\b(?:hội nghị|kỳ họp|phiên|cuộc họp|buổi|đại hội|lễ)\b"), re.compile(told))
    for asked, told in (
        ("chủ trì|chủ tọa|điều hành", r"\b(?:chủ trì|chủ tọa|chủ toạ|điều hành|điều khiển)\b"),
        ("trình bày|quán triệt", r"\b(?:trình bày|quán triệt|báo cáo|thông qua|giới thiệu)\b"),
        ("khai mạc", r"\bkhai mạc\b"),
        ("bế mạc", r"\bbế mạc\b"),
        ("kết luận", r"\bkết luận\b"),
    )
)
"""What somebody does at a meeting, as it is asked for and as it is told."""
_HAVE_NOT = re.compile(
    r"\b(?:bao nhiêu|mấy)\b[^,?]{0,40}\b(?:chưa|không (?:đạt|hoàn thành|còn|được|tham gia|thực hiện|đủ))\b(?! (?:\w+ )?\?)"
    r"|\bcòn (?:bao nhiêu|mấy)\b[^,?]{0,40}\b(?:nữa|mới (?:đạt|xong|đủ|hoàn thành|về đích))\b"
)
_HAS_NOT = re.compile(r"\b(?:chưa|không|còn|thiếu|hụt|trừ|ngoài|vắng|dưới)\b")
_FULFILMENT_ASKED = re.compile(
    r"\b(?:đạt|hoàn thành|bằng|so với|thực hiện|kế hoạch|dự toán|vượt|tiến độ|giải ngân|chỉ tiêu|met|reached|achieved"
    r"|plan)\b"
)


def _tells_no_money(question: Question, candidate: Candidate) -> bool:
    """Whether a sum of money is asked about and a clause tells quantities, and none of money: "tăng 30%"."""

    def money(text: str) -> list[bool]:
        found = (one.quantity.unit for one in find_quantities(text))
        return [(dimension_of(unit) or "").startswith("money") for unit in found]

    told = money(candidate.short)
    return any(money(question.spelled)) and bool(told) and not any(told)


def misses(question: Question, best: Scored) -> bool:
    """Whether a figure is of another place, year, kind or thing than the question says in so many words, or one operand of
    a relation that is asked for, or a figure or a day is of another work, or a day or a rank of another year, or whoever
    signed did so for a place of another name."""
    candidate, values = best.candidate, best.features
    if candidate.kind in ("quantity", "date") and of_another_work(question, candidate):
        return True
    if candidate.kind == "date" and (
        _of_another_years_day(question, candidate)
        or _of_a_document(question, candidate)
        or _only_a_deadline(question, candidate)
    ):
        return True
    if question.wanted == "yesno":
        around = values["place"] < 0.0 and _is_of_what_it_lies_in(question, candidate)
        return (
            _tells_no_money(question, candidate)
            or around
            or is_of_another_name(question, candidate)
            or _only_names(question, candidate)
            or is_of_another_person(question, candidate)
            or _names_no_plan(question, candidate)
        )
    if candidate.kind == "person":
        signed = candidate.unit.signed and not question.places
        return _only_attended(question, candidate) or (signed and is_of_another_name(question, candidate))
    if candidate.kind in ("text", "place"):
        return _of_a_row_without_the_figure(question, candidate)
    if candidate.kind == "code":
        return _of_another_sort(question, candidate)
    if candidate.kind == "ordinal":
        return values["year"] <= _RANKED_THEN
    if candidate.kind != "quantity":
        return False
    asked = _asked(question)
    return (
        is_of_another_scope(question, best)
        or is_of_other_things(question, best, asked)
        or _of_one_of_several(candidate, asked)
        or _of_a_change(question, candidate, values, asked)
        or _of_the_most_changed(candidate, asked)
        or _of_all_so_far(candidate, asked)
        or _only_fulfilled(candidate, asked)
        or _of_those_that_have(candidate, asked)
        or _of_the_year_to_come(candidate, asked)
        or _one_operand(question, candidate)
    )


def is_of_another_scope(question: Question, best: Scored) -> bool:
    """Whether a figure is of another place, time or kind than the question says."""
    candidate, values, asked = best.candidate, best.features, _asked(question)
    return (
        values["place"] <= _OF_THE_WHOLE
        or values["part"] <= OF_ANOTHER_PART
        or (values["part"] < 0.0 and part_untold(question, candidate))
        or _of_another_year(question, candidate, values, asked)
        or _of_years_around(question, candidate)
        or _of_another_kind(question, candidate, asked)
    )


def _asked(question: Question) -> str:
    """The canonical question less what it leaves out; of a follow-up its own words, unless it has no subject of its own:
    "Thế bên nhập khẩu?" asks all that was asked before."""
    return LEFT_OUT.sub(" . ", question.spelled if question.subject else question.own_words)


def _of_another_year(question: Question, candidate: Candidate, values: dict[str, float], asked: str) -> bool:
    record = candidate.record
    if record is None or _AGAINST.search(asked):
        return False
    if record.year is None:
        return _of_the_main_year(question, candidate, values)
    closed = _BOOKS_CLOSED.search(candidate.in_front)
    if closed is not None and int(closed[1]) == record.year + 1:
        return record.year not in question.years  # "giải ngân đến 31/01/2025" is of 2024, whatever year it names
    return values["year"] <= _OF_A_YEAR_BESIDE and record.year not in question.years


def _is_of_what_it_lies_in(question: Question, candidate: Candidate) -> bool:
    """Whether the document is about what the place asked for lies in: its clause says neither yes nor no of that place."""
    return "contains" in relations_of(candidate.unit.document, narrowest(question.places))


def _only_names(question: Question, candidate: Candidate) -> bool:
    """Whether a clause has no word but the question's, and says neither yes nor no: the heading over what is told."""
    words = {*syllables(canonical(candidate.clause.of(candidate.unit.document.text)))}
    return words <= {*syllables(question.spelled), *_LEVELS} and not settles(question, candidate)


def _names_no_plan(question: Question, candidate: Candidate) -> bool:
    """Whether it is asked if something went by plan, and a clause neither says so nor names what was planned."""
    asked = _PLAN_KEPT.search(question.spelled) is not None
    return asked and not settles(question, candidate) and TARGET.search(canonical(candidate.levels[1].text)) is None


def _of_the_main_year(question: Question, candidate: Candidate, values: dict[str, float]) -> bool:
    """Whether a figure beside which no year is said stands in a document on another year than the question names, which is
    said nowhere near it: "9 tháng đạt ..." in a report of the year after."""
    main = candidate.unit.document.years[:1]
    if values["year"] >= 0.0 or question.query.periods or not main or main[0] in question.years:
        return False
    near = " ".join(level.text for level in candidate.levels[:4])
    return not any(str(year) in near for year in question.years)


def _of_another_years_day(question: Question, candidate: Candidate) -> bool:
    """Whether a day is of another year than the question asks about, and nothing around it names that year: when the
    festival of 2025 begins is not told by that of 2024."""
    if candidate.year is None or not question.years or question.carried or candidate.year in question.years:
        return False
    told = {int(year) for year in _YEAR_OF.findall(candidate.unit.text)}
    if told:
        return not told & {*question.years}
    around = " ".join(level.text for level in candidate.levels)
    main = candidate.unit.document.years[:1]
    return not any(str(year) in around or year in main for year in question.years)


def _of_a_row_without_the_figure(question: Question, candidate: Candidate) -> bool:
    """Whether a cell is of another row than the one of the figure that the question names: "dự án nào thiếu 1,2 triệu m3
    đất?"."""
    if candidate.unit.kind != "row":
        return False
    told = [one.quantity.raw for one in find_quantities(question.query.text) if is_measure(one.quantity.unit)]
    return not set().union(*map(_digits, told)) <= _digits(candidate.unit.text)


def _digits(text: str) -> set[str]:
    """The numbers of a text without marks and zeros at either end: "265 tỷ đồng" stands as "265.000" under triệu đồng."""
    return {re.sub(r"[.,]", "", one).strip("0") for one in _NUMBER.findall(text)}


def _of_another_sort(question: Question, candidate: Candidate) -> bool:
    """Whether the number of a resolution is asked for and a document is of another sort by its own: a proposal."""
    asked = {found[1] or found[2] for found in _NUMBER_ASKED.finditer(question.spelled)}
    told = sort_of_number(candidate.short)
    return bool(asked) and told is not None and told not in asked


def _only_a_deadline(question: Question, candidate: Candidate) -> bool:
    """Whether it is asked when something really came about, and a day is that before which it was to."""
    return "thực tế" in question.spelled and _BY_THEN.search(canonical(candidate.in_front)) is not None


def _of_a_document(question: Question, candidate: Candidate) -> bool:
    """Whether it is asked by when something is to be done, or from when a document is in force, and a day is that of a
    document: "Quyết định số 41/QĐ-UBND ngày 22/10/2032"."""
    if _IN_FORCE in question.glossed:
        return candidate.unit.kind == "head" and _IN_FORCE not in canonical(candidate.in_front)
    if not _DEADLINE_ASKED.search(question.spelled):
        return False
    before = candidate.in_front
    numbers = find_document_numbers(before)
    return candidate.unit.kind == "head" or any(_ITS_DAY.fullmatch(before, one.span.end) for one in numbers)


def _only_attended(question: Question, candidate: Candidate) -> bool:
    """Whether it is asked who presides over a meeting, or what else is done at one, and nothing around a person says that
    somebody does: who speaks at it need not."""
    around = canonical(" ".join(level.text for level in candidate.levels[:4]))
    return any(asked.search(question.spelled) and not told.search(around) for asked, told in _AT_MEETINGS)


def _of_one_of_several(candidate: Candidate, asked: str) -> bool:
    """Whether a figure of each of several places is asked for ("những xã nào ..., mỗi nơi mấy nhà?"), and one is of one."""
    return _EACH_PLACE.search(asked) is not None and not _EACH.search(canonical(candidate.levels[1].text))


def _of_all_so_far(candidate: Candidate, asked: str) -> bool:
    """Whether what is new is asked for, and a figure is of all that there is by now: "lũy kế đến nay có 1.928 dự án"."""
    if not _NEW_ASKED.search(asked) or _SO_FAR_ASKED.search(asked):
        return False
    return _SO_FAR.search(canonical(candidate.in_front)) is not None


def _only_fulfilled(candidate: Candidate, asked: str) -> bool:
    """Whether a figure says how much of a plan was met, which is not asked: in parentheses ("11 tỷ đồng (đạt 132,5%)"), or
    where it is asked how fast something grew ("tốc độ tăng trưởng đạt 97,8% kế hoạch")."""
    growth = _OF_GROWTH.search(asked) is not None and _PLAN_ASKED.search(asked) is None
    if growth and _HELD_AGAINST.search(candidate.label):
        return True
    return _FULFILLED.search(candidate.in_front[-_BEFORE:]) is not None and _FULFILMENT_ASKED.search(asked) is None


def _of_those_that_have(candidate: Candidate, asked: str) -> bool:
    """Whether it is asked how many have not done something ("mấy trường chưa đạt chuẩn"), and a figure counts those that
    have."""
    if _HAVE_NOT.search(asked) is None:
        return False
    beside = (candidate.levels[0].text, candidate.levels[1].text, candidate.label, candidate.column)
    return _HAS_NOT.search(canonical(" ".join(beside))) is None


def _of_the_year_to_come(candidate: Candidate, asked: str) -> bool:
    """Whether it is asked how much there was at the end of a month, and a figure is what the year is to bring."""
    record = candidate.record
    if record is None or record.kind != "target" or TARGET.search(asked) or _END_OF_MONTH.search(asked) is None:
        return False
    return not any(any(parts_of_year(level.text, months=True)) or find_dates(level.text) for level in candidate.levels)


def _of_years_around(question: Question, candidate: Candidate) -> bool:
    """What is to be done or spent in 2024-2030 is not that of 2024; what is reached by its last year is that year's own."""
    record = candidate.record
    if record is None or not question.years or question.query.periods:
        return False
    ends = {last for _, last in ranges_in((record.period or "",))}
    per_year = (record.quantity.unit is not None and record.quantity.unit.startswith("%")) or "năm" in record.quantity.raw
    return bool(ends) and not ends & {*question.years} and not per_year


def _of_a_change(question: Question, candidate: Candidate, values: dict[str, float], asked: str) -> bool:
    """By how much a rate fell is in the same unit as the rate that is asked for; by how many per cent something grew is
    none of it, nor its share of a whole. What a column counts as a change ("Số hộ phải giảm") is not what is left."""
    record = candidate.record
    if record is None or record.change == "level" or values["change"] > -1.0:
        return False
    if not (record.quantity.unit or "").startswith("%"):
        return bool(candidate.column) and _LEFT_ASKED.search(asked) is not None
    if _SHARE_ASKED.search(asked):
        return True
    grew = question.measure != "percent" and not (_CHANGE_ASKED.search(asked) or _GROWTH_ASKED.search(asked))
    return grew or _RATE.match(record.label.rsplit(": ", 1)[-1]) is not None


def _of_the_most_changed(candidate: Candidate, asked: str) -> bool:
    """Whether a figure says by how much something changed the most ("giảm nhiều nhất là xã A (05 tiêu chí)"), which is not
    asked."""
    return _MOST_CHANGED.search(canonical(candidate.in_front)) is not None and _CHANGE_ASKED.search(asked) is None


def _of_another_kind(question: Question, candidate: Candidate, asked: str) -> bool:
    """A plan may be asked after by what was done of it ("đã đạt bao nhiêu chỉ tiêu"): then either kind will do, but never
    the one that is denied. What a column gives as an estimate ("Ước thực hiện 2024") is a result, not what was set."""
    recorded = candidate.record.kind if candidate.record is not None else None
    kind = recorded or kind_of(candidate)
    if kind is not None and kind == question.query.denied:
        return True
    kind = "result" if kind == "estimate" and candidate.column and _REALISED.search(canonical(candidate.column)) else kind
    kind = "result" if kind == "estimate" and not candidate.column and _roughly(candidate) else kind
    target = question.kind == "target" and TARGET.search(asked) is not None
    result = question.kind in (None, "result") and _RESULT.search(asked) is not None
    if kind == "target" and candidate.column and question.kind == "estimate" and _ROUGHLY_REACHED.search(asked):
        return True
    return (kind == "result" and target and _RESULT.search(asked) is None) or (kind == "target" and result)


def _roughly(candidate: Candidate) -> bool:
    """Whether a figure is said to be reached, as far as is known yet: "ước đạt 23.610 tấn"."""
    return _ABOUT.search(candidate.in_front[-_BEFORE:]) is not None


def _one_operand(question: Question, candidate: Candidate) -> bool:
    asked = next(relations_asked(question), None)
    if asked is None or asked.relation not in _SAYS:
        return False
    if candidate.record is not None and candidate.record.change != "level":
        return False
    if asked.relation == "sum" and _IN_PARTS.match(candidate.unit.document.text, candidate.span.end):
        return False
    said = canonical(f"{candidate.levels[0].text} {candidate.clause.of(candidate.unit.document.text)}")
    return _SAYS[asked.relation].search(said) is None
