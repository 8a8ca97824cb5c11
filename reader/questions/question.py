"""What a question asks for: the sort of answer, its subject, and the words that must be matched.

Works on the restored question (`Query.text`), so accents may be assumed; English questions are recognised by their own
words. Place, year and kind come from the retriever's `Query` and are not part of the subject.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from plans.answer import PartName
from plans.indicator import Kind
from plans.place import PlaceMention
from plans.text import canonical, fold, has_accents, syllables
from plans.tokens import tokenise
from plans.units import read_unit
from plans.year_parts import find_year_parts
from reader.lexicon.names import person_spans, with_office
from reader.lexicon.ordinals import ordinal_asked
from reader.lexicon.terms import with_ordinals
from reader.questions import question_words as patterns
from reader.questions.question_words import Measure, Wanted
from reader.questions.sorts import DOUBTFUL, SURE, VERY_SURE, quantity_chance
from retriever.abbreviations import spell_out
from retriever.query import ASIDE, Query
from retriever.synonyms import settled
from retriever.terms import translate


@dataclass(frozen=True, slots=True)
class Question:
    """An analysed question. `focus` maps a folded syllable, or a bigram "a_b", to its weight before idf."""

    query: Query
    text: str
    wanted: Wanted
    measure: Measure = "any"
    unit: str | None = None  # folded noun counted: "lao dong" of "bao nhiêu lao động"
    head: str | None = None  # noun asked about, folded: "mo hinh" of "mô hình gì"
    role: bool = False  # a person by office
    change: bool = False  # asks for an increase or a decrease
    focus: dict[str, float] = field(default_factory=dict)
    places: tuple[PlaceMention, ...] = ()
    years: tuple[int, ...] = ()
    kind: Kind | None = None
    carried: tuple[str, ...] = ()  # what was taken over from earlier questions, for the reader's eye
    subject: str = ""  # of a follow-up with no subject of its own: the one taken over, for the reader's eye
    before: Question | None = None  # what such a follow-up asks again, for another place or time

    @property
    def spelled(self) -> str:
        """The question canonical, abbreviations spelled out, one blank between words."""
        return " ".join(canonical(self.query.spelled_out or self.text).split())

    @property
    def own_words(self) -> str:
        """`spelled`; of a follow-up only what it says itself, and not what it takes over."""
        return canonical(spell_out(self.text)) if self.carried else self.spelled

    @property
    def glossed(self) -> str:
        """`spelled`, and what stands for its words in the documents: of an English question, the Vietnamese terms."""
        return " . ".join((self.spelled, *self.query.expansions))

    @property
    def unplaced(self) -> str:
        """`spelled` without the names of places: that of Cầu Kè names no bridge, that of Đồng Rui no money."""
        return _unnamed(self.spelled, [one.span.of(self.query.text) for one in self.query.places])

    @property
    def actual(self) -> bool:
        """Whether the question insists on what came about, not on what was planned."""
        return patterns.ACTUAL.search(canonical(self.text)) is not None

    @property
    def alternatives(self) -> tuple[str, ...]:
        """The two answers that a question leaves the choice between: "cao hơn" or "thấp hơn"."""
        found = patterns.ALTERNATIVES.search(self.spelled)
        return (found[1], found[2]) if found is not None else ()

    @property
    def grain(self) -> tuple[str, ...] | None:
        """The forms of date that will do: "ngày nào" wants a day, "nhiệm kỳ nào" a period; None when any will."""
        text = canonical(self.text)
        return next((forms for pattern, forms in patterns.GRAINS if pattern.search(text)), None)

    @property
    def unit_given(self) -> bool:
        """Whether the question names the unit: "bao nhiêu tỷ đồng", "mấy phần trăm", "bao nhiêu lao động"."""
        return self.wanted == "quantity" and (
            self.unit is not None or patterns.PERCENT_ASKED.search(canonical(self.text)) is not None
        )

    @property
    def noun_asked(self) -> list[str]:
        """The last word of `head`, which what is asked for may begin with or follow; [] for "việc gì", "điều gì"."""
        words = (self.head or "").split()[-1:]
        return [] if words and words[0] in patterns.OPEN_HEADS else words

    @property
    def strong_words(self) -> frozenset[str]:
        """The folded syllables of the focus that count in full."""
        return frozenset(term for term, weight in self.focus.items() if weight >= 1.0 and "_" not in term)

    @property
    def english(self) -> bool:
        return self.query.language == "en"

    def without(self, name: PartName, value: str) -> Question:
        """The question less one part that was understood (`Query.parts`), own or carried over."""
        query = self.query.without(name, value)
        if name == "text":
            return analyse(query)
        carried = tuple(one for one in self.carried if one not in (value, f"năm {value}"))
        return replace(self, query=query, places=query.places, years=query.years, kind=query.kind, carried=carried)


def wanted_of(text: str, *, named: bool = False) -> Wanted:
    """The sort of answer a canonical question asks for; `named` says that it is "... là ai" of a person it names."""
    if re.search(r"\blà ai\b", text) and named:
        return "office"
    return _asked_for(text, SURE) or "text"


_YEARS = re.compile(
    r"\b(?:(?:nhiệm kỳ|giai đoạn|thời kỳ) )?(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d\b|\b\d{1,2}/(?:19|20)\d\d\b"
)
"""Ranges of years, and months, which are no subject."""


def says_sort(text: str) -> bool:
    """Whether the words of a canonical question, perhaps a follow-up, ask for a sort of answer of their own."""
    return _asked_for(text, VERY_SURE) is not None


def _asked_for(text: str, sure: float) -> Wanted | None:
    """The sort of answer that the words of a question ask for, what it leaves out aside; None where nothing says it and a
    quantity is less likely than `sure`."""
    text = patterns.LEFT_OUT.sub(" . ", text)
    named = patterns.NAME_ASKED.search(text) and patterns.ROLE.search(text)
    if named and not patterns.NAMES_ASKED.search(text) and not patterns.ASKS_WHETHER.search(text):
        return "person"
    if ordinal_asked(text) is not None:
        return "ordinal"
    for wanted, pattern in patterns.RULES:
        if re.search(pattern, text):
            if wanted == "office" and patterns.WHO_HOLDS.search(text):
                continue
            listed = wanted in ("list", "text") and re.search(r"^(các |những )?(chỉ tiêu|tỷ lệ) ", text)
            return "quantity" if listed and "bao nhiêu" in text else wanted
    if patterns.MEASURED.search(text):
        sure = DOUBTFUL
    in_numbers: Wanted | None = "quantity" if quantity_chance(text) >= sure else None
    if patterns.OPEN.search(text):
        return in_numbers or "text"
    if patterns.ROLE.match(text) or patterns.SOMEBODY.match(text):
        return "person"
    for wanted, heads in patterns.HEADS:
        if heads.match(text):
            return wanted
    if patterns.SEVERAL.match(text):
        return "list"
    return in_numbers


def _names_a_person(query: Query) -> bool:
    """Whether what is asked about ("Lê Hải là ai?") is somebody's name rather than an office or a deed."""
    subject = re.split(r"\s+là ai\b", query.text, maxsplit=1, flags=re.IGNORECASE)[0].strip()
    subject = re.sub(r"^(?:ông|bà|đồng chí|đ/c)\s+", "", subject, flags=re.IGNORECASE)
    if subject.islower():
        subject = subject.title()
    names = list(person_spans(subject, [one.span for one in query.places]))
    return bool(names) and names[0].start == 0 and len(names[0]) >= len(subject) - 1


