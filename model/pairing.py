# SPDX-License-Identifier: MIT
"""Pairing two forms: which group and which indicator of the one is which of the other, and what has moved."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter, itemgetter
from typing import TypeAlias

from model.decimals import Entry
from model.fields import CELLS
from model.form import Form, Indicator, Level1Group, Level2Group
from model.places import Place

Node: TypeAlias = Form | Level1Group | Level2Group | Indicator
Key: TypeAlias = Callable[["Seat"], Hashable]

ROW = 3  # level of the indicators; the form itself is level 0
WEIGHTS: dict[str, int] = {"name": 2, "target": 2, "actual": 2, "points": 1, "score": 1, "reason": 2}
"""How much an equal cell speaks for two rows being the same one; half of all that is filled in must be."""

_cells = attrgetter(*CELLS)


@dataclass(slots=True, eq=False)
class Seat:
    """A group or an indicator where it stands in one of the two forms."""

    node: Node
    level: int
    row: int
    above: Seat | None
    below: Sequence[Seat] = ()
    partner: Seat | None = None  # the same one in the other form
    has_moved: bool = False
    cells: tuple[Entry, ...] = ()  # what an indicator holds

    @property
    def place(self) -> Place:
        """Return where it stands."""
        if self.above is None:
            return ()
        return (*self.above.place, "indicators" if self.level == 1 else "children", self.row)

    @property
    def name(self) -> str:
        """Return the name of a group or an indicator."""
        return "" if isinstance(self.node, Form) else self.node.name


def paired(old: Form, new: Form) -> tuple[Seat, Seat]:
    """Seat both forms, each group and indicator beside its partner in the other; it holds both ways round.

    First goes what is wholly the same, then what has the same name, then what stands at the same place and
    is alike.  Where the order has changed, as few as possible count as moved.
    """
    first, second = seated(old), seated(new)
    _pair(first, second)
    _pair_level1(first, second)
    _pair_level2(first, second)
    _pair_rows(first, second)
    for seat in (first, *first.below, *groups(first)):
        _note_moves(seat)
    return first, second


def seated(form: Form) -> Seat:
    """Return the form's seat, with all others below it."""
    top = Seat(form, 0, 0, None)
    top.below = [Seat(level1, 1, row, top) for row, level1 in enumerate(form.indicators)]
    for upper, level1 in zip(top.below, form.indicators, strict=True):
        upper.below = [Seat(level2, 2, row, upper) for row, level2 in enumerate(level1.children)]
        for lower, level2 in zip(upper.below, level1.children, strict=True):
            rows = enumerate(level2.children)
            lower.below = [Seat(one, ROW, row, lower, (), None, False, _held(one)) for row, one in rows]
    return top


def walked(top: Seat) -> Iterator[Seat]:
    """Go through a seat and all below it, in printed order."""
    yield top
    for seat in top.below:
        yield from walked(seat)


def groups(top: Seat) -> list[Seat]:
    """Return the seats of the level-2 groups."""
    return [lower for upper in top.below for lower in upper.below]


def _held(row: Indicator) -> tuple[Entry, ...]:
    cells: tuple[Entry, ...] = _cells(row)
    return (*cells, repr(sorted(row.model_extra.items(), key=itemgetter(0)))) if row.model_extra else cells


def _pair(one: Seat, other: Seat) -> None:
    one.partner, other.partner = other, one


def _pair_level1(first: Seat, second: Seat) -> None:
    _pair_by(first.below, second.below, _name)
    _pair_neighbours(first, _groups_alike)


def _pair_level2(first: Seat, second: Seat) -> None:
    for upper in first.below:
        if upper.partner:
            _pair_by(upper.below, upper.partner.below, _name)
    _pair_by(groups(first), groups(second), _name, _share_rows, only_once=True)
    for upper in first.below:
        _pair_neighbours(upper, _groups_alike)


def _pair_rows(first: Seat, second: Seat) -> None:
    olds, news = groups(first), groups(second)
    together = [(old.below, old.partner.below) for old in olds if old.partner]
    for here, there in together:
        _pair_ends(here, there)
        _pair_by(here, there, _content)
    _pair_by(_free_rows(olds), _free_rows(news), _content, _is_filled, only_once=True)
    for here, there in together:
        _pair_by(here, there, _name, _has_name)
    _pair_by(_free_rows(olds), _free_rows(news), _name, _rows_alike, only_once=True)
    for old in olds:
        _pair_neighbours(old, _rows_alike)


def _name(seat: Seat) -> Hashable:
    return seat.name


def _content(seat: Seat) -> Hashable:
    return seat.cells


def _free_rows(among: Iterable[Seat]) -> list[Seat]:
    return [row for group in among for row in group.below if row.partner is None]


