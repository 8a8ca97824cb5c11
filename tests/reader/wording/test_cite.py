"""Where a year is said that proves an answer."""

from __future__ import annotations

from plans.document import Document
from reader.computed.sources import when_said
from reader.wording.cite import last_mention

TEXT = "Kế hoạch năm 2024 của huyện.\n\nHồ sơ 120245 và 2024,5 ha đã được duyệt, thu ngân sách đạt 180 tỷ đồng."


def test_a_year_is_a_number_of_its_own() -> None:
    end = len(TEXT)
    assert last_mention(TEXT, "2024", end) == TEXT.index("2024")
    assert last_mention("Hồ sơ 120245 đã được duyệt", "2024", 26) is None


def test_the_year_of_a_computed_answer_is_cited_where_it_is_said() -> None:
    found = when_said(Document("d", "d.txt", "D", TEXT), "2024", len(TEXT))
    assert found is not None
    assert found.quote == "Kế hoạch năm 2024 của huyện."
