"""Exact match and F1, against the SQuAD 1.1 scorer on text where the two must agree."""

import re
import string
from collections import Counter

from hypothesis import assume, given
from hypothesis import strategies as st

from evals.measures.reading import answer_in_top, exact_match, token_f1


def squad_normalize(text: str) -> str:
    """The published SQuAD 1.1 `normalize_answer`."""
    bare = "".join(character for character in text.lower() if character not in set(string.punctuation))
    return " ".join(re.sub(r"\b(a|an|the)\b", " ", bare).split())


def squad_f1(prediction: str, gold: str) -> float:
    """The published SQuAD 1.1 `f1_score`."""
    given_tokens, gold_tokens = squad_normalize(prediction).split(), squad_normalize(gold).split()
    same = sum((Counter(given_tokens) & Counter(gold_tokens)).values())
    if same == 0:
        return 0.0
    precision, recall = same / len(given_tokens), same / len(gold_tokens)
    return 2 * precision * recall / (precision + recall)


words = st.lists(st.sampled_from(["Xa", "huyen", "dat", "14", "tieu", "CHI", "nam", "2024", "ho"]), min_size=1, max_size=8)
edges = st.sampled_from(["", ".", "!", " ", '"'])
answers = st.builds(lambda parts, edge: " ".join(parts) + edge, words, edges)


@given(answers, answers)
def test_agrees_with_squad_on_plain_ascii_words(prediction: str, gold: str) -> None:
    assert exact_match(prediction, [gold]) == float(squad_normalize(prediction) == squad_normalize(gold))
    assert abs(token_f1(prediction, [gold]) - squad_f1(prediction, gold)) < 1e-9


@given(answers, st.lists(answers, min_size=1, max_size=3))
def test_the_best_gold_counts(prediction: str, golds: list[str]) -> None:
    assert token_f1(prediction, golds) == max(token_f1(prediction, [gold]) for gold in golds)


@given(answers)
def test_an_answer_equal_to_the_gold_scores_one(gold: str) -> None:
    assume(gold.strip())
    assert exact_match(gold, [gold]) == token_f1(gold, [gold]) == 1.0


def test_unlike_squad_accents_and_decimal_commas_count() -> None:
    assert exact_match("Nghệ", ["Nghệ An"]) == 0.0
    assert squad_normalize("Nghệ An") == squad_normalize("Nghệ")
    assert exact_match("125%", ["12,5%"]) == 0.0
    assert token_f1("125%", ["12,5%"]) == 0.0


def test_the_answer_is_looked_for_as_whole_tokens_in_the_first_n() -> None:
    texts = ["đạt 10,63% kế hoạch", "còn 0,63%, giảm mạnh"]
    assert answer_in_top(texts, ["0,63%"], 1) == 0.0
    assert answer_in_top(texts, ["0,63%"], 2) == 1.0
