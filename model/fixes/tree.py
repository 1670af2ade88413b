# SPDX-License-Identifier: MIT
"""Fixes of points, scores and groups of the tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from model.arithmetic import execution_points
from model.decimals import CENT, ZERO, number, rounded, short
from model.edits import Edit, Insert, SetCell, Several
from model.fixes.fix import Fix
from model.form import Form, Indicator, Level1Group, Level2Group
from model.kinds import KIND_LABELS, level1_kind, level2_kind, row_state
from model.places import INDICATORS, Place, indicator_place, level1_place, level2_place
from model.rules.finding import Finding
from model.suggestions import advice_at
from model.tally import tally_of
from model.template import Kind, Template


def spread_points(form: Form, template: Template, finding: Finding) -> Iterator[Fix]:
    """Spread the missing or surplus points over a level-1 group, in proportion to what its rows carry."""
    total = execution_points(form, template) + tally_of(form).points
    gap = template.limits.full_points - total
    for first, group in enumerate(form.indicators):
        places = list(_pointed(group, first))
        shares = spread([points for _, points in places], gap)
        if shares and min(shares) >= 0:
            edits = tuple(
                SetCell(place, points)
                for (place, was), points in zip(places, shares, strict=True)
                if points != was
            )
            words = f"补足 {short(gap)} 分" if gap > 0 else f"减去 {short(-gap)} 分"
            yield Fix(f"在“{group.name}”中按比例{words}", Several(edits))


def _pointed(group: Level1Group, first: int) -> Iterator[tuple[Place, Decimal]]:
    for second, level2 in enumerate(group.children):
        for third, row in enumerate(level2.children):
            points = number(row.points)
            if points is not None and points > 0 and row_state(row).is_indicator:
                yield (*indicator_place(first, second, third), "points"), points


def spread(points: Sequence[Decimal], gap: Decimal) -> list[Decimal]:
    """Add `gap` to points in proportion to them, to two decimals, so that the sum is exact.

    What rounding leaves over goes, cent by cent, to the largest.  Nothing where there are no points.
    """
    total = sum(points, ZERO)
    if not total:
        return []
    result = [rounded(one + one * gap / total) for one in points]
    left = total + gap - sum(result, ZERO)
    largest = sorted(range(len(points)), key=lambda row: -points[row])
    step = CENT if left > 0 else -CENT
    for turn in range(int(abs(left) / CENT)):
        result[largest[turn % len(largest)]] += step
    rest = total + gap - sum(result, ZERO)  # less than a cent, where the points themselves had more decimals
    result[largest[0]] += rest
    return result


def suggested_score(form: Form, template: Template, finding: Finding) -> Iterator[Fix]:
    """Set the score the arithmetic suggests."""
    if finding.place[0] != "indicators":
        return
    found = advice_at(form, finding.place, template)
    if found and found.score is not None:
        yield Fix(
            f"得分改为 {found.score}（{found.words}）", SetCell((*finding.place[:6], "score"), found.score)
        )


def add_group(form: Form, template: Template, finding: Finding) -> Iterator[Fix]:
    """Add a missing required group with an empty row, or an empty row to the group that is there."""
    for kind in _asked_for(finding, template):
        if kind in template.limits.required_level2:
            yield from _level2(form, kind)
        else:
            yield from _level1(form, template, kind)


def _asked_for(finding: Finding, template: Template) -> Iterator[Kind]:
    kinds: dict[str, tuple[Kind, ...]] = {
        "satisfaction.missing": ("satisfaction",),
        "level1.missing": template.limits.required_level1,
        "level2.required": template.limits.required_level2,
    }
    yield from (kind for kind in kinds[finding.rule] if KIND_LABELS[kind] in finding.message)


def _level2(form: Form, kind: Kind) -> Iterator[Fix]:
    label = KIND_LABELS[kind]
    rows = [row for row, group in enumerate(form.indicators) if level1_kind(group.name) == "output"]
    for first in rows[:1]:
        groups = form.indicators[first].children
        there = [second for second, group in enumerate(groups) if level2_kind(group.name) == kind]
        if there:
            yield Fix(f"在“{label}”中新增一行", _row_in(level2_place(first, there[0])))
        else:
            group = Level2Group(name=label, children=[Indicator()])
            yield Fix(f"新增“{label}”", Insert((*level1_place(first), "children"), len(groups), group))


def _level1(form: Form, template: Template, kind: Kind) -> Iterator[Fix]:
    label = KIND_LABELS[kind]
    there = [row for row, group in enumerate(form.indicators) if level1_kind(group.name) == kind]
    if there and form.indicators[there[0]].children:
        yield Fix(f"在“{label}”中新增一行", _row_in(level2_place(there[0], 0)))
        return
    names = [
        level2.name
        for group in template.groups
        if level1_kind(group.name) == kind
        for level2 in group.children
    ]
    below = [Level2Group(name=name) for name in names or [label]]
    below[0].children.append(Indicator())
    edit: Edit = Insert(INDICATORS, len(form.indicators), Level1Group(name=label, children=below))
    if there:
        edit = Several(
            tuple(
                Insert((*level1_place(there[0]), "children"), row, group) for row, group in enumerate(below)
            )
        )
    yield Fix(f"新增“{label}”", edit)


def _row_in(place: Place) -> Insert:
    return Insert((*place, "children"), 0, Indicator())
