# SPDX-License-Identifier: MIT
"""What a screen reader is told: the accessibility tree, and what is wrong in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

Role = QAccessible.Role
INTERACTIVE = frozenset(
    (
        *(Role.Button, Role.CheckBox, Role.RadioButton, Role.ComboBox, Role.EditableText, Role.Link),
        *(Role.List, Role.ListItem, Role.Tree, Role.TreeItem, Role.Table, Role.Cell, Role.MenuItem),
        *(Role.PopupMenu, Role.PageTab, Role.Slider, Role.SpinBox, Role.Dialog, Role.ButtonMenu),
    )
)
TABLES = frozenset((Role.List, Role.Tree, Role.Table))
OFF_SIGHT = frozenset((Role.PopupMenu, Role.MenuItem))  # read out when they open
CHINESE = re.compile("[\u4e00-\u9fff]")
LATIN_NAMES = re.compile(r"^Q[A-Z]|\b(Form|Widget|Dialog|TextLabel|PushButton)\b")


def name(element: QAccessibleInterface) -> str:
    """What the element is called; Qt gives a box of choices the choice as its name, on Linux."""
    if element.role() is Role.ComboBox:
        return element.object().accessibleName()
    return element.text(QAccessible.Text.Name)


def description(element: QAccessibleInterface) -> str:
    """What is said of it besides."""
    return element.text(QAccessible.Text.Description)


def tree_of(widget: QWidget) -> QAccessibleInterface:
    """The accessibility tree from a widget down."""
    return QAccessible.queryAccessibleInterface(widget)


def heard(element: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Go through the children that can be come to: those in sight, all cells of a table, all of a menu."""
    has_cells = element.role() in TABLES
    for number in range(element.childCount()):
        child = element.child(number)
        if child is not None and (has_cells or _is_met(child)):
            yield child


def _is_met(element: QAccessibleInterface) -> bool:
    if element.role() in OFF_SIGHT:
        return True
    return not element.state().invisible and element.role() is not Role.Separator


def everything(element: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Go through the tree, depth first."""
    yield element
    for child in heard(element):
        yield from everything(child)


def is_interactive(element: QAccessibleInterface) -> bool:
    """Tell whether the keys can come to an element, or do something with it."""
    state = element.state()
    if element.role() in (Role.Cell, Role.TreeItem, Role.ListItem):
        return bool(state.focusable or state.selectable)
    return bool(state.focusable) or element.role() in INTERACTIVE


def complaints(root: QAccessibleInterface) -> list[str]:
    """Say what a screen reader's user would stumble over."""
    return [*_misnamed(root), *_twins(root)]


def _misnamed(root: QAccessibleInterface) -> Iterator[str]:
    for element in everything(root):
        words = name(element)
        if is_interactive(element) and not (CHINESE.search(words) and not LATIN_NAMES.search(words)):
            yield f"{element.role().name} {words!r} of {type(element.object()).__name__} says nothing"


def _twins(root: QAccessibleInterface) -> Iterator[str]:
    for element in everything(root):
        named = Counter((one.role().name, name(one)) for one in heard(element) if is_interactive(one))
        for (role, words), count in named.items():
            if count > 1:
                yield f"{count} of role {role} in {name(element)!r} are called {words!r}"
