"""Which place a document speaks of: the one it is mainly about, others, and their namesakes elsewhere."""

from __future__ import annotations

from datetime import date

import pytest

from plans.document import Document
from plans.place import Gazetteer
from reader.lexicon.places import meant, names, narrowest, of_their_time, places_in, relation


def document(text: str, places: tuple[str, ...] = ()) -> Document:
    return Document("d", "d.txt", "Tin", text, published=date(2022, 7, 8), places=places)


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


@pytest.mark.parametrize(
    ("places", "asked", "same"),
    [
        (("thị xã Tân Uyên",), "Xã Bạch Đằng, thị xã Tân Uyên, tỉnh Bình Dương", True),
        (("thị xã Tân Uyên",), "Xã Bạch Đằng, huyện Hòa An, tỉnh Cao Bằng", False),
        (("huyện Hòa An", "tỉnh Cao Bằng"), "Xã Bạch Đằng, huyện Hòa An, tỉnh Cao Bằng", True),
        ((), "Xã Bạch Đằng, huyện Hòa An, tỉnh Cao Bằng", True),
    ],
)
def test_a_commune_is_the_one_in_the_province_of_the_document(places: tuple[str, ...], asked: str, *, same: bool) -> None:
    (commune,) = narrowest(places_in(asked))
    (given,) = places_in("Triển khai đề án trên địa bàn xã Bạch Đằng.")
    assert (relation(commune, meant(given, document("", places))) == "same") is same


def test_a_document_that_names_a_namesake_does_not_name_the_place() -> None:
    (commune,) = narrowest(places_in("Xã Bạch Đằng, huyện Hòa An, tỉnh Cao Bằng"))
    assert not names(document("Đề án trên địa bàn xã Bạch Đằng.", ("thị xã Tân Uyên",)), commune)


@pytest.mark.parametrize(("years", "old"), [((2022,), True), ((2026,), False), ((), False)])
def test_a_name_in_a_question_on_the_past_is_that_of_the_unit_of_then(years: tuple[int, ...], old: bool) -> None:
    (asked,) = Gazetteer.load().mentions("tỉnh Cà Mau")
    (place,) = of_their_time((asked,), years)
    assert (relation(place, "tỉnh Bạc Liêu") == "other") is old


def test_a_unit_that_was_not_there_then_is_kept() -> None:
    (asked,) = Gazetteer.load().mentions("phường Cai Lậy")
    assert of_their_time((asked,), (2022,)) == (asked,)
