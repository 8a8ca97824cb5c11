"""Documents to passages. Lengths are counted in syllables here; the model's own tokens are counted the same way."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.readers import read
from ingest.split import split
from plans.document import Block, Cell, Document, Passage, Span, Table

ARTICLES = sorted((Path(__file__).resolve().parents[2] / "data" / "articles").glob("*.txt"))


def words(text: str) -> int:
    return len(text.split())


def paragraphs(text: str) -> tuple[Block, ...]:
    return tuple(Block("paragraph", Span(*match.span())) for match in re.finditer(r"[^\n]+", text))


def made(text: str, **fields: object) -> Document:
    return Document("d", "d.txt", "Kế hoạch năm 2024", text, **{"blocks": paragraphs(text), **fields})  # type: ignore[arg-type]


def cut(text: str, size: int) -> list[Passage]:
    return split(made(text), words, size)


@pytest.mark.parametrize("file", ARTICLES, ids=lambda file: file.stem)
def test_a_passage_is_its_stretch_of_the_article(file: Path) -> None:
    document = read(file, file.parent)
    for passage in split(document, words):
        assert document.text[passage.span.start : passage.span.end] == passage.text


@pytest.mark.parametrize("file", ARTICLES, ids=lambda file: file.stem)
def test_every_syllable_of_the_content_is_in_one_passage(file: Path) -> None:
    document = read(file, file.parent)
    passages = split(document, words)
    for block in document.blocks:
        if block.kind == "furniture":
            assert not any(passage.span.overlaps(block.span) for passage in passages)
            continue
        for at in range(block.span.start, block.span.end):
            if document.text[at].isalnum():
                assert sum(one.span.start <= at < one.span.end for one in passages) == 1


@given(st.text(alphabet="aữ 1.,;%\n|-", max_size=300), st.integers(1, 20))
def test_no_text_is_lost_or_doubled(text: str, size: int) -> None:
    covered = "".join(passage.text for passage in cut(text, size))
    assert [c for c in covered if c.isalnum()] == [c for c in text if c.isalnum()]


@given(
    st.lists(st.sampled_from(["tăng", "9.484", "tỷ", "đồng;", "0,63%", "ngày", "21/4/2017.", "TX.", "Cai"]), max_size=60)
)
def test_a_number_is_never_cut_and_keeps_its_neighbours(parts: list[str]) -> None:
    text = " ".join(parts)
    for passage in cut(text, 6):
        before, after = text[: passage.span.start].rstrip()[-1:], text[passage.span.end :].lstrip()[:1]
        assert not (before.isdigit() and passage.text[0].isdigit())
        assert not (passage.text[-1].isdigit() and after.isdigit())


def test_an_abbreviation_does_not_end_a_sentence() -> None:
    text = "Thu ngân sách của TX. Cai Lậy đạt kế hoạch. Chi ngân sách tăng nhẹ so cùng kỳ."
    assert [passage.text for passage in cut(text, 10)] == [
        "Thu ngân sách của TX. Cai Lậy đạt kế hoạch.",
        "Chi ngân sách tăng nhẹ so cùng kỳ.",
    ]


def test_a_list_of_indicators_is_cut_between_them_and_keeps_its_opening() -> None:
    text = (
        "Chỉ tiêu năm 2024: thu ngân sách 186 tỷ đồng; hộ nghèo còn 0,63%; kết nạp 60 đảng viên mới; bảo hiểm y tế 97,5%."
    )
    passages = cut(text, 12)
    assert len(passages) > 1
    assert all(passage.text.endswith((";", ".")) for passage in passages)
    assert all("Chỉ tiêu năm 2024:" in passage.context for passage in passages[1:])


def test_small_paragraphs_share_a_passage_but_not_across_a_heading() -> None:
    text = "Một câu.\nHai câu.\nPHẦN HAI\nBa câu."
    blocks = list(paragraphs(text))
    blocks[2] = Block("heading", blocks[2].span, 1)
    passages = split(made(text, blocks=tuple(blocks)), words, 50)
    assert [passage.text for passage in passages] == ["Một câu.\nHai câu.", "PHẦN HAI\nBa câu."]


def test_a_passage_knows_the_headings_over_it() -> None:
    text = "I. CHỈ TIÊU\n1. Kinh tế\n" + "Tăng trưởng đạt khá. " * 10 + "\nII. TỔ CHỨC\nCác sở thực hiện."
    blocks = list(paragraphs(text))
    for at, level in ((0, 1), (1, 2), (3, 1)):
        blocks[at] = Block("heading", blocks[at].span, level)
    passages = split(made(text, blocks=tuple(blocks)), words, 20)
    assert passages[0].text.startswith("I. CHỈ TIÊU\n1. Kinh tế")
    assert passages[1].headings == ("I. CHỈ TIÊU", "1. Kinh tế")
    assert passages[-1].headings == ()
    assert passages[-1].text.startswith("II. TỔ CHỨC")


def test_a_table_is_cut_between_rows_with_its_header_in_front() -> None:
    rows = ["| Chỉ tiêu | Năm 2026 |", *(f"| Giường bệnh {n} | 7.0{n} |" for n in range(10, 40))]
    text = "\n".join(rows)
    cells = [
        Cell(Span(match.start(1), match.end(1)), row, column)
        for row, start in enumerate(i for i in range(len(text)) if i == 0 or text[i - 1] == "\n")
        for column, match in enumerate(re.compile(r"\| ([^|\n]+?) (?=\|)").finditer(text, start, start + len(rows[row])))
    ]
    span = Span(0, len(text))
    table = Table(span, tuple(cells), 1, None, "triệu đồng")
    passages = split(made(text, blocks=(Block("table", span),), tables=(table,)), words, 40)
    assert len(passages) > 2
    assert all("Năm 2026" in passage.context and "triệu đồng" in passage.context for passage in passages[1:])
    assert all(re.match(r"(Chỉ tiêu|Giường bệnh)", passage.text) for passage in passages)
    assert sum(passage.text.count("Giường bệnh") for passage in passages) == 30


def test_furniture_is_never_in_a_passage() -> None:
    text = "Câu một.\nTrang chủ Tin tức\nCâu hai."
    blocks = list(paragraphs(text))
    blocks[1] = Block("furniture", blocks[1].span)
    assert [one.text for one in split(made(text, blocks=tuple(blocks)), words, 99)] == ["Câu một.", "Câu hai."]


def test_a_run_without_any_place_to_cut_is_still_cut() -> None:
    passages = cut("a" * 20_000, 50)
    assert max(len(passage.text) for passage in passages) <= 20_000
    assert "".join(passage.text for passage in passages) == "a" * 20_000
