"""Follow-up questions: "Còn năm 2023?", "Thế Thọ Xuân thì sao?", "Ai ký?" take over what they leave unsaid.

A follow-up keeps what it says itself (place, year, kind, subject, sort of answer) and takes the rest from the question
before, which may itself be a follow-up. Of what was taken over, place, time and subject
are listed in `Question.carried`, to be shown. What the person took back of the question before is not taken over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from plans.admin_units import TIERS, Tier, split_long_name
from plans.answer import PartName, Turn
from plans.place import PlaceMention
from plans.text import canonical
from plans.year_parts import parts_of_year, without_year_parts
from reader.lexicon.names import CAPITAL, OFFICE
from reader.questions.document_sorts import SORTS, sort_of_number
from reader.questions.question import Question, analyse, focus_of, level_asked, says_sort, wanted_of
from reader.questions.question_words import MEASURES
from retriever.abbreviations import spell_out
from retriever.query import Query
from retriever.synonyms import official

Understand = Callable[[str], Query]

MEMORY = 4
"""How many questions before the last one are looked at."""
_WHOLE_SUBJECT = 4
"""Words of its own with which a question for a place needs nothing of the one before."""
_CARRIED_WEIGHT = 0.4
"""What the whole subject of the question before counts beside the new one's."""
_WIDEST_FIRST: tuple[Tier, ...] = ("province", "district", "commune")

