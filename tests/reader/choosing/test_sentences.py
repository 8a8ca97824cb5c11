"""The sentences likeliest to hold the answer."""

from __future__ import annotations

from collections.abc import Callable

from plans.document import Document, Passage, Span
from plans.hit import Hit
from reader import Assistant
from reader.choosing.sentences import best_sentences
from reader.evidence.candidates import Candidate, Level
from reader.evidence.units import Unit
from reader.scoring.scored import Scored

TEXT = "Chợ Lái mở ngày 5. Đội cồng chiêng diễn ở sân đình. Xã thu 3 tỷ đồng."


def unit(words: str) -> Unit:
    document = Document("d", "d.txt", "Tin làng", TEXT)
    span = Span(TEXT.index(words), TEXT.index(words) + len(words))
    return Unit(document, Passage("d:0", "d", Span(0, len(TEXT)), TEXT), span, "sentence")


def scored(words: str, logit: float) -> Scored:
    one = unit(words)
    candidate = Candidate("date", one, one.span, one.span, (Level(words),) * 5)
    return Scored(candidate, Hit(one.passage, 1.0, 1), {}, logit)


def test_a_marked_sentence_goes_before_one_of_a_hopeless_candidate() -> None:
    market, drums = "Chợ Lái mở ngày 5.", "Đội cồng chiêng diễn ở sân đình."
    assert [one.quote for one in best_sentences([scored(market, -7.0)], [(unit(drums), 4.0)], 2)] == [drums, market]
    assert [one.quote for one in best_sentences([scored(market, 1.0)], [(unit(drums), 4.0)], 2)] == [market, drums]


def test_a_sentence_is_named_once_and_no_more_than_asked_for() -> None:
    market, drums = "Chợ Lái mở ngày 5.", "Đội cồng chiêng diễn ở sân đình."
    ranked = [scored(market, 1.0), scored(market, 0.5), scored(drums, 0.0)]
    assert [one.quote for one in best_sentences(ranked, [(unit(market), 2.0)], 3)] == [market, drums]
    assert [one.quote for one in best_sentences(ranked, [], 1)] == [market]


def test_a_sentence_worth_less_than_asked_for_is_not_named() -> None:
    market, drums = "Chợ Lái mở ngày 5.", "Đội cồng chiêng diễn ở sân đình."
    ranked = [scored(market, 1.0), scored(drums, -3.0)]
    assert [one.quote for one in best_sentences(ranked, [], 3, -2.0)] == [market]


def test_nothing_of_another_place_is_near(assistant_over: Callable[[str], Assistant]) -> None:
    assistant = assistant_over("# Tin xã Lạc Hà\n\nĐội cồng chiêng diễn ở sân đình suốt mùa hội.\n")
    asked = "Đội cồng chiêng xã {} do ai dạy?"
    assert assistant.nearest(assistant.understand(asked.format("Lạc Hà")))
    assert not assistant.nearest(assistant.understand(asked.format("Mỹ Thạnh Trung")))


def test_the_assistant_names_sentences_where_it_gives_no_answer(assistant_over: Callable[[str], Assistant]) -> None:
    assistant = assistant_over(
        "# Tin xã Lạc Hà\n\nĐội cồng chiêng diễn ở sân đình suốt mùa hội. Đường làng được quét sạch.\n"
    )
    asked = assistant.understand("Đội cồng chiêng xã Lạc Hà do ai dạy?")
    found = assistant.sentences(asked, assistant.rank(asked), k=2)
    assert "Đội cồng chiêng diễn ở sân đình suốt mùa hội." in [one.quote for one in found]
