"""Makes the test corpus in tests/corpus/files: `python tests/corpus/make.py`. The files are committed; run it to change
them.

Needs reportlab (BSD) besides the project's own dependencies, and a TrueType font with Vietnamese letters.
"""

from __future__ import annotations

import datetime
import random
import sys
import unicodedata
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import contents
import docx
import openpyxl
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl.styles import Alignment, Font
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    FrameBreak,
    PageTemplate,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

FILES = Path(__file__).resolve().parent / "files"
FONTS = ("dejavu/DejaVuSerif.ttf", "noto/NotoSerif-Regular.ttf")  # Liberation has no ế, ộ, ơ

TCVN3 = dict(
    zip(
        "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ",
        "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ¡¢£¤¥¦§",
        strict=True,
    )
)
VNI_LETTERS = dict(zip("ơưđíìỉĩịỵƠƯĐÍÌỈĨỊỴ", "ôöñíìæóòîÔÖÑÍÌÆÓÒÎ", strict=True))
VNI_MARKS = {
    "\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï", "\u0302": "â", "\u0306": "ê",
    "\u0302\u0301": "á", "\u0302\u0300": "à", "\u0302\u0309": "å", "\u0302\u0303": "ã", "\u0323\u0302": "ä",
    "\u0306\u0301": "é", "\u0306\u0300": "è", "\u0306\u0309": "ú", "\u0306\u0303": "ü", "\u0323\u0306": "ë",
}  # fmt: skip


def to_tcvn3(text: str) -> str:
    return "".join(TCVN3.get(letter, TCVN3.get(letter.lower(), letter)) for letter in text)


def to_vni(text: str) -> str:
    written = []
    for letter in text:
        decomposed = unicodedata.normalize("NFD", letter)
        if letter in VNI_LETTERS or len(decomposed) == 1:
            written.append(VNI_LETTERS.get(letter, letter))
            continue
        base, marks = decomposed[0], decomposed[1:]
        if "\u031b" in marks:
            base, marks = VNI_LETTERS[unicodedata.normalize("NFC", base + "\u031b")], marks.replace("\u031b", "")
        mark = VNI_MARKS[marks]
        written.append(base + (mark.upper() if letter.isupper() else mark))
    return "".join(written)


def to_windows_1258(text: str) -> bytes:
    written = []
    for letter in text:
        decomposed = unicodedata.normalize("NFD", letter)
        tones = "".join(mark for mark in decomposed if mark in "\u0300\u0301\u0303\u0309\u0323")
        base = unicodedata.normalize("NFC", "".join(mark for mark in decomposed if mark not in tones))
        written.append((base + tones).encode("cp1258"))
    return b"".join(written)


def font_path() -> str:
    for font in FONTS:
        for root in ("/usr/share/fonts/truetype", "/usr/share/fonts", "/Library/Fonts", "C:/Windows/Fonts"):
            if (Path(root) / font).exists():
                return str(Path(root) / font)
    raise SystemExit("No font with Vietnamese letters found; install fonts-dejavu.")


# text ------------------------------------------------------------------------------------------------------------


def make_texts() -> None:
    article = [
        "Trang chủ Tin tức", contents.ARTICLE_TITLE, "Cập nhật: 16:20, 14/03/2025 (GMT+7)", contents.ARTICLE[0],
        f"{contents.CAPTION}\n{contents.CAPTION}", contents.ARTICLE[1], contents.SUBHEAD, *contents.ARTICLE[2:],
        "THANH LAM", "Tin liên quan", "Sông Trầu: Ra quân làm thủy lợi nội đồng", ".\n.", "Trả lời",
        "Email của bạn sẽ không được hiển thị công khai.",
    ]  # fmt: skip
    write("bai-bao.txt", "\n\n".join(article))
    second = [f"# {contents.SECOND_TITLE}", contents.SECOND[0], "![Giỏ mây](gio.jpg)", *contents.SECOND[1:], "**Hà Vy**"]
    write("bai-bao.md", "\n\n".join(second))
    write("nghi-quyet.md", contents.RESOLUTION)
    write("chi-thi.txt", contents.DIRECTIVE)
    write("chi-thi-nfd.txt", unicodedata.normalize("NFD", contents.DIRECTIVE))
    legacy = "\r\n".join(contents.LEGACY) + "\r\n"
    (FILES / "bao-cao-tcvn3.txt").write_bytes(to_tcvn3(legacy).encode("latin-1"))
    write("bao-cao-vni.txt", to_vni(legacy))
    (FILES / "bao-cao-1258.txt").write_bytes(to_windows_1258(legacy))
    (FILES / "bao-cao-utf16.txt").write_bytes(legacy.encode("utf-16"))
    write("chi-tieu-markdown.md", markdown_table())
    write("chi-tieu-o-dong.md", lined_table())
    write(
        "bao-cao-tcvn3.txt.meta.toml",
        'title = "Báo cáo nông thôn mới xã Đồng Mận năm 2007"\npublished = 2008-01-10\nkind = "report"\n'
        'number = "02/BC-UBND"\nplaces = ["xã Đồng Mận", "huyện Sông Trầu"]\nyears = [2007]\n',
    )


