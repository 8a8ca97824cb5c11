import pytest

from plans.place import Gazetteer
from reader.lexicon.names import Office, full_name, headed_body, issuer, offices, person_spans, with_office


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Đồng chí Lý Thị Mơ, Bí thư Đảng ủy xã, phát biểu.", ["Lý Thị Mơ"]),
        ("Ông  Vũ Văn Tám, Phó Chủ tịch UBND huyện cho biết", ["Vũ Văn Tám"]),
        ("**KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH**\n**Đỗ Minh Hà**", ["Đỗ Minh Hà"]),
        ("Bí thư Huyện ủy - Phan Quốc Bảo và bà Hồ Thu Lan", ["Phan Quốc Bảo", "Hồ Thu Lan"]),
        ("Ông Trần Văn Mẫu Chủ tịch UBND xã chia sẻ", ["Trần Văn Mẫu"]),
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nVũ Đình Khải", ["Vũ Đình Khải"]),
        ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nBùi Thị Ngân", ["Bùi Thị Ngân"]),
        ("GIÁM ĐỐC\nĐặng Ái Ỷ Lan", ["Đặng Ái Ỷ Lan"]),
        ("bà H'Mơ Kđoh, Phó Chủ tịch HĐND xã", ["H'Mơ Kđoh"]),
        ("Chủ tịch Hội Phụ nữ Rmah H'Lan Nét cho biết", ["Rmah H'Lan Nét"]),
    ],
)
def test_names_are_found_whole_and_without_the_office(text: str, names: list[str]) -> None:
    assert [span.of(text) for span in person_spans(text)] == names


@pytest.mark.parametrize(
    "text", ["PHÓ CHỦ TỊCH", "Sở Nông nghiệp và Môi trường", "Phó Bí thư Đảng ủy", "năm 2024 đạt 5%", ""]
)
def test_offices_and_bodies_are_no_names(text: str) -> None:
    assert list(person_spans(text)) == []


def test_two_offices_of_one_person_are_both_read() -> None:
    assert offices("Phó Bí thư Đảng ủy, Chủ tịch UBND xã") == [
        Office("phó", "bí thư", "party"),
        Office("", "chủ tịch", "ubnd", frozenset({3})),
    ]


def test_the_chairman_of_the_council_is_not_the_chairman_of_the_committee() -> None:
    council, committee = offices("Chủ tịch HĐND huyện")[0], offices("Chủ tịch UBND huyện")[0]
    assert council.agrees(committee) == 0.0


def test_a_deputy_is_not_the_head() -> None:
    assert offices("Phó Chủ tịch UBND xã")[0].agrees(offices("Chủ tịch UBND xã")[0]) == 0.0


def test_english_offices_are_the_vietnamese_ones() -> None:
    assert offices("Who is the Party Secretary of the district?")[0].agrees(offices("Bí thư Huyện ủy")[0]) == 1.0


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Bí thư Thành ủy có mặt tại kỳ họp HĐND thành phố", "party"),
        ("Phó Chủ tịch tỉnh nào dự đại hội Đảng bộ xã?", ""),
        ("Chủ tịch Ủy ban MTTQ tỉnh", "front"),
        ("Chủ tịch UBMTTQVN huyện", "front"),
        ("Chủ tịch Ủy ban nhân dân huyện", "ubnd"),
    ],
)
def test_the_body_of_an_office_is_the_one_named_with_it(text: str, body: str) -> None:
    assert offices(text)[0].body == body


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Phó Chủ tịch HĐND huyện Ba Tri là ai?", "Phó Chủ tịch HĐND tỉnh"),
        ("Bí thư Huyện ủy", "Bí thư Tỉnh ủy"),
        ("Chủ tịch UBND xã", "Chủ tịch UBND thị xã"),
        ("Chủ tịch UBND thành phố", "Chủ tịch UBND phường"),
        ("Who is the chairman of the Ba Tri District People's Committee?", "Chủ tịch UBND tỉnh"),
    ],
)
def test_offices_on_different_levels_do_not_agree(asked: str, said: str) -> None:
    assert offices(asked)[0].agrees(offices(said)[0]) == 0.0


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Chủ tịch UBND huyện Ba Tri tỉnh Bến Tre", "Chủ tịch UBND huyện"),
        ("Chủ tịch UBND thành phố Cà Mau", "Chủ tịch UBND tỉnh"),  # some are provinces, some are districts
        ("Chủ tịch UBND xã", "Chủ tịch UBND"),
        ("Chủ tịch UBND thăm xã Tân Xuân", "Chủ tịch UBND huyện"),
    ],
)
def test_offices_that_may_be_on_one_level_agree(asked: str, said: str) -> None:
    assert offices(asked)[0].agrees(offices(said)[0]) == 1.0


