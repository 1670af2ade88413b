# SPDX-License-Identifier: MIT
"""Claims about the search over the manual."""

import pytest

from model.templates import load_template
from ui.manual.book import Book
from ui.manual.search import MOST, hits


@pytest.fixture(scope="module")
def book():
    return Book(load_template("ministry"))


def found(book, asked):
    return [(hit.section.page, hit.section.anchor) for hit in hits(book, asked)]


def test_a_section_named_so_comes_first(book):
    assert found(book, "快速修正")[0] == ("problems", "fix")


def test_every_word_must_be_there(book):
    assert ("blocks", "tables") in found(book, "wps 合并")
    assert found(book, "wps 不存在的词") == []


def test_wide_letters_find_narrow_ones(book):
    assert found(book, "ＷＰＳ") == found(book, "wps")


def test_checks_are_found_by_their_words(book):
    assert ("checks", "reason.missing") in found(book, "灯具到货延迟")


def test_keys_are_found(book):
    assert ("rows", "insert") in found(book, "Ctrl+Enter")


def test_the_excerpt_shows_the_word(book):
    assert all("正则" in hit.excerpt for hit in hits(book, "正则"))


@pytest.mark.parametrize("asked", ["", "  "])
def test_nothing_asked_finds_nothing(book, asked):
    assert hits(book, asked) == []


def test_not_everything_is_listed(book):
    assert len(hits(book, "的")) == MOST
