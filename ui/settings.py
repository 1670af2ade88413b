# SPDX-License-Identifier: MIT
"""What the program remembers between two starts: one table, each line with its type and default."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

from PySide6.QtCore import QByteArray, QSettings

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
DEPARTMENTS = Setting[list[str]]("known/departments", [])  # 主管部门, newest first
UNITS = Setting[list[str]]("known/units", [])  # 实施单位, newest first
MANUAL_GEOMETRY = Setting("manual/geometry", NO_BYTES)
HINTS_SEEN = Setting[list[str]]("hints/seen", [])  # ids of the hints that do not come again

SETTINGS: tuple[Setting[QByteArray] | Setting[list[str]] | Setting[str] | Setting[bool], ...] = (
    GEOMETRY,
    DOCKS,
    APPEARANCE,
    RECENT_FORMS,
    LAST_FOLDER,
    ZOOM,
    DEPARTMENTS,
    UNITS,
    MANUAL_GEOMETRY,
    HINTS_SEEN,
)
KNOWN: dict[str, Setting[list[str]]] = {"competent_department": DEPARTMENTS, "implementing_unit": UNITS}
"""Fields of the header whose earlier values are remembered and offered."""

MOST_KNOWN = 20  # values of each


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

    def earlier(self, key: str) -> list[str]:
        """Return the earlier values of a field of the header, the newest first."""
        return self.read(KNOWN[key]) if key in KNOWN else []

    def learn(self, key: str, text: str) -> None:
        """Remember a value of a field of the header as its newest; a blank one is passed over."""
        if text.strip():
            others = [known for known in self.earlier(key) if known != text]
            self.write(KNOWN[key], [text, *others][:MOST_KNOWN])


def _texts(found: object) -> list[str]:
    """Read a list; a list of one comes back from an INI file as a bare string."""
    if isinstance(found, str):
        return [found] if found else []
    return [str(one) for one in found] if isinstance(found, list) else []