def test_bodies_of_other_names_are_other_offices() -> None:
    asked = offices("Giám đốc Bảo hiểm xã hội huyện")[0]
    assert offices("Giám đốc Trung tâm Y tế huyện")[0].agrees(asked) == 0.0
    assert offices("Giám đốc BHXH huyện")[0].agrees(asked) > 0.0


def test_who_stands_at_the_head_of_a_body_is_told_from_its_deputy() -> None:
    body = headed_body("Ai đứng đầu tổ công tác giải phóng mặt bằng?")
    assert body is not None
    head, deputy = offices("Tổ trưởng Tổ công tác giải phóng mặt bằng")[0], offices("Tổ phó")[0]
    assert head.is_of(body)
    assert head.heads
    assert not deputy.heads


def test_who_heads_a_committee_of_a_council_does_not_head_the_council() -> None:
    body = headed_body("Ai đứng đầu Ban Kinh tế - Ngân sách của HĐND tỉnh?")
    assert body is not None
    (chair,), (head,) = offices("Chủ tịch HĐND tỉnh"), offices("Trưởng Ban Kinh tế - Ngân sách")
    assert not chair.is_of(body)
    assert head.is_of(body)


def test_who_signs_for_a_committee_is_chairman_of_that_and_of_no_council() -> None:
    (signed,) = offices("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nVi Văn Thắng")
    assert signed.agrees(offices("Chủ tịch UBND xã")[0]) == 1.0
    assert signed.agrees(offices("Chủ tịch HĐND xã")[0]) == 0.0


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("người đứng đầu huyện ủy sông trầu là ai?", "bí thư huyện ủy sông trầu là ai?"),
        ("ai đứng đầu ubnd xã?", "chủ tịch ubnd xã?"),
        ("xã nào đứng đầu tỉnh về thu ngân sách?", "xã nào đứng đầu tỉnh về thu ngân sách?"),
    ],
)
def test_who_heads_a_body_is_asked_for_by_the_office(question: str, read: str) -> None:
    assert with_office(question) == read


def test_a_commission_of_a_party_committee_is_not_the_committee() -> None:
    commission, committee = offices("Chủ nhiệm Ủy ban Kiểm tra Huyện ủy")[0], offices("Bí thư Huyện ủy")[0]
    assert (commission.body, committee.body) == ("inspection", "party")


def test_a_deputy_signs_for_the_head_in_one_line_too() -> None:
    assert offices("TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH THƯỜNG TRỰC")[-1].rank == "phó"


def test_a_deputy_in_short_is_one_of_the_head() -> None:
    (short,), (long,) = offices("Phó phòng Y tế"), offices("Phó Trưởng phòng Y tế")
    assert short == long


def test_the_youth_union_is_not_the_party() -> None:
    (youth,), (party,) = offices("Bí thư Huyện đoàn"), offices("Bí thư Huyện ủy")
    assert (youth.body, party.body) == ("youth", "party")


@pytest.mark.parametrize(("number", "body"), [("58/NQ-HĐND", "hdnd"), ("12/KH-UBND", "ubnd"), ("7/CT", ""), ("", "")])
def test_the_number_of_a_document_names_who_issued_it(number: str, body: str) -> None:
    assert issuer(number) == body


def test_a_long_run_of_capitals_may_end_in_a_name_of_four() -> None:
    text = "Chủ tịch UBND xã Lộc Khánh Lâm Thị Sa Ri phát biểu."
    places = [one.span for one in Gazetteer.load().mentions(text)]
    assert [one.of(text) for one in person_spans(text, places)] == ["Lâm Thị Sa Ri"]


def test_the_director_of_a_centre_is_none_of_a_department() -> None:
    centre, department = offices("Giám đốc Trung tâm Kiểm soát bệnh tật tỉnh")[0], offices("Giám đốc Sở Y tế tỉnh")[0]
    assert centre.agrees(department) == department.agrees(centre) == 0.0
    assert department.agrees(offices("Giám đốc Sở Y tế")[0]) == 1.0


