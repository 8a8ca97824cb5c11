"""Lists: the indicator records of a subject, place and year, in the order of the source and, where they stand together, in
its own words.

A subject is matched by the words of the labels; one that no label has ("giáo dục", when labels speak of pupils and schools)
by the nearness of the embeddings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from plans.answer import Answer, Citation
from plans.document import Document, Span
from plans.indicator import Indicator
from plans.sums import shown
from plans.text import canonical, flatten, sentences
from reader.computed.records import Records, is_of
from reader.computed.sources import proof_of, when_said
from reader.lexicon.places import narrowest
from reader.questions.question import Question
from reader.questions.subject import Subject, asked_subject, label_terms, place_words, subject_of, terms
from reader.wording.cite import uncited_numbers
from retriever import Index

_MANY = re.compile(
    r"(?<!trong )(?<!theo )(?<!hiện )(?<!thành )\b(?:các|những|mọi|tất cả(?: các)?) (?:mục tiêu, )?chỉ tiêu\b"
    r"|\b(?:liệt kê|kể tên|nêu)\b.{0,30}\bchỉ tiêu\b|\bchỉ tiêu\b.{0,80}\b(?:gồm|những gì)\b|\bchỉ tiêu nào\b"
    r"|\b(?:list|what are)\b.{0,30}\b(?:targets|indicators)\b"
)
_ONE = re.compile(r"\bchỉ tiêu\b.*\b(?:là gì|như thế nào|ra sao)\b")
_VALUE = re.compile(r"^(?:tỷ lệ|tỉ lệ|tỷ trọng|số|tổng|mức|tốc độ|diện tích|sản lượng)\b")
_OTHER = re.compile(  # how many, whether, when, who: not a list
    r"\b(?:bao nhiêu|mấy|ai|khi nào|bao giờ|tại sao|vì sao|không|chưa|so với|ở đâu|how many|how much|who|when|why)\b"
    r"|\bchỉ tiêu (?:nào |gì )?(?:đã |chưa |không )?(?:đạt|vượt|hoàn thành)\b|\b(?:xã|huyện|tỉnh|địa phương|phường) nào\b"
    r"|\bcòn lại\b"
)
_REFERENCE = re.compile(r"\bso với [^:;]*", re.IGNORECASE)
"""What a value is only measured against ("so với dân số trong độ tuổi")."""
_ENGLISH_TOPIC = re.compile(
    r"\b(?:list|what are)(?: all)?(?: the)?(?: main| key| major)? ?(?P<topic>[\w ,&-]*?) ?(?:targets|indicators)\b"
)
_GENERAL = re.compile(
    r"\b(?:phát triển )?kinh tế\s?[-–,]?\s?xã hội\b|\b(?:chủ yếu|quan trọng|cơ bản|cụ thể|tổng quát)\b"
    r"|(?<!hành )(?<!tài )\bchính\b(?! sách| quyền| trị)"
    r"|\b(?:main|key|major)\b"
)
_JOINTS = re.compile(r"\s*(?:,|;|\bvà\b|\bcùng với\b|\band\b)\s*")
_WANTED = ("list", "text", "quantity")
_MOST = 40
"""Records listed; of more, the first are."""
_EMBEDDED = 80
"""Labels compared by embedding; with more in question no list is given that way."""
_LEAST = 8
"""Labels of a document with fewer are too few to tell what is near."""
_NEAR = 0.5
"""Standard deviations above the mean nearness of the labels of a document."""
_TOPICS = (
    "kinh tế, sản xuất", "thu chi ngân sách", "đầu tư, doanh nghiệp", "nông nghiệp, nông thôn mới", "giáo dục, trường học",
    "y tế, sức khỏe", "lao động, việc làm", "giảm nghèo, an sinh", "văn hóa, gia đình", "môi trường, rừng, nước sạch",
    "giao thông, hạ tầng", "an ninh, trật tự, quân sự", "đảng viên, tổ chức đảng", "cải cách hành chính, chuyển đổi số",
)  # fmt: skip
"""What the chapters of a socio-economic plan are about, to tell a topic from."""
_ALONE = 0.6
"""How sure a list of one is: the words may be those of something else."""
_EVERY_WORD, _WHOLE, _SOME_WORDS, _BY_MEANING = 0.9, 0.75, 0.7, 0.6
"""How sure a list is: all words asked are in the labels, no subject was asked, some words are, none is."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Records that stand side by side in one sentence, or one row of a table."""

    span: Span
    records: tuple[Indicator, ...]
    verbatim: bool


