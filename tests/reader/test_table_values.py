"""Values of tables that are no figures."""

from collections.abc import Callable

import pytest

from reader import Assistant

PROJECTS = """# Danh mục công trình trọng điểm của xã Sìn Hồ

| TT | Tên công trình | Địa điểm | Khởi công | Hoàn thành | Nhà thầu |
|---|---|---|---|---|---|
| 1 | Cầu treo Nậm Tăm | bản Pậu | 12/3/2031 | 20/11/2031 | Công ty Hoàng Liên |
| 2 | Hệ thống cấp nước Phăng Sô Lin | bản Nậm Mạ | 19/6/2031 | 31/12/2032 | Công ty Tả Phìn |

| TT | Nhiệm vụ | Đơn vị chủ trì | Đơn vị phối hợp |
|---|---|---|---|
| 1 | Lắp đặt bổ sung 64 camera giám sát | Công an thành phố | Phòng Quản lý đô thị |

Xã phấn đấu trong năm 2031 hoàn thành 36 chỉ tiêu kinh tế - xã hội, môi trường và an ninh trật tự.
"""


@pytest.fixture(scope="module")
def projects(assistant_over: Callable[[str], Assistant]) -> Assistant:
    return assistant_over(PROJECTS)


@pytest.mark.parametrize(
    ("question", "date"),
    [
        ("Cầu treo Nậm Tăm khởi công ngày nào?", "12/3/2031"),
        ("Hệ thống cấp nước Phăng Sô Lin bao giờ hoàn thành?", "31/12/2032"),
        ("Hệ thống cấp nước Phăng Sô Lin động thổ ngày nào?", "19/6/2031"),
    ],
)
def test_a_date_that_is_all_of_a_cell_is_an_answer(projects: Assistant, question: str, date: str) -> None:
    assert projects.ask(question).short == date


def test_which_place_is_not_answered_with_words_that_name_none(projects: Assistant) -> None:
    answer = projects.ask("Địa phương nào phấn đấu hoàn thành 36 chỉ tiêu năm 2031?")
    assert answer.short in ("", "xã Sìn Hồ")


def test_a_count_is_no_place(projects: Assistant) -> None:
    answer = projects.ask("Nơi nào trong năm 2031 hoàn thành chỉ tiêu kinh tế - xã hội?")
    assert "36 chỉ tiêu" not in answer.short


def test_a_figure_inside_the_words_of_a_cell_is_an_answer(projects: Assistant) -> None:
    assert projects.ask("Xã Sìn Hồ lắp đặt bổ sung bao nhiêu camera giám sát?").short.startswith("64 camera")
