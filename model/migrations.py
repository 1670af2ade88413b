# SPDX-License-Identifier: MIT
"""The versions of the draft format: this program's own, and the steps that lead to it from earlier ones."""

from collections.abc import Callable

from model.errors import DraftError
from model.reading import SAFE, Raw

VERSION = 1

MIGRATIONS: dict[int, Callable[[Raw], Raw]] = {}
"""Version → the step that makes a draft of the next version of it."""


def too_new(version: int) -> str:
    """Say that a newer program has written a draft."""
    return f"由较新的版本保存（草稿版本 {version}，本程序支持到 {VERSION}）"


def version_of(raw: Raw, name: str) -> tuple[int, Raw]:
    """Return the version of a draft, and what it holds as this version says it."""
    raw = dict(raw)
    del raw["format"]
    version = raw.pop("version", None)
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise DraftError(f"“{name}”没有写明草稿的版本；{SAFE}，请另选文件。")
    for step in range(version, VERSION):
        raw = MIGRATIONS[step](raw)
    return version, raw
