import re

import pytest

from evals.distractors import near_duplicates
from evals.perturb import SUITES, World, keystrokes, perturb
from evals.questions import Question
from plans.document import Span
from plans.text import fold, has_accents

TEXT = "Năm 2023, thị xã Cai Lậy giảm hộ nghèo còn 0,69%; năm 2024 phấn đấu còn 0,63%, xây dựng 12 xã nông thôn mới."
ASKED = "Chỉ tiêu hộ nghèo của thị xã Cai Lậy năm 2024 là bao nhiêu?"
QUESTION = Question("q1", ASKED, "percent", True, "a.txt", Span(72, 77), "0,63%", tags=("must_pass", "year_trap"))


@pytest.fixture(scope="module")
def world() -> World:
    return World.of([TEXT])


def one(name: str, world: World, question: Question = QUESTION, seed: int = 0) -> Question:
    (made,) = perturb([question], name, world, seed)
    return made


@pytest.mark.parametrize("name", SUITES)
def test_a_suite_is_the_same_for_the_same_seed(name: str, world: World) -> None:
    assert perturb([QUESTION], name, world, 5) == perturb([QUESTION], name, world, 5)


@pytest.mark.parametrize("name", SUITES)
def test_a_changed_question_has_its_own_id_and_tag_and_is_not_must_pass(name: str, world: World) -> None:
    for made in perturb([QUESTION], name, world):
        assert made.question_id == f"q1/{name}"
        assert made.tags == ("year_trap", name)
        assert made.question != ASKED


@pytest.mark.parametrize("name", ["no_accents", "telex", "short_forms", "slip"])
def test_typing_differently_leaves_the_gold_alone(name: str, world: World) -> None:
    question = Question("q1", ASKED.replace("hộ nghèo", "nông thôn mới"), "percent", True, "a.txt", Span(72, 77), "0,63%")
    made = one(name, world, question)
    assert (made.document, made.span, made.answer) == (question.document, question.span, question.answer)


def test_no_accents_leaves_bare_letters(world: World) -> None:
    assert one("no_accents", world).question == fold(ASKED)


@pytest.mark.parametrize(
    ("word", "keys"),
    [
        ("hộ", "hooj"),
        ("nghèo", "ngheof"),
        ("đường", "dduwowngf"),
        ("trẻ", "trer"),
        ("Đảng", "Ddangr"),
        ("năm", "nawm"),
        ("xã", "xax"),
    ],
)
def test_telex_keys_are_those_of_the_input_method(word: str, keys: str) -> None:
    assert keystrokes(word) == keys


def test_a_slip_changes_one_word_only(world: World) -> None:
    made = one("slip", world).question.split()
    assert sum(new != old for new, old in zip(made, ASKED.split(), strict=True)) == 1


def test_another_year_is_one_the_corpus_never_names(world: World) -> None:
    made = one("other_year", world)
    assert not made.answerable
    assert made.document is None
    (year,) = re.findall(r"\b20\d\d\b", made.question)
    assert year not in TEXT


def test_another_place_is_one_the_corpus_never_names(world: World) -> None:
    made = one("other_place", world)
    assert not made.answerable
    assert "Cai Lậy" not in made.question
    assert "thị xã" in made.question
    (mention,) = world.gazetteer.mentions(made.question)
    assert fold(mention.candidates[0].name) not in fold(TEXT)


def test_a_place_typed_without_accents_is_swapped_for_one_typed_alike(world: World) -> None:
    bare = Question("q1", fold(ASKED), "percent", True, "a.txt", Span(72, 77), "0,63%")
    assert not has_accents(one("other_place", world, bare).question)


def test_a_question_without_a_year_has_no_other_year(world: World) -> None:
    assert perturb([Question("q", "Ai ký?", "person", True, "a.txt", Span(0, 3), "Năm")], "other_year", world) == []


def test_near_duplicates_name_other_places_and_numbers_but_keep_years(world: World) -> None:
    ((path, copy),) = near_duplicates({"a.txt": TEXT}, world).items()
    assert path == "a_near.txt"
    assert "Cai Lậy" not in copy
    assert "0,63%" not in copy
    assert "2023" in copy
    assert "2024" in copy
    assert near_duplicates({"a.txt": TEXT}, world) == {path: copy}
