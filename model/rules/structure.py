# SPDX-License-Identifier: MIT
"""Rules of points and of the tree's structure."""

from collections.abc import Iterator
from decimal import Decimal

from model.decimals import number, short
from model.form import Level2Group
from model.kinds import KIND_LABELS, row_state
from model.places import INDICATORS, Place
from model.rules.finding import Fault, Row, Severity, Sheet
from model.tally import Tally
from model.template import Kind, Limits, Template
from model.twins import name_of

LEVEL1_ORDER: tuple[Kind, ...] = ("cost", "output", "benefit", "satisfaction")


def points_add_up(sheet: Sheet) -> Iterator[Fault]:
    """Indicator points and execution points add up to the full points.  Unit: points; empty counts as 0."""
    total, full = sheet.figures.total_points, sheet.template.limits.full_points
    if total > full:
        yield Fault(
            INDICATORS, f"分值合计 {short(total)}，多了 {short(total - full)} 分，应为 {short(full)} 分。"
        )
    elif total < full and is_complete(sheet.figures.tally):
        yield Fault(
            INDICATORS, f"分值合计 {short(total)}，还差 {short(full - total)} 分，应为 {short(full)} 分。"
        )


def is_complete(tally: Tally) -> bool:
    """Tell whether there are indicators and none of the named ones lacks points."""
    return tally.indicators > 0 and not tally.lacking_points


def level1_points_follow_the_weights(sheet: Sheet) -> Iterator[Fault]:
    """Each complete level-1 subtotal is one the weight sets give it; template: fixed or free weights."""
    limits = sheet.template.limits
    sets = weight_sets_for(sheet)
    for kind in LEVEL1_ORDER:
        tally = sheet.tally(kind)
        usual = sorted({weights[kind] for weights in sets if kind in weights}, reverse=True)
        if not usual or not is_complete(tally):
            continue
        if min(abs(tally.points - weight) for weight in usual) > limits.weight_tolerance:
            yield Fault(sheet.place_of(kind), _off_weight(kind, tally.points, usual, limits), _grade(limits))


def weight_sets_for(sheet: Sheet) -> list[dict[Kind, Decimal]]:
    """Return the weight sets for the level-1 kinds the form has; satisfaction may be missing."""
    has = {kind for kind in LEVEL1_ORDER if sheet.tally(kind).indicators}
    return [
        dict(weights) for weights in sheet.template.limits.weight_sets if has in _acceptable(set(weights))
    ]


def _acceptable(kinds: set[Kind]) -> tuple[set[Kind], set[Kind]]:
    return kinds, kinds - {"satisfaction"}


def _off_weight(kind: Kind, points: Decimal, usual: list[Decimal], limits: Limits) -> str:
    weights = "或 ".join(f"{short(weight)} 分" for weight in usual)
    advice = "请调整" if limits.weights == "fixed" else "相差较大，请确认"
    return f"{KIND_LABELS[kind]}共 {short(points)} 分，通常为 {weights}，{advice}。"


def _grade(limits: Limits) -> Severity:
    return Severity.WARNING if limits.weights == "fixed" else Severity.HINT


def points_are_positive(row: Row, template: Template) -> Iterator[Fault]:
    """An indicator carries points."""
    points = number(row.indicator.points)
    if points is not None and points <= 0:
        yield Fault(("points",), f"{row.label}的分值为 {short(points)}，请分配分值，或删去这一指标。")


def points_are_spread(row: Row, template: Template) -> Iterator[Fault]:
    """No single indicator carries more than half of the points."""
    points, limit = number(row.indicator.points), template.limits.over_half
    if points is not None and points > limit:
        yield Fault(
            ("points",), f"{row.label}一项占 {short(points)} 分，超过 {short(limit)} 分，建议分解指标。"
        )


def output_has_its_level2_groups(sheet: Sheet) -> Iterator[Fault]:
    """Output is measured by quantity, quality and timeliness (the template's list)."""
    if not sheet.tally("output").indicators:
        return
    required = sheet.template.limits.required_level2
    missing = [KIND_LABELS[kind] for kind in required if not _has_indicator(sheet.by_level2.get(kind))]
    if missing:
        yield Fault(sheet.place_of("output"), f"产出指标下还没有{'、'.join(missing)}，请补充。")


def _has_indicator(tally: Tally | None) -> bool:
    return tally is not None and tally.indicators > 0


def level1_groups_have_indicators(sheet: Sheet) -> Iterator[Fault]:
    """The level-1 groups the template requires have indicators."""
    missing: dict[Place, list[str]] = {}  # groups that are not there at all are told together, at the tree
    for kind in sheet.template.limits.required_level1:
        if not sheet.tally(kind).indicators:
            missing.setdefault(sheet.place_of(kind), []).append(KIND_LABELS[kind])
    for place, labels in missing.items():
        each = "各" if len(labels) > 1 else ""
        yield Fault(place, f"还没有{'和'.join(labels)}，请至少{each}填写一项。")


def satisfaction_has_an_indicator(sheet: Sheet) -> Iterator[Fault]:
    """Satisfaction of those served is measured."""
    if not sheet.tally("satisfaction").indicators:
        yield Fault(sheet.place_of("satisfaction"), "还没有满意度指标；确无服务对象的，可以不填。")


def names_are_unique(group: Level2Group, template: Template) -> Iterator[tuple[int, Fault]]:
    """No two indicators of a level-2 group have the same name."""
    seen: set[str] = set()
    for number_of_row, row in enumerate(group.children):
        name = name_of(row, row_state(row))
        if name in seen:
            yield number_of_row, Fault(("name",), f"“{group.name}”中“{row.name}”出现了两次，请合并或改名。")
        if name:
            seen.add(name)
