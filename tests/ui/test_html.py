from ui.html import Html, join, shorten, tag


def test_children_and_attributes_are_escaped() -> None:
    made = tag("p", "<script>alert(1)</script>", title='" onclick="x')
    assert made == '<p title="&quot; onclick=&quot;x">&lt;script&gt;alert(1)&lt;/script&gt;</p>'


def test_what_a_page_must_not_carry_is_left_out() -> None:
    assert tag("p", "a\x00b", title="c\u202ed") == '<p title="cd">ab</p>'


def test_html_is_not_escaped_twice() -> None:
    assert tag("p", tag("b", "a & b")) == "<p><b>a &amp; b</b></p>"


def test_false_and_none_attributes_are_left_out() -> None:
    assert tag("i", hidden=True, title=None, open=False, data_turn=0) == '<i hidden data-turn="0"></i>'


def test_join_leaves_out_what_is_empty() -> None:
    assert join(["a", None, "", Html("<br>")], " · ") == "a · <br>"


def test_shorten_cuts_at_a_space() -> None:
    assert shorten("một hai ba bốn", 12) == "một hai ba…"
    assert shorten("ngắn", 12) == "ngắn"
