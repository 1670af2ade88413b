# SPDX-License-Identifier: MIT
"""The sections of the form at the left: where each place lives, and how each section stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from model.edits import Edit, Insert, Move, Remove, SetCell, Several, SimpleEdit
from model.places import Place
from model.rules.finding import Finding, Severity

GRAVITY = (Severity.ERROR, Severity.WARNING, Severity.TODO)  # a hint leaves a section complete


class Section(NamedTuple):
    """One part of the form, edited on a page of its own."""

    title: str
    icon: str


SECTIONS: tuple[Section, ...] = (
    Section("基本信息", "header"),
    Section("项目资金", "funds"),
    Section("总体目标", "goals"),
    Section("绩效指标", "indicators"),
)
HEADER, FUNDS, GOALS, INDICATORS = range(len(SECTIONS))

TARGETS: dict[str, tuple[int, ...]] = {
    "indicators": (INDICATORS,),
    "grid": (FUNDS, INDICATORS),
    "clipboard": (FUNDS, INDICATORS),
}
"""The sections whose pages offer the actions of a target in their menu, and carry them out."""

_BY_KEY: dict[str | int, int] = {
    "funds": FUNDS,
    "amount_unit": FUNDS,
    "goal_expected": GOALS,
    "goal_actual": GOALS,
    "indicators": INDICATORS,
    "stated": INDICATORS,
}
_STATED_OF_FUNDS = frozenset({"execution_rate", "execution_points", "execution_score"})


def section_of(place: Place) -> int:
    """Return the number of the section a place is edited in."""
    if not place:
        return HEADER
    if place[0] == "stated" and place[-1] in _STATED_OF_FUNDS:
        return FUNDS
    return _BY_KEY.get(place[0], HEADER)


def place_after(edit: Edit) -> Place:
    """Return the place to look at after an edit: the cell or row it changed, or what is left there."""
    match edit:
        case SetCell(place):
            return place
        case Insert(parent, row):
            return (*parent, row)
        case Move(_, _, parent, row):
            return (*parent, row)
        case Remove(parent, row):
            return (*parent, row - 1) if row else parent[:-1] or parent
        case Several(edits):
            return place_after(edits[-1]) if edits else ()


def place_before(step: SimpleEdit) -> Place:
    """Return the place to look at when a step is taken back."""
    match step:
        case SetCell(place):
            return place
        case Insert(parent, row):
            return place_after(Remove(parent, row))
        case Move(parent, row) | Remove(parent, row):
            return (*parent, row)


def state_of(findings: Iterable[Finding]) -> Severity | None:
    """Return the gravest of the findings; None when nothing is left to do."""
    found = {finding.severity for finding in findings}
    return next((severity for severity in GRAVITY if severity in found), None)
