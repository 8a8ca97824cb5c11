"""The assistant over the shipped articles: what is said is right, proved word for word, or not said."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from ingest import pipeline
from reader import Assistant
from reader.questions.question import analyse
from reader.ranker import HITS
from retriever import Index
from retriever.index import default_encoder


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("chỉ tiêu hộ nghèo của Cai Lậy năm 2024 là bao nhiêu?", "0,63%"),
        ("chi tieu ho ngheo cua Cai Lay nam 2024 la bao nhieu", "0,63%"),
        ("Tỷ lệ hộ nghèo của TX. Cai Lậy năm 2023 còn bao nhiêu?", "0,69%"),
        ("What is Cai Lậy's poverty rate target for 2024?", "0,63%"),
        ("Chủ tịch UBND thị trấn Trung Phước là ai?", "Trần Văn Đoàn"),
        ("Chủ đề năm 2024 của huyện Thọ Xuân là gì?", "Thu hút đầu tư, tạo đột phá phát triển"),
        ("Thu ngân sách năm 2023 của Cai Lậy so với năm 2022 hơn mấy phần trăm?", "30,43%"),
        ("Đề nghị cung cấp số thu ngân sách địa phương của TX Cai Lậy năm 2024, không phải số chi", "186 tỷ đồng"),
    ],
)
def test_a_question_the_articles_answer_gets_the_exact_answer(assistant: Assistant, question: str, short: str) -> None:
    answer = assistant.ask(question)
    assert (answer.status, answer.short) == ("answered", short)


@pytest.mark.parametrize(
    "question",
    [
        "Tỷ lệ hộ nghèo của huyện Cai Lậy năm 2024 là bao nhiêu?",  # the article is about the thị xã
        "Tỷ lệ hộ nghèo của TX. Cai Lậy năm 2019 là bao nhiêu?",
        "Tỷ lệ hộ nghèo của huyện Thọ Xuân năm 2024 là bao nhiêu?",
        "Chủ tịch HĐND thị trấn Trung Phước là ai?",  # the article names the chairman of the UBND
        "Giá vàng hôm nay bao nhiêu?",
        "khi nao thi xa Cai Lay hop thong qua chi tieu 2024",  # a plan for the year is no meeting in it
    ],
)
def test_a_question_without_an_answer_is_not_answered(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "not_found"
    assert answer.text.startswith("Không tìm thấy")
    assert not answer.citations


def test_a_thing_of_a_like_name_is_no_answer_but_is_named_as_the_nearest(assistant: Assistant) -> None:
    answer = assistant.ask("Tỷ lệ hộ cận nghèo năm 2024 của thị xã Cai Lậy là bao nhiêu?")
    assert answer.status == "not_found"
    assert answer.suggestions[0].startswith("Chỉ tiêu tỷ lệ hộ nghèo")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "Tỷ lệ hộ nghèo của tỉnh Tiền Giang năm 2019?",
            "chưa có tài liệu chung về tỉnh Tiền Giang, chỉ có về thị xã Cai Lậy",
        ),
        ("Tỷ lệ hộ nghèo của huyện Mỹ Đức năm 2019?", "chưa có tài liệu nào về huyện Mỹ Đức"),
        ("Tỷ lệ hộ nghèo của huyện Thọ Xuân năm 2019?", "tài liệu về huyện Thọ Xuân không nói về năm 2019"),
    ],
)
def test_what_is_not_found_says_what_there_is_none_of(assistant: Assistant, question: str, said: str) -> None:
    assert said in assistant.ask(question).text


def test_what_is_offered_instead_is_answered_and_is_not_the_question(assistant: Assistant) -> None:
    question = "Kết quả tỷ lệ hộ nghèo của thị xã Cai Lậy năm 2024 là bao nhiêu?"
    offered = assistant.ask(question).suggestions
    assert offered
    assert question not in offered
    assert all(assistant.ask(one).status == "answered" for one in offered)


def test_an_assistant_without_the_span_reader_answers_too(assistant: Assistant) -> None:
    plain = Assistant(assistant.index, plain=True)
    assert plain.ask("Chỉ tiêu hộ nghèo của Cai Lậy năm 2024 là bao nhiêu?").short == "0,63%"


def test_quotes_stand_word_for_word_and_hold_the_answer(assistant: Assistant) -> None:
    answer = assistant.ask("Tổng chi ngân sách năm 2024 của Cai Lậy là bao nhiêu?")
    first = answer.citations[0]
    text = assistant.index.document(first.doc_id).text
    assert text[first.span.start : first.span.end] == first.quote
    assert answer.short in first.quote


def test_a_follow_up_takes_over_place_and_subject(assistant: Assistant) -> None:
    answer = assistant.ask("Còn năm 2023?", ["chỉ tiêu hộ nghèo của Cai Lậy năm 2024 là bao nhiêu?"])
    assert answer.short == "0,69%"
    assert answer.notes


def test_a_unit_of_today_is_answered_from_the_unit_it_was_made_from_and_says_so(assistant: Assistant) -> None:
    answer = assistant.ask("Năm 2024 tổng thu ngân sách của phường Cai Lậy là bao nhiêu?")
    assert answer.short == "186 tỷ đồng"
    assert any("phường Cai Lậy" in note for note in answer.notes)


@pytest.mark.parametrize("question", ["", "   ", "😀😀", "\x00\x07", "?" * 50, "a " * 10_000])
def test_a_question_that_cannot_be_searched_gets_one_sentence(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "not_found"
    assert answer.text


def test_the_result_of_a_comparison_shows_its_arithmetic(assistant: Assistant) -> None:
    answer = assistant.ask("Tỷ lệ hộ nghèo Cai Lậy năm 2024 so với năm 2023 giảm bao nhiêu?")
    assert answer.short == "0,06 điểm %"
    assert "0,69% − 0,63%" in answer.text
    assert len(answer.citations) == 2


PLAN = """# Kế hoạch phòng, chống dịch bệnh mùa hè năm 2026 trên địa bàn tỉnh Phú Thọ