_OPENING = re.compile(r"^(còn|thế còn|thế|vậy|vậy còn|và|riêng|what about|how about|and)\b")
_NAME_ALONE = re.compile(
    rf"(?P<opening>(?:[Tt]hế|[Vv]ậy)?\s*(?:[Cc]òn)?)\s+(?P<name>{CAPITAL}\w+(?:\s+{CAPITAL}\w+)+)(?:\s+thì sao)?\s*\??\s*$"
)
_POINTING = re.compile(
    r"\b(thì sao|thì thế nào|trong đó|trong số đó|số đó|nơi đó|ở đó|tại đó|đơn vị đó|đơn vị này|địa phương này"
    r"|địa phương đó"
    r"|(xã|huyện|tỉnh|phường|thị xã|thị trấn|thành phố|quận|ông|bà|năm|chỉ tiêu|kế hoạch|nghị quyết|văn bản"
    r"|tài liệu|hội nghị) (này|đó|ấy|trên)|of them|of these|there|that year)\b"
)
_FILLER = re.compile(
    r"^(?:thế còn|vậy còn|còn|thế|vậy|và|riêng|what about|how about|and)\b"
    r"(?: (?:bên|phía|chỗ)\b)?|\b(thì sao|thì thế nào|(?:thì |thực tế )ra sao"
    r"|trong số đó|trong đó|số đó|riêng|cũ)\b|[?.!]"
)
_SPAN_OF_YEARS = re.compile(r"\b(giai đoạn|nhiệm kỳ|thời kỳ|năm học)\s+\d{4}\s*[-–]\s*\d{4}")
_KIND = re.compile(
    r"\b(?:(?:the )?(?:goals?|targets?|plans?|results?|actual|estimates?)(?: for)?|chỉ tiêu|mục tiêu|kế hoạch|kết quả"
    r"|ước thực hiện|thực hiện|dự toán|thực tế|\d{4})\b"
)
_WHY = re.compile(r"\b(vì sao|tại sao|do đâu|why)\b")
_WHICH_OF_ALL = re.compile(r"\b(?:địa phương|nơi) nào\b|\b(?:which|what) (?:place|locality)\b")
_SUBJECT_OPENING = re.compile(r"^(?:(?:thế|vậy|còn|và|riêng|what about|how about|and)\b\s*)+", re.IGNORECASE)
_LINKS = "của|ở|tại|trong|trên địa bàn|cho|do|với|so với|từ|đến|vào|cuối|of|in|at|for|by"
_LOOSE_END = re.compile(rf"(?:(?:^|\s+)(?:…|{_LINKS}|là|còn|đạt|được|có|thì|những|các))+$", re.IGNORECASE)
_QUESTION_WORD = re.compile(r"\b(?:bao nhiêu|mấy|gì|(?-i:[Aa]i)|(?:như )?thế nào|ra sao|thì sao)\b", re.IGNORECASE)
_SAME_TIME = re.compile(r"\bcùng kỳ(?: năm)? (?:ngoái|trước)\b")
"""The same time a year before the one that was asked about."""
_SAME_PART = re.compile(r"\b(?:vào |trong )?cùng kỳ\b")
"""The same part of another year: of itself no subject."""
_COMPARED = re.compile(
    r"\b(?:so(?: với)?|hơn|kém) (?:cả )?(?:cùng kỳ(?: năm)?(?: trước| ngoái)?|(?:kỳ|quý|năm) (?:liền |ngay )?trước(?: đó)?"
    r"|năm ngoái|(?:cùng kỳ )?(?:năm )?(?:19|20)\d\d)\b"
    r"|\bcompared (?:to|with) (?:the )?(?:previous year|year before|last year|(?:19|20)\d\d)\b"
)
"""What a change is told against, be it only a time: "so với năm trước", "so với 2021"."""
_CHANGE = re.compile(
    r"\b(?:có )?(?:tăng|giảm|hơn|kém|increase|decrease)(?: (?:trưởng|lên|đi|thêm|được))?"
    r"(?: (?:hay|hoặc|or)(?: là)? (?:tăng|giảm|kém|increase|decrease))?\b"
)
"""That a change of what was asked about before is asked for, and its way."""
_STANDING = re.compile(r"^\s+thường trực\b", re.IGNORECASE)
"""What may be said of a deputy behind the title."""
_SIDES = (
    ("chi đầu tư phát triển", "chi thường xuyên"),
    ("thu", "chi"),
    ("đánh bắt", "nuôi"),
    ("khai thác", "nuôi trồng"),
    ("xuất khẩu", "nhập khẩu"),
    ("xuất", "nhập"),
    ("đông xuân", "hè thu"),
    ("thành thị", "nông thôn"),
    ("nam", "nữ"),
    ("hộ nghèo", "hộ cận nghèo"),
    ("trong nước", "quốc tế"),
    ("doanh nghiệp đầu tư trực tiếp nước ngoài", "doanh nghiệp trong nước"),
)
"""What is told of either in the same words."""
_MEASURE = re.compile(rf"(?:tổng )?(?:{MEASURES}|lượng|tỉ lệ|chi phí|dân số|mật độ|chiều dài)\b")
"""What a follow-up begins with that asks for another measure: "Còn lượng khách?"."""
_MEASURED_BEFORE = re.compile(
    r"\b(?:(?:thu|chi|bỏ|tốn|hết|đạt|được|là|có|về|ra) )*(?:bao nhiêu|mấy)"
    r"(?: (?:tiền|(?:nghìn |ngàn )?(?:tỷ|tỉ|triệu)(?: đồng)?|đồng|%|phần trăm|lượt|ha|tấn))?\b",
    re.IGNORECASE,
)
"""What the question before asked for of its own subject: "thu về bao nhiêu tiền"."""
_IN_DOCUMENT = re.compile(rf"\b(?:trong|theo|tại|ở) ({SORTS})\b(?! (?:này|đó|trên))")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NEXT_YEARS = (
    (re.compile(r"\bnăm (liền |ngay |liền kề )?trước( đó)?\b"), -1),
    (re.compile(r"\bnăm (sau|tiếp theo|kế tiếp)( đó)?\b"), 1),
)


def in_context(asked: str | Turn, history: Sequence[str | Turn], understand: Understand) -> Question:
    """The question read on its own or, where it leans on the ones before, completed from them; less what was taken back."""
    turn = asked if isinstance(asked, Turn) else Turn(asked)
    question = _completed(turn.question, history, understand)
    for name, value in turn.dropped:
        question = question.without(name, value)
    return question


def _completed(question: str, history: Sequence[str | Turn], understand: Understand) -> Question:
    asked = analyse(understand(question))
    if not history:
        return asked
    if not asked.places and (name := _NAME_ALONE.match(question)) is not None:
        question = _as_place(name, history[-1], understand)
        asked = analyse(understand(question))
    text = " ".join(canonical(asked.text).split())
    core = " ".join(spell_out(_FILLER.sub(" ", text)).split())
    mentioned = [asked.text[one.span.start : one.span.end] for one in asked.places]
    subject = without_year_parts(_WHY.sub(" ", _SPAN_OF_YEARS.sub(" ", core)))
    for pattern in (_COMPARED, _SAME_TIME, _SAME_PART, *(pattern for pattern, _ in _NEXT_YEARS)):
        subject = pattern.sub(" ", subject)
    if asked.change:
        subject = _CHANGE.sub(" ", subject)
    if not focus_of(_KIND.sub(" ", subject), mentioned):
        subject = ""  # "and the goal for 2024?"
    own = {term: weight for term, weight in focus_of(subject, mentioned).items() if weight >= 1.0 and "_" not in term}
    marked = bool(_OPENING.search(text) or _POINTING.search(text))
    if says_sort(core) and (asked.query.document_numbers or (asked.places and len(own) >= 2)):
        return _without_opening(asked, core)
    if not marked and asked.places and own:
        return asked
    if not marked and asked.wanted == "place" and level_asked(asked.text) is not None and len(own) >= _WHOLE_SUBJECT:
        return asked  # "Thu hút đầu tư là chủ đề của huyện nào?" stands alone
    previous = in_context(history[-1], tuple(history[:-1])[-MEMORY:], understand)
    return _merge(asked, previous, own, _without(core, map(canonical, mentioned)))


