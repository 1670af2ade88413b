# SPDX-License-Identifier: MIT
"""Claims about the list of pages and of what was found."""

import pytest

from model.templates import load_template
from ui.manual.book import CHAPTERS, Book
from ui.manual.contents import Contents


@pytest.fixture
def book():
    return Book(load_template("ministry"))


@pytest.fixture
def contents(qtbot, book):
    contents = Contents(book)
    qtbot.addWidget(contents)
    return contents


def test_pages_stand_under_their_chapters(contents, book):
    for row, chapter in enumerate(CHAPTERS):
        head = contents.pages.topLevelItem(row)
        assert head.text(0) == chapter.title
        below = [head.child(at).text(0) for at in range(head.childCount())]
        assert below == [book.title(name) for name in chapter.pages]


def test_a_line_asks_for_its_page(contents, qtbot):
    line = contents.pages.topLevelItem(0).child(1)
    with qtbot.waitSignal(contents.address_chosen) as asked:
        contents.pages.clicked.emit(contents.pages.indexFromItem(line))
    assert asked.args == ["start"]


def test_a_chapter_is_no_page(contents, qtbot):
    with qtbot.assertNotEmitted(contents.address_chosen):
        contents.pages.clicked.emit(contents.pages.model().index(0, 0))


def test_what_was_found_stands_under_its_page(contents, book):
    contents.search(book, "向下填充")
    head = contents.found.topLevelItem(0)
    assert head.text(0) == book.title("blocks")
    assert head.child(0).text(0).startswith("向下填充\n")


def test_without_a_question_the_pages_are_listed_again(contents, book):
    contents.search(book, "填充")
    contents.search(book, " ")
    assert contents.currentWidget() is contents.pages
