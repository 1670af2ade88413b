# SPDX-License-Identifier: MIT
"""Keys in the words printed on a Chinese keyboard; without Qt, for the window and the command line."""

from __future__ import annotations

from collections.abc import Iterable

WORDS = {
    "Return": "Enter",
    "Ins": "Insert",
    "Del": "Delete",
    "Up": "↑",
    "Down": "↓",
    "Left": "←",
    "Right": "→",
}


def key_words(key: str) -> str:
    """Return what a key such as `Ctrl+Return` is called on paper: `Ctrl+Enter`."""
    *modifiers, last = _parts(key)
    return "+".join((*modifiers, WORDS.get(last, last)))


def every_key(keys: Iterable[str]) -> tuple[str, ...]:
    """Return the words of an action's keys; the two Enter keys are one."""
    return tuple(dict.fromkeys(key_words(key) for key in keys))


def _parts(key: str) -> list[str]:
    """Take a key apart; the plus key itself ends in a plus."""
    if key.endswith("+"):
        return [*key[:-1].rstrip("+").split("+"), "+"] if key != "+" else ["+"]
    return key.split("+")
