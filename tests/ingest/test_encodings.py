"""Bytes to text without silent damage."""

from __future__ import annotations

import pytest

from ingest.encodings import decode
from ingest.legacy import decode_legacy_lines, decode_tcvn3, decode_vni
from ingest.syllable import is_syllable
from plans.errors import DocumentError

SENTENCE = "Xã Đồng Mận giảm tỷ lệ hộ nghèo xuống còn 1,28% trong năm 2025."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings_are_recognised(encoding: str) -> None:
    assert decode(SENTENCE.encode(encoding), "a.txt") == SENTENCE


def test_text_cut_inside_a_character_keeps_the_rest() -> None:
    assert decode("hộ nghèo ở xã Mận".encode()[:-2], "a.txt") == "hộ nghèo ở xã M"


LONG = "Lĩnh vực văn hóa, giáo dục và y tế có nhiều chuyển biến; quốc phòng được củng cố, an ninh trật tự được giữ vững. "


@pytest.mark.parametrize("broken", [b"\xff", b"\xe1\xbb", b"\xc3"])
def test_a_broken_character_away_from_figures_is_marked_as_unknown(broken: bytes) -> None:
    data = f"{LONG * 2}Cán b".encode() + broken + " xã tham dự. Thu 315 tỷ đồng.".encode()
    assert decode(data, "a.txt") == f"{LONG * 2}Cán b\ufffd xã tham dự. Thu 315 tỷ đồng."


@pytest.mark.parametrize(
    "words",
    ["đạt 31@5 đồng", "đạt @1.250 đồng", "đạt 1,@ ha", "đạt 315 t@ đồng", "315 nghìn t@ đồng", "tăng @ 5%", "5</b><i>t@"],
)
def test_a_broken_character_that_may_belong_to_a_figure_is_refused(words: str) -> None:
    data = f"{LONG * 2}{words} theo kế hoạch".encode().replace(b"@", b"\xff")
    with pytest.raises(DocumentError, match="unknown encoding"):
        decode(data, "a.txt")


def test_a_text_of_many_broken_characters_is_refused() -> None:
    with pytest.raises(DocumentError, match="unknown encoding"):
        decode(LONG.encode().replace(b", ", b"\xff "), "a.txt")


def test_a_false_byte_order_mark_is_an_error() -> None:
    with pytest.raises(DocumentError, match="says it is UTF-16"):
        decode(b"\xff\xfea", "a.txt")


def test_bytes_of_no_known_encoding_are_refused() -> None:
    with pytest.raises(DocumentError, match="unknown encoding"):
        decode("Größe der Fläche in Österreich".encode("latin-1"), "a.txt")


def test_binary_is_refused() -> None:
    with pytest.raises(DocumentError, match="not a text file"):
        decode(bytes(range(256)) * 8, "a.txt")


def test_tcvn3_is_decoded() -> None:
    assert decode_tcvn3("Céng hßa x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc") == (
        "Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc"
    )


def test_capital_words_in_tcvn3_are_made_whole() -> None:
    assert decode_tcvn3("NGHÞ QUYÕT") == "NGHỊ QUYẾT"


def test_vni_is_decoded() -> None:
    assert decode_vni("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, ÑOÄC LAÄP, giöõa, tröôùc") == (
        "Cộng hòa xã hội chủ nghĩa Việt Nam, ĐỘC LẬP, giữa, trước"
    )


@pytest.mark.parametrize(
    "line",
    [
        SENTENCE,
        "xã hội, thị xã và quá khứ",
        "Größe über Mädchen fällt schön für Äpfel",
        "El niño comió piñas en la mañana del año",
        "Ça va être très élevé à Noël",
        "diện tích 450 m² · nhiệt độ 30 °C ± 2",
    ],
)
def test_other_lines_are_left_alone(line: str) -> None:
    assert decode_legacy_lines(line) == line


def test_only_the_old_lines_of_a_mixed_text_are_decoded() -> None:
    old = "Céng hßa x· héi chñ nghÜa ViÖt Nam"
    mixed = f"Thị xã và các phường\n{old}\nxã Đồng Mận\n"
    assert decode_legacy_lines(mixed) == "Thị xã và các phường\nCộng hòa xã hội chủ nghĩa Việt Nam\nxã Đồng Mận\n"


@pytest.mark.parametrize("word", ["nghiêng", "quốc", "giêng", "gì", "Đắk", "uỷ", "ủy", "khuỷu", "ương"])
def test_vietnamese_syllables_are_known(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["Grỏưe", "ngiên", "xyz", "strong", "ácé", ""])
def test_other_words_are_no_syllables(word: str) -> None:
    assert not is_syllable(word)