def listed(question: Question, index: Index) -> Answer | None:
    """The records asked for; None when the question asks for no list of indicators or none are on record."""
    text = question.spelled
    many = bool(_MANY.search(text))
    if _OTHER.search(text) or not (many or _ONE.search(text)) or question.wanted not in _WANTED:
        return None
    general = [one.group() for one in _GENERAL.finditer(text)]
    subject = asked_subject(question, general)
    topic = subject.text
    if question.english and (said := _ENGLISH_TOPIC.search(text)):
        topic = said["topic"]
    records = Records.for_question(index, question, [])
    documents: dict[str, list[Indicator]] = {}
    for record in records.all:
        if _in_scope(question, record):
            documents.setdefault(record.citation.doc_id, []).append(record)
    parts = _parts(question, general)
    found: list[tuple[float, list[Indicator]]] = []
    for doc_id, own in documents.items():
        fitting = _named(parts, own) if topic else (_WHOLE, _under_their_heading(index.document(doc_id), own))
        if len(documents) == 1 and topic:
            fitting = _completed(index, question, topic, parts, own, fitting)
        found += [fitting] if fitting[1] else []
    if not found:
        return None
    sure, chosen = max(found, key=lambda one: (one[0], len(one[1])))
    if len(chosen) == 1 and sure == _BY_MEANING:
        return None
    sure = sure if len(chosen) > 1 else min(sure, _ALONE)
    if not many and (len(chosen) == 1 or _VALUE.search(topic) or _names_one(subject, chosen, records)):
        return None  # one value is asked
    return _worded(question, chosen, index.document(chosen[0].citation.doc_id), sure)


def _in_scope(question: Question, record: Indicator) -> bool:
    """Of the place, time and kind asked; what a record does not say is no reason to leave it out, but a place is."""
    places = narrowest(question.places)
    if places and not any(is_of(record, one) for one in places):
        return False
    if question.years and record.year not in question.years:
        return False
    if question.query.periods and record.period not in question.query.periods:
        return False
    return question.kind is None or record.kind in (question.kind, None)


def _under_their_heading(document: Document, own: list[Indicator]) -> list[Indicator]:
    """Those in the section headed so ("CÁC CHỈ TIÊU CHỦ YẾU"), where there is one: the tasks behind it hold figures too."""
    headings = [block for block in document.blocks if block.kind == "heading"]
    sections = [own]
    for at, heading in enumerate(headings):
        if "chỉ tiêu" not in canonical(heading.span.of(document.text)):
            continue
        after = (one.span.start for one in headings[at + 1 :] if one.level <= heading.level)
        section = Span(heading.span.start, next(after, len(document.text)))
        inside = [one for one in own if section.contains(one.citation.span)]
        sections += [inside] if len(inside) > 1 else []
    return max(sections[1:], key=len, default=own)


def _parts(question: Question, general: Sequence[str]) -> list[Subject]:
    """The things a subject joins: "thu, chi ngân sách" is "thu ngân sách" and "chi ngân sách"."""
    if question.english:
        return [asked_subject(question, general)]
    text = question.spelled
    for place in place_words(question):
        text = text.replace(canonical(place), " ")
    found = [one for part in _JOINTS.split(text) if (one := subject_of(part, general)).text]
    whole: list[Subject] = []
    for position, one in enumerate(found):
        words = one.text.split()
        following = found[position + 1].text.split() if position + 1 < len(found) else []
        joined = len(words) == 1 and len(following) > 1
        whole.append(subject_of(" ".join([*words, *following[1:]])) if joined else one)
    return whole


def _named(parts: Sequence[Subject], own: list[Indicator]) -> tuple[float, list[Indicator]]:
    """Records of one document whose labels have all the words of one of the parts, and how sure it is that they are meant.

    With them go the records told in the same breath ("xây dựng 2 xã nông thôn mới nâng cao và 1 xã kiểu mẫu").
    """
    chosen = [record for record in own if any(_full(part, record) for part in parts)]
    heads = [one.citation.span for one in chosen]
    together = [one for one in own if one in chosen or any(one.citation.span.overlaps(span) for span in heads)]
    return _EVERY_WORD, [one for one in together if one in chosen or any(_shares(part, one) for part in parts)]


def _full(part: Subject, record: Indicator) -> bool:
    """Whether the label has every word of the part, two of them side by side."""
    asked, said = terms(part.words), label_terms(_REFERENCE.sub("", record.label))
    words, pairs = {one for one in asked if "_" not in one}, {one for one in asked if "_" in one}
    return bool(words) and words <= said and (not pairs or bool(pairs & said))


def _shares(part: Subject, record: Indicator) -> bool:
    return any("_" in term for term in terms(part.words) & label_terms(record.label))


def _completed(
    index: Index,
    question: Question,
    topic: str,
    parts: Sequence[Subject],
    own: list[Indicator],
    fitting: tuple[float, list[Indicator]],
) -> tuple[float, list[Indicator]]:
    """Adds, by meaning, the records of the parts that no label names."""
    unnamed = [part.text for part in parts if part.text and not any(_full(part, one) for one in own)]
    if question.english and not fitting[1]:
        unnamed = [topic]
    near = [record for part in unnamed for record in _near(index, part, own, question.english)]
    if not near:
        return (_SOME_WORDS if unnamed else fitting[0]), fitting[1]
    return (_SOME_WORDS if fitting[1] else _BY_MEANING), [one for one in own if one in near or one in fitting[1]]


