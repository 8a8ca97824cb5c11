from plans.text import clean


def test_control_bidirectional_and_surrogate_characters_are_removed() -> None:
    assert clean("a\x00b\u202ec\ud800") == "abc\ufffd"
    clean("a\ud800").encode("utf-8")
