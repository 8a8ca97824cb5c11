"""Question sets made elsewhere: SQuAD-style JSON, BEIR folders, CSV. Each gives questions, and texts where it has them."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evals.beir import find_qrels, load_qrels, load_queries, read_corpus
from evals.questions import Question
from plans.document import Span
from plans.errors import EvaluationError
from plans.text import flatten, nfc

RETRIEVAL_ONLY = "retrieval_only"
"""Tag of questions whose gold is a whole passage, with no short answer: reading is not scored."""

_UNSAFE = re.compile(r"[^\w.-]+")
_QUANTITY = re.compile(r"[-+]?\d")


@dataclass(frozen=True, slots=True)
class Imported:
    """`texts` maps file names to the documents to write beside the questions; empty when the corpus is there already."""

    questions: list[Question]
    texts: dict[str, str] = field(default_factory=dict)


def load_any(source: Path, texts: Mapping[str, str]) -> Imported:
    """By what `source` is: a BEIR folder, a .csv file, or SQuAD-style JSON."""
    if source.is_dir():
        return from_beir(source)
    return from_csv(source, texts) if source.suffix.lower() == ".csv" else from_squad(source)


def from_squad(path: Path) -> Imported:
    """SQuAD 1.1 and 2.0: every paragraph becomes a document; `is_impossible` becomes unanswerable."""
    texts: dict[str, str] = {}
    questions: list[Question] = []
    for title, number, paragraph in _paragraphs(path):
        where = f"{path}, {title!r} paragraph {number}"
        # Offsets of the file count code points of its own text; a text that is not NFC would move under them.
        text = str(_need(paragraph, "context", where))
        name = f"{_file_name(title)}_{number:04d}.txt"
        texts[name] = nfc(text)
        questions.extend(_squad_question(asked, name, text, where) for asked in _need(paragraph, "qas", where))
    return Imported(questions, texts)


def _paragraphs(path: Path) -> Iterator[tuple[str, int, Mapping[str, Any]]]:
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
        for article in data["data"]:
            for number, paragraph in enumerate(article["paragraphs"], start=1):
                yield str(article.get("title") or "article"), number, paragraph
    except json.JSONDecodeError as error:
        raise EvaluationError(f"{path} line {error.lineno}: not JSON ({error.msg}); correct the line.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise EvaluationError(f"Cannot read {path} ({error}): give a SQuAD-style JSON file in UTF-8.") from None
    except (KeyError, TypeError, AttributeError) as error:
        raise EvaluationError(f'{path} is not SQuAD-style JSON ({error}): need "data" with "paragraphs".') from None


def _squad_question(asked: Mapping[str, Any], name: str, text: str, where: str) -> Question:
    question_id, question = str(_need(asked, "id", where)), str(_need(asked, "question", where)).strip()
    answers = asked.get("answers") or []
    if asked.get("is_impossible") or not answers:
        return Question(question_id, question, "unanswerable", False)
    first = answers[0]
    answer, start = str(_need(first, "text", where)), int(_need(first, "answer_start", where))
    if text[start : start + len(answer)] != answer:
        raise EvaluationError(f'{where}: the answer of "{question_id}" is not at its answer_start {start}; correct it.')
    begin = len(nfc(text[:start]))
    also = tuple(dict.fromkeys(nfc(one["text"]) for one in answers[1:] if nfc(one["text"]) != nfc(answer)))
    return Question(
        question_id,
        question,
        guess_type(answer),
        True,
        document=name,
        span=Span(begin, begin + len(nfc(answer))),
        answer=nfc(answer),
        also=also,
    )


def from_beir(folder: Path) -> Imported:
    """Every corpus entry becomes a document (its title, an empty line, its text); the gold span is its whole text."""
    qrels_path = find_qrels(folder)
    if qrels_path is None:
        raise EvaluationError(f"{folder} has no qrels.tsv or qrels/test.tsv: without judgements there is no gold.")
    queries = load_queries(folder / "queries.jsonl")
    texts: dict[str, str] = {}
    golds: dict[str, tuple[str, Span]] = {}
    for document in read_corpus(folder):
        name, head = f"{_file_name(document.document_id)}.txt", nfc(f"{document.title}\n\n" if document.title else "")
        texts[name] = head + nfc(document.text)
        golds[document.document_id] = name, Span(len(head), len(texts[name]))
    questions = []
    for query_id, judgement in load_qrels(qrels_path).items():
        best = max(judgement, key=lambda one: judgement[one])
        if judgement[best] <= 0 or query_id not in queries or best not in golds:
            continue
        name, span = golds[best]
        answer = span.of(texts[name])
        questions.append(Question(query_id, queries[query_id], "text", True, name, span, answer, tags=(RETRIEVAL_ONLY,)))
    return Imported(questions, texts)


def from_csv(path: Path, texts: Mapping[str, str]) -> Imported:
    """Columns question, answer, document (a path in the corpus); optional id, type, tags (";" between), start.

    An empty document and answer make an unanswerable question. Without `start` the answer must stand exactly once in its
    document. `texts` maps document paths to texts.
    """
    questions: list[Question] = []
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines)
            missing = {"question", "answer", "document"} - set(reader.fieldnames or ())
            if missing:
                raise EvaluationError(f"{path} line 1: no column {', '.join(sorted(missing))}; name the columns there.")
            for row in reader:
                fields = {key: (value or "").strip() for key, value in row.items() if isinstance(key, str)}
                questions.append(_csv_question(fields, texts, f"{path} line {reader.line_num}", len(questions) + 1))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise EvaluationError(f"Cannot read {path} ({error}): give a CSV file in UTF-8.") from None
    return Imported(questions)


def _csv_question(row: Mapping[str, str], texts: Mapping[str, str], where: str, number: int) -> Question:
    question_id = row.get("id") or f"q{number:04d}"
    tags = tuple(tag.strip() for tag in row.get("tags", "").split(";") if tag.strip())
    answer, document = nfc(row["answer"]), nfc(row["document"])
    if not row["question"]:
        raise EvaluationError(f"{where}: the question is empty.")
    if not answer and not document:
        return Question(question_id, row["question"], "unanswerable", False, tags=tags)
    if document not in texts:
        raise EvaluationError(f'{where}: the corpus has no document "{document}".')
    span = locate_answer(texts[document], answer, row.get("start") or None, where)
    return Question(
        question_id,
        row["question"],
        row.get("type") or guess_type(answer),
        True,
        document,
        span,
        span.of(texts[document]),
        tags=tags,
    )


def locate_answer(text: str, answer: str, start: str | None, where: str) -> Span:
    """The span of `answer` in `text`; any white space may stand between its words."""
    found = answer_spans(text, answer)
    if start is not None:
        found = [span for span in found if str(span.start) == start]
    if len(found) != 1:
        how = (
            "does not stand"
            if not found
            else f"stands {len(found)} times (give one of start={[one.start for one in found]})"
        )
        raise EvaluationError(f'{where}: the answer "{answer}" {how} in its document; copy it from there word for word.')
    return found[0]


def answer_spans(text: str, answer: str) -> list[Span]:
    """Every place where the words of `answer` stand in `text`, never inside a longer word or number."""
    words = answer.split()
    if not words:
        return []
    body = r"\s+".join(map(re.escape, words))
    return [Span(*match.span()) for match in re.finditer(rf"(?<![\w])(?<!\d[.,]){body}(?!\w)(?![.,]\d)", text)]


def guess_type(answer: str) -> str:
    """A first guess for a person to correct: what the characters of the answer show, nothing more."""
    flat = flatten(answer)
    if "%" in flat:
        return "percent"
    if _QUANTITY.match(flat):
        return "money" if "đồng" in flat.lower() else "number"
    return "text"


def _need(record: Mapping[str, Any], key: str, where: str) -> Any:
    try:
        return record[key]
    except (KeyError, TypeError):
        raise EvaluationError(f'{where}: no "{key}".') from None


def _file_name(title: str) -> str:
    return _UNSAFE.sub("_", nfc(title)).strip("._")[:80] or "document"
