"""Places: homonyms kept apart, old and new names connected, mentions found as people type them."""

from datetime import date

import pytest

from plans.place import Gazetteer, Relation

GAZETTEER = Gazetteer.load()


def names(text: str) -> list[str]:
    return [mention.name for mention in GAZETTEER.mentions(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("thị xã Cai Lậy", "huyện Cai Lậy"),
        ("thành phố Cao Lãnh", "huyện Cao Lãnh"),
        ("thị xã Tân Uyên", "huyện Tân Uyên"),
        ("thành phố Tân Uyên", "huyện Tân Uyên"),
        ("huyện Phước Long", "thị xã Phước Long"),
        ("huyện Thọ Xuân", "xã Thọ Xuân, thành phố Hà Nội"),
        ("xã Mỹ Đông", "phường Mỹ Đông"),
        ("thị xã Hồng Ngự", "huyện Hồng Ngự"),
        ("huyện Châu Thành, tỉnh Tiền Giang", "huyện Châu Thành, tỉnh Long An"),
        ("xã Tân Thành, tỉnh Ninh Bình", "xã Tân Thành, tỉnh Long An"),
        ("quận 1", "quận 10"),
        ("phường Cai Lậy", "huyện Cai Lậy"),
        ("phường 1", "phường 2"),
        ("xã Tân Thành", "xã Tân Tiến"),
    ],
)
def test_homonyms_are_kept_apart(one: str, other: str) -> None:
    assert GAZETTEER.relation(one, other) == "other"
    assert GAZETTEER.relation(other, one) == "other"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("thị xã Tân Uyên", "thành phố Tân Uyên"),
        ("thành phố Tân Uyên", "phường Tân Uyên"),
        ("thị xã Tân Uyên", "phường Tân Uyên"),
        ("thị xã Cai Lậy", "phường Cai Lậy"),
        ("thị trấn Trung Phước", "xã Nông Sơn"),
        ("huyện Nông Sơn", "xã Nông Sơn"),
        ("xã Quế Trung", "thị trấn Trung Phước"),
        ("xã Mỹ Đông", "xã Mỹ Quí"),
        ("tỉnh Quảng Nam", "thành phố Đà Nẵng"),
        ("tỉnh Bình Dương", "thành phố Hồ Chí Minh"),
        ("tỉnh Bình Định", "tỉnh Gia Lai"),
        ("tỉnh Tiền Giang", "tỉnh Đồng Tháp"),
        ("thị xã Đông Triều", "thành phố Đông Triều"),
        ("huyện Thủy Nguyên", "thành phố Thủy Nguyên"),
        ("thị xã Gò Công", "thành phố Gò Công"),
        ("thị xã Từ Sơn", "thành phố Từ Sơn"),
        ("xã Phù Chẩn", "phường Phù Chẩn"),
        ("huyện Tĩnh Gia", "thị xã Nghi Sơn"),
    ],
)
def test_a_renamed_or_merged_unit_is_found_by_both_names(old: str, new: str) -> None:
    assert GAZETTEER.relation(new, old) == "predecessor"
    assert GAZETTEER.relation(old, new) == "successor"


@pytest.mark.parametrize(
    ("asked", "given", "expected"),
    [
        ("huyện Thanh Miện", "xã Tứ Cường", "inside"),
        ("tỉnh Hải Dương", "xã Tứ Cường", "inside"),
        ("thành phố Hải Phòng", "xã Tứ Cường", "inside"),
        ("xã Tứ Cường", "tỉnh Hải Dương", "contains"),
        ("thành phố Hồ Chí Minh", "thị xã Tân Uyên", "inside"),
        ("thành phố Đà Nẵng", "thị trấn Trung Phước", "inside"),
        ("huyện Nông Sơn", "thị trấn Trung Phước", "inside"),
        ("huyện Nông Sơn", "xã Quế Long", "other"),
        ("thị xã Từ Sơn", "phường Đình Bảng", "inside"),
        ("xã Tứ Cường", "xã Lê Hồng", "other"),
        ("Cai Lậy", "thị xã Cai Lậy", "same"),
        ("huyện Cai Lậy", "Cai Lậy", "same"),
        ("thị xã Không Tên", "tỉnh Hải Dương", "unknown"),
        ("xã Không Tên", "xã Vô Danh", "other"),
        ("xã Không Tên", "xã Không Tên", "same"),
    ],
)
def test_relation_follows_the_hierarchy_through_the_mergers(asked: str, given: str, expected: Relation) -> None:
    assert GAZETTEER.relation(asked, given) == expected


