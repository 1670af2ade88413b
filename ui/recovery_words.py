# SPDX-License-Identifier: MIT
"""What a recovery copy is called, and what is said of it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.identity import UNNAMED

if TYPE_CHECKING:
    from model.recovered import Offer

LONGEST_NAME = 60  # characters


def name_of(offer: Offer) -> str:
    """Return what a copy is of: its file, else its project."""
    path = offer.copy.about.parent_path or offer.copy.about.origin_path
    return path.name if path else offer.form.project_name[:LONGEST_NAME] or UNNAMED


def when(offer: Offer) -> str:
    """Return when a copy was written: the time, with the day if it is not today's."""
    time = offer.copy.about.written_at
    if time is None:
        return ""
    is_todays = time.date() == datetime.now().date()
    return f"{time:%H:%M}" if is_todays else f"{time.month}月{time.day}日 {time:%H:%M}"


def sentence_of(offer: Offer) -> str:
    """Say what there is to recover, and what has become of its file."""
    from model.recovered import Base

    words = {
        Base.NONE: "“{name}”有{time}恢复副本，还没有存成文件，有 {count} 处没保存的改动。",
        Base.SAME: "“{name}”有{time}恢复副本，比文件多 {count} 处改动。",
        Base.CHANGED: "“{name}”有{time}恢复副本，{count} 处与文件不同；"
        "文件在那以后又被改过，恢复后保存时会再问您。",
        Base.GONE: "“{name}”有{time}恢复副本；原来的文件不在了或打不开，恢复后请另存为新文件。",
    }[offer.base]
    time = when(offer)
    said = QCoreApplication.translate("Offers", words)
    return said.format(name=name_of(offer), time=f" {time} 的" if time else "", count=len(offer.differences))
