"""Indicators from prose: each quantity is named by the words of its clause, or carries on from the one before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.clauses import Clause, Head, clauses, parentheses, sentences
from ingest.clean import is_phrase
from ingest.kinds import PLANS, cue_of, is_gone_by, is_ordered, kind_beside_planned, kind_of, last_resort_kind
from ingest.label_words import TIME
from ingest.labels import (
    adds_nothing,
    change_of,
    compares,
    counted_label,
    enumerates,
    fulfilled,
    is_anaphora,
    is_attribute,
    is_generic,
    is_short,
    only_values,
    phrase,
    plain,
    shorten,
    subject,
    tail,
    thing_of,
    verb_first,
)
from ingest.scopes import Scope, Scopes
from ingest.table_indicators import read_table
from plans.answer import Citation
from plans.document import Block, Document, Span
from plans.indicator import Change, Indicator, Kind
from plans.numbers import FoundQuantity, find_quantities
from plans.respective import pairings
from plans.text import canonical, syllables
from plans.units import is_measure, is_time, is_unit_of_area

_NUMBERING = re.compile(
    r"^[\s*#_]*(?:(?:[IVXLC]+|[A-ZĐa-zđ]|\d+(?:\.\d+)*)\s*[.)/:]|[-–+•*])[\s*]*|^[\s*]*(?:điều|mục)\s+\d+[.:]?\s*"
    r"|^[\s*#]*(?:phần\s+(?:thứ\s+\w+|[IVXLC]+)|chương\s+(?:\d+|[IVXLC]+))(?!\w)[\s.:*–-]*",
    re.I,
)
_TURN = re.compile(
    r"(?:.*\s|^)(?:nâng|đưa)(?= (?:tổng|số) )|(?:.*\s|^)(?:và|với|còn|trong đó|hoặc|gồm|đạt|bằng|là|riêng|có)(?=\s|$)",
    re.IGNORECASE,
)
_PLAN_ONLY = re.compile(r"^(?:theo\s+)?(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu|KH)(?:\s+(?:giao|đề ra|năm))?$", re.IGNORECASE)
_HELD_AGAINST = re.compile(
    r"(?<!\w)(?:(?P<beside>so\s+với)|vượt|hơn|kém|hụt)(?:\s+mức)?\s+(?:chỉ tiêu|kế hoạch|dự toán|mục tiêu)"
    r"(?:\s+(?:là|giao|đề ra|(?P<way>tăng|giảm)))*\s*$",
    re.IGNORECASE,
)
_WAS_SET = re.compile(r"\s*(?:được\s+)?(?:giao|đề ra|đặt ra)(?!\w)", re.IGNORECASE)
_REACHED = re.compile(
    r"(?:đạt|vượt|bằng)(?:\s+[^\s,;.]+){0,4}\s+(?:kế hoạch|chỉ tiêu|dự toán|nghị quyết)|"
    r"so\s+(?:với\s+)?(?:năm|cùng|đầu|cuối)",
    re.IGNORECASE,
)
_ASSIGNED = re.compile(r"(?<!\w)giao\s+(?:các\s+)?(?:chỉ tiêu|dự toán|kế hoạch)(?!\w)", re.IGNORECASE)
"""A headline of what was set, whatever sort of text stands under it."""
_UNIT_LINE = re.compile(r"(?:đơn vị tính|đơn vị|đvt)$", re.IGNORECASE)
_PER = re.compile(r"trên\s+(?:0?1\s+\D|1(?:\.?000)+\s+dân(?!\w))", re.IGNORECASE)
_VERB_LEFT = re.compile(r"(?<!\w)(?:còn|xuống|lên|bằng|chiếm)(?!\w)", re.IGNORECASE)
_OF_WHICH = re.compile(r"(?:trong đó|(?<!\w)(?:bao\s+)?gồm(?:\s+có)?(?!\w))(\s*[*]*\s*:)?", re.IGNORECASE)
_SPEECH = re.compile(r"[“\"][^”\"\n]{40,}[”\"]")
_THIS_TIME = re.compile(r"[\s*]*(?:Trong|Đến hết|Cuối)\s+(?:quý|kỳ|tháng|đợt)(?:\s+này)?\b(?!\s*[\dIVX])")
"""A sentence of the time that the document tells of: "Trong quý, xảy ra 2 vụ cháy"."""
_FOR_YEAR = re.compile(r"\s*\(\s*(?:năm\s+)?((?:19|20)\d\d)\s*(?::|là|đạt)?\s*\d", re.IGNORECASE)
"""Parentheses that open with what a figure was in a year."""
_GOES_ON = re.compile(r"[\s*(]*(?:trong đó|gồm|bao gồm|cụ thể)(?!\w)", re.IGNORECASE)
_SAME_TIME_BEFORE = re.compile(r"cùng kỳ(?:\s+năm\s+(?:trước|ngoái|\S))?[\s*]*$", re.IGNORECASE)
_SAME_TIME = re.compile(r"\W*cùng kỳ(?:\s+năm\s+(?:trước|ngoái))?(?:\s+(?:là|đạt|có))?\W*", re.IGNORECASE)
"""All that stands in front of a figure in parentheses which is of the year before: "(cùng kỳ 54,8%)"."""
_YEAR_NAMED = len("2023 - 2024 (")
_TO_ITS_TIME = re.compile(
    r"[\s(]*(?:(?:vào|ở|của|trong|cho)\s+)?(?:(?:cuối|đầu|giữa|giai đoạn|thời kỳ|nhiệm kỳ)\s+)?", re.IGNORECASE
)
_BEGUN = re.compile(
    r"[\s(]*(?:vào |ở |của )?(?:(?:cuối|đầu|giữa) )?(?:năm|tháng|quý) [^,;.]{1,25}?(?:xuống|lên|còn)(?!\w)", re.IGNORECASE
)
_FROM = re.compile(rf"[\s(]*{TIME}?[\s)]*(?:lên|xuống|còn)(?!\w)")  # "từ 5,6% (năm 2021) xuống": where it began
_DEED = 3  # syllables of what is done to a measured thing ("kiên cố hóa"), at most
_HEAD_NOUN = re.compile(r"(?:tỷ lệ|tỉ lệ|tỷ trọng|tổng vốn|tổng số|tổng diện tích|số lượng)(?!\w)", re.IGNORECASE)
_RATIO = re.compile(r"(?:(?:tỷ|tỉ) (?:lệ|số|suất|trọng)|hệ số|mật độ|tốc độ)(?!\w)", re.IGNORECASE)
_TIMES = re.compile(r"(?<!\w)(?:gấp|tăng|giảm|vượt|bằng)(?!\w)[^,;]*$", re.IGNORECASE)
"""In front of how many times as much something is, behind which stands what it is compared with: "gấp 2 lần năm trước"."""
_RATIO_OF = re.compile(r"(?:(?:tỷ|tỉ) (?:lệ|trọng)|mật độ)\s+[^\W\d_]+\s+[^\W\d_]+", re.IGNORECASE)
_BRACKET = 40
"""Characters behind a figure in which the brackets with what was planned begin."""
_PLANNED_ASIDE = re.compile(
    r"(?<!\w)(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết)(?:\s+[^\W\d]+){0,4}\s*$", re.IGNORECASE
)
_PERIOD_ENDS = re.compile(r"(\d{4})-(\d{4})$")
_ONLY_REACHED = re.compile(rf"[\s,{TIME}]*(?:đến\s+{TIME}\s+)?mới(?!\w)")
_SET = re.compile(r"(?:đề ra|đặt ra)(?!\w)", re.IGNORECASE)
_SAYS = re.compile(r"(?<!\w)(?:tăng|giảm|đạt|còn|vượt|duy trì)(?!\w)", re.IGNORECASE)  # what a clause of its own says
_NEXT_ITEM = re.compile(r"(?:[^,;()]{0,40}\)\s*[;,]|[^;()]{0,80};)\s*(?P<item>[^,;()]+)\Z")
_REMARK = 5  # syllables in parentheses from which they say something of their own ("năm 2023 kết nạp được 234")
_MEMBER = 4  # syllables of a member of an enumeration, at most
_SEASONS = ("năm học", "niên vụ", "vụ")  # they hold for their own sentence only


@dataclass(frozen=True, slots=True)
class _Said:
    """What a quantity was found to say; the next one in the sentence may carry it on."""

    label: str
    scope: Scope
    kind_cue: Kind | None
    aside: bool = False  # said in parentheses
    thing: str = ""  # what is measured: "hồ tiêu" of "diện tích hồ tiêu"


@dataclass(frozen=True, slots=True)
class _Placed:
    """A record, and where its quantity stands."""

    span: Span
    record: Indicator


class ProseReader:
    """Reads the blocks of one document in order, remembering headings, lead-ins and what was spoken of last."""

    def __init__(self, document: Document, scopes: Scopes) -> None:
        self._document = document
        self._text = document.text
        self._scopes = scopes
        self._times, self._places = scopes.time_spans, scopes.place_spans
        self._headings: list[tuple[int, Scope, str]] = []
        self._leads: list[tuple[int, Scope, str]] = []
        self._bracketed: Scope | None = None  # what figures in parentheses are, by a lead-in
        self._topic: _Said | None = None  # what the last paragraph with quantities spoke of
        self._kind: Kind | None = None  # the kind that the paragraph showed last
        self._found: list[FoundQuantity] = []  # the quantities of the block
        self._remarks: list[Span] = []  # what the sentence says in parentheses without a quantity
        self._section = Scope()  # the time that the section spoke of last
        self._outer = scopes.document()
        title = [block.span for block in document.blocks if block.kind == "title"]
        official = document.kind in PLANS or document.kind == "report"
        named = scopes.of(title[0]) if title else Scope()
        assigned = title and _ASSIGNED.search(title[0].of(self._text)) is not None
        kind = named.kind if official or assigned else None  # a headline may speak of both
        self._title = replace(named, place=None, kind=kind)

    def read(self) -> list[Indicator]:
        made: list[Indicator] = []
        for block in self._document.blocks:
            if block.kind == "table":
                made += self._tables(block)
            if block.kind in ("furniture", "table") or is_phrase(self._words(block.span)):
                continue  # when an article was published is no time of what it tells
            if block.kind == "heading":
                self._enter(block)
            made += self._block(block)
        return made

    def _tables(self, block: Block) -> list[Indicator]:
        made: list[Indicator] = []
        for table in self._document.tables:
            if not block.span.contains(table.span):
                continue
            outer = Scope()
            for _, scope, _ in reversed(self._headings):
                outer = outer.within(scope)
            outer = outer.within(replace(self._title, kind=None)).within(self._outer)
            records, cells = read_table(
                self._document, table, self._scopes, outer, lambda year: last_resort_kind(self._document, year)
            )
            made += records
            for cell in cells:
                self._leads = [(0, cell.scope, cell.label)]
                made += self._block(Block("item", cell.span))
        self._leads = []
        return made

    def _enter(self, block: Block) -> None:
        self._leads, self._bracketed = [], None
        self._section, self._topic = Scope(), None
        while self._headings and self._headings[-1][0] >= block.level:
            self._headings.pop()
        words = plain(_NUMBERING.sub("", phrase(self._text, block.span, self._times, self._places)))
        self._headings.append((block.level, self._scopes.of(block.span), words))

    def _block(self, block: Block) -> list[Indicator]:
        text, span = self._text, block.span
        rank = _item_rank(text[span.start : span.end]) if block.kind == "item" else 0
        if block.kind != "heading":
            self._leads = [lead for lead in self._leads if block.kind == "item" and lead[0] < rank]
        found = self._found = self._quantities(span)
        made: list[Indicator] = []
        if not found and block.kind != "title":
            for sentence in sentences(text, span):
                self._listen(sentence)
        elif block.kind != "title":
            self._kind = None
            topic = self._topic if block.kind == "paragraph" else None
            opening, section = Scope(), self._section
            for sentence in sentences(text, span):
                inside = [one for one in found if sentence.contains(one.span)]
                if _THIS_TIME.match(text, sentence.start, sentence.end):
                    opening = self._section = Scope()
                before = opening, self._section
                records, topic, opening = self._sentence(sentence, inside, topic, opening)
                looks_back = made and before[1] == section and _looks_back(self._section, section)
                if looks_back or (_looks_ahead(self._section, before[1]) and self._is_speech(sentence, span)):
                    opening, self._section = before
                made += records
            dated = any(scope.year is not None for _, scope, _ in self._headings[-1:])
            if block.kind == "item" and dated:
                self._section = section  # below "KẾT QUẢ NĂM 2024" a year that one item names is not that of the next
            self._topic = topic
        if block.kind != "title" and text[span.start : span.end].rstrip(" *_\n").endswith(":"):
            start = found[-1].span.end if found else span.start
            said = phrase(text, Span(start, span.end), self._times, self._places).rsplit(". ", 1)[-1]
            words = plain(_NUMBERING.sub("", said))
            self._leads.append((rank, self._scopes.of(span), "" if is_generic(words) else words))
            self._bracketed = self._scopes.of_brackets(span) or self._bracketed
        return made

    def _is_speech(self, sentence: Span, block: Span) -> bool:
        """Whether all times that a sentence names are named in somebody's speech: what one hopes for next year is not what
        the report goes on with."""
        speeches = [Span(*one.span()) for one in _SPEECH.finditer(self._text, block.start, block.end)]
        if not any(one.overlaps(sentence) for one in speeches):
            return False
        times = [one for one in self._times if sentence.contains(one)]
        return bool(times) and all(any(speech.contains(one) for speech in speeches) for one in times)

    def _quantities(self, span: Span) -> list[FoundQuantity]:
        """The quantities of a block that say something of themselves; a number in the name of a place does not."""
        found = find_quantities(span.of(self._text), span.start)
        return [one for one in found if _counts(one) and not self._scopes.names_place(one.span)]

    def _sentence(
        self, sentence: Span, found: Sequence[FoundQuantity], topic: _Said | None, opening: Scope
    ) -> tuple[list[Indicator], _Said | None, Scope]:
        if not found:
            self._listen(sentence)
            return [], None, self._section
        parts, heads = clauses(self._text, sentence, found)
        first = parts[0].found.span.start
        lead_time, before_it = self._scopes.opening(sentence.start, first), opening
        if lead_time is not None:
            opening = lead_time
        elif not _lasts(opening):
            opening = Scope(year=opening.year)
        asides = {clause.aside for clause in parts if clause.aside is not None}
        long = [one for one in parentheses(self._text, sentence) if len(syllables(one.of(self._text))) > _REMARK]
        self._remarks = [one for one in long if one not in asides]
        asides |= set(long)
        aside = [*asides, *self._begun(found, sentence)]
        hidden = {year for one in aside for year in self._scopes.years(one.start, one.end)}
        spoken = [year for year in self._scopes.years(sentence.start, sentence.end) if year not in hidden]
        opened = {*self._scopes.years(sentence.start, self._until_semicolon(parts[0], sentence))}
        self._remember(sentence, lead_time, spoken if opened & {*spoken} else ())
        if topic is not None and _GOES_ON.match(sentence.of(self._text)):
            opening = opening.within(replace(topic.scope, kind=topic.kind_cue, loose=False))
        before = Scope(self._scopes.place(sentence.start, first), kind=kind_of(self._words(Span(sentence.start, first))))
        placed: list[_Placed] = []
        said: list[_Said] = []
        counted: str | None = None
        whole, firm, end = "", False, sentence.start  # what "trong đó" is of; with a colon it holds to the end
        for clause in parts:
            between = self._text[end : clause.found.span.start]
            end = clause.found.span.end
            main = next((one for one in reversed(said) if not one.aside), topic)
            if (of_which := _OF_WHICH.search(between)) and main is not None:
                areas = is_unit_of_area(clause.found.quantity.unit)  # no part of "dân số 2.871.400 người"
                whole = "" if areas and not is_unit_of_area(counted) else main.label
                firm = bool(of_which[1])
            elif ";" in between and not firm:
                whole = ""
            counted = clause.found.quantity.unit
            record, now = self._clause(clause, heads, said, topic, before.within(opening), sentence, whole, hidden)
            if now is not None:
                said.append(now)
            if record is not None:
                placed.append(_Placed(clause.found.span, record))
        records = self._respectively(placed, sentence)
        carries_on = topic is not None and _GOES_ON.match(sentence.of(self._text))
        if lead_time is not None and (lead_time.year, lead_time.period) in self._scopes.passing(sentence.start, first):
            opening = before_it
        return records, said[0] if said and not carries_on else topic, opening

    def _begun(self, found: Sequence[FoundQuantity], sentence: Span) -> list[Span]:
        """Where it is told when a change began: "giảm từ 3,05% cuối năm 2022 xuống còn 1,94%" is not about 2022."""
        behind = [_BEGUN.match(self._text, one.span.end, sentence.end) for one in found]
        return [Span(*match.span()) for match in behind if match]

    def _clause(
        self,
        clause: Clause,
        heads: Sequence[Head],
        said: Sequence[_Said],
        topic: _Said | None,
        opening: Scope,
        sentence: Span,
        whole: str,
        hidden: set[int],
    ) -> tuple[Indicator | None, _Said | None]:
        quantity = clause.found.quantity
        heads = [head for head in heads if head.scope.contains(clause.found.span)]
        before, start = self._before(clause)
        lead = self._phrase(clause.chunks[-1])
        after = phrase(self._text, clause.after, self._times, self._places)
        last = None
        if clause.chained or clause.aside is not None or only_values(subject(before)):
            last = next((one for one in reversed(said) if clause.aside is not None or not one.aside), None)
        elif is_anaphora(subject(before)):  # "đạt 43,7%, chưa đạt kế hoạch 46%; năm 2022 con số này là 39,2%"
            last = next((one for one in said if not one.aside), None)
        held = _is_held_against(clause, lead, after)
        label, change, own = self._label(clause, before, after, heads, last, topic, held)
        measured = label.rsplit(": ", 1)[-1]
        of_it = is_attribute(measured) and (clause.chained or clause.aside is not None)
        thing = next((one.thing for one in reversed(said) if not one.aside), "") if of_it else thing_of(label)
        if of_it and own and thing:
            label, whole = thing if thing.endswith(measured) else f"{thing}: {measured}", ""
        plan_only = bool(_PLAN_ONLY.match(plain(before))) or held
        if not label or _UNIT_LINE.match(label):
            return None, None
        placed = self._scopes.place(clause.before.start, clause.found.span.start) is not None
        complete = placed and bool(_RATIO_OF.match(label))  # "trong đó huyện A có tỷ lệ hộ nghèo ..."
        if (own or label == quantity.unit) and whole and not complete and not adds_nothing(whole, label, quantity.unit):
            label = f"{whole}: {label}"
        if clause.chained and len(clause.chunks) == 1:
            lead = before  # what stands before is the end of what is said of the quantity before
        scope, cue = self._scope(
            clause,
            heads,
            lead,
            after,
            said,
            last if not own or clause.chained else None,
            opening,
            sentence,
            plan_only,
            hidden,
        )
        span = _trim(self._text, Span(start, clause.after.end))
        record = Indicator(
            shorten(label),
            quantity,
            Citation.of(self._document, span),
            scope.place,
            scope.year,
            scope.period,
            scope.kind,
            change,
        )
        bare = label.split(", so với ")[0]
        aside = clause.aside is not None or quantity.unit == "lần"  # "vượt 2,8 lần mục tiêu" only says how much of it
        return record, _Said(bare, scope, cue, aside, thing)

    def _before(self, clause: Clause) -> tuple[str, int]:
        """The words that lead to the quantity and where they start: the last comma's part, more where that is too short."""
        chunks = list(clause.chunks)
        index = len(chunks) - 1
        words = self._phrase(chunks[index])
        if clause.chained and index == 0:  # what stands here belongs to the quantity before, up to a word that turns
            turn = _TURN.match(words)
            return (words[turn.end() :] if turn else ""), chunks[0].start
        own = subject(words)
        if not own and index > (1 if clause.chained else 0) and _ONLY_REACHED.match(words):
            index -= 1
            return f"{self._phrase(chunks[index])}, {words}", chunks[index].start  # "giải ngân chậm, mới đạt 71%"
        counting = not (is_measure(clause.found.quantity.unit) or clause.found.quantity.unit is None)
        while own and not counting and index > (1 if clause.chained else 0):
            longer = self._phrase(chunks[index - 1])
            opened = bool(_HEAD_NOUN.match(plain(longer))) and not _HEAD_NOUN.match(own)  # "tỷ lệ thu gom, xử lý rác"
            if not plain(longer) or _SAYS.search(longer) or not enumerates(words) or not (is_short(own) or opened):
                break
            index -= 1
            words = f"{longer}, {words}"
        return words, chunks[index].start

    def _label(
        self,
        clause: Clause,
        before: str,
        after: str,
        heads: Sequence[Head],
        last: _Said | None,
        topic: _Said | None,
        held: bool,
    ) -> tuple[str, Change, bool]:
        """The label, the change, and whether the clause, or its sentence's own head, names what the quantity is of; `held`
        where it is what that is held against."""
        quantity = clause.found.quantity
        own, lead = subject(before), self._phrase(clause.chunks[-1])
        change = change_of(lead if clause.chained else before)
        if change != "level" and _FROM.match(after):
            change = "level"
        turned = verb_first(before)
        if turned is not None and subject(turned[1]):
            change, own = turned[0], subject(turned[1])
        said = last or topic
        echoed = said is not None and clause.chained and canonical(own) in canonical(said.label).split()
        if echoed or held or _PLAN_ONLY.match(own) or is_anaphora(own) or compares(own) or only_values(own):
            own = ""  # "thu ngân sách được giao 4.500 tỷ đồng, đã thu 5.619 tỷ đồng"
        as_much = _TIMES.search(lead) is not None or quantity.raw.lower().startswith("gấp")
        times = quantity.unit == "lần" and as_much
        measure = times or is_measure(quantity.unit) or quantity.unit is None or bool(_RATIO.match(own))
        reference = fulfilled(after) if quantity.unit == "%" else None
        rest = "" if reference or times or held else self._rest(clause, after)
        if not measure:
            own = counted_label(own, quantity.unit or "", rest)
            if said is not None and canonical(own) == quantity.unit and canonical(said.label).startswith(canonical(own)):
                own = said.label
        elif reference is None and not own:
            carried = said is not None and (clause.chained or clause.aside is not None) and _VERB_LEFT.search(lead)
            own = "" if carried else rest
        elif reference is None and quantity.unit != "%" and len(syllables(own)) <= _DEED:
            own = f"{own} {rest}".strip()  # "trồng mới 500 ha rừng"
        if clause.aside is not None and not own and said is not None:
            own = self._beside_aside(clause.aside)
        names = self._names(heads)
        head = ": ".join([*(lead for _, _, lead in self._leads if lead), *names][-2:])
        named = bool(own)
        if own:
            label = f"{head}: {own}" if head else own
        elif clause.aside is not None and said is None:
            label = subject(self._phrase(Span(max(clause.aside.start - 160, 0), clause.aside.start)).split(",")[-1])
        elif last is None and names:
            label, named = names[-1] if topic is not None else head, True
        else:
            label = (said.label if said is not None else "") or head or self._heading()
        if reference and label:
            label, change = f"{label}, so với {reference}", "level"
        return label, change, named

    def _beside_aside(self, aside: Span) -> str:
        """What stands in front of a quantity in parentheses as an item of its own, "Trường Mầm non B" of "đường A dài 6 km
        (118 tỷ đồng); Trường Mầm non B (21 tỷ đồng)"; "" where it is said of the quantity before."""
        before = max((one.span.end for one in self._found if one.span.end <= aside.start), default=aside.start)
        item = _NEXT_ITEM.match(self._text, before, aside.start)
        return subject(self._phrase(Span(item.start("item"), item.end("item")))) if item else ""

    def _rest(self, clause: Clause, after: str) -> str:
        """What follows the quantity; where an enumeration begins it, its other members too ("60% DNNVV, HTX, hộ ...")."""
        rest = last = tail(after)
        if _SET.match(rest):
            return ""  # "mục tiêu 50% đề ra cho 6 tháng"
        for span in clause.further:
            if not rest or len(syllables(last)) > _MEMBER or clause.aside is not None:
                break
            last = tail(self._phrase(span))
            if not last or not enumerates(last):
                break
            rest = f"{rest}, {last}"
        return rest

    def _names(self, heads: Sequence[Head]) -> list[str]:
        """Those of the heads over a clause that are names."""
        names = []
        for head in heads:
            words = _NUMBERING.sub("", self._phrase(self._after_quantities(head.words))).rsplit(". ", 1)[-1]
            name = plain(words)
            if (
                len(syllables(name)) > 1
                and name[0].isalpha()
                and not is_generic(words.rstrip())
                and not re.search(r"trong đó|bao gồm", name, re.IGNORECASE)
            ):
                names.append(name if len(syllables(name)) <= 16 else plain(words.split(",")[-1]))
        return names

    def _after_quantities(self, span: Span) -> Span:
        return Span(max([span.start, *(one.span.end for one in self._found if one.span.end <= span.end)]), span.end)

    def _heading(self) -> str:
        return next((words for _, _, words in reversed(self._headings) if words), "")

    def _headed_by(self, clause: Clause, heads: Sequence[Head]) -> str | None:
        """The place that alone heads a quantity: "(Hà Giang: 39 nhà; Lai Châu: 98 nhà)"."""
        if not heads or not heads[-1].words.end < clause.before.start <= heads[-1].words.end + 2:
            return None
        words = heads[-1].words
        start = words.start + max(words.of(self._text).rfind(mark) for mark in ",;(") + 1
        alone = plain(phrase(self._text, Span(start, words.end), self._times, self._places)) == ""
        return self._scopes.place(start, words.end) if alone else None

    def _scope(
        self,
        clause: Clause,
        heads: Sequence[Head],
        lead: str,
        after: str,
        said: Sequence[_Said],
        last: _Said | None,
        opening: Scope,
        sentence: Span,
        plan_only: bool,
        hidden: set[int],
    ) -> tuple[Scope, Kind | None]:
        scopes, span = self._scopes, clause.found.span
        after_last = self._after_time(clause)
        time = scopes.time(max(clause.chunks[-1].start, after_last), span.start)
        if time is None and (said or len(set(scopes.years(after_last, span.start))) == 1):
            time = scopes.time(after_last, span.start)
        after_end = min([clause.after.end, *(one.start for one in self._remarks if one.start >= span.end)])
        time = time or scopes.time(span.end, after_end, last=False)
        if time is None and heads and not clause.chained:  # "đến năm 2025: tỷ lệ hộ nghèo dưới 2%"
            time = scopes.time(self._after_quantities(heads[-1].words).start, heads[-1].words.end)
        place = scopes.place(clause.before.start, span.start) or self._headed_by(clause, heads)
        place = place or scopes.place(span.end, clause.after.end, last=False)
        behind = kind_beside_planned(lead, self._text[span.end : span.end + _BRACKET])
        kind: Kind | None = "target" if plan_only else behind or cue_of(lead, after)
        if kind is None and clause.aside is not None and heads and clause.aside.contains(heads[-1].words):
            kind = kind_of(self._words(heads[-1].words))  # "(KH: 5.200 tỷ đồng)"
        if kind is None and clause.aside is not None and _PLANNED_ASIDE.search(self._text[: clause.aside.start][-60:]):
            kind = "target"  # "bằng 115,9% dự toán huyện giao (5,9 tỷ đồng)"
        spoken_of = said[-1].scope.year if said else None
        if spoken_of is None and clause.aside is not None:
            spoken_of = max(self._document.years, default=None)
        if kind is None and time is not None and (time.year or 9999) < (spoken_of or 0):
            kind = "result"  # "phấn đấu đón 185.000 lượt khách; năm 2023 đón 152.000 lượt"
        own = Scope(place, kind=kind).within(time or Scope())
        cue = None if plan_only else kind
        if last is not None:
            own = own.within(replace(last.scope, kind=last.kind_cue, loose=False))
            cue = cue or last.kind_cue
        turned = f"{lead} {self._text[clause.before.start : span.start] if after_last > clause.before.start else ''}"
        risen = clause.chained and re.search(r"(?<!\w)(?:xuống|lên)(?!\w)", turned) is not None
        risen = risen and re.search(r"(?<!\w)từ(?!\w)", self._text[sentence.start : span.start]) is not None
        if risen and time is None:  # "giảm từ 28% năm 2011 xuống còn 3%": of a later year, said before or not at all
            later = [one.scope.year for one in said[:-1] if one.scope.year and one.scope.year > (own.year or 0)]
            around = [*(outer for _, outer, _ in (*self._leads, *self._headings)), self._section, self._title, opening]
            later += [one.year for one in around if not later and one.year and one.year > (own.year or 0)]
            own = replace(own, year=max(later, default=None))
            return replace(own, kind=own.kind or opening.kind or self._kind), cue
        own = own.within(opening)
        cue = cue or opening.kind
        if not own.dated:
            years = set(scopes.years(sentence.start, self._until_semicolon(clause, sentence))) - hidden
            if len(years) == 1 and not self._within_heading(only := years.pop()):
                own = replace(own, year=only)
        reached = fulfilled(after) or _REACHED.search(sentence.of(self._text))
        if own.kind is None and reached and not self._planned_above(own.year):
            own = replace(own, kind="result")
        own = replace(own, kind=own.kind or self._kind)
        if clause.aside is None:
            self._kind = cue or self._kind
        for _, outer, _ in reversed(self._leads):
            own = own.within(outer)
        if not own.dated and (year := self._after_compared(clause)) is not None:
            own = replace(own, year=year)
        own = own.within(self._section)
        for _, outer, _ in reversed(self._headings):
            own = own.within(outer)
        own = own.within(replace(self._title, kind=None)).within(self._outer)
        if not own.dated:
            own = replace(own, year=self._scopes.main_year)
        if own.kind is None:
            own = replace(own, kind=self._last_kind(own.year, lead))
        if own.year is not None and (earlier := self._compared_aside(clause, own.year)) is not None:
            own = replace(own, year=earlier.year, period=earlier.period or own.period, kind="result")
        if own.year is not None and self._is_of_its_aside(clause, own.year, sentence):
            own = replace(own, year=own.year + 1)
        if own.later is not None:
            year = own.later if own.kind == "target" else own.year if own.kind is not None else None
            own = replace(own, year=year, later=None)
        published = self._document.published
        now = published.year if published is not None else next(iter(self._document.years), None)
        if own.kind == "result" and own.year is not None and published is not None and own.year > published.year:
            own = replace(own, kind="target")
        elif own.kind in ("target", "estimate") and kind is None and own.year and now and own.year < now:
            own = replace(own, kind="result")  # what the words around say of the plan is not said of a year gone by
        return own, cue

    def _planned_above(self, year: int | None) -> bool:
        """Whether lead-ins and headings set targets of that year: "Mục tiêu năm 2023" over "tăng 9,2% so với năm 2022"."""
        above = Scope()
        for _, outer, _ in (*reversed(self._leads), *reversed(self._headings)):
            above = above.within(outer)
        return above.kind == "target" and not above.loose and (above.year is None or year in (None, above.year))

    def _until_semicolon(self, clause: Clause, sentence: Span) -> int:
        """Where the next semicolon stands, or the sentence ends: "phấn đấu đón A; năm 2023 đón B" does not date A."""
        at = self._text.find(";", clause.found.span.end, sentence.end)
        return at if at >= 0 else sentence.end

    def _compared_aside(self, clause: Clause, year: int) -> Scope | None:
        """The earlier year of a figure in parentheses: "tăng 5% so với cùng kỳ (1.200 tấn)", "gấp 1,6 lần so với năm 2020
        (41,2 triệu đồng)"."""
        aside = clause.aside
        if aside is not None and _SAME_TIME.fullmatch(clause.before.of(self._text)):
            return Scope(year=year - 1)
        if aside is None or clause.chained or any(letter.isalpha() for letter in clause.before.of(self._text)):
            return None
        if self._bracketed is not None and self._bracketed.year is not None:
            return Scope(year=self._bracketed.year)
        if _SAME_TIME_BEFORE.search(self._text[max(0, aside.start - 40) : aside.start]):
            return Scope(year=year - 1)
        return self._scopes.compared(max(0, aside.start - _YEAR_NAMED), aside.start)

    def _is_of_its_aside(self, clause: Clause, year: int, sentence: Span) -> bool:
        """Whether parentheses right behind a figure tell what it was in `year`, so that itself it is of the next, where the
        document is about that: "Thu ngân sách: 70 tỷ đồng (năm 2031: 64,3 tỷ đồng)"."""
        found = _FOR_YEAR.match(self._text, clause.found.span.end, sentence.end)
        if clause.aside is not None or found is None or int(found[1]) != year:
            return False
        return year + 1 in self._document.years and year not in self._scopes.years(sentence.start, found.start())

    def _last_kind(self, year: int | None, lead: str) -> Kind | None:
        """The kind where no words near tell; "Hoàn thành" is a result where nothing says that it is still to do."""
        kind = last_resort_kind(self._document, year)
        if not is_gone_by(self._document, year):
            kind = self._title.kind or kind
        return kind or ("result" if is_ordered(lead) else None)

    def _after_time(self, clause: Clause) -> int:
        """Where the clause begins, past a time that stands right behind the quantity before ("28,1% năm 2011")."""
        start = clause.before.start
        if not clause.chained:
            return start
        at = bisect_left(self._times, Span(start, start))
        following = self._times[at] if at < len(self._times) else None
        if following is None or not _TO_ITS_TIME.fullmatch(self._text, start, following.start):
            return start
        return following.end + (self._text[following.end : following.end + 1] == ")")

    def _remember(self, sentence: Span, lead: Scope | None, years: Sequence[int]) -> None:
        """The time that a sentence opens with, or the only year it names, holds for the section until the next one; one
        named in passing does not."""
        passing = self._scopes.passing(sentence.start, sentence.end)
        named = {year for year in years if (year, None) not in passing}
        lead = None if lead is not None and (lead.year, lead.period) in passing else lead
        if lead is not None and (lead.later is not None or not named - {lead.year}):
            time = lead
        elif len(named) == 1:
            time = Scope(year=named.pop())
        else:
            time = Scope() if named else self._section
        if (time.period or "").startswith(_SEASONS):
            return
        if time.year is not None and self._within_heading(time.year):
            return  # "đến năm 2030" below "Giai đoạn 2026 - 2030" is a point of the section's own time
        if _lasts(time) or not self._section.dated:
            self._section = time if time.year is None else Scope(year=time.year, later=time.later)

    def _within_heading(self, year: int) -> bool:
        """Whether the nearest heading that tells a time tells a period which holds `year`."""
        period = next((scope.period for _, scope, _ in reversed(self._headings) if scope.dated), None)
        ends = _PERIOD_ENDS.search(period or "")
        return ends is not None and int(ends[1]) <= year <= int(ends[2])

    def _listen(self, sentence: Span) -> None:
        """Takes note of the time in a sentence without quantities."""
        sentence = self._scopes.before_brackets(sentence)
        opening = self._scopes.opening(sentence.start, sentence.end)
        self._remember(sentence, opening, self._scopes.years(sentence.start, sentence.end))

    def _after_compared(self, clause: Clause) -> int | None:
        """ "tăng 30,43% so với năm 2022" speaks of 2023, where that is a year the document is about."""
        compared = self._scopes.compared(clause.found.span.end, clause.after.end)
        known = {*self._document.years, *([self._document.published.year] if self._document.published else [])}
        after = compared.year + 1 if compared is not None and compared.year is not None else None
        return after if after in known else None

    def _respectively(self, records: list[_Placed], sentence: Span) -> list[Indicator]:
        """ "năm 2031, 2032 lần lượt là 9,4% và 8,1%", "lúa, ngô lần lượt đạt 5.000 ha và 900 ha": the k-th quantity is of
        the k-th year, place or thing that is named."""
        labels = {one.span: one.record.label for one in records}
        named: dict[Span, Indicator] = {}
        for row in pairings(sentence.of(self._text)):
            held = {value.shifted(sentence.start): name.shifted(sentence.start) for name, value in row}
            own = [one for one in records if one.span in held]
            apart = own and all(self._tells_apart(name) for name in held.values())
            for one in own:
                name = held[one.span]
                figured = next((label for span, label in labels.items() if name.contains(span)), None)
                label = figured or (own[0].record.label if apart else self._named(name, own[0].record.label))
                named[one.span] = replace(self._of(one.record, name) if figured is None else one.record, label=label)
        return [named.get(one.span, one.record) for one in records]

    def _tells_apart(self, name: Span) -> bool:
        """Whether a name in a row tells when or where, and the row is of one thing."""
        return len(self._scopes.years(name.start, name.end)) == 1 or self._scopes.place(name.start, name.end) is not None

    def _named(self, name: Span, first: str) -> str:
        """The label that a name in a row gives, below the whole that the `first` of them is part of."""
        label = plain(self._phrase(name)) or first
        whole = first.rpartition(": ")[0]
        return f"{whole}: {label}" if whole and not label.startswith(whole) else label

    def _of(self, record: Indicator, name: Span) -> Indicator:
        years = self._scopes.years(name.start, name.end)
        place = self._scopes.place(name.start, name.end) or record.place
        if len(years) != 1:
            return replace(record, place=place)
        return replace(record, place=place, year=years[0], period=None)

    def _phrase(self, span: Span) -> str:
        return phrase(self._text, span, self._times, self._places)

    def _words(self, span: Span) -> str:
        return " ".join(span.of(self._text).replace("*", " ").split())


