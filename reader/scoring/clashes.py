"""What a candidate may be another of than the one asked for: side, number, time, rank, column, row, reason."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plans.admin_units import split_long_name
from plans.document_numbers import has_number
from plans.numbers import find_document_numbers
from plans.text import canonical, fold, syllables
from reader.contrasts.directions import in_another_direction
from reader.contrasts.numbered import another_number, comes_first, comes_later
from reader.contrasts.school_levels import another_school_level, school_levels
from reader.contrasts.sides import (
    another_acronym,
    another_country,
    another_extreme,
    another_fund,
    another_moment,
    another_outcome,
    another_side,
    only_helps,
)
from reader.contrasts.standards import another_standard, standards
from reader.evidence.candidates import Candidate
from reader.evidence.columns import another_column, columns_of_money, leading_columns, named_columns
from reader.lexicon.bodies import asks_for_body
from reader.lexicon.departments import another_department
from reader.lexicon.ordinals import row_of
from reader.lexicon.terms import terms_of
from reader.questions.document_sorts import SORTS
from reader.questions.question import Question
from reader.questions.question_words import CONNECTIVES, LEFT_OUT, Wanted
from reader.scoring.matches import CLOSE
from reader.scoring.part_agreement import of_another_month, until_another_day
from reader.scoring.year_agreement import year_untold
from retriever.abbreviations import spell_out

_COLUMNS: dict[Wanted, re.Pattern[str]] = {
    "date": re.compile(r"\b(?:thời (?:hạn|gian|điểm)|ngày|tiến độ)\b"),
    "place": re.compile(r"\b(?:nơi|địa (?:điểm|chỉ|bàn)|vị trí|điểm đến)\b"),
    "person": re.compile(r"\b(?:họ (?:và )?tên|người|cán bộ|phụ trách)\b"),
}
"""Headings over what a question word asks for: "khi nào" asks for "Thời hạn"."""
_RESTATED = 0.4
"""Share of the words that name a row from which a question says them."""
_SENTENCE = 200
"""Characters in front of the name of a body in which it is said whom it works with."""
_DOCUMENT = 60
"""Characters in front of a date in which the number of its document is looked for."""
_NAMED_DOCUMENT = re.compile(rf"\b({SORTS}|kết luận|công văn|thông tư|nghị định|quy định)(?: số)?:? 0*(\d{{1,4}})\b")
_NEXT_OWNER = re.compile(r"[^()]*\)\s*(?:và|,|;)\s(?P<owner>[^():;.]+)")


_ROW_ENDS = re.compile(r"[,;.](?!\d)|\bvà\b")
_WHY = re.compile(r"\b(?:vì sao|tại sao|do đâu|vì đâu|why)\b")
_REASON = re.compile(
    r"\b(?:do|vì|bởi|nhờ|nguyên nhân|lý do|lí do|khiến|dẫn (?:đến|tới)|nên|để|nhằm|gây|làm|kéo theo|ảnh hưởng|từ việc"
    r"|xuất phát|bị)\b"
)


def on_another_side(question: Question, candidate: Candidate) -> bool:
    own, *around = (level.text for level in candidate.levels)
    if another_extreme(question, (own, *around[:2])):
        return True
    if candidate.kind == "quantity":
        told = " . ".join((own, *around))
        return (
            another_side(question, own, around)
            or another_side(question, candidate.label)
            or another_moment(question, candidate.column or around[0])
            or another_fund(question, own, told)
            or another_acronym(question, candidate.unit.text, told)
            or another_country(question, own, told)
        )
    if question.wanted == "yesno" and another_side(question, candidate.short):
        return True
    if in_another_direction(question, candidate):
        return True
    if candidate.kind == "body" or asks_for_body(question.text):
        return only_helps(question, candidate.in_front[-_SENTENCE:])
    return candidate.kind == "text" and another_outcome(question, own)


def another_thing(question: Question, candidate: Candidate) -> bool:
    """Whether what is told apart by number or name, a scheme or a department, is another one than the question names."""
    if another_number(question.query.text, candidate.unit.text, *(level.text for level in candidate.levels[3:])):
        return True
    return another_department(question.query.text, [level.text for level in candidate.levels])


def of_another_time(question: Question, candidate: Candidate, year_clash: bool) -> bool:
    untold = year_clash and year_untold(question, candidate)
    return (
        untold
        or of_another_month(question, candidate)
        or until_another_day(question, candidate)
        or of_another_document(question, candidate)
    )


def of_another_document(question: Question, candidate: Candidate) -> bool:
    """Whether a date stands right behind the number of another document than the question names: "thay thế Nghị quyết số
    07/2030/NQ-HĐND ngày 2/9/2030", "Chỉ thị số 05-CT/TW, ngày 15/5/2016" where a conclusion is asked about."""
    if candidate.kind != "date":
        return False
    before = candidate.unit.document.text[max(0, candidate.span.start - _DOCUMENT) : candidate.span.start]
    asked, told = (_NAMED_DOCUMENT.findall(text) for text in (LEFT_OUT.sub(" ", question.spelled), canonical(before)))
    if asked and told:
        return told[-1] not in asked
    if not question.query.document_numbers:
        return False
    last = next(iter(find_document_numbers(before)[-1:]), None)
    if last is None or len(before) - last.span.end > CLOSE or re.search(r"[.;]", before[last.span.end :]):
        return False
    return not any(has_number(last.raw, one) for one in question.query.document_numbers)


