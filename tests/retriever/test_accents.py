"""Accents: put back where they lack, left alone where they stand."""

from pathlib import Path

import numpy as np
import pytest

from plans.errors import IndexMismatch
from plans.text import fold, syllables
from retriever.accents import AccentModel

CORPUS = [
    "Năm 2023, tỷ lệ hộ nghèo của thị xã Cai Lậy giảm còn 0,63%.",
    "UBND huyện Thọ Xuân phấn đấu tổng thu ngân sách nhà nước đạt 640 tỷ đồng.",
    "Đồng chí Trần Văn Đoàn là Chủ tịch UBND thị trấn Trung Phước.",
]
MODEL = AccentModel.train(CORPUS)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ty le ho ngheo thi xa Cai Lay nam 2023", "tỷ lệ hộ nghèo thị xã Cai Lậy năm 2023"),
        ("tong thu ngan sach la bao nhieu", "tổng thu ngân sách là bao nhiêu"),
        ("chu tich UBND thi tran Trung Phuoc la ai", "chủ tịch UBND thị trấn Trung Phước là ai"),
        ("so ho ngheo con bao nhieu", "số hộ nghèo còn bao nhiêu"),
        ("TY LE HO NGHEO", "TỶ LỆ HỘ NGHÈO"),
    ],
)
def test_a_bare_question_gets_its_accents(typed: str, meant: str) -> None:
    assert MODEL.restore(typed).text == meant


@pytest.mark.parametrize(
    "question",
    [
        "Tổng thu ngân sách của xã Lê Hồng năm 2016 là bao nhiêu?",
        "Ai là Bí thư Huyện ủy kiêm Chủ tịch UBND huyện Đức Thọ?",
        "Tổng chi cho lao động là bao nhiêu?",
        "Doanh thu du lịch và kim ngạch xuất khẩu",
    ],
)
def test_a_question_typed_with_accents_is_left_as_it_is(question: str) -> None:
    restored = MODEL.restore(question)
    assert restored.text == question
    assert restored.spans == ()


def test_a_half_accented_question_is_completed() -> None:
    assert MODEL.restore("tỷ lệ hộ nghèo cua thi xa Cai Lay nam 2023").text == (
        "tỷ lệ hộ nghèo của thị xã Cai Lậy năm 2023"
    )


def test_only_accents_change() -> None:
    typed = "So ho ngheo (thi xa Cai Lay), nam 2023: con bao nhieu %?"
    assert fold(MODEL.restore(typed).text) == fold(typed)


def test_abbreviations_and_unknown_words_stay() -> None:
    assert MODEL.restore("GRDP va BHYT cua xyzabc").text.split()[0::2] == ["GRDP", "BHYT", "xyzabc"]


def test_the_changed_stretches_are_named() -> None:
    restored = MODEL.restore("tỷ lệ hộ nghèo nam 2023 thi xa Cai Lay")
    assert [span.of(restored.text) for span in restored.spans] == ["năm", "thị", "xã", "Lậy"]


def test_a_document_typed_without_accents_does_not_teach_to_leave_them_out() -> None:
    bare = "ty le ho ngheo cua thi xa Cai Lay giam con bao nhieu trong nam nay " * 20
    assert AccentModel.train([*CORPUS, bare]).restore("ty le ho ngheo").text == "tỷ lệ hộ nghèo"


def test_a_saved_model_restores_alike(tmp_path: Path) -> None:
    MODEL.save(tmp_path / "accents.npz")
    loaded = AccentModel.load(tmp_path / "accents.npz")
    typed = "tong thu ngan sach huyen Tho Xuan"
    assert loaded.restore(typed) == MODEL.restore(typed)
    assert loaded.vocabulary == MODEL.vocabulary


def test_a_model_of_another_format_is_refused(tmp_path: Path) -> None:
    np.savez(tmp_path / "old.npz", head=np.frombuffer(b'{"format": 0}', dtype=np.uint8))
    with pytest.raises(IndexMismatch, match="python -m ingest"):
        AccentModel.load(tmp_path / "old.npz")


@pytest.mark.parametrize("text", ["", "   ", "123", "???", "a" * 5000, "\U0001f600 năm 2023", "\ud800 nam"])
def test_odd_input_is_returned_in_peace(text: str) -> None:
    assert len(syllables(MODEL.restore(text).text)) == len(syllables(text))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tinh den cuoi nam co bao nhieu xa dat chuan", "tính đến cuối năm có bao nhiêu xã đạt chuẩn"),
        ("nua dau nam thu ngan sach duoc bao nhieu ty", "nửa đầu năm thu ngân sách được bao nhiêu tỷ"),
    ],
)
def test_general_words_are_known_without_a_corpus(typed: str, meant: str) -> None:
    assert AccentModel.train([]).restore(typed).text == meant


def test_pruning_leaves_what_was_seen_often() -> None:
    model = AccentModel.train(["hộ nghèo. hộ nghèo. hộ giàu."], background=False)
    pruned = model.pruned(words=2, pairs=2)
    assert pruned.count("nghèo") == 2
    assert pruned.pair_count("hộ", "nghèo") == 2
    assert not pruned.knows("giàu")
    assert pruned.pair_count("hộ", "giàu") == 0


def test_a_corpus_counts_on_top_of_the_general_words() -> None:
    general = AccentModel.train([])
    assert AccentModel.train(["hộ nghèo"]).pair_count("hộ", "nghèo") == general.pair_count("hộ", "nghèo") + 1
