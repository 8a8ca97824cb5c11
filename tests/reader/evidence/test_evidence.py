"""What a unit of evidence knows of what stands around it."""

from __future__ import annotations

from plans.document import Block, Cell, Document, Passage, Span, Table
from reader.evidence.signatures import right_column
from reader.evidence.units import Unit, units_of


def units(*blocks: tuple[str, str]) -> list[Unit]:
    """The units of one passage made of blocks, each a kind and its text."""
    text = "\n".join(words for _, words in blocks)
    made, at = [], 0
    for kind, words in blocks:
        made.append(Block(kind, Span(at, at + len(words)), 1 if kind == "heading" else 0))  # type: ignore[arg-type]
        at += len(words) + 1
    span = Span(0, len(text))
    document = Document("d", "d.txt", "Kế hoạch", text, blocks=tuple(made))
    return units_of(document, Passage("p", "d", span, text, ("III. TỔ CHỨC THỰC HIỆN",)))


def test_a_heading_inside_the_passage_is_over_what_follows_it() -> None:
    heading, item = units(("heading", "6. Sở Văn hóa và Thể thao"), ("item", "a) Lập hồ sơ di tích."))
    assert item.headings == "III. TỔ CHỨC THỰC HIỆN . 6. Sở Văn hóa và Thể thao"
    assert heading.headings == "III. TỔ CHỨC THỰC HIỆN"


def test_a_reply_is_led_in_by_what_it_replies_to() -> None:
    asked = "8. Cử tri kiến nghị xem xét giá cước xe buýt."
    _, reply = units(("item", asked), ("paragraph", "Trả lời: Giá vé do hợp tác xã kê khai."))
    assert reply.lead == asked
    _, other = units(("item", asked), ("paragraph", "Sở đã kiểm tra giá vé."))
    assert other.lead == ""


def test_a_signature_right_of_the_addressees_may_be_set_off_by_tabs() -> None:
    (foot,) = units(("paragraph", "Nơi nhận:\tTM. ỦY BAN NHÂN DÂN\n- Như trên;\tKT. CHỦ TỊCH\n- Lưu: VT.\tLê Văn Cần"))
    assert foot.kind == "signature"
    assert right_column(foot.document.text, foot.span).split() == "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH Lê Văn Cần".split()


def test_a_table_of_addressees_and_who_signs_is_a_signature() -> None:
    text = (
        "| *Nơi nhận:* | **TM. ỦY BAN NHÂN DÂN** |\n|---|:---:|\n| - Bộ Nội vụ; | **KT. CHỦ TỊCH** |\n"
        "| - Lưu: VT. | **Lê Văn Cần** |"
    )
    span = Span(0, len(text))
    table = Table(span, (Cell(Span(2, 13), 0, 0),), 1)
    document = Document("d", "d.md", "Kế hoạch", text, blocks=(Block("table", span),), tables=(table,))
    (foot,) = units_of(document, Passage("p", "d", span, text))
    assert foot.kind == "signature"
    assert right_column(text, span).replace("|", " ").replace("*", " ").split()[-3:] == ["Lê", "Văn", "Cần"]
