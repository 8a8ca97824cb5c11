import pytest

from plans.text import canonical
from reader.questions.question import analyse, focus_of, level_asked, measure_of, wanted_of
from retriever.query import understand


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Tỷ lệ hộ nghèo năm 2024 là bao nhiêu?", "quantity"),
        ("Diện tích tự nhiên của xã", "quantity"),
        ("Ai ký kế hoạch này?", "person"),
        ("Bí thư Huyện ủy tên là gì?", "person"),
        ("Kế hoạch có hiệu lực từ ngày nào?", "date"),
        ("Kế hoạch thuộc giai đoạn nào?", "date"),
        ("Trụ sở đặt ở đâu?", "place"),
        ("Xã nào đạt chuẩn?", "place"),
        ("Kế hoạch mang số bao nhiêu?", "code"),
        ("Năm 2023 có đạt kế hoạch không?", "yesno"),
        ("Huyện hoàn thành trọn vẹn mọi chỉ tiêu chứ?", "yesno"),
        ("Ông Lê Văn A giữ chức vụ gì?", "office"),
        ("Ai giữ chức Chủ tịch xã Hòa An?", "person"),
        ("Huyện có những nhiệm vụ nào?", "list"),
        ("Chủ đề năm 2024 là gì?", "text"),
        ("How many communes meet the standard?", "quantity"),
        ("Who signed the plan?", "person"),
        ("", "text"),
        ("Xã có quy mô dân số bao nhiêu?", "quantity"),
        ("Chi cho chuyển đổi số bao nhiêu?", "quantity"),
        ("Hộ nghèo giảm bình quân mỗi năm mấy phần trăm?", "quantity"),
        ("Đại hội họp ngày mấy?", "date"),
        ("Cục trưởng Cục Thống kê là ai?", "person"),
        ("Phó Chủ tịch UBND tỉnh nào?", "place"),
        ("Phó Chủ tịch nào ký kế hoạch?", "person"),
        ("Chủ tịch UBND họp ở địa phương nào?", "place"),
        ("GRDP phải vượt mốc nào?", "text"),
        ("Đại hội Đảng bộ huyện lần thứ mấy?", "ordinal"),
        ("Nghệ nhân nào dạy chiêng?", "person"),
        ("Đơn vị nào sửa đường?", "text"),
        ("Which vice chairman explained it?", "person"),
        ("Ngành thủy sản tăng thế nào?", "quantity"),
        ("Vì sao giải ngân chỉ đạt 43%?", "text"),
        ("Nguyên nhân năm 2024 giải ngân thấp", "text"),
        ("Vì sao xã có xe mà để không?", "text"),
        ("Kể tên các phó chủ tịch xã", "list"),
        ("Phó chủ tịch xã tên gì?", "person"),
        ("Nhiệm vụ trọng tâm năm 2025", "list"),
        ("Ngày khai mạc Đại hội năm 2025", "date"),
        ("Địa điểm tổ chức lễ hội năm 2025", "place"),
        ("Số doanh nghiệp thành lập mới của tỉnh", "quantity"),
        ("Giá thuê nhà ở xã hội", "quantity"),
        ("Thu ngân sách 9 tháng bao nhiêu?", "quantity"),
        ("Lương tháng bao nhiêu?", "quantity"),
        ("Do ai ký?", "person"),
        ("Tôi cần con số tổng chi ngân sách năm 2024 của xã", "quantity"),
        ("Lễ hội xã Hòa An 2026 ngày mấy", "date"),
        ("Tập huấn 5 ngày bao nhiêu tiền?", "quantity"),
        ("Xã Thọ Lâm sáp nhập chưa?", "yesno"),
        ("Ông Hải lên chủ tịch xã khi nào?", "date"),
        ("Chức vụ của ông Phạm Văn Thiều", "office"),
        ("Bad debt ratio at the end of September", "quantity"),
        ("Sản lượng ước được bao nhiêu, không lấy số kế hoạch?", "quantity"),
        ("Số thu ngân sách địa phương của thị xã, không phải số chi", "quantity"),
        ("Số thu ngân sách (không phải số chi, số vay) của thị xã", "quantity"),
        ("Lịch tiêm phòng vụ xuân của xã", "date"),
        ("Khu vực công nghiệp hay khu vực dịch vụ tăng cao hơn?", "text"),
        ("Xã Hòa An, không tính ấp mới thu được bao nhiêu?", "quantity"),
    ],
)
def test_the_sort_of_answer_is_read_from_the_question(question: str, wanted: str) -> None:
    assert wanted_of(canonical(question)) == wanted


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Trần Văn Mẫu là ai?", "office"),
        ("ông trần văn mẫu là ai", "office"),
        ("Người ký kế hoạch là ai?", "person"),
        ("Trưởng đoàn kiểm tra huyện Tháp Mười là ai?", "person"),
    ],
)
def test_who_somebody_is_differs_from_who_did_it(question: str, wanted: str) -> None:
    assert analyse(understand(question)).wanted == wanted


