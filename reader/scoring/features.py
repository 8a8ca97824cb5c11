"""The named features of a question and a candidate, from which the scorer (`scorer.py`) makes one number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plans.admin_units import split_long_name
from plans.document_numbers import has_number
from plans.hit import Hit
from plans.numbers import find_document_numbers
from plans.text import canonical, fold, syllables
from plans.tokens import tokenise
from plans.units import Unit, is_known, is_measure, parse_unit
from reader.contrasts.aspects import tells_another_aspect
from reader.contrasts.bands import of_another_band
from reader.contrasts.counted import of_two_sorts
from reader.contrasts.modifiers import has_another_modifier
from reader.contrasts.numbered import another_number, comes_later
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
from reader.evidence.bylines import asks_for_author, asks_when_published
from reader.evidence.candidates import Candidate, CandidateKind
from reader.evidence.columns import another_column, columns_of_money, leading_columns, named_columns
from reader.evidence.enclosures import is_torn
from reader.evidence.villages import of_another_village
from reader.lexicon.bodies import asks_for_body, is_body
from reader.lexicon.departments import another_department
from reader.lexicon.dimensions import asked_in_another, dimension_of, is_measured, told_in
from reader.lexicon.names import headed_body, offices_asked
from reader.lexicon.ordinals import ordinal_asked, row_of
from reader.lexicon.places import meant, narrowest, places_in, relation, written_on
from reader.lexicon.rarity import Rarity
from reader.lexicon.terms import terms_of
from reader.questions.question import Question, level_asked
from reader.questions.question_words import CONNECTIVES, Wanted
from reader.scoring.agreement import (
    agreement,
    of_another_month,
    part_agreement,
    part_unasked,
    until_another_day,
    year_untold,
)
from reader.scoring.alignment import alignment, gap_in
from reader.scoring.scorer import Group
from retriever.abbreviations import spell_out

SPAN_FEATURES = frozenset({"span", "span_behind", "span_unread", "span_top", "span_near", "marked"})
"""What a plain model, made for machines without the span reader, does not have."""
SPAN_SCALE = 10.0
"""Log-odds that count as certain."""


@dataclass(frozen=True, slots=True)
class Scored:
    candidate: Candidate
    hit: Hit
    features: dict[str, float]
    logit: float

    @property
    def barred(self) -> bool:
        """Whether it is no answer whatever else speaks for it (`is_barred`)."""
        return self.logit < BARRED / 2

    @property
    def nearness(self) -> float:
        """The logit it would have were it not barred: how near it comes to what was asked."""
        return self.logit - BARRED if self.barred else self.logit


@dataclass(frozen=True, slots=True)
class SpanEvidence:
    """What the span reader says of a candidate, beside what it says of the likeliest stretch of all; None when not read."""

    score: float | None
    likeliest: float

    @property
    def strength(self) -> float:
        """Its log-odds as a feature, 0 when not read."""
        return 0.0 if self.score is None else strength(self.score)

    @property
    def behind(self) -> float:
        """How far it is behind the likeliest stretch, in [-1, 0]."""
        return -1.0 if self.score is None else max(-1.0, min(0.0, (self.score - self.likeliest) / SPAN_SCALE))


def strength(score: float) -> float:
    """The span reader's log-odds, a tenth of them, in [-1, 1]."""
    return max(-1.0, min(1.0, score / SPAN_SCALE))


def weighted_terms(question: Question, rarity: Rarity) -> dict[str, float]:
    """The question's terms by weight and rarity. English words that no passage has say nothing about what is missing."""
    terms = question.focus.items()
    return {term: weight * rarity(term) for term, weight in terms if not question.english or rarity.known(term)}


