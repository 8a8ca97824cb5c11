"""One answer made of the answers to the parts of a question, each with its own citations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plans.answer import Answer, Citation
from plans.numbers import find_quantities
from plans.text import canonical
from reader.questions.parts import Part

_MARK = re.compile(r"\[(\d+)\]")
_WORD = re.compile(r"[^\W\d_]+")
_LIGHT = frozenset(("tỷ", "lệ", "số", "tổng", "mức", "các", "những", "bao", "nhiêu", "mấy", "là", "có", "đạt", "được"))
_COVERED = 0.5
"""Share of the words that only one part says which an answer has to have, to be one to that part too."""


def covers(answer: Answer, parts: Sequence[Part]) -> bool:
    """Whether an answer to the whole question is one to each of its parts: it holds a figure for each, or is told of what
    all of them ask after ("hộ nghèo và cận nghèo")."""
    if answer.status != "answered":
        return False
    if len(find_quantities(answer.short)) >= len(parts):
        return True
    told = {*_words(" ".join((answer.short, *(one.label for one in answer.indicators))))}
    words = [{*_words(part.words)} for part in parts]
    own = [one - frozenset[str]().union(*words[:at], *words[at + 1 :]) for at, one in enumerate(words)]
    return all(len(one & told) >= max(1.0, _COVERED * len(one)) for one in own)


def joined(parts: Sequence[Part], answers: Sequence[Answer]) -> Answer | None:
    """The answers to the parts as one, with a note on those that have none; None where no part has an answer, or two have
    the same."""
    given = [one for one in answers if one.status == "answered"]
    if not given or len({(one.short, one.citations[0].span) for one in given}) < len(given):
        return None
    citations: list[Citation] = []
    lines = []
    for one in given:
        citations += [citation for citation in one.citations if citation not in citations]
        lines.append(_marked_anew(one, citations))
    missing = [part.words for part, one in zip(parts, answers, strict=True) if one.status != "answered"]
    lacking = (f"Không tìm thấy phần còn lại của câu hỏi: {'; '.join(f'“{one}”' for one in missing)}.",) if missing else ()
    return Answer(
        "answered",
        "; ".join(one.short for one in given),
        "\n".join(lines),
        tuple(citations),
        tuple(indicator for one in given for indicator in one.indicators),
        (*lacking, *dict.fromkeys(note for one in given for note in one.notes)),
        (),
        min(one.confidence for one in given),
    )


def _marked_anew(answer: Answer, citations: Sequence[Citation]) -> str:
    """The text of an answer with its marks, of which "[1]" is its first citation, as they are in `citations`."""
    return _MARK.sub(lambda mark: f"[{citations.index(answer.citations[int(mark[1]) - 1]) + 1}]", answer.text)


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(canonical(text)) if word not in _LIGHT]
