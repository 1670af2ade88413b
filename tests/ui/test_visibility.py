# SPDX-License-Identifier: MIT
"""Claims about what the eye is given: writing that can be read, and where the keys go."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from model.places import place_of
from tests.builders import GOLDEN
from tests.ui.eyes import LENS, colours, contrast, differing, picture, rgb, written_contrast
from ui import theme
from ui.actions import BY_ID
from ui.cells import Look
from ui.keys_sheet import KeysSheet
from ui.sections import FUNDS, INDICATORS, SECTIONS

Group, Role = QPalette.ColorGroup, QPalette.ColorRole
READABLE, SEEN, LEGIBLE = 4.5, 3.0, 2.5  # of 21; text, marks and frames, what cannot be chosen now
LEAST_FOCUS = 60  # px that change with the keys; a cursor alone is fewer
LOOKS = ("light", "dark")
FIND, PREVIEW = "find", "preview"
SCENES = [None, *range(len(SECTIONS)), FIND, PREVIEW]


@pytest.fixture(params=LOOKS)
def seen(request, window, qapp):
    """A window with a draft, in light and in dark."""
    before, flash = qapp.palette(), qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    theme.wear(qapp, request.param)
    window.resize(1366, 768)
    window.rooms.filing.open(GOLDEN / "004-5.json")
    yield window
    theme.wear(qapp, "system")
    qapp.setPalette(before)
    qapp.setCursorFlashTime(flash)


def written(window, kind):
    """Go through the widgets of a kind that show words and can be used."""
    found = (one for one in window.findChildren(kind) if one.isVisible() and one.isEnabled())
    return [one for one in found if one.text().strip() and not one.visibleRegion().isEmpty()]


def focusable(window):
    found = (one for one in window.findChildren(QWidget) if one.isVisible() and one.isEnabled())
    own = (one for one in found if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None)
    return [one for one in own if not one.visibleRegion().isEmpty()]


def show(window, section):
    if section == FIND:
        show(window, INDICATORS)
        window.perform(BY_ID["replace"])
    elif section == PREVIEW:
        show(window, INDICATORS)
        window.rooms.desk.toggle_dock("preview")
    elif section is None:
        window.rooms.desk.show_start()
    else:
        window.rooms.desk.show_section(section)


@pytest.mark.parametrize("section", SCENES)
def test_every_word_can_be_read(seen, section):
    show(seen, section)
    widgets = [*written(seen, QLabel), *written(seen, QAbstractButton), *written(seen, QLineEdit)]
    ratios = {one.text(): written_contrast(picture(one, lens=LENS)) for one in widgets}
    assert len(ratios) > 5
    assert not {words: ratio for words, ratio in ratios.items() if ratio < READABLE}


def rows_of_tree(view):
    """Go through the rows of a tree in sight, each with its name's box."""
    index = view.indexAt(view.viewport().rect().topLeft())
    while index.isValid() and view.visualRect(index).top() < view.viewport().height():
        yield index
        index = view.indexBelow(index)


def test_every_cell_of_the_tree_can_be_read(seen):
    show(seen, INDICATORS)
    view = seen.rooms.pages.currentWidget().view
    view.setCurrentIndex(view.tree.index_of(place_of("/indicators/0/children/0/children/1/name")))
    boxes = {view.tree.cell(one).look: view.visualRect(one) for one in rows_of_tree(view)}
    assert set(boxes) >= {Look.LEVEL1, Look.LEVEL2, Look.VALUE, Look.ADD}
    ratios = {look: written_contrast(picture(view.viewport(), box, LENS)) for look, box in boxes.items()}
    assert min(ratios.values()) >= READABLE, ratios


