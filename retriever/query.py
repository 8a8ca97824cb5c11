"""What a question says: its language, places, years and kind, with accents, slips and abbreviations put right.

Nothing here reads the documents; the index hands in the accent model of its corpus.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Literal

from plans.admin_units import split_long_name
from plans.answer import PartName
from plans.document import Span
from plans.document_numbers import find_short_numbers
from plans.indicator import Kind
from plans.numbers import find_document_numbers
from plans.place import TWO_LEVELS, Gazetteer, PlaceMention
from plans.text import fold, has_accents
from retriever import abbreviations, synonyms, terms
from retriever.accents import AccentModel
from retriever.courtesy import without_courtesies
from retriever.denials import denied_spans, kind_denied, kind_instead, without_denied
from retriever.kinds import kind_of
from retriever.shorthand import written_out
from retriever.spelling import Speller
from retriever.times import periods_of, years_of

ASIDE = re.compile(
    r"\((?:[^()]*\b)?(?:nay|hiện nay|giờ|cũ|trước đây|trước là|sáp nhập|hợp nhất|thành lập|gộp|now|formerly|merged)\b"
    r"[^()]*\)",
    re.IGNORECASE,
)
"""What a question says in parentheses of other times, and of what a place was made from."""
_CALLED_AFTER = re.compile(
    r"\b(?:hồ|đập|sông|suối|kênh|cầu|đèo|núi|vịnh|đầm|đảo|thủy điện|sân bay|cảng|sâm"
    r"|(?:cụm|khu) công nghiệp|CCN|KCN|khu kinh tế|khu đô thị|khu tái định cư)\s+$",
    re.IGNORECASE,
)
"""In front of the name of a lake, a bridge, a plant or an industrial park, which is no place that the question is about."""
_MERGED = re.compile(
    r"\b(?:sau|trước|từ) khi (?:được )?(?:sáp nhập|hợp nhất|nhập)(?: (?:với|cùng|thêm|vào))?\s*$", re.IGNORECASE
)
_JOINED = re.compile(r"\s*(?:,|,?\s*và|với)\s*")
_SPACE = re.compile(r"\s+")
_FORMER = 5  # a unit made from more than these is found through its district


@dataclass(frozen=True, slots=True)
class Query:
    """`question` is as typed; `text` is what is searched for (accents and slips repaired); `places` have spans into `text`.

    `spelled_out` is `text` with abbreviations written out, for an encoder. `expansions` are further words for the lexical
    side: the other forms of abbreviations, Vietnamese for English terms, former and later names of places. `glosses` are
    the Vietnamese for the other words of an English question, which may be meant otherwise. `years` and `kind` are what the
    question states, empty or None where it states nothing; `denied` is the kind of figure that it says it does not ask for.
    `dropped` are parts that the user removed.
    """

    question: str
    text: str
    language: Literal["vi", "en"] = "vi"
    places: tuple[PlaceMention, ...] = ()
    years: tuple[int, ...] = ()
    periods: tuple[str, ...] = ()
    kind: Kind | None = None
    denied: Kind | None = None
    document_numbers: tuple[str, ...] = ()
    expansions: tuple[str, ...] = ()
    glosses: tuple[str, ...] = ()
    spelled_out: str = ""
    restored: bool = False
    dropped: tuple[tuple[PartName, str], ...] = ()

    def parts(self) -> tuple[tuple[PartName, str], ...]:
        """What was understood, as (name, value) pairs that `without` takes back."""
        found: list[tuple[PartName, str]] = [("place", one.name) for one in self.places]
        found += [("year", str(year)) for year in self.years]
        found += [("period", period) for period in self.periods]
        found += [("kind", self.kind)] if self.kind is not None else []
        found += [("number", number) for number in self.document_numbers]
        found += [("text", self.text)] if self.restored else []
        return tuple(dict.fromkeys(found))

    def without(self, name: PartName, value: str) -> Query:
        """The query without one understood part; removing "text" searches for the question as it was typed."""
        changed = replace(self, dropped=(*self.dropped, (name, value)))
        if name == "place":
            return replace(changed, places=tuple(one for one in self.places if one.name != value))
        if name == "year":
            return replace(changed, years=tuple(year for year in self.years if str(year) != value))
        if name == "period":
            return replace(changed, periods=tuple(one for one in self.periods if one != value))
        if name == "kind":
            return replace(changed, kind=None)
        if name == "number":
            return replace(changed, document_numbers=tuple(one for one in self.document_numbers if one != value))
        places = tuple(Gazetteer.load().mentions(self.question))
        return replace(changed, text=self.question, spelled_out=self.question, places=places, restored=False)


def understand(
    question: str,
    *,
    language_model: AccentModel | None = None,
    speller: Speller | None = None,
    gazetteer: Gazetteer | None = None,
    familiar: frozenset[str] = frozenset(),
    today: date | None = None,
) -> Query:
    """Read a question. Without a language model nothing is restored or repaired; `familiar` are folded names of places that
    the documents are about, found in lower case too; `today` dates "năm nay" and "năm ngoái".

    `speller` saves building one for each question; it must be made from the same language model.
    """
    typed = without_courtesies(_SPACE.sub(" ", unicodedata.normalize("NFC", question)).strip())
    gazetteer = gazetteer or Gazetteer.load()
    language = terms.language_of(typed)
    text = written_out(typed) if language == "vi" else typed
    if language_model is not None and language == "vi":
        text = terms.in_vietnamese(text, lambda word: language_model.count(word) > 0)
        text = _restored(text, language_model, speller or Speller(language_model), gazetteer, familiar)
    text, said_of_others = without_denied(text)
    denied = kind_denied(said_of_others, text)
    places = _spoken_of(text, gazetteer.mentions(text, familiar))
    text, places = _with_names(text, places)
    if text != typed:
        places = tuple(_widened(one, typed, gazetteer, places) for one in places)
    numbers = find_document_numbers(text)
    numbered = [one.span for one in numbers]
    taken = [*numbered, *(one.span for one in places)]
    masked = _masked(text, [*numbered, *(one.span for one in find_short_numbers(text))])
    spelled_out = synonyms.official(abbreviations.spell_out(text, taken))
    found = [
        *abbreviations.expansions(text, taken),
        *_former_names(places, gazetteer),
        *synonyms.expansions(spelled_out),
    ]
    if language == "en":
        found += [*terms.translate(typed), *(one.name for one in places)]
    named = [*numbers, *find_short_numbers(spelled_out)]
    stated = kind_of(_masked(spelled_out, [one.span for one in find_document_numbers(spelled_out)]), language)
    return Query(
        question=question,
        text=text,
        language=language,
        places=places,
        years=years_of(masked, today or date.today()),
        periods=periods_of(masked),
        kind=kind_instead(denied) if stated in (None, denied) else stated,
        denied=denied,
        document_numbers=tuple(dict.fromkeys(_SPACE.sub("", one.raw) for one in named)),
        expansions=tuple(dict.fromkeys(found)),
        glosses=terms.glosses(typed) if language == "en" else (),
        spelled_out=spelled_out,
        restored=text != typed,
    )


def _spoken_of(text: str, found: list[PlaceMention]) -> tuple[PlaceMention, ...]:
    """Of the places found in a question, all but those by which it only explains another: "tỉnh Hà Giang (nay là Tuyên
    Quang)", "tỉnh Vĩnh Long sau khi nhập Bến Tre, Trà Vinh"; or that it does not ask about: "đừng nhầm với huyện B"."""
    asides = [*(match.span() for match in ASIDE.finditer(text)), *denied_spans(text)]
    kept: list[PlaceMention] = []
    merged: int | None = None  # where the last place ends that another was merged with
    for one in found:
        beside = merged is not None and _JOINED.fullmatch(text, merged, one.span.start)
        if beside or _MERGED.search(text[: one.span.start]):
            merged = one.span.end
        elif not any(start <= one.span.start < end for start, end in asides):
            kept.append(one)
    spoken_of = kept or found
    return tuple(one for one in spoken_of if one.level is not None or not _CALLED_AFTER.search(text, 0, one.span.start))


