# SPDX-License-Identifier: MIT
"""The manual as a folder of plain HTML: no scripts, no outside addresses, the same bytes on every run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

from model.safe_file import write_verified
from model.templates import load_template, template_ids
from ui.identity import PROGRAM
from ui.manual.book import CHAPTERS, FOLDER, HOME, KEYS, PAGES, PICTURES, Book, Page
from ui.manual.markup import SUFFIX

HOME_FILE = f"{HOME}{SUFFIX}"
STYLE = FOLDER / "manual.css"
SOURCE = re.compile(r'src="([^"]+)"')


def write_folder(folder: Path) -> int:
    """Write every page, the style and the pictures; returns how many pages.  Errors: OSError, SaveError."""
    folder.mkdir(parents=True, exist_ok=True)
    book = Book(load_template(template_ids()[0]))
    for name, content in files(book):
        write_verified(folder / name, content)
    return len(PAGES)


def files(book: Book) -> Iterator[tuple[str, bytes]]:
    """Go through the files of the folder: name and content."""
    yield STYLE.name, STYLE.read_bytes()
    pictures: set[str] = set()
    for name in PAGES:
        page = book.page(name)
        pictures.update(SOURCE.findall(page.body))
        yield f"{name}{SUFFIX}", whole_page(book, page).encode()
    for name in sorted(pictures):
        yield name, (PICTURES / name).read_bytes()


def whole_page(book: Book, page: Page) -> str:
    """Return a page with the list of all pages beside it."""
    return f"""<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(page.title)} — {PROGRAM}手册</title>
<link rel="stylesheet" href="{STYLE.name}">
</head>
<body class="{"quick" if page.id == KEYS else "page"}">
<nav aria-label="目录">
{"".join(_listed(book, page.id))}</nav>
<main>
{page.body}
<p class="turn">{_turn(book, page.id)}</p>
</main>
</body>
</html>
"""


def _listed(book: Book, current: str) -> Iterator[str]:
    for chapter in CHAPTERS:
        yield f"<h4>{chapter.title}</h4>\n<ul>\n"
        for name in chapter.pages:
            here = ' aria-current="page"' if name == current else ""
            yield f'<li><a href="{name}{SUFFIX}"{here}>{escape(book.title(name))}</a></li>\n'
        yield "</ul>\n"


def _turn(book: Book, current: str) -> str:
    """Return the links to the page before and the page after."""
    at = PAGES.index(current)
    before, after = PAGES[max(at - 1, 0) : at], PAGES[at + 1 : at + 2]
    links = [f'<a href="{name}{SUFFIX}">← {escape(book.title(name))}</a>' for name in before]
    links += [f'<a href="{name}{SUFFIX}">{escape(book.title(name))} →</a>' for name in after]
    return " ".join(links)