def _as_place(name: re.Match[str], before: str | Turn, understand: Understand) -> str:
    """A question with a name alone ("Còn Cao Sơn?"), which could be a person's, as that of a unit of the level asked about
    before, where one has it."""
    turn = before if isinstance(before, Turn) else Turn(before)
    levels = [one.level for one in understand(turn.question).places if one.level is not None]
    questions = [f"{name['opening']} {level} {name['name']}?".strip() for level in levels]
    return next((one for one in questions if any(place.candidates for place in understand(one).places)), name.group())


def _merge(asked: Question, previous: Question, own: dict[str, float], core: str) -> Question:
    carried: list[str] = []
    places = tuple(_of_the_tier(one, previous.places) for one in asked.places)
    if not places:
        places = _kept_places(asked, previous)
        carried += [one.name for one in places]
    timed = _COMPARED.sub(" ", core)  # "so với năm trước" dates nothing
    a_year_before = previous.years and _SAME_TIME.search(timed) is not None
    from_before = previous.years and any(pattern.search(timed) for pattern, _ in _NEXT_YEARS) and not _YEAR.search(timed)
    years = () if a_year_before or from_before else asked.years
    if not years and previous.years and not any(map(_names_year, asked.query.periods)):
        shift = -1 if a_year_before else next((by for pattern, by in _NEXT_YEARS if pattern.search(timed)), 0)
        years = tuple(year + shift for year in previous.years)
        carried += [f"năm {year}" for year in years] if not shift else []
    elif years and previous.years and "so với" in core and not own:
        years = tuple(sorted({*years, *previous.years}))
    parts = parts_of_year(core, months=True)
    periods = asked.query.periods or (() if parts else tuple(one for one in previous.query.periods if not _names_year(one)))
    carried += [one for one in periods if one not in asked.query.periods]
    # Another year is another time: what was a plan for the one may be known as a result for the other.
    kind = asked.kind or (previous.kind if years == previous.years else None)
    asks = says_sort(core)
    focus = dict(asked.focus)
    subject = ""
    swapped = _side_swapped(_without_taken_back(previous.query), core)
    another_measure = bool(own) and _MEASURE.match(core) is not None
    if swapped:
        own = {}
        there = [one.span.of(previous.query.text) for one in previous.places]
        focus = focus_of(" ".join(canonical(spell_out(swapped)).split()), there)
    elif own:
        share = _CARRIED_WEIGHT * sum(own.values()) / (sum(previous.focus.values()) or 1.0)
        given_up = focus_of(_asked_before(previous), []) if another_measure else {}
        for term, weight in previous.focus.items():
            if term not in given_up:
                focus.setdefault(term, weight * min(share, _CARRIED_WEIGHT))
    else:
        focus = dict(previous.focus)
    if not own or not asks:
        subject = _side_swapped(_subject(previous), core) or _subject(previous)
        carried.append(subject)
    text = swapped or _search_text(asked, previous, own, anew=bool(parts), another_measure=another_measure)
    query = replace(
        asked.query,
        text=text,
        spelled_out=official(spell_out(text)),
        places=places,
        years=years,
        periods=periods,
        kind=kind,
        document_numbers=asked.query.document_numbers or _kept_numbers(core, previous.query),
        expansions=tuple(dict.fromkeys((*asked.query.expansions, *(() if own else previous.query.expansions)))),
    )
    merged = replace(
        asked,
        query=query,
        text=asked.text,
        focus=focus,
        places=places,
        years=years,
        kind=kind,
        carried=tuple(dict.fromkeys(one for one in carried if one)),
        subject="" if own else subject,
        before=None if own or asks or swapped or previous.query.dropped else previous,
    )
    if asks:
        merged = _without_opening(merged, core)
        alike = merged.wanted == previous.wanted == "quantity" and merged.measure == "any"
        return replace(merged, measure=previous.measure) if alike and not another_measure else merged
    named = previous.wanted == "office" and OFFICE.search(core) is not None  # "Thế phó bí thư?" asks who that is
    return replace(
        merged,
        wanted="person" if named else previous.wanted,
        measure=previous.measure,
        unit=previous.unit if not own else None,
        head=previous.head,
        role=previous.role or named,
        change=previous.change,
    )


