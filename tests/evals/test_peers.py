from benchmarks.peers.__main__ import TaskSet, rows, sampled

QUERIES = {f"q{at}": f"câu {at}" for at in range(10)}
TASK = TaskSet(
    "set",
    [{"id": "d1", "text": "T\nmột"}],
    {"accents": QUERIES, "no accents": QUERIES},
    {form: {query: {"d1": 1} for query in QUERIES} for form in ("accents", "no accents")},
)


def test_a_sample_asks_the_same_questions_in_every_form() -> None:
    made = sampled(TASK, 3)
    assert list(made.queries["accents"]) == list(made.queries["no accents"]) == ["q0", "q3", "q6"]
    assert set(made.qrels["accents"]) == {"q0", "q3", "q6"}
    assert sampled(TASK, 0).queries == TASK.queries


def test_a_row_holds_every_form_with_rate_time_and_memory() -> None:
    found = {"accents": {one: ["d1"] for one in QUERIES}, "no accents": {one: ["d2", "d1"] for one in QUERIES}}
    result = {"runs": {"dense": found}, "p50_ms": {"dense": 12.34}, "passages_per_s": 5.0, "peak_rss_mb": 800.4}
    (row,) = rows("program", TASK, result)
    assert row == ["program", "dense", "1.000", "1.000", "1.000", "0.000", "1.000", "0.500", "5.0", "12.3", "800"]