@pytest.mark.parametrize(
    ("question", "measure"),
    [
        ("tỷ lệ hộ nghèo là bao nhiêu", "percent"),
        ("để grdp tăng 8%, cần huy động tổng vốn bao nhiêu", "money"),
        ("có bao nhiêu lao động được giải quyết việc làm", "count"),
        ("diện tích tự nhiên bao nhiêu", "count"),
    ],
)
def test_the_measure_is_taken_from_the_words_nearest_the_question_word(question: str, measure: str) -> None:
    assert measure_of(question) == measure


def test_frames_and_places_are_no_subject() -> None:
    focus = focus_of("chỉ tiêu hộ nghèo của cai lậy năm 2024", ["Cai Lậy"])
    assert {"ho", "ngheo", "ho_ngheo"} <= focus.keys()
    assert not {"cai", "lay", "2024", "chi", "tieu"} & focus.keys()


def test_spending_is_a_subject_although_the_word_is_part_of_a_frame() -> None:
    assert focus_of("tổng chi ngân sách", [])["chi"] == 1.0


def test_the_level_of_a_which_question_is_read() -> None:
    assert level_asked("Xã nào đạt chuẩn?") == "xã"
    assert level_asked("which district leads?") == "huyện"
    assert level_asked("Ở đâu?") is None


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Người ký kế hoạch năm 2023 của huyện Đông Sa?", "person"),
        ("Tác giả bài viết về Đông Sa năm 2016?", "person"),
        ("Ba xã về đích nông thôn mới năm 2023?", "list"),
        ("5 khâu đột phá của xã Bình Sa nhiệm kỳ 2025 - 2030", "list"),
        ("Năm lĩnh vực đi trước về kinh tế số năm 2025", "list"),
        ("Nhờ đâu công nghiệp tăng mạnh năm 2021?", "text"),
        ("Sao năm 2021 xã lại trồng tới 45 ha rừng?", "text"),
        ("Chủ tịch xã thấy khâu nào yếu nhất?", "text"),
        ("Đến 2030 bao nhiêu phần trăm diện tích đạt GACP-WHO?", "quantity"),
        ("Năm 2023 thu ngân sách của huyện", "quantity"),
        ("6 tháng đầu năm 2022 thu ngân sách", "quantity"),
        ("Phụ cấp tháng cho trưởng ấp năm 2023", "quantity"),
        ("What's the stunting target for 2025?", "quantity"),
        ("What is the population of Dong Sa?", "quantity"),
        ("What caused the fall in output?", "text"),
        ("Deadline to remove the black spots in 2022?", "date"),
    ],
)
def test_a_question_without_a_question_word_is_read_by_how_it_begins(question: str, wanted: str) -> None:
    assert wanted_of(canonical(question)) == wanted


@pytest.mark.parametrize(
    ("question", "measure"),
    [
        ("tỷ lệ hộ nghèo là bao nhiêu đến năm 2030", "percent"),
        ("thu ngân sách đạt bao nhiêu dự toán", "percent"),
        ("huyện cần thu bao nhiêu ngân sách", "money"),
        ("tỉnh có bao nhiêu đô thị", "count"),
        ("học phí bao nhiêu đối với bậc mầm non", "money"),
    ],
)
def test_what_follows_how_many_need_not_be_what_is_counted(question: str, measure: str) -> None:
    assert measure_of(question) == measure


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("vốn đầu tư của huyện", "dau_tu"),
        ("diện tích trồng dừa", "trong_dua"),
        ("tỷ lệ đô thị hóa", "do_thi"),
        ("số cơ sở y tế", "co_so"),
        ("đề án là gì", "de_an"),
    ],
)
def test_a_word_that_only_looks_like_a_stop_word_without_its_accents_is_kept(text: str, kept: str) -> None:
    assert focus_of(text, []).get(kept) == 1.0


