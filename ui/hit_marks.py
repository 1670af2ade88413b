# SPDX-License-Identifier: MIT
"""Marks what was found: behind the letters in cells of the tables, and in the boxes of fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QInputMethodEvent, QPainter, QPalette, QPen, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTextEdit

from model.rules.finding import Severity
from ui import theme
from ui.boxes import LineBox, TextBox
from ui.cell_spans import boxes_of, units
from ui.cells import Cell, Index, Look
from ui.sections import FUNDS, GOALS, HEADER, INDICATORS

if TYPE_CHECKING:
    from model.matching import Span
    from model.places import Place
    from model.searching import Hit
    from ui.delegate import CellDelegate
    from ui.fields import Field
    from ui.figure_field import FigureField
    from ui.page_stack import PageStack

TINT, STRONG_TINT = 0.26, 0.45  # shares of the mark's colour in the ground
TYPED = (Look.VALUE, Look.DIFFERS, Look.LEVEL1, Look.LEVEL2)
Attribute, AttributeType = QInputMethodEvent.Attribute, QInputMethodEvent.AttributeType
PlaceOf = Callable[[Index], "Place | None"]


class Table(NamedTuple):
    """A view whose cells have places."""

    view: QAbstractItemView
    delegate: CellDelegate
    place_of: PlaceOf


class HitMarks:
    """The marks on all pages; the current hit wears a stronger one with an edge."""

    def __init__(self, pages: PageStack) -> None:
        self._pages = pages
        self._spans: dict[Place, list[Span]] = {}
        self._current: Hit | None = None
        pages.page_made.connect(self._dress)
        self._dress()

    def show(self, hits: Iterable[Hit]) -> None:
        """Mark these hits, in place of those before."""
        before, self._spans, self._current = self._spans, {}, None
        for place, start, end in hits:
            self._spans.setdefault(place, []).append((start, end))
        self._refresh(before.keys() | self._spans.keys())

    def show_current(self, hit: Hit | None) -> None:
        """Let one of them be the current one."""
        before, self._current = self._current, hit
        if before == hit:
            return
        self._refresh({one.place for one in (before, hit) if one})

    def _dress(self, *_page: object) -> None:
        """Let the tables of all pages there are ask for what is behind their letters."""
        for table in _tables(self._pages):
            table.delegate.behind_text = partial(self._paint, table)
        self._refresh(self._spans.keys())

    def _refresh(self, places: Iterable[Place]) -> None:
        changed = set(places)
        for table in _tables(self._pages):
            table.view.viewport().update()
        for place, field in _fields(self._pages):
            if place in changed and not field.binding.composition.is_open:
                self._mark(place, field.box)

    def _colours(self, palette: QPalette) -> tuple[QColor, QColor, QColor]:
        """Return the ground of a hit, that of the current one, and its edge."""
        colour = theme.mark_colour(Severity.WARNING, palette)
        ground = palette.color(QPalette.ColorRole.Base)
        return theme.mixed(ground, colour, TINT), theme.mixed(ground, colour, STRONG_TINT), colour

    def _is_current(self, place: Place, span: Span) -> bool:
        return self._current is not None and self._current == (place, *span)

    def _paint(self, table: Table, painter: QPainter, box: QRect, index: Index, cell: Cell) -> None:
        """Paint the ground of the hits in a cell."""
        place = table.place_of(index) if self._spans and cell.look in TYPED else None
        spans = self._spans.get(place, []) if place else []
        if not spans:
            return
        plain, strong, edge = self._colours(table.view.palette())
        for span in spans:
            is_current = self._is_current(place, span) if place else False
            for part in boxes_of(cell, span, box, table.delegate.ink, table.delegate.is_in_middle(cell)):
                painter.fillRect(part, strong if is_current else plain)
                if is_current:
                    painter.setPen(QPen(edge, 1))
                    painter.drawRect(part.adjusted(0, 0, -1, -1))

    def _mark(self, place: Place, box: LineBox | TextBox) -> None:
        plain, strong, _edge = self._colours(box.palette())
        grounds = [
            (span, strong if self._is_current(place, span) else plain) for span in self._spans.get(place, [])
        ]
        if isinstance(box, TextBox):
            box.setExtraSelections([_selection(box, span, ground) for span, ground in grounds])
        else:
            _mark_line(box, grounds)


def _mark_line(box: LineBox, grounds: list[tuple[Span, QColor]]) -> None:
    """Give letters of a line a ground: an input method's event may carry formats and no text."""
    text, attributes = box.text(), []
    for (start, end), ground in grounds:
        form = QTextCharFormat()
        form.setBackground(ground)
        begin, length = units(text[:start]), units(text[start:end])
        attributes.append(Attribute(AttributeType.TextFormat, begin - box.cursorPosition(), length, form))
    QApplication.sendEvent(box, QInputMethodEvent("", attributes))


def _selection(box: TextBox, span: Span, ground: QColor) -> QTextEdit.ExtraSelection:
    selection, text = QTextEdit.ExtraSelection(), box.typed()
    cursor = QTextCursor(box.document())
    cursor.setPosition(units(text[: span[0]]))
    cursor.setPosition(units(text[: span[1]]), QTextCursor.MoveMode.KeepAnchor)
    selection.cursor = cursor  # type: ignore[attr-defined]
    selection.format.setBackground(ground)  # type: ignore[attr-defined]
    return selection


def _tables(pages: PageStack) -> Iterator[Table]:
    made = pages.made
    if INDICATORS in made:
        page = made[INDICATORS]
        yield Table(page.view, page.view.delegate, page.tree.place_of)
    if FUNDS in made:
        page = made[FUNDS]
        yield Table(page.view, page.view.delegate, page.grid.place_of)


def _fields(pages: PageStack) -> Iterator[tuple[Place, Field | FigureField]]:
    for section in (HEADER, GOALS):
        if section in pages.made:
            yield from pages.made[section].fields.items()
    if INDICATORS in pages.made:
        yield from pages.made[INDICATORS].totals.fields.items()
