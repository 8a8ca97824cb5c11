"""Answers computed from records: a real index of a few short plans, records made by the real extraction."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from ingest.indicators import extract
from plans.answer import Answer
from plans.document import Block, Document, DocumentKind, Passage, Span
from plans.indicator import Quantity
from plans.numbers import parse_quantity
from plans.sums import above, difference, ratio, total, within, written
from reader import Assistant
from reader.computed.compute import computed
from reader.questions.question import analyse
from reader.wording.cite import uncited_numbers
from retriever import Index
from retriever.index import default_encoder
from retriever.writer import IndexWriter

PLANS: dict[str, tuple[str, str, DocumentKind, str]] = {
    "thanh-mien": (
        "huyện Thanh Miện",
        "12/KH-UBND",
        "plan",
        "Năm 2023, tỷ lệ hộ nghèo là 1,95%; thu ngân sách nhà nước đạt 180 tỷ đồng.\n\n"
        "Năm 2024, huyện phấn đấu: tỷ lệ hộ nghèo còn 1,5%; thu ngân sách nhà nước 210 tỷ đồng; chi ngân sách địa phương "
        "845,5 tỷ đồng; giải quyết việc làm cho 2.100 lao động, trong đó xuất khẩu 300 lao động; tỷ lệ người dân tham gia "
        "bảo hiểm y tế đạt 95%.\n\n"
        "Diện tích trồng mới cây ăn quả là 40 ha, tăng 12,5% so với năm 2023.",
    ),
    "ninh-giang": (
        "huyện Ninh Giang",
        "15/BC-UBND",
        "report",
        "Năm 2023, tỷ lệ hộ nghèo là 2,4%; thu ngân sách nhà nước đạt 250 tỷ đồng; sản lượng lúa đạt trên 90 nghìn tấn.",
    ),
    "tu-ky-cu": ("huyện Tứ Kỳ", "20/KH-UBND", "plan", "Năm 2024, huyện phấn đấu: tỷ lệ hộ nghèo còn 1,1%."),
    "tu-ky-moi": (
        "huyện Tứ Kỳ",
        "31/KH-UBND",
        "plan",
        "Kế hoạch này thay thế Kế hoạch số 20/KH-UBND.\n\nNăm 2024, huyện phấn đấu: tỷ lệ hộ nghèo còn 0,9%.",
    ),
    "cam-giang-cu": ("huyện Cẩm Giàng", "5/KH-UBND", "plan", "Năm 2024, huyện phấn đấu: tỷ lệ hộ nghèo còn 1,2%."),
    "cam-giang-moi": (
        "huyện Cẩm Giàng",
        "45/KH-UBND",
        "plan",
        "Kế hoạch này thay thế Kế hoạch số 35/KH-UBND.\n\nNăm 2024, huyện phấn đấu: tỷ lệ hộ nghèo còn 0,8%.",
    ),
    "kim-thanh": (
        "huyện Kim Thành",
        "66/BC-UBND",
        "report",
        "Năm 2023, xuất khẩu gạo đạt 64 tấn (kế hoạch 80 tấn); tỷ lệ hộ nghèo còn 1,5% (kế hoạch 1,8%); trồng rừng đạt "
        "120% kế hoạch.",
    ),
    "gia-loc-mot": ("huyện Gia Lộc", "7/KH-UBND", "plan", "Năm 2024, huyện phấn đấu: tỷ lệ hộ nghèo còn 3,1%."),
    "gia-loc-hai": ("huyện Gia Lộc", "8/KH-UBND", "plan", "Năm 2024, huyện phấn đấu: tỷ lệ hộ nghèo còn 2,9%."),
}


def document(name: str) -> Document:
    place, number, kind, text = PLANS[name]
    blocks: list[Block] = []
    start = 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block("paragraph", Span(start, start + len(paragraph))))
        start += len(paragraph) + 2
    return Document(
        name,
        f"{name}.txt",
        f"Kinh tế - xã hội {place}",
        text,
        number=number,
        kind=kind,
        places=(place, "tỉnh Hải Dương"),
        years=(2023 if kind == "report" else 2024,),
        blocks=tuple(blocks),
    )


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder: Path = tmp_path_factory.mktemp("computed")
    encoder = default_encoder()
    with IndexWriter(folder, encoder) as writer:
        for name in PLANS:
            made = document(name)
            whole = Passage(f"{name}:0", name, Span(0, len(made.text)), made.text, context=made.title)
            writer.add(made, [whole], extract(made))
        writer.publish()
    return Index.open(folder, encoder)


def ask(index: Index, question: str) -> Answer | None:
    return computed(analyse(index.understand(question)), index)


def answer(index: Index, question: str) -> Answer:
    found = ask(index, question)
    assert found is not None
    return found


def quantity(text: str) -> Quantity:
    found = parse_quantity(text)
    assert found is not None
    return found


def test_change_between_two_years_is_in_percentage_points_with_both_sources(index: Index) -> None:
    found = answer(index, "Tỷ lệ hộ nghèo của huyện Thanh Miện năm 2024 so với năm 2023 tăng hay giảm bao nhiêu?")
    assert found.short == "giảm 0,45 điểm %"
    assert "1,95% − 1,5% = 0,45 điểm %" in found.text
    assert len(found.citations) == 2
    assert [one.year for one in found.indicators] == [2023, 2024]


def test_question_without_accents_is_computed_too(index: Index) -> None:
    found = answer(index, "ty le ho ngheo huyen thanh mien nam 2024 giam bao nhieu so voi nam 2023")
    assert found.short == "0,45 điểm %"


def test_direction_that_the_question_had_wrong_is_put_right(index: Index) -> None:
    found = answer(index, "Tỷ lệ hộ nghèo của huyện Thanh Miện năm 2024 tăng bao nhiêu so với năm 2023?")
    assert found.short.startswith("giảm")


def test_growth_in_percent_of_an_amount(index: Index) -> None:
    question = "Thu ngân sách nhà nước của huyện Thanh Miện năm 2024 tăng bao nhiêu phần trăm so với năm 2023?"
    assert answer(index, question).short == "16,67%"


@pytest.mark.parametrize(
    "question",
    [
        "Từ năm 2023 đến năm 2024, tỷ lệ hộ nghèo của huyện Thanh Miện giảm bao nhiêu điểm phần trăm?",
        "Năm 2024, tỷ lệ hộ nghèo của Thanh Miện giảm so với năm 2023 là bao nhiêu?",
        "So với năm 2023, tỷ lệ hộ nghèo năm 2024 của huyện Thanh Miện thấp hơn bao nhiêu?",
    ],
)
def test_a_change_may_be_asked_in_many_ways(index: Index, question: str) -> None:
    assert answer(index, question).short == "0,45 điểm %"


def test_what_is_higher_or_lower_is_said_of_the_first_place(index: Index) -> None:
    question = "Tỷ lệ hộ nghèo năm 2023 của huyện Thanh Miện cao hơn hay thấp hơn huyện Ninh Giang?"
    assert answer(index, question).short == "thấp hơn"


def test_which_of_two_places_is_higher(index: Index) -> None:
    found = answer(index, "Năm 2023 tỷ lệ hộ nghèo của huyện Thanh Miện hay huyện Ninh Giang cao hơn?")
    assert found.short == "huyện Ninh Giang"
    assert {one.doc_id for one in found.citations} == {"thanh-mien", "ninh-giang"}


def test_sum_of_amounts_over_places(index: Index) -> None:
    question = "Tổng cộng thu ngân sách nhà nước năm 2023 của huyện Thanh Miện và huyện Ninh Giang là bao nhiêu?"
    assert answer(index, question).short == "430 tỷ đồng"


def test_ratio_of_two_indicators(index: Index) -> None:
    question = "Năm 2024 chi ngân sách địa phương của huyện Thanh Miện gấp mấy lần thu ngân sách nhà nước?"
    found = answer(index, question)
    assert found.short == "4,03 lần"
    assert "≈" in found.text


def test_english_question_gets_an_english_sentence(index: Index) -> None:
    found = answer(index, "What is the difference between the poverty rate of Thanh Miện in 2023 and 2024?")
    assert found.short == "0,45 percentage points"


@pytest.mark.parametrize(
    "question",
    [
        "Tỷ lệ hộ nghèo của huyện Thanh Miện năm 2024 so với năm 2023 giảm bao nhiêu?",
        "Chênh lệch giữa thu ngân sách nhà nước và chi ngân sách địa phương năm 2024 của huyện Thanh Miện?",
        "Năm 2024 chi ngân sách địa phương của huyện Thanh Miện gấp mấy lần thu ngân sách nhà nước?",
    ],
)
def test_every_number_of_the_text_is_cited_or_computed(index: Index, question: str) -> None:
    found = answer(index, question)
    assert uncited_numbers(found.text, list(found.citations), f"{question} {found.short}") == []


def test_quotes_are_verbatim(index: Index) -> None:
    found = answer(index, "Các chỉ tiêu về ngân sách năm 2024 của huyện Thanh Miện gồm những gì?")
    for one in found.citations:
        assert index.document(one.doc_id).text[one.span.start : one.span.end] == one.quote


@pytest.mark.parametrize(
    "question",
    [
        "Tỷ lệ hộ nghèo của huyện Thanh Miện năm 2024 là bao nhiêu?",
        "Tỷ lệ hộ nghèo của huyện Thanh Miện năm 2024 so với năm 2022 giảm bao nhiêu?",
        "Tỷ lệ hộ nghèo năm 2024 của huyện Thanh Miện phấn đấu giảm còn bao nhiêu so với năm 2023?",
        "Thu ngân sách nhà nước và chi ngân sách địa phương của huyện Thanh Miện năm 2024 tăng bao nhiêu?",
        "Bài về các chỉ tiêu năm 2024 của huyện Thanh Miện đăng ngày nào?",
        "Diện tích trồng mới cây ăn quả của huyện Thanh Miện năm 2024 tăng bao nhiêu so với năm 2023?",
        "Tỷ lệ hộ cận nghèo của huyện Thanh Miện năm 2024 so với năm 2023 giảm bao nhiêu?",
        "Năm 2024 tỷ lệ hộ nghèo của huyện Thanh Miện hay huyện Ninh Giang cao hơn?",
        "Tổng cộng tỷ lệ hộ nghèo năm 2023 của huyện Thanh Miện và huyện Ninh Giang là bao nhiêu?",
        "Chênh lệch giữa thu ngân sách nhà nước và tỷ lệ hộ nghèo năm 2024 của huyện Thanh Miện?",
        "Các chỉ tiêu năm 2024 của huyện Thanh Miện có hoàn thành không?",
        "Chỉ tiêu tỷ lệ hộ nghèo năm 2024 của huyện Thanh Miện là gì?",
    ],
)
def test_nothing_is_computed_without_the_records_or_the_question_for_it(index: Index, question: str) -> None:
    assert ask(index, question) is None


def test_sources_that_disagree_are_not_used(index: Index) -> None:
    assert ask(index, "Năm 2024 tỷ lệ hộ nghèo của huyện Thanh Miện hay huyện Gia Lộc cao hơn?") is None


def test_a_source_that_replaces_one_of_a_number_that_ends_alike_settles_nothing(index: Index) -> None:
    assert ask(index, "Chênh lệch tỷ lệ hộ nghèo năm 2024 giữa huyện Thanh Miện và huyện Cẩm Giàng là bao nhiêu?") is None


def test_the_source_that_replaces_the_other_is_used_and_both_are_named(index: Index) -> None:
    found = answer(index, "Chênh lệch tỷ lệ hộ nghèo năm 2024 giữa huyện Thanh Miện và huyện Tứ Kỳ là bao nhiêu?")
    assert found.short == "0,6 điểm %"
    assert any("1,1%" in note and "0,9%" in note for note in found.notes)


def test_list_is_the_verbatim_stretch_of_the_source(index: Index) -> None:
    found = answer(index, "Liệt kê các chỉ tiêu việc làm năm 2024 của huyện Thanh Miện")
    assert found.short == "giải quyết việc làm cho 2.100 lao động, trong đó xuất khẩu 300 lao động"
    assert len(found.citations) == 1
    assert len(found.indicators) == 2


def test_subject_that_no_label_names_is_found_by_meaning(index: Index) -> None:
    found = answer(index, "Các chỉ tiêu y tế và sức khỏe năm 2024 của huyện Thanh Miện")
    assert [one.quantity.raw for one in found.indicators] == ["95%"]


def test_list_keeps_to_the_place_and_year(index: Index) -> None:
    found = answer(index, "Các chỉ tiêu năm 2024 của huyện Thanh Miện")
    assert {one.place for one in found.indicators} == {"huyện Thanh Miện"}
    assert {one.year for one in found.indicators} == {2024}


def test_joined_subject_lends_its_end_to_the_first(index: Index) -> None:
    found = answer(index, "Các chỉ tiêu thu, chi ngân sách năm 2024 của huyện Thanh Miện là gì?")
    assert found.short == "thu ngân sách nhà nước 210 tỷ đồng; chi ngân sách địa phương 845,5 tỷ đồng"


def test_places_where_a_value_is_in_a_range(index: Index) -> None:
    found = answer(index, "Năm 2023 huyện nào có tỷ lệ hộ nghèo trên 2%?")
    assert found.short == "huyện Ninh Giang"


def test_the_place_that_has_the_value_stated(index: Index) -> None:
    found = answer(index, "Nơi nào năm 2024 chi ngân sách địa phương 845,5 tỷ đồng?")
    assert found.short == "huyện Thanh Miện"


def test_a_value_that_none_has_is_of_no_place(index: Index) -> None:
    assert ask(index, "Nơi nào năm 2024 chi ngân sách địa phương 845,7 tỷ đồng?") is None


def test_places_of_another_level_are_no_answer(index: Index) -> None:
    assert ask(index, "Năm 2023 xã nào có tỷ lệ hộ nghèo trên 2%?") is None


def test_difference_is_given_in_the_smaller_scale() -> None:
    assert difference(quantity("1,2 tỷ đồng"), quantity("850 triệu đồng")).result == "350 triệu đồng"


def test_a_bound_decides_only_what_it_implies() -> None:
    assert above(quantity("99,6% trở lên"), quantity("90%"))
    assert not above(quantity("99,6% trở lên"), quantity("99,7%"))
    assert not above(quantity("99,7%"), quantity("99,6% trở lên"))
    assert not above(quantity("gần 12%"), quantity("11,9%"))


def test_range_is_strict_where_its_words_are() -> None:
    assert not within(quantity("2%"), quantity("trên 2%"))
    assert within(quantity("2%"), quantity("2% trở lên"))


def test_shares_are_not_added() -> None:
    assert total([quantity("2%"), quantity("3%")]) is None


def test_nothing_is_divided_by_zero() -> None:
    assert ratio(quantity("5 ha"), quantity("0 ha")) is None


def test_numbers_are_written_as_in_vietnamese() -> None:
    assert written(Decimal("9484.50")) == "9.484,5"
    assert written(Decimal("1E+3")) == "1.000"


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Xuất khẩu gạo năm 2023 của huyện Kim Thành có đạt kế hoạch không?", "Không"),
        ("Tỷ lệ hộ nghèo năm 2023 của huyện Kim Thành đã đạt chỉ tiêu đề ra chưa?", "Có"),
        ("Trồng rừng năm 2023 của huyện Kim Thành có hoàn thành kế hoạch không?", "Có"),
    ],
)
def test_a_plan_is_met_by_what_came_of_it(index: Index, question: str, short: str) -> None:
    assert answer(index, question).short == short


def test_a_plan_without_a_result_is_not_known_to_be_met(index: Index) -> None:
    assert ask(index, "Thu ngân sách nhà nước năm 2024 của huyện Thanh Miện có đạt kế hoạch không?") is None


def test_a_plan_that_was_exceeded_by_some_percent_was_met(assistant_over: Callable[[str], Assistant]) -> None:
    assistant = assistant_over(
        "BÁO CÁO\nKinh tế xã Hòa An năm 2023\n\nThu ngân sách năm 2023 đạt 3.956 tỷ đồng, vượt 2,3% dự toán.\n"
    )
    assert assistant.ask("Năm 2023 thu ngân sách xã Hòa An có vượt dự toán không?").short == "Có"


@pytest.mark.parametrize(("planned", "short"), [("6,0", "Có"), ("7,5", "Không")])
def test_a_change_is_held_against_the_change_that_was_planned(
    assistant_over: Callable[[str], Assistant], planned: str, short: str
) -> None:
    assistant = assistant_over(
        "BÁO CÁO\nGiảm nghèo xã Hòa An năm 2023\n\nTỷ lệ hộ nghèo năm 2023 giảm 6,76 điểm phần trăm (kế hoạch giảm "
        f"{planned} điểm phần trăm).\n"
    )
    assert assistant.ask("Năm 2023 xã Hòa An giảm tỷ lệ hộ nghèo có vượt kế hoạch không?").short == short