## II. TỔ CHỨC THỰC HIỆN

**1. Sở Y tế**

- Trực dịch 24/24 giờ từ ngày 01/5/2026;

- Dự trữ 12.000 viên cloramin B.

**2. Sở Giáo dục và Đào tạo**

- Chỉ đạo các trường mầm non vệ sinh đồ chơi mỗi tuần hai lần;

- Báo cáo số trẻ nghỉ học vào thứ Sáu hằng tuần.
"""


def reader_of(text: str, folder: Path) -> Assistant:
    """An assistant over one Markdown document."""
    (folder / "corpus").mkdir()
    (folder / "corpus" / "tai-lieu.md").write_text(text, "utf-8")
    pipeline.mirror([folder / "corpus"], folder / "index", default_encoder())
    return Assistant(Index.open(folder / "index"))


def test_who_signs_a_plan_is_not_in_charge_of_a_field_in_it(assistant_over: Callable[[str], Assistant]) -> None:
    reader = assistant_over(
        "# Kế hoạch năm 2031 của xã Hòa Sơn\n\nĐồng chí Lê Văn Mẫn, Phó Chủ tịch UBND xã, phụ trách chương trình nông thôn "
        "mới.\n\nTM. ỦY BAN NHÂN DÂN\n\nCHỦ TỊCH\n\nNguyễn Hữu Quảng\n"
    )
    assert reader.ask("Ai phụ trách nông thôn mới ở UBND xã Hòa Sơn?").short == "Lê Văn Mẫn"
    assert reader.ask("Ai phụ trách chuyển đổi số ở UBND xã Hòa Sơn?").short != "Nguyễn Hữu Quảng"


def test_whether_revenue_is_over_a_sum_is_not_told_by_expenditure(assistant: Assistant) -> None:
    answer = assistant.ask("Thu ngân sách của Cai Lậy năm 2024 có trên nửa nghìn tỷ đồng không?")
    assert answer.short != "Có"
    assert not any("chi ngân sách" in one.quote and "thu ngân sách" not in one.quote for one in answer.citations)
    assert all("tỷ đồng" in one.quote for one in answer.citations)  # nor by what it grew by


@pytest.fixture(scope="module")
def reader_of_a_plan(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return reader_of(PLAN, tmp_path_factory.mktemp("plan"))


@pytest.mark.parametrize(
    ("question", "begin", "end"),
    [
        ("Sở Y tế được giao những nhiệm vụ gì?", "- Trực dịch", "12.000 viên cloramin B."),
        ("nhung nhiem vu cua so giao duc va dao tao", "- Chỉ đạo", "thứ Sáu hằng tuần."),
    ],
)
def test_the_tasks_of_an_office_are_the_whole_list_under_its_name(
    reader_of_a_plan: Assistant, question: str, begin: str, end: str
) -> None:
    answer = reader_of_a_plan.ask(question)
    assert answer.short.startswith(begin)
    assert answer.short.endswith(end)
    assert answer.citations[0].quote in PLAN


def test_an_office_without_a_list_has_no_tasks(reader_of_a_plan: Assistant) -> None:
    assert reader_of_a_plan.ask("Sở Tài chính được giao những nhiệm vụ gì?").status == "not_found"


REPORT = """# Báo cáo kinh tế - xã hội năm 2030 của xã Đông Sa

