"""Lines to paragraphs, headings and items; furniture; titles; what a text says of itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ingest.clean import is_phrase, junk_prefix
from ingest.readers import read
from ingest.structure import numbering
from plans.document import Document
from plans.text import flatten

LONG = "Ủy ban nhân dân xã giao các thôn rà soát danh sách hộ nghèo, hộ cận nghèo và báo cáo trước ngày 15 hằng tháng."


def written(tmp_path: Path, text: str) -> Document:
    path = tmp_path / "van-ban.txt"
    path.write_text(text, encoding="utf-8")
    return read(path, tmp_path)


def blocks(found: Document) -> list[tuple[str, int, str]]:
    return [(block.kind, block.level, flatten(block.span.of(found.text))) for block in found.blocks]


def test_numberings_nest_in_the_order_of_official_documents(tmp_path: Path) -> None:
    lines = ["KẾ HOẠCH", "VỀ VIỆC GIẢM NGHÈO NĂM 2026", "Phần thứ nhất", "A. KẾT QUẢ", "I. KINH TẾ", "1. Nông nghiệp"]
    lines += ["1.1. Trồng trọt", "a) Cây lúa", LONG, "b) Cây màu", LONG, "1.2. Chăn nuôi", LONG, "II. XÃ HỘI", LONG]
    found = blocks(written(tmp_path, "\n\n".join(lines)))
    levels = {words: level for kind, level, words in found if kind == "heading"}
    assert levels["Phần thứ nhất"] < levels["A. KẾT QUẢ"] < levels["1. Nông nghiệp"] < levels["1.1. Trồng trọt"]
    assert levels["1.1. Trồng trọt"] == levels["1.2. Chăn nuôi"] < levels["a) Cây lúa"] == levels["b) Cây màu"]
    assert levels["I. KINH TẾ"] == levels["II. XÃ HỘI"]


def test_a_list_of_statements_is_no_list_of_headings(tmp_path: Path) -> None:
    statements = ["1. Trồng mới 12 ha rừng", "2. Xây 3 nhà văn hóa thôn", "3. Mở 2 lớp dạy nghề"]
    found = blocks(written(tmp_path, "\n\n".join(["CHỈ THỊ", "VỀ MÙA KHÔ NĂM 2026", LONG, *statements, LONG])))
    assert [words for kind, _, words in found if kind == "item"] == statements


def test_an_article_of_law_with_its_number_on_a_line_of_its_own_is_joined(tmp_path: Path) -> None:
    text = "NGHỊ QUYẾT\n\nVỀ HỌC PHÍ NĂM 2026\n\n**Điều\n3. Hiệu lực**\n\n" + LONG + "\n\n**Điều 4.\nThi hành**\n\n" + LONG
    found = blocks(written(tmp_path, text))
    assert [words for kind, _, words in found if kind == "heading"] == ["Điều 3. Hiệu lực", "Điều 4. Thi hành"]


def test_a_wrapped_dash_inside_a_sentence_begins_no_item(tmp_path: Path) -> None:
    wrapped = "Trên đây là Kế hoạch phát triển kinh tế\n- xã hội năm 2026 của xã, đề nghị các thôn thực\nhiện nghiêm túc."
    filler = "\n\n".join([LONG[:60] + "\n" + LONG[60:].strip()] * 4)
    found = blocks(written(tmp_path, f"KẾ HOẠCH\n\nVỀ KINH TẾ NĂM 2026\n\n{filler}\n\n{wrapped}\n"))
    assert found[-1][0] == "paragraph"
    assert found[-1][2].startswith("Trên đây là Kế hoạch phát triển kinh tế - xã hội")


def test_a_caption_below_a_picture_is_no_heading(tmp_path: Path) -> None:
    text = f"Xã Đồng Mận ra quân làm thủy lợi\n\n[img]\nQuang cảnh buổi lễ\n{LONG} {LONG}"
    assert ("paragraph", 0, "Quang cảnh buổi lễ") in blocks(written(tmp_path, text))


def test_a_byline_is_no_heading(tmp_path: Path) -> None:
    text = f"Xã Đồng Mận ra quân làm thủy lợi\n\n{LONG}\n\n**D.Ngân**\n\n{LONG} Đây là phần thêm ở cuối trang."
    assert ("paragraph", 0, "D.Ngân") in blocks(written(tmp_path, text))


def test_a_markdown_heading_keeps_its_level(tmp_path: Path) -> None:
    text = f"# Xã Đồng Mận làm đường liên thôn\n\n## Vốn\n\n{LONG}\n\n### Nhân công\n\nMỗi hộ góp 3 ngày công."
    found = blocks(written(tmp_path, text))
    assert [(kind, level) for kind, level, _ in found] == [
        ("title", 0),
        ("heading", 1),
        ("paragraph", 0),
        ("heading", 2),
        ("paragraph", 0),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Tin liên quan",
        "Trang chủ Tin tức",
        "Cập nhật: 10:33, 31/01/2024 (GMT+7)",
        "Bình luận",
        "[img]",
        "Thứ Hai, 05/02/2024 08:15",
    ],
)
def test_lines_that_portals_print_are_known(line: str) -> None:
    assert is_phrase(line)


@pytest.mark.parametrize(
    "line",
    ["Tin vui đến với bà con xã Mận", "Ngày 05/02/2024, xã tổ chức họp.", "Đăng ký 12 ha lúa", "118", "Chia sẻ của bà Tư"],
)
def test_lines_of_articles_are_not_taken_for_them(line: str) -> None:
    assert not is_phrase(line)


@pytest.mark.parametrize(("raw", "length"), [("null Xã Mận", 5), (" date 2023-12 Xã Mận", 14), ("Nullify là gì", 0)])
def test_template_junk_before_a_title_is_measured(raw: str, length: int) -> None:
    assert junk_prefix(raw) == length


@pytest.mark.parametrize("words", ["V/v hỗ trợ", "2026 - 2030", "8,5% so với cùng kỳ", "Năm 2025", "A Lưới"])
def test_what_is_no_numbering(words: str) -> None:
    assert numbering(words) is None


def test_years_of_laws_and_letters_are_not_the_years_of_a_plan(tmp_path: Path) -> None:
    text = (
        "KẾ HOẠCH\n\nGIẢM NGHÈO NĂM 2026\n\nCăn cứ Luật số 72/2020/QH14 ngày 19 tháng 6 năm 2020;\n\n"
        f"Thực hiện Công văn ngày 03 tháng 5 năm 2019.\n\n{LONG} Phấn đấu năm 2026 giảm 40 hộ."
    )
    assert written(tmp_path, text).years == (2026,)


def test_the_newspaper_that_an_article_is_taken_from_is_its_publisher(tmp_path: Path) -> None:
    assert written(tmp_path, f"Xã Đồng Mận làm đường\n\n{LONG}\n\nTheo Báo Hà Lĩnh\n").publisher == "Báo Hà Lĩnh"


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        ("Cập nhật: 10:33, 31/01/2024 (GMT+7)", date(2024, 1, 31)),
        ("Thứ Hai, 05/02/2024", date(2024, 2, 5)),
        ("Ngày đăng: 7-3-2025", date(2025, 3, 7)),
        ("Cập nhật: 31/02/2024", None),
        ("Hội nghị ngày 31/01/2024 thống nhất nội dung.", None),
    ],
)
def test_the_date_of_an_article_is_its_stamp_and_no_other_date(tmp_path: Path, stamp: str, expected: date | None) -> None:
    assert written(tmp_path, f"Xã Đồng Mận làm đường liên thôn\n\n{stamp}\n\n{LONG}").published == expected


def test_of_two_places_in_the_title_the_inner_one_is_the_subject(tmp_path: Path) -> None:
    found = written(
        tmp_path, f"Thanh Hóa: Huyện Thọ Xuân làm đường\n\nUBND huyện Thọ Xuân (tỉnh Thanh Hóa) khởi công. {LONG}"
    )
    assert found.places[:2] == ("huyện Thọ Xuân", "tỉnh Thanh Hóa")


def test_a_bare_name_takes_the_level_that_the_text_gives_it(tmp_path: Path) -> None:
    found = written(tmp_path, f"Cai Lậy giảm nghèo bền vững\n\nThị xã Cai Lậy hỗ trợ 20 hộ. {LONG}")
    assert found.places[0] == "thị xã Cai Lậy"


def test_a_later_heading_does_not_make_an_annex_a_child_of_the_last_chapter(tmp_path: Path) -> None:
    text = "\n\n".join(["KẾ HOẠCH", "VỀ RỪNG NĂM 2026", "I. MỤC TIÊU", LONG, "PHỤ LỤC", "DANH MỤC CÔNG VIỆC", LONG])
    levels = {words: level for kind, level, words in blocks(written(tmp_path, text)) if kind == "heading"}
    assert levels["PHỤ LỤC"] == 1
    assert levels["I. MỤC TIÊU"] > 1


def test_the_name_of_the_state_in_a_sentence_makes_no_official_document(tmp_path: Path) -> None:
    text = f"Xã Đồng Mận đón đoàn khách\n\nĐại sứ nước Cộng hòa xã hội chủ nghĩa Việt Nam cùng dự. {LONG}\n\nTin liên quan"
    found = written(tmp_path, text)
    assert (found.kind, found.title) == ("article", "Xã Đồng Mận đón đoàn khách")
    assert blocks(found)[-1][0] == "furniture"
