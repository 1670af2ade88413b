# SPDX-License-Identifier: MIT
"""Cells: what the tree and the grid tell painter, editor and screen reader about each of theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import IntEnum, auto
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from model.rules.finding import SEVERITY_LABELS, Severity

if TYPE_CHECKING:
    from model.rules import Finding

Index = QModelIndex | QPersistentModelIndex

# Plain numbers: comparing them costs less than comparing enum members, and data() is asked often.
DISPLAY = int(Qt.ItemDataRole.DisplayRole)
EDIT = int(Qt.ItemDataRole.EditRole)
TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
SPOKEN_NAME = int(Qt.ItemDataRole.AccessibleTextRole)
SPOKEN_DESCRIPTION = int(Qt.ItemDataRole.AccessibleDescriptionRole)

HEAD_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
HEAD_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

Flag = Qt.ItemFlag
NO_FLAGS = Flag.NoItemFlags
READ_ONLY = Flag.ItemIsEnabled | Flag.ItemIsSelectable
EDITABLE = READ_ONLY | Flag.ItemIsEditable


class Look(IntEnum):
    """How a cell is drawn."""

    VALUE = auto()  # typed by the clerk, or to be typed
    COMPUTED = auto()  # empty; shows the computed figure
    DIFFERS = auto()  # typed, and the computed figure is another one
    LEVEL1 = auto()
    LEVEL2 = auto()
    ADD = auto()  # the row that becomes a new indicator
    FIXED = auto()  # printed, never typed


class Cell(NamedTuple):
    """What one cell shows."""

    text: str
    look: Look = Look.VALUE
    severity: Severity | None = None  # the gravest of its findings
    is_number: bool = False
    is_long: bool = False  # text that wraps
    note: str = ""  # a second, quiet line: the computed figure


NO_CELL = Cell("", Look.FIXED)
NOTHING = "无需填写"  # what a screen reader says of it

CellOf = Callable[[Index], Cell]

_GRAVITY = {severity: rank for rank, severity in enumerate(Severity)}


def gravest(findings: Iterable[Finding]) -> Severity | None:
    """Return the gravest severity; None where there is no finding."""
    return min((finding.severity for finding in findings), key=_GRAVITY.__getitem__, default=None)


def sentences(findings: Iterable[Finding]) -> str:
    """Write findings as a tooltip: the same words as the list, the gravest first."""
    ranked = sorted(findings, key=lambda finding: _GRAVITY[finding.severity])
    return "\n".join(f"{SEVERITY_LABELS[finding.severity]}：{finding.message}" for finding in ranked)


def counted(findings: Iterable[Finding]) -> str:
    """Say how many findings of each severity there are: `1 个错误、2 个提醒`."""
    found = [finding.severity for finding in findings]
    counts = ((severity, found.count(severity)) for severity in Severity)
    pattern = QCoreApplication.translate("Cells", "{count} 个{severity}")
    named = (pattern.format(count=n, severity=SEVERITY_LABELS[one]) for one, n in counts if n)
    return "、".join(named)


def suggested(score: str) -> str:
    """Say of an empty score what is shown in its place; nothing where nothing is."""
    pattern = QCoreApplication.translate("Cells", "未填，建议 {score}")
    return pattern.format(score=score) if score else ""


def computed(figure: str) -> str:
    """Say of an empty figure what is computed in its place; nothing where it cannot be."""
    pattern = QCoreApplication.translate("Cells", "未填，计算值 {figure}")
    return pattern.format(figure=figure) if figure else ""


def spoken(parts: Iterable[str], text: str, findings: Iterable[Finding]) -> str:
    """Name a cell for the screen reader: `时效指标 按时完成率 得分 8.5，1 个错误`."""
    empty = QCoreApplication.translate("Cells", "未填")
    name = " ".join((*(part for part in parts if part), text or empty))
    count = counted(findings)
    return f"{name}，{count}" if count else name
