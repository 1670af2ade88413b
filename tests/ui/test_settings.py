# SPDX-License-Identifier: MIT
"""Claims about what is remembered."""

from PySide6.QtCore import QByteArray, QSettings

from ui.settings import APPEARANCE, GEOMETRY, RECENT_FORMS, SETTINGS, Settings, config_folder


def again(tmp_path):
    """The same settings at the next start."""
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


def test_keys_are_unique():
    assert len({setting.key for setting in SETTINGS}) == len(SETTINGS)


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