def _of_the_tier(place: PlaceMention, before: Sequence[PlaceMention]) -> PlaceMention:
    """A place named without its level as one of the tier of those asked about before, where it can be: behind "huyện Yên
    Thế", "Hữu Lũng" is the district and not its town."""
    tiers = {tier for one in before if one.level is not None for tier in _tiers(one)}
    alike = tuple(one for one in place.candidates if one.tier in tiers)
    return replace(place, candidates=alike) if place.level is None and len(tiers) == 1 and alike else place


def _without_opening(asked: Question, core: str) -> Question:
    """A question that says no sort but by what it begins with behind its opening word: "Còn Chủ nhiệm Ủy ban Kiểm tra?",
    "Còn bốn trụ cột?"."""
    return replace(asked, wanted=wanted_of(core)) if asked.wanted in ("text", "quantity") else asked


def _kept_places(asked: Question, previous: Question) -> tuple[PlaceMention, ...]:
    """The places of the question before; of those, where the new one asks "which town", only what a town may lie in, and
    none where it asks which place of all."""
    if _WHICH_OF_ALL.search(asked.spelled):
        return ()
    level = level_asked(asked.text) if asked.wanted == "place" else None
    if level is None:
        return previous.places
    asked_for = _breadth(TIERS[level])
    return tuple(one for one in previous.places if _breadth(_tiers(one)) < asked_for)


def _kept_numbers(core: str, previous: Query) -> tuple[str, ...]:
    """The numbers of the documents asked about before; none where a document of another sort is asked about now: "còn trong
    kế hoạch thì bao nhiêu?" behind a question on a resolution."""
    sorts = {sort for one in previous.document_numbers if (sort := sort_of_number(one))}
    named = {found[1] for found in _IN_DOCUMENT.finditer(core)}
    return () if sorts and named and not sorts & named else previous.document_numbers


def _tiers(place: PlaceMention) -> tuple[Tier, ...]:
    return tuple(one.tier for one in place.candidates) or (TIERS[place.level] if place.level else ())


def _breadth(tiers: Sequence[Tier]) -> int:
    """The narrowest of them, the province being 0; a place of which nothing is known is no wider than any other."""
    return max((_WIDEST_FIRST.index(one) for one in tiers), default=len(_WIDEST_FIRST))


def _subject(question: Question) -> str:
    """What the question is about in its own words, for display: without place and time, "…" for what is asked."""
    if question.subject:
        return question.subject
    named = [
        *map(_written, (*(one.name for one in question.places), *_taken_back(question, "place"))),
        *map(re.escape, (*question.query.periods, *_taken_back(question, "period"))),
        r"(?:năm\s+)?(?:19|20)\d\d",
    ]
    text = re.sub(rf"(?:\b(?:{_LINKS})\s+)*\b(?:{'|'.join(named)})\b", " ", question.text, flags=re.IGNORECASE)
    words = _SUBJECT_OPENING.sub("", " ".join(re.sub(r"[?;:()]|,(?!\d)", " ", text).split()))
    return _LOOSE_END.sub("", " ".join(_QUESTION_WORD.sub(" … ", words).split()))


def _taken_back(question: Question, part: PartName) -> list[str]:
    return [value for name, value in question.query.dropped if name == part]


def _names_year(period: str) -> bool:
    return re.search(r"\d{4}", period) is not None


def _without(text: str, places: Iterable[str]) -> str:
    for name in places:
        text = re.sub(_written(name), " ", text, flags=re.IGNORECASE)
    return text


def _written(place: str) -> str:
    """A pattern for the ways in which a question writes a place."""
    level, name = split_long_name(place)
    return re.escape(name) if level is None else rf"(?:{re.escape(level)}\s+|[A-Z]{{1,2}}\.\s*)?{re.escape(name)}"


