"""Text files: articles with their furniture, hard-wrapped official documents, old encodings."""

from __future__ import annotations

import sys
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from ingest.readers import read
from plans.document import Document
from plans.text import flatten

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
FILES = CORPUS / "files"
ARTICLES = Path(__file__).resolve().parents[2] / "data" / "articles"
sys.path.insert(0, str(CORPUS))

import contents  # noqa: E402


def of_kind(found: Document, kind: str) -> list[str]:
    return [flatten(block.span.of(found.text)) for block in found.blocks if block.kind == kind]


def written(tmp_path: Path, text: str) -> Document:
    path = tmp_path / "van-ban.txt"
    path.write_text(text, encoding="utf-8")
    return read(path, tmp_path)


@pytest.mark.parametrize("path", sorted(ARTICLES.glob("*.txt")), ids=lambda path: path.stem[:3])
def test_the_text_of_an_article_is_the_file_as_it_stands(path: Path) -> None:
    assert read(path, ARTICLES).text == unicodedata.normalize("NFC", path.read_bytes().decode("utf-8"))


@pytest.mark.parametrize(
    ("start", "title", "place"),
    [
        ("000", "Thị trấn Trung Phước: Phát huy tinh thần đoàn kết", "thị trấn Trung Phước"),
        ("001", "Tăng cường các giải pháp thực hiện nhiệm vụ trọng tâm năm 2023", "huyện Tháp Mười"),
        ("002", "Phấn đấu hoàn thành vượt mức chỉ tiêu đề ra", "thị xã Tân Uyên"),
        ("003", "Đảng bộ TX. Cai Lậy: Quyết tâm thực hiện thắng lợi", "thị xã Cai Lậy"),
        ("004", "Thọ Xuân triển khai Kế hoạch hành động", "huyện Thọ Xuân"),
    ],
)
def test_the_shipped_articles_have_their_title_and_place(start: str, title: str, place: str) -> None:
    path = next(ARTICLES.glob(f"{start}_*.txt"))
    found = read(path, ARTICLES)
    assert found.title.startswith(title)
    assert found.places[0] == place


def test_the_date_of_an_article_is_read_from_its_stamp() -> None:
    assert read(next(ARTICLES.glob("003_*.txt")), ARTICLES).published == date(2024, 1, 31)


def test_page_furniture_is_no_content() -> None:
    found = read(FILES / "bai-bao.txt", FILES)
    assert of_kind(found, "furniture") == [
        "Trang chủ Tin tức",
        contents.CAPTION,
        "Tin liên quan",
        "Sông Trầu: Ra quân làm thủy lợi nội đồng",
        "Trả lời",
        "Email của bạn sẽ không được hiển thị công khai.",
    ]


def test_no_sentence_of_an_article_nor_its_date_is_lost() -> None:
    found = read(FILES / "bai-bao.txt", FILES)
    assert of_kind(found, "paragraph") == [
        "Cập nhật: 16:20, 14/03/2025 (GMT+7)",
        contents.ARTICLE[0],
        contents.CAPTION,
        contents.ARTICLE[1],
        *contents.ARTICLE[2:],
        "THANH LAM",
    ]
    assert of_kind(found, "heading") == [contents.SUBHEAD]


def test_a_line_said_twice_far_apart_is_kept_in_an_official_document(tmp_path: Path) -> None:
    item = "- Ủy ban nhân dân các xã."
    text = f"KẾ HOẠCH\n\nVỀ VIỆC TRỒNG CÂY NĂM 2026\n\n1. Chủ trì:\n\n{item}\n\n2. Phối hợp:\n\n{item}\n"
    assert of_kind(written(tmp_path, text), "item").count(item) == 2


def test_a_resolution_cut_at_80_columns_is_joined() -> None:
    found = read(FILES / "nghi-quyet.md", FILES)
    items = of_kind(found, "item")
    assert items[0].startswith("1. Nghị quyết này quy định mức hỗ trợ học nghề cho người trong độ tuổi lao động có hộ khẩu")
    assert of_kind(found, "heading") == [
        "Điều 1. Phạm vi và đối tượng",
        "Điều 2. Mức hỗ trợ",
        "1. Mức hỗ trợ theo nghề",
        "Điều 3. Hiệu lực",
    ]