def features(
    question: Question,
    candidate: Candidate,
    hit: Hit,
    top_score: float,
    weights: dict[str, float],
    rarity: Rarity,
    marked: SpanEvidence,
) -> dict[str, float]:
    """The named features, each in [-1, 1]."""
    total = sum(weights.values()) or 1.0
    own, segment, unit, lead, far = (level.terms for level in candidate.levels)
    seen: set[str] = set()
    coverage: list[float] = []
    for terms in (own, segment, unit, lead, far):
        seen |= terms & weights.keys()
        coverage.append(sum(weights[term] for term in seen) / total)
    agrees = agreement(question, candidate)
    single = {term: weight for term, weight in weights.items() if "_" not in term}
    single_total = sum(single.values()) or 1.0
    missing = max((weight for term, weight in single.items() if term not in seen), default=0.0) / max(
        single.values(), default=1.0
    )
    content = [term for term in own if "_" not in term and not term[0].isdigit() and term in question_vocabulary(candidate)]
    precise = sum(rarity(term) for term in content if term in weights) / (sum(rarity(term) for term in content) or 1.0)
    found = {
        "own": coverage[0],
        "segment": coverage[1] - coverage[0],
        "unit": coverage[2] - coverage[1],
        "lead": coverage[3] - coverage[2],
        "far": coverage[4] - coverage[3],
        "own_words": sum(weight for term, weight in single.items() if term in own) / single_total,
        "missing": missing,
        "precise": precise,
        "absent": sum(weight for term, weight in single.items() if term not in seen) / single_total,
        "unknown": sum(weight for term, weight in single.items() if not rarity.known(term)) / single_total,
        "type": type_match(question, candidate),
        "unit_noun": unit_match(question, candidate),
        "told_in": dimension_match(question, candidate),
        "other_aspect": float(tells_another_aspect(question, candidate)),
        "other_side": float(_another_side(question, candidate)),
        "other_measure": float(candidate.kind == "quantity" and in_another_measure(question, candidate)),
        "change": change_match(question, candidate),
        "lacks": float(candidate.kind == "quantity" and has_another_modifier(question, candidate, rarity)),
        "place": agrees.place,
        "year": agrees.year,
        "kind": agrees.kind,
        "part": part_agreement(question, candidate),
        "part_unasked": part_unasked(question, candidate),
        "place_clash": float(agrees.place_clash),
        "year_clash": float(agrees.year_clash),
        "kind_clash": float(agrees.kind < -0.5),
        "rank": 1.0 / hit.rank,
        "score": hit.score / top_score if top_score > 0 else 1.0,
        "span": marked.strength,
        "span_behind": marked.behind,
        "span_unread": float(marked.score is None),
        "office": office_match(question, candidate),
        "dated": max(after_asked_number(question, candidate), publication_match(question, candidate)),
        "letterhead": float(candidate.unit.kind == "head"),
        "signature": float(candidate.unit.signed),
        "basis": float(candidate.unit.text.lstrip(" *-").lower().startswith("căn cứ")),
        "row": float(candidate.unit.kind == "row"),
        "marked": float(candidate.form == "marked"),
        "torn": float(_is_torn(candidate)),
        "aligned": alignment(
            gap_in(question.text, () if question.carried else tuple(one.span for one in question.places)),
            candidate.unit.document.text,
            candidate.span,
            candidate.unit.span,
        ),
        "other_number": float(another_thing(question, candidate)),
        "other_series": float(another_number(question.query.text, candidate.levels[1].text)),
        "other_rank": float(another_rank(question, candidate)),
        "other_column": float(in_another_column(question, candidate)),
        "other_reason": float(candidate.kind == "text" and gives_no_reason(question, candidate)),
        "other_village": float(of_another_village(question, candidate)),
        "other_person": float(in_brackets_of_another(question, candidate)),
        "other_place": 0.0,
        "other_segment": float(of_another_band(question, candidate) or in_another_row(question, candidate)),
        "other_time": float(_of_another_time(question, candidate, agrees.year_clash)),
    }
    if group_of(question) == "words":
        found |= _word_features(question, candidate, weights)
    return found


def _is_torn(candidate: Candidate) -> bool:
    """A candidate that stands elsewhere, or goes on, than in its unit is whole."""
    unit = candidate.unit
    if not unit.span.contains(candidate.span):
        return False
    return is_torn(unit.span.of(unit.document.text), candidate.span.shifted(-unit.span.start))


