# SPDX-License-Identifier: MIT
"""The page of the indicators: the tree, what can be done with its rows, and the totals below."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from model.edits import Insert, Several
from model.form import Indicator
from model.places import Place
from model.suggestions import accept_all
from ui import rows as wanted
from ui.cells import Look
from ui.columns import COLUMN_OF, NAME
from ui.filling import fill_down
from ui.grid_keys import GridKeys, Key, Mod, Pressed
from ui.pages import Page, heading, page_layout
from ui.progress import carry_out
from ui.row_drag import RowGrip
from ui.row_moves import RowMoves
from ui.rows import LEVELS, Rows, row_place
from ui.totals_strip import TotalsStrip
from ui.tree_block import TreeBlock
from ui.tree_model import TreeModel
from ui.tree_notes import EmptyTree, Summary, hint
from ui.tree_view import TreeView
from ui.tree_walk import cell_above, neighbour
from ui.tree_words import words_of_clearing, words_of_removal, words_of_shift

if TYPE_CHECKING:
    from ui.document import Document

CONTROL, SHIFT, ALT = Mod.ControlModifier.value, Mod.ShiftModifier.value, Mod.AltModifier.value
ENTER_KEYS = (Key.Key_Return, Key.Key_Enter)


class Wish(NamedTuple):
    """A key of the tree, and the page's method it calls."""

    keys: tuple[Pressed, ...]
    method: str
    arguments: tuple[int, ...] = ()
    in_editor: bool = True  # otherwise the open editor needs the key itself


WISHES: tuple[Wish, ...] = (
    Wish(((Key.Key_Insert, 0), *((key, CONTROL) for key in ENTER_KEYS)), "insert_indicator"),
    Wish(tuple((key, CONTROL | SHIFT) for key in ENTER_KEYS), "insert_in_next_group"),
    Wish(((Key.Key_Up, ALT),), "move_rows", (-1,)),
    Wish(((Key.Key_Down, ALT),), "move_rows", (1,)),
    Wish(((Key.Key_Delete, CONTROL),), "remove_rows", in_editor=False),
    Wish(((Key.Key_Delete, 0),), "clear_cells", in_editor=False),
    Wish(((Key.Key_D, CONTROL),), "fill_down", in_editor=False),
)


