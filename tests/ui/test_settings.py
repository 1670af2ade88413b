# SPDX-License-Identifier: MIT
"""Claims about what is remembered."""

import pytest
from PySide6.QtCore import QByteArray, QSettings

from ui.settings import (
    APPEARANCE,
    FOLLOWS,
    GEOMETRY,
    LAST_FOLDER,
    RECENT_FORMS,
    SECTION,
    SETTINGS,
    TEXT_SIZE,
    Settings,
    config_folder,
)


def again(tmp_path):
    """The same settings at the next start."""
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


def test_keys_are_unique():
    assert len({setting.key for setting in SETTINGS}) == len(SETTINGS)


def test_nobody_has_to_look_through_many():
    assert len(SETTINGS) <= 30


def test_every_setting_says_what_it_does():
    assert all(setting.sentence.endswith("。") for setting in SETTINGS)


@pytest.mark.parametrize("setting", [one for one in SETTINGS if one.allowed], ids=lambda one: one.key)
def test_defaults_are_allowed_and_every_value_has_a_word(setting):
    assert setting.default in setting.allowed
    assert not setting.label or len(setting.words) == len(setting.allowed)


@pytest.mark.parametrize("value", ["9", "-1", "gross", "1.25", "", None, ["100"]])
@pytest.mark.parametrize("setting", [TEXT_SIZE, SECTION, APPEARANCE, FOLLOWS], ids=lambda one: one.key)
def test_what_is_out_of_range_reads_as_the_default(settings, setting, value):
    settings._store.setValue(setting.key, value)
    assert settings.read(setting) == setting.default


@pytest.mark.parametrize(("setting", "value"), [(TEXT_SIZE, 125), (SECTION, 2), (FOLLOWS, False)])
def test_numbers_and_switches_survive_a_new_start(settings, tmp_path, setting, value):
    settings.write(setting, value)
    settings._store.sync()
    assert again(tmp_path).read(setting) is value or again(tmp_path).read(setting) == value


def test_defaults_come_back_for_what_is_the_clerks_to_choose(settings):
    settings.write(TEXT_SIZE, 150)
    settings.write(LAST_FOLDER, "/home")
    settings.restore_defaults()
    assert (settings.read(TEXT_SIZE), settings.read(LAST_FOLDER)) == (100, "/home")


def test_what_is_missing_reads_as_the_default(settings):
    assert [settings.read(setting) for setting in SETTINGS] == [setting.default for setting in SETTINGS]


def test_every_kind_survives_a_new_start(settings, tmp_path):
    settings.write(APPEARANCE, "dark")
    settings.write(GEOMETRY, QByteArray(b"\x01\x02"))
    settings.write(RECENT_FORMS, ["一", "二"])
    settings._store.sync()
    kept = again(tmp_path)
    assert (kept.read(APPEARANCE), kept.read(GEOMETRY)) == ("dark", QByteArray(b"\x01\x02"))
    assert kept.read(RECENT_FORMS) == ["一", "二"]


def test_a_list_of_one_survives_too(settings, tmp_path):
    settings.write(RECENT_FORMS, ["唯一"])
    settings._store.sync()
    assert again(tmp_path).read(RECENT_FORMS) == ["唯一"]


def test_what_has_another_type_reads_as_the_default(settings):
    settings._store.setValue(GEOMETRY.key, "nonsense")
    assert settings.read(GEOMETRY).isEmpty()


def test_what_is_kept_beside_the_settings_has_their_folder(settings, tmp_path):
    assert settings.folder == tmp_path


def test_settings_in_no_file_have_the_systems_folder(settings, qapp):
    settings._store = QSettings("no-such-organisation", "no-such-program")
    settings._store.fileName = lambda: "\\HKEY_CURRENT_USER\\Software\\zipingbiao"
    assert settings.folder == config_folder()
