"""What only shows beside other candidates of a sentence or a row: that another figure, or another person, is the one
asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from plans.document import Span
from plans.text import canonical
from reader.contrasts.counted import of_one_sort
from reader.evidence.candidates import Candidate
from reader.lexicon.dimensions import dimension_of
from reader.lexicon.terms import terms_of
from reader.questions.question import Question
from reader.scoring.features import is_barred

Told = Sequence[tuple[Candidate, dict[str, float]]]
"""Candidates, each with its features."""
_OF_ANOTHER = -0.7
"""Agreement of places from which a figure is of another, or of the whole."""
_AS_MUCH = 0.05
"""By how much less of the question's words may be said of the figure that is of the place itself."""
_MORE_OF_SEGMENT = 0.1
"""By how much more of the question's words is said in one part of a sentence than in another."""
_MUCH_TOLD = 0.4
"""Share of the question's words from which a part of a sentence is what is asked about."""
_SAME_WORDS = 0.03
"""Up to which the shares of the question's words beside two days are those of the same words."""
_MORE_TOLD = 0.2
"""By how much more of the question's words is said of one person than of another."""
_FOR = re.compile(r"^[^,;.]{0,25}?\b(?:đối với|cho|dành cho)\b(?P<whom>[^;.]+)")
"""Behind an amount: "40.000 đồng/kg lợn hơi đối với lợn con"."""
_PEOPLE = "nguoi"
_COUNTS, _HALF = 1.0, 0.5
"""Agreement of what a figure counts with what is asked for: in full; and, negative, that it counts something else."""
_UNASKED = -1.0
"""Of a change, where none is asked for."""
_BESIDES = 2
"""Words by which a name may be longer than the next longest."""
_UNTOLD, _TOLD = 0.02, 0.1
"""Share of the question's words under a heading that shares none with it, at most, and under one that does, at least."""


def tell_apart(question: Question, candidates: Told) -> None:
    """All of what follows, on all candidates of a question."""
    share_in_rows(candidates)
    tell_columns_apart(candidates)
    tell_persons_apart(candidates)
    tell_places_apart(candidates)
    tell_segments_apart(candidates)
    tell_recipients_apart(question, candidates)
    tell_subjects_apart(question, candidates)
    tell_units_apart(question, candidates)
    tell_pairs_apart(question, candidates)
    tell_changes_apart(candidates)


def share_in_rows(cells: Told) -> None:
    """Says of a figure in a table what the span reader says of those of its row that are of another place, year or column:
    it reads the row by its words, but may lose the column of a long one."""
    for row in _by_row(cells):
        passed = [values for _, values in row if values["row"] and (values["year_clash"] or is_barred(values))]
        if not passed:
            continue
        strongest = max(passed, key=lambda one: one["span"])
        for candidate, values in row:
            if candidate.kind == "quantity" and not values["year_clash"] and strongest["span"] > values["span"]:
                values |= {name: strongest[name] for name in ("span", "span_behind", "span_unread")}


def tell_columns_apart(cells: Told) -> None:
    """Bars the figures of a row under headings that share no word with the question, where another figure of the row stands
    under one that does, be it barred itself."""
    for row in _by_row([(one, values) for one, values in cells if values["row"] and one.kind == "quantity"]):
        best = max(values["own"] for _, values in row)
        for _, values in row:
            if values["own"] <= _UNTOLD and best >= _TOLD:
                values["other_column"] = 1.0


def tell_persons_apart(candidates: Told) -> None:
    """Bars a person of whom a sentence says, between semicolons, less of what is asked than of another: "ông A chỉ đạo lĩnh
    vực kinh tế; bà B chỉ đạo lĩnh vực văn hóa". One of another place is no such other."""
    named = [each for each in candidates if each[0].kind == "person" and each[0].form != "marked"]
    for persons in _by_row([each for each in named if ";" in each[0].unit.text]):
        for _, values in persons:
            told = max(_told(other) for _, other in persons if other["place"] >= values["place"])
            if told - _told(values) >= _MORE_TOLD:
                values["other_person"] = 1.0


def _told(values: dict[str, float]) -> float:
    """Share of the question's words in the part of the sentence between semicolons."""
    return values["own"] + values["segment"]


def tell_segments_apart(candidates: Told) -> None:
    """Bars a day of whose part of a sentence, between semicolons, less of what is asked is said than of another's: "trà sớm
    cấy xong trước ngày 30; trà muộn cấy xong trước ngày 15". Where their own words differ, those tell."""
    days_told = [each for each in candidates if each[0].kind == "date" and each[0].unit.kind == "sentence"]
    for days in _by_row([(one, values) for one, values in days_told if ";" in one.unit.text and not is_barred(values)]):
        for one, values in days:
            others = (
                _told(other)
                for each, other in days
                if each.clause != one.clause and abs(other["own"] - values["own"]) <= _SAME_WORDS
            )
            most = max(others, default=0.0)
            if most >= _MUCH_TOLD and most - _told(values) >= _MORE_OF_SEGMENT:
                values["other_segment"] = 1.0


def tell_recipients_apart(question: Question, candidates: Told) -> None:
    """Bars an amount of which a sentence says for whom it is, where that of the next is the one asked about: "40.000
    đồng/kg đối với lợn con và 50.000 đồng/kg đối với lợn nái"."""
    sums = [each for each in candidates if each[0].kind == "quantity" and each[0].unit.kind == "sentence"]
    for row in _by_row(sums):
        told = [(one, values, _recipient(one, [other for other, _ in row])) for one, values in row]
        named = [(one, values, terms_of(words) & question.focus.keys()) for one, values, words in told if words]
        for one, values, words in named:
            others = (said for other, _, said in named if other is not one and other.counted_in == one.counted_in)
            if any(words < said for said in others):
                values["other_segment"] = 1.0


