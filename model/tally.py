# SPDX-License-Identifier: MIT
"""Tallies: what a row, a group or the tree contributes to the sums; they add up and can be taken back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from model.decimals import WIDE, ZERO, number
from model.form import Form, Indicator, Level1Group, Level2Group
from model.kinds import RowState, row_state


@dataclass(frozen=True, slots=True)
class Tally:
    """Points and scores so far, and how many rows still lack theirs."""

    points: Decimal = ZERO
    score: Decimal = ZERO
    indicators: int = 0
    lacking_points: int = 0  # named indicators without points
    lacking_score: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            WIDE.add(self.points, other.points),
            WIDE.add(self.score, other.score),
            self.indicators + other.indicators,
            self.lacking_points + other.lacking_points,
            self.lacking_score + other.lacking_score,
        )

    def __sub__(self, other: Tally) -> Tally:
        return Tally(
            WIDE.subtract(self.points, other.points),
            WIDE.subtract(self.score, other.score),
            self.indicators - other.indicators,
            self.lacking_points - other.lacking_points,
            self.lacking_score - other.lacking_score,
        )


NOTHING = Tally()


def tally_of_row(row: Indicator, state: RowState | None = None) -> Tally:
    """Return what one row contributes; `state` when it is known already."""
    state = state or row_state(row)
    if state is RowState.IGNORED:
        return NOTHING
    points, score = number(row.points), number(row.score)
    named = state is RowState.INDICATOR and bool(row.name.strip())
    return Tally(
        ZERO if points is None else points,
        ZERO if score is None else score,
        int(state.is_indicator),
        int(named and points is None),
        int(named and score is None),
    )


def summed(tallies: Iterable[Tally]) -> Tally:
    """Add tallies up."""
    return sum(tallies, NOTHING)


def tally_of_level2(group: Level2Group) -> Tally:
    """Return what a level-2 group contributes."""
    return summed(tally_of_row(row) for row in group.children)


def tally_of_level1(group: Level1Group) -> Tally:
    """Return what a level-1 group contributes."""
    return summed(tally_of_level2(level2) for level2 in group.children)


def tally_of_group(group: Level1Group | Level2Group) -> Tally:
    """Return what a group of either level contributes."""
    return tally_of_level1(group) if isinstance(group, Level1Group) else tally_of_level2(group)


def tally_of(form: Form) -> Tally:
    """Return the sums over the whole tree."""
    return summed(tally_of_level1(group) for group in form.indicators)
