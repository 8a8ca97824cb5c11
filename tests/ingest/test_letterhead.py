"""The words at the head and the foot of official documents."""

import pytest

from ingest.letterhead import MOTTO, says_head, says_head_or_foot


@pytest.mark.parametrize(
    "words",
    [
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "UBND TỈNH | **CỘNG HÒA\nXÃ HỘI** CHỦ NGHĨA VIỆT NAM",
        "Cong hoa xa hoi chu nghia Viet Nam",
        "Độc lập – Tự do – Hạnh phúc",
        "TỈNH ỦY ĐẢNG CỘNG SẢN VIỆT NAM",
    ],
)
def test_a_head_names_state_party_or_motto(words: str) -> None:
    assert says_head(words)
    assert says_head_or_foot(words)


def test_a_foot_names_the_addressees_and_is_no_head() -> None:
    assert says_head_or_foot("Nơi nhận: - Như trên; CHỦ TỊCH")
    assert not says_head("Nơi nhận:")


@pytest.mark.parametrize("words", ["Nơi nhân dân sinh sống", "Nói nhấn mạnh", "Độc lập về tài chính", "Hợp tác xã"])
def test_other_words_are_neither(words: str) -> None:
    assert not says_head_or_foot(words)


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("TỈNH ỦY SÔNG TRẦU ĐẢNG CỘNG SẢN VIỆT NAM", True),
        ("CƠ QUAN CỦA ĐẢNG BỘ ĐẢNG CỘNG SẢN VIỆT NAM TỈNH SÔNG TRẦU", False),
        ("ĐẢNG CỘNG SẢN VIỆT NAM QUANG VINH MUÔN NĂM", False),
    ],
)
def test_a_newspaper_and_a_slogan_name_the_party_too(words: str, head: bool) -> None:
    assert (MOTTO.search(words) is not None) is head