def _pair_ends(here: Sequence[Seat], there: Sequence[Seat]) -> None:
    """Pair what is the same from the beginning on, and back from the end."""
    shorter, done = min(len(here), len(there)), 0
    while done < shorter and here[done].cells == there[done].cells:
        _pair(here[done], there[done])
        done += 1
    back = 1
    while back <= shorter - done and here[-back].cells == there[-back].cells:
        _pair(here[-back], there[-back])
        back += 1


def _always(old: Seat, new: Seat) -> bool:
    return True


def _pair_by(
    olds: Iterable[Seat],
    news: Iterable[Seat],
    key: Key,
    may: Callable[[Seat, Seat], bool] = _always,
    *,
    only_once: bool = False,
) -> None:
    """Pair the free ones that have the same key, in order; `only_once`: where each side has it once."""
    there, here = _by_key(news, key), _by_key(olds, key)
    for name, some in here.items():
        others = there.get(name, deque())
        if only_once and not len(some) == len(others) == 1:
            continue
        for old, new in zip(some, others, strict=False):
            if may(old, new):
                _pair(old, new)


def _by_key(seats: Iterable[Seat], key: Key) -> dict[Hashable, deque[Seat]]:
    found: dict[Hashable, deque[Seat]] = defaultdict(deque)
    for seat in seats:
        if seat.partner is None:
            found[key(seat)].append(seat)
    return found


def _pair_neighbours(old: Seat, alike: Callable[[Seat, Seat], bool]) -> None:
    """Pair free ones below a pair that stand behind, or else before, partners, if they are alike."""
    new = old.partner
    if new is None:
        return
    for step in (1, -1):
        for seat in old.below[::step]:
            other = None if seat.partner else _beside(seat, old, new, step)
            if other is not None and other.partner is None and alike(seat, other):
                _pair(seat, other)


def _beside(seat: Seat, old: Seat, new: Seat, step: int) -> Seat | None:
    """Return the seat of the other form that stands to its neighbour as this one does; None at no partner."""
    before = seat.row - step
    if 0 <= before < len(old.below):
        known = old.below[before].partner
        if known is None or known.above is not new:
            return None
        row = known.row + step
    else:
        row = 0 if step > 0 else len(new.below) - 1
    return new.below[row] if 0 <= row < len(new.below) else None


def _groups_alike(old: Seat, new: Seat) -> bool:
    """Tell whether two groups of different names hold something of the same name, or both nothing."""
    here, there = ({seat.name for seat in group.below} for group in (old, new))
    return not here and not there if not (here and there) else bool(here & there)


def _share_rows(old: Seat, new: Seat) -> bool:
    return not {row.cells for row in old.below}.isdisjoint(row.cells for row in new.below)


def _has_name(old: Seat, new: Seat) -> bool:
    return bool(old.name.strip())


def _is_filled(old: Seat, new: Seat) -> bool:
    return any(cell not in (None, "") for cell in old.cells)


def _rows_alike(old: Seat, new: Seat) -> bool:
    """Tell whether half of what is filled in is the same; an empty row is like any."""
    here, there = dict(zip(CELLS, old.cells, strict=False)), dict(zip(CELLS, new.cells, strict=False))
    if not (any(map(_fills, here.values())) and any(map(_fills, there.values()))):
        return True
    filled = [key for key in CELLS if _fills(here[key]) or _fills(there[key])]
    same = sum(WEIGHTS[key] for key in filled if here[key] == there[key])
    same += 0 if here["name"] == there["name"] else WEIGHTS["name"] * _names_alike(old.name, new.name)
    return 2 * same >= sum(WEIGHTS[key] for key in filled)


def _fills(cell: Entry) -> bool:
    return cell not in (None, "")


def _names_alike(one: str, other: str) -> bool:
    """Tell whether half of the longer name is the same, from both ends."""
    shorter = min(len(one), len(other))
    head = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    tail = next((at for at in range(shorter - head) if one[-1 - at] != other[-1 - at]), shorter - head)
    return shorter > 0 and 2 * (head + tail) >= max(len(one), len(other))


def _note_moves(old: Seat) -> None:
    """Mark what stands below another partner, or out of the order of most."""
    together = [seat for seat in old.below if seat.partner and seat.partner.above is old.partner]
    rows = [seat.partner.row for seat in together if seat.partner]
    staying = {together[at] for at in _longest_rise(rows)}
    for seat in old.below:
        if seat.partner and seat not in staying:
            seat.has_moved = seat.partner.has_moved = True


def _longest_rise(numbers: Sequence[int]) -> list[int]:
    """Return the positions of a longest rising run, its gaps allowed."""
    if all(one < other for one, other in pairwise(numbers)):
        return list(range(len(numbers)))
    ends: list[int] = []  # the smallest last number of a run of each length …
    where: list[int] = []  # … and its position
    before: list[int] = []
    for at, number in enumerate(numbers):
        length = bisect_left(ends, number)
        before.append(where[length - 1] if length else -1)
        ends[length : length + 1], where[length : length + 1] = [number], [at]
    run, at = [], where[-1]
    while at >= 0:
        run.append(at)
        at = before[at]
    return run[::-1]
