"""Indicators from running text: labels, places, years, kinds and changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.indicators import extract
from ingest.readers import read
from plans.document import Block, Document, Span
from plans.indicator import Indicator

Extract = Callable[[str], list[Indicator]]


@pytest.fixture
def extracted(tmp_path: Path) -> Extract:
    """Extracts from a text read the way any file is."""

    def run(text: str) -> list[Indicator]:
        path = tmp_path / "bai.txt"
        path.write_text(text, encoding="utf-8")
        return extract(read(path, tmp_path))

    return run


def labels(records: list[Indicator]) -> list[str]:
    return [one.label for one in records]


def test_a_list_shares_its_head(extracted: Extract) -> None:
    records = extracted(
        "Tỷ lệ huy động trẻ ra lớp so với dân số trong độ tuổi: "
        "nhà trẻ đạt 31,5%, mẫu giáo (3 - 5 tuổi) đạt 92,5%, tiểu học đạt 100%."
    )
    head = "Tỷ lệ huy động trẻ ra lớp so với dân số trong độ tuổi"
    assert labels(records) == [f"{head}: nhà trẻ", f"{head}: mẫu giáo (3 - 5 tuổi)", f"{head}: tiểu học"]


def test_a_head_ends_at_the_semicolon(extracted: Extract) -> None:
    records = extracted(
        "Kết nạp 45 đảng viên mới; tỷ lệ che phủ rừng: rừng tự nhiên đạt 41%, rừng trồng đạt 12%; giảm nghèo cho 30 hộ."
    )
    assert labels(records)[1:3] == ["tỷ lệ che phủ rừng: rừng tự nhiên", "tỷ lệ che phủ rừng: rừng trồng"]
    assert "che phủ" not in labels(records)[3]


def test_words_that_only_announce_a_list_are_no_label(extracted: Extract) -> None:
    records = extracted(
        "Hội đồng nhân dân thông qua các chỉ tiêu chủ yếu, như: "
        "tổng thu ngân sách 215 tỷ đồng; thu nhập 62 triệu đồng/người."
    )
    assert labels(records) == ["tổng thu ngân sách", "thu nhập"]


def test_parts_carry_the_whole_they_are_of(extracted: Extract) -> None:
    records = extracted(
        "Giải quyết việc làm cho 870 lao động, trong đó "
        "tạo việc làm mới 360 lao động, xuất khẩu 28 lao động; kết nạp 12 đảng viên."
    )
    assert labels(records)[0] == "Giải quyết việc làm"
    assert [label.split(":")[0] for label in labels(records)[1:3]] == ["Giải quyết việc làm"] * 2
    assert labels(records)[3] == "kết nạp đảng viên"


def test_an_increase_and_a_degree_of_fulfilment_are_two_indicators(extracted: Extract) -> None:
    grown, fulfilled = extracted("Năm 2023, thu ngân sách tăng 30,4% so với năm 2022 và đạt 126,8% chỉ tiêu Nghị quyết.")
    assert (grown.label, grown.change, grown.year, grown.kind) == ("thu ngân sách", "increase", 2023, "result")
    assert (fulfilled.label, fulfilled.change) == ("thu ngân sách, so với chỉ tiêu Nghị quyết", "level")


@pytest.mark.parametrize(
    ("sentence", "change"),
    [
        ("Tỷ lệ hộ nghèo giảm còn 0,6%.", "level"),
        ("Tỷ lệ hộ nghèo giảm 1,2%.", "decrease"),
        ("Kéo giảm số vụ tai nạn giao thông ít nhất 5%.", "decrease"),
        ("Số hộ khá tăng lên 250 hộ.", "level"),
        ("Sản lượng lúa tăng thêm 500 tấn.", "increase"),
    ],
)
def test_a_level_is_told_from_a_change(extracted: Extract, sentence: str, change: str) -> None:
    assert [one.change for one in extracted(sentence)] == [change]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Phấn đấu tổng thu ngân sách đạt 120 tỷ đồng.", "target"),
        ("Huyện được giao chỉ tiêu thu ngân sách 120 tỷ đồng.", "target"),
        ("Ước thực hiện thu ngân sách cả năm 120 tỷ đồng.", "estimate"),
        ("Huyện đã thu ngân sách được 120 tỷ đồng.", "result"),
        ("Thu ngân sách 120 tỷ đồng, đạt 104% dự toán.", "result"),
        ("Cây cầu dài 120 km.", None),
    ],
)
def test_the_kind_is_what_the_words_say_or_unknown(extracted: Extract, sentence: str, kind: str | None) -> None:
    assert extracted(sentence)[0].kind == kind


def test_what_a_clause_says_of_the_plan_does_not_reach_the_next(extracted: Extract) -> None:
    records = extracted("Năm 2018, tốc độ tăng trưởng ước đạt 10,3% (kế hoạch là 9,4%, năm 2017 là 9,5%).")
    assert [(str(one.quantity.value), one.kind, one.year) for one in records] == [
        ("10.3", "estimate", 2018),
        ("9.4", "target", 2018),
        ("9.5", "result", 2017),
    ]
    assert {one.label for one in records} == {"tốc độ tăng trưởng"}


def test_years_and_values_pair_off_in_order(extracted: Extract) -> None:
    records = extracted("Thu nội địa năm 2021 tăng 18,2%.\nMức tăng năm 2022 và 2023 lần lượt đạt 9,4% và 8,1%.")
    assert [(one.year, str(one.quantity.value)) for one in records] == [(2021, "18.2"), (2022, "9.4"), (2023, "8.1")]


def test_things_and_values_pair_off_in_order(extracted: Extract) -> None:
    records = extracted("Năm 2023, diện tích lúa, ngô và rau màu lần lượt là 50 ha, 9 ha và 4 ha.")
    assert [(one.label, str(one.quantity.value)) for one in records] == [
        ("diện tích lúa", "50"),
        ("ngô", "9"),
        ("rau màu", "4"),
    ]


def test_places_and_values_pair_off_in_order(extracted: Extract) -> None:
    records = extracted(
        "Huyện Cái Bè năm 2023\n\nDiện tích xoài của xã An Thái Đông và xã Mỹ Lương lần lượt là 50 ha và 9 ha."
    )
    assert [one.place for one in records] == ["xã An Thái Đông", "xã Mỹ Lương"]
    assert len({one.label for one in records}) == 1


def test_values_belong_to_what_figures_before_them_are_called(extracted: Extract) -> None:
    records = extracted("Năm 2023, hộ nghèo còn 9%, hộ cận nghèo còn 7%; năm 2022 hai tỷ lệ này lần lượt là 12% và 8%.")
    assert [(one.label, one.year) for one in records[2:]] == [("hộ nghèo", 2022), ("hộ cận nghèo", 2022)]


def test_the_day_of_publication_dates_no_figure(extracted: Extract) -> None:
    said = "Thu ngân sách trên địa bàn đạt trên 1.950 tỷ đồng. Tổng vốn đầu tư toàn xã hội đạt 7.600 tỷ đồng. " * 2
    records = extracted(f"Hà Giang: kết quả phát triển kinh tế năm 2017\n\nNgày đăng: 03/01/2018\n\n{said}\n")
    assert {one.year for one in records} == {2017}


def test_a_period_behind_a_figure_is_its_own(extracted: Extract) -> None:
    records = extracted("Vốn đầu tư đạt 30% ở giai đoạn 2016 - 2020, 28% ở giai đoạn 2021 - 2025.")
    assert [one.period for one in records] == ["giai đoạn 2016-2020", "giai đoạn 2021-2025"]


def test_the_nearest_place_wins(extracted: Extract) -> None:
    records = extracted(
        "Huyện Thọ Xuân tổng kết năm 2023\n\nNăm 2023, huyện Thọ Xuân có 36 chỉ tiêu hoàn thành. "
        "Tỉnh Thanh Hóa có 26 chỉ tiêu hoàn thành."
    )
    assert [one.place for one in records] == ["huyện Thọ Xuân", "tỉnh Thanh Hóa"]


def test_a_place_is_not_taken_for_those_it_was_made_from(extracted: Extract) -> None:
    made = extracted(
        "Xã Tháp Mười, tỉnh Đồng Tháp được lập từ thị trấn Mỹ An và các xã Mỹ An, Mỹ Hòa; dân số 48.260 người."
    )
    assert [one.place for one in made] == ["xã Tháp Mười"]


def test_the_commune_of_a_speech_is_that_of_the_speaker(extracted: Extract) -> None:
    made = extracted(
        "Tỉnh Quảng Trị họp bàn về cửa khẩu.\n\nÔng Pươn, Chủ tịch UBND xã Lao Bảo, nói bãi xe Khe Sanh chưa mở. "
        "Tỷ lệ hộ nghèo của xã còn 9,6%."
    )
    assert [one.place for one in made] == ["xã Lao Bảo"]


def test_a_year_behind_a_semicolon_is_not_that_of_what_stands_before(extracted: Extract) -> None:
    made = extracted(
        "KẾ HOẠCH\n\nKế hoạch của thị xã An Nhơn năm 2024.\n\n"
        "Phấn đấu đón 185.000 lượt khách; năm 2023 đón 152.000 lượt khách."
    )
    assert [(one.year, one.kind) for one in made] == [(2024, "target"), (2023, "result")]


def test_unknown_place_and_year_stay_none(extracted: Extract) -> None:
    (record,) = extracted("Kết nạp 60 đảng viên mới.")
    assert (record.place, record.year, record.period) == (None, None, None)


def test_a_period_is_kept_as_one(extracted: Extract) -> None:
    (record,) = extracted("Giai đoạn 2021 - 2025, tốc độ tăng trưởng bình quân đạt 7,5%/năm.")
    assert (record.year, record.period) == (None, "giai đoạn 2021-2025")


def test_a_comparison_year_is_not_the_year(extracted: Extract) -> None:
    (record,) = extracted("Trong năm 2023, số vụ phạm tội giảm 7,4% so với cùng kỳ năm 2022.")
    assert record.year == 2023


def test_ages_and_lengths_of_time_are_not_indicators(extracted: Extract) -> None:
    assert extracted("Trẻ em từ 3 đến 5 tuổi được hỗ trợ trong 9 tháng; sơ kết 2 năm thực hiện đề án.") == []


def test_the_number_in_the_name_of_a_place_is_no_quantity(extracted: Extract) -> None:
    assert extracted("Phường Mỹ Đình 2 triển khai nhiệm vụ.") == []


def test_hard_wrapped_lines_read_as_one(extracted: Extract) -> None:
    (record,) = extracted("Tổng thu ngân sách\nnhà nước năm 2025 ước đạt 11.580\ntỷ đồng.")
    assert (record.label, record.quantity.unit, record.year, record.kind) == (
        "Tổng thu ngân sách nhà nước",
        "đồng",
        2025,
        "estimate",
    )


ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tổng thu: 850 tỷ đồng. Tỷ lệ hộ nghèo: 3,2%.", ["Tổng thu", "Tỷ lệ hộ nghèo"]),
        (
            "Tổng vốn: 125 tỷ đồng. Trong đó: ngân sách tỉnh: 75 tỷ đồng; vốn vay: 50 tỷ đồng.",
            ["Tổng vốn", "Tổng vốn: ngân sách tỉnh", "Tổng vốn: vốn vay"],
        ),
        ("Đến năm 2025 tỷ lệ hộ nghèo còn 2,1%.", ["tỷ lệ hộ nghèo"]),
        ("Toàn tỉnh tỷ lệ hộ nghèo còn 2,1%.", ["tỷ lệ hộ nghèo"]),
        ("Tăng cường thu hồi nợ đọng thuế 150 tỷ đồng.", ["Tăng cường thu hồi nợ đọng thuế"]),
        ("Trồng mới 500 ha rừng, kiên cố hóa 12 km kênh mương.", ["Trồng mới rừng", "kiên cố hóa kênh mương"]),
        ("Giải phóng mặt bằng 250 ha, đất ở 12 ha, cây lâu năm 4 ha.", ["Giải phóng mặt bằng", "đất ở", "cây lâu năm"]),
        ("Hộ nghèo 45 hộ chiếm 1,92%, hộ cận nghèo 60 hộ chiếm 2,5%.", [*["Hộ nghèo"] * 2, *["hộ cận nghèo"] * 2]),
        ("Đàn lợn 120.000 con giảm 5,2%.", ["Đàn lợn", "Đàn lợn"]),
        ("Sản lượng lúa đạt 5.200 tấn, vượt kế hoạch 3,7%, hơn cùng kỳ 120 tấn.", ["Sản lượng lúa"] * 3),
        ("Tỷ lệ thu gom, xử lý rác thải sinh hoạt đạt 95%.", ["Tỷ lệ thu gom, xử lý rác thải sinh hoạt"]),
        ("Hộ nghèo giảm nhanh, thu nhập đầu người đạt 65 triệu đồng.", ["thu nhập đầu người"]),
        ("Toàn huyện có 12 sản phẩm 3 sao, 4 sản phẩm 4 sao.", ["sản phẩm 3 sao", "sản phẩm 4 sao"]),
        ("Rừng tự nhiên 12.000 ha (chiếm 65% tổng diện tích rừng).", ["Rừng tự nhiên", "Rừng tự nhiên"]),
        ("Thu nhập trên 1 ha đất lúa đạt 120 triệu đồng.", ["Thu nhập trên 1 ha đất lúa"]),
        ("Tỷ số giới tính khi sinh dưới 109 bé trai/100 bé gái.", ["Tỷ số giới tính khi sinh"]),
        ("Đây là lần đầu tiên tổng sản lượng lúa đạt 52.000 tấn.", ["tổng sản lượng lúa"]),
        (
            "Hoàn thành 14 tiêu chí nâng tổng số tiêu chí đã đạt lên 96 tiêu chí.",
            ["tiêu chí", "tổng số tiêu chí"],
        ),
        ("Chỉ số cải cách xếp thứ 15/63 tỉnh. Tuyến ĐT.638 dài 5 km.", ["Tuyến ĐT.638 dài"]),
    ],
)
def test_a_label_is_what_the_quantity_is_of(extracted: Extract, text: str, expected: list[str]) -> None:
    assert labels(extracted(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thu nhập: năm 2021: 45 triệu đồng; năm 2022: 48 triệu đồng.", [(2021, None), (2022, None)]),
        ("Đến năm 2025: hộ nghèo dưới 2%; đến năm 2030: hộ nghèo dưới 1%.", [(2025, None), (2030, None)]),
        ("Hộ nghèo giảm từ 5,6% (năm 2021) xuống còn 3,2% (năm 2023).", [(2021, None), (2023, None)]),
        ("GRDP quý I/2024 tăng 6,8%.", [(2024, "quý I")]),
        ("Trong 9 tháng năm 2024, thu ngân sách đạt 8.500 tỷ đồng.", [(2024, "9 tháng đầu năm")]),
        ("Đến hết tháng 9/2024, dư nợ đạt 56 tỷ đồng.", [(2024, None)]),
    ],
)
def test_the_time_is_that_of_the_clause(extracted: Extract, text: str, expected: list[tuple[int, str | None]]) -> None:
    assert [(one.year, one.period) for one in extracted(text)] == expected


def test_a_change_right_behind_a_quantity_is_a_change_and_where_it_began_is_not(extracted: Extract) -> None:
    records = extracted("Thu đạt 850 tỷ đồng tăng 8% so với cùng kỳ. Hộ nghèo giảm từ 5,6% năm 2021 xuống 3,2% năm 2023.")
    assert [one.change for one in records] == ["level", "increase", "level", "level"]


def test_a_second_degree_of_fulfilment_is_a_result_too(extracted: Extract) -> None:
    records = extracted("Thu ngân sách đạt 112% dự toán tỉnh giao và 105% dự toán huyện giao.")
    assert [one.kind for one in records] == ["result", "result"]


ARTICLES = sorted((ROOT / "data" / "articles").glob("*.txt"))


@pytest.mark.parametrize("path", ARTICLES, ids=[path.stem for path in ARTICLES])
def test_every_quote_is_verbatim_and_holds_its_quantity_once(path: Path) -> None:
    document = read(path, path.parent)
    for one in extract(document):
        assert one.citation.span.of(document.text) == one.citation.quote
        assert one.citation.quote.count(one.quantity.raw) == 1
        assert one.label


NAMES = ["tổng thu ngân sách", "tỷ lệ hộ nghèo", "tỷ lệ che phủ rừng", "sản lượng lúa", "số hộ dùng nước sạch"]
UNITS = [" tỷ đồng", "%", " ha", " tấn", " triệu đồng/người/năm"]


@given(st.lists(st.tuples(st.sampled_from(NAMES), st.integers(1, 9999), st.sampled_from(UNITS)), min_size=1, max_size=6))
@settings(max_examples=40, deadline=None)
def test_no_member_of_a_list_takes_words_from_its_neighbours(members: list[tuple[str, int, str]]) -> None:
    text = "; ".join(f"{name} đạt {value}{unit}" for name, value, unit in members) + "."
    block = Block("paragraph", Span(0, len(text)))
    records = extract(Document("d", "d.txt", "", text, blocks=(block,)))
    assert [(one.label, one.quantity.raw) for one in records] == [(name, f"{value}{unit}") for name, value, unit in members]
    assert [one.citation.quote for one in records] == [f"{name} đạt {value}{unit}" for name, value, unit in members]


PLAN = "ỦY BAN NHÂN DÂN\nHUYỆN CHƯ SÊ\nSố: 9/KH-UBND\nChư Sê, ngày 20 tháng 12 năm 2024\n\nKẾ HOẠCH\nCông tác năm 2025\n\n"
LATE_PLAN = PLAN.replace("20 tháng 12 năm 2024", "20 tháng 01 năm 2025")


def test_the_results_of_a_part_stay_results_below_roman_numerals(extracted: Extract) -> None:
    records = extracted(
        PLAN
        + "Phần thứ nhất\nKẾT QUẢ THỰC HIỆN NĂM 2024\n\nI. KINH TẾ\n1. Đàn dê 310 con.\n2. Đàn bò 45 con.\n\n"
        + "Phần thứ hai: CHỈ TIÊU NĂM 2025\n\nI. KINH TẾ\n1. Đàn dê 330 con.\n2. Đàn bò 50 con.\n"
    )
    assert [(one.year, one.kind) for one in records] == [(2024, "result")] * 2 + [(2025, "target")] * 2


@pytest.mark.parametrize(
    "sentence",
    [
        "Năm 2024 giải ngân vốn chương trình mục tiêu quốc gia đạt 71%.",
        "Năm 2024, Hội đồng nhân dân đã thông qua 7 nghị quyết.",
        "Năm 2024, diện tích hồ tiêu là 260 ha.",
    ],
)
def test_a_plan_speaks_of_the_year_before_as_a_result(extracted: Extract, sentence: str) -> None:
    assert [(one.year, one.kind) for one in extracted(PLAN + sentence + "\n")] == [(2024, "result")]


def test_a_target_of_the_year_before_that_is_said_stays_one(extracted: Extract) -> None:
    (record,) = extracted(PLAN + "Năm 2024, huyện được giao trồng 260 ha rừng.\n")
    assert (record.year, record.kind) == (2024, "target")


@pytest.mark.parametrize("heading", ["IV. TỔ CHỨC THỰC HIỆN", "IV. GIẢI PHÁP THỰC HIỆN", "IV. LỘ TRÌNH THỰC HIỆN"])
def test_how_a_plan_is_carried_out_is_no_result(extracted: Extract, heading: str) -> None:
    records = extracted(LATE_PLAN + heading + "\n1. Phòng Nội vụ mở 3 lớp tập huấn.\n2. Phòng Y tế khám cho 400 người.\n")
    assert [one.kind for one in records] == ["target", "target"]


def test_hoan_thanh_is_an_order_under_the_tasks_and_a_result_under_the_results(extracted: Extract) -> None:
    items = "\n1. Hoàn thành trồng 40 ha rừng.\n2. Hoàn thành 6 km đường thôn.\n\n"
    records = extracted(LATE_PLAN + "I. KẾT QUẢ NĂM 2024" + items + "II. NHIỆM VỤ NĂM 2025" + items)
    assert [one.kind for one in records] == ["result", "result", "target", "target"]


def test_mere_indicators_under_results_are_results(extracted: Extract) -> None:
    records = extracted(
        LATE_PLAN
        + "I. KẾT QUẢ NĂM 2024\n\n1. Một số chỉ tiêu chủ yếu\n- Đàn dê 310 con.\n- Đàn bò 45 con.\n\n"
        + "II. KẾ HOẠCH NĂM 2025\n\n1. Một số chỉ tiêu chủ yếu\n- Đàn dê 330 con.\n- Đàn bò 50 con.\n"
    )
    assert [one.kind for one in records] == ["result", "result", "target", "target"]


def test_a_point_within_the_period_of_a_section_does_not_date_the_section(extracted: Extract) -> None:
    records = extracted(
        PLAN
        + "1. Giai đoạn 2031 - 2035\n- Mỗi năm xóa 30 nhà tạm; đến năm 2035 còn dưới 12 nhà tạm.\n- Trồng 90 ha chè.\n\n"
        + "2. Giai đoạn 2036 - 2040\n- Đến năm 2040 có 5 trường chuẩn.\n- Trồng 70 ha chè.\n"
    )
    assert [(one.year, one.period) for one in records] == [
        (None, "giai đoạn 2031-2035"),
        (2035, None),
        (None, "giai đoạn 2031-2035"),
        (2040, None),
        (None, "giai đoạn 2036-2040"),
    ]


def test_the_share_of_a_part_has_a_name_of_its_own(extracted: Extract) -> None:
    records = extracted("Năm 2024 có 310 hộ cận nghèo; trong đó huyện Đồng Văn có tỷ lệ hộ nghèo 41%.")
    assert labels(records) == ["hộ cận nghèo", "tỷ lệ hộ nghèo"]


def test_the_start_of_the_year_is_no_name(extracted: Extract) -> None:
    assert labels(extracted("Hộ nghèo còn 2,1% (đầu năm là 3,65%).")) == ["Hộ nghèo", "Hộ nghèo"]


def test_words_that_only_value_are_no_name(extracted: Extract) -> None:
    records = extracted("Xã Đông Hải giải ngân đạt 68%; xã Tây Hải thấp nhất, mới đạt 31%.")
    assert labels(records) == ["giải ngân", "giải ngân"]


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("Vốn sự nghiệp mới giải ngân được 47%.", "Vốn sự nghiệp"),
        ("Tỷ lệ xã nông thôn mới đạt 47%.", "Tỷ lệ xã nông thôn mới"),
    ],
)
def test_moi_belongs_to_the_name_or_to_how_little_is_reached(extracted: Extract, sentence: str, label: str) -> None:
    assert labels(extracted(sentence))[0].startswith(label)
    assert labels(extracted(sentence))[0].endswith("mới") is label.endswith("mới")


def test_what_was_reached_slowly_is_named_before_the_comma(extracted: Extract) -> None:
    assert labels(extracted("Giải ngân vốn sự nghiệp chậm, mới đạt 41%."))[0].startswith("Giải ngân vốn sự nghiệp")


def test_a_target_set_is_of_what_was_reached(extracted: Extract) -> None:
    records = extracted("Giải ngân vốn sự nghiệp đạt 41%, thấp hơn mục tiêu 60% đề ra cho cả năm.")
    assert labels(records) == ["Giải ngân vốn sự nghiệp"] * 2


def test_the_targets_of_a_heading_are_not_of_an_earlier_year(extracted: Extract) -> None:
    records = extracted(LATE_PLAN + "I. CHỈ TIÊU NĂM 2025\n\n1. Đàn dê 310 con.\n2. Năm 2024, đàn bò 45 con.\n")
    assert [(one.year, one.kind) for one in records] == [(2025, "target"), (2024, "result")]


def test_new_members_stay_new(extracted: Extract) -> None:
    assert labels(extracted("Năm 2025, kết nạp 25 hội viên mới.")) == ["kết nạp hội viên mới"]


def test_what_is_measured_is_of_the_thing_named_before_it(extracted: Extract) -> None:
    records = extracted(
        "Tổng diện tích gieo trồng 900 ha. Trong đó: cà phê 500 ha (năng suất 31 tạ/ha); hồ tiêu 300 ha, giảm 20 ha so với "
        "năm 2023, năng suất 36,8 tạ/ha."
    )
    assert [one.label for one in records if one.quantity.unit == "tạ/ha"] == ["cà phê: năng suất", "hồ tiêu: năng suất"]


def test_who_reports_a_figure_does_not_name_it(extracted: Extract) -> None:
    assert labels(extracted("Trưởng phòng Giáo dục Huỳnh Tấn Lực báo cáo: huyện có 28 trường học.")) == ["trường học"]


def test_a_plan_may_stand_in_parentheses_behind_its_name(extracted: Extract) -> None:
    records = extracted("Năm 2023, thu ngân sách đạt 6,84 tỷ đồng, bằng 115,9% dự toán huyện giao (5,9 tỷ đồng).")
    assert [one.kind for one in records][1:] == ["result", "target"]


def test_a_remark_in_parentheses_does_not_date_the_sentence(extracted: Extract) -> None:
    records = extracted(
        "Chỉ tiêu năm 2024:\n\n- Hộ nghèo còn dưới 1,3%; kết nạp mới 220 đảng viên (năm 2023 chúng tôi kết nạp 234)."
    )
    assert {one.year for one in records} == {2024}


REVIEW = "UBND huyện Tuy Phước tổng kết năm 2023\n\nNăm 2023, huyện Tuy Phước thu ngân sách 120 tỷ đồng.\n\n"


def test_the_year_in_which_a_change_began_is_not_that_of_what_follows(extracted: Extract) -> None:
    records = extracted(REVIEW + "Hộ nghèo giảm từ 4,05% cuối năm 2021 xuống còn 2,94%; thu nhập đạt 51,7 triệu đồng/năm.")
    assert [(one.quantity.raw, one.year) for one in records[1:]] == [
        ("4,05%", 2021),
        ("2,94%", 2023),
        ("51,7 triệu đồng/năm", 2023),
    ]


def test_the_years_of_a_poverty_standard_date_nothing(extracted: Extract) -> None:
    records = extracted(REVIEW + "Tỷ lệ hộ nghèo (chuẩn nghèo đa chiều 2022 - 2025) còn 2,94%.")
    assert (records[1].year, records[1].period) == (2023, None)


def test_a_figure_in_the_bracket_behind_a_compared_year_is_of_that_year(extracted: Extract) -> None:
    records = extracted(REVIEW + "Thu nhập bình quân đạt 66,3 triệu đồng, gấp 1,6 lần so với năm 2020 (41,2 triệu đồng).")
    assert [(one.quantity.raw, one.year) for one in records[1:]][-1] == ("41,2 triệu đồng", 2020)


def test_a_rise_against_last_year_is_a_target_under_a_lead_in_of_targets(extracted: Extract) -> None:
    (record,) = extracted("Mục tiêu chủ yếu năm 2023:\n- Tổng giá trị sản xuất tăng 9,2% so với năm 2022.")
    assert (record.kind, record.year, record.change) == ("target", 2023, "increase")


def test_what_a_whole_is_made_of_is_told_of_it(extracted: Extract) -> None:
    records = extracted("Từ tháng 7, huyện còn 24 đơn vị hành chính cấp xã, gồm 21 xã và 3 thị trấn.")
    assert labels(records)[2] == "đơn vị hành chính cấp xã: thị trấn"


def test_communes_are_no_part_of_the_people_told_before_them(extracted: Extract) -> None:
    records = extracted(
        "Tỉnh mới rộng 3.948 km2, dân số 2.871.400 người, gồm 118 đơn vị hành chính cấp xã (97 xã, 21 phường)."
    )
    assert not [one.label for one in records if "dân số" in one.label and one.quantity.value < 1000]


def test_a_figure_behind_its_measure_is_of_that_measure(extracted: Extract) -> None:
    (record,) = extracted("Giá trị sản xuất giữ mức tăng khá với tốc độ tăng trưởng ước đạt 9,1%.")
    assert record.label == "Giá trị sản xuất: tốc độ tăng trưởng"


def test_a_figure_in_parentheses_behind_an_item_of_its_own_is_of_that_item(extracted: Extract) -> None:
    records = extracted(
        "Các công trình lớn: đường nối hai thôn dài 6,4 km (118 tỷ đồng); Trường Mầm non Hoa Mai (21,5 tỷ đồng)."
    )
    assert [one.label for one in records if one.quantity.raw == "21,5 tỷ đồng"] == [
        "Các công trình lớn: Trường Mầm non Hoa Mai"
    ]


def test_a_plan_in_parentheses_is_of_the_figure_before(extracted: Extract) -> None:
    records = extracted("Thu ngân sách đạt 52 tỷ đồng, bằng 104% kế hoạch (50 tỷ đồng).")
    assert [one.label for one in records if one.quantity.raw == "50 tỷ đồng"] == ["Thu ngân sách"]


def test_what_was_disbursed_is_a_result_beside_what_was_assigned(extracted: Extract) -> None:
    records = extracted("Tổng vốn đầu tư công giao cho huyện 21 tỷ đồng; giải ngân đến 30/6/2031 được 9,8 tỷ đồng.")
    assert [one.kind for one in records if one.quantity.raw == "9,8 tỷ đồng"] == ["result"]


def test_a_year_in_one_point_is_not_that_of_the_next(extracted: Extract) -> None:
    records = extracted(
        "KẾ HOẠCH\nChuyển đổi số năm 2032\n\nI. KẾT QUẢ NĂM 2031\n\n1. Chỉ số năm 2030 đạt 41 điểm.\n"
        "2. Tỷ trọng kinh tế số trong GRDP đạt 7,8%."
    )
    assert [one.year for one in records if one.quantity.raw == "7,8%"] == [2031]


@pytest.mark.parametrize(
    "heading", ["ĐÁNH GIÁ KẾT QUẢ NĂM 2031", "ĐÁNH GIÁ TÌNH HÌNH THỰC HIỆN NĂM 2031", "KẾT QUẢ NĂM 2031"]
)
def test_an_assessment_of_a_year_is_of_that_year(extracted: Extract, heading: str) -> None:
    records = extracted(f"KẾ HOẠCH\nPhát triển kinh tế năm 2032\n\nI. {heading}\n\na) Tỷ lệ hộ nghèo còn 2,9%.\n")
    assert [(one.year, one.kind) for one in records] == [(2031, "result")]


def test_at_prices_of_a_year_is_not_of_that_year(extracted: Extract) -> None:
    records = extracted("Năm 2031, giá trị sản xuất (giá so sánh năm 2010) đạt 52 tỷ đồng.")
    assert [one.year for one in records] == [2031]


def test_an_earlier_year_amid_a_paragraph_is_not_that_of_what_follows(extracted: Extract) -> None:
    records = extracted(
        "Năm 2031, huyện thu hút 3 dự án.\n\nTổng thu ngân sách đạt 48 tỷ đồng. Năm 2030, con số thu là 44 tỷ đồng. "
        "Tổng vốn đầu tư toàn xã hội đạt 421 tỷ đồng."
    )
    years = {one.quantity.raw: one.year for one in records}
    assert years["44 tỷ đồng"] == 2030
    assert years["421 tỷ đồng"] == 2031


def test_a_year_that_opens_what_a_paragraph_tells_holds_for_it(extracted: Extract) -> None:
    records = extracted(
        "Năm 2032, xã đăng ký 4 sản phẩm.\n\nKinh tế chuyển dịch mạnh. Năm 2031, tổng thu đạt 41 tỷ đồng. "
        "Đội tàu có 438 chiếc."
    )
    assert {one.quantity.raw: one.year for one in records}["438 chiếc"] == 2031


def test_what_stands_in_parentheses_is_what_the_lead_in_says_of_them(extracted: Extract) -> None:
    records = extracted(
        "Chỉ tiêu năm 2032\n\nMột số chỉ tiêu chính (trong ngoặc là số thực hiện năm 2031):\n\n"
        "- Thu ngân sách: 345 tỷ đồng (318 tỷ đồng).\n- Thu nhập bình quân: 63,5 triệu đồng (58,9 triệu đồng).\n"
    )
    assert {one.quantity.raw: (one.year, one.kind) for one in records} == {
        "345 tỷ đồng": (2032, "target"),
        "318 tỷ đồng": (2031, "result"),
        "63,5 triệu đồng": (2032, "target"),
        "58,9 triệu đồng": (2031, "result"),
    }


def test_a_sentence_of_the_quarter_is_not_of_the_year_before_it(extracted: Extract) -> None:
    records = extracted(
        "BÁO CÁO\nTình hình quý I năm 2032\n\n1. Lâm nghiệp: Tỷ lệ che phủ rừng năm 2031 đạt 47,6%. "
        "Trong quý xảy ra 02 vụ cháy rừng."
    )
    assert {one.quantity.raw: one.year for one in records} == {"47,6%": 2031, "02 vụ": 2032}


def test_a_figure_beside_that_of_the_year_before_is_of_the_next(extracted: Extract) -> None:
    records = extracted(
        "Huyện Hòa An: mục tiêu năm 2032\n\nNăm 2031, huyện đón 200 lượt khách.\n\nMột số chỉ tiêu:\n\n"
        "Thu ngân sách: 70 tỷ đồng (năm 2031: 64,3 tỷ đồng)\n"
    )
    years = {one.quantity.raw: one.year for one in records}
    assert (years["70 tỷ đồng"], years["64,3 tỷ đồng"]) == (2032, 2031)


def test_the_day_of_a_resolution_is_not_the_year_that_it_is_on(extracted: Extract) -> None:
    records = extracted("Ngày 20/12/2031, HĐND thông qua nghị quyết nhiệm vụ năm 2032 với 14 chỉ tiêu.\n")
    assert [one.year for one in records] == [2032]


def test_the_outlook_in_the_name_of_a_plan_dates_nothing(extracted: Extract) -> None:
    records = extracted(
        "NGHỊ QUYẾT\nNhiệm vụ năm 2032\n\nTrình duyệt Quy hoạch tỉnh thời kỳ 2031 - 2040, tầm nhìn đến năm 2060 trong quý "
        "II năm 2032. Trồng mới 160 ha rừng."
    )
    assert [one.year for one in records if one.quantity.raw == "160 ha"] == [2032]


def test_what_somebody_hopes_for_next_year_dates_nothing_behind_it(extracted: Extract) -> None:
    records = extracted(
        "Báo cáo cho biết năm 2031 xã trồng 120 ha rau.\n\n"
        'Giám đốc chia sẻ: "Năm 2032, chúng tôi mong được hỗ trợ thêm 2 giàn tưới và một đoạn lộ dài 1,8 km".\n\n'
        "Thu nhập bình quân đạt 68 triệu đồng, xã có 15 doanh nghiệp."
    )
    assert [one.year for one in records if one.quantity.unit in ("đồng", "doanh nghiệp")] == [2031, 2031]


def test_figures_that_a_speech_looks_back_on_date_what_follows(extracted: Extract) -> None:
    records = extracted(
        "Bước vào năm 2032 với nhiều việc mới, huyện tổ chức họp báo.\n\n"
        'Chủ tịch huyện cho biết: "Tốc độ tăng giá trị sản xuất năm 2031 đạt 15,8%, cao nhất trong ba năm".\n\n'
        "Huyện đón 284.500 lượt khách."
    )
    assert [one.year for one in records if one.quantity.unit == "lượt khách"] == [2031]


def test_a_figure_beside_its_own_of_the_same_time_is_of_the_year_before(extracted: Extract) -> None:
    records = extracted("Năm 2032, giải ngân vốn đầu tư công đạt 61,4% kế hoạch (cùng kỳ 54,8%).")
    assert [(one.quantity.raw, one.year) for one in records] == [("61,4%", 2032), ("54,8%", 2031)]


def test_who_gives_the_money_is_not_the_place_it_is_of(extracted: Extract) -> None:
    records = extracted(
        "Xã Hòa An, huyện Phụng Hiệp sửa đường năm 2032.\n\nKinh phí 1.940 triệu đồng, gồm: huyện cấp 1.200 triệu đồng."
    )
    assert {one.place for one in records} == {"xã Hòa An"}


def test_what_was_planned_may_stand_in_brackets_behind_what_was_reached(extracted: Extract) -> None:
    records = extracted("Vốn được giao 42,6 tỷ đồng, giải ngân đạt 86,6% (chỉ tiêu 95%).")
    assert {one.quantity.raw: one.kind for one in records}["86,6%"] == "result"


def test_which_places_became_one_is_not_whose_figure_it_is(extracted: Extract) -> None:
    record = extracted("Kế hoạch vốn của tỉnh Tuyên Quang (sau hợp nhất với tỉnh Hà Giang) là 11.846 tỷ đồng.")[0]
    assert record.place == "tỉnh Tuyên Quang"


def test_a_river_is_not_the_place_that_bears_its_name(extracted: Extract) -> None:
    report = "# Báo cáo năm 2031 của tỉnh Lâm Đồng\n\nĐơn giá của lưu vực sông Đồng Nai là 850.000 đồng/ha."
    assert extracted(report)[0].place == "tỉnh Lâm Đồng"


def test_this_figure_is_the_one_that_the_sentence_began_with(extracted: Extract) -> None:
    records = extracted("Tỷ lệ hộ dùng nước sạch đạt 43,7%, chưa đạt kế hoạch 46%; năm 2022 con số này là 39,2%.")
    assert (records[-1].label, records[-1].year) == (records[0].label, 2022)


def test_the_same_time_of_a_year_that_a_clause_begins_with_is_its_time(extracted: Extract) -> None:
    records = extracted(
        "# Báo cáo năm 2026\n\nHai tháng đầu năm 2026 giải ngân đạt 7,6%; cùng kỳ năm 2025 tỷ lệ này là 9,1%."
    )
    assert [one.year for one in records] == [2026, 2025]


def test_a_school_year_compared_with_is_that_of_the_brackets_behind_it(extracted: Extract) -> None:
    records = extracted("# Báo cáo năm 2025\n\nTỷ lệ tốt nghiệp đạt 99,4%, thấp hơn năm học 2023 - 2024 (99,6%).")
    assert [one.period for one in records] == [None, "năm học 2023-2024"]


def test_the_year_in_which_something_began_is_not_that_of_what_is_told_next(extracted: Extract) -> None:
    report = (
        "# Tình hình kinh tế tỉnh A\n\nSáu tháng đầu năm 2032 kinh tế tăng 2,7%.\n\n"
        "Khó khăn kéo dài kể từ đầu năm 2031.\n\nThu ngân sách đạt 12.221 tỷ đồng."
    )
    assert [one.year for one in extracted(report)] == [2032, 2032]


def test_a_span_of_years_begins_with_a_year_of_its_own(extracted: Extract) -> None:
    report = "Từ năm 2029 đến năm 2031 có thiên tai.\n\nThiệt hại 12 tỷ đồng. Năm 2031 trồng 40 ha rừng."
    assert extracted(report)[-1].year == 2031


def test_the_period_in_the_name_of_a_programme_is_not_that_of_what_is_told_next(extracted: Extract) -> None:
    report = "Chương trình giảm nghèo giai đoạn 2021-2030 đã đổi thay vùng cao.\n\nHuyện hiện có 59 xã khó khăn."
    assert extracted(report)[0].period is None


def test_the_month_that_tasks_are_set_for_is_not_that_of_what_was_reached(extracted: Extract) -> None:
    report = "# Tình hình tháng 02, nhiệm vụ trọng tâm tháng 3 năm 2033\n\nLượng khách đạt 478.600 lượt."
    (record,) = extracted(report)
    assert (record.year, record.period) == (2033, None)


def test_a_neighbour_is_not_the_place_of_the_border(extracted: Extract) -> None:
    report = (
        "# Kế hoạch năm 2032 của tỉnh Tây Ninh\n\nTỉnh phía Nam giáp TP.HCM và tỉnh Long An với đường biên 36 km, phía Bắc "
        "giáp Campuchia với đường biên giới dài 240 km."
    )
    assert {one.place for one in extracted(report)} == {"tỉnh Tây Ninh"}


def test_a_place_that_alone_heads_a_figure_is_its_place(extracted: Extract) -> None:
    records = extracted("Mưa lũ năm 2033\n\nMưa lũ làm 161 nhà bị đổ (tỉnh Hà Giang: 39 nhà; Lai Châu: 98 nhà).")
    assert {one.quantity.raw: one.place for one in records if one.quantity.raw != "161 nhà"} == {
        "39 nhà": "tỉnh Hà Giang",
        "98 nhà": "tỉnh Lai Châu",
    }


def test_what_a_headline_says_was_set_is_a_target(extracted: Extract) -> None:
    text = "Tỉnh Gia Lai giao chỉ tiêu kế hoạch năm 2031\n\nTheo đó, thu ngân sách 5.815 tỷ đồng; xuất khẩu 750 triệu USD."
    assert {one.kind for one in extracted(text)} == {"target"}


def test_what_a_park_is_called_after_is_not_where_it_lies(extracted: Extract) -> None:
    text = "Thái Nguyên mở khu công nghiệp Yên Bình 2\n\nKhu công nghiệp Yên Bình 2 có diện tích 299,07 ha."
    assert {one.place for one in extracted(text)} == {"Thái Nguyên"}


@pytest.mark.parametrize("base", ["năm trước", "cùng kỳ", "mức đề ra"])
def test_what_is_so_many_times_as_much_is_not_what_it_is_compared_with(extracted: Extract, base: str) -> None:
    records = extracted(f"Doanh thu du lịch đạt 22 tỷ đồng, gấp 1,6 lần {base}.")
    assert labels(records) == ["Doanh thu du lịch", "Doanh thu du lịch"]


def test_the_year_behind_twice_is_the_one_compared_with(extracted: Extract) -> None:
    (income, _) = extracted("Thu nhập đạt 60 triệu đồng/người, gấp đôi năm 2020.")
    assert income.year is None


@pytest.mark.parametrize(
    ("behind", "kind"),
    [
        ("vượt chỉ tiêu 10 tỷ đồng được giao", "target"),
        ("so với kế hoạch 10 tỷ đồng", "target"),
        ("vượt kế hoạch 2 tỷ đồng", "result"),
    ],
)
def test_what_a_result_is_held_against_is_a_target(extracted: Extract, behind: str, kind: str) -> None:
    *_, held = extracted(f"Thu ngân sách năm 2032 đạt 12 tỷ đồng, {behind}.")
    assert (held.label, held.kind) == ("Thu ngân sách", kind)


def test_a_deadline_does_not_date_what_follows(extracted: Extract) -> None:
    records = extracted(
        "Kết quả năm 2034\n\nXã hoàn thành 40 căn nhà, hạn cuối là trước ngày 30/6/2035.\n\n"
        "Số người tham gia bảo hiểm xã hội tự nguyện là 903 người."
    )
    assert [(one.quantity.raw, one.year) for one in records][-1] == ("903 người", 2034)


def test_what_is_paid_out_by_the_end_of_january_is_of_the_year_before(extracted: Extract) -> None:
    records = extracted("Vốn năm 2034 là 112 tỷ đồng, giải ngân đến 31/01/2035 đạt 81,7%.")
    assert [one.year for one in records] == [2034, 2034]


def test_a_year_in_parentheses_does_not_date_what_stands_behind_them(extracted: Extract) -> None:
    records = extracted(
        "# Du lịch năm 2034\n\nDoanh thu đạt 742 tỷ đồng (năm 2033: 596 tỷ đồng); công suất sử dụng phòng 58,4%, "
        "dịp lễ hội lên tới 97%."
    )
    assert [one.year for one in records] == [2034, 2033, 2034, 2034]


def test_what_is_paid_out_up_to_a_day_is_a_result_beside_what_was_allotted(extracted: Extract) -> None:
    records = extracted("Năm 2034, vốn đầu tư công được giao 38 tỷ đồng, giải ngân đến ngày 20/11/2034 là 31 tỷ đồng.")
    assert [(one.quantity.raw, one.kind) for one in records] == [("38 tỷ đồng", "target"), ("31 tỷ đồng", "result")]


def test_a_title_that_looks_ahead_to_the_next_crop_dates_nothing_by_it(extracted: Extract) -> None:
    records = extracted("# Sơ kết vụ Hè Thu 2034, triển khai vụ Đông Xuân 2034 - 2035\n\nXã xuống giống 5.210 ha lúa.")
    assert [one.period for one in records] == [None]
