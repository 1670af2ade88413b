# SPDX-License-Identifier: MIT
"""Findings, and the record that makes a rule of a function."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from model.arithmetic import Figures
from model.decimals import ZERO, Entry, number
from model.fields import BASIS_2020
from model.form import Form, Indicator, Level2Group
from model.kinds import RowState, level1_kind
from model.places import INDICATORS, Place, level1_place, pointer
from model.tally import NOTHING, Tally
from model.template import Kind, RuleSetting, Template
from model.values.comparing import Outcome, comparable, direction_is_unknown, outcome, overfulfilled
from model.values.reading import read_actual, read_target
from model.values.value import Value

OFF = "off"  # a template's severity for a rule that is not asked
SHORT = 24  # characters of a cell that a sentence quotes


class Severity(StrEnum):
    """How much a finding asks of the clerk; none ever blocks typing, saving or undo."""

    ERROR = "error"  # to be mended before the form is final
    WARNING = "warning"  # needs a look and can stand
    HINT = "hint"
    TODO = "todo"  # not filled in yet


SEVERITY_LABELS: dict[Severity, str] = {
    Severity.ERROR: "错误",
    Severity.WARNING: "提醒",
    Severity.HINT: "建议",
    Severity.TODO: "待填",
}


class Finding(NamedTuple):
    """What a rule found at one place of the form."""

    rule: str
    severity: Severity
    place: Place
    message: str
    basis: str

    @property
    def where(self) -> str:
        """Return the place as a JSON Pointer into the draft."""
        return pointer(self.place)


class Fault(NamedTuple):
    """What a rule's function yields: a place (below the row for row rules) and a sentence."""

    place: Place
    message: str
    severity: Severity | None = None  # None = the rule's


@dataclass(frozen=True, slots=True)
class Reading:
    """What a row's target and actual value say."""

    target: Value
    actual: Value
    comparable: bool
    outcome: Outcome
    overfulfilled: bool


def read_row(row: Indicator, level1: Kind | None, level2: Kind | None, template: Template) -> Reading:
    """Read a row's target and actual value and compare them."""
    target = read_target(row.target)
    actual = read_actual(row.actual, target)
    unknown = direction_is_unknown(target, level1, level2)
    return Reading(
        target,
        actual,
        comparable(target, actual),
        outcome(target, actual, direction_unknown=unknown),
        overfulfilled(target, actual, template.limits.overfulfilled_from, direction_unknown=unknown),
    )


@dataclass(frozen=True, slots=True)
class Row:
    """An indicator in its surroundings, as row rules see it."""

    indicator: Indicator
    state: RowState
    level1: Kind | None
    level2: Kind | None
    group: str  # name of the level-2 group
    reading: Reading

    @property
    def label(self) -> str:
        """Return how a sentence calls the row."""
        name = self.short("name").replace("“", "‘").replace("”", "’")  # it stands in quotes itself
        return f"“{name}”" if name else f"“{self.group}”中未命名的一行"

    @property
    def lost(self) -> Decimal:
        """Return the points lost; 0 while points or score are missing."""
        points, score = number(self.indicator.points), number(self.indicator.score)
        return ZERO if points is None or score is None else points - score

    @property
    def is_full(self) -> bool:
        """Tell whether the row scores all of its points, and has some."""
        points = number(self.indicator.points)
        return points is not None and points > 0 and points == number(self.indicator.score)

    def short(self, key: str) -> str:
        """Return a text cell for a sentence, on one line and not too long."""
        text = " ".join(getattr(self.indicator, key).split())
        return text if len(text) <= SHORT else text[: SHORT - 1] + "…"

    def entry(self, key: str) -> Entry:
        """Return a number cell of the row."""
        found: Entry = getattr(self.indicator, key)
        return found


@dataclass(frozen=True, slots=True)
class Sheet:
    """The form with its computed figures, as form rules see it."""

    form: Form
    template: Template
    figures: Figures
    by_level1: dict[Kind, Tally]
    by_level2: dict[Kind, Tally]  # level-2 kinds under 产出

    def tally(self, kind: Kind) -> Tally:
        """Return the sums of all level-1 groups of a kind."""
        return self.by_level1.get(kind, NOTHING)

    def place_of(self, kind: Kind) -> Place:
        """Return the place of the first level-1 group of a kind, else of the whole tree."""
        rows = (row for row, group in enumerate(self.form.indicators) if level1_kind(group.name) == kind)
        first = next(rows, None)
        return INDICATORS if first is None else level1_place(first)


RowJudge = Callable[[Row, Template], Iterator[Fault]]
GroupJudge = Callable[[Level2Group, Template], Iterator[tuple[int, Fault]]]
FormJudge = Callable[[Sheet], Iterator[Fault]]

EVERYWHERE: frozenset[str] = frozenset({"header", "funds", "goals", "indicators", "stated"})


class Rule(NamedTuple):
    """One check: what it is called, how grave it is, and the functions that look.

    `reads` names the parts of the form that `form` looks at; an edit elsewhere cannot change its verdict.
    """

    id: str
    severity: Severity
    about: str  # what it looks at, for the help
    row: RowJudge | None = None
    group: GroupJudge | None = None
    form: FormJudge | None = None
    reads: frozenset[str] = EVERYWHERE
    basis: str = BASIS_2020

    def finding(self, fault: Fault, setting: RuleSetting | None = None) -> Finding:
        """Make a finding of a fault; a template may set the severity and the words."""
        severity, message = fault.severity or self.severity, fault.message
        if setting and setting.severity and setting.severity != OFF:
            severity = Severity(setting.severity)
        if setting and setting.wording:
            message = setting.wording.replace("{message}", message)
        return Finding(self.id, severity, fault.place, message, self.basis)
