"""The words of the test corpus: invented places, invented figures, written for these tests."""

from __future__ import annotations

from dataclasses import dataclass

PLACE = "huyện Sông Trầu"
PROVINCE = "tỉnh Hà Lĩnh"
TABLE_TITLE = "BIỂU CHỈ TIÊU KINH TẾ - XÃ HỘI NĂM 2026 HUYỆN SÔNG TRẦU"

HEADER = (
    ("STT", "Chỉ tiêu", "Đơn vị tính", "Năm 2025", "Kế hoạch năm 2026"),
    ("Kế hoạch", "Ước thực hiện"),
)


@dataclass(frozen=True)
class Row:
    """A row of the indicator table as printed; `numbers` and `number_format` are what a spreadsheet stores for it."""

    ordinal: str
    label: str
    unit: str
    printed: tuple[str, str, str]
    numbers: tuple[float | None, float | None, float | None]
    number_format: str = "General"


ROWS = (
    Row("I", "Kinh tế", "", ("", "", ""), (None, None, None)),
    Row("1", "Tổng giá trị sản xuất", "tỷ đồng", ("7.320", "7.415", "8.150"), (7320, 7415, 8150), "#,##0"),
    Row("2", "Tốc độ tăng giá trị sản xuất", "%", ("9,20", "9,45", "9,91"), (9.2, 9.45, 9.91), "0.00"),
    Row(
        "3",
        "Thu ngân sách trên địa bàn",
        "triệu đồng",
        ("212.400", "224.655", "236.000"),
        (212400, 224655, 236000),
        "#,##0",
    ),
    Row("4", "Diện tích lúa chất lượng cao", "ha", ("3.105,5", "3.080", "3.240"), (3105.5, 3080, 3240), "#,##0.###"),
    Row("II", "Xã hội", "", ("", "", ""), (None, None, None)),
    Row("5", "Tỷ lệ hộ nghèo", "%", ("1,35%", "1,28%", "0,87%"), (0.0135, 0.0128, 0.0087), "0.00%"),
    Row("6", "Lao động được tạo việc làm mới", "người", ("1.450", "1.512", "1.600"), (1450, 1512, 1600), "#,##0"),
    Row("7", "Tỷ lệ người dân tham gia bảo hiểm y tế", "%", ("94,0%", "94,6%", "95,5%"), (0.94, 0.946, 0.955), "0.0%"),
    Row("8", "Trường học đạt chuẩn quốc gia xây dựng mới trong năm", "trường", ("2", "2", "3"), (2, 2, 3), "0"),
    Row("III", "Môi trường", "", ("", "", ""), (None, None, None)),
    Row("9", "Tỷ lệ hộ sử dụng nước sạch theo quy chuẩn", "%", ("81,5", "82,3", "85"), (81.5, 82.3, 85), "0.#"),
    Row(
        "10",
        "Cây xanh trồng mới trên các tuyến đường liên xã",
        "cây",
        ("", "12.700", "15.000"),
        (None, 12700, 15000),
        "#,##0",
    ),
)


def grid() -> list[list[str]]:
    """The table as every format must give it: one text a column, both header rows laid out."""
    first, second = HEADER
    top = [first[0], first[1], first[2], first[3], first[3], first[4]]
    below = [first[0], first[1], first[2], second[0], second[1], first[4]]
    return [top, below, *([row.ordinal, row.label, row.unit, *row.printed] for row in ROWS)]


LETTERHEAD = (
    "ỦY BAN NHÂN DÂN\nHUYỆN SÔNG TRẦU",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
    "Số: 87/KH-UBND",
    "Sông Trầu, ngày 12 tháng 01 năm 2026",
)

PLAN_TITLE = ("KẾ HOẠCH", "Phát triển kinh tế - xã hội huyện Sông Trầu năm 2026")

