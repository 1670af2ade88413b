# SPDX-License-Identifier: MIT
"""The panels at the right: problem list and live page, which can be hidden, floated and moved."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QMainWindow, QTabBar, QToolButton, QWidget
from typing_extensions import override

from ui import theme
from ui.icons import SMALL_SIZE, drawn
from ui.pages import scaled

ROOMY = 1600  # px; narrower windows begin without the live page
PREVIEW_WIDTH, PROBLEMS_WIDTH = 440, 304  # px
SLIM_BELOW, SLIM_PREVIEW, SLIM_PROBLEMS = 1200, 336, 216  # px, of window and panels where room is scarce
SHARES = (2, 3)  # of problems and page in the height
Area = Qt.DockWidgetArea


class Docks:
    """The panels of a window; hidden together while there is no form, remembered as the clerk left them."""

    def __init__(self, window: QMainWindow, problems: QWidget, preview: QWidget) -> None:
        self._window = window
        self.problems = _dock(window, "problems", window.tr("检查"), problems)
        self.preview = _dock(window, "preview", window.tr("预览"), preview)
        self.by_name = {dock.objectName(): dock for dock in (self.problems, self.preview)}
        self.hide()

    def toggle(self, name: str) -> None:
        """Show or hide a panel; the page needs more width than the list."""
        self.by_name[name].toggleViewAction().trigger()
        if self.preview.isVisible():
            self.preview.raise_()
        self._set_width()

    def panes(self) -> tuple[QWidget, ...]:
        """Return what takes the focus in each panel."""
        return tuple(dock.widget() for dock in self.by_name.values())

    def hide(self) -> None:
        """Hide both; what the clerk set is in `state`, taken before."""
        for dock in self.by_name.values():
            dock.hide()

    def show(self, kept: QByteArray) -> None:
        """Show the panels as they were kept, else as suits the window."""
        if kept.isEmpty() or not self._window.restoreState(kept):
            self._show_by_default()
        QTimer.singleShot(0, self._window, partial(self._give_sizes, kept))

    def state(self) -> QByteArray:
        """Return how the panels are, to be kept."""
        return self._window.saveState()

    def _show_by_default(self) -> None:
        """Problems at the right; the page below where there is room, else behind them until it is wanted."""
        is_roomy = self._window.width() >= ROOMY
        if is_roomy:
            self._window.splitDockWidget(self.problems, self.preview, Qt.Orientation.Vertical)
        else:
            self._window.tabifyDockWidget(self.problems, self.preview)
        self.problems.show()
        self.preview.setVisible(is_roomy)

    def _give_sizes(self, kept: QByteArray) -> None:
        """Give the panels their sizes, when the window is laid out; before that it does not keep them."""
        for bar in self._window.findChildren(QTabBar):  # panels are reached by their keys and by F6
            bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if kept.isEmpty() or not self._window.restoreState(kept):
            self._set_width()
            self._window.resizeDocks([self.problems, self.preview], [*SHARES], Qt.Orientation.Vertical)

    def _set_width(self) -> None:
        is_slim = self._window.width() < SLIM_BELOW
        preview, problems = (SLIM_PREVIEW, SLIM_PROBLEMS) if is_slim else (PREVIEW_WIDTH, PROBLEMS_WIDTH)
        width = preview if self.preview.isVisible() else problems
        docked = [dock for dock in self.by_name.values() if dock.isVisible() and not dock.isFloating()]
        self._window.resizeDocks(docked, [width] * len(docked), Qt.Orientation.Horizontal)


def _dock(window: QMainWindow, name: str, title: str, content: QWidget) -> QDockWidget:
    dock = QDockWidget(title, window)
    dock.setObjectName(name)
    dock.setAllowedAreas(Area.LeftDockWidgetArea | Area.RightDockWidgetArea | Area.BottomDockWidgetArea)
    dock.setTitleBarWidget(TitleBar(dock))
    dock.setWidget(content)
    window.addDockWidget(Area.RightDockWidgetArea, dock)
    return dock


class TitleBar(QWidget):
    """A panel's title with the buttons to float and to close it; dragged, it moves the panel."""

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)
        title = QLabel(dock.windowTitle(), self)
        title.setFont(scaled(title.font(), 1))
        self._buttons = {
            "float": _button(self, self.tr("浮动或放回")),
            "close": _button(self, self.tr("关闭")),
        }
        self._buttons["float"].clicked.connect(partial(_toggle_floating, dock))
        self._buttons["close"].clicked.connect(dock.toggleViewAction().trigger)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.SPACE + theme.HALF, theme.HALF, theme.HALF, 0)
        line.setSpacing(0)
        line.addWidget(title)
        line.addStretch()
        for button in self._buttons.values():
            line.addWidget(button)
        self._colour()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()
        super().changeEvent(event)

    def _colour(self) -> None:
        for name, button in self._buttons.items():
            button.setIcon(drawn(name, theme.quiet_text(self.palette()), SMALL_SIZE))


def _button(bar: QWidget, words: str) -> QToolButton:
    button = QToolButton(bar)
    button.setAutoRaise(True)
    button.setIconSize(QSize(SMALL_SIZE, SMALL_SIZE))
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return button


def _toggle_floating(dock: QDockWidget) -> None:
    dock.setFloating(not dock.isFloating())