_SCALES = ("nghìn", "ngàn", "triệu", "tỷ", "tỉ")  # "3,5 tỷ" may be money
SURE = 0.3
"""Of the span reader's log-odds, a tenth."""
BARRED = -60.0
"""Added to the logit of what is no answer whatever else speaks for it; it may still be named as the nearest there is."""
NEAR = 0.1
"""How far behind the strongest candidate one still counts as near it."""
_ROUNDING = 1e-6
"""By how much two sums of the same weights differ that were added up in another order."""
_COLUMNS: dict[Wanted, re.Pattern[str]] = {
    "date": re.compile(r"\b(?:thời (?:hạn|gian|điểm)|ngày|tiến độ)\b"),
    "place": re.compile(r"\b(?:nơi|địa (?:điểm|chỉ|bàn)|vị trí|điểm đến)\b"),
    "person": re.compile(r"\b(?:họ (?:và )?tên|người|cán bộ|phụ trách)\b"),
}
"""Headings over what a question word asks for: "khi nào" asks for "Thời hạn"."""
_BY = re.compile(r"\bdo\s+(?:(?:ông|bà|đồng chí|đ/c)\s+)?$")
_RESTATED = 0.4
"""Share of the words that name a row from which a question says them."""
_THEN_SIGNS = re.compile(r"[^.;:()\d]{0,80}?\b(?:ký|kí)\b")
_SENTENCE = 200
"""Characters in front of the name of a body in which it is said whom it works with."""
_DOCUMENT = 60
"""Characters in front of a date in which the number of its document is looked for."""
_CLOSE = 14
"""Characters between a document number and its date, beside its own; or between a number and the end of its unit."""
_NEXT_OWNER = re.compile(r"[^()]*\)\s*(?:và|,|;)\s(?P<owner>[^():;.]+)")
_DIGITS = re.compile(r"\d+")
BESIDE = 45
"""Characters on either side of a stretch that count as beside it."""
TYPED: dict[Wanted, CandidateKind] = {
    "quantity": "quantity", "date": "date", "person": "person", "code": "code", "ordinal": "ordinal",
}  # fmt: skip
"""Answers that rules find, and the kind of their candidates. All others are stretches of words."""
FORMS = ("headed", "body", "complement", "list", "points", "segment", "quoted", "cell", "period")


def group_of(question: Question) -> Group:
    """Typed answers and stretches of words have weights of their own."""
    return "typed" if question.wanted in TYPED else "words"


_OTHERS = (
    "rank",
    "column",
    "measure",
    "aspect",
    "side",
    "series",
    "village",
    "time",
    "reason",
    "person",
    "place",
    "segment",
)
"""What a candidate may be another of than the one asked for."""


def is_barred(values: dict[str, float]) -> bool:
    """Whether a candidate speaks of another place, standard, rank, column, measure, event, side, village or time than the
    one asked for, or gives no reason where one is asked for, or in its own sentence of another number in a series ("Đề án
    01" for "Đề án 02"); or, unless the span reader is sure that it is the same ("xe tải container" for "xe container"), of
    another thing of a like name ("hộ cận nghèo" for "hộ nghèo", "lần III" for "lần II", "Sở Y tế" for "Sở Tài chính")."""
    sure = values.get("span_behind", -1.0) == 0.0 and values.get("span", 0.0) > SURE
    alike = values["lacks"] or values["other_number"]
    other = any(values[f"other_{name}"] for name in _OTHERS)
    return bool(values["place_clash"] or other or (alike and not sure))


def compare(candidates: Sequence[dict[str, float]]) -> None:
    """Adds what only shows beside the other candidates: whether the span reader, or the candidate's own words, put it
    first."""
    strongest = max((one["span"] for one in candidates if not one["span_unread"]), default=1.0)
    closest = max((one["own"] for one in candidates), default=0.0)
    for one in candidates:
        read = not one["span_unread"]
        one["span_top"] = float(read and one["span"] >= strongest)
        one["span_near"] = float(read and one["span"] >= strongest - NEAR)
        one["own_top"] = float(one["own"] >= closest - _ROUNDING)