def _without_taken_back(query: Query) -> str:
    """The text searched for, less the places, times and document numbers that the person took back."""
    text = query.text
    for name, value in query.dropped:
        if name == "place":
            text = _without(text, [value])
        elif name == "year":
            text = re.sub(rf"(?<![\d/–-]){re.escape(value)}(?![\d/–-])", " ", text)
        elif name == "period":
            text = text.replace(value, " ") if _names_year(value) else without_year_parts(text)
        elif name == "number":
            text = text.replace(value, " ")
    return text


def _swapped(kept: str, asked: Question, previous: Question) -> str:
    """The question before with the one place or year that is all that the new one says in the place of its own: "tỷ lệ hộ
    nghèo của xã Lộc Ninh là bao nhiêu?"; "" where the new one says more."""
    text = asked.query.text
    named = asked.places[0].span.of(text) if asked.places else str(*asked.years[:1])
    besides = canonical(re.sub(rf"(?:\bnăm\s+)?{re.escape(named)}", " ", text, flags=re.IGNORECASE))
    said = re.sub(rf"\b(?:{_LINKS})\b", " ", _FILLER.sub(" ", besides.strip()))
    if len(asked.places) + len(asked.years) != 1 or re.search(r"\w", said):
        return ""
    if not asked.places:
        years = set(re.findall(r"(?<![\d/–-])(?:19|20)\d\d(?![\d/–-])", kept))
        return kept.replace(years.pop(), named) if len(years) == 1 else ""
    names = [one.name for one in previous.places]
    old = sorted(match.span() for name in names for match in re.finditer(_written(name), kept, re.IGNORECASE))
    if not old:
        return ""
    (first, last), *further = old
    for start, end in further:  # "xã Ninh Hòa, huyện Hồng Dân"
        last = end if re.fullmatch(r"\s*,?\s*", kept[last:start]) else last
    return f"{kept[:first]}{named}{_without(kept[last:], names)}"


def _office_swapped(kept: str, own_text: str) -> str:
    """The question before with the office that is all that the new one says in the place of its own: "Thế phó phòng?"; ""
    where the new one names a body too, or either names no office."""
    new, old = OFFICE.search(own_text), OFFICE.search(kept)
    if new is None or old is None or re.search(r"\w", _FILLER.sub(" ", canonical(new["body"]))):
        return ""
    behind = _STANDING.sub("", kept[old.end("title") :])
    return f"{kept[: old.start('rank')]}{own_text[new.start('rank') : new.end('title')]}{behind}"


def _side_swapped(kept: str, core: str) -> str:
    """What was asked before with the side of a whole that is all the new question says in the place of the other: of "thu
    ngân sách được bao nhiêu?", "Còn chi thì sao?" is "chi ngân sách được bao nhiêu?"; "" where it says more."""
    said = " ".join(re.sub(r"\b(?:tổng|phần|mảng|khoản|mục|bên)\b", " ", canonical(core)).split())
    for pair in _SIDES:
        for old, new in (pair, pair[::-1]):
            there = re.search(rf"(?<!\w){old}(?!\w)", kept, re.IGNORECASE)
            if said == new and there is not None:
                return f"{kept[: there.start()]}{new}{kept[there.end() :]}"
    return ""


def _asked_before(previous: Question) -> str:
    """What the question before asked for of its subject: "thu về bao nhiêu tiền"."""
    return " ".join(found.group() for found in _MEASURED_BEFORE.finditer(canonical(previous.query.text)))


def _search_text(asked: Question, previous: Question, own: dict[str, float], *, anew: bool, another_measure: bool) -> str:
    """What to search for: the subject carried over, then the new question's own words; of what the new one says `anew`
    (a part of the year) or itself names (place, year, document), the old is left out."""
    kept = _without_taken_back(previous.query)
    if not own and (swapped := _swapped(kept, asked, previous)):
        return swapped
    if not (asked.places or asked.years) and (swapped := _office_swapped(kept, asked.query.text)):
        return swapped
    if asked.places:
        kept = _without(kept, (one.name for one in previous.places))
    if asked.years:
        kept = re.sub(r"\b(19|20)\d\d\b", " ", kept)
    if anew:
        kept = without_year_parts(kept)
    if asked.query.document_numbers:
        for number in previous.query.document_numbers:
            kept = kept.replace(number, " ")
    kept = _MEASURED_BEFORE.sub(" ", kept) if another_measure else kept
    own_text = asked.query.text
    return " ".join(f"{own_text} {kept}".split()) if own else " ".join(f"{kept} {own_text}".split())
