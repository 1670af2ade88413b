# SPDX-License-Identifier: MIT
"""A clerk's hands: documents to work on, keys, typing and composing, as the window receives them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from model.drafts import load
from model.form import Form
from model.places import place_of
from model.templates import load_template, new_form
from tests.builders import GOLDEN
from ui import dialogs
from ui.document import Document
from ui.funds_page import FundsPage
from ui.indicators_page import IndicatorsPage
from ui.pages import Page

SHIFT_TAB = "Shift+Tab"


def document_of(form: Form) -> Document:
    """A document holding a form under its template."""
    return Document(form, load_template(form.template))


def golden(name: str) -> Document:
    """A document holding one of the golden drafts."""
    return document_of(load(GOLDEN / f"{name}.json").form)


def blank(template: str = "ministry") -> Document:
    """A document holding a new form."""
    return document_of(new_form(load_template(template), 2024))


def shown(qtbot: QtBot, page: Page) -> Page:
    """Show a page in a window of its own."""
    qtbot.addWidget(page)
    page.resize(1000, 700)
    with qtbot.waitExposed(page):
        page.show()
    page.setFocus()
    return page


def table_at(page: IndicatorsPage | FundsPage, pointer: str) -> IndicatorsPage | FundsPage:
    """Stand at a place given as a JSON Pointer."""
    page.go_to(place_of(pointer))
    return page


def at_keys(page: IndicatorsPage | FundsPage) -> QWidget:
    """What receives the keys: the open editor, else the view."""
    return page.view.delegate.editor or page.view


def press(page: IndicatorsPage | FundsPage, *keys: str) -> None:
    """Press keys such as `Ctrl+Return`, one after the other."""
    for key in keys:
        if key == SHIFT_TAB:
            QTest.keyClick(at_keys(page), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        else:
            combination = QKeySequence(key)[0]
            QTest.keyClick(at_keys(page), combination.key(), combination.keyboardModifiers())


def enter(page: IndicatorsPage | FundsPage, text: str) -> None:
    """Type a text, character by character."""
    for character in text:
        write(at_keys(page), character)


def write(widget: QWidget, text: str) -> None:
    """Type into a widget: letters and digits by keys, everything else through the input method."""
    for character in text:
        if character.isascii():
            QTest.keyClicks(widget, character)
        else:
            accept(widget, character)


def compose(widget: QWidget, text: str) -> None:
    """Let an input method compose a text."""
    QApplication.sendEvent(widget, QInputMethodEvent(text, []))


def accept(widget: QWidget, text: str) -> None:
    """Let an input method hand a text over."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def current(page: IndicatorsPage | FundsPage) -> QModelIndex:
    """The cell the clerk stands at."""
    return page.view.currentIndex()


def place(page: IndicatorsPage) -> str:
    """Where the clerk stands, as a JSON Pointer."""
    from model.places import pointer

    return pointer(page.tree.place_of(current(page)))


def answer(monkeypatch: pytest.MonkeyPatch, question: str, *answers: object) -> list[tuple[object, ...]]:
    """Let a question of the dialogs be answered; returns what it was asked with."""
    asked: list[tuple[object, ...]] = []
    left = list(answers)
    monkeypatch.setattr(dialogs, question, lambda *details: asked.append(details) or left.pop(0))
    return asked
