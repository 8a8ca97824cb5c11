"""How an answer is worded."""

from decimal import Decimal

import pytest

from plans.answer import Citation
from plans.document import Document, Passage, Span
from plans.indicator import Indicator, Quantity
from reader.evidence.candidates import Candidate, Level
from reader.evidence.units import Unit, UnitKind
from reader.questions.question import analyse
from reader.wording.answer_text import answer_text, lower_first, short_answer, value_phrase
from reader.wording.cite import uncited_numbers
from retriever.query import understand


@pytest.mark.parametrize(
    ("label", "inside"),
    [
        ("Tỷ lệ hộ nghèo", "tỷ lệ hộ nghèo"),
        ("Y tế", "y tế"),
        ("Ước thu", "ước thu"),
        ("GRDP bình quân", "GRDP bình quân"),
        ("diện tích", "diện tích"),
        ("", ""),
        ("Cẩm Sơn: số hộ nghèo", "Cẩm Sơn: số hộ nghèo"),
        ("Xã Cẩm Sơn: số hộ nghèo", "xã Cẩm Sơn: số hộ nghèo"),
        ("Thu NSNN", "thu NSNN"),
    ],
)
def test_abbreviations_and_names_keep_their_capitals_inside_a_sentence(label: str, inside: str) -> None:
    assert lower_first(label) == inside


def made(text: str, short: str, kind: UnitKind, quantity: Quantity | None = None, number: str | None = None) -> Candidate:
    """A candidate over `short` in a document of one unit."""
    whole = Span(0, len(text))
    document = Document("d", "d.txt", "Kế hoạch trồng rau", text, number=number)
    unit = Unit(document, Passage("d:0", "d", whole, text), whole, kind)
    start = text.rindex(short)
    levels = (Level(text),) * 5
    record = None
    if quantity is not None:
        record = Indicator("Chi trồng rau", quantity, Citation.of(document, whole), "xã Mộc", 2031, None, "target")
    return Candidate(
        "quantity" if quantity else "code", unit, Span(start, start + len(short)), whole, levels, quantity, record
    )


@pytest.mark.parametrize(
    ("raw", "value", "unit", "phrase"),
    [
        ("6.240", "6240000000", "đồng", "6.240 triệu đồng"),
        ("6240", "6240000000", "đồng", "6240 triệu đồng"),
        ("6,24", "6240000000", "đồng", "6,24 tỷ đồng"),
        ("71,5", "71500", "người", "71,5 nghìn người"),
        ("71,500", "71500", "người", "71,500 người"),
        ("71", "71", "hộ", "71 hộ"),
        ("7,1", "7.1", "%", "7,1%"),
        ("-7,1", "-7.1", "%", "-7,1%"),
        ("52", "52000000", "đồng/người/năm", "52 triệu đồng/người/năm"),
        ("5,2 tỷ đồng", "5200000000", "đồng", "5,2 tỷ đồng"),
        ("37", "7000", "đồng", "37"),  # no scale makes them fit
    ],
)
def test_a_cell_has_the_unit_that_its_number_is_in(raw: str, value: str, unit: str, phrase: str) -> None:
    candidate = made(f"Chi trồng rau | {raw}", raw, "row", Quantity(Decimal(value), unit, raw))
    assert value_phrase(candidate, raw) == phrase
    text = answer_text(analyse(understand("Chi trồng rau năm 2031?")), candidate, raw)
    assert text.endswith(f": {phrase} [1].")
    assert not uncited_numbers(text, [Citation.of(candidate.unit.document, candidate.clause)], "2031")


@pytest.mark.parametrize(
    ("question", "raw", "value", "short"),
    [
        ("Chi trồng rau năm 2031 là bao nhiêu?", "6240", "6240000000", "6240 triệu đồng"),
        ("Chi trồng rau năm 2031 là bao nhiêu triệu đồng?", "6240", "6240000000", "6240"),
        ("Chi trồng rau năm 2031 là bao nhiêu?", "6240", "6240", "6240"),
    ],
)
def test_a_scaled_cell_is_answered_with_its_unit_unless_the_question_has_it(
    question: str, raw: str, value: str, short: str
) -> None:
    candidate = made(f"Chi trồng rau | {raw}", raw, "row", Quantity(Decimal(value), "đồng", raw))
    assert short_answer(analyse(understand(question)), candidate) == short


@pytest.mark.parametrize(
    ("text", "short", "phrase"),
    [
        ("Hộ nghèo giảm xuống còn 4,5%", "4,5%", "giảm xuống còn 4,5%"),
        ("Thu ngân sách ước đạt khoảng 7 tỷ đồng", "7 tỷ đồng", "ước đạt khoảng 7 tỷ đồng"),
        ("Giá trị tăng so với cùng kỳ 8%", "8%", "tăng so với cùng kỳ 8%"),
        ("Phấn đấu đạt 81% (năm 2029 là 66,6%)", "66,6%", "66,6%"),
        ("Phấn đấu đạt 81% (trước đây 66,6%)", "66,6%", "66,6%"),
        ("Thu ngân sách trên địa bàn 44 tỷ", "44 tỷ", "44 tỷ"),
        ("Trường đạt chuẩn quốc gia 5%", "5%", "5%"),
        ("Nhà máy lẻ 5%", "5%", "5%"),
    ],
)
def test_the_verb_stands_right_before_the_value(text: str, short: str, phrase: str) -> None:
    assert value_phrase(made(text, short, "sentence"), short) == phrase


@pytest.mark.parametrize(
    ("number", "text"),
    [("81/KH-UBND", "Kế hoạch trồng rau: 81/KH-UBND [1]."), ("82/KH-UBND", "82/KH-UBND: 81/KH-UBND [1].")],
)
def test_an_answer_does_not_name_itself_as_its_place(number: str, text: str) -> None:
    candidate = made("Số: 81/KH-UBND", "81/KH-UBND", "head", number=number)
    assert answer_text(analyse(understand("Số kế hoạch trồng rau?")), candidate, "81/KH-UBND") == text
