# SPDX-License-Identifier: MIT
"""The columns of the indicator tree: their fields, their labels, their share of the width."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from model.fields import CELLS, Field, Holds
from model.template import Template

NAME = 0


class TreeColumn(NamedTuple):
    """A column; number columns are as wide as their numbers, the others share the rest."""

    field: Field
    share: int

    @property
    def key(self) -> str:
        """Return the field's key."""
        return self.field.key

    @property
    def is_number(self) -> bool:
        """Tell whether the column holds points or scores."""
        return self.field.holds is Holds.POINTS


TREE_COLUMNS: tuple[TreeColumn, ...] = (
    TreeColumn(CELLS["name"], 36),
    TreeColumn(CELLS["target"], 18),
    TreeColumn(CELLS["actual"], 18),
    TreeColumn(CELLS["points"], 0),
    TreeColumn(CELLS["score"], 0),
    TreeColumn(CELLS["reason"], 24),
)
KEYS: tuple[str, ...] = tuple(column.key for column in TREE_COLUMNS)
COLUMN_OF: dict[str, int] = {key: column for column, key in enumerate(KEYS)}


def column_labels(template: Template) -> tuple[str, ...]:
    """Return the columns' labels as the template prints them; the first column holds all three levels."""
    printed = {column.field: column.label for column in template.indicators.columns}
    labels = [printed.get(column.key, column.field.label) for column in TREE_COLUMNS]
    return (QCoreApplication.translate("Columns", "指标"), *labels[1:])