PLAN = (
    ("text", "Căn cứ Nghị quyết số 14/NQ-HĐND ngày 19 tháng 12 năm 2025 của Hội đồng nhân dân huyện về nhiệm vụ năm 2026;"),
    ("text", "Ủy ban nhân dân huyện Sông Trầu ban hành Kế hoạch với các nội dung sau:"),
    ("roman", "MỤC TIÊU"),
    ("number", "Mục tiêu chung"),
    (
        "text",
        "Giữ nhịp tăng trưởng của năm trước, đưa cây sầu đâu và nghề đan lát thành hai nguồn thu ổn định của các xã ven "
        "sông, đồng thời hoàn thành việc di dời 46 hộ ra khỏi khu vực sạt lở trước mùa mưa.",
    ),
    ("number", "Chỉ tiêu cụ thể"),
    ("dash", "Tổng giá trị sản xuất đạt 8.150 tỷ đồng, tăng 9,91% so với ước thực hiện năm 2025."),
    ("dash", "Thu ngân sách trên địa bàn đạt 236 tỷ đồng."),
    ("dash", "Tỷ lệ hộ nghèo giảm còn 0,87%; giải quyết việc làm mới cho 1.600 lao động."),
    ("roman", "NHIỆM VỤ VÀ GIẢI PHÁP"),
    ("number", "Về nông nghiệp"),
    (
        "text",
        "Phòng Nông nghiệp và Môi trường chủ trì nạo vét 27 km kênh nội đồng, hoàn thành trước ngày 30 tháng 4 năm 2026; "
        "kinh phí 18,4 tỷ đồng lấy từ nguồn ngân sách huyện.",
    ),
    ("number", "Về văn hóa - xã hội"),
    ("text", "Trung tâm Y tế huyện khám sức khỏe định kỳ cho 100% người cao tuổi, mỗi xã một đợt trong quý III."),
    ("roman", "TỔ CHỨC THỰC HIỆN"),
    ("text", "Các phòng, ban và Ủy ban nhân dân các xã báo cáo kết quả trước ngày 05 tháng 12 năm 2026."),
)

SIGNATURE = ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Đặng Thị Mai Sương")

RESOLUTION = """|
**HỘI ĐỒNG NHÂN
DÂN**
TỈNH HÀ LĨNH
-------
|
**CỘNG HÒA XÃ HỘI
CHỦ NGHĨA VIỆT NAM**
Độc lập - Tự do - Hạnh phúc
---------------
|
|
Số: 31/2025/NQ-HĐND
|
*Hà Lĩnh, ngày 09
tháng 12 năm 2025*
|

** **

**NGHỊ QUYẾT**

QUY ĐỊNH MỨC HỖ TRỢ HỌC NGHỀ CHO LAO ĐỘNG NÔNG THÔN TRÊN ĐỊA BÀN
TỈNH HÀ LĨNH

*Căn cứ Luật Tổ chức chính quyền địa phương số
72/2025/QH15;*

*Xét Tờ trình số 402/TTr-UBND ngày 21 tháng 11 năm 2025 của Ủy ban
nhân dân tỉnh;*

**Điều
1. Phạm vi và đối tượng**

1.
Nghị quyết này quy định mức hỗ trợ học nghề cho người trong độ tuổi lao động có
hộ khẩu thường trú tại các xã của tỉnh.

2.
Không áp dụng đối với người đã được hỗ trợ từ chương trình khác trong 03 năm gần
nhất.

**Điều 2. Mức hỗ trợ**

1. Mức hỗ trợ theo nghề

Đơn vị tính: 1.000 đồng/người/khóa

|
**Nghề**
|
**Xã đồng bằng**
|
**Xã miền núi**
|
**Xã bãi ngang**
|
|
Đan lát
|
1.850
|
2.300
|
2.050
|
|
Sửa chữa máy nông nghiệp
|
2.700
|
3.150
|
|
|
Nuôi ong
|
1.400
|
1.900
|
1.650
|

2. Ngoài mức nêu trên, học viên ở xã miền núi được hỗ trợ thêm
15.000 đồng mỗi ngày thực học để ăn trưa, tối đa 45 ngày một khóa.

**Điều 3. Hiệu lực**

Nghị quyết này có hiệu lực từ ngày 01 tháng 01 năm 2026 và thay thế Nghị
quyết số 08/2021/NQ-HĐND ngày 15 tháng 7 năm 2021.

|
Nơi nhận:
- Như Điều 2;
- Lưu: VT.
|
**CHỦ TỊCH**
Quách Hữu Lộc
|
"""

ARTICLE_TITLE = "Sông Trầu khởi công cầu Bến Mận, nối liền ba xã bờ đông"
ARTICLE = (
    "Sáng 14/3, Ủy ban nhân dân huyện Sông Trầu (tỉnh Hà Lĩnh) tổ chức lễ khởi công cầu Bến Mận với tổng mức đầu tư "
    "92,6 tỷ đồng, dài 318 m, dự kiến thông xe vào tháng 9/2027.",
    "Cầu thay thế bến đò ngang đã phục vụ người dân hơn bốn mươi năm. Mỗi ngày có khoảng 1.900 lượt người qua lại, riêng "
    "mùa thu hoạch sầu đâu con số này tăng gấp đôi, khiến hai chiếc đò luôn quá tải.",
    "Phát biểu tại buổi lễ, bà Đặng Thị Mai Sương, Phó Chủ tịch Ủy ban nhân dân huyện, đề nghị nhà thầu bảo đảm an toàn "
    "lao động và hoàn thành trụ chính trước mùa lũ năm 2026.",
    "Ngân sách tỉnh hỗ trợ 60% vốn xây dựng; phần còn lại do huyện cân đối trong ba năm 2025, 2026 và 2027.",
)
SUBHEAD = "Ba xã cùng hưởng lợi"
CAPTION = "Các đại biểu thực hiện nghi thức khởi công cầu Bến Mận bên bờ sông Trầu."