def level_asked(text: str) -> str | None:
    """The administrative level of "xã nào", "which district"; None when any place will do."""
    found = patterns.LEVEL_ASKED.search(canonical(text))
    return patterns.LEVEL_ENGLISH.get(found.group(), found.group()) if found else None


def measure_of(text: str) -> Measure:
    """What a quantity is counted in, from the words nearest before "bao nhiêu" first."""
    unit = patterns.UNIT.search(text)
    if re.search(r"\b(bao nhiêu|mấy) (%|phần (?!mềm|việc|ăn|thưởng|quà))|\bphần trăm\b|\bpercent|\bshare\b|%\W*$", text):
        return "percent"
    if re.search(rf"\b(đạt|chiếm|bằng|được) (bao nhiêu|mấy) {patterns.WHOLE}\b", text):
        return "percent"
    if unit and _thousands_of(unit.group(1)):
        return "count"
    if unit and (
        re.match(r"(triệu|tỷ|tỉ|nghìn|đô(?! thị)|ngân sách)\b", unit.group(1)) or patterns.MONEY.match(unit.group(1))
    ):
        return "money"
    if unit and not unit.group(0).startswith("how much") and not patterns.NOT_A_UNIT.match(unit.group(1)):
        return "count"
    asked = re.search(r"\b(bao nhiêu|mấy|mức nào)\b", text)
    for part in (text[: asked.end()].split(",")[-1] if asked else "", text):
        if patterns.PERCENT.search(part) or patterns.GROWTH.search(part):
            return "percent"
        if patterns.COUNTED.search(part):
            return "count"
        if patterns.MONEY.search(part):
            return "money"
    return "any"


_THOUSANDS = re.compile(r"(?:nghìn|ngàn|vạn|triệu)\s+")


def _thousands_of(unit: str) -> str:
    """What is counted in thousands or millions: "lượt khách" of "triệu lượt khách", "" of "triệu đồng" and "triệu"."""
    scale = _THOUSANDS.match(unit)
    if scale is None:
        return ""
    counted = unit[scale.end() :].strip()
    if patterns.NOT_A_UNIT.match(counted):
        return ""
    named = read_unit(tokenise(counted), 0).name
    return "" if named is None or patterns.MONEY.match(canonical(named)) else counted


