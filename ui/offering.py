# SPDX-License-Identifier: MIT
"""What can be done now: the needs of actions that are met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.actions import ACTIONS, Needs

if TYPE_CHECKING:
    from ui.furniture import Furniture


CHANGING = frozenset(
    (
        *("landscape", "undo", "redo", "cut", "paste", "paste_into_cell", "clear", "fill_down"),
        *("insert", "insert_next", "duplicate", "move_up", "move_down", "accept", "accept_all", "remove"),
        *("add_level1", "add_level2", "fix"),
    )
)
"""Actions that change the form; the bar of “replace” also finds."""


def offered(rooms: Furniture | None) -> set[str]:
    """Return the ids of the actions that can be done now."""
    met = needs_met(rooms)
    is_shut = rooms is not None and rooms.document.read_only is not None
    return {one.id for one in ACTIONS if one.needs in met and not (is_shut and one.id in CHANGING)}


def needs_met(rooms: Furniture | None) -> set[Needs]:
    """Return the needs that are met; with the start page in front no action finds a form."""
    if rooms is None or not rooms.desk.is_at_work:
        return {Needs.NOTHING}
    from ui.sections import INDICATORS, TARGETS

    stack = rooms.document.undo_stack
    answers = {
        Needs.NOTHING: True,
        Needs.FORM: True,
        Needs.FILE: rooms.document.path is not None,
        Needs.INDICATORS: rooms.desk.section == INDICATORS,
        Needs.GRID: rooms.desk.section in TARGETS["grid"],
        Needs.PROBLEMS: bool(rooms.problems.model.findings),
        Needs.UNDO: stack.canUndo(),
        Needs.REDO: stack.canRedo(),
    }
    return {need for need, is_met in answers.items() if is_met}