def _word_features(question: Question, candidate: Candidate, weights: dict[str, float]) -> dict[str, float]:
    words = syllables(fold(candidate.short))
    content = [word for word in words if word not in CONNECTIVES] or words or [""]
    head = question.noun_asked
    novel = sum(word not in weights for word in content) / len(content)
    text = candidate.unit.document.text
    total = sum(weights.values()) or 1.0

    def share(start: int, end: int) -> float:
        said = terms_of(text[max(start, candidate.unit.span.start) : min(end, candidate.unit.span.end)])
        return sum(weight for term, weight in weights.items() if term in said) / total

    found = {f"form_{form}": float(candidate.form == form) for form in FORMS}
    return found | {
        "novel": novel,
        "inside": share(candidate.span.start, candidate.span.end),
        "before": share(candidate.span.start - BESIDE, candidate.span.start),
        "after": share(candidate.span.end, candidate.span.end + BESIDE),
        "yesno_inside": share(candidate.span.start, candidate.span.end) * (question.wanted == "yesno"),
        "length": min(1.0, len(words) / 40.0),
        "short": float(len(words) <= 2),
        "capital": float(candidate.short[:1].isupper()),
        "list_long": min(1.0, len(words) / 40.0) * (question.wanted == "list"),
        "list_form": float(candidate.form == "list" and question.wanted == "list"),
        "is_place": float(question.wanted == "place" and candidate.kind == "place"),
        "place_level": level_match(question, candidate),
        "holds": holds_asked(question, candidate),
        "yesno_segment": float(question.wanted == "yesno" and candidate.form == "segment"),
        "owner": float(candidate.form == "owner"),
        "begins_head": float(bool(head) and words[: len(head)] == head),
        "after_head": float(
            bool(head)
            and syllables(fold(text[max(0, candidate.span.start - BESIDE) : candidate.span.start]))[-len(head) :] == head
        ),
        "is_body": (1.0 if is_body(candidate.short) else -0.5) if asks_for_body(question.text) else 0.0,
    }


def _another_side(question: Question, candidate: Candidate) -> bool:
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
    if candidate.kind == "body" or asks_for_body(question.text):
        return only_helps(question, candidate.in_front[-_SENTENCE:])
    return candidate.kind == "text" and another_outcome(question, own)


def another_thing(question: Question, candidate: Candidate) -> bool:
    """Whether what is told apart by number or name, a scheme or a department, is another one than the question names."""
    if another_number(question.query.text, candidate.unit.text, *(level.text for level in candidate.levels[3:])):
        return True
    return another_department(question.query.text, [level.text for level in candidate.levels])


def _of_another_time(question: Question, candidate: Candidate, year_clash: bool) -> bool:
    untold = year_clash and year_untold(question, candidate)
    return (
        untold
        or of_another_month(question, candidate)
        or until_another_day(question, candidate)
        or of_another_document(question, candidate)
    )


def of_another_document(question: Question, candidate: Candidate) -> bool:
    """Whether a date stands right behind the number of another document than the question names: "thay thế Nghị quyết số
    07/2030/NQ-HĐND ngày 2/9/2030"."""
    if candidate.kind != "date" or not question.query.document_numbers:
        return False
    before = candidate.unit.document.text[max(0, candidate.span.start - _DOCUMENT) : candidate.span.start]
    last = next(iter(find_document_numbers(before)[-1:]), None)
    if last is None or len(before) - last.span.end > _CLOSE or re.search(r"[.;]", before[last.span.end :]):
        return False
    return not any(has_number(last.raw, one) for one in question.query.document_numbers)


def another_rank(question: Question, candidate: Candidate) -> bool:
    """Whether the candidate is of another standard or level of schools, or of a later place in a sequence, than is
    asked for."""
    asked, own = question.query.text, candidate.levels[0].text
    behind = own[max(0, own.find(candidate.short)) :]  # "... nâng cao và 1 xã kiểu mẫu" says it of the one in front
    if another_standard(asked, behind if standards(behind) else own) or comes_later(asked, own):
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


