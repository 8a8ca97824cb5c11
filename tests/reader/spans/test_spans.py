"""The span reader: pairs of question and text, what is read of them, and what training teaches."""

from __future__ import annotations

import json
import random
from pathlib import Path

import numpy as np
import pytest
import torch

from ingest import pipeline
from plans.document import Passage, Span
from plans.text import fold
from reader.spans import Reading, SpanReader
from reader.spans.groups import Drawn, read_groups
from reader.spans.network import ADAPTER, RANK, SCALE, Change
from reader.spans.pairs import LONGEST, Pairs
from reader.spans.questions import DATA, read_written
from reader.spans.reading import LONGEST as LONGEST_ANSWER
from reader.spans.training import Prepared, loss_of
from retriever import Index, embedded_model
from retriever.index import default_encoder
from scripts import training_corpus

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
        assert np.allclose(reading.begins, alone.begins, atol=1e-3)  # whatever else is read beside it
        assert np.allclose(reading.ends, alone.ends, atol=1e-3)


def test_nothing_to_read_is_nothing_read(reader: SpanReader) -> None:
    assert reader.read("Hộ nghèo bao nhiêu?", []) == []


def test_a_stretch_that_begins_a_word_late_is_still_found() -> None:
    spans = tuple(Span(at * 4, at * 4 + 3) for at in range(6))
    begins, ends = np.full(6, -5.0, np.float32), np.full(6, -5.0, np.float32)
    begins[1], ends[3] = 4.0, 2.0
    reading = Reading(spans, begins, ends)
    assert reading.best(1) == [(Span(4, 15), 3.0)]
    assert reading.score(Span(8, 15)) == 3.0  # "4.500 tỷ đồng" of "trên 4.500 tỷ đồng"


def test_the_likeliest_stretches_come_first_and_none_ends_before_it_begins_or_is_too_long() -> None:
    chance = np.random.default_rng(7)
    tokens = LONGEST_ANSWER * 3
    spans = tuple(Span(at, at + 1) for at in range(tokens))
    begins, ends = (chance.normal(size=tokens).astype(np.float32) for _ in range(2))
    possible = [
        (Span(first, last + 1), float(begins[first] + ends[last]) / 2)
        for first in range(tokens)
        for last in range(first, min(tokens, first + LONGEST_ANSWER))
    ]
    found = Reading(spans, begins, ends).best(5)
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)
    assert found[0][0] == max(possible, key=lambda one: one[1])[0]
    assert {span for span, _ in found} <= {span for span, _ in possible}


def test_no_stretch_begins_behind_its_end_and_nothing_read_has_none() -> None:
    begins, ends = np.array([0, 9], np.float32), np.array([9, 0], np.float32)
    assert Reading((), begins[:0], ends[:0]).best(3) == []
    spans = (Span(0, 1), Span(2, 3))
    assert {span for span, _ in Reading(spans, begins, ends).best(9)} == {Span(0, 1), Span(0, 3), Span(2, 3)}


def test_a_fresh_change_changes_nothing_and_has_few_numbers() -> None:
    layer = torch.nn.Linear(8, 5)
    before = layer.weight.detach().clone()
    change = Change("made", layer)
    change.apply()
    assert torch.equal(layer.weight, before)
    assert change.down.shape == (RANK, 8)


def test_the_gradients_of_a_change_are_those_of_the_weight_it_makes() -> None:
    change = Change("made", torch.nn.Linear(8, 5))
    torch.nn.init.normal_(change.up)
    inputs, wanted = torch.randn(3, 8), torch.randn(3, 5)
    made = torch.nn.Parameter((change.layer.weight + SCALE * change.up @ change.down).detach())
    (of_weight,) = torch.autograd.grad((inputs @ made.T * wanted).sum(), [made])
    whole = (inputs @ (change.layer.weight.detach() + SCALE * change.up @ change.down).T * wanted).sum()
    expected = torch.autograd.grad(whole, [change.up, change.down])
    for one, other in zip(change.gradients(of_weight), expected, strict=True):
        assert torch.allclose(one, other, atol=1e-4)


def test_the_adapter_is_a_few_megabytes() -> None:
    assert ADAPTER.stat().st_size < 6_000_000


def write(folder: Path, share: str, *records: dict[str, object]) -> None:
    file = folder / share / "made.jsonl"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in records) + "\n", "utf-8")


