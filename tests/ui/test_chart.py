import re

from tests.ui.examples import indicator
from ui.chart import BARS, bars, chart, comparable
from ui.strings import VIETNAMESE

TARGET = indicator()
RESULT = indicator("hộ nghèo", "1,5%", "1.5", year=2023, kind="result")
ELSEWHERE = indicator("tỷ lệ hộ nghèo", "2,5%", "2.5", place="xã Bình An")
OTHER = indicator("tỷ lệ che phủ rừng", "52%", "52")
MONEY = indicator("tỷ lệ hộ nghèo", "3 tỷ đồng", "3000000000", "đồng")


def test_one_indicator_is_known_under_its_shorter_name_and_not_in_another_unit() -> None:
    assert comparable(TARGET, [TARGET, RESULT, ELSEWHERE, OTHER, MONEY]) == [TARGET, RESULT, ELSEWHERE]


def test_years_of_one_place_come_before_places() -> None:
    drawn = bars(TARGET, [TARGET, RESULT, ELSEWHERE], VIETNAMESE)
    assert [bar.group for bar in drawn] == ["2023", "2024"]


def test_places_are_compared_where_there_is_one_year() -> None:
    drawn = bars(TARGET, [TARGET, ELSEWHERE], VIETNAMESE)
    assert [bar.group for bar in drawn] == ["xã An Bình · 2024", "xã Bình An · 2024"]


def test_target_and_result_stand_side_by_side() -> None:
    same_year = indicator(raw="1,3%", value="1.3", kind="result")
    page = chart(TARGET, [TARGET, same_year, RESULT], VIETNAMESE) or ""
    assert [bar.indicator.kind for bar in bars(TARGET, [same_year, TARGET], VIETNAMESE)] == ["target", "result"]
    assert VIETNAMESE.kinds["target"] in page
    assert VIETNAMESE.kinds["result"] in page


def test_bars_are_as_high_as_their_values() -> None:
    page = chart(TARGET, [TARGET, RESULT], VIETNAMESE) or ""
    low, high = sorted(float(height) for height in re.findall(r'<rect[^>]* height="([\d.]+)"', page))
    assert abs(low / high - 1.2 / 1.5) < 0.01


def test_one_record_alone_makes_no_chart() -> None:
    assert chart(TARGET, [TARGET, OTHER], VIETNAMESE) is None


def test_many_places_are_cut_to_a_readable_number_with_the_chosen_one_first() -> None:
    many = [indicator(value=str(i + 1), raw=f"{i + 1}%", place=f"xã số {i}") for i in range(40)]
    drawn = bars(many[30], many, VIETNAMESE)
    assert len(drawn) == BARS
    assert drawn[0].indicator is many[30]
