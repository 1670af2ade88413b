# SPDX-License-Identifier: MIT
"""References of the manual's text to the window's own tables, so that the two cannot drift apart."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from model.limits import LIMITS
from model.rules.finding import SEVERITY_LABELS, Severity
from ui.actions import BY_ID, INNER_MENUS, MENUS, Menu
from ui.identity import PROGRAM
from ui.manual.key_words import every_key, key_words
from ui.manual.keys import CHAPTERS, menu_name
from ui.sections import SECTIONS

SIGNS = {Severity.ERROR: "●", Severity.WARNING: "▲", Severity.HINT: "◆", Severity.TODO: "○"}
STEP = " › "  # from menu to entry
OR = " 或 "


class UnknownReferenceError(KeyError):
    """A page names an action, key, section or severity that is not there."""


def resolved(reference: str) -> str:
    """Return the HTML of a reference such as `key:save`.  Errors: UnknownReferenceError."""
    kind, _, name = reference.partition(":")
    try:
        return _KINDS[kind](name)
    except (KeyError, StopIteration, ValueError):
        raise UnknownReferenceError(reference) from None


def _key(name: str) -> str:
    return _kbd(key_words(BY_ID[name].keys[0])) if BY_ID[name].keys else _menu(name)


def _keys(name: str) -> str:
    return OR.join(map(_kbd, every_key(BY_ID[name].keys)))


def _cell(name: str) -> str:
    return _kbd(key_words(next(key.keys[0] for _, keys in CHAPTERS for key in keys if key.id == name)))


def _name(name: str) -> str:
    return _word(BY_ID[name].plain)


def _menu(name: str) -> str:
    return _word(STEP.join((*next(_paths(name, MENUS)), BY_ID[name].plain)))


def _in(name: str) -> str:
    return _word(next(_paths(name, MENUS))[0])


def _section(name: str) -> str:
    return _word(next(section.title for section in SECTIONS if section.icon == name))


def _severity(name: str) -> str:
    severity = Severity(name)
    return f"{SIGNS[severity]} {SEVERITY_LABELS[severity]}"


def _limit(key: str) -> str:
    return next(limit.words for limit in LIMITS if limit.key == key)


def _program(_name: str) -> str:
    return PROGRAM


def _kbd(words: str) -> str:
    return f"<kbd>{escape(words)}</kbd>"


def _word(words: str) -> str:
    return f"<b>{escape(words)}</b>"


def _paths(name: str, menus: tuple[Menu, ...]) -> Iterator[tuple[str, ...]]:
    """Go through the menus down to an action."""
    inner = {f"[{menu.id}]": menu for menu in INNER_MENUS}
    for menu in menus:
        if name in menu.actions:
            yield (menu_name(menu),)
        below = tuple(inner[entry] for entry in menu.actions if entry in inner)
        yield from ((menu_name(menu), *path) for path in _paths(name, below))


_KINDS = {
    "key": _key,
    "keys": _keys,
    "cell": _cell,
    "name": _name,
    "menu": _menu,
    "in": _in,
    "section": _section,
    "severity": _severity,
    "limit": _limit,
    "program": _program,
}
