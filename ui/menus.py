# SPDX-License-Identifier: MIT
"""Menu bar and toolbar, built from the table of actions."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from ui import sheets
from ui.actions import ACTIONS, INNER_MENUS, MENUS, TOOLBAR, Action, Menu
from ui.settings import Settings
from ui.theme import ICON_SIZE

Perform = Callable[[Action], None]


def make_actions(window: QMainWindow, perform: Perform) -> dict[str, QAction]:
    """Make the window's actions; `perform` is called with the action the clerk chose."""
    made = {action.id: _make(action, window, perform) for action in ACTIONS}
    looks = QActionGroup(window)
    for action in ACTIONS:
        if action.method == "set_appearance":
            looks.addAction(made[action.id])
    return made


def make_menus(window: QMainWindow, actions: dict[str, QAction]) -> dict[str, QMenu]:
    """Fill the menu bar and return the menus by id."""
    menus = {menu.id: QMenu(window.tr(menu.text), window) for menu in (*INNER_MENUS, *MENUS)}
    for menu in (*INNER_MENUS, *MENUS):
        menus[menu.id].setAccessibleName(window.tr(menu.text).split("(&")[0])
        _fill(menus[menu.id], menu, actions, menus)
    for menu in MENUS:
        window.menuBar().addMenu(menus[menu.id])
    return menus


def make_toolbar(window: QMainWindow, actions: dict[str, QAction]) -> QToolBar:
    """Make the toolbar; it stays where it is."""
    toolbar = QToolBar(window.tr("工具栏"), window)
    toolbar.setObjectName("toolbar")
    toolbar.setMovable(False)
    toolbar.setStyleSheet(sheets.TOOLBAR)
    toolbar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    toolbar.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
    toolbar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    for name in TOOLBAR:
        if name == "-":
            toolbar.addSeparator()
        elif name == "+":
            toolbar.addWidget(_stretch())
        else:
            toolbar.addAction(actions[name])
    for more in toolbar.findChildren(QToolButton, "qt_toolbar_ext_button"):
        more.setAccessibleName(window.tr("更多按钮"))
    return toolbar


def shown_keys(keys: tuple[str, ...]) -> str:
    """Write keys as the system does."""
    return "、".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys)


def _make(action: Action, window: QMainWindow, perform: Perform) -> QAction:
    made = QAction(window.tr(action.text), window)
    made.setObjectName(action.id)
    made.setIconText(window.tr(action.plain))
    made.setShortcuts([QKeySequence(key) for key in action.keys])
    made.setCheckable(action.checkable)
    tip = window.tr(action.tip or action.plain)
    made.setToolTip(f"{tip}（{shown_keys(action.keys[:1])}）" if action.keys else tip)
    if action.target in ("indicators", "grid"):  # Delete in the problem list must not clear cells of the tree
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    made.triggered.connect(partial(_triggered, perform, action))
    return made


def _triggered(perform: Perform, action: Action, _checked: bool = False) -> None:
    perform(action)


def _fill(made: QMenu, menu: Menu, actions: dict[str, QAction], menus: dict[str, QMenu]) -> None:
    for name in menu.actions:
        if name == "-":
            made.addSeparator()
        elif name.startswith("["):
            made.addMenu(menus[name.strip("[]")])
        else:
            made.addAction(actions[name])


def _stretch() -> QWidget:
    stretch = QWidget()
    stretch.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return stretch


def list_recent(menu: QMenu, settings: Settings, open_form: Callable[[Path], object]) -> None:
    """Fill the menu of recent forms."""
    from ui.identity import title
    from ui.recent import recent_forms

    menu.clear()
    for recent in recent_forms(settings):
        words = title(recent.fiscal_year, recent.project_name).replace("&", "&&")
        menu.addAction(words).triggered.connect(partial(open_form, Path(recent.path)))
