"""A question read whole: place, year, kind, accents, abbreviations, English."""

from datetime import date

import pytest

from plans.place import Gazetteer
from retriever.accents import AccentModel
from retriever.query import Query, understand
from retriever.spelling import Speller

MODEL = AccentModel.train(
    [
        "Năm 2023, tỷ lệ hộ nghèo của thị xã Cai Lậy giảm còn 0,63%; dân số phường Quy Nhơn Đông là 47.067 người.",
        "UBND huyện Thọ Xuân phấn đấu tổng thu ngân sách nhà nước đạt 640 tỷ đồng.",
    ]
)
SPELLER = Speller(MODEL)


def read(question: str) -> Query:
    return understand(question, language_model=MODEL, speller=SPELLER, today=date(2024, 3, 1))


def test_a_question_without_accents_is_read_like_one_with_them() -> None:
    bare, accented = read("ty le ho ngheo thi xa Cai Lay nam 2023"), read("tỷ lệ hộ nghèo thị xã Cai Lậy năm 2023")
    assert bare.text == accented.text
    assert bare.restored
    assert not accented.restored
    assert [one.name for one in bare.places] == [one.name for one in accented.places] == ["thị xã Cai Lậy"]
    assert bare.years == accented.years == (2023,)


def test_a_question_in_lower_case_gets_its_names() -> None:
    query = read("dan so phuong quy nhon dong")
    assert query.text == "dân số phường Quy Nhơn Đông"
    assert query.places[0].span.of(query.text) == "phường Quy Nhơn Đông"


def test_a_long_name_of_the_corpus_gets_its_own_accents_without_its_level() -> None:
    model = AccentModel.train(["Huyện Gò Công Đông ứng phó hạn mặn.", "hội đồng, công đồng, đồng lúa và đồng ruộng"] * 3)
    query = understand("go cong dong thieu nuoc", language_model=model, speller=Speller(model))
    assert [one.name for one in query.places] == ["Gò Công Đông"]


def test_spans_of_places_point_into_the_searched_text() -> None:
    query = read("tong thu ngan sach huyen Tho Xuan la bao nhieu")
    assert [one.span.of(query.text) for one in query.places] == ["huyện Thọ Xuân"]


def test_slips_and_left_overs_are_repaired() -> None:
    assert read("tyr leej hooj ngheof thị xã Cai Lậy").text == "tỷ lệ hộ nghèo thị xã Cai Lậy"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nam 2023 tx cai lay vuot may chi tieu", "năm 2023 tx Cai Lậy vượt mấy chỉ tiêu"),
        ("ong Hai la bi thu xa dung khong", "ông Hai là bí thư xã đúng không"),
    ],
)
def test_a_level_in_short_is_no_slip_and_a_question_ends_as_questions_do(typed: str, meant: str) -> None:
    assert read(typed).text == meant


def test_a_document_number_is_no_year_and_no_kind() -> None:
    query = read("Ai ký Kế hoạch số 63/2025/KH-UBND của UBND tỉnh Cà Mau?")
    assert query.document_numbers == ("63/2025/KH-UBND",)
    assert query.years == ()
    assert query.kind is None


def test_a_document_number_is_never_repaired() -> None:
    assert "159/KH-UBND" in read("ke hoach 159/KH-UBND ban hanh ngay nao").text


def test_abbreviations_are_searched_in_both_forms() -> None:
    query = read("Tỷ lệ tham gia BHYT của TX. Cai Lậy")
    assert "bảo hiểm y tế" in query.expansions
    assert "bảo hiểm y tế" in query.spelled_out
    assert query.text == "Tỷ lệ tham gia BHYT của TX. Cai Lậy"
    assert [one.name for one in query.places] == ["thị xã Cai Lậy"]


def test_an_english_question_brings_vietnamese_words() -> None:
    query = read("What is the poverty rate of Tho Xuan district in 2023?")
    assert query.language == "en"
    assert query.years == (2023,)
    assert "tỷ lệ hộ nghèo" in query.expansions
    assert [one.name for one in query.places] == ["huyện Thọ Xuân"]
    assert "huyện Thọ Xuân" in query.expansions


def test_a_commune_made_in_2025_brings_the_names_of_the_old_ones() -> None:
    assert "xã Mỹ Đông" in read("Dân số xã Mỹ Quí là bao nhiêu?").expansions or read("xã Nông Sơn").expansions


def test_relative_years_count_from_today() -> None:
    assert read("Thu ngân sách năm ngoái là bao nhiêu?").years == (2023,)


@pytest.mark.parametrize("name", ["place", "year", "kind", "text"])
def test_each_understood_part_can_be_dropped(name: str) -> None:
    query = read("chi tieu ho ngheo thi xa Cai Lay nam 2023")
    part = next(one for one in query.parts() if one[0] == name)
    without = query.without(*part)
    assert part not in without.parts()
    assert without.dropped == (part,)


def test_without_a_model_only_names_of_places_are_written_out() -> None:
    query = understand("ty le ho ngheo xa que long")
    assert query.text == "ty le ho ngheo xã Quế Long"
    assert [one.name for one in query.places] == ["xã Quế Long"]


@pytest.mark.parametrize("question", ["", "   ", "?!", "1" * 3000, "năm " * 2000, "\U0001f600", "<script>", "x\u0000y"])
def test_odd_questions_are_read_in_peace(question: str) -> None:
    assert read(question).kind is None


def test_the_kind_is_read_from_abbreviations_too() -> None:
    assert understand("KH 2025 thu ngân sách là bao nhiêu?").kind == "target"
    assert understand("Kế hoạch số 159/KH-UBND ban hành ngày nào?").kind is None