def record(district: str, income: int, *more: list[str]) -> dict[str, object]:
    """A document of a training file; the same words for every district but for a figure."""
    text = f"Năm 2031 huyện {district} thu ngân sách {income} tỷ đồng. Hộ nghèo giảm còn {income % 7},5%."
    asked = [f"Thu ngân sách của {district} năm 2031?", f"{income} tỷ đồng", "money"]
    return {"title": f"Huyện {district}", "text": text, "qa": [asked, *more]}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Index]:
    """Three documents to learn from and one held out, and an index of them."""
    folder = tmp_path_factory.mktemp("training")
    none = ["Hộ cận nghèo của huyện Đông Sa?", "", "none"]
    write(folder / "data", ".", record("Đông Sa", 412, none), record("Tây Sa", 377), record("Nam Sa", 290))
    write(folder / "data", "held_out", record("Bắc Sa", 155))
    training_corpus.main(folder, folder / "data")
    pipeline.mirror([folder / "corpus"], folder / "index", default_encoder())
    return folder, Index.open(folder / "index")


def test_a_group_holds_its_gold_in_its_first_passage_or_nowhere(written: tuple[Path, Index]) -> None:
    folder, index = written
    seen = []
    for seed in range(6):
        for group in read_groups(folder / "data", index, random.Random(seed), threads=1):
            assert group.passages
            seen.append(group)
            if group.answer is not None:
                assert group.answer.of(group.passages[0].text).endswith("tỷ đồng")
                assert not any(group.answer.of(group.passages[0].text) in one.text for one in group.passages[1:])
    unanswered = [group for group in seen if "cận nghèo" in group.question or "can ngheo" in group.question]
    assert unanswered
    assert all(group.answer is None for group in unanswered)
    assert {len(group.passages) for group in seen} > {1, 2}
    assert any(group.answer is None and "thu ngan sach" in fold(group.question) for group in seen)


def test_held_out_documents_are_told_apart_and_asked_as_an_evaluation_set(written: tuple[Path, Index]) -> None:
    folder, index = written
    shares = [group.share for group in read_groups(folder / "data", index, random.Random(1), threads=1)]
    assert {"train", "held_out"} == set(shares)
    lines = [json.loads(line) for line in (folder / "questions.jsonl").read_text("utf-8").splitlines()]
    assert [one["question"] for one in lines] == ["Thu ngân sách của Bắc Sa năm 2031?"]
    text = (folder / "corpus" / lines[0]["document"]).read_text("utf-8")
    assert text[lines[0]["start"] : lines[0]["end"]] == lines[0]["answer"] == "155 tỷ đồng"


def test_a_follow_up_is_read_as_it_is_completed(tmp_path: Path) -> None:
    follow = [["Thu ngân sách huyện Đông Sa năm 2031?", "Hộ nghèo thì sao?"], "giảm còn 6,5%", "percent"]
    write(tmp_path / "data", ".", record("Đông Sa", 412, follow))  # type: ignore[arg-type]
    training_corpus.main(tmp_path, tmp_path / "data")
    pipeline.mirror([tmp_path / "corpus"], tmp_path / "index", default_encoder())
    groups = list(read_groups(tmp_path / "data", Index.open(tmp_path / "index"), random.Random(1), threads=1))
    assert any("ho ngheo" in fold(one.question) and "dong sa nam 2031" in fold(one.question) for one in groups)


def test_a_follow_up_keeps_its_history_in_an_evaluation_set(tmp_path: Path) -> None:
    follow = [["Thu ngân sách?", "Hộ nghèo thì sao?"], "giảm còn 6,5%", "percent"]
    write(tmp_path / "data", "held_out", record("Đông Sa", 412, follow))  # type: ignore[arg-type]
    training_corpus.main(tmp_path, tmp_path / "data")
    last = json.loads((tmp_path / "questions.jsonl").read_text("utf-8").splitlines()[-1])
    assert last["history"] == ["Thu ngân sách?"]
    assert last["question"] == "Hộ nghèo thì sao?"


def test_a_share_of_the_files_that_are_not_drawn_whole_is_learned_from(written: tuple[Path, Index]) -> None:
    folder, index = written

    def shares(drawn: Drawn) -> set[str]:
        return {one.share for one in read_groups(folder / "data", index, random.Random(1), threads=1, drawn=drawn)}

    assert shares(Drawn(short=0.0)) == {"held_out"}
    assert shares(Drawn(long=0.0)) == {"train", "held_out"}
    assert shares(Drawn(short=0.0, whole=frozenset({"made"}))) == {"train", "held_out"}


def test_an_answer_that_is_not_in_its_document_is_refused(tmp_path: Path) -> None:
    write(tmp_path, ".", record("Đông Sa", 412, ["Hộ nghèo?", "9,9%", "percent"]))
    with pytest.raises(ValueError, match="9,9%"):
        list(read_written(tmp_path))


def test_what_the_training_files_hold_is_in_their_documents() -> None:
    answered = [asked for one in read_written(DATA) for asked in one.asked if asked.answer is not None]
    silent = [asked for one in read_written(DATA) for asked in one.asked if asked.answer is None]
    assert len(answered) > 7000
    assert len(silent) > 1000


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
