"""What can be an answer, cut out of sentences and signature blocks with what is said around it."""

from __future__ import annotations

from plans.document import Block, Document, Passage, Span
from reader.evidence.candidates import Candidate, candidates_of
from reader.evidence.units import units_of
from reader.lexicon.names import offices


def read(text: str, kind: str) -> list[Candidate]:
    span = Span(0, len(text))
    document = Document("d", "d.txt", "Kế hoạch", text, blocks=(Block("paragraph", span),))
    units = units_of(document, Passage("p", "d", span, text))
    return [one for unit in units for one in candidates_of(unit, {}) if one.kind == kind]


def test_the_dash_inside_a_name_cuts_nothing() -> None:
    text = "Tỉnh Bà Rịa - Vũng Tàu thu 90.000 tỷ đồng, công nghiệp - xây dựng chiếm 36,5%."
    first, second = read(text, "quantity")
    assert "Bà Rịa - Vũng Tàu" in first.levels[1].text
    assert "công nghiệp - xây dựng" in second.levels[0].text


def test_the_dash_of_a_list_cuts() -> None:
    text = "Các chỉ tiêu: - Thu ngân sách 98 tỷ đồng; - Hộ nghèo 1,2%."
    assert [one.levels[1].text for one in read(text, "quantity")][1].endswith("Hộ nghèo 1,2%.")
    assert "Thu ngân sách" not in read(text, "quantity")[1].levels[1].text


def test_offices_in_front_of_a_name_and_behind_it_are_both_its_own() -> None:
    text = "Kế hoạch do Chủ tịch UBND tỉnh Trần Văn Mẫu (Phó Bí thư Tỉnh ủy) ban hành."
    (person,) = read(text, "person")
    assert person.short == "Trần Văn Mẫu"
    assert {(role.rank, role.title) for role in person.roles} == {("", "chủ tịch"), ("phó", "bí thư")}


def test_an_office_right_behind_a_name_needs_no_comma() -> None:
    (person,) = read("Ông Trần Văn Mẫu Chủ tịch UBND xã chia sẻ kinh nghiệm.", "person")
    assert [role.title for role in person.roles] == ["chủ tịch"]


def test_the_office_that_somebody_holds_may_be_told_first() -> None:
    (person,) = read(
        "Xã có 3 ban. Giữ chức Chủ nhiệm UBKT Đảng ủy, theo chỉ định của cấp trên, là ông Lý Văn Mẫu.", "person"
    )
    assert [(role.title, role.body) for role in person.roles] == [("chủ nhiệm", "inspection")]


def test_whoever_signs_for_the_chairman_is_the_deputy() -> None:
    (person,) = read("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\n**PHÓ CHỦ TỊCH**\n**Hà Trung**", "person")
    assert person.short == "Hà Trung"  # a district, too, elsewhere
    assert [(role.rank, role.title) for role in person.roles] == [("phó", "chủ tịch")]


def test_who_signs_is_read_right_of_whom_it_is_sent_to() -> None:
    text = (
        "Nơi nhận:                        TM. ỦY BAN NHÂN DÂN\n"
        "- Chủ tịch, các PCT;                  KT. CHỦ TỊCH\n"
        "- Ông Lê Hải;                         PHÓ CHỦ TỊCH\n"
        "- Lưu: VT, TH.                       Trần Thị Thử"
    )
    assert [(one.short, [role.rank for role in one.roles]) for one in read(text, "person")] == [("Trần Thị Thử", ["phó"])]


def test_an_office_given_to_one_name_is_not_that_of_the_next() -> None:
    text = "Đã bầu đồng chí Lê Văn Mẫu giữ chức Bí thư Huyện ủy, đồng chí Trần Thị Thử giữ chức Phó Bí thư Huyện ủy."
    assert [[role.rank for role in one.roles] for one in read(text, "person")] == [[""], ["phó"]]


def test_an_office_behind_a_name_is_not_that_of_the_next_one() -> None:
    text = "Dự có ông Lê Văn Mẫu, Phó Chủ tịch HĐND tỉnh; bà Trần Thị Thử, Bí thư Huyện ủy."
    assert [[role.title for role in one.roles] for one in read(text, "person")] == [["chủ tịch"], ["bí thư"]]


def test_an_office_given_to_several_names_is_held_by_each() -> None:
    text = "Các đồng chí Lê Văn Mẫu, Trần Thị Thử giữ chức Phó Bí thư, trong đó đồng chí Trần Thị Thử là Chủ tịch UBND xã."
    held = [(one.short, [(role.rank, role.title) for role in one.roles]) for one in read(text, "person")]
    assert held == [
        ("Lê Văn Mẫu", [("phó", "bí thư")]),
        ("Trần Thị Thử", [("phó", "bí thư")]),
        ("Trần Thị Thử", [("", "chủ tịch")]),
    ]