def markdown_table() -> str:
    header = ["STT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm 2025", "Ước thực hiện năm 2025", "Kế hoạch năm 2026"]
    rows = [header, ["---"] * 6, *([row.ordinal, row.label, row.unit, *row.printed] for row in contents.ROWS)]
    lines = "\n".join("| " + " | ".join(row) + " |" for row in rows)
    return f"# {contents.TABLE_TITLE}\n\n{lines}\n\nBảng này dùng cho hội nghị giao ban tháng 01 năm 2026.\n"


def lined_table() -> str:
    """Each cell on a line of its own between lone bars; merged cells are written once, as converters do."""
    rows = [[f"**{cell}**" for cell in row] for row in contents.HEADER]
    rows.append([f"*{number}*" for number in range(1, 7)])
    rows += [[row.ordinal, row.label, row.unit, *row.printed] for row in contents.ROWS]
    lines = "\n".join("|\n" + "".join(f"{cell}\n|\n" if cell else "|\n" for cell in row).rstrip("\n") for row in rows)
    return f"**{contents.TABLE_TITLE}**\n\n{lines}\n"


def write(name: str, text: str) -> None:
    (FILES / name).write_bytes(text.encode("utf-8"))


# Word ------------------------------------------------------------------------------------------------------------


def make_docx_table() -> None:
    document = docx.Document()
    document.sections[0].orientation = WD_ORIENT.PORTRAIT
    document.add_paragraph(contents.TABLE_TITLE).runs[0].bold = True
    table = document.add_table(rows=2 + len(contents.ROWS), cols=6, style="Table Grid")
    first, second = contents.HEADER
    for column, words in ((0, first[0]), (1, first[1]), (2, first[2]), (5, first[4])):
        table.cell(0, column).merge(table.cell(1, column)).text = words
    table.cell(0, 3).merge(table.cell(0, 4)).text = first[3]
    table.cell(1, 3).text, table.cell(1, 4).text = second
    for index, row in enumerate(contents.ROWS, start=2):
        for column, words in enumerate((row.ordinal, row.label, row.unit, *row.printed)):
            table.cell(index, column).text = words
    document.add_paragraph("Bảng kèm theo Kế hoạch số 87/KH-UBND.")
    document.save(FILES / "chi-tieu.docx")


