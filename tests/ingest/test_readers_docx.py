"""Word documents: titles, lines broken by hand, what Word does not show, lists that begin again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest.readers import read
from plans.document import Document
from plans.text import flatten

TITLE = "Kế hoạch phát triển kinh tế - xã hội xã Đồng Mận năm 2026"


def saved(tmp_path: Path, document: Any) -> Document:
    path = tmp_path / "van-ban.docx"
    document.save(str(path))
    return read(path, tmp_path)


def blocks(found: Document) -> list[tuple[str, str]]:
    return [(block.kind, flatten(block.span.of(found.text))) for block in found.blocks]


def sections(document: Any) -> Any:
    for heading in ("I. Mục tiêu", "II. Giải pháp"):
        document.add_heading(heading, 1)
        document.add_paragraph("Xã phấn đấu hoàn thành các chỉ tiêu mà hội đồng nhân dân xã đã giao.")
    return document


def run(words: str, properties: str = "") -> str:
    return f'<w:r {nsdecls("w")}><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def test_a_plain_title_above_numbered_sections_is_the_title(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph().add_run(TITLE).bold = True
    found = saved(tmp_path, sections(document))
    assert found.title == TITLE
    assert [words for kind, words in blocks(found) if kind == "heading"] == ["I. Mục tiêu", "II. Giải pháp"]


def test_the_title_style_is_the_title_and_what_stands_above_it_is_kept(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Phụ lục gửi kèm công văn của xã")
    document.add_heading(TITLE, 0)
    found = saved(tmp_path, sections(document))
    assert found.title == TITLE
    assert ("paragraph", "Phụ lục gửi kèm công văn của xã") in blocks(found)
    assert "furniture" not in [kind for kind, _ in blocks(found)]


def test_a_sender_in_capitals_is_no_title_but_a_headline_that_names_a_place_is(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("ỦY BAN NHÂN DÂN XÃ ĐỒNG MẬN")
    document.add_paragraph("XÃ ĐỒNG MẬN ĐẠT CHUẨN NÔNG THÔN MỚI")
    assert saved(tmp_path, sections(document)).title == "XÃ ĐỒNG MẬN ĐẠT CHUẨN NÔNG THÔN MỚI"


def test_a_kind_and_its_subject_in_one_title_paragraph_are_the_title(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("ỦY BAN NHÂN DÂN XÃ ĐỒNG MẬN\nSố: 5/KH-UBND")
    document.add_paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐồng Mận, ngày 5 tháng 1 năm 2026")
    document.add_paragraph("KẾ HOẠCH\nPhát triển kinh tế năm 2026", style="Title")
    assert saved(tmp_path, sections(document)).title == "KẾ HOẠCH Phát triển kinh tế năm 2026"


def test_a_line_broken_by_hand_is_a_line_of_its_own(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("KẾ HOẠCH\nPhát triển kinh tế năm 2026")
    document.add_paragraph("- Tăng trưởng kinh tế 8,5%\n- Thu ngân sách 330 tỷ đồng")
    document.add_paragraph("Xã giao các thôn rà soát\ndanh sách hộ nghèo.")
    found = saved(tmp_path, document)
    assert found.title == "KẾ HOẠCH Phát triển kinh tế năm 2026"
    assert [words for kind, words in blocks(found) if kind == "item"] == [
        "- Tăng trưởng kinh tế 8,5%",
        "- Thu ngân sách 330 tỷ đồng",
    ]
    assert blocks(found)[-1] == ("paragraph", "Xã giao các thôn rà soát danh sách hộ nghèo.")


def test_what_word_does_not_show_is_not_read(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Thu ngân sách ")._p
    paragraph.append(parse_xml(f'<w:moveFrom {nsdecls("w")} w:id="1" w:author="a">{run("250 tỷ đồng ")}</w:moveFrom>'))
    paragraph.append(parse_xml(f'<w:moveTo {nsdecls("w")} w:id="2" w:author="a">{run("300 tỷ đồng")}</w:moveTo>'))
    paragraph.append(parse_xml(run(" (nháp)", "<w:vanish/>")))
    assert saved(tmp_path, document).text.strip() == "Thu ngân sách 300 tỷ đồng"


def test_a_list_that_starts_over_begins_again(tmp_path: Path) -> None:
    document = docx.Document()
    numbers = document.part.numbering_part.element
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl>'
    numbers.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{level}</w:abstractNum>'))
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    for number in (90, 91):
        numbers.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="90"/>{restart}</w:num>')
        )
    for number, words in ((90, "Lúa;"), (90, "Ngô;"), (91, "Bò;"), (91, "Lợn.")):
        properties = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        document.add_paragraph(words)._p.get_or_add_pPr().append(parse_xml(properties))
    assert saved(tmp_path, document).text.split("\n")[:4] == ["a) Lúa;", "b) Ngô;", "a) Bò;", "b) Lợn."]