def test_a_resolution_says_what_it_is() -> None:
    found = read(FILES / "nghi-quyet.md", FILES)
    assert found.title == ("NGHỊ QUYẾT QUY ĐỊNH MỨC HỖ TRỢ HỌC NGHỀ CHO LAO ĐỘNG NÔNG THÔN TRÊN ĐỊA BÀN TỈNH HÀ LĨNH")
    assert (found.number, found.kind) == ("31/2025/NQ-HĐND", "resolution")
    assert (found.published, found.publisher) == (date(2025, 12, 9), "Hội đồng nhân dân tỉnh Hà Lĩnh")


def test_the_unit_above_a_table_belongs_to_it() -> None:
    found = read(FILES / "nghi-quyet.md", FILES)
    assert found.tables[0].unit == "1.000 đồng/người/khóa"
    empty = [cell for cell in found.tables[0].cells if not len(cell.span)]
    assert [(cell.row, cell.column) for cell in empty] == [(2, 3)]


@pytest.mark.parametrize("name", ["nghi-quyet.md", "chi-thi.txt"])
def test_a_signature_is_a_block_of_its_own(name: str) -> None:
    signed = of_kind(read(FILES / name, FILES), "paragraph")[-1]
    assert signed in ("CHỦ TỊCH Quách Hữu Lộc", "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Đặng Thị Mai Sương")


def test_a_letterhead_in_two_columns_of_text_is_understood() -> None:
    found = read(FILES / "chi-thi.txt", FILES)
    assert (found.number, found.kind, found.published) == ("03/CT-UBND", "directive", date(2026, 6, 2))
    assert found.publisher == "Ủy ban nhân dân huyện Sông Trầu"
    assert found.places[0] == contents.PLACE


@pytest.mark.parametrize("name", ["bao-cao-tcvn3.txt", "bao-cao-vni.txt", "bao-cao-1258.txt", "bao-cao-utf16.txt"])
def test_old_encodings_give_the_same_text(name: str) -> None:
    lines = read(FILES / name, FILES).text.splitlines()
    assert [line.casefold() for line in lines] == [line.casefold() for line in contents.LEGACY]


def test_decomposed_text_is_composed() -> None:
    assert read(FILES / "chi-thi-nfd.txt", FILES).text == read(FILES / "chi-thi.txt", FILES).text


def test_a_sidecar_corrects_what_the_text_says() -> None:
    found = read(FILES / "bao-cao-tcvn3.txt", FILES)
    assert found.title == "Báo cáo nông thôn mới xã Đồng Mận năm 2007"
    assert (found.number, found.kind, found.published) == ("02/BC-UBND", "report", date(2008, 1, 10))
    assert (found.places, found.years) == (("xã Đồng Mận", "huyện Sông Trầu"), (2007,))


def test_a_byte_order_mark_keeps_its_place(tmp_path: Path) -> None:
    found = written(tmp_path, "\ufeffXã Đồng Mận khánh thành trạm bơm Gò Sậy\n\nTrạm bơm tưới cho 120 ha lúa của hai thôn.")
    assert found.text.startswith("\ufeffXã")
    assert found.title == "Xã Đồng Mận khánh thành trạm bơm Gò Sậy"


def test_a_text_without_a_title_is_named_by_its_first_words(tmp_path: Path) -> None:
    text = "Sáng 5/4, xã Đồng Mận khánh thành trạm bơm. " + "Trạm bơm tưới cho 120 ha lúa của hai thôn ven sông. " * 4
    assert written(tmp_path, text).title == "Sáng 5/4, xã Đồng Mận khánh thành trạm bơm"