def _near(index: Index, topic: str, own: list[Indicator], english: bool) -> list[Indicator]:
    """Records whose label is nearer to the topic than to any other topic of plans; those of one head ("tỷ lệ huy động:
    nhà trẻ") are taken or left together."""
    labels = list(dict.fromkeys(_REFERENCE.sub("", one.label) for one in own))
    if not _LEAST <= len(labels) <= _EMBEDDED:
        return []
    asked = label_terms(topic)
    same = [one for one in _TOPICS if any("_" in term for term in label_terms(one) & asked)]
    if not same:
        nearness = index.encoder.encode_queries(list(_TOPICS)) @ index.encoder.encode_queries([topic])[0]
        closest = _TOPICS[int(nearness.argmax())]
        if english or label_terms(closest) & asked:  # the same topic in another language, or in other words
            same = [closest]
    others = [one for one in _TOPICS if one not in same]
    scores = index.encoder.encode_passages(labels) @ index.encoder.encode_queries([*(same[:1] or [topic]), *others]).T
    scores = (scores - scores.mean(axis=0)) / (scores.std(axis=0) + 1e-6)
    by_head: dict[str, list[int]] = {}
    for row, label in enumerate(labels):
        by_head.setdefault(_head(label), []).append(row)
    means = {head: scores[rows].mean(axis=0) for head, rows in by_head.items()}
    heads = {head for head, mean in means.items() if mean[0] >= _NEAR and mean.argmax() == 0}
    return [one for one in own if _head(_REFERENCE.sub("", one.label)) in heads]


def _head(label: str) -> str:
    return canonical(label.split(":")[0])


def _names_one(subject: Subject, chosen: Iterable[Indicator], records: Records) -> bool:
    """Whether the subject is the name of just one of the records: then that value is asked, not a list."""
    return sum(subject.fit(one.label, records.weigh).full for one in chosen) == 1


def _worded(question: Question, chosen: list[Indicator], document: Document, sure: float) -> Answer | None:
    ordered = sorted(chosen, key=lambda one: (one.citation.span.start, one.citation.span.end))
    shown_records, left = ordered[:_MOST], len(ordered) - _MOST
    stretches = list(_stretches(document, shown_records))
    pieces = [flatten(one.span.of(document.text)) if one.verbatim else _as_pairs(one.records) for one in stretches]
    marked = "; ".join(
        f"“{piece}” [{number}]" if stretch.verbatim else f"{piece} [{number}]"
        for number, (piece, stretch) in enumerate(zip(pieces, stretches, strict=True), 1)
    )
    text = f"{'From the source' if question.english else 'Theo nguồn'}: {marked}."
    notes: tuple[str, ...] = ()
    if left > 0:
        notes = (
            f"{left} more indicators match; ask more narrowly to see them."
            if question.english
            else f"Còn {left} chỉ tiêu khác cũng khớp; hãy hỏi cụ thể hơn để xem.",
        )
    citations = [
        Citation.of(document, one.span) if one.verbatim else proof_of(document, one.records[0]) for one in stretches
    ]
    for number in dict.fromkeys(uncited_numbers(text, citations, question.text)):  # of a heading that is part of a label
        proof = when_said(document, number, stretches[0].span.start)
        if proof is None:
            return None
        citations += [proof] if number not in " ".join(one.quote for one in citations) else []
    return Answer("answered", "; ".join(pieces), text, tuple(citations), tuple(shown_records), notes, (), sure)


def _as_pairs(records: Sequence[Indicator]) -> str:
    return "; ".join(f"{one.label}: {shown(one.quantity)}" for one in records)


def _stretches(document: Document, ordered: Sequence[Indicator]) -> Iterator[_Stretch]:
    """Runs of records in one sentence; a record of a table is a stretch of its own."""
    group: list[Indicator] = []
    for record in ordered:
        if group and not _together(document, group[-1], record):
            yield _stretch(document, group)
            group = []
        group.append(record)
    if group:
        yield _stretch(document, group)


def _together(document: Document, before: Indicator, after: Indicator) -> bool:
    one, two = before.citation.span, after.citation.span
    if _table_row(document, one) or _table_row(document, two):
        return one == two
    if two.start < one.end:
        return True
    return _joined(document.text[one.end : two.start]) and two.start - one.end < 120


def _joined(between: str) -> bool:
    """Whether nothing but marks and a few linking words stands between: no sentence end and no other value."""
    return "\n\n" not in between and len(sentences(f"a{between}b")) == 1 and not re.search(r"\d", between)


def _table_row(document: Document, span: Span) -> bool:
    return any(table.span.overlaps(span) for table in document.tables)


def _stretch(document: Document, group: Sequence[Indicator]) -> _Stretch:
    start = min(one.citation.span.start for one in group)
    end = max(one.citation.span.end for one in group)
    text = document.text
    while start < end and (text[start].isspace() or text[start] in ",;:.-+*"):
        start += 1
    joined = re.match(r"(?:và|cùng với)\s+", text[start:end], re.IGNORECASE)
    start += joined.end() if joined else 0
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:.…"):
        end -= 1
    if text.count("(", start, end) > text.count(")", start, end) and text[end : end + 1] == ")":
        end += 1
    span = Span(start, end)
    return _Stretch(span, tuple(group), not _table_row(document, span))
