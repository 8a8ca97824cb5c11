"""Files that are damaged, hostile or too large: one clear line each, bounded, nothing else raised."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest

from ingest import limits
from ingest.readers import SUFFIXES, read
from ingest.readers.ocr import has_ocr
from plans.errors import DocumentError, LimitError

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
FILES = CORPUS / "files"
sys.path.insert(0, str(CORPUS))

from fuzz import mutate  # noqa: E402


def refuse(path: Path, *, match: str, error: type[DocumentError] = DocumentError) -> None:
    with pytest.raises(error, match=match) as caught:
        read(path, path.parent)
    message = str(caught.value)
    assert "\n" not in message
    assert path.name[:4] in message
    assert len(message) < 300


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_an_empty_file_is_refused(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"rong{suffix}"
    path.touch()
    refuse(path, match="is empty")


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_random_bytes_are_refused(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"nhieu{suffix}"
    path.write_bytes(bytes((index * 7919 + index // 13) % 256 for index in range(4096)))
    refuse(path, match=r"^nhieu.* (is|holds|could|has)")


def test_an_unknown_suffix_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "anh.gif"
    path.write_bytes(b"GIF89a")
    refuse(path, match="cannot be read; give one of")


def test_blank_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "trang.txt"
    path.write_text("  \n\n . \n")
    refuse(path, match="holds no text")


def test_a_folder_with_a_readable_suffix_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "thu-muc.txt"
    path.mkdir()
    refuse(path, match="not a file")


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    root, outside = tmp_path / "kho", tmp_path / "bi-mat.txt"
    root.mkdir()
    outside.write_text("Mật khẩu của huyện là một hai ba.")
    (root / "lien-ket.txt").symlink_to(outside)
    with pytest.raises(DocumentError, match="points outside the folder kho"):
        read(root / "lien-ket.txt", root)


def test_a_dangling_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mat-goc.txt").symlink_to(tmp_path / "khong-co.txt")
    refuse(tmp_path / "mat-goc.txt", match="not a file")


def test_a_name_with_a_newline_stays_on_one_line(tmp_path: Path) -> None:
    path = tmp_path / "ke\nhoach.txt"
    path.write_text("Kế hoạch trồng cây của xã Đồng Mận trong năm 2026.")
    assert read(path, tmp_path).path == "ke hoach.txt"


def test_a_decomposed_name_is_composed(tmp_path: Path) -> None:
    path = tmp_path / "ke\u0302\u0301 hoa\u0323ch.txt"
    path.write_text("Kế hoạch trồng cây của xã Đồng Mận trong năm 2026.")
    assert read(path, tmp_path).path == "kế hoạch.txt"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "khoa.txt"
    path.write_text("Kế hoạch")
    path.chmod(0)
    refuse(path, match="cannot be opened")


def test_a_text_of_ten_megabytes_is_read(tmp_path: Path) -> None:
    path = tmp_path / "lon.txt"
    line = "Xã Đồng Mận trồng mới 1.250 cây xanh dọc tuyến đường liên thôn trong quý một. " * 12
    path.write_text(f"{line}\n" * (10_000_000 // len(line.encode())))
    assert len(read(path, tmp_path).text) > 7_000_000


@pytest.mark.parametrize("name", ["chi-tieu.docx", "chi-tieu.xlsx", "chi-tieu.pdf", "thong-bao.png"])
def test_a_truncated_file_is_refused_or_read_whole(tmp_path: Path, name: str) -> None:
    data = (FILES / name).read_bytes()
    path = tmp_path / name
    path.write_bytes(data[: len(data) // 2])
    refuse(path, match="(damaged|cut short|no image|no text|no pages)")


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_a_password_protected_office_file_is_refused(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"mat-khau{suffix}"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2048))
    refuse(path, match="protected by a password")


def test_an_encrypted_pdf_is_refused(tmp_path: Path) -> None:
    """A password-protected file has an /Encrypt dictionary; with a wrong key pdfium asks for the password."""
    data = (FILES / "chi-tieu.pdf").read_bytes()
    encrypt = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> >> /Root"
    path = tmp_path / "khoa.pdf"
    path.write_bytes(data.replace(b"/Root", encrypt))
    refuse(path, match="(protected by a password|damaged)")


@pytest.mark.parametrize("name", ["chi-tieu.docx", "chi-tieu.xlsx"])
def test_a_zip_bomb_is_refused_before_it_unpacks(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_ARCHIVE_BYTES", 20 * limits.MEGABYTE)
    path = tmp_path / name
    shutil.copy(FILES / name, path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("media/bom.bin", bytes(25 * limits.MEGABYTE))
    refuse(path, match="unpacks to more than 20 MB", error=LimitError)


@pytest.mark.parametrize(("name", "part"), [("chi-tieu.docx", "word/document.xml"), ("chi-tieu.xlsx", "xl/workbook.xml")])
def test_entity_declarations_are_refused(tmp_path: Path, name: str, part: str) -> None:
    path = tmp_path / name
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    with zipfile.ZipFile(FILES / name) as source, zipfile.ZipFile(path, "w") as target:
        for member in source.infolist():
            data = source.read(member)
            if member.filename == part:
                cut = data.find(b"?>") + 2 if data.startswith(b"<?") else 0
                data = data[:cut] + bomb + data[cut:]
            target.writestr(member, data)
    refuse(path, match="declares XML entities")


def test_thousands_of_sheets_are_refused(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for index in range(limits.MAX_SHEETS + 1):
        book.create_sheet(f"S{index}")
    path = tmp_path / "nhieu-trang.xlsx"
    book.save(path)
    refuse(path, match="sheets, more than", error=LimitError)


def test_a_cell_far_to_the_right_is_refused(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "Chỉ tiêu"
    book.active["XFD9"] = "lạc"
    path = tmp_path / "rong-cot.xlsx"
    book.save(path)
    refuse(path, match="columns; split", error=LimitError)


def test_a_cell_far_below_costs_nothing(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "Số hộ nghèo của xã Đồng Mận"
    book.active["A1048576"] = "118 hộ"
    path = tmp_path / "sau.xlsx"
    book.save(path)
    assert "118 hộ" in read(path, tmp_path).text


def test_a_merged_range_over_the_whole_sheet_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "gop.xlsx"
    with zipfile.ZipFile(FILES / "chi-tieu.xlsx") as source, zipfile.ZipFile(path, "w") as target:
        for member in source.infolist():
            data = source.read(member)
            if member.filename == "xl/worksheets/sheet1.xml":
                data = data.replace(b'ref="A1:F1"', b'ref="A1:XFD1048576"')
            target.writestr(member, data)
    refuse(path, match="more than .* cells", error=LimitError)


def test_a_million_columns_in_a_page_are_bounded(tmp_path: Path) -> None:
    path = tmp_path / "rong.html"
    path.write_text("<table><tr>" + "<td>1</td>" * 1_000_000 + "</tr><tr><td>2</td></tr></table>")
    refuse(path, match="more than .* elements", error=LimitError)


def test_a_table_of_too_many_columns_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "rong.html"
    row = "<tr>" + "<td>1</td>" * (limits.MAX_COLUMNS + 1) + "</tr>"
    path.write_text(f"<table>{row}{row}</table>")
    refuse(path, match="columns; save it smaller", error=LimitError)


def test_huge_spans_in_a_page_are_bounded(tmp_path: Path) -> None:
    path = tmp_path / "gop.html"
    row = "<tr><td rowspan='99999999'>Chỉ tiêu</td><td colspan='2'>Kế hoạch</td></tr>"
    path.write_text(f"<table>{row}<tr><td>5</td><td>6</td></tr></table>")
    assert read(path, tmp_path).tables


def test_deeply_nested_elements_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "sau.html"
    path.write_text("<div>" * 3_000 + "Kế hoạch" + "</div>" * 3_000)
    refuse(path, match="(nested|readable|holds no text)")


def test_scripts_of_a_page_are_not_read() -> None:
    text = read(FILES / "chi-tieu.html", FILES).text
    assert "luotXem" not in text
    assert "mã chạy" not in text


def test_a_malformed_sidecar_is_named(tmp_path: Path) -> None:
    (tmp_path / "bai.txt").write_text("Kế hoạch trồng cây của xã Đồng Mận.")
    (tmp_path / "bai.txt.meta.toml").write_text('kind = "novel"')
    refuse(tmp_path / "bai.txt", match=r"bai\.txt\.meta\.toml cannot be used: kind must be one of")


def test_a_sidecar_over_the_limit_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bai.txt").write_text("Kế hoạch trồng cây của xã Đồng Mận.")
    (tmp_path / "bai.txt.meta.toml").write_text("#" * (limits.MAX_METADATA_BYTES + 1))
    refuse(tmp_path / "bai.txt", match="larger than", error=LimitError)


@pytest.mark.parametrize(
    ("limit", "value", "name"),
    [
        ("MAX_FILE_BYTES", 100, "chi-thi.txt"),
        ("MAX_TEXT_FILE_BYTES", 100, "chi-thi.txt"),
        ("MAX_TEXT_CHARACTERS", 100, "chi-thi.txt"),
        ("MAX_TEXT_CHARACTERS", 100, "ke-hoach.docx"),
        ("MAX_ARCHIVE_BYTES", 100, "chi-tieu.docx"),
        ("MAX_ARCHIVE_MEMBERS", 5, "chi-tieu.xlsx"),
        ("MAX_XML_BYTES", 100, "chi-tieu.docx"),
        ("MAX_SHEETS", 1, "danh-muc.xlsx"),
        ("MAX_ROWS", 3, "chi-tieu.xlsx"),
        ("MAX_ROWS", 3, "chi-tieu.docx"),
        ("MAX_COLUMNS", 4, "chi-tieu.xlsx"),
        ("MAX_COLUMNS", 4, "chi-tieu.docx"),
        ("MAX_COLUMNS", 4, "chi-tieu.html"),
        ("MAX_CELLS", 10, "chi-tieu.xlsx"),
        ("MAX_CELLS", 10, "chi-tieu.pdf"),
        ("MAX_CELLS", 10, "chi-tieu-markdown.md"),
        ("MAX_HTML_BYTES", 100, "bai-bao.html"),
        ("MAX_HTML_ELEMENTS", 10, "bai-bao.html"),
        ("MAX_HTML_DEPTH", 3, "bai-bao.html"),
        ("MAX_PAGES", 1, "chi-tieu.pdf"),
        ("MAX_PAGE_CHARACTERS", 100, "chi-tieu.pdf"),
        ("MAX_PDF_SECONDS", 0.0, "chi-tieu.pdf"),
        ("MAX_IMAGE_PIXELS", 1000, "thong-bao.png"),
    ],
)
def test_every_limit_holds(monkeypatch: pytest.MonkeyPatch, limit: str, value: float, name: str) -> None:
    monkeypatch.setattr(limits, limit, value)
    with pytest.raises(LimitError, match=name):
        read(FILES / name, FILES)


@pytest.mark.skipif(not has_ocr(), reason="tesseract with Vietnamese data is not installed")
@pytest.mark.parametrize(
    ("limit", "value", "name"),
    [
        ("MAX_RECOGNISED_PAGES", 0, "thong-bao.png"),
        ("MAX_RECOGNISED_PAGES", 0, "thong-bao-scan.pdf"),
        ("MAX_OCR_SECONDS", 0.01, "thong-bao.png"),
    ],
)
def test_every_limit_on_recognition_holds(monkeypatch: pytest.MonkeyPatch, limit: str, value: float, name: str) -> None:
    monkeypatch.setattr(limits, limit, value)
    with pytest.raises(LimitError, match=name):
        read(FILES / name, FILES)


@pytest.mark.parametrize("seed", range(8))
def test_mutated_files_are_read_or_refused(tmp_path: Path, seed: int) -> None:
    """A sample of what tests/corpus/fuzz.py does; scans are left out here for their length."""
    choose = random.Random(seed)
    originals = sorted(path for path in FILES.iterdir() if path.suffix not in (".toml", ".png") and "scan" not in path.name)
    for index in range(25):
        original, other = choose.choice(originals), choose.choice(originals)
        path = tmp_path / f"{index}-{original.name}"
        path.write_bytes(mutate(original.read_bytes(), other.read_bytes(), choose))
        with contextlib.suppress(DocumentError):
            document = read(path, tmp_path)
            assert all(block.span.end <= len(document.text) for block in document.blocks)