Cuối năm 2030, toàn xã có 45 hộ cận nghèo. Hộ nghèo được vay vốn ưu đãi.

Giai đoạn 2021 - 2025, xã đào tạo nghề cho 350 lao động.
"""


@pytest.fixture(scope="module")
def reader_of_a_report(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return reader_of(REPORT, tmp_path_factory.mktemp("report"))


@pytest.mark.parametrize(
    ("asked", "otherwise", "short"),
    [
        ("Cuối năm 2030 xã có bao nhiêu hộ cận nghèo?", "Cuối năm 2030 xã có bao nhiêu hộ nghèo?", "45 hộ"),
        (
            "Giai đoạn 2021 - 2025 xã đào tạo nghề cho bao nhiêu lao động?",
            "Giai đoạn 2026 - 2030 xã đào tạo nghề cho bao nhiêu lao động?",
            "350 lao động",
        ),
    ],
)
def test_a_figure_of_a_like_thing_or_another_period_is_no_answer(
    reader_of_a_report: Assistant, asked: str, otherwise: str, short: str
) -> None:
    assert reader_of_a_report.ask(asked).short.startswith(short)
    assert reader_of_a_report.ask(otherwise).status == "not_found"


@pytest.mark.parametrize(
    "question",
    [
        "Kết quả tỷ lệ hộ nghèo năm 2024 của TX. Cai Lậy là bao nhiêu?",  # a target
        "Chỉ tiêu tỷ lệ hộ nghèo năm 2023 của TX. Cai Lậy là bao nhiêu?",  # a result
        "Tỉnh Tiền Giang đặt chỉ tiêu tỷ lệ hộ nghèo năm 2024 là bao nhiêu?",  # of its town
        "Tỷ lệ huy động mẫu giáo cao hơn nhà trẻ bao nhiêu ở Cai Lậy năm 2025?",  # one of two values
    ],
)
def test_a_figure_of_another_kind_or_place_or_one_of_two_is_no_answer(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).status == "not_found"


def test_of_figures_about_as_likely_the_one_that_is_named_is_the_answer(assistant: Assistant) -> None:
    assert assistant.ask("Tổng thu ngân sách Cai Lậy 2024 là bao nhiêu tỷ đồng?").short == "186 tỷ đồng"


def test_what_is_corrected_beside_a_document_counts_from_the_next_question(tmp_path: Path) -> None:
    corpus, folder = tmp_path / "corpus", tmp_path / "index"
    corpus.mkdir()
    (corpus / "a.txt").write_text("Kế hoạch\n\nXã phấn đấu tỷ lệ hộ nghèo còn 2,5%.\n", "utf-8")
    asked = [f"Tỷ lệ hộ nghèo năm {year} của xã {place} là bao nhiêu?" for place, year in SAID]
    assistants: list[Assistant] = []
    for place, year in SAID:
        (corpus / "a.txt.meta.toml").write_text(f'places = ["xã {place}"]\nyears = [{year}]\n', "utf-8")
        pipeline.mirror([corpus], folder, default_encoder())
        assistants.append(Assistant(Index.open(folder)))
        assistants[0].index.refresh()
        for question in asked:
            scored, fresh = (one.rank(analyse(one.index.understand(question))) for one in (assistants[0], assistants[-1]))
            assert [one.candidate.record for one in scored] == [one.candidate.record for one in fresh]
            assert assistants[0].ask(question) == assistants[-1].ask(question)


SAID = (("An Bình", 2024), ("Phú Lộc", 2025))


def test_a_number_that_only_ends_alike_is_not_known(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    text = "Số: 159/KH-UBND\n\nKế hoạch của xã An Bình\n\nNăm 2024, xã An Bình phấn đấu tỷ lệ hộ nghèo còn 2,5%.\n"
    (tmp_path / "corpus" / "a.txt").write_text(text, "utf-8")
    pipeline.mirror([tmp_path / "corpus"], tmp_path / "index", default_encoder())
    assistant = Assistant(Index.open(tmp_path / "index"))
    asked = "Theo Kế hoạch số {}/KH-UBND, tỷ lệ hộ nghèo năm 2024 của xã An Bình là bao nhiêu?"
    known, other = (assistant.rank(analyse(assistant.index.understand(asked.format(one)))) for one in ("159", "59"))
    assert known[0].candidate.short == "2,5%"
    assert other == []


def test_a_letterhead_that_was_added_is_read_however_few_passages_were_found(assistant: Assistant) -> None:
    asked = analyse(assistant.index.understand("Kết luận ban hành ngày nào?"))
    found = assistant.index.search(asked.query, k=5)
    added = assistant._ranker._letterheads(found)
    assert added
    assert all(hit.rank > HITS for hit in added)
    field = replace(assistant._ranker.look(asked), hits=(*found, *added))
    assert added[0].passage.passage_id in assistant._ranker.readings(field)


ASSIGNED = """# Giao chỉ tiêu năm 2031 cho các xã của huyện Đô Lương

