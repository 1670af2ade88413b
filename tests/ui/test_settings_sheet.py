# SPDX-License-Identifier: MIT
"""Claims about the sheet of settings."""

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QLabel

from ui.settings import APPEARANCE, FOLLOWS, SETTINGS, TEXT_SIZE
from ui.settings_sheet import SettingsSheet


@pytest.fixture
def followed():
    return []


@pytest.fixture
def sheet(qtbot, settings, followed):
    sheet = SettingsSheet(settings, lambda: followed.append(settings.read(TEXT_SIZE)))
    qtbot.addWidget(sheet)
    sheet.show()
    return sheet


def test_every_setting_with_a_label_has_a_line(sheet):
    labelled = [setting for setting in SETTINGS if setting.label]
    assert list(sheet.boxes) == [setting.key for setting in labelled]
    shown = {label.text() for label in sheet.findChildren(QLabel)}
    assert {setting.sentence for setting in labelled} <= shown


def test_a_choice_counts_at_once(sheet, settings, followed):
    box = sheet.boxes[TEXT_SIZE.key]
    box.setCurrentIndex(2)
    box.activated.emit(2)
    assert settings.read(TEXT_SIZE) == TEXT_SIZE.allowed[2]
    assert followed == [TEXT_SIZE.allowed[2]]


def test_a_switch_counts_at_once(sheet, settings):
    sheet.boxes[FOLLOWS.key].click()
    assert settings.read(FOLLOWS) is False


def test_the_defaults_can_be_had_again(sheet, settings, followed):
    settings.write(APPEARANCE, "dark")
    sheet.boxes[FOLLOWS.key].click()
    sheet.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.RestoreDefaults).click()
    assert (settings.read(APPEARANCE), settings.read(FOLLOWS)) == ("system", True)
    assert sheet.boxes[FOLLOWS.key].isChecked()
    assert followed


def test_it_shows_what_was_chosen_before(qtbot, settings):
    settings.write(APPEARANCE, "dark")
    sheet = SettingsSheet(settings, print)
    qtbot.addWidget(sheet)
    assert sheet.boxes[APPEARANCE.key].currentText() == "深色"


def test_every_box_has_a_name_and_a_description(sheet):
    assert all(box.accessibleName() and box.accessibleDescription() for box in sheet.boxes.values())