def test_today_s_da_nang_holds_nong_son_but_the_city_of_before_did_not() -> None:
    (nong_son,) = GAZETTEER.resolve("xã Nông Sơn")
    old, new = sorted(GAZETTEER.resolve("thành phố Đà Nẵng"), key=lambda place: place.valid_from is not None)
    assert new.place_id in GAZETTEER._reach(nong_son.place_id)
    assert old.place_id not in GAZETTEER._reach(nong_son.place_id)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UBND TX. Cai Lậy", ["thị xã Cai Lậy"]),
        ("Đảng bộ TX.Tân Uyên", ["thị xã Tân Uyên"]),
        ("thị trấn Trung Phước, huyện Nông Sơn", ["thị trấn Trung Phước", "huyện Nông Sơn"]),
        ("Huyện ủy Tháp Mười", ["huyện Tháp Mười"]),
        ("Huyện uỷ Tháp Mười", ["huyện Tháp Mười"]),
        ("Thị ủy Tân Uyên, Tỉnh ủy Bạc Liêu, Thành ủy Hà Nội", ["thị xã Tân Uyên", "tỉnh Bạc Liêu", "thành phố Hà Nội"]),
        ("UBND HUYỆN THỌ XUÂN", ["huyện Thọ Xuân"]),
        ("TP.HCM và TP HCM", ["thành phố Hồ Chí Minh", "thành phố Hồ Chí Minh"]),
        ("quận 1, Q.3, P.12", ["quận 1", "quận 3", "phường 12"]),
        ("phường 05", ["phường 5"]),
        ("ty le ho ngheo xa que long", ["xã Quế Long"]),
        ("tỷ lệ hộ nghèo thị xã cai lậy", ["thị xã Cai Lậy"]),
        ("thu ngan sach o dak lak nam 2025", ["tỉnh Đắk Lắk"]),
        ("Đan Phượng district", ["huyện Đan Phượng"]),
        ("the new Hoài Nhơn 1 ward", ["phường Hoài Nhơn 1"]),
        ("Hanoi", ["thành phố Hà Nội"]),
        ("District 1, Ward 12", ["quận 1", "phường 12"]),
        ("các xã Tứ Cường, Lê Hồng và Ngô Quyền", ["xã Tứ Cường", "xã Lê Hồng", "xã Ngô Quyền"]),
        ("các phường: Quy Nhơn Nam, Quy Nhơn Đông", ["phường Quy Nhơn Nam", "phường Quy Nhơn Đông"]),
        ("phường Hoài Nhơn 6 của tỉnh Bình Định", ["phường Hoài Nhơn 6", "tỉnh Bình Định"]),
        ("xã Tứ Cường 6 hộ nghèo", ["xã Tứ Cường"]),
        ("học phí ở huế", ["Huế"]),
        ("năm 2024 cai lậy xây dựng mấy xã", ["Cai Lậy"]),
        ("Huế năm 2025", ["Huế"]),
        ("q.1, p.12", ["quận 1", "phường 12"]),
        ("h. tho xuan, t. thanh hoa", ["huyện Thọ Xuân", "tỉnh Thanh Hóa"]),
        ("Thọ Xuân triển khai Kế hoạch", ["Thọ Xuân"]),
        ("xã Vô Danh Mới đạt chuẩn", ["xã Vô Danh Mới"]),
    ],
)
def test_a_place_is_read_as_people_write_it(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "kinh tế - xã hội",
        "PHÁT TRIỂN KINH TẾ - XÃ HỘI",
        "22 quận, huyện và 12 xã, phường",
        "hòa bình và ổn định",
        "hoa binh va on dinh",
        "diễn biến phức tạp",
        "quản lý nhân lực và văn minh hóa",
        "Chủ tịch UBND tỉnh Nguyễn Tuấn Thanh",
        "Chủ tịch UBND xã Nông Văn Thuyết chủ trì phiên họp",
        "Chủ tịch UBND xã Chẩu Thị Lan",
        "Đồng chí Nguyễn Văn Hòa",
        "Huyện ủy, HĐND, UBND",
        "tính đến cuối năm",
    ],
)
def test_ordinary_words_and_people_are_no_places(text: str) -> None:
    assert names(text) == []


