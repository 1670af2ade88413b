# SPDX-License-Identifier: MIT
"""Gives cells and fields their suggestions; imports what that takes at the first one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from ui.columns import KEYS
from ui.sections import GOALS, HEADER, INDICATORS

if TYPE_CHECKING:
    from model.completing import Offer, Spot
    from model.places import Place
    from ui.cells import Index
    from ui.completion import Completing
    from ui.editors import Editor
    from ui.fields import Field
    from ui.goals_page import GoalsPage
    from ui.header_page import HeaderPage
    from ui.indicators_page import IndicatorsPage
    from ui.memory import Memory
    from ui.pages import Page

KEYS_COMING = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
LISTED = ("name", "target")  # empty cells where Alt+Down opens the list at once; elsewhere it moves the row


class Prompter(QObject):
    """Attends the pages as they are made."""

    def __init__(self, memory: Memory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._memory = memory
        self._in_fields: dict[Place, Completing] = {}

    def attend(self, section: int, page: Page) -> None:
        """Offer suggestions on a page."""
        self._memory.begin_soon()
        if section in (HEADER, GOALS):
            self._attend_fields(page)  # type: ignore[arg-type]
        elif section == INDICATORS:
            TreePrompter(self._memory, page)  # type: ignore[arg-type]

    def _attend_fields(self, page: HeaderPage | GoalsPage) -> None:
        for field in page.fields.values():
            field.binding.entered.connect(partial(self._enter, field))

    def _enter(self, field: Field, place: Place) -> None:
        """Begin at the first time a field is entered."""
        from model.completing import OFFERS, Spot

        if place not in self._in_fields and place[0] in OFFERS:
            self._in_fields[place] = _completing(self._memory, field.box, Spot(str(place[0])))


class TreePrompter(QObject):
    """Offers suggestions in the cells of the indicator tree."""

    def __init__(self, memory: Memory, page: IndicatorsPage) -> None:
        super().__init__(page)
        self._memory, self._page = memory, page
        self._completing: Completing | None = None  # of the open editor
        page.view.delegate.editing_begun = self._begin
        page.view.installEventFilter(self)

    def _begin(self, editor: Editor, index: Index) -> None:
        """Attend an editor that has just been opened."""
        spot = self._spot(index)
        self._completing = None
        if spot is not None:
            self._completing = _completing(self._memory, editor, spot)
            if spot.key == "name" and (spot.row is None or not spot.row.target.strip()):
                self._completing.take_more = self._take_with_target
                self._completing.more_words = self.tr("连同目标值")

    def _spot(self, index: Index) -> Spot | None:
        """Return where an index is; None where nothing is offered: groups, points."""
        from model.completing import OFFERS, Spot
        from model.form import Indicator
        from model.library import library_group

        tree, key = self._page.tree, KEYS[index.column()]
        node, group = tree.node(index), tree.node(index.parent())
        if key not in OFFERS or group is None or not (node is None or isinstance(node, Indicator)):
            return None
        return Spot(key, library_group(group.name), node)

    def _take_with_target(self, offer: Offer) -> bool:
        """Take a name and its typical target as one undo step, and stand at the target."""
        from model.edits import SetCell

        page, document, editor = self._page, self._page.document, self._page.view.delegate.editor
        if not offer.note or editor is None or self._completing is None:
            return False
        self._completing.take(offer)
        document.undo_stack.beginMacro(self.tr("输入指标和目标值"))
        try:
            page.keys.commit()
            current = page.view.currentIndex()
            target = current.siblingAtColumn(KEYS.index("target"))
            document.do(SetCell(page.tree.place_of(target), offer.note), self.tr("输入目标值"))
        finally:
            document.undo_stack.endMacro()
        page.keys.stand_at(target)
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and isinstance(
            event, QKeyEvent
        ):
            opens = event.key() == Qt.Key.Key_Down and event.modifiers() == Qt.KeyboardModifier.AltModifier
            if opens and self._is_listed(self._page.view.currentIndex()):
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    self._open_list()
                return True
        return False

    def _is_listed(self, index: Index) -> bool:
        """Tell whether a cell is empty and Alt+Down lists what could stand in it."""
        spot = self._spot(index) if index.isValid() else None
        if spot is None or spot.key not in LISTED:
            return False
        return spot.row is None or not getattr(spot.row, spot.key).strip()

    def _open_list(self) -> None:
        self._page.keys.edit(self._page.view.currentIndex())
        if self._completing is not None:
            self._completing.open()


def _completing(memory: Memory, editor: object, spot: Spot) -> Completing:
    from model.completing import offers
    from ui.completion import Completing

    return Completing(editor, lambda typed: offers(memory.lexicon, spot, typed))  # type: ignore[arg-type]