def level_match(question: Question, candidate: Candidate) -> float:
    """ "xã nào" wants a xã: 1 for that level, -1 for another, 0 when the level is open or not said."""
    if question.wanted != "place" or candidate.kind != "place":
        return 0.0
    asked = level_asked(question.text)
    said = split_long_name(candidate.short)[0] or next((one.level for one in places_in(candidate.short)), None)
    if asked is None or said is None:
        return 0.0
    return 1.0 if asked == said else -1.0


def holds_asked(question: Question, candidate: Candidate) -> float:
    """1 for a place in which the one asked about lies ("... thuộc tỉnh nào?"), or that took it over ("xã ... cũ nay nhập
    vào đâu?"), by the gazetteer; 0 for any other answer."""
    if question.wanted != "place" or candidate.kind != "place":
        return 0.0
    day = written_on(candidate.unit.document)
    named = [meant(one, candidate.unit.document) for one in places_in(candidate.short)]
    holding = ("contains", "successor")
    return float(any(relation(asked, one, day) in holding for asked in narrowest(question.places) for one in named))


def question_vocabulary(candidate: Candidate) -> frozenset[str]:
    """Own terms that carry meaning: everything but the bare connectives."""
    return candidate.levels[0].terms - CONNECTIVES


def type_match(question: Question, candidate: Candidate) -> float:
    """1 the sort asked for, 0 may be, -1 another sort."""
    wanted, kind = question.wanted, candidate.kind
    if wanted == "quantity":
        if kind != "quantity":
            return -1.0
        if candidate.quantity is None:
            return 0.0
        unit = (candidate.quantity.unit or "").lower()
        percent = unit.startswith("%") or "%" in candidate.quantity.raw
        if not unit and not percent:
            return 0.2
        money = (dimension_of(candidate.quantity.unit) or "").startswith("money")
        if question.measure == "percent":
            return 1.0 if percent else -0.5
        if question.measure == "money":
            return 1.0 if money else (-0.2 if unit in _SCALES else -0.8)
        if question.measure == "count":
            return -0.8 if percent or money else 0.8
        return 0.3
    if wanted == "code":
        return (0.4 if candidate.form == "numbered" else 1.0) if kind == "code" else -1.0
    if wanted == "ordinal":
        noun = ordinal_asked(question.text)
        return -1.0 if kind != "ordinal" else 1.0 if noun == candidate.form else 0.0
    if wanted == "person" and kind == "body":
        return 0.3  # "ai chủ trì" may be an office
    if wanted in ("date", "person", "office"):
        return 1.0 if kind == wanted else -1.0
    if wanted == "place":
        return 1.0 if kind == "place" else 0.3 if kind == "text" else -0.7
    return 0.5 if kind == "text" else -0.3


# What the size of a thing is told in, by its folded name: how the unit begins, and what it is for each of, if anything.
_SIZES: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (re.compile(r"\bnang suat\b|\byields?\b"), re.compile(r"(tan|ta|kg|tan thoc)\s*/")),
    (re.compile(r"\bsan luong\b|\boutput\b"), re.compile(r"(?:(?:nghin|trieu) )?(?:tan|ta|kg|lit|m3)(?![\w/])")),
    (
        re.compile(r"\bdien tich\b|\barea\b"),
        re.compile(r"(?:(?:nghin|trieu) )?(?:ha|hec ?ta|k?m2|k?m²|met vuong)(?![\w/])"),
    ),
    (
        re.compile(r"\b(?:dan so|so dan|nhan khau)\b|\bpopulation\b"),
        re.compile(r"(?:(?:nghin|trieu) )?(?:nguoi|dan|nhan khau)\b"),
    ),
)