| TT | Xã, thị trấn | Thu ngân sách (triệu đồng) | Sản lượng lương thực (tấn) | Phụ trách | Chức vụ |
|---|---|---|---|---|---|
| 1 | Đông Sơn | 10.250 | 3.850 | Trần Thị Mai Phương | Phó Chủ tịch UBND huyện |
| 2 | Tràng Sơn | 13.100 | 3.120 | Nguyễn Tất Hùng | Phó Chủ tịch UBND huyện |
| 3 | Thượng Sơn | 7.540 | 5.460 | Lê Minh Đạo | Chủ tịch UBND huyện |
| | TỔNG CỘNG | 30.890 | 12.430 | | |
"""


@pytest.fixture(scope="module")
def reader_of_a_table(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return reader_of(ASSIGNED, tmp_path_factory.mktemp("table"))


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Xã nào của huyện Đô Lương được giao thu ngân sách năm 2031 cao nhất?", "xã Tràng Sơn"),
        pytest.param(
            "xa nao o Do Luong co san luong luong thuc nam 2031 nhieu nhat",
            "xã Thượng Sơn",
            marks=pytest.mark.xfail(strict=True, reason='read as "cơ sản lượng", as in "lương cơ bản"'),
        ),
        ("nam 2031 xa nao cua huyen Do Luong san luong luong thuc nhieu nhat", "xã Thượng Sơn"),
        ("Which commune of Đô Lương has the lowest food output target in 2031?", "xã Tràng Sơn"),
    ],
)
def test_the_place_of_the_highest_or_lowest_value_is_found_in_its_table(
    reader_of_a_table: Assistant, question: str, short: str
) -> None:
    answer = reader_of_a_table.ask(question)
    assert answer.short == short
    assert all(one.quote in ASSIGNED for one in answer.citations)


def test_the_office_in_the_next_cell_is_that_of_the_person(reader_of_a_table: Assistant) -> None:
    assert reader_of_a_table.ask("Chủ tịch UBND huyện Đô Lương là ai?").short == "Lê Minh Đạo"
    assert reader_of_a_table.ask("Chủ tịch UBND xã Tràng Sơn là ai?").status == "not_found"


INTERVIEW = """# Phỏng vấn Bí thư Huyện ủy Trần Văn Thời về kế hoạch năm 2031

- Thu ngân sách năm 2031 đặt thấp hơn năm trước, vì sao thưa ông?

- Huyện phấn đấu thu 6,2 tỷ đồng. Kế hoạch trồng rừng giai đoạn 2031 - 2035 được bố trí kinh phí 64 tỷ đồng.
"""


@pytest.mark.parametrize(
    "question",
    [
        "Vì sao thu ngân sách năm 2031 của huyện Trần Văn Thời đặt thấp hơn năm trước?",
        "Trong 6,2 tỷ thu ngân sách năm 2031 của huyện Trần Văn Thời, tiền đất chiếm mấy tỷ?",
        "Năm 2031 kế hoạch trồng rừng của huyện Trần Văn Thời được bố trí kinh phí bao nhiêu tỷ đồng?",
    ],
)
def test_what_is_asked_repeated_or_of_more_years_is_no_answer(tmp_path: Path, question: str) -> None:
    assert reader_of(INTERVIEW, tmp_path).ask(question).status == "not_found"


def test_the_main_targets_are_those_of_their_own_section(tmp_path: Path) -> None:
    text = (
        "# Kế hoạch phát triển kinh tế - xã hội năm 2031 của huyện Chư Sê\n\n## I. CÁC CHỈ TIÊU CHỦ YẾU\n\n"
        "1. Tổng thu ngân sách 205 tỷ đồng.\n\n2. Tỷ lệ hộ nghèo còn 3,4%.\n\n"
        "## II. NHIỆM VỤ\n\n1. Tái canh 250 ha cà phê.\n"
    )
    answer = reader_of(text, tmp_path).ask("Các chỉ tiêu chủ yếu năm 2031 của huyện Chư Sê là gì?")
    assert "205 tỷ đồng" in answer.short
    assert "3,4%" in answer.short
    assert "250 ha" not in answer.short


def test_of_two_standards_in_one_sentence_each_has_its_own_number(assistant: Assistant) -> None:
    assert assistant.ask("nam 2024 cai lay xay dung may xa ntm nang cao").short == "2 xã"
    assert assistant.ask("Năm 2024 Cai Lậy xây dựng mấy xã nông thôn mới kiểu mẫu?").short == "1 xã"