def test_the_standing_deputy_is_one_of_the_deputies_but_not_any_of_them() -> None:
    standing, other = offices("Tổ phó thường trực")[0], offices("Tổ phó")[0]
    assert (other.agrees(standing), standing.agrees(other)) == (0.0, 1.0)


def test_the_committee_of_a_special_zone_is_not_that_of_its_province() -> None:
    assert offices("Phó Chủ tịch UBND tỉnh")[0].agrees(offices("Phó Chủ tịch UBND đặc khu")[0]) == 0.0


@pytest.mark.parametrize(("held", "agrees"), [("Giám đốc Sở Y tế", 1.0), ("Giám đốc Sở Tài chính", 0.0), ("Giám đốc", 0.5)])
def test_the_director_of_one_department_is_not_that_of_another(held: str, agrees: float) -> None:
    assert offices(held)[0].agrees(offices("Giám đốc Sở Y tế")[0]) == agrees


@pytest.mark.parametrize(("held", "agrees"), [("Tổng Giám đốc", 1.0), ("Phó Tổng Giám đốc", 0.0), ("Giám đốc", 0.0)])
def test_the_general_director_is_neither_a_deputy_nor_a_director(held: str, agrees: float) -> None:
    assert offices(held)[0].agrees(offices("Tổng Giám đốc")[0]) == agrees


def test_no_two_names_overlap() -> None:
    text = "Bí thư Tỉnh ủy Đắk Nông Y Nam Hà Niê Kbuôr phát biểu."
    places = [one.span for one in Gazetteer.load().mentions(text)]
    assert [one.of(text) for one in person_spans(text, places)] == ["Y Nam Hà Niê Kbuôr"]


def test_a_given_name_is_completed_where_one_person_has_it() -> None:
    text = "Ông Hứa Văn Hưng, Trưởng ban, cho biết đã xong. Theo ông Hưng, còn hai việc. Ông Hứa Văn Hưng nói thêm."
    found = full_name(text, "Hưng")
    assert found is not None
    assert (found.start, found.of(text)) == (4, "Hứa Văn Hưng")
    assert full_name(text, "Hùng") is None
    assert full_name(f"{text} Bà Lê Thị Hưng đồng tình.", "Hưng") is None


def test_groups_of_other_numbers_are_other_bodies() -> None:
    (first,), (second,) = offices("tổ trưởng tổ số 1"), offices("tổ trưởng tổ công tác số 2")
    assert first.agrees(second) == 0.0
    assert first.agrees(offices("tổ trưởng tổ công tác số 1")[0]) > 0.0


def test_the_head_of_a_part_heads_no_whole() -> None:
    part, council = offices("Trưởng Ban Kinh tế - Ngân sách HĐND xã"), offices("Trưởng ban HĐND xã")
    assert (part[0].body, part[0].of) == ("", {"kinh", "te", "ngan", "sach"})
    assert (council[0].body, council[0].of) == ("hdnd", frozenset())


def test_a_number_of_things_is_no_department() -> None:
    board, department = map(headed_body, ("ai đứng đầu ban chỉ đạo chuyển đổi số phường", "ai đứng đầu sở y tế tỉnh"))
    assert [one.body for one in (board, department) if one is not None] == ["", "so"]


@pytest.mark.parametrize(
    ("question", "headed"),
    [
        ("ai phụ trách ủy ban nhân dân xã đông phú?", True),
        ("ai phụ trách nông thôn mới ở ủy ban nhân dân xã đông phú?", False),
        ("ai phụ trách văn hóa?", False),
    ],
)
def test_a_field_of_work_within_a_body_is_not_the_body(question: str, headed: bool) -> None:
    assert (headed_body(question) is not None) is headed


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("**CHỦ TỊCH**\n\nA Thuân Phước\n", ["A Thuân Phước"]),
        ("GIÁM ĐỐC\nSở Tài chính", []),
        ("Chủ tịch\nA Thuân Phước", []),
    ],
)
def test_a_name_in_a_line_below_an_office_in_capitals_signs(text: str, names: list[str]) -> None:
    assert [one.of(text) for one in person_spans(text)] == names
