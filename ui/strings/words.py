"""The words a page needs, in whatever language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from plans.document import DocumentKind
from plans.indicator import Kind

Language = Literal["vi", "en"]


@dataclass(frozen=True, slots=True)
class Strings:
    language: Language
    name: str
    tagline: str
    other_language: str
    switch_theme: str
    tab_chat: str
    tab_indicators: str
    tab_library: str
    tab_evaluation: str

    # chat
    welcome: str
    welcome_more: str
    examples: str
    ask_label: str
    ask_placeholder: str
    ask: str
    new_conversation: str
    you: str
    assistant: str
    searching: str
    searched_as: str
    understood: str
    drop_part: str
    as_typed: str
    parts: dict[str, str]
    not_found: str
    cannot_ask: str
    failed: str
    try_asking: str
    sources: str
    nearest: str
    open_source: str
    source_number: str
    confidence: str
    confidence_levels: tuple[str, str, str]  # low, medium, high
    copy: str
    copied: str
    characters: str
    unverified: str

    # source
    article: str
    article_empty: str
    article_hint: str
    close: str
    original: str
    original_page: str
    outside_article: str
    shown_part: str
    hidden_rows: str
    machine_read: str
    gone: str
    no_original: str
    cited_here: str

    # indicators
    indicator: str
    value: str
    place: str
    year: str
    kind: str
    source: str
    quote: str
    quote_value: str
    file: str
    locator: str
    export: str
    change: str
    search_indicators: str
    search_indicators_placeholder: str
    every: str
    indicator_count: str
    no_indicators: str
    show_more: str
    unit: str
    chart_of: str
    chart_empty: str
    unstated: str
    sort_by: str

    # library
    search_library: str
    search_library_placeholder: str
    document_count: str
    passages: str
    no_documents: str
    also_at: str

    # evaluation
    no_evaluation: str
    evaluation_of: str
    whole_report: str
    measures: dict[str, str]  # in the order shown
    measure: str
    questions: str

    kinds: dict[Kind, str]
    changes: dict[str, str]
    document_kinds: dict[DocumentKind, str]

    def day(self, day: date) -> str:
        return day.strftime("%d/%m/%Y") if self.language == "vi" else f"{day.day} {day.strftime('%b %Y')}"

    def number(self, count: int) -> str:
        grouped = f"{count:,}"
        return grouped.replace(",", ".") if self.language == "vi" else grouped

    def percent(self, share: float) -> str:
        return f"{share * 100:.0f}%"