def test_of_weak_words_alone_those_that_only_ask_are_left_out() -> None:
    assert focus_of("năm 2024 có bao nhiêu chỉ tiêu", []) == {"chi_tieu": 0.2}


def test_a_question_of_stop_words_alone_keeps_them() -> None:
    assert focus_of("có bao nhiêu", [])


def test_a_year_in_a_document_number_asks_for_no_quantity() -> None:
    assert analyse(understand("Tên của Nghị quyết 36/2025/NQ-HĐND")).wanted != "quantity"


@pytest.mark.parametrize(
    ("question", "measure", "unit"),
    [
        ("Xã đón bao nhiêu triệu lượt khách?", "count", "luot khach"),
        ("Xã trồng mấy nghìn cây?", "count", "cay"),
        ("Xã thu bao nhiêu triệu đồng?", "money", "trieu dong"),
        ("Xã thu bao nhiêu nghìn tỷ đồng?", "money", "nghin ty dong"),
        ("Xã chi bao nhiêu triệu cho đường?", "money", "trieu cho duong"),
    ],
)
def test_thousands_of_things_are_no_money(question: str, measure: str, unit: str) -> None:
    found = analyse(understand(question))
    assert (found.measure, found.unit) == (measure, unit)


def test_a_choice_is_answered_with_one_of_its_sides() -> None:
    asked = analyse(understand("Tỷ lệ của xã cao hơn hay thấp hơn mức chung?"))
    assert (asked.wanted, asked.alternatives) == ("text", ("cao", "thấp"))
    assert analyse(understand("Tỷ lệ của xã là bao nhiêu?")).alternatives == ()


def test_what_is_not_wanted_is_no_subject() -> None:
    focus = analyse(understand("Riêng công nghiệp (không gộp xây dựng) tăng mấy phần trăm?")).focus
    assert "cong_nghiep" in focus
    assert "xay_dung" not in focus


def test_what_is_counted_may_be_written_short() -> None:
    assert analyse(understand("HĐND xã ra được bao nhiêu NQ?")).unit == "nghi quyet"


def test_a_yield_is_told_in_numbers() -> None:
    assert analyse(understand("What was the summer-autumn rice yield in Hà Tĩnh in 2032?")).wanted == "quantity"


def test_what_is_told_in_money_is_no_thing_that_is_counted() -> None:
    assert analyse(understand("Mỗi người dân làm ra bao nhiêu GRDP?")).unit is None
    assert analyse(understand("Xã có bao nhiêu sản phẩm OCOP?")).unit is not None


def test_the_name_of_a_place_says_nothing_of_the_measure() -> None:
    asked = analyse(understand("Sản lượng khai thác thủy, hải sản của xã Đồng Rui năm 2032 là bao nhiêu?"))
    assert asked.measure != "money"
    assert "rui" not in asked.unplaced


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Ai thay ông Ngô Văn Tám giữ chức Giám đốc Sở?", "person"),
        ("Ông Ngô Văn Tám giữ chức vụ gì?", "office"),
        ("Nghị quyết đặt tên đường có đủ hai phần ba đại biểu tán thành không?", "yesno"),
    ],
)
def test_who_holds_an_office_is_no_office(question: str, wanted: str) -> None:
    assert analyse(understand(question)).wanted == wanted


@pytest.mark.parametrize(
    ("question", "change"),
    [
        ("Sản lượng nuôi nhiều hơn cùng kỳ bao nhiêu tấn?", True),
        ("Xã bớt được mấy hộ nghèo?", True),
        ("Thu nhập nhích thêm được bao nhiêu?", True),
        ("Sản lượng nuôi là bao nhiêu tấn?", False),
    ],
)
def test_a_change_may_be_asked_for_in_many_words(question: str, change: bool) -> None:
    assert analyse(understand(question)).change is change


def test_how_much_a_product_grows_is_a_share() -> None:
    assert analyse(understand("Nghị quyết đặt mức tăng GRDP là bao nhiêu?")).measure == "percent"
