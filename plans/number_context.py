"""Whether a number in its surroundings is a quantity at all: ordinals, list numbers and parts of names are not."""

from __future__ import annotations

from plans.tokens import Tokens, Vocabulary
from plans.units import Unit, is_known, is_time, read_scale, read_unit

# A number after one of these counts off (Điều 2, quý 3, quận 1) rather than measures.
_ORDINAL = Vocabulary(
    phrase.strip()
    for phrase in (
        "điều; khoản; mục; chương; phụ lục; biểu; biểu số; bảng số; mẫu số; thứ; lần thứ; khóa; khoá; quý; số; hạng;"
        "trang; hình; no;"
        "nghị quyết; quyết định; nghị định; chỉ thị; thông tư; kết luận; công văn; quận; phường; khu phố; tổ dân phố;"
        "quốc lộ; tỉnh lộ; ql; tl; đt; đh; hl; sư đoàn; trung đoàn; quân khu; chương trình; đề án; thôn; ấp; tổ"
    ).split(";")
)
_NOT_ORDINAL = Vocabulary(
    ["tổng số", "trong số", "con số", "dân số", "hệ số", "chỉ số", "tỷ số", "tỉ số", "điểm số", "doanh số", "chỉnh trang"]
)
_MEASURED_BEHIND = frozenset({"số", "so", "phường", "phuong", "quận", "quan", "thôn", "thon", "ấp", "ap", "tổ", "to"})
"""Words of which a sum or a size may be told right behind."""
_QUARTERS = 4
_NUMERIC = Vocabulary(
    [
        *("là", "đạt", "còn", "được", "có", "tăng", "giảm", "bằng", "lên", "xuống", "chiếm", "ước", "thêm", "gồm"),
        *("hệ số", "chỉ số", "tỷ lệ", "tỉ lệ", "tỷ số", "tỉ số", "số lượng", "tổng số", "mức", "từ", "đến", "suất"),
        *("cộng", "tổng", ":", "="),
    ]
)


def called_for(tokens: Tokens, index: int) -> bool:
    """Whether the words before ask for a number, so that it needs no unit."""
    return bool(_NUMERIC.longest_before(tokens, index)) and tokens.form(index + 1) != "/"


def is_year(tokens: Tokens, index: int) -> bool:
    """Whether the number can be a year: four digits without a mark, of this century or the last."""
    written = tokens.form(index)
    return len(written) == 4 and written.isdigit() and 1900 <= int(written) <= 2100


def dates_rather(tokens: Tokens, index: int, unit: Unit) -> bool:
    """Whether a number that can be a year is no count of the words after it: "vụ xuân 2024 toàn huyện"."""
    counts = unit.measured or unit.scale != 1 or is_known(tokens, index + 1)
    return not counts and not called_for(tokens, index)


def stands_free(tokens: Tokens, index: int) -> bool:
    """Whether the number is not part of a name or code: "Covid-19", "A1", "GMT+7", "4.0.1"."""
    if not tokens.glued(index):
        return True
    if tokens.kind(index - 1) in ("word", "taken", "number"):
        return False
    joined = tokens.form(index - 1) in ("-", "+", "/", "#", "&") and tokens.glued(index - 1)
    return not joined or tokens.kind(index - 2) not in ("word", "taken")


def may_be_glued(tokens: Tokens, index: int, unit: Unit) -> bool:
    """ "1038,5ha" and "5triệu" are quantities; "5G" and "1A" are names."""
    word = tokens.items[index].text
    return unit.measured or read_scale(tokens, index)[0] > 1 or (len(word) > 2 and word.islower())


def heads_item(tokens: Tokens, index: int) -> bool:
    """Whether the number heads a list item or section: "2. Mục tiêu", "1.\\nPhạm vi", "3) ..."."""
    token = tokens.items[index]
    line = tokens.source[tokens.source.rfind("\n", 0, token.start) + 1 : token.start]
    if line.strip(" \t\r*#>|_(\u00a0-–+[") or "," in token.text:
        return False
    after = tokens.form(index + 1)
    following = tokens.items[index + 2].start if index + 2 < len(tokens) else None
    if after in (".", ")", "/") and tokens.glued(index + 1):
        return following is None or following > tokens.items[index + 1].end or after == ")"
    return False


def is_ordinal(tokens: Tokens, index: int) -> bool:
    """Whether the word before makes the number a name: "Điều 2", "quận 1", but not "tổng số 25"."""
    if tokens.form(index - 1) == "." and tokens.glued(index):
        index -= 1  # "ĐT.638"
    length = _ORDINAL.longest_before(tokens, index)
    if not length or _NOT_ORDINAL.longest_before(tokens, index):
        return False
    word = tokens.form(index - 1)
    if length == 1 and word in ("quý", "quy") and not _counts_quarters(tokens, index):
        return False
    return not (length == 1 and word in _MEASURED_BEHIND and _measures(tokens, index))


def _counts_quarters(tokens: Tokens, index: int) -> bool:
    """Whether a number can be that of a quarter: "quý 3", not "xã Mỹ Quý 423 hộ"."""
    return tokens.form(index).isdigit() and 1 <= int(tokens.form(index)) <= _QUARTERS


def _measures(tokens: Tokens, index: int) -> bool:
    """Whether the number is written as a measure, so that the word before it does not count with it: "chuyển đổi số 3,2 tỷ
    đồng", "ngân sách phường 3.240 triệu đồng"."""
    unit = read_unit(tokens, index + 1)
    return "," in tokens.form(index) or (unit.measured and not is_time(unit.name))


def ends_list(tokens: Tokens, index: int) -> bool:
    """Whether the number ends a list of bare ones, which are names: "khoản 3, 4 và 5 Nghị quyết này"."""
    if tokens.form(index - 1) not in (",", "và", "va") or tokens.kind(index - 2) != "number":
        return False
    return tokens.items[index - 2].text.isdigit() and tokens.items[index].text.isdigit()


def past_ordinals(tokens: Tokens, index: int) -> int:
    """The token after a run of ordinals: "các Điều 3, 4, 5, 6 và 7", "xếp thứ 15/63"."""
    index += 1
    while tokens.form(index) in (",", "và", "va", "-", "–", "/", "đến", "den") and tokens.kind(index + 1) == "number":
        index += 2
    return index


def is_negative(tokens: Tokens, index: int) -> bool:
    """A minus sign touches the number and a blank stands before it: "tăng trưởng -0,97%"."""
    return (
        tokens.form(index - 1) in ("-", "−", "–")
        and tokens.glued(index)
        and not tokens.glued(index - 1)
        and tokens.kind(index - 2) == "word"
        and "\n" not in tokens.source[tokens.items[index - 2].end : tokens.items[index].start]
    )
