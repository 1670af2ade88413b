# SPDX-License-Identifier: MIT
"""The icons of the actions: which are there at once and which follow."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction

from ui import theme
from ui.action_icons import ActionIcons
from ui.actions import BY_ID, TOOLBAR


@pytest.fixture
def actions(qapp) -> dict[str, QAction]:
    return {name: QAction() for name in BY_ID}


@pytest.fixture
def icons(actions, qapp) -> ActionIcons:
    return ActionIcons(actions, qapp)


def test_the_toolbar_has_its_icons_at_once(actions, icons):
    icons.wear(theme.palette_of(dark=False))
    assert not any(actions[name].icon().isNull() for name in TOOLBAR if name in actions)
    assert actions["insert"].icon().isNull()


def test_the_menus_have_their_icons_a_little_later(actions, icons, qtbot):
    icons.wear(theme.palette_of(dark=False))
    icons.draw_rest()
    qtbot.waitUntil(lambda: not actions["insert"].icon().isNull())
    qtbot.waitUntil(lambda: not actions["keys"].icon().isNull())


def test_other_colours_are_worn_by_the_menus_too(actions, icons, qtbot):
    pictures = []
    for dark in (False, True):
        icons.wear(theme.palette_of(dark=dark))
        icons.draw_rest()
        qtbot.waitUntil(lambda: not icons._waiting)
        pictures.append(actions["insert"].icon().pixmap(20, 20).toImage())
    assert pictures[0] != pictures[1]
