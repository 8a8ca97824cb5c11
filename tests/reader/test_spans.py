"""The span reader: pairs of question and text, what is read of them, and what training teaches."""

from __future__ import annotations

import random

import numpy as np
import pytest
import torch

from plans.document import Passage, Span
from reader.spans import Reading, SpanReader
from reader.spans.groups import read_groups
from reader.spans.network import ADAPTER, RANK, LowRank
from reader.spans.pairs import LONGEST, Pairs
from reader.spans.training import DATA, Prepared, loss_of
from retriever import embedded_model
from retriever.index import default_encoder

TEXT = (
    "Năm 2031, huyện Đông Sa thu ngân sách 412 tỷ đồng, bằng 108% dự toán; tỷ lệ hộ nghèo còn 2,4%. "
    "Ông Trần Văn Mẫu, Chủ tịch UBND huyện, cho biết chợ trung tâm hoãn khởi công vì thiếu vốn."
)


def passage(text: str, start: int = 0) -> Passage:
    return Passage("p", "d", Span(start, start + len(text)), text, context="Huyện Đông Sa")


@pytest.fixture(scope="module")
def pairs() -> Pairs:
    return Pairs(embedded_model.ensure())


@pytest.fixture(scope="module")
def reader() -> SpanReader:
    return SpanReader.load(default_encoder())


@pytest.mark.parametrize("words", ["412 tỷ đồng", "2,4%", "Trần Văn Mẫu", "vì thiếu vốn"])
def test_tokens_lead_back_to_the_words_they_were_made_of(pairs: Pairs, words: str) -> None:
    start = TEXT.index(words)
    pair = pairs.make("Thu ngân sách bao nhiêu?", "Huyện Đông Sa", TEXT)
    first, last = pair.tokens_of(Span(start, start + len(words))) or (0, 0)
    read = Span(pair.spans[first - pair.first].start, pair.spans[last - pair.first].end)
    assert read.of(TEXT) == words


def test_a_long_text_is_cut_and_what_was_cut_off_has_no_tokens(pairs: Pairs) -> None:
    long = TEXT * 20
    pair = pairs.make("Ai?", "", long)
    assert len(pair.ids) == LONGEST
    assert pair.tokens_of(Span(len(long) - 5, len(long))) is None


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Huyện Đông Sa thu được bao nhiêu tiền ngân sách năm 2031?", "412 tỷ đồng"),
        ("Hộ nghèo của Đông Sa năm 2031 chiếm mấy phần trăm?", "2,4%"),
        ("Ai là Chủ tịch UBND huyện Đông Sa?", "Trần Văn Mẫu"),
    ],
)
def test_the_answer_outweighs_the_other_figures_and_names(reader: SpanReader, question: str, answer: str) -> None:
    reading = reader.read(question, [passage(TEXT)])[0]
    others = {"412 tỷ đồng", "2,4%", "Trần Văn Mẫu", "108%"} - {answer}
    scores = {words: reading.score(Span(TEXT.index(words), TEXT.index(words) + len(words))) or 0.0 for words in others}
    right = reading.score(Span(TEXT.index(answer), TEXT.index(answer) + len(answer)))
    assert right is not None
    assert right > max(scores.values())


def test_a_question_that_the_text_does_not_answer_stands_nowhere(reader: SpanReader) -> None:
    asked, other = (
        reader.read(question, [passage(TEXT)])[0].best(1)[0][1]
        for question in (
            "Đông Sa thu ngân sách năm 2031 bao nhiêu?",
            "Sản lượng tôm của tỉnh Cà Mau năm 2019 là bao nhiêu?",
        )
    )
    assert other < asked


def test_scores_are_of_the_document_not_of_the_passage(reader: SpanReader) -> None:
    shifted = reader.read("Hộ nghèo bao nhiêu?", [passage(TEXT, start=100)])[0]
    assert all(100 <= one.start <= one.end <= 100 + len(TEXT) for one in shifted.spans)
    assert shifted.score(Span(0, 50)) is None


def test_passages_of_any_lengths_are_read_in_their_order(reader: SpanReader) -> None:
    texts = [TEXT, "Hộ nghèo còn 2,4%.", TEXT + " " + TEXT, "Không có gì."]
    together = reader.read("Hộ nghèo bao nhiêu?", [passage(one) for one in texts])
    for text, reading in zip(texts, together, strict=True):
        alone = reader.read("Hộ nghèo bao nhiêu?", [passage(text)])[0]
        assert reading.spans == alone.spans
        assert np.abs(reading.begins - alone.begins).mean() < 0.5  # batches differ in arithmetic, not in meaning


def test_nothing_to_read_is_nothing_read(reader: SpanReader) -> None:
    assert reader.read("Hộ nghèo bao nhiêu?", []) == []


def test_a_stretch_that_begins_a_word_late_is_still_found() -> None:
    spans = tuple(Span(at * 4, at * 4 + 3) for at in range(6))
    begins, ends = np.full(6, -5.0, np.float32), np.full(6, -5.0, np.float32)
    begins[1], ends[3] = 4.0, 2.0
    reading = Reading(spans, begins, ends)
    assert reading.best(1) == [(Span(4, 15), 3.0)]
    assert reading.score(Span(8, 15)) == 3.0  # "4.500 tỷ đồng" of "trên 4.500 tỷ đồng"


def test_a_fresh_change_changes_nothing_and_has_few_numbers() -> None:
    layer = torch.nn.Linear(8, 5)
    changed = LowRank(layer).eval()
    inputs = torch.randn(3, 8)
    assert torch.equal(changed(inputs), layer(inputs))
    assert changed.down.shape == (RANK, 8)


def test_the_adapter_is_a_few_megabytes() -> None:
    assert ADAPTER.stat().st_size < 5_000_000


def test_training_groups_hold_the_gold_in_their_first_text_or_nowhere(pairs: Pairs) -> None:
    groups = read_groups(DATA, pairs, random.Random(1))
    assert len(groups) > 3000
    for group in groups:
        assert len(group.texts) >= 1
        if group.answer is not None:
            assert 0 < len(group.answer.of(group.texts[0].words)) == len(group.answer)
    assert any(group.answer is None for group in groups)


def test_the_loss_falls_when_the_gold_is_marked() -> None:
    class One:
        first, last = 2, 6

    prepared = object.__new__(Prepared)
    prepared.pairs, prepared.target = [One()], (3, 4)  # type: ignore[assignment]
    flat = torch.zeros(8, 2)
    marked = flat.clone()
    marked[3, 0] = marked[4, 1] = 6.0
    assert loss_of([marked], prepared) < 0.1 < loss_of([flat], prepared)
    prepared.target = None
    assert loss_of([flat - 6.0], prepared) < 0.1 < loss_of([marked], prepared)
