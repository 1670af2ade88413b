# SPDX-License-Identifier: MIT
"""Recognises an indicator table in a grid: by its heads, else by what stands in its columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from model.decimals import read_points
from model.form import Form
from model.pasting.grid import Grid
from model.pasting.meanings import PARTS_OF_TARGET, Meaning, is_head, meaning_of, rank_of
from model.pasting.names import bare, is_level1, is_level2
from model.template import Template

MOST_ABOVE = 200  # rows of a printed page above the head of its indicators
SAMPLE = 300  # rows looked at to tell columns by their content
FEWEST_COLUMNS = 3
MOST_OF = 60  # percent of a column's texts that must be names of groups
LEVEL_SIGNS = re.compile(r"[/／\\|｜—>＞、\n]+|-+")
NO_GROUPS = re.compile(r"总分|合计|总计|小计|等级|执行")

T, A, P, S, R = (
    Meaning.TARGET,
    Meaning.ACTUAL,
    Meaning.POINTS,
    Meaning.SCORE,
    Meaning.REASON,
)
ORDERS: tuple[tuple[Meaning, ...], ...] = (
    (T, A, P, S, R),
    (P, T, A, S, R),
    (T, P, A, S, R),
    (P, S, T, A, R),
    (T, A, P, S),
    (P, T, A, S),
    (T, P, A, S),
    (T, A, P, R),
    (T, P, S),
    (T, A, P),
    (T, A, R),
    (T, P),
    (T, A),
    (P,),
    (T,),
)
"""Usual orders of the columns behind the name, longest first; the first whose numbers fit is taken."""


@dataclass(frozen=True, slots=True)
class Table:
    """Where in a grid an indicator table stands, and what its columns mean."""

    first: int  # the first row below the heads
    meanings: tuple[Meaning, ...]  # by column
    has_heads: bool

    def columns(self, *meanings: Meaning) -> list[int]:
        """Return the columns of some meanings."""
        return [column for column, meaning in enumerate(self.meanings) if meaning in meanings]


@dataclass(frozen=True, slots=True)
class Known:
    """The group names of a form and its template, as `bare` writes them."""

    level1: frozenset[str]
    level2: frozenset[str]

    def is_level1(self, text: str) -> bool:
        """Tell whether a text names a level-1 group."""
        return is_level1(text) or (bool(text) and bare(text) in self.level1)

    def is_level2(self, text: str) -> bool:
        """Tell whether a text names a level-2 group."""
        return is_level2(text) or (bool(text) and bare(text) in self.level2)


def known_names(form: Form, template: Template) -> Known:
    """Return the names of the groups a form has or its template offers."""
    own = [(group.name, [below.name for below in group.children]) for group in form.indicators]
    offered = [(group.name, [below.name for below in group.children]) for group in template.groups]
    level1 = frozenset(bare(name) for name, _ in (*own, *offered))
    level2 = frozenset(bare(name) for _, below in (*own, *offered) for name in below)
    return Known(level1 - {""}, level2 - {""})


def recognise(grid: Grid, known: Known) -> Table | None:
    """Find the indicator table; None for a grid that is only cells."""
    for row in range(min(grid.height, MOST_ABOVE)):
        for height in (2, 1):
            meanings = head_at(grid, row, height)
            if meanings:
                return Table(row + height, meanings, has_heads=True)
    return _by_content(grid, known) if grid.width >= FEWEST_COLUMNS else None


# By heads


def head_at(grid: Grid, row: int, height: int = 1) -> tuple[Meaning, ...] | None:
    """Return what the columns mean by the heads in one row or two; None where there are no heads."""
    if row + height > grid.height or (height == 2 and not _goes_on(grid, row + 1)):
        return None
    read = [_meaning_at(grid, row, height, column) for column in range(grid.width)]
    if not is_head({one for one in read if one}):
        return None
    return _each_once(grid, row, height, read)


def _goes_on(grid: Grid, row: int) -> bool:
    """Tell whether a row is the second one of heads: all it holds itself are heads too."""
    own = [text for column, text in enumerate(grid.rows[row]) if text.strip()]
    return len(own) > 1 and all(meaning_of(text) or PARTS_OF_TARGET.search(text) for text in own)


def _meaning_at(grid: Grid, row: int, height: int, column: int) -> Meaning | None:
    upper = meaning_of(grid.filled(row, column))
    lower_text = grid.filled(row + height - 1, column)
    if height == 1 or grid.origin(row + 1, column)[0] <= row:
        return upper
    if upper is Meaning.TARGET and PARTS_OF_TARGET.search(lower_text):
        return upper
    return meaning_of(lower_text) or upper


def _each_once(grid: Grid, row: int, height: int, read: Sequence[Meaning | None]) -> tuple[Meaning, ...]:
    """Leave each meaning to the columns below the one head that is surest of it."""
    surest: dict[Meaning, tuple[int, tuple[int, int]]] = {}
    for column, meaning in enumerate(read):
        if meaning:
            claim = _claim(grid, row, height, column)
            surest[meaning] = min(surest.get(meaning, claim), claim)
    if Meaning.LEVEL1 in surest and Meaning.LEVEL2 in surest:
        surest.pop(Meaning.LEVELS, None)
    return tuple(
        meaning
        if meaning and surest.get(meaning, (0, None))[1] == _claim(grid, row, height, column)[1]
        else Meaning.IGNORED
        for column, meaning in enumerate(read)
    )


def _claim(grid: Grid, row: int, height: int, column: int) -> tuple[int, tuple[int, int]]:
    """Return how sure a head is of its meaning, and which it is: of parts of the target the upper one."""
    lower = grid.origin(row + height - 1, column)
    upper = grid.origin(row, column)
    in_parts = height == 2 and lower != upper and meaning_of(grid.filled(row, column)) is Meaning.TARGET
    head = upper if in_parts else lower
    return rank_of(grid.rows[head[0]][head[1]]), head


# By content


def _by_content(grid: Grid, known: Known) -> Table | None:
    texts = [_texts(grid, column) for column in range(grid.width)]
    groups = _group_columns(texts, known)
    if not groups and not _has_heading_rows(grid, known):
        return None
    rest = [at for at in range(grid.width) if at not in groups]
    name = next((at for at in rest if texts[at] and not _is_numeric(texts[at])), None)
    if name is None:
        return None
    meanings = [groups.get(at, Meaning.IGNORED) for at in range(grid.width)]
    meanings[name] = Meaning.NAME
    behind = [at for at in rest if at > name]
    for at, meaning in zip(behind, _order([texts[at] for at in behind]), strict=False):
        meanings[at] = meaning
    return Table(0, tuple(meanings), has_heads=False)


def _texts(grid: Grid, column: int) -> list[str]:
    cells = (row[column].strip() for row in grid.rows[:SAMPLE])
    return [text for text in cells if text]


def _group_columns(texts: Sequence[Sequence[str]], known: Known) -> dict[int, Meaning]:
    found: dict[int, Meaning] = {}
    for column, own in enumerate(texts):
        names = [text for text in own if not NO_GROUPS.search(text)]
        tests = (
            (Meaning.LEVELS, lambda text: len(levels_in(text, known)) > 1),
            (Meaning.LEVEL1, known.is_level1),
            (Meaning.LEVEL2, known.is_level2),
        )
        for meaning, fits in tests:
            share = sum(map(fits, names)) * 100
            if names and share >= MOST_OF * len(names) and meaning not in found.values():
                found[column] = meaning
                break
    return found


def levels_in(text: str, known: Known) -> list[str]:
    """Split 产出指标/数量指标 into its levels; a single name stays alone."""
    parts = [part for part in LEVEL_SIGNS.split(text.strip()) if part.strip()]
    named = len(parts) > 1 and known.is_level1(parts[0]) and known.is_level2(parts[1])
    return parts if named else [text.strip()]


def _has_heading_rows(grid: Grid, known: Known) -> bool:
    """Tell whether groups stand in rows of their own, as the editor shows them."""
    alone = [texts[0] for texts in _filled_rows(grid) if len(texts) == 1 or _only_numbers(texts[1:])]
    return any(known.is_level2(text) or known.is_level1(text) for text in alone)


def _filled_rows(grid: Grid) -> Iterator[list[str]]:
    for row in grid.rows[:SAMPLE]:
        texts = [text for text in row if text.strip()]
        if texts:
            yield texts


def _only_numbers(texts: Sequence[str]) -> bool:
    return all(not isinstance(read_points(text), str) for text in texts)


def _is_numeric(texts: Sequence[str]) -> bool:
    return bool(texts) and _only_numbers(texts)


def _order(columns: Sequence[Sequence[str]]) -> tuple[Meaning, ...]:
    """Return the meanings of the columns behind the name."""
    count = min(len(columns), len(ORDERS[0]))
    fitting = (order for order in ORDERS if len(order) == count and _fits(order, columns))
    return next(fitting, ORDERS[0][:count])


def _fits(order: Sequence[Meaning], columns: Sequence[Sequence[str]]) -> bool:
    for meaning, texts in zip(order, columns, strict=False):
        if meaning in (Meaning.POINTS, Meaning.SCORE) and texts and not _is_numeric(texts):
            return False
        if meaning is Meaning.REASON and _is_numeric(texts):
            return False
    return True