@pytest.mark.parametrize("name", ["sections", "problems"])
def test_every_line_of_the_lists_can_be_read(seen, name):
    show(seen, FUNDS)
    lines = seen.rooms.desk.sections if name == "sections" else seen.rooms.problems.list
    lines.setCurrentIndex(lines.model().index(1, 0))
    boxes = [lines.visualRect(lines.model().index(row, 0)) for row in range(3)]
    words = [box.adjusted(30, 2, -24, -box.height() // 2 if name == "problems" else -2) for box in boxes]
    assert min(written_contrast(picture(lines.viewport(), box, LENS)) for box in words) >= READABLE
    if name == "problems":  # the quiet line below the sentence
        below = [QRect(box.left() + 30, box.bottom() - 20, box.width() - 60, 18) for box in boxes]
        assert min(written_contrast(picture(lines.viewport(), box, LENS)) for box in below) >= READABLE


def test_the_figures_can_be_read(seen):
    assert written_contrast(picture(seen.rooms.figures, lens=LENS)) >= READABLE


@pytest.mark.parametrize("section", SCENES)
def test_it_shows_where_the_keys_go(seen, section, qtbot):
    show(seen, section)
    seen.activateWindow()
    qtbot.waitUntil(seen.isActiveWindow)
    widgets = focusable(seen)
    assert len(widgets) >= 6
    assert not [unseen for one in widgets if (unseen := without_sign(seen, one))]


def without_sign(window, widget):
    """Name a widget that looks nearly the same with the keys as without; empty for the others."""
    others = [other for other in focusable(window) if other is not widget]
    others[0].setFocus(Qt.FocusReason.TabFocusReason)
    before = picture(widget)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # as after a Tab
    after = picture(widget)
    changed, sign = differing(before, after), colours(after) - colours(before)
    ground = colours(before).most_common(1)[0][0]
    ratios = (contrast(ground, one) for one, count in sign.items() if count >= LEAST_FOCUS // 2)
    strength = max(ratios, default=1.0)
    is_seen = changed >= LEAST_FOCUS and strength >= SEEN
    return "" if is_seen else f"{widget} {widget.accessibleName()}: {changed} px, {strength:.1f} : 1"


def test_the_sheet_of_keys_shows_where_the_keys_go(qtbot, qapp):
    sheet = KeysSheet()
    qtbot.addWidget(sheet)
    sheet.show()
    assert written(sheet, QAbstractButton)[0].focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        (Role.Text, Role.Base),
        (Role.Text, Role.AlternateBase),
        (Role.Text, Role.Midlight),  # chosen line of the recent forms, pressed button
        (Role.ButtonText, Role.Midlight),
        (Role.ButtonText, Role.Window),
        (Role.PlaceholderText, Role.Base),
        (Role.PlaceholderText, Role.Window),
        (Role.PlaceholderText, Role.Midlight),
        (Role.Link, Role.Window),
        (Role.Link, Role.Midlight),
        (Role.HighlightedText, Role.Highlight),
        (Role.ToolTipText, Role.ToolTipBase),
    ],
    ids=lambda role: role.name,
)
def test_palettes_give_readable_pairs(look, ink, ground):
    palette = theme.palette_of(look == "dark")
    assert contrast(rgb(palette.color(ink)), rgb(palette.color(ground))) >= READABLE


@pytest.mark.parametrize("look", LOOKS)
def test_frames_and_icons_are_seen_on_every_ground(look):
    palette = theme.palette_of(look == "dark")
    grounds = [rgb(palette.color(role)) for role in (Role.Window, Role.Base, Role.Midlight, Role.Button)]
    inks = [rgb(theme.accent(palette)), rgb(palette.color(Role.ButtonText))]
    assert min(contrast(ink, ground) for ink in inks for ground in grounds) >= SEEN


@pytest.mark.parametrize("look", LOOKS)
def test_what_cannot_be_chosen_is_still_legible(look):
    palette = theme.palette_of(look == "dark")
    faded = [
        rgb(palette.color(Group.Disabled, role)) for role in (Role.WindowText, Role.Text, Role.ButtonText)
    ]
    grounds = [rgb(palette.color(Group.Disabled, role)) for role in (Role.Window, Role.Base, Role.Button)]
    assert min(contrast(ink, ground) for ink in faded for ground in grounds) >= LEGIBLE
