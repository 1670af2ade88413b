# SPDX-License-Identifier: MIT
"""Which pictures there are: what is shown in each, and in which looks."""

from __future__ import annotations

from typing import NamedTuple

SCREEN = (1366, 768)  # px, the smallest screen the window must be comfortable on


class Look(NamedTuple):
    """Light or dark, and how large everything is drawn on the screen."""

    appearance: str
    percent: int

    @property
    def room(self) -> tuple[int, int]:
        """Return the screen's width and height as the window counts them."""
        width, height = (side * 100 // self.percent for side in SCREEN)
        return width, height


LIGHT, DARK = Look("light", 100), Look("dark", 100)
LARGE, LARGE_DARK = Look("light", 150), Look("dark", 150)

PICTURES: dict[Look, tuple[str, ...]] = {
    LIGHT: (
        *("start", "new", "empty", "header", "funds", "goals", "indicators"),
        *("find", "fixes", "preview", "print", "keys", "manual", "suggestions", "settings", "pasting"),
        *("export", "history", "conflict"),
    ),
    DARK: ("start", "header", "funds", "indicators", "find", "manual", "settings", "preview"),
    LARGE: ("start", "new", "header", "funds", "goals", "indicators", "find", "preview", "keys", "pasting"),
    LARGE_DARK: ("indicators", "suggestions", "export", "history", "conflict"),
}
"""The scenes of `tests/pictures/scenes.py` drawn in each look: as many as tell something new."""


def file_name(scene: str, look: Look) -> str:
    """Name the file of a picture."""
    return f"{scene}-{look.appearance}-{look.percent}.png"
