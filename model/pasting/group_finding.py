# SPDX-License-Identifier: MIT
"""Where in a form the groups of a pasted table are, found by name with tolerance, or where to make them."""

from __future__ import annotations

from dataclasses import dataclass, field

from model.form import Form, Indicator, Level1Group, Level2Group
from model.kinds import level1_kind
from model.pasting.names import bare, is_level1, level1_named, level1_of, tidy_name
from model.template import Template

TELLING_WORDS = (
    *(("数量",), ("质量",), ("时效",), ("经济成本",), ("社会成本",), ("生态环境成本",), ("成本",)),
    *(("经济效益",), ("社会效益",), ("生态", "环境"), ("可持续",), ("满意", "服务对象", "受益对象")),
)
"""Two level-2 names with words of the same row (the first that fits) mean the same group."""
NAMELESS = "新指标组"


@dataclass(slots=True, eq=False)
class Inner:
    """A level-2 group: one of the form, or one to be made; with the indicators that come to it."""

    name: str
    group: Level2Group | None = None
    rows: tuple[int, ...] = ()  # where the group of the form stands
    added: list[Indicator] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Outer:
    """A level-1 group: one of the form, or one to be made."""

    name: str
    children: list[Inner] = field(default_factory=list)
    row: int | None = None  # where the group of the form stands


class Groups:
    """The groups of a form, and those a table adds; `home` is the group to fall back on."""

    def __init__(self, form: Form, template: Template, home: tuple[int, ...] = ()) -> None:
        self._template = template
        self.outer = [_outer(row, group) for row, group in enumerate(form.indicators)]
        self._found: dict[tuple[str, str], tuple[Outer, Inner]] = {}
        self._home = self._at(home)

    def find(self, level1: str, level2: str) -> tuple[Outer, Inner]:
        """Return the group a table's row belongs to; it is made where the form has none."""
        if (level1, level2) not in self._found:
            outer = self._outer_for(level1, level2)
            self._found[level1, level2] = outer, self._inner_for(outer, level2)
        return self._found[level1, level2]

    def _at(self, home: tuple[int, ...]) -> tuple[Outer, Inner] | None:
        if not home or home[0] >= len(self.outer) or not self.outer[home[0]].children:
            return None
        outer = self.outer[home[0]]
        at = home[1] if len(home) > 1 and home[1] < len(outer.children) else 0
        return outer, outer.children[at]

    # Level 1

    def _outer_for(self, level1: str, level2: str) -> Outer:
        if not bare(level1):
            return self._outer_holding(level2)
        named = next((outer for outer in self.outer if bare(outer.name) == bare(level1)), None)
        return named or self._outer_of_kind(level1) or self._new_outer(self._name_of_outer(level1))

    def _outer_of_kind(self, level1: str) -> Outer | None:
        """Return the one group of the same kind, where both go by a usual name."""
        kind = level1_kind(level1) if is_level1(level1) else None
        alike = [one for one in self.outer if kind and is_level1(one.name) and level1_kind(one.name) == kind]
        return alike[0] if len(alike) == 1 else None

    def _name_of_outer(self, level1: str) -> str:
        offered = next((one.name for one in self._template.groups if bare(one.name) == bare(level1)), "")
        kind = level1_kind(level1) if is_level1(level1) else None
        return offered or level1_named(self._template, kind) or tidy_name(level1)

    def _outer_holding(self, level2: str) -> Outer:
        """Return the level-1 group for a row of which only the level-2 name is known, or nothing."""
        wanted = bare(level2)
        if not wanted and self._home:
            return self._home[0]
        holding = [one for one in self.outer if wanted in {bare(inner.name) for inner in one.children}]
        if wanted and holding:
            return holding[0]
        kind = level1_of(wanted)
        alike = next((one for one in self.outer if kind and level1_kind(one.name) == kind), None)
        name = level1_named(self._template, kind)
        return alike or (self._new_outer(name) if name else self._any_outer())

    def _any_outer(self) -> Outer:
        if self._home:
            return self._home[0]
        first = next(iter(self._template.groups), None)
        return self.outer[0] if self.outer else self._new_outer(first.name if first else NAMELESS)

    def _new_outer(self, name: str) -> Outer:
        known = next((one for one in self.outer if one.name == name), None)
        if known is not None:
            return known
        made = Outer(name)
        order = [group.name for group in self._template.groups]
        self.outer.insert(_position(name, [one.name for one in self.outer], order), made)
        return made

    # Level 2

    def _inner_for(self, outer: Outer, level2: str) -> Inner:
        if not bare(level2):
            return self._inner_without_name(outer)
        named = next((inner for inner in outer.children if bare(inner.name) == bare(level2)), None)
        return (
            named or _inner_alike(outer, level2) or self._new_inner(outer, self._name_of_inner(outer, level2))
        )

    def _inner_without_name(self, outer: Outer) -> Inner:
        if self._home and self._home[0] is outer:
            return self._home[1]
        if outer.children:
            return outer.children[0]
        offered = self._offered(outer)
        return self._new_inner(outer, offered[0] if offered else outer.name)

    def _name_of_inner(self, outer: Outer, level2: str) -> str:
        offered = (name for name in self._offered(outer) if bare(name) == bare(level2))
        return next(offered, "") or tidy_name(level2)

    def _offered(self, outer: Outer) -> list[str]:
        groups = (group for group in self._template.groups if group.name == outer.name)
        return [below.name for group in groups for below in group.children]

    def _new_inner(self, outer: Outer, name: str) -> Inner:
        made = Inner(name)
        order = self._offered(outer)
        outer.children.insert(_position(name, [one.name for one in outer.children], order), made)
        return made


def _outer(row: int, group: Level1Group) -> Outer:
    inner = [Inner(below.name, below, (row, at)) for at, below in enumerate(group.children)]
    return Outer(group.name, inner, row)


def _inner_alike(outer: Outer, level2: str) -> Inner | None:
    """Return the one group whose name tells the same."""
    words = _telling(level2)
    alike = [inner for inner in outer.children if words and _telling(inner.name) == words]
    return alike[0] if len(alike) == 1 else None


def _telling(name: str) -> tuple[str, ...]:
    plain = bare(name)
    return next((words for words in TELLING_WORDS if any(word in plain for word in words)), ())


def _position(name: str, present: list[str], order: list[str]) -> int:
    """Return where a new group goes: behind those that come before it in the template, else at the end."""
    if name not in order:
        return len(present)
    before = set(order[: order.index(name)])
    return max((at + 1 for at, one in enumerate(present) if one in before), default=0)
