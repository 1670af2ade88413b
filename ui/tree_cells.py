# SPDX-License-Identifier: MIT
"""What the cells of the indicator tree show: names, subtotals, values, marks, words for screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from model.decimals import short
from model.form import Indicator, Level1Group, Level2Group
from model.kinds import level1_kind
from model.suggestions import advice_in
from model.typed import shown
from model.why import why
from ui.cells import NO_CELL, NOTHING, Cell, Look, gravest, spoken, suggested
from ui.columns import NAME, TREE_COLUMNS, column_labels
from ui.group_ids import Group
from ui.rows import row_place
from ui.tree_marks import TreeMarks

if TYPE_CHECKING:
    from decimal import Decimal

    from model.rules import Finding
    from model.template import Template
    from ui.document import Document
    from ui.rows import Rows

SCORE = "score"


class TreeCells:
    """Reads the form, the judge and the template; the model asks it for every cell."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.marks = TreeMarks(document)
        self.begin()

    def begin(self) -> None:
        """Show another form."""
        self.marks.begin()
        self.labels = column_labels(self._document.template)
        self._expected = expected_points(self._document.template)
        self._new = Cell(QCoreApplication.translate("Tree", "＋ 新增指标"), Look.ADD)

    def of_indicator(self, group: Level2Group, row: int, column: int) -> Cell:
        """Return a cell of an indicator, or of the row for a new one."""
        if row >= len(group.children):
            return self._new if column == NAME else NO_CELL
        field, node = TREE_COLUMNS[column], group.children[row]
        text = shown(getattr(node, field.key))
        severity = gravest(self.marks.of_cell(group, row, field.key))
        if field.key == SCORE and not text:
            return Cell(self._suggestion(group, node), Look.COMPUTED, severity, is_number=True)
        return Cell(text, Look.VALUE, severity, field.is_number, not field.is_number)

    def of_group(self, group: Group, rows: Rows, column: int) -> Cell:
        """Return a cell of a group's head: its name, or a subtotal."""
        look = Look.LEVEL1 if isinstance(group, Level1Group) else Look.LEVEL2
        if column == NAME:
            return Cell(group.name, look, gravest(self.marks.of_group(rows)))
        return Cell(self.subtotal(group, TREE_COLUMNS[column].key), look, is_number=True)

    def findings(self, group: Group | None, rows: Rows, column: int) -> tuple[Finding, ...]:
        """Return the findings of a cell in a row of a group (None: of the whole tree)."""
        if not isinstance(group, Level2Group):
            return self.marks.of_group(rows) if column == NAME else ()
        if rows[-1] >= len(group.children):
            return ()
        return self.marks.of_cell(group, rows[-1], TREE_COLUMNS[column].key)

    def remark(self, group: Group | None, node: Group | Indicator | None, rows: Rows, column: int) -> str:
        """Say why a figure is what it is: the suggested score of an indicator, the subtotal of a group."""
        key, form, template = TREE_COLUMNS[column].key, self._document.form, self._document.template
        if isinstance(node, Indicator) and isinstance(group, Level2Group):
            found = advice_in(form, group, node, template) if key == SCORE else None
            pattern = QCoreApplication.translate("Tree", "建议：{sentence}")
            return pattern.format(sentence=found.sentence) if found else ""
        if node is None or not TREE_COLUMNS[column].is_number:
            return ""
        judge = self._document.judge
        return why(form, row_place(rows), judge.figures, template, judge.tally) or ""

    def _suggestion(self, group: Level2Group, node: Indicator) -> str:
        found = advice_in(self._document.form, group, node, self._document.template)
        return "" if found is None or found.score is None else shown(found.score)

    def typed(self, node: Group | Indicator | None, column: int) -> str:
        """Return what an editor begins with."""
        if isinstance(node, Indicator):
            return shown(getattr(node, TREE_COLUMNS[column].key))
        return node.name if node is not None and column == NAME else ""

    def spoken(
        self, group: Group | None, node: Group | Indicator | None, rows: Rows, column: int, cell: Cell
    ) -> str:
        """Name a cell for the screen reader; `group` is the one its row is in, None for the whole tree."""
        found, label = self.findings(group, rows, column), self.labels[column]
        if isinstance(node, Indicator) and group is not None:
            unnamed = QCoreApplication.translate("Tree", "第 {row} 行").format(row=rows[-1] + 1)
            name = () if column == NAME else (node.name or unnamed,)
            text = suggested(cell.text) if cell.look is Look.COMPUTED else cell.text
            return spoken((group.name, *name, label), text, found)
        if isinstance(node, Level1Group | Level2Group):
            return self._spoken_group(node, column, found)
        new = QCoreApplication.translate("Tree", "{group} 新增指标")
        return new.format(group=group.name) if group is not None and column == NAME else ""

    def _spoken_group(self, group: Group, column: int, found: tuple[Finding, ...]) -> str:
        """Name a cell of a group's head; its name tells the subtotals too."""
        if column != NAME:
            return spoken(
                (group.name, self.labels[column]), self._spoken_sum(group, column) or NOTHING, found
            )
        columns = (at for at, one in enumerate(TREE_COLUMNS) if one.is_number)
        sums = ((self.labels[at], self._spoken_sum(group, at)) for at in columns)
        known = tuple(f"{label} {figure}" for label, figure in sums if figure)
        return spoken((), "，".join((group.name, *known)), found)

    def _spoken_sum(self, group: Group, column: int) -> str:
        so_far, _, expected = self.subtotal(group, TREE_COLUMNS[column].key).partition("/")
        pattern = QCoreApplication.translate("Tree", "{points}，应为 {expected}")
        return pattern.format(points=so_far, expected=expected) if expected else so_far

    def subtotal(self, group: Group, key: str) -> str:
        """Write a group's points so far, beside the ones the template expects, or its score so far."""
        tally = self._document.judge.tally(group)
        if key == "points":
            expected = self.expected(group)
            so_far = short(tally.points) if tally.indicators or expected is not None else ""
            return so_far if expected is None else f"{so_far}/{short(expected)}"
        return short(tally.score) if key == "score" and tally.indicators else ""

    def expected(self, group: Group) -> Decimal | None:
        """Return the points the template gives a level-1 group."""
        if not isinstance(group, Level1Group):
            return None
        return self._expected.get(group.name, self._expected.get(level1_kind(group.name) or ""))


def expected_points(template: Template) -> dict[str, Decimal]:
    """Return the points the template gives its level-1 groups, by name and by kind."""
    by_kind = {str(level1_kind(group.name)): group.points for group in template.groups}
    by_name = {group.name: group.points for group in template.groups}
    return {key: points for key, points in (by_kind | by_name).items() if points is not None}
