# SPDX-License-Identifier: MIT
"""Words for undo steps of the tree's rows: what was moved, removed, cleared."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication

from model.form import Form
from model.places import at
from ui.columns import TREE_COLUMNS
from ui.rows import LEVELS, Rows, row_place


def _tr(words: str) -> str:
    return QCoreApplication.translate("Tree", words)


def words_of_shift(delta: int, level: int) -> str:
    """Name a step of rows up or down."""
    words = _tr("上移{what}") if delta < 0 else _tr("下移{what}")
    return words.format(what=_named(level))


def words_of_placing(rows: Collection[Rows]) -> str:
    """Name the move of rows to where they were dragged."""
    if len(rows) > 1:
        return _tr("移动 {count} 行").format(count=len(rows))
    return _tr("移动{what}").format(what=_named(len(next(iter(rows)))))


def words_of_removal(form: Form, rows: Collection[Rows]) -> str:
    """Name the removal of rows, of a single group by its name."""
    first = next(iter(rows))
    if len(rows) == 1 and len(first) < LEVELS:
        return _tr("删除指标组“{name}”").format(name=at(form, row_place(first)).name)
    return _tr("删除 {count} 行").format(count=len(rows))


def words_of_clearing(column: int, count: int) -> str:
    """Name the clearing of so many cells; of a single one by its column."""
    if count > 1:
        return _tr("清除 {count} 格").format(count=count)
    return _tr("清除{label}").format(label=TREE_COLUMNS[column].field.label)


def _named(level: int) -> str:
    return _tr("指标") if level == LEVELS else _tr("指标组")
