"""Indicators (chỉ tiêu): numbers as records that can be asked, listed, compared and checked against their quote."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from plans.answer import Citation

Comparator = Literal["=", ">=", "<=", ">", "<", "~"]
Kind = Literal["target", "result", "estimate"]
"""target: kế hoạch, chỉ tiêu, phấn đấu; result: thực hiện, đạt; estimate: ước thực hiện, dự báo."""
Change = Literal["level", "increase", "decrease"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit. `raw` is what the text says, verbatim; `value` is in `unit`, scale words multiplied out.

    "9.484 tỷ đồng" is value=9484000000000, unit="đồng"; "0,63%" is value=0.63, unit="%". `high` is the other end of a
    range ("8,3-8,5%"), `total` the whole of a share ("7/25 chỉ tiêu": value=7, total=25).
    """

    value: Decimal
    unit: str | None
    raw: str
    comparator: Comparator = "="
    high: Decimal | None = None
    total: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """One quantity said of one thing. Whatever the text does not say is None, never guessed.

    `label` is the whole name, heads included: "tỷ lệ huy động học sinh so với dân số trong độ tuổi: nhà trẻ". `place` is a
    long name ("thị xã Cai Lậy"). `period` is set when the time is not one year ("giai đoạn 2020-2025", "6 tháng đầu năm").
    """

    label: str
    quantity: Quantity
    citation: Citation
    place: str | None = None
    year: int | None = None
    period: str | None = None
    kind: Kind | None = None
    change: Change = "level"
