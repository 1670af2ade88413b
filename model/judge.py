# SPDX-License-Identifier: MIT
"""The judge: keeps every finding of a form and, after an edit, looks again only where it can have changed."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from model.arithmetic import Figures, figures
from model.edits import Edit, Insert, Move, Remove, SetCell
from model.fields import AMOUNTS, CELLS, FUNDS, STATED
from model.form import Form, Indicator, Level1Group, Level2Group
from model.kinds import RowState, level1_kind, level2_kind, row_state
from model.places import Place, at, rows_of
from model.rules import RULES
from model.rules.finding import EVERYWHERE, OFF, Fault, Finding, Row, Rule, Sheet, read_row
from model.steps import Steps, carried_out
from model.tally import NOTHING, Tally, summed, tally_of_row
from model.template import Kind, Template
from model.twins import Names, name_of

PARTS: dict[str, str] = {
    "fiscal_year": "header",
    "project_name": "header",
    "competent_department": "header",
    "implementing_unit": "header",
    "funds": "funds",
    "goal_expected": "goals",
    "goal_actual": "goals",
    "indicators": "indicators",
    "stated": "stated",
}
_ORDER = {key: rank for rank, key in enumerate((*PARTS, *FUNDS, *AMOUNTS, *CELLS, *STATED))}
Twins = tuple[tuple[int, Finding], ...]
ROW = 6  # steps of a place down to an indicator
ROWS_A_STEP = 20
ANY_ROW = ("text.", "number.")  # rules that look at placeholder rows too


class Verdict(NamedTuple):
    """What the row rules found in one row, and what the row adds to the sums."""

    tally: Tally
    name: str  # by which twins are told
    findings: tuple[Finding, ...]  # places below the row


class Judge:
    """All findings and figures of one form under one template."""

    def __init__(
        self, form: Form, template: Template, rules: tuple[Rule, ...] = RULES, *, at_once: bool = True
    ) -> None:
        self.form, self.template = form, template
        rules = tuple(rule for rule in rules if not _is_off(rule, template))
        self._row_rules = tuple(rule for rule in rules if rule.row)
        self._placeholder_rules = tuple(rule for rule in self._row_rules if rule.id.startswith(ANY_ROW))
        self._group_rules = tuple(rule for rule in rules if rule.group)
        self._form_rules = tuple(rule for rule in rules if rule.form)
        if at_once:  # else it knows nothing before `judging` has come to its end
            self.judge_all()

    def judge_all(self) -> None:
        """Judge the whole form anew."""
        carried_out(self.judging())

    def judging(self) -> Steps[None]:
        """Judge the whole form anew, in steps."""
        self._verdicts: dict[int, Verdict] = {}
        self._names: dict[int, Names] = {}
        self._twins: dict[int, Twins] = {}  # looked for when asked for; gone with any edit of the group
        self._tallies: dict[int, Tally] = {}
        groups = list(self.form.level2_groups())
        count = 1 + sum(len(level2.children) for _, level2 in groups)
        for level1, level2 in groups:
            self._tallies[id(level2)], self._names[id(level2)] = NOTHING, Names()
            for row in level2.children:
                self._take_in(level1, level2, row)
                if len(self._verdicts) % ROWS_A_STEP == 0:
                    yield 100 * len(self._verdicts) // count
        self._judge_form(EVERYWHERE, {})

    def after(self, edit: Edit, inverse: Edit) -> None:
        """Judge again what an edit, already applied, can have changed."""
        parts = EVERYWHERE
        match edit, inverse:
            case SetCell(place), _ if len(rows_of(place)) == 3:
                self._judge_cell(place)
                parts = frozenset({"indicators"})
            case SetCell(place), _ if not rows_of(place):
                parts = frozenset({PARTS.get(str(place[0]), "header")})
            case Insert(parent, row), _ if len(rows_of(parent)) == 2:
                self._enter(parent, row)
            case Remove(parent), Insert(_, _, Indicator() as node) if len(rows_of(parent)) == 2:
                self._leave(parent, node)
            case Move(parent, _, new_parent, row), _ if len(rows_of(parent)) == 2:
                self._leave(parent, at(self.form, (*new_parent, row)))
                self._enter(new_parent, row)
            case _:
                return self.judge_all()
        self._judge_form(parts, self._by_form_rule)
        return None

    def after_cells(self, places: Iterable[Place]) -> None:
        """Judge again after many cells were changed: every row once, every rule of the form once."""
        changed = list(places)
        if any(0 < len(rows_of(place)) < 3 for place in changed):  # a group has another name
            return self.judge_all()
        for row in {place[:ROW] for place in changed if rows_of(place)}:
            self._judge_cell(row)
        self._judge_form(
            frozenset(PARTS.get(str(place[0]), "header") for place in changed), self._by_form_rule
        )
        return None

    @property
    def figures(self) -> Figures:
        """The computed figures."""
        return self._figures

    def tally(self, group: Level1Group | Level2Group) -> Tally:
        """Return the subtotals of a group of the tree."""
        if isinstance(group, Level2Group):
            return self._tallies.get(id(group), NOTHING)
        return summed(self.tally(level2) for level2 in group.children)

    def of_row(self, row: Indicator) -> tuple[Finding, ...]:
        """Return the findings of one row by the row rules; their places are below the row."""
        verdict = self._verdicts.get(id(row))
        return verdict.findings if verdict else ()

    def of_form(self) -> Iterator[Finding]:
        """Return the findings of the form rules."""
        for findings in self._by_form_rule.values():
            yield from findings

    def of_group(self, group: Level2Group) -> Twins:
        """Return the findings of the group rules, each with the number of its row."""
        names = self._names.get(id(group))
        if names is None or not names.repeat:
            return ()
        if id(group) not in self._twins:
            self._twins[id(group)] = self._judge_twins(group)
        return self._twins[id(group)]

    def findings(self) -> list[Finding]:
        """Return all findings in the order of the printed form."""
        return sorted((*self.of_form(), *self._in_tree()), key=printed_order)

    def _in_tree(self) -> Iterator[Finding]:
        for first, level1 in enumerate(self.form.indicators):
            for second, level2 in enumerate(level1.children):
                yield from self._in_group(("indicators", first, "children", second, "children"), level2)

    def _in_group(self, place: Place, group: Level2Group) -> Iterator[Finding]:
        for row, indicator in enumerate(group.children):
            for finding in self._verdicts[id(indicator)].findings:
                yield finding._replace(place=(*place, row, *finding.place))
        for row, finding in self.of_group(group):
            yield finding._replace(place=(*place, row, *finding.place))

    def _judge_cell(self, place: Place) -> None:
        level1, level2 = at(self.form, place[:2]), at(self.form, place[:4])
        row: Indicator = at(self.form, place[:6])
        before, twins = self._verdicts[id(row)].name, self._twins.get(id(level2))
        self._take_out(level2, row)
        self._take_in(level1, level2, row)
        if twins is not None and self._verdicts[id(row)].name == before:
            self._twins[id(level2)] = twins

    def _enter(self, parent: Place, row: int) -> None:
        level1, level2 = at(self.form, parent[:2]), at(self.form, parent[:4])
        self._take_in(level1, level2, level2.children[row])

    def _leave(self, parent: Place, node: Indicator) -> None:
        self._take_out(at(self.form, parent[:4]), node)

    def _take_in(self, level1: Level1Group, level2: Level2Group, row: Indicator) -> None:
        self._verdicts[id(row)] = verdict = self._judge_row(level1, level2, row)
        self._tallies[id(level2)] += verdict.tally
        self._names[id(level2)].add(verdict.name)
        self._twins.pop(id(level2), None)

    def _take_out(self, level2: Level2Group, row: Indicator) -> None:
        verdict = self._verdicts.pop(id(row))
        self._tallies[id(level2)] -= verdict.tally
        self._names[id(level2)].remove(verdict.name)
        self._twins.pop(id(level2), None)

    def _judge_row(self, level1: Level1Group, level2: Level2Group, node: Indicator) -> Verdict:
        state = row_state(node)
        if state is RowState.IGNORED:
            return Verdict(NOTHING, "", ())
        first, second = level1_kind(level1.name), level2_kind(level2.name)
        reading = read_row(node, first, second, self.template)
        row = Row(node, state, first, second, level2.name, reading)
        rules = self._row_rules if state.is_indicator else self._placeholder_rules
        found = [
            self._found(rule, fault) for rule in rules if rule.row for fault in rule.row(row, self.template)
        ]
        return Verdict(tally_of_row(node, state), name_of(node, state), tuple(found))

    def _found(self, rule: Rule, fault: Fault) -> Finding:
        return rule.finding(fault, self.template.rules.get(rule.id))

    def _judge_twins(self, group: Level2Group) -> Twins:
        return tuple(
            (row, self._found(rule, fault))
            for rule in self._group_rules
            if rule.group
            for row, fault in rule.group(group, self.template)
        )

    def _judge_form(self, parts: frozenset[str], known: dict[str, tuple[Finding, ...]]) -> None:
        self._figures = figures(self.form, self.template, summed(self._tallies.values()))
        sheet = self._sheet()
        found = dict(known)
        for rule in self._form_rules:
            if rule.form and (rule.id not in found or parts & rule.reads):
                found[rule.id] = tuple(self._found(rule, fault) for fault in rule.form(sheet))
        self._by_form_rule = found

    def _sheet(self) -> Sheet:
        by_level1: dict[Kind, Tally] = {}
        by_level2: dict[Kind, Tally] = {}
        for level1, level2 in self.form.level2_groups():
            kind, below, tally = level1_kind(level1.name), level2_kind(level2.name), self.tally(level2)
            if kind:
                by_level1[kind] = by_level1.get(kind, NOTHING) + tally
            if kind == "output" and below:
                by_level2[below] = by_level2.get(below, NOTHING) + tally
        return Sheet(self.form, self.template, self._figures, by_level1, by_level2)


def _is_off(rule: Rule, template: Template) -> bool:
    setting = template.rules.get(rule.id)
    return setting is not None and setting.severity == OFF


def printed_order(finding: Finding) -> tuple[int, ...]:
    """Sort key: where a place stands on the printed form."""
    return tuple(step if isinstance(step, int) else _ORDER.get(step, -1) for step in finding.place)


def findings_of(form: Form, template: Template) -> list[Finding]:
    """Judge a form once, whole."""
    return Judge(form, template).findings()
