from pathlib import Path

import pytest

from evals.new import DRAFT, add, append, drafts
from evals.questions import check_questions, load_questions
from evals.texts import corpus_texts
from plans.errors import EvaluationError

TEXT = """Huyện Tam Nông triển khai nhiệm vụ năm 2025

Theo kế hoạch năm 2025, tỷ lệ hộ nghèo của huyện Tam Nông giảm còn 1,2%. Thu ngân sách nhà nước đạt 110 tỷ đồng.

Ông Nguyễn Văn An ký kế hoạch. Ông Nguyễn Văn An cũng chủ trì hội nghị.
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path / "corpus"


def test_drafts_are_checked_questions_over_the_indicators(corpus: Path) -> None:
    made = drafts(corpus, None, 10)
    assert check_questions(made, corpus_texts(corpus)) == []
    assert any("1,2%" in one.answer for one in made)
    assert all(one.tags == (DRAFT,) and one.question.endswith("?") for one in made)


def test_drafts_stop_at_the_limit(corpus: Path) -> None:
    assert len(drafts(corpus, "a.txt", 1)) == 1


def test_an_added_question_has_its_span(corpus: Path, tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    made = add(path, corpus, "a.txt", "Tỷ lệ hộ nghèo?", "1,2%")
    assert load_questions(path) == [made]
    assert check_questions([made], corpus_texts(corpus)) == []
    add(path, corpus, None, "Ai phê duyệt?", "")
    assert [one.answerable for one in load_questions(path)] == [True, False]


@pytest.mark.parametrize(
    ("document", "answer", "message"),
    [
        ("a.txt", "9%", "does not stand"),
        ("a.txt", "Nguyễn Văn An", "stands 2 times"),
        ("b.txt", "1,2%", "no document"),
        (None, "1,2%", "add --document"),
    ],
)
def test_an_answer_that_cannot_be_placed_is_refused(
    corpus: Path, tmp_path: Path, document: str | None, answer: str, message: str
) -> None:
    with pytest.raises(EvaluationError, match=message):
        add(tmp_path / "mine.jsonl", corpus, document, "Bao nhiêu?", answer)
    assert not (tmp_path / "mine.jsonl").exists()


def test_a_question_that_is_asked_already_is_refused(corpus: Path, tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    append(path, drafts(corpus, None, 2))
    with pytest.raises(EvaluationError, match="asks this already"):
        append(path, drafts(corpus, None, 2))
