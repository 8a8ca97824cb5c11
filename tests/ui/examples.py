"""Small documents and records that the tests of the pages share."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from plans.answer import Answer, Citation
from plans.document import Block, Cell, Document, Span, Table
from plans.indicator import Change, Indicator, Kind, Quantity

TEXT = (
    "Trang chủ | Tin tức\n\n"
    "Xã An Bình: Mục tiêu năm 2024\n\n"
    "## Chỉ tiêu\n\n"
    "Năm 2024, xã phấn đấu **tỷ lệ hộ nghèo** còn 1,2% và thu ngân sách\n3,5 tỷ đồng.\n\n"
    "| Chỉ tiêu | Kế hoạch |\n| Hộ nghèo | 1,2% |\n| Việc làm | 150 người |\n"
)


def span(words: str, text: str = TEXT, after: int = 0) -> Span:
    start = text.index(words, after)
    return Span(start, start + len(words))


def document() -> Document:
    grid = span(TEXT[TEXT.index("| Chỉ tiêu") :])
    cells = [
        ("Chỉ tiêu", 0, 0),
        ("Kế hoạch", 0, 1),
        ("Hộ nghèo", 1, 0),
        ("1,2%", 1, 1),
        ("Việc làm", 2, 0),
        ("150 người", 2, 1),
    ]
    return Document(
        doc_id="d1",
        path="an-binh.txt",
        title="Xã An Bình: Mục tiêu năm 2024",
        text=TEXT,
        publisher="Báo An Bình",
        published=date(2024, 1, 31),
        number="12/KH-UBND",
        kind="plan",
        places=("xã An Bình",),
        years=(2024,),
        blocks=(
            Block("furniture", span("Trang chủ | Tin tức")),
            Block("title", span("Xã An Bình: Mục tiêu năm 2024")),
            Block("heading", span("## Chỉ tiêu"), level=1),
            Block("paragraph", span("Năm 2024, xã phấn đấu **tỷ lệ hộ nghèo** còn 1,2% và thu ngân sách\n3,5 tỷ đồng.")),
            Block("table", grid),
        ),
        tables=(Table(grid, tuple(Cell(span(words, after=grid.start), row, column) for words, row, column in cells)),),
    )


def indicator(
    label: str = "tỷ lệ hộ nghèo",
    raw: str = "1,2%",
    value: str = "1.2",
    unit: str | None = "%",
    place: str | None = "xã An Bình",
    year: int | None = 2024,
    kind: Kind | None = "target",
    change: Change = "level",
) -> Indicator:
    cited = Citation.of(document(), span("tỷ lệ hộ nghèo** còn 1,2%"))
    return Indicator(label, Quantity(Decimal(value), unit, raw), cited, place, year, None, kind, change)


def answer(**changes: object) -> Answer:
    fields: dict[str, object] = {
        "status": "answered",
        "short": "1,2%",
        "text": "Năm 2024, tỷ lệ hộ nghèo của xã An Bình còn 1,2%.",
        "citations": (Citation.of(document(), span("tỷ lệ hộ nghèo** còn 1,2%")),),
        "confidence": 0.93,
    }
    return Answer(**(fields | changes))  # type: ignore[arg-type]
