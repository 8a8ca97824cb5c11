"""Lines to paragraphs, headings and items; furniture; titles; what a text says of itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ingest.clean import is_phrase, junk_prefix
from ingest.readers import read
from ingest.structure import numbering, units
from plans.document import Document, Span
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


@pytest.mark.parametrize(
    "subject", ["Phát triển kinh tế - xã hội năm 2026", "thực hiện Nghị quyết số 05-NQ/TU", "Kết quả triển khai vụ xuân"]
)
def test_a_subject_in_ordinary_case_below_its_kind_belongs_to_the_title(tmp_path: Path, subject: str) -> None:
    found = written(tmp_path, f"KẾ HOẠCH\n\n{subject}\n\nCăn cứ nghị quyết của huyện, xã xây dựng kế hoạch.\n\n{LONG}")
    assert found.title == f"KẾ HOẠCH {subject}"


@pytest.mark.parametrize(
    "line",
    [
        "Căn cứ nghị quyết của hội đồng nhân dân huyện",
        "Kính gửi: Ủy ban nhân dân huyện",
        "Thực hiện nghị quyết của huyện, xã báo cáo như sau:",
        "Mận, ngày 5 tháng 1 năm 2026",
        "1. Mục tiêu chung",
    ],
)
def test_a_preamble_below_the_kind_is_no_subject(tmp_path: Path, line: str) -> None:
    assert written(tmp_path, f"BÁO CÁO\n\n{line}\n\n{LONG}").title == "BÁO CÁO"


def test_an_answer_below_its_question_is_content(tmp_path: Path) -> None:
    answer = ["Trả lời:", "Tuyến đường dài 4,5 km, tổng mức đầu tư 12 tỷ đồng.", "Dự án khởi công trong quý II năm 2026."]
    text = "\n\n".join(["Cử tri xã Mận hỏi về đường liên xã", "Câu hỏi: Khi nào tuyến đường được đầu tư?", *answer])
    said = blocks(written(tmp_path, text))
    assert [words for kind, _, words in said if kind == "paragraph"][-3:] == answer
    form = blocks(written(tmp_path, f"Xã Mận làm đường mới\n\n{LONG}\n\nTrả lời\n\nTên *\n\nEmail *\n\nGửi bình luận"))
    assert [kind for kind, _, _ in form[2:]] == ["furniture"] * 4


def test_related_links_end_at_the_next_statement(tmp_path: Path) -> None:
    after = ["Năm 2026, huyện đề ra các chỉ tiêu:", "- Hộ nghèo còn 2,4%.", "Chủ tịch xã yêu cầu các thôn khẩn trương."]
    links = ["Tin liên quan", "Xã Mận khởi công cầu Bến Mận"]
    found = blocks(written(tmp_path, "\n\n".join(["Kinh tế xã Mận tăng trưởng khá", LONG, *links, *after])))
    assert [words for kind, _, words in found if kind == "furniture"] == links
    assert [words for _, _, words in found[-3:]] == after


def test_the_same_result_under_each_target_is_kept(tmp_path: Path) -> None:
    results = ["Thu ngân sách", "Đạt 100% kế hoạch", "Chi ngân sách", "Đạt 100% kế hoạch", "Việc làm", "Đạt 100% kế hoạch"]
    title = "Kết quả thực hiện các chỉ tiêu năm 2025 của xã Mận"
    text = "\n\n".join([title, "Năm 2025, xã Mận đã hoàn thành các chỉ tiêu sau:", *results, LONG])
    found = written(tmp_path, text)
    assert found.title == title
    assert [words for kind, _, words in blocks(found) if kind != "furniture"].count("Đạt 100% kế hoạch") == 3


def test_a_caption_across_a_picture_from_itself_is_furniture(tmp_path: Path) -> None:
    caption = "Cầu Bến Mận ngày khánh thành"
    found = blocks(written(tmp_path, "\n\n".join(["Xã Mận có cầu mới qua sông", LONG, caption, "[img]", caption, LONG])))
    assert ("furniture", 0, caption) in found


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("Xã Mận khánh thành trạm bơm | Cổng thông tin điện tử huyện Sông Trầu", "Xã Mận khánh thành trạm bơm"),
        ("Xã Mận khánh thành trạm bơm Gò Sậy phục vụ vụ xuân", "Xã Mận khánh thành trạm bơm Gò Sậy phục vụ vụ xuân"),
    ],
)
def test_the_headline_is_what_the_page_title_says_but_for_the_site(tmp_path: Path, above: str, title: str) -> None:
    below = "Xã Mận khánh thành trạm bơm" if "|" in above else "khánh thành trạm bơm"
    assert written(tmp_path, f"{above}\n\n{below}\n\n{LONG}").title == title


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Cập nhật: 16:20, 14/03/2025 (GMT+7)", date(2025, 3, 14)),
        ("Thứ tư, 31/01/2024 | 08:00 | Lượt xem: 12", date(2024, 1, 31)),
        ("Số liệu cập nhật đến ngày 31/12/2023 cho thấy thu ngân sách đạt 315 tỷ đồng.", None),
        ("Hội nghị diễn ra lúc 8h00, chủ nhật (14/01/2024).", None),
        ("Chủ nhật 14/01/2024, xã tổ chức hội nghị.", None),
    ],
)
def test_only_a_line_of_its_own_says_when_an_article_was_published(
    tmp_path: Path, line: str, published: date | None
) -> None:
    assert written(tmp_path, f"Xã Mận họp dân về nông thôn mới\n\n{line}\n\n{LONG}").published == published


@pytest.mark.parametrize(
    ("line", "publisher"),
    [("Theo báo Hà Lĩnh", "báo Hà Lĩnh"), ("Theo báo cáo của xã:", None), ("Theo báo cáo của xã Mận", None)],
)
def test_a_report_quoted_is_no_publisher(tmp_path: Path, line: str, publisher: str | None) -> None:
    assert written(tmp_path, f"Xã Mận họp dân về nông thôn mới\n\n{LONG}\n\n{line}").publisher == publisher


def test_the_metadata_of_a_page_goes_before_the_prose_of_its_article(tmp_path: Path) -> None:
    meta = (
        '<meta property="article:published_time" content="2024-01-15"><meta property="og:site_name" content="Báo Hà Lĩnh">'
    )
    prose = f"<p>{LONG}</p><p>Cập nhật: 31/12/2023</p><p>{LONG}</p><p>Theo báo Sông Trầu</p>"
    path = tmp_path / "bai.html"
    path.write_text(f"<html><head>{meta}</head><body><article><h1>Xã Mận họp dân</h1>{prose}</article></body></html>")
    found = read(path, tmp_path)
    assert (found.published, found.publisher) == (date(2024, 1, 15), "Báo Hà Lĩnh")


def test_marked_sections_below_a_plain_title_are_no_title(tmp_path: Path) -> None:
    title = "Kế hoạch phát triển kinh tế xã Mận năm 2026"
    text = f"{title}\n\n# I. Mục tiêu\n\n{LONG}\n\n# II. Giải pháp\n\n{LONG}"
    assert written(tmp_path, text).title == title


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_the_name_of_a_part_belongs_to_the_line_that_counts_it(tmp_path: Path, between: str) -> None:
    part = f"Phần thứ nhất{between}KẾT QUẢ NĂM 2030\n\n"
    text = f"KẾ HOẠCH\nCông tác năm 2031\n\n{part}I. KINH TẾ\n{LONG}\n\nII. XÃ HỘI\n{LONG}\n"
    found = [one for one in blocks(written(tmp_path, text)) if one[0] == "heading"]
    assert found == [
        ("heading", 1, "Phần thứ nhất KẾT QUẢ NĂM 2030"),
        ("heading", 2, "I. KINH TẾ"),
        ("heading", 2, "II. XÃ HỘI"),
    ]


@pytest.mark.parametrize("mark", [":", ".", " -"])
def test_a_part_named_on_its_own_line_is_a_heading(tmp_path: Path, mark: str) -> None:
    text = f"KẾ HOẠCH\nCông tác năm 2031\n\nPhần thứ hai{mark} NHIỆM VỤ NĂM 2031\n\nI. KINH TẾ\n{LONG}\n"
    assert ("heading", 1, f"Phần thứ hai{mark} NHIỆM VỤ NĂM 2031") in blocks(written(tmp_path, text))


def test_a_sentence_about_a_part_is_no_heading(tmp_path: Path) -> None:
    text = f"Phần thứ hai của đề án nêu ba việc: rà soát, giao việc và kiểm tra.\n\n{LONG}\n"
    assert all(kind != "heading" for kind, _, _ in blocks(written(tmp_path, text)))


FOOT = """Nơi nhận:                         TM. ỦY BAN NHÂN DÂN
- UBND tỉnh;                      KT. CHỦ TỊCH
- Các thôn;                       PHÓ CHỦ TỊCH
- Lưu: VT.
"""


@pytest.mark.parametrize("name", ["Lò Văn Ẩn", "Rơ H'Lan Mý"])
@pytest.mark.parametrize("last", ["                                  {}\n", "\n\n                                  {}\n"])
def test_a_signature_right_of_the_addressees_ends_with_its_name(tmp_path: Path, name: str, last: str) -> None:
    found = blocks(written(tmp_path, f"KẾ HOẠCH\nCông tác năm 2031\n\n{LONG}\n\n{FOOT}" + last.format(name)))
    kind, _, words = found[-1]
    assert kind == "paragraph"
    assert words.startswith("Nơi nhận")
    assert words.endswith(f"PHÓ CHỦ TỊCH - Lưu: VT. {name}")


def test_a_name_below_a_text_without_offices_is_no_signature(tmp_path: Path) -> None:
    found = blocks(written(tmp_path, f"{LONG}\n\n- Giống lúa;                Phân bón\n- Lưu: VT.\n\nLò Văn Ẩn\n"))
    assert found[-1][2] == "Lò Văn Ẩn"


def test_a_heading_without_a_full_stop_ends_where_a_numbered_line_follows(tmp_path: Path) -> None:
    text = "NGHỊ QUYẾT\nVỀ NHIỆM VỤ NĂM 2032\n\n" + "\n".join(
        [
            "    Điều 1. Đánh giá kết quả thực hiện nhiệm vụ năm 2031",
            "    1. Năm 2031, xã có 14 chỉ tiêu đạt và vượt kế hoạch; hai chỉ tiêu không đạt là",
            "tỷ lệ giải ngân vốn đầu tư và tỷ lệ thu gom rác thải sinh hoạt, do thiếu xe và",
            "do đường vào thôn chưa xong; các thôn đã họp bàn cách khắc phục trong quý tới.",
            "    Điều 2. Mục tiêu năm 2032",
            "    1. Mục tiêu tổng quát là giữ vững các chỉ tiêu đã đạt, phát triển nghề dệt và",
            "chăn nuôi theo hướng hàng hóa; nâng chất lượng dạy và học ở các điểm trường lẻ.",
        ]
    )
    headings = [words for kind, _, words in blocks(written(tmp_path, text)) if kind == "heading"]
    assert headings == ["Điều 1. Đánh giá kết quả thực hiện nhiệm vụ năm 2031", "Điều 2. Mục tiêu năm 2032"]


def test_a_section_goes_on_behind_a_table_whose_caption_stands_as_a_heading(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "KẾ HOẠCH\n\n## I. KẾT QUẢ NĂM 2031\n\n**Bảng 1. Rau và hoa**\n\n| Xã | Rau |\n|---|---|\n| Mỹ Quý | 12 |\n\n"
        "1. Công tác ứng phó\n\nĐã cấp 5,2 tấn gạo.\n",
        encoding="utf-8",
    )
    document = read(tmp_path / "a.md", tmp_path)
    levels = {one.span.of(document.text)[:12]: one.level for one in document.blocks if one.kind == "heading"}
    assert levels["**Bảng 1. Ra"] > levels["## I. KẾT QU"]


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("Cỡ chữ: A- A A+ | Lượt xem: 2.847", True),
        ("Rau | Hoa | Lượt xem: 12", False),
        ("|", False),
        ("Cỡ chữ: A- A A+", True),
    ],
)
def test_a_line_of_a_portals_buttons_is_no_headline(line: str, printed: bool) -> None:
    assert is_phrase(line) is printed


def test_a_figure_on_the_next_line_goes_on_with_its_sentence() -> None:
    text = "Năm 2031, tổng vốn được giao 148.302 triệu đồng, giải ngân\n109.447 triệu đồng, đạt 73,8%"
    assert len(units(text, [Span(0, len(text))])) == 1
    assert len(units("Tin tức\n20 người", [Span(0, 16)])) == 2


def test_a_line_counted_in_brackets_over_text_is_a_heading(tmp_path: Path) -> None:
    text = "\n\n".join(
        [
            "KẾ HOẠCH",
            "VỀ ĐẤT NĂM 2031",
            LONG,
            "(1) Xã Hòa An",
            LONG,
            "(2) Xã Đồng Mận",
            LONG,
            "(3) Trồng 5 ha",
            "(4) Mua 2 xe",
            LONG,
        ]
    )
    headings = [words for kind, _, words in blocks(written(tmp_path, text)) if kind == "heading"]
    assert headings[:2] == ["(1) Xã Hòa An", "(2) Xã Đồng Mận"]
    assert "(3) Trồng 5 ha" not in headings
