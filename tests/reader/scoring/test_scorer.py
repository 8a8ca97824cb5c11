"""The scorer and what bars a candidate from being an answer."""

from __future__ import annotations

from typing import get_args

import numpy as np
import pytest

from reader.choosing.confidence import Calibration
from reader.fit import HIDDEN, Example, fit_scorer, right_ones
from reader.scoring.features import SPAN_FEATURES, compare, is_barred
from reader.scoring.scored import Scored
from reader.scoring.scorer import Group, Scorer, Sort


def scorer() -> Scorer:
    return Scorer(("a", "b"), -1.0, np.array([2.0, 0.5]), np.array([[1.0, -1.0]]), np.array([0.5]), np.array([3.0]))


def test_the_logit_is_the_formula() -> None:
    (logit,) = scorer().logits([{"a": 1.0, "b": 2.0}])
    assert logit == pytest.approx(-1.0 + 2.0 + 1.0 + 3.0 * np.tanh(1.0 - 2.0 + 0.5))


def test_a_feature_that_is_missing_is_nought_and_one_that_is_unknown_is_ignored() -> None:
    model = scorer()
    assert model.logits([{"a": 1.0}])[0] == model.logits([{"a": 1.0, "b": 0.0, "c": 9.0}])[0]
    assert model.logits([]).shape == (0,)


def test_a_scorer_comes_back_from_its_file() -> None:
    model = scorer()
    back = Scorer.from_json(model.to_json())
    assert np.allclose(back.logits([{"a": 0.3, "b": -0.7}]), model.logits([{"a": 0.3, "b": -0.7}]))


@pytest.mark.parametrize("sort", get_args(Sort))
@pytest.mark.parametrize("group", get_args(Group))
def test_the_shipped_weights_have_a_threshold_and_only_a_full_model_asks_the_span_reader(group: Group, sort: Sort) -> None:
    assert 0.5 <= Calibration.load(group, sort).threshold < 1.0
    asked = SPAN_FEATURES & set(Scorer.load(group, sort).features)
    assert bool(asked) == (sort == "full")


def test_the_strongest_candidate_is_told_from_the_others() -> None:
    weak = {"span": -0.2, "span_unread": 0.0, "own": 0.9}
    strong = {"span": 0.5, "span_unread": 0.0, "own": 0.1}
    unread = {"span": 0.0, "span_unread": 1.0, "own": 0.0}
    compare([weak, strong, unread])
    assert [one["span_top"] for one in (weak, strong, unread)] == [0.0, 1.0, 0.0]
    assert [one["own_top"] for one in (weak, strong, unread)] == [1.0, 0.0, 0.0]


def test_sums_of_the_same_weights_in_another_order_are_equally_strong() -> None:
    one, other = ({"span": 0.0, "span_unread": 1.0, "own": own} for own in (0.1 + 0.2 + 0.3, 0.3 + 0.2 + 0.1))
    compare([one, other])
    assert one["own"] != other["own"]
    assert one["own_top"] == other["own_top"] == 1.0


@pytest.mark.parametrize(
    ("values", "barred"),
    [
        ({"place_clash": 1.0}, True),
        ({"lacks": 1.0}, True),
        ({"other_number": 1.0}, True),
        ({"year_clash": 1.0}, False),
        ({"lacks": 1.0, "span_behind": 0.0, "span": 0.6}, False),  # read as the same
        ({"other_number": 1.0, "span_behind": 0.0, "span": 0.6}, False),
        ({"lacks": 1.0, "span_behind": -0.1, "span": 0.6}, True),
        ({"place_clash": 1.0, "span_behind": 0.0, "span": 0.6}, True),
        ({"other_rank": 1.0, "span_behind": 0.0, "span": 0.6}, True),
        ({"other_column": 1.0, "span_behind": 0.0, "span": 0.6}, True),
        ({"other_measure": 1.0, "span_behind": 0.0, "span": 0.6}, True),
        ({"other_aspect": 1.0, "span_behind": 0.0, "span": 0.6}, True),
        ({"other_side": 1.0, "span_behind": 0.0, "span": 0.6}, True),
        ({"other_series": 1.0, "span_behind": 0.0, "span": 0.6}, True),
        ({"other_village": 1.0, "span_behind": 0.0, "span": 0.6}, True),
        ({"other_time": 1.0, "span_behind": 0.0, "span": 0.6}, True),
        ({"other_reason": 1.0, "span_behind": 0.0, "span": 0.6}, True),
        ({"other_person": 1.0, "span_behind": 0.0, "span": 0.6}, True),
        ({"other_place": 1.0, "span_behind": 0.0, "span": 0.6}, True),
    ],
)
def test_another_place_and_another_thing_of_like_name_are_barred(values: dict[str, float], *, barred: bool) -> None:
    names = (
        "place_clash",
        "other_rank",
        "other_column",
        "other_measure",
        "other_aspect",
        "other_side",
        "other_series",
        "other_village",
        "other_time",
        "other_reason",
        "other_person",
        "other_place",
        "other_segment",
        "lacks",
        "other_number",
    )
    assert is_barred(dict.fromkeys(names, 0.0) | values) is barred


def test_fitting_finds_the_feature_that_tells_right_from_wrong() -> None:
    def one(good: float, noise: float) -> Scored:
        return Scored(None, None, {"good": good, "noise": noise}, 0.0)  # type: ignore[arg-type]

    chance = np.random.default_rng(1)
    first = np.array([True, False])
    examples = [
        Example({}, 0, False, [one(1.0, noise), one(0.0, -noise)], first, first, "typed")
        for noise in chance.normal(size=40)
    ]
    model = fit_scorer(examples, ["good", "noise"], 0.001)
    right, wrong = model.logits([{"good": 1.0, "noise": 0.0}, {"good": 0.0, "noise": 0.0}])
    assert right > 0 > wrong  # above and below "none of them"
    assert len(model.out) % HIDDEN == 0


@pytest.mark.parametrize(
    ("alike", "right"),
    [
        (
            [1.0, 0.85, 0.7, 0.2],
            [True, True, False, False],
        ),  # "Sở Nông nghiệp" where "Sở Nông nghiệp và Môi trường" is there
        ([0.7, 0.65, 0.3], [True, True, False]),
        ([0.4, 0.1], [False, False]),
        ([], []),
    ],
)
def test_a_stretch_is_right_that_is_nearly_as_like_the_gold_as_the_best(alike: list[float], right: list[bool]) -> None:
    assert right_ones(np.array(alike)).tolist() == right
