"""Place, time and kind of a stretch of a document: what its own words say, to be inherited nearest first."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ingest.kinds import kind_of, names_both, only_names_indicators
from plans.admin_units import TIERS, Level, PlaceMention, name_key, split_long_name
from plans.dates import find_dates, find_periods
from plans.document import Document, Span
from plans.document_numbers import find_document_numbers
from plans.indicator import Kind
from plans.place import Gazetteer, Place
from plans.place_words import COUNTRY, MADE_FROM, MERGED_WITH
from plans.year_parts import FIGURE_ASIDE, name_of, parts_of_year

_PERIOD_WORD = re.compile(r"(giai đoạn|nhiệm kỳ|thời kỳ|năm học|niên vụ|vụ)[\s(*]*(?:từ\s+)?$", re.IGNORECASE)
_SEASON = re.compile(r"(?<!\w)(?:năm học|niên vụ)\s*$", re.IGNORECASE)
_SAME_TIME = re.compile(r"(?:^|[.;,(])\s*cùng kỳ\s*$", re.IGNORECASE)
"""In front of a year that the clause is about: "đạt 7,6%; cùng kỳ năm 2025 tỷ lệ này là 9,1%"."""
_COMPARED = re.compile(
    r"(?<!\w)(?:so(?:\s+với)?|cùng kỳ|hơn|\d lần|gấp (?:đôi|rưỡi|ba|bốn|năm)(?: lần)?|kỷ niệm"
    r"|(?<!đánh\s)giá(?:\s+so sánh|\s+hiện hành|\s+cố định)?(?:\s+năm)?)"
    r"(?:\s+(?:với|cùng kỳ|cuối|đầu|kết quả|ước|số|thực hiện|kế hoạch|của|năm|trước|là|mức))*[\s(]*$",
    re.IGNORECASE,
)
_REFERRED = re.compile(
    r"(?<!\w)(?:đại hội|lần thứ|nghị quyết|quyết định|chỉ thị|thông tư|nghị định|kết luận|công văn)[^.;:]{0,90}$",
    re.IGNORECASE,
)
_STANDARD = re.compile(
    r"\bchuẩn(?:\s+hộ)?\s+nghèo(?:\s+đa\s+chiều)?(?:\s+(?:mới|giai đoạn|áp dụng|cho|năm))*[\s(]*$", re.IGNORECASE
)
_BRACKETS = re.compile(r"\([^()\n]{0,40}\btrong (?:dấu )?ngoặc\b[^()\n]{0,120}\)", re.IGNORECASE)
"""What a lead-in says of the figures in parentheses."""
_OUTLOOK = re.compile(
    r"(?:(?:định hướng|tầm nhìn)(?:\s+đến)?(?:\s+năm)?|[,;]\s+triển khai(?:\s+(?:kế hoạch|sản xuất))*\s+vụ\s[^,;.\d]{0,30})"
    r"[\s*]*$",
    re.IGNORECASE,
)
"""In front of what a heading only looks ahead to: "sơ kết vụ Hè Thu 2025, triển khai vụ Đông Xuân 2025 - 2026"."""
_SHIFTS = {"năm nay": 0, "sang năm": 1, "năm tới": 1, "năm sau": 1, "năm ngoái": -1}
_RELATIVE = re.compile(r"(?<!\w)(?:" + "|".join(one.replace(" ", r"\s+") for one in _SHIFTS) + r")(?!\w)", re.IGNORECASE)
_OUTLOOK_OF_NAME = re.compile(r"\d{4}\s*[-–]\s*\d{4}\s*,?\s*tầm nhìn(?:\s+đến)?(?:\s+năm)?[\s*]*$", re.IGNORECASE)
"""What stands before a year that belongs to the name of a plan: "thời kỳ 2021 - 2030, tầm nhìn đến năm 2050"."""
_POINT = re.compile(
    r"(?<!\w)(?:hết|cuối|đầu|từ|đến|tới|trước|sau)[\s(*]*$", re.IGNORECASE
)  # "đến hết tháng 9/2024" is a day
_IN_TERM = re.compile(r"(?:trong|cả|suốt|hết|cuối|đầu)\s+nhiệm kỳ[\s(*]*$", re.IGNORECASE)
_DUE = re.compile(r"\b(?:trước|chậm nhất|muộn nhất|hạn|kỳ hạn)(?: (?:là|vào|trong|trước|đến|ngày|hết))*\s*$", re.IGNORECASE)
"""In front of the day by which something is to be done, in a text about what has been done."""
_PAID_OUT = re.compile(r"\b(?:giải ngân|niên độ)\b[^.;\n]*\b(?:đến|hết|tới)(?: (?:hết|ngày))*\s*$", re.IGNORECASE)
"""In front of 31 January, on which the books of the year before are closed: "giải ngân đến 31/01/2025" is of 2024."""
_SINCE = re.compile(r"(?<!\w)từ(?:\s+(?:ngày|tháng|quý|đầu|cuối|giữa|năm|vụ))*\s*$", re.IGNORECASE)
"""In front of a time from which on something was so."""
_PROGRAMME = re.compile(r"(?<!\w)(?:chương trình|đề án|chiến lược)\s[^.;:\n]{0,100}$", re.IGNORECASE)
"""In front of a period that belongs to the name of a programme."""
_UP_TO = re.compile(r"[^.;,:\n]{0,30}?(?:(?<!\w)(?:đến|tới)(?!\s+nay)(?!\w)|[-–])", re.IGNORECASE)
"""Behind a time from which on something was so, that another ends it: "từ năm 2021 đến năm 2023"."""
_REACH = 100  # characters looked back over for what a date or period belongs to

_LEVELS = "|".join(sorted(TIERS, key=len, reverse=True)) + r"|TP\.?|TX\.?|TT\.?"
_OWN_LEVEL = re.compile(
    r"(?:(?<!\w)(?:toàn|cả|của|trong|địa bàn|tại|ở|cho)\s+(?:toàn\s+)?"
    r"|(?:^|[.;:,(]\s*|\bcó\s+|\bvà\s+|\bnăm\s+(?:19|20)\d\d\s+))"
    rf"(?P<level>{_LEVELS})"
    r"(?=\s+(?P<next>[^\W\d_])|\s*[,.;:)|]|\s*$)(?!\s+(?:hội|trấn|xã|nông thôn|ủy|uỷ|đoàn|giao|cấp|hỗ trợ|phân bổ)\b)",
    re.IGNORECASE,
)
_SHORT_LEVELS = {"tp": "thành phố", "tx": "thị xã", "tt": "thị trấn"}
_MADE_FROM = re.compile(MADE_FROM, re.IGNORECASE)
_MERGED_WITH = re.compile(
    rf"{MERGED_WITH}|\((?:bao )?gồm[^()\d\n]*\bcũ\b[^()\d\n]*\)",
    re.IGNORECASE,
)
"""Where it is told which places became one: "toàn tỉnh (sau hợp nhất với tỉnh Kon Tum)"."""
_THING = re.compile(
    r"(?<!\w)(?:sông|hồ|suối|kênh|cầu|cảng|đèo|núi|vịnh|đầm|sân bay|nhà máy|thủy điện|cao tốc|quốc lộ|lưu vực"
    r"|(?:khu|cụm) công nghiệp|kcn|ccn)\s+$",
    re.IGNORECASE,
)
_TASKS = re.compile(r"(?P<told>[^.;:\n]*)(?<!\w)(?:nhiệm vụ|phương hướng|giải pháp)(?!\w)[^,.;:\n]{0,40}$", re.IGNORECASE)
"""In front of a time that tasks are set for, with what is told before them."""
_BORDERS = re.compile(r"(?<!\w)giáp(?:\s+(?:với|ranh|giới))*\s+(?:[^,.;:\n()]|\.(?=\S)){0,60}$", re.IGNORECASE)
"""In front of a place beside which another lies: "phía Nam giáp tỉnh A và tỉnh B"."""
_BESIDE = 18
"""Characters in front of a name in which it is said what is called so."""
_WHOLE_COUNTRY = re.compile(r"(?<!\w)(?:cả nước|toàn quốc)(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Scope:
    """What is known of a stretch; None where its words do not say."""

    place: str | None = None
    year: int | None = None
    period: str | None = None
    kind: Kind | None = None
    loose: bool = False  # the kind is only that of "chỉ tiêu", which may mean mere indicators
    later: int | None = None  # the second of two years named together: results are of the first, targets of the second

    @property
    def dated(self) -> bool:
        return self.year is not None or self.period is not None

    def within(self, outer: Scope) -> Scope:
        """This scope, its gaps filled from `outer`. Year and period go together; a part of a year takes the outer year."""
        own = self.kind is not None and not self._gives_way(outer)
        nearer = self if own or self._gone_by(outer) else outer if self.later is not None else outer._for_year(self.year)
        filled = replace(self, place=self.place or outer.place, kind=nearer.kind, loose=nearer.loose)
        if self.year is None and self.period is None:
            return replace(filled, year=outer.year, period=outer.period, later=outer.later)
        if self.year is None and self.period and not re.search(r"\d{4}", self.period):
            return replace(filled, year=outer.year)
        return filled

    def _for_year(self, year: int | None) -> Scope:
        """What this scope says of one of the two years it names together."""
        if self.kind is not None or self.later is None or year not in (self.year, self.later):
            return self
        return replace(self, kind="target" if year == self.later else "result")

    def _gives_way(self, outer: Scope) -> bool:
        """Whether the kind that `outer` states of the same time is surer."""
        other_time = self.dated and outer.dated and (self.year, self.period) != (outer.year, outer.period)
        return self.loose and outer.kind is not None and not other_time

    def _gone_by(self, outer: Scope) -> bool:
        """Whether `outer` sets targets of a later year than this stretch speaks of."""
        earlier = self.year is not None and outer.year is not None and self.year < outer.year
        return self.kind is None and outer.kind == "target" and earlier


@dataclass(frozen=True, slots=True)
class _Time:
    span: Span
    year: int | None
    period: str | None
    day: bool = False
    passing: bool = False  # what is told next is not of it: "triển khai từ năm 2008", the period in a programme's name


class Scopes:
    """The places and times that a document names, found once and asked by range."""

    def __init__(self, document: Document, gazetteer: Gazetteer) -> None:
        self._document = document
        self._gazetteer = gazetteer
        self._own = {name_key(split_long_name(place)[1]): place for place in reversed(document.places)}
        self._by_level = {str(split_long_name(place)[0]): place for place in reversed(document.places)}
        text = document.text
        mentions = [one for one in _innermost(gazetteer, text, gazetteer.mentions(text)) if not _is_aside(text, one)]
        mentioned = [(one.span, name) for one in mentions if (name := self._long_name(one)) is not None]
        named = list(mentioned)
        self.place_spans = [one.span for one in mentions]
        taken = {one.span.start for one in mentions}
        for match in _OWN_LEVEL.finditer(text):
            level = match["level"].lower().rstrip(".")
            level = _SHORT_LEVELS.get(level, level)
            place = self._by_level.get(level) or _last_called(level, mentioned, text, match.start("level"))
            named_next = match["next"] is not None and match["next"].isupper()
            if place is not None and not named_next and match.start("level") not in taken:
                named.append((Span(*match.span("level")), place))
        named += [(Span(*match.span()), COUNTRY) for match in _WHOLE_COUNTRY.finditer(text)]
        named.sort()
        origins = sorted([*_origins(text, [span for span, _ in named]), *_mergers(text)])
        begins = [origin.start for origin in origins]
        last = [bisect_right(begins, span.start) for span, _ in named]
        self._places = [
            one
            for at, one in zip(last, named, strict=True)
            if not any(origin.contains(one[0]) for origin in origins[max(0, at - 2) : at])
        ]
        self._place_starts = [span.start for span, _ in self._places]
        self._compared: list[tuple[int, Scope]] = []
        self._times, self.time_spans = self._read_times(text)
        self._times += self._relative(text)
        self._times.sort(key=lambda one: one.span)
        self._time_starts = [one.span.start for one in self._times]

    def unit_called(self, name: str, levels: Sequence[Level]) -> str | None:
        """The unit within the area of the document that bears `name`, at one of these levels, if possible one of its day; a
        commune named first may be one of many, so that its district is the area."""
        units = [one for own in self._document.places[:1] for one in self._gazetteer.resolve(own)]
        area = {one.parent_id if one.tier == "commune" else one.place_id for one in units}
        found = [
            unit
            for level in levels
            for unit in self._gazetteer.resolve(f"{level} {name}")
            if any(above in area for above in self._above(unit))
        ]
        year = max(self._document.years[:1], default=None)
        day = self._document.published or (date(year, 12, 31) if year is not None else None)
        of_the_day = [unit for unit in found if day is not None and unit.existed(day)]
        return next((unit.long_name for unit in (*of_the_day, *found)), None)

    def _above(self, unit: Place) -> Iterator[str]:
        """What a unit lies in, nearest first."""
        above = unit.parent_id
        while above is not None:
            yield above
            above = self._gazetteer.place(above).parent_id

    def names_place(self, span: Span) -> bool:
        """Whether `span` overlaps the name of a place ("phường Mỹ Đình 2")."""
        after = bisect_left(self.place_spans, Span(span.end, span.end))
        return any(one.overlaps(span) for one in self.place_spans[max(0, after - 2) : after])

    def place(self, start: int, end: int, *, last: bool = True) -> str | None:
        """The last (or first) place named in `[start, end)`."""
        low, high = bisect_left(self._place_starts, start), bisect_left(self._place_starts, end)
        return self._places[high - 1 if last else low][1] if low < high else None

    def time(self, start: int, end: int, *, last: bool = True) -> Scope | None:
        """Year and period last (or first) named in `[start, end)`, comparisons and cited documents aside."""
        low, high = bisect_left(self._time_starts, start), bisect_left(self._time_starts, end)
        if low >= high:
            return None
        one = self._times[high - 1 if last else low]
        return Scope(year=one.year, period=one.period)

    def opening(self, start: int, end: int) -> Scope | None:
        """The time that the words before the first quantity give: the last named, or two years that follow each other.
        The day on which something was done ("Ngày 20/12/2031, HĐND thông qua nhiệm vụ năm 2032") gives way to the year
        after."""
        years = set(self.years(start, end))
        if len(years) <= 1:
            return self.time(start, end)
        low, high = bisect_left(self._time_starts, start), bisect_left(self._time_starts, end)
        days = {one.year for one in self._times[low:high] if one.day}
        plain = years - days
        if len(plain) == 1 and {year - 1 for year in plain} <= days:
            return Scope(year=plain.pop())
        return _paired(years)

    def years(self, start: int, end: int) -> list[int]:
        """The single years named in `[start, end)`, in order."""
        low, high = bisect_left(self._time_starts, start), bisect_left(self._time_starts, end)
        return [one.year for one in self._times[low:high] if one.year is not None and one.period is None]

    def passing(self, start: int, end: int) -> set[tuple[int | None, str | None]]:
        """Year and period of the times in `[start, end)` that are only named in passing."""
        low, high = bisect_left(self._time_starts, start), bisect_left(self._time_starts, end)
        named = self._times[low:high]
        return {(one.year, one.period) for one in named if one.passing} - {
            (one.year, one.period) for one in named if not one.passing
        }

    def compared(self, start: int, end: int) -> Scope | None:
        """The year, or school year, that something in `[start, end)` is compared with."""
        at = bisect_left(self._compared, start, key=lambda one: one[0])
        return self._compared[at][1] if at < len(self._compared) and self._compared[at][0] < end else None

    def of(self, span: Span) -> Scope:
        """What a whole heading, caption or lead-in says of what stands under it, but not of what it says stands in
        parentheses there."""
        span = self.before_brackets(span)
        time = self._heading_time(span)
        words = " ".join(span.of(self._document.text).replace("*", " ").split())
        place = self.place(span.start, span.end, last=False)
        both = time.later is not None and names_both(words)
        kind = None if both else kind_of(words)
        return replace(time, place=place, kind=kind, loose=kind is not None and only_names_indicators(words))

    def of_brackets(self, span: Span) -> Scope | None:
        """What a lead-in says of the figures in parentheses under it: "(trong ngoặc là số thực hiện năm 2021)"; None where
        it says nothing of them."""
        brackets = self._in_brackets(span)
        if brackets is None:
            return None
        return replace(self._heading_time(brackets), kind=kind_of(brackets.of(self._document.text)))

    def before_brackets(self, span: Span) -> Span:
        """`span` up to what it says of the figures in parentheses below it."""
        brackets = self._in_brackets(span)
        return Span(span.start, brackets.start) if brackets is not None else span

    def _in_brackets(self, span: Span) -> Span | None:
        found = _BRACKETS.search(self._document.text, span.start, span.end)
        return Span(*found.span()) if found is not None else None

    def _heading_time(self, span: Span) -> Scope:
        """The time a heading gives, outlooks and asides aside; several are as good as none."""
        text = self._document.text
        low, high = bisect_left(self._time_starts, span.start), bisect_left(self._time_starts, span.end)
        asides = [Span(*match.span()) for match in FIGURE_ASIDE.finditer(text, span.start, span.end)]
        held = {
            (one.year, one.period)
            for one in self._times[low:high]
            if not _OUTLOOK.search(text[span.start : one.span.start])
            and not any(each.contains(one.span) for each in asides)
        }
        if len(held) == 1:
            year, period = held.pop()
            return Scope(year=year, period=period)
        return _paired({year for year, period in held if year is not None and period is None})

    @property
    def main_year(self) -> int | None:
        """The year that most of the dates of the document are of; None when there is no such year."""
        years = Counter(one.year for one in self._times if one.year is not None)
        year, count = next(iter(years.most_common(1)), (None, 0))
        return year if 2 * count > years.total() and (count >= 2 or len(years) == 1) else None

    def document(self) -> Scope:
        """The outermost scope: the first place of the document."""
        return Scope(place=self._document.places[0] if self._document.places else None)

    def _long_name(self, mention: PlaceMention) -> str | None:
        if mention.level is not None:
            return mention.name
        own = self._own.get(name_key(mention.name))
        if own is not None:
            return own
        provinces = {one.long_name for one in mention.candidates if one.tier == "province"}
        return provinces.pop() if len(provinces) == 1 else None

    def _read_times(self, text: str) -> tuple[list[_Time], list[Span]]:
        numbers = [one.span.end for one in find_document_numbers(text)]
        times: list[_Time] = []
        spans: list[Span] = []
        for found in find_dates(text):
            spans.append(found.span)
            before = text[max(0, found.span.start - _REACH) : found.span.start]
            if found.year is None or _OUTLOOK_OF_NAME.search(before):
                continue
            if _COMPARED.search(before) and not _SAME_TIME.search(before):
                self._compared.append((found.span.start, Scope(year=found.year)))
                continue
            cited = found.day is not None and (_REFERRED.search(before) or _just_before(numbers, found.span.start))
            if not cited:
                point = found.day is not None or _POINT.search(before) or _ahead_of(before)
                part = None if point else _part_of_year(found.raw)
                passing = _SINCE.search(before) is not None and _UP_TO.match(text, found.span.end) is None
                passing = passing or (found.day is not None and _DUE.search(before) is not None)
                closed = (found.day, found.month) == (31, 1) and _PAID_OUT.search(before) is not None
                times.append(_Time(found.span, found.year - closed, part, found.day is not None, passing))
        for period in find_periods(text):
            spans.append(period.span)
            before = text[max(0, period.span.start - _REACH) : period.span.start]
            bare = _SEASON.sub("", before)
            if _COMPARED.search(bare):  # "thấp hơn năm học 2023 - 2024 (99,6%)"
                if bare != before:
                    named = before[len(bare) :].strip().lower()
                    self._compared.append((period.span.start, Scope(period=f"{named} {period.first}-{period.last}")))
                continue
            if _STANDARD.search(before):
                continue  # "chuẩn nghèo đa chiều 2022 - 2025" is the name of the standard
            word = _PERIOD_WORD.search(before)
            if word and word[1].lower() == "nhiệm kỳ" and not _IN_TERM.search(before):
                continue  # "Nghị quyết Đại hội ..., nhiệm kỳ 2020 - 2025" names a congress
            if period.months is not None:
                times.append(_Time(period.span, period.first, name_of(period.months)))
            else:
                lead = " ".join(word[1].lower().split()) if word else "giai đoạn"
                passing = _PROGRAMME.search(before) is not None
                times.append(_Time(period.span, None, f"{lead} {period.first}-{period.last}", passing=passing))
        return times, sorted(spans)

    def _relative(self, text: str) -> list[_Time]:
        """ "năm nay", "sang năm", "năm ngoái", counted from the publication, else from the year most spoken of."""
        published = self._document.published
        base = published.year if published is not None else self.main_year
        if base is None:
            return []
        return [
            _Time(Span(*match.span()), base + _SHIFTS[" ".join(match.group().lower().split())], None)
            for match in _RELATIVE.finditer(text)
            if not _COMPARED.search(text[max(0, match.start() - _REACH) : match.start()])
        ]


def _ahead_of(before: str) -> bool:
    """Whether a month comes after the one that is told of: "tình hình tháng 02, nhiệm vụ trọng tâm tháng 3"."""
    tasks = _TASKS.search(before)
    return tasks is not None and bool(parts_of_year(tasks["told"], months=True))


def _part_of_year(words: str) -> str | None:
    """The name of the month or quarter that a date is."""
    return next((name_of(part) for part in parts_of_year(words, months=True)), None)


def _just_before(ends: list[int], start: int) -> bool:
    """Whether a document's number ends a few words before `start`, so that the date is the document's."""
    at = bisect_left(ends, start + 1)
    return at > 0 and start - ends[at - 1] <= 30


def _paired(years: set[int]) -> Scope:
    """Two years that follow each other ("kết quả năm 2023, nhiệm vụ năm 2024"); other sets say nothing sure."""
    if len(years) == 2 and max(years) == min(years) + 1:
        return Scope(year=min(years), later=max(years))
    return Scope()


def _last_called(level: str, named: Sequence[tuple[Span, str]], text: str, before: int) -> str | None:
    """What "của xã" is in a speech of the chairman of xã A, reported in an article on its province: the last place of
    `named`, in order, that the same paragraph calls so."""
    paragraph = text.rfind("\n", 0, before)
    low, high = (bisect_left(named, at, key=lambda one: one[0].start) for at in (paragraph, before))
    return next((name for _, name in reversed(named[low:high]) if split_long_name(name)[0] == level), None)


def _origins(text: str, places: list[Span]) -> Iterator[Span]:
    """Where it is told what a place was made from: of "xã A được lập từ xã B và xã C; dân số 48.260 người" the figure is of
    A."""
    begins = [one.start for one in places]
    for match in _MADE_FROM.finditer(text):
        further_back = range(bisect_left(begins, match.start()) - 1, -1, -1)
        before = next((places[at] for at in further_back if places[at].end <= match.start()), None)
        if before is not None and not re.search(r"[.;:\n]", text[before.end : match.start()]):
            yield Span(*match.span())


def _called_after(text: str, mention: PlaceMention) -> bool:
    """Whether a bare name is that of a river or a road called after a place: "lưu vực sông Đồng Nai"."""
    start = mention.span.start
    return mention.level is None and _THING.search(text, max(0, start - _BESIDE), start) is not None


def _is_aside(text: str, mention: PlaceMention) -> bool:
    """Whether a place is named and nothing is told of it."""
    start = mention.span.start
    return _called_after(text, mention) or _BORDERS.search(text, max(0, start - _REACH), start) is not None


def _mergers(text: str) -> Iterator[Span]:
    return (Span(*match.span()) for match in _MERGED_WITH.finditer(text))


def _innermost(gazetteer: Gazetteer, text: str, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """Drops what only says where the place before it lies: "xã Mỹ Đông, huyện Tháp Mười (tỉnh Đồng Tháp)"."""
    kept: list[PlaceMention] = []
    previous: PlaceMention | None = None
    for one in mentions:
        between = text[previous.span.end : one.span.start] if previous is not None else "."
        joined = previous is not None and re.fullmatch(r"\s*[,(–-]?\s*(?:của|thuộc)?\s*", between)
        if joined and previous is not None and gazetteer.relation(one, previous) == "inside":
            previous = one
            continue
        kept.append(one)
        previous = one
    return kept