def test_what_stands_beside_a_name_narrows_its_candidates() -> None:
    (alone,) = GAZETTEER.mentions("xã Tân Tiến")
    commune, district = GAZETTEER.mentions("xã Tân Tiến (Vĩnh Tường)")
    assert len(commune.candidates) < len(alone.candidates)
    assert {place.level for place in district.candidates} == {"huyện"}


def test_a_mention_says_where_it_stands() -> None:
    text = "Năm 2023, thị xã Cai Lậy thu 100 tỷ đồng"
    (mention,) = GAZETTEER.mentions(text)
    assert mention.span.of(text) == "thị xã Cai Lậy"


def test_letters_without_accents_keep_every_name_they_may_stand_for() -> None:
    (mention,) = GAZETTEER.mentions("dan so xa tan thanh")
    assert mention.folded
    assert {mention.name, *mention.alternatives} >= {"xã Tân Thành", "xã Tân Thanh"}


def test_a_spelling_of_one_name_is_the_same_name() -> None:
    assert GAZETTEER.resolve("xã Mỹ Quý") == GAZETTEER.resolve("xã Mỹ Quí")
    assert GAZETTEER.resolve("huyện Thuỷ Nguyên") == GAZETTEER.resolve("huyện Thủy Nguyên")


@pytest.mark.parametrize(
    ("asked", "given", "before", "since"),
    [
        ("tỉnh Bến Tre", "tỉnh Vĩnh Long", "other", "successor"),
        ("tỉnh Tiền Giang", "tỉnh Đồng Tháp", "other", "successor"),
        ("tỉnh Vĩnh Long", "tỉnh Vĩnh Long", "same", "same"),
        ("tỉnh Vĩnh Long", "tỉnh Bến Tre", "predecessor", "predecessor"),
    ],
)
def test_a_text_names_the_units_of_its_own_day(asked: str, given: str, before: Relation, since: Relation) -> None:
    assert GAZETTEER.relation(asked, given, date(2024, 12, 31)) == before
    assert GAZETTEER.relation(asked, given, date(2025, 8, 1)) == since


def test_a_season_is_no_place() -> None:
    assert names("Vụ Đông Xuân 2023 - 2024 ở huyện Châu Thành") == ["huyện Châu Thành"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ba huyện Đồng Tháp đạt chuẩn", ["Đồng Tháp"]),  # districts of the province
        ("năm 2026 huyện Cái Bè thu ngân sách", ["huyện Cái Bè"]),  # a year counts no districts
        ("Hợp tác xã Sơn Trà", ["Sơn Trà"]),  # no xã
        ("Si Ma Cai\t33,05%\t7,69%", ["Si Ma Cai"]),  # cells of a table
        ("* Thuận Bắc - Sáu tháng đầu năm", ["Thuận Bắc"]),
        ("tỉnh Bà Rịa - Vũng Tàu", ["tỉnh Bà Rịa - Vũng Tàu"]),
        ("thu ngan sach o phu yen dat CN-XD bao nhieu", ["Phú Yên"]),
    ],
)
def test_what_stands_beside_a_name_does_not_hide_it(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [("huyện Đắk Glei", "huyện Đăk Glei"), ("tỉnh Đăk Lăk", "tỉnh Đắk Lắk"), ("huyện Thạch Thât", "huyện Thạch Thất")],
)
def test_spellings_and_slips_of_one_name_are_the_same_place(one: str, other: str) -> None:
    assert GAZETTEER.relation(one, other) == "same"


