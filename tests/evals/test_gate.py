import pytest

from evals.compare import changed_questions, compare, paired_interval
from evals.gate import gate
from evals.runs import Row, Run


def made(name: str, verdicts: str, **measures: list[float]) -> Run:
    """A run whose question n has the n-th letter of `verdicts` (r, w, a) and the n-th value of each measure."""
    words = {"r": "right", "w": "wrong", "a": "abstained"}
    rows = [
        Row(
            f"q{at}",
            words[letter],
            {"right": float(letter == "r"), "wrong": float(letter == "w")}
            | {key: one[at] for key, one in measures.items()},
            answer=letter,
        )
        for at, letter in enumerate(verdicts)
    ]
    return Run(name, "2026-01-01T00:00:00Z", {}, tuple(rows))


def test_an_equal_run_passes() -> None:
    assert gate(made("a", "rrwa" * 10), made("b", "rrwa" * 10)) == []


def test_a_large_loss_fails_and_names_the_measure() -> None:
    names = {one.name for one in gate(made("a", "r" * 40), made("b", "r" * 25 + "a" * 15))}
    assert names == {"right"}


def test_a_rise_of_a_measure_where_less_is_better_fails() -> None:
    names = {one.name for one in gate(made("a", "a" * 40), made("b", "a" * 25 + "w" * 15))}
    assert names == {"wrong"}


def test_a_loss_within_noise_passes() -> None:
    assert gate(made("a", "r" * 40), made("b", "r" * 39 + "a")) == []


def test_a_loss_of_a_hair_on_every_question_passes() -> None:
    verdicts = "r" * 40
    assert gate(made("a", verdicts, F1=[0.801] * 40), made("b", verdicts, F1=[0.8] * 40)) == []


def test_a_gain_passes() -> None:
    assert gate(made("a", "r" * 20 + "w" * 20), made("b", "r" * 40)) == []


def test_one_quote_that_is_not_verbatim_fails_however_small() -> None:
    before = made("a", "r" * 40, verbatim=[1.0] * 40)
    after = made("b", "r" * 40, verbatim=[1.0] * 39 + [0.5])
    assert [one.name for one in gate(before, after)] == ["verbatim"]


def test_a_must_pass_question_newly_wrong_fails_alone() -> None:
    before, after = made("a", "r" * 40), made("b", "w" + "r" * 39)
    assert gate(before, after) == []
    (failure,) = gate(before, after, must_pass={"q0"})
    assert failure.name == "q0"
    assert "newly wrong" in str(failure)


def test_a_must_pass_question_that_was_wrong_before_is_no_news() -> None:
    assert gate(made("a", "w" + "r" * 39), made("b", "w" + "r" * 39), must_pass={"q0"}) == []


def test_questions_that_vanish_fail() -> None:
    assert [one.name for one in gate(made("a", "rrr"), made("b", "rr"))] == ["questions"]


def test_questions_added_since_are_not_compared() -> None:
    assert gate(made("a", "r" * 10), made("b", "r" * 10 + "a" * 30)) == []


def test_the_interval_holds_the_mean_and_is_the_same_for_the_same_seed() -> None:
    old = {str(at): 0.0 for at in range(30)}
    new = {str(at): float(at % 3 == 0) for at in range(30)}
    low, high = paired_interval(old, new, seed=3)
    assert low < 1 / 3 < high
    assert (low, high) == paired_interval(old, new, seed=3)


def test_runs_with_no_question_in_common_have_no_difference() -> None:
    assert paired_interval({"a": 1.0}, {"b": 0.0}) == (0.0, 0.0)


def test_differences_are_over_shared_questions_only() -> None:
    by_name = {one.measure: one for one in compare(made("a", "rw"), made("b", "rrr"))}
    assert by_name["right"].count == 2
    assert by_name["right"].change == pytest.approx(0.5)


def test_changed_verdicts_come_before_changed_answers() -> None:
    old, new = made("a", "rra"), made("b", "rwa")
    reworded = Row("q0", "right", {}, answer="other words")
    changes = changed_questions(old, Run("b", "", {}, (reworded, *new.rows[1:])))
    assert [one.question_id for one in changes] == ["q1", "q0"]
