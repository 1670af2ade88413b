# SPDX-License-Identifier: MIT
"""Places: the one way to say where something is in a form, in findings, edits, views and the page.

A place is the tuple behind a JSON Pointer into the draft: `("indicators", 0, "children", 1, "name")`.
"""

from typing import Any, TypeAlias

Place: TypeAlias = tuple[str | int, ...]

INDICATORS: Place = ("indicators",)


def pointer(place: Place) -> str:
    """Write a place as a JSON Pointer."""
    return "".join(f"/{step}" for step in place)


def place_of(text: str) -> Place:
    """Read a JSON Pointer into a draft."""
    return tuple(int(step) if step.isdigit() else step for step in text.split("/")[1:])


def at(root: object, place: Place) -> Any:
    """Return what stands at a place; errors: AttributeError or IndexError where nothing does."""
    found: Any = root
    for step in place:
        found = found[step] if isinstance(step, int) else getattr(found, step)
    return found


def level1_place(row: int) -> Place:
    """Return the place of a level-1 group."""
    return (*INDICATORS, row)


def level2_place(level1: int, row: int) -> Place:
    """Return the place of a level-2 group."""
    return (*INDICATORS, level1, "children", row)


def indicator_place(level1: int, level2: int, row: int) -> Place:
    """Return the place of an indicator."""
    return (*INDICATORS, level1, "children", level2, "children", row)


def rows_of(place: Place) -> tuple[int, ...]:
    """Return the row numbers on the way to a place in the indicator tree: level 1, level 2, indicator."""
    return tuple(step for step in place if isinstance(step, int))


def nearest(root: object, place: Place) -> Place:
    """Return the place if something stands there, else the nearest one above it."""
    while place:
        try:
            at(root, place)
        except (AttributeError, IndexError):
            place = place[:-1] if isinstance(place[-1], str) else place[:-2]
        else:
            return place
    return place