def make_docx_plan() -> None:
    document = docx.Document()
    head = document.add_table(rows=2, cols=2)
    for index, words in enumerate(contents.LETTERHEAD):
        head.cell(index // 2, index % 2).text = words
    for words in contents.PLAN_TITLE:
        document.add_paragraph(words if words.isupper() else words.upper()).runs[0].bold = True
    roman = 0
    numbered = numbering(document)
    for kind, words in contents.PLAN:
        if kind == "roman":
            roman += 1
            document.add_heading(f"{'I' * roman}. {words}", level=1)
        elif kind == "number":
            paragraph = document.add_paragraph(words)
            paragraph.runs[0].bold = True
            attach(paragraph, numbered, restart=roman)
        elif kind == "dash":
            document.add_paragraph(words, style="List Bullet")
        else:
            document.add_paragraph(words)
    for words in contents.SIGNATURE:
        document.add_paragraph(words)
    document.core_properties.title = "Kế hoạch 2026"
    document.save(FILES / "ke-hoach.docx")


def numbering(document: docx.document.Document) -> list[int]:
    """Three automatic lists "1.", "2.", one for each part; their numbers are not in the text."""
    element = document.part.numbering_part.element
    ids = []
    for index in (901, 902, 903):
        abstract = OxmlElement("w:abstractNum")
        abstract.set(qn("w:abstractNumId"), str(index))
        level = OxmlElement("w:lvl")
        level.set(qn("w:ilvl"), "0")
        for tag, value in (("w:start", "1"), ("w:numFmt", "decimal"), ("w:lvlText", "%1.")):
            child = OxmlElement(tag)
            child.set(qn("w:val"), value)
            level.append(child)
        abstract.append(level)
        element.insert(0, abstract)
        number = OxmlElement("w:num")
        number.set(qn("w:numId"), str(index))
        target = OxmlElement("w:abstractNumId")
        target.set(qn("w:val"), str(index))
        number.append(target)
        element.append(number)
        ids.append(index)
    return ids


def attach(paragraph: docx.text.paragraph.Paragraph, ids: list[int], restart: int) -> None:
    properties = paragraph._p.get_or_add_pPr()
    chosen = properties.get_or_add_numPr()
    chosen.get_or_add_ilvl().val = 0
    chosen.get_or_add_numId().val = ids[restart - 1]


def make_docx_fonts() -> None:
    """The same report half in .VnTime, half in Unicode, one heading in the capital font."""
    document = docx.Document()
    for index, words in enumerate(contents.LEGACY):
        paragraph = document.add_paragraph()
        if index == 0:
            run = paragraph.add_run(to_tcvn3(words.lower()))
            run.font.name = ".VnTimeH"
        elif index % 2:
            run = paragraph.add_run(to_tcvn3(words))
            run.font.name = ".VnTime"
        else:
            run = paragraph.add_run(words)
            run.font.name = "Times New Roman"
    vni = document.add_paragraph()
    vni.add_run("Người lập: ").font.name = "Times New Roman"
    vni.add_run(to_vni("Tạ Quang Hiển")).font.name = "VNI-Times"
    document.save(FILES / "bao-cao-vntime.docx")


# Excel -----------------------------------------------------------------------------------------------------------


def make_xlsx_table() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Biểu 01"
    sheet["A1"] = contents.TABLE_TITLE
    sheet.merge_cells("A1:F1")
    sheet["A1"].font = Font(bold=True)
    first, second = contents.HEADER
    for column, words in (("A", first[0]), ("B", first[1]), ("C", first[2]), ("F", first[4])):
        sheet[f"{column}3"] = words
        sheet.merge_cells(f"{column}3:{column}4")
    sheet["D3"] = first[3]
    sheet.merge_cells("D3:E3")
    sheet["D4"], sheet["E4"] = second
    for index, row in enumerate(contents.ROWS, start=5):
        sheet.cell(index, 1, row.ordinal if not row.ordinal.isdigit() else int(row.ordinal))
        sheet.cell(index, 2, row.label).alignment = Alignment(wrap_text=True)
        sheet.cell(index, 3, row.unit or None)
        for column, number in enumerate(row.numbers, start=4):
            cell = sheet.cell(index, column, number)
            cell.number_format = row.number_format
    hidden = book.create_sheet("Nháp")
    hidden["A1"] = "Số liệu nháp không công bố: 999"
    hidden.sheet_state = "hidden"
    book.save(FILES / "chi-tieu.xlsx")


def make_xlsx_sheets() -> None:
    """Two visible sheets, a date column, a formula without a stored value, figures shown in millions."""
    book = openpyxl.Workbook()
    projects = book.active
    projects.title = "Dự án"
    projects.append(["DANH MỤC DỰ ÁN KHỞI CÔNG NĂM 2026"])
    projects.append(["Đơn vị tính: triệu đồng"])
    projects.append(["STT", "Tên dự án", "Ngày khởi công", "Tổng mức đầu tư"])
    for row in (
        (1, "Nâng cấp đường Đồng Mận - Bến Mận", datetime.date(2026, 4, 6), 41_250_000_000),
        (2, "Trạm bơm Gò Sậy", datetime.date(2026, 8, 17), 7_830_500_000),
    ):
        projects.append(row)
    for index in (4, 5):
        projects[f"C{index}"].number_format = "dd/mm/yyyy"
        projects[f"D{index}"].number_format = "#,##0.0,,"
    staff = book.create_sheet("Biên chế")
    staff.append(["Đơn vị", "Được giao", "Có mặt"])
    staff.append(["Văn phòng", 24, 22])
    staff.append(["Phòng Kinh tế", 11, 11])
    book.save(FILES / "danh-muc.xlsx")


# HTML ------------------------------------------------------------------------------------------------------------


def make_html() -> None:
    first, second = contents.HEADER
    head = "".join(f'<th rowspan="2">{words}</th>' for words in first[:3])
    head += f'<th colspan="2">{first[3]}</th><th rowspan="2">{first[4]}</th>'
    below = "".join(f"<th>{words}</th>" for words in second)
    body = "\n".join(
        "<tr>" + "".join(f"<td>{words}</td>" for words in (row.ordinal, row.label, row.unit, *row.printed)) + "</tr>"
        for row in contents.ROWS
    )
    table = f"<table border='1'><thead><tr>{head}</tr><tr>{below}</tr></thead><tbody>{body}</tbody></table>"
    intro = (
        "<p>Hội đồng nhân dân huyện Sông Trầu vừa thông qua biểu chỉ tiêu kinh tế - xã hội năm 2026 với mười chỉ tiêu, "
        "trong đó tỷ lệ hộ nghèo giảm còn 0,87% và thu ngân sách đạt 236 tỷ đồng.</p>"
        "<p>Toàn văn biểu chỉ tiêu được niêm yết tại trụ sở các xã từ ngày 05 tháng 01 năm 2026 để nhân dân theo dõi.</p>"
    )
    write("chi-tieu.html", page(contents.TABLE_TITLE, f"{intro}{table}", "2026-01-05"))
    paragraphs = "".join(f"<p>{words}</p>" for words in contents.ARTICLE[:2])
    rest = "".join(f"<p>{words}</p>" for words in contents.ARTICLE[2:])
    figure = f"<figure><img src='x.jpg'><figcaption>{contents.CAPTION}</figcaption></figure>"
    body = f"{paragraphs}{figure}<h2>{contents.SUBHEAD}</h2>{rest}<p><b>Thanh Lam</b></p>"
    write("bai-bao.html", page(contents.ARTICLE_TITLE, body, "2025-03-14"))
    notice = page(contents.SECOND_TITLE, "".join(f"<p>{words}</p>" for words in contents.SECOND), "2026-05-22")
    (FILES / "bai-bao-1258.htm").write_bytes(to_windows_1258(notice.replace("utf-8", "windows-1258")))


def page(title: str, body: str, published: str) -> str:
    links = "".join(f"<li><a href='/muc/{n}'>Chuyên mục số {n}</a></li>" for n in range(1, 7))
    return f"""<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>{title} | Cổng thông tin điện tử huyện Sông Trầu</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="Cổng thông tin huyện Sông Trầu">
<meta property="article:published_time" content="{published}T08:30:00+07:00">
<style>td {{ padding: 2px }}</style><script>var luotXem = 12345; document.write("mã chạy");</script></head>
<body><nav><ul>{links}</ul></nav>
<div class="banner">Chuyên trang tuyên truyền - Đường dây nóng: 0900 000 000</div>
<article><h1>{title}</h1>{body}</article>
<aside><h3>Tin liên quan</h3><ul><li><a href="/1">Khai giảng lớp đan lát</a></li>
<li><a href="/2">Giá sầu đâu</a></li></ul></aside>
<form><h3>Bình luận</h3><textarea></textarea><button>Gửi</button></form>
<footer>Bản quyền thuộc Ủy ban nhân dân huyện Sông Trầu. Lượt truy cập: 1.234.567</footer></body></html>
"""


# PDF and images --------------------------------------------------------------------------------------------------

BODY = ParagraphStyle("body", fontName="Body", fontSize=11, leading=14, spaceAfter=5)
CELL = ParagraphStyle("cell", fontName="Body", fontSize=10, leading=12)
TITLE = ParagraphStyle("title", parent=BODY, fontSize=13, leading=17, alignment=1, spaceAfter=10)


def stamped(canvas: Canvas, document: BaseDocTemplate) -> None:
    """A running head and a page number on every page."""
    canvas.setFont("Body", 8)
    canvas.drawString(60, A4[1] - 30, "Cổng thông tin điện tử huyện Sông Trầu")
    canvas.drawCentredString(A4[0] / 2, 25, f"Trang {document.page}")


def make_pdf_table() -> None:
    """A ruled table that runs over to a second page, its heading rows repeated there."""
    first, second = contents.HEADER
    rows = [[Paragraph(words, CELL) for words in (*first[:4], "", first[4])]]
    rows.append([Paragraph(words, CELL) for words in ("", "", "", *second, "")])
    body = [(row.ordinal, row.label, row.unit, *row.printed) for row in contents.ROWS]
    rows += [[Paragraph(words, CELL) for words in row] for row in body]
    table = Table(rows, colWidths=[42, 160, 62, 62, 72, 80], repeatRows=2)
    spans = [("SPAN", (column, 0), (column, 1)) for column in (0, 1, 2, 5)] + [("SPAN", (3, 0), (4, 0))]
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.6, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP"), *spans]))
    story = [Paragraph(contents.TABLE_TITLE, TITLE)]
    story += [Paragraph(words, BODY) for words in contents.REPORT_LEFT] + [Spacer(1, 350), table, Spacer(1, 8)]
    story.append(Paragraph("Biểu này thay thế biểu gửi kèm công văn trước đây.", BODY))
    built = SimpleDocTemplate(str(FILES / "chi-tieu.pdf"), pagesize=A4, topMargin=55, bottomMargin=55, invariant=1)
    built.build(story, onFirstPage=stamped, onLaterPages=stamped)


def make_pdf_plan() -> None:
    """A plan of several pages with a running head."""
    story = [Paragraph(words.replace("\n", " "), BODY) for words in contents.LETTERHEAD]
    story += [Paragraph(words.upper(), TITLE) for words in contents.PLAN_TITLE]
    roman = number = 0
    for kind, words in contents.PLAN:
        if kind == "roman":
            roman, number = roman + 1, 0
            story.append(Paragraph(f"{'I' * roman}. {words}", BODY))
        elif kind == "number":
            number += 1
            story.append(Paragraph(f"{number}. {words}", BODY))
        else:
            story.append(Paragraph(f"- {words}" if kind == "dash" else words, BODY))
        story.append(Spacer(1, 60))
    story += [Paragraph(words, BODY) for words in contents.SIGNATURE]
    built = SimpleDocTemplate(str(FILES / "ke-hoach.pdf"), pagesize=A4, topMargin=55, bottomMargin=55, invariant=1)
    built.build(story, onFirstPage=stamped, onLaterPages=stamped)


def make_pdf_columns() -> None:
    document = BaseDocTemplate(str(FILES / "bao-cao-hai-cot.pdf"), pagesize=A4, invariant=1)
    width = (A4[0] - 140) / 2
    frames = [
        Frame(60, A4[1] - 130, A4[0] - 120, 60),
        Frame(60, 60, width, A4[1] - 200),
        Frame(80 + width, 60, width, A4[1] - 200),
    ]
    document.addPageTemplates(PageTemplate(frames=frames))
    story = [Paragraph(contents.REPORT_TITLE, TITLE), FrameBreak()]
    story += [Paragraph(words, BODY) for words in contents.REPORT_LEFT] + [FrameBreak()]
    story += [Paragraph(words, BODY) for words in contents.REPORT_RIGHT]
    document.build(story)


def make_scans() -> None:
    """A page as a scanner leaves it: grey, a little noise, no text behind it."""
    font = ImageFont.truetype(font_path(), 34)
    image = Image.new("L", (1654, 900), 250)
    draw = ImageDraw.Draw(image)
    for index, words in enumerate(contents.SCAN):
        draw.text((130, 110 + 105 * index), words, font=font, fill=25)
    noise = random.Random(7)
    for _ in range(1500):
        image.putpixel((noise.randrange(1654), noise.randrange(900)), noise.randrange(120, 250))
    image.quantize(16).save(FILES / "thong-bao.png", optimize=True)
    canvas = Canvas(str(FILES / "thong-bao-scan.pdf"), pagesize=A4, invariant=1)
    canvas.drawImage(ImageReader(str(FILES / "thong-bao.png")), 0, A4[1] - A4[0] * 900 / 1654, A4[0], A4[0] * 900 / 1654)
    canvas.save()


def main() -> None:
    FILES.mkdir(exist_ok=True)
    pdfmetrics.registerFont(TTFont("Body", font_path()))
    for make in (
        make_texts, make_docx_table, make_docx_plan, make_docx_fonts, make_xlsx_table, make_xlsx_sheets, make_html,
        make_pdf_table, make_pdf_plan, make_pdf_columns, make_scans,
    ):  # fmt: skip
        make()
    print(f"{len(list(FILES.iterdir()))} files in {FILES.name}")


if __name__ == "__main__":
    main()
