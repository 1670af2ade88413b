# SPDX-License-Identifier: MIT
"""A computed figure of the form, with room to type another one over it, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from model.edits import SetCell
from model.why import why
from ui.binding import Binding
from ui.boxes import LineBox
from ui.computed import pair_at, place_label
from ui.marks import MarkLabel, findings_at
from ui.plain_words import as_plain
from ui.theme import SPACE

if TYPE_CHECKING:
    from model.places import Place
    from ui.document import Document

WIDTH_IN_DIGITS = 7


class AdoptButton(QPushButton):
    """Takes the computed figure instead of the typed one; only there when they differ."""

    def __init__(self, document: Document, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._place = document, place
        self.setVisible(False)
        self.clicked.connect(self._adopt)

    def show_pair(self) -> bool:
        """Follow the form; tell whether the figures differ."""
        pair = pair_at(self._document, self._place)
        self.setText(self.tr("采用计算值 {figure}").format(figure=pair.computed))
        words = self.tr("{label}：所填 {typed}，计算值 {figure}；采用计算值")
        label = place_label(self._place)
        self.setAccessibleName(words.format(label=label, typed=pair.typed, figure=pair.computed))
        self.setToolTip(as_plain(self.tr("不再用所填的 {typed}，可以撤销").format(typed=pair.typed)))
        self.setVisible(pair.differ)
        return pair.differ

    def _adopt(self) -> None:
        words = self.tr("采用{label}的计算值").format(label=place_label(self._place))
        self._document.do(SetCell(self._place, None), words)


class FigureField(QWidget):
    """Label, box, mark and way back of one figure; empty, the box shows the computed figure in grey."""

    def __init__(
        self, document: Document, place: Place, also_at: tuple[Place, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self.place = document, place
        self._places = (place, *also_at)  # whose findings it wears
        self.label, self.box, self.mark = QLabel(place_label(place)), LineBox(), MarkLabel()
        self.binding = Binding(document, place, self.box)
        self.adopt = AdoptButton(document, place)
        self._shown: object = None
        self._lay_out()
        document.findings_changed.connect(self.show_figures)
        self.binding.text_changed.connect(self._slant)
        self.box.edited.connect(self._judge_at_once)
        self.show_figures()

    def show_figures(self) -> None:
        """Follow the computed figure and the findings."""
        found = tuple(findings_at(self._document, *self._places))
        pair = pair_at(self._document, self.place)
        if self._shown == (found, pair):  # most edits change neither, and this stands on the key path
            return
        self._shown = found, pair
        self.box.setPlaceholderText(pair.computed)
        self.mark.show_findings(found)
        self.adopt.show_pair()
        description = self._reason() or self.tr("还不能计算")
        self.box.setAccessibleDescription("\n".join((description, self.mark.words)).strip())
        self.box.setToolTip(as_plain(self.mark.words or description))
        self._slant()

    def _judge_at_once(self) -> None:
        """Once wrong, the figure is judged at every key, so that its mark goes the moment it is right."""
        if self.mark.severity is not None and not self.binding.composition.is_open:
            self.binding.commit()

    def _reason(self) -> str | None:
        document = self._document
        judge = document.judge
        return why(document.form, self.place, judge.figures, document.template, judge.tally)

    def _slant(self) -> None:
        """A computed figure stands in italics."""
        font = self.box.font()
        if font.italic() == bool(self.box.typed()):
            font.setItalic(not self.box.typed())
            self.box.setFont(font)

    def _fit(self) -> None:
        self.box.setFixedWidth(self.fontMetrics().horizontalAdvance("0") * WIDTH_IN_DIGITS + 2 * SPACE)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _lay_out(self) -> None:
        self.label.setBuddy(self.box)
        self.box.setAccessibleName(self.label.text())
        self.box.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._fit()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for widget in (self.label, self.box, self.mark, self.adopt):
            layout.addWidget(widget)
