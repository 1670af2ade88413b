# SPDX-License-Identifier: MIT
"""Claims about the pages of the manual themselves."""

import re
from collections import Counter
from pathlib import Path

import pytest

from model.rules import RULES
from model.templates import load_template
from ui.manual.book import FOLDER, PAGES, PICTURES, Book, source_of
from ui.manual.search import sections

ROOT = Path(__file__).parents[3]
WORDS = re.compile(r"「([^」]+)」")
LINK = re.compile(r'href="([^"]*)"')
LONGEST = 1200  # characters of a page; a longer one answers more than its question
GENERATED = {"checks", "keys", "own-template"}


@pytest.fixture(scope="module")
def book():
    return Book(load_template("ministry"))


@pytest.fixture(scope="module")
def window_words():
    sources = [*(ROOT / "ui").rglob("*.py"), *(ROOT / "resources" / "templates").glob("*.json")]
    return "".join(path.read_text(encoding="utf-8") for path in sources)


def anchors(book, name):
    return [found for found in re.findall(r' id="([^"]+)"', book.page(name).body)]


def test_every_file_is_a_page():
    assert {path.stem for path in FOLDER.glob("*.md")} | {"own-template"} == set(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_every_page_can_be_written_out(book, name):
    assert book.page(name).title == book.title(name)
    assert "{" not in re.sub(r"<code>.*?</code>", "", book.page(name).body)


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_somewhere(book, name):
    for target in LINK.findall(book.page(name).body):
        page, _, anchor = target.partition("#")
        found = page.removesuffix(".html") or name
        assert found in PAGES, target
        assert not anchor or anchor in anchors(book, found), target


@pytest.mark.parametrize("name", PAGES)
def test_anchors_of_a_page_are_unique(book, name):
    assert [anchor for anchor, count in Counter(anchors(book, name)).items() if count > 1] == []


@pytest.mark.parametrize("name", PAGES)
def test_every_picture_is_there_and_described(book, name):
    for source, words in re.findall(r'<img src="([^"]+)" alt="([^"]*)">', book.page(name).body):
        assert (PICTURES / source).is_file()
        assert words


@pytest.mark.parametrize("name", PAGES)
def test_words_quoted_from_the_window_are_the_windows(window_words, name):
    quoted = WORDS.findall(source_of(name).read_text(encoding="utf-8"))
    assert [words for words in quoted if words not in window_words] == []


@pytest.mark.parametrize("name", sorted(set(PAGES) - GENERATED))
def test_pages_are_short(book, name):
    assert sum(len(section.text) for section in sections(book.page(name))) <= LONGEST


def test_every_page_is_reached_from_another(book):
    reached = {target.partition("#")[0] for name in PAGES for target in LINK.findall(book.page(name).body)}
    assert {f"{name}.html" for name in PAGES} - {"index.html"} <= reached


def test_every_check_has_its_place(book):
    assert {rule.id for rule in RULES} <= set(anchors(book, "checks"))


def test_an_unknown_page_is_refused(book):
    with pytest.raises(KeyError):
        book.page("../README")