def syllables_and_stops(text: str) -> list[str]:
    """Syllables, with a lone dot where the text has one between spaces (a cut that no bigram crosses)."""
    return [word for part in re.split(r"\s(\.)\s", text) for word in ([part] if part == "." else syllables(part))]


def focus_of(text: str, drop: list[str]) -> dict[str, float]:
    """Folded syllables and bigrams that say what the question is about; `drop` are phrases handled elsewhere (places)."""
    text = patterns.ONE_OF.sub(" ", patterns.INCLUDED.sub(" . ", settled(text)))
    weights: dict[str, float] = {}
    accented = has_accents(text)
    for frame in patterns.FRAMES:
        found = frame if accented else fold(frame)
        if re.search(rf"\b{found}\b", text):
            text = re.sub(rf"\b{found}\b", " . ", text)
            weights[fold(frame).replace(" ", "_")] = 0.2
    spelled = syllables_and_stops(text)
    folded = with_ordinals(" ".join(fold(word) for word in spelled)).split()
    stops = [word in patterns.STOP if accented else fold(word) in patterns.BARE_STOP for word in spelled]
    words = _blanked(folded, [syllables(fold(one)) for one in drop])
    for position, word in enumerate(words):
        if word == ".":
            continue
        strong = not stops[position]
        weights[word] = max(weights.get(word, 0.0), 1.0 if strong else patterns.LEFT if word in patterns.WEAK else 0.0)
        following = words[position + 1] if position + 1 < len(words) else "."
        if following != "." and (strong or not stops[position + 1]):
            both = strong and not stops[position + 1]
            weights[f"{word}_{following}"] = 1.0 if both else 0.3
    found_any = {term: weight for term, weight in weights.items() if weight > 0.0}
    if max(found_any.values(), default=1.0) < 1.0:  # "có bao nhiêu chỉ tiêu năm 2024": nothing stronger is left
        found_any = {term: weight for term, weight in found_any.items() if term not in patterns.ASKING} or found_any
    return found_any or {word: patterns.LEFT for word in words if word != "."}


def _blanked(words: list[str], phrases: list[list[str]]) -> list[str]:
    """`words` with a dot for every word of a year or of one of the phrases."""
    kept = ["." if re.fullmatch(r"(19|20)\d\d", word) else word for word in words]
    for phrase in phrases:
        for start in range(len(words) - len(phrase) + 1):
            if phrase and words[start : start + len(phrase)] == phrase:
                kept[start : start + len(phrase)] = ["."] * len(phrase)
    return kept


def _without_numbers(text: str, numbers: tuple[str, ...]) -> str:
    """A document number ("36/2025/NQ-HĐND") is no year and counts nothing."""
    for number in numbers:
        text = text.replace(canonical(number), "_")
    return text


def _unnamed(spelled: str, places: list[str]) -> str:
    """A canonical question without the names of places."""
    for name in map(canonical, places):
        spelled = spelled.replace(name, "_")
    return spelled


def analyse(query: Query) -> Question:
    """Reads one stand-alone question."""
    text = " ".join(canonical(query.text).split())
    spelled = " ".join(canonical(query.spelled_out or query.text).split())
    wanted = wanted_of(_without_numbers(spelled, query.document_numbers), named=_names_a_person(query))
    unit = patterns.UNIT.search(spelled)
    counted = unit.group(1) if unit and not patterns.NOT_A_UNIT.match(unit.group(1)) else ""
    head = patterns.HEAD.search(text)
    mentioned = [query.text[one.span.start : one.span.end] for one in query.places]
    times = [one.span.of(spelled) for one in find_year_parts(spelled, months=True)]
    subject = with_office(ASIDE.sub(" . ", patterns.LEFT_OUT.sub(" . ", spelled)))
    focus = focus_of(subject, [*mentioned, *query.document_numbers, *times, *_YEARS.findall(spelled)])
    if query.language == "en":
        for term in translate(query.text):
            focus |= focus_of(term, [])
        for word in query.glosses:
            for term, weight in focus_of(word, []).items():
                focus.setdefault(term, patterns.GLOSS * weight)
    return Question(
        query=query,
        text=query.text,
        wanted=wanted,
        measure=measure_of(_unnamed(spelled, mentioned)) if wanted == "quantity" else "any",
        unit=fold(_thousands_of(counted) or counted).strip() or None,
        head=fold(head.group(1)).strip() if head else None,
        role=bool(patterns.ROLE.search(with_office(spelled))),
        change=bool(patterns.CHANGE.search(text)),
        focus=focus,
        places=query.places,
        years=query.years,
        kind=query.kind or ("target" if wanted == "quantity" and patterns.PLAN_OF.match(spelled) else None),
    )
