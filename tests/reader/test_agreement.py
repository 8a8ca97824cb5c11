"""Which place a document speaks of, beside the one that it is mainly about."""

from __future__ import annotations

from datetime import date

import pytest

from plans.document import Document
from plans.place import Gazetteer
from reader.agreement import names, places_in


def document(text: str) -> Document:
    return Document("d", "d.txt", "Tin", text, published=date(2022, 7, 8))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("* THUẬN BẮC - Sáu tháng đầu năm 2022, huyện thu 30,9 tỷ đồng.", "Thuận Bắc"),
        ("Cả huyện Cai Lậy và thị xã Cai Lậy đều tăng.", "huyện Cai Lậy"),
        ("Cai Lậy tăng thu ngân sách.", "thị xã Cai Lậy"),
    ],
)
def test_a_place_is_named_in_capitals_or_without_its_level(text: str, asked: str) -> None:
    (mention,) = Gazetteer.load().mentions(asked)
    assert names(document(text), mention)


@pytest.mark.parametrize(
    ("text", "asked"),
    [("Thị xã Cai Lậy tăng thu ngân sách. Cai Lậy phấn đấu.", "huyện Cai Lậy"), ("Thu ngân sách tăng.", "Thuận Bắc")],
)
def test_the_unit_of_the_same_name_at_another_level_is_not_named(text: str, asked: str) -> None:
    (mention,) = Gazetteer.load().mentions(asked)
    assert not names(document(text), mention)


def test_capitals_keep_their_places() -> None:
    text = "UBND TỈNH HÀ TĨNH và huyện Đức Thọ"
    found = places_in(text)
    assert [one.name for one in found] == ["tỉnh Hà Tĩnh", "huyện Đức Thọ"]
    assert found[1].span.of(text) == "huyện Đức Thọ"
