"""HTML tables inside a plain text or Markdown."""

from __future__ import annotations

import pytest

from ingest import limits
from ingest.compose import compose
from ingest.indicators import extract
from ingest.tables import find_tables
from plans.document import Table
from plans.errors import LimitError

MERGED = """Biểu 1. Chi ngân sách

<table>
<tr><td rowspan="2">Nội dung</td><td colspan=2>Ước thực hiện 2032</td></tr>
<tr><td>Cấp huyện</td><td><b>Cấp xã</b></td></tr>
<tr><td>Chi y tế</td><td>5.120</td><td> 740 </td></tr>
<tr><td>Chi văn hóa</td><td>2.310</td><td>980</td></tr>
</table>

Hết biểu.
"""


def only(text: str) -> Table:
    (region,) = find_tables(text)
    assert region.table is not None
    return region.table


def test_merged_cells_take_up_their_places() -> None:
    placed = {one.span.of(MERGED): (one.row, one.column, one.row_span, one.column_span) for one in only(MERGED).cells}
    assert placed["Nội dung"] == (0, 0, 2, 1)
    assert placed["Ước thực hiện 2032"] == (0, 1, 1, 2)
    assert placed["Cấp xã"] == (1, 2, 1, 1)
    assert placed["740"] == (2, 2, 1, 1)


def test_the_rows_that_merged_cells_reach_into_are_headings() -> None:
    assert only(MERGED).header_rows == 2


def test_rows_of_heading_cells_are_headings() -> None:
    text = "<table><tr><th>Xã</th><th>Hộ</th></tr><tr><th>Tên</th><th>Số</th></tr><tr><td>A</td><td>7</td></tr></table>"
    assert only(text).header_rows == 2


def test_figures_are_recorded_under_the_headings_of_their_column() -> None:
    document = compose(MERGED, "chi.md")
    records = {one.quantity.raw: one.label for one in extract(document)}
    assert "y tế" in records["740"]
    assert "xã" in records["740"].lower()


@pytest.mark.parametrize(
    "text",
    [
        "<table><tr><td>một ô</td></tr></table>",
        "<table><tr><td>chưa đóng</td><td>7</td></tr>" * 3,
        "<table></table>",
        "</table><table>",
    ],
)
def test_what_is_no_whole_table_of_rows_and_columns_is_text(text: str) -> None:
    assert find_tables(text) == []


def test_merged_cells_without_end_are_refused() -> None:
    rows = "<tr>" + '<td rowspan="99" colspan="99">7</td>' * 4 + "</tr>" + "<tr></tr>" * 98
    with pytest.raises(LimitError, match=str(limits.MAX_CELLS)):
        find_tables(f"<table>{rows * 20}</table>")
