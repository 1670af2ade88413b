# SPDX-License-Identifier: MIT
"""Which page of the manual speaks of the place the clerk is at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from model.places import Place

TOPIC = "topic"
"""Property of a widget that names its page (`save#leave`), where its class does not say enough."""

BY_CLASS: dict[str, str] = {
    "EmptyTree": "rows#groups",
    "ConflictSheet": "save#conflict",
    "ExportSheet": "pages#export",
    "FindBar": "find",
    "FundsPage": "funds",
    "GoalsPage": "goals",
    "HeaderPage": "basics",
    "HintStrip": "look#hints",
    "HistorySheet": "recover#history",
    "IndicatorsPage": "indicators",
    "KeysSheet": "keys",
    "PastePreview": "blocks#tables",
    "PreviewPanel": "pages#preview",
    "PrintPreview": "pages#print",
    "ProblemPanel": "problems",
    "RecentList": "start#open",
    "SettingsSheet": "look#settings",
    "StartPage": "start",
    "TotalsStrip": "scores#total",
    "UnitChoice": "funds#unit",
}
"""The page of each widget, by the name of its class; the innermost widget with one counts."""

BY_CELL: dict[str, str] = {
    "target": "indicators#values",
    "actual": "indicators#values",
    "points": "scores#total",
    "score": "scores",
    "reason": "scores#reason",
}
"""The page of a cell of the indicator tree, by its column."""


def topic_of(widget: QWidget | None) -> str:
    """Return the address of the page on a widget or what it stands in; nothing where there is none."""
    while widget is not None:
        named = widget.property(TOPIC) or BY_CLASS.get(type(widget).__name__)
        if named:
            return str(named)
        widget = widget.parentWidget()
    return ""


def topic_of_cell(place: Place) -> str:
    """Return the address of the page on a cell of the indicator tree; nothing where it is no such cell."""
    return BY_CELL.get(str(place[-1]), "") if place[:1] == ("indicators",) else ""
