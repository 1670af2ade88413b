# SPDX-License-Identifier: MIT
"""The funds table for Qt, cell by cell as the template prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from typing_extensions import override

from model.arithmetic import printed_rate, rate_of
from model.decimals import number
from model.edits import SetCell, SimpleEdit
from model.fields import AMOUNTS, FUNDS, field_at
from model.places import Place
from model.typed import read_typed, shown
from model.why import why
from ui import cells
from ui.cells import EDITABLE, NO_CELL, NO_FLAGS, READ_ONLY, Cell, Index, Look, gravest, sentences, spoken
from ui.computed import pair_at
from ui.marks import findings_at
from ui.plain_words import as_plain

if TYPE_CHECKING:
    from model.rules import Finding
    from ui.document import Document

NOWHERE = QModelIndex()
TOTAL = "total"


class FundsModel(QAbstractTableModel):
    """Amounts by row and source; points, rate and score in the row of the total."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self._read_template()
        document.applied.connect(self._after)
        document.exchanged.connect(self.announce)
        document.about_to_reset.connect(self._before_reset)
        document.was_reset.connect(self._after_reset)

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def place_of(self, index: Index) -> Place | None:
        """Return the place a cell holds; None where nothing can be typed."""
        row, column = self.rows[index.row()].field, self.columns[index.column()].field
        if column in AMOUNTS:
            return ("funds", row, column)
        return ("stated", column) if row == TOTAL else None

    def index_of(self, place: Place) -> QModelIndex:
        """Return the cell of a place; invalid where the table has none."""
        row = str(place[1]) if place[0] == "funds" and len(place) > 1 else TOTAL
        rows, columns = [one.field for one in self.rows], [one.field for one in self.columns]
        column = str(place[-1]) if str(place[-1]) in columns else columns[0]
        return self.index(rows.index(row), columns.index(column)) if row in rows else QModelIndex()

    def cell(self, index: Index) -> Cell:
        """Return what a cell shows."""
        place = self.place_of(index)
        if place is None:
            return Cell(self._printed_in_source_row(index), Look.FIXED, is_number=True)
        pair, severity = pair_at(self.document, place), gravest(self.findings(index))
        if not pair.typed:
            return Cell(pair.computed, Look.COMPUTED, severity, is_number=True)
        look, note = (Look.DIFFERS, self._note(pair.computed)) if pair.differ else (Look.VALUE, "")
        return Cell(pair.typed, look, severity, is_number=True, note=note)

    def findings(self, index: Index) -> tuple[Finding, ...]:
        """Return the findings of a cell."""
        place = self.place_of(index)
        return () if place is None else tuple(findings_at(self.document, place))

    @override
    def data(self, index: Index, role: int = cells.DISPLAY) -> object:
        if not index.isValid():
            return None
        if role == cells.DISPLAY:
            return self.cell(index).text
        if role == cells.EDIT:
            place = self.place_of(index)
            return "" if place is None else shown(self.document.value(place))  # type: ignore[arg-type]
        if role in (cells.TOOL_TIP, cells.SPOKEN_DESCRIPTION):
            parts = (sentences(self.findings(index)), self.cell(index).note, self._reason(index))
            words = "\n".join(filter(None, parts)) or None
            return as_plain(words) if words and role == cells.TOOL_TIP else words
        return self._spoken(index) if role == cells.SPOKEN_NAME else None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = cells.DISPLAY) -> object:
        printed = self.columns if orientation is Qt.Orientation.Horizontal else self.rows
        if role == cells.ALIGNMENT:
            return cells.HEAD_RIGHT if orientation is Qt.Orientation.Horizontal else cells.HEAD_LEFT
        return printed[section].label if role == cells.DISPLAY and 0 <= section < len(printed) else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return NO_FLAGS
        return READ_ONLY if self.place_of(index) is None or self.document.read_only else EDITABLE

    @override
    def setData(self, index: Index, value: object, role: int = cells.EDIT) -> bool:
        place = self.place_of(index)
        if place is None or role != cells.EDIT:
            return False
        text = str(value)
        words = self.tr("输入{label}") if text else self.tr("清除{label}")
        typed = read_typed(place, text, self.document.amount_unit)
        self.document.do(SetCell(place, typed), words.format(label=self._label(place)))
        return True

    def announce(self) -> None:
        """Tell that figures or findings may have changed; the table is small enough to say all of it."""
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.columns) - 1))

    def _reason(self, index: Index) -> str | None:
        place, document = self.place_of(index), self.document
        judge = document.judge
        return why(document.form, place, judge.figures, document.template, judge.tally) if place else None

    def _after(self, step: SimpleEdit) -> None:
        if isinstance(step, SetCell) and step.place[0] in ("funds", "stated", "amount_unit"):
            self.announce()

    def _before_reset(self) -> None:
        self.beginResetModel()

    def _after_reset(self) -> None:
        self._read_template()
        self.endResetModel()

    def _read_template(self) -> None:
        block = self.document.template.funds
        self.rows, self.columns, self._block = block.rows, block.columns, block

    def _printed_in_source_row(self, index: Index) -> str:
        column = self.columns[index.column()].field
        if column == "execution_rate" and self._block.rate_in_source_rows:
            row = getattr(self.document.form.funds, self.rows[index.row()].field)
            rate = rate_of(number(row.actual), number(row.annual_budget))
            return shown(printed_rate(rate, self.document.template))
        return self._block.blank.get(column, NO_CELL.text)

    def _note(self, figure: str) -> str:
        return self.tr("计算 {figure}").format(figure=figure)

    def _label(self, place: Place) -> str:
        label = field_at(place).label
        return f"{FUNDS[str(place[1])].label}{label}" if place[0] == "funds" else label

    def _spoken(self, index: Index) -> str:
        names, cell = (self.rows[index.row()].label, self.columns[index.column()].label), self.cell(index)
        text = cells.computed(cell.text) if cell.look is Look.COMPUTED else cell.text
        if cell.look is Look.FIXED and not any(letter.isdigit() for letter in text):
            text = cells.NOTHING
        return spoken(names, text, self.findings(index))