def another_rank(question: Question, candidate: Candidate) -> bool:
    """Whether the candidate is of another standard or level of schools, or of another place in a sequence, than is asked
    for."""
    asked, own = question.query.text, candidate.levels[0].text
    behind = own[max(0, own.find(candidate.short)) :]  # "... nâng cao và 1 xã kiểu mẫu" says it of the one in front
    if (
        another_standard(asked, behind if standards(behind) else own)
        or comes_later(asked, own)
        or comes_first(asked, candidate.in_front)
    ):
        return True
    if candidate.kind != "quantity" or not school_levels(asked):
        return another_school_level(asked, own)
    return another_school_level(asked, own, " . ".join(level.text for level in candidate.levels))


def in_another_column(question: Question, candidate: Candidate) -> bool:
    """Whether the candidate stands in a table under another heading than the one that the question names."""
    unit = candidate.unit
    at = next((at for at, cell in enumerate(unit.cells) if cell.contains(candidate.span)), None)
    if at is None:
        return False
    if at == unit.named_by:
        return candidate.kind == "text" and _restates_row(question, candidate, at)
    sort = _COLUMNS.get(question.wanted)
    if sort is not None and at < len(unit.columns) and sort.search(canonical(unit.columns[at])):
        return False
    counted = _counting_columns(question, unit.columns)
    if len(counted) == 1:
        return at not in counted
    if asks_for_body(question.text) and (led := leading_columns(question.spelled, unit.columns)):
        return at not in led
    if _asks_of_new_year(question) and candidate.record is not None and candidate.record.year in question.years:
        return False  # the words of the question before name the column of the year before
    rest = " . ".join(cell.of(unit.document.text) for cell in unit.cells if not cell.contains(candidate.span))
    if question.measure == "money" and (priced := columns_of_money(unit.columns, unit.named_by)):
        return at not in priced
    told = "%" in ((candidate.quantity and candidate.quantity.unit) or "") and "%" not in unit.columns[at]
    percent = question.measure == "percent" and not told
    return another_column(question.query.text, unit.columns, at, rest, unit.named_by, percent)


def _restates_row(question: Question, candidate: Candidate, at: int) -> bool:
    """Whether the question says what names a row, and asks for another of its columns."""
    unit = candidate.unit
    name = {term for term in terms_of(unit.cells[at].of(unit.document.text)) if "_" not in term} - CONNECTIVES
    others = tuple("" if column == at else words for column, words in enumerate(unit.columns))
    said = len(name & question.focus.keys()) >= _RESTATED * len(name)
    return bool(name) and said and bool(named_columns(question.query.text, others))


def _asks_of_new_year(question: Question) -> bool:
    """Whether the question goes on from the one before it and names a year of its own: "Còn năm 2025?"."""
    return bool(question.carried) and not any(f"năm {year}" in question.carried for year in question.years)


def _counting_columns(question: Question, headings: Sequence[str]) -> list[int]:
    """The columns that count what is asked for, by their headings alone: "Số lớp" for "bao nhiêu lớp". Of "bao nhiêu hộ
    nghèo" the first words are looked for, "Tổng số hộ", only where no heading has them all."""
    if question.measure != "count" or not question.unit:
        return []
    asked = question.unit.split()
    titles = [syllables(fold(spell_out(heading))) for heading in headings]
    for size in range(len(asked), 0, -1):
        thing = asked[:size]
        if not any(f" {' '.join(thing)} " in f" {' '.join(title)} " for title in titles):
            continue
        said = {*syllables(fold(question.spelled))}
        fuller = [at for at, title in enumerate(titles) if title[:size] == thing != title and said.issuperset(title)]
        if size < len(asked) and fuller:
            return fuller  # "Hộ nghèo 2022" for "năm 2022 có bao nhiêu hộ thuộc diện nghèo"
        wanted = [thing, ["so", *thing], ["tong", "so", *thing]]
        wanted += [[*thing, "hien", "co"]] if "hiện" in question.spelled.split() else []
        return [at for at, title in enumerate(titles) if title in wanted]
    return []


def in_brackets_of_another(question: Question, candidate: Candidate) -> bool:
    """Whether a person stands in brackets behind the name of one body, and the place that is asked about in that of the
    next: "Ban A (ông Lê Hải, Trưởng ban) và Ban Phi Liêng"."""
    if candidate.kind != "person":
        return False
    before, unit = candidate.in_front, candidate.unit.span
    names = [fold(split_long_name(one.name)[1]) for one in question.places]
    if "(" not in before or not names:
        return False
    behind = _NEXT_OWNER.match(candidate.unit.document.text, candidate.span.start, unit.end)
    return behind is not None and any(one in fold(behind["owner"]) and one not in fold(before) for one in names)


def in_another_row(question: Question, candidate: Candidate) -> bool:
    """Whether a place in a row is one among others than are asked about: "đứng thứ hai vùng" for "thứ mấy cả nước"."""
    if question.wanted != "ordinal" or candidate.kind != "ordinal":
        return False
    behind, *_ = _ROW_ENDS.split(candidate.unit.document.text[candidate.span.start : candidate.unit.span.end])
    asked, told = row_of(question.spelled), row_of(behind)
    return bool(asked and told) and not asked & told


def gives_no_reason(question: Question, candidate: Candidate) -> bool:
    """Whether it is asked why, and neither the candidate's sentence nor what leads to it has a word that gives a reason."""
    if not _WHY.search(question.spelled):
        return False
    told = f"{candidate.unit.lead} {candidate.unit.before} {candidate.unit.text}"
    return _REASON.search(canonical(told)) is None
