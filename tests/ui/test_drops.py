# SPDX-License-Identifier: MIT
"""Claims about drafts dropped onto the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ui.drops import Drops, draft_among, dropped_files

COPY, LEFT, NO_KEYS = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def dragged(*addresses):
    content = QMimeData()
    content.setUrls([QUrl(address) for address in addresses])
    return content


def drop(widget, content):
    QApplication.sendEvent(widget, QDragEnterEvent(QPoint(2, 2), COPY, content, LEFT, NO_KEYS))
    QApplication.sendEvent(widget, QDropEvent(QPointF(2, 2), COPY, content, LEFT, NO_KEYS))


@pytest.fixture
def watched(qtbot):
    """A window with a text field, and what watches it for drafts."""
    whole = QWidget()
    qtbot.addWidget(whole)
    whole.field, whole.drops = QLineEdit(whole), Drops(whole)
    whole.drops.watch(whole)
    return whole


def test_a_draft_dropped_onto_a_text_field_opens(watched, qtbot):
    with qtbot.waitSignal(watched.drops.dropped) as dropped:
        drop(watched.field, dragged("file:///a/c.json"))
    assert dropped.args == [Path("/a/c.json")]
    assert watched.field.text() == ""


def test_other_text_is_dropped_as_ever(watched):
    content = QMimeData()
    content.setText("三场")
    drop(watched.field, content)
    assert watched.field.text() == "三场"


@pytest.mark.parametrize(
    ("addresses", "expected"),
    [
        (["file:///a/b.txt", "file:///a/c.JSON"], Path("/a/c.JSON")),
        (["file:///a/b.txt", "file:///a/c.PDF"], Path("/a/c.PDF")),
        (["file:///a/b.pdf", "file:///a/c.json"], Path("/a/c.json")),
        (["https://example.org/a.json"], None),
        ([], None),
    ],
)
def test_only_a_draft_or_pdf_of_this_machine_can_be_dropped_and_drafts_go_before(addresses, expected):
    assert draft_among(dropped_files(dragged(*addresses))) == expected


def test_of_several_drafts_the_first_opens_and_the_others_are_named(watched):
    files = [f"file:///a/{number}.json" for number in range(10)]
    opened, others = [], []
    watched.drops.dropped.connect(opened.append)
    watched.drops.left_out.connect(others.extend)
    drop(watched.field, dragged(*files))
    assert opened == [Path("/a/0.json")]
    assert others == [Path(f"/a/{number}.json") for number in range(1, 10)]