def _restored(text: str, model: AccentModel, speller: Speller, gazetteer: Gazetteer, familiar: frozenset[str]) -> str:
    named = (one.span for one in gazetteer.mentions(text, familiar) if one.level is not None)  # the "tx" of "tx cai lay"
    protected = (*(one.span for one in find_document_numbers(text)), *named)
    repaired = speller.repair(text, protected).text
    short = [] if has_accents(repaired) else abbreviations.find(repaired, protected)
    standing_for = {one.span.start: fold(one.long_forms[0]) for one in short}
    restored = _closed(repaired, _opened(text, model.restore(repaired, standing_for).text, model))
    if restored != repaired and len(restored) == len(repaired):
        restored = _with_accents_of(gazetteer.mentions(repaired, familiar), restored, model)
    return abbreviations.with_strokes(restored, [one.span for one in find_document_numbers(restored)])


_NAMES_ASKED = re.compile(
    r"neu (?:cac|nhung|ro|ten|mot so|cu the|noi dung|ly do|nguyen nhan|\d)\b(?!.*\bthi\b(?! (?:xa|tran|uy|dua|truong)\b))",
    re.IGNORECASE,
)
"""That a question typed without accents begins with "nêu" and not with "nếu"."""


def _opened(typed: str, restored: str, model: AccentModel) -> str:
    """A restored question with the accents of its first word as questions begin, and texts do not: "Thế Thọ Xuân thì sao?",
    "Nêu các chỉ tiêu ..."; but for "the" where the corpus joins what the model read there to the word behind ("thẻ bảo
    hiểm")."""
    first, _, behind = restored.partition(" ")
    word = typed.partition(" ")[0]
    if not behind or len(first) != len(word):
        return restored
    if _NAMES_ASKED.match(typed):
        return f"{word[0]}êu {behind}"
    following = behind.split()[0].lower().strip(",.?")
    joined = model.pair_count(first.lower(), following) > max(1, model.pair_count("thế", following))
    return f"{word[:2]}ế {behind}" if word.lower() == "the" and not joined else restored


