"""Saved web pages: the article of a page and nothing around it, its structure and what the page says of itself."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.readers import read
from plans.document import Document
from plans.text import flatten

TITLE = "Thạch Hà: Nhiều chỉ tiêu kinh tế - xã hội năm 2023 vượt kế hoạch"
SITE = "Cổng thông tin điện tử huyện Thạch Hà"
ARTICLE = (
    "Năm 2023, huyện Thạch Hà đạt tốc độ tăng trưởng kinh tế 8,2%, thu nhập bình quân đầu người đạt 52 triệu đồng, vượt kế "
    "hoạch đề ra từ đầu năm.",
    "Lĩnh vực văn hóa, giáo dục và y tế có nhiều chuyển biến; an ninh trật tự được giữ vững, quốc phòng được củng cố trên "
    "địa bàn toàn huyện.",
    "Thu ngân sách trên địa bàn đạt 315 tỷ đồng, bằng 118% dự toán tỉnh giao, trong đó thu tiền sử dụng đất 210 tỷ đồng.",
    "Tỷ lệ hộ nghèo còn 2,9%.",
    "Năm 2024, huyện phấn đấu tăng trưởng kinh tế trên 8,5%, giảm tỷ lệ hộ nghèo còn 2,4% và có thêm 3 xã đạt chuẩn nông "
    "thôn mới nâng cao.",
)
HEADING = f"<h1>{TITLE}</h1>"
BODY = "".join(f"<p>{words}</p>" for words in ARTICLE)
NEWS = f'<div class="main"><div class="news">{HEADING}{BODY}</div></div>'
TEASERS = (
    '<div class="item"><a href="/x">Hà Tĩnh sơ kết cải cách hành chính</a><div class="desc">Sáng 20/12, UBND tỉnh Hà Tĩnh '
    "tổ chức hội nghị sơ kết công tác cải cách hành chính, chỉ số PAR Index của tỉnh đạt 86,2%.</div></div>"
)
FOOTER = (
    '<div class="footer"><p>Trang thông tin điện tử UBND huyện Thạch Hà. Giấy phép số 15/GP-TTĐT do Sở Thông tin và Truyền '
    "thông cấp ngày 12/5/2020.</p></div>"
)
COUNTER = "<table><tr><td>Đang truy cập</td><td>25</td></tr><tr><td>Tổng lượt truy cập</td><td>3.456.789</td></tr></table>"
FIGURES = (
    "<table><tr><td>Chỉ tiêu</td><td>2023</td><td>2024</td></tr><tr><td>Dân số</td><td>8.400</td><td>8.450</td></tr>"
    "<tr><td>Hộ nghèo</td><td>2,9</td><td>2,4</td></tr></table>"
)


def page(tmp_path: Path, body: str, *, head: str = "", window: str = TITLE, before: str = "") -> Document:
    path = tmp_path / "trang.html"
    path.write_text(
        f'{before}<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{window}</title>{head}</head>'
        f"<body>{body}</body></html>",
        encoding="utf-8",
    )
    return read(path, tmp_path)


def lines(found: Document) -> list[str]:
    return [flatten(block.span.of(found.text)) for block in found.blocks if block.kind != "table"]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(("Trang chủ", "Kinh tế", "Văn hóa", "Giáo dục", "Y tế", "Thạch Hà", "Năm 2023", "Quốc phòng")),
        min_size=2,
    )
)
def test_words_of_a_menu_are_no_content_though_the_article_says_them(tmp_path: Path, menu: list[str]) -> None:
    links = "".join(f'<li><a href="/{index}">{words}</a></li>' for index, words in enumerate(menu))
    found = page(tmp_path, f'<div class="top"><ul>{links}</ul></div>{NEWS}<div class="low"><ul>{links}</ul></div>')
    assert lines(found) == [TITLE, *ARTICLE]


def test_a_short_line_of_the_article_is_kept(tmp_path: Path) -> None:
    found = page(tmp_path, f'<div class="news">{HEADING}{BODY}<p>Đạt 98% kế hoạch.</p><p>Minh Tâm</p></div>')
    assert lines(found)[-2:] == ["Đạt 98% kế hoạch.", "Minh Tâm"]


def test_a_sentence_of_the_article_that_is_one_link_is_kept(tmp_path: Path) -> None:
    body = "".join(f"<p>{words}</p>" for words in ARTICLE).replace(ARTICLE[1], f'<a href="/b">{ARTICLE[1]}</a>')
    assert lines(page(tmp_path, f'<div class="news">{HEADING}{body}</div>')) == [TITLE, *ARTICLE]


@pytest.mark.parametrize(
    "around", [f'{NEWS}<div class="list">{TEASERS}</div>{FOOTER}', f"{NEWS}<section>{TEASERS}</section>{FOOTER}"]
)
def test_teasers_and_footers_after_the_article_are_no_content(tmp_path: Path, around: str) -> None:
    assert lines(page(tmp_path, around)) == [TITLE, *ARTICLE]


def test_a_short_article_does_not_bring_the_whole_page_along(tmp_path: Path) -> None:
    news = "Đến ngày 5/2, huyện Cẩm Xuyên đã gieo cấy 9.200 ha lúa xuân, đạt 98% kế hoạch của cả vụ."
    found = page(tmp_path, f'<div class="top"><a href="/">Liên kết</a></div><article><p>{news}</p></article>', window="Tin")
    assert "Liên kết" not in found.text
    assert news in found.text


def test_the_name_of_the_site_is_not_the_title(tmp_path: Path) -> None:
    logo = f'<div class="top"><h1><a href="/">{SITE}</a></h1></div>'
    found = page(tmp_path, f'{logo}<div class="c"><h2>{TITLE}</h2>{BODY}</div>', window=f"{TITLE} | {SITE}")
    assert found.title == TITLE
    assert lines(found) == [TITLE, *ARTICLE]


def test_a_heading_that_ends_the_window_title_is_not_the_title(tmp_path: Path) -> None:
    body = f'<div class="a"><h1>{SITE}</h1></div><div class="c"><div class="tit">{TITLE}</div>{BODY}</div>'
    found = page(tmp_path, body, window=f"{TITLE} - {SITE}")
    assert lines(found) == [TITLE, *ARTICLE]


def test_the_heading_that_agrees_with_the_head_is_the_title(tmp_path: Path) -> None:
    head = f'<meta property="og:title" content="{TITLE}">'
    found = page(tmp_path, f"<div><h1>Chuyên mục kinh tế</h1></div><div>{HEADING}{BODY}</div>", head=head, window=SITE)
    assert lines(found)[0] == found.title == TITLE


def test_a_window_title_that_starts_with_the_site_ends_in_the_title(tmp_path: Path) -> None:
    logo = f'<div class="a"><h1>{SITE}</h1></div>'
    found = page(tmp_path, f'{logo}<div class="c">{HEADING}{BODY}</div>', window=f"{SITE} - {TITLE}")
    assert lines(found)[0] == found.title == TITLE


def test_a_title_with_blocks_inside_is_said_once(tmp_path: Path) -> None:
    found = page(tmp_path, f'<div class="c"><h1><div>{TITLE}</div></h1>{BODY}</div>')
    assert lines(found) == [TITLE, *ARTICLE]


def test_a_page_with_an_xml_declaration_is_read(tmp_path: Path) -> None:
    found = page(tmp_path, NEWS, before='<?xml version="1.0" encoding="utf-8"?>\n')
    assert lines(found) == [TITLE, *ARTICLE]


def test_a_page_inside_one_form_is_read(tmp_path: Path) -> None:
    search = "<select><option>Tìm kiếm</option></select>"
    found = page(tmp_path, f'<form id="aspnetForm" action="./">{search}{NEWS}</form>')
    assert lines(found) == [TITLE, *ARTICLE]


def test_a_table_outside_the_article_is_no_content(tmp_path: Path) -> None:
    assert not page(tmp_path, f'{NEWS}<div class="right">{COUNTER}</div>').tables


@pytest.mark.parametrize(
    "body",
    [
        f'<div class="news">{HEADING}{BODY}{FIGURES}</div>',
        f'<div class="news">{HEADING}{FIGURES}{BODY}</div>',
        f'<div class="news">{HEADING}{BODY}<div class="wide">{FIGURES}</div></div>',
        f'<div class="main">{HEADING}<div class="sapo"><p>{ARTICLE[0]}</p></div><div class="detail">{FIGURES}</div></div>',
    ],
)
def test_a_table_of_the_article_is_kept(tmp_path: Path, body: str) -> None:
    found = page(tmp_path, f'{body}<div class="right">{TEASERS}</div>')
    assert [len(table.cells) for table in found.tables] == [9]


@pytest.mark.parametrize(
    "body",
    [
        f'<table><tr><td colspan="2"><img src="b.jpg"></td></tr><tr><td><p><a href="/">Tin tức</a></p><p><a href="/v">Văn '
        f'bản</a></p></td><td><p class="title"><b>{TITLE}</b></p>{BODY}</td></tr></table>',
        f'<div class="main"><table><tr><td><p><b>{TITLE}</b></p>{BODY}</td></tr></table></div>',
        f'<div class="c"><table><tr><td class="a">{TITLE}</td></tr></table><table><tr><td>{BODY}</td></tr></table></div>',
    ],
)
def test_a_page_laid_out_in_tables_keeps_its_lines(tmp_path: Path, body: str) -> None:
    found = page(tmp_path, body)
    assert lines(found) == [TITLE, *ARTICLE]
    assert not found.tables


def test_a_table_of_tasks_stays_a_table(tmp_path: Path) -> None:
    rows = "".join(
        f"<tr><td>{number}</td><td><p>{ARTICLE[0]}</p><p>{ARTICLE[1]}</p></td><td>Phòng Kinh tế</td></tr>"
        for number in (1, 2, 3)
    )
    table = f"<table><tr><th>TT</th><th>Nhiệm vụ</th><th>Cơ quan</th></tr>{rows}</table>"
    found = page(tmp_path, f'<div class="news">{HEADING}{BODY}{table}</div>')
    assert [len(one.cells) for one in found.tables] == [12]


def test_addressees_and_signature_are_paragraphs_of_their_own(tmp_path: Path) -> None:
    offices = "".join(
        f"<p>- Ủy ban nhân dân xã Thạch {name};</p>" for name in "Long Sơn Kênh Liên Đài Hải Khê Trị Lạc Hội".split()
    )
    table = f"<table><tr><td><p>Nơi nhận:</p>{offices}</td><td><p>CHỦ TỊCH</p><p>Nguyễn Văn Sơn</p></td></tr></table>"
    found = page(tmp_path, f'<div class="c"><p>KẾ HOẠCH</p>{BODY}{table}</div>')
    assert lines(found)[-1] == "CHỦ TỊCH Nguyễn Văn Sơn"
    assert lines(found)[-2].startswith("Nơi nhận: - Ủy ban nhân dân xã Thạch Long;")


def linked(*nodes: dict[str, object]) -> str:
    said = json.dumps({"@context": "https://schema.org", "@graph": nodes})
    return f'<script type="application/ld+json">{said}</script>'


OTHER_NEWS = {"@type": "NewsArticle", "datePublished": "2024-02-20"}


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="pubdate" content="15/01/2024 07:12:00">',
        '<meta property="article:published_time" content="2024-01-14T23:30:00Z">',
        '<meta property="article:published_time" content="2024-01-15T23:30:00+07:00">',
        '<meta property="article:published_time" content="2024-01-15 23:30">',
        linked({"@type": "WebSite", "name": SITE}, {"@type": "NewsArticle", "datePublished": "2024-01-15T07:12:00+07:00"}),
        linked({"@type": "WebPage", "mainEntity": {"@type": ["Article"], "datePublished": "2024-01-15"}}),
        linked({"@type": "ItemList", "itemListElement": [OTHER_NEWS]}, {"@type": "Article", "datePublished": "2024-01-15"}),
    ],
)
def test_the_head_says_the_day_in_vietnam(tmp_path: Path, head: str) -> None:
    assert page(tmp_path, NEWS, head=head).published == date(2024, 1, 15)


def test_an_american_date_is_not_taken(tmp_path: Path) -> None:
    assert page(tmp_path, NEWS, head='<meta name="pubdate" content="1/2/2024 7:12:00 AM">').published is None


@pytest.mark.parametrize("time", ['<time datetime="2024-01-15T07:12:00+07:00">sáng nay</time>', "<time>15/01/2024</time>"])
def test_a_time_beside_the_title_is_the_date(tmp_path: Path, time: str) -> None:
    assert page(tmp_path, f"<article><header>{HEADING}{time}</header>{BODY}</article>").published == date(2024, 1, 15)


@pytest.mark.parametrize(
    "stamp",
    ["Thứ Hai, 15/01/2024, 08:15 (GMT+7)", "15/1/2024 17:42", "Cập nhật: 07:12 - 15/01/2024", "Ngày đăng: 15/01/2024"],
)
def test_a_line_beside_the_title_that_says_only_when_is_the_date(tmp_path: Path, stamp: str) -> None:
    found = page(tmp_path, f'<article>{HEADING}<p class="meta">{stamp}</p>{BODY}</article>')
    assert found.published == date(2024, 1, 15)


@pytest.mark.parametrize("words", ["Họp lúc 07:12 ngày 15/01/2024 tại xã", "Thứ Hai, 45/01/2024"])
def test_any_other_line_beside_the_title_is_not_the_date(tmp_path: Path, words: str) -> None:
    assert page(tmp_path, f"<article>{HEADING}<p>{words}</p>{BODY}</article>").published is None


def test_the_letterhead_stays_above_the_title(tmp_path: Path) -> None:
    head = (
        "<table><tr><td><b>ỦY BAN NHÂN DÂN<br>HUYỆN THẠCH HÀ</b><br>Số: 12/KH-UBND</td><td><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA "
        "VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</b><br><i>Thạch Hà, ngày 05 tháng 01 năm 2024</i></td></tr></table>"
    )
    named = "<h1>KẾ HOẠCH</h1><p><b>Phát triển kinh tế - xã hội năm 2024</b></p>"
    found = page(tmp_path, f"{head}{named}{BODY}", window="Kế hoạch năm 2024 của huyện Thạch Hà")
    assert found.title == "KẾ HOẠCH Phát triển kinh tế - xã hội năm 2024"
    assert found.text.startswith("ỦY BAN NHÂN DÂN")
    assert found.number == "12/KH-UBND"


def test_headings_that_the_finder_of_the_article_leaves_out_stay(tmp_path: Path) -> None:
    part = f"<h2>V. TỔ CHỨC THỰC HIỆN</h2><h3>1. Thu ngân sách</h3><p>{ARTICLE[2]}</p>"
    foot = (
        '<table width="100%"><tr><td><b><i>Nơi nhận:</i></b><br>- Sở Tài chính tỉnh;<br>- Các phòng, Công an huyện;<br>- '
        'Lưu: VT.</td><td align="center"><b>TM. ỦY BAN NHÂN DÂN<br>CHỦ TỊCH</b><br><br><b>Đỗ Văn Hải</b></td></tr></table>'
    )
    said = lines(page(tmp_path, f"{part}{foot}<footer>Trang thông tin điện tử huyện Thạch Hà</footer>"))
    assert said[:3] == ["V. TỔ CHỨC THỰC HIỆN", "1. Thu ngân sách", ARTICLE[2]]


def test_a_time_far_from_the_title_is_not_the_date(tmp_path: Path) -> None:
    other = '<div class="list"><time datetime="2024-02-20">20/02</time></div>'
    assert page(tmp_path, f"{NEWS}{other}").published is None