def tell_units_apart(question: Question, candidates: Told) -> None:
    """Bars a figure that counts other things than are asked for ("69 kỳ họp" for "bao nhiêu nghị quyết"), where another
    that counts those is of the place and the year, and no less of the question is said of it."""
    if question.measure != "count" or question.unit is None:
        return
    figures = [(one, values) for one, values in candidates if one.kind == "quantity" and not is_barred(values)]
    counting = [values for _, values in figures if values["unit_noun"] >= _COUNTS and not values["year_clash"]]
    for figure, values in figures:
        if question.unit == _PEOPLE and of_one_sort(_PEOPLE, figure.counted_in):
            continue  # "780 lao động" are so many people
        if values["unit_noun"] <= -_HALF and any(_says_as_much(one, values) for one in counting):
            values["other_measure"] = 1.0


def tell_changes_apart(candidates: Told) -> None:
    """Bars by how many something rose or fell, which is not asked, where its sentence tells how many there are: "249 xã đạt
    chuẩn, tăng 36 xã"."""
    figures = [each for each in candidates if each[0].kind == "quantity" and each[0].unit.kind == "sentence"]
    for row in _by_row(figures):
        level = {one.counted_in for one, values in row if not values["change"] and not is_barred(values)}
        for one, values in row:
            if values["change"] <= _UNASKED and one.counted_in in level and dimension_of(one.counted_in) != "share":
                values["other_measure"] = 1.0


def _says_as_much(one: dict[str, float], other: dict[str, float]) -> bool:
    as_near = all(one[name] >= other[name] for name in ("place", "year", "kind"))
    return as_near and one["own"] >= other["own"] - _AS_MUCH


def tell_subjects_apart(question: Question, candidates: Told) -> None:
    """Bars a figure whose name begins with a thing that is not asked about ("cây mía đang thu hoạch: năng suất"), where the
    name of another of its sentence has a word of the question that its own lacks: "cây sắn"."""
    figures = [each for each in candidates if each[0].kind == "quantity" and each[0].unit.kind == "sentence"]
    asked = question.strong_words
    for row in _by_row(figures):
        names = [(values, one.label.rpartition(": ")) for one, values in row]
        said = [asked & terms_of("".join(name)) for _, name in names]
        for (values, (thing, _, measure)), own in zip(names, said, strict=True):
            another = thing and not asked & terms_of(thing) and asked & terms_of(measure)
            beside = [words for (_, name), words in zip(names, said, strict=True) if name[0] != thing]
            if another and any(words - own for words in beside):
                values["other_segment"] = 1.0


def tell_pairs_apart(question: Question, candidates: Told) -> None:
    """Bars a figure of a row of names and values ("lúa, ngô và sắn lần lượt là 50 ha, 9 ha và 4 ha") that is told of
    another name than the one that has most of the question's words."""
    for row in _by_row([each for each in candidates if each[0].paired]):
        names = _own_words([one.paired for one, _ in row])
        by_thing = [len(question.focus.keys() & terms_of(name)) for name in names]
        by_all = [len(terms_of(question.spelled) & terms_of(name)) for name in names]
        said = by_thing if any(by_thing) else by_all  # times and places are not in focus
        for (_, values), count in zip(row, said, strict=True):
            if count < max(said):
                values["other_segment"] = 1.0


def _own_words(names: Sequence[str]) -> list[str]:
    """The names without what stands in front of all of them: "6 tháng năm 2031 ngành lúa" beside "ngô" is about as long."""
    words = [name.split() for name in names]
    firsts = [one for one in words if one != max(words, key=len)]
    longest = max(map(len, firsts), default=0) + _BESIDES
    return [" ".join(one[-longest:]) for one in words]


def _recipient(one: Candidate, others: Sequence[Candidate]) -> str:
    """What is said behind an amount of whom it is for, up to the next one; "" where nothing is."""
    ends = [other.span.start for other in others if other.span.start >= one.span.end]
    behind = one.unit.document.text[one.span.end : min([*ends, one.unit.span.end])]
    found = _FOR.search(canonical(behind))
    return found["whom"] if found is not None else ""


def tell_places_apart(candidates: Told) -> None:
    """Bars the figures of another place, or of what the one asked for lies in, where as much of what is asked is said of
    one of that place itself: "diện tích cam" of a province, where the row goes on with its districts."""
    figures = [values for one, values in candidates if one.kind == "quantity"]
    own = [one for one in figures if one["place"] > 0.0 and not one["year_clash"] and not is_barred(one)]
    closest = max((one["own"] for one in own), default=-1.0)
    for values in figures:
        if values["place"] <= _OF_ANOTHER and values["own"] <= closest + _AS_MUCH:
            values["other_place"] = 1.0


def _by_row(candidates: Told) -> Iterable[Told]:
    """The candidates of each row or sentence together."""
    rows: dict[tuple[str, Span], list[tuple[Candidate, dict[str, float]]]] = {}
    for one, values in candidates:
        rows.setdefault((one.unit.document.doc_id, one.unit.span), []).append((one, values))
    return rows.values()
