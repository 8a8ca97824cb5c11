"""What must hold for any quantity, however it is written, and for any text."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from plans.numbers import find_dates, find_document_numbers, find_quantities

SCALES = {"": 1, "nghìn ": 10**3, "ngàn ": 10**3, "triệu ": 10**6, "tỷ ": 10**9, "tỉ ": 10**9, "triệu tỷ ": 10**15}
MEASURES = {"đồng": "đồng", "USD": "USD", "%": "%", "ha": "ha", "km2": "km2", "km²": "km2", "m3": "m3", "tấn": "tấn"}
COUNTS = ["xã", "hộ", "người", "trường", "chỉ tiêu", "lao động", "đảng viên", "doanh nghiệp", "đồng chí", "lượt khách"]
PER = ["", "/người/năm", "/ha", "/tháng"]
COMPARATORS = {"": "=", "trên ": ">", "dưới ": "<", "gần ": "~", "khoảng ": "~", "ít nhất ": ">=", "không quá ": "<="}


def dotted(whole: int) -> str:
    return f"{whole:,}".replace(",", ".")


@st.composite
def measured(draw: st.DrawFn) -> tuple[str, Decimal, str, str]:
    """A measure as a plan may write it: its text, value, unit and comparator."""
    whole = draw(st.integers(1, 9_999_999))
    decimals = draw(st.text("0123456789", min_size=0, max_size=3))
    grouped = draw(st.booleans())
    digits = (dotted(whole) if grouped else str(whole)) + (f",{decimals}" if decimals else "")
    scale = draw(st.sampled_from(sorted(SCALES)))
    written = draw(st.sampled_from(sorted(MEASURES)))
    if written == "%":
        scale = ""
    per = draw(st.sampled_from(PER))
    word = draw(st.sampled_from(sorted(COMPARATORS)))
    space = draw(st.sampled_from([" ", "\n"])) if scale or written != "%" else draw(st.sampled_from(["", " "]))
    value = Decimal(f"{whole}.{decimals or '0'}") * SCALES[scale]
    return f"{word}{digits}{space}{scale}{written}{per}", value, MEASURES[written] + per, COMPARATORS[word]


@given(measured())
@settings(max_examples=300, deadline=None)
def test_any_written_measure_reads_back_to_its_value_and_unit(one: tuple[str, Decimal, str, str]) -> None:
    text, value, unit, comparator = one
    before, after = "Chỉ tiêu đạt ", " trong năm tới"
    found = find_quantities(before + text + after)
    assert [(one.quantity.value, one.quantity.unit, one.quantity.comparator) for one in found] == [
        (value, unit, comparator)
    ]
    assert found[0].quantity.raw == text


@given(st.integers(1, 999_999), st.sampled_from(COUNTS), st.booleans(), st.booleans())
@settings(max_examples=200, deadline=None)
def test_any_count_is_whole_whatever_mark_groups_it(whole: int, noun: str, comma: bool, zero: bool) -> None:
    digits = f"{whole:,}" if comma else dotted(whole)
    digits = f"0{digits}" if zero and whole < 10 else digits
    found = find_quantities(f"toàn huyện có {digits} {noun}, trong đó")
    assert [(one.quantity.value, one.quantity.unit) for one in found] == [(Decimal(whole), noun)]


@given(st.integers(1, 500), st.integers(1, 500), st.sampled_from(["-", " - ", "- ", "–", " đến "]), st.sampled_from(COUNTS))
@settings(max_examples=200, deadline=None)
def test_a_range_has_both_ends_and_a_false_range_has_none(low: int, more: int, dash: str, noun: str) -> None:
    rising = find_quantities(f"bổ sung {low}{dash}{low + more} {noun}")
    assert [(one.quantity.value, one.quantity.high) for one in rising] == [(Decimal(low), Decimal(low + more))]
    falling = find_quantities(f"bổ sung {low + more}{dash}{low} {noun}")
    assert all(one.quantity.high is None for one in falling)


@given(measured(), measured(), st.sampled_from(["; ", ", ", ". ", " và ", "\n\n"]))
@settings(max_examples=200, deadline=None)
def test_neighbours_do_not_swallow_each_other(
    one: tuple[str, Decimal, str, str], other: tuple[str, Decimal, str, str], between: str
) -> None:
    text = f"thu đạt {one[0]}{between}chi đạt {other[0]}."
    assert [found.quantity.raw for found in find_quantities(text)] == [one[0], other[0]]


@given(
    st.integers(1, 28),
    st.integers(1, 12),
    st.integers(1950, 2090),
    st.sampled_from(["/", "-", ".", "- ", " tháng {} năm "]),
)
@settings(max_examples=200, deadline=None)
def test_a_date_is_read_and_is_no_quantity(day: int, month: int, year: int, mark: str) -> None:
    text = f"{day:02}{mark.format(month)}{year}" if "{" in mark else f"{day}{mark}{month}{mark}{year}"
    found = find_dates(f"ngày {text} tại trụ sở")
    assert [(one.day, one.month, one.year) for one in found] == [(day, month, year)]
    assert find_quantities(f"ngày {text} tại trụ sở") == []


ALPHABET = "0123456789.,%/-–() \n|*:;aăđhệxãtỷriệunồgkm²2TỷĐƯƠ" + "năm"


@given(st.text(ALPHABET, max_size=80))
@settings(max_examples=500, deadline=None)
def test_spans_are_verbatim_ordered_and_apart_in_any_text(text: str) -> None:
    for found in (find_quantities(text), find_dates(text), find_document_numbers(text)):
        end = 0
        for one in found:
            raw = one.quantity.raw if hasattr(one, "quantity") else one.raw
            assert one.span.of(text) == raw
            assert one.span.start >= end
            assert len(one.span) > 0
            end = one.span.end
