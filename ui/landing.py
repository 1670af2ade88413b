# SPDX-License-Identifier: MIT
"""What the chosen cells of a page give to the clipboard, and what a pasted block does to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from PySide6.QtCore import QCoreApplication

from model.edits import Edit
from model.pasting.copying import CopiedTable
from model.pasting.grid import Grid
from model.places import Place
from model.steps import Steps


class Copied(NamedTuple):
    """A table to be copied; `own` are its rows for pasting here, where they are no more than cells."""

    table: CopiedTable
    own: Sequence[Sequence[str]] | None = None


class Landing(NamedTuple):
    """A block laid over cells: its edits, its size, and what it could not do."""

    edits: tuple[Edit, ...]
    rows: int
    columns: int
    corners: tuple[tuple[Place, Place], ...] = ()  # first and last cell in every group it reaches
    added: int = 0  # new indicators
    beyond: int = 0  # columns or rows there was no cell for
    fixed: int = 0  # texts that fell on cells nothing can be typed in

    @property
    def words(self) -> str:
        """Name the step for undo."""
        if (self.rows, self.columns) == (1, 1):
            return _tr("粘贴 1 格")
        return _tr("粘贴 {rows} 行 × {columns} 列").format(rows=self.rows, columns=self.columns)

    @property
    def remark(self) -> str:
        """Say what happened besides: rows that were added, texts that found no place."""
        said = (
            (self.added, _tr("其中新增 {count} 行指标")),
            (self.beyond, _tr("超出表格的 {count} 行（列）没有粘贴")),
            (self.fixed, _tr("{count} 格不能填写，已跳过")),
        )
        return "，".join(words.format(count=count) for count, words in said if count)


class Block(Protocol):
    """The chosen cells of a page."""

    takes_tables: bool  # a table of indicators may be pasted as one

    def copying(self) -> Steps[Copied | None]:
        """Return what is copied; None where there is nothing to copy."""

    def cutting(self) -> Steps[Sequence[Edit]]:
        """Return the edits that empty the chosen cells."""

    def laying(self, grid: Grid) -> Steps[Landing | None]:
        """Return what pasting would do; None where there is no cell to paste at."""

    def choose(self, landing: Landing) -> None:
        """Choose the cells a block has landed on."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Clipboard", text)