@pytest.mark.parametrize("part", ["Bảng 1", "Biểu 2", "Biểu số 3", "Mục 4", "Chương 5", "Nhóm 6", "Phụ lục 7"])
def test_a_numbered_part_of_a_document_is_no_name(part: str) -> None:
    assert names(f"Danh sách các xã, thị trấn\n{part}. Số liệu") == []


def test_a_name_does_not_stand_across_a_blank_line() -> None:
    assert names("Kinh phí giao về các xã, thị trấn\n\nTân Phong Hạ là đơn vị đầu mối.") == []
    assert names("Ủy ban nhân dân thị trấn\nTân Phong Hạ họp.") == ["thị trấn Tân Phong Hạ"]


def test_ordinary_words_in_lower_case_are_no_district_where_names_have_their_capitals() -> None:
    assert names("HĐND huyện thống nhất chọn chủ đề năm là Kỷ cương") == []
    assert names("huyện thống nhất có bao nhiêu xã") == ["huyện Thống Nhất"]
    assert names("Huyện Thống Nhất họp cuối năm") == ["huyện Thống Nhất"]


def test_one_capital_elsewhere_takes_no_place_from_a_question_in_small_letters() -> None:
    assert names("triệu sơn năm 2023 tiêu hủy bao nhiêu con lợn vì dịch tả châu Phi") == ["Triệu Sơn"]


@pytest.mark.parametrize("text", ["H. Châu Thành A\nI\tKINH TẾ", "huyện Châu Thành A\nII. XÃ HỘI"])
def test_what_counts_the_line_below_is_no_part_of_a_name(text: str) -> None:
    assert names(text) == ["huyện Châu Thành A"]


@pytest.mark.parametrize("text", ["ngân sách phường 3.240 triệu đồng", "ngân sách xã 1.200 triệu đồng", "quận 2,5 tỷ đồng"])
def test_the_begin_of_a_sum_names_no_ward(text: str) -> None:
    assert names(text) == []


def test_a_unit_that_was_not_made_yet_is_no_successor() -> None:
    gazetteer = Gazetteer.load()
    assert gazetteer.relation("huyện Sốp Cộp", "xã Sốp Cộp", date(2023, 12, 19)) == "inside"
    assert gazetteer.relation("huyện Sốp Cộp", "xã Sốp Cộp", date(2025, 12, 19)) == "successor"


def test_the_end_of_a_department_s_letters_is_no_level() -> None:
    assert names("Giám đốc Sở TT&TT Quảng Ngãi") == ["Quảng Ngãi"]
    assert names("trụ sở TT Trung Phước") == ["thị trấn Trung Phước"]


def test_a_plain_word_among_accents_is_no_level() -> None:
    assert names("Các điểm tham quan Ninh Bình đã mở cửa.") == ["Ninh Bình"]
    assert names("quan Ninh Binh") == ["quận Ninh Binh"]


@pytest.mark.parametrize("text", ["Cai Lậy 9 tháng 2026 thu bao nhiêu", "Cai Lậy 9 th 2026 thu bao nhiêu"])
def test_a_number_that_counts_what_follows_is_no_part_of_a_name(text: str) -> None:
    assert [one.name for one in Gazetteer.load().mentions(text)] == ["Cai Lậy"]


def test_a_town_is_not_the_district_of_its_name_while_there_were_districts() -> None:
    gazetteer = Gazetteer.load()
    assert gazetteer.relation("thị trấn Cần Giuộc", "huyện Cần Giuộc") == "contains"
    assert gazetteer.relation("xã Cần Giuộc", "huyện Cần Giuộc") == "predecessor"


def test_letters_behind_a_name_are_no_part_of_it() -> None:
    assert [one.name for one in Gazetteer.load().mentions("Kim Sơn NB cuối năm 2024 đạt chuẩn chưa")] == ["Kim Sơn"]


def test_a_district_of_islands_is_a_district() -> None:
    (found,) = Gazetteer.load().mentions("Du lịch huyện đảo Lý Sơn nộp ngân sách")
    assert (found.name, found.level) == ("huyện Lý Sơn", "huyện")
