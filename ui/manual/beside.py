# SPDX-License-Identifier: MIT
"""The manual beside a dialog: a dialog bars all windows but its own, so it gets a manual of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from model.templates import load_template, template_ids
from ui.manual.book import HOME, Book
from ui.manual.topics import topic_of
from ui.manual.window import ManualWindow


def show_beside(dialog: QDialog) -> ManualWindow:
    """Show the manual at the page on a dialog; it goes when the dialog goes."""
    window = dialog.findChild(ManualWindow) or ManualWindow(
        Book(load_template(template_ids()[0])), None, dialog
    )
    window.open(topic_of(dialog.focusWidget() or dialog) or HOME)
    window.show()
    window.raise_()
    window.activateWindow()
    return window