def test_names_beside_each_other_of_which_nobody_says_that_they_share_it_do_not() -> None:
    text = "Lê Văn Mẫu, Trần Thị Thử giữ chức Phó Bí thư."
    assert [len(one.roles) for one in read(text, "person")] == [0, 1]


def test_an_office_before_a_semicolon_is_not_that_of_the_next_name() -> None:
    text = "Đồng chí Lê Văn Mẫu giữ chức Phó Bí thư, Chủ tịch UBND xã; đồng chí Trần Thị Thử làm Chủ nhiệm Ủy ban Kiểm tra."
    held = [[role.title for role in one.roles] for one in read(text, "person")]
    assert held == [["bí thư", "chủ tịch"], ["chủ nhiệm"]]


def test_a_further_office_at_the_end_of_an_item_is_that_of_its_person() -> None:
    (person,) = read("- Bà Lê Thị Mẫu, Phó Chủ tịch: phụ trách văn hóa; là Trưởng ban Chỉ đạo phân loại rác.", "person")
    assert [(role.rank, role.title) for role in person.roles] == [("phó", "chủ tịch"), ("", "trưởng ban")]


def test_who_signs_a_resolution_of_the_council_is_of_the_council() -> None:
    text = "CHỦ TỊCH\nDương Tấn Mẫu"
    span = Span(0, len(text))
    document = Document("d", "d.txt", "Nghị quyết", text, number="58/NQ-HĐND", blocks=(Block("paragraph", span),))
    units = units_of(document, Passage("p", "d", span, text))
    (person,) = [one for unit in units for one in candidates_of(unit, {}) if one.kind == "person"]
    assert [(role.title, role.body) for role in person.roles] == [("chủ tịch", "hdnd")]


def test_who_directs_in_brackets_directs_the_body_in_front() -> None:
    text = "Trung tâm Phát triển quỹ đất (Giám đốc: ông Lê Văn Hải) lập danh sách."
    document = Document("d", "d.txt", "Kế hoạch", text)
    (unit,) = units_of(document, Passage("d:0", "d", Span(0, len(text)), text))
    person = next(one for one in candidates_of(unit, {}) if one.kind == "person")
    assert max(role.agrees(offices("Giám đốc Trung tâm Phát triển quỹ đất")[0]) for role in person.roles) > 0.0
    assert max(role.agrees(offices("Giám đốc Ban Quản lý dự án")[0]) for role in person.roles) == 0.0


def test_the_own_words_of_a_growth_begin_with_what_grew() -> None:
    text = "Trong đó, khách quốc tế đạt 3,6 triệu lượt, tăng 147,9% so với cùng kỳ."
    document = Document("d", "d.txt", "Tin", text)
    (unit,) = units_of(document, Passage("d:0", "d", Span(0, len(text)), text))
    growth = next(one for one in candidates_of(unit, {}) if one.short == "147,9%")
    assert growth.levels[0].text.startswith("khách quốc tế")


def test_an_office_right_in_front_of_the_next_name_is_of_that() -> None:
    text = "Chánh Văn phòng huyện Lê Văn Hải, Trưởng phòng Tài chính - Kế hoạch Trần Văn Mẫu căn cứ Quyết định thi hành."
    held = {one.levels[0].text: one.short for one in read(text, "office")}
    assert held["Trần Văn Mẫu"] == "Trưởng phòng Tài chính - Kế hoạch"
    assert held["Lê Văn Hải"] == "Chánh Văn phòng huyện"


def test_who_leads_a_group_is_known_by_the_office_held() -> None:
    held = read("tổ trưởng tổ số 1 là Phó Chủ tịch thường trực Trần Văn Mẫu.", "office")
    assert [one.short for one in held] == ["Phó Chủ tịch thường trực"]


def test_a_secretary_of_a_board_is_no_head_of_it() -> None:
    (person,) = read("Công chức Trần Văn Mẫu làm thư ký, tổng hợp.", "person")
    assert [(role.title, role.heads) for role in person.roles] == [("thư ký", False)]


def test_who_was_elected_to_an_office_holds_it() -> None:
    (person,) = read("Ông Trần Văn Mẫu được bầu làm Chủ tịch.", "person")
    assert [(role.rank, role.title) for role in person.roles] == [("", "chủ tịch")]


def test_an_office_in_front_of_another_who_is_joined_to_it_stays_that_of_the_one_before() -> None:
    people = read("Dự có đồng chí Lê Văn Cừ, Giám đốc Sở Tài chính và đồng chí Vũ Thị Đào, Phó Giám đốc Sở Y tế.", "person")
    assert [[(role.rank, role.title) for role in one.roles] for one in people] == [
        [("", "giám đốc")],
        [("phó", "giám đốc")],
    ]


def test_who_leads_a_board_may_be_called_by_another_office() -> None:
    text = "Ban Chỉ đạo chuyển đổi số phường do Bí thư Đảng ủy phường Lý Ngọc Thạch làm Trưởng ban."
    (person,) = read(text, "person")
    assert any(role.title == "trưởng ban" and "chuyen" in role.of for role in person.roles)