_ROW_ENDS = re.compile(r"[,;.](?!\d)|\bvà\b")
_COUNTED = re.compile(r"\b(?:bao nhiêu|mấy)\s+(\S+(?:\s+\S+){0,2})")
"""The words behind "bao nhiêu", digits of "km2" included."""
_GROWN = frozenset("rừng đất lúa ngô sắn mía chè rau cỏ lạc".split())
"""What is told by its area or weight without being asked so: "trồng được bao nhiêu rừng?"."""
_STARS = re.compile(r"\bsao\b")
_IN_DOLLARS = re.compile(r"\b(?:đô la|đô-la|đôla|usd|dollars?)\b|\$")
_HEIGHT_ASKED = re.compile(r"\b(?:cao|sâu|dày) (?:bao nhiêu|mấy)\b|\bhow (?:high|tall|deep|thick|wide)\b")
"""What is told in metres."""
_UP_OR_DOWN = re.compile(r"\b(?:tăng|lên) (?:hay|hoặc) (?:giảm|xuống) (?:bao nhiêu|mấy)\b")
_NEXT_COUNTED = re.compile(r"(?:[,;(]|\bvà\b)\s*(?:và\s+|hơn\s+|gần\s+|trên\s+|khoảng\s+)?\d")
"""Where another figure begins: "17 doanh nghiệp, 11 hợp tác xã"."""
_NO_MONEY = frozenset(("area", "mass", "yield", "length", "volume", "power"))
"""Dimensions in which no budget, income or price is told."""
_AUXILIARY = re.compile(r"\b(?:does|did|will|do|has|have|is|are|was|were|can|should)\b")
"""Where the noun that is counted ends in English: "how many jobs does ..."."""
_WHY = re.compile(r"\b(?:vì sao|tại sao|do đâu|vì đâu|why)\b")
_REASON = re.compile(
    r"\b(?:do|vì|bởi|nhờ|nguyên nhân|lý do|lí do|khiến|dẫn (?:đến|tới)|nên|để|nhằm|gây|làm|kéo theo|ảnh hưởng|từ việc"
    r"|xuất phát|bị)\b"
)
_SUM = re.compile(r"\b(?:tổng (?:số )?(?:vốn|mức|kinh phí|thu|chi|nợ|tiền)|total)\b")
_PER_HEAD = re.compile(r"\b(?:đầu người|mỗi người|một người)\b")
_MOST_PER_HEAD = 10**10
"""Đồng that one person may earn or make in a year, and no province."""
_POINTS_ASKED = re.compile(r"\b(?:bao nhiêu|mấy) điểm(?: phần trăm| %)")
_SIGNS = re.compile(r"(?<!đăng )\b(?:ký|kí)\b(?! (?:túc|sinh))|\b(?:signs?|signed)\b|\b(?:ai|nguoi) (?:da )?ky\b")
"""That somebody signs, without accents only right behind "ai"; "kỳ họp" and "Tân Kỳ" say nothing of it."""


def unit_match(question: Question, candidate: Candidate) -> float:
    """Whether the noun that is counted ("bao nhiêu lao động") stands in the quantity's unit or right after the number, or
    the unit is one in which such things are told ("diện tích" in ha)."""
    if question.wanted != "quantity" or candidate.quantity is None:
        return 0.0
    unit = fold(spell_out(candidate.quantity.unit or "")).lower().strip()
    if not question.unit:
        return _size_match(question, unit)
    behind, *_ = _NEXT_COUNTED.split(candidate.unit.document.text[candidate.span.end : candidate.span.end + 40])
    after = fold(f"{candidate.short} {behind}")
    if question.english:  # English nouns do not stand beside Vietnamese numbers, "ha" and "km" do
        named = _AUXILIARY.split(question.unit)[0].split()
        beside = syllables(f"{unit} {after}")[:8]
        return 1.0 if named and named[0] in beside else 0.0
    asked = [word for word in question.unit.split() if word not in CONNECTIVES]
    if not asked:
        return 0.0
    if candidate.unit.kind == "row":  # the row's label says what is counted
        return 1.0 if asked[0] in candidate.levels[0].terms else -0.2
    if re.search(rf"/\s*{re.escape(asked[0])}\b", unit):
        return -0.5  # "30 tấn/ha" is not so many ha
    words = syllables(f"{unit} {after} {candidate.column}")
    if asked[0] not in words[:8]:
        return -0.5
    first, *further = unit.split() or [""]
    if asked[0] in further and first != asked[0] and asked[2:3] and asked[2] not in words[:10]:
        return -0.5  # "tổ hợp tác" is no "hợp tác xã"
    return 1.0 if len(asked) == 1 or asked[1] in words[:9] else 0.5


