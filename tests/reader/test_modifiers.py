"""Are two things of like names told apart?"""

from pathlib import Path

import pytest

from ingest import pipeline
from reader import Assistant
from retriever import Index
from retriever.index import default_encoder

PLAN = """# Kế hoạch năm 2032 của xã Krông Năng, tỉnh Đắk Lắk

| TT | Chỉ tiêu | ĐVT | Thực hiện 2031 | Kế hoạch 2032 |
|---|---|---|---|---|
| 1 | Sản lượng sầu riêng | tấn | 13.350 | 15.600 |
| 2 | Sản lượng hồ tiêu | tấn | 1.045 | 1.030 |

Diện tích mắc ca năm 2031 là 297 ha.

Gói thầu XL-02 đạt 63% giá trị hợp đồng. Gói XL-03 chậm tiến độ.
"""


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("plan")
    (folder / "ke-hoach.md").write_text(PLAN, encoding="utf-8")
    pipeline.mirror([folder / "ke-hoach.md"], folder / "index", default_encoder())
    return Assistant(Index.open(folder / "index"))


def test_a_row_of_another_crop_is_no_answer_where_the_document_tells_of_the_one_asked_for(planned: Assistant) -> None:
    answer = planned.ask("Kế hoạch sản lượng mắc ca năm 2032 của xã Krông Năng là bao nhiêu tấn?")
    assert answer.status == "not_found"


def test_the_row_asked_for_is_the_answer(planned: Assistant) -> None:
    answer = planned.ask("Kế hoạch sản lượng hồ tiêu năm 2032 của xã Krông Năng là bao nhiêu tấn?")
    assert "1.030" in answer.short


def test_a_word_put_in_before_a_name_makes_no_other_thing_of_it(planned: Assistant) -> None:
    answer = planned.ask("Gói XL-02 đạt bao nhiêu % giá trị hợp đồng?")
    assert answer.short == "63%"
