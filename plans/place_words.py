"""The words that stand beside the names of places: levels, their abbreviations, Party bodies, English levels, and the
words that tell a place from a person."""

from __future__ import annotations

import re

from plans.admin_units import TIERS, Level, folded_key

COUNTRY = "cả nước"
"""What is told of the whole country is recorded as being of this."""
LEVELS: dict[tuple[str, ...], tuple[str, Level]] = {
    tuple(folded_key(level).split()): (level, level)  # type: ignore[misc]
    for level in TIERS
}
BODIES: dict[tuple[str, ...], tuple[str, Level]] = {  # Party committees and Youth Unions carry their unit's level
    ("tinh", "uy"): ("tỉnh ủy", "tỉnh"),
    ("thanh", "uy"): ("thành ủy", "thành phố"),
    ("huyen", "uy"): ("huyện ủy", "huyện"),
    ("thi", "uy"): ("thị ủy", "thị xã"),
    ("quan", "uy"): ("quận ủy", "quận"),
    ("tinh", "doan"): ("tỉnh đoàn", "tỉnh"),
    ("thanh", "doan"): ("thành đoàn", "thành phố"),
    ("huyen", "doan"): ("huyện đoàn", "huyện"),
    ("thi", "doan"): ("thị đoàn", "thị xã"),
    ("quan", "doan"): ("quận đoàn", "quận"),
    ("huyen", "dao"): ("huyện đảo", "huyện"),
    ("xa", "dao"): ("xã đảo", "xã"),
}
SHORT: dict[str, Level] = {
    "TP": "thành phố",
    "TX": "thị xã",
    "TT": "thị trấn",
    "T": "tỉnh",
    "H": "huyện",
    "Q": "quận",
    "P": "phường",
    "X": "xã",
    "ĐK": "đặc khu",
}
LEVEL_STARTS = {key[0] for key in (*LEVELS, *BODIES)} | {folded_key(short) for short in SHORT}
ENGLISH: dict[str, tuple[Level, ...]] = {
    "province": ("tỉnh",),
    "city": ("thành phố",),
    "district": ("huyện", "quận"),
    "commune": ("xã",),
    "communes": ("xã",),
    "ward": ("phường",),
    "town": ("thị xã", "thị trấn"),
    "township": ("thị trấn",),
}
ENGLISH_NUMBERED: dict[str, Level] = {"district": "quận", "ward": "phường"}
PARTS = frozenset(re.findall(r"\w+", "Đông Tây Nam Bắc Trung Thượng Hạ Nội Ngoại Mới I II III IV V VI A B C D"))
FAMILIES = frozenset(
    re.findall(
        r"\w+",
        "Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Trịnh Mai Đào Trương Lâm Phùng "
        "Tô Tạ Lương Lưu Chu Cao Thái Quách Kiều Châu Tăng Triệu Vương Hà Đàm Nghiêm Thạch Tống Văn Thị Nông Sầm Lò Giàng "
        "Thào Lục Bế Hứa",
    )
)
MIDDLE_NAMES = frozenset(re.findall(r"\w+", "Văn Thị Hữu Đình"))
PLURALS = frozenset(re.findall(r"\w+", "cac hai ba bon nam sau bay tam chin nhung"))
PREPOSITIONS = frozenset(re.findall(r"\w+", "o tai cua thuoc trong cho ve va den tu in of at for"))
COUNTED = frozenset(  # first syllables of what numbers count: "6 hộ", "19 tiêu chí", "5 tỷ đồng"
    re.findall(
        r"\w+",
        "ho nguoi tieu chi du cong truong dong ty ti trieu nghin ngan ha tan ta kg km m met lao vu lan nam ngay gio "
        "thang th t quy thon ap ban xa phuong huyen don dang can hoc em giao nha lop doanh hop cap tuyen cay mau diem loai "
        "chau ba me liet tram khu cum dau phong giuong bac nhom doi doan luot khach tap",
    )
)
TITLES = frozenset(re.findall(r"\w+", "ông bà anh chị cô chú bác chí em thầy tên"))

MADE_FROM = (
    r"(?<!\w)(?:thành lập|lập|hình thành|sáp nhập|hợp nhất|sắp xếp|nhập|ghép|tách)\s[^.;:\n]{0,40}?"
    r"(?<!\w)(?:từ|trên cơ sở)(?!\w)[^.;:\n]*"
)
"""What a place was made from, behind its name: "được thành lập trên cơ sở sắp xếp xã B và xã C"."""
MERGED_WITH = r"\b(?:sau|trước|từ|khi)\s[^.;:,()\n]{0,25}?\b(?:hợp nhất|sáp nhập|nhập)\s[^.;:,()\n]*"
"""Where it is told which places became one, as a pattern: "sau hợp nhất với tỉnh Kon Tum"."""
