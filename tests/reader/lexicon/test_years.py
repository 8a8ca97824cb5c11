from plans.document import Span
from reader.lexicon.years import governing, owned, said_in, without_asides


def _span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def test_a_year_behind_a_value_belongs_to_that_value_alone() -> None:
    text = "tỷ lệ hộ dùng nước giếng giảm từ 24,6% năm 2011 xuống còn 5,2%"
    first, second = _span(text, "24,6%"), _span(text, "5,2%")
    years = owned(text, [first, second])
    assert years[first].low == 2011
    assert second not in years
    assert governing(text, second, frozenset(years.values())) == ()


def test_a_year_that_begins_another_statement_belongs_to_none_before() -> None:
    text = "nộp trực tuyến đạt 75% (năm 2024 là 61,7%)"
    assert owned(text, [_span(text, "75%")]) == {}


def test_a_year_in_brackets_already_closed_governs_nothing_after_them() -> None:
    text = "lên 8,2% (năm 2031 lên 7,4%) và có quy mô 5.120 tỷ đồng"
    assert governing(text, _span(text, "5.120"), frozenset()) == ()
    assert [one.low for one in governing(text, _span(text, "7,4%"), frozenset())] == [2031]


def test_a_year_only_compared_with_is_not_said() -> None:
    assert said_in("tăng 7,4% so với cùng kỳ năm 2022") == ()
    assert said_in("chiếm 38,1%, thấp hơn năm 2023 0,07%") == ()
    assert [one.low for one in said_in("thu hơn 12 tỷ đồng năm 2023")] == [2023]


def test_a_range_of_years_covers_the_years_between() -> None:
    (said,) = said_in("nhiệm kỳ 2020 - 2025")
    assert said.covers(2023)
    assert not said.single


def test_a_year_in_front_of_a_bracket_belongs_to_the_value_in_it() -> None:
    text = "đạt 66,3 triệu đồng, gấp 1,6 lần so với năm 2020 (41,2 triệu đồng)"
    years = owned(text, [_span(text, "66,3 triệu đồng"), _span(text, "41,2 triệu đồng")])
    assert {one.of(text): said.low for one, said in years.items()} == {"41,2 triệu đồng": 2020}


def test_a_year_that_opens_a_bracket_is_that_of_the_value_in_it() -> None:
    text = "Thu nhập bình quân 84 triệu đồng (năm 2030 ước 78 triệu đồng)."
    before, inside = _span(text, "84 triệu đồng"), _span(text, "78 triệu đồng")
    assert {span: year.low for span, year in owned(text, [before, inside]).items()} == {inside: 2030}


def test_a_year_alone_in_brackets_is_that_of_the_value_before() -> None:
    text = "Tỷ lệ hộ nghèo còn 5,1% (năm 2030), thấp hơn bình quân."
    assert owned(text, [_span(text, "5,1%")])[_span(text, "5,1%")].low == 2030


def test_a_figure_of_another_year_in_brackets_dates_nothing_around_it() -> None:
    text = "tăng 8,1% (9 tháng năm 2031 tăng 7,2%), vụ mùa (năm 2032) thu 5 tấn, giai đoạn (năm 2031 - 2035)"
    kept = without_asides(text)
    assert len(kept) == len(text)
    assert "2031 tăng" not in kept
    assert "(năm 2032)" in kept
    assert "(năm 2031 - 2035)" in kept
