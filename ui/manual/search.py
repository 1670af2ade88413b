# SPDX-License-Identifier: MIT
"""Search over the pages of the manual: sections with every word; those named so first, page of links last."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from ui.manual.book import HOME, PAGES, Book, Page

HEAD = re.compile(r'<h[1-3] id="([^"]+)">(.*?)</h[1-3]>', re.DOTALL)
TAG = re.compile(r"<[^>]+>")
END = re.compile(r"</(?:p|li|t[dhr]|h\d|blockquote)>")
MOST = 60  # hits listed
BEFORE, AFTER = 12, 40  # characters around a word in the excerpt


class Section(NamedTuple):
    """A heading of a page with the text below it."""

    page: str
    page_title: str
    anchor: str
    title: str
    text: str


class Hit(NamedTuple):
    """A section that holds the words, and an excerpt around the first of them."""

    section: Section
    excerpt: str


def hits(book: Book, asked: str) -> list[Hit]:
    """Return the sections that hold every word asked for, in the order of the book."""
    words = plain(asked).split()
    if not words:
        return []
    found = [one for name in PAGES for one in sections(book.page(name)) if _holds(one, words)]
    found.sort(key=lambda one: (-sum(word in plain(one.title) for word in words), one.page == HOME))
    return [Hit(one, _excerpt(one.text, words)) for one in found[:MOST]]


def sections(page: Page) -> Iterator[Section]:
    """Take a page apart at its headings."""
    heads = list(HEAD.finditer(page.body))
    ends = [head.start() for head in heads[1:]] + [len(page.body)]
    for head, end in zip(heads, ends, strict=True):
        yield Section(page.id, page.title, head[1], _words(head[2]), _words(page.body[head.end() : end]))


def plain(text: str) -> str:
    """Return a text in which wide and narrow, large and small letters are the same."""
    return unicodedata.normalize("NFKC", text).casefold()


def _words(html: str) -> str:
    return " ".join(unescape(TAG.sub("", END.sub(" ", html))).split())


def _holds(section: Section, words: list[str]) -> bool:
    text = plain(f"{section.page_title} {section.title} {section.text}")
    return all(word in text for word in words)


def _excerpt(text: str, words: list[str]) -> str:
    at = next((place for place in map(plain(text).find, words) if place >= 0), 0)
    start = max(0, at - BEFORE)
    return f"{'…' if start else ''}{text[start : at + AFTER]}{'…' if at + AFTER < len(text) else ''}"