SECOND_TITLE = "Hợp tác xã Mây Nếp xuất khẩu chuyến hàng đầu tiên"
SECOND = (
    "Ngày 22/5, Hợp tác xã Mây Nếp ở xã Đồng Mận xuất 3.200 chiếc giỏ mây sang hai thị trường mới, thu về 41.500 USD.",
    "Hợp tác xã hiện có 86 thành viên, trong đó 71 người là phụ nữ; thu nhập bình quân 5,8 triệu đồng/người/tháng.",
    "Giám đốc Tạ Quang Hiển cho biết đơn vị sẽ mở thêm một xưởng sấy 450 m2 trong năm 2026 để khỏi phụ thuộc thời tiết.",
)

DIRECTIVE = """ỦY BAN NHÂN DÂN              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HUYỆN SÔNG TRẦU                  Độc lập - Tự do - Hạnh phúc

Số: 03/CT-UBND            Sông Trầu, ngày 02 tháng 6 năm 2026

CHỈ THỊ
Về việc tăng cường phòng, chống sạt lở trong mùa mưa năm 2026

Từ đầu năm đến nay trên địa bàn huyện đã xảy ra 11 vụ sạt lở, làm mất 2,3 ha đất và hư hại 640 m đường bê tông. Để chủ
động ứng phó, Chủ tịch Ủy ban nhân dân huyện yêu cầu:

1. Ủy ban nhân dân các xã rà soát, cắm biển cảnh báo tại 38 điểm xung yếu, hoàn thành trước ngày 20 tháng 6 năm 2026.

2. Ban Chỉ huy quân sự huyện bố trí lực lượng thường trực 24/24 giờ với 4 xuồng máy và 120 áo phao.

3. Phòng Tài chính - Kế hoạch cân đối 3,75 tỷ đồng từ nguồn dự phòng để gia cố bờ sông đoạn qua xã Đồng Mận.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Đặng Thị Mai Sương
"""

REPORT_TITLE = "Báo cáo nhanh tình hình sản xuất vụ hè thu"
REPORT_LEFT = (
    "Đến ngày 15 tháng 7, toàn huyện xuống giống được 5.460 ha lúa hè thu, đạt 96,5% kế hoạch. Các xã bờ tây gieo sạ sớm "
    "hơn cùng kỳ mười ngày nên tránh được đợt mặn cuối vụ.",
    "Rầy nâu xuất hiện trên 210 ha, mật độ thấp. Trạm Bảo vệ thực vật khuyến cáo không phun thuốc ngừa.",
)
REPORT_RIGHT = (
    "Giá lúa tươi tại ruộng dao động 6.300 - 6.700 đồng/kg. Nông dân ba xã bờ đông phải chở lúa qua đò nên chi phí tăng "
    "thêm chừng 150 đồng mỗi ki-lô-gam.",
    "Dự kiến thu hoạch rộ từ ngày 20 tháng 9, năng suất bình quân 62,4 tạ/ha.",
)

LEGACY = (
    "Báo cáo kết quả xây dựng nông thôn mới của xã Đồng Mận",
    "Trong năm 2007, nhân dân toàn xã đã đóng góp 1.240 ngày công và 385 triệu đồng để làm đường liên thôn.",
    "Đến cuối năm, xã có 92% số hộ dùng điện và 64% số hộ có hố xí hợp vệ sinh; số hộ nghèo giảm còn 118 hộ.",
    "Ủy ban nhân dân xã đề nghị huyện hỗ trợ thêm 50 tấn xi măng trong quý một năm 2008.",
)

SCAN = (
    "THÔNG BÁO",
    "Về việc tiếp nhận đăng ký nước sạch",
    "Từ ngày 03 tháng 8 năm 2026, Ủy ban nhân dân xã Đồng Mận tiếp nhận đăng ký",
    "lắp đồng hồ nước sạch cho các hộ dân ở bốn thôn ven sông.",
    "Mỗi hộ nộp 450.000 đồng chi phí lắp đặt; hộ nghèo được miễn toàn bộ.",
)
