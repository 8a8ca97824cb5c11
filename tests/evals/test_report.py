import re
from html.parser import HTMLParser

from evals.gate import Failure
from evals.plots import Line, bar_chart, line_chart
from evals.predictions import Prediction, Quote
from evals.questions import Question
from evals.report import Report, html
from evals.runs import Row, Run
from evals.slices import slices
from evals.summary import counts, markdown, table
from plans.document import Span

TEXT = "Năm 2024 còn 0,63% <b>; năm 2023 còn 0,69%."
QUESTIONS = [
    Question("q1", "Tỷ lệ <hộ nghèo>?", "percent", True, "a.txt", Span(13, 18), "0,63%", tags=("year_trap",)),
    Question("q2", "Ai ký?", "unanswerable", False, why="no signer"),
    Question("q3", "Bao giờ?", "date", True, "a.txt", Span(0, 8), "Năm 2024"),
]
RUN = Run(
    "now",
    "2026-01-01",
    {"model": "m"},
    (
        Row("q1", "wrong", {"right": 0.0, "wrong": 1.0}, "0,69%", 0.8),
        Row("q2", "abstained", {"wrong": 0.0, "abstention": 1.0}),
        Row("q3", "right", {"right": 1.0, "wrong": 0.0}, "2024", 0.9),
    ),
    {"answer p50_ms": 12.0},
)
PREDICTIONS = {
    "q1": Prediction(
        "q1", "answered", "0,69%", "Còn 0,69% [1].", 0.8, (Quote("a.txt", Span(37, 42), "0,69%"),), stages={"read": 0.01}
    ),
    "q2": Prediction("q2", "not_found", "", "Không tìm thấy.", 0.1),
    "q3": Prediction("q3", "answered", "2024", "2024 [1].", 0.9),
}


def page() -> str:
    earlier = [Run("before", "2025-12-01", {}, RUN.rows)]
    made = Report(
        RUN, QUESTIONS, PREDICTIONS, slices(QUESTIONS, RUN), {"a.txt": TEXT}, (), [Failure("MRR@10", "fell")], earlier
    )
    return html(made)


def test_the_page_asks_for_nothing_outside_itself() -> None:
    assert not re.search(r"(?:src|href|url\()\s*=?\s*[\"']?(?:https?:|//)", page())
    assert "<script" not in page()


def test_the_page_is_well_formed() -> None:
    open_tags: list[str] = []

    class Checker(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            if tag not in ("meta", "br"):
                open_tags.append(tag)

        def handle_startendtag(self, tag: str, attrs: object) -> None:
            pass

        def handle_endtag(self, tag: str) -> None:
            assert open_tags.pop() == tag

    checker = Checker()
    checker.feed(page())
    assert open_tags == []


def test_a_wrong_answer_is_shown_with_its_gold_and_both_passages() -> None:
    text = page()
    assert "Tỷ lệ &lt;hộ nghèo&gt;?" in text
    assert "<mark>0,63%</mark>" in text
    assert "<mark>0,69%</mark>" in text
    assert "Bao giờ?" not in text


def test_the_gates_failures_head_the_page() -> None:
    assert page().index("MRR@10: fell") < page().index("Measures")


def test_all_four_plots_are_there() -> None:
    assert page().count("<svg") == 4


def test_charts_of_nothing_are_still_charts() -> None:
    assert line_chart("t", "x", "y", [Line("none", [])]).endswith("</svg>")
    assert bar_chart("t", "y", [], []).endswith("</svg>")


def test_the_summary_counts_answerable_and_unanswerable_apart() -> None:
    assert counts(RUN) == "2 answerable: 1 right, 1 wrong, 0 abstained. 1 unanswerable: 1 abstained, 0 answered (wrong)."


def test_the_markdown_summary_names_what_failed() -> None:
    text = markdown(RUN, slices(QUESTIONS, RUN), (), [Failure("MRR@10", "fell")], ())
    assert "- MRR@10: fell" in text
    assert "| right" in text


def test_a_bar_in_a_cell_does_not_break_the_table() -> None:
    assert table(("a",), [["x | y"]]).splitlines()[-1] == "| x \\| y |"