def dimension_match(question: Question, candidate: Candidate) -> float:
    """0 when what is asked is told in such a unit as the candidate's, down to -1 when it is told in others."""
    if question.wanted != "quantity" or candidate.quantity is None or question.carried:
        return 0.0
    return told_in(question.text, candidate.quantity.unit)


def in_another_measure(question: Question, candidate: Candidate) -> bool:
    """Whether the question asks for so many tấn, ha, % and the candidate is told in something else."""
    if question.wanted != "quantity":
        return False
    if _of_another_size(question, candidate) or _stands_still(question, candidate):
        return True
    if _HEIGHT_ASKED.search(question.spelled) and (candidate.counted_in or "").startswith(("km", "ki lô mét")):
        return True
    if _IN_DOLLARS.search(canonical(question.query.text)) and dimension_of(candidate.counted_in) == "money":
        return not (candidate.counted_in or "").startswith("USD")
    if question.carried:
        return False
    asked = _COUNTED.search(canonical(question.query.text))
    words = "%" if question.measure == "percent" else asked[1] if asked is not None else None
    if candidate.quantity is None:  # "6, 7" of "các xóm 5, 6, 7" is not so many ha
        return candidate.unit.kind != "row" and is_measured(words) and _unit_behind(candidate) is None
    unit = candidate.quantity.unit or ""
    if question.measure == "money":
        dimension = dimension_of(unit)
        if dimension in _NO_MONEY or (dimension == "share" and _SUM.search(question.spelled)):
            return True
    if _PER_HEAD.search(question.glossed) and dimension_of(unit) == "money" and candidate.quantity.value > _MOST_PER_HEAD:
        return True
    if question.english:
        return False
    if question.measure == "count" and of_two_sorts(question.unit, unit):
        return True
    if question.measure == "count" and is_measure(unit) and dimension_of(unit) != "share" and _counts_things(question):
        return True
    if question.measure == "count" and question.unit and unit.startswith("điểm ") and "diem" not in question.unit:
        return True
    if unit == "sao" and not _STARS.search(question.spelled):  # "5 sản phẩm 4 sao" is no number of products
        return True
    per = unit.partition("/")[2]
    if _POINTS_ASKED.search(question.spelled) and unit == "%":
        return True
    if per and _PER_HEAD.search(question.spelled) and not re.match(r"\s*(?:người|đầu|năm|tháng|ngày|khẩu)", per):
        return True
    return asked_in_another(words, candidate.quantity.unit)


def _stands_still(question: Question, candidate: Candidate) -> bool:
    """Whether it is asked by how much something rose or fell, and a figure is how much there is."""
    level = candidate.record is not None and candidate.record.change == "level" and not _exceeds(candidate)
    return level and _UP_OR_DOWN.search(question.spelled) is not None


def _unit_behind(candidate: Candidate) -> Unit | None:
    """The unit of the last number in a stretch that was not read as a quantity ("từ 20 đến 30 ha")."""
    text, span = candidate.unit.document.text, candidate.span
    *_, behind = _DIGITS.split(span.of(text))
    beside, *_ = _DIGITS.split(text[span.end : min(span.end + _CLOSE, candidate.unit.span.end)])
    return parse_unit(f"{behind}{beside}".strip())


def _counts_things(question: Question) -> bool:
    """Whether what is counted comes one by one: people, households, cases."""
    what = canonical(question.query.spelled_out or question.text)
    counted = _COUNTED.search(what)
    first = counted[1].split()[0] if counted is not None else ""
    return bool(first) and first not in _GROWN and not is_measured(first) and is_known(tokenise(first), 0)


