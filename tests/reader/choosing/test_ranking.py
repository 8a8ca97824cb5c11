"""Which of several answers that stand together goes first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from plans.answer import Citation
from plans.document import Block, Document, Passage, Span
from plans.hit import Hit
from plans.indicator import Change, Indicator, Kind, Quantity
from plans.numbers import find_quantities
from reader.choosing.days import deed_first, document_first, issued_first, whole_period_first, with_number_first
from reader.choosing.levels import (
    fulfilment_first,
    level_first,
    one_thing_first,
    part_of_year_first,
    reached_first,
    same_way_first,
    value_first,
)
from reader.choosing.nearest import own_person_first, own_place_first, settling_first
from reader.choosing.ranking import in_order
from reader.choosing.wholes import point_by_number, whole_list_first, whole_or_part_first
from reader.evidence.candidates import Candidate, CandidateKind, Level
from reader.evidence.phrases import points_of
from reader.evidence.units import Unit
from reader.questions.question import analyse
from reader.scoring.scored import Scored
from retriever.query import understand


def made(text: str, short: str, kind: CandidateKind, quantity: Quantity | None = None) -> Candidate:
    """A candidate over `short` in a document of one unit."""
    whole = Span(0, len(text))
    document = Document("d", "d.txt", "Kế hoạch trồng rau", text)
    start = text.index(short)
    one = Unit(document, Passage("d:0", "d", whole, text), whole, "sentence")
    return Candidate(kind, one, Span(start, start + len(short)), whole, (Level(text),) * 5, quantity)


def figures(text: str) -> list[Scored]:
    """Its figures, each likelier than the next."""
    hit = Hit(Passage("d:0", "d", Span(0, len(text)), text), 1.0, 1)
    found = find_quantities(text)
    made_of = [made(text, one.quantity.raw, "quantity", one.quantity) for one in found]
    return [Scored(one, hit, {"own": 0.5, "place": 0.0}, 9.0 - at) for at, one in enumerate(made_of)]


@pytest.mark.parametrize(
    ("text", "day", "period"),
    [
        ("Lễ hội từ ngày 30/1 đến 4/2/2024.", "ngày 30/1", "từ ngày 30/1 đến 4/2/2024"),
        ("Hội chợ từ ngày 5 đến ngày 9/11/2026 tại xã.", "ngày 9/11/2026", "từ ngày 5 đến ngày 9/11/2026"),
        ("Đại hội họp trong hai ngày 22 và 23/7.", "ngày 22", "ngày 22 và 23/7"),
    ],
)
def test_a_period_comes_before_a_day_that_it_begins_or_ends_with(text: str, day: str, period: str) -> None:
    hit = Hit(Passage("d:0", "d", Span(0, len(text)), text), 1.0, 1)
    found = Scored(made(text, day, "date"), hit, {}, 0.5)
    assert whole_period_first(analyse(understand("Lễ hội khi nào?")), [found])[0].candidate.short == period
    assert whole_period_first(analyse(understand("Lễ hội kết thúc ngày nào?")), [found]) == [found]
    assert whole_period_first(analyse(understand("Lễ hội khi nào?")), []) == []


def test_a_day_in_no_period_stays() -> None:
    text = "Lễ hội khai mạc ngày 30/1, bế mạc ngày 4/2/2024."
    hit = Hit(Passage("d:0", "d", Span(0, len(text)), text), 1.0, 1)
    found = Scored(made(text, "ngày 30/1", "date"), hit, {}, 0.5)
    assert whole_period_first(analyse(understand("Lễ hội khi nào?")), [found]) == [found]


JOBS = "Giải quyết việc làm cho 870 lao động, trong đó tạo việc làm mới 360 lao động."


@pytest.mark.parametrize(
    ("question", "own", "first"),
    [
        ("Giải quyết việc làm cho bao nhiêu lao động?", 0.9, "870 lao động"),
        ("Tạo việc làm mới cho bao nhiêu lao động?", 0.4, "360 lao động"),
        ("Trong đó việc làm mới là bao nhiêu lao động?", 0.9, "360 lao động"),
    ],
)
def test_a_whole_comes_before_its_part_unless_the_part_is_asked_for(question: str, own: float, first: str) -> None:
    hit = Hit(Passage("d:0", "d", Span(0, len(JOBS)), JOBS), 1.0, 1)
    part, whole = (
        Scored(
            made(JOBS, found.span.of(JOBS), "quantity", quantity=found.quantity), hit, {"own": value, "place": 0.0}, logit
        )
        for found, value, logit in zip(reversed(find_quantities(JOBS)), (0.8, own), (2.0, 1.5), strict=True)
    )
    assert whole_or_part_first(analyse(understand(question)), [part, whole])[0].candidate.short == first
    assert whole_or_part_first(analyse(understand(question)), []) == []


def test_communes_in_parentheses_give_way_to_the_units_that_they_are() -> None:
    text = "Tỉnh gồm 118 đơn vị hành chính cấp xã (97 xã, 21 phường)."
    hit = Hit(Passage("d:0", "d", Span(0, len(text)), text), 1.0, 1)
    whole, _, part = (
        Scored(made(text, found.span.of(text), "quantity", quantity=found.quantity), hit, {"own": own, "place": 0.0}, 1.0)
        for found, own in zip(find_quantities(text), (0.9, 0.2, 0.2), strict=True)
    )
    asked = analyse(understand("Tỉnh có bao nhiêu đơn vị hành chính cấp xã?"))
    assert whole_or_part_first(asked, [part, whole])[0].candidate is whole.candidate
    assert whole_or_part_first(analyse(understand("Trong đó có bao nhiêu phường?")), [part, whole])[0] is part


def test_a_part_of_the_place_that_is_asked_about_stays_before_the_whole_of_several() -> None:
    text = "Hai tỉnh cũ giải ngân đạt 39,7%, trong đó Bình Lương (cũ) đạt 33,0%."
    hit = Hit(Passage("d:0", "d", Span(0, len(text)), text), 1.0, 1)
    whole, part = (
        Scored(made(text, found.span.of(text), "quantity", quantity=found.quantity), hit, {"own": 0.5, "place": place}, 1.0)
        for found, place in zip(find_quantities(text), (-0.3, 1.0), strict=True)
    )
    asked = analyse(understand("Tỷ lệ giải ngân của tỉnh Bình Lương cũ là bao nhiêu?"))
    assert whole_or_part_first(asked, [part, whole])[0] is part


def test_of_a_whole_the_part_is_asked_for() -> None:
    text = "Trong năm phát sinh 176 hộ nghèo, trong đó 39 hộ tái nghèo do ốm đau."
    hit = Hit(Passage("d:0", "d", Span(0, len(text)), text), 1.0, 1)
    figures = [
        Candidate(
            "quantity",
            (one := made(text, found.span.of(text), "quantity")).unit,
            found.span,
            one.clause,
            one.levels,
            found.quantity,
        )
        for found in find_quantities(text)
    ]
    whole, part = (
        Scored(one, hit, {"own": 0.5, "place": 0.0}, logit) for one, logit in zip(figures, (1.0, 0.2), strict=True)
    )
    asked = analyse(understand("Trong số hộ nghèo phát sinh có bao nhiêu hộ rơi trở lại diện nghèo?"))
    assert whole_or_part_first(asked, [whole, part])[0].candidate == part.candidate
    assert whole_or_part_first(analyse(understand("Có bao nhiêu hộ nghèo phát sinh?")), [whole, part]) == [whole, part]


def test_an_enumeration_comes_before_the_item_that_it_begins_with() -> None:
    text = "Hình thành 03 sản phẩm mới: phố đi bộ; tour làm ngư dân; làng mắm."
    hit = Hit(Passage("d:0", "d", Span(0, len(text)), text), 1.0, 1)
    item = Scored(made(text, "phố đi bộ", "text"), hit, {}, 2.6)
    whole = Scored(
        replace(made(text, "phố đi bộ; tour làm ngư dân; làng mắm", "text"), unit=item.candidate.unit, form="list"),
        hit,
        {},
        1.1,
    )
    asked = analyse(understand("Xã có những sản phẩm mới nào?"))
    assert whole_list_first(asked, [item, whole])[0].candidate == whole.candidate
    far = replace(whole, logit=-1.0)
    assert whole_list_first(asked, [item, far]) == [item, far]
    assert whole_list_first(analyse(understand("Sản phẩm mới đầu tiên là gì?")), [item, whole]) == [item, whole]


POINTS = (
    "Xã đề ra 3 nhiệm vụ trọng tâm: Thứ nhất là giáo dục chính trị cho đảng viên; thứ hai là duy trì các tiêu chí nông "
    "thôn mới; thứ ba, chuyển đổi số."
)


def points() -> Scored:
    whole = Span(0, len(POINTS))
    document = Document("d", "d.txt", "Tin", POINTS, blocks=(Block("paragraph", whole),))
    unit = Unit(document, Passage("d:0", "d", whole, POINTS), whole, "sentence")
    (found,) = points_of(unit)
    return Scored(found, Hit(Passage("d:0", "d", whole, POINTS), 1.0, 1), {"place": 0.0, "year_clash": 0.0}, -0.5)


@pytest.mark.parametrize(
    ("question", "point"),
    [
        ("Nhiệm vụ trọng tâm thứ hai của xã là gì?", "duy trì các tiêu chí nông thôn mới"),
        ("Nhiệm vụ thứ ba mà xã đề ra là gì?", "chuyển đổi số."),
        ("Nhiệm vụ trọng tâm thứ 1 là gì?", "giáo dục chính trị cho đảng viên"),
        ("Việc thứ hai mà xã phải làm là gì?", "duy trì các tiêu chí nông thôn mới"),
    ],
)
def test_a_point_is_found_by_its_number(question: str, point: str) -> None:
    first, *_ = point_by_number(analyse(understand(question)), [points()])
    assert first.candidate.short == point.rstrip(";")


@pytest.mark.parametrize(
    "question", ["Nhiệm vụ trọng tâm thứ tư là gì?", "Đại hội lần thứ hai bàn gì?", "Xã có nhiệm vụ gì?"]
)
def test_a_point_that_is_not_there_or_not_asked_for_is_not_given(question: str) -> None:
    found = points()
    assert point_by_number(analyse(understand(question)), [found]) == [found]


def test_one_of_the_points_gives_way_to_all_of_them() -> None:
    found = points()
    start = POINTS.index("duy trì")
    item = replace(found.candidate, span=Span(start, start + 34), form="marked")
    one = Scored(item, found.hit, {}, 0.4)
    assert in_order(analyse(understand("Những nhiệm vụ trọng tâm nào?")), [one, found])[0].candidate == found.candidate


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Nhà văn hóa xóm hết bao nhiêu tiền?", "2,1 tỷ đồng"),
        ("Ngân sách xã chi bao nhiêu cho nhà văn hóa xóm?", "1,4 tỷ đồng"),
    ],
)
def test_a_whole_comes_before_a_part_with_a_name_that_is_not_asked_for(question: str, first: str) -> None:
    text = "Nhà văn hóa xóm có kinh phí 2,1 tỷ đồng, trong đó ngân sách xã 1,4 tỷ đồng."
    hit = Hit(Passage("d:0", "d", Span(0, len(text)), text), 1.0, 1)
    whole, part = (one.quantity for one in find_quantities(text))
    label = "Nhà văn hóa xóm: kinh phí: ngân sách xã"
    source = Citation.of(made(text, "1,4 tỷ đồng", "quantity").unit.document, Span(0, 5))
    record = Indicator(label, part, source, None, 2031, None, "estimate", "level")
    named = replace(made(text, "1,4 tỷ đồng", "quantity", part), record=record)
    ranked = [
        Scored(named, hit, {"own": 0.5, "place": 0.0}, 2.5),
        Scored(made(text, "2,1 tỷ đồng", "quantity", whole), hit, {"own": 0.5, "place": 0.0}, -0.3),
    ]
    assert whole_or_part_first(analyse(understand(question)), ranked)[0].candidate.short == first


def test_the_day_of_the_deed_asked_about_comes_before_that_of_the_document() -> None:
    text = "Kèm theo Nghị quyết ngày 19/12/2031, được HĐND huyện thông qua ngày 18/12/2031."
    hit = Hit(Passage("d:0", "d", Span(0, len(text)), text), 1.0, 1)
    ranked = [
        Scored(made(text, day, "date"), hit, {}, logit)
        for day, logit in (("ngày 19/12/2031", 1.0), ("ngày 18/12/2031", 0.2))
    ]
    assert deed_first(analyse(understand("Nghị quyết được thông qua ngày nào?")), ranked)[0] is not ranked[0]
    assert deed_first(analyse(understand("Nghị quyết ban hành ngày nào?")), ranked) == ranked


def test_a_clause_that_says_yes_or_no_comes_before_one_of_its_sentence_that_does_not() -> None:
    question = analyse(understand("Năm 2026 xã có lập quy hoạch chung của xã không?"))
    text = "Xã lập quy hoạch chung của xã năm 2026; kinh phí lập 3,9 tỷ đồng."
    hit = Hit(Passage("d:0", "d", Span(0, len(text)), text), 1.0, 1)
    yes, neither = (
        replace(made(text, words, "text"), clause=made(text, words, "text").span)
        for words in ("Xã lập quy hoạch chung của xã năm 2026", "kinh phí lập 3,9 tỷ đồng")
    )
    near, far = Scored(yes, hit, {}, 1.5), Scored(yes, hit, {}, 0.5)
    first = Scored(neither, hit, {}, 2.0)
    assert [one.candidate for one in settling_first(question, [first, near])] == [yes, neither]
    assert settling_first(question, [first, far]) == [first, far]


def test_a_whole_that_has_more_of_the_question_may_be_much_less_likely() -> None:
    text = "Tổng số của ba cấp là 1.847 thủ tục, gồm cấp tỉnh 1.436 thủ tục, cấp xã 137 thủ tục."
    hit = Hit(Passage("d:0", "d", Span(0, len(text)), text), 1.0, 1)
    whole, part, _ = (made(text, one.span.of(text), "quantity", one.quantity) for one in find_quantities(text)[-3:])
    question = analyse(understand("Có bao nhiêu thủ tục ở cả ba cấp?"))

    def first(own: float) -> str:
        likelier, other = (
            Scored(part, hit, {"own": 0.4, "place": 0.0}, 2.5),
            Scored(whole, hit, {"own": own, "place": 0.0}, 0.5),
        )
        return whole_or_part_first(question, [likelier, other])[0].candidate.short

    assert (first(0.6), first(0.45)) == ("1.847 thủ tục", "1.436 thủ tục")


def test_how_things_stand_now_is_told_by_what_was_reached() -> None:
    text = "Hiện có 81% phòng học kiên cố; phấn đấu đạt 84% phòng học kiên cố."
    hit = Hit(Passage("d:0", "d", Span(0, len(text)), text), 1.0, 1)

    def one(short: str, kind: Kind, logit: float) -> Scored:
        quantity = next(found.quantity for found in find_quantities(text) if found.span.of(text) == short)
        candidate = made(text, short, "quantity", quantity)
        record = Indicator("phòng học kiên cố", quantity, Citation.of(candidate.unit.document, candidate.span), kind=kind)
        return Scored(replace(candidate, record=record), hit, {"own": 0.5, "place": 0.0}, logit)

    planned, reached = one("84%", "target", 1.0), one("81%", "result", 0.0)
    now = analyse(understand("Hiện nay phòng học kiên cố chiếm bao nhiêu phần trăm?"))
    assert reached_first(now, [planned, reached])[0].candidate.short == "81%"
    plain = analyse(understand("Phòng học kiên cố chiếm bao nhiêu phần trăm?"))
    assert reached_first(plain, [planned, reached]) == [planned, reached]
    assert reached_first(now, []) == []


@pytest.mark.parametrize(
    ("question", "day"),
    [("Lễ hội bắt đầu ngày nào?", "ngày 01/10"), ("Lễ hội kết thúc ngày nào?", "ngày 03/10/2032")],
)
def test_the_end_of_a_period_that_is_asked_for(question: str, day: str) -> None:
    text = "Lễ hội diễn ra từ ngày 01/10 đến ngày 03/10/2032."
    hit = Hit(Passage("d:0", "d", Span(0, len(text)), text), 1.0, 1)
    found = Scored(made(text, "ngày 03/10/2032", "date"), hit, {}, 0.5)
    assert whole_period_first(analyse(understand(question)), [found])[0].candidate.short == day


def test_the_row_that_a_point_names_goes_before_all_points() -> None:
    text = "a) Phân rác theo 3 nhóm: rác ăn; rác giấy; rác khác.\nb) Phát 12 thùng."
    hit = Hit(Passage("d:0", "d", Span(0, len(text)), text), 1.0, 1)
    points = Scored(replace(made(text, text, "text"), form="points"), hit, {}, 1.0)
    row = Scored(replace(made(text, "rác ăn; rác giấy; rác khác", "text"), form="list"), hit, {}, 0.0)
    asked = analyse(understand("Rác phải phân ra những nhóm nào?"))
    assert whole_list_first(asked, [points, row])[0].candidate.short == "rác ăn; rác giấy; rác khác"
    assert whole_list_first(analyse(understand("Xã có những nhiệm vụ nào?")), [points, row])[0] == points


def test_how_things_stand_now_is_not_what_is_to_be_in_years() -> None:
    text = "Cụm mới lấp đầy 36% diện tích; lấp đầy 85% diện tích vào năm 2039."
    hit = Hit(Passage("d:0", "d", Span(0, len(text)), text), 1.0, 1)

    def one(short: str, year: int | None, logit: float) -> Scored:
        quantity = next(found.quantity for found in find_quantities(text) if found.span.of(text) == short)
        candidate = made(text, short, "quantity", quantity)
        document = replace(candidate.unit.document, published=date(2032, 1, 1))
        candidate = replace(candidate, unit=replace(candidate.unit, document=document))
        record = Indicator("lấp đầy", quantity, Citation.of(document, candidate.span), None, year, None, "target", "level")
        return Scored(replace(candidate, record=record), hit, {"own": 0.5, "place": 0.0}, logit)

    ranked = [one("85%", 2039, 2.0), one("36%", None, 0.0)]
    assert (
        reached_first(analyse(understand("Hiện nay cụm lấp đầy bao nhiêu phần trăm?")), ranked)[0].candidate.short == "36%"
    )


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Thu ngân sách bằng bao nhiêu phần trăm chỉ tiêu nghị quyết?", "126,82%"),
        ("Thu ngân sách tăng bao nhiêu phần trăm?", "30,43%"),
    ],
)
def test_how_much_of_a_plan_was_met_is_the_share_that_stands_before_the_plan(question: str, first: str) -> None:
    text = "Thu ngân sách tăng 30,43% so với năm 2022 và đạt 126,82% chỉ tiêu nghị quyết."
    assert fulfilment_first(analyse(understand(question)), figures(text))[0].candidate.short == first


def test_what_a_whole_includes_does_not_ask_for_its_part() -> None:
    text = "Tổng vốn là 11.846 tỷ đồng, trong đó địa phương giao thêm 874 tỷ đồng."
    whole, part = figures(text)
    question = analyse(understand("Tổng vốn gồm cả phần địa phương giao thêm là bao nhiêu?"))
    ranked = whole_or_part_first(question, [part, replace(whole, logit=1.0)])
    assert ranked[0].candidate.short == "11.846 tỷ đồng"


def test_what_a_whole_includes_does_not_ask_for_its_part_though_that_has_more_of_the_words() -> None:
    hit = Hit(Passage("d:0", "d", Span(0, 1), "x"), 1.0, 1)
    text = "Tổng vốn là 46 tỷ đồng (gồm 5 tỷ đồng chuyển tiếp từ các xã cũ)."
    whole, part = (made(text, one.quantity.raw, "quantity", one.quantity) for one in find_quantities(text))
    question = analyse(understand("Tổng vốn, tính cả phần chuyển tiếp từ các xã cũ, là bao nhiêu?"))
    ranked = [Scored(part, hit, {"own": 0.6, "place": 0.0}, 2.0), Scored(whole, hit, {"own": 0.4, "place": 0.0}, 1.0)]
    assert whole_or_part_first(question, ranked)[0].candidate.short == "46 tỷ đồng"


def test_a_clause_on_the_place_itself_says_yes_before_one_on_its_district() -> None:
    text = "Huyện phấn đấu đạt chuẩn. Xã An phấn đấu đạt chuẩn."
    hit = Hit(Passage("d:0", "d", Span(0, len(text)), text), 1.0, 1)
    district = Scored(made(text, "Huyện phấn đấu đạt chuẩn", "text"), hit, {"place": -0.3}, 0.5)
    commune = Scored(made(text, "Xã An phấn đấu đạt chuẩn", "text"), hit, {"place": 0.9}, 0.2)
    question = analyse(understand("Xã An có phấn đấu đạt chuẩn không?"))
    assert own_place_first(question, [district, commune])[0].candidate == commune.candidate
    assert own_place_first(question, [district, replace(commune, logit=-3.0)])[0] == district


def changes(text: str, labels: tuple[str, str], changed: int) -> list[Scored]:
    """The two figures of `text`, the `changed` one first and read as how much something rose, under their labels."""
    told = []
    for at, one in enumerate(figures(text)):
        citation = Citation.of(one.candidate.unit.document, one.candidate.span)
        change: Change = "increase" if at == changed else "level"
        assert one.candidate.quantity is not None
        record = Indicator(labels[at], one.candidate.quantity, citation, None, 2032, None, "result", change)
        told.append(replace(one, candidate=replace(one.candidate, record=record), logit=2.0 + (at == changed)))
    return sorted(told, key=lambda one: -one.logit)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Bao nhiêu phần trăm lao động đã qua đào tạo?", "60,89%"),
        ("Tỷ lệ lao động qua đào tạo được nâng lên mức nào?", "60,89%"),
        ("Tỷ lệ lao động qua đào tạo tăng bao nhiêu?", "12,03%"),
    ],
)
def test_what_something_comes_to_goes_before_by_how_much_it_rose(question: str, first: str) -> None:
    text = "Tỷ lệ lao động qua đào tạo lên 60,89% (tăng 12,03% so với trước)."
    ranked = changes(text, ("tỷ lệ lao động qua đào tạo",) * 2, 1)
    assert level_first(analyse(understand(question)), ranked)[0].candidate.short == first


def test_what_another_thing_comes_to_does_not_go_before() -> None:
    question = "Bao nhiêu phần trăm lao động đã qua đào tạo?"
    ranked = changes("Hộ nghèo còn 3,2%, lao động qua đào tạo tăng 12,03%.", ("hộ nghèo", "lao động qua đào tạo"), 1)
    assert level_first(analyse(understand(question)), ranked)[0].candidate.short == "12,03%"


@pytest.mark.parametrize(
    ("labels", "first"), [(("giá trị xuất khẩu",) * 2, "117 triệu USD"), (("xuất", "nhập"), "325 triệu USD")]
)
def test_a_figure_of_the_part_of_the_year_asked_for_goes_first(labels: tuple[str, str], first: str) -> None:
    ranked = changes("Xuất khẩu 117 triệu USD. Cả năm xuất khẩu 325 triệu USD.", labels, -1)
    parts = {"117 triệu USD": 0.7, "325 triệu USD": -0.7}
    ranked = [
        replace(one, features={"part": parts[one.candidate.short], "year_clash": 0.0}, logit=-2.0 * at)
        for at, one in enumerate(reversed(ranked))
    ]
    assert part_of_year_first(ranked)[0].candidate.short == first


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Giá trị sản xuất đạt chừng nào?", "152 tỷ đồng"),
        ("Giá trị sản xuất đạt bao nhiêu phần trăm kế hoạch?", "100,1%"),
        ("Giá trị sản xuất hoàn thành tới đâu?", "100,1%"),
    ],
)
def test_the_value_goes_before_how_much_of_the_plan_it_met(question: str, first: str) -> None:
    ranked = figures("Giá trị sản xuất ước 152 tỷ đồng, đạt 100,1% KH.")
    told_in = {"152 tỷ đồng": 0.0, "100,1%": -0.4}
    ranked = [
        replace(one, features={"own": 0.5, "type": 1.0, "told_in": told_in[one.candidate.short]}, logit=1.0 + at)
        for at, one in enumerate(ranked)
    ]
    assert value_first(analyse(understand(question)), ranked[::-1])[0].candidate.short == first


def labelled(text: str, *named: tuple[str, str, Change]) -> list[Scored]:
    """Figures of one sentence with the names and changes of their records, each likelier than the next."""
    hit = Hit(Passage("d:0", "d", Span(0, len(text)), text), 1.0, 1)
    one_document = made(text, named[0][0], "quantity").unit
    found = []
    for at, (short, label, change) in enumerate(named):
        start = text.index(short)
        quantity = find_quantities(short)[0].quantity
        citation = Citation("d", "d.txt", "", Span(0, len(text)), text, "dòng 1")
        record = Indicator(label, quantity, citation, None, 2031, None, None, change)
        span = Span(start, start + len(short))
        one = Candidate("quantity", one_document, span, one_document.span, (Level(text),) * 5, quantity, record)
        found.append(Scored(one, hit, {"own": 0.5, "year": 0.0, "part": 0.0}, 9.0 - at))
    return found


POOR = "Hộ nghèo và cận nghèo chiếm 42,61%, trong đó tỷ lệ hộ nghèo là 31,12%, tỷ lệ hộ cận nghèo là 11,49%."


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Hộ cận nghèo chiếm bao nhiêu %?", "11,49%"),
        ("Hộ nghèo và cận nghèo chiếm bao nhiêu %?", "42,61%"),
    ],
)
def test_one_of_two_things_is_answered_by_its_own_figure(question: str, first: str) -> None:
    ranked = labelled(
        POOR, ("42,61%", "hộ nghèo và cận nghèo", "level"), ("11,49%", "hộ nghèo và cận nghèo: tỷ lệ hộ cận nghèo", "level")
    )
    asked = analyse(understand(question))
    assert one_thing_first(asked, ranked)[0].candidate.short == first
    assert one_thing_first(asked, []) == []


def test_how_far_something_fell_is_not_told_by_a_rise() -> None:
    text = "Tổng vốn tăng 17%; vốn nước ngoài giảm 7,26% so với năm trước."
    ranked = labelled(text, ("17%", "Tổng vốn", "increase"), ("7,26%", "vốn nước ngoài", "decrease"))
    assert same_way_first(analyse(understand("Vốn giảm bao nhiêu phần trăm?")), ranked)[0].candidate.short == "7,26%"
    assert same_way_first(analyse(understand("Vốn tăng hay giảm bao nhiêu?")), ranked) == ranked
    assert same_way_first(analyse(understand("Vốn giảm bao nhiêu phần trăm?")), ranked[:1]) == ranked[:1]


def test_the_day_of_a_document_that_is_gone_by_is_not_when_another_was_issued() -> None:
    text = "Ngày 20/5/2031, Thành phố ban hành Quyết định 25/QĐ-UBND; việc khác theo Quyết định 21/QĐ-UBND ngày 03/01/2031."
    hit = Hit(Passage("d:0", "d", Span(0, len(text)), text), 1.0, 1)
    referred = Scored(made(text, "ngày 03/01/2031", "date"), hit, {}, 2.0)
    issued = Scored(replace(referred.candidate, span=Span(0, 14)), hit, {}, 0.5)
    asked = analyse(understand("Thành phố ban hành quyết định hôm nào?"))
    assert issued_first(asked, [referred, issued])[0].candidate.short == "Ngày 20/5/2031"
    assert issued_first(asked, [issued, referred]) == [issued, referred]
    assert issued_first(analyse(understand("Việc khác theo quyết định ngày nào?")), [referred]) == [referred]


def test_what_has_the_figure_asked_about_beside_it_goes_first() -> None:
    text, other = "Đường Vành đai thiếu 1,2 triệu m3 đất đắp.", "Bệnh viện huyện thiếu vốn."
    hit = Hit(Passage("d:0", "d", Span(0, len(text)), text), 1.0, 1)
    found = [
        Scored(made(other, "Bệnh viện huyện", "text"), hit, {}, 2.0),
        Scored(made(text, "Đường Vành đai", "text"), hit, {}, 0.5),
    ]
    asked = analyse(understand("Dự án nào đang thiếu 1,2 triệu m3 đất đắp?"))
    assert with_number_first(asked, found)[0].candidate.short == "Đường Vành đai"
    assert with_number_first(analyse(understand("Dự án nào đang thiếu vốn?")), found) == found


def test_a_figure_of_the_document_that_is_to_tell_it_goes_first() -> None:
    def of(title: str, text: str, logit: float) -> Scored:
        one = made(text, find_quantities(text)[0].quantity.raw, "quantity", find_quantities(text)[0].quantity)
        unit = replace(one.unit, document=replace(one.unit.document, title=title))
        values = {"own": 0.5, "place": 1.0, "year": 1.0, "kind": 1.0, "part": 0.0}
        return Scored(replace(one, unit=unit), Hit(one.unit.passage, 1.0, 1), values, logit)

    found = [of("Tờ trình về kế hoạch", "Hộ nghèo còn 0,62%.", 3.0), of("Nghị quyết", "Hộ nghèo còn 0,55%.", 2.0)]
    resolved = analyse(understand("Hội đồng nhân dân chốt hộ nghèo còn bao nhiêu phần trăm?"))
    assert document_first(resolved, found)[0].candidate.short == "0,55%"
    assert document_first(analyse(understand("Hộ nghèo còn bao nhiêu phần trăm?")), found) == found


def test_what_the_committee_proposes_is_not_what_the_council_resolved_nor_a_far_likelier_figure_of_a_report() -> None:
    def of(title: str, text: str, logit: float, own: float = 0.5) -> Scored:
        quantity = find_quantities(text)[0].quantity
        one = made(text, quantity.raw, "quantity", quantity)
        unit = replace(one.unit, document=replace(one.unit.document, title=title))
        values = {"own": own, "place": 1.0, "year": 1.0, "kind": 1.0, "part": 0.0}
        return Scored(replace(one, unit=unit), Hit(one.unit.passage, 1.0, 1), values, logit)

    def first(question: str, *found: Scored) -> str:
        return document_first(analyse(understand(question)), list(found))[0].candidate.short

    proposed = "UBND xã dự kiến trình HĐND xã hộ nghèo còn bao nhiêu phần trăm?"
    report, resolved = of("Báo cáo năm 2032", "Hộ nghèo còn 0,62%.", 1.0), of("Nghị quyết", "Hộ nghèo còn 0,55%.", 2.0)
    assert first(proposed, resolved, report) == "0,62%"
    likelier = of("Báo cáo năm 2032", "Hộ nghèo còn 0,62%.", 7.0)
    assert first("Theo nghị quyết, hộ nghèo còn bao nhiêu phần trăm?", likelier, resolved) == "0,55%"
    barely = of("Nghị quyết", "Rừng còn 0,55%.", 2.0, own=0.1)
    assert first("Theo nghị quyết, hộ nghèo còn bao nhiêu phần trăm?", likelier, barely) == "0,62%"


def test_a_clause_on_the_person_named_goes_first() -> None:
    text = "Lê Hoàng Nghi đã chuyển công tác; Lê Văn Tùng đã nghỉ hưu."
    hit = Hit(Passage("d:0", "d", Span(0, len(text)), text), 1.0, 1)

    def clause(short: str, logit: float) -> Scored:
        one = made(text, short, "text")
        return Scored(replace(one, clause=one.span), hit, {}, logit)

    found = [clause("Lê Hoàng Nghi đã chuyển công tác", 1.0), clause("Lê Văn Tùng đã nghỉ hưu", 0.5)]
    asked = analyse(understand("Ông Lê Văn Tùng chuyển công tác, đúng không?"))
    assert own_person_first(asked, found)[0].candidate.short == "Lê Văn Tùng đã nghỉ hưu"
    asked = analyse(understand("Ông Lê Hoàng Nghi chuyển công tác, đúng không?"))
    assert own_person_first(asked, found) == found


def test_a_day_behind_another_is_not_that_of_the_deed() -> None:
    text = "Nghị quyết được thông qua ngày 19/12/2031 và có hiệu lực từ ngày 01/01/2032."
    hit = Hit(Passage("d:0", "d", Span(0, len(text)), text), 1.0, 1)
    days = [
        Scored(made(text, day, "date"), hit, {}, logit)
        for day, logit in (("ngày 01/01/2032", 2.0), ("ngày 19/12/2031", 0.5))
    ]
    for question in ("Nghị quyết thông qua ngày nào?", "On which date did the council adopt the resolution?"):
        assert deed_first(analyse(understand(question)), days)[0].candidate.short == "ngày 19/12/2031"
