# SPDX-License-Identifier: MIT
"""Claims about which page speaks of which place."""

import ast
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from model.templates import load_template
from ui.hints import HINTS
from ui.manual.book import PAGES, Book
from ui.manual.topics import BY_CELL, BY_CLASS, TOPIC, topic_of, topic_of_cell
from ui.tree_notes import EmptyTree

UI = Path(__file__).parents[3] / "ui"


def classes():
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in UI.rglob("*.py")]
    return {node.name for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}


def test_every_class_is_there():
    assert set(BY_CLASS) <= classes()


@pytest.mark.parametrize("address", [*BY_CLASS.values(), *BY_CELL.values(), *(hint.topic for hint in HINTS)])
def test_every_address_is_in_the_book(address):
    page, _, anchor = address.partition("#")
    assert page in PAGES
    assert not anchor or f'id="{anchor}"' in Book(load_template("ministry")).page(page).body


def test_the_innermost_widget_counts(qtbot):
    outer, inner = QWidget(), EmptyTree()
    qtbot.addWidget(outer)
    outer.setProperty(TOPIC, "save")
    inner.setParent(outer)
    assert topic_of(inner.buttons[0]) == "rows#groups"
    assert topic_of(QLabel(outer)) == "save"


def test_a_strange_widget_has_no_page(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    assert topic_of(widget) == topic_of(None) == ""


def test_a_cell_has_the_page_of_its_column():
    row = ("indicators", 0, "children", 0, "children", 0)
    assert topic_of_cell((*row, "score")) == "scores"
    assert {topic_of_cell(place) for place in ((*row, "name"), ("funds", "total", "actual"), ())} == {""}
