# SPDX-License-Identifier: MIT
"""Claims about words from a file in the window: mark-up is shown as typed, and no picture opened."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtGui import Qt as Rich
from PySide6.QtWidgets import QAbstractItemView, QLabel, QMessageBox, QWidget

from model.drafts import save
from model.errors import DraftError
from tests.witnesses.hostile import form_of
from ui import dialogs
from ui.plain_words import as_plain

PICTURE = "<img src='/etc/hostname'>"


@pytest.mark.parametrize("words", ["1<2，3>2", "甲\n<b>乙</b>", ""])
def test_words_without_mark_up_stay_as_they_are(words):
    assert as_plain(words) == words


def test_mark_up_is_spelt_out():
    assert "&lt;img src=" in as_plain(f"“{PICTURE}”")


def tips(whole: QWidget) -> Iterator[tuple[str, str]]:
    """Every tooltip in a window, with whose it is."""
    for widget in (whole, *whole.findChildren(QWidget)):
        yield type(widget).__name__, widget.toolTip()
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from ((type(widget).__name__, tip) for tip in _of_model(widget, QModelIndex()))
    for action in whole.findChildren(QAction):
        yield "action", action.toolTip()


def _of_model(view: QAbstractItemView, parent: QModelIndex) -> Iterator[str]:
    model = view.model()
    for row in range(model.rowCount(parent)):
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
        for column in range(columns):
            index = model.index(row, column, parent)
            yield str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
        yield from _of_model(view, model.index(row, 0, parent))


def labels(whole: QWidget) -> Iterator[tuple[str, str]]:
    """Every label that would take mark-up for more than words, with what it is in."""
    for label in whole.findChildren(QLabel):
        if label.textFormat() != Qt.TextFormat.PlainText:
            yield f"{type(label.parent()).__name__}.{type(label).__name__}", label.text()


def taken_for_mark_up(found: Iterator[tuple[str, str]]) -> set[str]:
    """Those whose words name the picture, and would show it."""
    return {where for where, words in found if "<img" in words and Rich.mightBeRichText(words)}


def test_no_tooltip_and_no_label_of_the_window_opens_a_picture(window, tmp_path):
    path = tmp_path / "a.json"
    save(form_of(PICTURE), path)
    window.rooms.filing.open(path)
    assert taken_for_mark_up(tips(window)) == set()
    assert taken_for_mark_up(labels(window)) == set()
    assert sum("&lt;img" in tip for _, tip in tips(window)) > 3


@pytest.fixture
def boxes(monkeypatch) -> list[QMessageBox]:
    """Answer every message at once, and keep it to look at."""
    shown: list[QMessageBox] = []
    monkeypatch.setattr(dialogs, "_run", lambda box: shown.append(box) is not None)
    return shown


def test_no_message_opens_a_picture(boxes, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    dialogs.tell(parent, DraftError(f"“{PICTURE}”不是草稿。"))
    dialogs.ask_discard(parent, PICTURE)
    dialogs.ask_fix(parent, PICTURE, [PICTURE])
    dialogs.show_report(parent, "", Path(PICTURE))
    assert len(boxes) == 4
    for box in boxes:
        assert taken_for_mark_up(iter([("", box.text()), ("", box.informativeText())])) == set()
