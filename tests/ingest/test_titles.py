"""Which line of an article is its headline."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ingest.readers import read

TITLE = "Sông Trầu phấn đấu giảm hộ nghèo còn 3% trong năm 2032"
BODY = (
    "Ngày 5/1, UBND huyện Sông Trầu tổ chức hội nghị. Theo kế hoạch, huyện Sông Trầu phấn đấu giảm hộ nghèo còn 3% trong "
    "năm 2032, thu ngân sách đạt 120 tỷ đồng.\n\nChủ tịch UBND huyện yêu cầu các xã vào cuộc ngay từ đầu năm."
)


@pytest.mark.parametrize(
    "above",
    [
        "",
        "Cỡ chữ: A- A A+    In trang    Gửi email    Chia sẻ Facebook",
        "BÁO SÔNG TRẦU\nCƠ QUAN CỦA ĐẢNG BỘ ĐẢNG CỘNG SẢN VIỆT NAM TỈNH SÔNG LAM - TIẾNG NÓI CỦA DÂN\nThời sự | Kinh tế",
        "CỔNG THÔNG TIN ĐIỆN TỬ HUYỆN SÔNG TRẦU - TỈNH SÔNG LAM\nTrang chủ >> Tin tức >> Kinh tế - Xã hội",
    ],
)
def test_what_a_page_prints_above_every_article_is_no_headline(tmp_path: Path, above: str) -> None:
    (tmp_path / "bai.txt").write_text(f"{above}\n\n{TITLE}\n\n{BODY}\n", encoding="utf-8")
    assert read(tmp_path / "bai.txt", tmp_path).title == TITLE


def test_a_headline_that_quotes_stays_before_the_line_that_explains_it(tmp_path: Path) -> None:
    quoted = "“Giấy phải chạy về phía dân”"
    below = "Phỏng vấn Chủ tịch UBND huyện Sông Trầu về kế hoạch năm 2032"
    (tmp_path / "bai.txt").write_text(f"{quoted}\n\n{below}\n\n{BODY}\n", encoding="utf-8")
    assert read(tmp_path / "bai.txt", tmp_path).title == quoted


def test_a_stamp_with_more_beside_it_dates_the_article(tmp_path: Path) -> None:
    stamp = "Đăng ngày: 11/01/2032 - 14:20    Lượt xem: 1.287    Tác giả: Thu Hà"
    (tmp_path / "bai.txt").write_text(f"{stamp}\n\n{TITLE}\n\n{BODY}\n", encoding="utf-8")
    assert str(read(tmp_path / "bai.txt", tmp_path).published) == "2032-01-11"


LETTER = (
    "Kính gửi: Ủy ban nhân dân huyện Sông Trầu\n\nSở Tài chính nhận được Tờ trình số 58/TTr-UBND của UBND huyện Sông Trầu."
)
BESIDE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"


@pytest.mark.parametrize(
    "head",
    [
        f"UBND TỈNH SÔNG LAM\nSỞ TÀI CHÍNH\n\n{BESIDE}\n\nSố: 45/STC-NS\nV/v thẩm định kế hoạch\nđất năm 2032\n\n",
        f"| UBND TỈNH SÔNG LAM | {BESIDE.replace(chr(10), '<br>')} |\n|---|---|\n"
        "| Số: 45/STC-NS<br>V/v thẩm định kế hoạch đất năm 2032 | *Sông Lam, ngày 4 tháng 6 năm 2032* |\n\n",
        "UBND TỈNH SÔNG LAM        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Số: 45/STC-NS             Sông Lam, ngày 4 tháng 6 năm 2032\n"
        "V/v thẩm định kế hoạch\n  đất năm 2032\n\n",
    ],
)
def test_a_letter_is_called_by_what_it_is_about(tmp_path: Path, head: str) -> None:
    (tmp_path / "cong-van.md").write_text(head + LETTER, encoding="utf-8")
    assert read(tmp_path / "cong-van.md", tmp_path).title == "V/v thẩm định kế hoạch đất năm 2032"


def test_a_kind_above_its_subject_stays_the_title_of_a_paper_with_addressees(tmp_path: Path) -> None:
    head = f"UBND XÃ SÔNG TRẦU\n{BESIDE}\n\nTỜ TRÌNH\nVề việc giao đất năm 2032\n\n"
    (tmp_path / "to-trinh.md").write_text(head + LETTER, encoding="utf-8")
    assert read(tmp_path / "to-trinh.md", tmp_path).title == "TỜ TRÌNH Về việc giao đất năm 2032"


def test_a_day_in_digits_dates_a_letterhead_and_the_marked_heading_is_the_title(tmp_path: Path) -> None:
    head = "**UBND HUYỆN SÔNG TRẦU — PHÒNG VĂN HÓA**\n\nSố 96/BC-VHTT · Sông Trầu, ngày 09/12/2032\n\n"
    text = f"{head}# Báo cáo kết quả phong trào năm 2032\n\nToàn huyện có 52.318 hộ đạt danh hiệu gia đình văn hóa.\n"
    (tmp_path / "bao-cao.md").write_text(text, encoding="utf-8")
    found = read(tmp_path / "bao-cao.md", tmp_path)
    assert (found.title, found.number, found.published) == (
        "Báo cáo kết quả phong trào năm 2032",
        "96/BC-VHTT",
        date(2032, 12, 9),
    )
