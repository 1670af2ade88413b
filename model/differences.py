# SPDX-License-Identifier: MIT
"""Differences between two forms, in words: cell by cell, row by row, in printed order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import Enum, auto
from typing import NamedTuple

from model.cell_words import Cell, changed, nothing, unknown, written
from model.fields import AMOUNTS, CELLS, FUNDS, GOALS, HEADER, STATED
from model.form import Form, Part
from model.naming import OTHERS, STEP, Naming, called
from model.pairing import ROW, Seat, paired, walked
from model.passages import opening, passages
from model.places import Place
from model.template import Template
from model.typed import shown

MOST_NAMED = 5  # rows of a group that came or went

_TOP = (*HEADER, *OTHERS)
_FUNDS_STATED = ("execution_rate", "execution_points", "execution_score")


class Sort(Enum):
    """What has happened."""

    CHANGED = auto()  # one cell
    INSERTED = auto()  # a group or an indicator, with all below it that was nowhere before
    REMOVED = auto()  # the same, with all below it that is nowhere now
    MOVED = auto()


class Difference(NamedTuple):
    """One difference; `old` and `new` hold the whole text, `words` at most a passage of it."""

    sort: Sort
    place: Place  # in the new form; of what was removed, in the old one
    was: Place  # in the old form; of what was inserted, in the new one
    old: str
    new: str
    words: str  # a sentence without full stop


def differences(old: Form, new: Form, template: Template) -> tuple[Difference, ...]:
    """Return all that makes the new form another one than the old one, in printed order.

    Names are the template's.  Equal forms have none; of any others all that differs lies at, or below what
    came, went or moved at, one of the places.
    """
    return differences_of(*paired(old, new), template)


def differences_of(old: Seat, new: Seat, template: Template) -> tuple[Difference, ...]:
    """Return the differences of two forms that are paired already."""
    before, after, telling = old.node, new.node, _Telling(Naming(template))
    assert isinstance(before, Form)
    assert isinstance(after, Form)
    return (*telling.head(before, after), *telling.below(new), *telling.unknown(before, after))


def summary(found: Iterable[Difference]) -> str:
    """Count differences by the parts of the form: `3 处改动：资金 1、指标 2`."""
    counts = Counter(part_of(difference.place) for difference in found)
    if not counts:
        return "没有改动"
    said = "、".join(f"{part} {counts[part]}" for part in PARTS if counts[part])
    return f"{counts.total()} 处改动：{said}"


PARTS = ("基本信息", "资金", "目标", "指标", "其他")


def part_of(place: Place) -> str:
    """Return the part of the form a place is counted to."""
    match place:
        case ("funds" | "amount_unit", *_):
            return "资金"
        case ("stated", key) if key in _FUNDS_STATED:
            return "资金"
        case ("goal_expected" | "goal_actual",):
            return "目标"
        case ("indicators" | "stated", *_):
            return "指标"
    return "基本信息" if place[0] in _TOP else "其他"


class _Telling:
    """Puts differences into words."""

    def __init__(self, naming: Naming) -> None:
        self._naming = naming

    # Outside the tree

    def head(self, old: Form, new: Form) -> Iterator[Difference]:
        """Compare all that stands outside the tree, but for what only later versions know of a form."""
        yield from self._cells((), changed(old, new, (*HEADER, *OTHERS)))
        yield from self._part(("funds",), old.funds, new.funds, ())
        for key in FUNDS:
            yield from self._part(("funds", key), getattr(old.funds, key), getattr(new.funds, key), AMOUNTS)
        yield from self._part(("stated",), old.stated, new.stated, STATED)
        yield from self._cells((), changed(old, new, GOALS))

    def unknown(self, old: Form, new: Form) -> Iterator[Difference]:
        """Compare what only later versions know of a form."""
        yield from self._cells((), unknown(old, new))

    def _part(self, place: Place, old: Part, new: Part, keys: Iterable[str]) -> Iterator[Difference]:
        yield from self._cells(place, (*changed(old, new, keys), *unknown(old, new)))

    def _cells(self, place: Place, cells: Iterable[Cell]) -> Iterator[Difference]:
        for key, old, new in cells:
            where = (*place, key)
            yield self._changed_cell(self._naming.part(where), where, where, old, new)

    # In the tree

    def below(self, new: Seat) -> Iterator[Difference]:
        """Go through what stands below a group of the new form, and what is gone from there."""
        old = new.partner
        yield from self._removed(old, 0)
        for seat in new.below:
            yield from self._seat(seat)
            if seat.level < ROW:
                yield from self.below(seat)
            if seat.partner is not None and not seat.has_moved:
                yield from self._removed(old, seat.partner.row + 1)

    def _seat(self, new: Seat) -> Iterator[Difference]:
        old = new.partner
        if old is None:
            if new.above is not None and new.above.partner is not None:
                yield self._inserted(new)  # else it came with its group
            return
        if new.has_moved:
            yield self._moved(old, new)
        if new.level < ROW or old.cells != new.cells:
            keys = tuple(CELLS) if new.level == ROW else ("name",)
            cells = (*changed(old.node, new.node, keys), *unknown(old.node, new.node))
            for key, before, after in cells:
                path = self._way(new) if key == "name" else self._naming.path(new)
                yield self._changed_cell(path, (*new.place, key), (*old.place, key), before, after)

    def _removed(self, old: Seat | None, row: int) -> Iterator[Difference]:
        """Go through what is gone from a group, from a row on to the next that stays."""
        below = old.below if old else ()
        for at in range(row, len(below)):
            seat = below[at]
            if seat.partner is None:
                words = f"{self._way(seat, '：')}删去{self._named(seat)}{_contents(seat)}"
                yield Difference(Sort.REMOVED, seat.place, seat.place, _listed(seat), "", words)
            elif not seat.has_moved:
                return

    def _inserted(self, seat: Seat) -> Difference:
        words = f"{self._way(seat, '：')}新增{self._named(seat)}{_contents(seat)}"
        return Difference(Sort.INSERTED, seat.place, seat.place, "", _listed(seat), words)

    def _moved(self, old: Seat, new: Seat) -> Difference:
        before, after = self._standing(old), self._standing(new)
        said = f"第 {old.row + 1} 行移到第 {new.row + 1} 行"
        if old.above is None or old.above.partner is not new.above:
            said = f"移到 {after}"
        words = f"{self._way(old, '：')}{self._named(new)}{said}"
        return Difference(Sort.MOVED, new.place, old.place, before, after, words)

    def _standing(self, seat: Seat) -> str:
        return f"{self._way(seat, STEP)}第 {seat.row + 1} 行"

    def _named(self, seat: Seat) -> str:
        level = "指标" if seat.level == ROW else self._naming.level(seat.level)
        return f"{level}“{called(seat)}”" if seat.name.strip() else f"{level}（{called(seat)}）"

    def _way(self, seat: Seat, end: str = "") -> str:
        """Return the way to the group something stands in; nothing for the outermost groups."""
        above = seat.above
        return f"{self._naming.path(above)}{end}" if above is not None and above.level else ""

    # Cells

    def _changed_cell(self, path: str, place: Place, was: Place, old: object, new: object) -> Difference:
        before, after = written(place, old), written(place, new)
        label = self._naming.label(place)
        both = passages(before, after) if before and after else (opening(before), opening(after))
        said = " → ".join((both[0] or nothing(place, old), both[1] or nothing(place, new)))
        words = f"{path}：{label} {said}" if path else f"{label}：{said}"
        return Difference(Sort.CHANGED, place, was, before, after, words)


def _contents(seat: Seat) -> str:
    """Say in brackets what a row held, or which rows a group."""
    if seat.level == ROW:
        cells = dict(zip(CELLS, seat.cells, strict=False))
        both = ((CELLS[key].label, shown(cells[key])) for key in ("points", "score"))
        parts = [f"{label} {number}" for label, number in both if number]
        return f"（{'，'.join(parts)}）" if parts else ""
    names = [called(row) for row in walked(seat) if row.level == ROW and row.partner is None]
    if not names:
        return ""
    more = "…" if len(names) > MOST_NAMED else ""
    return f"（{len(names)} 个指标：{'、'.join(names[:MOST_NAMED])}{more}）"


def _listed(seat: Seat) -> str:
    """Write a row, or the rows of a group, a line each."""
    lines = []
    for one in walked(seat):
        if one.partner is None:
            cells = [shown(cell) for cell in one.cells] if one.level == ROW else [one.name]
            lines.append("｜".join(cells))
    return "\n".join(lines)
