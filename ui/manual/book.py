# SPDX-License-Identifier: MIT
"""The pages of the manual in their order, each read and written out when it is first wanted."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from model.template import Template
from ui.manual import checks, quick
from ui.manual.markup import CHECKS, as_html
from ui.manual.references import resolved

HELP = Path(__file__).resolve().parents[2] / "resources" / "help"
FOLDER = HELP / "manual"
PICTURES = HELP
HOME, KEYS = "index", "keys"


class Chapter(NamedTuple):
    """Pages that belong together."""

    title: str
    pages: tuple[str, ...]


CHAPTERS: tuple[Chapter, ...] = (
    Chapter("入门", (HOME, "start", "window", "questions")),
    Chapter(
        "填表", ("basics", "funds", "goals", "indicators", "rows", "blocks", "find", "complete", "scores")
    ),
    Chapter("检查", ("problems", CHECKS)),
    Chapter("页面与文件", ("pages", "save", "recover", "sharing", "files", "promises")),
    Chapter("设置与其他", ("look", "input-method", "own-template", "command-line", KEYS)),
)
PAGES: tuple[str, ...] = tuple(page for chapter in CHAPTERS for page in chapter.pages)


class Page(NamedTuple):
    """A page: its title, and its HTML below that title's heading."""

    id: str
    title: str
    body: str


class Book:
    """The manual for forms of one template; the checks are written as that template sets them."""

    def __init__(self, template: Template) -> None:
        self.template = template
        self._pages: dict[str, Page] = {}

    def page(self, name: str) -> Page:
        """Return a page.  Errors: KeyError if there is none of that name."""
        if name not in PAGES:
            raise KeyError(name)
        if name not in self._pages:
            self._pages[name] = self._written(name)
        return self._pages[name]

    def title(self, name: str) -> str:
        """Return a page's title without writing the page out."""
        if name in self._pages:
            return self._pages[name].title
        with source_of(name).open(encoding="utf-8") as lines:
            return lines.readline().removeprefix("# ").strip()

    def _written(self, name: str) -> Page:
        source = source_of(name).read_text(encoding="utf-8")
        body = as_html(source, resolved)
        if name == CHECKS:
            body += checks.body(self.template)
        elif name == KEYS:
            body += quick.tables()
        return Page(name, self.title(name), body)


def source_of(name: str) -> Path:
    """Return the file a page is written in."""
    return (HELP if name == "own-template" else FOLDER) / f"{name}.md"
