"""The place a document is about."""

from __future__ import annotations

from ingest.about import places_of

SPOKEN = "Khép lại năm 2024, {name} vẫn là huyện nghèo. Toàn huyện còn 3.742 hộ nghèo. Thấp nhất là thị trấn {name} 4,1%."


def test_a_bare_name_is_of_the_level_that_the_text_speaks_of() -> None:
    text = SPOKEN.format(name="Đô Lương")
    assert places_of("Đô Lương: chuyện thoát nghèo", "", text)[0] == "huyện Đô Lương"


def test_a_name_inside_a_longer_one_names_no_place() -> None:
    title = "Nghị quyết Đại hội Đảng bộ huyện Mỏ Cày Nam lần thứ XII"
    assert places_of(title, "", "Xây dựng thị trấn Mỏ Cày đạt chuẩn đô thị.")[0] == "huyện Mỏ Cày Nam"


def test_a_level_that_no_unit_of_the_name_has_is_not_given() -> None:
    assert places_of("Cai Lậy đổi thay", "", "Ở Cai Lậy, toàn tỉnh chung tay.")[0] != "tỉnh Cai Lậy"


def test_a_town_that_the_text_names_most_keeps_its_level() -> None:
    text = "Thị xã Cai Lậy họp. Thị xã Cai Lậy thu 186 tỷ đồng. Nguồn thu của huyện Cai Lậy không tính."
    assert places_of("Cai Lậy tổng kết năm", "", text)[0] == "thị xã Cai Lậy"


def test_the_number_of_a_ward_is_not_a_digit_of_the_year() -> None:
    title, text = "Kế hoạch an toàn giao thông thành phố Tuy Hòa năm 2025", "Thành phố Tuy Hòa có phường 2 và phường 5."
    assert places_of(title, "UBND thành phố Tuy Hòa", text)[0] == "thành phố Tuy Hòa"
    assert places_of("Phường 2, thành phố Tuy Hòa năm 2025", "", text)[0] == "phường 2"


def test_a_text_on_many_provinces_is_about_none() -> None:
    text = "Mưa lũ làm chết 5 người ở Hà Giang, 16 người ở Lai Châu, 1 người ở Lào Cai, 1 người ở Sơn La."
    assert places_of("Thiệt hại do mưa lũ", "", text) == ()
    assert places_of("Hà Giang: thiệt hại do mưa lũ", "", text)[0].endswith("Hà Giang")


def test_a_text_that_speaks_of_its_province_is_not_about_a_district_it_names_once() -> None:
    text = "Bốn trụ cột của tỉnh đã rõ. Du lịch thu 710 tỷ đồng trên địa bàn tỉnh; huyện Lý Sơn đón nhiều khách."
    assert places_of("Đẩy mạnh kinh tế biển đảo", "", text) == ("tỉnh Quảng Ngãi",)
    assert places_of("Lý Sơn đẩy mạnh kinh tế biển đảo", "", text)[0] == "huyện Lý Sơn"
    assert places_of("Đẩy mạnh kinh tế biển đảo", "", text.replace("tỉnh", "vùng"))[0] == "huyện Lý Sơn"