class IndicatorsPage(Page):
    """The indicator tree with its totals; every wish is one undo step."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.tree = TreeModel(document, self)
        self.view = TreeView(self.tree)
        self.keys = GridKeys(self.view, self.view.delegate, partial(neighbour, self.view))
        self.keys.refuses = document.refuses
        self.frame, self.empty, self.hint = framed(self.view), EmptyTree(), hint()
        self.totals = TotalsStrip(document)
        self._lay_out()
        self._bind_keys()
        self._connect()
        self._show_state()

    def _lay_out(self) -> None:
        head, layout = QHBoxLayout(), page_layout(self)
        self.head = head  # more may be put there
        head.addWidget(heading(self.tr("绩效指标")))
        head.addStretch()
        head.addWidget(Summary(self.document))
        layout.addLayout(head)
        layout.addWidget(self.hint)
        layout.addWidget(self.frame, 1)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.totals)
        self.setFocusProxy(self.view)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _bind_keys(self) -> None:
        for wish in WISHES:
            keys = self.keys.wishes if wish.in_editor else self.keys.cell_wishes
            keys.update(dict.fromkeys(wish.keys, partial(getattr(self, wish.method), *wish.arguments)))

    def _connect(self) -> None:
        self.grip = RowGrip(self.view, RowMoves(self.view, self.keys))
        self.view.clicked.connect(self._open_new_row)
        self.view.selectionModel().currentChanged.connect(self._tell_place)
        self.totals.place_entered.connect(self.place_changed)
        self.empty.template_groups_wanted.connect(self.add_template_groups)
        self.empty.group_wanted.connect(partial(self.add_group, 1))
        for changed in (self.tree.rowsInserted, self.tree.rowsRemoved, self.tree.modelReset):
            changed.connect(self._show_state)

    # Page

    def go_to(self, place: Place) -> None:
        """Show and focus a cell, a group, or a total."""
        if place in self.totals.fields:
            self.totals.go_to(place)
            return
        if not self.document.form.indicators:
            self.empty.buttons[0].setFocus()
            return
        index = self.tree.index_of(place)
        index = index if index.isValid() else self.tree.index(0, NAME)
        self.view.setFocus()
        self.keys.stand_at(index)

    @override
    def first_to_fill(self) -> Place:
        return wanted.first_to_fill(self.document.form)

    @override
    def here(self) -> Place:
        """Return the cell the clerk is at; it moves with its row."""
        index = self.view.currentIndex()
        is_at_total = self._told in self.totals.fields
        return self._told if is_at_total or not index.isValid() else self.tree.place_of(index)

    def commit(self) -> None:
        """Finish the open editor and what is typed in the totals."""
        self.keys.commit()
        self.totals.commit()

    # Wishes

    def insert_indicator(self) -> None:
        """Put a new indicator below the current row."""
        self._insert(wanted.insertion(self.document.form, self._rows(), Indicator()), self.tr("新增指标"))

    def insert_in_next_group(self) -> None:
        """Open the row for a new indicator at the end of the next group."""
        group = wanted.next_group(self.document.form, self._rows())
        if group is not None:
            row = wanted.length(self.document.form, group)
            self.go_to(row_place((*group, row)))
            self.keys.edit(self.view.currentIndex(), keeps_text=False)

    def duplicate_row(self) -> None:
        """Put a copy of the current indicator below it."""
        node = self._node_of(self._rows())
        if isinstance(node, Indicator):
            copy = node.model_copy(deep=True)
            self._insert(wanted.insertion(self.document.form, self._rows(), copy), self.tr("复制指标"))

    def add_group(self, level: int) -> None:
        """Put a group of level 1 or 2 after the current one and let its name be typed."""
        rows = self._rows()
        if level == 1 or rows:
            words = self.tr("新增一级指标") if level == 1 else self.tr("新增二级指标")
            form, template = self.document.form, self.document.template
            self._insert(wanted.new_group(form, template, rows, level, self.tr("新指标组")), words)

    def add_template_groups(self) -> None:
        """Put the template's groups into the empty tree."""
        self.document.do(wanted.template_groups(self.document.template), self.tr("按模板添加指标组"))
        self.view.show_all()
        self.view.setFocus()

    def remove_rows(self) -> None:
        """Take the chosen indicators and groups out."""
        self.commit()
        chosen = wanted.removable(self._chosen_rows())
        words = words_of_removal(self.document.form, chosen) if chosen else ""
        if chosen and self.document.do(wanted.removal(chosen), words):
            self._stand_near(chosen[0])

    def clear_cells(self) -> None:
        """Empty the chosen cells."""
        self.commit()
        edits = carry_out(TreeBlock(self).cutting(), self.tr("正在清除…"), self.window())
        if edits:
            words = words_of_clearing(COLUMN_OF[str(edits[0].place[-1])], len(edits))
            self.document.do(Several(tuple(edits)), words)

    def fill_down(self) -> None:
        """Put the top chosen cell of every column into those below it."""
        self.commit()
        fill_down(self.document, self.view, self.tree.place_of, partial(cell_above, self.view))

    def select_all(self) -> None:
        """Choose every cell."""
        self.commit()
        self.view.selectAll()

    def move_rows(self, delta: int) -> None:
        """Move the chosen rows up (-1) or down (+1), also into the neighbouring group."""
        level = len(self._rows())
        chosen = [rows for rows in self._chosen_rows() if len(rows) == level]
        edit = wanted.shift(self.document.form, chosen, delta)
        if edit is not None:
            self.document.do(edit, words_of_shift(delta, level))
            self.view.scrollTo(self.view.currentIndex())

    def accept_score(self) -> None:
        """Take the suggested scores of the chosen indicators, also over others."""
        self.commit()
        places = [row_place(rows) for rows in sorted(self._chosen_rows()) if len(rows) == LEVELS]
        edits = wanted.accepting(self.document.form, self.document.template, places)
        if edits:
            self.document.do(Several(edits), self.tr("采用建议得分"))

    def accept_all_scores(self) -> None:
        """Take the suggested score wherever the score is empty."""
        self.commit()
        edit = accept_all(self.document.form, self.document.template)
        if edit is not None:
            self.document.do(edit, self.tr("采用 {count} 项建议得分").format(count=len(edit.edits)))

    def expand_all(self) -> None:
        """Show all rows."""
        self.view.expandAll()

    def collapse_all(self) -> None:
        """Show the level-1 groups only."""
        self.commit()
        self.view.collapseAll()

    # Where the clerk is

    def _rows(self) -> Rows:
        self.commit()
        return self.tree.rows_at(self.view.currentIndex())

    def _chosen_rows(self) -> set[Rows]:
        return TreeBlock(self).rows

    def _node_of(self, rows: Rows) -> object:
        return self.tree.node(self.view.currentIndex()) if rows else None

    def _insert(self, edit: Insert | None, words: str) -> None:
        if edit is not None and self.document.do(edit, words):
            self.go_to((*edit.parent, edit.row))
            self.keys.edit(self.view.currentIndex(), keeps_text=False)

    def _stand_near(self, rows: Rows) -> None:
        """Stand where rows were taken out: at the next one, else at the one before."""
        *above, row = rows
        goals = (rows, (*above, row - 1), tuple(above)) if row else (rows, tuple(above))
        found = (self.tree.index_at(goal) for goal in goals)
        self.keys.stand_at(next((index for index in found if index.isValid()), QModelIndex()))

    def _open_new_row(self, index: QModelIndex) -> None:
        chooses_more = QGuiApplication.keyboardModifiers() & (Mod.ShiftModifier | Mod.ControlModifier)
        if self.tree.cell(index).look is Look.ADD and not chooses_more:
            self.keys.edit(index)

    def _tell_place(self, current: QModelIndex) -> None:
        if current.isValid():
            self.place_changed.emit(self.tree.place_of(current))

    def _show_state(self) -> None:
        groups = self.document.form.indicators
        begun = any(level2.children for _, level2 in self.document.form.level2_groups())
        self.frame.setVisible(bool(groups))
        self.empty.setVisible(not groups)
        self.hint.setVisible(bool(groups) and not begun)


def framed(view: QWidget) -> QFrame:
    """Put a view into a thin frame."""
    frame = QFrame()
    frame.setFrameShape(QFrame.Shape.StyledPanel)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(view)
    return frame
