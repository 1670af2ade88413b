# SPDX-License-Identifier: MIT
"""Quick fixes: the menu of what can be done about a problem, with a preview of what would change."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from model.fixes import Fix, fixes_for
from ui import dialogs
from ui.plain_words import as_plain

if TYPE_CHECKING:
    from model.rules import Finding
    from ui.document import Document


class Mending(QObject):
    """Offers the fixes of a finding and carries out the one chosen, as one undo step."""

    def __init__(self, document: Document, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._window = document, window

    def offer(self, finding: Finding, at: QPoint) -> None:
        """Show the menu of a finding's fixes at a point of the screen."""
        if self._document.refuses():
            return
        menu = self.menu_of(finding)
        menu.setActiveAction(menu.actions()[0])  # Enter takes the first fix
        menu.exec(at)
        menu.deleteLater()

    def menu_of(self, finding: Finding) -> QMenu:
        """Return the menu; every line tells in its tooltip what it would change."""
        menu = QMenu(self._window)
        menu.setToolTipsVisible(True)
        menu.setAccessibleName(self.tr("修正办法"))
        form, template = self._document.form, self._document.template
        for fix in fixes_for(form, template, finding):
            action = menu.addAction(fix.text.replace("&", "&&"))
            action.setToolTip(as_plain("\n".join(lines_of(fix, self._document))))
            action.triggered.connect(partial(self.carry_out, fix))
        if menu.isEmpty():
            menu.addAction(self.tr("这一项没有现成的修正，请到那一格修改")).setEnabled(False)
        return menu

    def carry_out(self, fix: Fix, checked: bool = False) -> None:
        """Do a fix; where it changes more than one cell, after showing all of them."""
        changes = lines_of(fix, self._document)
        if len(changes) < 2 or dialogs.ask_fix(self._window, fix.text, changes):
            self._document.do(fix.edit, fix.text)


def lines_of(fix: Fix, document: Document) -> list[str]:
    """Write what a fix would change, a line a cell: `总分：97 → （采用计算值）`."""
    return [f"{change.label}：{change.before} → {change.after}" for change in fix.changes(document.form)]
