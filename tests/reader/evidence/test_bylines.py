"""Who wrote an article stands in a line of its own, which no sentence says."""

from __future__ import annotations

import pytest

from reader.evidence.bylines import asks_for_author, asks_when_published, byline_in, dateline_in


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Trần Hòa (CTV)", "Trần Hòa"),
        ("Bài, ảnh: Minh Anh", "Minh Anh"),
        ("  NGỌC LAN – QUỐC BẢO ", "NGỌC LAN – QUỐC BẢO"),
        ("Hoàng Anh và Thu Trang", "Hoàng Anh và Thu Trang"),
    ],
)
def test_a_line_of_names_is_a_byline(line: str, names: str) -> None:
    found = byline_in(line)
    assert found is not None
    assert found.of(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "Hà Nội",  # a place
        "Phương hướng, nhiệm vụ",
        "I. KẾT QUẢ",
        "Nơi nhận:",
        "",
        "Ông Trần Hòa đã trình bày báo cáo.",
        "Trần Hòa " * 40,
    ],
)
def test_any_other_line_is_none(line: str) -> None:
    assert byline_in(line) is None


@pytest.mark.parametrize("question", ["Bài này do ai viết?", "Tác giả bài báo là ai?", "Who wrote the article?"])
def test_a_question_may_ask_for_the_author(question: str) -> None:
    assert asks_for_author(question)


@pytest.mark.parametrize("question", ["Ai ký kế hoạch?", "Ai là Chủ tịch UBND huyện?", "Ai phát biểu tại hội nghị?"])
def test_a_signer_or_speaker_is_no_author(question: str) -> None:
    assert not asks_for_author(question)


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Bài viết về xã Sông Trầu đăng ngày nào?", True),
        ("bài về lễ khởi công được cập nhật khi nào", True),
        ("When was the article on Sông Trầu published?", True),
        ("Quyết định được ban hành ngày nào?", False),
        ("Lễ khởi công diễn ra ngày nào?", False),
    ],
)
def test_the_day_of_publication_is_asked_for(question: str, asked: bool) -> None:
    assert asks_when_published(question) == asked


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        ("(TTXVN, Hà Nội, 01/12/2031) Đại hội khai mạc ngày 30/9.", "(TTXVN, Hà Nội, 01/12/2031)"),
        ("(10/4/2031) Theo công ty thủy lợi, hồ đã đầy.", "(10/4/2031)"),
        ("Ngày 10/4/2031 (thứ Năm), hồ đã đầy.", None),
        ("(Quyết định 12 ngày 10/4/2031 của UBND) quy định rõ.", None),
        ("(10/4/2031)", None),
    ],
)
def test_the_brackets_that_news_begin_with_are_a_dateline(sentence: str, line: str | None) -> None:
    found = dateline_in(sentence)
    assert (found.of(sentence) if found is not None else None) == line
