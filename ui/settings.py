# SPDX-License-Identifier: MIT
"""What the program remembers between two starts: one table, each line with its type and default."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

Kept = TypeVar("Kept", QByteArray, "list[str]", str, bool, int)


class Setting(NamedTuple, Generic[Kept]):
    """One thing remembered; with a label it is also the clerk's to choose."""

    key: str
    default: Kept
    sentence: str = ""  # what it does, for the clerk
    allowed: tuple[Kept, ...] = ()  # nothing: any value of the default's type
    label: str = ""
    words: tuple[str, ...] = ()  # what the allowed values are called


AnySetting = Setting[QByteArray] | Setting[list[str]] | Setting[str] | Setting[bool] | Setting[int]

NO_BYTES = QByteArray()
WHOLE = re.compile(r"[0-9]{1,9}")

GEOMETRY = Setting("window/geometry", NO_BYTES, "窗口的位置和大小。")
DOCKS = Setting("window/docks", NO_BYTES, "检查清单和预览在哪里、多宽、是否显示。")
SECTION = Setting("window/section", 0, "上次离开时在填的栏目。", (0, 1, 2, 3))
COLUMNS = Setting[list[str]]("window/columns", [], "指标表各列所占的份额。")
APPEARANCE = Setting(
    "window/appearance",
    "system",
    "窗口用浅色还是深色；打印和导出不受影响。",
    ("system", "light", "dark"),
    "外观",
    ("跟随系统", "浅色", "深色"),
)
TEXT_SIZE = Setting(
    "window/text_size",
    100,
    "窗口中文字的大小；打印和导出不受影响。",
    (100, 110, 125, 140, 150),
    "界面字号",
    ("100 %", "110 %", "125 %", "140 %", "150 %"),
)
FOLLOWS = Setting(
    "preview/follows", True, "在表中换一格，预览就翻到印出这一格的地方。", label="预览跟随所在的格"
)
ZOOM = Setting("preview/zoom", "width", "预览页面的大小。")  # width, page or percent; ui/page_geometry.py
REOPENS = Setting("window/reopens", False, "不先显示开始页，直接接着填上次的表。", label="启动时打开上次的表")
RECENT_FORMS = Setting[list[str]]("forms/recent", [], "最近的表，以及当时的检查结果。")
LAST_FOLDER = Setting("forms/folder", "", "上次打开或保存的文件夹。")
WORKING_KIND, PUBLIC_KIND = "working", "public"
EXPORTED_KIND = Setting(
    "forms/exported", WORKING_KIND, "上次导出的是工作稿还是公开稿。", (WORKING_KIND, PUBLIC_KIND)
)
MANUAL_GEOMETRY = Setting("manual/geometry", NO_BYTES, "手册窗口的位置和大小。")
HINTS_SEEN = Setting[list[str]]("hints/seen", [], "看过、不再出现的提示。")
REMEMBERING = Setting(  # ui/memory.py keeps them
    "words/remember", True, "从填过的表里记住名称和写法，下次填时提示。", label="记住填过的词"
)
DEPARTMENTS = Setting[list[str]]("known/departments", [], "填过的主管部门。")  # of versions before 0.2
UNITS = Setting[list[str]]("known/units", [], "填过的实施单位。")  # of versions before 0.2

SETTINGS: tuple[AnySetting, ...] = (
    *(GEOMETRY, DOCKS, SECTION, COLUMNS),
    *(APPEARANCE, TEXT_SIZE, FOLLOWS, ZOOM, REOPENS),
    *(RECENT_FORMS, LAST_FOLDER, EXPORTED_KIND, REMEMBERING, DEPARTMENTS, UNITS),
    *(MANUAL_GEOMETRY, HINTS_SEEN),
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
        found = self._found(setting)
        return found if not setting.allowed or found in setting.allowed else setting.default

    def write(self, setting: Setting[Kept], kept: Kept) -> None:
        """Remember."""
        self._store.setValue(setting.key, kept)

    @property
    def folder(self) -> Path:
        """Return the folder for what is kept beside the settings."""
        file = Path(self._store.fileName())  # in Windows' registry it is none
        return file.parent if file.suffix in (".ini", ".conf") else config_folder()

    def restore_defaults(self) -> None:
        """Give everything that is the clerk's to choose its default."""
        for setting in SETTINGS:
            if setting.label:
                self._store.remove(setting.key)

    def _found(self, setting: Setting[Kept]) -> Kept:
        """Return what the store holds; the default where it is missing or of another type."""
        found, default = self._store.value(setting.key), setting.default
        if isinstance(default, bool):
            return {"true": True, "false": False}.get(str(found).lower(), default)
        if isinstance(default, int):
            digits = str(found)
            return int(digits) if WHOLE.fullmatch(digits) else default
        if isinstance(default, list):
            return _texts(found)
        return found if isinstance(found, type(default)) else default


def config_folder() -> Path:
    """Return the system's folder for the program's settings."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation))


def _texts(found: object) -> list[str]:
    """Read a list; a list of one comes back from an INI file as a bare string."""
    if isinstance(found, str):
        return [found] if found else []
    return [str(one) for one in found] if isinstance(found, list) else []
