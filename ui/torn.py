# SPDX-License-Identifier: MIT
"""A damaged draft: what there is to go on with is offered – a backup of it, or what can still be read."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from model.backups import FOLDER as BACKUPS
from model.backups import Backup, backups_of
from model.drafts import Draft
from model.drafts import load as load_backup
from model.errors import DraftError, TornFileError
from model.repair import Salvage, salvage
from ui import dialogs
from ui.dialogs import Rest
from ui.opening import Opened, judged
from ui.rescue import data_folder


class Remains(NamedTuple):
    """What there is to go on with."""

    backup: Backup | None  # the newest that opens
    kept: Draft | None  # what is in it
    salvage: Salvage | None


def offer_rest(window: QWidget, path: Path, error: TornFileError) -> Opened | None:
    """Offer what is left of a damaged draft; None where nothing is, or the clerk wants none of it.

    The damaged file stays as it is: what is opened has no file of its own.  Errors: TemplateError.
    """
    remains = remains_of(path, error.content)
    if remains.kept is None and remains.salvage is None:
        dialogs.tell(window, error)
        return None
    match dialogs.ask_rest(window, error, in_words(remains)):
        case Rest.BACKUP if remains.backup and remains.kept:
            words = tr("这是 {time} 的历史版本；损坏的“{name}”没有动，请另存。").format(
                time=shown(remains.backup), name=path.name
            )
            return judged(remains.kept._replace(stamp=None), words, is_filed=False)
        case Rest.PART if remains.salvage:
            return judged(remains.salvage.draft, remains.salvage.words, is_filed=False)
    return None


def in_words(remains: Remains) -> dict[Rest, str]:
    """Say what there is, the better first."""
    offers = {}
    if remains.backup and remains.kept:
        words = tr("历史版本：{time} 保存的，共 {count} 行指标。")
        count = sum(1 for _ in remains.kept.form.all_indicators())
        offers[Rest.BACKUP] = words.format(time=shown(remains.backup), count=count)
    if remains.salvage:
        offers[Rest.PART] = tr("还完好的部分：{words}").format(words=remains.salvage.words)
    return offers


def shown(backup: Backup) -> str:
    """Write when a version was saved."""
    return f"{backup.time:%Y-%m-%d %H:%M}"


def remains_of(path: Path, content: bytes) -> Remains:
    """Look for what there is to go on with."""
    found = salvage(content, path.name)
    for backup in backups_of(data_folder() / BACKUPS, path):
        try:
            return Remains(backup, load_backup(backup.file), found)
        except DraftError:
            continue
    return Remains(None, None, found)


def tr(text: str) -> str:
    """Translate the words of what is left."""
    return QCoreApplication.translate("Torn", text)
