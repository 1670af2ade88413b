# SPDX-License-Identifier: MIT
"""What the program remembers between two starts: one table, each line with its type and default."""

from __future__ import annotations

from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

Kept = TypeVar("Kept", QByteArray, "list[str]", str, bool)


class Setting(NamedTuple, Generic[Kept]):
    """One thing remembered."""

    key: str
    default: Kept


NO_BYTES = QByteArray()

GEOMETRY = Setting("window/geometry", NO_BYTES)
DOCKS = Setting("window/docks", NO_BYTES)  # which panels are shown, where and how wide
APPEARANCE = Setting("window/appearance", "system")  # system, light or dark
RECENT_FORMS = Setting[list[str]]("forms/recent", [])  # JSON, newest first; ui/recent.py reads them
LAST_FOLDER = Setting("forms/folder", "")
ZOOM = Setting("preview/zoom", "width")  # of the live page: width, page or percent; ui/page_geometry.py
MANUAL_GEOMETRY = Setting("manual/geometry", NO_BYTES)
HINTS_SEEN = Setting[list[str]]("hints/seen", [])  # ids of the hints that do not come again
REMEMBERING = Setting("words/remember", True)  # whether words are learnt from drafts; ui/memory.py keeps them
DEPARTMENTS = Setting[list[str]]("known/departments", [])  # of versions before 0.2
UNITS = Setting[list[str]]("known/units", [])  # of versions before 0.2

SETTINGS: tuple[Setting[QByteArray] | Setting[list[str]] | Setting[str] | Setting[bool], ...] = (
    GEOMETRY,
    DOCKS,
    APPEARANCE,
    RECENT_FORMS,
    LAST_FOLDER,
    ZOOM,
    REMEMBERING,
    DEPARTMENTS,
    UNITS,
    MANUAL_GEOMETRY,
    HINTS_SEEN,
)
FORMER_NAMES: dict[str, Setting[list[str]]] = {
    "competent_department": DEPARTMENTS,
    "implementing_unit": UNITS,
}
"""Values of fields of the header, as remembered before there was ui/memory.py; taken over there, once."""


class Settings:
    """Reads and writes the table's settings; what is missing or of another type reads as the default."""

    def __init__(self, store: QSettings) -> None:
        self._store = store

    def read(self, setting: Setting[Kept]) -> Kept:
        """Return what is remembered."""
        found = self._store.value(setting.key)
        default = setting.default
        if isinstance(default, bool):
            return str(found).lower() == "true" if found is not None else default
        if isinstance(default, list):
            return _texts(found)
        return found if isinstance(found, type(default)) else default

    def write(self, setting: Setting[Kept], kept: Kept) -> None:
        """Remember."""
        self._store.setValue(setting.key, kept)

    @property
    def folder(self) -> Path:
        """Return the folder for what is kept beside the settings."""
        file = Path(self._store.fileName())  # in Windows' registry it is none
        return file.parent if file.suffix in (".ini", ".conf") else config_folder()


def config_folder() -> Path:
    """Return the system's folder for the program's settings."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation))


def _texts(found: object) -> list[str]:
    """Read a list; a list of one comes back from an INI file as a bare string."""
    if isinstance(found, str):
        return [found] if found else []
    return [str(one) for one in found] if isinstance(found, list) else []
