# SPDX-License-Identifier: MIT
"""The judge: keeps every finding of a form and, after an edit, looks again only where it can have changed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from model.arithmetic import Figures, figures
from model.edits import Edit, Insert, Move, Remove, SetCell
from model.fields import AMOUNTS, CELLS, FUNDS, STATED
from model.form import Form, Indicator, Level1Group, Level2Group
from model.kinds import RowState, level1_kind, level2_kind, row_state
from model.places import Place, at, rows_of
from model.rules import RULES
from model.rules.finding import EVERYWHERE, Finding, Row, Rule, Sheet, read_row
from model.tally import NOTHING, Tally, summed, tally_of_row
from model.template import Kind, Template

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
ANY_ROW = ("text.", "number.")  # rules that look at placeholder rows too


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the row rules found in one row, and what the row adds to the sums."""

    state: RowState
    tally: Tally
    findings: tuple[Finding, ...]  # places below the row


class Judge:
    """All findings and figures of one form under one template."""

    def __init__(self, form: Form, template: Template, rules: tuple[Rule, ...] = RULES) -> None:
        self.form, self.template = form, template
        self._row_rules = tuple(rule for rule in rules if rule.row)
        self._placeholder_rules = tuple(rule for rule in self._row_rules if rule.id.startswith(ANY_ROW))
        self._group_rules = tuple(rule for rule in rules if rule.group)
        self._form_rules = tuple(rule for rule in rules if rule.form)
        self.judge_all()

    def judge_all(self) -> None:
        """Judge the whole form anew."""
        self._verdicts: dict[int, Verdict] = {}
        self._twins: dict[int, tuple[tuple[int, Finding], ...]] = {}
        self._tallies: dict[int, Tally] = {}
        for level1, level2 in self.form.level2_groups():
            self._judge_group(level1, level2)
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

    def of_group(self, group: Level2Group) -> tuple[tuple[int, Finding], ...]:
        """Return the findings of the group rules, each with the number of its row."""
        return self._twins.get(id(group), ())

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
                yield replace(finding, place=(*place, row, *finding.place))
        for row, finding in self.of_group(group):
            yield replace(finding, place=(*place, row, *finding.place))

    def _judge_cell(self, place: Place) -> None:
        level1, level2 = at(self.form, place[:2]), at(self.form, place[:4])
        row: Indicator = at(self.form, place[:6])
        before = self._verdicts[id(row)]
        self._verdicts[id(row)] = verdict = self._judge_row(level1, level2, row)
        self._tallies[id(level2)] += verdict.tally - before.tally
        if place[-1] == "name" or verdict.state is not before.state:
            self._judge_twins(level2)

    def _enter(self, parent: Place, row: int) -> None:
        level1, level2 = at(self.form, parent[:2]), at(self.form, parent[:4])
        node = level2.children[row]
        self._verdicts[id(node)] = verdict = self._judge_row(level1, level2, node)
        self._tallies[id(level2)] += verdict.tally
        self._judge_twins(level2)

    def _leave(self, parent: Place, node: Indicator) -> None:
        level2 = at(self.form, parent[:4])
        self._tallies[id(level2)] -= self._verdicts.pop(id(node)).tally
        self._judge_twins(level2)

    def _judge_group(self, level1: Level1Group, level2: Level2Group) -> None:
        for row in level2.children:
            self._verdicts[id(row)] = self._judge_row(level1, level2, row)
        self._tallies[id(level2)] = summed(self._verdicts[id(row)].tally for row in level2.children)
        self._judge_twins(level2)

    def _judge_row(self, level1: Level1Group, level2: Level2Group, node: Indicator) -> Verdict:
        state = row_state(node)
        if state is RowState.IGNORED:
            return Verdict(state, NOTHING, ())
        first, second = level1_kind(level1.name), level2_kind(level2.name)
        reading = read_row(node, first, second, self.template)
        row = Row(node, state, first, second, level2.name, reading)
        rules = self._row_rules if state.is_indicator else self._placeholder_rules
        found = [rule.finding(fault) for rule in rules if rule.row for fault in rule.row(row, self.template)]
        return Verdict(state, tally_of_row(node, state), tuple(found))

    def _judge_twins(self, group: Level2Group) -> None:
        found = [
            (row, rule.finding(fault))
            for rule in self._group_rules
            if rule.group
            for row, fault in rule.group(group, self.template)
        ]
        self._twins[id(group)] = tuple(found)

    def _judge_form(self, parts: frozenset[str], known: dict[str, tuple[Finding, ...]]) -> None:
        self._figures = figures(self.form, self.template, summed(self._tallies.values()))
        sheet = self._sheet()
        found = dict(known)
        for rule in self._form_rules:
            if rule.form and (rule.id not in found or parts & rule.reads):
                found[rule.id] = tuple(rule.finding(fault) for fault in rule.form(sheet))
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


def printed_order(finding: Finding) -> tuple[int, ...]:
    """Sort key: where a place stands on the printed form."""
    return tuple(step if isinstance(step, int) else _ORDER.get(step, -1) for step in finding.place)


def findings_of(form: Form, template: Template) -> list[Finding]:
    """Judge a form once, whole."""
    return Judge(form, template).findings()
