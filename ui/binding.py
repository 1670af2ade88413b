# SPDX-License-Identifier: MIT
"""Ties a box to one place of the form: shows what stands there, and carries typing to the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from typing_extensions import override

from model.edits import SetCell, SimpleEdit
from model.fields import field_at
from model.typed import read_typed, shown
from ui.composition import Composition
from ui.refusing import writes

if TYPE_CHECKING:
    from model.decimals import Entry
    from model.places import Place
    from ui.boxes import Box
    from ui.document import Document

PAUSE = 400  # ms without a key until typing is carried to the document
KEYS = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
StandardKey = QKeySequence.StandardKey


class Binding(QObject):
    """One box and its place; typing on end is one undo step, and undo is the document's."""

    entered = Signal(object)  # the place, when the box gets the focus
    text_changed = Signal()  # the box holds another text

    def __init__(self, document: Document, place: Place, box: Box) -> None:
        super().__init__(box)
        self._document, self.place, self.box = document, place, box
        self.composition = Composition(box)
        self._is_typed = False  # by the clerk, and not yet in the form
        self._is_writing = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._write_unless_composing)
        box.edited.connect(self._typing)
        box.installEventFilter(self)
        document.applied.connect(self._follow)
        document.exchanged.connect(self.show)
        document.was_reset.connect(self.show)
        document.read_only_changed.connect(self._open_or_close)
        self._open_or_close()
        self.show()

    @property
    def is_unreadable(self) -> bool:
        """Tell whether the box holds what the form cannot: a year that is none."""
        return self._document.value(self.place) is None and bool(self.box.typed().strip())

    @property
    def is_typed(self) -> bool:
        """Tell whether the box holds typing that is not in the form yet."""
        return self._is_typed

    def show(self) -> None:
        """Show what stands in the form."""
        self._forget_typing()
        value: Entry | int = self._document.value(self.place)  # type: ignore[assignment]
        self.box.put(shown(value))
        self.text_changed.emit()

    def commit(self) -> None:
        """Carry what is typed and composed to the document now."""
        self.composition.finish()
        if self._is_typed:
            self._write()

    def _typing(self) -> None:
        self._is_typed = True
        self._pause.start()
        self.text_changed.emit()

    def _write_unless_composing(self) -> None:
        if self.composition.is_open:
            self._pause.start()
        else:
            self._write()

    def _write(self) -> None:
        self._forget_typing()
        typed = read_typed(self.place, self.box.typed(), self._document.amount_unit)
        words = self.tr("输入{label}").format(label=field_at(self.place).label)
        self._is_writing = True
        try:
            self._document.do(SetCell(self.place, typed), words)
        finally:
            self._is_writing = False
        if self._document.read_only is not None:
            self.show()

    def _open_or_close(self) -> None:
        """A read-only form can be read and copied, not typed in."""
        self.box.setReadOnly(self._document.read_only is not None)

    def _forget_typing(self) -> None:
        self._is_typed = False
        self._pause.stop()

    def _follow(self, step: SimpleEdit) -> None:
        if isinstance(step, SetCell) and step.place == self.place and not self._is_writing:
            self.show()

    def _leave(self) -> None:
        self.commit()
        if not self.is_unreadable:
            self.show()  # as the form holds it: １２ has become 12

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit(self.place)
        elif event.type() == QEvent.Type.FocusOut:
            self._leave()
        elif event.type() in KEYS and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and writes(event):
                self._document.refuses()
            return self._undo_key(event)
        return False

    def _undo_key(self, event: QKeyEvent) -> bool:
        """Give undo and redo to the window's actions; where there are none, to the document."""
        undoes, redoes = event.matches(StandardKey.Undo), event.matches(StandardKey.Redo)
        if self.composition.is_open or not (undoes or redoes):
            return False
        self.commit()
        if event.type() == QEvent.Type.ShortcutOverride:
            event.ignore()
        elif undoes:
            self._document.undo()
        else:
            self._document.redo()
        return True
