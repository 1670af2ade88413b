# SPDX-License-Identifier: MIT
"""The settings on one sheet, made from their table; every choice counts at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from ui import sheets, theme
from ui.settings import SETTINGS, AnySetting, Settings

NARROWEST = 56 * theme.SPACE
Standard = QDialogButtonBox.StandardButton


class SettingsSheet(QDialog):
    """A line for every setting that is the clerk's to choose, with what it does below."""

    def __init__(
        self, settings: Settings, changed: Callable[[], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings, self._changed = settings, changed
        self.setWindowTitle(self.tr("设置"))
        self.setStyleSheet(sheets.CHOICE)
        self.setMinimumWidth(NARROWEST)
        chosen = [setting for setting in SETTINGS if setting.label]
        self.boxes = {setting.key: self._box(setting) for setting in chosen}
        self._lay_out(chosen)
        self._show()

    def _box(self, setting: AnySetting) -> QCheckBox | QComboBox:
        box: QCheckBox | QComboBox
        if isinstance(setting.default, bool):
            box = QCheckBox(self.tr(setting.label), self)
            box.toggled.connect(partial(self._choose, setting))
        else:
            box = QComboBox(self)
            box.addItems([self.tr(word) for word in setting.words])
            box.activated.connect(partial(self._choose_at, setting))
        box.setAccessibleName(self.tr(setting.label))
        box.setAccessibleDescription(self.tr(setting.sentence))
        return box

    def _lay_out(self, chosen: list[AnySetting]) -> None:
        grid, whole = QGridLayout(), QVBoxLayout(self)
        for number, setting in enumerate(chosen):
            self._add_line(grid, 3 * number, setting)
        buttons = QDialogButtonBox(Standard.RestoreDefaults | Standard.Close)
        buttons.button(Standard.RestoreDefaults).setText(self.tr("恢复默认值(&R)"))
        buttons.button(Standard.RestoreDefaults).setAutoDefault(False)
        buttons.button(Standard.RestoreDefaults).clicked.connect(self.restore_defaults)
        buttons.button(Standard.Close).setIcon(QIcon())  # the style's own is black in the dark too
        buttons.rejected.connect(self.reject)
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(2 * theme.SPACE)
        grid.setVerticalSpacing(theme.HALF)
        whole.setContentsMargins(*(3 * theme.SPACE,) * 4)
        whole.setSpacing(2 * theme.SPACE)
        whole.addLayout(grid)
        whole.addStretch()
        whole.addWidget(buttons)

    def _add_line(self, grid: QGridLayout, row: int, setting: AnySetting) -> None:
        box, note = self.boxes[setting.key], QLabel(self.tr(setting.sentence))
        if isinstance(box, QComboBox):
            label = QLabel(self.tr(setting.label))
            label.setBuddy(box)
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1, Qt.AlignmentFlag.AlignLeft)
        else:
            grid.addWidget(box, row, 0, 1, 2)
        note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        note.setWordWrap(True)
        grid.addWidget(note, row + 1, 0, 1, 2)
        grid.setRowMinimumHeight(row + 2, theme.SPACE)

    def restore_defaults(self) -> None:
        """Choose what was chosen at first."""
        self._settings.restore_defaults()
        self._show()
        self._changed()

    def _show(self) -> None:
        for setting in SETTINGS:
            box = self.boxes.get(setting.key)
            if box is None:
                continue
            blocker, value = QSignalBlocker(box), self._settings.read(setting)
            if isinstance(box, QCheckBox):
                box.setChecked(bool(value))
            else:
                box.setCurrentIndex(setting.allowed.index(value))
            blocker.unblock()

    def _choose_at(self, setting: AnySetting, row: int) -> None:
        self._choose(setting, setting.allowed[row])

    def _choose(self, setting: AnySetting, value: object) -> None:
        self._settings.write(setting, value)  # type: ignore[type-var]
        self._changed()
