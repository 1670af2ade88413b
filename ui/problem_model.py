# SPDX-License-Identifier: MIT
"""Findings as a list for Qt's views."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from model.fixes import FIXERS
from model.rules.finding import SEVERITY_LABELS, Finding
from ui.plain_words import as_plain
from ui.problem_delegate import FINDING, SOURCE
from ui.sections import SECTIONS, section_of

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
FIXABLE = frozenset(rule for rule, _ in FIXERS)
FIX_HINT = "可修正 Ctrl+."
MOST_SHOWN = 400  # lines; a clerk mends from the top, and laying out thousands would stall the window


class ProblemModel(QAbstractListModel):
    """Findings in printed order; a new list changes only the lines that differ."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._findings: list[Finding] = []

    @property
    def findings(self) -> Sequence[Finding]:
        """The findings listed."""
        return self._findings

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """List these findings, as many as can be shown."""
        new = list(findings[:MOST_SHOWN])
        head = _alike(self._findings, new)
        tail = _alike(self._findings[head:][::-1], new[head:][::-1])
        self._remove(head, len(self._findings) - tail)
        self._insert(head, new[head : len(new) - tail])

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._findings)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        finding = self._findings[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return finding.message
            case Qt.ItemDataRole.ToolTipRole:
                return as_plain(f"{finding.message}\n{source_of(finding)}")
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{SEVERITY_LABELS[finding.severity]}：{finding.message}"
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return source_of(finding)
        return {FINDING: finding, SOURCE: source_of(finding)}.get(role)

    def _remove(self, first: int, end: int) -> None:
        if first < end:
            self.beginRemoveRows(NOWHERE, first, end - 1)
            del self._findings[first:end]
            self.endRemoveRows()

    def _insert(self, first: int, findings: list[Finding]) -> None:
        if findings:
            self.beginInsertRows(NOWHERE, first, first + len(findings) - 1)
            self._findings[first:first] = findings
            self.endInsertRows()


def source_of(finding: Finding) -> str:
    """Say in which section a finding is, and which rule asks it."""
    mendable = f" · {FIX_HINT}" if finding.rule in FIXABLE else ""
    return f"{SECTIONS[section_of(finding.place)].title} · {finding.basis}{mendable}"


def _alike(first: Sequence[Finding], second: Sequence[Finding]) -> int:
    """Count how many findings two lists share at their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))
