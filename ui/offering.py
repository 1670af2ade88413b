# SPDX-License-Identifier: MIT
"""What can be done now: the needs of actions that are met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.actions import Needs

if TYPE_CHECKING:
    from ui.furniture import Furniture


def needs_met(rooms: Furniture | None) -> set[Needs]:
    """Return the needs that are met; with the start page in front no action finds a form."""
    if rooms is None or not rooms.desk.is_at_work:
        return {Needs.NOTHING}
    from ui.sections import INDICATORS, TARGETS

    stack = rooms.document.undo_stack
    answers = {
        Needs.NOTHING: True,
        Needs.FORM: True,
        Needs.INDICATORS: rooms.desk.section == INDICATORS,
        Needs.GRID: rooms.desk.section in TARGETS["grid"],
        Needs.PROBLEMS: bool(rooms.problems.model.findings),
        Needs.UNDO: stack.canUndo(),
        Needs.REDO: stack.canRedo(),
    }
    return {need for need, is_met in answers.items() if is_met}