def test_the_name_of_a_newspaper_and_the_way_to_a_page_are_no_title(tmp_path: Path) -> None:
    path = tmp_path / "bai.txt"
    path.write_text(
        "BÁO ĐIỆN TỬ BÌNH ĐỊNH\nChính trị > Hội đồng nhân dân\nThứ sáu, 20/12/2024, 16:42 (GMT+7)\n\n"
        "Hoài Nhơn: Thu ngân sách năm 2024 lập mốc mới\n\n"
        "(BĐ) - Ngày 20.12, HĐND thị xã Hoài Nhơn tổ chức kỳ họp cuối năm; thu ngân sách đạt 1.780 tỷ đồng.\n",
        encoding="utf-8",
    )
    found = read(path, tmp_path)
    assert found.title == "Hoài Nhơn: Thu ngân sách năm 2024 lập mốc mới"
    assert found.places[0] == "thị xã Hoài Nhơn"


def test_a_line_of_a_thousand_arrows_is_read(tmp_path: Path) -> None:
    path = tmp_path / "bai.txt"
    path.write_text("BÁO HẢI DƯƠNG\n" + "a > " * 1000 + ".\n\nTin vắn.\n", encoding="utf-8")
    assert "Tin vắn." in read(path, tmp_path).text


def test_the_motto_of_a_newspaper_and_a_kicker_are_no_title(tmp_path: Path) -> None:
    path = tmp_path / "bai.txt"
    path.write_text(
        "BÁO VÀ PHÁT THANH, TRUYỀN HÌNH CẦN THƠ\nTiếng nói của Đảng bộ, chính quyền và Nhân dân TP Cần Thơ\n"
        "Chuyên mục: Xây dựng Đảng | Thứ Tư, 06/8/2025 - 19:42 GMT+7\n\n"
        "Đại hội Đảng bộ phường Hưng Phú lần thứ I, nhiệm kỳ 2025-2030:\n"
        "XÂY DỰNG PHƯỜNG HƯNG PHÚ VĂN MINH, HIỆN ĐẠI\n\n"
        "(CT) - Ngày 6-8, Đảng bộ phường Hưng Phú (TP Cần Thơ) tổ chức Đại hội đại biểu lần thứ I, nhiệm kỳ 2025-2030.\n",
        encoding="utf-8",
    )
    found = read(path, tmp_path)
    assert found.title == "XÂY DỰNG PHƯỜNG HƯNG PHÚ VĂN MINH, HIỆN ĐẠI"
    assert found.places[0] == "phường Hưng Phú"
    assert found.published == date(2025, 8, 6)


def test_windows_line_ends_keep_their_offsets(tmp_path: Path) -> None:
    path = tmp_path / "bai.txt"
    path.write_bytes("Xã Đồng Mận làm đường\r\n\r\nTuyến đường dài 3 km qua hai thôn.\r\n".encode())
    found = read(path, tmp_path)
    assert found.text == "Xã Đồng Mận làm đường\r\n\r\nTuyến đường dài 3 km qua hai thôn.\r\n"
    assert of_kind(found, "paragraph") == ["Tuyến đường dài 3 km qua hai thôn."]


@pytest.mark.parametrize("name", ["nghi-quyet.md", "chi-tieu-o-dong.md", "chi-tieu-markdown.md", "chi-thi.txt"])
def test_windows_line_ends_change_no_block(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes((FILES / name).read_bytes().replace(b"\n", b"\r\n"))
    here, there = read(FILES / name, FILES), read(tmp_path / name, tmp_path)
    said = [(block.kind, block.level, flatten(block.span.of(here.text))) for block in here.blocks]
    assert said == [(block.kind, block.level, flatten(block.span.of(there.text))) for block in there.blocks]
    assert [len(table.cells) for table in here.tables] == [len(table.cells) for table in there.tables]


def test_a_table_inside_a_letterhead_overlaps_no_block(tmp_path: Path) -> None:
    table = "| Chỉ tiêu | 2026 |\n|---|---|\n| Hộ nghèo | 118 |"
    found = written(
        tmp_path, f"ỦY BAN NHÂN DÂN XÃ MẬN\n\n{table}\n\nSố: 5/KH-UBND\n\nKẾ HOẠCH\n\nTRỒNG RỪNG\n\nXã giao đất."
    )
    assert all(a.span.end <= b.span.start for a, b in zip(found.blocks, found.blocks[1:], strict=False))
