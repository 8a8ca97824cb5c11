"""What a page says of itself: its title, site and date, from its head, its JSON-LD and the heading of its article."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta, timezone
from typing import Any

from ingest.compose import FileFacts
from ingest.readers.html_article import ArticleText, matching_form
from ingest.readers.html_text import words_of
from plans.text import flatten

_DATE_NAMES = ("article:published_time", "datepublished", "pubdate", "publishdate", "dc.date", "dc.date.issued")
_VIETNAM = timezone(timedelta(hours=7))
_WRITTEN_DAY = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)(?!.*\b[AP]M\b)", re.IGNORECASE)
_CLOCK = r"\d{1,2}[:hg]\d{2}(?::\d{2})?"
_STAMP = re.compile(  # what says a day with its hour or its day of the week, and nothing else
    rf"(?=.*(?:{_CLOCK}|thứ|chủ nhật|cập nhật|đăng))\W*"
    rf"(?:(?:cập nhật|ngày đăng|đăng|xuất bản|thứ \w+|chủ nhật|ngày|lúc|gmt|{_CLOCK})\W*)*"
    rf"(\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:19|20)\d\d)\W*(?:{_CLOCK}\W*)?(?:GMT\W*7\W*)?",
    re.IGNORECASE,
)
_LONGEST_STAMP = 60
_OTHER_NODES = frozenset(("itemListElement", "hasPart", "mentions", "comment", "isPartOf", "relatedLink"))
_ARTICLE_TYPE = re.compile(r"(?:Article|Posting)$")
_HOME = re.compile(r"^(?:https?://[^/]+)?(?:/|/?(?:index|default|home)\.\w+)?$|^\./?$", re.IGNORECASE)
_LOGO = re.compile(r"(?<![a-z])logo(?![a-z])|site-?(?:title|name)", re.IGNORECASE)
_BESIDE_SITE = re.compile(r"\s+[-|–—»·]\s+")
_LEVELS = 3  # elements above a heading looked at
_SHORTEST_TITLE = 8


class Head:
    """The meta elements and <title> of a page."""

    def __init__(self, page: Any) -> None:
        self._said: dict[str, str] = {}
        for meta in page.iter("meta"):
            key = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
            if key and meta.get("content"):
                self._said.setdefault(key, meta.get("content"))
        self.window = next((words for one in page.iter("title") if (words := flatten(words_of(one)))), "")
        self.site = flatten(self._said.get("og:site_name", ""))
        given = flatten(self._said.get("og:title", ""))
        self.title = "" if matching_form(given) == matching_form(self.site) else given

    def published(self) -> date | None:
        return next((found for key in _DATE_NAMES if (found := _day(self._said.get(key, "")))), None)


def title_heading(page: Any, head: Head, article: ArticleText | None) -> Any:
    """The heading that is the title of the article, None if there is none: of those that agree with the title in the head
    one that the article says, then the longest; else the last <h1> that the article says, else the first. The name of the
    site is no title."""

    def is_said(key: str) -> bool:
        return article is not None and article.line(key) is not None

    headings = {one: matching_form(words_of(one)) for one in page.iter("h1", "h2", "h3") if not _is_logo(one)}
    headings = {one: key for one, key in headings.items() if key and (is_said(key) or not _is_site(key, head, is_said))}
    titles = _titles(head)
    agreeing = [one for one, key in headings.items() if len(key) >= _SHORTEST_TITLE and key in titles]
    if agreeing:
        return max(agreeing, key=lambda one: (is_said(headings[one]), len(headings[one])))
    first = [one for one in headings if one.tag == "h1"]
    said = [one for one in first if is_said(headings[one])]
    return said[-1] if said else first[0] if first else None


def _titles(head: Head) -> set[str]:
    """What the head may give as the title of the article, in matching form: each title, and what stands in it before or
    after a dash or bar (the name of the site is on the other side)."""
    found: set[str] = set()
    for title in filter(None, (head.title, head.window)):
        marks = list(_BESIDE_SITE.finditer(title))
        parts = [title, *(title[: mark.start()] for mark in marks), *(title[mark.end() :] for mark in marks)]
        found.update(map(matching_form, parts))
    return found - {matching_form(head.site)}


def _is_site(key: str, head: Head, is_said: Callable[[str], bool]) -> bool:
    """Whether a heading says the name of the site: what the window's title ends in after a line of the article."""
    window = matching_form(head.window)
    return key == matching_form(head.site) or (window.endswith(f" {key}") and is_said(window[: -len(key)].strip()))


def _is_logo(heading: Any) -> bool:
    """Whether a heading is a link to the start page of its site, or part of its logo."""
    above = [one for one in [heading, *heading.iterancestors()][: _LEVELS + 1] if one.tag not in ("body", "html")]
    links = [*heading.iter("a"), *(one for one in above if one.tag == "a")]
    if any(link.get("href") and _HOME.match(link.get("href").strip()) for link in links):
        return True
    return any(_LOGO.search(f"{one.get('class') or ''} {one.get('id') or ''}") for one in above)


def facts_of(page: Any, head: Head, heading: Any) -> FileFacts:
    """Title, site and date; a date that is only guessed from the address is not taken."""
    title = head.title or ("" if heading is None else flatten(words_of(heading))) or head.window
    published = head.published() or _linked_date(page) or (None if heading is None else _time_beside(heading))
    return FileFacts(title=title or None, publisher=head.site or None, published=published)


def _linked_date(page: Any) -> date | None:
    """`datePublished` of the page's JSON-LD, of its article before anything else."""
    others: list[date] = []
    for script in page.iter("script"):
        if script.get("type") == "application/ld+json" and script.text and len(script.text) < 100_000:
            try:
                given = json.loads(script.text)
            except (ValueError, RecursionError):
                continue
            for node in _nodes(given):
                found = _day(str(node.get("datePublished", "")))
                kinds = node.get("@type")
                if found and any(
                    _ARTICLE_TYPE.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])
                ):
                    return found
                if found:
                    others.append(found)
    return others[0] if others else None


def _nodes(given: Any) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD text that speak of the page itself, the outer before the inner."""
    stack = [given]
    while stack:
        one = stack.pop()
        if isinstance(one, dict):
            yield one
            stack.extend(value for key, value in one.items() if key not in _OTHER_NODES)
        elif isinstance(one, list):
            stack.extend(reversed(one))


def _time_beside(heading: Any) -> date | None:
    """The day of the first <time> in one of the elements close around the title, else of the first that says nothing but a
    day with its hour or its day of the week."""
    close = [one for one in list(heading.iterancestors())[: _LEVELS - 1] if one.tag not in ("body", "html")]
    times = [time.get("datetime") or words_of(time) for around in close for time in around.iter("time")]
    small = [words_of(one) for around in close for one in around.iter("p", "div", "span", "li", "em", "i") if len(one) < 4]
    stamps = [stamp.group(1) for words in small if len(words) <= _LONGEST_STAMP and (stamp := _STAMP.fullmatch(words))]
    return next(filter(None, map(_day, [*times, *stamps])), None)


def _day(value: str) -> date | None:
    """The day in Vietnam of a time in ISO 8601 or as it is written there (15/01/2024 07:12)."""
    value = value.strip()
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return _iso_day(value) or _written_day(value)
    return (moment if moment.tzinfo is None else moment.astimezone(_VIETNAM)).date()


def _iso_day(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def _written_day(value: str) -> date | None:
    found = _WRITTEN_DAY.search(value)
    if found is None:
        return None
    try:
        return date(int(found.group(3)), int(found.group(2)), int(found.group(1)))
    except ValueError:
        return None
