"""The indicator that a question speaks of: its words, without place, time, kind and what is asked to be done with it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from plans.admin_units import split_long_name
from plans.text import canonical, fold, syllables
from plans.units import parse_unit
from reader.questions.question import Question
from retriever.abbreviations import spell_out
from retriever.terms import translate

_ASKED = re.compile(
    r"\b(?:bao nhiêu|là gì|gồm|bao gồm|những gì|thế nào|ra sao|như thế nào|liệt kê|kể tên|nêu|cho biết|hãy|xin"
    r"|chỉ tiêu|mục tiêu|kế hoạch|phấn đấu|dự kiến|dự toán|ước thực hiện|ước đạt|ước|thực hiện|kết quả|đề ra|đặt ra"
    r"|được giao|trên địa bàn|giai đoạn|cuối năm|đầu năm|địa phương nào|nơi nào|đơn vị nào|năm nào"
    r"|(?:khoản|bên|cái|loại|nguồn|chỉ tiêu) nào"
    r"|(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh) nào)\b"
)
_MANY = re.compile(r"\b(?:bao nhiêu|mấy) (?P<rest>.*)")
_TIME = re.compile(r"\b(?:vào |đến |cuối |đầu |hết )*(?:năm )?(?:19|20)\d\d\b")
_STOP = frozenset(
    """
    nhiều ít là có của và ở tại cho với về thì bị được do từ đến trong ngoài nào gì ai đâu mấy còn các những một so này đó
    kia ấy ra lên xuống cũng đã đang sẽ vừa mà bởi theo khi lúc vào hay hoặc giữa đạt đặt cả đều hai ba nhau năm
    thêm hơn gấp tăng giảm biết ạ nhé vậy nữa rồi trên dưới
    """.split()
)
_WEAK = frozenset("số tổng mức chung toàn người".split())
"""Words that a label may have or lack without being of another thing, unless nothing else is said."""
_ITEM = 0.85
"""What the item of a list counts that is asked for without the head that it stands under."""
_I_FOR_Y = re.compile(r"\b([bcdghklmnprstvx]{1,2})y\b")
_GROWTH = re.compile(r"\b(?:tốc độ tăng|mức tăng|tăng trưởng|tỷ lệ tăng)\b")

Weigh = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Fit:
    """How a label fits a subject. `full`: every word asked, in the order asked, stands in the label. `said` in [0, 1]:
    the weight of the words in common as a share of those of the label."""

    full: bool
    said: float


@dataclass(frozen=True, slots=True)
class Subject:
    """`words` are canonical, in order; a gap in the question (a place, a function word) is None."""

    text: str
    words: tuple[str | None, ...]

    @property
    def growth(self) -> bool:
        """Whether a rate of change is what is measured ("tốc độ tăng trưởng")."""
        return bool(_GROWTH.search(self.text))

    def fit(self, label: str, weigh: Weigh) -> Fit:
        asked, said = terms(self.words), label_terms(label)
        strong = terms([word if word not in _WEAK else None for word in self.words]) or asked
        single = {term for term in asked if "_" not in term}
        common = {term for term in single if term in said}
        shared = sum(map(weigh, common))
        own = sum(weigh(term) for term in said if _counts(term, common))
        if not common or not own:
            return Fit(False, 0.0)
        item = label_terms(label.rsplit(":", 1)[-1]) if ":" in label else frozenset()
        of_item = sum(weigh(term) for term in item if _counts(term, common))
        by_item = _ITEM * sum(weigh(term) for term in common & item) / of_item if strong <= item and of_item else 0.0
        return Fit(strong <= said, min(1.0, max(shared / own, by_item)))


def _counts(term: str, common: set[str]) -> bool:
    return "_" not in term and (term in common or term not in _BARE_WEAK)


def subject_of(text: str, drop: Iterable[str] = ()) -> Subject:
    """The subject said in `text`; `drop` are stretches of it that say something else (places, operations)."""
    rest = f" {' '.join(canonical(text).split())} "
    for stretch in sorted({" ".join(canonical(one).split()) for one in drop}, key=len, reverse=True):
        rest = re.sub(rf"(?<!\w){re.escape(stretch)}(?!\w)", " , ", rest) if stretch else rest
    rest = _MANY.sub(lambda found: " , " + _less_unit(found["rest"]), rest)
    rest = _TIME.sub(" , ", _ASKED.sub(" , ", rest))
    words: list[str | None] = []
    for part in re.split(r"[^\w\s%/.-]|[.](?!\d)", rest):
        words += [None if word in _STOP and not _part_of_growth(part, word) else word for word in syllables(part)]
        words.append(None)
    return Subject(" ".join(word for word in words if word), tuple(words))


def _less_unit(text: str) -> str:
    """What follows "bao nhiêu", without the measure that it is asked in ("tỷ đồng")."""
    words = text.split(" ")
    for count in (3, 2, 1):
        unit = parse_unit(" ".join(words[:count]))
        if unit is not None and unit.measured:
            return " ".join(words[count:])
    return text


def asked_subject(question: Question, drop: Iterable[str] = ()) -> Subject:
    """The subject of the question; of an English one, the Vietnamese for its terms."""
    if question.english:
        return subject_of(" , ".join(one for one in translate(question.query.text) if "/" not in one), drop)
    return subject_of(question.query.spelled_out or question.text, [*place_words(question), *drop])


def place_words(question: Question) -> list[str]:
    """The places as the question writes them, with the level in front or without."""
    names = [one.name for one in question.places]
    written = (
        [] if question.carried else [question.query.text[one.span.start : one.span.end] for one in question.query.places]
    )
    return [one for one in [*written, *names, *(split_long_name(name)[1] for name in names)] if one]


@lru_cache(maxsize=65536)
def label_terms(label: str) -> frozenset[str]:
    """The terms of a label, abbreviations spelled out; function words and marks part them."""
    words: list[str | None] = []
    for part in re.split(r"[:,;()]|\btrên địa bàn\b", canonical(spell_out(label))):
        words += [None if word in _STOP and not _part_of_growth(part, word) else word for word in syllables(part)]
        words.append(None)
    return terms(words)


def terms(words: Collection[str | None]) -> frozenset[str]:
    """Folded words and pairs "a_b" of neighbours; "tỉ" and "tỷ" are one word."""
    bare = [_I_FOR_Y.sub(r"\1i", fold(word)) if word else None for word in words]
    pairs = (f"{one}_{two}" for one, two in itertools.pairwise(bare) if one and two)
    return frozenset([*(one for one in bare if one), *pairs])


def alike(a: str, b: str, weigh: Weigh) -> float:
    """How much two labels share, weighted: 1.0 the same words, 0.0 none."""
    one, two = (frozenset(t for t in label_terms(label) if "_" not in t) - _BARE_WEAK for label in (a, b))
    whole = sum(map(weigh, one | two))
    return sum(map(weigh, one & two)) / whole if whole else 0.0


def _part_of_growth(part: str, word: str) -> bool:
    return word in ("tăng", "giảm") and bool(re.search(rf"\b(?:tốc độ|mức|tỷ lệ) {word}\b|\b{word} trưởng\b", part))


_BARE_WEAK = frozenset(fold(word) for word in _WEAK)
