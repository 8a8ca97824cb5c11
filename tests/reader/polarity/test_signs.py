"""Yes, no, or neither: a clause that may settle nothing is quoted, not turned into a "Có"."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.document import Document, Passage, Span
from reader.evidence.candidates import Candidate, Level
from reader.evidence.units import Unit
from reader.polarity.signs import signs
from reader.polarity.verdict import in_full, polarity, settles, yes_or_no
from reader.questions.question import analyse
from retriever.query import understand


@pytest.mark.parametrize(
    ("question", "clause", "said"),
    [
        ("Thu ngân sách xã Hòa An năm 2024 có đạt kế hoạch không?", "thu ngân sách đạt 108% kế hoạch", "yes"),
        ("Thu ngân sách xã Hòa An năm 2024 có đạt kế hoạch không?", "thu ngân sách đạt 87,5% kế hoạch", "no"),
        ("Thu du lịch đã vượt kế hoạch cả năm chưa?", "thu du lịch tăng 61,9% và vượt 10% kế hoạch năm 2024", "yes"),
        ("Thu du lịch đã vượt kế hoạch cả năm chưa?", "thu du lịch đạt 10% kế hoạch năm 2024", "no"),
        (
            "Bí thư Huyện ủy có kiêm Chủ tịch HĐND huyện không?",
            "ông Lê Đình Hải, Bí thư Huyện ủy, Chủ tịch HĐND huyện",
            "yes",
        ),
        (
            "Có kéo được tỷ lệ trẻ dưới 5 tuổi thấp còi về đúng mức đã đặt ra không?",
            "thấp còi ở trẻ dưới 5 tuổi còn 26,4%, chưa đạt mục tiêu đề ra",
            "no",
        ),
        ("Tuy vốn bị cắt bớt, phần đào tạo có được tăng không?", "tổng vốn giảm, riêng đào tạo tăng 415 triệu đồng", "yes"),
        ("Xã Cẩm Sơn có đạt chuẩn năm nay không?", "trong hai xã, chỉ có xã Cẩm Sơn đạt chuẩn năm nay", "yes"),
        ("Hộ chưa có chỗ xử lý nước có được làm tiếp không?", "dừng hoạt động các hộ không có hệ thống xử lý nước", "no"),
        ("Thu ngân sách có cao hơn mức UBND trình không?", "162 tỷ đồng (cao hơn phương án trình 4 tỷ đồng)", "yes"),
        ("Thu ngân sách có cao hơn mức UBND trình không?", "158 tỷ đồng (thấp hơn phương án trình 4 tỷ đồng)", "no"),
        ("Chỉ tiêu có được thấp hơn mức tỉnh giao không?", "các chỉ tiêu không thấp hơn chỉ tiêu tỉnh giao", "no"),
        ("Tai nạn có bớt đi về số vụ không?", "tai nạn giao thông tăng về số vụ", "no"),
        ("Ông Ngô Văn Phú là Bí thư Đảng ủy xã phải không?", "ông Ngô Văn Phú, Phó Bí thư Đảng ủy xã", "no"),
        ("Ông Ngô Văn Phú là Phó Bí thư Đảng ủy xã phải không?", "ông Ngô Văn Phú, Phó Bí thư Đảng ủy xã", "yes"),
        ("Ông Ngô Văn Phú là Chủ tịch HĐND xã phải không?", "ông Ngô Văn Phú, Chủ tịch UBND xã", "no"),
        ("Sản lượng tôm năm 2025 tăng phải không?", "sản lượng tôm giảm 4,6% so với năm trước", "no"),
        ("Tỷ lệ cử tri đồng ý có quá nửa không?", "tỷ lệ cử tri đồng ý là 83,6%", "yes"),
        ("Thu ngân sách có về đích không?", "ba chỉ tiêu chưa đạt gồm: thu ngân sách trên địa bàn, số hộ nghèo", "no"),
        ("Các xã chưa đạt chuẩn có được hỗ trợ không?", "các xã chưa đạt chuẩn được hỗ trợ 2 tỷ đồng", "yes"),
        ("Xã có cưỡng chế các hộ chưa nhận tiền không?", "thống nhất không cưỡng chế trong quý IV", "no"),
        ("Sau sáp nhập, giấy cấp trước 01/7 còn dùng được không?", "giấy cấp trước 01/7 vẫn có giá trị", "open"),
        ("Sản lượng tôm có đạt kế hoạch không?", "12 chỉ tiêu đạt, 03 chỉ tiêu chưa đạt (sản lượng tôm, hộ nghèo)", "no"),
        ("Hộ cận nghèo có được khỏi đóng tiền không?", "mức thu 85.000 đồng, hộ nghèo, cận nghèo được miễn phí", "yes"),
        ("Mức giảm nghèo có cao hơn mức tỉnh giao không?", "phấn đấu ở mức cao hơn chỉ tiêu tỉnh giao", "yes"),
        ("Tỷ lệ cử tri đồng ý có quá nửa không?", "tỷ lệ cử tri đồng ý là 38,6%", "no"),
        ("Có đủ hai phần ba đại biểu tán thành không?", "có 22/25 đại biểu tán thành", "yes"),
        ("Có đủ hai phần ba đại biểu tán thành không?", "có 15/25 đại biểu tán thành", "no"),
        ("Doanh thu năm 2033 có tăng gấp đôi không?", "doanh thu tăng 2,3 lần so với năm 2032", "yes"),
        ("Hồ có còn trữ quá nửa dung tích không?", "hồ có dung tích thiết kế 169 triệu m3, còn 84 triệu m3", "no"),
        ("Hộ bảo trợ xã hội có được hỗ trợ không?", "hỗ trợ 18 triệu đồng, không áp dụng cho hộ bảo trợ xã hội", "no"),
        ("Số người chết có giảm so với cùng kỳ không?", "so với cùng kỳ giảm 3 vụ, tăng 2 người chết", "no"),
        ("Đảo Trần có điện chưa?", "Đảo Trần - nơi chỉ có 12 hộ - đã có điện từ năm 2020 nhưng sóng còn yếu", "yes"),
        ("Thu ngân sách có hơn cùng kỳ năm ngoái không?", "thu ngân sách bằng 88,5% so với cùng kỳ", "no"),
        ("Thu ngân sách có hơn cùng kỳ năm ngoái không?", "thu ngân sách bằng 104% so với cùng kỳ", "yes"),
        ("Thu ngân sách có cao hơn cùng kỳ không?", "thu ngân sách bằng 100% so với cùng kỳ", "no"),
        ("Tỷ trọng có nhích lên so với năm trước không?", "tỷ trọng giảm 1,1 điểm % so với năm trước", "no"),
        ("Tỉnh có thuộc nhóm 3 nơi hút vốn nhiều nhất không?", "tỉnh đứng thứ ba cả nước về thu hút vốn", "yes"),
        ("Tỉnh có thuộc nhóm 3 nơi hút vốn nhiều nhất không?", "tỉnh đứng thứ tư cả nước về thu hút vốn", "no"),
        ("Thu ngân sách có thấp hơn cùng kỳ không?", "thu ngân sách bằng 104% so với cùng kỳ", "no"),
        ("Thu ngân sách có giảm so với cùng kỳ không?", "thu ngân sách bằng 88,5% so với cùng kỳ", "yes"),
        ("Xuất khẩu có về đích kế hoạch không?", "kim ngạch xuất khẩu 5 triệu USD, đạt 107% kế hoạch", "yes"),
        ("Tất cả các hộ đã nhận đất hết chưa?", "41 trong tổng số 60 hộ đã nhận đất", "no"),
        ("Tăng trưởng có đạt mục tiêu Đại hội không?", "tăng trưởng 6,2%/năm, thấp hơn mục tiêu Đại hội (8%/năm)", "no"),
        ("Sản lượng tôm có giảm không?", "sản lượng tôm giảm 4,6% so với năm trước", "yes"),
        ("Cầu Bến Mận đã hoàn thành chưa?", "cầu Bến Mận chưa hoàn thành do vướng mặt bằng", "no"),
        ("san luong tom nam 2025 co tang khong", "sản lượng tôm giảm 4,6% so với năm trước", "no"),
        ("Xã Hòa An có đạt chuẩn NTM không?", "xã Hòa An phải đạt chuẩn nhưng còn vướng hai tiêu chí", "no"),
        ("Tỷ lệ hộ dùng nước sạch có trên 90% không?", "tỷ lệ hộ dùng nước sạch đạt 93,2%", "yes"),
        ("Số thu có đạt mục tiêu không?", "thu 413,6 tỷ đồng, trong khi mục tiêu là 485 tỷ đồng", "no"),
        (
            "Xã Hòa An đã đủ 19 tiêu chí chưa?",
            "xã Hòa An đã đủ 19 tiêu chí, đang đề nghị công nhận trong tháng 3/2026",
            "yes",
        ),
        ("Xã Hòa An có bến xe mới không?", "xã Hòa An có 5.120 hộ dân", "open"),
        ("Đường Lê Lợi đã khởi công chưa?", "dự kiến khởi công đường Lê Lợi trong quý III", "open"),
        (
            "Xã có cho làm công trình mới khi mặt bằng chưa xong không?",
            "Không bố trí vốn cho công trình khởi công mới khi chưa có mặt bằng sạch",
            "open",
        ),
        (
            "Huyện có bố trí vốn ngân sách huyện cho dự án chưa có mặt bằng sạch không?",
            "(4) không bố trí vốn ngân sách huyện cho dự án chưa có mặt bằng sạch.",
            "no",
        ),
        ("Tỉnh đã ban hành chính sách chưa, có hay không?", "Tỉnh chưa ban hành chính sách hỗ trợ lãi suất", "no"),
        ("Có không?", "", "open"),
    ],
)
def test_a_clause_says_yes_or_no_or_leaves_it_open(question: str, clause: str, said: str) -> None:
    assert polarity(question, clause) == said


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("Tỷ lệ hộ dùng nước sạch có trên 90% không?", "tỷ lệ hộ dùng nước sạch đạt 81%"),
        ("Có phải Sở Xây dựng chủ trì không?", "Sở Tài chính chủ trì, phối hợp với các sở"),
        ("Tất cả các xã đã về đích chưa?", "mới có 33/45 xã về đích"),
        ("Nghị quyết có hiệu lực từ ngày 01/3/2026 phải không?", "Nghị quyết có hiệu lực từ ngày 01/01/2026"),
    ],
)
def test_another_value_is_never_a_yes(question: str, clause: str) -> None:
    assert polarity(question, clause) != "yes"


@given(st.text(max_size=60), st.text(max_size=60))
def test_every_sign_is_a_share_whatever_is_written(question: str, clause: str) -> None:
    assert all(0.0 <= value <= 1.0 for value in signs(question, clause).values())


@pytest.mark.parametrize(
    ("question", "clause", "said"),
    [
        ("Người dân có phải đóng lệ phí không?", "Miễn 100% lệ phí đối với hồ sơ nộp trực tuyến.", "no"),
        ("Lớp tiếng Anh có được miễn phí không?", "lớp tiếng Anh do trường dạy, không thu học phí", "yes"),
        ("Nộp hồ sơ có được miễn phí, lệ phí không?", "Miễn phí, lệ phí đối với hồ sơ nộp trực tuyến", "yes"),
        ("Vào tham quan có phải mua vé không?", "mở cửa miễn phí cho mọi người, không bán vé vào cổng", "no"),
    ],
)
def test_what_costs_nothing_is_free_in_whatever_words(question: str, clause: str, said: str) -> None:
    assert polarity(question, clause) == said


def test_one_of_a_row_that_is_denied_is_denied() -> None:
    text = "Huyện đạt 20 chỉ tiêu, 4 chỉ tiêu không đạt, gồm: số xã nông thôn mới; tỷ lệ giải ngân vốn đầu tư công."
    start = text.index("tỷ lệ giải ngân")
    whole, clause = Span(0, len(text)), Span(start, len(text) - 1)
    unit = Unit(Document("d", "d.txt", "Báo cáo", text), Passage("d:0", "d", whole, text), whole, "sentence")
    row = Candidate("text", unit, clause, clause, (Level(clause.of(text)),) * 5, form="segment")
    asked = analyse(understand("Huyện có đạt chỉ tiêu tỷ lệ giải ngân vốn đầu tư công không?"))
    assert yes_or_no(asked, row) == "Không"


@pytest.mark.parametrize(
    ("clause", "said"),
    [("Hòa An đạt 62 điểm", "Hòa An đạt 62 điểm"), ("Hòa An đạt 62 điểm, cao hơn Mỹ Lợi", "Có")],
)
def test_of_two_places_that_are_compared_a_clause_on_one_says_nothing(clause: str, said: str) -> None:
    question = analyse(understand("Điểm chuyển đổi số của xã Hòa An có cao hơn xã Mỹ Lợi không?"))
    whole = Span(0, len(clause))
    unit = Unit(Document("d", "d.txt", "Tin", clause), Passage("p", "d", whole, clause), whole, "sentence")
    assert yes_or_no(question, Candidate("text", unit, whole, whole, (Level(clause),) * 5)) == said


def test_a_clause_that_leaves_the_question_open_is_quoted_with_its_sentence() -> None:
    text = "Thị trấn hiện là đô thị loại V; huyện đã có chủ trương lập đề án công nhận đô thị loại IV."
    whole, clause = Span(0, len(text)), Span(text.index("huyện đã"), len(text) - 1)
    unit = Unit(Document("d", "d.txt", "Tin", text), Passage("p", "d", whole, text), whole, "sentence")
    open_clause = Candidate("text", unit, clause, clause, (Level(text),) * 5)
    question = analyse(understand("Thị trấn đã là đô thị loại IV chưa?"))
    assert in_full(question, open_clause).short == text


@pytest.mark.parametrize(
    ("question", "clause", "said"),
    [
        (
            "Công trình chưa được duyệt giá có được rót vốn không?",
            "Không rót vốn cho công trình chưa được cấp trên duyệt giá",
            "no",
        ),
        ("Have all villages got a nursery?", "Tất cả các thôn đều có nhà trẻ", "yes"),
        ("Số giàn tưới có nhiều hơn cùng kỳ không?", "giảm 8 giàn tưới so với cùng kỳ", "no"),
    ],
)
def test_a_negation_that_both_share_and_words_for_all(question: str, clause: str, said: str) -> None:
    assert polarity(question, clause) == said


def test_not_all_is_not_all() -> None:
    assert not signs("Have all villages got a nursery?", "Không phải tất cả các thôn đều có nhà trẻ")["whole_in_full"]


@pytest.mark.parametrize(
    ("question", "clause", "said"),
    [
        (
            "Thu nhập năm 2023 có đạt kế hoạch không?",
            "Thu nhập đạt 24,6 triệu đồng/người/năm (kế hoạch 25 triệu đồng)",
            "no",
        ),
        ("Cầu Ba Lai có bị trễ tiến độ không?", "cầu Ba Lai đã hợp long, sớm hơn tiến độ 45 ngày", "no"),
    ],
)
def test_what_was_planned_in_brackets_and_what_came_early_say_no(question: str, clause: str, said: str) -> None:
    assert polarity(question, clause) == said


@pytest.mark.parametrize(
    ("question", "clause", "said"),
    [
        ("Mảng dệt may của xã có đi lên so với năm trước không?", "dệt may giảm 3,6% so với cùng kỳ năm trước", "no"),
        ("Thu ngân sách của xã có khá hơn cùng kỳ không?", "thu ngân sách 1,5 tỷ đồng, giảm 42% so với cùng kỳ", "no"),
        ("Thu nhập có khá hơn hồi 2031 không?", "thu nhập 24,5 triệu đồng, tăng 9,6 triệu đồng so với năm 2031", "yes"),
        ("Xã có ít hộ nghèo hơn năm trước không?", "hộ nghèo giảm 12 hộ so với năm trước", "yes"),
        ("Hộ nghèo của xã có khá hơn năm trước không?", "hộ nghèo giảm 12 hộ so với năm trước", "yes"),
        ("Đảng ủy đã bầu đủ số ủy viên chưa?", "Đảng ủy được bầu gồm 13 đồng chí (khuyết 2 đồng chí)", "no"),
    ],
)
def test_the_way_that_something_went_since_then(question: str, clause: str, said: str) -> None:
    assert polarity(question, clause) == said


def test_a_remark_behind_a_question_is_no_part_of_it() -> None:
    question = analyse(understand("Tỉnh có quá nửa số xã ở vùng cao không (số liệu cuối 2033)?"))
    assert question.wanted == "yesno"
    plain, clause = "Xã ở vùng cao có 145 xã không?", "145/151 xã ở vùng cao"
    assert polarity(plain.replace("?", " (số liệu cũ)?"), clause) == polarity(plain, clause)


@pytest.mark.parametrize(
    ("question", "clause", "said"),
    [
        ("Xã có dẫn đầu huyện về trồng rừng không?", "xã đứng thứ 2 toàn huyện về trồng rừng", "no"),
        ("Về trồng rừng, xã có lọt tốp 10 không?", "trồng 65 ha rừng, đứng thứ 7 toàn huyện", "yes"),
        ("Về trồng rừng, xã có lọt tốp 10 không?", "trồng 65 ha rừng, đứng thứ 15 toàn huyện", "no"),
        ("Về trồng rừng, tỉnh có dẫn đầu vùng không?", "đứng thứ nhất trong vùng và đứng thứ hai cả nước", "yes"),
        ("Về trồng rừng, tỉnh có dẫn đầu cả nước không?", "đứng thứ nhất trong vùng và đứng thứ hai cả nước", "no"),
        ("Số huy chương có hơn mức tỉnh giao không?", "đoàn đạt 18 huy chương, vượt chỉ tiêu tỉnh đề ra", "yes"),
        ("Đàn lợn có nhiều hơn năm 2031 không?", "đàn lợn 1.450 con, tăng 105 con so với 6 tháng đầu năm 2031", "yes"),
    ],
)
def test_places_in_a_row_and_plans_exceeded(question: str, clause: str, said: str) -> None:
    assert polarity(question, clause) == said


@pytest.mark.parametrize(
    ("question", "clause", "said"),
    [
        (
            "Có phải huyện Lạc Hà phấn đấu hoàn thành 40 chỉ tiêu trong năm 2033 không?",
            "hoàn thành vượt mức 36 chỉ tiêu",
            "no",
        ),
        (
            "Có phải huyện Lạc Hà phấn đấu hoàn thành 36 chỉ tiêu trong năm 2033 không?",
            "hoàn thành vượt mức 36 chỉ tiêu",
            "yes",
        ),
    ],
)
def test_a_number_to_be_confirmed_is_held_against_that_of_the_clause(question: str, clause: str, said: str) -> None:
    assert polarity(question, clause) == said


@pytest.mark.parametrize(
    ("question", "clause", "said"),
    [
        ("Đàn trâu của xã có đông hơn đàn bò không?", "đàn trâu 450 con, tăng 3%, đàn bò 900 con", "no"),
        ("Công nghiệp có tăng cao hơn dịch vụ không?", "công nghiệp tăng 14,5%/năm, dịch vụ tăng 11%/năm", "yes"),
        (
            "Khách quốc tế có ít hơn khách trong nước không?",
            "khách quốc tế 2 triệu lượt, khách nội địa 3 triệu lượt",
            "yes",
        ),
        ("Mức tăng 9 tháng có phải kỷ lục của cả chục năm qua?", "tăng 11,6%, cao nhất trong 10 năm trở lại đây", "yes"),
        ("Tốc độ tăng trưởng có kém hơn năm trước không?", "Mức này thấp hơn cùng kỳ nhưng đáng mừng", "yes"),
    ],
)
def test_two_things_and_records_are_held_against_figures(question: str, clause: str, said: str) -> None:
    assert polarity(question, clause) == said


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("Phần lớn vốn làm đường có phải do tỉnh cấp không?", "vốn làm đường tỉnh cấp 12 tỷ đồng."),
        ("Xã có nuôi nhiều trâu hơn bò không?", "Xã nuôi 450 con trâu."),
        ("Xã có phải nơi đầu tiên của huyện về đích không?", "Đây là lợi thế để xã về đích."),
    ],
)
def test_a_clause_on_one_of_two_or_on_no_share_settles_nothing(question: str, clause: str) -> None:
    document = Document("d", "d.txt", "Kế hoạch", clause)
    whole = Span(0, len(clause))
    unit = Unit(document, Passage("d:0", "d", whole, clause), whole, "sentence")
    assert not settles(analyse(understand(question)), Candidate("text", unit, whole, whole, (Level(clause),) * 5))


@pytest.mark.parametrize(
    ("question", "clause", "said"),
    [
        ("Thu nhập của dân đã vượt 90 triệu đồng chưa?", "thu nhập bình quân đầu người 86 triệu đồng", "no"),
        ("Thu nhập của dân đã vượt mốc 80 triệu đồng chưa?", "thu nhập bình quân đầu người 86 triệu đồng", "yes"),
        ("Hộ nghèo của xã có thấp hơn 1% không?", "tỷ lệ hộ nghèo giảm còn 0,63%, có 20 hộ thoát nghèo", "yes"),
        ("Hộ nghèo của xã có cao hơn 1% không?", "tỷ lệ hộ nghèo giảm còn 0,63%, có 20 hộ thoát nghèo", "no"),
        ("Xã có trên 20 hộ thoát nghèo không?", "có 20 hộ thoát nghèo", "no"),
        ("Xã có ít nhất 20 hộ thoát nghèo không?", "có 20 hộ thoát nghèo", "yes"),
        ("Năm 2035 xuất khẩu có vượt mốc 2 tỷ USD không?", "1,9 tỷ USD năm 2033 và 2,2 tỷ USD năm 2035", "yes"),
        ("Xã hoàn thành cả 22 chỉ tiêu phải không?", "Trong 22 chỉ tiêu đề ra, xã đạt và vượt 19 chỉ tiêu.", "no"),
    ],
)
def test_a_bound_has_a_unit_and_a_part_may_follow_its_whole(question: str, clause: str, said: str) -> None:
    assert polarity(question, clause) == said


def test_what_is_called_after_what_it_lacks_denies_nothing() -> None:
    assert polarity('Xã còn tàu cá "3 không" không?', 'còn 34 tàu cá "3 không"') != "no"
    assert polarity("Xã còn tàu cá không?", "xã không còn tàu cá") == "no"


def test_a_negation_ends_with_its_part_of_the_clause() -> None:
    assert polarity("Xã còn tàu cá không đăng ký không?", "khai thác chưa bền vững, còn 34 tàu cá không đăng ký") == "yes"
