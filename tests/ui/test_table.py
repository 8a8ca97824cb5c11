from tests.ui.examples import indicator
from ui.strings import VIETNAMESE
from ui.table import PAGE, Filter, places, table, years

ROWS = [
    indicator(),
    indicator("thu ngân sách", "3,5 tỷ đồng", "3500000000", "đồng", kind=None),
    indicator("tỷ lệ hộ nghèo", "1,5%", "1.5", year=2023, kind="result", place="xã Bình An"),
    indicator("tỷ lệ hộ cận nghèo", "0,4%", "0.4", year=None),
]


def found(**wanted: object) -> list[int]:
    return [i for i, _ in Filter(**wanted).select(ROWS)]  # type: ignore[arg-type]


def test_text_is_searched_without_accents() -> None:
    assert found(text="ho ngheo") == [0, 2, 3]


def test_accents_that_are_typed_count() -> None:
    assert found(text="thu ngân") == [1]
    assert found(text="thú ngân") == []


def test_the_beginning_of_a_word_is_enough() -> None:
    assert found(text="ngan sac") == [1]


def test_filters_narrow_together() -> None:
    assert found(text="ho ngheo", year=2024) == [0]
    assert found(place="xã Bình An", kind="result") == [2]
    assert found(place="xã Bình An", kind="target") == []


def test_sorting_compares_values_within_a_unit_and_puts_the_unknown_last() -> None:
    assert found(column="value") == [3, 0, 2, 1]
    assert found(column="year") == [2, 0, 1, 3]
    assert found(column="year", descending=True) == [0, 1, 2, 3]
    assert found(column="kind", descending=True) == [0, 3, 2, 1]


def test_choices_come_from_the_records() -> None:
    assert places(ROWS) == ["xã An Bình", "xã Bình An"]
    assert years(ROWS) == [2024, 2023]


def test_every_row_opens_its_own_record() -> None:
    page = table(Filter(text="ho ngheo").select(ROWS), Filter(), VIETNAMESE, chosen=2)
    assert page.count('data-event="row"') == 3
    assert 'data-event="row" data-position="2" class="chosen"' in page


def test_the_sorted_column_is_told_to_a_screen_reader() -> None:
    page = table(Filter().select(ROWS), Filter(column="year", descending=True), VIETNAMESE)
    assert page.count('aria-sort="descending"') == 1
    assert page.count('aria-sort="none"') == 4


def test_a_long_table_is_shown_a_page_at_a_time() -> None:
    many = [indicator() for _ in range(PAGE + 1)]
    assert table(Filter().select(many), Filter(), VIETNAMESE).count('data-event="row"') == PAGE
    assert 'data-event="more"' in table(Filter().select(many), Filter(), VIETNAMESE)


def test_no_rows_say_what_to_do() -> None:
    assert VIETNAMESE.no_indicators in table([], Filter(), VIETNAMESE)
