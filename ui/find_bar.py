# SPDX-License-Identifier: MIT
"""The bar at the foot of the page: what to find, how many there are, and what to put in its place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui import sheets, theme
from ui.composition import Composition
from ui.grid_keys import Key, Mod, Pressed, pressed
from ui.icons import SMALL_SIZE, icon

SHIFT = Mod.ShiftModifier.value
NARROWEST = 14 * theme.SPACE
StandardKey = QKeySequence.StandardKey


class Option(NamedTuple):
    """A way to search, switched on or off."""

    key: str
    text: str
    short: str  # how the button names it when it is not as usual
    usual: bool = False


OPTIONS: tuple[Option, ...] = (
    Option("is_case_sensitive", "区分大小写(&C)", "大小写"),
    Option("joins_widths", "全角半角不分(&W)", "全半角", usual=True),
    Option("is_pattern", "正则表达式(&X)", "正则"),
    Option("is_in_section", "只在当前栏目(&S)", "本栏目"),
)


class FindBar(QWidget):
    """Asks to find and to replace; says in words what came of it."""

    wanted_changed = Signal()  # another text or option; not while composing
    step_wanted = Signal(int)  # 1 to the next, -1 to the previous hit
    replace_wanted = Signal()
    replace_all_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.needle, self.text = BarLine(self), BarLine(self)
        self.count, self.message = QLabel(self), QLabel(self)
        self.options = {option.key: self._option(option) for option in OPTIONS}
        self.choice = self._choice()
        self.previous = self._button("previous", self.tr("上一处（Shift+Enter、Shift+F3）"), -1)
        self.next = self._button("next", self.tr("下一处（Enter、F3）"), 1)
        self.leave = self._button("close", self.tr("关闭查找（Esc）"), 0)
        self.replace_one = QPushButton(self.tr("替换(&R)"), self)
        self.replace_all = QPushButton(self.tr("全部替换(&A)"), self)
        self._name_all()
        self._lay_out()
        self._connect()
        self._colour()
        self.offer_replacing(False)
        self.say("")

    @property
    def is_composing(self) -> bool:
        """Tell whether keys belong to the input method."""
        return self.needle.composition.is_open or self.text.composition.is_open

    def is_on(self, key: str) -> bool:
        """Tell whether an option is switched on."""
        return self.options[key].isChecked()

    def offer_replacing(self, is_offered: bool) -> None:
        """Show or hide the second line."""
        for widget in (self.text, self.replace_one, self.replace_all):
            widget.setVisible(is_offered)

    def begin(self, needle: str) -> None:
        """Take the keys; a text to begin with replaces the one there."""
        if needle:
            self.needle.setText(needle)
            self.wanted_changed.emit()
        self.needle.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.needle.selectAll()

    def show_count(self, words: str, can_step: bool) -> None:
        """Say how many there are and which one is shown."""
        self.count.setText(words)
        self.needle.setAccessibleDescription(words)
        for button in (self.previous, self.next, self.replace_one, self.replace_all):
            button.setEnabled(can_step)

    def say(self, sentence: str) -> None:
        """Show a sentence below; an empty one takes it away."""
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))

    def _option(self, option: Option) -> QAction:
        action = QAction(self.tr(option.text), self)
        action.setCheckable(True)
        action.setChecked(option.usual)
        action.toggled.connect(self._choose)
        return action

    def _choice(self) -> QToolButton:
        menu, choice = QMenu(self), QToolButton(self)
        menu.addActions(list(self.options.values()))
        choice.setMenu(menu)
        choice.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        choice.setStyleSheet(sheets.CHIP + sheets.NO_ARROW)
        choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return choice

    def _choose(self) -> None:
        self._name_choice()
        self.wanted_changed.emit()

    def _name_choice(self) -> None:
        """Let the button say what is not as usual."""
        unusual = [self.tr(one.short) for one in OPTIONS if self.is_on(one.key) != one.usual]
        words = self.tr("选项：{names}").format(names="、".join(unusual)) if unusual else self.tr("选项")
        self.choice.setText(f"{words}…")
        self.choice.setAccessibleName(self.tr("查找选项"))
        self.choice.setAccessibleDescription("、".join(unusual))

    def _button(self, name: str, words: str, direction: int) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setToolTip(words)
        button.setAccessibleName(words.partition("（")[0])
        button.setStyleSheet(sheets.CHIP)
        button.setIconSize(QSize(SMALL_SIZE, SMALL_SIZE))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(partial(self.step_wanted.emit, direction) if direction else self.closed)
        return button

    def _name_all(self) -> None:
        self.setAccessibleName(self.tr("查找和替换"))
        for line, words in ((self.needle, self.tr("查找")), (self.text, self.tr("替换为"))):
            line.setAccessibleName(words)
            line.setPlaceholderText(words)
            line.setMinimumWidth(NARROWEST)
            line.setTextMargins(theme.HALF, 1, theme.HALF, 1)
        self.replace_one.setToolTip(self.tr("替换这一处，再到下一处"))
        self.replace_all.setToolTip(self.tr("替换所有找到的，一步可以撤销"))
        self.count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.message.setWordWrap(True)
        self._name_choice()

    def _lay_out(self) -> None:
        line, tools, below = QFrame(self), QHBoxLayout(), QHBoxLayout()
        line.setFrameShape(QFrame.Shape.HLine)
        line.setFrameShadow(QFrame.Shadow.Plain)
        line.setForegroundRole(QPalette.ColorRole.Mid)
        for widget in (self.count, self.previous, self.next, self.choice):
            tools.addWidget(widget)
        tools.addStretch()
        tools.addWidget(self.leave)
        below.addWidget(self.replace_one)
        below.addWidget(self.replace_all)
        below.addStretch()
        grid, whole = QGridLayout(), QVBoxLayout(self)
        for row, (field, beside) in enumerate(((self.needle, tools), (self.text, below))):
            beside.setSpacing(theme.HALF)
            grid.addWidget(field, row, 0)
            grid.addLayout(beside, row, 1)
        grid.addWidget(self.message, 2, 0, 1, 2)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        grid.setContentsMargins(2 * theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        grid.setHorizontalSpacing(theme.SPACE)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(line)
        whole.addLayout(grid)
        self.setFocusProxy(self.needle)

    def _connect(self) -> None:
        enter, enter_back = ((Key.Key_Return, 0), (Key.Key_Enter, 0)), (Key.Key_Return, SHIFT)
        self.needle.wishes = {key: partial(self.step_wanted.emit, 1) for key in enter}
        self.needle.wishes[enter_back] = partial(self.step_wanted.emit, -1)
        self.text.wishes = dict.fromkeys(enter, self.replace_wanted.emit)
        self.needle.textEdited.connect(self.wanted_changed)
        self.replace_one.clicked.connect(self.replace_wanted)
        self.replace_all.clicked.connect(self.replace_all_wanted)

    def _colour(self) -> None:
        for button in (self.previous, self.next, self.leave):
            button.setIcon(icon(button.objectName(), self.palette()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()
        super().changeEvent(event)


class BarLine(QLineEdit):
    """A line of the bar; its keys act when nothing is composed, undo and redo are the form's."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.composition = Composition(self)
        self.wishes: dict[Pressed, Callable[[], None]] = {}

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        wish = self.wishes.get(pressed(event))
        if self.composition.is_open:
            super().keyPressEvent(event)
            event.accept()  # Escape too belongs to the input method
        elif wish is not None:
            wish()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme.paint_edge(self)

    @override
    def event(self, event: QEvent) -> bool:
        is_asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_asked and (event.matches(StandardKey.Undo) or event.matches(StandardKey.Redo)):
            event.ignore()
            return False
        return super().event(event)
