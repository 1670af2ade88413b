# SPDX-License-Identifier: MIT
"""Every key by chapter: the menus of the table of actions, then the keys of the cells."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import NamedTuple

from ui.actions import BY_ID, INNER_MENUS, MENUS, Menu
from ui.manual.key_words import every_key


class CellKey(NamedTuple):
    """A key of the cells: no action of the window, the tree and the tables handle it."""

    id: str
    text: str
    keys: tuple[str, ...]


CELL_KEYS: tuple[CellKey, ...] = (
    CellKey("next", "下一格（末格之后加一行）", ("Tab",)),
    CellKey("previous", "上一格", ("Shift+Tab",)),
    CellKey("down", "本列下一行", ("Return",)),
    CellKey("up", "本列上一行", ("Shift+Return",)),
    CellKey("replace", "输入新内容，替换原有的", ("任意字符",)),
    CellKey("edit", "修改，保留原文", ("F2",)),
    CellKey("cancel", "放弃修改", ("Esc",)),
    CellKey("newline", "格内换行", ("Alt+Return",)),
    CellKey("ends", "行首、行尾", ("Home", "End")),
    CellKey("corners", "表首、表尾", ("Ctrl+Home", "Ctrl+End")),
    CellKey("select", "选中一片", ("Shift+方向键",)),
    CellKey("select_row", "选中整行", ("Shift+Space",)),
    CellKey("fold", "在组名上：收起、展开", ("Left", "Right")),
)
CELL_CHAPTER = "单元格"
SUGGESTION_KEYS: tuple[CellKey, ...] = (
    CellKey("into_list", "进入名单，上下选", ("Down", "Up")),
    CellKey("take", "采用", ("Return",)),
    CellKey("take_on", "采用并到下一格", ("Tab",)),
    CellKey("take_target", "连同目标值采用", ("Shift+Return",)),
    CellKey("list_all", "在空格里列出全部", ("Alt+Down",)),
)
"""Keys of the list of suggestions, while it is shown."""
SUGGESTION_CHAPTER = "补全名单"
PAGE_KEYS: tuple[CellKey, ...] = (
    CellKey("larger", "放大、缩小", ("Ctrl++", "Ctrl+-")),
    CellKey("page_width", "页宽", ("Ctrl+0",)),
    CellKey("turn", "翻页", ("PgUp", "PgDown")),
    CellKey("outer_pages", "首页、末页", ("Home", "End")),
    CellKey("to_cell", "到框住的单元格", ("Return",)),
)
"""Keys of the printed pages, while they have the focus."""
PAGE_CHAPTER = "预览页面"
CHAPTERS = ((CELL_CHAPTER, CELL_KEYS), (SUGGESTION_CHAPTER, SUGGESTION_KEYS), (PAGE_CHAPTER, PAGE_KEYS))

Line = tuple[str, tuple[str, ...]]
Chapter = tuple[str, tuple[Line, ...]]


def chapters() -> Iterator[Chapter]:
    """Go through the chapters: a title, and lines of words and keys."""
    for menu in MENUS:
        lines = tuple((BY_ID[name].plain, every_key(BY_ID[name].keys)) for name in _with_keys(menu))
        if lines:
            yield menu_name(menu), lines
    for chapter, own in CHAPTERS:
        yield chapter, tuple((key.text, every_key(key.keys)) for key in own)


def columns(count: int) -> list[list[Chapter]]:
    """Share the chapters out to columns, in their order, so that the tallest is as low as can be."""
    every = list(chapters())
    cuts = ((0, *inner, len(every)) for inner in combinations(range(1, len(every)), count - 1))
    shares = ([every[start:end] for start, end in pairwise(cut)] for cut in cuts)
    return min(shares, key=lambda share: max(map(_height, share)))


def _height(column: list[Chapter]) -> int:
    """Return how many lines a column takes; a heading takes two."""
    return sum(len(lines) + 2 for _, lines in column)


def menu_name(menu: Menu) -> str:
    """Return a menu's words without its mnemonic."""
    return menu.text.split("(&")[0]


def _with_keys(menu: Menu) -> Iterator[str]:
    inner = {f"[{below.id}]": below for below in INNER_MENUS}
    for name in menu.actions:
        if name in inner:
            yield from _with_keys(inner[name])
        elif name in BY_ID and BY_ID[name].keys:
            yield name
