# SPDX-License-Identifier: MIT
"""Style sheets of the few widgets that Fusion draws too loud; colours come from the palette."""

TOOLBAR = """
QToolBar { border: none; border-bottom: 1px solid palette(mid); background: palette(window);
           padding: 2px 6px; spacing: 2px; }
QToolBar::separator { background: palette(mid); width: 1px; margin: 7px 6px; }
QToolButton { border: 1px solid transparent; border-radius: 5px; padding: 3px 7px;
              color: palette(button-text); }
QToolButton:hover { background: palette(midlight); }
QToolButton:pressed, QToolButton:checked { background: palette(midlight); border-color: palette(mid); }
QToolButton:disabled { color: palette(placeholder-text); }
"""

CHIP = """
QToolButton { border: 1px solid transparent; border-radius: 5px; padding: 2px 5px;
              color: palette(placeholder-text); }
QToolButton:hover { background: palette(midlight); }
QToolButton:checked { border-color: palette(mid); color: palette(text); }
QToolButton:focus { border-color: palette(accent); }
"""

CHOICE = """
QRadioButton { border: 1px solid transparent; border-radius: 4px; padding: 3px 5px; spacing: 6px; }
QRadioButton:focus { border-color: palette(accent); }
QRadioButton::indicator { width: 13px; height: 13px; border: 1px solid palette(placeholder-text);
                          border-radius: 7px; background: palette(base); }
QCheckBox::indicator:unchecked { width: 12px; height: 12px; border: 1px solid palette(placeholder-text);
                                 border-radius: 3px; background: palette(base); }
QRadioButton::indicator:checked { width: 5px; height: 5px; border: 5px solid palette(accent); }
"""

NO_ARROW = "QToolButton::menu-indicator { image: none; width: 0; }"

LINK = """
QPushButton { border: 1px solid transparent; border-radius: 5px; padding: 4px 8px; color: palette(link); }
QPushButton:hover { background: palette(midlight); }
QPushButton:focus { border-color: palette(accent); }
"""

RECENT = """
QTreeView { background: palette(base); border: 1px solid palette(mid); border-radius: 8px; padding: 4px; }
QTreeView:focus { border-color: palette(accent); }
QTreeView::item { padding: 0 6px; border: none; }
QTreeView::item:hover { background: palette(alternate-base); }
QTreeView::item:selected { background: palette(midlight); color: palette(text); }
QHeaderView::section { background: palette(base); border: none; border-bottom: 1px solid palette(mid);
                       padding: 5px 8px; color: palette(placeholder-text); }
"""

HINT = """
QFrame#hint { background: palette(alternate-base); border: none; border-top: 1px solid palette(mid); }
"""

NOTICES = """
QFrame#notices { background: palette(alternate-base); border: none; border-bottom: 1px solid palette(mid); }
"""

VERSIONS = """
QListView { background: palette(base); border: 1px solid palette(mid); border-radius: 6px; padding: 3px; }
QListView:focus { border-color: palette(accent); }
QListView::item { border: 1px solid transparent; border-radius: 4px; }
QListView::item:hover { background: palette(alternate-base); }
QListView::item:selected { background: palette(midlight); color: palette(text); }
QListView::item:selected:active { border-color: palette(highlight); }
"""

DIFFERENCES = """
QListView { background: palette(base); border: 1px solid palette(mid); border-radius: 6px; padding: 3px; }
QListView:focus { border-color: palette(accent); }
QListView::item { padding: 5px 7px; border: none; border-bottom: 1px solid palette(midlight); }
QListView::item:selected { background: palette(alternate-base); color: palette(text); }
"""

CONTENTS = """
QTreeView { background: palette(alternate-base); border: none; padding: 4px; outline: none; }
QTreeView::item { padding: 4px 6px; border: 1px solid transparent; border-radius: 4px; }
QTreeView::item:hover { background: palette(midlight); }
QTreeView::item:selected { background: palette(midlight); color: palette(text); }
QTreeView::item:selected:active { border-color: palette(highlight); }
QTreeView::branch { background: transparent; }
"""