_SO_OR_NOT = re.compile(r"(?<!co )\bdung khong(?=\W*$)", re.IGNORECASE)
"""That a question typed without accents ends with "đúng không"."""


def _closed(typed: str, restored: str) -> str:
    """A restored question with the accents of its last words as questions end, and texts do not: "..., đúng không"."""
    found = _SO_OR_NOT.search(typed) if len(typed) == len(restored) else None
    return f"{restored[: found.start()]}đúng không{restored[found.end() :]}" if found is not None else restored


def _with_accents_of(mentions: list[PlaceMention], restored: str, model: AccentModel) -> str:
    """A name with its level ("thi tran Dong Phu, huyen Que Son"), one of three words that the corpus has ("go cong
    dong"), or that of a province which the corpus has more often than what was read ("quang nam 2022"), gets the accents of
    a unit that can bear it: of several, unless the restored name is one of theirs, of the one that the corpus names most.
    """
    for one in mentions:
        names = [split_long_name(name)[1] for name in (one.name, *one.alternatives)]
        start = one.span.end - len(names[0])
        if one.level == "xã" and _OTHER_LEVEL.search(restored, 0, one.span.start):  # "qua ngày nào thì xã Định Mỹ ..."
            restored = f"{restored[: one.span.start - 2]}ì{restored[one.span.start - 1 :]}"
        sure = one.level is not None or (len(names[0].split()) > 2 and _times_named(names[0], model) > 0)
        said = restored[start : one.span.end]
        province = any(unit.tier == "province" for unit in one.candidates)
        likelier = province and _times_named(said, model) < _times_named(names[0], model)
        known = one.folded and (sure or likelier) and one.candidates and start >= one.span.start
        if not known or fold(said) != fold(names[0]) or said.lower() in [name.lower() for name in names[1:]]:
            continue
        name = max(names, key=lambda name: _times_named(name, model))
        accented = name.lower() if said.islower() else name  # capitals come with the rest
        restored = restored[:start] + accented + restored[one.span.end :]
    return restored


_OTHER_LEVEL = re.compile(r"\bthị $", re.IGNORECASE)


def _times_named(name: str, model: AccentModel) -> int:
    """How often the rarest pair of neighbouring syllables of a name stands in the corpus."""
    return min((model.pair_count(left, right) for left, right in pairwise(name.lower().split())), default=0)


def _with_names(text: str, places: tuple[PlaceMention, ...]) -> tuple[str, tuple[PlaceMention, ...]]:
    """Places typed in lower case get their capitals, in `text` and in place."""
    for one in places:
        typed = one.span.of(text)
        for known in (one.name, split_long_name(one.name)[1]):  # "thị ủy tân uyên": the name alone
            start = one.span.end - len(known)
            if typed.islower() and fold(typed).endswith(fold(known)) and start >= one.span.start:
                text = text[:start] + known + text[one.span.end :]
                break
    return text, places


def _widened(mention: PlaceMention, typed: str, gazetteer: Gazetteer, places: tuple[PlaceMention, ...]) -> PlaceMention:
    """A place whose accents were put in by us may be any unit that is spelled so without them ("Vinh Thanh"), of those that
    lie in what is named with it ("xa Bach Dang, tinh Cao Bang")."""
    level, name = split_long_name(mention.name)
    if name.lower() in typed.lower() or fold(name) == name.lower():
        return mention
    alike = [one for one in gazetteer.spelled_like(name) if level in (None, one.level) and one not in mention.candidates]
    if not alike:
        return mention
    candidates = (*mention.candidates, *alike)
    for outer in places:
        if outer is not mention:
            candidates, _ = gazetteer.narrow(candidates, outer.candidates)
    return replace(mention, candidates=candidates)


def _masked(text: str, spans: list[Span]) -> str:
    for span in spans:
        text = text[: span.start] + "_" * len(span) + text[span.end :]
    return text


def _former_names(places: tuple[PlaceMention, ...], gazetteer: Gazetteer) -> list[str]:
    """The names that a unit's area had before, for a unit made in July 2025 under a name that none of them had."""
    names: list[str] = []
    for mention in places:
        units = mention.candidates
        if not units or len(units) > 2 or any(unit.valid_from != TWO_LEVELS or unit.tier != "commune" for unit in units):
            continue
        before = [gazetteer.place(one) for unit in units for one in unit.predecessors]
        if len(before) <= _FORMER and all(one.name != unit.name for one in before for unit in units):
            names += [one.long_name for one in before]
    return list(dict.fromkeys(names))
