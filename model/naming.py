# SPDX-License-Identifier: MIT
"""What the parts and cells of a form are called, in its template's own words."""

from functools import cached_property

from model.fields import CELLS, FUNDS, GOALS, HEADER, STATED, Field
from model.pairing import Seat
from model.places import Place
from model.template import Template

STEP = " › "  # from a group to what is below it
LEVELS = ("一级指标", "二级指标", "三级指标")
LEVEL_KEYS = ("level1", "level2", "name")  # of the columns that hold their names
PART_OF = "其中："  # before the first source of the funds, on the printed page
LONGEST_NAME = 30  # characters
OTHERS: dict[str, str] = {
    "template": "模板",
    "amount_unit": "金额单位",
    "orientation": "纸张方向",
}


class Naming:
    """Names of places under one template."""

    def __init__(self, template: Template) -> None:
        self._template = template

    @cached_property
    def _labels(self) -> dict[str, dict[str, str]]:
        printed = self._template
        header = {one.field: one.label for row in printed.header.rows for one in row}
        goals = {"goal_expected": printed.goal.expected, "goal_actual": printed.goal.actual}
        return {
            "": {**_own(HEADER), **_own(GOALS), **OTHERS, **header, **goals},
            "funds": _own(FUNDS) | {row.field: row.label.removeprefix(PART_OF) for row in printed.funds.rows},
            "amounts": {column.field: column.label for column in printed.funds.columns},
            "indicators": _own(CELLS) | {one.field: one.label for one in printed.indicators.columns},
            "stated": _own(STATED),
        }

    def label(self, place: Place) -> str:
        """Return what the cell of a place is called; a key of a later version has only itself."""
        key = str(place[-1])
        if place[0] == "indicators" and key == "name":
            return self.level(len(place) // 2)
        part = "amounts" if len(place) == 3 and place[0] == "funds" else "" if len(place) == 1 else place[0]
        return self._labels[str(part)].get(key, f"“{key}”")

    def level(self, level: int) -> str:
        """Return what a group or row of a level (1 to 3) is called."""
        return self._labels["indicators"].get(LEVEL_KEYS[level - 1]) or LEVELS[level - 1]

    def part(self, place: Place) -> str:
        """Return what holds the cell of a place outside the tree; nothing where the form itself does."""
        if place[0] == "funds":
            return self._labels["funds"].get(str(place[1]), "项目资金") if len(place) == 3 else "项目资金"
        return ""

    def path(self, seat: Seat) -> str:
        """Return the way to a group or indicator: `产出指标 › 数量指标 › 完成课题数`."""
        names = []
        at: Seat | None = seat
        while at is not None and at.level:
            names.append(called(at))
            at = at.above
        return STEP.join(reversed(names))


def called(seat: Seat) -> str:
    """Return the name of a group or indicator; one without is told by its row."""
    name = " ".join(seat.name.split())
    if not name:
        return f"第 {seat.row + 1} 行"
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"


def _own(fields: dict[str, Field]) -> dict[str, str]:
    return {key: field.label for key, field in fields.items()}