def _lasts(time: Scope) -> bool:
    """Whether a time holds beyond its sentence: a year or a term does, a school year or a part of a year does not."""
    return time.period is None or (re.search(r"\d{4}", time.period) is not None and not time.period.startswith(_SEASONS))


def _looks_back(said: Scope, section: Scope) -> bool:
    """Whether a sentence amid a paragraph is of an earlier year than the section, and what follows is not: "Thu ngân sách
    đạt 486 tỷ đồng. Năm 2022, con số này là 441 tỷ đồng. Tổng vốn đầu tư 4.265 tỷ đồng."."""
    return said.year is not None and section.year is not None and said.year < section.year


def _looks_ahead(said: Scope, section: Scope) -> bool:
    """Whether a sentence is of a later year than the section."""
    return said.year is not None and section.year is not None and said.year > section.year


def _counts(found: FoundQuantity) -> bool:
    """Ages, lengths of time and stars only describe, "trên 1 ha" says per what; a rate of time ("9 tháng/năm") counts."""
    unit = found.quantity.unit
    if _PER.match(found.quantity.raw) or unit == "sao":
        return False
    return not is_time(unit) or "/" in (unit or "")


def _is_held_against(clause: Clause, lead: str, after: str) -> bool:
    """Whether a quantity behind another is what was planned of it: "giảm 127 hộ, vượt chỉ tiêu giảm 100 hộ được giao"; by
    2 tỷ đồng a plan is exceeded ("vượt kế hoạch 2 tỷ đồng")."""
    held = _HELD_AGAINST.search(lead) if clause.chained and clause.found.quantity.unit != "%" else None
    return held is not None and bool(held["way"] or held["beside"] or _WAS_SET.match(after))


def _item_rank(words: str) -> int:
    mark = words.lstrip(" *_")[:1]
    return 3 if mark == "+" else 2 if mark in "-–•●" else 1


def _trim(text: str, span: Span) -> Span:
    return span.trimmed(text, ",;:.)*-–", ".,;:(*")