def test_taking_back_the_restored_accents_keeps_the_place_as_it_was_typed() -> None:
    typed = understand("ty le ho ngheo huyen cai lay nam 2024")
    assert [one.name for one in typed.without("text", typed.text).places] == [one.name for one in typed.places]


def test_a_place_that_only_explains_another_is_not_asked_about() -> None:
    asked = read("Năm 2024 tỉnh Hà Giang (nay đã nhập vào Tuyên Quang) có bao nhiêu xã nông thôn mới?")
    assert [one.name for one in asked.places] == ["tỉnh Hà Giang"]


@pytest.mark.parametrize(
    "question",
    [
        "Hộ nghèo của thị xã Cai Lậy, không phải huyện Cai Lậy, là bao nhiêu?",
        "Phương châm của thị xã Cai Lậy, đừng nhầm với huyện Thọ Xuân",
        "Chỉ tiêu của thị xã Cai Lậy (không lấy của huyện Thọ Xuân) năm 2024",
    ],
)
def test_a_place_that_is_denied_is_not_asked_about(question: str) -> None:
    assert [one.name for one in understand(question).places] == ["thị xã Cai Lậy"]


def test_what_a_place_was_made_from_is_not_asked_about_in_parentheses() -> None:
    asked = read("Tỉnh Vĩnh Long (sáp nhập từ Bến Tre và Trà Vinh) có bao nhiêu xã?")
    assert [one.name for one in asked.places] == ["tỉnh Vĩnh Long"]


def test_what_a_place_was_merged_with_is_not_asked_about() -> None:
    asked = read("Sau khi nhập Bến Tre, Trà Vinh, trung tâm hành chính tỉnh Vĩnh Long đặt ở đâu?")
    assert [one.name for one in asked.places] == ["tỉnh Vĩnh Long"]
    assert [one.name for one in read("Sau khi sáp nhập, tỉnh Vĩnh Long có bao nhiêu xã?").places] == ["tỉnh Vĩnh Long"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("thu ngân sách có vượt ko?", "thu ngân sách có vượt không?"),
        ("hộ nghèo còn bn phần trăm", "hộ nghèo còn bao nhiêu phần trăm"),
    ],
)
def test_words_shortened_as_in_messages_are_written_out(typed: str, meant: str) -> None:
    assert read(typed).text == meant


def test_capitals_and_parts_of_numbers_are_no_shortened_words() -> None:
    assert "BN" in read("tỉnh BN có bao nhiêu xã").text
    assert "12/ng-x" in read("số 12/ng-x").text


@pytest.mark.parametrize(
    ("typed", "begins"),
    [
        ("The huyen Tho Xuan thi sao", "Thế huyện"),
        ("Neu cac chi tieu nam 2023", "Nêu "),
        ("neu ho ngheo giam thi sao", "nếu "),
        ("neu cac chi tieu cua thi xa Cai Lay", "nêu "),
        ("thi xa Cai Lay nam 2023", "thị xã"),
    ],
)
def test_a_question_begins_as_questions_do(typed: str, begins: str) -> None:
    model = AccentModel.train(
        ["Nếu hộ nghèo giảm thì tốt. Năm 2023 các chỉ tiêu của thị xã Cai Lậy, huyện Thọ Xuân. Thể lệ."] * 2
    )
    query = understand(typed, language_model=model, speller=Speller(model))
    assert query.text.startswith(begins)


def test_a_place_typed_without_accents_is_one_that_lies_in_what_is_named_with_it() -> None:
    query = read("xa Bach Dang, huyen Hoa An, tinh Cao Bang co bao nhieu ho ngheo")
    gazetteer = Gazetteer.load()
    inside = gazetteer.narrow(query.places[0].candidates, gazetteer.resolve("tỉnh Cao Bằng"))[0]
    assert inside == query.places[0].candidates


@pytest.mark.parametrize(
    ("typed", "place"), [("ha nam 2032 co bao nhieu xa", "Hà Nam"), ("thu ngan sach hai nam 2031 va 2032", "")]
)
def test_a_province_before_a_year_is_no_word_for_years(typed: str, place: str) -> None:
    assert "".join(one.name for one in read(typed).places) == place


def test_a_lake_called_after_a_place_is_no_place() -> None:
    assert [one.name for one in understand("Hồ Dầu Tiếng ở tỉnh Tây Ninh rộng bao nhiêu?").places] == ["tỉnh Tây Ninh"]
    assert [one.name for one in understand("Huyện Dầu Tiếng rộng bao nhiêu?").places] == ["huyện Dầu Tiếng"]


def test_a_place_of_the_documents_is_found_in_lower_case_and_without_its_level() -> None:
    known = understand("an hữu hiện có mấy hộ nghèo", familiar=frozenset({"an huu"}))
    assert [one.name for one in known.places] == ["An Hữu"]
    assert understand("an hữu hiện có mấy hộ nghèo").places == ()


def test_words_before_an_abbreviation_are_read_like_those_before_what_it_stands_for() -> None:
    model = AccentModel.train(["Nợ xây dựng cơ bản còn 4 tỷ đồng.", "Nó thiếu nước, thiếu nó thì khó."] * 3)
    query = understand("thieu no xdcb", language_model=model, speller=Speller(model))
    assert query.text == "thiếu nợ xdcb"


def test_the_year_in_the_number_of_a_document_is_not_asked_about() -> None:
    query = understand("Xã phải đối ứng bao nhiêu theo Nghị quyết 33/2025 của HĐND tỉnh?")
    assert (query.years, query.document_numbers) == ((), ("33/NQ",))


def test_an_industrial_park_is_not_the_place_it_is_called_after() -> None:
    assert not understand("Khu công nghiệp Hải Yên rộng bao nhiêu?").places
    assert understand("Phường Hải Yên rộng bao nhiêu?").places