def _of_another_size(question: Question, candidate: Candidate) -> bool:
    """Whether one size of a thing is asked for and a figure is told in what another is told in: hectares of a yield."""
    unit = fold((candidate.quantity and candidate.quantity.unit) or "").lower()
    asked = [told for name, told in _SIZES if name.search(fold(question.query.text).lower())]
    if len(asked) != 1 or not unit or asked[0].match(unit):
        return False
    return any(told.match(unit) for _, told in _SIZES if told is not asked[0])


def _size_match(question: Question, unit: str) -> float:
    """1 for a unit in which what is asked about is told, -0.5 for another, 0 where either is not said."""
    asked = fold(question.text).lower()
    for name, told in _SIZES:
        if unit and name.search(asked):
            return 1.0 if told.match(unit) else -0.5
    return 0.0


def change_match(question: Question, candidate: Candidate) -> float:
    """Growth asked and growth said, or neither: 1 and 0; one without the other: -1."""
    if question.wanted != "quantity":
        return 0.0
    record = candidate.record
    if record is not None:
        changes = record.change != "level"
    else:
        before = fold(candidate.in_front[-14:])
        changes = any(
            before.rstrip().endswith(word)
            for word in ("tang", "giam", "tang them", "tang tu", "giam tu", "tang gan", "tang tren")
        )
    changes = changes or _exceeds(candidate)
    if question.change:
        return 1.0 if changes else -0.5
    return (
        -1.0
        if changes and "tang" not in question.focus and "giam" not in question.focus and "tang_truong" not in question.focus
        else 0.0
    )


def _signs(candidate: Candidate) -> bool:
    """Whether a sentence says of a person that they sign: "do ông Đỗ Quang Nhuận, Chủ tịch UBND huyện, ký ban hành"."""
    text, unit, span = candidate.unit.document.text, candidate.unit.span, candidate.span
    led = _BY.search(text, max(unit.start, span.start - _CLOSE), span.start) is not None
    return led and _THEN_SIGNS.match(text, span.end, unit.end) is not None


def _exceeds(candidate: Candidate) -> bool:
    """Whether a figure is by how much another is above a plan: "541 vườn, vượt 21 vườn so với kế hoạch"."""
    text, span = candidate.unit.document.text, candidate.span
    before = canonical(candidate.in_front[-12:]).rstrip()
    return before.endswith("vượt") and canonical(text[span.end : span.end + 12]).lstrip().startswith("so với")


def after_asked_number(question: Question, candidate: Candidate) -> float:
    """1 for a date right behind the document number that the question names ("Kết luận số 01-KL/TW, ngày 18-5-2021")."""
    if candidate.kind != "date" or not question.query.document_numbers:
        return 0.0
    close = max(len(one) for one in question.query.document_numbers) + _CLOSE
    before = candidate.unit.document.text[max(0, candidate.span.start - close) : candidate.span.start]
    return float(any(has_number(before, one) for one in question.query.document_numbers))


def publication_match(question: Question, candidate: Candidate) -> float:
    """1 for the day over an article whose day of publication is asked for."""
    stamped = candidate.kind == "date" and candidate.unit.kind == "head" and candidate.form == "day"
    return float(stamped and asks_when_published(question.text))


def office_match(question: Question, candidate: Candidate) -> float:
    """For a person by office: the same office said of the name (1), another (-1), none (-0.3)."""
    if question.wanted != "person" or candidate.kind != "person":
        return 0.0
    if asks_for_author(question.text):
        return 1.0 if candidate.unit.kind == "byline" else -0.6
    asked = offices_asked(question.text)
    headed = headed_body(question.spelled) if not asked else None
    if headed is not None and candidate.roles:
        held = [role for role in candidate.roles if role.is_of(headed)]
        return (1.0 if any(role.heads for role in held) else -1.0) if held else -0.3
    if not asked:
        if not _SIGNS.search(question.spelled):
            return 0.0
        return 1.0 if candidate.unit.kind == "signature" or _signs(candidate) else -0.6
    if not candidate.roles:
        return -1.0 if candidate.unit.kind == "byline" else -0.3  # who wrote of an office does not hold it
    best = [max(role.agrees(one) for role in candidate.roles) for one in asked]
    return 2.0 * sum(best) / len(best) - 1.0
